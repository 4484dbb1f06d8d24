"""Carrying one card or message to its place, whatever kind of place that is."""

from dataclasses import dataclass, replace

from domain.ports import Courier, Gone, Outgoing, Place, PlaceKind


@dataclass(frozen=True, slots=True)
class Arrived:
    """Where a message lies now."""

    activity_id: str
    thread_id: str = ""


async def carry(  # noqa: PLR0913 (each part is named at the call)
    courier: Courier,
    place: Place,
    message: Outgoing,
    *,
    activity_id: str | None,
    thread_id: str,
    anew: bool = True,
) -> Arrived:
    """Update the message that is there, or post a new one: where the old one is gone, where there was none.

    Where it is gone and not wanted ``anew``, there is nothing left to keep true.

    Raises:
        DeliveryError: it did not arrive; its class says whether trying again may help.
    """
    spot = _find_spot(place, thread_id)
    if activity_id:
        try:
            await courier.update(spot, activity_id, message)
        except Gone:
            if not anew:
                return Arrived(activity_id, thread_id)
            # The message that heads a thread takes the thread with it.
            return await _post(courier, place, message, "" if thread_id == activity_id else thread_id)
        return Arrived(activity_id, thread_id)
    return await _post(courier, place, message, thread_id)


async def _post(courier: Courier, place: Place, message: Outgoing, thread_id: str) -> Arrived:
    if place.kind is PlaceKind.CHANNEL and not thread_id:
        return await _open_thread(courier, place, message)
    try:
        return Arrived(await courier.send(_find_spot(place, thread_id), message), thread_id)
    except Gone:
        if place.kind is not PlaceKind.CHANNEL:
            raise
        return await _open_thread(courier, place, message)


async def _open_thread(courier: Courier, place: Place, message: Outgoing) -> Arrived:
    opened = await courier.open_thread(place, message)
    _, _, root = opened.conversation_id.partition(";messageid=")
    activity_id = opened.activity_id or root
    return Arrived(activity_id, root or activity_id)


def _find_spot(place: Place, thread_id: str) -> Place:
    if place.kind is not PlaceKind.CHANNEL or not thread_id:
        return place
    return replace(place, conversation_id=f"{place.conversation_id};messageid={thread_id}")
