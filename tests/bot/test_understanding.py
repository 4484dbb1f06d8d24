"""Having a text understood in the midst of a turn."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.understanding import run_understanding
from domain.meaning import recall
from domain.open_work import marking_work_open, unit_of_work_open

VECTOR = b"modelone" + bytes(4)


class _Watched:
    """Gives every text the same vector, and notes whether a unit of work was open meanwhile."""

    mark = VECTOR[:8]

    def __init__(self) -> None:
        self.read: list[str] = []

    def embed(self, texts: Sequence[str]) -> list[bytes]:
        assert not unit_of_work_open.get()
        self.read += texts
        return [VECTOR for _ in texts]


class _Stuck(_Watched):
    """Gives no vector while the story lasts."""

    def embed(self, texts: Sequence[str]) -> list[bytes]:
        raise TimeoutError(f"{len(texts)} texts took too long")


async def want(*texts: str) -> list[bytes | None]:
    """Recall what texts mean within a unit of work."""
    with marking_work_open():
        await asyncio.sleep(0)
        return [recall(text) for text in texts]


async def test_what_is_wanted_is_understood_with_nothing_open_and_once() -> None:
    meaning = _Watched()
    assert await run_understanding(meaning, lambda: want("bikes", "hedges", "bikes")) == [VECTOR] * 3
    assert meaning.read == ["bikes", "hedges"]


async def test_without_a_model_nothing_is_wanted() -> None:
    assert await run_understanding(None, lambda: want("bikes")) == [None]
    assert recall("bikes") is None


async def test_what_is_not_understood_in_time_is_compared_by_words() -> None:
    assert await run_understanding(_Stuck(), lambda: want("bikes")) == [None]


async def test_another_failure_is_not_swallowed() -> None:
    async def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await run_understanding(_Watched(), fail)
