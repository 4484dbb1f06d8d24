"""The Academy accompanies action plans; supervisors come and go, and most have never met the bot."""

from dataclasses import replace
from datetime import date

import pytest

from domain.action_plan import ActionPlan, Wish
from domain.delivery import NoticeKind
from domain.people import Role
from tests.conversations.force import Force
from tests.conversations.officer_chat import see_bottom
from tests.conversations.test_action_plans import give_plan
from tests.fake_teams import Person

FOR_TRAINERS = "for the Academy's trainers and coordinators."
NO_WORD = "I cannot write to"
NOT_YET = "They have not opened this assistant yet."


@pytest.fixture
async def trainer(force: Force) -> Person:
    """Somebody of the Academy, alone with the bot."""
    lee = force.teams.person_of(force.lee.account)
    await lee.says("menu")
    async with force.product.database.begin() as work:
        person = await work.people.find_by_object_id(lee.account.aad_object_id)
        assert person is not None
        await work.grants.add(person.id, Role.TRAINER, None, force.clock.now())
    return lee


async def change(force: Force, plan: ActionPlan, **different: object) -> ActionPlan:
    """Have a plan stand otherwise."""
    async with force.product.database.begin() as work:
        present = await work.action_plans.find(plan.reference, lock=True)
        assert present is not None
        changed = replace(present, **different)  # type: ignore[arg-type] # a plan's own fields
        await work.action_plans.save(changed, present.version)
    return changed


async def load(force: Force, plan: ActionPlan) -> ActionPlan:
    """Read a plan as it stands."""
    async with force.product.database.read() as work:
        present = await work.action_plans.find(plan.reference)
    assert present is not None
    return present


async def wish_for(force: Force, plan: ActionPlan) -> ActionPlan:
    """Have a plan's owner ask for more time."""
    wish = Wish(date(2026, 7, 1), "The new light comes in June.", force.clock.now())
    return await change(force, plan, wish=wish)


async def test_plans_are_listed_and_those_that_need_somebody_come_first(
    force: Force, trainer: Person
) -> None:
    await give_plan(force, force.sam)
    late = await give_plan(force, force.dana)
    await change(force, late, due_on=date(2026, 2, 20), title="Quad bikes on the common")
    await trainer.says("plans")
    said = see_bottom(trainer)
    assert "2 plans: 1 late, 1 on track." in said
    assert said.index("Quad bikes on the common") < said.index("Bike theft at Hitchin station")
    assert "▲ Late" in said
    assert "Fewer than 5 people have a plan here" in said
    await trainer.presses("Late (1)")
    assert "Bike theft" not in see_bottom(trainer)
    await trainer.presses("All of these")
    assert "Bike theft" in see_bottom(trainer)


async def test_they_are_filtered_by_cohort_in_a_form(force: Force, trainer: Person) -> None:
    june = await give_plan(force, force.sam)
    await change(force, june, cohort="Leadership, June")
    await give_plan(force, force.dana)
    await trainer.says("plans")
    await trainer.presses("Filter")
    await trainer.presses("Show these", {"Cohort": "Leadership, June (1)"})
    assert "Cohort: Leadership, June" in see_bottom(trainer)
    assert "1 plan: 1 on track." in see_bottom(trainer)
    await trainer.presses("All plans")
    assert "2 plans" in see_bottom(trainer)


async def test_with_none_it_says_what_will_come(trainer: Person) -> None:
    await trainer.says("plans")
    assert "No plans yet." in see_bottom(trainer)


async def test_an_officer_who_types_plans_sees_their_own(force: Force) -> None:
    await give_plan(force, force.sam)
    await force.sam.says("plans")
    assert "My action plans" in see_bottom(force.sam)


async def test_an_action_of_the_owners_own_is_nobody_elses_to_whoever_reads_the_plan(
    force: Force, trainer: Person
) -> None:
    sam = force.sam
    for said in ("action plan", "today", "skip", "Bicycles are taken behind the library", *["skip"] * 3):
        await sam.says(said)
    for said in ("analysis", "Ask the operator about the light", "Me.", "The rail operator", "review"):
        await sam.says(said)
    await sam.presses("Make the plan")
    await trainer.says("AP-2026-0001")
    assert "○ Ask the operator about the light · with The rail operator" in see_bottom(trainer)


