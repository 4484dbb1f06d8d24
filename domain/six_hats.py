"""The six thinking hats: what each looks for, what it asks, and the order in which they are worn.

The perspectives and their order as the programme teaches them (College of Policing, smarter practice page of
Hertfordshire's programme, July 2023).
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


STEPS: tuple[HatSheet, ...] = tuple(
    HATS[hat] for hat in (Hat.WHITE, Hat.YELLOW, Hat.BLACK, Hat.RED, Hat.GREEN, Hat.BLUE)
)
"""The programme's order, facts first and the next steps last, together as alone."""

LAST = len(STEPS) - 1
"""The position of the blue hat, which closes."""

POSITIONS: Mapping[Hat, int] = MappingProxyType({step.hat: place for place, step in enumerate(STEPS)})
"""Where each hat stands in the order."""
