"""What the Portal before this one held comes in from its list, once, and its officers find it."""

import pytest

from domain.errors import BadInput, Refused
from domain.people import Actor, Role
from domain.submission import Outcome, Stage
from services.old_portal import OldReport, bring_in_old_entries
from tests.conversations.force import Force
from tests.conversations.plan_days import know

HEAD = "Number,Date,Kind,Problem,Topic,Place,Email,Closed,Outcome,Reason,Answer\n"
OPEN = (
    "P-17,03/02/2025,issue,Bikes taken at the station,bike theft,Hitchin station,"
    "dana.finch@force.police.uk,,,,\n"
)
CLOSED = (
    'P-2,2024-05-07,Idea,"Lend bicycle locks, for a week",,,dana.finch@force.police.uk,1 June 2024,adopted,'
    "It is done now,See the note of May\n"
)


async def bring_in(force: Force, rows: str, head: str = HEAD) -> OldReport:
    hub = Actor((await know(force, force.priya)).person, frozenset({Role.HUB}))
    async with force.product.database.begin() as work:
        return await bring_in_old_entries(
            work, hub, (head + rows).encode(), force.teams.tenant_id, force.clock.now()
        )


async def test_open_and_closed_ones_come_in_with_their_days_and_their_end(force: Force) -> None:
    await force.bind_hub()
    report = await bring_in(force, OPEN + CLOSED)
    assert (report.added, report.there, report.refused) == (2, 0, ())
    async with force.product.database.read() as work:
        old = await work.submissions.find("PF-2024-0001")
        new = await work.submissions.find("PF-2025-0001")
    assert old is not None
    assert new is not None
    assert (old.stage, old.outcome, old.reason) == (Stage.CLOSED, Outcome.ADOPTED, "It is done now")
    assert (old.title, old.submitted_at.date().isoformat()) == (
        "Lend bicycle locks, for a week",
        "2024-05-07",
    )
    assert (new.stage, new.topic, new.place) == (Stage.RECEIVED, "theft", "Hitchin station")
    await force.priya.says("open PF-2024-0001")
    await force.priya.until_sees("See the note of May")
    await force.priya.says("queue")
    await force.priya.until_sees("Bikes taken at the station")


async def test_the_same_list_again_adds_nothing(force: Force) -> None:
    await bring_in(force, OPEN)
    report = await bring_in(force, OPEN + CLOSED)
    assert (report.added, report.there) == (1, 1)


async def test_nobody_is_told_and_its_officer_finds_it(force: Force) -> None:
    await force.bind_hub()
    rows = (OPEN + CLOSED).replace("dana.finch@force.police.uk", force.dana.account.email)
    await bring_in(force, rows)
    force.passes(minutes=30)
    await force.dana.says("my submissions")
    await force.dana.until_sees("Bikes taken at the station")
    assert force.dana.sees().count("PF-2025-0001") == 1


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("P-1,,issue,Bikes,,,a@force.example\n", "'date' is empty."),
        ("P-1,soon,issue,Bikes,,,a@force.example\n", "'date' is no day"),
        ("P-1,01/01/2031,issue,Bikes,,,a@force.example\n", "'date' lies in the future."),
        ("P-1,01/01/2025,wish,Bikes,,,a@force.example\n", "'kind' has to be one of"),
        ("P-1,01/01/2025,issue,,,,a@force.example\n", "'problem' is empty."),
        ("P-1,01/01/2025,issue,Bikes,,,nobody\n", "not a whole e-mail address"),
        ("P-1,01/01/2025,issue,Call 07700 900123,,,a@force.example\n", "telephone number"),
        ("P-1,01/01/2025,issue,Bikes,,,a@force.example,02/01/2025,lost,\n", "'outcome' has to be one of"),
        ("P-1,01/02/2025,issue,Bikes,,,a@force.example,02/01/2025,adopted,\n", "closed before it was sent"),
        (f"P-1,01/02/2025,issue,{'x' * 4001},,,a@force.example\n", "longer than 4000 characters"),
    ],
)
async def test_a_row_that_cannot_be_kept_is_named_with_the_reason_and_the_rest_comes_in(
    force: Force, row: str, reason: str
) -> None:
    report = await bring_in(force, row + CLOSED)
    assert report.added == 1
    assert [one.line for one in report.refused] == [2]
    assert reason in report.refused[0].reason


async def test_a_number_that_stands_there_twice_is_taken_once(force: Force) -> None:
    report = await bring_in(force, OPEN + OPEN)
    assert report.added == 1
    assert report.refused[0].reason == "This number stands in the file twice."


async def test_a_file_without_its_columns_brings_in_nothing(force: Force) -> None:
    with pytest.raises(BadInput, match="Missing: number, kind"):
        await bring_in(force, "x\n", head="Date,Problem,Email\n")


async def test_only_the_hub_brings_it_in(force: Force) -> None:
    officer = await know(force, force.sam)
    async with force.product.database.begin() as work:
        with pytest.raises(Refused):
            await bring_in_old_entries(work, officer, HEAD.encode(), force.teams.tenant_id, force.clock.now())
