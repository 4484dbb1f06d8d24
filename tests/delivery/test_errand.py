"""What becomes of a card whose message is not there any more."""

from unittest.mock import AsyncMock

import pytest

from delivery.errand import Arrived, carry
from domain.ports import Courier, Gone, Outgoing, Place, PlaceKind

CHAT = Place("https://teams.invalid", "tenant", "a:chat", PlaceKind.PERSONAL, "28:bot")
CARD = Outgoing(text="Here is how it stands")


@pytest.fixture
def forgetful() -> AsyncMock:
    """Give a Teams that has forgotten every message, and takes new ones."""
    courier = AsyncMock(spec=Courier)
    courier.update.side_effect = Gone("ActivityNotFoundInConversation")
    courier.send.return_value = "anew"
    return courier


async def test_a_living_card_that_is_gone_is_posted_anew(forgetful: AsyncMock) -> None:
    assert await carry(forgetful, CHAT, CARD, activity_id="old", thread_id="") == Arrived("anew")
    forgetful.send.assert_awaited_once_with(CHAT, CARD)


async def test_a_folded_line_that_is_gone_stays_gone(forgetful: AsyncMock) -> None:
    arrived = await carry(forgetful, CHAT, CARD, activity_id="old", thread_id="", anew=False)
    assert arrived == Arrived("old")
    forgetful.send.assert_not_awaited()
