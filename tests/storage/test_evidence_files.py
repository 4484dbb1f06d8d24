"""Files in and out of the evidence library, on both databases."""

import json

import pytest

from domain.errors import BadInput, Refused
from domain.evidence_files import write_csv, write_json
from domain.people import Actor, Role
from services.evidence import find_entries
from services.library_files import RefusedRow, Report, import_entries, list_everything
from storage.database import Database
from tests.databases import HandClock
from tests.storage.world import chat_with

HEAD = "kind,title,summary,topics,label,effect,quality,link,checked_on,published\r\n"
GATES = "Intervention,Alley gates,Lockable gates keep people out.,burglary,worked,,strong,,2026-01-05,yes\r\n"


async def meet_hub(database: Database, clock: HandClock) -> Actor:
    async with database.begin() as work:
        person, _ = await chat_with(work, "Priya", clock.now())
    return Actor(person, frozenset({Role.OFFICER, Role.HUB}))


async def bring_in(database: Database, hub: Actor, content: bytes, clock: HandClock) -> Report:
    async with database.begin() as work:
        return await import_entries(work, hub, content, clock.now())


async def test_good_rows_are_kept_and_each_refused_one_is_named_with_its_line_and_the_reason(
    database: Database, clock: HandClock
) -> None:
    hub = await meet_hub(database, clock)
    rows = (
        '"practice","Patrols\nby bicycle","Seen more,\nand sooner.",drugs,,,,,,\r\n',
        "rumour,A rumour,Somebody said so.,,,,,,,\r\n",
        "\r\n",
        "practice,,No title.,,,,,,,\r\n",
        "practice,A link,Words.,,,,,http://example.org,,\r\n",
        "practice,A topic,Words.,astrology,,,,,,\r\n",
        "practice,A day,Words.,,,,,,soon,\r\n",
        "practice,Too many,Words.,,,,,,,yes,more\r\n",
    )
    report = await bring_in(database, hub, (HEAD + GATES + "".join(rows)).encode(), clock)
    assert (report.added, report.changed, report.there) == (2, 0, 0)
    assert [(one.line, one.title) for one in report.refused] == [
        (6, "A rumour"),
        (8, ""),
        (9, "A link"),
        (10, "A topic"),
        (11, "A day"),
        (12, ""),
    ]
    reasons = [one.reason for one in report.refused]
    assert reasons[0].startswith("kind: Say what kind of entry it is: research summary, practice")
    assert reasons[1] == "title: Give the entry a title."
    assert reasons[2] == "link: Give the source's address with https:// in front."
    assert reasons[3].startswith("topics: There is no topic 'astrology'.")
    assert reasons[4] == "checked_on: Write the day as 2026-11-24 or 24/11/2026."
    assert reasons[5] == "It has 11 cells, and there are 10 columns."
    async with database.begin() as work:
        titles = [entry.title for entry in await list_everything(work, hub)]
        assert titles == ["Alley gates", "Patrols by bicycle"]
        assert [entry.title for entry, _ in await find_entries(work, "gates", 5)] == ["Alley gates"]


async def test_bringing_the_same_file_in_again_adds_nothing(database: Database, clock: HandClock) -> None:
    hub = await meet_hub(database, clock)
    content = (HEAD + GATES).encode()
    assert (await bring_in(database, hub, content, clock)).added == 1
    assert await bring_in(database, hub, content, clock) == Report(there=1)


@pytest.mark.parametrize("write", [write_csv, write_json])
async def test_what_was_taken_out_comes_in_as_it_was(
    database: Database, clock: HandClock, write: type
) -> None:
    hub = await meet_hub(database, clock)
    odd = {
        "kind": "partner agency",
        "title": '=HYPERLINK("https://example.org")',
        "summary": "- a line\n'quoted', with \N{LATIN SMALL LETTER E WITH ACUTE}; and a semicolon",
        "topics": ["theft", "drugs"],
        "contact": "+44 1632 960000",
        "emmie": {"mechanism": "@once"},
        "checked_on": "2026-01-05",
        "published": True,
    }
    await bring_in(database, hub, json.dumps([odd]).encode(), clock)
    async with database.begin() as work:
        content = write(await list_everything(work, hub))
        before = await list_everything(work, hub)
    assert await bring_in(database, hub, content, clock) == Report(there=1)
    assert before[0].title == odd["title"]
    assert before[0].topics == ("theft", "drugs")


