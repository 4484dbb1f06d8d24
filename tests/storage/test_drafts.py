"""Drafts and jobs, on both databases."""

from datetime import timedelta

from domain.delivery import Subject, SubjectKind, View
from domain.draft import DraftStatus
from domain.ports import JSONObject
from storage.database import Database
from tests.databases import HandClock
from tests.storage.world import channel, chat_with

STATE: JSONObject = {
    "at": "where",
    "answers": {"z": {"text": "Über \0 🚲\ud83d"}, "a": {"text": ""}},
    "held": None,
}


async def test_a_draft_keeps_its_state_to_the_letter_and_in_order(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        amy, chat = await chat_with(work, "Amy", clock.now())
        draft = await work.drafts.open(
            person_id=amy.id,
            conversation_id=chat.id,
            walkthrough="submit",
            about="",
            state={},
            now=clock.now(),
        )
        later = clock.move(minutes=1)
        await work.drafts.save(draft.id, STATE, later)
    async with database.begin() as work:
        found = await work.drafts.find(draft.id, lock=True)
    assert found is not None
    assert found.state == STATE
    assert list(found.state["answers"] or ()) == ["z", "a"]  # type: ignore[arg-type] # a dictionary, as put in
    assert (found.opened_at, found.touched_at) == (later - timedelta(minutes=1), later)
    assert found.status is DraftStatus.OPEN


async def test_the_unfinished_come_back_last_touched_first(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy, chat = await chat_with(work, "Amy", clock.now())
        drafts = [
            await work.drafts.open(
                person_id=amy.id,
                conversation_id=chat.id,
                walkthrough="submit",
                state={},
                now=clock.move(minutes=1),
            )
            for _ in range(4)
        ]
        await work.drafts.park(drafts[0].id)
        await work.drafts.save(drafts[0].id, {}, clock.move(minutes=1))
        await work.drafts.end(drafts[2].id, DraftStatus.SENT)
        await work.drafts.end(drafts[3].id, DraftStatus.CANCELLED)
        unfinished = await work.drafts.list_unfinished(amy.id)
        assert await work.drafts.find(99) is None
    assert [draft.id for draft in unfinished] == [drafts[0].id, drafts[1].id]
    assert [draft.status for draft in unfinished] == [DraftStatus.PARKED, DraftStatus.OPEN]


async def test_a_parked_draft_is_carried_on_elsewhere(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy, chat = await chat_with(work, "Amy", clock.now())
        elsewhere = await work.conversations.arrive(channel(), None, "", clock.now())
        draft = await work.drafts.open(
            person_id=amy.id, conversation_id=chat.id, walkthrough="submit", state={}, now=clock.now()
        )
        live = await work.postings.place(
            chat, Subject(SubjectKind.DRAFT, draft.id), View.WALKTHROUGH, held_until=None
        )
        await work.drafts.set_live_posting(draft.id, live.id)
        await work.drafts.park(draft.id)
        await work.drafts.resume(draft.id, elsewhere.id, clock.move(hours=1))
        found = await work.drafts.find(draft.id)
        assert found is not None
        assert (found.status, found.conversation_id) == (DraftStatus.OPEN, elsewhere.id)
        assert found.live_posting_id == live.id
        await work.drafts.set_live_posting(draft.id, None)
        found = await work.drafts.find(draft.id)
    assert found is not None
    assert found.live_posting_id is None


async def test_a_jobs_time_is_won_once(database: Database, clock: HandClock) -> None:
    noon = clock.now()
    async with database.begin() as work:
        await work.jobs.ensure("roster", noon)
        await work.jobs.ensure("roster", noon + timedelta(days=9))
        assert await work.jobs.due(noon - timedelta(seconds=1)) == {}
        assert await work.jobs.due(noon) == {"roster": noon}
        assert await work.jobs.claim("roster", noon, noon + timedelta(hours=1))
        assert not await work.jobs.claim("roster", noon, noon + timedelta(hours=1))
        assert await work.jobs.due(noon) == {}
        assert await work.jobs.due(noon + timedelta(hours=1)) == {"roster": noon + timedelta(hours=1)}


async def test_the_latest_drafts_are_given_whatever_became_of_them(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        amy, chat = await chat_with(work, "Amy", clock.now())
        bea, other = await chat_with(work, "Bea", clock.now())
        ids = []
        for person, where in ((amy, chat), (amy, chat), (amy, chat), (bea, other)):
            draft = await work.drafts.open(
                person_id=person.id,
                conversation_id=where.id,
                walkthrough="submit",
                state={},
                now=clock.move(minutes=1),
            )
            ids.append(draft.id)
        await work.drafts.end(ids[1], DraftStatus.SENT)
        await work.drafts.save(ids[0], STATE, clock.move(minutes=1))
        found = await work.drafts.list_latest(amy.id, 2)
    assert [draft.id for draft in found] == [ids[0], ids[2]]
    async with database.read() as work:
        every = await work.drafts.list_latest(amy.id, 9)
    assert [draft.status for draft in every] == [DraftStatus.OPEN, DraftStatus.OPEN, DraftStatus.SENT]
