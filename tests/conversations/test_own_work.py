"""The queue as narrow as somebody wants it, one's own work, and tasks."""

import pytest

from tests.conversations.force import Force
from tests.conversations.problems import file_problems
from tests.conversations.test_hub_queue import list_titles
from tests.fake_teams import Person, ShownCard

ONE = "PF-2026-0001"


@pytest.fixture(autouse=True)
async def _three_problems(force: Force) -> None:
    await force.bind_hub()
    await file_problems(force, ["Problem 1", "Problem 2"], topic="burglary")
    await file_problems(force, ["Problem 3"], topic="theft")


async def show(force: Force, typed: str) -> list[str]:
    """Have Priya type it; gives the problems on the card that comes."""
    said = len(force.channel.messages)
    await force.priya.says(typed)
    await force.priya.until(lambda: len(force.channel.messages) > said + 1)
    return list_titles(force.priya)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("queue burglary", [2, 1]),
        ("queue: Burglary, nobody", [2]),
        ("queue scanning", [1]),
        ("queue Priya", [1]),
        ("queue mine", [1]),
        ("queue nobody at theft", [3]),
        ("the queue without anything", None),
    ],
)
async def test_the_queue_is_narrowed_by_typing(force: Force, typed: str, shown: list[int] | None) -> None:
    await force.priya.says(f"take {ONE}")
    if shown is None:
        await force.priya.says(typed)
        await force.priya.until_sees(
            "I know no topic, stage or colleague called \u201cwithout anything\u201d."
        )
    else:
        assert await show(force, typed) == [f"Problem {number}" for number in shown]


async def test_what_is_overdue_is_found_by_a_word_and_by_a_press(force: Force) -> None:
    await force.priya.says(f"priority {ONE} high")
    force.passes(hours=4)
    assert await show(force, "queue overdue") == ["Problem 1"]
    card = force.priya.screen.last_card.text
    assert "Open work · overdue" in card
    assert "1 open, 1 without anybody: 1 received. 1 has something overdue." in card
    await force.priya.presses("Everything")
    assert list_titles(force.priya) == ["Problem 1", "Problem 2", "Problem 3"]
    await force.priya.presses("Mine")
    await force.priya.until_sees("Nothing that is open fits. Show everything, or choose something else.")


async def test_the_rest_is_chosen_from_one_list_and_kept_while_pages_are_turned(force: Force) -> None:
    await file_problems(force, [f"Problem {number}" for number in range(4, 16)], topic="burglary")
    await force.priya.says("queue")
    await force.priya.presses("Show", {"queue_pick": "Burglary"})
    assert len(list_titles(force.priya)) == 10
    await force.priya.presses("Next page")
    assert list_titles(force.priya) == ["Problem 12", "Problem 13", "Problem 14", "Problem 15"]
    assert "Open work · burglary" in force.priya.screen.last_card.text


async def test_an_officer_may_write_queue_in_a_sentence(force: Force) -> None:
    await force.sam.says("submit")
    await force.sam.says("problem")
    await force.sam.says("queue jumping at the club on Fridays ends in fights")
    await force.sam.until_sees("Which topic is nearest?")


async def test_my_work_is_what_i_have_with_what_is_due_first_and_my_tasks(force: Force) -> None:
    await force.priya.says("my work")
    await force.priya.until_sees("You have no submission and no task at present.")
    for number in (1, 3):
        await force.priya.says(f"take PF-2026-000{number}")
    await force.priya.says("due PF-2026-0003 today")
    await force.priya.says("task PF-2026-0002 Ring the operator")
    await force.priya.until_sees("Priya Nair has task 1 of PF-2026-0002.")
    alone = force.teams.person_of(force.priya.account)
    await alone.says("my work")
    await alone.until_sees("You have 2 submissions. 1 task is to do.")
    assert list_titles(alone) == ["Problem 3", "Problem 1"]
    assert "Ring the operator" in alone.screen.last_card.text
    await alone.presses("Done")
    await alone.until_sees("Task 1 of PF-2026-0002 is done.")
    assert "Ring the operator" not in alone.screen.last_card.text
    await force.sam.says("my work")
    await force.sam.until_sees("The queue is for members of the Hub's team.")


