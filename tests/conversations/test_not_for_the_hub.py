"""What the Hub is not for: pointed to the right place at once, and kept only where its writer says so."""

from functools import partial

import pytest
from sqlalchemy import text

from tests.conversations.force import Force
from tests.conversations.officer_chat import find_status, reload, see_bottom, walk_to
from tests.fake_teams import Person

FIRST = "Take my words out"
SECOND = "It is not that: carry on"
QUOTED = "I can't go on like this"

KINDS = [
    ("There's a man with a knife outside the school", "please do not wait for an answer here", "999"),
    (QUOTED, "You do not have to carry it alone", "Samaritans, 116 123"),
    ("My sergeant is bullying me", "people who can look into it", "Professional Standards"),
    ("They are dealing drugs from number 14", "live intelligence", "intelligence system"),
]


async def find_rows(force: Force, words: str) -> list[str]:
    """Look for words in every column of every row; gives the tables that hold them."""
    holding = []
    async with force.product.database.read() as work:
        connection = work._connection  # noqa: SLF001 (every table is looked at, also those without a repository)
        tables = await connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        for (table,) in tables.all():
            rows = (await connection.execute(text(f'SELECT * FROM "{table}"'))).all()  # noqa: S608 (its own name)
            if any(words in str(tuple(row)).replace("\\'", "'") for row in rows):
                holding.append(str(table))
    return holding


@pytest.mark.parametrize(("words", "lead", "place"), KINDS)
async def test_first_words_are_pointed_to_the_right_place_and_kept_nowhere(
    force: Force, words: str, lead: str, place: str
) -> None:
    sam = force.sam
    await sam.says(words)
    assert lead in see_bottom(sam)
    assert place in see_bottom(sam)
    assert "I have kept none of your words." in see_bottom(sam)
    assert sam.screen.last_card.buttons() == [SECOND], "there is nothing to take out"
    assert await find_rows(force, words) == []
    await sam.says("take out")
    await sam.until_sees("there is nothing to take out")
    assert await find_rows(force, words) == []


@pytest.mark.parametrize(("words", "lead", "place"), KINDS)
async def test_an_answer_waits_in_the_draft_alone_until_its_writer_takes_it_out(
    force: Force, words: str, lead: str, place: str
) -> None:
    sam = force.sam
    await walk_to(sam, "problem")
    await sam.says(words)
    assert lead in see_bottom(sam)
    assert place in see_bottom(sam)
    assert "The Hub does not see them." in see_bottom(sam)
    assert sam.screen.last_card.buttons() == [FIRST, SECOND]
    assert await find_rows(force, words) == ["drafts"]
    await sam.presses(FIRST)
    assert "In a sentence: what keeps happening" in see_bottom(sam)
    assert "I have kept none of them" in see_bottom(sam)
    assert await find_rows(force, words) == []


@pytest.mark.parametrize("in_card", [True, False])
async def test_a_false_alarm_is_carried_on_with_and_stands_in_the_review(
    force: Force, *, in_card: bool
) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    told = f"A resident wrote: {QUOTED}, the noise never stops"
    await (sam.presses("Next", answer=told) if in_card else sam.says(told))
    assert "Samaritans, 116 123" in see_bottom(sam)
    await (sam.presses(SECOND) if in_card else sam.says("carry on"))
    assert "What has been tried" in see_bottom(sam)
    await sam.says("review")
    assert told in see_bottom(sam)
    await sam.presses("Send to the Hub")
    await sam.until_sees("PF-2026-0001")


async def test_typing_take_out_forgets_it_and_asks_again(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "place")
    await sam.says("In the yard, where my sergeant is bullying me")
    await sam.says("Yes.")
    assert "people who can look into it" in see_bottom(sam)
    await sam.says("Take out")
    assert "Where is it?" in see_bottom(sam)
    assert await find_rows(force, "my sergeant is bullying") == []


