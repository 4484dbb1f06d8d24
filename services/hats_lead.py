"""Leading six hats: the moves that are the leader's alone, handing over, and a leader who is away."""

from dataclasses import replace
from datetime import datetime

from domain.errors import BadInput
from domain.hat_session import LEAD_QUIET, HatSession, hand_over, leave_out_names, list_people
from domain.language import _
from domain.people import Actor, Permission
from domain.submission import Party
from services.hats import Move, about, change
from services.permission import require
from storage.work import Work

_ANYBODY = frozenset({"", "anybody", "anyone", "somebody", "whoever is willing", "whoever"})


def require_lead(actor: Actor, session: HatSession) -> None:
    """Let the leader pass.

    Raises:
        Refused: somebody else leads.
    """
    require(actor, Permission.LEAD_HATS, owner_id=session.leader.id)


async def lead(work: Work, actor: Actor, session: HatSession, move: Move, now: datetime) -> HatSession:
    """Make a move that is the leader's alone; ``session`` was loaded with its lock.

    Raises:
        Refused: somebody else leads.
        NotPossible, Outdated: see the moves in domain.hat_session.
    """
    require_lead(actor, session)
    return await change(work, session, move, now)


async def pass_lead(work: Work, actor: Actor, session: HatSession, named: str, now: datetime) -> HatSession:
    """Hand the lead to somebody who has taken part, or to whoever is willing.

    Raises:
        Refused: somebody else leads.
        BadInput: nobody who has taken part is called that, or several are.
    """
    require_lead(actor, session)
    to = None if named.strip(" .").casefold() in _ANYBODY else await _find_person(work, session, named)
    return await change(work, session, lambda one: hand_over(one, to), now)


async def _find_person(work: Work, session: HatSession, named: str) -> Party:
    people = list_people(session, await work.hats.list_thoughts(session.id))
    wanted = named.strip(" .@").casefold()
    exact = [one for one in people if wanted in (str(one.id), one.name.casefold())]
    found = exact or [one for one in people if wanted in one.name.casefold()]
    if len(found) != 1:
        raise BadInput(
            _(
                "I can hand over by name to people who have added a thought with their name. "
                "Otherwise type 'hand over to anybody', and whoever is willing takes it."
            ),
            field="colleague",
        )
    return found[0]


async def drop_names(work: Work, actor: Actor, session: HatSession, now: datetime) -> HatSession:
    """Keep nobody's name with any thought; possible until the first one."""
    thoughts = await work.hats.count_thoughts(session.id)
    return await lead(work, actor, session, lambda one: leave_out_names(one, thoughts), now)


async def offer_left(work: Work, now: datetime) -> int:
    """Let anybody take the lead of what its leader has not touched for a day; gives how many there are.

    Nothing has happened in these six hats, so the week after which they are closed goes on.
    """
    left = await work.hats.list_left(now - LEAD_QUIET)
    for seen in left:
        session = await work.hats.find(seen.id, lock=True)
        if session is None or session != seen:
            continue  # Somebody has just come back to it.
        await work.hats.save(replace(session, offered=True))
        work.touch(about(session))
    return len(left)