async def test_no_cell_of_a_spreadsheet_is_taken_for_a_formula(database: Database, clock: HandClock) -> None:
    hub = await meet_hub(database, clock)
    row = {"kind": "practice", "title": "=1+1", "summary": "@SUM(A1)", "organisation": "-2", "source": "\tx"}
    await bring_in(database, hub, json.dumps([row]).encode(), clock)
    async with database.begin() as work:
        written = write_csv(await list_everything(work, hub)).decode("utf-8-sig")
    assert "'=1+1" in written
    assert "'@SUM(A1)" in written
    assert "'-2" in written
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in written.splitlines()[1].split(","))


async def test_a_row_with_its_reference_changes_that_entry_alone_and_leaves_what_it_does_not_name(
    database: Database, clock: HandClock
) -> None:
    hub = await meet_hub(database, clock)
    await bring_in(database, hub, (HEAD + GATES).encode(), clock)
    changed = b"reference;title\nEV-2026-0001;Gates at the ends of alleys\n"
    report = await bring_in(database, hub, changed, clock)
    assert report == Report(changed=1)
    async with database.begin() as work:
        [entry] = await list_everything(work, hub)
    assert entry.title == "Gates at the ends of alleys"
    assert entry.summary == "Lockable gates keep people out."
    assert entry.published


async def test_a_file_that_breaks_off_keeps_what_stands_before_and_says_where(
    database: Database, clock: HandClock
) -> None:
    hub = await meet_hub(database, clock)
    broken = b'[\n{"kind": "practice", "title": "One", "summary": "Words."},\n{"kind": "practice", "titl\n'
    report = await bring_in(database, hub, broken, clock)
    assert report.added == 1
    assert [one.line for one in report.refused] == [3]
    assert "it is no JSON at line 3" in report.refused[0].reason
    cut = (HEAD + GATES.replace("Alley", "Side") + 'practice,"Never closed,Words\n').encode()
    report = await bring_in(database, hub, cut, clock)
    assert report.added == 1
    assert report.refused == (
        RefusedRow(3, "", "This row cannot be read, nor what follows it: a quotation mark is not closed."),
    )


@pytest.mark.parametrize("content", [b"", b" \n", b"a,b\n1,2\n", b"x" * (20 * 1024 * 1024 + 1)])
async def test_a_file_that_is_none_of_ours_is_refused_as_a_whole(
    database: Database, clock: HandClock, content: bytes
) -> None:
    hub = await meet_hub(database, clock)
    with pytest.raises(BadInput):
        await bring_in(database, hub, content, clock)


async def test_a_spreadsheet_of_windows_is_read_and_unknown_columns_are_told(
    database: Database, clock: HandClock
) -> None:
    hub = await meet_hub(database, clock)
    text = "Kind;Title;Summary;Rank\r\npractice;Caf\N{LATIN SMALL LETTER E WITH ACUTE};Words.;x\r\n"
    report = await bring_in(database, hub, text.encode("cp1252"), clock)
    assert (report.added, report.unknown) == (1, ("rank",))
    async with database.begin() as work:
        [entry] = await list_everything(work, hub)
    assert entry.title == "Caf\N{LATIN SMALL LETTER E WITH ACUTE}"


async def test_nobody_but_the_hub_brings_files_in_or_takes_them_out(
    database: Database, clock: HandClock
) -> None:
    hub = await meet_hub(database, clock)
    officer = Actor(hub.person, frozenset({Role.OFFICER}))
    with pytest.raises(Refused):
        await bring_in(database, officer, (HEAD + GATES).encode(), clock)
    async with database.begin() as work:
        with pytest.raises(Refused):
            await list_everything(work, officer)
