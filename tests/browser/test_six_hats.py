"""Six hats together in the real client: one at the page, the others through it, from the topic to the Hub."""

import json
import os
from pathlib import Path

import pytest

from domain.ports import JSONObject
from tests.browser.desk import Desk
from tests.browser.rest import Colleague, Shown, Stream
from tests.browser.stage import Stage, find_press

pytestmark = pytest.mark.asyncio(loop_scope="module")

TOPIC = "How do we make the towpath feel safe in winter?"
URGENT = "There is a man with a knife on the towpath right now"
THOUGHTS = (
    ("white", "Forty reports since May, most after six"),
    ("yellow", "The rowing club would be glad of light at five"),
    ("black", "The lamps break the bats' flyway"),
    ("red", "I would not walk there alone"),
    ("green", "Ask the landlord of the moorings to light them"),
)
"""What a colleague adds under each hat, before the one at the page moves on."""


async def add_thought(somebody: Colleague, told: Stream, hat: str, words: str) -> str:
    """Write into the box of the card as it is now, and press; gives all that is answered."""
    card: Shown = await told.wait_for(f"{hat.capitalize()} hat: ")
    verb, data = find_press(card, "Add")
    answer: JSONObject = await somebody.press(card, verb, {**data, "words_thought": words})
    return json.dumps(answer, ensure_ascii=False)


async def test_a_group_wears_all_hats_and_sends_what_came_of_it_to_the_hub(stage: Stage) -> None:
    sam = await stage.seat_officer()
    seat = stage.demo.world.officer
    dana = Colleague(stage.http, seat, seat.others[2])
    async with stage.listen_to_officer() as told:
        await sam.open_group()
        await sam.tell(f"six hats: {TOPIC}")
        await sam.sees_on_card("Hat 1 of 6", on=TOPIC)
        await keep_picture(sam, "begun")

        answered = await add_thought(dana, told, "white", URGENT)
        assert "If this is happening now, ring 999." in answered

        for hat, words in THOUGHTS:
            await add_thought(dana, told, hat, words)
            await sam.sees_on_card(words, on=TOPIC)
            if hat == "red":
                await sam.misses(f"Dana Finch: {words}")
            await keep_picture(sam, hat)
            await sam.press(name_next(hat), on=TOPIC)
        assert URGENT not in await sam.read()

        await sam.sees_on_card("Hat 6 of 6", on=TOPIC)
        await sam.fill("Your thought", "I ask the council for the lamp plan by Friday", on=TOPIC)
        await sam.press("Add", on=TOPIC)
        await sam.sees_on_card("Sam Reed: I ask the council", on=TOPIC)
        await keep_picture(sam, "blue")
        await sam.press_behind("Finish", "Finish now", on=TOPIC)
        await sam.sees_on_card("Six hats: what was thought", on=TOPIC)
        await keep_picture(sam, "summary")
        await sam.press("Start a submission from it", on=TOPIC)
        await sam.sees("The draft went to Sam Reed, in their own chat with me.")

    await send_from_hats(sam)
    await stage.hub.sees_on_card("Sam Reed attached six hats on", on=TOPIC)
    await stage.hub.sees_on_card("I would not walk there alone", on=TOPIC)
    await keep_picture(stage.hub, "hub")
    await sam.page.close()


async def send_from_hats(sam: Desk) -> None:
    """Take the topic that lies ready, answer what is needed, and send it."""
    await sam.open_chat()
    await sam.sees("Begun from the six hats on")
    await keep_picture(sam, "draft")
    await sam.press("A problem I keep meeting", on="Begun from the six hats")
    await sam.sees("The topic of the six hats lies ready.")
    await keep_picture(sam, "topic ready")
    await sam.press("Next", on="The topic of the six hats lies ready.")
    await sam.sees("Which topic is nearest?")
    for said, answered in (
        ("anti-social behaviour", "Where is it?"),
        ("The towpath at the lock", "Why do you think it happens"),
        ("skip", "What has been tried"),
        ("skip", "How would we know that it got better?"),
        ("skip", "New submission: your answers"),
    ):
        await sam.say(said)
        await sam.sees(answered)
    await keep_picture(sam, "review")
    await sam.say("send")
    await sam.sees_on_card("You attached six hats on", on=TOPIC)
    await keep_picture(sam, "status")


def name_next(hat: str) -> str:
    """Name the button that puts on the hat after this one."""
    order = ["white", "yellow", "black", "red", "green", "blue"]
    return f"Next: {order[order.index(hat) + 1]} hat"


async def keep_picture(desk: Desk, name: str) -> None:
    """Keep a picture of the screen where somebody asked for pictures."""
    folder = os.environ.get("STORY_PICTURES")
    if folder:
        await desk.screenshot(Path(folder) / f"six hats, {name}.png")
