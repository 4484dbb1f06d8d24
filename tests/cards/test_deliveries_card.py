"""What an administrator reads about deliveries that were given up."""

import pytest

from cards.deliveries import WHATS, deliveries, say_backlog, say_what, say_whom, say_why
from domain.delivery import Backlog, LetterKind, NoticeKind, View, read_letter_name
from tests.cards import samples as s
from tests.cards.walking import everything_said


def test_every_kind_of_card_and_message_has_a_name_in_words() -> None:
    assert set(WHATS) == {*View, *NoticeKind}


def test_each_says_what_for_whom_since_when_and_why() -> None:
    made = deliveries(s.LETTERS, Backlog(12, 6, s.ago(minutes=4)), s.NOW)
    assert made.card is not None
    said = everything_said(made.card)
    for words in (
        "6 deliveries have been given up.",
        "12 more wait to go, the oldest for 4 minutes.",
        "The officer's card (PF-2026-0007)",
        "For Sam Reed. It is too large for Teams.",
        "C1 · given up today at 09:10 after 9 tries",
        "For the Hub's channel. The app is not in that chat or team any more.",
        "For a channel. Teams answered: Http418.",
        "The card of an open question",
        "Something went wrong on our side (ValueError).",
        "For somebody in a group chat.",
    ):
        assert words in said


def test_few_are_counted_as_people_count() -> None:
    assert say_backlog(Backlog(0, 0, None), s.NOW) == "Nothing else waits."
    assert say_backlog(Backlog(1, 0, s.ago(hours=2)), s.NOW) == "1 more waits to go, the oldest for 2 hours."


def test_what_the_other_side_called_it_is_cut_and_made_harmless() -> None:
    odd = s.letter(LetterKind.NOTICE, 1, "unheard of", "<at>x</at>" * 40)
    assert len(say_why(odd)) < 100
    assert (say_what(odd), say_whom(odd)) == ("a message (PF-2026-0007)", "Sam Reed")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("C12", (LetterKind.POSTING, 12)),
        (" m7 ", (LetterKind.NOTICE, 7)),
        ("C", None),
        ("X1", None),
        ("C1x", None),
        ("C²", None),
        ("C" + "9" * 16, None),
        ("", None),
    ],
)
def test_names_are_read_as_they_are_written(typed: str, read: object) -> None:
    assert read_letter_name(typed) == read
