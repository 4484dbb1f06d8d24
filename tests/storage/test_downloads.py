"""Files for people to fetch, on both databases."""

from datetime import timedelta

import pytest

from domain.download import LARGEST_FILE, FileDeed
from domain.errors import NotFound, NotPossible
from services.downloads import DOWNLOADS_PATH, find_offered, offer, take
from storage.database import Database
from storage.downloads import PIECE
from storage.work import Work
from tests.databases import HandClock
from tests.storage.world import meet

ADDRESS = "https://prevention.example"


async def hand_out(  # noqa: PLR0913 (a story names what matters to it)
    database: Database,
    clock: HandClock,
    content: bytes = b"figures",
    *,
    name: str = "figures.csv",
    once: bool = False,
    to: str = "Amy",
) -> str:
    async with database.begin() as work:
        person = await meet(work, to, clock.now())
        link = await offer(
            work,
            person,
            name,
            "text/csv; charset=utf-8",
            content,
            until=clock.now() + timedelta(days=1),
            once=once,
            address=ADDRESS,
            now=clock.now(),
        )
    assert link.startswith(f"{ADDRESS}{DOWNLOADS_PATH}/")
    return link.rpartition("/")[2]


def change_one(token: str, place: int) -> str:
    return token[:place] + ("B" if token[place] == "A" else "A") + token[place + 1 :]


async def read_whole(work: Work, download_id: int) -> bytes:
    pieces: list[bytes] = []
    while (piece := await work.downloads.read_piece(download_id, len(pieces))) is not None:
        pieces.append(piece)
    return b"".join(pieces)


async def test_a_file_comes_back_byte_for_byte_however_many_pieces_it_has(
    database: Database, clock: HandClock
) -> None:
    for size in (0, 1, PIECE, PIECE + 1, 3 * PIECE):
        content = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
        token = await hand_out(database, clock, content)
        async with database.begin() as work:
            download = await take(work, token, clock.now())
            assert (download.size, await read_whole(work, download.id)) == (size, content)


async def test_a_file_can_be_made_from_what_the_unit_of_work_sees(
    database: Database, clock: HandClock
) -> None:
    async def make(work: Work) -> bytes:
        return f"{(await work.outbox.count_waiting()).waiting} waiting".encode()

    async with database.begin() as work:
        person = await meet(work, "Amy", clock.now())
        until = clock.now() + timedelta(hours=1)
        link = await offer(
            work,
            person,
            "now.txt",
            "text/plain",
            make,
            until=until,
            once=True,
            address=ADDRESS,
            now=clock.now(),
        )
    async with database.begin() as work:
        download = await take(work, link.rpartition("/")[2], clock.now())
        assert await read_whole(work, download.id) == b"0 waiting"


async def test_what_works_once_works_once_and_what_works_a_day_works_that_day(
    database: Database, clock: HandClock
) -> None:
    once, daily = await hand_out(database, clock, once=True), await hand_out(database, clock)
    for _ in range(3):
        async with database.begin() as work:
            await take(work, daily, clock.now())
    async with database.begin() as work:
        await take(work, once, clock.now())
    async with database.begin() as work:
        with pytest.raises(NotPossible):
            await take(work, once, clock.now())
    clock.move(days=1)
    async with database.begin() as work:
        with pytest.raises(NotPossible):
            await take(work, daily, clock.now())


async def test_a_fetch_that_is_taken_back_does_not_use_the_link_up(
    database: Database, clock: HandClock
) -> None:
    token = await hand_out(database, clock, once=True)

    async def fail() -> None:
        async with database.begin() as work:
            await take(work, token, clock.now())
            raise RuntimeError("the connection was cut")

    with pytest.raises(RuntimeError):
        await fail()
    async with database.begin() as work:
        assert await take(work, token, clock.now())


async def test_a_link_that_was_changed_in_any_place_is_unknown(database: Database, clock: HandClock) -> None:
    mine, other = await hand_out(database, clock), await hand_out(database, clock, to="Ben")
    number, _, signature = mine.partition(".")
    changed = [
        f"{int(number) + 1}.{signature}",
        f"{number}.{other.partition('.')[2]}",
        f"{number}.{'A' * 43}",
        f"{number}.{signature[:-1]}",
        f"0{mine}",
        f"{'9' * 30}.{signature}",
        number,
        "",
        "\u0661.\u00e9",
        *(change_one(mine, place) for place in range(2, 40, 5)),
    ]
    async with database.read() as work:
        for token in changed:
            with pytest.raises(NotFound):
                await find_offered(work, token, clock.now())
        assert (await find_offered(work, mine, clock.now())).name == "figures.csv"


async def test_before_anything_was_handed_out_every_link_is_unknown(
    database: Database, clock: HandClock
) -> None:
    async with database.read() as work:
        with pytest.raises(NotFound):
            await find_offered(work, f"1.{'A' * 43}", clock.now())


async def test_who_had_what_when_stays_when_the_file_is_gone(database: Database, clock: HandClock) -> None:
    begun = clock.now()
    token = await hand_out(database, clock)
    async with database.begin() as work:
        download = await take(work, token, clock.move(minutes=5))
    clock.move(days=1, hours=1)
    async with database.begin() as work:
        assert await work.downloads.remove_contents(clock.now() - timedelta(hours=1)) == 1
        assert await work.downloads.read_piece(download.id, 0) is None
        amy = await meet(work, "Amy", clock.now())
        events = await work.downloads.list_events(amy.id)
        with pytest.raises(NotPossible):
            await find_offered(work, token, clock.now())
    assert [(event.name, event.deed, event.at) for event in events] == [
        ("figures.csv", FileDeed.OFFERED, begun),
        ("figures.csv", FileDeed.FETCHED, begun + timedelta(minutes=5)),
    ]


async def test_a_file_that_can_still_be_fetched_is_not_removed(database: Database, clock: HandClock) -> None:
    token = await hand_out(database, clock)
    async with database.begin() as work:
        assert await work.downloads.remove_contents(clock.now()) == 0
        assert await read_whole(work, (await take(work, token, clock.now())).id) == b"figures"


async def test_what_is_too_large_is_not_kept(database: Database, clock: HandClock) -> None:
    with pytest.raises(NotPossible, match="over 20 MB"):
        await hand_out(database, clock, b"x" * (LARGEST_FILE + 1))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("plan.pdf", "plan.pdf"),
        ("../../etc/passwd", "etc_passwd"),
        ('a"b\r\nX-Evil: 1.csv', "a_b_X-Evil_ 1.csv"),
        ("Überblick März.pdf", "Überblick März.pdf"),
        ("...", "file"),
        ("x" * 300 + ".csv", "x" * 116 + ".csv"),
    ],
)
async def test_a_name_is_made_one_that_every_file_system_takes(
    database: Database, clock: HandClock, given: str, kept: str
) -> None:
    token = await hand_out(database, clock, name=given)
    async with database.read() as work:
        assert (await find_offered(work, token, clock.now())).name == kept


async def test_without_an_address_nothing_is_handed_out(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        person = await meet(work, "Amy", clock.now())
        with pytest.raises(NotPossible, match="PUBLIC_URL"):
            await offer(
                work,
                person,
                "a.csv",
                "text/csv",
                b"",
                until=clock.now(),
                once=False,
                address="",
                now=clock.now(),
            )
