"""How a reply is taken: by typing, by pressing, and when something does not fit."""

import pytest

from dialogs import engine
from dialogs.engine import Reply, Settling, Word
from dialogs.reply import REPLY
from dialogs.state import REVIEW, Doubt, State
from dialogs.submission import SUBMISSION

QUICK = {
    "kind": "operational issue",
    "problem": "Bicycles behind the station are taken on weekday afternoons.",
    "topic": "theft",
    "place": "The racks behind the station",
    "analysis": "Nobody can see the racks from the platform.",
    "response": "Extra patrols helped for two weeks.",
    "assessment": "Fewer reports by spring.",
}


def stand_at(name: str) -> State:
    """Answer everything before one question of a new submission."""
    before = list(QUICK)[: list(QUICK).index(name)]
    return engine.start(SUBMISSION, given={earlier: QUICK[earlier] for earlier in before})


def type_in(state: State, text: str, activity_id: str = "m1") -> engine.Step:
    return engine.answer(SUBMISSION, state, Reply(text=text, activity_id=activity_id))


def test_seven_typed_answers_lead_from_the_start_to_the_review() -> None:
    state = engine.start(SUBMISSION)
    for number, (name, text) in enumerate(QUICK.items(), start=1):
        assert state.at == name
        assert engine.position(SUBMISSION, state) == (number, 7)
        state = type_in(state, text).state
    assert state.at == REVIEW
    assert state.reviewing
    assert engine.is_complete(SUBMISSION, state)
    assert engine.plain_answers(state) == QUICK


def test_a_pressed_choice_is_the_answer() -> None:
    step = engine.answer(SUBMISSION, stand_at("kind"), Reply(choice="idea", question="kind"))
    assert step.state.answers["kind"].text == "idea"
    assert step.state.at == "problem"


@pytest.mark.parametrize(
    "text", ["2", "2.", "no 2", "idea", "An idea", "AN IDEA!", "i have an idea", "ideaa", "ideas"]
)
def test_a_choice_can_be_typed_in_many_ways(text: str) -> None:
    assert type_in(stand_at("kind"), text).state.answers["kind"].text == "idea"


def test_an_unclear_choice_is_asked_about_with_the_nearest_guesses() -> None:
    step = type_in(stand_at("topic"), "spiking")
    assert step.doubt is Doubt.UNCLEAR
    assert step.state.held is not None
    assert step.state.held.guesses == ("night-time economy", "violence against women and girls")
    assert step.note == (
        'Do you mean "Night-time economy" or "Violence against women and girls"? Pick one, or type its name.'
    )
    assert step.state.at == "topic"


def test_yes_to_the_only_guess_takes_it_and_yes_to_two_asks_again() -> None:
    one = type_in(stand_at("kind"), "idae")
    assert one.note == 'Do you mean "An idea"? Pick it, or another, or type its name.'
    assert type_in(one.state, "yes").state.answers["kind"].text == "idea"
    two = type_in(stand_at("topic"), "spiking").state
    assert type_in(two, "yes").state.held == two.held


def test_saying_what_it_is_not_is_not_taken_as_what_it_is() -> None:
    step = type_in(stand_at("topic"), "not burglary")
    assert step.doubt is Doubt.UNCLEAR
    assert "topic" not in step.state.answers


def test_not_being_sure_of_the_topic_is_something_else() -> None:
    assert type_in(stand_at("topic"), "I'm not sure").state.answers["topic"].text == "something else"


def test_a_press_on_an_old_card_changes_nothing_and_says_so() -> None:
    state = stand_at("place")
    step = engine.answer(SUBMISSION, state, Reply(text="Somewhere", question="problem"))
    assert step.stale
    assert step.state == state
    assert step.note == "That question is already answered. Here is where you are now."


def test_a_choice_that_is_no_longer_offered_is_not_taken() -> None:
    state = stand_at("topic")
    step = engine.answer(SUBMISSION, state, Reply(choice="witchcraft", question="topic"))
    assert step.stale
    assert step.state == state


