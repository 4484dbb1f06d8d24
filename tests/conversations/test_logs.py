"""No line of the log holds what people wrote, a password or a token, whatever path their words take."""

import io
import json
from collections.abc import Iterator
from typing import Any

import aiohttp
import pytest

from bot.log_lines import set_up_logging
from tests.conversations.force import Force
from tests.conversations.hub_desk import press
from tests.conversations.officer_chat import walk_to
from tests.fake_teams import Fault
from tests.fake_teams.logbook import keep_logging

WORDS = "Zebrafinch"
"""A word that nothing but people's own texts holds."""


@pytest.fixture
def book() -> Iterator[io.StringIO]:
    """The log, down to its smallest talk."""
    with keep_logging():
        stream = io.StringIO()
        set_up_logging("DEBUG", stream)
        yield stream


def read(book: io.StringIO, event: str) -> list[dict[str, Any]]:
    lines = [json.loads(line) for line in book.getvalue().splitlines()]
    return [line for line in lines if line["event"] == event]


async def until_told(force: Force, book: io.StringIO, word: str) -> None:
    """Let time pass until a word stands in the log."""

    def is_told() -> bool:
        force.passes(seconds=1)
        return word in book.getvalue()

    await force.sam.until(is_told)


def assert_discreet(force: Force, book: io.StringIO) -> None:
    told = book.getvalue()
    assert told
    assert WORDS.casefold() not in told.casefold()
    for secret in ("secret", "Bearer", "eyJ", force.teams.tokens.value):
        assert secret not in told


async def test_what_is_typed_pressed_and_edited_is_not_told(force: Force, book: io.StringIO) -> None:
    sam = force.sam
    await walk_to(sam, "problem")
    typed = await sam.says(f"{WORDS} eggs are taken from the aviary")
    await sam.edits(typed, f"{WORDS} eggs and nests are taken from the aviary")
    await sam.says("theft")
    await sam.presses("Next", answer=f"The {WORDS} aviary")
    await sam.sends_file(f"{WORDS}.png", words=f"{WORDS} as a picture")
    await sam.crafts(f"walk.{WORDS}", {"words": WORDS, WORDS: WORDS})
    await sam.says(f"withdraw PF-2026-0099 {WORDS}")
    assert len(read(book, "turn")) > 5
    assert_discreet(force, book)


async def test_what_the_hub_writes_and_what_goes_wrong_on_the_way_is_not_told(
    force: Force, book: io.StringIO
) -> None:
    await force.bind_hub()
    reference = await force.submit(force.sam)
    priya = await force.find_thread(force.priya, reference)
    answer = json.dumps({"error": {"code": "BadSyntax", "message": f"cannot read {WORDS}"}})
    force.sam.goes_wrong(Fault(status=400, body=answer))
    await press(priya, "Send the question", words_ask=f"Which {WORDS}?")
    await press(priya, "Keep the note", words_note=f"The {WORDS} again")
    await press(priya, "Close it", outcome="addressed", words_close=WORDS)
    await until_told(force, book, "BadSyntax")
    assert_discreet(force, book)


async def test_a_turn_that_fails_with_the_words_in_its_errors_does_not_tell_them(
    force: Force, book: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*given: object, **_named: object) -> None:
        kept = f"{WORDS} {given}"
        raise RuntimeError(f"could not keep {kept}") from KeyError(kept)

    await walk_to(force.sam, "problem")
    monkeypatch.setattr("services.walkthroughs.keep_step", fail)
    await force.sam.says(f"{WORDS} eggs are taken from the aviary")
    await force.sam.presses("Next", answer=f"{WORDS} eggs are taken")
    told = read(book, "turn failed")
    assert len(told) == 2
    assert told[0]["reference"] in force.sam.sees()
    assert [one["error"] for one in told[0]["errors"]] == ["RuntimeError", "KeyError"]
    assert [line["outcome"] for line in read(book, "turn")][-2:] == ["failed", "failed"]
    assert_discreet(force, book)


async def test_a_delivery_that_fails_with_the_words_in_its_error_does_not_tell_them(
    force: Force, book: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    await force.bind_hub()
    reference = await force.submit(force.sam)
    priya = await force.find_thread(force.priya, reference)

    def fail(*_given: object, **_named: object) -> None:
        raise ValueError(f"cannot draw {WORDS}")

    monkeypatch.setattr("delivery.rendering.status", fail)
    await press(priya, "Take it")
    await until_told(force, book, "ValueError")
    assert_discreet(force, book)


async def test_what_no_client_sends_is_not_told_either(force: Force, book: io.StringIO) -> None:
    headers = {"Authorization": f"Bearer eyJ{WORDS}", "Content-Type": "application/json"}
    endpoint = force.teams.line.endpoint
    async with aiohttp.ClientSession() as session:
        for body in (f'{{"text": "{WORDS}', json.dumps({"type": WORDS, "text": WORDS}), WORDS):
            async with session.post(endpoint, data=body, headers=headers) as answer:
                assert answer.status == 401
        token = force.teams.identity.mint(force.teams.service_url)
        headers["Authorization"] = f"Bearer {token}"
        for body in (f'{{"text": "{WORDS}', json.dumps({"type": WORDS, "text": WORDS}), WORDS):
            async with session.post(endpoint, data=body, headers=headers) as answer:
                assert answer.status == 400
    assert_discreet(force, book)


async def test_each_turn_and_each_call_has_a_reference_of_its_own_and_they_belong_together(
    force: Force, book: io.StringIO
) -> None:
    await force.sam.says("menu")
    await force.sam.says("help")
    turns, calls = read(book, "turn"), read(book, "delivery")
    assert len({line["turn"] for line in turns}) == len(turns) == 2
    assert len({line["call"] for line in calls}) == len(calls)
    assert {line["turn"] for line in calls} == {line["turn"] for line in turns}
    assert [(line["verb"], line["outcome"]) for line in turns] == [
        ("portal.menu", "done"),
        ("portal.help", "done"),
    ]
    assert all(line["ms"] >= 0 and line["happening"] == "message" for line in turns)


async def test_the_product_shows_its_readiness_and_figures(force: Force) -> None:
    await force.sam.says("menu")
    origin = force.teams.line.endpoint.removesuffix("/api/messages")
    async with aiohttp.ClientSession(origin) as session:
        async with session.get("/healthz") as alive:
            assert (alive.status, await alive.json()) == (200, {"status": "working"})
        async with session.get("/readyz") as ready:
            assert (ready.status, (await ready.json())["status"]) == (200, "ready")
        async with session.get("/metrics") as figures:
            told = await figures.text()
    assert 'pf_turns_total{happening="message",outcome="done"} 1.0' in told
    assert 'outcome="arrived"' in told


async def test_every_call_in_the_background_names_what_it_was_about(force: Force, book: io.StringIO) -> None:
    await force.bind_hub()
    priya = await force.find_thread(force.priya, await force.submit(force.sam))
    force.sam.goes_wrong(Fault(status=503))
    await press(priya, "Take it")
    await until_told(force, book, "delivery put off")
    put_off = read(book, "delivery put off")[0]
    calls = [line for line in read(book, "delivery") if line.get("item") == put_off["item"]]
    assert [line["outcome"] for line in calls][:1] == ["again later"]
    assert {line["lane"] for line in calls} == {put_off["lane"]}
