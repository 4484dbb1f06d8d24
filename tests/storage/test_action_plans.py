"""Action plans, on both databases."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.action_plan import (
    ActionPlan,
    Linked,
    PlanAction,
    PlanEvent,
    PlanHappened,
    PlanOutcome,
    Step,
    Wish,
    due_after,
)
from domain.errors import Outdated
from domain.people import Person
from domain.submission import Said
from storage.database import Database
from storage.work import Work
from tests.databases import HandClock
from tests.storage.world import chat_with, meet, party, submit

ENDED = date(2026, 1, 31)
ACTIONS = (
    PlanAction(0, "Ask the operator about the light", "me", "The rail operator", date(2026, 3, 2)),
    PlanAction(0, "Count again **in April**"),
)


async def keep_plan(
    work: Work,
    owner: Person,
    clock: HandClock,
    **different: Any,  # noqa: ANN401 (a plan's own fields)
) -> ActionPlan:
    now = clock.now()
    plan = ActionPlan(
        id=0,
        reference=await work.action_plans.next_reference(2026),
        owner=party(owner),
        title="Über \N{BICYCLE} at the station",
        training_ended=ENDED,
        due_on=due_after(ENDED),
        created_at=now,
        touched_at=now,
        answers=(Said(name="aim", label="Aim", section="Aim", text="Half as many\nby spring"),),
        actions=ACTIONS,
    )
    return await work.action_plans.add(replace(plan, **different))


async def test_a_plan_comes_back_as_it_was_kept(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy, _ = await chat_with(work, "Amy", clock.now())
        bea = await meet(work, "Bea", clock.now())
        wish = Wish(
            to=date(2026, 5, 29),
            reason="Leave in March",
            at=clock.now(),
            granted=True,
            decided_by=party(bea),
            decided_at=clock.now(),
            word="Yes.",
        )
        kept = await keep_plan(
            work,
            amy,
            clock,
            cohort="Leadership, January",
            step=Step.RESPONSE,
            supervisor=party(bea),
            may_tell_supervisor=True,
            wish=wish,
            snoozed_until=date(2026, 3, 9),
        )
    async with database.begin() as work:
        assert await work.action_plans.find(kept.reference, lock=True) == kept
        assert await work.action_plans.find_by_id(kept.id, lock=True) == kept
        assert await work.action_plans.find("AP-2026-0999") is None
    assert kept.reference == "AP-2026-0001"
    assert kept.due_on == date(2026, 4, 30)
    assert [action.what for action in kept.actions] == [action.what for action in ACTIONS]


async def test_references_count_up_in_each_year(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy, _ = await chat_with(work, "Amy", clock.now())
        await submit(work, amy, clock.now())
        assert await work.action_plans.next_reference(2026) == "AP-2026-0001"
        assert await work.action_plans.next_reference(2026) == "AP-2026-0002"
        assert await work.action_plans.next_reference(2027) == "AP-2027-0001"


async def test_what_changes_is_kept_and_an_older_picture_loses(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy, _ = await chat_with(work, "Amy", clock.now())
        kept = await keep_plan(work, amy, clock)
        made = await submit(work, amy, clock.now())
    changed = replace(
        kept,
        linked=Linked(made.id, made.reference, is_open=True),
        outcome=PlanOutcome.PARTLY,
        learned="Ask sooner",
        shared=True,
        finished_at=clock.move(days=3),
        touched_at=clock.now(),
        version=2,
    )
    async with database.begin() as work:
        await work.action_plans.save(changed, kept.version)
    async with database.begin() as work:
        assert await work.action_plans.find_by_id(kept.id) == changed
        assert await work.action_plans.list_of_submissions([made.id, made.id + 1]) == [kept.id]
        with pytest.raises(Outdated):
            await work.action_plans.save(replace(changed, title="Other"), kept.version)


async def test_actions_are_ticked_added_and_taken_out_one_by_one(
    database: Database, clock: HandClock
) -> None:
    async with database.begin() as work:
        amy, _ = await chat_with(work, "Amy", clock.now())
        kept = await keep_plan(work, amy, clock)
        first, second = kept.actions
        ticked = replace(first, done_at=clock.now(), evidence="The light is on")
        await work.action_plans.save_action(kept.id, ticked)
        await work.action_plans.save_action(kept.id + 1, replace(second, what="Somebody else's"))
        third = await work.action_plans.add_action(kept.id, PlanAction(0, "Tell the others"), 2)
    async with database.begin() as work:
        found = await work.action_plans.find_by_id(kept.id)
        assert found is not None
        assert found.actions == (ticked, second, third)
        await work.action_plans.remove_action(kept.id, second.id)
        await work.action_plans.remove_action(kept.id + 1, third.id)
        found = await work.action_plans.find_by_id(kept.id)
        assert found is not None
        assert found.actions == (ticked, third)


async def test_a_list_holds_ones_own_alone_the_open_ones_first(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy, _ = await chat_with(work, "Amy", clock.now())
        bea, _ = await chat_with(work, "Bea", clock.now())
        for title in ("First", "Second", "Third"):
            clock.move(minutes=1)
            finished_at = clock.now() if title == "Third" else None
            await keep_plan(work, amy, clock, title=title, finished_at=finished_at)
        await keep_plan(work, bea, clock, title="Bea's")
        page, total = await work.action_plans.list_of_owner(amy.id, 0, 2)
        rest, _ = await work.action_plans.list_of_owner(amy.id, 1, 2)
        under_way = await work.action_plans.list_open(0, 2)
        more = await work.action_plans.list_open(under_way[-1].id, 2)
    assert [plan.title for plan in (*page, *rest)] == ["Second", "First", "Third"]
    assert total == 3
    assert [plan.title for plan in (*under_way, *more)] == ["First", "Second", "Bea's"]


async def test_its_history_is_told_in_order_with_its_words(database: Database, clock: HandClock) -> None:
    async with database.begin() as work:
        amy, _ = await chat_with(work, "Amy", clock.now())
        kept = await keep_plan(work, amy, clock)
        made = PlanEvent(PlanHappened.MADE, clock.now(), party(amy))
        told = PlanEvent(PlanHappened.UPDATED, clock.move(days=1), party(amy), "The light is on again")
        ids = [await work.action_plans.record(kept.id, event) for event in (made, told)]
    async with database.read() as work:
        events = await work.action_plans.list_events(kept.id)
    assert events == [replace(made, id=ids[0]), replace(told, id=ids[1])]
