"""The message extension: an entry goes into any chat, and somebody sends a message's words to the Hub."""

from typing import Any

import pytest

from cards.extension import ask_to_begin
from tests.cards.walking import of_type
from tests.conversations.force import Force
from tests.conversations.library_shelf import GATES, RACKS, VISITS, fill_shelf
from tests.conversations.officer_chat import count_said
from tests.fake_teams import Person, Reply

TOLD = "<p>Bicycles vanish from the racks <b>behind</b> the station</p><p>every Friday</p>"


def look_for(words: str, **options: int) -> dict[str, Any]:
    """Write what Teams sends while somebody searches."""
    name, value = ("words", words) if words else ("initialRun", "true")
    return {
        "commandId": "find",
        "parameters": [{"name": name, "value": value}],
        "queryOptions": {"skip": 0, "count": 25, **options},
    }


def take_message(content: str, content_type: str = "html") -> dict[str, Any]:
    """Write what Teams sends when the action is taken on a message."""
    return {
        "commandId": "sendToHub",
        "commandContext": "message",
        "messagePayload": {
            "id": "1700000000000",
            "from": {"user": {"id": "somebody", "displayName": "Somebody Else"}},
            "body": {"contentType": content_type, "content": content},
        },
    }


def begin(words: str) -> dict[str, Any]:
    """Write what the dialog sends with these words in its box."""
    action = ask_to_begin("").card
    assert action is not None
    [submit] = of_type(action, "Action.Submit")
    data = submit["data"]
    assert isinstance(data, dict)
    return {**data, "words": words}


def read_results(reply: Reply) -> list[dict[str, Any]]:
    """Read what a search was answered with."""
    extension = reply.body["composeExtension"]
    assert extension["type"] == "result"
    results: list[dict[str, Any]] = extension["attachments"]
    return results


def sit_elsewhere(force: Force, person: Person) -> Person:
    """Take somebody to a group chat of theirs, which the bot is no part of."""
    return person.at(force.teams.group("Briefing", person, force.lee))


@pytest.fixture(autouse=True)
async def _shelf(force: Force) -> None:
    await force.bind_hub()
    await fill_shelf(force, GATES, VISITS, RACKS)


async def test_an_entry_is_found_and_put_into_any_chat_with_its_warning(force: Force) -> None:
    there = sit_elsewhere(force, force.sam)
    [found] = read_results(await there.invokes("composeExtension/query", look_for("prison visits")))
    assert found["contentType"] == "application/vnd.microsoft.card.adaptive"
    assert "Take care: this may increase offending." in str(found["content"])
    assert "Take care: this may increase offending." in found["preview"]["content"]["text"]
    assert "Action.Execute" not in str(found["content"])
    [gates] = read_results(await there.invokes("composeExtension/query", look_for("brglary aleys")))
    assert gates["preview"]["content"]["title"] == GATES["title"]


async def test_before_anything_is_typed_the_latest_stand_there_and_nothing_unpublished(force: Force) -> None:
    for person in (force.sam, force.priya):
        there = sit_elsewhere(force, person)
        shown = read_results(await there.invokes("composeExtension/query", look_for("")))
        titles = [one["preview"]["content"]["title"] for one in shown]
        assert titles == [VISITS["title"], GATES["title"]]
    nothing = await sit_elsewhere(force, force.priya).invokes("composeExtension/query", look_for("bicycles"))
    assert nothing.body["composeExtension"]["type"] == "message"
    assert "Nothing in the library is about that." in nothing.body["composeExtension"]["text"]


async def test_the_client_gets_the_part_of_the_results_it_asks_for(force: Force) -> None:
    await fill_shelf(force, *({**GATES, "title": f"Alley gates in town {n}"} for n in range(1, 6)))
    there = sit_elsewhere(force, force.sam)
    whole = read_results(await there.invokes("composeExtension/query", look_for("alley gates")))
    part = read_results(
        await there.invokes("composeExtension/query", look_for("alley gates", skip=2, count=2))
    )
    assert part == whole[2:4]


