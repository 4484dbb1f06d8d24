"""Who people are, and who may do what: one table that every verb, command and route goes through."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Literal, TypeAlias

from domain.language import N_, _


class Reach(StrEnum):
    """Whether somebody can be reached in Teams."""

    REACHED = "reached"
    LOST = "lost"
    """They have blocked or removed the bot."""
    NOT_YET = "not yet"
    """They have never met the bot: it is not installed for them, or they have not opened it."""


class Role(StrEnum):
    """What a person is here for. Everybody in the tenant is an officer (or staff: same rights)."""

    OFFICER = "officer"
    HUB = "hub"
    """By being a member of the Hub's team in Teams."""
    TRAINER = "trainer"
    """An Academy trainer or coordinator: accompanies the action plans that people take home."""
    ADMIN = "admin"


GRANTED_ROLES: Mapping[Role, str] = MappingProxyType(
    {Role.TRAINER: N_("Academy trainer or coordinator"), Role.ADMIN: N_("Administrator")}
)
"""The roles that are given and taken by an administrator, as they are called in a sentence."""


class Permission(StrEnum):
    """What can be allowed."""

    SUBMIT = "submit"
    SEE_SUBMISSION = "see submission"
    FOLLOW = "follow submission"
    CHANGE_OWN = "change own submission"
    SEE_THINKING = "see thinking"
    WORK_SUBMISSIONS = "work submissions"
    SEE_QUEUE = "see queue"
    BIND_HUB = "bind hub"
    RUN_SERVICE = "run service"
    THINK_TOGETHER = "think together"
    LEAD_HATS = "lead six hats"
    ATTACH_HATS = "attach six hats"
    OWN_PLAN = "own a plan"
    CHOOSE_REMINDERS = "choose reminders"
    SEE_PLANS = "see plans"
    FIND_EVIDENCE = "find evidence"
    KEEP_EVIDENCE = "keep evidence"
    DECIDE_PLAN = "decide on a plan"
    NAME_SUPERVISOR = "name a plan's supervisor"
    MANAGE_ROLES = "manage roles"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the bot knows: keyed by the directory's object id, never by name."""

    id: int
    aad_object_id: str
    teams_id: str
    name: str
    team: str = ""
    locale: str = ""
    """What their Teams is set to (``cy-GB``), and so what they are spoken to in; empty while not known."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person at the moment of acting, with the roles the server gave them."""

    person: Person
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Rule:
    """Who has a permission: the roles that have it, and whether it is enough that the thing is one's own."""

    roles: frozenset[Role]
    own: bool
    otherwise: str
    """The sentence for everybody else."""


_EVERYBODY = frozenset(Role)
_HUB_ONLY = N_("Only members of the Hub's team can do that. Nothing has changed.")

RULES: Mapping[Permission, Rule] = MappingProxyType(
    {
        Permission.SUBMIT: Rule(_EVERYBODY, own=False, otherwise=N_("Only people of this force can submit.")),
        Permission.SEE_SUBMISSION: Rule(
            frozenset({Role.HUB}),
            own=True,
            otherwise=N_("That submission is not one of yours, so I cannot show it here."),
        ),
        Permission.FOLLOW: Rule(
            _EVERYBODY, own=False, otherwise=N_("Only people of this force can follow a submission.")
        ),
        Permission.CHANGE_OWN: Rule(
            frozenset(),
            own=True,
            otherwise=N_("Only the person who sent it can do that. Nothing has changed."),
        ),
        Permission.SEE_THINKING: Rule(
            frozenset(),
            own=True,
            otherwise=N_("That is not here. Type 'my thinking' to see what is yours."),
        ),
        Permission.WORK_SUBMISSIONS: Rule(frozenset({Role.HUB}), own=False, otherwise=_HUB_ONLY),
        Permission.SEE_QUEUE: Rule(
            frozenset({Role.HUB}),
            own=False,
            otherwise=N_("The queue is for members of the Hub's team."),
        ),
        Permission.BIND_HUB: Rule(
            frozenset({Role.ADMIN}),
            own=False,
            otherwise=N_("Only an administrator can make this channel the Hub's. Nothing has changed."),
        ),
        Permission.RUN_SERVICE: Rule(
            frozenset({Role.ADMIN}),
            own=False,
            otherwise=N_("That is for administrators. Nothing has changed."),
        ),
        Permission.THINK_TOGETHER: Rule(
            _EVERYBODY,
            own=False,
            otherwise=N_("Only people of this force can take part."),
        ),
        Permission.LEAD_HATS: Rule(
            frozenset(),
            own=True,
            otherwise=N_(
                "Only the person who leads these six hats can do that; they can hand over. "
                "Nothing has changed."
            ),
        ),
        Permission.ATTACH_HATS: Rule(
            frozenset({Role.HUB}),
            own=True,
            otherwise=N_(
                "Only the person who sent that submission, or the Hub, can attach something to it. "
                "Nothing has changed."
            ),
        ),
        Permission.OWN_PLAN: Rule(
            frozenset(),
            own=True,
            otherwise=N_("That plan is not one of yours. Type 'my plans' to see what is."),
        ),
        Permission.CHOOSE_REMINDERS: Rule(
            _EVERYBODY,
            own=False,
            otherwise=N_("Only people of this force have reminders."),
        ),
        Permission.FIND_EVIDENCE: Rule(
            _EVERYBODY,
            own=False,
            otherwise=N_("Only people of this force can search the library."),
        ),
        Permission.KEEP_EVIDENCE: Rule(frozenset({Role.HUB}), own=False, otherwise=_HUB_ONLY),
        Permission.SEE_PLANS: Rule(
            frozenset({Role.TRAINER}),
            own=False,
            otherwise=N_("Everybody's plans are for the Academy's trainers and coordinators."),
        ),
        Permission.DECIDE_PLAN: Rule(
            frozenset({Role.TRAINER}),
            own=False,
            otherwise=N_("Only the Academy's trainers and coordinators can do that. Nothing has changed."),
        ),
        Permission.NAME_SUPERVISOR: Rule(
            frozenset({Role.TRAINER}),
            own=True,
            otherwise=N_(
                "Only the plan's owner, or the Academy's trainers and coordinators, can do that. "
                "Nothing has changed."
            ),
        ),
        Permission.MANAGE_ROLES: Rule(
            frozenset({Role.ADMIN}),
            own=False,
            otherwise=N_("Only an administrator can see and change who has which role. Nothing has changed."),
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """The reason why not; false, so that it reads well after ``if``."""

    reason: str

    def __bool__(self) -> Literal[False]:
        return False


Verdict: TypeAlias = Literal[True] | Refusal


def may(actor: Actor, permission: Permission, *, owner_id: int | None = None) -> Verdict:
    """Say whether somebody may, or why not; ``owner_id`` is whose the thing is, where it is somebody's."""
    rule = RULES[permission]
    if actor.roles & rule.roles:
        return True
    if rule.own and owner_id is not None and owner_id == actor.person.id:
        return True
    return Refusal(_(rule.otherwise))
