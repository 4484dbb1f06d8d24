"""What the buttons of the menu and of the officer's own submissions carry."""

from typing import Literal

from pydantic import AliasChoices, Field

from cards.carried import Asked, Begins, Carried, Number, Reference, Words


class PortalMenu(Asked):
    """Show the menu."""

    verb: Literal["portal.menu"] = "portal.menu"


class PortalHelp(Carried):
    """Say what can be done."""

    verb: Literal["portal.help"] = "portal.help"


class PortalSubmit(Begins):
    """Start a submission."""

    verb: Literal["portal.submit"] = "portal.submit"


class PortalSubmitWith(Begins):
    """Start a submission with words that were typed already."""

    verb: Literal["portal.submit_with"] = "portal.submit_with"
    words: Words = ""
    cleared: bool = False
    """Their writer was pointed elsewhere, and means the Hub."""


class PortalCarryOn(Carried):
    """Take words that sounded as if they belonged elsewhere: they are about something else."""

    verb: Literal["portal.carry_on"] = "portal.carry_on"
    words: Words = ""


class PortalDrafts(Carried):
    """List what is unfinished."""

    verb: Literal["portal.drafts"] = "portal.drafts"


class PortalContinue(Carried):
    """Carry on with what is unfinished; of several, ask with which."""

    verb: Literal["portal.continue"] = "portal.continue"


class SubmissionList(Carried):
    """List one's own submissions."""

    verb: Literal["submission.list"] = "submission.list"
    page: Number = 0


class OnSubmission(Carried):
    """A press about one submission."""

    reference: Reference


class Decision(OnSubmission):
    """A press that decides something, on the picture its maker saw."""

    version: Number
    """The submission's, as it was shown."""


class SubmissionOpen(OnSubmission, Asked):
    """Show one's own submission."""

    verb: Literal["submission.open"] = "submission.open"
    whole: bool = False
    """Everything that was sent, uncut, instead of the card."""


class SubmissionReply(OnSubmission, Asked):
    """Answer the Hub's question."""

    verb: Literal["submission.reply"] = "submission.reply"
    words: Words = Field(default="", validation_alias=AliasChoices("words_reply", "words"))
    cleared: bool = False
    """Its writer was pointed elsewhere, and means the Hub."""


class SubmissionAdd(OnSubmission):
    """Add detail."""

    verb: Literal["submission.add"] = "submission.add"
    words: Words = Field(default="", validation_alias=AliasChoices("words_add", "words"))


class SubmissionMore(OnSubmission, Begins):
    """Walk through the deeper questions about it."""

    verb: Literal["submission.more"] = "submission.more"


class SubmissionWithdraw(Decision):
    """Take it back."""

    verb: Literal["submission.withdraw"] = "submission.withdraw"
    words: Words = Field(default="", validation_alias=AliasChoices("words_withdraw", "words"))
    cleared: bool = False
    """Its writer was pointed elsewhere, and means the Hub."""


class SubmissionReopen(Decision):
    """Open it again, from the officer's side."""

    verb: Literal["submission.reopen"] = "submission.reopen"
    words: Words = Field(default="", validation_alias=AliasChoices("words_reopen", "words"))
    cleared: bool = False
    """Its writer was pointed elsewhere, and means the Hub."""
