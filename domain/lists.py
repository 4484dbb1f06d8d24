"""Several things named in one sentence, in the language that is spoken."""

from collections.abc import Sequence
from typing import Literal

from babel.lists import format_list

from domain.language import ENGLISH, spoken


def say_all(things: Sequence[str]) -> str:
    """Name all of them: ``a plan, an owner and a date``."""
    return _join(things, "and", "standard")


def say_any(things: Sequence[str]) -> str:
    """Name them to choose from: ``theft, robbery or burglary``."""
    return _join(things, "or", "or")


def _join(things: Sequence[str], word: str, style: Literal["standard", "or"]) -> str:
    if spoken() is not ENGLISH:
        return format_list(things, style, locale=spoken().tag.replace("-", "_"))
    return f"{', '.join(things[:-1])} {word} {things[-1]}" if len(things) > 1 else "".join(things)
