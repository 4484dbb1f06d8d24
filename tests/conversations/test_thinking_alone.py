"""Thinking alone: six hats, the decision model, a risk assessment; private unless its writer attaches it."""

import json
from urllib.parse import unquote

import pytest

from tests.conversations.force import QUICK_ANSWERS, Force, find_reference
from tests.conversations.officer_chat import see_bottom, walk_to
from tests.fake_teams import Person

KNOWN = "31 bicycles gone since September"
SECRET = "My own doubts about the night shift"


async def think_in_black(officer: Person, topic: str = "Bicycles at the station") -> None:
    """Wear the black hat alone, and finish."""
    await officer.says(f"six hats: {topic}")
    await officer.says("black")
    await officer.says(SECRET)
    await officer.says("skip")
    await officer.says("no")
    await officer.says("finish")
    assert "Finished. Only you can read it" in see_bottom(officer)


async def test_six_hats_go_from_facts_to_planning_in_the_programmes_order(force: Force) -> None:
    sam = force.sam
    await sam.says("six hats")
    assert "what would you like to think through?" in see_bottom(sam)
    await sam.says("Bicycles at the station")
    await sam.presses("All six, facts first")
    seen = []
    while "your answers" not in see_bottom(sam):
        hat = see_bottom(sam).splitlines()[0].split(" · ")[0]
        seen += [hat] if hat not in seen else []
        await sam.presses("Next", answer=f"A thought about {len(seen)}")
    assert seen == [
        "⚪ White hat: facts",
        "🟡 Yellow hat: benefits",
        "⚫ Black hat: cautions",
        "🔴 Red hat: feelings",
        "🟢 Green hat: ideas",
        "🔵 Blue hat: planning",
    ]
    await sam.presses("Finish")
    assert "Six hats" in see_bottom(sam)
    assert "for you alone" in see_bottom(sam)
    assert "A thought about 6" in see_bottom(sam)


async def test_one_hat_alone_is_enough(force: Force) -> None:
    await think_in_black(force.sam)
    said = see_bottom(force.sam)
    assert SECRET in said
    assert "⚫ Black hat: cautions" in said
    assert "White hat" not in said
    assert "Which hat first" not in said


async def test_a_hat_picked_first_goes_on_to_the_others_without_being_asked_twice(force: Force) -> None:
    sam = force.sam
    await sam.says("six hats: Bicycles")
    await sam.says("red hat")
    assert "What does your gut say?" in see_bottom(sam)
    await sam.says("I am tired of it")
    await sam.says("They are too")
    await sam.presses("Yes, the other five")
    assert "⚪ White hat: facts" in see_bottom(sam)
    await sam.says("review")
    assert see_bottom(sam).count("Gut feeling") == 1


async def test_going_back_over_a_branch_keeps_what_was_said(force: Force) -> None:
    sam = force.sam
    await sam.says("six hats: Bicycles")
    await sam.says("black")
    await sam.says(SECRET)
    await sam.says("back")
    assert SECRET in see_bottom(sam)
    await sam.says("back")
    await sam.presses("⚪ White hat: facts")
    await sam.says(KNOWN)
    await sam.says("back")
    await sam.says("back")
    await sam.presses("All six, facts first")
    await sam.says("review")
    assert KNOWN in see_bottom(sam)
    assert SECRET in see_bottom(sam)


async def test_cancelled_midway_nothing_is_kept(force: Force) -> None:
    sam = force.sam
    await sam.says("risks: Moving the racks")
    await sam.says("Thieves move on")
    await sam.says("cancel")
    await sam.presses("Yes, throw it away")
    await sam.says("my thinking")
    assert "You have thought nothing through here yet." in see_bottom(sam)
    await sam.says("drafts")
    assert "Nothing is unfinished." in see_bottom(sam)


async def test_saved_it_is_carried_on_after_a_restart(force: Force) -> None:
    sam = force.sam
    await sam.says("ndm")
    await sam.says("Whether to move the racks")
    await sam.says("Fair to commuters")
    await sam.says("save")
    await force.stop()
    await force.start()
    await sam.says("drafts")
    assert "Decision model: Whether to move the racks" in see_bottom(sam)
    await sam.presses("Carry on")
    await sam.until(lambda: "What do you know, and how sure are you of it?" in see_bottom(sam))
    await sam.says("decision model")
    assert "shall I start decision model" in see_bottom(sam)


async def test_a_risk_is_told_with_its_likelihood_harm_answer_and_owner(force: Force) -> None:
    sam = force.sam
    await sam.says("risk assessment: Moving the racks")
    for said in ("Thieves move on", "possible", "medium", "Tell the next station", "The sergeant", "no"):
        await sam.says(said)
    await sam.presses("Finish")
    said = see_bottom(sam)
    for line in (
        "What could go wrong: Thieves move on",
        "How likely: Possible",
        "How much harm: Medium",
        "What would reduce it: Tell the next station",
        "Who owns it: The sergeant",
    ):
        assert line in said
    assert "Another risk" not in said


