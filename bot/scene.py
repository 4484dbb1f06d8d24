"""What one handler acts in, and what it gives back."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from bot.incoming import Happening, Incoming
from cards.messages import say
from domain.conversation import Conversation
from domain.delivery import Parcel, Posting
from domain.directions import Directions
from domain.language import N_, _
from domain.people import Actor
from domain.ports import Outgoing, PlaceKind
from domain.remark import NOTHING, Remark
from services.walkthroughs import Footing, Shown, Walk
from storage.work import Work

BELOW = N_("Here it is, below.")
"""What a press is answered with when its result comes as a message of its own."""


class Render(Protocol):
    """Draws a posting as things stand, inside the unit of work."""

    async def __call__(
        self,
        work: Work,
        posting: Posting,
        now: datetime,
        remark: Remark = NOTHING,
        *,
        walk: Walk | None = None,
    ) -> Outgoing:
        """Give the posting's picture; ``walk`` is its walkthrough as it stands, where that is known."""
        ...


@dataclass(frozen=True, slots=True)
class Answer:
    """What a turn says.

    ``in_place`` is what a pressed card becomes; ``toast`` is the line a press is answered with when its
    card stays as it is; ``parcels`` are sent at once, in order; ``private`` goes to the person alone.
    """

    parcels: tuple[Parcel, ...] = ()
    in_place: Outgoing | None = None
    toast: str = ""
    private: tuple[Outgoing, ...] = ()
    new_team: bool = False
    """The Hub has another team now, whose members are to be read before anything is shown to them."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One turn from the inside: who does what where, with the unit of work it happens in."""

    work: Work
    actor: Actor
    conversation: Conversation
    incoming: Incoming
    now: datetime
    until: datetime
    """How long this turn has for its own deliveries before the worker takes over."""
    render: Render
    is_hub_channel: bool = False
    is_welcomed: bool = False
    directions: Directions = field(default_factory=Directions)
    """Where people are pointed to with what the Hub is not for."""
    pressed: Posting | None = None
    """The posting whose card was pressed, where it was one."""

    @property
    def footing(self) -> Footing:
        """Give what a use case needs to know of where the person acts from."""
        return Footing(self.conversation, self.now, self.until, self.pressed)

    @property
    def thread_id(self) -> str:
        """Give the channel thread this happens in, or nothing."""
        return self.incoming.place.conversation_id.partition(";messageid=")[2]

    @property
    def is_overheard(self) -> bool:
        """Tell whether others than the Hub's people may read what is said here."""
        return self.conversation.place.kind is not PlaceKind.PERSONAL and not self.is_hub_channel

    @property
    def was_pressed(self) -> bool:
        """Tell whether this is a press on a card, by invoke or by message."""
        return self.incoming.happening is Happening.INVOKE or self.incoming.value is not None

    def say(self, *messages: Outgoing) -> Answer:
        """Answer with messages of their own."""
        return Answer(
            parcels=tuple(Parcel(message, thread_id=self.thread_id) for message in messages), toast=_(BELOW)
        )

    def replace(self, message: Outgoing) -> Answer:
        """Answer in the pressed card; for typed words, with a message of its own.

        An invoke's answer is gone when the chat is opened again: in a personal chat a card that nobody keeps
        true is changed for good.
        """
        parcels: tuple[Parcel, ...] = ()
        if self.was_pressed and self.incoming.reply_to_id:
            parcels = (Parcel(message, thread_id=self.thread_id, activity_id=self.incoming.reply_to_id),)
        if self.incoming.happening is Happening.INVOKE:
            is_ours_alone = self.conversation.place.kind is PlaceKind.PERSONAL and self.pressed is None
            return Answer(parcels if is_ours_alone else (), in_place=message)
        return Answer(parcels) if parcels else self.say(message)

    def say_words(self, words: str) -> Answer:
        """Answer with a sentence: a line under a pressed card, or a message."""
        if self.incoming.happening is Happening.INVOKE:
            return Answer(toast=words)
        return Answer(parcels=(Parcel(say_text(words), thread_id=self.thread_id),))

    async def fold_pressed(self) -> Answer:
        """Answer with the pressed card as it has just been folded or changed."""
        if self.pressed is None:
            return Answer()
        present = await self.work.postings.bump(self.pressed.id, held_until=self.until)
        message = await self.draw(present)
        return Answer((Parcel(message, posting=present),), in_place=message)

    async def change_pressed(self, answer: Answer) -> Answer:
        """Answer in the pressed card too, as it has become in this turn."""
        if self.pressed is None or answer.in_place is not None:
            return answer
        present = await self.work.postings.find(self.pressed.id) or self.pressed
        return replace(answer, in_place=await self.draw(present))

    def fold_asking(self, answer: Answer) -> Answer:
        """Answer, and make the card that only asked for this a line, which says what came of it."""
        is_its_own = self.was_pressed and self.incoming.reply_to_id and self.pressed is None
        if not is_its_own or answer.in_place is not None:
            return answer
        done = answer.toast if answer.toast not in ("", _(BELOW)) else _("Carried on below.")
        asked = self.replace(say(done))
        return replace(answer, parcels=(*answer.parcels, *asked.parcels), in_place=asked.in_place)

    async def show(self, shown: Shown) -> Answer:
        """Answer with a walkthrough's living card: in place where it was pressed, else at the bottom."""
        live = await self.draw(shown.live, Remark(note=shown.note), shown.walk)
        parcels = [Parcel(live, posting=shown.live)]
        if shown.folded is not None:
            folded = await self.draw(shown.folded, walk=shown.walk)
            parcels.append(Parcel(folded, posting=shown.folded))
        return Answer(tuple(parcels), in_place=await self._draw_pressed(shown, live), toast=_(BELOW))

    async def show_postings(
        self, live: Posting, others: Sequence[Posting] = (), remark: Remark = NOTHING
    ) -> Answer:
        """Answer with a card brought down to the bottom, and the earlier ones changed."""
        parcels = [Parcel(await self.draw(live, remark), posting=live)]
        parcels += [Parcel(await self.draw(other), posting=other) for other in others]
        in_place = None
        if self.pressed is not None:
            in_place = next(
                (parcel.message for parcel in parcels if _is_same(parcel.posting, self.pressed)), None
            )
        return Answer(tuple(parcels), in_place=in_place, toast=_(BELOW))

    async def draw(self, posting: Posting, remark: Remark = NOTHING, walk: Walk | None = None) -> Outgoing:
        """Draw a posting as things stand in this unit of work."""
        return await self.render(self.work, posting, self.now, remark, walk=walk)

    async def _draw_pressed(self, shown: Shown, live: Outgoing) -> Outgoing | None:
        if self.pressed is None:
            return None
        if self.pressed.id == shown.live.id:
            return live
        if shown.folded is not None and self.pressed.id == shown.folded.id:
            return await self.draw(shown.folded)
        return await self.draw(self.pressed)


def _is_same(one: Posting | None, other: Posting) -> bool:
    return one is not None and one.id == other.id


def say_text(words: str) -> Outgoing:
    """Make a plain message of the product's own words (never of a person's: those go into cards)."""
    return Outgoing(text=words)