async def test_a_plan_is_opened_and_nudged_once_a_day(force: Force, trainer: Person) -> None:
    sam = force.sam
    plan = await give_plan(force, sam)
    await trainer.says(plan.reference)
    assert "Bike theft at Hitchin station" in see_bottom(trainer)
    assert "○ Ask the operator about the light" in see_bottom(trainer)
    await trainer.presses("Nudge")
    assert "Sam Reed gets a kind word from you." in see_bottom(trainer)
    assert "Nudge" not in trainer.screen.last_card.buttons()
    await sam.until_sees("Lee Marsh of the Academy asks how your plan is going.")
    await trainer.says(f"nudge {plan.reference}")
    assert "Lee Marsh has nudged them today already. Once a day is enough." in see_bottom(trainer)
    force.passes(days=1)
    await trainer.says(f"nudge {plan.reference}")
    assert "Sam Reed gets a kind word from you." in see_bottom(trainer)
    assert see_bottom(trainer).count("Lee Marsh nudged them") == 2
    await sam.until(lambda: sam.sees().count("asks how your plan is going") == 2)
    await sam.presses("Show my plan")
    await sam.until(lambda: "● Scanning (now)" in see_bottom(sam))


async def test_a_nudge_waits_until_its_reader_is_at_work(force: Force, trainer: Person) -> None:
    sam = force.sam
    plan = await give_plan(force, sam)
    force.passes(hours=10)
    await trainer.says(f"nudge {plan.reference}")
    force.passes(minutes=5)
    await trainer.says("menu")
    assert "asks how your plan" not in sam.sees()
    force.passes(hours=14)
    await sam.until_sees("asks how your plan is going")


async def test_help_is_offered_with_a_word(force: Force, trainer: Person) -> None:
    plan = await give_plan(force, force.sam)
    await trainer.says(plan.reference)
    await trainer.presses("Offer help")
    await trainer.presses("Offer it")
    assert "Write a word first: what you can help with, or when you have time." in see_bottom(trainer)
    await trainer.presses("Offer it", words_help="I have time on Thursday.")
    assert "Sam Reed gets your offer." in see_bottom(trainer)
    await force.sam.until_sees("Lee Marsh of the Academy offers to help with your plan.")
    assert "I have time on Thursday." in force.sam.sees()


async def test_more_time_is_granted_in_the_card_and_its_owner_told(force: Force, trainer: Person) -> None:
    plan = await wish_for(force, await give_plan(force, force.sam))
    await trainer.says("plans")
    assert "asks for more time" in see_bottom(trainer)
    await trainer.presses("Wishes for more time (1)")
    await trainer.presses("Open")
    assert "The new light comes in June." in see_bottom(trainer)
    await trainer.presses("Grant it")
    assert "Granted. Sam Reed is told." in see_bottom(trainer)
    await force.sam.until_sees("Lee Marsh has given your plan more time. It is due on Wednesday 1 July now.")
    assert (await load(force, plan)).due_on == date(2026, 7, 1)
    await trainer.says(f"grant {plan.reference}")
    assert "That wish has been decided already, or withdrawn." in see_bottom(trainer)


async def test_more_time_is_asked_for_and_granted_in_the_message_that_brings_it(
    force: Force, trainer: Person
) -> None:
    plan = await give_plan(force, force.sam)
    await force.sam.says(f"more time {plan.reference}")
    await force.sam.says("1 July")
    await force.sam.says("The new light comes in June.")
    await force.sam.presses("Ask for more time")
    await trainer.until_sees("Sam Reed asks for more time for an action plan.")
    assert "until Wednesday 1 July" in trainer.sees()
    assert "The new light comes in June." in trainer.sees()
    await trainer.presses("Grant it")
    assert "Granted. Sam Reed is told." in trainer.sees()
    await force.sam.until_sees("Lee Marsh has given your plan more time. It is due on Wednesday 1 July now.")
    assert (await load(force, plan)).due_on == date(2026, 7, 1)


