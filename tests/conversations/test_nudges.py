"""What has waited too long is said once a working morning, and a leaver's work goes to a colleague."""

from datetime import UTC, datetime, time

import pytest

from domain.clock import LONDON
from tests.conversations.force import Force
from tests.conversations.plan_days import count_waiting
from tests.conversations.problems import file_problems
from tests.conversations.test_left_drafts import look_after
from tests.fake_teams import Person

NEWS = "What has waited too long"


@pytest.fixture(autouse=True)
async def _bound(force: Force) -> None:
    await force.bind_hub()
    for worker in (force.priya, force.lee):
        await force.teams.person_of(worker.account).says("menu")


async def go_to(force: Force, month: int, day: int, hour: int = 9) -> None:
    """Let it be a few minutes after an hour in London, the jobs run that are due, and all go out."""
    moment = datetime.combine(datetime(2026, month, day, tzinfo=UTC), time(hour, 5), LONDON)
    await look_after(force, seconds=(moment - force.clock.moment).total_seconds())
    while await count_waiting(force):
        await force.teams.world.wait_for_change(0.01)


def count_news(person: Person) -> int:
    """Count the morning's messages on somebody's screen."""
    return sum(NEWS in card.text for card in person.screen.cards)


def in_channel(force: Force) -> int:
    """Count the morning's messages in the Hub's channel."""
    return sum(message.card is not None and NEWS in str(message.card) for message in force.channel.messages)


async def test_one_message_a_working_morning_and_only_when_there_is_something(force: Force) -> None:
    await go_to(force, 3, 3)
    assert in_channel(force) == 0
    await file_problems(force, ["Problem 1", "Problem 2"])
    await go_to(force, 3, 4)
    assert in_channel(force) == 0
    await go_to(force, 3, 5, 7)
    assert in_channel(force) == 0
    await go_to(force, 3, 5)
    assert in_channel(force) == 1
    await go_to(force, 3, 5, 11)
    assert in_channel(force) == 1
    said = next(str(message.card) for message in force.channel.messages if NEWS in str(message.card))
    assert "Nobody has taken it for 1 working day: 2" in said
    for day in (7, 8):
        await go_to(force, 3, day, 10)
    assert in_channel(force) == 1
    await go_to(force, 3, 9)
    assert in_channel(force) == 2


async def test_on_a_bank_holiday_nothing_is_said(force: Force) -> None:
    await file_problems(force, ["Problem 1"])
    for day in (3, 6):  # Good Friday and Easter Monday
        await go_to(force, 4, day)
    assert in_channel(force) == 0
    await go_to(force, 4, 7)
    assert in_channel(force) == 1


async def test_whose_it_is_hears_of_their_own_in_their_own_chat_unless_they_turn_it_off(
    force: Force,
) -> None:
    priya = force.teams.person_of(force.priya.account)
    await file_problems(force, ["Problem 1", "Problem 2"])
    await force.priya.says("take PF-2026-0001")
    await force.priya.says("task PF-2026-0002 Ring the operator")
    await go_to(force, 3, 10)
    await priya.until_sees("What has waited too long of yours")
    card = priya.screen.last_card.text
    assert "Overdue: 1" in card
    assert "Problem 2" not in card
    await priya.presses("My work")
    await priya.until_sees("You have 1 submission.")
    assert NEWS not in force.teams.person_of(force.lee.account).sees()
    await priya.says("turn off work")
    said = count_news(priya)
    await go_to(force, 3, 11)
    assert count_news(priya) == said
    assert in_channel(force) == 2


async def test_what_is_late_stands_in_the_morning_s_message_with_late_tasks(force: Force) -> None:
    await file_problems(force, ["Problem 1"])
    await force.priya.says("priority PF-2026-0001 high")
    await force.priya.says("task PF-2026-0001 Ring the operator")
    async with force.product.database.begin() as work:
        task = (await work.tasks.list_of(1))[0]
        assert task.due_on is None
    await go_to(force, 3, 3)
    await force.priya.until_sees("First reply overdue since")
    await force.priya.says("queue overdue")
    await force.priya.until_sees("Open work · overdue")


async def file_work(force: Force) -> None:
    """Have Priya own two of three, and have a task on the third."""
    await file_problems(force, ["Problem 1", "Problem 2", "Problem 3"])
    for number in (1, 2):
        await force.priya.says(f"take PF-2026-000{number}")
    await force.priya.says("task PF-2026-0003 Ring the operator")
    await force.priya.until_sees("has task 1 of PF-2026-0003.")


async def test_everything_open_is_handed_over_after_being_asked_with_the_count(force: Force) -> None:
    lee = force.teams.person_of(force.lee.account)
    await file_work(force)
    await force.lee.says("hand over from Priya to Lee")
    await force.lee.until_sees("2 submissions and 1 task would go from Priya Nair to Lee Marsh.")
    await force.lee.presses("Hand it over")
    await force.lee.until_sees("Lee Marsh has it all now: 2 submissions and 1 task from Priya Nair.")
    await lee.until_sees("The open work of Priya Nair is yours now.")
    assert "With it you have 2 submissions and 1 task." in lee.sees()
    await lee.presses("My work")
    await lee.until_sees("You have 2 submissions. 1 task is to do.")
    for reference in ("PF-2026-0001", "PF-2026-0002"):
        await force.lee.says(f"open {reference}")
        await force.lee.until_sees("Lee Marsh gave it to Lee Marsh")
    await force.lee.says("open PF-2026-0003")
    await force.lee.until_sees("Lee Marsh gave a task to Lee Marsh: Ring the operator")
    await force.lee.says("hand over from Priya to Lee")
    await force.lee.until_sees("Priya Nair has no open work to hand over.")


async def test_it_can_be_left_as_it_is(force: Force) -> None:
    await file_work(force)
    await force.lee.says("hand over everything from Priya Nair to Lee Marsh")
    await force.lee.until_sees("would go from")
    await force.lee.presses("Leave it")
    await force.lee.until_sees("Nothing has moved.")
    async with force.product.database.read() as work:
        assert await work.tasks.list_late(datetime(2027, 1, 1, tzinfo=UTC).date()) == []
        assert [one.name for one in await work.queue.list_owners()] == ["Priya Nair"]


async def test_the_work_of_somebody_who_has_left_the_team_can_still_be_handed_over(force: Force) -> None:
    await file_work(force)
    async with force.product.database.begin() as work:
        hub = await work.conversations.hub()
        owner = (await work.queue.list_owners())[0]
        assert hub is not None
        await work.roster.remove(hub.team_id, owner.id)
    await force.lee.says("hand over from Priya to Lee")
    await force.lee.until_sees("2 submissions and 1 task would go from Priya Nair to Lee Marsh.")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("hand over from Priya to Priya", "Name two different colleagues"),
        ("hand over from Nobody to Lee", "Whose work is it? Choose one of: Lee Marsh, Priya Nair."),
        ("hand over from Priya to Sam", "Choose one of the Hub's team: Lee Marsh, Priya Nair."),
    ],
)
async def test_names_that_do_not_fit_are_said(force: Force, typed: str, said: str) -> None:
    await file_work(force)
    await force.lee.says(typed)
    await force.lee.until_sees(said)


async def test_nobody_but_the_hub_may_hand_over(force: Force) -> None:
    await file_work(force)
    stranger = force.dana.at(force.channel, force.priya.root_id, uninvited=True)
    await stranger.says("hand over from Priya to Lee")
    await stranger.until_sees("Only members of the Hub's team can do that. Nothing has changed.")
