"""The log tells what happened, and nothing that an error or a library holds of what people wrote."""

import asyncio
import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from bot.log_lines import set_up_logging
from tests.fake_teams.logbook import keep_logging

WORDS = "Mrs Example of 12 Sample Street"


class Book(io.StringIO):
    """What was logged."""

    def lines(self) -> list[dict[str, Any]]:
        """Read it back."""
        return [json.loads(line) for line in self.getvalue().splitlines()]


@pytest.fixture
def book() -> Iterator[Book]:
    with keep_logging():
        stream = Book()
        set_up_logging("INFO", stream)
        yield stream


def fail() -> None:
    raise RuntimeError(f"about {WORDS}") from ValueError(WORDS)


def test_an_error_is_told_by_its_class_and_the_places_it_came_through(book: Book) -> None:
    try:
        fail()
    except RuntimeError:
        structlog.get_logger("test").exception("it failed", reference="7F3K")
    (line,) = book.lines()
    assert (line["event"], line["reference"], line["level"]) == ("it failed", "7F3K", "error")
    assert [one["error"] for one in line["errors"]] == ["RuntimeError", "ValueError"]
    assert line["errors"][0]["where"][-1].endswith("fail")
    assert WORDS not in book.getvalue()


def test_an_error_can_be_handed_over_too(book: Book) -> None:
    structlog.get_logger("test").error("it failed", exc_info=KeyError(WORDS))
    assert book.lines()[0]["errors"] == [{"error": "KeyError", "where": []}]


def test_what_is_not_grave_enough_is_left_out(book: Book) -> None:
    structlog.get_logger("test").debug("small talk")
    logging.getLogger("library").info("small talk")
    assert book.lines() == []


def test_a_librarys_line_keeps_its_own_words_and_none_that_were_filled_in(book: Book) -> None:
    logging.getLogger("library").warning("cannot send %s", WORDS)
    logging.getLogger("library").error(f"cannot send {WORDS}")  # noqa: G004 (a library may well do so)
    assert [(line["library"], line["says"]) for line in book.lines()] == [
        ("library", "cannot send %s"),
        ("library", ""),
    ]
    assert WORDS not in book.getvalue()


async def test_a_task_that_nobody_waited_for_is_told_without_what_it_holds(book: Book) -> None:
    async def fail_alone() -> None:
        raise ValueError(WORDS)

    asyncio.get_running_loop().call_exception_handler(
        {
            "message": "Task exception was never retrieved",
            "exception": ValueError(WORDS),
            "task": asyncio.create_task(fail_alone(), name=WORDS),
        }
    )
    await asyncio.sleep(0)
    assert book.lines()[0]["says"] == "Task exception was never retrieved"
    assert WORDS not in book.getvalue()