async def test_more_time_is_not_granted_without_a_reason(force: Force, trainer: Person) -> None:
    plan = await wish_for(force, await give_plan(force, force.sam))
    await trainer.says(plan.reference)
    await trainer.presses("Not now")
    await trainer.presses("Send it")
    assert "Say in a sentence why: the plan's owner reads it." in see_bottom(trainer)
    await trainer.presses("Send it", words_decide="Tell me first what is done.")
    await force.sam.until_sees("Lee Marsh has not given your plan more time for now.")
    assert "Tell me first what is done." in force.sam.sees()
    assert (await load(force, plan)).due_on == plan.due_on


async def test_a_wish_that_has_changed_meanwhile_is_not_decided(force: Force, trainer: Person) -> None:
    plan = await wish_for(force, await give_plan(force, force.sam))
    await trainer.says(plan.reference)
    await change(force, plan, version=plan.version + 1)
    await trainer.presses("Grant it")
    assert "This plan has changed meanwhile. Here is how it stands now." in see_bottom(trainer)
    assert (await load(force, plan)).due_on == plan.due_on


async def test_its_owner_names_a_supervisor_who_has_never_met_the_bot(force: Force) -> None:
    sam, jo = force.sam, force.teams.person("Jo Ashby")
    plan = await change(force, await give_plan(force, sam), may_tell_supervisor=True)
    await sam.says(f"supervisor {plan.reference}")
    assert f"Who supervises {plan.reference} from now on?" in see_bottom(sam)
    await sam.presses("Name them", person_email=jo.account.email.upper())
    assert f"supervises {plan.reference} now." in see_bottom(sam)
    assert NOT_YET in see_bottom(sam)
    assert "https://teams.microsoft.com/l/chat/0/0?users=" in see_bottom(sam)
    await sam.presses("Show my plan")
    await sam.until(lambda: NO_WORD in see_bottom(sam))
    await jo.says("hello")
    await jo.until_sees("You have been named the supervisor of an action plan of Sam Reed.")
    present = await load(force, plan)
    assert present.supervisor is not None
    assert present.supervisor.name == "Jo Ashby"
    await sam.until(lambda: NO_WORD not in see_bottom(sam))


async def test_a_supervisor_answered_by_e_mail_is_known_by_it(force: Force) -> None:
    sam, jo = force.sam, force.teams.person("Jo Ashby")
    await sam.says("action plan: Bicycles behind the station")
    await sam.presses("Today")
    await sam.says("review")
    await sam.crafts("walk.jump", {"draft": 1, "section": "Risks and support"}, card=sam.screen.last_card)
    await sam.says("skip")
    await sam.until(lambda: "Who is your supervisor?" in see_bottom(sam))
    await sam.says(f"Jo Ashby, {jo.account.email}")
    await sam.says("yes")
    await sam.says("skip")
    await sam.says("review")
    await sam.says("make the plan")
    assert "I cannot write to jo.ashby@" in see_bottom(sam)
    await jo.says("hello")
    await jo.until_sees("You have been named the supervisor of an action plan of Sam Reed.")
    await sam.until(lambda: NO_WORD not in see_bottom(sam))


async def test_a_trainer_hands_over_and_the_one_before_is_told(force: Force, trainer: Person) -> None:
    sam, dana = force.sam, force.dana
    plan = await change(force, await give_plan(force, sam), may_tell_supervisor=True)
    await dana.says("menu")
    await sam.says(f"supervisor {plan.reference}")
    await sam.presses("Name them", person="Dana Finch")
    await dana.until_sees("You have been named the supervisor")
    await trainer.says(plan.reference)
    await trainer.presses("New supervisor")
    await trainer.presses("Name them", person="Lee Marsh")
    assert f"Lee Marsh supervises {plan.reference} now." in see_bottom(trainer)
    assert NOT_YET not in see_bottom(trainer)
    await dana.until_sees("You no longer supervise this action plan of Sam Reed")
    await sam.until_sees("Lee Marsh of the Academy has named Lee Marsh the supervisor of your plan.")


