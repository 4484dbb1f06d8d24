"""What the buttons of a walkthrough carry."""

from typing import Literal

from cards.carried import Asked, Carried, Name, Number, Short, Words


class _OnDraft(Carried):
    draft: Number


class _OnQuestion(_OnDraft):
    question: Name


class WalkAnswer(_OnQuestion):
    """Answer the open question with what stands in the box."""

    verb: Literal["walk.answer"] = "walk.answer"
    answer: Words = ""


class WalkChoose(_OnQuestion):
    """Answer with a choice, by its name."""

    verb: Literal["walk.choose"] = "walk.choose"
    choice: Short


class WalkBack(_OnQuestion):
    """Go to the question before."""

    verb: Literal["walk.back"] = "walk.back"


class WalkSkip(_OnQuestion):
    """Leave the question out."""

    verb: Literal["walk.skip"] = "walk.skip"


class WalkUnknown(_OnQuestion):
    """Say that one does not know."""

    verb: Literal["walk.unknown"] = "walk.unknown"


class WalkReview(_OnQuestion):
    """Go to the review."""

    verb: Literal["walk.review"] = "walk.review"


class WalkEdit(_OnQuestion):
    """Change one answer."""

    verb: Literal["walk.edit"] = "walk.edit"


class WalkPick(_OnDraft):
    """Change the answer that was chosen from a list."""

    verb: Literal["walk.pick"] = "walk.pick"
    question: Short = ""


class WalkJump(_OnDraft):
    """Go to a section, by its title."""

    verb: Literal["walk.jump"] = "walk.jump"
    section: Short


class WalkWave(_OnDraft):
    """Wave one of the coach's hints away."""

    verb: Literal["walk.wave"] = "walk.wave"
    rule: Name


class WalkDeeper(_OnDraft):
    """Go on to the deeper questions."""

    verb: Literal["walk.deeper"] = "walk.deeper"


class WalkKeep(_OnDraft):
    """The held reply is the answer."""

    verb: Literal["walk.keep"] = "walk.keep"


class WalkDrop(_OnDraft):
    """The held reply is not the answer."""

    verb: Literal["walk.drop"] = "walk.drop"


class WalkAnew(_OnDraft):
    """The held reply is no answer here, but something new: save this for later and take it."""

    verb: Literal["walk.anew"] = "walk.anew"


class WalkTakeOut(_OnDraft):
    """Take what was spotted out of the held reply and keep the rest."""

    verb: Literal["walk.take_out"] = "walk.take_out"


class WalkRun(_OnDraft):
    """The held reply was a command: run it."""

    verb: Literal["walk.run"] = "walk.run"


class WalkSave(_OnDraft):
    """Save for later."""

    verb: Literal["walk.save"] = "walk.save"


class WalkCancel(_OnDraft):
    """Cancel; asks first."""

    verb: Literal["walk.cancel"] = "walk.cancel"


class WalkCancelReally(_OnDraft):
    """Cancel, having been asked."""

    verb: Literal["walk.cancel_really"] = "walk.cancel_really"


class WalkResume(_OnDraft, Asked):
    """Carry on."""

    verb: Literal["walk.resume"] = "walk.resume"


class WalkSend(_OnDraft):
    """Send it."""

    verb: Literal["walk.send"] = "walk.send"
