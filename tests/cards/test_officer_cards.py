"""What an officer sees: the status card, the list, and what comes once."""

import pytest

from cards.followed import FOLLOWED_NEWS
from cards.messages import NOTICES, closed, hub_answers, hub_asks
from cards.plan_news import PLAN_NEWS
from cards.status import status
from cards.submissions import my_submissions
from domain.delivery import NoticeKind
from domain.plan_reminders import BY_KIND
from domain.ports import JSONObject, Outgoing
from domain.submission import Audience, Event, Happened, Submission
from tests.cards import samples as s
from tests.cards.gallery import officers
from tests.cards.walking import everything_said, list_own, of_type, strings


def _card(made: Outgoing) -> JSONObject:
    assert made.card is not None
    return made.card


def _titles(card: JSONObject) -> list[str]:
    """Give the titles of the buttons in sight, from the top."""
    hidden = {
        id(node)
        for container in of_type(card, "Container")
        if container.get("isVisible") is False
        for node in list_own(container)
    }
    kinds = ("Action.Execute", "Action.ShowCard", "Action.ToggleVisibility")
    return [
        str(node["title"]) for node in list_own(card) if node.get("type") in kinds and id(node) not in hidden
    ]


def test_the_tracker_says_done_now_and_next_in_words_beside_its_marks() -> None:
    said = everything_said(_card(status(s.OWNED, [s.SENT], s.NOW))).replace("\u00a0", " ")
    for step in ("✓ Received (done)", "✓ Scanning (done)", "● Analysis (now)", "○ Response (next)"):
        assert step in said
    assert "○ Assessment (later)" in said


def test_a_new_submission_says_that_nobody_need_do_anything() -> None:
    said = everything_said(_card(status(s.RECEIVED, [s.SENT], s.NOW)))
    assert "Nobody in the Hub has it yet." in said
    assert "somebody in the Hub picks it up. You do not need to do anything." in said


def test_it_says_who_has_it_and_since_when() -> None:
    said = everything_said(_card(status(s.OWNED, [s.SENT, s.TAKEN], s.NOW)))
    assert "Priya Nair has it, since Thursday 19 November (5 days)." in said


def test_the_hub_s_notes_never_reach_the_officer() -> None:
    secret = "The officer is on leave; ask the sergeant instead."
    marked = s.event(Happened.NOTED, s.LEE, s.ago(hours=1), secret)
    mismarked = marked.model_copy(update={"audience": Audience.EVERYONE})
    kept_back = Event(
        kind=Happened.ANSWERED, at=s.ago(hours=1), actor=s.LEE, audience=Audience.HUB, words=secret
    )
    for hidden in (marked, mismarked, kept_back):
        for submission in (s.WAITING, s.OWNED, s.CLOSED):
            made = status(submission, [s.SENT, hidden], s.NOW)
            assert secret not in everything_said(_card(made)) + made.summary
            assert "You sent it to the Hub" in everything_said(_card(made))


def test_the_hub_s_question_is_shown_and_answering_it_is_the_first_button() -> None:
    card = _card(status(s.WAITING, [s.SENT, s.TAKEN, s.ASKED], s.NOW))
    assert "Is there a light above the racks" in everything_said(card)
    box, *_ = of_type(card, "Input.Text")
    assert (box["id"], box["label"]) == ("words_reply", "Your answer")
    assert _titles(card) == ["Answer", "Add detail", "Withdraw", "History"]


def test_only_the_question_s_own_message_has_the_box_standing_open() -> None:
    events = [s.SENT, s.TAKEN, s.ASKED]
    own = [node.get("type") for node in list_own(_card(hub_asks(s.WAITING, s.ASKED)))]
    status_s = [node.get("type") for node in list_own(_card(status(s.WAITING, events, s.NOW)))]
    assert "Input.Text" in own
    assert "Input.Text" not in status_s


@pytest.mark.parametrize(
    ("submission", "events", "said"),
    [
        (s.RECEIVED, [s.SENT], "You sent it Wed 18 Nov at 09:30. Nobody in the Hub has it yet."),
        (s.OWNED, [s.SENT, s.TAKEN], "Priya Nair has it, since Thursday 19 November (5 days)."),
        (s.CLOSED, [s.SENT, s.TAKEN, s.CLOSING], "Priya Nair closed it today at 09:25: addressed."),
    ],
)
def test_what_the_card_says_first_it_does_not_say_again_as_the_last_thing(
    submission: Submission, events: list[Event], said: str
) -> None:
    words = everything_said(_card(status(submission, events, s.NOW)))
    assert said in words
    assert "Last: " not in words


def test_who_took_it_a_minute_ago_has_it_since_that_minute() -> None:
    taken = s.OWNED.model_copy(update={"owned_since": s.ago(seconds=20)})
    assert "has it, since today at 09:29." in everything_said(_card(status(taken, [s.TAKEN], s.NOW)))


