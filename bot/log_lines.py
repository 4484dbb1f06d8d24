"""The log: structured lines that say what happened, never what people wrote.

An exception's message and the locals around it can hold people's words, a password in an address, or a
token; so a line tells an error by its class and the places it came through, and nothing else of it.
"""

import logging
import sys
import traceback
from collections.abc import Iterator
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

FRAMES_LOGGED = 12
"""The innermost places of an error that are told."""
LONGEST_CHAIN = 4
"""Errors in a chain of causes that are told."""


def set_up_logging(level: str, stream: TextIO | None = None) -> None:
    """Write to ``stream``, or to the standard error, what is of this level or graver."""
    target = stream or sys.stderr
    last: Processor = (
        structlog.dev.ConsoleRenderer() if target.isatty() else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            describe_error,
            last,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.WriteLoggerFactory(target),
        cache_logger_on_first_use=stream is None,
    )
    logging.basicConfig(handlers=[LibraryLines()], level=logging.WARNING, force=True)


def describe_error(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    """Put what may be told of an error in the place of the error itself."""
    given = event.pop("exc_info", None)
    if given is True:
        given = sys.exc_info()[1]
    elif isinstance(given, tuple):
        given = given[1]
    if isinstance(given, BaseException):
        event["errors"] = [
            {"error": type(error).__name__, "where": list(list_places(error))} for error in _list_chain(given)
        ]
    return event


def list_places(error: BaseException) -> Iterator[str]:
    """Give the innermost places an error came through, outermost first."""
    for frame in traceback.extract_tb(error.__traceback__)[-FRAMES_LOGGED:]:
        yield f"{frame.filename}:{frame.lineno} {frame.name}"


def _list_chain(error: BaseException | None) -> Iterator[BaseException]:
    for _ in range(LONGEST_CHAIN):
        if error is None:
            return
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


class LibraryLines(logging.Handler):
    """Takes what libraries log: where and how grave, and their own words without what was filled in."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        # asyncio writes whole objects, with what they hold, behind the first line of its messages.
        words = str(record.msg).partition("\n")[0] if record.args or record.exc_info else ""
        structlog.get_logger(record.name).log(
            record.levelno, "library", library=record.name, says=words, exc_info=record.exc_info
        )
