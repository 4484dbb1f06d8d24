"""Back, skip, review, telling more, and changing an answer afterwards."""

from dialogs import engine
from dialogs.engine import Reply, Word
from dialogs.state import REVIEW, Doubt
from dialogs.submission import SUBMISSION
from tests.dialogs.test_answering import QUICK, stand_at, type_in

REVIEWED = engine.start(SUBMISSION, given=QUICK)


def test_before_the_first_question_there_is_nothing() -> None:
    state = engine.start(SUBMISSION)
    step = engine.go(SUBMISSION, state, Word.BACK)
    assert step.state == state
    assert step.note == "This is the first question; there is nothing before it."


def test_back_shows_the_question_before_with_its_answer() -> None:
    step = engine.go(SUBMISSION, stand_at("place"), Word.BACK)
    assert step.state.at == "topic"
    assert step.state.answers["topic"].text == "theft"


def test_a_needed_question_cannot_be_skipped_and_an_optional_one_can() -> None:
    needed = engine.go(SUBMISSION, stand_at("problem"), Word.SKIP)
    assert needed.state == stand_at("problem")
    assert needed.note.startswith("This one is needed to start")
    optional = engine.go(SUBMISSION, stand_at("analysis"), Word.SKIP)
    assert optional.state.answers["analysis"].skipped
    assert optional.state.at == "response"


def test_skipping_an_answered_question_keeps_its_answer() -> None:
    back = engine.go(SUBMISSION, stand_at("response"), Word.BACK).state
    step = engine.go(SUBMISSION, back, Word.SKIP)
    assert step.state == stand_at("response")


def test_the_review_waits_for_what_is_needed_and_goes_to_the_first_of_it() -> None:
    step = engine.go(SUBMISSION, stand_at("topic"), Word.REVIEW)
    assert step.state.at == "topic"
    assert step.note == 'A few answers are still needed first: "Topic" and "Where".'
    last = engine.go(SUBMISSION, stand_at("place"), Word.REVIEW)
    assert last.note == 'One answer is still needed first: "Where".'


def test_the_review_comes_early_when_only_optional_questions_are_open() -> None:
    state = engine.go(SUBMISSION, stand_at("analysis"), Word.REVIEW).state
    assert state.at == REVIEW
    rows = {question.name: text for _, question, _, text in engine.summary(SUBMISSION, state)}
    assert rows["kind"] == "A problem I keep meeting"
    assert rows["topic"] == "Theft"
    assert rows["analysis"] == "Not answered"


def test_an_edit_from_the_review_returns_to_it() -> None:
    editing = engine.edit(SUBMISSION, REVIEWED, "place").state
    assert editing.at == "place"
    back = type_in(editing, "The racks in front").state
    assert back.at == REVIEW
    assert back.answers["place"].text == "The racks in front"


def test_an_edit_on_the_way_returns_to_the_first_open_question() -> None:
    editing = engine.edit(SUBMISSION, stand_at("analysis"), "problem").state
    assert type_in(editing, "Bicycles vanish").state.at == "analysis"


def test_an_edit_of_what_is_not_asked_changes_nothing() -> None:
    step = engine.edit(SUBMISSION, REVIEWED, "frequency")
    assert step.stale
    assert step.state == REVIEWED


def test_at_the_review_a_typed_name_or_number_opens_that_answer() -> None:
    for text in ("change 4", "where", "edit place", "Change the place", "4"):
        assert engine.answer(SUBMISSION, REVIEWED, Reply(text=text)).state.at == "place"
    lost = engine.answer(SUBMISSION, REVIEWED, Reply(text="hello there"))
    assert lost.state == REVIEWED
    assert lost.note


def test_changing_the_kind_changes_the_words_and_keeps_the_answers() -> None:
    editing = engine.edit(SUBMISSION, REVIEWED, "kind").state
    changed = type_in(editing, "idea").state
    assert changed.at == REVIEW
    prompts = {question.name: question.prompt for _, question, _, _ in engine.summary(SUBMISSION, changed)}
    assert prompts["problem"] == "In a sentence: what is your idea, and what would it make better?"
    assert changed.answers["problem"] == REVIEWED.answers["problem"]