@pytest.mark.parametrize("text", ["", "   ", "👍👍", "...", "\u200b\u200b", "—"])
def test_what_holds_no_words_is_no_answer_and_nothing_is_held(text: str) -> None:
    state = stand_at("problem")
    step = type_in(state, text)
    assert step.doubt is Doubt.EMPTY
    assert step.state == state
    assert step.note == "There are no words in that. Please answer in a sentence."


def test_a_short_answers_limit_is_said_without_pointing_to_what_is_not_there() -> None:
    step = type_in(stand_at("place"), "x" * 5000)
    assert step.note == (
        "That is 5,000 characters, and up to 300 fit here. "
        "Your text is kept: shorten it, and tell the rest in one of the other answers."
    )


def test_far_too_long_a_text_is_kept_until_it_is_shortened() -> None:
    step = type_in(stand_at("problem"), "x" * 6200)
    assert step.doubt is Doubt.TOO_LONG
    assert step.note == (
        "That is 6,200 characters; the Hub reads up to 4,000. Your text is kept here: shorten it, "
        'or put the rest under "Tell the Hub more".'
    )
    assert step.state.held is not None
    assert len(step.state.held.text) == 6200
    agreed = type_in(step.state, "ok")
    assert agreed.state.held == step.state.held
    shortened = type_in(step.state, "Bicycles are taken").state
    assert shortened.held is None
    assert shortened.at == "topic"


def test_a_held_text_waits_at_its_question_while_one_is_elsewhere() -> None:
    held = type_in(stand_at("problem"), "x" * 6200).state
    elsewhere = engine.go(SUBMISSION, held, Word.BACK).state
    assert elsewhere.held is None
    unclear = type_in(elsewhere, "hm hm").state
    assert unclear.held is not None
    back = engine.answer(SUBMISSION, unclear, Reply(choice="idea", question="kind")).state
    assert back.at == "problem"
    assert back.held == held.held


def test_pasted_formatting_is_tidied_and_the_words_stay() -> None:
    step = type_in(stand_at("problem"), "  Bikes\u00a0are \u202etaken\x00\r\n\r\n\r\n\r\nevery\tweek 👨‍👩‍👧 ")
    assert step.state.answers["problem"].text == "Bikes are taken\n\nevery week 👨‍👩‍👧"


def test_a_telephone_number_is_asked_about_before_it_is_an_answer() -> None:
    step = type_in(stand_at("problem"), "Ring me on 07700 900123 about bikes")
    assert step.doubt is Doubt.PERSONAL
    assert "problem" not in step.state.answers
    assert step.state.held is not None
    assert step.state.held.found == ("07700 900123",)
    assert step.note.startswith("That seems to hold a telephone number.")
    assert engine.say_held(SUBMISSION, step.state) == step.note


def test_what_was_spotted_can_be_taken_out() -> None:
    held = type_in(stand_at("problem"), "Ring me on 07700 900123 about bikes").state
    taken = engine.take_out(SUBMISSION, held).state
    assert taken.answers["problem"].text == "Ring me on [removed] about bikes"
    assert taken.answers["problem"].activity_id == "m1"
    assert taken.held is None
    assert type_in(held, "take it out", "m2").state == taken


def test_taking_everything_out_asks_again() -> None:
    held = type_in(stand_at("problem"), "07700 900123").state
    step = engine.take_out(SUBMISSION, held)
    assert step.state == stand_at("problem")
    assert step.note == "Nothing else was left in it. Please say it in other words."


