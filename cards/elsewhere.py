"""Words that belong somewhere else: where to go first, then what shall become of them."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from microsoft_teams.cards.core import Action, CardElement, OpenUrlAction

from cards.buttons import button
from cards.kit import aside, line, plain, present, prompt, strong
from cards.menu import CARRIED_BUDGET
from cards.payloads import PortalCarryOn, PortalForget, PortalSubmit, WalkKeep, WalkTakeOut
from cards.words import one_line, weigh
from dialogs.elsewhere import LEADS
from domain.directions import Directions
from domain.ports import Outgoing
from domain.signposts import Elsewhere

TAKE_OUT = "Take my words out"
CARRY_ON = "It is not that: carry on"

_HELD = "Your words wait here until you decide. The Hub does not see them."
_NOT_KEPT = "I have kept none of your words."
_OR_SUBMIT = "If it is about something else, carry on below, or type 'submit' and tell it there."
_BY_TYPING = "You can type 'take out' or 'carry on' as well."

_Ways: TypeAlias = tuple[tuple[str, str, str], ...]
"""Before the place, the place, and its link or nothing."""

_WAYS: Mapping[Elsewhere, Callable[[Directions], _Ways]] = MappingProxyType(
    {
        Elsewhere.EMERGENCY: lambda to: (
            ("Ring now: ", to.emergency, ""),
            ("Or call: ", to.control_room, ""),
        ),
        Elsewhere.WELLBEING: lambda to: (
            ("To talk to somebody now: ", to.crisis_line, ""),
            ("At work: ", to.wellbeing, to.wellbeing_link),
            ("In danger now: ", to.emergency, ""),
        ),
        Elsewhere.STANDARDS: lambda to: (("Go to: ", to.standards, to.standards_link),),
        Elsewhere.INTELLIGENCE: lambda to: (("Put it into: ", to.intelligence, to.intelligence_link),),
    }
)


def point_from_walk(kind: Elsewhere, to: Directions, draft_id: int) -> Outgoing:
    """Point elsewhere while a question is open; the reply waits in the draft."""
    return _point(
        kind,
        to,
        [aside(_HELD), aside(_BY_TYPING, "None")],
        [
            button(TAKE_OUT, WalkTakeOut(draft=draft_id), main=True),
            button(CARRY_ON, WalkKeep(draft=draft_id)),
        ],
    )


def point_from_words(kind: Elsewhere, to: Directions, said: str = "") -> Outgoing:
    """Point elsewhere where nothing waits for an answer: nothing is kept, the card alone carries the words.

    Without ``said`` there is nothing to carry on with.
    """
    if not said:
        return _point(kind, to, [aside(_NOT_KEPT)], [])
    on = PortalCarryOn(words=said) if weigh(said) <= CARRIED_BUDGET else PortalSubmit()
    return _point(
        kind,
        to,
        [aside(_NOT_KEPT), aside(_OR_SUBMIT, "None")],
        [button(TAKE_OUT, PortalForget(), main=True), button(CARRY_ON, on)],
    )


def _point(kind: Elsewhere, to: Directions, after: list[CardElement], actions: list[Action]) -> Outgoing:
    ways = _WAYS[kind](to)
    lines = [line(plain(before), strong(one_line(place, 200)), spacing="Small") for before, place, _ in ways]
    links: list[Action] = [
        OpenUrlAction(title=one_line(f"Open {place}", 38), url=link) for _, place, link in ways if link
    ]
    said = " ".join(f"{before}{one_line(place, 200)}." for before, place, _ in ways)
    return present(f"{LEADS[kind]} {said}", [prompt(LEADS[kind]), *lines, *after], [*links, *actions])
