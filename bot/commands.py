"""What people can type: a table of commands, each the same as pressing a button."""

import re

from bot.binding import HubBind
from bot.care_commands import CARE_COMMANDS
from bot.command import BETWEEN, BOTH, CHANNEL, PERSONAL, Command, Typed
from bot.flow_commands import FLOW_COMMANDS
from bot.follow_commands import FOLLOW_COMMANDS
from bot.hats_commands import HATS_COMMANDS
from bot.library_commands import LIBRARY_COMMANDS
from bot.merge_commands import MERGE_COMMANDS
from bot.plan_commands import PLAN_COMMANDS
from bot.quiet_commands import QUIET_COMMANDS
from bot.thinking_commands import THINKING_COMMANDS
from bot.workbench_commands import WORKBENCH_COMMANDS
from cards import admin_payloads as admin
from cards import payloads as p
from cards.carried import Carried
from domain.lifecycle import HUB_OUTCOMES


def _close(typed: Typed) -> Carried:
    """Read ``addressed: the lights are mended`` as outcome and reason, whatever stands between the two."""
    said = typed.words
    outcome = next((one for one in HUB_OUTCOMES if re.match(rf"{one}\b", said.casefold())), None)
    first, mark, rest = said.partition(":") if outcome is None else (outcome, ":", said[len(outcome) :])
    reason = rest if mark else ""
    return p.HubClose(
        reference=typed.reference, version=0, outcome=first.strip()[:120], words=reason.lstrip(BETWEEN)
    )


_TO = re.compile(r"^(?:this |it )?(?:to )?", re.IGNORECASE)
"""What may stand before the colleague's name."""


def _give(typed: Typed) -> Carried:
    name = _TO.sub("", typed.words).strip()
    return p.HubGive(reference=typed.reference, version=0, colleague=name[:120])


COMMANDS: tuple[Command, ...] = (
    Command(
        ("this is the hub", "this is the hub's channel"),
        lambda _: HubBind(),
        "make this the Hub's channel",
        BOTH,
    ),
    Command(("deliveries", "dead letters"), lambda _: admin.AdminDeliveries(), "show the deliveries", BOTH),
    Command(("roles", "who has which role"), lambda _: admin.RoleList(), "show the roles", BOTH),
    Command(
        ("retry", "try again"),
        lambda t: admin.AdminRetry(letter=t.letter),
        "try it again",
        PERSONAL,
        about_letter=True,
    ),
    Command(("drop",), lambda t: admin.AdminDrop(letter=t.letter), "drop it", PERSONAL, about_letter=True),
    Command(
        ("submit", "new submission", "submit a problem", "report a problem", "submit an idea", "new"),
        lambda _: p.PortalSubmit(),
        "start a submission",
        PERSONAL,
    ),
    Command(
        ("my submissions", "submissions", "my list", "status", "list"),
        lambda _: p.SubmissionList(),
        "show your submissions",
        PERSONAL,
    ),
    Command(
        ("start another", "start a new one", "start anew"),
        lambda _: p.PortalSubmit(anew=True),
        "start another submission",
        PERSONAL,
    ),
    Command(
        ("drafts", "my drafts", "unfinished"),
        lambda _: p.PortalDrafts(),
        "show your drafts",
        PERSONAL,
    ),
    Command(
        ("carry on", "continue", "resume"),
        lambda _: p.PortalContinue(),
        "carry on with what is unfinished",
        PERSONAL,
    ),
    Command(
        ("menu", "start", "home", "hello", "hi", "hey", "good morning"),
        lambda _: p.PortalMenu(),
        "show the menu",
        PERSONAL,
    ),
    *THINKING_COMMANDS,
    *PLAN_COMMANDS,
    *CARE_COMMANDS,
    *QUIET_COMMANDS,
    *FOLLOW_COMMANDS,
    *LIBRARY_COMMANDS,
    Command(("help", "?", "what can you do"), lambda _: p.PortalHelp(), "show the help", BOTH),
    Command(
        ("open", "show"),
        lambda t: p.SubmissionOpen(reference=t.reference),
        "open it",
        PERSONAL,
        about_submission=True,
        takes_words=False,
    ),
    Command(
        ("answer", "reply"),
        lambda t: p.SubmissionReply(reference=t.reference, words=t.words),
        "answer the Hub",
        PERSONAL,
        about_submission=True,
    ),
    Command(
        ("add", "add detail", "add to"),
        lambda t: p.SubmissionAdd(reference=t.reference, words=t.words),
        "add detail",
        PERSONAL,
        about_submission=True,
    ),
    Command(
        ("more", "tell more"),
        lambda t: p.SubmissionMore(reference=t.reference),
        "tell the Hub more",
        PERSONAL,
        about_submission=True,
        takes_words=False,
    ),
    Command(
        ("withdraw",),
        lambda t: p.SubmissionWithdraw(reference=t.reference, version=0, words=t.words),
        "withdraw it",
        PERSONAL,
        about_submission=True,
    ),
    Command(
        ("reopen",),
        lambda t: p.SubmissionReopen(reference=t.reference, version=0, words=t.words),
        "reopen it",
        PERSONAL,
        about_submission=True,
    ),
    Command(
        ("open", "show"),
        lambda t: p.HubOpen(reference=t.reference),
        "open it",
        CHANNEL,
        about_submission=True,
        takes_words=False,
    ),
    Command(
        ("take",),
        lambda t: p.HubTake(reference=t.reference, version=0),
        "take it",
        CHANNEL,
        about_submission=True,
        takes_words=False,
    ),
    Command(
        ("release",),
        lambda t: p.HubRelease(reference=t.reference, version=0),
        "release it",
        CHANNEL,
        about_submission=True,
        takes_words=False,
    ),
    Command(
        ("forward", "move on", "move it on", "move it along", "move along", "next stage"),
        lambda t: p.HubForward(reference=t.reference, version=0),
        "move it on",
        CHANNEL,
        about_submission=True,
        takes_words=False,
    ),
    Command(
        ("back", "move back"),
        lambda t: p.HubBack(reference=t.reference, version=0),
        "move it back",
        CHANNEL,
        about_submission=True,
        takes_words=False,
    ),
    Command(("give",), _give, "give it to a colleague", CHANNEL, about_submission=True),
    Command(
        ("ask",),
        lambda t: p.HubAsk(reference=t.reference, words=t.words),
        "ask the officer",
        CHANNEL,
        about_submission=True,
    ),
    Command(
        ("answer", "reply"),
        lambda t: p.HubAnswer(reference=t.reference, words=t.words),
        "answer the officer",
        CHANNEL,
        about_submission=True,
    ),
    Command(
        ("note",),
        lambda t: p.HubNote(reference=t.reference, words=t.words),
        "keep a note",
        CHANNEL,
        about_submission=True,
    ),
    *WORKBENCH_COMMANDS,
    *MERGE_COMMANDS,
    *FLOW_COMMANDS,
    *HATS_COMMANDS,
    Command(("close",), _close, "close it", CHANNEL, about_submission=True),
    Command(
        ("reopen",),
        lambda t: p.HubReopen(reference=t.reference, version=0, words=t.words),
        "reopen it",
        CHANNEL,
        about_submission=True,
    ),
)
