"""A thought that was pointed elsewhere: kept nowhere, and added after all when its writer says so.

The card that points to the right place carries the words, mostly in the writer's own chat, which is not the
chat of the six hats. That they wrote it there is shown by a seal over the words, the place and the person.
"""

import hashlib
import hmac
import json
import secrets
from datetime import datetime

from dialogs.cleaning import clean
from domain.errors import NotFound, Refused
from domain.hat_session import LONGEST_THOUGHT, HatSession
from domain.language import N_, _
from domain.people import Actor, Permission
from domain.privacy import screen
from services.hats import NONE_HERE, add_thought
from services.permission import require
from storage.work import Work

_PURPOSE = "thoughts pointed elsewhere"
_KEY_BYTES = 32
_NOT_YOURS = N_("Only the person who wrote it can have it added.")


def can_be_kept(session: HatSession, said: str) -> bool:
    """Tell whether a thought would be taken as it is, but for what it sounds like."""
    words = clean(said)
    return session.is_open and len(words) <= LONGEST_THOUGHT and not screen(words)


async def seal(  # noqa: PLR0913 (each part is named at the call)
    work: Work, actor: Actor, session: HatSession, *, said: str, position: int, now: datetime
) -> str:
    """Seal a thought for the person who wrote it in the chat of these six hats."""
    key = await work.signing_keys.find_or_keep(_PURPOSE, secrets.token_bytes(_KEY_BYTES), now)
    return _sign(key, actor, session.id, position, said)


async def add_after_all(  # noqa: PLR0913 (each part is named at the call)
    work: Work, actor: Actor, session_id: int, *, said: str, position: int, sealed: str, now: datetime
) -> None:
    """Add a sealed thought under the hat it was written for; pressed again, it stays one.

    Raises:
        Refused: the seal is not the actor's, or not of these words.
        NotFound: the six hats are gone.
        NotPossible, BadInput: see add_thought.
    """
    require(actor, Permission.THINK_TOGETHER)
    key = await work.signing_keys.find(_PURPOSE)
    if key is None or not hmac.compare_digest(sealed, _sign(key, actor, session_id, position, said)):
        raise Refused(_(_NOT_YOURS))
    session = await work.hats.find(session_id, lock=True)
    if session is None:
        raise NotFound(NONE_HERE)
    words = clean(said)
    kept = await work.hats.list_thoughts(session.id)
    if all((one.position, one.text) != (position, words) for one in kept):
        await add_thought(work, actor, session, said=said, position=position, now=now)


def _sign(key: bytes, actor: Actor, session_id: int, position: int, said: str) -> str:
    sealed = json.dumps([actor.person.id, session_id, position, said]).encode()
    return hmac.new(key, sealed, hashlib.sha256).hexdigest()
