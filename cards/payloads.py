"""The payload of every verb in one place, and the one function that reads what came back.

Inputs arrive merged into the same object under the input's id. An action gathers the inputs of the card it
stands on and of that card's parents (Microsoft, Input validation), so each box has an id of its own
(``words_ask``), read back here as ``words``.
"""

from collections.abc import Iterator
from functools import reduce
from operator import or_
from typing import Annotated, Any, cast

from pydantic import Field, TypeAdapter, ValidationError

from cards import (
    admin_payloads,
    alike_payloads,
    care_payloads,
    flow_payloads,
    follow_payloads,
    hats_payloads,
    hub_payloads,
    library_payloads,
    merge_payloads,
    plan_payloads,
    plan_reminder_payloads,
    portal_payloads,
    quiet_payloads,
    thinking_payloads,
    walk_payloads,
    workbench_payloads,
)
from cards.carried import Carried
from cards.hats_payloads import (
    HatsAdd,
    HatsAll,
    HatsAttach,
    HatsBack,
    HatsFinish,
    HatsHandOver,
    HatsKeep,
    HatsLead,
    HatsNext,
    HatsStart,
    HatsSubmit,
    HatsUnname,
)
from cards.hub_payloads import (
    HubAnswer,
    HubAsk,
    HubBack,
    HubClose,
    HubForward,
    HubGive,
    HubNote,
    HubOpen,
    HubQueue,
    HubRelease,
    HubReopen,
    HubTake,
)
from cards.plan_payloads import (
    PlanAction,
    PlanEdit,
    PlanFinish,
    PlanHelp,
    PlanList,
    PlanOpen,
    PlanRemove,
    PlanReopen,
    PlanStart,
    PlanStep,
    PlanTick,
    PlanTime,
    PlanUpdate,
)
from cards.plan_reminder_payloads import PlanSnooze
from cards.portal_payloads import (
    PortalCarryOn,
    PortalContinue,
    PortalDrafts,
    PortalHelp,
    PortalMenu,
    PortalSubmit,
    PortalSubmitWith,
    SubmissionAdd,
    SubmissionList,
    SubmissionMore,
    SubmissionOpen,
    SubmissionReopen,
    SubmissionReply,
    SubmissionWithdraw,
)
from cards.quiet_payloads import LeaveMark, LeaveRemove, LeaveShow, RemindersChoose, RemindersShow
from cards.thinking_payloads import (
    PieceAskToAttach,
    PieceAttach,
    PieceKeep,
    PieceList,
    PieceOpen,
    PieceText,
    PieceThrow,
    PieceThrowReally,
    ThinkOffer,
    ThinkStart,
)
from cards.walk_payloads import (
    WalkAnew,
    WalkAnswer,
    WalkBack,
    WalkCancel,
    WalkCancelReally,
    WalkChoose,
    WalkDeeper,
    WalkDrop,
    WalkEdit,
    WalkJump,
    WalkKeep,
    WalkPick,
    WalkResume,
    WalkReview,
    WalkRun,
    WalkSave,
    WalkSend,
    WalkSkip,
    WalkTakeOut,
    WalkUnknown,
    WalkWave,
)
from domain.errors import BadInput
from domain.language import N_, _
from domain.ports import JSONObject

NOT_OURS = N_("I could not read that press. Type 'help' to see what you can do.")
OLD_CARD = N_("That card is from before a change here. Type 'help' to see what you can do now.")
TOO_LONG = N_("That is more than I can take in at once. Send it in parts of up to 4,000 characters.")

_FILES = (
    admin_payloads,
    alike_payloads,
    care_payloads,
    flow_payloads,
    follow_payloads,
    hats_payloads,
    hub_payloads,
    merge_payloads,
    library_payloads,
    plan_payloads,
    plan_reminder_payloads,
    portal_payloads,
    quiet_payloads,
    thinking_payloads,
    walk_payloads,
    workbench_payloads,
)


