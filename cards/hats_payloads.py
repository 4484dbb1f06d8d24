"""What the buttons of six hats carry. Typed commands leave the session out: the one that is open is meant."""

from typing import Literal

from pydantic import AliasChoices, Field

from cards.carried import Carried, Number, Short, Words
from domain.six_hats import Hat


class OnHats(Carried):
    """Something about one session; nought for the one that is open where it is typed."""

    session: Number = 0


class HatsStart(Carried):
    """Begin six hats; without a topic, show those that are open."""

    verb: Literal["hats.start"] = "hats.start"
    words: Words = ""
    unattributed: bool = False


class HatsAdd(OnHats):
    """Add a thought under a hat."""

    verb: Literal["hats.add"] = "hats.add"
    hat: Hat
    words: Words = Field(default="", validation_alias=AliasChoices("words_thought", "words"))


class HatsKeep(OnHats):
    """Add a thought whose writer was pointed elsewhere; ``seal`` shows that they wrote it there."""

    verb: Literal["hats.keep"] = "hats.keep"
    hat: Hat
    words: Words = ""
    seal: Short = ""


class HatsNext(OnHats):
    """Put on the next hat."""

    verb: Literal["hats.next"] = "hats.next"
    hat: Hat | None = None
    """The one that the leader saw."""


class HatsBack(OnHats):
    """Put on the hat before."""

    verb: Literal["hats.back"] = "hats.back"
    hat: Hat | None = None


class HatsFinish(OnHats):
    """End it with what it has; it is asked first unless they are ``sure``."""

    verb: Literal["hats.finish"] = "hats.finish"
    sure: bool = False


class HatsHandOver(OnHats):
    """Let somebody else lead, by their number or name."""

    verb: Literal["hats.hand_over"] = "hats.hand_over"
    colleague: Short = ""


class HatsLead(OnHats):
    """Take the lead that was offered."""

    verb: Literal["hats.lead"] = "hats.lead"


class HatsUnname(OnHats):
    """Keep nobody's name with any thought."""

    verb: Literal["hats.unname"] = "hats.unname"


class HatsAll(OnHats):
    """Show all thoughts, uncut."""

    verb: Literal["hats.all"] = "hats.all"
    page: Number = 0


class HatsAttach(OnHats):
    """Attach what was thought to a submission, by its reference as people write it."""

    verb: Literal["hats.attach"] = "hats.attach"
    words: Short = Field(default="", validation_alias=AliasChoices("words_attach", "words"))


class HatsSubmit(OnHats):
    """Start a submission with the topic."""

    verb: Literal["hats.submit"] = "hats.submit"
