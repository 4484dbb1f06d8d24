"""Every answer before it is sent, each with its Change button."""

from microsoft_teams.cards.core import Action, CardElement, Column, ColumnSet

from cards.buttons import button
from cards.kit import aside, heading, line, plain, present, quiet, rows, sentence, strong
from cards.payloads import WalkCancel, WalkDeeper, WalkEdit, WalkSave, WalkSend
from cards.words import share_out, words
from dialogs import engine
from dialogs.state import DEEPER, Given, State
from dialogs.walkthrough import Question, Section, Walkthrough
from domain.ports import Outgoing

ANSWERS_BUDGET = 14_000
"""Bytes of words for all answers together; the rest of the 40 KB goes to the buttons."""


def review(walkthrough: Walkthrough, state: State, draft_id: int, note: str = "") -> Outgoing:
    """Show what will be sent, with a way to change each answer, and what happens then."""
    rows_of_answers = _list_by_section(walkthrough, state)
    gone = engine.also_said(walkthrough, state)
    texts = share_out(
        [*(words(text) for *_, text in rows_of_answers), *(words(text) for _, text in gone)], ANSWERS_BUDGET
    )
    body: list[CardElement | None] = [
        heading(f"{walkthrough.title}: your {'answers' if len(rows_of_answers) > 1 else 'answer'}"),
        aside(state.about, "None") if state.about else None,
        sentence(note) if note else None,
    ]
    section = ""
    for (part, asked, given, _), text in zip(rows_of_answers, texts, strict=False):
        if part.title != section:
            section = part.title
            # A section of one question that is called the same says it once.
            body.append(aside(section, "Medium") if section != asked.label else None)
        body.append(_row(asked, given, text, draft_id))
    also = list(zip(gone, texts[len(rows_of_answers) :], strict=True))
    if also:
        body.append(aside("Also said", "Medium"))
        body.extend(line(strong(f"{label}: "), plain(text), spacing="Small") for (label, _), text in also)
    if walkthrough.before_finish:
        body.append(sentence(walkthrough.before_finish, "Medium"))
    return present(
        f"{walkthrough.title}: {len(rows_of_answers)} answers to look through before you send them.",
        body,
        _list_actions(walkthrough, state, draft_id),
    )


def _list_by_section(walkthrough: Walkthrough, state: State) -> list[tuple[Section, Question, Given, str]]:
    """List the answers section by section; sections of the same title, the deeper ones too, become one."""
    answers = engine.summary(walkthrough, state)
    titles = list(dict.fromkeys(part.title for part, *_ in answers))
    return sorted(answers, key=lambda row: titles.index(row[0].title))


def _row(asked: Question, given: Given, text: str, draft_id: int) -> ColumnSet:
    answered = bool(given.text) or given.unknown
    said = plain(text) if answered else quiet(text)
    change = button(
        "Change" if answered else "Answer",
        WalkEdit(draft=draft_id, question=asked.name),
        tip=f"Change: {asked.label}",
    )
    return ColumnSet(
        spacing="Small",
        columns=[
            Column(width="stretch", items=[line(strong(f"{asked.label}: "), said)]),
            Column(width="auto", items=rows([change])),
        ],
    )


def _list_actions(walkthrough: Walkthrough, state: State, draft_id: int) -> list[Action]:
    actions: list[Action] = [button(walkthrough.finish, WalkSend(draft=draft_id), main=True)]
    if has_deeper(walkthrough, state):
        actions.append(button("Tell the Hub more", WalkDeeper(draft=draft_id)))
    actions.append(button("Save for later", WalkSave(draft=draft_id)))
    actions.append(button("Cancel", WalkCancel(draft=draft_id)))
    return actions


def has_deeper(walkthrough: Walkthrough, state: State) -> bool:
    """Say whether deeper questions are there that have not been asked for yet."""
    if DEEPER in state.answers:
        return False
    deeper = state.model_copy(update={"answers": {**state.answers, DEEPER: Given(text="yes")}})
    return len(engine.visible(walkthrough, deeper)) > len(engine.visible(walkthrough, state))
