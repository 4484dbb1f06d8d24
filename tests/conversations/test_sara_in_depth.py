"""SARA in depth with a coach: what is asked beyond the short form, and what only its writer sees of it."""

from tests.conversations.force import Force, find_reference
from tests.conversations.officer_chat import count_said, see_bottom, walk_to
from tests.fake_teams import Person

LATE_TURNS = "There are not enough officers on late turns to be there"
COACHED = "That cause lies with us."
PRIVATE = ("would help the Hub most", "A thought on", "Only you see this", COACHED)
"""What the writer of a draft alone may see."""


async def tell(officer: Person, *answers: str) -> None:
    """Type one answer after another."""
    for answer in answers:
        await officer.says(answer)


async def skip_to(officer: Person, words: str) -> None:
    """Skip until a question is asked."""
    for _ in range(30):
        if words in see_bottom(officer):
            return
        await officer.says("skip")
    raise AssertionError(f"never asked: {words}\n{see_bottom(officer)}")


async def begin_deeper(officer: Person) -> None:
    """Finish the short form and ask for more."""
    await walk_to(officer, "review")
    await officer.presses("Tell the Hub more")


async def test_the_short_form_stays_seven_questions_and_then_it_can_be_sent(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "assessment")
    assert "Assessment · 7 of 7" in see_bottom(sam)
    await sam.says("Fewer bicycles reported stolen there by spring")
    assert "Send to the Hub" in sam.screen.last_card.buttons()
    assert "extra" not in see_bottom(sam)


async def test_telling_more_begins_with_the_objective_and_frightens_nobody_with_a_number(
    force: Force,
) -> None:
    sam = force.sam
    await begin_deeper(sam)
    assert "The short form is complete; these are extra." in see_bottom(sam)
    assert "Objective · extra" in see_bottom(sam)
    await tell(sam, "Half as many bicycles taken by the end of March", "fewer")
    assert "How often does it happen" in see_bottom(sam)
    await sam.presses("Review and send")
    assert "The short form is complete; the rest is extra." in see_bottom(sam)
    assert "Aim: Half as many bicycles taken by the end of March" in see_bottom(sam)
    assert "Kind of aim: Have less of it, by an amount" in see_bottom(sam)
    assert "✓ Objective: all answered" in see_bottom(sam)
    assert "◐ Analysis: 1 answer" in see_bottom(sam)
    assert "Not answered" not in see_bottom(sam)


async def test_a_problem_of_a_place_is_asked_who_runs_the_place(force: Force) -> None:
    sam = force.sam
    await begin_deeper(sam)
    await skip_to(sam, "What comes back most")
    await sam.presses("The same place")
    assert "What about the place makes it easy" in see_bottom(sam)
    await sam.says("A wall hides the racks and nobody passes")
    assert "Who owns or runs the place" in see_bottom(sam)
    await sam.says("The rail operator; they want a new light")
    assert "Where or when does it not happen" in see_bottom(sam)
    await sam.says("Never at the front racks")
    await sam.says("review")
    assert "Who runs the place: The rail operator; they want a new light" in see_bottom(sam)
    assert "Who does it" not in see_bottom(sam)


async def test_an_idea_is_asked_neither_for_victims_nor_why_it_happens(force: Force) -> None:
    sam = force.sam
    await tell(sam, "submit", "an idea", "Staff text us when a lock is cut", "theft", "The station")
    await sam.says("A car park nearby does it and calls us at once")
    await tell(sam, "skip", "skip")
    assert "Why it would work: A car park nearby does it" in see_bottom(sam)
    assert "Why it happens" not in see_bottom(sam)
    await sam.presses("Tell the Hub more")
    asked = []
    while "your answers" not in see_bottom(sam):
        asked.append(see_bottom(sam))
        await sam.says("skip")
    assert not [card for card in asked if "Who is harmed" in card or "What comes back most" in card]
    assert [card for card in asked if "Who would do what" in card]


async def test_an_initiative_is_asked_for_what_has_happened_so_far(force: Force) -> None:
    sam = force.sam
    await tell(sam, "submit", "something we have started", "We mark bicycles once a month", "theft", "Town")
    await tell(sam, "skip", "skip", "skip")
    await sam.presses("Tell the Hub more")
    await skip_to(sam, "What has happened since you began")
    await sam.says("Thefts halved; the second day drew nobody")
    await sam.presses("Review and send")
    assert "What has happened so far: Thefts halved; the second day drew nobody" in see_bottom(sam)


