"""Every kind of card in every interesting state, by name: walked by the tests and drawn as pictures."""

from cards.admin_payloads import RoleGive, RoleTake
from cards.deliveries import confirm_drop, deliveries
from cards.drafts import DraftView, confirm_cancel, drafts, in_the_middle, left_draft, unfinished
from cards.folded import folded_answer, folded_card, folded_draft
from cards.hub import hub_card
from cards.menu import help_card, hub_help, menu, offer, welcome
from cards.payloads import PortalSubmitWith
from cards.question import question
from cards.queue import queue
from cards.review import review
from cards.roles import confirm_taking, roles
from cards.status import status
from cards.submissions import my_submissions
from dialogs import engine
from dialogs.state import REVIEW, Doubt, FromHats
from dialogs.tell_more import TELL_MORE
from domain.delivery import Backlog
from domain.directions import Directions
from domain.language import _
from domain.people import Reach
from domain.picked import NOT_AN_EMAIL
from domain.ports import JSONObject, Outgoing
from domain.queue import QueuePage, StageTotal
from domain.signposts import Elsewhere
from domain.submission import Happened, Stage
from tests.cards import samples as s
from tests.cards.alike_gallery import alike
from tests.cards.care_gallery import care
from tests.cards.elsewhere_gallery import elsewhere
from tests.cards.flow_gallery import flow
from tests.cards.follow_gallery import following
from tests.cards.hats_gallery import BEGUN, hats
from tests.cards.library_gallery import library
from tests.cards.messages_gallery import short
from tests.cards.plan_gallery import plans
from tests.cards.quiet_gallery import quiet
from tests.cards.thinking_gallery import thinking
from tests.cards.workbench_gallery import workbenches
from tests.cards.worst_gallery import worst

MISSED = "Somebody was quicker: Lee Marsh has it now, at analysis. Here is how it stands."
HATS = FromHats(session=7, topic=BEGUN.topic)
VIEW = DraftView(12, "Bikes are stolen from the racks", "Scanning · 3 of 7", s.ago(hours=20))
TOTALS = (StageTotal(Stage.RECEIVED, 4, 3), StageTotal(Stage.SCANNING, 3, 1), StageTotal(Stage.ANALYSIS, 3))


def gallery() -> dict[str, JSONObject]:
    """Give every card, by a name that says what is to be seen."""
    return {name: made.card for name, made in outgoing().items() if made.card is not None}


def outgoing() -> dict[str, Outgoing]:
    """Give every card with its summary."""
    return {
        **menus(),
        **elsewhere(),
        **walking(),
        **officers(),
        **hubs(),
        **short(),
        **administrators(),
        **alike(),
        **following(),
        **hats(),
        **thinking(),
        **plans(),
        **care(),
        **quiet(),
        **flow(),
        **library(),
        **worst(),
    }


def menus() -> dict[str, Outgoing]:
    """The welcome, the menu, the help, and what is unfinished."""
    return {
        "welcome": welcome("Sam"),
        "welcome without a name": welcome(""),
        "menu": menu(0),
        "menu with two unfinished": menu(2),
        "help": help_card(),
        "help for an administrator": help_card(for_admin=True),
        "help for a trainer": help_card(for_trainer=True),
        "help for the hub": hub_help(),
        "offer to submit what was typed": offer("Quad bikes on the common every Sunday"),
        "drafts": drafts([VIEW, DraftView(13, "", "", s.ago(days=3))], s.NOW),
        "left draft, a word": left_draft(VIEW),
        "left draft, a warning": left_draft(VIEW, s.ago(days=-7)),
        "drafts, none": drafts([], s.NOW),
        "unfinished": unfinished(VIEW, s.NOW),
        "in the middle of something": in_the_middle(VIEW, s.NOW, PortalSubmitWith(words=s.LONG)),
        "unfinished, with others": unfinished(VIEW, s.NOW, others=2),
        "cancel, asked first": confirm_cancel(12, "Bikes are stolen from the racks"),
    }


