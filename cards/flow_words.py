"""How urgent something is, in words: its priority, its day, and what the Hub owes next."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Protocol

from cards.kit import DOT
from cards.words import capital
from domain.clock import in_london
from domain.dates import say_due, say_moment
from domain.flow import Driver, Pending, Priority, Reason, Tier
from domain.language import N_, _

PRIORITIES: Mapping[Priority, str] = MappingProxyType(
    {
        Priority.LOW: N_("Low priority"),
        Priority.NORMAL: N_("Normal priority"),
        Priority.HIGH: N_("High priority"),
    }
)
REASONS: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.HARM: N_("Harm: what it does to people is serious"),
        Reason.FREQUENCY: N_("Frequency: it happens again and again"),
        Reason.VULNERABILITY: N_("Vulnerability: it hits people who can least bear it"),
        Reason.COMMUNITY_CONCERN: N_("Community concern: people there are worried"),
        Reason.PREVENTABLE: N_("Preventable: something can be done about it"),
    }
)
TIERS: Mapping[Tier, str] = MappingProxyType(
    {
        Tier.PRIMARY: N_("Primary: before it happens, for everybody"),
        Tier.SECONDARY: N_("Secondary: early, where the risk is"),
        Tier.TERTIARY: N_("Tertiary: where it has happened, so that it does not again"),
    }
)
DRIVERS: Mapping[Driver, str] = MappingProxyType(
    {
        Driver.ALCOHOL: N_("Alcohol"),
        Driver.YOUTH: N_("Youth"),
        Driver.FAMILIES: N_("Families"),
        Driver.ROADS: N_("Roads"),
        Driver.CRIME_AND_DRUGS: N_("Organised crime and drugs"),
        Driver.MENTAL_HEALTH: N_("Mental health"),
    }
)

_OWED: Mapping[Pending, tuple[str, str]] = MappingProxyType(
    {
        Pending.RESPONSE: (N_("First reply due {when}"), N_("First reply overdue since {when}")),
        Pending.ANSWER: (N_("Answer due {when}"), N_("Answer overdue since {when}")),
    }
)
"""What the Hub owes by its targets: while there is time, and once it is late."""


class Urgent(Protocol):
    """Anything that has a priority and a deadline: a submission, a row of the queue."""

    @property
    def priority(self) -> Priority:
        """How much it matters."""
        ...

    @property
    def due_on(self) -> date | None:
        """The day that was set."""
        ...

    @property
    def pending(self) -> Pending:
        """What is owed next."""
        ...

    @property
    def deadline_at(self) -> datetime | None:
        """From when on that is late."""
        ...


def say_urgency(item: Urgent, now: datetime) -> str:
    """Say on one line what is out of the ordinary: the priority, what is owed, the day. May be nothing."""
    said = [_(PRIORITIES[item.priority])] if item.priority is not Priority.NORMAL else []
    owed = _OWED.get(item.pending)
    if owed is not None and item.deadline_at is not None:
        sentence = owed[1] if is_late(item, now) else owed[0]
        said.append(_(sentence).format(when=say_moment(item.deadline_at, now)))
    if item.due_on is not None:
        said.append(capital(say_due(item.due_on, in_london(now).date())))
    return DOT.join(said)


def is_late(item: Urgent, now: datetime) -> bool:
    """Tell whether what is owed next is late."""
    return item.deadline_at is not None and item.deadline_at <= now
