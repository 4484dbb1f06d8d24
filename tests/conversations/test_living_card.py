"""The one living card: where it is pressed it changes in place, where one types it moves down."""

from tests.conversations.force import Force
from tests.conversations.officer_chat import ANSWERS, count_said, find_card, reload, see_bottom, walk_to


async def test_pressed_it_becomes_the_next_question_and_stays_so_after_a_reload(force: Force) -> None:
    sam = force.sam
    await sam.says("submit")
    said = count_said(sam)
    await sam.presses("A problem I keep meeting")
    assert "In a sentence: what keeps happening" in see_bottom(sam)
    await reload(sam, "In a sentence: what keeps happening")
    await sam.presses("Next", answer=ANSWERS["problem"])
    await reload(sam, "Which topic is nearest?")
    assert count_said(sam) == said


async def test_typed_the_old_card_folds_to_a_line_and_the_next_question_comes_below(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "topic")
    assert "In short: Bicycles are taken from the racks" in sam.sees()
    assert "In a sentence: what keeps happening" not in sam.sees()
    assert sam.screen.messages[-1].from_bot
    assert "Which topic is nearest?" in see_bottom(sam)
    assert [len(card.buttons()) for card in sam.screen.cards[1:-1]] == [1, 1]


async def test_a_reply_that_is_asked_about_leaves_no_second_line_of_its_answer(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "problem")
    for words in ("status", "no", "\N{THUMBS UP SIGN}", ANSWERS["problem"]):
        await sam.says(words)
    assert sam.sees().count(f"In short: {ANSWERS['problem']}") == 1
    assert sam.sees().count("In short: the question is further down now.") == 3


async def test_words_typed_at_the_review_are_not_taken_for_anything(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "review")
    await sam.says("It also happens on Sundays")
    assert "I have not added that. Press Change beside the answer it belongs to" in see_bottom(sam)
    assert "Sundays" not in see_bottom(sam)


async def test_pressing_and_typing_can_be_mixed(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "topic")
    await sam.presses("Theft")
    await sam.says("The racks behind the station")
    await sam.presses("Next", answer="They cannot be seen")
    await sam.says("skip")
    await sam.presses("Skip")
    review = see_bottom(sam)
    for line in (
        "Topic: Theft",
        "Where: The racks behind the station",
        "Why it happens: They cannot be seen",
    ):
        assert line in review
    assert review.count("Skipped") == 2


async def test_the_likeliest_topics_are_one_press_and_all_are_in_the_list(force: Force) -> None:
    await walk_to(force.sam, "topic")
    assert "Theft" in force.sam.screen.last_card.buttons()
    await force.sam.presses("Next", answer="Road safety")
    assert "Where is it?" in see_bottom(force.sam)
    await force.sam.presses("Back")
    assert "Your answer so far: Road safety" in see_bottom(force.sam)


async def test_change_on_a_folded_line_opens_that_question_again_and_mends_the_line(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    await sam.presses("Change", card=find_card(sam, "In short:"))
    await sam.until(lambda: "In a sentence: what keeps happening" in see_bottom(sam))
    assert f"Your answer: = {ANSWERS['problem']}" in see_bottom(sam)
    await sam.says("Scooters are taken from the racks")
    assert "Why do you think it happens" in see_bottom(sam)
    await sam.until(lambda: ANSWERS["problem"] not in str([card.text for card in sam.screen.cards]))


async def test_change_in_the_review_leads_back_to_the_review(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "review")
    change = next(b for b in sam.screen.last_card.all_buttons() if b.action.get("tooltip") == "Change: Where")
    change.action["title"] = "Change: Where"
    await sam.presses("Change: Where")
    assert "Where is it?" in see_bottom(sam)
    assert "Review and send" in sam.screen.last_card.buttons()
    await sam.presses("Next", answer="The town hall")
    assert "Where: The town hall" in see_bottom(sam)
    await sam.says("change 2")
    await sam.says("Scooters are taken")
    assert "In short: Scooters are taken" in see_bottom(sam)
    await sam.says("topic")
    await sam.says("review")
    assert "Topic: Theft" in see_bottom(sam)


async def test_each_question_says_why_it_is_asked_and_opens_an_example_in_place(force: Force) -> None:
    sam = force.sam
    await sam.says("submit")
    for answer in ANSWERS.values():
        card = sam.screen.last_card
        assert " · Example" in card.text
        assert "example" in str(card.card)
        said = count_said(sam)
        await sam.presses("Example", card=card)
        assert count_said(sam) == said
        await sam.says(answer)


async def test_the_example_is_read_only_once_it_is_asked_for(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "place")
    assert "The bicycle racks behind the railway station" not in see_bottom(sam)
    await sam.presses("Example")
    assert "The bicycle racks behind the railway station" in see_bottom(sam)


async def test_back_shows_the_question_before_with_its_answer(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "topic")
    await sam.presses("Back")
    assert f"Your answer: = {ANSWERS['problem']}" in see_bottom(sam)
    await sam.says("back")
    assert "Your answer so far: A problem I keep meeting" in see_bottom(sam)
    await sam.says("back")
    assert "This is the first question; there is nothing before it." in see_bottom(sam)
    await sam.says("an idea")
    await sam.says("back")
    assert "what is your idea" in see_bottom(sam)
    assert f"Your answer: = {ANSWERS['problem']}" in see_bottom(sam)


async def test_skip_is_offered_and_taken_only_where_the_hub_can_do_without(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "place")
    assert "Skip" not in sam.screen.last_card.buttons()
    await sam.says("skip")
    assert "This one is needed to start, and a few words are enough." in see_bottom(sam)
    assert "Where is it?" in see_bottom(sam)
    await sam.says("The station")
    assert "Skip" in sam.screen.last_card.buttons()
    await sam.says("skip")
    assert "What has been tried" in see_bottom(sam)


async def test_not_knowing_is_an_answer_that_the_hub_sees(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "analysis")
    await sam.says("don't know")
    await sam.presses("I don't know")
    await sam.says("review")
    assert "Why it happens: I don't know" in see_bottom(sam)
    await sam.presses("Send to the Hub")
    await force.bind_hub()
    priya = await force.find_thread(force.priya, "PF-2026-0001")
    await priya.presses("What was sent", card=priya.screen.cards[0])
    assert "Why it happens: I don't know" in priya.sees()


async def test_not_knowing_what_the_hub_needs_is_met_kindly(force: Force) -> None:
    await walk_to(force.sam, "place")
    await force.sam.says("I don't know")
    assert "This one is needed to start" in see_bottom(force.sam)


async def test_review_too_early_says_what_is_still_needed(force: Force) -> None:
    await walk_to(force.sam, "problem")
    await force.sam.says("review")
    assert 'A few answers are still needed first: "In short", "Topic" and "Where".' in see_bottom(force.sam)


async def test_tell_the_hub_more_before_sending_asks_the_deeper_questions(force: Force) -> None:
    sam = force.sam
    await walk_to(sam, "review")
    await sam.presses("Tell the Hub more")
    assert "What would better look like" in see_bottom(sam)
    await sam.says("Half as many by March")
    await sam.says("review")
    assert "Aim: Half as many by March" in see_bottom(sam)
    assert "Tell the Hub more" not in sam.screen.last_card.buttons()
    await sam.presses("Send to the Hub")
    await sam.until_sees("PF-2026-0001")
    await sam.presses("History")
    assert "Aim: Half as many by March" in see_bottom(sam)