def walking() -> dict[str, Outgoing]:
    """A walkthrough: each kind of question, held replies, the review, folded lines."""
    number, told = "07700 900123", "Her number is 07700 900123 and she lives by the station."
    return {
        "question, a choice": question(s.WALK, s.at("kind"), 12),
        "question, words": question(s.WALK, s.at("problem"), 12),
        "question, too late": question(
            s.WALK, s.at("place"), 12, note="That question is already answered. Here is where you are now."
        ),
        "question, one line kept": question(s.WALK, s.at("place"), 12, kept="Hitchin station"),
        "question, many choices": question(s.WALK, s.at("topic"), 12),
        "question that may be skipped": question(s.WALK, s.at("analysis"), 12),
        "question, changed from the review": question(
            s.WALK, s.at("problem", answers=s.ANSWERS, reviewing=True), 12
        ),
        "choice, changed from the review": question(
            s.WALK, s.at("kind", answers=s.ANSWERS, reviewing=True), 12
        ),
        "held, the topic of six hats": question(
            s.WALK, s.holding("problem", Doubt.SUGGESTED, BEGUN.topic).model_copy(update={"hats": HATS}), 12
        ),
        "review, from six hats": review(s.WALK, s.at(REVIEW, reviewing=True, hats=HATS), 12),
        "held, a command": question(
            s.WALK, s.holding("problem", Doubt.COMMAND, "queue", command="open the queue"), 12
        ),
        "held, another command": question(
            s.WALK, s.holding("problem", Doubt.COMMAND, "add PF-2026-0001 late", command="add detail"), 12
        ),
        "held, personal": question(s.WALK, s.holding("problem", Doubt.PERSONAL, told, found=(number,)), 12),
        "held, unclear": question(
            s.WALK, s.holding("kind", Doubt.UNCLEAR, "an ideal", guesses=("idea",)), 12
        ),
        "held, unclear of many": question(
            s.WALK, s.holding("topic", Doubt.UNCLEAR, "steeling", guesses=("theft", "robbery")), 12
        ),
        **{
            f"held, {kind} elsewhere": question(
                s.WALK, s.holding("problem", Doubt.ELSEWHERE, told, elsewhere=kind), 12
            )
            for kind in Elsewhere
        },
        "held, wellbeing elsewhere, with a link": question(
            s.WALK,
            s.holding("problem", Doubt.ELSEWHERE, told, elsewhere=Elsewhere.WELLBEING),
            12,
            directions=Directions(
                wellbeing="Occupational Health, 01632 960123", wellbeing_link="https://force.example/care"
            ),
        ),
        "held, hours later": question(
            s.WALK, s.holding("problem", Doubt.LATE, "Shoplifting at the Co-op", left_at=s.NOW), 12
        ),
        "held, too long": question(s.WALK, s.holding("problem", Doubt.TOO_LONG, s.LONG * 2), 12),
        "review": review(s.WALK, s.REVIEWING, 12),
        "review, something left out": review(
            s.WALK, s.at(REVIEW, answers={}), 12, "One answer is needed first."
        ),
        "review, told more": review(s.WALK, s.at(REVIEW, answers=s.WORST_ANSWERS), 12),
        **deeper(),
        "folded answer": folded_answer(s.WALK, s.REVIEWING, 12, "place", can_change=True),
        "folded answer, sent": folded_answer(s.WALK, s.REVIEWING, 12, "assessment", can_change=False),
        "folded question, not answered": folded_answer(
            s.WALK, s.at("place"), 12, "analysis", can_change=True
        ),
        "folded review": folded_answer(s.WALK, s.REVIEWING, 12, REVIEW, can_change=True),
        "folded card": folded_card("PF-2026-0007", "Bikes are stolen from the racks"),
        "folded draft": folded_draft("Bikes are stolen", "Saved for later", resume=12),
    }


def deeper() -> dict[str, Outgoing]:
    """Telling the Hub more, and what the coach says of it."""
    hinted = s.at("assessment").model_copy(update={"hint": "patrols alone"})
    told = engine.start(TELL_MORE, given={"aim": "Half as many by March", "brings": "initiative"})
    return {
        "question, extra": question(s.WALK, s.at("aim", answers=s.DEEP_ANSWERS), 12),
        "question, five mechanisms": question(s.WALK, s.at("mechanism", answers=s.DEEP_ANSWERS), 12),
        "question, five techniques": question(s.WALK, s.at("technique_risk", answers=s.DEEP_ANSWERS), 12),
        "question, with a hint": question(s.WALK, hinted, 12),
        "question, why it is asked": question(
            s.WALK, s.at("assessment"), 12, note="Saying it now makes it possible to show it later."
        ),
        "review, with hints": review(s.WALK, s.at(REVIEW, answers=s.HINTED_ANSWERS), 12),
        "review, partly told more": review(s.WALK, s.at(REVIEW, answers=s.DEEP_ANSWERS), 12),
        "review, later": review(
            TELL_MORE, told.model_copy(update={"at": REVIEW, "about": "PF-2026-0007"}), 12
        ),
    }