async def test_searching_elsewhere_leaves_no_trace_of_that_chat(force: Force) -> None:
    there = sit_elsewhere(force, force.sam)
    await there.invokes("composeExtension/query", look_for("gates"))
    await there.invokes("composeExtension/fetchTask", take_message(TOLD))
    async with force.product.database.read() as work:
        assert await work.conversations.find_theirs(there.conversation.conversation_id) is None


async def test_a_message_is_looked_over_and_begins_a_submission_in_ones_own_chat(force: Force) -> None:
    await force.sam.says("hello")
    there = sit_elsewhere(force, force.sam)
    asked = await there.invokes("composeExtension/fetchTask", take_message(TOLD))
    dialog = asked.body["task"]["value"]
    assert asked.body["task"]["type"] == "continue"
    assert "Bicycles vanish from the racks behind the station\\nevery Friday" in str(dialog["card"])
    assert "Somebody Else" not in str(dialog)
    sent = {**take_message(TOLD), "data": begin("Bicycles vanish from the racks every Friday")}
    done = await there.invokes("composeExtension/submitAction", sent)
    assert "waits in your chat with me" in str(done.body)
    await force.sam.until_sees("What would you like to bring to the Hub?")
    for answer in ("problem", "theft", "The racks behind the station", "review"):
        await force.sam.says(answer)
    await force.sam.until_sees("Bicycles vanish from the racks every Friday")
    assert not there.screen.heard
    async with force.product.database.read() as work:
        assert await work.conversations.find_theirs(there.conversation.conversation_id) is None
        assert await work.submissions.find("PF-2026-0001") is None


async def test_a_slow_answer_that_teams_asks_for_again_begins_one_submission(force: Force) -> None:
    await force.sam.says("hello")
    there = sit_elsewhere(force, force.sam)
    sent = {**take_message(TOLD), "data": begin("Bicycles vanish every Friday")}
    first = await there.invokes("composeExtension/submitAction", sent)
    await force.sam.until_sees("What would you like to bring to the Hub?")
    said = count_said(force.sam)
    again = await there.repeats()
    assert again.body == first.body
    assert count_said(force.sam) == said


async def test_what_is_open_already_is_not_lost(force: Force) -> None:
    await force.sam.says("submit")
    await force.sam.says("problem")
    await force.sam.says("Quad bikes on the common every Sunday")
    there = sit_elsewhere(force, force.sam)
    sent = {**take_message(TOLD), "data": begin("Bicycles vanish every Friday")}
    await there.invokes("composeExtension/submitAction", sent)
    await force.sam.until_sees("This is open. Finish it first, save it for later, or throw it away?")
    await force.sam.presses("Save it for later")
    await force.sam.until_sees("What would you like to bring to the Hub?")
    await force.sam.says("drafts")
    await force.sam.until_sees("Quad bikes on the common every Sunday")


async def test_somebody_whom_the_bot_cannot_reach_is_told_how(force: Force) -> None:
    there = sit_elsewhere(force, force.dana)
    sent = {**take_message(TOLD), "data": begin("Bicycles vanish")}
    reply = await there.invokes("composeExtension/submitAction", sent)
    assert "I cannot reach you yet, and have kept nothing." in str(reply.body)
    assert "https://teams.microsoft.com/l/chat/" in str(reply.body)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("composeExtension/query", None),
        ("composeExtension/query", {"parameters": "words", "queryOptions": [1]}),
        ("composeExtension/query", {"parameters": [{"name": "words", "value": 7}]}),
        ("composeExtension/fetchTask", {}),
        ("composeExtension/fetchTask", {"messagePayload": {"body": {"content": 5}}}),
        ("composeExtension/submitAction", {"data": {"verb": "portal.submit_with", "v": 1, "words": " "}}),
        ("composeExtension/submitAction", {"data": {"verb": "hub.queue", "v": 1}}),
        ("composeExtension/submitAction", "text"),
    ],
)
async def test_whatever_a_client_sends_is_answered(force: Force, name: str, value: object) -> None:
    await force.sam.says("hello")
    reply = await sit_elsewhere(force, force.sam).invokes(name, value)
    assert reply.status == 200
    assert set(reply.body) in ({"composeExtension"}, {"task"})
    async with force.product.database.read() as work:
        chat = await work.conversations.find_theirs(force.sam.conversation.conversation_id)
        assert chat is not None
        assert chat.open_draft_id is None
