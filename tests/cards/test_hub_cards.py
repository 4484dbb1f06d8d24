"""What the Hub sees: its card of a submission, and the queue."""

import pytest

from cards.hub import choose_main, hub_card
from cards.queue import queue
from domain.lifecycle import Move, Side, list_legal_moves
from domain.ports import JSONObject, Outgoing
from domain.queue import QueuePage, StageTotal
from domain.submission import Event, Stage, Submission
from tests.cards import samples as s
from tests.cards.walking import everything_said, of_type

VERB_OF = {f"hub.{move}": move for move in Move}
ON_THE_WORKBENCH = {Move.MERGE}
"""What takes another submission is offered there, beside that one."""


def _card(made: Outgoing) -> JSONObject:
    assert made.card is not None
    return made.card


def _moves(card: JSONObject) -> set[Move]:
    pressed = {str(node["verb"]) for node in of_type(card, "Action.Execute")}
    return {VERB_OF[verb] for verb in pressed - {"hub.open", "hub.workbench"}}


@pytest.mark.parametrize("submission", [s.RECEIVED, s.OWNED, s.WAITING, s.RELEASED, s.CLOSED, s.WITHDRAWN])
@pytest.mark.parametrize("box", ["", "ask", "close", "give"])
def test_it_offers_every_legal_move_and_no_other(submission: Submission, box: str) -> None:
    card = _card(hub_card(submission, [s.SENT], s.NOW, colleagues=s.COLLEAGUES, box=box))
    assert _moves(card) | ON_THE_WORKBENCH == {*list_legal_moves(submission, Side.HUB), *ON_THE_WORKBENCH}
    assert not _moves(card) & ON_THE_WORKBENCH


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.CLOSED])
def test_that_holds_at_every_stage(stage: Stage) -> None:
    submission = s.OWNED.model_copy(update={"stage": stage})
    card = _card(hub_card(submission, [], s.NOW, colleagues=s.COLLEAGUES))
    assert _moves(card) | ON_THE_WORKBENCH == {*list_legal_moves(submission, Side.HUB), *ON_THE_WORKBENCH}
    assert not _moves(card) & ON_THE_WORKBENCH


@pytest.mark.parametrize(
    ("submission", "events", "main"),
    [
        (s.RECEIVED, [s.SENT], Move.TAKE),
        (s.OWNED, [s.SENT, s.TAKEN], Move.ANSWER),
        (s.WAITING, [s.SENT, s.ASKED], Move.ANSWER),
        (s.OWNED, [s.ASKED, s.REPLIED, s.ANSWERED], Move.CLOSE),
        (s.OWNED, [s.ANSWERED, s.REPLIED], Move.ANSWER),
        (s.CLOSED, [s.ANSWERED, s.CLOSING], Move.REOPEN),
    ],
)
def test_one_main_action_fits_the_moment(submission: Submission, events: list[Event], main: Move) -> None:
    assert choose_main(submission, events) is main


def test_five_seconds_tell_what_where_from_whom_whose_and_how_long() -> None:
    said = everything_said(_card(hub_card(s.OWNED, [s.SENT], s.NOW, colleagues=s.COLLEAGUES)))
    for fact in (
        "Bikes are stolen from the racks",
        "Hitchin station forecourt",
        "Sam Reed · Neighbourhood Policing",
        "Priya Nair has it. Waiting for us for 2 days.",
        "OFFICIAL",
    ):
        assert fact in said


def test_three_lines_of_the_timeline_are_in_sight_and_the_rest_opens() -> None:
    events = [s.SENT, s.TAKEN, s.NOTED, s.MOVED, s.ASKED]
    card = _card(hub_card(s.WAITING, events, s.NOW, colleagues=s.COLLEAGUES))
    history = next(node for node in of_type(card, "Container") if node.get("id") == "history")
    assert "took it on" in everything_said(history)
    assert "asked the officer" not in everything_said(history)
    assert "asked the officer" in everything_said(card)


def test_a_colleague_is_chosen_by_name_and_never_the_one_who_has_it() -> None:
    card = _card(hub_card(s.OWNED, [], s.NOW, colleagues=s.COLLEAGUES))
    choices = next(node for node in of_type(card, "Input.ChoiceSet") if node["id"] == "colleague")["choices"]
    assert choices == [{"title": "Lee Marsh", "value": "3"}, {"title": "Jo Ashby", "value": "4"}]


def test_an_error_opens_the_box_with_what_was_typed_and_chosen() -> None:
    made = hub_card(
        s.OWNED,
        [],
        s.NOW,
        colleagues=s.COLLEAGUES,
        error="Say in a sentence why.",
        kept="The lamp",
        chosen="adopted",
        box="close",
    )
    boxes = {
        str(node["id"]): node.get("value") for node in of_type(_card(made), "Input.Text", "Input.ChoiceSet")
    }
    assert (boxes["outcome"], boxes["words_close"]) == ("adopted", "The lamp")


def test_decisions_carry_the_version_that_was_seen() -> None:
    card = _card(hub_card(s.OWNED, [], s.NOW, colleagues=s.COLLEAGUES))
    decided = {"hub.take", "hub.release", "hub.give", "hub.forward", "hub.back", "hub.close"}
    for press in of_type(card, "Action.Execute"):
        data = press["data"]
        assert isinstance(data, dict)
        assert ("version" in data) is (press["verb"] in decided)


def test_the_queue_puts_what_nobody_has_first_and_says_how_long_each_waits() -> None:
    totals = (StageTotal(Stage.RECEIVED, 4, 3), StageTotal(Stage.SCANNING, 6, 1))
    said = everything_said(_card(queue(QueuePage(s.ROWS, 0, 1, totals), s.NOW)))
    assert "10 open, 4 without anybody: 4 received, 6 scanning." in said
    assert said.index("Nobody has it yet") < said.index("Somebody has it")
    assert "Received · waiting for us for 10 days" in said
    assert "Received · Priya Nair · waiting for the officer for 4 days" in said


def test_the_queue_turns_its_pages_at_both_ends() -> None:
    def turns(page: int) -> list[str]:
        card = _card(queue(QueuePage(s.ROWS, page, 3, ()), s.NOW))
        return [str(node["title"]) for node in of_type(card, "Action.Execute") if "page" in str(node["data"])]

    assert turns(0) == ["Next page"]
    assert turns(1) == ["Previous page", "Next page"]
    assert turns(2) == ["Previous page"]


def test_an_empty_queue_says_so() -> None:
    assert "Nothing is open." in queue(QueuePage((), 0, 1, ()), s.NOW).summary
