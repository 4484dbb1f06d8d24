"""Asking which of several questions of the Hub's some words answer."""

from collections.abc import Sequence

from cards.buttons import button
from cards.kit import present, quotation, rows, sentence
from cards.payloads import PortalMenu, PortalSubmit, PortalSubmitWith, SubmissionOpen, SubmissionReply
from cards.words import cut, one_line, weigh, words
from domain.language import _
from domain.ports import Outgoing
from domain.submission import Submission

MOST = 4
"""Submissions that are offered; each button carries the words twice, once for phones."""

WORDS_BUDGET = 2_500
"""Bytes of words that can be carried so and stay under a card's 40 KB."""


def which_question(said: str, waiting: Sequence[Submission], *, cleared: bool = False) -> Outgoing:
    """Ask which submission an answer is for; ``waiting`` are those the Hub has asked about.

    ``cleared`` words are for the Hub whatever they sound like: their writer has said so.
    Words too long for a button to carry stay in the chat: the buttons open the submissions instead.
    """
    asked = _("The Hub has asked you about more than one submission. Which is this for?")
    carried = words(said) if weigh(words(said)) <= WORDS_BUDGET else ""
    choices = [
        button(
            f"{one.reference}: {one_line(one.title, 40)}", _answer(one.reference, carried, cleared=cleared)
        )
        for one in waiting[:MOST]
    ]
    anew = PortalSubmitWith(words=carried, cleared=cleared, folds=True)
    others = [
        button(_("Something new"), anew if carried else PortalSubmit(folds=True)),
        button(_("None of these"), PortalMenu(folds=True)),
    ]
    return present(
        asked, [sentence(asked), quotation(cut(words(said), WORDS_BUDGET)), *rows(choices), *rows(others)]
    )


def _answer(reference: str, carried: str, *, cleared: bool) -> SubmissionReply | SubmissionOpen:
    if carried:
        return SubmissionReply(reference=reference, words=carried, cleared=cleared, folds=True)
    return SubmissionOpen(reference=reference, folds=True)
