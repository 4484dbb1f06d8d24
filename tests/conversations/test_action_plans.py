"""Action plans in the chat of their owner: the card, its ticks, and who may see it."""

from datetime import date

from domain.action_plan import ActionPlan, PlanAction
from domain.people import Actor, Role
from services.action_plans import Beginning, make_plan
from tests.conversations.force import Force
from tests.conversations.officer_chat import count_said, see_bottom
from tests.fake_teams import Person

ACTIONS = (
    PlanAction(0, "Ask the operator about the light", partner="The rail operator", due=date(2026, 3, 13)),
    PlanAction(0, "Count the bikes again"),
)


async def give_plan(force: Force, owner: Person) -> ActionPlan:
    """Give somebody who has met the bot a plan, as the end of a training does."""
    await owner.says("menu")
    async with force.product.database.begin() as work:
        person = await work.people.find_by_object_id(owner.account.aad_object_id)
        assert person is not None
        actor = Actor(person, frozenset({Role.OFFICER}))
        beginning = Beginning("Bike theft at Hitchin station", date(2026, 2, 27), actions=ACTIONS)
        return await make_plan(work, actor, beginning, force.clock.now())


async def test_a_plan_is_listed_opened_and_ticked_off(force: Force) -> None:
    sam = force.sam
    await give_plan(force, sam)
    await sam.says("my plans")
    assert "Due Wednesday 27 May, in 86 days" in see_bottom(sam)
    assert "0 of 2 actions done" in see_bottom(sam)
    await sam.presses("Open")
    await sam.until(lambda: "● Scanning (now)" in see_bottom(sam))
    assert "Next: Ask the operator about the light." in see_bottom(sam)
    said = count_said(sam)
    await sam.presses("Done")
    assert count_said(sam) == said
    assert "✓ Ask the operator about the light" in see_bottom(sam)
    assert "Actions: 1 of 2 done" in see_bottom(sam)
    assert "Next: Count the bikes again." in see_bottom(sam)
    await sam.presses("Undo")
    assert "Actions: 0 of 2 done" in see_bottom(sam)


async def test_a_plan_is_its_owner_s_alone(force: Force) -> None:
    plan = await give_plan(force, force.sam)
    dana = force.dana
    await dana.says("my plans")
    assert "You have no action plan yet." in see_bottom(dana)
    for verb, more in (("plan.open", {}), ("plan.tick", {"action": plan.actions[0].id})):
        await dana.crafts(verb, {"reference": plan.reference, **more})
        assert "That plan is not one of yours." in dana.sees()
    await force.sam.says("my plans")
    assert "0 of 2 actions done" in see_bottom(force.sam)
