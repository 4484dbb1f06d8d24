"""Who is let in with a token: the stock SDK fails on half of these, or lets them pass."""

import asyncio
import json
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from bot.auth import BotIdentity
from tests.bot.edge import Echo, Edge
from tests.fake_teams import FakeTeams

FOREIGN_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER_TENANT = "00000000-0000-4000-8000-00000000ffff"

Header = Callable[[FakeTeams], str | None]


def bearer(**parts: object) -> Header:
    return lambda teams: f"Bearer {teams.identity.mint(teams.service_url, **parts)}"  # type: ignore[arg-type] # any part


REFUSED: dict[str, Header] = {
    "no header": lambda _teams: None,
    "empty": lambda _teams: "",
    "no scheme": lambda teams: teams.identity.mint(teams.service_url),
    "another scheme": lambda _teams: "Basic c2FtOnNlY3JldA==",
    "lower case": lambda teams: f"bearer {teams.identity.mint(teams.service_url)}",
    "two spaces": lambda teams: f"Bearer  {teams.identity.mint(teams.service_url)}",
    "a word after": lambda teams: f"Bearer {teams.identity.mint(teams.service_url)} more",
    "no token": lambda _teams: "Bearer ",
    "one part": lambda _teams: "Bearer abc",
    "three parts of nonsense": lambda _teams: "Bearer abc.def.ghi",
    "claims nested too deep": lambda _teams: f"Bearer eyJhbGciOiJSUzI1NiJ9.{'W1tb' * 1800}.c2ln",
    "alg none": lambda teams: f"Bearer {teams.identity.mint_unsigned(teams.service_url)}",
    "alg HS256": bearer(key="k" * 32, algorithm="HS256"),
    "alg RS512": bearer(algorithm="RS512"),
    "no kid": bearer(header={"kid": None}),
    "an unknown kid": bearer(header={"kid": "stranger"}),
    "somebody else's key": bearer(key=FOREIGN_KEY),
    "no aud": bearer(without=("aud",)),
    "another aud": bearer(claims={"aud": "somebody-else"}),
    "a list as aud": bearer(claims={"aud": ["somebody-else"]}),
    "no iss": bearer(without=("iss",)),
    "another iss": bearer(claims={"iss": "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"}),
    "no exp": bearer(without=("exp",)),
    "exp is text": bearer(claims={"exp": "4102444800"}),
    "exp is endless": bearer(claims={"exp": float("inf")}),
    "expired": bearer(claims={"exp": 1_700_000_000}),
    "not yet valid": bearer(claims={"nbf": 4_102_444_000}),
    "no serviceurl": bearer(without=("serviceurl",)),
    "another serviceurl": bearer(claims={"serviceurl": "https://elsewhere.invalid/"}),
}


def hello(teams: FakeTeams) -> dict[str, object]:
    sam = teams.person("Sam Carter")
    return {
        "type": "message",
        "id": "1",
        "channelId": "msteams",
        "serviceUrl": teams.service_url,
        "from": sam.account.as_sender(),
        "recipient": {"id": teams.world.bot_id},
        "conversation": {"id": sam.conversation.conversation_id, "conversationType": "personal"},
        "channelData": {"tenant": {"id": teams.tenant_id}},
        "text": "hello",
    }


async def knock(teams: FakeTeams, header: str | None, activity: dict[str, object] | None = None) -> int:
    headers = {"Content-Type": "application/json"} | ({} if header is None else {"Authorization": header})
    reply = await teams.line.send_raw(json.dumps(activity or hello(teams)), headers)
    return reply.status


@pytest.mark.parametrize("make_header", REFUSED.values(), ids=REFUSED.keys())
async def test_a_bad_token_is_answered_401(teams: FakeTeams, echo: Echo, make_header: Header) -> None:
    assert await knock(teams, make_header(teams)) == 401
    assert echo.received == []


async def test_a_valid_token_is_let_in(teams: FakeTeams, echo: Echo) -> None:
    assert await knock(teams, bearer()(teams)) == 200
    assert [incoming.text for incoming in echo.received] == ["hello"]


async def test_a_key_that_does_not_vouch_for_teams_is_refused(teams: FakeTeams, echo: Echo) -> None:
    teams.identity.endorsements = ["webchat"]
    assert await knock(teams, bearer()(teams)) == 401
    assert echo.received == []


@pytest.mark.parametrize("tenant", [OTHER_TENANT, ""])
async def test_another_tenant_is_answered_403(teams: FakeTeams, echo: Echo, tenant: str) -> None:
    activity = {**hello(teams), "channelData": {"tenant": {"id": tenant}}}
    assert await knock(teams, bearer()(teams), activity) == 403
    assert echo.received == []


