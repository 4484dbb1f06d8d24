"""What was thought through alone goes to the Hub only where its writer attaches it."""

from tests.conversations.force import Force
from tests.conversations.officer_chat import find_card, see_bottom
from tests.conversations.plan_days import give_plan
from tests.conversations.test_thinking_alone import SECRET, think_in_black


async def test_attached_to_a_submission_the_hub_reads_all_of_it(force: Force) -> None:
    await force.bind_hub()
    sam = force.sam
    reference = await force.submit(sam)
    priya = await force.find_thread(force.priya, reference)
    await sam.says(f"six hats {reference}")
    assert "All six hats, or one to begin with?" in see_bottom(sam)
    for said in ("black", SECRET, "skip", "no"):
        await sam.says(said)
    await sam.presses("Finish")
    assert SECRET not in str([message.card for message in force.channel.messages])
    await sam.presses(f"Attach to {reference}")
    await sam.until_sees(f"Attached. The Hub reads it with {reference} now.")
    await priya.until(lambda: "added detail: Six hats" in priya.screen.cards[0].text)
    card = priya.screen.cards[0]
    await priya.presses("What was sent", card=card)
    assert SECRET in priya.screen.cards[0].text
    assert f"Attach to {reference}" not in find_card(sam, "Six hats").buttons()
    await sam.says("keep it private")
    assert "so the Hub has read it or can" in sam.sees()


async def test_one_chooses_among_ones_open_submissions_or_types_the_reference(force: Force) -> None:
    sam = force.sam
    first, second = await force.submit(sam), await force.submit(sam)
    await think_in_black(sam)
    await sam.presses("Attach it")
    await sam.until_sees("Choose one of your submissions or plans, or type its reference")
    await sam.presses("Attach it", typed=first.lower())
    await sam.until_sees(f"Attached. The Hub reads it with {first} now.")
    await think_in_black(sam, "Something else")
    await sam.presses("Attach it", chosen=second)
    await sam.until_sees(f"Attached. The Hub reads it with {second} now.")


async def test_somebody_elses_submission_cannot_be_attached_to(force: Force) -> None:
    theirs = await force.submit(force.dana)
    await force.submit(force.sam)
    await think_in_black(force.sam)
    await force.sam.presses("Attach it", typed=theirs)
    assert "Only the person who sent it can do that." in force.sam.sees()
    await force.sam.says(f"six hats {theirs}")
    assert "not one of yours" in force.sam.sees()
    await force.dana.says(f"open {theirs}")
    await force.dana.presses("History")
    assert SECRET not in force.dana.sees()


async def test_a_closed_submission_cannot_be_attached_to(force: Force) -> None:
    sam = force.sam
    closed = await force.submit(sam)
    still_open = await force.submit(sam)
    await sam.says(f"withdraw {closed}")
    await sam.presses("Yes, withdraw it")
    await think_in_black(sam)
    offered = sam.screen.last_card
    assert f"{still_open}: " in str(offered.card)
    assert f"{closed}: " not in str(offered.card)
    await sam.presses("Attach it", typed=closed)
    await sam.until_sees(f"{closed} is closed. Reopen it first.")
    await sam.says(f"attach {closed}")
    assert f"{closed} is closed. Reopen it first." in sam.sees()


async def test_a_plan_is_thought_through_and_what_came_of_it_stands_with_the_plan(force: Force) -> None:
    sam = force.sam
    plan = await give_plan(force, sam)
    await sam.says(f"open {plan.reference}")
    await sam.until_sees("Bike theft at Hitchin station")
    await sam.presses("Think it through")
    await sam.until_sees("How would you like to think it through?")
    await sam.presses("Six hats")
    for said in ("black", SECRET, "skip", "no"):
        await sam.says(said)
    await sam.presses("Finish")
    await sam.presses(f"Attach to {plan.reference}")
    await sam.until_sees(f"Attached. It stands with {plan.reference} now; the Academy can read it there.")
    await sam.presses("Show my plan")
    await sam.until(lambda: "Actions: 0 of 2 done" in see_bottom(sam))
    await sam.presses("All of it")
    assert "You attached Six hats" in see_bottom(sam)
    assert SECRET in see_bottom(sam)


async def test_what_was_thought_about_nothing_is_attached_to_a_plan_by_choosing_or_typing(
    force: Force,
) -> None:
    sam = force.sam
    plan = await give_plan(force, sam)
    await think_in_black(sam)
    await sam.presses("Attach it", chosen=plan.reference)
    await sam.until_sees(f"Attached. It stands with {plan.reference} now")
    await think_in_black(sam, "Something else")
    await sam.says(f"attach {plan.reference}")
    assert "The Academy can then read all of it." in see_bottom(sam)
    await sam.presses("Attach it")
    await sam.until_sees(f"Attached. It stands with {plan.reference} now")


async def test_nobody_attaches_to_a_plan_that_is_not_theirs_or_is_finished(force: Force) -> None:
    theirs = await give_plan(force, force.dana)
    own = await give_plan(force, force.sam)
    sam = force.sam
    await think_in_black(sam)
    await sam.says(f"attach {theirs.reference}")
    assert "That plan is not one of yours." in sam.sees()
    await sam.says(f"risk assessment {theirs.reference}")
    assert sam.sees().count("That plan is not one of yours.") == 2
    await sam.says(f"open {own.reference}")
    await sam.presses("Finish the plan", outcome="worked")
    await sam.until_sees("It worked.")
    await sam.says(f"attach {own.reference}")
    assert f"{own.reference} is closed. Reopen it first." in sam.sees()
