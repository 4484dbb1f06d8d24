"""An action plan's whole life by chat: made, reminded of, moved twice, helped, finished on the due day."""

from datetime import date, timedelta

from domain.people import Role
from tests.conversations.force import Force
from tests.conversations.officer_chat import count_said, see_bottom
from tests.conversations.plan_days import DUE, WEEK_2, count_waiting, go_to
from tests.fake_teams import Person

FIRST_MOVE, SECOND_MOVE = date(2026, 6, 30), date(2026, 7, 31)
REFERENCE = "AP-2026-0001"


async def meet_trainer(force: Force) -> Person:
    """Give somebody the Academy's role."""
    lee = force.teams.person_of(force.lee.account)
    await lee.says("menu")
    async with force.product.database.begin() as work:
        person = await work.people.find_by_object_id(lee.account.aad_object_id)
        assert person is not None
        await work.grants.add(person.id, Role.TRAINER, None, force.clock.now())
    return lee


async def make_by_chat(officer: Person) -> None:
    """Answer what is needed, and one action."""
    await officer.says("action plan: Bicycles are taken from the racks behind the station")
    await officer.says("27 February")
    for _ in range(4):
        await officer.says("skip")
    await officer.says("scanning")
    await officer.says("Ask the operator about the light")
    await officer.says("review")
    await officer.presses("Make the plan")
    assert "Due Wednesday 27 May, in 86 days." in see_bottom(officer)


async def ask_for_time(officer: Person, day: str, reason: str) -> None:
    """Ask in one's own words, and send it."""
    await officer.says(f"more time {REFERENCE}")
    await officer.says(day)
    await officer.says(reason)
    await officer.says("ask for more time")
    assert "You asked for more time, until" in see_bottom(officer)


async def grant(force: Force, trainer: Person) -> None:
    """Grant it, and wait until all that follows has gone out: then the clock may be moved."""
    await trainer.presses("Grant it")
    while await count_waiting(force):
        await force.teams.world.wait_for_change(0.01)


async def test_made_by_chat_moved_twice_and_finished_on_the_due_day(force: Force) -> None:
    trainer, sam = await meet_trainer(force), force.sam
    await make_by_chat(sam)

    await go_to(force, WEEK_2)
    assert "Two weeks since your training." in see_bottom(sam)
    await sam.presses("Done")
    await sam.says(REFERENCE)
    assert "Actions: 1 of 1 done" in see_bottom(sam)
    await sam.presses("Scanning is done")
    await sam.until(lambda: "● Analysis (now)" in see_bottom(sam))

    await go_to(force, DUE - timedelta(days=1))
    await ask_for_time(sam, "30 June", "The council meets in June")
    await trainer.until_sees("The council meets in June")
    await grant(force, trainer)
    await sam.until_sees("It is due on Tuesday 30 June now.")
    said = count_said(sam)
    await go_to(force, DUE)
    assert count_said(sam) == said, "the day it was due on is past, and the plan has moved"

    await go_to(force, FIRST_MOVE - timedelta(days=1))
    await ask_for_time(sam, "31 July", "The racks move in July")
    await trainer.until_sees("The racks move in July")
    await grant(force, trainer)
    await sam.until_sees("It is due on Friday 31 July now.")

    await go_to(force, SECOND_MOVE)
    assert "Due today, Friday 31 July." in see_bottom(sam)
    await sam.says(REFERENCE)
    await sam.presses("Finish")
    await sam.presses("Finish the plan", outcome="worked", words_finish="Move the racks first", share="yes")
    await sam.until(lambda: "Well done, and thank you for seeing it through." in see_bottom(sam))
    assert f"Sam Reed completed the action plan {REFERENCE} on Friday 31 July 2026." in see_bottom(sam)
    await sam.presses("All of it")
    for told in (
        "You finished it: worked",
        "Lee Marsh granted more time",
        "You asked for more time: The racks move in July",
        "You asked for more time: The council meets in June",
        "You moved it to analysis",
        "You ticked off: Ask the operator about the light",
        "You made the plan",
    ):
        assert told in see_bottom(sam), see_bottom(sam)

    said = count_said(sam)
    for week in range(1, 8):
        await go_to(force, SECOND_MOVE + timedelta(weeks=week))
    assert count_said(sam) == said, "a finished plan is left in peace"
