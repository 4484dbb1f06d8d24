"""Why a message is not sent now, though nothing is wrong with it."""

from datetime import datetime


class OutOfDateError(Exception):
    """What it would say is not so any more: it is let go of, and nobody needs to see that."""


class NotNowError(Exception):
    """It can wait, and its reader is not at work: it is sent at ``until``."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until
