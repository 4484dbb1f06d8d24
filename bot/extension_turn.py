"""The turn of a message extension: answered where it is used, begun in the person's own chat."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from bot.ending import Done
from bot.extension import SUBMIT, answer_at_once, say_in_extension, tell_begun, tell_where_to_open
from bot.incoming import Incoming, InvokeAnswer
from bot.locks import ConversationLocks
from bot.scene import Answer
from domain.clock import in_london
from domain.errors import ProductError
from domain.people import Person
from storage.database import Database


async def serve_extension(
    incoming: Incoming,
    database: Database,
    locks: ConversationLocks,
    begin: Callable[[Incoming], Awaitable[Done]],
    now: datetime,
) -> Done:
    """Answer the extension; ``begin`` runs a turn that begins a submission, once for however many repeats."""
    sender = incoming.sender
    async with database.read() as work:
        known = await work.people.find_by_object_id(sender.aad_object_id)
        if incoming.invoke_name != SUBMIT:
            person = known or Person(0, sender.aad_object_id, sender.teams_id, sender.name)
            return _say(incoming, await answer_at_once(work, incoming, person, in_london(now).date()))
        chat = await work.conversations.personal_of(known.id) if known else None
    if chat is None:
        return _say(incoming, tell_where_to_open(incoming.place))
    there = replace(incoming, place=chat.place, team_id="", channel_id="", reply_to_id="")
    async with locks.hold(chat.place):
        try:
            return replace(await begin(there), body=tell_begun(chat.place))
        except ProductError as error:
            return _say(incoming, say_in_extension(incoming, error.sentence))


def _say(incoming: Incoming, body: InvokeAnswer) -> Done:
    return Done(incoming.place, Answer(), body, "extension")
