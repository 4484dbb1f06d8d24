"""What was sent, answer by answer: short enough for a card, or whole on as many cards as it needs."""

from collections.abc import Iterator, Sequence

from microsoft_teams.cards.core import CardElement

from cards.kit import aside, heading, line, marking_line, plain, present, quiet, strong, title
from cards.words import one_line, share_out, weigh, words
from domain.language import _
from domain.ports import Outgoing
from domain.submission import Said, Submission

A_CARD = 30_000
"""Bytes of people's words on a card that shows nothing else: safely under the 40 KB a card may have."""


def is_cut(submission: Submission, budget: int) -> bool:
    """Say whether the answers do not fit into a budget."""
    return sum(weigh(words(said.text)) for said in submission.answers) > budget


def list_answers(answers: Sequence[Said], budget: int) -> list[CardElement]:
    """Give the answers under their sections, cut together to ``budget`` bytes of words."""
    texts = share_out([words(said.text) for said in answers], budget)
    elements: list[CardElement] = []
    section = ""
    for said, text in zip(answers, texts, strict=True):
        if said.section != section:
            section = said.section
            if section != said.label:
                elements.append(aside(_(section), spacing="Medium"))
        told = quiet(_("Left out")) if said.skipped else plain(text)
        elements.append(line(strong(f"{_(said.label)}: "), told, spacing="Small"))
    return elements


def whole_submission(submission: Submission) -> tuple[Outgoing, ...]:
    """Give everything that was sent, uncut, on one card or several."""
    pages = list(_paginate(submission.answers))
    return tuple(_page(submission, page, number, len(pages)) for number, page in enumerate(pages, start=1))


def _page(submission: Submission, answers: Sequence[Said], number: int, of: int) -> Outgoing:
    head = _("{reference} in full") if of == 1 else _("{reference} in full, part {number} of {count}")
    said = head.format(reference=submission.reference, number=number, count=of)
    return present(
        f"{said}. {one_line(submission.title)}",
        [
            heading(said),
            marking_line(submission.marking),
            title(one_line(submission.title)),
            *list_answers(answers, A_CARD),
        ],
    )


def _paginate(answers: Sequence[Said]) -> Iterator[list[Said]]:
    """Fill each card with whole answers; one too long for a card goes on over the next ones."""
    page: list[Said] = []
    room = A_CARD
    for said in (piece for answer in answers for piece in _split(answer)):
        weight = weigh(said.text)
        if page and weight > room:
            yield page
            page, room = [], A_CARD
        page.append(said)
        room -= weight
    yield page


def _split(said: Said) -> Iterator[Said]:
    text = words(said.text)
    while weigh(text) > A_CARD:
        # No character weighs more than twelve bytes on the wire, so this many always fit.
        part, text = text[: A_CARD // 12], text[A_CARD // 12 :]
        yield said.model_copy(update={"text": part})
    yield said.model_copy(update={"text": text})
