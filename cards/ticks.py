"""Several things ticked in one box, and how a client sends them."""

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

from microsoft_teams.cards.core import Choice, ChoiceSetInput

from domain.errors import BadInput
from domain.language import _

Ticked = TypeVar("Ticked", bound=StrEnum)


def ticks_box(
    key: str, label: str, error: str, options: Sequence[tuple[str, str]], ticked: Collection[str]
) -> ChoiceSetInput:
    """Make a list to tick as many as fit; ``options`` are values and what is read for them."""
    return ChoiceSetInput(
        id=key,
        label=label,
        error_message=error,
        is_required=False,
        is_multi_select=True,
        style="expanded",
        placeholder=label,
        value=",".join(value for value, _title in options if value in ticked) or None,
        choices=[Choice(title=title, value=value) for value, title in options],
    )


def split_ticks(sent: str) -> list[str]:
    """Split what a client sends: the values, with commas between."""
    return [one.strip() for one in sent.split(",") if one.strip()]


def read_ticks(kind: type[Ticked], sent: str) -> tuple[Ticked, ...]:
    """Read what was ticked, in the order of its enum.

    Raises:
        BadInput: something is ticked that the list does not have.
    """
    named = set(split_ticks(sent))
    if unknown := named - {one.value for one in kind}:
        sentence = _("\u201c{word}\u201d is not in the list. Tick what is.")
        raise BadInput(sentence.format(word=min(unknown)[:60]), kept=sent)
    return tuple(one for one in kind if one.value in named)


def join_ticks(ticked: Iterable[str]) -> str:
    """Write what is ticked as a client sends it."""
    return ",".join(ticked)
