"""What a card says once, beside what it always shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence for the person who just did something.

    ``note`` is news; ``error`` says why something did not go through, with the text ``kept`` and the box
    it was typed in (``box``: the move's name) open again, and what was ``chosen`` in it.
    """

    note: str = ""
    error: str = ""
    kept: str = ""
    box: str = ""
    chosen: str = ""


NOTHING = Remark()
