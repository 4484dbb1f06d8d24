"""Roles that somebody was given: who, which, by whom and since when."""

from dataclasses import dataclass
from datetime import datetime

from domain.people import Person, Reach, Role


@dataclass(frozen=True, slots=True)
class Grant:
    """One role of one person."""

    person: Person
    role: Role
    granted_by: str
    """The administrator's name; nothing for the command line."""
    granted_at: datetime
    reach: Reach = Reach.REACHED