def test_there_are_at_most_three_actions_and_the_history() -> None:
    for made in officers().values():
        shown = [title for title in _titles(_card(made)) if title != "History"]
        if "My submissions" not in everything_said(_card(made)):
            assert len(shown) <= 4, "three actions, and a second way beside an open box"


def test_withdrawing_asks_first_in_place_and_carries_the_version_that_was_seen() -> None:
    card = _card(status(s.OWNED, [s.SENT], s.NOW))
    behind = next(node for node in of_type(card, "Action.ShowCard") if node["title"] == "Withdraw")["card"]
    assert isinstance(behind, dict)
    press, *_ = of_type(behind, "Action.Execute")
    assert press["title"] == "Yes, withdraw it"
    assert press["data"] == {"verb": "submission.withdraw", "v": 1, "reference": "PF-2026-0007", "version": 3}


def test_a_closed_one_says_why_and_can_be_reopened() -> None:
    card = _card(status(s.CLOSED, [s.SENT, s.CLOSING], s.NOW))
    said = everything_said(card)
    assert "Priya Nair closed it today at 09:25: addressed." in said
    assert "The light works again" in said
    assert _titles(card) == ["Reopen", "History"]


def test_what_was_typed_comes_back_with_the_reason_it_did_not_go_through() -> None:
    made = status(
        s.WAITING, [s.ASKED], s.NOW, error="That is 6,200 characters.", kept="The light", box="add detail"
    )
    box = next(node for node in of_type(_card(made), "Input.Text") if node["id"] == "words_add")
    assert box["value"] == "The light"
    assert box["isRequired"] is False
    assert "That is 6,200 characters." in everything_said(_card(made))


def test_an_error_is_said_even_when_its_box_is_gone() -> None:
    made = status(s.CLOSED, [s.CLOSING], s.NOW, error="It is closed. Reopen it first.", kept="x", box="reply")
    assert "It is closed. Reopen it first." in everything_said(_card(made))


def test_the_history_opens_in_place_with_everything_that_was_sent() -> None:
    card = _card(status(s.OWNED, [s.SENT, s.TAKEN], s.NOW))
    history = next(node for node in of_type(card, "Container") if node.get("id") == "history")
    assert history["isVisible"] is False
    for said in s.SAID:
        assert said.text in everything_said(history)


def test_a_long_submission_is_cut_and_offers_to_be_read_whole() -> None:
    card = _card(status(s.WORST, list(s.WORST_EVENTS), s.NOW))
    press = next(node for node in of_type(card, "Action.Execute") if node["title"] == "Read all of it")
    data = press["data"]
    assert isinstance(data, dict)
    assert (data["verb"], data["whole"]) == ("submission.open", True)


def test_the_list_says_the_state_in_words_and_opens_with_one_press() -> None:
    card = _card(my_submissions([s.WAITING, s.CLOSED], s.NOW))
    said = everything_said(card)
    assert "One waits for your answer." in said
    assert "Analysis, waits for your answer" in said
    assert "Analysis, Priya Nair has it" in everything_said(_card(my_submissions([s.OWNED], s.NOW)))
    assert "Closed: addressed" in said
    assert _titles(card) == ["Open", "Open"]
    assert strings(card, "Action.Execute", "tooltip") == ["Open PF-2026-0007", "Open PF-2026-0007"]


def test_an_empty_list_says_what_to_do_next() -> None:
    card = _card(my_submissions([], s.NOW))
    assert "You have sent nothing yet." in everything_said(card)
    assert _titles(card) == ["Submit something"]


def test_every_kind_of_notice_has_its_message() -> None:
    assert set(NOTICES) == set(NoticeKind) - {
        NoticeKind.WHERE_YOU_ARE,
        NoticeKind.DRAFT_WAITS,
        NoticeKind.DRAFT_ENDS,
        NoticeKind.EVIDENCE_DUE,
        *BY_KIND,
        *PLAN_NEWS,
        *FOLLOWED_NEWS,
        NoticeKind.HUB_DIGEST,
        NoticeKind.OWN_DIGEST,
        NoticeKind.WORK_HANDED_OVER,
    }
    for draw in NOTICES.values():
        assert "PF-2026-0007" in draw(s.OWNED, s.ANSWERED).summary


def test_a_question_that_was_answered_elsewhere_has_no_box_any_more() -> None:
    assert of_type(_card(hub_asks(s.WAITING, s.ASKED)), "Input.Text")
    assert not of_type(_card(hub_asks(s.OWNED, s.ASKED)), "Input.Text")


def test_a_notification_alone_says_what_it_is_about() -> None:
    assert hub_answers(s.OWNED, s.ANSWERED).summary.startswith(
        "PF-2026-0007: Priya Nair in the Hub writes to you:"
    )
    assert "addressed" in closed(s.CLOSED, s.CLOSING).summary