async def test_first_words_that_are_something_else_start_a_submission_with_them(force: Force) -> None:
    sam = force.sam
    told = f"A resident wrote: {QUOTED}, the noise never stops"
    await sam.says(told)
    await sam.presses(SECOND)
    await sam.until(lambda: "What would you like to bring to the Hub?" in see_bottom(sam))
    await reload(sam, "Carried on below.")
    assert "Samaritans, 116 123" in sam.sees(), "where to go stays on the screen"
    assert not any(FIRST in card.buttons() for card in sam.screen.cards)
    for answer in ("problem", "noise", "The flats", "review"):
        await sam.says(answer)
    assert told in see_bottom(sam)
    assert "Samaritans" not in see_bottom(sam)


@pytest.mark.parametrize("by_pressing", [True, False])
async def test_at_the_first_choice_it_is_pointed_at_once_and_kept_as_the_problem_if_it_is_one(
    force: Force, *, by_pressing: bool
) -> None:
    sam = force.sam
    await sam.says("submit")
    await sam.says(f"A resident wrote: {QUOTED}")
    assert "Samaritans, 116 123" in see_bottom(sam)
    await (sam.presses(SECOND) if by_pressing else sam.says("It is not that: carry on"))
    assert "I have kept your words for the next question." in see_bottom(sam)
    await sam.says("problem")
    assert "Which topic is nearest?" in see_bottom(sam)
    await sam.says("review")
    await sam.until_sees(f"A resident wrote: {QUOTED}")


async def test_a_reply_to_the_hub_is_pointed_elsewhere_before_it_is_sent(force: Force) -> None:
    sam = force.sam
    await force.bind_hub()
    reference = await force.submit(sam)
    priya = await force.find_thread(force.priya, reference)
    await priya.says("ask At what time of day?")
    await sam.until_sees("Priya Nair in the Hub asks you:")
    told = "At night, a lad called Tyler is selling cannabis there"
    await sam.says(f"answer {reference} {told}")
    assert "your force's intelligence system" in see_bottom(sam)
    assert await find_rows(force, "Tyler") == ["drafts"]
    assert "Tyler" not in priya.sees()
    await sam.says("take out")
    assert "What would you like to answer?" in see_bottom(sam)
    assert await find_rows(force, "Tyler") == []
    await sam.says(told)
    await sam.says("carry on")
    assert f"Your answer: {told}" in see_bottom(sam)
    await sam.presses("Send to the Hub")
    await priya.until_sees(told)


async def test_a_detail_is_pointed_elsewhere_before_it_is_sent(force: Force) -> None:
    sam = force.sam
    await force.bind_hub()
    reference = await force.submit(sam)
    await sam.says(f"add {reference} My sergeant is bullying me")
    assert "Professional Standards" in see_bottom(sam)
    await sam.presses(FIRST)
    assert await find_rows(force, "bullying") == []


async def test_an_answer_of_first_words_carried_on_with_is_offered_to_the_question_of_the_hub(
    force: Force,
) -> None:
    sam = force.sam
    await force.bind_hub()
    priya = await force.find_thread(force.priya, await force.submit(sam))
    await priya.says("ask What do they say?")
    await sam.until_sees("Priya Nair in the Hub asks you:")
    await sam.says(f"The mother writes: {QUOTED}")
    await sam.presses(SECOND)
    await sam.until(lambda: "Is this your answer to the Hub?" in see_bottom(sam))
    await sam.presses("Send to the Hub")
    await priya.until_sees(f"The mother writes: {QUOTED}")


async def test_at_the_review_it_is_pointed_elsewhere_and_the_draft_stands(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "review")
    await sam.says("I want to die")
    assert "Samaritans, 116 123" in see_bottom(sam)
    assert sam.screen.last_card.buttons() == []
    assert await find_rows(force, "I want to die") == []


@pytest.mark.parametrize("kind", KINDS[:3])
async def test_at_a_choice_it_is_pointed_elsewhere_though_it_names_one(
    force: Force, kind: tuple[str, str, str]
) -> None:
    words, lead, _ = kind
    sam = force.sam
    await walk_to(sam, "topic")
    await sam.says(f"{words}, it is knife crime")
    assert lead in see_bottom(sam)
    await sam.says("carry on")
    assert "Where is it?" in see_bottom(sam)


