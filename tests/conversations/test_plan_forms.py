"""Going on with an action plan: news, actions, steps, help, and how it ended; in its card or by typing."""

from tests.conversations.force import Force
from tests.conversations.officer_chat import count_said, see_bottom
from tests.conversations.test_action_plans import give_plan
from tests.fake_teams import Person


async def open_plan(force: Force) -> tuple[Person, str]:
    sam = force.sam
    plan = await give_plan(force, sam)
    await sam.says(plan.reference)
    return sam, plan.reference


async def test_news_is_told_in_the_card_and_stands_in_its_history(force: Force) -> None:
    sam, _ = await open_plan(force)
    said = count_said(sam)
    await sam.presses("Update")
    await sam.presses("Keep it", words_update="The operator has promised a new lamp")
    assert count_said(sam) == said
    await sam.until(lambda: "Kept." in see_bottom(sam))
    await sam.presses("All of it")
    await sam.until(lambda: "You wrote: The operator has promised a new lamp" in see_bottom(sam))


async def test_news_that_may_name_somebody_is_asked_about_first(force: Force) -> None:
    sam, reference = await open_plan(force)
    await sam.presses("Update")
    await sam.presses("Keep it", words_update="Rang the witness on 07700 900123")
    await sam.until(lambda: "That seems to hold a telephone number." in see_bottom(sam))
    await sam.presses("Take it out")
    await sam.until(lambda: "Rang the witness on [removed]" in see_bottom(sam))
    await sam.presses("Keep it")
    await sam.until(lambda: reference in see_bottom(sam))
    await sam.presses("All of it")
    await sam.until(lambda: "You wrote: Rang the witness on [removed]" in see_bottom(sam))


async def test_words_that_belong_elsewhere_are_pointed_there_and_not_kept(force: Force) -> None:
    sam, reference = await open_plan(force)
    await sam.says(f"update {reference} Somebody is being stabbed outside right now")
    await sam.until(lambda: "please do not wait for an answer here" in see_bottom(sam))


async def test_a_plan_is_gone_on_with_by_typing(force: Force) -> None:
    sam, reference = await open_plan(force)
    await sam.says(f"update {reference}: the council agrees")
    assert "Kept." in sam.sees()
    await sam.says(f"update {reference}")
    await sam.until(lambda: "What is new with your plan?" in see_bottom(sam))
    await sam.says("The lamp is lit")
    await sam.says("keep it")
    await sam.presses("All of it")
    await sam.until(lambda: "You wrote: The lamp is lit" in see_bottom(sam))
    await sam.until(lambda: "You wrote: the council agrees" in see_bottom(sam))


async def test_steps_move_on_and_back(force: Force) -> None:
    sam, _ = await open_plan(force)
    for button, now in (
        ("Scanning is done", "● Analysis (now)"),
        ("Analysis is done", "● Response (now)"),
        ("Response is done", "● Assessment (now)"),
    ):
        await sam.presses(button)
        await sam.until(lambda now=now: now in see_bottom(sam))  # type: ignore[misc] # bound in the loop
    await sam.presses("Change the plan")
    await sam.until(lambda: "[Back to response]" in see_bottom(sam))
    await sam.presses("Back to response")
    await sam.until(lambda: "● Response (now)" in see_bottom(sam))


async def test_actions_are_added_changed_and_taken_out(force: Force) -> None:
    sam, reference = await open_plan(force)
    await sam.says(f"change {reference}")
    await sam.presses("Add an action")
    await sam.until(lambda: "What is to be done?" in see_bottom(sam))
    await sam.says("Tell the next station")
    await sam.says("skip")
    await sam.says("skip")
    await sam.says("20 March")
    await sam.says("skip")
    await sam.presses("Keep it")
    await sam.until(lambda: "Actions: 0 of 3 done" in see_bottom(sam))
    await sam.until(lambda: "By Friday 20 March" in see_bottom(sam))
    await sam.says(f"change {reference}")
    await sam.presses("Change")
    await sam.until(lambda: "What: Ask the operator about the light" in see_bottom(sam))
    await sam.says("change with")
    await sam.says("The council")
    await sam.presses("Keep it")
    await sam.until(lambda: "With The council · by Friday 13 March" in see_bottom(sam))
    await sam.says(f"change {reference}")
    await sam.presses("Take out")
    await sam.presses("Yes, take it out")
    await sam.until(lambda: "Taken out." in see_bottom(sam))
    assert "Ask the operator" not in see_bottom(sam)
    await sam.says(reference)
    await sam.until(lambda: "Actions: 0 of 2 done" in see_bottom(sam))


async def test_an_action_that_was_taken_out_elsewhere_says_so(force: Force) -> None:
    sam, reference = await open_plan(force)
    card = sam.screen.last_card
    await sam.says(f"change {reference}")
    await sam.presses("Take out")
    await sam.presses("Yes, take it out")
    await sam.presses("Done", card=card)
    assert "That action is not in the plan any more." in sam.sees()


async def test_two_devices_tick_the_same_action_once(force: Force) -> None:
    sam, reference = await open_plan(force)
    phone = sam.screen.last_card
    await sam.presses("Done", card=phone)
    await sam.presses("Done", card=phone)
    await sam.says(reference)
    await sam.presses("All of it")
    assert see_bottom(sam).count("You ticked off") == 1