async def test_the_tenant_may_stand_in_the_conversation(teams: FakeTeams, echo: Echo) -> None:
    activity = {**hello(teams), "channelData": {}}
    activity["conversation"] = {"id": "a:1", "tenantId": teams.tenant_id.upper()}
    assert await knock(teams, bearer()(teams), {**activity, "text": ""}) == 200
    assert echo.received[0].place.tenant_id == teams.tenant_id.upper()


async def test_a_service_url_that_is_not_trusted_is_refused(teams: FakeTeams, echo: Echo) -> None:
    elsewhere = "https://elsewhere.invalid/teams"
    header = bearer(claims={"serviceurl": elsewhere})(teams)
    assert await knock(teams, header, {**hello(teams), "serviceUrl": elsewhere}) == 403
    assert echo.received == []


async def test_unreachable_keys_are_answered_503_and_then_fetched(teams: FakeTeams, edge: Edge) -> None:
    teams.identity.up = False
    assert await knock(teams, bearer()(teams)) == 503
    teams.identity.up = True
    edge.clock.passes(timedelta(seconds=11))
    assert await knock(teams, bearer()(teams)) == 200


@pytest.mark.usefixtures("edge")
async def test_failing_keys_are_not_asked_for_at_every_knock(teams: FakeTeams) -> None:
    teams.identity.up = False
    for _ in range(5):
        assert await knock(teams, bearer()(teams)) == 503
    assert teams.identity.fetches == 1


async def test_known_keys_outlive_a_short_absence_and_not_a_long_one(teams: FakeTeams, edge: Edge) -> None:
    assert await knock(teams, bearer()(teams)) == 200
    teams.identity.up = False
    edge.clock.passes(timedelta(days=2))
    assert await knock(teams, bearer()(teams)) == 200
    edge.clock.passes(timedelta(days=2))
    assert await knock(teams, bearer()(teams)) == 503


@pytest.mark.usefixtures("edge")
async def test_strangers_cannot_make_the_bot_fetch_keys(teams: FakeTeams) -> None:
    for number in range(5):
        assert await knock(teams, bearer(header={"kid": f"stranger-{number}"})(teams)) == 401
    assert teams.identity.fetches == 1


async def test_a_new_key_is_found_within_the_hour(teams: FakeTeams, edge: Edge) -> None:
    assert await knock(teams, bearer()(teams)) == 200
    teams.identity.key_id = "next-key"
    assert await knock(teams, bearer()(teams)) == 401
    edge.clock.passes(timedelta(minutes=61))
    assert await knock(teams, bearer()(teams)) == 200


async def test_many_first_knocks_fetch_the_keys_once(teams: FakeTeams, echo: Echo) -> None:
    header, activity = bearer()(teams), {**hello(teams), "text": ""}
    statuses = await asyncio.gather(*(knock(teams, header, activity) for _ in range(20)))
    assert set(statuses) == {200}
    assert teams.identity.fetches == 1
    assert len(echo.received) == 20


async def test_two_authorization_headers_are_refused(teams: FakeTeams, echo: Echo) -> None:
    value = bearer()(teams)
    body = json.dumps(hello(teams)).encode()
    host, port = teams.line.endpoint.split("/")[2].split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    lines = [
        "POST /api/messages HTTP/1.1",
        "Host: localhost",
        "Content-Type: application/json",
        f"Authorization: {value}",
        f"Authorization: {value}",
        f"Content-Length: {len(body)}",
        "Connection: close",
    ]
    writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
    status_line = await reader.readline()
    writer.close()
    assert status_line.split()[1] in (b"400", b"401")
    assert echo.received == []


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({}, "app id"),
        ({"app_id": "a", "app_password": "p"}, "tenant"),
        ({"app_id": "a", "tenant_id": "t"}, "password"),
        ({"app_id": "a", "app_password": "p", "tenant_id": "t", "local_mode": True}, "Local mode"),
    ],
)
def test_an_identity_with_a_hole_in_it_is_refused(parts: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        BotIdentity(**parts)  # type: ignore[arg-type] # wrong on purpose


def test_the_password_is_never_shown() -> None:
    assert "hush" not in repr(BotIdentity("a", "hush", tenant_id="t"))


async def test_a_refusal_costs_little(teams: FakeTeams, echo: Echo) -> None:
    await knock(teams, bearer()(teams))
    begin = time.process_time()
    for _ in range(50):
        await knock(teams, "Bearer abc.def.ghi")
    assert time.process_time() - begin < 1.0
    assert len(echo.received) == 1