def see_tasks(person: Person) -> ShownCard:
    """Give the card of the tool."""
    return next(card for card in reversed(person.screen.cards) if "Add a task" in card.text)


async def open_tasks(force: Force) -> Person:
    """Have Priya lay the tool open."""
    await force.priya.says(f"tasks {ONE}")
    await force.priya.until_sees("Nothing is to be done at present.")
    return force.priya


async def test_a_task_is_added_given_ticked_off_and_opened_again_on_the_card(force: Force) -> None:
    priya = await open_tasks(force)
    filled = {"task_words": "Ring the operator", "task_colleague": "Priya Nair", "task_due": "2026-03-04"}
    await priya.presses("Add the task", filled, card=see_tasks(priya))
    await priya.until_sees("PF-2026-0001, 1 · Priya Nair · Due Wednesday 4 March, in 2 days")
    assert not any(node.get("value") for node in see_tasks(priya).inputs())
    await priya.presses(
        "Give the task",
        {"give_task": "1: Ring the operator", "give_colleague": "Lee Marsh"},
        card=see_tasks(priya),
    )
    await priya.until_sees("PF-2026-0001, 1 · Lee Marsh")
    await priya.presses("Done", card=see_tasks(priya))
    await priya.until_sees("Task 1 of PF-2026-0001 is done.")
    await priya.presses("Not done", card=see_tasks(priya))
    await priya.until_sees("Task 1 of PF-2026-0001 is open again.")
    await priya.says(f"open {ONE}")
    await priya.until_sees("Priya Nair opened a task again: Ring the operator")
    await force.sam.says(f"open {ONE}")
    await force.sam.until_sees("Problem 1")
    assert "operator" not in force.sam.sees()


async def test_what_was_filled_in_stays_when_something_is_wrong(force: Force) -> None:
    priya = await open_tasks(force)
    filled = {"task_words": "Ring the operator", "task_colleague": "Lee Marsh", "task_due": "2026-03-01"}
    await priya.presses("Add the task", filled, card=see_tasks(priya))
    await priya.until_sees("Sunday 1 March is over. Choose today or a later day.")
    kept = {node["id"]: node.get("value") for node in see_tasks(priya).inputs()}
    assert kept["task_words"] == "Ring the operator"
    assert kept["task_colleague"]
    assert kept["task_due"] == "2026-03-01"
    await priya.presses("Add the task", {"task_words": "", "task_due": ""}, card=see_tasks(priya))
    await priya.until_sees("Write what is to be done first.")
    await priya.presses("Add the task", {"task_words": "x" * 301}, card=see_tasks(priya))
    await priya.until_sees("a task holds up to 300. Shorten it, or make it two.")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (f"hand task {ONE} 1 to Lee", f"Task 1 of {ONE} is given."),
        (f"hand task {ONE} 1 to Rumpelstiltskin", "Choose one of the Hub's team"),
        (f"tick {ONE} 1", f"Task 1 of {ONE} is done."),
        (f"tick {ONE} 7", f"{ONE} has no task 7. Type 'tasks {ONE}' to see them."),
        (f"tick {ONE}", f"{ONE} has no task 0."),
        (f"untick {ONE} 1", f"Task 1 of {ONE} is open again."),
        (f"hand task {ONE} to Lee", "Choose the task first."),
    ],
)
async def test_tasks_are_ticked_and_given_by_typing_too(force: Force, typed: str, said: str) -> None:
    await force.priya.says(f"task {ONE} Ring the operator")
    await force.priya.until_sees(f"Priya Nair has task 1 of {ONE}.")
    await force.priya.says(typed)
    await force.priya.until_sees(said)


async def test_nobody_but_the_hub_may_add_a_task(force: Force) -> None:
    priya = await open_tasks(force)
    stranger = force.dana.at(force.channel, force.priya.root_id, uninvited=True)
    reply = await stranger.presses("Add the task", {"task_words": "Mine"}, card=see_tasks(priya))
    assert "Only members of the Hub's team can do that." in str(reply.body)
    async with force.product.database.read() as work:
        assert await work.tasks.list_of(1) == []
