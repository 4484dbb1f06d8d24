"""The gate every use case passes."""

from domain.errors import Refused
from domain.people import Actor, Permission, Refusal, may
from domain.submission import Party


def require(actor: Actor, permission: Permission, *, owner_id: int | None = None) -> None:
    """Let the actor pass, or raise Refused with the reason from the one table."""
    verdict = may(actor, permission, owner_id=owner_id)
    if isinstance(verdict, Refusal):
        raise Refused(verdict.reason)


def name_of(actor: Actor) -> Party:
    """Give the actor as cards name people."""
    return Party(id=actor.person.id, name=actor.person.name, team=actor.person.team)
