"""Saying why something did not go through: in the pressed card with the text kept, or to the person alone."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.incoming import Happening
from bot.pressing import is_press, read_press
from bot.scene import Answer, Scene
from cards import payloads as p
from cards.carried import Carried
from domain.delivery import View
from domain.errors import BadInput, ProductError, Refused
from domain.lifecycle import Move
from domain.ports import Outgoing, PlaceKind
from domain.remark import Remark

_BOXES: Mapping[type[Carried], Move] = MappingProxyType(
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
    }
)
"""The box of the card that each press came from."""


async def explain(scene: Scene, error: ProductError) -> Answer:
    """Answer what could not be done. Nothing has changed."""
    if not is_press(scene.incoming):
        return scene.say_words(error.sentence)
    payload = _read_again(scene)
    card = None if isinstance(error, Refused) else await _draw_with_error(scene, error, payload)
    if scene.incoming.happening is Happening.INVOKE:
        return Answer(in_place=card, toast=error.sentence)
    if scene.conversation.place.kind is not PlaceKind.PERSONAL:
        return Answer(private=(_quote(error.sentence, _find_words(payload)),))
    return scene.say_words(error.sentence) if card is None else scene.replace(card)


def _read_again(scene: Scene) -> Carried | None:
    try:
        return read_press(scene.incoming)
    except BadInput:
        return None


async def _draw_with_error(scene: Scene, error: ProductError, payload: Carried | None) -> Outgoing | None:
    """Draw the pressed card as it is now, with the sentence and the box open that was typed in."""
    if scene.pressed is None or scene.pressed.view not in (View.STATUS, View.HUB, View.QUESTION):
        return None
    box = _BOXES.get(type(payload)) if payload is not None else None
    remark = Remark(
        error=error.sentence, kept=_find_words(payload), box=box or "", chosen=_find_choice(payload)
    )
    return await scene.draw(scene.pressed, remark)


def _find_words(payload: Carried | None) -> str:
    return str(getattr(payload, "words", ""))


def _find_choice(payload: Carried | None) -> str:
    return str(getattr(payload, "colleague", "") or getattr(payload, "outcome", ""))


def _quote(sentence: str, kept: str) -> str:
    """Give the sentence with what the person had written, so that nothing has to be typed again."""
    return f"{sentence}\n\nYou had written: {kept}" if kept else sentence
