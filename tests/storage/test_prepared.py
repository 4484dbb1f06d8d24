"""A statement that comes again is made ready, on SQLite: nobody sees a difference, on either database."""

import pytest
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from domain.draft import DraftStatus
from domain.ports import JSONObject
from storage.database import Database
from storage.people import PersonRow
from tests.databases import HandClock
from tests.storage.world import chat_with, meet

_AGAIN = range(4)
_SAID: JSONObject = {"at": "where", "answers": {"z": {"text": "Über \0 🚲"}, "a": {"text": ""}}, "held": None}


async def test_what_is_written_and_read_again_and_again_comes_back_as_it_was(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        amy, chat = await chat_with(work, "Amy", clock.now())
        opened_at = clock.now()
        for number in _AGAIN:
            draft = await work.drafts.open(
                person_id=amy.id,
                conversation_id=chat.id,
                walkthrough="submit",
                state={"number": number},
                now=opened_at,
            )
            await work.drafts.save(draft.id, _SAID, clock.move(minutes=1))
            await work.drafts.park(draft.id)
            found = await work.drafts.find(draft.id, lock=True)
            assert found is not None
            assert (found.state, found.status) == (_SAID, DraftStatus.PARKED)
            assert (found.opened_at, found.touched_at) == (opened_at, clock.now())
            assert found.live_posting_id is None


async def test_what_the_database_refuses_again_is_refused_in_the_same_way(
    database: Database, clock: HandClock
) -> None:
    add = insert(PersonRow)
    amy_again = {
        "aad_object_id": "aad-Amy",
        "teams_id": "29:Amy",
        "tenant_id": "",
        "name": "Amy Secret",
        "team": "",
        "met_at": clock.now(),
        "reachable": True,
    }
    async with database.begin() as work:
        await meet(work, "Amy", clock.now())
    for _ in _AGAIN:
        with pytest.raises(IntegrityError) as refusal:
            async with database.begin() as work:
                await work._connection.execute(add, amy_again)  # noqa: SLF001 (no repository does that)
        assert "Secret" not in str(refusal.value)


async def test_one_statement_takes_lists_of_any_length_and_values_by_other_names(
    database: Database, clock: HandClock
) -> None:
    among = (
        select(PersonRow.name)
        .where(PersonRow.name.in_(bindparam("names", expanding=True)))
        .order_by(PersonRow.name)
    )
    change = update(PersonRow).where(PersonRow.aad_object_id == bindparam("whose"))
    async with database.begin() as work:
        for name in ("Amy", "Bo", "Cy"):
            await meet(work, name, clock.now())
        connection = work._connection  # noqa: SLF001 (no repository has such statements)
        for number in _AGAIN:
            names = ["Amy", "Bo", "Cy"][: number % 4]
            rows = await connection.execute(among, {"names": names})
            assert [row.name for row in rows] == names
        for number in _AGAIN:
            value = {"team": f"Team {number}"} if number % 2 else {"teams_id": f"29:{number}"}
            changed = await connection.execute(change, {"whose": "aad-Amy", **value})
            assert changed.rowcount == 1
        amy = await work.people.find_by_object_id("aad-Amy")
    assert amy is not None
    assert (amy.team, amy.teams_id) == ("Team 3", "29:2")