async def test_a_technique_is_picked_by_what_it_changes_and_another_after_it(force: Force) -> None:
    sam = force.sam
    await begin_deeper(sam)
    await skip_to(sam, "Which change would most put people off")
    assert "1. Make it harder to do: Gates, locks, tools kept out of reach." in see_bottom(sam)
    await sam.presses("Make it riskier to try")
    assert "2. Open up the view: Hedges cut, the light mended." in see_bottom(sam)
    await sam.presses("Open up the view")
    assert "Is there another of the five" in see_bottom(sam)
    await sam.says("make it worth less")
    await sam.says("3")
    await sam.says("review")
    assert "To make it riskier: Open up the view" in see_bottom(sam)
    assert "To make it worth less: Mark what is owned" in see_bottom(sam)


async def test_after_an_unclear_reply_the_techniques_are_still_explained(force: Force) -> None:
    sam = force.sam
    await begin_deeper(sam)
    await skip_to(sam, "Which change would most put people off")
    await sam.says("something with the lights perhaps")
    assert "1. Make it harder to do: Gates, locks, tools kept out of reach." in see_bottom(sam)
    await sam.says("2")
    assert "2. Open up the view: Hedges cut, the light mended." in see_bottom(sam)


async def test_the_second_change_is_another_than_the_first(force: Force) -> None:
    sam = force.sam
    await begin_deeper(sam)
    await skip_to(sam, "Which change would most put people off")
    await sam.presses("Make it riskier to try")
    await sam.says("skip")
    assert "Is there another of the five" in see_bottom(sam)
    assert "Make it riskier to try" not in sam.screen.last_card.buttons()
    assert "2. Make it worth less: Marked goods, nothing left on show." in see_bottom(sam)


async def test_a_draft_of_what_is_told_beyond_says_what_is_there_and_no_number_of_what_is_not(
    force: Force,
) -> None:
    sam = force.sam
    reference = await force.submit(sam)
    await sam.says(f"more {reference}")
    await sam.says("save")
    await sam.says("drafts")
    assert f"Tell the Hub more: {reference}" in see_bottom(sam)
    assert "Objective, nothing extra told yet" in see_bottom(sam)
    await sam.presses("Carry on")
    await sam.until(lambda: "What would better look like" in see_bottom(sam))
    await sam.says("Half as many bicycles taken by the end of March")
    await sam.says("save")
    await sam.says("drafts")
    assert "Objective, 1 extra answer" in see_bottom(sam)
    await sam.presses("Carry on")
    await sam.until(lambda: "Which kind of aim" in see_bottom(sam))
    await sam.presses("Review and send")
    await sam.says("save")
    await sam.says("drafts")
    assert "Ready to be looked through" in see_bottom(sam)
    assert " of " not in see_bottom(sam).split("Tell the Hub more", 1)[1]


async def test_a_question_one_has_gone_back_from_is_left_open_and_says_so(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "response")
    await sam.says("back")
    assert "Why do you think it happens" in see_bottom(sam)
    await sam.until(lambda: "What to do: left open for now." in sam.sees())


