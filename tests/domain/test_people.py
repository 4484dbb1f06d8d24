"""Who may do what: everybody, every permission, and the reason where not."""

import pytest

from domain.people import RULES, Actor, Permission, Person, Refusal, Role, may

OFFICER = frozenset({Role.OFFICER})
HUB = frozenset({Role.OFFICER, Role.HUB})
ADMIN = frozenset({Role.OFFICER, Role.ADMIN})
TRAINER = frozenset({Role.OFFICER, Role.TRAINER})


def acting(roles: frozenset[Role], person_id: int = 1) -> Actor:
    return Actor(Person(person_id, f"aad-{person_id}", f"29:{person_id}", "Sam"), roles)


def test_every_permission_has_its_row_and_its_reason() -> None:
    assert set(RULES) == set(Permission)
    assert all(rule.otherwise.endswith(".") for rule in RULES.values())


@pytest.mark.parametrize(
    ("permission", "allowed"),
    [
        (Permission.SUBMIT, [OFFICER, HUB, ADMIN, TRAINER]),
        (Permission.SEE_SUBMISSION, [HUB]),
        (Permission.CHANGE_OWN, []),
        (Permission.SEE_THINKING, []),
        (Permission.WORK_SUBMISSIONS, [HUB]),
        (Permission.SEE_QUEUE, [HUB]),
        (Permission.BIND_HUB, [ADMIN]),
        (Permission.RUN_SERVICE, [ADMIN]),
        (Permission.MANAGE_ROLES, [ADMIN]),
        (Permission.SEE_PLANS, [TRAINER]),
        (Permission.DECIDE_PLAN, [TRAINER]),
    ],
)
def test_with_somebody_elses_thing_only_the_role_counts(
    permission: Permission, allowed: list[frozenset[Role]]
) -> None:
    for roles in (OFFICER, HUB, ADMIN, TRAINER):
        verdict = may(acting(roles), permission, owner_id=99)
        assert bool(verdict) == (roles in allowed)
        if isinstance(verdict, Refusal):
            assert verdict.reason == RULES[permission].otherwise


def test_ones_own_submission_may_be_seen_and_changed_by_its_officer() -> None:
    for permission in (Permission.SEE_SUBMISSION, Permission.CHANGE_OWN):
        assert may(acting(OFFICER, 7), permission, owner_id=7)


def test_what_somebody_thought_through_is_theirs_alone() -> None:
    assert may(acting(OFFICER, 7), Permission.SEE_THINKING, owner_id=7)
    everything = frozenset(Role)
    assert not may(acting(everything, 1), Permission.SEE_THINKING, owner_id=7)


def test_the_hub_cannot_change_what_is_the_officers_own_to_change() -> None:
    assert not may(acting(HUB, 1), Permission.CHANGE_OWN, owner_id=7)


def test_owning_it_does_not_open_what_is_the_hubs() -> None:
    assert not may(acting(OFFICER, 7), Permission.WORK_SUBMISSIONS, owner_id=7)


def test_nobody_without_a_role_may_do_anything_with_others_things() -> None:
    assert not any(may(acting(frozenset()), permission) for permission in Permission)
