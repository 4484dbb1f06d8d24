"""The house pieces every card is made of, and what turns them into a message.

Nothing here is newer than Adaptive Cards 1.2, so nothing here needs a fallback; buttons, which do, are in
``buttons.py``. Sentences are TextRuns, so that people's words in them stay words (see ``words.py``).
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from microsoft_teams.cards.core import (
    Action,
    ActionSet,
    AdaptiveCard,
    CardElement,
    Container,
    RichTextBlock,
    ShowCardAction,
    TeamsCardProperties,
    TextBlock,
    TextRun,
    ToggleVisibilityAction,
)

from cards.words import defuse, words
from domain.language import spoken
from domain.marking import Marking
from domain.ports import JSON, JSONObject, Outgoing

SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
VERSION: Literal["1.5"] = "1.5"
DOT = " · "

ROW_WIDTH = 298
"""Pixels a row of buttons may take: what a card has inside on a telephone of 360."""
LETTER_WIDTH = 7.4
BUTTON_PADDING = 40
ARROW_WIDTH = 16
"""What a button that opens a box has behind its title."""

Spacing = Literal["None", "Small", "Default", "Medium", "Large"]


def heading(text: str) -> TextBlock:
    """Head a card; for our own words alone, since a TextBlock reads Markdown."""
    return TextBlock(text=text, style="heading", size="Medium", weight="Bolder", wrap=True)


def plain(text: str) -> TextRun:
    """Say something."""
    return TextRun(text=defuse(text))


def strong(text: str) -> TextRun:
    """Say something so that the eye finds it."""
    return TextRun(text=defuse(text), weight="Bolder")


def quiet(text: str) -> TextRun:
    """Say something more quietly."""
    return TextRun(text=defuse(text), is_subtle=True, size="Small")


def toggle(text: str, key: str) -> TextRun:
    """Say a word that shows and hides something in place when pressed."""
    action = ToggleVisibilityAction(title=text, target_elements=[key])
    return TextRun(text=text, size="Small", color="Accent", select_action=action)


def line(*runs: TextRun, spacing: Spacing | None = None, separator: bool | None = None) -> RichTextBlock:
    """Put runs on one line, which wraps where it must."""
    inlines: list[CardElement] = [*runs]
    return RichTextBlock(inlines=inlines, spacing=spacing, separator=separator)


def sentence(text: str, spacing: Spacing | None = None) -> RichTextBlock:
    """Say one sentence."""
    return line(plain(text), spacing=spacing)


def aside(text: str, spacing: Spacing = "Small") -> RichTextBlock:
    """Say one sentence more quietly."""
    return line(quiet(text), spacing=spacing)


def prompt(text: str) -> RichTextBlock:
    """Ask the question of a card."""
    return line(TextRun(text=defuse(text), weight="Bolder", size="Medium"))


def title(text: str) -> RichTextBlock:
    """Name what a card is about, in a person's own words."""
    return line(TextRun(text=words(text), weight="Bolder", size="Medium"), spacing="Small")


def quotation(text: str) -> Container:
    """Show what a person wrote, set off from our own sentences."""
    return Container(style="emphasis", spacing="Small", items=[sentence(words(text))])


def problem(text: str) -> Container:
    """Say what does not fit yet: in words first, the colour only draws the eye."""
    return Container(style="warning", spacing="Small", items=[line(strong(text))])


def marking_line(marking: Marking, *more: str) -> RichTextBlock:
    """Show the marking, which stands on every card of an item, and small facts beside it."""
    return aside(DOT.join((marking.value, *more)), spacing="None")


def folded(key: str, items: Iterable[CardElement]) -> Container:
    """Keep something out of sight until an action named ``key`` opens it in place."""
    return Container(id=key, is_visible=False, spacing="Small", items=list(items))


def rows(actions: Sequence[Action], *, spacing: Spacing = "Small") -> list[CardElement]:
    """Set buttons in rows that a telephone can show without cutting a word off."""
    packed: list[list[Action]] = []
    room = 0.0
    for action in actions:
        width = _measure(action)
        if not packed or width > room:
            packed.append([])
            room = float(ROW_WIDTH)
        packed[-1].append(action)
        room -= width
    return [ActionSet(actions=row, spacing=spacing if row is packed[0] else "Small") for row in packed]


def _measure(action: Action) -> float:
    width = len(getattr(action, "title", None) or "") * LETTER_WIDTH + BUTTON_PADDING
    return width + ARROW_WIDTH if isinstance(action, ShowCardAction) else width


def present(
    summary: str,
    body: Sequence[CardElement | None],
    actions: Sequence[Action] = (),
    below: Sequence[CardElement | None] = (),
) -> Outgoing:
    """Finish a card. ``summary`` is what a notification, a screen reader and an old client say of it.

    The actions stand in rows of their own, since a card's action bar cuts their titles short on a phone;
    ``below`` is what they open in place.
    """
    said = defuse(" ".join(summary.split()))
    card = AdaptiveCard(
        version=VERSION,
        lang=spoken().tag,
        fallback_text=said,
        msteams=TeamsCardProperties(width="full"),
        body=[one for one in (*body, *rows(actions, spacing="Medium"), *below) if one is not None],
    )
    finished = card.model_dump(exclude_none=True)
    _write_whole_numbers(finished)
    return Outgoing(summary=said, card={"$schema": SCHEMA, **finished})


def _write_whole_numbers(part: JSONObject | list[JSON]) -> None:
    """Write whole numbers as such: the package makes 4000.0 of 4000, and some clients want 4000."""
    inner = part.items() if isinstance(part, dict) else enumerate(part)
    for key, value in inner:
        if isinstance(value, (dict, list)):
            _write_whole_numbers(value)
        elif isinstance(value, float) and value.is_integer():
            part[key] = int(value)  # type: ignore[index] # the key is of this very part