async def test_the_coach_puts_in_one_thought_and_going_on_is_enough(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    await sam.says(LATE_TURNS)
    assert COACHED in see_bottom(sam)
    assert "What has been tried" in see_bottom(sam)
    await sam.says("I would ask the operator to move the racks")
    assert COACHED not in see_bottom(sam)
    await sam.says("Fewer bicycles reported stolen by spring")
    assert COACHED not in see_bottom(sam)
    assert f"Why it happens: {LATE_TURNS}" in see_bottom(sam)


async def test_a_thought_is_waved_away_by_a_press_or_a_word(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    await sam.presses("Next", answer=LATE_TURNS)
    said = count_said(sam)
    await sam.presses("Thanks, leave it")
    assert COACHED not in see_bottom(sam)
    assert "What has been tried" in see_bottom(sam)
    assert count_said(sam) == said
    await sam.says("More patrols in the afternoons")
    assert "What would still be there when they stop?" in see_bottom(sam)
    await sam.says("leave it")
    assert "A thought on" not in see_bottom(sam)
    assert "How would we know" in see_bottom(sam)
    await sam.says("leave it")
    assert "How we would know: leave it" in see_bottom(sam)


async def test_a_thought_leads_back_to_the_answer_it_is_about(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    await sam.says(LATE_TURNS)
    await sam.presses("Add to my answer")
    assert f"Your answer: = {LATE_TURNS}" in see_bottom(sam)
    await sam.presses("Next", answer="The racks cannot be seen, and the light is out")
    assert "What has been tried" in see_bottom(sam)
    assert "A thought on" not in see_bottom(sam)


async def test_what_stands_on_a_thought_s_button_can_be_typed(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    await sam.says(LATE_TURNS)
    await sam.says("Add to my answer")
    assert "Why do you think it happens" in see_bottom(sam)
    await sam.says("The racks cannot be seen, and the light is out")
    await sam.says("review")
    assert "Why it happens: The racks cannot be seen, and the light is out" in see_bottom(sam)


async def test_not_knowing_is_met_with_no_thought_at_all(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    await tell(sam, "don't know", "don't know", "don't know")
    assert "Send to the Hub" in sam.screen.last_card.buttons()
    assert "A thought on" not in see_bottom(sam)


async def test_the_review_shows_the_writer_what_would_help_most_and_leads_there(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    await tell(sam, "skip", "skip", "skip")
    assert "○ Analysis: 0 of 1 answered" in see_bottom(sam)
    assert "Strongest in scanning; analysis would help the Hub most. Only you see this." in see_bottom(sam)
    await sam.says("analysis")
    assert "Why do you think it happens" in see_bottom(sam)


async def test_a_section_is_opened_from_the_review_by_a_press_or_by_its_name(force: Force) -> None:
    sam = force.sam
    await begin_deeper(sam)
    await sam.says("review")
    await sam.says("assessment")
    assert "What would you count to see a change" in see_bottom(sam)
    await sam.says("review")
    assert "○ Anything else: nothing yet" in see_bottom(sam)
    opened = [button for button in sam.screen.last_card.all_buttons() if button.title == "Open"]
    analysis = next(button for button in opened if button.action["tooltip"] == "Open: analysis")
    analysis.action["title"] = "Open: analysis"
    await sam.presses("Open: analysis")
    assert "What comes back most" in see_bottom(sam)


async def test_an_extra_answer_is_changed_from_the_list(force: Force) -> None:
    sam = force.sam
    await begin_deeper(sam)
    await tell(sam, "Half as many by March", "review")
    await sam.presses("Change it", {"An extra answer to change": "Aim"})
    await sam.presses("Next", answer="None at all by Christmas")
    assert "Aim: None at all by Christmas" in see_bottom(sam)


async def test_why_do_you_ask_is_answered_where_it_is_asked(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "place")
    await sam.says("why do you ask?")
    assert see_bottom(sam).count("The Hub looks for what such places have in common.") == 1
    assert "Where is it?" in see_bottom(sam)
    await sam.says("The racks behind the station")
    assert "Why do you think it happens" in see_bottom(sam)


async def test_an_example_is_given_where_it_is_asked_for_and_is_no_answer(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "place")
    await sam.says("Example, please")
    assert see_bottom(sam).count("The bicycle racks behind the railway station") == 1
    assert "Where is it?" in see_bottom(sam)
    await sam.says("example")
    await sam.says("The racks behind the library")
    assert "Why do you think it happens" in see_bottom(sam)
    await sam.says("review")
    assert "Where: The racks behind the library" in sam.sees()


async def test_nothing_of_the_coach_ever_reaches_the_hub(force: Force) -> None:
    sam = force.sam
    await force.bind_hub()
    await walk_to(sam, "analysis")
    await tell(sam, LATE_TURNS, "skip", "People would feel happier about it")
    assert all(words in see_bottom(sam) for words in PRIVATE[:3])
    await sam.presses("Send to the Hub")
    reference = find_reference(sam)
    priya = await force.find_thread(force.priya, reference)
    await priya.presses("What was sent")
    assert LATE_TURNS in priya.sees()
    await priya.says(f"read {reference}")
    for reader in (priya, force.lee, force.priya):
        assert not [words for words in PRIVATE if words in reader.sees()]
    assert not [
        words for words in PRIVATE if words in str([message.card for message in force.channel.messages])
    ]
    await sam.presses("History")
    assert not [words for words in PRIVATE if words in see_bottom(sam)]


async def test_more_is_told_later_with_the_questions_that_fit_what_was_brought(force: Force) -> None:
    sam = force.sam
    await force.submit(sam)
    await sam.presses("Answer more questions instead")
    await sam.until(lambda: "Objective · extra" in see_bottom(sam))
    await tell(sam, "Half as many by March", "skip")
    await skip_to(sam, "When will you check whether it has worked?")
    await sam.says("At the end of March")
    await sam.presses("Review and send")
    assert "Review date: Tuesday 31 March" in see_bottom(sam)
    assert "Also said" not in see_bottom(sam)
    await sam.presses("Add to the submission")
    await sam.until_sees("Added. The Hub sees it now.")
    await sam.presses("History")
    assert "Review date: Tuesday 31 March" in see_bottom(sam)
