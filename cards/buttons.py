"""Buttons and boxes: one verb three ways (Action.Execute, Action.Submit on phones, and by typing)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from microsoft_teams.cards.core import (
    Action,
    ActionStyle,
    AdaptiveCard,
    AssociatedInputs,
    CardElement,
    ChoiceSetInput,
    Container,
    DateInput,
    ExecuteAction,
    ShowCardAction,
    SubmitAction,
    TextInput,
    ToggleVisibilityAction,
)
from microsoft_teams.cards.core import Choice as Option

from cards.carried import Carried
from cards.kit import aside, problem, rows
from cards.words import cut, one_line, weigh
from domain.language import _

LONGEST_BOX = 12_000
"""Characters a box takes: three times what the Hub reads, since a client cuts off the rest unasked."""

KEPT_BUDGET = 15_000
"""Bytes of kept text that a box can carry without making the card too large."""

TITLE = 60
"""Characters of a button's title."""


def button(
    title: str, payload: Carried, *, main: bool = False, sends_inputs: bool = False, tip: str = ""
) -> ExecuteAction:
    """Make a button. Phones that know no Action.Execute get the same data, verb included, by Action.Submit.

    A button that sends no inputs is not held up by an empty box beside it.
    """
    data = payload.as_data()
    name = one_line(title, TITLE)
    inputs: AssociatedInputs | None = None if sends_inputs else "none"
    style: ActionStyle | None = "positive" if main else None
    return ExecuteAction(
        title=name,
        verb=payload.verb,
        data=data,
        associated_inputs=inputs,
        style=style,
        tooltip=tip or None,
        fallback=SubmitAction(title=name, data=data, associated_inputs=inputs, style=style),
    )


def opening(title: str, *keys: str) -> ToggleVisibilityAction:
    """Make a button that shows and hides something in place."""
    return ToggleVisibilityAction(title=title, target_elements=list(keys))


def text_box(  # noqa: PLR0913 (an input has these parts, and each is named at the call)
    key: str,
    label: str,
    error: str,
    *,
    kept: str = "",
    hint: str = "",
    lines: bool = True,
    required: bool = True,
) -> TextInput:
    """Make a box for a person's own words."""
    return TextInput(
        id=key,
        label=label,
        error_message=error,
        is_required=required,
        is_multiline=lines,
        max_length=LONGEST_BOX,
        placeholder=hint or label,
        value=(kept if weigh(kept) <= KEPT_BUDGET else cut(kept, KEPT_BUDGET)) or None,
    )


def choice_box(  # noqa: PLR0913 (an input has these parts, and each is named at the call)
    key: str,
    label: str,
    error: str,
    options: Sequence[tuple[str, str]],
    *,
    chosen: str = "",
    required: bool = True,
) -> ChoiceSetInput:
    """Make a list to choose one from; ``options`` are values and what is read for them."""
    known = chosen if any(chosen == value for value, _ in options) else None
    return ChoiceSetInput(
        id=key,
        label=label,
        error_message=error,
        is_required=required,
        style="compact",
        placeholder=_("Choose one"),
        value=known,
        choices=list(_write_options(tuple(options))),
    )


def date_box(key: str, label: str, error: str, *, kept: str = "", required: bool = True) -> DateInput:
    """Make a box for a day; ``kept`` is the day in it, as ``2027-08-03``."""
    return DateInput(
        id=key,
        label=label,
        error_message=error,
        is_required=required,
        placeholder=label,
        value=kept or None,
    )


@lru_cache(maxsize=32)
def _write_options(options: tuple[tuple[str, str], ...]) -> tuple[Option, ...]:
    """Write the options of a list; the same few lists (topics, colleagues) are drawn again and again."""
    return tuple(Option(title=one_line(title, 80), value=value) for value, title in options)


@dataclass(frozen=True, slots=True)
class Box:
    """An action that needs words: opened from a button, or open at once with an error and what was typed."""

    title: str
    inputs: tuple[CardElement, ...]
    send: Action
    intro: str = ""
    more: tuple[Action, ...] = ()
    main: bool = False

    def behind_button(self) -> ShowCardAction:
        """Put the box behind its button.

        Inputs of a card behind a button are neither checked nor sent by any action outside it.
        """
        body: list[CardElement] = [aside(self.intro)] if self.intro else []
        card = AdaptiveCard(body=[*body, *self.inputs, *rows([self.send, *self.more])])
        return ShowCardAction(title=self.title, card=card, style="positive" if self.main else None)

    def opened(self, error: str = "") -> Container:
        """Show the box itself, with what is wrong above it."""
        body: list[CardElement] = [problem(error)] if error else []
        if self.intro:
            body.append(aside(self.intro))
        return Container(spacing="Medium", items=[*body, *self.inputs, *rows([self.send, *self.more])])
