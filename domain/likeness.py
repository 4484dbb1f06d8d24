"""How alike two texts are: the terms they share, each weighing by how rare it is.

Chosen by figures (docs/search.md): an idea weighs twice a word, rarity is squared, and a long text does not
win by its length alone.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import accumulate
from math import log

from domain.terms import is_idea

MOST_TERMS = 24
"""Terms that a question is asked with: the weightiest; the rest add little and cost much."""

MOST_PLACES = 25_000
"""Places of terms that a search by words looks at: of a large library's frequent terms, those that add the
least are left out, since counting them costs the most. A thousand entries never come near it."""

_WORD, _IDEA = 0.5, 1.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the index: each term with what sharing it is worth."""

    worth: Mapping[str, float]
    whole: float = 0.0
    """What sharing everything would be worth, terms included that stand nowhere yet."""


def measure_length(terms: Collection[str]) -> float:
    """Measure a text by its terms: what a match in it is divided by the root of."""
    return sum(_weigh(term) for term in terms) or 1.0


def weigh_terms(
    terms: Collection[str], entries: Mapping[str, int], total: int, most_places: int | None = None
) -> Asked:
    """Weigh what is asked for: ``entries`` says in how many of all ``total`` each known term stands.

    With ``most_places`` no more places of terms are looked at, the weightiest terms first, one at least.
    """
    worth = {
        term: _weigh(term) ** 2 * _measure_rarity(entries.get(term, 0), total) ** 2 for term in sorted(terms)
    }
    known = [term for term in worth if entries.get(term, 0) > 0]
    weightiest = sorted(known, key=lambda term: -worth[term])[:MOST_TERMS]
    if most_places is not None:
        places = accumulate(entries[term] for term in weightiest)
        within = sum(count <= most_places for count in places)
        weightiest = weightiest[: max(1, within)]
    return Asked({term: worth[term] for term in weightiest}, sum(worth.values()))


def _weigh(term: str) -> float:
    return _IDEA if is_idea(term) else _WORD


def _measure_rarity(entries: int, total: int) -> float:
    """Give the probabilistic inverse document frequency, as BM25 has it; never below nothing."""
    return log(1 + (max(total, entries) - entries + 0.5) / (entries + 0.5))
