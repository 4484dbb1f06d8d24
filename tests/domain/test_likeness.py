"""What a question to the search is asked with."""

from hypothesis import given
from hypothesis import strategies as st

from domain.likeness import MOST_PLACES, MOST_TERMS, weigh_terms

COUNTS = st.dictionaries(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), st.integers(0, 60_000))


@given(COUNTS)
def test_what_is_looked_at_stays_within_bounds_and_something_always_is(entries: dict[str, int]) -> None:
    asked = weigh_terms(entries, entries, 100_000, MOST_PLACES)
    known = [term for term, count in entries.items() if count]
    assert len(asked.worth) <= MOST_TERMS
    assert bool(asked.worth) == bool(known)
    places = sum(entries[term] for term in asked.worth)
    assert places <= MOST_PLACES or len(asked.worth) == 1


def test_in_a_large_library_the_rare_words_are_kept_and_the_most_frequent_left_out() -> None:
    entries = {"police": 24_000, "bicycle": 3_000, "velodrome": 4}
    assert set(weigh_terms(entries, entries, 100_000, MOST_PLACES).worth) == {"bicycle", "velodrome"}
    assert set(weigh_terms({"police": 1}, entries, 100_000, MOST_PLACES).worth) == {"police"}


def test_in_a_library_of_a_thousand_nothing_is_left_out_but_what_is_beyond_the_most_terms() -> None:
    entries = dict.fromkeys("abcdefghijklmnopqrstuvwx", 1_000)
    assert len(weigh_terms(entries, entries, 1_000, MOST_PLACES).worth) == MOST_TERMS
