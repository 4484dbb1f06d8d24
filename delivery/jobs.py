"""What runs when: a table of jobs, each at most once a time of its own across all processes."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from domain.clock import Clock, in_london
from domain.draft_care import LIFE
from domain.ports import Courier, DeliveryError, Meaning
from domain.working_days import next_working_morning
from services.digest import nudge_for_work
from services.draft_care import care_for_drafts
from services.evidence_nudge import tell_of_due
from services.flow import work_out_deadlines
from services.hats import close_quiet
from services.hats_lead import offer_left
from services.meaning import understand_what_is_new
from services.people import renew_roster
from services.plan_reminders import remind_of_plans
from services.submissions import post_to_hub
from storage.database import Database

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Desk:
    """What a job may use."""

    database: Database
    courier: Courier
    clock: Clock
    draft_life: timedelta = LIFE
    """How long a draft that nobody touches is kept."""
    meaning: Meaning | None = None
    """Understands texts, where a model is set."""


@dataclass(frozen=True, slots=True)
class Job:
    """One row: what it is called, how often it runs, and what it does."""

    name: str
    every: timedelta
    run: Callable[[Desk], Awaitable[None]]
    find_next: Callable[[datetime], datetime] | None = None
    """When it runs next once it has gone through; ``every`` is then when it is tried again that has not."""


async def refresh_roster(desk: Desk) -> None:
    """Read the Hub's team anew: who left loses the Hub's rights, who joined has them."""
    async with desk.database.read() as work:
        hub = await work.conversations.hub()
    if hub is None:
        return
    try:
        members = await desk.courier.list_members(hub.place, hub.team_id)
    except DeliveryError as error:
        log.warning("roster unreadable", code=error.code, status=error.status)
        return
    async with desk.database.begin() as work:
        await renew_roster(work, hub.team_id, hub.place.tenant_id, members, desk.clock.now())


async def post_what_has_no_thread(desk: Desk) -> None:
    """Post in the Hub's channel what came in while there was none, or while the bot was out of it."""
    async with desk.database.begin() as work:
        for submission in await work.submissions.list_unposted():
            await post_to_hub(work, submission)


async def forget_old_turns(desk: Desk) -> None:
    """Drop the memory of old activities: Teams repeats within minutes, never after days."""
    async with desk.database.begin() as work:
        await work.turns.forget_before(desk.clock.now() - timedelta(days=2))


async def remove_old_files(desk: Desk) -> None:
    """Remove what people could fetch, an hour after its time: a slow fetch that has begun still ends."""
    async with desk.database.begin() as work:
        await work.downloads.remove_contents(desk.clock.now() - timedelta(hours=1))


async def look_after_drafts(desk: Desk) -> None:
    """Remind of what was left unfinished, warn before it is deleted, and delete it; a page at a time."""
    after: int | None = 0
    while after is not None:
        async with desk.database.begin() as work:
            after = await care_for_drafts(work, after, desk.clock.now(), desk.draft_life)


async def remind_of_all_plans(desk: Desk) -> None:
    """Remind of the action plans whose day has come, a page at a time; twice a day says nothing twice."""
    after: int | None = 0
    while after is not None:
        async with desk.database.begin() as work:
            after = await remind_of_plans(work, after, desk.clock.now())


async def tell_of_due_evidence(desk: Desk) -> None:
    """Tell the Hub once a month which sources of its library are due for another look."""
    async with desk.database.begin() as work:
        await tell_of_due(work, desk.clock.now())


def find_next_morning(now: datetime) -> datetime:
    """Give the next nine o'clock of a working day that is yet to come."""
    return next_working_morning(now + timedelta(seconds=1))


async def close_quiet_hats(desk: Desk) -> None:
    """Close six hats that nobody has touched for a week, with what they have."""
    async with desk.database.begin() as work:
        await close_quiet(work, desk.clock.now())


async def offer_left_hats(desk: Desk) -> None:
    """Let anybody lead the six hats whose leader has been away for a day."""
    async with desk.database.begin() as work:
        await offer_left(work, desk.clock.now())