@pytest.mark.parametrize("known", [True, False])
async def test_in_the_channel_it_is_said_to_the_writer_alone_and_the_line_there_tells_nobody_why(
    force: Force, *, known: bool
) -> None:
    await force.bind_hub()
    priya = force.teams.person_of(force.priya.account)
    if known:
        await priya.says("menu")
    await force.priya.says("I can't cope any more")
    await priya.until_sees("Samaritans, 116 123")
    assert "Samaritans" not in force.priya.sees()
    assert "Samaritans" not in force.lee.sees()
    await force.lee.until_sees("I have not kept that.")
    assert ("our own chat" if known else "In an emergency, ring 999.") in force.lee.sees()


async def test_an_emergency_in_the_channel_is_answered_where_it_was_typed(force: Force) -> None:
    await force.bind_hub()
    await force.priya.says("There's a man with a knife outside the school")
    await force.lee.until_sees("Ring now: 999")
    assert force.lee.screen.last_card.buttons() == []


def _stands_at_the_bottom(sam: Person, words: str) -> bool:
    return words in see_bottom(sam)


@pytest.mark.parametrize("closed", [True, False])
async def test_the_reason_of_a_decision_is_pointed_elsewhere_before_it_is_taken(
    force: Force, *, closed: bool
) -> None:
    sam = force.sam
    await force.bind_hub()
    reference = await force.submit(sam)
    button, box, done = "Yes, withdraw it", "words_withdraw", "Withdrawn."
    if closed:
        await sam.presses("Yes, withdraw it", words_withdraw="Solved")
        button, box, done = "Reopen it", "words_reopen", "Open again."
    for words, lead, place in KINDS:
        await sam.presses(button, {box: words}, card=find_status(sam))
        await sam.until(partial(_stands_at_the_bottom, sam, lead))
        assert place in see_bottom(sam)
        assert f"nothing has changed with {reference}" in see_bottom(sam)
        assert await find_rows(force, words) == []
    told = f"A resident wrote: {QUOTED}"
    await sam.presses(button, {box: told}, card=find_status(sam))
    await sam.until(lambda: "Samaritans, 116 123" in see_bottom(sam))
    await sam.presses(SECOND)
    await reload(sam, done)
    assert "Samaritans, 116 123" in see_bottom(sam)
    assert sam.screen.last_card.buttons() == []


async def test_an_edited_message_is_pointed_elsewhere_and_the_old_answer_stands(force: Force) -> None:
    sam = force.sam
    answers = await walk_to(sam, "topic")
    await sam.edits(answers[1], "I want to die")
    await sam.until(lambda: "Samaritans, 116 123" in see_bottom(sam))
    await sam.presses(FIRST)
    assert "Bicycles are taken" in see_bottom(sam)


@pytest.mark.parametrize(
    "words",
    [
        "Suicide prevention training for every call handler, as an idea",
        "999 calls have doubled since the club reopened",
        "Intelligence-led patrols would help at the retail park",
    ],
)
async def test_an_ordinary_submission_about_hard_things_is_left_alone(force: Force, words: str) -> None:
    await walk_to(force.sam, "problem")
    await force.sam.says(words)
    assert "Which topic is nearest?" in see_bottom(force.sam)


async def test_the_forces_own_places_stand_on_the_card_also_when_the_worker_draws_it(force: Force) -> None:
    sam = force.sam
    await force.stop()
    force.settings.signpost_wellbeing = "Occupational Health, 01632 960123"
    force.settings.signpost_wellbeing_link = "https://force.example/care"
    await force.start()
    answers = await walk_to(sam, "topic")
    await sam.says("I want to die")
    assert "Occupational Health, 01632 960123" in see_bottom(sam)
    assert sam.screen.last_card.buttons() == ["Open Occupational Health, 01632 960123", FIRST, SECOND]
    await sam.says("take out")
    await sam.edits(answers[1], "I want to die")
    await sam.until(lambda: "Occupational Health, 01632 960123" in see_bottom(sam))
