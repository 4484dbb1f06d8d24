"""The six thinking hats: what each looks for, what it asks, and the order in which they are worn.

The perspectives as the programme teaches them (College of Policing, smarter practice page of Hertfordshire's
programme, July 2023); the order is common practice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Hat(StrEnum):
    """The hats, by colour."""

    BLUE = "blue"
    WHITE = "white"
    RED = "red"
    YELLOW = "yellow"
    BLACK = "black"
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class HatSheet:
    """What one hat is about; the colour never stands without its ``label``."""

    hat: Hat
    label: str
    """The colour and the perspective in words: ``White hat: facts``."""
    mark: str
    """The colour as a sign, to stand behind the label and never alone."""
    prompts: tuple[str, ...]
    """Two or three questions that set somebody thinking."""


HATS: Mapping[Hat, HatSheet] = MappingProxyType(
    {
        sheet.hat: sheet
        for sheet in (
            HatSheet(
                Hat.BLUE,
                "Blue hat: planning",
                "\N{LARGE BLUE CIRCLE}",
                (
                    "What are we deciding?",
                    "What is the next step, who takes it, and by when?",
                    "Which hat do we need again?",
                ),
            ),
            HatSheet(
                Hat.WHITE,
                "White hat: facts",
                "\N{MEDIUM WHITE CIRCLE}",
                (
                    "What do we know, and from where?",
                    "What do we not know yet?",
                    "Which figure would change our mind?",
                ),
            ),
            HatSheet(
                Hat.RED,
                "Red hat: feelings",
                "\N{LARGE RED CIRCLE}",
                (
                    "What is your gut feeling? It needs no reason.",
                    "How will residents, victims and colleagues feel about it?",
                ),
            ),
            HatSheet(
                Hat.YELLOW,
                "Yellow hat: benefits",
                "\N{LARGE YELLOW CIRCLE}",
                (
                    "What is the best result we could really get?",
                    "Who gains, and which calls or work would go away?",
                    "What works already?",
                ),
            ),
            HatSheet(
                Hat.BLACK,
                "Black hat: cautions",
                "\N{MEDIUM BLACK CIRCLE}",
                (
                    "Imagine it failed: why?",
                    "What are the legal, ethical and resource risks?",
                    "Who might be harmed by it?",
                ),
            ),
            HatSheet(
                Hat.GREEN,
                "Green hat: ideas",
                "\N{LARGE GREEN CIRCLE}",
                (
                    "Which three options are there other than patrol and arrest?",
                    "What would a school, a landlord or a nurse do?",
                    "What could be done with no budget at all?",
                ),
            ),
        )
    }
)
"""Every hat, in the words that stand on cards."""


@dataclass(frozen=True, slots=True)
class Step:
    """One turn of a hat: the blue one is worn twice, to open and to close."""

    hat: Hat
    title: str
    prompts: tuple[str, ...]

    @property
    def mark(self) -> str:
        """Give the colour as a sign, to stand behind the title."""
        return HATS[self.hat].mark


def _wear(hat: Hat) -> Step:
    return Step(hat, HATS[hat].label, HATS[hat].prompts)


STEPS: tuple[Step, ...] = (
    Step(
        Hat.BLUE,
        "Blue hat: what we are deciding",
        ("What are we deciding?", "What would a good result look like, for whom, by when?"),
    ),
    _wear(Hat.WHITE),
    _wear(Hat.RED),
    _wear(Hat.YELLOW),
    _wear(Hat.BLACK),
    _wear(Hat.GREEN),
    Step(
        Hat.BLUE,
        "Blue hat: next steps",
        ("What is the next step, who takes it, and by when?", "Which hat do we need again?"),
    ),
)
"""The usual order, with blue at both ends; whoever thinks alone is offered the programme's as well."""

LAST = len(STEPS) - 1
"""The position of the closing blue hat."""
