"""What stories of six hats do again and again: sit people together, begin, think, and look into the rows."""

from dataclasses import dataclass
from functools import partial

from domain.hat_session import HatSession, Thought
from tests.conversations.force import Force
from tests.fake_teams import Person, ShownCard

TOPIC = "How do we make the towpath feel safe in winter?"


@dataclass(frozen=True)
class Room:
    """Three people who can read each other."""

    force: Force
    sam: Person
    dana: Person
    priya: Person

    @property
    def everybody(self) -> tuple[Person, ...]:
        """Give all three."""
        return self.sam, self.dana, self.priya


def sit_in_group(force: Force) -> Room:
    """Sit three people in a group chat."""
    group = force.teams.group("Night shift", force.sam, force.dana, force.priya)
    return Room(force, *(person.at(group) for person in (force.sam, force.dana, force.priya)))


async def begin(room: Room, words: str = f"six hats: {TOPIC}") -> Room:
    """Have Sam begin; in a channel everybody goes to the thread that this opens."""
    said = await room.sam.says(words)
    seats = (
        room.everybody
        if room.sam.root_id or room.sam.conversation.kind != "channel"
        else [person.at(person.conversation, said) for person in room.everybody]
    )
    there = Room(room.force, *seats)
    await there.priya.until_sees("Hat 1 of 6")
    return there


def see_hats(person: Person) -> ShownCard:
    """Give the newest card of six hats."""
    return next(card for card in reversed(person.screen.cards) if "Six hats" in card.text)


def read_hats(person: Person) -> str:
    """Read it, what is folded away too."""
    card = see_hats(person)
    card.view.toggled.add("elsewhere")
    return card.text


async def think(person: Person, words: str) -> None:
    """Write a thought in the card's box."""
    await person.presses("Add", card=see_hats(person), words_thought=words)


async def go_to(room: Room, title: str) -> None:
    """Have Sam move on until a hat is on, and everybody see it."""
    while title not in see_hats(room.sam).text:
        forward = next(button for button in see_hats(room.sam).buttons() if button.startswith("Next: "))
        await room.sam.presses(forward, card=see_hats(room.sam))
    for person in room.everybody:
        await person.until(partial(_shows, person, title))


def _shows(person: Person, title: str) -> bool:
    return title in see_hats(person).text


async def finish_early(room: Room) -> None:
    """Have Sam finish before the last hat."""
    await room.sam.presses("Finish now", card=see_hats(room.sam))
    for person in room.everybody:
        await person.until_sees("Six hats: what was thought")


async def look(room: Room) -> tuple[HatSession, list[Thought]]:
    """Look at what is kept of the newest session."""
    async with room.force.product.database.read() as work:
        where = await work.conversations.find_theirs(room.sam.conversation.conversation_id)
        assert where is not None
        session = await work.hats.find_last(where.id, room.sam.root_id)
        assert session is not None
        return session, await work.hats.list_thoughts(session.id)
