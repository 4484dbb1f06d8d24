"""The timetable: a job that has gone through rests, one that broke off is tried again soon."""

from datetime import UTC, datetime, timedelta

import pytest

from delivery.jobs import Desk, Job, Timetable, find_next_morning
from tests.conversations.force import Force

EVERY = timedelta(minutes=10)


async def test_a_daily_job_runs_once_a_working_morning_and_soon_again_where_it_broke_off(
    force: Force,
) -> None:
    ran: list[datetime] = []
    breaks = [True]

    async def run(desk: Desk) -> None:
        ran.append(desk.clock.now())
        if breaks and breaks.pop():
            raise OSError

    desk = Desk(force.product.database, None, force.clock)  # type: ignore[arg-type] # it calls nobody
    timetable = Timetable(desk, (Job("once a morning", EVERY, run, find_next_morning),))
    with pytest.raises(OSError):  # noqa: PT011 (the one above)
        await timetable.run_due()
    await timetable.run_due()
    assert len(ran) == 1
    force.clock.passes(EVERY)
    await timetable.run_due()
    assert len(ran) == 2
    for hours in (1, 7, 9):
        force.clock.passes(timedelta(hours=hours))
        await timetable.run_due()
    assert len(ran) == 2
    force.clock.moment = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    await timetable.run_due()
    await timetable.run_due()
    assert len(ran) == 3


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        (datetime(2026, 3, 2, 9, 0, tzinfo=UTC), datetime(2026, 3, 3, 9, 0, tzinfo=UTC)),
        (datetime(2026, 4, 2, 7, 59, tzinfo=UTC), datetime(2026, 4, 2, 8, 0, tzinfo=UTC)),
        (datetime(2026, 4, 2, 8, 0, tzinfo=UTC), datetime(2026, 4, 7, 8, 0, tzinfo=UTC)),
    ],
)
def test_the_next_morning_is_a_later_one(now: datetime, morning: datetime) -> None:
    assert find_next_morning(now) == morning
