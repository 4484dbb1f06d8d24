"""One client per service URL over one session: no leaked sockets, no token to another host."""

import asyncio

import pytest

from bot.connector import ConnectorPool
from bot.courier import TeamsCourier
from bot.http_session import SharedSession
from domain.clock import SystemClock
from domain.ports import Outgoing
from tests.bot.edge import Edge, build_edge, place_of
from tests.fake_teams import FakeTeams, Fault, FixedTokens


def count_open_sockets(session: SharedSession) -> int:
    connector = session.get().connector
    assert connector is not None
    return sum(len(waiting) for waiting in connector._conns.values())  # noqa: SLF001 - the pool is the very thing under test


async def test_many_turns_use_one_socket(teams: FakeTeams, edge: Edge) -> None:
    sam = teams.person("Sam Carter")
    for number in range(30):
        await sam.says(f"hello {number}")
    assert len(sam.screen.heard) == 30
    # One to the connector, one that fetched the keys from the same server before it.
    assert count_open_sockets(edge.session) == 1


async def test_sends_at_once_go_at_once(teams: FakeTeams) -> None:
    edge, hold = build_edge(teams), asyncio.Event()
    people = [teams.person(f"Officer {number}") for number in range(20)]
    teams.goes_wrong(Fault(hold=hold, times=20))
    places = [place_of(teams, person.conversation.conversation_id) for person in people]
    sending = [asyncio.create_task(edge.courier.send(place, Outgoing(text="hello"))) for place in places]
    await people[0].until(lambda: teams.connector.most_at_once == 20)
    hold.set()
    await asyncio.gather(*sending)
    await edge.session.close()


async def test_one_client_per_service_url_and_not_too_many() -> None:
    session = SharedSession()
    pool = ConnectorPool(FixedTokens(), session, clients_kept=3)
    first = pool.find("https://a.example/uk")
    assert pool.find("https://a.example/uk") is first
    for name in "bcd":
        pool.find(f"https://{name}.example/")
    assert pool.find("https://a.example/uk") is not first
    assert len(pool._clients) == 3  # noqa: SLF001 - the bound is the thing under test
    await session.close()


@pytest.mark.usefixtures("edge")
async def test_the_token_is_not_carried_along_a_redirect(teams: FakeTeams) -> None:
    sam = teams.person("Sam Carter")
    await sam.installs()
    sam.goes_wrong(Fault(307, headers={"Location": f"{teams.origin}/teams/v3/conversations"}))
    await sam.says("hello")
    assert len(teams.calls) == 1


async def test_closing_twice_is_harmless() -> None:
    session = SharedSession()
    await session.close()
    session.get()
    await session.close()
    await session.close()
    assert not session.get().closed
    await session.close()


class RefreshedTokens(FixedTokens):
    """Tokens of which the first was withdrawn before its end."""

    def __init__(self) -> None:
        super().__init__("withdrawn")

    def drop(self, token: str) -> bool:
        self.value = "for-the-connector"
        return token == "withdrawn"


async def test_a_token_that_teams_refuses_is_replaced_once_and_the_message_arrives_once(
    teams: FakeTeams,
) -> None:
    sam, session = teams.person("Sam Carter"), SharedSession()
    courier = TeamsCourier(ConnectorPool(RefreshedTokens(), session), SystemClock())
    await courier.send(place_of(teams, sam.conversation.conversation_id), Outgoing(text="hello"))
    assert [call.headers["Authorization"] for call in teams.calls] == [
        "Bearer withdrawn",
        "Bearer for-the-connector",
    ]
    assert len(sam.screen.heard) == 1
    await session.close()