async def test_with_nothing_answered_there_is_nothing_to_keep(force: Force) -> None:
    sam = force.sam
    await sam.says("six hats: Bicycles")
    await sam.says("review")
    await sam.says("finish")
    assert "There is nothing to keep yet." in sam.sees()
    await sam.says("my thinking")
    assert "You have thought nothing through here yet." in see_bottom(sam)


async def test_personal_identifiers_are_asked_about_before_anything_is_kept(force: Force) -> None:
    sam = force.sam
    await sam.says("six hats: Bicycles")
    await sam.says("white")
    await sam.says("Ring her on 07700 900123")
    assert "That seems to hold" in see_bottom(sam)
    await sam.says("take it out")
    await sam.says("review")
    assert "07700" not in see_bottom(sam)


@pytest.mark.parametrize("verb", ["piece.open", "piece.text", "piece.keep", "piece.attach"])
async def test_private_stays_private_whatever_is_pressed(force: Force, verb: str) -> None:
    await force.bind_hub()
    await think_in_black(force.sam)
    theirs = await force.submit(force.dana)
    alone = force.teams.person("Jo Ashby")
    await alone.says("hello")
    for person in (force.dana, alone, force.priya):
        for by_submit in (False, True):
            data = {"piece": 1, "reference": theirs}
            await person.crafts(verb, data, by_submit=by_submit)
            assert SECRET not in person.sees()
    await force.dana.says("my thinking 1")
    assert "You have no such piece." in force.dana.sees()
    told = [call for call in force.teams.calls if SECRET in json.dumps(call.body)]
    assert told
    assert all(force.sam.conversation.conversation_id in unquote(call.path) for call in told)
    async with force.product.database.read() as work:
        piece = await work.thinking_pieces.find(1)
    assert piece is not None
    assert piece.is_private


async def test_it_is_found_again_and_opened_by_its_number(force: Force) -> None:
    sam = force.sam
    await think_in_black(sam, "The first thing")
    await think_in_black(sam, "The second thing")
    await sam.says("my thinking")
    assert "1. The second thing" in see_bottom(sam)
    assert "2. The first thing" in see_bottom(sam)
    await sam.says("my thinking 2")
    assert "The first thing" in see_bottom(sam)
    assert SECRET in see_bottom(sam)
    await sam.presses("Keep it private")
    await sam.until_sees("Kept for you alone.")


async def test_sent_as_text_every_mark_stands_as_it_was_typed(force: Force) -> None:
    sam = force.sam
    await sam.says("six hats: *Bold* plans & <b>tags</b>")
    for said in ("black", "It could **fail** [here](now) _badly_", "skip", "no", "finish"):
        await sam.says(said)
    await sam.presses("Send it to me as text")
    await sam.until(lambda: sam.screen.last.card is None)
    assert "It could **fail** [here](now) _badly_" in sam.screen.last.text
    assert sam.screen.last.text.startswith("OFFICIAL\nSix hats: *Bold* plans")
    assert sam.screen.last.activity["textFormat"] == "plain"


async def test_the_menu_and_the_card_of_a_submission_lead_there(force: Force) -> None:
    sam = force.sam
    reference = await force.submit(sam)
    await sam.presses("Add detail")
    await sam.presses("Think it through")
    await sam.until(lambda: "How would you like to think it through?" in see_bottom(sam))
    assert reference in see_bottom(sam)
    await sam.presses("Decision model")
    await sam.until(lambda: "What would be fair and right here" in see_bottom(sam))
    await sam.says("save")
    await sam.says("menu")
    await sam.presses("Think it through")
    await sam.until(lambda: "How would you like to think it through?" in see_bottom(sam))
    await sam.presses("Risk assessment")
    await sam.until(lambda: "what would you like to think through?" in see_bottom(sam))


async def test_a_finished_piece_is_not_sent_twice_nor_changed_by_an_edit(force: Force) -> None:
    sam = force.sam
    await sam.says("six hats: Bicycles")
    await sam.says("black")
    message = await sam.says(SECRET)
    await sam.says("review")
    review = sam.screen.last_card
    await sam.says("finish")
    await sam.presses("Finish", card=review)
    assert "That one is finished. Type 'my thinking' to open it." in sam.sees()
    await sam.edits(message, "Something else")
    assert "stays as you wrote it" in sam.sees()
    await sam.says("my thinking")
    assert "2." not in see_bottom(sam)


async def test_a_submission_in_between_is_saved_and_neither_is_mixed_up(force: Force) -> None:
    sam = force.sam
    await sam.says("six hats: Bicycles")
    await walk_to(sam, "kind")
    await sam.presses("Save it for later")
    await sam.until(lambda: "What would you like to bring" in see_bottom(sam))
    await sam.presses("A problem I keep meeting")
    for answer in QUICK_ANSWERS[1:]:
        await sam.says(answer)
    await sam.presses("Send to the Hub")
    assert find_reference(sam) == "PF-2026-0001"
    await sam.says("six hats")
    assert "You have one unfinished. Carry on with it, or start another?" in see_bottom(sam)
    await sam.presses("Carry on")
    await sam.until(lambda: "All six hats, or one to begin with?" in see_bottom(sam))
