"""Saying why something did not go through: in the pressed card with the text kept, or to the person alone."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.alone import answer_alone
from bot.incoming import Happening
from bot.pressing import is_press, read_press
from bot.scene import Answer, Scene
from cards import payloads as p
from cards.buttons import KEPT_BUDGET
from cards.carried import Carried
from cards.hats_summary import ATTACH
from cards.messages import refuse
from cards.plan_reminders import SNOOZE
from cards.words import weigh
from domain.delivery import Posting, View
from domain.errors import BadInput, Outdated, Personal, ProductError, Refused
from domain.lifecycle import Move
from domain.ports import Outgoing, PlaceKind
from domain.remark import Remark

_BOXES: Mapping[type[Carried], str] = MappingProxyType(
    {
        p.SubmissionReply: Move.REPLY,
        p.SubmissionAdd: Move.ADD_DETAIL,
        p.SubmissionWithdraw: Move.WITHDRAW,
        p.SubmissionReopen: Move.REOPEN,
        p.HubGive: Move.GIVE,
        p.HubAsk: Move.ASK,
        p.HubAnswer: Move.ANSWER,
        p.HubNote: Move.NOTE,
        p.HubClose: Move.CLOSE,
        p.HubReopen: Move.REOPEN,
        p.HatsAttach: ATTACH,
        p.PlanSnooze: SNOOZE,
    }
)
"""The box of the card that each press came from."""


async def explain(scene: Scene, error: ProductError) -> Answer:
    """Answer what could not be done. Nothing has changed."""
    if not is_press(scene.incoming):
        return await _answer_typed(scene, error)
    payload = _read_again(scene)
    kept = _find_words(payload, error)
    if isinstance(error, Outdated) and not kept and scene.incoming.happening is Happening.INVOKE:
        return await _send_newer_picture(scene, error)
    card = None if isinstance(error, Refused) else await _draw_with_error(scene, error, payload, kept)
    if scene.incoming.happening is Happening.INVOKE:
        return Answer(in_place=card, toast=error.sentence)
    if scene.conversation.place.kind is not PlaceKind.PERSONAL:
        return Answer(private=(refuse(error.sentence, kept),))
    return scene.say(refuse(error.sentence, kept)) if card is None else scene.replace(card)


async def _answer_typed(scene: Scene, error: ProductError) -> Answer:
    """Say it where it was typed; what seems to name somebody is gone into with its writer alone."""
    if not isinstance(error, Personal) or scene.conversation.place.kind is PlaceKind.PERSONAL:
        return scene.say_words(error.sentence)
    return await answer_alone(scene, refuse(error.sentence, error.kept))


async def _send_newer_picture(scene: Scene, error: Outdated) -> Answer:
    """Say who was quicker under the card; the card itself changes for everybody who sees the old picture.

    The sentence is no part of the card: an update that is on its way would take it off again.
    """
    if scene.pressed is not None:
        await scene.work.postings.bump(scene.pressed.id, held_until=None)
    return Answer(toast=error.sentence)


def _read_again(scene: Scene) -> Carried | None:
    try:
        return read_press(scene.incoming)
    except BadInput:
        return None


async def _draw_with_error(
    scene: Scene, error: ProductError, payload: Carried | None, kept: str
) -> Outgoing | None:
    """Draw the pressed card as it is now, with the sentence and the box open that was typed in.

    Where a box cannot hold what was typed, the card stays as it is: its box still has all of it.
    """
    if scene.pressed is None or not _has_boxes(scene.pressed):
        return None
    if kept and (payload is None or weigh(kept) > KEPT_BUDGET):
        return None
    box = _BOXES.get(type(payload)) if payload is not None else None
    remark = Remark(
        error=error.sentence,
        kept=kept,
        box=box or "",
        chosen=_find_choice(payload),
        inputs=_list_inputs(payload),
    )
    return await scene.draw(scene.pressed, remark)


def _has_boxes(pressed: Posting) -> bool:
    """Tell whether a card has boxes that words are typed in; a question's card had one before it settled."""
    boxed = (
        View.STATUS,
        View.HUB,
        View.QUESTION,
        View.HATS,
        View.PIECE,
        View.PLAN,
        View.PLAN_REMINDER,
        View.WORKBENCH,
    )
    return pressed.view in boxed or "event" in pressed.shape


def _find_words(payload: Carried | None, error: ProductError) -> str:
    if payload is None:
        return error.kept if isinstance(error, BadInput) else ""
    return str(getattr(payload, "words", ""))


def _find_choice(payload: Carried | None) -> str:
    named = (getattr(payload, name, "") for name in ("colleague", "outcome", "typed", "until", "other"))
    return next((str(one) for one in named if one), "")


def _list_inputs(payload: Carried | None) -> Mapping[str, str]:
    """Give all the words that a press carried, so that a card with several boxes keeps each."""
    carried = payload.model_dump(exclude={"verb"}) if payload is not None else {}
    return {name: value for name, value in carried.items() if isinstance(value, str)}
