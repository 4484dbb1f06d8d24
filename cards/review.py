"""Every answer before it is sent, each with a way to change it, and what the coach says of them together."""

from collections.abc import Iterator
from dataclasses import dataclass

from microsoft_teams.cards.core import Action, CardElement, Column, ColumnSet

from cards.buttons import button, choice_box
from cards.coaching import head_section, say_picture, show_hints, show_picture
from cards.kit import aside, heading, line, plain, present, quiet, rows, sentence, strong
from cards.payloads import WalkCancel, WalkDeeper, WalkEdit, WalkPick, WalkSave, WalkSend
from cards.words import share_out, words
from dialogs import engine
from dialogs.sentences import say_origin
from dialogs.state import DEEPER, Given, State
from dialogs.telling import order_titles
from dialogs.walkthrough import Question, Section, Walkthrough
from domain.language import N_, _, _n
from domain.ports import Outgoing

ANSWERS_BUDGET = 12_000
"""Bytes of words for all answers together; the rest of the 40 KB goes to the buttons."""

EXTRA = N_("The short form is complete; the rest is extra.")


@dataclass(frozen=True, slots=True)
class _Row:
    section: Section
    asked: Question
    given: Given
    said: str

    @property
    def answered(self) -> bool:
        return bool(self.given.text) or self.given.unknown

    @property
    def shown(self) -> bool:
        """Tell whether it has a line of its own; what is extra and unanswered is only counted."""
        return self.answered or not self.section.extra


def review(walkthrough: Walkthrough, state: State, draft_id: int, note: str = "") -> Outgoing:
    """Show what will be sent, with a way to change each answer, and what happens then."""
    asked = _list_in_order(walkthrough, state)
    shown = [row for row in asked if row.shown]
    gone = engine.also_said(walkthrough, state)
    texts = share_out(
        [*(words(row.said) for row in shown), *(words(text) for _label, text in gone)], ANSWERS_BUDGET
    )
    body: list[CardElement | None] = [
        heading(
            _n("{title}: your answer", "{title}: your answers", max(1, len(asked))).format(
                title=_(walkthrough.title)
            )
        ),
        aside(state.about, "None") if state.about else None,
        aside(say_origin(state.hats), "None") if state.hats is not None else None,
        sentence(note) if note else None,
        aside(_(EXTRA)) if _goes_beyond(asked) else None,
        *_show_sections(asked, texts, draft_id),
        *_offer_list(asked, draft_id),
    ]
    also = list(zip(gone, texts[len(shown) :], strict=True))
    if also:
        body.append(aside(_("Also said"), "Medium"))
        body.extend(line(strong(f"{label}: "), plain(text), spacing="Small") for (label, _text), text in also)
    has_heads = any(row.section.extra for row in asked)
    body.extend((say_picture if has_heads else show_picture)(walkthrough, state))
    body.extend(show_hints(walkthrough, state, draft_id))
    if walkthrough.before_finish:
        body.append(sentence(_(walkthrough.before_finish), "Medium"))
    return present(
        _n(
            "{title}: {count} answer to look through.",
            "{title}: {count} answers to look through.",
            len(shown),
        ).format(title=_(walkthrough.title), count=len(shown)),
        body,
        _list_actions(walkthrough, state, draft_id),
    )


def _list_in_order(walkthrough: Walkthrough, state: State) -> list[_Row]:
    """List the answers section by section; sections of the same title, the deeper ones too, become one."""
    asked = [_Row(*row) for row in engine.summary(walkthrough, state)]
    titles = order_titles(walkthrough, [row.section.title for row in asked])
    return sorted(asked, key=lambda row: titles.index(row.section.title))


def _goes_beyond(asked: list[_Row]) -> bool:
    """Tell whether there is more than the short form, which stands before it."""
    return len({row.section.extra for row in asked}) > 1


def _show_sections(asked: list[_Row], texts: list[str], draft_id: int) -> Iterator[CardElement]:
    """Show each section with its answers; one that goes beyond the short form has a way into it."""
    left = iter(texts)
    for title in dict.fromkeys(row.section.title for row in asked):
        rows_here = [row for row in asked if row.section.title == title]
        if any(row.section.extra for row in rows_here):
            yield head_section(title, [row.answered for row in rows_here], draft_id)
        elif title != rows_here[0].asked.label:
            # A section of one question that is called the same says it once.
            yield aside(_(title), "Medium")
        for row in rows_here:
            if row.shown:
                yield _show_answer(row, next(left), draft_id)


def _show_answer(row: _Row, text: str, draft_id: int) -> CardElement:
    """Show an answer; what is extra is changed from the section or the list, so that the card stays small."""
    said = line(
        strong(f"{_(row.asked.label)}: "), plain(text) if row.answered else quiet(text), spacing="Small"
    )
    if row.section.extra:
        return said
    change = button(
        _("Change") if row.answered else _("Answer"),
        WalkEdit(draft=draft_id, question=row.asked.name),
        tip=_("Change: {label}").format(label=_(row.asked.label)),
    )
    return ColumnSet(
        spacing="Small",
        columns=[Column(width="stretch", items=[said]), Column(width="auto", items=rows([change]))],
    )


def _offer_list(asked: list[_Row], draft_id: int) -> list[CardElement]:
    """Offer the extra answers that have no button of their own in a list, to change one of them."""
    options = [(row.asked.name, _(row.asked.label)) for row in asked if row.section.extra and row.answered]
    if not options:
        return []
    change = button(_("Change it"), WalkPick(draft=draft_id), sends_inputs=True)
    return [
        choice_box("question", _("An extra answer to change"), _("Choose one first."), options),
        *rows([change]),
    ]


def _list_actions(walkthrough: Walkthrough, state: State, draft_id: int) -> list[Action]:
    actions: list[Action] = [button(_(walkthrough.finish), WalkSend(draft=draft_id), main=True)]
    if has_deeper(walkthrough, state):
        actions.append(button(_("Tell the Hub more"), WalkDeeper(draft=draft_id)))
    actions.append(button(_("Save for later"), WalkSave(draft=draft_id)))
    actions.append(button(_("Cancel"), WalkCancel(draft=draft_id)))
    return actions


def has_deeper(walkthrough: Walkthrough, state: State) -> bool:
    """Say whether deeper questions are there that have not been asked for yet."""
    if DEEPER in state.answers:
        return False
    deeper = state.model_copy(update={"answers": {**state.answers, DEEPER: Given(text="yes")}})
    return len(engine.visible(walkthrough, deeper)) > len(engine.visible(walkthrough, state))