def test_telling_more_opens_the_deeper_questions_after_the_first_seven() -> None:
    deeper = engine.deepen(SUBMISSION, REVIEWED).state
    assert deeper.at == "aim"
    assert engine.say_position(SUBMISSION, deeper) == "extra"
    assert engine.say_position(SUBMISSION, engine.edit(SUBMISSION, deeper, "place").state) == "4 of 7"
    walked = deeper
    while walked.at != REVIEW:
        walked = engine.go(SUBMISSION, walked, Word.SKIP).state
    assert engine.is_complete(SUBMISSION, walked)
    assert engine.as_said(SUBMISSION, walked) == engine.as_said(SUBMISSION, REVIEWED)


def test_telling_more_can_stop_at_any_question() -> None:
    deeper = engine.deepen(SUBMISSION, REVIEWED).state
    answered = type_in(deeper, "Half as many by March").state
    assert answered.at == "kind_of_aim"
    assert engine.go(SUBMISSION, answered, Word.REVIEW).state.at == REVIEW


def test_an_idea_is_not_asked_who_it_harms() -> None:
    idea = engine.deepen(SUBMISSION, engine.start(SUBMISSION, given={**QUICK, "kind": "idea"})).state
    names = [question.name for _, question in engine.visible(SUBMISSION, idea)]
    assert "harm" not in names
    assert "frequency" in names


def test_what_is_sent_stands_section_by_section_with_the_deeper_answers_in_their_places() -> None:
    deeper = type_in(engine.deepen(SUBMISSION, REVIEWED).state, "Half as many by March").state
    said = engine.as_said(SUBMISSION, deeper)
    assert [(part.section, part.name) for part in said] == [
        ("What it is", "kind"),
        ("Objective", "aim"),
        ("Scanning", "problem"),
        ("Scanning", "topic"),
        ("Scanning", "place"),
        ("Analysis", "analysis"),
        ("Response", "response"),
        ("Assessment", "assessment"),
    ]


def test_not_knowing_is_said_and_skipping_is_not() -> None:
    state = engine.go(SUBMISSION, stand_at("analysis"), Word.DONT_KNOW).state
    state = engine.go(SUBMISSION, state, Word.SKIP).state
    said = {part.name: part.text for part in engine.as_said(SUBMISSION, state)}
    assert said["analysis"] == "I don't know"
    assert "response" not in said


def test_an_edited_message_changes_the_answer_it_gave_and_nothing_else() -> None:
    state = type_in(stand_at("place"), "The front racks", "m5").state
    step = engine.edit_message(SUBMISSION, state, "m5", "The back racks")
    assert step is not None
    assert step.state.answers["place"].text == "The back racks"
    assert step.state.at == "analysis"
    assert step.note == 'Your answer to "Where" now says what your message says.'


def test_an_edited_message_that_gave_no_answer_is_let_pass() -> None:
    assert engine.edit_message(SUBMISSION, REVIEWED, "m99", "Hello") is None
    assert engine.edit_message(SUBMISSION, REVIEWED, "", "Hello") is None


def test_an_edited_message_with_a_doubt_leaves_the_old_answer_and_asks() -> None:
    state = type_in(stand_at("place"), "The front racks", "m5").state
    step = engine.edit_message(SUBMISSION, state, "m5", "Ring 07700 900123")
    assert step is not None
    assert step.doubt is Doubt.PERSONAL
    assert step.state.at == "place"
    assert step.state.answers["place"].text == "The front racks"
    kept = engine.keep(SUBMISSION, step.state).state
    assert kept.at == "analysis"
    assert kept.answers["place"].text == "Ring 07700 900123"


def test_an_edited_message_that_loses_its_words_leaves_the_answer() -> None:
    state = type_in(stand_at("place"), "The front racks", "m5").state
    for text in ("👍", "skip"):
        step = engine.edit_message(SUBMISSION, state, "m5", text)
        assert step is not None
        assert step.state == state
        assert "stands as it was" in step.note


def test_an_edited_message_finds_its_held_reply() -> None:
    held = type_in(stand_at("problem"), "Ring 07700 900123 about bikes", "m5").state
    step = engine.edit_message(SUBMISSION, held, "m5", "Bikes are taken")
    assert step is not None
    assert step.state.held is None
    assert step.state.answers["problem"].text == "Bikes are taken"
    assert step.state.at == "topic"


def test_help_names_only_the_words_that_work_here() -> None:
    assert "skip" not in engine.go(SUBMISSION, stand_at("problem"), Word.HELP).note
    assert "skip" in engine.go(SUBMISSION, stand_at("analysis"), Word.HELP).note
    assert "number" in engine.go(SUBMISSION, stand_at("topic"), Word.HELP).note
