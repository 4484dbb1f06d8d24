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


async def test_a_plan_is_made_by_chat(force: Force) -> None:
    sam = force.sam
    await sam.says("action plan")
    assert "When did your training end?" in see_bottom(sam)
    await sam.says("next blue moon")
    assert "I could not read a day in that." in see_bottom(sam)
    await sam.says("1 January 2020")
    assert "That would be Wednesday 1 January 2020. Give a day in the last year" in see_bottom(sam)
    await sam.says("27 February")
    assert "Which course was it" in see_bottom(sam)
    await sam.says("Leadership, February")
    await sam.says("Bicycles are taken from the racks behind the station")
    await sam.says("Half as many by May")
    await sam.says("Two a week since September")
    await sam.says("The racks cannot be seen")
    await sam.says("analysis")
    await sam.says("Ask the operator about the light")
    await sam.says("skip")
    await sam.says("The rail operator")
    await sam.says("13/3")
    await sam.presses("No, that is all")
    await sam.presses("Look through")
    assert "Training ended: Friday 27 February 2026" in see_bottom(sam)
    assert "By: Friday 13 March 2026" in see_bottom(sam)
    await sam.presses("Make the plan")
    seen = see_bottom(sam)
    assert "Your plan is made." in seen
    assert "AP-2026-0001" in seen
    assert "Due Wednesday 27 May, in 86 days." in seen
    assert "● Analysis (now)" in seen
    assert "With The rail operator · by Friday 13 March" in seen
    await sam.says("drafts")
    assert "Nothing is unfinished." in see_bottom(sam)


async def test_who_is_not_sure_when_the_training_ended_means_today(force: Force) -> None:
    sam = force.sam
    await sam.says("action plan: Bicycles behind the station")
    await sam.presses("Today")
    await sam.says("review")
    assert "Training ended: Monday 2 March 2026" in see_bottom(sam)
    await sam.says("make the plan")
    assert "Due Tuesday 2 June, in 92 days." in see_bottom(sam)
    assert "No actions yet." in see_bottom(sam)


async def test_a_plan_left_half_said_is_offered_again(force: Force) -> None:
    sam = force.sam
    await sam.says("action plan")
    await sam.says("not sure")
    await sam.says("save")
    await sam.says("action plan")
    assert "You have one unfinished." in see_bottom(sam)
    await sam.presses("Carry on")
    await sam.until(lambda: "Which course was it" in see_bottom(sam))


async def test_a_plan_is_opened_by_its_reference_and_a_submission_by_its_own(force: Force) -> None:
    sam = force.sam
    plan = await give_plan(force, sam)
    await sam.says(plan.reference.lower())
    assert "● Scanning (now)" in see_bottom(sam)
    await sam.says("open AP 2026 1")
    assert "● Scanning (now)" in see_bottom(sam)
    assert "the card is further down now" in sam.sees()
    await sam.says("open AP-2026-0007")
    assert "I know no plan AP-2026-0007" in sam.sees()
    reference = await force.submit(sam)
    await sam.says(reference)
    assert "Received (now)" in see_bottom(sam)


async def test_the_menu_leads_to_ones_plans(force: Force) -> None:
    await force.sam.says("menu")
    await force.sam.says("menu")
    await force.sam.presses("My action plans")
    await force.sam.until(lambda: "You have no action plan yet." in see_bottom(force.sam))
    await force.sam.presses("Make an action plan")
    await force.sam.until(lambda: "When did your training end?" in see_bottom(force.sam))
