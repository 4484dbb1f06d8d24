"""The living card of a walkthrough: renders any question, and a reply to it that is held back."""

from collections.abc import Sequence

from microsoft_teams.cards.core import Action, CardElement

from cards.alike import show_alike
from cards.buttons import button
from cards.coaching import show_hints
from cards.elsewhere import point_from_walk
from cards.held import show_held
from cards.inputs import ask_for_day, ask_in_words, offer_choices
from cards.kit import DOT, aside, folded, line, present, prompt, quiet, quotation, sentence, toggle
from cards.payloads import WalkBack, WalkCancel, WalkReview, WalkSave, WalkSkip, WalkUnknown
from cards.review import review
from dialogs import engine
from dialogs.path import plain_answers
from dialogs.sentences import say_example, say_origin
from dialogs.state import DEEPER, Doubt, State
from dialogs.walkthrough import ChoiceAnswer, DayAnswer, Question, Walkthrough
from domain.alike import Offered
from domain.directions import Directions
from domain.language import _
from domain.ports import Outgoing


def question(  # noqa: PLR0913 (the picture, and what came of a press on it)
    walkthrough: Walkthrough,
    state: State,
    draft_id: int,
    *,
    note: str = "",
    kept: str = "",
    directions: Directions | None = None,
    offers: Sequence[Offered] = (),
) -> Outgoing:
    """Ask the open question, or show the review when none is open.

    Args:
        walkthrough: The walkthrough.
        state: Where the person is in it.
        draft_id: The draft it is kept in.
        note: A sentence to say first.
        kept: What was typed and could not be taken; it stands in the box.
        offers: Who may be on it already; shown beside the question, and not while a reply is held back.
        directions: Where a reply is pointed to that belongs somewhere else.
    """
    opened = engine.open_question(walkthrough, state)
    if opened is None:
        return review(walkthrough, state, draft_id, note)
    if state.held is not None and state.held.elsewhere is not None:
        return point_from_walk(state.held.elsewhere, directions or Directions(), draft_id)
    section, asked = opened
    first = engine.position(walkthrough, state)[0] == 1
    where = f"{_(section.title)}{DOT}{engine.say_position(walkthrough, state)}"
    held = engine.say_held(walkthrough, state) if state.held else ""
    return present(
        f"{held or note} {_(asked.prompt)}".strip(),
        [
            aside(where),
            _say_origin(state, first=first),
            sentence(note) if note and note != held else None,
            prompt(_(asked.prompt)),
            *_explain(asked, note),
            *_take_answer(asked, state, draft_id, held, kept),
            *(show_alike(offers, draft_id) if state.held is None else ()),
            *show_hints(walkthrough, state, draft_id),
        ],
        _list_ways_out(walkthrough, asked, state, draft_id, first=first, extra=section.extra),
    )


def _say_origin(state: State, *, first: bool) -> CardElement | None:
    """Say which six hats a draft comes from: where it begins, and where their topic lies ready."""
    is_theirs = first or (state.held is not None and state.held.doubt is Doubt.SUGGESTED)
    return aside(say_origin(state.hats), "None") if state.hats is not None and is_theirs else None


def _explain(asked: Question, note: str) -> list[CardElement]:
    """Say why we ask and keep an example ready to open in place; neither where the note says it."""
    reason = "" if note == _(asked.why) else _(asked.why)
    if not asked.example or note == say_example(asked):
        return [aside(reason)] if reason else []
    why = f"{reason}{DOT}" if reason else ""
    runs = [*([quiet(why)] if why else []), toggle(_("Example"), "example")]
    return [line(*runs, spacing="Small"), folded("example", [quotation(_(asked.example))])]


def _take_answer(asked: Question, state: State, draft_id: int, held: str, kept: str) -> Sequence[CardElement]:
    if state.held is not None:
        return show_held(asked, state.held, draft_id, held)
    given = state.answers.get(asked.name)
    if isinstance(asked.answer, ChoiceAnswer):
        return offer_choices(asked, asked.answer, draft_id, engine.plain_answers(state))
    if isinstance(asked.answer, DayAnswer):
        return ask_for_day(asked, asked.answer, draft_id, given.text if given else "")
    return ask_in_words(asked, draft_id, kept or (given.text if given else ""))


def _list_ways_out(  # noqa: PLR0913 (each part is named at the call)
    walkthrough: Walkthrough, asked: Question, state: State, draft_id: int, *, first: bool, extra: bool
) -> list[Action]:
    """Give what stands lower and lighter; none of it asks for the box to be filled."""
    ways: list[Action] = []
    may_look = state.reviewing or extra or plain_answers(state).get(DEEPER)
    if may_look or engine.may_end(walkthrough, state):
        ways.append(button(_(walkthrough.look_through), WalkReview(draft=draft_id, question=asked.name)))
    if not state.reviewing and not first:
        ways.append(button(_("Back"), WalkBack(draft=draft_id, question=asked.name)))
    if asked.may_skip:
        ways.append(button(_("Skip"), WalkSkip(draft=draft_id, question=asked.name)))
        ways.append(button(_("I don't know"), WalkUnknown(draft=draft_id, question=asked.name)))
    return [
        *ways,
        button(_("Save for later"), WalkSave(draft=draft_id)),
        button(_("Cancel"), WalkCancel(draft=draft_id)),
    ]
