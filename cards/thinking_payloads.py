"""What the buttons for thinking something through carry, and those of what came of it."""

from typing import Annotated, Literal

from pydantic import Field

from cards.carried import Asked, Begins, Carried, Name, Number, Reference, Short, Words

_Perhaps = Annotated[str, Field(pattern=r"^$")] | Reference
"""A reference, or nothing."""


class ThinkOffer(Carried):
    """Show the ways of thinking something through, perhaps about one's own submission."""

    verb: Literal["think.offer"] = "think.offer"
    reference: _Perhaps = ""


class ThinkStart(Begins):
    """Start one of them."""

    verb: Literal["think.start"] = "think.start"
    kind: Name
    reference: _Perhaps = ""
    words: Words = ""
    """What it is about, where that was said with the command."""


class PieceList(Carried):
    """List what one has thought through."""

    verb: Literal["piece.list"] = "piece.list"
    page: Number = 0


class PieceOpen(Asked):
    """Show a piece: by its id, or by its place in the list, the newest being the first."""

    verb: Literal["piece.open"] = "piece.open"
    piece: Number = 0
    place: Number = 0


class _OnPiece(Carried):
    piece: Number = 0
    """Nought is the newest of the person's own."""


class PieceAttach(_OnPiece):
    """Attach it to a submission: the one on the button, the one typed, or the one chosen from the list."""

    verb: Literal["piece.attach"] = "piece.attach"
    reference: _Perhaps = ""
    typed: Short = ""
    chosen: Short = ""


class PieceAskToAttach(_OnPiece):
    """Attach it to a submission, named by typing; asks first."""

    verb: Literal["piece.ask_to_attach"] = "piece.ask_to_attach"
    reference: Reference


class PieceKeep(_OnPiece):
    """Keep it for oneself alone."""

    verb: Literal["piece.keep"] = "piece.keep"


class PieceText(_OnPiece):
    """Send it as plain text that can be copied."""

    verb: Literal["piece.text"] = "piece.text"


class PieceThrow(_OnPiece):
    """Throw it away, named by its place in the list where it is typed; asks first."""

    verb: Literal["piece.throw"] = "piece.throw"
    place: Number = 0


class PieceThrowReally(Asked):
    """Throw it away, having been asked."""

    verb: Literal["piece.throw_really"] = "piece.throw_really"
    piece: Number
