"""What comes back from a press, however a client bends it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.carried import LONGEST_WORDS
from cards.payloads import (
    NOT_OURS,
    OLD_CARD,
    PAYLOADS,
    TOO_LONG,
    HubAsk,
    HubClose,
    HubGive,
    HubTake,
    SubmissionWithdraw,
    WalkAnswer,
    WalkBack,
    parse,
)
from domain.errors import BadInput
from domain.ports import JSON, JSONObject

_LAST_PARTS = {
    "portal": ("menu", "help", "submit", "submit_with", "carry_on", "drafts", "continue"),
    "walk": (
        *("answer", "choose", "back", "skip", "unknown", "review", "edit", "deeper", "pick", "jump", "wave"),
        *("keep", "drop", "take_out", "anew", "run", "save", "cancel", "cancel_really", "resume", "send"),
    ),
    "submission": ("open", "list", "reply", "add", "more", "withdraw", "reopen"),
    "alike": ("follow", "add"),
    "follow": ("start", "affected", "stop", "open", "list"),
    "hats": (
        *("start", "add", "keep", "next", "back", "finish", "hand_over", "lead", "unname"),
        *("all", "attach", "submit"),
    ),
    "think": ("offer", "start"),
    "piece": ("list", "open", "attach", "ask_to_attach", "keep", "text", "throw", "throw_really"),
    "plan": (
        *("list", "open", "start", "tick", "update", "time", "finish", "reopen"),
        *("step", "edit", "action", "remove", "help", "snooze"),
    ),
    "library": ("find", "open", "browse", "form", "keep", "publish", "looked"),
    "flow": ("save", "priority", "due", "work", "hand_over"),
    "task": ("add", "tick", "give"),
    "leave": ("show", "mark", "remove"),
    "reminders": ("show", "choose"),
    "admin": ("deliveries", "retry", "drop"),
    "roles": ("list", "give", "take"),
    "care": ("typed", "list", "open", "nudge", "help", "decide", "supervisor", "hand_over"),
    "hub": (
        *("take", "release", "forward", "back", "give", "ask", "answer", "note", "close", "reopen"),
        *("queue", "open", "workbench", "relate", "merge", "part"),
    ),
}
VERBS = [f"{first}.{last}" for first, lasts in _LAST_PARTS.items() for last in lasts]
FULL: JSONObject = {
    "draft": 12,
    "question": "place",
    "choice": "idea",
    "reference": "PF-2026-0007",
    "version": 3,
    "words": "Thank you",
    "answer": "Hitchin",
    "colleague": "3",
    "outcome": "addressed",
    "page": 1,
    "letter": "C12",
    "session": 7,
    "hat": "red",
    "section": "Analysis",
    "rule": "patrols alone",
    "kind": "six hats",
    "piece": 4,
    "action": 9,
    "step": "analysis",
    "day": "2027-08-03",
    "person": "a1b2c3d4-0000-4000-8000-00000000000f",
    "person_email": "sam.reed@force.example",
    "holder": 4,
    "role": "trainer",
}

ANYTHING: st.SearchStrategy[JSON] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=True), st.text(max_size=30)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_a_payload(verb: str) -> None:
    assert parse({**FULL, "verb": verb}).verb == verb


def test_there_are_no_other_verbs() -> None:
    made = {kind.model_fields["verb"].default for kind in PAYLOADS}
    assert made == set(VERBS)


def test_numbers_come_back_as_text_or_with_a_point() -> None:
    for draft in (5, 5.0, "5", "5.0"):
        assert parse({"verb": "walk.back", "draft": draft, "question": "place", "msteams": {}}) == WalkBack(
            draft=5, question="place"
        )
    assert parse({"verb": "hub.take", "reference": "PF-2026-0007", "version": "3.0"}) == HubTake(
        reference="PF-2026-0007", version=3
    )


def test_each_box_is_read_by_its_own_action_alone() -> None:
    boxes: JSONObject = {
        "words_ask": "Why?",
        "words_note": "Private",
        "words_close": "Done",
        "words": "stray",
    }
    asked = parse({"verb": "hub.ask", "reference": "PF-2026-0007", **boxes})
    assert isinstance(asked, HubAsk)
    assert asked.words == "Why?"
    shut = parse(
        {"verb": "hub.close", "reference": "PF-2026-0007", "version": 1, "outcome": "addressed", **boxes}
    )
    assert isinstance(shut, HubClose)
    assert (shut.outcome, shut.words) == ("addressed", "Done")


def test_an_empty_box_may_be_missing_or_null() -> None:
    base: JSONObject = {"reference": "PF-2026-0007", "version": 1}
    for extra in ({}, {"words_withdraw": None}, {"words_withdraw": ""}):
        read = parse({**base, "verb": "submission.withdraw", **extra})
        assert isinstance(read, SubmissionWithdraw)
        assert read.words == ""
    given_to = parse({**base, "verb": "hub.give", "colleague": None})
    assert isinstance(given_to, HubGive)
    assert given_to.colleague == ""


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({}, NOT_OURS),
        ({"verb": "walk.fly"}, NOT_OURS),
        ({"verb": ["walk.back"]}, NOT_OURS),
        ({"verb": "walk.back"}, OLD_CARD),
        ({"verb": "walk.back", "draft": -1, "question": "place"}, OLD_CARD),
        ({"verb": "walk.back", "draft": True, "question": "place"}, OLD_CARD),
        ({"verb": "walk.back", "draft": 1, "question": "place", "v": 2}, OLD_CARD),
        ({"verb": "hub.take", "reference": "../etc", "version": 1}, OLD_CARD),
    ],
)
def test_what_cannot_be_read_is_refused_kindly(data: JSONObject, sentence: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse(data)
    assert refused.value.sentence == sentence


def test_far_too_long_a_text_is_given_back() -> None:
    typed = "x" * (LONGEST_WORDS + 1)
    with pytest.raises(BadInput) as refused:
        parse({"verb": "walk.answer", "draft": 1, "question": "place", "answer": typed})
    assert (refused.value.sentence, refused.value.field, refused.value.kept) == (TOO_LONG, "answer", typed)


def test_a_text_somewhat_too_long_comes_through_so_that_it_can_be_kept() -> None:
    read = parse({"verb": "walk.answer", "draft": 1, "question": "place", "answer": "x" * 6_200})
    assert isinstance(read, WalkAnswer)
    assert len(read.answer) == 6_200


@given(st.sampled_from(VERBS), st.dictionaries(st.sampled_from([*FULL, "v", "words_ask", "other"]), ANYTHING))
def test_whatever_comes_is_read_or_refused_and_nothing_else(verb: str, data: JSONObject) -> None:
    try:
        payload = parse({**FULL, **data, "verb": verb})
    except BadInput:
        return
    assert payload.verb == verb


@given(ANYTHING)
def test_what_is_no_object_at_all_is_refused_too(data: JSON) -> None:
    if not isinstance(data, dict):
        with pytest.raises(BadInput):
            parse(data)  # type: ignore[arg-type]  # a client can send anything as a card's value
