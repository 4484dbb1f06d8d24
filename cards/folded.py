"""One line where a living card stood."""

from microsoft_teams.cards.core import Action, Column, ColumnSet

from cards.buttons import button
from cards.kit import DOT, line, plain, present, quiet, rows, strong
from cards.payloads import WalkEdit, WalkResume
from cards.words import one_line
from dialogs import engine
from dialogs.state import State
from dialogs.walkthrough import Walkthrough
from domain.language import _
from domain.ports import Outgoing


def folded_answer(
    walkthrough: Walkthrough, state: State, draft_id: int, question: str, *, can_change: bool
) -> Outgoing:
    """Fold a question to its answer; ``can_change`` while the draft is still open.

    A question that is not asked any more (or the review) folds to a line that points on.
    """
    found = next((row for row in engine.summary(walkthrough, state) if row[1].name == question), None)
    if found is None:
        return folded_on(walkthrough, "")
    _section, asked, given, text = found
    if not (given.text or given.unknown or given.skipped):
        return folded_on(walkthrough, asked.name)
    said = one_line(text, 200)
    if not can_change:
        return _fold(_(asked.label), said)
    change = button(
        _("Change"),
        WalkEdit(draft=draft_id, question=asked.name),
        tip=_("Change: {label}").format(label=_(asked.label)),
    )
    return _with_button(_(asked.label), said, change)


def folded_card(reference: str, title: str, *, moved: bool = False, stopped: bool = False) -> Outgoing:
    """Point from an older copy of a submission's card to the newer one.

    ``moved``: to another channel; ``stopped``: there is none, its reader follows it no more.
    """
    where = _("the card is in the Hub's new channel now.") if moved else _("the card is further down now.")
    if stopped:
        where = _("you do not follow it any more.")
    return _fold(reference, f"{one_line(title)}{DOT}{where}")


def withheld_card(reference: str) -> Outgoing:
    """Stand where a card was that is kept to those who work on it now: nothing of it is said."""
    return _fold(reference, _("it is kept to those who work on it now."))


def folded_on(walkthrough: Walkthrough, question: str, state: State | None = None) -> Outgoing:
    """Fold a card that was left without an answer; ``state`` says whether its question is open still."""
    found = walkthrough.find(question)
    left = state is not None and found is not None and found.name != state.at
    where = _("left open for now.") if left else _("the question is further down now.")
    return _fold(_(found.label if found else walkthrough.title), where)


def folded_draft(title: str, ending: str, *, resume: int | None = None) -> Outgoing:
    """Fold a draft that is not open here any more; ``ending`` says what became of it.

    With ``resume``, the draft's id, a button carries on with it.
    """
    what = one_line(title) or _("Submission")
    if resume is None:
        return _fold(what, ending)
    return _with_button(
        what,
        ending,
        button(_("Carry on"), WalkResume(draft=resume), tip=_("Carry on: {what}").format(what=what)),
    )


def _with_button(what: str, said: str, action: Action) -> Outgoing:
    words = Column(
        width="stretch",
        vertical_content_alignment="Center",
        items=[line(strong(f"{what}: "), plain(said))],
    )
    return present(
        f"{what}: {said}", [ColumnSet(columns=[words, Column(width="auto", items=rows([action]))])]
    )


def _fold(what: str, said: str) -> Outgoing:
    return present(f"{what}: {said}", [line(strong(f"{what}: "), quiet(said))])
