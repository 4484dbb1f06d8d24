"""What the queue is narrowed by, as buttons carry it."""

from hypothesis import given
from hypothesis import strategies as st

from domain.queue import EVERYTHING, QueueFilter
from domain.sieve import Part, make_filter, read_sieve, write_sieve
from domain.submission import Stage

VALUES = st.text(
    st.characters(blacklist_characters="|", blacklist_categories=["Cs"]), min_size=1, max_size=20
)


@given(st.dictionaries(st.sampled_from(Part), VALUES))
def test_what_is_written_is_read_again(sieve: dict[Part, str]) -> None:
    assert read_sieve(write_sieve(sieve)) == sieve


@given(st.text(max_size=120))
def test_whatever_comes_back_narrows_or_lets_everything_through(carried: str) -> None:
    assert isinstance(make_filter(read_sieve(carried), 7), QueueFilter)


def test_each_part_narrows_by_its_own() -> None:
    sieve = read_sieve("topic:burglary|stage:analysis|owner:me|overdue:yes")
    assert make_filter(sieve, 7) == QueueFilter("burglary", Stage.ANALYSIS, 7, overdue=True)
    assert make_filter(read_sieve("owner:nobody"), 7) == QueueFilter(unowned=True)
    assert make_filter(read_sieve("owner:" + "9" * 40), 7) == EVERYTHING
    assert make_filter(read_sieve("stage:dreaming|owner:all|colour:red"), 7) == EVERYTHING
