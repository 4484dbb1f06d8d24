"""Asking which of several questions of the Hub's some words answer."""

from collections.abc import Sequence

from cards.buttons import button
from cards.kit import present, quotation, rows, sentence
from cards.payloads import PortalMenu, PortalSubmitWith, SubmissionReply
from cards.words import cut, one_line, words
from domain.ports import Outgoing
from domain.submission import Submission

MOST = 4
"""Submissions that are offered; each button carries the words twice, once for phones."""

WORDS_BUDGET = 2_500
"""Bytes of words that can be carried so and stay under a card's 40 KB."""


def which_question(said: str, waiting: Sequence[Submission]) -> Outgoing:
    """Ask which submission an answer is for; ``waiting`` are those the Hub has asked about."""
    question = "The Hub has asked you about more than one submission. Which is this for?"
    carried = words(said)
    choices = [
        button(
            f"{one.reference}: {one_line(one.title, 40)}",
            SubmissionReply(reference=one.reference, words=carried),
        )
        for one in waiting[:MOST]
    ]
    others = [
        button("Something new", PortalSubmitWith(words=carried)),
        button("None of these", PortalMenu()),
    ]
    return present(
        question, [sentence(question), quotation(cut(carried, WORDS_BUDGET)), *rows(choices), *rows(others)]
    )
