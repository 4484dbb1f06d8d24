"""What supervisors and the Academy hear of an action plan that is late."""

from dataclasses import replace
from datetime import timedelta

from domain.action_plan import PlanEvent, PlanHappened
from domain.people import Role
from services.action_plans import change_plan
from services.permission import name_of
from tests.conversations.force import Force
from tests.conversations.officer_chat import count_said, see_bottom
from tests.conversations.plan_days import LATE, TITLE, TWO_WEEKS_LATE, give_plan, go_to, know


async def test_a_supervisor_who_has_never_met_the_bot_hears_of_it_when_they_do(force: Force) -> None:
    sam, dana = force.sam, force.dana
    await give_plan(force, sam, supervisor=dana)
    await go_to(force, LATE, waiting=1)
    await sam.presses("More")
    await sam.presses("Show my plan")
    await sam.until_sees("I cannot write to Dana Finch yet: they have to open a chat with me once.")
    assert "Action plans" not in dana.sees()
    await dana.says("hello")
    await dana.until_sees(f"Sam Reed: {TITLE} (AP-2026-0001). It was due Wednesday 27 May, 7 days ago.")
    assert "Ask the operator" not in dana.sees()
    await sam.until(lambda: "I cannot write to" not in see_bottom(sam))


async def test_a_supervisor_who_has_left_is_named_on_the_card_and_hears_of_it_once_back(
    force: Force,
) -> None:
    sam, dana = force.sam, force.dana
    await dana.says("hello")
    await give_plan(force, sam, supervisor=dana)
    await sam.says("AP-2026-0001")
    assert "I cannot write to" not in see_bottom(sam)
    await dana.removes_bot()
    await sam.until(
        lambda: "I cannot write to Dana Finch: they have removed me from their Teams." in see_bottom(sam)
    )
    await go_to(force, LATE, waiting=1)
    assert "Sam Reed:" not in dana.sees()
    await dana.installs()
    await dana.until_sees("Sam Reed:")


async def test_a_supervisor_who_was_replaced_hears_nothing_and_the_new_one_does(force: Force) -> None:
    sam, dana, lee = force.sam, force.dana, force.teams.person("Lee Marsh")
    plan = await give_plan(force, sam, supervisor=dana)
    await go_to(force, LATE, waiting=1)
    await lee.says("hello")
    new = name_of(await know(force, lee))
    now = force.clock.now()
    async with force.product.database.begin() as work:
        present = await work.action_plans.find_by_id(plan.id, lock=True)
        assert present is not None
        event = PlanEvent(PlanHappened.SUPERVISOR_NAMED, now, plan.owner)
        await change_plan(work, present, event, lambda one: replace(one, supervisor=new))
    await dana.says("hello")
    await go_to(force, LATE + timedelta(days=1))
    assert "Sam Reed:" in see_bottom(lee)
    assert "Sam Reed:" not in dana.sees()


async def test_who_did_not_agree_has_their_supervisor_left_alone(force: Force) -> None:
    sam, dana = force.sam, force.dana
    await dana.says("hello")
    plan = await give_plan(force, sam, supervisor=dana)
    now = force.clock.now()
    async with force.product.database.begin() as work:
        present = await work.action_plans.find_by_id(plan.id, lock=True)
        assert present is not None
        event = PlanEvent(PlanHappened.SUPERVISOR_NAMED, now, plan.owner)
        await change_plan(work, present, event, lambda one: replace(one, may_tell_supervisor=False))
    await go_to(force, LATE)
    assert "Sam Reed:" not in dana.sees()


async def test_the_academy_hears_two_weeks_late_of_all_in_one_message(force: Force) -> None:
    sam, dana, ruth = force.sam, force.dana, force.teams.person("Ruth Cole")
    await ruth.says("hello")
    known = await know(force, ruth)
    async with force.product.database.begin() as work:
        await work.grants.add(known.person.id, Role.TRAINER, None, force.clock.now())
    await give_plan(force, sam)
    await give_plan(force, dana, title="Noise behind the shops")
    said = count_said(ruth)
    await go_to(force, LATE)
    assert count_said(ruth) == said
    await go_to(force, TWO_WEEKS_LATE)
    assert count_said(ruth) == said + 1
    assert "2 action plans were due and are not finished." in see_bottom(ruth)
    assert "Dana Finch: Noise behind the shops" in see_bottom(ruth)
