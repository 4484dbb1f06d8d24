"""People's words are data: whatever is typed reads as typed and does nothing."""

import json
import re
from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cards.folded import folded_answer, folded_card
from cards.hub import hub_card
from cards.menu import offer, welcome
from cards.messages import closed, hub_asks, officer_added, refuse
from cards.question import question
from cards.queue import queue
from cards.review import review
from cards.status import status
from cards.submissions import my_submissions
from cards.whole import whole_submission
from cards.words import ZERO_WIDTH, cut, defuse, one_line, share_out, weigh, words
from dialogs.state import REVIEW, Doubt, Given
from domain.ports import JSONObject, Outgoing
from domain.queue import QueuePage
from domain.submission import Happened
from tests.cards import samples as s
from tests.cards.walking import check, every_object, of_type

NASTY = st.sampled_from(
    [
        "[press](https://evil.example)",
        "![](https://evil.example/x.png)",
        "**bold** _it_ ~~no~~ `code`",
        "<at>Priya Nair</at>",
        "{{DATE(2026-11-24T09:30:00Z, LONG)}}",
        "{{TIME(2026-11-24T09:30:00Z)}}",
        "https://evil.example",
        "www.evil.example",
        "sam@evil.example",
        "mailto:sam@evil.example",
        "# heading",
        "1. one\n2. two",
        "- one\r\n- two",
        "> said",
        "a\u202eb\u0000c",
        "line one\nline two",
        "<b>x</b> &amp; \\*",
        "👩🏽‍🚒",
    ]
)
TYPED = st.lists(st.one_of(NASTY, st.text(max_size=40)), min_size=1, max_size=6).map(" ".join)
MACRO = re.compile(r"\{\{(DATE|TIME)\(")
LINK = re.compile(r"https?://|www\.\w|<\s*/?at\b|mailto:\w|@\w+\.", re.IGNORECASE)


@given(TYPED)
@example("www.www.a.b http:////x {{{{DATE( <<at>")
def test_words_hold_nothing_that_a_client_would_act_on(typed: str) -> None:
    said = words(typed)
    assert not LINK.search(said)
    assert not MACRO.search(said)
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", said)


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_categories=["Cc"])))
def test_words_read_as_they_were_typed(typed: str) -> None:
    assert defuse(typed).replace(ZERO_WIDTH, "") == typed


@given(TYPED)
def test_words_made_harmless_stay_as_they_are(typed: str) -> None:
    assert words(words(typed)) == words(typed)


def test_families_keep_together_and_lines_stay_lines() -> None:
    assert words("👩🏽‍🚒 one\r\ntwo\n\n\n\nthree") == "👩🏽‍🚒 one\ntwo\n\nthree"


def test_a_word_without_end_can_be_broken_on_a_narrow_screen() -> None:
    longest = max(map(len, re.split(rf"[\s{ZERO_WIDTH}]", words("a" * 500))))
    assert longest <= 25


@given(TYPED, st.integers(min_value=40, max_value=400))
def test_a_cut_text_keeps_its_budget_and_says_how_long_it_was(typed: str, budget: int) -> None:
    short = cut(typed, budget)
    assert weigh(short) <= budget
    if short != typed:
        assert short.endswith("characters in all)")


@given(st.lists(st.text(max_size=300), max_size=12), st.integers(min_value=600, max_value=3000))
def test_several_texts_share_a_budget_and_short_ones_stay_whole(texts: list[str], budget: int) -> None:
    shared = share_out(texts, budget)
    assert len(shared) == len(texts)
    assert sum(map(weigh, shared)) <= budget
    if texts:
        assert all(
            said == text
            for text, said in zip(texts, shared, strict=True)
            if weigh(text) <= budget // len(texts)
        )


def test_one_line_is_one_line() -> None:
    assert one_line("one\n two\t three") == "one two three"
    assert one_line("x " * 200, 20).endswith("…")
    assert len(one_line("x " * 200, 20)) <= 20


MARK = "Zq7"
"""Letters that stand in no sentence of ours."""


def _every_card_of(typed: str) -> list[Outgoing]:
    """Put what was typed wherever a person's words can come from."""
    person = s.PRIYA.model_copy(update={"name": typed, "team": typed})
    said = tuple(one.model_copy(update={"text": typed}) for one in s.SAID)
    submission = s.WAITING.model_copy(
        update={
            "title": typed,
            "place": typed,
            "topic": typed,
            "answers": said,
            "owner": person,
            "officer": person.model_copy(update={"id": 9}),
        }
    )
    asked = s.event(Happened.ASKED, person, s.ago(hours=1), typed, typed)
    events = [asked, s.event(Happened.GIVEN, person, s.ago(minutes=9), "", typed)]
    answers = {
        **s.ANSWERS,
        "problem": Given(text=typed),
        "analysis": Given(text=typed),
        "gone": Given(text=typed),
    }
    rows = [replace(s.ROWS[0], title=typed, topic=typed, place=typed, owner=typed, officer=typed)]
    return [
        welcome(typed),
        offer(typed),
        status(submission, events, s.NOW, error=typed, kept=typed, box="add"),
        hub_card(submission, events, s.NOW, colleagues=(person,), error=typed, kept=typed, box="ask"),
        hub_asks(submission, asked),
        closed(submission, asked),
        officer_added(submission, asked),
        refuse(typed, typed),
        queue(QueuePage(tuple(rows), 0, 1, ()), s.NOW),
        my_submissions([submission], s.NOW),
        *whole_submission(submission),
        review(s.WALK, s.at(REVIEW, answers=answers), 12, typed),
        question(s.WALK, s.at("problem"), 12, note=typed, kept=typed),
        question(s.WALK, s.holding("problem", Doubt.PERSONAL, typed, found=(typed,)), 12),
        question(s.WALK, s.holding("problem", Doubt.COMMAND, typed, command=typed), 12),
        question(s.WALK, s.holding("kind", Doubt.UNCLEAR, typed), 12),
        folded_answer(s.WALK, s.at(REVIEW, answers=answers), 12, "problem", can_change=True),
        folded_card("PF-2026-0007", typed),
    ]


@given(TYPED)
def test_what_people_type_stands_only_where_nothing_reads_it_as_markup(typed: str) -> None:
    """TextRuns, buttons' titles and options are plain text; a TextBlock, which reads Markdown, is ours."""
    for made in _every_card_of(f"{MARK} {typed} {MARK}"):
        card = made.card
        assert card is not None
        check(card)
        assert len(json.dumps(card)) < 40_000
        for block in of_type(card, "TextBlock"):
            assert MARK not in str(block["text"])
            assert MarkdownIt().renderInline(str(block["text"])) == block["text"]
        for run in of_type(card, "TextRun"):
            assert not LINK.search(str(run["text"]))
            assert not MACRO.search(str(run["text"]))
        assert not of_type(card, "Image", "ImageSet", "Media", "Action.OpenUrl")
        assert not _mentions(card)
        assert not LINK.search(made.summary)


def _mentions(card: JSONObject) -> bool:
    return any(
        "entities" in node or "backgroundImage" in node or "iconUrl" in node for _, node in every_object(card)
    )
