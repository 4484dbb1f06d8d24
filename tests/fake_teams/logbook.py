"""Taking the log for a story, and giving it back."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import structlog


@contextmanager
def keep_logging() -> Iterator[None]:
    """Let a story set the log up as the product does; afterwards it is as it was."""
    root, configuration = logging.getLogger(), structlog.get_config()
    handlers, level = list(root.handlers), root.level
    root.handlers.clear()  # taken out first: setting up anew closes those it finds
    try:
        yield
    finally:
        structlog.configure(**configuration)
        root.handlers[:] = handlers
        root.setLevel(level)
