"""Finding what is similar, and what somebody looks for."""

from collections.abc import Iterable
from math import sqrt

from domain.lifecycle import Move
from domain.likeness import MOST_PLACES, Asked, measure_length, weigh_terms
from domain.search import Found, Shelf
from domain.spelling import guess_meant, is_worth_guessing, list_beginnings
from domain.submission import Audience, Happened, Submission
from domain.terms import Terms, find_problems, find_terms, is_idea, name_idea
from services.nearness import look_around
from storage.search import Hit
from storage.work import Work

MOST_SIMILAR = 3
"""No likeness is certain: three are shown as possible, and none decides anything (docs/search.md)."""

_LEAST_SHARE = 0.1
"""Of what sharing everything would be worth; hardly a true likeness shares less (docs/search.md)."""

_MOST_KNOWN = 5_000
"""Words of one beginning that a misspelt one is compared with, the most frequent first."""

_MOST_REASONS = 4


async def put_submission(work: Work, submission: Submission) -> None:
    """Let a submission be found by what it is about.

    Of what its officer told later, only what names the problem counts: the rest is about what to do.
    """
    events = await work.submissions.list_events(submission.id, Audience.EVERYONE)
    later = [event.words for event in events if event.kind is Happened.DETAIL_ADDED]
    named = find_problems(" . ".join((submission.says("harm"), *later)))
    terms = find_terms(say_what_it_is(submission)).every | named
    await work.search.put(Shelf.SUBMISSIONS, submission.id, terms)


async def keep_findable(work: Work, submission: Submission, move: Move) -> None:
    """Keep what a submission is found by true after a move: what is withdrawn is found no more."""
    if move is Move.WITHDRAW:
        await work.search.take_out(Shelf.SUBMISSIONS, submission.id)
    elif move in _TELLING:
        await put_submission(work, submission)


_TELLING = frozenset({Move.ADD_DETAIL, Move.REOPEN})
"""Moves after which a submission may be found by more than before."""


def say_what_it_is(submission: Submission) -> str:
    """Say what a submission is about, as it is compared: the problem, not where it is or what to do about it.

    Places would bring all problems of a town together, and answers about the response other problems' words.
    """
    return " . ".join((submission.title, submission.topic, submission.says("problem")))


async def find_similar(
    work: Work, shelf: Shelf, text: str, most: int = MOST_SIMILAR, *, kept_as: tuple[Shelf, int] | None = None
) -> list[Found]:
    """Find what a text may be similar to, the likeliest first, with the words and ideas they share.

    ``kept_as`` says where the text itself stands, if it does: its meaning is known then.

    Raises:
        NotUnderstoodYet: what the text means has to be found out first; bot.understanding sees to it.
    """
    if not await work.search.count(shelf):
        return []
    terms = find_terms(text)
    asked = await _ask(work, shelf, terms)
    hits = await work.search.find(shelf, asked, most)
    nearby = await look_around(work, shelf, text, most, kept_as)
    if nearby is None:
        alike = [hit for hit in hits if hit.worth >= _LEAST_SHARE * asked.whole]
        return await _explain(work, terms, asked, _rank(alike)[:most])
    known = {hit.subject_id for hit in hits}
    hits += await work.search.find_among(shelf, asked, [one for one in nearby.ids if one not in known])
    return await _explain(work, terms, asked, nearby.rank(hits, asked, measure_length(terms.every))[:most])


async def find_words(work: Work, shelf: Shelf, words: str, most: int) -> list[Found]:
    """Find what somebody looks for; a word that stands nowhere is taken for the one likeliest meant."""
    terms = await _mend_spelling(work, shelf, find_terms(words))
    asked = await _ask(work, shelf, terms, MOST_PLACES)
    return await _explain(work, terms, asked, _rank(await work.search.find(shelf, asked, most))[:most])


def name_shared(said: Terms, other: Terms) -> tuple[str, ...]:
    """Name what two texts share, ideas first, as the reason why one is shown beside the other."""
    shared = sorted(said.every & other.every, key=lambda term: (not is_idea(term), term))
    names = (name_idea(term) if is_idea(term) else said.words[term] for term in shared)
    return tuple(dict.fromkeys(names))[:_MOST_REASONS]


async def _ask(work: Work, shelf: Shelf, terms: Terms, most_places: int | None = None) -> Asked:
    total = await work.search.count(shelf)
    entries = await work.search.count_entries(shelf, terms.every) if total else {}
    return weigh_terms(terms.every, entries, total, most_places)


async def _mend_spelling(work: Work, shelf: Shelf, terms: Terms) -> Terms:
    known = await work.search.count_entries(shelf, terms.words)
    meant: dict[str, str] = {}
    for stem, word in terms.words.items():
        guess = None if stem in known or not is_worth_guessing(stem) else await _guess(work, shelf, stem)
        meant[guess or stem] = guess or word
    return Terms(meant, terms.ideas | find_terms(" ".join(meant)).ideas)


async def _guess(work: Work, shelf: Shelf, stem: str) -> str | None:
    known: list[str] = []
    for beginning in list_beginnings(stem):
        known += await work.search.list_terms(shelf, beginning, _MOST_KNOWN)
    return guess_meant(stem, known)


def _rank(hits: Iterable[Hit]) -> list[tuple[Hit, float]]:
    """Rank by words and ideas alone."""
    scored = [(hit, hit.worth / sqrt(hit.length)) for hit in hits]
    return sorted(scored, key=lambda one: (-one[1], -one[0].subject_id))


async def _explain(
    work: Work, terms: Terms, asked: Asked, ranked: Iterable[tuple[Hit, float]]
) -> list[Found]:
    """Say of each hit what it was found by, the weightiest first; nothing where only the meaning is near."""
    hits = list(ranked)
    shared = await work.search.list_shared([hit.entry_id for hit, _ in hits], asked.worth)
    return [Found(hit.subject_id, score, _name(terms, asked, shared[hit.entry_id])) for hit, score in hits]


def _name(terms: Terms, asked: Asked, shared: Iterable[str]) -> tuple[str, ...]:
    weightiest = sorted(shared, key=lambda term: (-asked.worth[term], term))
    names = (name_idea(term) if is_idea(term) else terms.words.get(term, term) for term in weightiest)
    return tuple(dict.fromkeys(names))[:_MOST_REASONS]