async def nudge_for_stale_work(desk: Desk) -> None:
    """Say on a working morning what has waited too long."""
    async with desk.database.begin() as work:
        await nudge_for_work(work, desk.clock.now())


async def work_out_all_deadlines(desk: Desk) -> None:
    """Work out what is owed on submissions that came in before there were targets; a page at a time."""
    more = True
    while more:
        async with desk.database.begin() as work:
            more = await work_out_deadlines(work)


async def forget_past_leave(desk: Desk) -> None:
    """Forget when people were away, once they are back."""
    async with desk.database.begin() as work:
        await work.leave.forget_before(in_london(desk.clock.now()).date())


async def understand_texts(desk: Desk) -> None:
    """Find out what new texts mean, so that similar ones are found in other words too."""
    if desk.meaning is not None:
        await understand_what_is_new(desk.database, desk.meaning, MOST_UNDERSTOOD)


def find_next_look(now: datetime) -> datetime:
    """Give when new texts are looked for again."""
    return now + timedelta(seconds=10)


MOST_UNDERSTOOD = 320
"""Texts understood in one go, in a few seconds: the jobs behind this one wait for it."""

JOBS: tuple[Job, ...] = (
    Job("refresh the Hub's roster", timedelta(minutes=10), refresh_roster),
    Job("post what has no thread", timedelta(minutes=10), post_what_has_no_thread),
    Job("look after drafts", timedelta(minutes=30), look_after_drafts),
    Job("forget old turns", timedelta(days=1), forget_old_turns),
    Job("remove old files", timedelta(hours=1), remove_old_files),
    Job("remind of plans", timedelta(minutes=10), remind_of_all_plans, find_next_morning),
    Job("work out deadlines", timedelta(hours=1), work_out_all_deadlines),
    Job("tell of due evidence", timedelta(minutes=10), tell_of_due_evidence, find_next_morning),
    Job("nudge for stale work", timedelta(minutes=10), nudge_for_stale_work, find_next_morning),
    Job("forget past leave", timedelta(days=1), forget_past_leave),
    Job("close quiet six hats", timedelta(hours=1), close_quiet_hats),
    Job("offer the lead of six hats", timedelta(minutes=30), offer_left_hats),
    Job("understand texts", timedelta(minutes=5), understand_texts, find_next_look),
)

LOOK_EVERY = 15.0
"""Seconds between looks at the table; no job needs to be closer to its minute than that."""

LOOK_OFTEN = 1.0
"""Seconds between looks where the clock is moved by hand, and somebody waits for what comes of it."""


class Timetable:
    """Runs the jobs that are due until it is told to stop."""

    def __init__(self, desk: Desk, jobs: tuple[Job, ...] = JOBS, look_every: float = LOOK_EVERY) -> None:
        self._desk = desk
        self._jobs = jobs
        self._look_every = look_every

    async def run(self, stop: asyncio.Event) -> None:
        """Look at the table again and again."""
        stopping = asyncio.create_task(stop.wait())
        while not stop.is_set():
            try:
                await self.run_due()
            except Exception:
                log.exception("a job failed")
            await asyncio.wait([stopping], timeout=self._look_every)

    async def run_due(self) -> None:
        """Run what is due: one process wins each job's time, by moving it on."""
        for job in self._jobs:
            if await self._win(job):
                await job.run(self._desk)
                await self._rest(job)

    async def _rest(self, job: Job) -> None:
        """Let a job that has gone through rest until its next time."""
        if job.find_next is not None:
            async with self._desk.database.begin() as work:
                await work.jobs.put_off(job.name, job.find_next(self._desk.clock.now()))

    async def _win(self, job: Job) -> bool:
        now = self._desk.clock.now()
        async with self._desk.database.begin() as work:
            await work.jobs.ensure(job.name, now)
            due = await work.jobs.due(now)
            if job.name not in due:
                return False
            return await work.jobs.claim(job.name, due[job.name], now + job.every)
