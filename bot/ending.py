"""How a turn ends: what it says and where, also where it was done before or could not be done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.extension import is_extension, say_in_extension
from bot.incoming import Happening, Incoming, InvokeAnswer
from bot.invoke_body import DONE_ALREADY, answer_with_error, answer_with_words
from bot.scene import Answer, say_text
from cards.messages import SORRY
from domain.delivery import Parcel
from domain.language import N_, _
from domain.ports import Place
from storage.arrivals import Arrival

MANY_AT_ONCE = N_(
    "Many people are writing here at once. I have not taken yours in: send it again in a moment."
)
STILL_BUSY = N_("I am still working on your last message. Try again in a moment.")
NOT_KEPT = N_("I could not keep that just now. Please send it again in a minute.")
UNSURE = N_(
    "I could not make sure that this was kept. Look at the card in a minute: "
    "if you do not find it there, please send it again."
)
GUEST = N_("I work for people of this force only, so I cannot help you here.")


@dataclass(frozen=True, slots=True)
class Done:
    """A turn that is over: where its answer goes, and what it is."""

    place: Place
    answer: Answer
    body: InvokeAnswer | None = None
    outcome: str = "done"
    """What the log and the figures call it."""
    planned: Sequence[datetime] = ()
    """When each part may go, where other processes speak there too."""


def say_sorry(code: str) -> str:
    """Say that something broke on our side, with the reference that stands in the log."""
    return _(SORRY).format(code=code)


def answer_repeat(incoming: Incoming, arrival: Arrival) -> Done:
    """Teams sends an activity again when the answer was slow: it gets what it got, and does nothing."""
    body = None
    if incoming.happening is Happening.INVOKE:
        body = (
            InvokeAnswer(arrival.earlier_answer)
            if arrival.earlier_answer is not None
            else answer_with_words(DONE_ALREADY)
        )
    return Done(arrival.conversation.place, Answer(), body, "repeat")


def answer_plainly(incoming: Incoming, words: str, outcome: str, code: str = "") -> Done:
    """Answer without the database: a line under the press, or a message."""
    place = find_base(incoming.place)
    if is_extension(incoming):
        return Done(place, Answer(), say_in_extension(incoming, words), outcome)
    if incoming.happening is Happening.INVOKE:
        body = answer_with_error(code, words) if code else answer_with_words(words)
        return Done(place, Answer(), body, outcome)
    if incoming.happening is not Happening.MESSAGE:
        return Done(place, Answer(), outcome=outcome)
    thread_id = incoming.place.conversation_id.partition(";messageid=")[2]
    said = Answer(parcels=(Parcel(say_text(words), thread_id=thread_id),))
    return Done(place, said, outcome=outcome)


def find_base(place: Place) -> Place:
    """Give where something is, without the thread."""
    return replace(place, conversation_id=place.conversation_id.partition(";messageid=")[0])