def _list_payloads() -> Iterator[type[Carried]]:
    """Find the payloads in their files: the classes there that have a verb of their own."""
    for file in _FILES:
        for kind in vars(file).values():
            if not (isinstance(kind, type) and issubclass(kind, Carried)):
                continue
            if kind.__module__ == file.__name__ and not kind.model_fields["verb"].is_required():
                yield kind


PAYLOADS: tuple[type[Carried], ...] = tuple(_list_payloads())
"""What buttons carry: a new one stands in its file, and a new file in the list above."""

_ANY_OF_THEM = reduce(or_, PAYLOADS)
_READER: TypeAdapter[Carried] = TypeAdapter(cast("Any", Annotated[_ANY_OF_THEM, Field(discriminator="verb")]))


def parse(data: JSONObject) -> Carried:
    """Read what a press sent; keys that are not the payload's own (``msteams``, other boxes) are ignored.

    Raises:
        BadInput: the verb is unknown, the card is an old one, or a box holds more than can be taken in.
    """
    try:
        return _READER.validate_python(data)
    except ValidationError as error:
        raise _explain(error) from error


def _explain(error: ValidationError) -> BadInput:
    """Find the sentence for the first thing that does not fit; a text is kept to be shown again."""
    first = error.errors(include_url=False, include_context=False)[0]
    if first["type"] in ("union_tag_invalid", "union_tag_not_found", "model_attributes_type"):
        return BadInput(_(NOT_OURS))
    given = first["input"]
    if first["type"] == "string_too_long" and isinstance(given, str):
        return BadInput(_(TOO_LONG), field=str(first["loc"][-1]), kept=given)
    return BadInput(_(OLD_CARD))


__all__ = [
    "NOT_OURS",
    "OLD_CARD",
    "PAYLOADS",
    "TOO_LONG",
    "HatsAdd",
    "HatsAll",
    "HatsAttach",
    "HatsBack",
    "HatsFinish",
    "HatsHandOver",
    "HatsKeep",
    "HatsLead",
    "HatsNext",
    "HatsStart",
    "HatsSubmit",
    "HatsUnname",
    "HubAnswer",
    "HubAsk",
    "HubBack",
    "HubClose",
    "HubForward",
    "HubGive",
    "HubNote",
    "HubOpen",
    "HubQueue",
    "HubRelease",
    "HubReopen",
    "HubTake",
    "LeaveMark",
    "LeaveRemove",
    "LeaveShow",
    "PieceAskToAttach",
    "PieceAttach",
    "PieceKeep",
    "PieceList",
    "PieceOpen",
    "PieceText",
    "PieceThrow",
    "PieceThrowReally",
    "PlanAction",
    "PlanEdit",
    "PlanFinish",
    "PlanHelp",
    "PlanList",
    "PlanOpen",
    "PlanRemove",
    "PlanReopen",
    "PlanSnooze",
    "PlanStart",
    "PlanStep",
    "PlanTick",
    "PlanTime",
    "PlanUpdate",
    "PortalCarryOn",
    "PortalContinue",
    "PortalDrafts",
    "PortalHelp",
    "PortalMenu",
    "PortalSubmit",
    "PortalSubmitWith",
    "RemindersChoose",
    "RemindersShow",
    "SubmissionAdd",
    "SubmissionList",
    "SubmissionMore",
    "SubmissionOpen",
    "SubmissionReopen",
    "SubmissionReply",
    "SubmissionWithdraw",
    "ThinkOffer",
    "ThinkStart",
    "WalkAnew",
    "WalkAnswer",
    "WalkBack",
    "WalkCancel",
    "WalkCancelReally",
    "WalkChoose",
    "WalkDeeper",
    "WalkDrop",
    "WalkEdit",
    "WalkJump",
    "WalkKeep",
    "WalkPick",
    "WalkResume",
    "WalkReview",
    "WalkRun",
    "WalkSave",
    "WalkSend",
    "WalkSkip",
    "WalkTakeOut",
    "WalkUnknown",
    "WalkWave",
    "parse",
]