async def test_who_was_never_told_is_told_nothing(force: Force) -> None:
    sam, dana = force.sam, force.dana
    plan = await give_plan(force, sam)
    await dana.says("menu")
    for name in ("Dana Finch", "Lee Marsh"):
        await force.teams.person_of(force.lee.account).says("menu")
        await sam.says(f"supervisor {plan.reference}")
        await sam.presses("Name them", person=name)
    force.passes(days=1)
    await sam.says("menu")
    async with force.product.database.read() as work:
        waiting = await work.outbox.count_waiting()
    assert waiting.waiting == 0
    assert "supervis" not in dana.sees()


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        ({"person_email": "sam"}, "That is not a whole e-mail address"),
        ({"person": "Sam Reed"}, "A plan is supervised by somebody else than its owner."),
        ({}, "Choose somebody from the list first, or type their e-mail."),
    ],
)
async def test_a_supervisor_that_cannot_be_is_said_in_the_form(
    force: Force, who: dict[str, str], sentence: str
) -> None:
    plan = await give_plan(force, force.sam)
    await force.sam.says(f"supervisor {plan.reference}")
    await force.sam.presses("Name them", who)
    assert sentence in see_bottom(force.sam)
    assert (await load(force, plan)).supervisor is None


async def test_it_can_be_typed(force: Force) -> None:
    plan = await give_plan(force, force.sam)
    await force.sam.says(f"supervisor {plan.reference} jo.ashby@force.example")
    assert f"supervises {plan.reference} now." in see_bottom(force.sam)


async def test_nobody_else_sees_or_does_any_of_it(force: Force) -> None:
    plan = await wish_for(force, await give_plan(force, force.sam))
    dana = force.dana
    await dana.says(plan.reference)
    assert "That plan is not one of yours." in dana.sees()
    for verb in ("care.list", "care.open", "care.nudge", "care.help", "care.decide"):
        await dana.crafts(verb, {"reference": plan.reference, "words": "Hello", "granted": True})
        assert "Academy's trainers and coordinators" in str(dana.screen.flash), verb
    for verb in ("care.supervisor", "care.hand_over"):
        await dana.crafts(verb, {"reference": plan.reference, "person_email": "a@force.example"})
        assert "Only the plan's owner, or the Academy's" in str(dana.screen.flash), verb
    present = await load(force, plan)
    assert (present.due_on, present.supervisor) == (plan.due_on, None)


async def test_a_trainer_who_is_one_no_more_is_refused_at_the_next_press(
    force: Force, trainer: Person
) -> None:
    plan = await give_plan(force, force.sam)
    await trainer.says(plan.reference)
    async with force.product.database.begin() as work:
        (grant,) = await work.grants.list_all()
        await work.grants.remove(grant.person.id, grant.role)
    await trainer.presses("Nudge")
    assert "Academy's trainers and coordinators" in str(trainer.screen.flash)
    async with force.product.database.read() as work:
        assert not await work.notices.find_moment(f"plan:{plan.id}:{NoticeKind.PLAN_NUDGED}:2026-03-02")


async def test_with_words_that_are_none_the_list_leaves_nobody_out(force: Force, trainer: Person) -> None:
    await give_plan(force, force.sam)
    odd = {"state": "asleep", "supervisor": "9" * 40, "page": 99}
    await trainer.says("plans")
    await trainer.crafts("care.list", odd, card=trainer.screen.last_card)
    assert "1 plan: 1 on track." in trainer.sees()


async def test_on_a_phone_it_works_by_submit(force: Force, trainer: Person) -> None:
    plan = await give_plan(force, force.sam)
    trainer.on_phone = True
    await trainer.says(plan.reference)
    await trainer.presses("Nudge")
    await trainer.until_sees("Sam Reed gets a kind word from you.")
    await force.sam.until_sees("asks how your plan is going")
