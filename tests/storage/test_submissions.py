"""Submissions, their timeline and their lists, on both databases."""

import asyncio

import pytest

from domain.delivery import Landed, View
from domain.errors import Outdated
from domain.lifecycle import Move, Side, advance
from domain.queue import EVERYTHING, StageTotal
from domain.search import Shelf
from domain.submission import Audience, Event, Happened, Said, Stage
from storage.database import Database
from tests.databases import HandClock
from tests.storage.world import a_notice, about, chat_with, hub_channel, meet, party, submit


async def test_a_submission_is_read_as_it_was_written(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy = await meet(work, "Amy", clock.now())
        bob = await meet(work, "Bob", clock.now())
        plain = await submit(work, amy, clock.now())
        owned = await submit(work, amy, clock.now(), owner=party(bob), owned_since=clock.now(), answers=())
    async with database.begin() as work:
        assert await work.submissions.find(plain.reference) == plain
        assert await work.submissions.find(owned.reference, lock=True) == owned
        assert await work.submissions.find_by_id(plain.id, lock=True) == plain
        assert await work.submissions.find("PF-1999-0001") is None
        assert await work.submissions.find_by_id(99) is None
    assert plain.reference == "PF-2026-0001"


async def test_the_hubs_thread_is_that_of_its_first_card(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy = await meet(work, "Amy", clock.now())
        hub = await hub_channel(work, clock.now())
        submission = await submit(work, amy, clock.now())
        card = await work.postings.place(hub, about(submission), View.HUB, held_until=None)
        await work.postings.place(hub, about(submission), View.HUB, thread_id="99", held_until=None)
        await work.postings.shown([Landed(card.id, 1, "17", "17")])
    async with database.read() as work:
        found = await work.submissions.find(submission.reference)
    assert found is not None
    assert found.hub_thread == "17"


async def test_of_two_decisions_on_one_picture_one_wins_and_the_other_is_told(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        amy = await meet(work, "Amy", clock.now())
        rivals = [await meet(work, name, clock.now()) for name in ("Bob", "Cem")]
        submission = await submit(work, amy, clock.now())

    async def take(who: int) -> str:
        taken = advance(
            submission, Move.TAKE, side=Side.HUB, by=party(rivals[who]), now=clock.now(), seen_version=1
        )
        try:
            async with database.begin() as work:
                await work.submissions.save(taken, submission.version)
        except Outdated as late:
            return late.sentence
        return ""

    said = await asyncio.gather(take(0), take(1))
    async with database.read() as work:
        present = await work.submissions.find(submission.reference)
    assert present is not None
    assert present.owner is not None
    assert sorted(map(bool, said)) == [False, True]
    assert present.owner.name in "".join(said)
    assert (present.version, present.stage) == (2, Stage.SCANNING)


async def test_an_addition_leaves_the_version_and_saves(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy = await meet(work, "Amy", clock.now())
        submission = await submit(work, amy, clock.now())
        later = clock.move(hours=1)
        added = advance(submission, Move.ADD_DETAIL, side=Side.OFFICER, by=party(amy), now=later)
        await work.submissions.save(added, submission.version)
        assert await work.submissions.find(submission.reference) == added
    assert (added.version, added.changed_at) == (1, later)


async def test_references_have_no_gap_when_twenty_submit_at_once(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        amy = await meet(work, "Amy", clock.now())

    async def send(number: int) -> str:
        async with database.begin() as work:
            submission = await submit(work, amy, clock.now())
            if number % 5 == 0:
                raise ConnectionError
        return submission.reference

    sent = await asyncio.gather(*(send(number) for number in range(25)), return_exceptions=True)
    references = sorted(one for one in sent if isinstance(one, str))
    assert references == [f"PF-2026-{number:04d}" for number in range(1, 21)]


async def test_the_numbers_start_again_with_the_year(database: Database) -> None:
    async with database.begin() as work:
        taken = [await work.submissions.next_reference(year) for year in (2026, 2026, 2027)]
    assert taken == ["PF-2026-0001", "PF-2026-0002", "PF-2027-0001"]


async def test_answers_told_later_come_last_or_take_the_place_of_earlier_ones(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        amy = await meet(work, "Amy", clock.now())
        submission = await submit(work, amy, clock.now())
        new = Said(name="cause", label="Cause", section="Analysis", text="No light")
        changed = submission.answers[1].model_copy(update={"text": "Stevenage"})
        await work.submissions.add_answers(submission.id, [new, changed])
        found = await work.submissions.find(submission.reference)
    assert found is not None
    assert found.answers == (submission.answers[0], changed, new)


async def test_the_officer_does_not_read_the_hubs_notes(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy = await meet(work, "Amy", clock.now())
        submission = await submit(work, amy, clock.now())
        note = Event(
            kind=Happened.NOTED, at=clock.now(), actor=party(amy), audience=Audience.HUB, words="Between us"
        )
        asked = Event(kind=Happened.ASKED, at=clock.now(), actor=party(amy), words="When?", about="x")
        silent = Event(kind=Happened.TAKEN, at=clock.now(), actor=party(amy))
        ids = [await work.submissions.record(submission.id, event) for event in (note, asked, silent)]
        everything = await work.submissions.list_events(submission.id, None)
        for_officer = await work.submissions.list_events(submission.id, Audience.EVERYONE)
        for_hub = await work.submissions.list_events(submission.id, Audience.HUB)
    assert everything == [
        event.model_copy(update={"id": event_id})
        for event, event_id in zip((note, asked, silent), ids, strict=True)
    ]
    assert for_officer == everything[1:]
    assert for_hub == everything


async def test_an_officers_list_has_the_newest_news_first_and_pages(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        amy, bob = await meet(work, "Amy", clock.now()), await meet(work, "Bob", clock.now())
        mine = [await submit(work, amy, clock.move(minutes=1)) for _ in range(5)]
        await submit(work, bob, clock.now())
        news = mine[1].model_copy(update={"changed_at": clock.move(hours=1), "waiting_for_officer": True})
        await work.submissions.save(news, 1)
        first, total = await work.submissions.list_of_officer(amy.id, 0, 3)
        second, _ = await work.submissions.list_of_officer(amy.id, 1, 3)
        beyond, _ = await work.submissions.list_of_officer(amy.id, 9, 3)
        assert await work.submissions.waiting_for(amy.id) == [news]
        assert await work.submissions.waiting_for(bob.id) == []
    assert first == [news, mine[4], mine[3]]
    assert second == [mine[2], mine[0]]
    assert (total, beyond) == (5, [])


async def test_the_queue_has_the_unowned_first_and_then_what_waits_longest(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        amy, bob = await meet(work, "Amy", clock.now()), await meet(work, "Bob", clock.now())
        owned = await submit(work, amy, clock.now(), owner=party(bob), stage=Stage.ANALYSIS)
        old, new = [await submit(work, amy, clock.move(days=1)) for _ in range(2)]
        await submit(work, amy, clock.now(), stage=Stage.CLOSED)
        page = await work.queue.list_page(EVERYTHING, clock.now(), page=0, size=2)
        last = await work.queue.list_page(EVERYTHING, clock.now(), page=7, size=2)
    assert [row.reference for row in page.rows] == [old.reference, new.reference]
    assert [row.reference for row in last.rows] == [owned.reference]
    assert (last.rows[0].owner, last.rows[0].officer) == ("Bob", "Amy")
    assert (page.page, page.pages, last.page) == (0, 2, 1)
    assert page.totals == (StageTotal(Stage.RECEIVED, 2, 2), StageTotal(Stage.ANALYSIS, 1, 0))


async def test_an_empty_queue_is_one_empty_page(database: Database, clock: HandClock) -> None:
    async with database.read() as work:
        page = await work.queue.list_page(EVERYTHING, clock.now(), page=0, size=10)
    assert (page.rows, page.pages, page.totals) == ((), 1, ())


async def test_what_the_hub_has_no_card_of_is_found(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy = await meet(work, "Amy", clock.now())
        hub = await hub_channel(work, clock.now())
        posted, unposted = [await submit(work, amy, clock.now()) for _ in range(2)]
        await submit(work, amy, clock.now(), stage=Stage.CLOSED)
        await work.postings.place(hub, about(posted), View.HUB, held_until=None)
        assert await work.submissions.list_unposted() == [unposted]


async def test_the_samples_go_with_all_that_hangs_on_them(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy, chat = await chat_with(work, "Amy", clock.now())
        kept = await submit(work, amy, clock.now())
        sample = await submit(work, amy, clock.now(), sample=True)
        for one in (kept, sample):
            card = await work.postings.place(chat, about(one), View.STATUS, held_until=None)
            await work.drafts.set_live_posting(
                (
                    await work.drafts.open(
                        person_id=amy.id,
                        conversation_id=chat.id,
                        walkthrough="more",
                        about=one.reference,
                        state={},
                        now=clock.now(),
                    )
                ).id,
                card.id,
            )
            event = Event(kind=Happened.ASKED, at=clock.now(), actor=party(amy), words="When?")
            await work.submissions.record(one.id, event)
            work.notify(a_notice(chat, one, one.reference, clock.now()))
            await work.search.put(Shelf.SUBMISSIONS, one.id, {"bicycl"})
    async with database.begin() as work:
        assert await work.submissions.remove_samples() == 1
    async with database.read() as work:
        assert await work.submissions.find(sample.reference) is None
        assert await work.submissions.find(kept.reference) == kept
        assert await work.submissions.list_events(sample.id) == []
        assert await work.postings.list_of(about(sample)) == []
        assert [draft.about for draft in await work.drafts.list_unfinished(amy.id)] == [kept.reference]
        assert await work.search.count(Shelf.SUBMISSIONS) == 1
        assert await work.search.count_entries(Shelf.SUBMISSIONS, {"bicycl"}) == {"bicycl": 1}
        notices = await work.outbox.due_notices(chat.lane_id, clock.now())
    assert [notice.key for notice in notices] == [kept.reference]


async def test_the_words_vouch_for_themselves_and_are_kept_apart(
    database: Database, clock: HandClock
) -> None:
    from sqlalchemy import select  # noqa: PLC0415 (this story alone looks under the floor)

    from storage.timeline import EventRow, EventWordsRow, digest_words  # noqa: PLC0415 (the same)

    async with database.begin() as work:
        amy = await meet(work, "Amy", clock.now())
        submission = await submit(work, amy, clock.now())
        event = Event(kind=Happened.ASKED, at=clock.now(), actor=party(amy), words="Naïve \0words")
        await work.submissions.record(submission.id, event)
        connection = work._connection  # noqa: SLF001 (the same)
        digest = (await connection.execute(select(EventRow.digest))).scalar_one()
        salt, words = (await connection.execute(select(EventWordsRow.salt, EventWordsRow.words))).one()
    assert words == "Naïve words"
    assert digest == digest_words(salt, words)
    with pytest.raises(AssertionError):
        assert digest == digest_words("", words)
