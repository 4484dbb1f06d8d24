"""What the endpoint answers, whatever is sent to it."""

import json
import logging
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.incoming import InvokeAnswer
from domain.ports import JSON
from tests.bot.edge import Echo, Edge, build_edge
from tests.fake_teams import FakeTeams, Reply

CARD_ANSWER: JSON = {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": "Ok"}


async def post(teams: FakeTeams, body: str | bytes, content_type: str | None = "application/json") -> Reply:
    headers = {"Authorization": f"Bearer {teams.identity.mint(teams.service_url)}"}
    if content_type is not None:
        headers["Content-Type"] = content_type
    return await teams.line.send_raw(body, headers)


@pytest.mark.parametrize(
    "body", [CARD_ANSWER, {}, [], ["a", 1, None], "words", "", True, 0, {"text": "Grüße 🙂"}]
)
async def test_an_invoke_is_answered_with_the_body_as_it_is(teams: FakeTeams, echo: Echo, body: JSON) -> None:
    echo.answer = InvokeAnswer(body)
    reply = await teams.person("Sam Carter").invokes("adaptiveCard/action", {})
    assert reply.status == 200
    assert reply.body == body


async def test_an_invoke_without_a_body_is_an_empty_200(teams: FakeTeams, echo: Echo) -> None:
    sam = teams.person("Sam Carter")
    assert await sam.invokes("task/fetch", {}) == Reply(200, None)
    echo.answer = InvokeAnswer(None)
    assert await sam.invokes("task/fetch", {}) == Reply(200, None)


async def test_an_invoke_is_answered_with_the_status_asked_for(teams: FakeTeams, echo: Echo) -> None:
    echo.answer = InvokeAnswer({"x": 1}, status=202)
    assert (await teams.person("Sam Carter").invokes("x", {})).status == 202


@pytest.mark.parametrize("broken", ["handler", "body"])
async def test_a_failing_invoke_is_answered_with_a_reference_and_no_trace(
    teams: FakeTeams, echo: Echo, broken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if broken == "handler":
        echo.error = RuntimeError("the secret words somebody wrote")
    else:
        echo.answer = InvokeAnswer(object())  # type: ignore[arg-type] # a handler's mistake
    reply = await teams.person("Sam Carter").invokes("adaptiveCard/action", {})
    assert reply.status == 200
    assert reply.body["statusCode"] == 500
    assert reply.body["type"] == "application/vnd.microsoft.error"
    assert "REF-1" in reply.body["value"]["message"]
    assert "Traceback" not in str(reply.body)
    logged = capsys.readouterr().out
    assert "REF-1" in logged
    assert "secret words" not in logged


async def test_a_failing_message_is_taken_so_that_teams_does_not_repeat_it(
    teams: FakeTeams, echo: Echo
) -> None:
    echo.error = RuntimeError("boom")
    assert (await teams.person("Sam Carter").says("hello")).text == "hello"


@pytest.mark.parametrize("content_type", [None, "text/plain", "application/xml", "multipart/form-data"])
async def test_another_content_type_is_answered_415(
    teams: FakeTeams, echo: Echo, content_type: str | None
) -> None:
    assert (await post(teams, "{}", content_type)).status == 415
    assert echo.received == []


async def test_a_content_type_may_name_its_characters(teams: FakeTeams, echo: Echo) -> None:
    sam = teams.person("Sam Carter")
    await sam.says("first")
    body = json.dumps({**sam.last_activity, "text": ""})
    assert (await post(teams, body, "application/json; charset=utf-8")).status == 200
    assert len(echo.received) == 2


UNREADABLE: dict[str, bytes] = {
    "empty": b"",
    "not JSON": b"{",
    "not UTF-8": b'{"type": "\xff"}',
    "UTF-16": '{"type": "message"}'.encode("utf-16"),
    "not a number": b'{"type": "message", "value": NaN}',
    "a number without end": b'{"type": 1' + b"0" * 5000 + b"}",
    "nested without end": b"[" * 100_000,
    "a list": b"[]",
    "a word": b'"message"',
    "null": b"null",
    "no type": b'{"channelId": "msteams", "serviceUrl": "https://x", "conversation": {"id": "a"}}',
    "no conversation": b'{"type": "message", "channelId": "msteams", "serviceUrl": "https://x"}',
    "no service URL": b'{"type": "message", "channelId": "msteams", "conversation": {"id": "a"}}',
    "another channel": b'{"type": "message", "channelId": "webchat", "serviceUrl": "https://x"}',
}


@pytest.mark.parametrize("body", UNREADABLE.values(), ids=UNREADABLE.keys())
async def test_what_is_no_activity_is_answered_400(teams: FakeTeams, echo: Echo, body: bytes) -> None:
    assert (await post(teams, body)).status == 400
    assert echo.received == []


async def test_a_body_over_the_limit_is_answered_413(teams: FakeTeams, echo: Echo) -> None:
    assert (await post(teams, b" " * (256 * 1024 + 1))).status == 413
    assert (await post(teams, b" " * (256 * 1024))).status == 400
    assert echo.received == []


async def test_other_methods_and_paths_are_not_served(teams: FakeTeams, edge: Edge) -> None:
    async with edge.session.get().get(teams.line.endpoint) as answer:
        assert answer.status == 405
    async with edge.session.get().get(teams.line.endpoint + "/more") as answer:
        assert answer.status == 404


async def test_words_that_no_database_keeps_are_cleaned(teams: FakeTeams, echo: Echo) -> None:
    sam = teams.person("Sam Carter")
    await sam.says("first")
    body = json.dumps({**sam.last_activity, "text": "a\ud800b\x00c 🙂", "value": {"k\x00": ["\udfff"]}})
    assert (await post(teams, body)).status == 200
    assert echo.received[-1].text == "abc 🙂"
    assert echo.received[-1].value == {"k": [""]}


async def test_no_token_and_no_words_reach_the_log(
    teams: FakeTeams,
    echo: Echo,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    sam = teams.person("Sam Carter")
    await sam.says("the words of somebody")
    echo.error = RuntimeError("boom")
    await sam.says("other words of somebody")
    token = teams.identity.mint(teams.service_url)
    logged = capsys.readouterr().out + caplog.text
    assert "words of somebody" not in logged
    assert token not in logged
    assert teams.tokens.value not in logged


SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20)
STRAY = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
PARTS = [
    "type",
    "id",
    "timestamp",
    "serviceUrl",
    "channelId",
    "from",
    "recipient",
    "conversation",
    "text",
    "textFormat",
    "attachments",
    "entities",
    "value",
    "name",
    "replyToId",
    "channelData",
    "membersAdded",
    "membersRemoved",
    "action",
    "locale",
]
KINDS = st.sampled_from(
    ["message", "messageUpdate", "invoke", "conversationUpdate", "installationUpdate", "event"]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    stray=st.dictionaries(st.sampled_from(PARTS), STRAY, max_size=6),
    kind=KINDS,
    channel=st.dictionaries(st.sampled_from(["tenant", "team", "channel", "eventType"]), STRAY, max_size=2),
)
async def test_nothing_stray_is_ever_answered_with_a_5xx(
    stray: dict[str, Any], kind: str, channel: dict[str, Any]
) -> None:
    async with FakeTeams.running() as teams:
        edge = build_edge(teams)
        await teams.run_bot(edge.application)
        sam = teams.person("Sam Carter")
        await sam.says("hello")
        channel_data = {"tenant": {"id": teams.tenant_id}, **channel}
        activity = {**sam.last_activity, "type": kind, "channelData": channel_data, **stray}
        assert (await post(teams, json.dumps(activity))).status < 500
        assert (await post(teams, json.dumps(stray))).status < 500
