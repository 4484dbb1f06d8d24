"""Questions that are answered with a day: typed in many ways, kept as one."""

from datetime import date

import pytest

from dialogs import engine
from dialogs.engine import Reply
from dialogs.state import Doubt, Given, State
from dialogs.walkthrough import DayAnswer, Question, Section, Walkthrough

TODAY = date(2026, 11, 24)
PAST = Question(
    "ended",
    "Ended",
    "When did it end?",
    "",
    DayAnswer("Give a day within the year.", looks_back=True, behind=366, ahead=92, unsure_is_today=True),
)
COMING = Question("due", "By", "By when?", "", DayAnswer("Give a day from today on."), may_skip=True)
ASKED = Walkthrough(
    "days", 1, "Days", (Section("s", "Days", (PAST,)), Section("t", "More", (COMING,))), finish="Finish"
)


def say(question: str, text: str) -> engine.Step:
    state = engine.start(ASKED, given={"ended": "2026-11-20"} if question == "due" else {})
    assert state.at == question
    return engine.answer(ASKED, state, Reply(text, today=TODAY))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("20 November", "2026-11-20"),
        ("20/11", "2026-11-20"),
        ("20/11/2026", "2026-11-20"),
        ("2026-11-20", "2026-11-20"),
        ("Friday 20th November.", "2026-11-20"),
        ("today", "2026-11-24"),
        ("Yesterday", "2026-11-23"),
        ("tomorrow", "2026-11-25"),
        ("1 December", "2025-12-01"),
        ("1 December 2026", "2026-12-01"),
    ],
)
def test_a_day_is_read_as_people_type_it_the_last_such_day_where_it_may_be_over(text: str, kept: str) -> None:
    step = say("ended", text)
    assert step.state.answers["ended"] == Given(text=kept)
    assert step.state.at == "due"


@pytest.mark.parametrize(("text", "kept"), [("1 December", "2026-12-01"), ("20 November", "2027-11-20")])
def test_of_what_is_to_come_the_next_such_day_is_meant(text: str, kept: str) -> None:
    assert say("due", text).state.answers["due"] == Given(text=kept)


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        ("ended", "soon", "I could not read a day in that."),
        ("ended", "31 November", "I could not read a day in that."),
        ("ended", "1 January 2020", "That would be Wednesday 1 January 2020. Give a day within the year."),
        ("due", "yesterday", "That would be Monday 23 November 2026. Give a day from today on."),
        ("due", "1 January 2050", "That would be Saturday 1 January 2050. Give a day from today on."),
    ],
)
def test_what_is_no_day_or_too_far_away_is_said_and_not_held(question: str, text: str, said: str) -> None:
    step = say(question, text)
    assert step.doubt is Doubt.NO_DAY
    assert step.note.startswith(said)
    assert step.state.at == question
    assert step.state.held is None
    assert question not in step.state.answers


def test_not_knowing_is_an_answer_where_today_will_do() -> None:
    assert say("ended", "I'm not sure").state.answers["ended"].unknown
    assert say("due", "I don't know").state.answers["due"].unknown


def test_an_edited_message_changes_its_day() -> None:
    step = engine.answer(ASKED, engine.start(ASKED), Reply("20 November", activity_id="m1", today=TODAY))
    edited = engine.edit_message(ASKED, step.state, "m1", "21 November", TODAY)
    assert edited is not None
    assert edited.state.answers["ended"].text == "2026-11-21"
    wrong = engine.edit_message(ASKED, step.state, "m1", "soon", TODAY)
    assert wrong is not None
    assert wrong.state == step.state


def test_the_answer_is_read_out_as_a_day() -> None:
    state = engine.start(ASKED, given={"ended": "2026-11-20", "due": "2027-02-24"})
    assert [said.text for said in engine.as_said(ASKED, state)] == [
        "Friday 20 November 2026",
        "Wednesday 24 February 2027",
    ]


def test_without_today_a_day_needs_its_year() -> None:
    assert engine.start(ASKED, given={"ended": "20 November 2026"}).at == "due"
    begun: State = engine.start(ASKED, given={"ended": "20 November"})
    assert begun.at == "ended"
