"""What the courier says to Teams, and what it makes of Teams' answers."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from email.utils import format_datetime

import pytest

from bot.courier import TeamsCourier
from domain.ports import (
    DeliveryError,
    Gone,
    JSONObject,
    Member,
    Outgoing,
    Place,
    PlaceKind,
    Retryable,
    TooLarge,
    Undeliverable,
    Unreachable,
)
from tests.bot.edge import BEGIN, place_of
from tests.fake_teams import FakeTeams, Fault, Person

CARD: JSONObject = {
    "type": "AdaptiveCard",
    "version": "1.5",
    "body": [{"type": "TextBlock", "text": "Hi"}],
}
HELLO = Outgoing(text="hello")


@pytest.fixture
def sam(teams: FakeTeams) -> Person:
    return teams.person("Sam Carter")


@pytest.fixture
def chat(teams: FakeTeams, sam: Person) -> Place:
    return place_of(teams, sam.conversation.conversation_id)


async def test_words_arrive_as_they_are(courier: TeamsCourier, sam: Person, chat: Place) -> None:
    words = "**Bold**, <angle> & 🙂 PF-2026-0001"
    activity_id = await courier.send(chat, Outgoing(text=words))
    assert sam.screen.last.text == words
    assert sam.screen.last.message_id == activity_id


async def test_a_card_travels_alone_with_its_summary(courier: TeamsCourier, sam: Person, chat: Place) -> None:
    await courier.send(chat, Outgoing(summary="A greeting", card=CARD))
    assert sam.screen.last_card.text == "Hi"
    activity = sam.screen.last.activity
    assert activity["summary"] == "A greeting"
    assert "text" not in activity
    assert [one["contentType"] for one in activity["attachments"]] == [
        "application/vnd.microsoft.card.adaptive"
    ]


@pytest.mark.parametrize("message", [Outgoing(), Outgoing(text="both", card=CARD)])
async def test_a_message_is_words_or_a_card(courier: TeamsCourier, chat: Place, message: Outgoing) -> None:
    with pytest.raises(ValueError, match="words or a card"):
        await courier.send(chat, message)


async def test_an_update_replaces(courier: TeamsCourier, sam: Person, chat: Place) -> None:
    activity_id = await courier.send(chat, HELLO)
    await courier.update(chat, activity_id, Outgoing(text="hello again"))
    assert [message.text for message in sam.screen.heard] == ["hello again"]


async def test_a_reply_lands_in_its_thread(courier: TeamsCourier, teams: FakeTeams, sam: Person) -> None:
    hub = teams.channel("Hub", sam)
    opened = await courier.open_thread(place_of(teams, hub.conversation_id, PlaceKind.CHANNEL), HELLO)
    await courier.send(place_of(teams, opened.conversation_id, PlaceKind.CHANNEL), Outgoing(text="and"))
    at_hub = sam.at(hub)
    assert at_hub.screen.threads == [opened.activity_id]
    assert [message.text for message in at_hub.screen.heard] == ["hello", "and"]
    body = teams.calls[0].body
    assert body["isGroup"] is True
    assert body["tenantId"] == teams.tenant_id
    assert body["channelData"]["channel"] == {"id": hub.conversation_id}


async def test_a_thread_can_be_opened_from_within_another(
    courier: TeamsCourier, teams: FakeTeams, sam: Person
) -> None:
    hub = teams.channel("Hub", sam)
    channel = place_of(teams, hub.conversation_id, PlaceKind.CHANNEL)
    first = await courier.open_thread(channel, HELLO)
    await courier.open_thread(place_of(teams, first.conversation_id, PlaceKind.CHANNEL), HELLO)
    assert len(sam.at(hub).screen.threads) == 2


async def test_a_personal_chat_is_opened(courier: TeamsCourier, teams: FakeTeams, sam: Person) -> None:
    member = Member(sam.account.teams_id, sam.account.aad_object_id, sam.name)
    opened = await courier.open_personal(place_of(teams, "anywhere"), member)
    assert opened.conversation_id == sam.conversation.conversation_id
    await courier.send(place_of(teams, opened.conversation_id), HELLO)
    assert "hello" in sam.sees()


async def test_somebody_who_never_met_the_bot_is_unreachable(courier: TeamsCourier, teams: FakeTeams) -> None:
    lee = teams.person("Lee Shaw", installed=False)
    with pytest.raises(Unreachable, match="BotNotInConversationRoster"):
        await courier.open_personal(place_of(teams, "x"), Member(lee.account.teams_id, "", lee.name))


async def test_somebody_who_blocks_the_bot_is_unreachable(
    courier: TeamsCourier, sam: Person, chat: Place
) -> None:
    sam.account.blocked = True
    with pytest.raises(Unreachable, match="ConversationBlockedByUser"):
        await courier.send(chat, HELLO)


async def test_typing_is_shown(courier: TeamsCourier, sam: Person, chat: Place) -> None:
    await courier.show_typing(chat)
    assert sam.conversation.typing_shown == 1
    assert sam.screen.heard == []


async def test_a_roster_is_read_page_by_page(courier: TeamsCourier, teams: FakeTeams) -> None:
    people = [teams.person(f"Officer {number}") for number in range(450)]
    hub = teams.channel("Hub", *people)
    members = await courier.list_members(place_of(teams, "x"), hub.team_id)
    assert [member.name for member in members] == [person.name for person in people]
    assert [call.query.get("pageSize") for call in teams.calls] == ["200", "200", "200"]
    assert members[7] == Member(
        people[7].account.teams_id,
        people[7].account.aad_object_id,
        "Officer 7",
        "officer.7@force.police.uk",
    )


async def test_one_member_is_found_or_not(courier: TeamsCourier, teams: FakeTeams, sam: Person) -> None:
    lee = teams.person("Lee Shaw")
    hub = place_of(teams, teams.channel("Hub", sam).conversation_id, PlaceKind.CHANNEL)
    found = await courier.find_member(hub, sam.account.teams_id)
    assert found is not None
    assert found.email == "sam.carter@force.police.uk"
    assert await courier.find_member(hub, lee.account.teams_id) is None


FAULTS: list[tuple[Fault, type[DeliveryError]]] = [
    (Fault(400, "BadSyntax"), Undeliverable),
    (Fault(401, "Unauthorized", times=2), Retryable),
    (Fault(403, "BotNotInConversationRoster"), Unreachable),
    (Fault(403, "ConversationBlockedByUser"), Unreachable),
    (Fault(403, "MessageWritesBlocked"), Unreachable),
    (Fault(403, "BotDisabledByAdmin"), Unreachable),
    (Fault(403, "InvalidBotApiHost"), Undeliverable),
    (Fault(404, "ConversationNotFound"), Gone),
    (Fault(409, "Conflict"), Undeliverable),
    (Fault(412, "PreconditionFailed"), Retryable),
    (Fault(413, "MessageSizeTooBig"), TooLarge),
    (Fault(429, "TooManyRequests"), Retryable),
    (Fault(500, "ServiceError"), Retryable),
    (Fault(502, "BadGateway"), Retryable),
    (Fault(503, "ServiceUnavailable"), Retryable),
    (Fault(504, "GatewayTimeout"), Retryable),
    (Fault(302, "Moved", headers={"Location": "http://127.0.0.1:1/"}), Undeliverable),
]


@pytest.mark.parametrize(("fault", "error"), FAULTS, ids=[f"{f.status} {f.code}" for f, _ in FAULTS])
@pytest.mark.parametrize("deed", ["send", "update", "thread", "roster"])
async def test_every_refusal_has_its_name(
    courier: TeamsCourier, teams: FakeTeams, deed: str, fault: Fault, error: type[DeliveryError]
) -> None:
    sam = teams.person("Sam Carter")
    hub = place_of(teams, teams.channel("Hub", sam).conversation_id, PlaceKind.CHANNEL)
    deeds: dict[str, Callable[[], Awaitable[object]]] = {
        "send": lambda: courier.send(hub, HELLO),
        "update": lambda: courier.update(hub, "1", HELLO),
        "thread": lambda: courier.open_thread(hub, HELLO),
        "roster": lambda: courier.list_members(hub, hub.conversation_id),
    }
    teams.goes_wrong(Fault(fault.status, fault.code, fault.headers, times=fault.times))
    with pytest.raises(DeliveryError) as raised:
        await deeds[deed]()
    assert type(raised.value) is error
    assert raised.value.status == fault.status
    assert raised.value.code == fault.code
    assert len(teams.calls) == fault.times, "the SDK must not try again: the delivery worker does"


@pytest.mark.parametrize(
    ("header", "after"),
    [
        ("7", 7.0),
        (" 0 ", 0.0),
        (format_datetime(BEGIN + timedelta(seconds=90), usegmt=True), 90.0),
        (format_datetime(BEGIN - timedelta(seconds=90), usegmt=True), 0.0),
        ("Mon, 02 Mar 2026 09:01:00 -0000", None),
        ("soon", None),
        ("-3", None),
        ("", None),
    ],
)
async def test_the_wait_asked_for_is_kept(
    courier: TeamsCourier, sam: Person, chat: Place, header: str, after: float | None
) -> None:
    sam.goes_wrong(Fault(429, headers={"Retry-After": header} if header else {}))
    with pytest.raises(Retryable) as raised:
        await courier.send(chat, HELLO)
    assert raised.value.after == after


async def test_an_error_in_html_keeps_its_status(courier: TeamsCourier, sam: Person, chat: Place) -> None:
    sam.goes_wrong(Fault(502, body="<html><h1>Bad Gateway</h1></html>"))
    with pytest.raises(Retryable, match="Http502"):
        await courier.send(chat, HELLO)


async def test_a_cut_connection_is_retryable(courier: TeamsCourier, sam: Person, chat: Place) -> None:
    sam.goes_wrong(Fault(cut=True))
    with pytest.raises(Retryable, match="ConnectionCut"):
        await courier.send(chat, HELLO)


async def test_nobody_listening_is_retryable(courier: TeamsCourier, teams: FakeTeams) -> None:
    nowhere = Place("http://127.0.0.1:9/teams", teams.tenant_id, "a:1", PlaceKind.PERSONAL, "28:bot")
    with pytest.raises(Retryable, match="ConnectionCut"):
        await courier.send(nowhere, HELLO)


async def test_a_send_that_hangs_ends_at_the_time_out(
    courier: TeamsCourier, sam: Person, chat: Place
) -> None:
    fault = sam.goes_wrong(Fault(hold=asyncio.Event()))
    with pytest.raises(Retryable, match="TimedOut"):
        await courier.send(chat, HELLO)
    assert fault.hold is not None
    fault.hold.set()


@pytest.mark.parametrize("service_url", ["not a url", "http://[", "http://host:99999999", "file:///etc"])
async def test_a_bad_service_url_is_undeliverable(courier: TeamsCourier, service_url: str) -> None:
    place = Place(service_url, "t", "a:1", PlaceKind.PERSONAL, "28:bot")
    with pytest.raises(Undeliverable, match="BadServiceUrl"):
        await courier.send(place, HELLO)


async def test_a_message_too_large_is_said_to_be(courier: TeamsCourier, chat: Place) -> None:
    with pytest.raises(TooLarge):
        await courier.send(chat, Outgoing(text="x" * 150_000))


async def test_a_message_that_arrived_unanswered_may_be_sent_twice(
    courier: TeamsCourier, sam: Person, chat: Place
) -> None:
    sam.goes_wrong(Fault(504, keeps=True))
    with pytest.raises(Retryable):
        await courier.send(chat, HELLO)
    assert "hello" in sam.sees()
