"""The main job as both people live it, step by step, each step seen on the other's screen."""

from tests.browser.desk import Desk
from tests.browser.stage import Stage

TYPED = (
    ("submit", "What would you like to bring to the Hub?"),
    ("problem", "what keeps happening, where, and who does it affect?"),
    ("{problem}", "Which topic is nearest?"),
    ("theft", "Where is it?"),
    ("The racks behind the library", "Why do you think it happens"),
    ("The racks cannot be seen from the desk", "What has been tried"),
    ("Patrols helped for two weeks", "How would we know that it got better?"),
    ("Fewer bicycles reported stolen by spring", "New submission: your answers"),
)
"""What the officer types, and what the bot says to it."""


async def submit_by_typing(officer: Desk, problem: str) -> None:
    """Answer every question in the chat and send it."""
    for said, answered in TYPED:
        await officer.say(said.format(problem=problem))
        await officer.sees(answered)
    await officer.say("send")
    await officer.sees_on_card("Nobody in the Hub has it yet.", on=problem)


async def submit_by_pressing(officer: Desk, problem: str) -> None:
    """Answer every question in the card itself, from the menu's button to the last one."""
    await fill_in_short_form(officer, problem)
    await officer.press("Send to the Hub", on="New submission: your answers")
    await officer.sees_on_card("Nobody in the Hub has it yet.", on=problem)


async def fill_in_short_form(officer: Desk, problem: str) -> None:
    """Answer the seven questions in the card itself, up to the review."""
    await officer.press("Submit something")
    await officer.press("A problem I keep meeting", on="What would you like to bring to the Hub?")
    await _fill_in(officer, problem, on="what keeps happening, where, and who does it affect?")
    await officer.press("Theft", on="Which topic is nearest?")
    await _fill_in(officer, "The racks behind the library", on="Where is it?")
    await _fill_in(officer, "The racks cannot be seen", on="Why do you think it happens")
    await officer.press("Skip", on="What has been tried")
    await officer.press("I don't know", on="How would we know that it got better?")


async def _fill_in(officer: Desk, answer: str, *, on: str) -> None:
    await officer.write("Your answer", answer, "Next", on=on)


async def work_to_the_end(stage: Stage, officer: Desk, problem: str) -> None:
    """Take it, ask, be answered, move it on and close it; the other one sees each step as it happens."""
    hub = stage.hub
    await hub.sees_on_card("Nobody has it.", on=problem)

    await hub.press("Take it", on=problem)
    await officer.sees_on_card("Priya Nair has it, since today", on=problem)

    asked = f"When is it worst ({problem})?"
    await hub.press_behind(
        "Ask",
        "Send the question",
        on=problem,
        words={"Your question to the officer": asked},
    )
    await officer.sees_on_card(asked, on="in the Hub asks you:")
    await officer.sees_on_card("the Hub carries on once it has your answer.", on=problem)

    await officer.write("Your answer", "Between two and five", "Send my answer", on=asked)
    await hub.sees_on_card("Sam Reed answered: Between two and five", on=problem)

    await hub.press_behind("More", "On to analysis", on=problem)
    await officer.sees_on_card("● Analysis (now)", on=problem)

    await hub.sees_on_card("● Analysis (now)", on=problem)
    await hub.press_behind("More", "Close", on=problem)
    await hub.press_behind(
        "Close",
        "Close it",
        on=problem,
        chosen={"How it ends": "Addressed"},
        words={"Why, in a sentence": f"The racks have moved ({problem})"},
    )
    await officer.sees_on_card("Priya Nair closed it today", on=problem)
    await officer.sees_on_card(": addressed.", on=f"The racks have moved ({problem})")
    await hub.sees_on_card("Closed today", on=problem)
