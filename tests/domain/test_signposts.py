"""What is pointed elsewhere and what is left alone, measured on labelled lines.

On these lines precision is 1.0 and recall 0.92. They were written beside the rules, so the figures say that
the rules do what they were written for; people will say the same things in ways that no rule here knows.
"""

import pytest

from domain.signposts import Elsewhere, find_signpost
from tests.domain.signpost_lines import FOR_THE_HUB, POINTED

MISSED = frozenset(
    {
        "big fight outside the club, glass everywhere, come quick",
        "everything is black and nobody would notice",
        "Dave off nights turned up stinking of drink again",
        "word is the Smiths moved the bikes to the lock-up",
    }
)
"""Lines that no rule knows: kept in the list, so that the figures stay honest."""


@pytest.mark.parametrize(("kind", "line"), [pair for pair in POINTED if pair[1] not in MISSED])
def test_what_belongs_elsewhere_is_pointed_there(kind: Elsewhere, line: str) -> None:
    assert find_signpost(line) is kind
    assert find_signpost(f"Hello. {line.upper()}! And the racks stand in the dark.") is kind


@pytest.mark.parametrize("line", FOR_THE_HUB)
def test_the_hubs_own_business_is_left_alone(line: str) -> None:
    assert find_signpost(line) is None


def test_recall_and_precision_are_what_they_are_said_to_be() -> None:
    caught = [line for kind, line in POINTED if find_signpost(line) is kind]
    alarms = [line for line in FOR_THE_HUB if find_signpost(line)]
    assert {line for _, line in POINTED} - set(caught) == MISSED
    recall, precision = len(caught) / len(POINTED), len(caught) / (len(caught) + len(alarms))
    assert len(POINTED) + len(FOR_THE_HUB) >= 100
    assert (round(recall, 2), precision) == (0.92, 1.0)


def test_what_stands_in_the_answer_already_is_not_asked_about_again() -> None:
    allowed = "A caller said: I want to die. The triage car came late."
    assert find_signpost(f"{allowed} That is the problem.", allowed) is None
    assert find_signpost(f"{allowed} I can't go on.", allowed) is Elsewhere.WELLBEING


def test_something_for_the_hub_beside_it_does_not_hide_it() -> None:
    both = "If someone is hurt we ring 999. But my sergeant is bullying me."
    assert find_signpost(both) is Elsewhere.STANDARDS


@pytest.mark.parametrize(
    "word", ["i am ", "someone is ", "there is a man ", "right now ", "my colleague ", "x"]
)
@pytest.mark.timeout(20)  # a pattern that backtracks without end would take hours
def test_the_longest_answer_is_read_to_its_end(word: str) -> None:
    text = (word * 4000)[:4000]
    assert find_signpost(f"{text} the racks stand in the dark") is find_signpost(text)
