"""Having a text understood in the midst of a turn, with no unit of work open meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog

from domain.meaning import NotUnderstoodYet, Understood, understanding
from domain.patience import seconds_left
from domain.ports import Meaning

log = structlog.get_logger(__name__)

_LONGEST = 2.0
"""Seconds after which words alone are compared."""

Ran = TypeVar("Ran")


async def run_understanding(meaning: Meaning | None, run: Callable[[], Awaitable[Ran]]) -> Ran:
    """Run; where a text has to be understood first, that is done, and the run begins anew.

    What the first run did is taken back when its unit of work breaks off.
    """
    if meaning is None:
        return await run()
    understood: Understood = {}
    with understanding(understood):
        while True:
            try:
                return await run()
            except NotUnderstoodYet as wanted:
                understood[wanted.text] = await _understand(meaning, wanted.text)


async def _understand(meaning: Meaning, text: str) -> bytes | None:
    try:
        async with asyncio.timeout(seconds_left(_LONGEST)):
            (vector,) = await asyncio.to_thread(meaning.embed, [text])
    except TimeoutError:
        log.warning("a text was not understood in time")
        return None
    return vector