async def test_help_becomes_a_submission_whose_status_stands_on_the_plan(force: Force) -> None:
    await force.bind_hub()
    sam, reference = await open_plan(force)
    await sam.presses("I need help")
    await sam.presses("Ask the Hub")
    await sam.until(lambda: "Which topic is nearest?" in see_bottom(sam))
    await sam.says("theft")
    await sam.says("The racks behind the station")
    for _ in range(2):
        await sam.says("skip")
    if "[Send to the Hub]" not in see_bottom(sam):
        await sam.says("review")
    assert reference in see_bottom(sam)
    await sam.presses("Send to the Hub")
    await sam.until(lambda: "It is with the Hub now" in see_bottom(sam))
    await sam.says(reference)
    await sam.until(lambda: "With the Hub: PF-2026-0001, received, nobody has it yet." in see_bottom(sam))
    there = await force.find_thread(force.priya, "PF-2026-0001")
    await there.presses("Take it")
    await sam.until(lambda: "With the Hub: PF-2026-0001, scanning, Priya Nair has it." in see_bottom(sam))
    await sam.presses("I need help")
    await sam.presses("Ask the Hub")
    await sam.until(lambda: "Priya Nair has it" in see_bottom(sam))


async def test_what_did_not_work_is_a_respected_result(force: Force) -> None:
    sam, reference = await open_plan(force)
    await sam.presses("Finish")
    await sam.presses(
        "Finish the plan",
        outcome="did not work",
        words_finish="The light alone changed nothing; move the racks",
        share="yes",
    )
    seen = see_bottom(sam)
    assert "Finished. Thank you for saying so: that is a result, and others need it." in seen
    assert "It did not work: that is a result too, and worth knowing." in seen
    assert "What was learned, for others too:" in seen
    assert f"Sam Reed completed the action plan {reference} on Monday 2 March 2026." in seen
    await sam.says(f"update {reference} still going")
    assert "This plan is finished." in sam.sees()
    await sam.says(f"finish {reference}")
    assert "This plan is finished." in sam.sees()
    await sam.says(reference)
    await sam.presses("Reopen it")
    await sam.until(lambda: "Open again. It keeps its day." in see_bottom(sam))
    await sam.until(lambda: "[Update]" in see_bottom(sam))


async def test_what_was_never_put_into_practice_gets_kind_words_and_no_certificate(force: Force) -> None:
    sam, reference = await open_plan(force)
    await sam.says(f"finish {reference}")
    await sam.says("not implemented")
    await sam.says("skip")
    await sam.says("review")
    await sam.presses("Finish the plan")
    await sam.until(lambda: "It was not put into practice." in see_bottom(sam))
    assert "not every plan can be carried out" in see_bottom(sam)
    assert "Certificate" not in see_bottom(sam)


async def test_a_plan_is_finished_question_by_question_too(force: Force) -> None:
    sam, reference = await open_plan(force)
    await sam.says(f"finish {reference}")
    await sam.says("partly")
    await sam.says("Ask the operator first")
    await sam.presses("No, keep it with the plan")
    await sam.says("finish the plan")
    seen = see_bottom(sam)
    assert "It worked in part: that is a result." in seen
    assert "What was learned:" in seen
    await sam.says("my plans")
    await sam.until(lambda: "Finished today at" in see_bottom(sam))


async def test_more_time_is_asked_for_with_a_day_and_a_reason(force: Force) -> None:
    sam, _ = await open_plan(force)
    await sam.presses("More time")
    await sam.presses("Ask for more time", to="2026-06-30", words_time="The council meets in June")
    await sam.until(lambda: "You asked for more time, until Tuesday 30 June" in see_bottom(sam))
    assert "[More time]" not in see_bottom(sam)
    await sam.until(lambda: "Due Wednesday 27 May" in see_bottom(sam))


async def test_a_day_that_cannot_be_is_asked_for_again_with_the_reason_kept(force: Force) -> None:
    sam, _ = await open_plan(force)
    await sam.presses("More time")
    await sam.presses("Ask for more time", to="2028-01-31", words_time="The council meets in June")
    await sam.until(lambda: "Give a day that is still to come, within half a year." in see_bottom(sam))
    await sam.says("30 June")
    await sam.until(lambda: "What is in the way: The council meets in June" in see_bottom(sam))
    await sam.presses("Ask for more time")
    await sam.until(lambda: "You asked for more time, until Tuesday 30 June" in see_bottom(sam))


async def test_nobody_else_can_go_on_with_a_plan(force: Force) -> None:
    _, reference = await open_plan(force)
    dana = force.dana
    await dana.says("menu")
    for verb, more in (
        ("plan.update", {"words": "Mine"}),
        ("plan.time", {"to": "2026-06-30", "words": "Mine"}),
        ("plan.finish", {"outcome": "worked"}),
        ("plan.step", {"step": "analysis"}),
        ("plan.edit", {}),
        ("plan.action", {}),
        ("plan.remove", {"action": 1}),
        ("plan.reopen", {}),
        ("plan.help", {}),
    ):
        await dana.crafts(verb, {"reference": reference, **more})
        assert "That plan is not one of yours." in dana.sees(), verb