def officers() -> dict[str, Outgoing]:
    """The officer's status card along its life, and their list."""
    early, middle = [s.SENT], [s.SENT, s.TAKEN, s.NOTED, s.MOVED]
    asked = [*middle, s.ASKED]
    end = [*asked, s.REPLIED, s.ANSWERED, s.CLOSING]
    left = s.event(Happened.WITHDRAWN, s.SAM, s.ago(minutes=5))
    return {
        "status, just sent": status(s.RECEIVED, early, s.NOW, note="Thank you. The Hub has it now."),
        "status, sample and sensitive": status(s.SENSITIVE, early, s.NOW),
        "status, under way": status(s.OWNED, middle, s.NOW),
        "status, put back": status(s.RELEASED, middle, s.NOW),
        "status, asked": status(s.WAITING, asked, s.NOW),
        "status, asked and then noted": status(
            s.WAITING, [*asked, s.event(Happened.MOVED, s.PRIYA, s.ago(minutes=9), about="response")], s.NOW
        ),
        "status, empty answer": status(
            s.WAITING, asked, s.NOW, error="Write your answer first.", box="reply"
        ),
        "status, adding went wrong": status(
            s.WAITING, asked, s.NOW, error="That is 6,200 characters.", kept="The light", box="add detail"
        ),
        "status, withdrawing went wrong": status(s.OWNED, middle, s.NOW, error=MISSED, box="withdraw"),
        "status, answered": status(s.OWNED, [*asked, s.REPLIED, s.ANSWERED], s.NOW),
        "status, closed": status(s.CLOSED, end, s.NOW),
        "status, reopening went wrong": status(
            s.CLOSED, end, s.NOW, error="Say in a sentence what has changed.", box="reopen"
        ),
        "status, withdrawn": status(s.WITHDRAWN, [*early, left], s.NOW),
        "my submissions": my_submissions([s.WAITING, s.RECEIVED, s.CLOSED], s.NOW, page=0, pages=3),
        "my submissions, last page": my_submissions([s.SENSITIVE], s.NOW, page=2, pages=3),
        "my submissions, none": my_submissions([], s.NOW),
    }


def hubs() -> dict[str, Outgoing]:
    """The Hub's card along a submission's life, each box open, and the queue."""
    middle = [s.SENT, s.TAKEN, s.NOTED, s.MOVED, s.ASKED]
    after = [*middle, s.REPLIED, s.ANSWERED]
    opened = {
        f"hub, {box} went wrong": hub_card(
            s.CLOSED if box == "reopen" else s.OWNED,
            middle,
            s.NOW,
            colleagues=s.COLLEAGUES,
            error="Write a few words first.",
            kept="What I had typed",
            chosen={"give": "3", "close": "addressed"}.get(box, ""),
            box=box,
        )
        for box in ("ask", "answer", "note", "give", "close", "reopen")
    }
    return {
        **workbenches(),
        "hub, new": hub_card(s.RECEIVED, [s.SENT], s.NOW, colleagues=s.COLLEAGUES),
        "hub, new and nobody known": hub_card(s.RECEIVED, [], s.NOW, colleagues=()),
        "hub, owned": hub_card(s.OWNED, middle[:4], s.NOW, colleagues=s.COLLEAGUES),
        "hub, waiting for the officer": hub_card(s.WAITING, middle, s.NOW, colleagues=s.COLLEAGUES),
        "hub, answered": hub_card(s.OWNED, after, s.NOW, colleagues=s.COLLEAGUES),
        "hub, too late": hub_card(s.OWNED, after, s.NOW, colleagues=s.COLLEAGUES, error=MISSED),
        "hub, note": hub_card(s.OWNED, after, s.NOW, colleagues=s.COLLEAGUES, note="You have it now."),
        "hub, closed": hub_card(s.CLOSED, [*after, s.CLOSING], s.NOW, colleagues=s.COLLEAGUES),
        "hub, sensitive": hub_card(s.SENSITIVE, [s.SENT], s.NOW, colleagues=s.COLLEAGUES),
        **opened,
        "queue": queue(QueuePage(s.ROWS, 0, 2, TOTALS), s.NOW),
        "queue, last page": queue(QueuePage(s.ROWS[7:], 1, 2, TOTALS), s.NOW),
        "queue, empty": queue(QueuePage((), 0, 1, ()), s.NOW),
    }


def administrators() -> dict[str, Outgoing]:
    """What could not be delivered, and who has which role."""
    backlog = Backlog(12, len(s.LETTERS), s.ago(minutes=4))
    one = Backlog(1, 1, s.ago(minutes=4))
    note = "On its way again: the officer's card (PF-2026-0007) for Sam Reed."
    return {
        "deliveries": deliveries(s.LETTERS, backlog, s.NOW, pages=2),
        "deliveries, one left": deliveries(s.LETTERS[:1], one, s.NOW, note=note),
        "deliveries, none": deliveries([], Backlog(0, 0, None), s.NOW),
        "deliveries, a card dropped": confirm_drop(s.LETTERS[0]),
        "deliveries, a message dropped": confirm_drop(s.LETTERS[1]),
        "roles": roles(s.GRANTS, s.ACQUAINTED, pages=2),
        "roles, none": roles([], []),
        "roles, given to somebody not met": roles(
            s.GRANTS,
            s.ACQUAINTED,
            note="sam.reed@force.example has this role now: Administrator.",
            reach=Reach.NOT_YET,
            link="https://teams.microsoft.com/l/chat/0/0?users=28:00000000-0000-0000-0000-000000000000",
        ),
        "roles, an e-mail that is none": roles(
            s.GRANTS[:1], [], error=_(NOT_AN_EMAIL), given=RoleGive(person_email="sam.reed", role="trainer")
        ),
        "roles, asked before one is taken": confirm_taking(
            s.GRANTS[0].person, RoleTake(holder=7, role="trainer")
        ),
    }
