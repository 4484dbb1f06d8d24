"""What the buttons of the Hub's cards carry."""

from typing import Literal

from pydantic import AliasChoices, Field

from cards.carried import Carried, Number, Short, Words
from cards.portal_payloads import Decision, OnSubmission


class HubTake(Decision):
    """Take it on."""

    verb: Literal["hub.take"] = "hub.take"


class HubRelease(Decision):
    """Give it back to the queue."""

    verb: Literal["hub.release"] = "hub.release"


class HubForward(Decision):
    """Move it one stage on."""

    verb: Literal["hub.forward"] = "hub.forward"


class HubBack(Decision):
    """Move it one stage back."""

    verb: Literal["hub.back"] = "hub.back"


class HubGive(Decision):
    """Give it to a colleague, by their number or name."""

    verb: Literal["hub.give"] = "hub.give"
    colleague: Short = ""


class HubAsk(OnSubmission):
    """Ask the officer."""

    verb: Literal["hub.ask"] = "hub.ask"
    words: Words = Field(default="", validation_alias=AliasChoices("words_ask", "words"))


class HubAnswer(OnSubmission):
    """Answer the officer."""

    verb: Literal["hub.answer"] = "hub.answer"
    words: Words = Field(default="", validation_alias=AliasChoices("words_answer", "words"))


class HubNote(OnSubmission):
    """Note something for the Hub alone."""

    verb: Literal["hub.note"] = "hub.note"
    words: Words = Field(default="", validation_alias=AliasChoices("words_note", "words"))


class HubClose(Decision):
    """Close it with an outcome and a reason."""

    verb: Literal["hub.close"] = "hub.close"
    outcome: Short = ""
    words: Words = Field(default="", validation_alias=AliasChoices("words_close", "words"))


class HubReopen(Decision):
    """Open it again, from the Hub's side."""

    verb: Literal["hub.reopen"] = "hub.reopen"
    words: Words = Field(default="", validation_alias=AliasChoices("words_reopen", "words"))


class HubQueue(Carried):
    """Show the queue."""

    verb: Literal["hub.queue"] = "hub.queue"
    page: Number = 0
    sieve: Short = ""
    """What it is narrowed by (see services.queue.write_sieve)."""
    pick: Short = Field(default="", validation_alias=AliasChoices("queue_pick", "pick"))
    """What was chosen from the list; it takes the place of the rest."""
    words: Short = ""
    """What was typed behind the word."""


class HubOpen(OnSubmission):
    """Show a submission to the Hub."""

    verb: Literal["hub.open"] = "hub.open"
    whole: bool = False
    """Everything that was sent, uncut, instead of the card."""
