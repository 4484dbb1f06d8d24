"""No sentence of ours stands on a card but by way of the catalogue."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cards.menu import (
    ADMIN_WORDS,
    HUB_WORDS,
    PERSONAL_WORDS,
    SUBMISSION_WORDS,
    TRAINER_WORDS,
    WALKING_WORDS,
)
from dialogs.catalogue import CATALOGUE
from dialogs.walkthrough import ChoiceAnswer
from domain.language import speaking
from domain.ports import Outgoing
from tests.cards.gallery import outgoing
from tests.cards.walking import every_object
from tests.languages import NOWHERE, Brackets, bracketed, find_file, find_untranslated, list_literals
from tools.words import collect

HELP = (PERSONAL_WORDS, SUBMISSION_WORDS, WALKING_WORDS, ADMIN_WORDS, TRAINER_WORDS, HUB_WORDS)
TYPED = {word for table in HELP for word, _meaning in table}
"""Commands are typed in English, whatever is spoken."""

ASKED = [asked.answer for way in CATALOGUE.values() for _section, asked in way.questions()]
KEPT = {choice.title for answer in ASKED if isinstance(answer, ChoiceAnswer) for choice in answer.choices}
"""Choices that were sent are kept in English, with everything else that was sent."""

KEPT_DAY = {"Wednesday 31 March 2027"}
"""So are days."""

SAMPLES = [
    file for file in Path(__file__).parent.glob("*.py") if not file.name.startswith(("test_", "walking"))
]
BROKEN_UP = {"reed@", "moore@", "force", "Gone"}
"""Of samples' addresses and of a question that is gone."""

PEOPLES = TYPED | KEPT | KEPT_DAY | BROKEN_UP.union(*map(list_literals, SAMPLES))
READ = ("text", "title", "label", "placeholder", "errorMessage", "fallbackText", "tooltip", "altText")

SAID = Brackets()

with speaking(bracketed(SAID)):
    CARDS = outgoing()


def list_read(message: Outgoing) -> Iterator[str]:
    """Give every text of a message that a person reads."""
    yield message.text
    yield message.summary
    for _key, node in every_object(message.card or {}):
        yield from (str(node[key]) for key in READ if key in node)


@pytest.mark.parametrize("name", CARDS)
def test_every_sentence_of_a_card_can_be_translated(name: str) -> None:
    assert find_untranslated(list_read(CARDS[name]), PEOPLES) == {}


def test_translators_are_given_every_sentence_that_is_said() -> None:
    ids = (message.id if isinstance(message.id, tuple) else (message.id,) for message in collect())
    given = {sentence for forms in ids for sentence in forms}
    missed = SAID.asked - given - PEOPLES
    assert {sentence: find_file(sentence) for sentence in missed if find_file(sentence) != NOWHERE} == {}
