"""The fake is believed by every story, so it is tested itself."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.courier import TeamsCourier
from bot.incoming import Happening, Incoming, InvokeAnswer
from domain.ports import JSONObject, Outgoing
from tests.bot.edge import build_edge
from tests.fake_teams import FakeTeams, Fault, NotSentError, Person

CARD: JSONObject = {
    "type": "AdaptiveCard",
    "version": "1.5",
    "body": [
        {"type": "TextBlock", "text": "What happened?"},
        {"type": "FactSet", "facts": [{"title": "Stage", "value": "Received"}]},
        {
            "type": "ColumnSet",
            "columns": [{"type": "Column", "items": [{"type": "TextBlock", "text": "In a column"}]}],
        },
        {"type": "TextBlock", "id": "hidden", "text": "Shown later", "isVisible": False},
        {
            "type": "Input.Text",
            "id": "answer",
            "label": "Your answer",
            "isRequired": True,
            "errorMessage": "Please answer",
        },
        {
            "type": "Input.ChoiceSet",
            "id": "hat",
            "label": "Hat",
            "value": "w",
            "choices": [{"title": "White", "value": "w"}, {"title": "Black", "value": "b"}],
        },
        {"type": "Input.Toggle", "id": "sure", "title": "I am sure"},
        {
            "type": "ActionSet",
            "actions": [
                {
                    "type": "Action.Execute",
                    "title": "Next",
                    "verb": "next",
                    "data": {"step": 1},
                    "fallback": {"type": "Action.Submit", "title": "Next", "data": {"verb": "next"}},
                }
            ],
        },
    ],
    "actions": [
        {"type": "Action.Submit", "title": "Save", "data": {"verb": "save", "msteams": {"x": 1}}},
        {"type": "Action.Submit", "title": "Cancel", "associatedInputs": "none", "data": {"verb": "cancel"}},
        {"type": "Action.ToggleVisibility", "title": "More", "targetElements": ["hidden"]},
        {
            "type": "Action.ShowCard",
            "title": "Add a note",
            "card": {
                "type": "AdaptiveCard",
                "body": [{"type": "Input.Text", "id": "note", "label": "Note"}],
                "actions": [
                    {
                        "type": "Action.Execute",
                        "title": "Keep the note",
                        "verb": "note",
                        "associatedInputs": "auto",
                    }
                ],
            },
        },
        {"type": "Action.Submit", "title": "Not now", "isEnabled": False},
    ],
}
DONE: JSONObject = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "Done"}]}


class CardBot:
    """Shows the card, and answers presses with what the test laid ready."""

    def __init__(self, courier: TeamsCourier) -> None:
        self.courier = courier
        self.received: list[Incoming] = []
        self.answer: Any = DONE
        self.kind = "application/vnd.microsoft.card.adaptive"

    async def __call__(self, incoming: Incoming) -> InvokeAnswer | None:
        self.received.append(incoming)
        if incoming.happening is Happening.MESSAGE and incoming.text:
            await self.courier.send(incoming.place, Outgoing(summary="A question", card=CARD))
        return InvokeAnswer({"statusCode": 200, "type": self.kind, "value": self.answer})


@pytest.fixture
async def teams() -> AsyncIterator[FakeTeams]:
    async with FakeTeams.running() as running:
        yield running


@pytest.fixture
async def bot(teams: FakeTeams) -> CardBot:
    edge = build_edge(teams, make_handler=CardBot)
    await teams.run_bot(edge.application)
    assert isinstance(edge.handler, CardBot)
    return edge.handler


@pytest.fixture
async def sam(teams: FakeTeams, bot: CardBot) -> Person:
    person = teams.person("Sam Carter")
    await person.says("submit")
    assert len(bot.received) == 1
    return person


async def test_a_card_reads_as_it_looks(sam: Person) -> None:
    card = sam.screen.last_card
    assert card.buttons() == ["Next", "Save", "Cancel", "More", "Add a note", "Not now"]
    for words in (
        "What happened?",
        "Stage: Received",
        "In a column",
        "Your answer:",
        "White / Black",
        "[Save]",
    ):
        assert words in card.text
    assert "Shown later" not in card.text
    assert "Note" not in card.text.replace("Not now", "")


async def test_execute_sends_what_was_filled_in_and_shows_the_answer(sam: Person, bot: CardBot) -> None:
    card_id = sam.screen.last_card.message_id
    await sam.presses("Next", {"Hat": "Black"}, answer="A burglary", sure=True)
    pressed = bot.received[-1]
    assert pressed.invoke_name == "adaptiveCard/action"
    assert pressed.reply_to_id == card_id
    assert pressed.value == {
        "action": {
            "type": "Action.Execute",
            "id": "",
            "verb": "next",
            "data": {"step": 1, "answer": "A burglary", "hat": "b", "sure": "true"},
        },
        "trigger": "manual",
    }
    assert sam.screen.last_card.text == "Done"
    sam.screen.reload()
    assert "What happened?" in sam.sees()


async def test_an_update_wins_over_an_answer(sam: Person, bot: CardBot) -> None:
    await sam.presses("Next", answer="x")
    updated: JSONObject = {**DONE, "body": [{"type": "TextBlock", "text": "Updated"}]}
    message = Outgoing(summary="s", card=updated)
    await bot.courier.update(bot.received[-1].place, sam.screen.last_card.message_id, message)
    assert sam.screen.last_card.text == "Updated"


async def test_an_answer_is_the_pressers_alone(teams: FakeTeams, bot: CardBot) -> None:
    sam, lee = teams.person("Sam Carter"), teams.person("Lee Shaw")
    hub = teams.channel("Hub", sam, lee)
    sam_there, lee_there = sam.at(hub), lee.at(hub)
    await sam_there.says("submit")
    await sam_there.presses("Next", answer="x")
    assert bot.received[-1].place.conversation_id.startswith(f"{hub.conversation_id};messageid=")
    assert "Done" in sam_there.sees()
    assert "Done" not in lee_there.sees()
    assert lee.screen.messages == []


async def test_submit_is_a_message_without_words(sam: Person, bot: CardBot) -> None:
    await sam.presses("Save", answer="x")
    pressed = bot.received[-1]
    assert (pressed.happening, pressed.text) == (Happening.MESSAGE, "")
    assert pressed.value == {"verb": "save", "answer": "x", "hat": "w", "sure": "false"}
    assert pressed.reply_to_id == sam.screen.last_card.message_id


async def test_the_client_holds_a_card_back_until_it_is_filled_in(sam: Person, bot: CardBot) -> None:
    with pytest.raises(NotSentError, match="Please answer"):
        await sam.presses("Next")
    assert len(bot.received) == 1
    await sam.presses("Cancel")
    assert bot.received[-1].value == {"verb": "cancel"}


async def test_hidden_parts_are_opened_as_a_person_opens_them(sam: Person, bot: CardBot) -> None:
    await sam.presses("More")
    assert "Shown later" in sam.sees()
    await sam.presses("Add a note")
    assert "Keep the note" in sam.screen.last_card.buttons()
    await sam.presses("Add a note")
    assert "Keep the note" not in sam.screen.last_card.buttons()
    assert len(bot.received) == 1
    await sam.presses("Keep the note", answer="x", Note="n")
    value = bot.received[-1].value
    assert isinstance(value, dict)
    assert isinstance(value["action"], dict)
    assert value["action"]["data"] == {"answer": "x", "hat": "w", "sure": "false", "note": "n"}


async def test_what_is_not_there_cannot_be_pressed_or_filled_in(sam: Person) -> None:
    with pytest.raises(AssertionError, match="no \\[Nonsense\\]"):
        await sam.presses("Nonsense")
    with pytest.raises(AssertionError, match="cannot be pressed"):
        await sam.presses("Not now")
    with pytest.raises(AssertionError, match="no input"):
        await sam.presses("Save", nonsense="x")
    with pytest.raises(AssertionError, match="is not offered"):
        await sam.presses("Save", answer="x", hat="Purple")


async def test_a_phone_presses_the_fallback(sam: Person, bot: CardBot) -> None:
    sam.on_phone = True
    await sam.presses("Next", answer="x")
    assert bot.received[-1].happening is Happening.MESSAGE
    with pytest.raises(AssertionError, match="does nothing on a phone"):
        await sam.presses("Keep the note", answer="x")


@pytest.mark.parametrize(
    ("kind", "value", "is_error"),
    [
        ("application/vnd.microsoft.activity.message", "Thank you", False),
        ("application/vnd.microsoft.error", {"code": "x", "message": "Thank you"}, True),
    ],
)
async def test_a_line_instead_of_a_card(
    sam: Person, bot: CardBot, kind: str, value: object, is_error: bool
) -> None:
    bot.kind, bot.answer = kind, value
    await sam.presses("Next", answer="x")
    assert sam.screen.flash is not None
    assert sam.screen.flash.is_error is is_error
    assert "Thank you" in sam.sees()
    await sam.says("next")
    assert "Thank you" not in sam.sees()


async def test_an_edit_a_file_a_repeat_and_an_installation(sam: Person, bot: CardBot) -> None:
    message = await sam.says("first words")
    await sam.edits(message, "other words")
    edited = bot.received[-1]
    assert (edited.happening, edited.activity_id, edited.text) == (
        Happening.EDITED,
        message.message_id,
        "other words",
    )
    await sam.sends_file("street.png")
    assert bot.received[-1].files == ("image/png",)
    await sam.repeats()
    assert bot.received[-1].activity_id == bot.received[-2].activity_id
    await sam.installs()
    assert [(one.happening, one.action) for one in bot.received[-2:]] == [
        (Happening.INSTALLATION, "add"),
        (Happening.MEMBERS_CHANGED, ""),
    ]
    await sam.removes_bot()
    assert bot.received[-1].action == "remove"


async def test_threads_are_kept_apart(teams: FakeTeams, bot: CardBot) -> None:
    sam = teams.person("Sam Carter")
    hub = teams.channel("Hub", sam)
    one, two = await sam.at(hub).says("one"), await sam.at(hub).says("two")
    in_one = sam.at(hub, one)
    await in_one.says("more")
    assert [message.text for message in in_one.screen.messages if not message.from_bot] == ["one", "more"]
    assert sam.at(hub).screen.threads == [one.message_id, two.message_id]
    assert bot.received[-1].place.conversation_id == f"{hub.conversation_id};messageid={one.message_id}"
    assert bot.received[-1].mentioned
    await in_one.says("aside", mention=False)
    assert not bot.received[-1].mentioned


async def test_waiting_ends_when_it_is_so_or_says_what_is_seen(sam: Person) -> None:
    await sam.until(lambda: "What happened?" in sam.sees())
    await sam.until_sees("What happened?")
    with pytest.raises(AssertionError, match="Sam Carter sees"):
        await sam.until(lambda: sam.screen.cards[99], patience=0.1)


async def test_faults_end_after_their_times(sam: Person, teams: FakeTeams) -> None:
    sam.goes_wrong(Fault(503, times=2))
    cards = len(sam.screen.cards)
    for _ in range(3):
        await sam.says("again")
    assert len(sam.screen.cards) == cards + 1
    assert teams.world.faults[sam.conversation.conversation_id] == []
