"""Handing over all of a colleague's open work: asked first, and told to whom it goes."""

from cards.buttons import button
from cards.flow_payloads import FlowHandOver, FlowWork
from cards.kit import aside, heading, present, sentence
from cards.words import one_line
from domain.language import _, _n
from domain.ports import Outgoing
from domain.submission import Party


def ask_to_hand_over(giver: Party, taker: Party, submissions: int, tasks: int) -> Outgoing:
    """Ask before everything moves, with how much it is."""
    moves = _("{what} would go from {giver} to {taker}.").format(
        what=say_how_much(submissions, tasks), giver=one_line(giver.name, 60), taker=one_line(taker.name, 60)
    )
    sure = FlowHandOver(giver=str(giver.id), taker=str(taker.id), sure=True)
    return present(
        moves,
        [
            heading(_("Hand over open work")),
            sentence(moves),
            aside(_("Each gets a line in its timeline. Whoever takes it over gets one message.")),
        ],
        [button(_("Hand it over"), sure, main=True), button(_("Leave it"), FlowHandOver())],
    )


def work_handed_over(giver: str, submissions: int, tasks: int) -> Outgoing:
    """Tell somebody that a colleague's open work is theirs now, and how much they have with it."""
    told = _("The open work of {giver} is yours now.").format(giver=one_line(giver, 60))
    have = _("With it you have {what}.").format(what=say_how_much(submissions, tasks))
    return present(
        f"{told} {have}",
        [heading(_("Handed over to you")), sentence(told), sentence(have, "Small")],
        [button(_("My work"), FlowWork(), main=True)],
    )


def say_how_much(submissions: int, tasks: int) -> str:
    """Say how much open work there is: submissions, and tasks where there are any."""
    said = _n("{count} submission", "{count} submissions", submissions).format(count=submissions)
    if not tasks:
        return said
    more = _n("{count} task", "{count} tasks", tasks).format(count=tasks)
    return _("{submissions} and {tasks}").format(submissions=said, tasks=more)
