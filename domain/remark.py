"""What a card says once, beside what it always shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence for the person who just did something.

    ``note`` is news; ``error`` says why something did not go through, with the text ``kept`` and the box
    it was typed in (``box``: the move's name) open again, and what was ``chosen`` in it;
    ``inputs`` is all that the press carried, by the names of its fields, for cards with several boxes.
    """

    note: str = ""
    error: str = ""
    kept: str = ""
    box: str = ""
    chosen: str = ""
    inputs: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


NOTHING = Remark()
