"""Asking Teams whether somebody who is not on our list has joined the Hub's team since."""

import structlog

from bot.incoming import Incoming
from domain.clock import Clock
from domain.ports import Courier, DeliveryError
from services.people import admit_member, dismiss_member
from storage.database import Database

log = structlog.get_logger(__name__)


class Membership:
    """The Hub's roster, looked up live for one person at the moment they are refused."""

    def __init__(self, database: Database, courier: Courier, clock: Clock) -> None:
        self._database = database
        self._courier = courier
        self._clock = clock

    async def dismiss(self, incoming: Incoming) -> None:
        """Take the rights from who was removed from a team, also where Teams does not say by whom."""
        async with self._database.begin() as work:
            for gone in incoming.removed:
                await dismiss_member(work, incoming.team_id, gone.teams_id, gone.aad_object_id)

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