def test_what_was_spotted_can_be_kept_and_is_not_asked_about_twice() -> None:
    held = type_in(stand_at("problem"), "Ring me on 07700 900123 about bikes").state
    kept = engine.keep(SUBMISSION, held).state
    assert kept.answers["problem"].text == "Ring me on 07700 900123 about bikes"
    back = engine.go(SUBMISSION, kept, Word.BACK).state
    longer = type_in(back, "Ring me on 07700 900123 about stolen bikes")
    assert longer.doubt is None
    another = type_in(back, "Ring 07700 900123 or 07700 900456")
    assert another.state.held is not None
    assert another.state.held.found == ("07700 900456",)


def test_a_vague_yes_to_a_held_number_asks_again_and_loses_nothing() -> None:
    held = type_in(stand_at("problem"), "Ring me on 07700 900123 about bikes").state
    step = type_in(held, "yes")
    assert step.state == held
    assert step.doubt is Doubt.PERSONAL


def test_a_commands_word_is_held_and_can_be_the_answer() -> None:
    step = engine.hold_command(stand_at("place"), "queue", "queue", "m7")
    assert step.doubt is Doubt.COMMAND
    assert step.state.held is not None
    assert step.state.held.command == "queue"
    kept = engine.keep(SUBMISSION, step.state, "m8").state
    assert kept.answers["place"].text == "queue"
    assert kept.answers["place"].activity_id == "m7"
    assert type_in(step.state, "yes, that is my answer").state == kept
    assert type_in(step.state, "no").state == stand_at("place")


def test_a_commands_word_over_a_held_text_does_not_push_it_out() -> None:
    held = type_in(stand_at("problem"), "x" * 6200).state
    asked = engine.hold_command(held, "queue", "queue", "m7").state
    assert engine.drop(asked) == held


def test_at_the_review_nothing_is_held() -> None:
    state = engine.start(SUBMISSION, given=QUICK)
    assert engine.hold_command(state, "queue", "queue").state == state


def test_not_knowing_is_an_answer_where_skipping_is_allowed() -> None:
    typed = type_in(stand_at("analysis"), "dunno")
    assert typed.state.answers["analysis"].unknown
    pressed = engine.go(SUBMISSION, stand_at("analysis"), Word.DONT_KNOW)
    assert pressed.state.answers["analysis"].unknown
    assert pressed.state.at == "response"


def test_not_knowing_the_problem_is_refused_kindly() -> None:
    state = stand_at("problem")
    for step in (type_in(state, "I don't know"), engine.go(SUBMISSION, state, Word.DONT_KNOW)):
        assert step.state == state
        assert step.note.startswith("This one is needed to start")


def test_a_text_given_beforehand_stands_at_the_review_for_a_yes() -> None:
    state = engine.start(REPLY, given={"reply": "The light is mended."}, about="PF-2026-0001")
    assert state.at == REVIEW
    assert state.about == "PF-2026-0001"


def test_a_text_given_beforehand_is_looked_through_too() -> None:
    state = engine.start(REPLY, given={"reply": "Ring 07700 900123 for more"})
    assert state.at == "reply"
    assert state.held is not None
    assert state.held.doubt is Doubt.PERSONAL


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("back", Word.BACK),
        (" Back. ", Word.BACK),
        ("SKIP", Word.SKIP),
        ("?", Word.HELP),
        ("I don\u2019t know", Word.DONT_KNOW),
        ("save for later", Word.SAVE),
        ("back to the station", None),
        ("we could review the rota", None),
        ("", None),
    ],
)
def test_only_the_exact_words_are_words(text: str, word: Word | None) -> None:
    assert engine.read_word(text) is word


def test_what_settles_a_held_reply_depends_on_why_it_is_held() -> None:
    assert engine.read_settling(Doubt.COMMAND, "Yes") is Settling.KEEP
    assert engine.read_settling(Doubt.PERSONAL, "yes") is Settling.ASK_AGAIN
    assert engine.read_settling(Doubt.PERSONAL, "Keep it.") is Settling.KEEP
    assert engine.read_settling(Doubt.UNCLEAR, "yes") is Settling.KEEP
    assert engine.read_settling(Doubt.PERSONAL, "The racks behind the station") is None
