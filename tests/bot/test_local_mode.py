"""Without tokens the bot speaks to this machine alone."""

import asyncio
import json

import pytest

from bot.auth import BotIdentity, Caller, LocalDoorkeeper, RefusedError
from bot.server import CannotListenError, serve
from domain.addresses import is_loopback
from tests.bot.edge import build_edge
from tests.fake_teams import FakeTeams

LOCAL = BotIdentity(local_mode=True)


async def test_local_mode_needs_no_token(local_teams: FakeTeams) -> None:
    edge = build_edge(local_teams, identity=LOCAL)
    await local_teams.run_bot(edge.application)
    sam = local_teams.person("Sam Carter")
    await sam.says("hello")
    assert "You said: hello" in sam.sees()
    assert "Authorization" not in local_teams.calls[0].headers


@pytest.mark.parametrize(
    "service_url", ["https://smba.trafficmanager.net/uk/", "http://10.0.0.7/", "http://[", "//127.0.0.1", "x"]
)
async def test_local_mode_answers_to_no_other_machine(local_teams: FakeTeams, service_url: str) -> None:
    edge = build_edge(local_teams, identity=LOCAL)
    await local_teams.run_bot(edge.application)
    sam = local_teams.person("Sam Carter")
    await sam.says("hello")
    activity = {**sam.last_activity, "serviceUrl": service_url}
    reply = await local_teams.line.send_raw(json.dumps(activity), {"Content-Type": "application/json"})
    assert reply.status == (403 if service_url != "//127.0.0.1" else 200)


@pytest.mark.parametrize(
    "caller",
    [
        Caller((), "10.0.0.7", "127.0.0.1:3978", forwarded=False),
        Caller((), "", "127.0.0.1:3978", forwarded=False),
        Caller((), "127.0.0.1", "evil.example", forwarded=False),
        Caller((), "127.0.0.1", "127.0.0.1:3978", forwarded=True),
    ],
    ids=["another machine", "nobody", "a name that points here", "a tunnel"],
)
async def test_local_mode_refuses_whoever_is_not_here(caller: Caller) -> None:
    with pytest.raises(RefusedError) as refusal:
        await LocalDoorkeeper(LOCAL).admit(caller)
    assert refusal.value.status == 403


async def test_local_mode_lets_in_whoever_is_here() -> None:
    claims = await LocalDoorkeeper(LOCAL).admit(Caller((), "::1", "localhost:3978", forwarded=False))
    assert claims.is_authenticated


async def test_local_mode_does_not_listen_to_other_machines(local_teams: FakeTeams) -> None:
    edge = build_edge(local_teams, identity=LOCAL)
    with pytest.raises(CannotListenError, match="Local mode"):
        await serve(edge.application, "0.0.0.0", 0, asyncio.Event(), local_mode=True)  # noqa: S104 - refused, which is the test


def test_an_app_cannot_go_without_tokens() -> None:
    with pytest.raises(ValueError, match="local mode"):
        LocalDoorkeeper(BotIdentity("a", "p", tenant_id="t"))


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104 - a name to judge
        ("10.0.0.1", False),
        ("localhost.evil.example", False),
        ("", False),
    ],
)
def test_what_this_machine_is(host: str, here: bool) -> None:
    assert is_loopback(host) is here
