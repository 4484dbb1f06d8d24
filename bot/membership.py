"""Asking Teams who somebody is: of the Hub's team since a minute ago, or awaited under their e-mail."""

import structlog

from bot.incoming import Incoming
from domain.clock import Clock
from domain.ports import Courier, DeliveryError
from services.people import admit_member, dismiss_member, meet_member
from storage.database import Database

log = structlog.get_logger(__name__)


class EmailNeededError(Exception):
    """The turn waits until Teams has said what the sender's e-mail is: they may be awaited under it."""


class Membership:
    """What Teams knows of one person, looked up live at the moment that it counts."""

    def __init__(self, database: Database, courier: Courier, clock: Clock) -> None:
        self._database = database
        self._courier = courier
        self._clock = clock

    async def dismiss(self, incoming: Incoming) -> None:
        """Take the rights from who was removed from a team, also where Teams does not say by whom."""
        async with self._database.begin() as work:
            for gone in incoming.removed:
                await dismiss_member(work, incoming.team_id, gone.teams_id, gone.aad_object_id)

    async def recognise(self, incoming: Incoming) -> None:
        """Ask Teams for the sender's e-mail, under which somebody may await them.

        What Teams does not say now is asked for again with their next word.
        """
        sender, place = incoming.sender, incoming.place
        try:
            member = await self._courier.find_member(place, sender.teams_id)
        except DeliveryError as error:
            log.warning("e-mail unreadable", code=error.code, status=error.status)
            return
        if member is None or member.aad_object_id != sender.aad_object_id:
            return
        async with self._database.begin() as work:
            await meet_member(work, member, place.tenant_id, self._clock.now())

    async def admit(self, incoming: Incoming) -> bool:
        """Admit the sender if Teams names them as a member of the bound team; tells whether it did."""
        async with self._database.read() as work:
            hub = await work.conversations.hub()
        if hub is None or not incoming.team_id or incoming.team_id != hub.team_id:
            return False
        try:
            member = await self._courier.find_member(hub.place, incoming.sender.teams_id)
        except DeliveryError as error:
            log.warning("member unreadable", code=error.code, status=error.status)
            return False
        if member is None or member.aad_object_id != incoming.sender.aad_object_id:
            return False
        async with self._database.begin() as work:
            await admit_member(work, hub.team_id, hub.place.tenant_id, member, self._clock.now())
        return True
