"""When something breaks on our side: one sentence, nothing half-done, and the question still answers."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import pytest

from bot.locks import ConversationLocks
from domain.people import Actor
from domain.sieve import Sieve
from services.queue import OpenQueue, open_queue
from storage.errors import StorageBusy
from storage.work import Work
from tests.conversations.force import Force
from tests.conversations.officer_chat import ANSWERS, count_said, see_bottom, walk_to
from tests.fake_teams import Fault

SORRY = (
    "Something went wrong on our side; nothing you wrote is lost. Try again, or tell the Hub desk this code: "
)


def breaks_with(error: Exception) -> Callable[..., Awaitable[Any]]:
    """Make a use case that fails."""

    async def fail(*_given: object, **_named: object) -> None:
        raise error

    return fail


async def test_a_failing_answer_says_sorry_with_a_code_and_the_question_still_answers(
    force: Force, monkeypatch: pytest.MonkeyPatch
) -> None:
    sam = force.sam
    await walk_to(sam, "problem")
    with monkeypatch.context() as broken:
        broken.setattr("services.walkthroughs.keep_step", breaks_with(RuntimeError("broken")))
        await sam.says(ANSWERS["problem"])
        assert sam.sees().count(SORRY) == 1
        code = sam.screen.last.text.removeprefix(SORRY).removesuffix(".")
        assert len(code) == 4
        await sam.presses("Next", answer=ANSWERS["problem"])
        assert SORRY in str(sam.screen.flash)
    await sam.says(ANSWERS["problem"])
    assert "Which topic is nearest?" in see_bottom(sam)


async def test_a_failing_send_leaves_no_submission_and_no_used_number(
    force: Force, monkeypatch: pytest.MonkeyPatch
) -> None:
    sam = force.sam
    await walk_to(sam, "review")
    with monkeypatch.context() as broken:
        broken.setattr("services.portal.post_to_hub", breaks_with(RuntimeError("broken")))
        await sam.presses("Send to the Hub")
        assert SORRY in str(sam.screen.flash)
        await sam.says("send it")
        assert SORRY in sam.screen.last.text
    await sam.says("my submissions")
    assert "You have sent nothing yet" in see_bottom(sam)
    await sam.says("send it")
    assert "PF-2026-0001" in see_bottom(sam)


async def test_a_card_that_cannot_be_drawn_fails_the_turn_before_anything_is_kept(
    force: Force, monkeypatch: pytest.MonkeyPatch
) -> None:
    sam = force.sam
    await walk_to(sam, "problem")
    with monkeypatch.context() as broken:

        def cannot_draw(*_given: object, **_named: object) -> None:
            raise ValueError("no picture")

        broken.setattr("delivery.rendering.question", cannot_draw)
        await sam.says(ANSWERS["problem"])
        assert SORRY in sam.screen.last.text
    await sam.presses("Next", answer="Scooters vanish")
    assert "Which topic is nearest?" in see_bottom(sam)
    await sam.presses("Back")
    assert "Your answer: = Scooters vanish" in see_bottom(sam)


async def test_a_busy_database_asks_to_send_it_again(force: Force, monkeypatch: pytest.MonkeyPatch) -> None:
    sam = force.sam
    await walk_to(sam, "problem")
    with monkeypatch.context() as busy:
        busy.setattr("services.walkthroughs.keep_step", breaks_with(StorageBusy("locked")))
        await sam.says(ANSWERS["problem"])
        assert "I could not keep that just now. Please send it again in a minute." in sam.sees()
        await sam.presses("Next", answer=ANSWERS["problem"])
        assert "I could not keep that just now." in str(sam.screen.flash)
    await sam.says(ANSWERS["problem"])
    assert "Which topic is nearest?" in see_bottom(sam)


async def test_a_second_message_while_the_first_takes_long_is_told_so(
    force: Force, monkeypatch: pytest.MonkeyPatch
) -> None:
    sam = force.sam
    monkeypatch.setattr("bot.turn.ConversationLocks", partial(ConversationLocks, longest_wait=0.05))
    await force.stop()
    await force.start()
    await walk_to(sam, "problem")
    first_is_in, first_may_go = asyncio.Event(), asyncio.Event()

    async def take_long(*_given: object) -> None:
        first_is_in.set()
        await first_may_go.wait()

    with monkeypatch.context() as slow:
        slow.setattr("bot.listening.find_open_walk", take_long)
        first = asyncio.create_task(sam.says("my submissions"))
        await first_is_in.wait()
        await sam.says(ANSWERS["problem"])
        assert "I am still working on your last message. Try again in a moment." in sam.sees()
        first_may_go.set()
        await first
    await sam.says(ANSWERS["problem"])
    assert "Which topic is nearest?" in see_bottom(sam)


async def test_teams_being_down_for_a_moment_loses_no_answer(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "problem")
    sam.goes_wrong(Fault(status=503, times=2))
    await sam.says(ANSWERS["problem"])
    force.passes(seconds=15)
    await sam.until(lambda: "Which topic is nearest?" in see_bottom(sam))
    said = count_said(sam)
    await sam.presses("Theft")
    assert "Where is it?" in see_bottom(sam)
    assert count_said(sam) == said


async def test_who_waits_for_many_others_too_long_is_told_to_send_it_again(
    force: Force, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.turn.ConversationLocks", partial(ConversationLocks, in_company=0.05))
    await force.stop()
    await force.start()
    await force.bind_hub()
    first_is_in, first_may_go = asyncio.Event(), asyncio.Event()

    async def take_long(work: Work, actor: Actor, sieve: Sieve, **rest: Any) -> OpenQueue:  # noqa: ANN401 (passed on)
        first_is_in.set()
        await first_may_go.wait()
        return await open_queue(work, actor, sieve, **rest)

    with monkeypatch.context() as slow:
        slow.setattr("bot.queue.open_queue", take_long)
        first = asyncio.create_task(force.priya.says("queue"))
        await first_is_in.wait()
        await force.lee.says("queue")
        assert "I have not taken yours in: send it again in a moment." in force.lee.sees()
        first_may_go.set()
        await first
    await force.priya.until_sees("Nothing is open.")
