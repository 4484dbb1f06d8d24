"""No input, however stray, malformed, oversized, repeated or out of order, breaks anything or acts twice."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from structlog.testing import capture_logs

from domain.lifecycle import TRANSITIONS
from domain.submission import Event, Happened, Stage, Submission
from tests.conversations.force import Force
from tests.conversations.random_acts import ACTS, BODIES, SEATS, Act
from tests.delivery.passing import settle
from tests.fake_teams import Person
from tests.fake_teams.activities import Activity, ActivityWriter

MANY = settings(
    max_examples=40,
    deadline=None,
    database=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
DECISIONS = frozenset(row.event for row in TRANSITIONS.values() if row.decision)


@pytest.fixture
async def seats(force: Force) -> AsyncIterator[list[Person]]:
    """Give everybody a seat: alone, in the channel, in a thread, and where they do not belong."""
    await force.bind_hub()
    first = await force.find_thread(force.priya, await force.submit(force.sam))
    await force.submit(force.dana)
    seated = [
        force.sam,
        force.dana,
        force.priya,
        first,
        force.lee.at(force.channel, first.root_id),
        force.dana.at(force.channel, first.root_id, uninvited=True),
        force.teams.person_of(force.priya.account),
    ]
    assert len(seated) == SEATS
    yield seated
    await settle(force)


def write(force: Force, seat: Person, act: Act) -> Activity:
    """Write an act as the activity that Teams would send."""
    writer = ActivityWriter(force.teams.world, seat.account, seat.conversation, force.teams.service_url)
    seen = [message.message_id for message in seat.screen.messages] or ["1"]
    picked = seen[-1 - act.card % len(seen)]
    if act.kind == "press":
        pressed = {"verb": act.text, "data": {"verb": act.text, **act.data}}
        if act.by_submit:
            return writer.write_submit(pressed, {}, picked, seat.root_id)
        return writer.write_execute(pressed, {}, picked, seat.root_id)
    if act.kind == "say":
        return writer.write_message(act.text, seat.root_id, mention=seat.conversation is force.channel)
    if act.kind == "edit":
        return writer.write_edit(picked, act.text, seat.root_id)
    parts = {"name": act.text, "action": act.text, "text": act.text}
    return {**writer.write(act.kind, seat.root_id, **parts), **act.data}


async def send(force: Force, activity: Activity) -> int:
    """Deliver an activity; gives the status it was answered with."""
    return (await force.teams.line.send(activity)).status


async def read_all(force: Force) -> list[tuple[Submission, list[Event]]]:
    """Read every submission that was made, with its events."""
    found = []
    async with force.product.database.read() as work:
        number = 1
        while (kept := await work.submissions.find(f"PF-2026-{number:04d}")) is not None:
            # The thread is noted when the card has arrived there, whatever else is going on.
            as_decided = kept.model_copy(update={"hub_thread": ""})
            found.append((as_decided, await work.submissions.list_events(kept.id)))
            number += 1
    return found


def check(kept: Submission, events: list[Event]) -> None:
    """Tell the story of a submission from its events, and see that it ends where the submission stands."""
    stage, owner, waiting, before = Stage.RECEIVED, "", False, Stage.RECEIVED
    assert events[0].kind is Happened.SUBMITTED
    for event in events[1:]:
        assert event.kind is not Happened.SUBMITTED
        match event.kind:
            case Happened.TAKEN | Happened.GIVEN:
                owner = event.actor.name if event.kind is Happened.TAKEN else event.about
                stage = Stage.SCANNING if stage is Stage.RECEIVED else stage
            case Happened.RELEASED:
                owner = ""
            case Happened.MOVED:
                stage = Stage(event.about)
            case Happened.CLOSED | Happened.WITHDRAWN:
                before, stage, waiting = stage, Stage.CLOSED, False
            case Happened.REOPENED:
                stage = before
            case Happened.ASKED:
                waiting = True
            case Happened.REPLIED:
                waiting = False
    assert kept.stage is stage
    assert (kept.owner.name if kept.owner else "") == owner
    assert kept.waiting_for_officer is waiting
    assert (kept.outcome is None) == kept.is_open
    assert kept.version == 1 + sum(event.kind in DECISIONS for event in events)
    assert kept.changed_at == events[-1].at


@MANY
@given(acts=ACTS)
async def test_any_acts_in_any_order_leave_every_submission_whole(
    force: Force, seats: list[Person], acts: list[Act]
) -> None:
    await live_through(force, seats, acts)


@pytest.mark.soak
@settings(MANY, max_examples=1500)
@given(acts=ACTS)
async def test_very_many_acts_leave_every_submission_whole(
    force: Force, seats: list[Person], acts: list[Act]
) -> None:
    await live_through(force, seats, acts)


async def live_through(force: Force, seats: list[Person], acts: list[Act]) -> None:
    """Have everything happen, each thing twice as after a slow turn, and look at every submission."""
    with capture_logs() as logs:
        for act in acts:
            activity = write(force, seats[act.seat], act)
            first = await send(force, activity)
            kept = await read_all(force)
            again = await send(force, activity)
            assert first == again < 500
            assert not activity["id"] or await read_all(force) == kept, "it acted twice"
        for submission, events in await read_all(force):
            check(submission, events)
    broken = [line for line in logs if line["log_level"] in ("error", "critical")]
    assert not broken


@MANY
@given(body=BODIES)
async def test_any_body_is_read_or_refused(force: Force, body: bytes) -> None:
    token = force.teams.identity.mint(force.teams.service_url)
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    reply = await force.teams.line.send_raw(body, headers)
    assert 400 <= reply.status < 500


async def test_an_activity_with_texts_as_long_as_fit_is_answered(force: Force, seats: list[Person]) -> None:
    for length in (30_000, 120_000, 250_000):
        for kind, parts in _list_long(length):
            activity = write(force, seats[0], Act(0, kind, data=parts))
            assert await send(force, activity) in (200, 413)
    assert "Something went wrong" not in seats[0].sees()


def _list_long(length: int) -> list[tuple[str, dict[str, Any]]]:
    long = "é" * (length // 6)
    assert len(json.dumps(long)) <= length + 2
    return [
        ("message", {"text": long}),
        ("message", {"text": "", "value": {"verb": "submission.add", "words": long}}),
        ("invoke", {"name": "adaptiveCard/action", "value": {"action": {"verb": long, "data": {"v": long}}}}),
    ]
