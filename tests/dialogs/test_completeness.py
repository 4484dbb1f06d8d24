"""How complete a draft is: in words, by stage, analysis and assessment counting double."""

import pytest

from dialogs import engine
from dialogs.completeness import StagePicture, picture, say_overall
from dialogs.detail import DETAIL
from dialogs.engine import Word
from dialogs.submission import SUBMISSION
from tests.dialogs.test_answering import QUICK, stand_at


def test_not_knowing_counts_as_an_answer_and_skipping_does_not() -> None:
    state = engine.go(SUBMISSION, stand_at("analysis"), Word.DONT_KNOW).state
    state = engine.go(SUBMISSION, state, Word.SKIP).state
    assert picture(SUBMISSION, state) == [
        StagePicture("Scanning", 3, 3, told=2, to_tell=2),
        StagePicture("Analysis", 1, 1, told=0, to_tell=1),
        StagePicture("Response", 0, 1, told=0, to_tell=1),
        StagePicture("Assessment", 0, 1, told=0, to_tell=1),
    ]


def test_what_is_told_beyond_the_short_form_counts_with_its_stage() -> None:
    state = engine.deepen(SUBMISSION, engine.start(SUBMISSION, given={**QUICK, "data": "31 in May"})).state
    assert next(stage for stage in picture(SUBMISSION, state) if stage.title == "Analysis").answered == 2


def test_not_knowing_picking_and_a_word_or_two_make_no_stage_the_strongest() -> None:
    given = {**QUICK, "problem": "Bikes", "place": "The station racks", "analysis": "No idea", "response": ""}
    state = engine.start(SUBMISSION, given={**given, "repeats": "place", "data": "none"})
    deeper = engine.deepen(SUBMISSION, engine.go(SUBMISSION, state, Word.DONT_KNOW).state).state
    stages = {stage.title: stage for stage in picture(SUBMISSION, deeper)}
    assert stages["Analysis"].answered == 3
    assert stages["Analysis"].told == 0
    assert max(stages.values(), key=lambda stage: stage.strength).title == "Assessment"
    assert "analysis" not in say_overall(list(stages.values()))


def test_what_has_no_stages_has_no_picture() -> None:
    assert picture(DETAIL, engine.start(DETAIL)) == []
    assert say_overall([]) == ""


@pytest.mark.parametrize(
    ("answered", "sentence"),
    [
        ((3, 1, 1, 1), "Every stage is answered."),
        ((3, 0, 1, 1), "Strongest in scanning; analysis would help the Hub most."),
        ((3, 0, 0, 1), "Strongest in scanning; analysis would help the Hub most."),
        ((3, 1, 0, 0), "Strongest in scanning; assessment would help the Hub most."),
        ((1, 1, 1, 1), "Strongest in analysis; scanning would help the Hub most."),
        ((0, 0, 0, 0), "An answer in analysis would help the Hub most."),
    ],
)
def test_the_sentence_names_the_strongest_and_what_would_help_most(
    answered: tuple[int, ...], sentence: str
) -> None:
    titles = ("Scanning", "Analysis", "Response", "Assessment")
    asked = (3, 1, 1, 1)
    stages = [StagePicture(*one) for one in zip(titles, answered, asked, answered, asked, strict=True)]
    assert say_overall(stages) == sentence
