"""A reply that is held back: why, the words as they were typed, and what can be done with them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from microsoft_teams.cards.core import CardElement

from cards.buttons import button
from cards.inputs import ask_for_day, ask_in_words, offer_guesses
from cards.kit import aside, problem, quotation, rows, sentence
from cards.payloads import WalkAnew, WalkDrop, WalkKeep, WalkRun, WalkTakeOut
from cards.words import cut, one_line, words
from dialogs.state import Doubt, Held
from dialogs.walkthrough import ChoiceAnswer, DayAnswer, Question
from domain.language import N_, _

QUOTED = 2_000
"""Bytes of a held reply that are quoted."""


@dataclass(frozen=True, slots=True)
class _Pending:
    asked: Question
    held: Held
    draft_id: int


def show_held(asked: Question, held: Held, draft_id: int, why: str) -> list[CardElement]:
    """Say why a reply is held back and offer the ways on; ``why`` is the engine's sentence."""
    lead = sentence(why) if held.doubt is Doubt.SUGGESTED else problem(why)
    return [lead, *_VARIANTS[held.doubt](_Pending(asked, held, draft_id))]


def as_asked(deed: str) -> str:
    """Say a command's deed as somebody asks for it: ``show my drafts`` for ``show your drafts``."""
    return deed.replace("your ", "my ")


def _show_command(pending: _Pending) -> list[CardElement]:
    deed = one_line(_(as_asked(pending.held.command or N_("do that now"))), 40)
    return rows(
        [
            button(_("That is my answer"), WalkKeep(draft=pending.draft_id), main=True),
            button(deed[:1].upper() + deed[1:], WalkRun(draft=pending.draft_id)),
            button(_("Neither"), WalkDrop(draft=pending.draft_id)),
        ]
    )


def _show_personal(pending: _Pending) -> list[CardElement]:
    spotted = ", ".join(f"“{one_line(found, 60)}”" for found in pending.held.found[:10])
    choices = rows(
        [
            button(_("Take it out"), WalkTakeOut(draft=pending.draft_id), main=True),
            button(_("Keep it as it is"), WalkKeep(draft=pending.draft_id)),
        ]
    )
    box = ask_in_words(
        pending.asked, pending.draft_id, pending.held.text, label=_("Or write it in other words"), main=False
    )
    found = [aside(_("Spotted: {spotted}").format(spotted=spotted))] if spotted else []
    return [*found, *choices, *box]


def _show_unclear(pending: _Pending) -> list[CardElement]:
    wrote = quotation(cut(words(pending.held.text), QUOTED))
    if not isinstance(pending.asked.answer, ChoiceAnswer):
        return [wrote, *_show_in_box(pending)]
    return [
        wrote,
        *offer_guesses(pending.asked, pending.asked.answer, pending.draft_id, pending.held.guesses),
    ]


def _show_late(pending: _Pending) -> list[CardElement]:
    return [
        quotation(cut(words(pending.held.text), QUOTED)),
        *rows(
            [
                button(_("That is my answer"), WalkKeep(draft=pending.draft_id), main=True),
                button(_("Something new"), WalkAnew(draft=pending.draft_id)),
            ]
        ),
    ]


def _show_in_box(pending: _Pending) -> list[CardElement]:
    if isinstance(pending.asked.answer, DayAnswer):
        return ask_for_day(pending.asked, pending.asked.answer, pending.draft_id, "")
    return ask_in_words(pending.asked, pending.draft_id, pending.held.text)


_VARIANTS: Mapping[Doubt, Callable[[_Pending], list[CardElement]]] = MappingProxyType(
    {
        Doubt.COMMAND: _show_command,
        Doubt.PERSONAL: _show_personal,
        Doubt.ELSEWHERE: lambda _pending: [],
        Doubt.UNCLEAR: _show_unclear,
        Doubt.LATE: _show_late,
        Doubt.SUGGESTED: _show_in_box,
        Doubt.TOO_LONG: _show_in_box,
        Doubt.NO_DAY: _show_in_box,
        Doubt.EMPTY: _show_in_box,
    }
)
