"""Words that belong somewhere else: where to go first, then what shall become of them."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from microsoft_teams.cards.core import Action, OpenUrlAction

from cards.buttons import button
from cards.carried import Carried
from cards.hats_payloads import HatsKeep
from cards.kit import aside, line, plain, present, prompt, sentence, strong
from cards.menu import CARRIED_BUDGET
from cards.payloads import PortalCarryOn, PortalSubmit, WalkKeep, WalkTakeOut
from cards.words import one_line, weigh
from dialogs.elsewhere import LEADS
from domain.directions import Directions
from domain.language import N_, _
from domain.ports import Outgoing
from domain.signposts import Elsewhere

TAKE_OUT = N_("Take my words out")
CARRY_ON = N_("It is not that: carry on")
KEEP_IT = N_("It is a thought: keep it")

_HELD = N_("Your words wait here until you decide. The Hub does not see them.")
_NOT_KEPT = N_("I have kept none of your words.")
_OR_SUBMIT = N_("If it is about something else, carry on below, or type 'submit' and tell it there.")
_BY_TYPING = N_("You can type 'take out' or 'carry on' as well.")
_NOT_ADDED = N_("I have not added your words to the six hats.")
_STILL_THERE = N_("What you typed still stands in that chat; you can delete it there.")
_NOT_DONE = N_("I have kept none of your words, and nothing has changed with {reference}.")

_Ways: TypeAlias = tuple[tuple[str, str, str], ...]
"""Before the place, the place, and its link or nothing."""

_WAYS: Mapping[Elsewhere, Callable[[Directions], _Ways]] = MappingProxyType(
    {
        Elsewhere.EMERGENCY: lambda to: (
            (N_("Ring now:"), to.emergency, ""),
            (N_("Or call:"), to.control_room, ""),
        ),
        Elsewhere.WELLBEING: lambda to: (
            (N_("To talk to somebody now:"), to.crisis_line, ""),
            (N_("At work:"), to.wellbeing, to.wellbeing_link),
            (N_("In danger now:"), to.emergency, ""),
        ),
        Elsewhere.STANDARDS: lambda to: ((N_("Go to:"), to.standards, to.standards_link),),
        Elsewhere.INTELLIGENCE: lambda to: ((N_("Put it into:"), to.intelligence, to.intelligence_link),),
    }
)


def point_from_walk(kind: Elsewhere, to: Directions, draft_id: int) -> Outgoing:
    """Point elsewhere while a question is open; the reply waits in the draft."""
    actions = [
        button(_(TAKE_OUT), WalkTakeOut(draft=draft_id), main=True),
        button(_(CARRY_ON), WalkKeep(draft=draft_id)),
    ]
    return _point(kind, to, (_(_HELD), _(_BY_TYPING)), actions)


def point_from_words(kind: Elsewhere, to: Directions, said: str = "") -> Outgoing:
    """Point elsewhere where nothing waits for an answer: nothing is kept, the card alone carries the words.

    Without ``said`` there is nothing to carry on with.
    """
    if not said:
        return _point(kind, to, (_(_NOT_KEPT),))
    on = PortalCarryOn(words=said) if weigh(said) <= CARRIED_BUDGET else PortalSubmit()
    return _point(kind, to, (_(_NOT_KEPT), _(_OR_SUBMIT)), [button(_(CARRY_ON), on)])


def point_from_move(kind: Elsewhere, to: Directions, reference: str, go_on: Carried | None) -> Outgoing:
    """Point elsewhere with the words of a decision; ``go_on`` carries it out, where they fit a button."""
    actions = [button(_(CARRY_ON), go_on)] if go_on is not None else []
    return _point(kind, to, (_(_NOT_DONE).format(reference=reference),), actions)


def point_from_hats(kind: Elsewhere, to: Directions, keep: HatsKeep | None, *, overheard: bool) -> Outgoing:
    """Point elsewhere with a thought; ``keep`` adds it after all, and without it there is nothing to add.

    ``overheard`` says that it was typed where others read along, and so can still be read there.
    """
    after = (_(_NOT_ADDED), _(_STILL_THERE)) if overheard else (_(_NOT_ADDED),)
    return _point(kind, to, after, [button(_(KEEP_IT), keep)] if keep is not None else [])


def point_still(kind: Elsewhere, to: Directions, done: str) -> Outgoing:
    """Leave where to go on the screen, with what has become of the words."""
    return _point(kind, to, (), said=done)


def _point(
    kind: Elsewhere, to: Directions, after: Sequence[str], actions: Sequence[Action] = (), *, said: str = ""
) -> Outgoing:
    ways = [(_(before), one_line(_(place), 200), link) for before, place, link in _WAYS[kind](to)]
    lead = _(LEADS[kind])
    lines = [line(plain(f"{before} "), strong(place), spacing="Small") for before, place, _link in ways]
    links: list[Action] = [
        OpenUrlAction(title=one_line(_("Open {place}").format(place=place), 38), url=link)
        for _lead, place, link in ways
        if link
    ]
    places = " ".join(f"{before} {place}." for before, place, _url in ways)
    return present(
        f"{said} {lead} {places}".strip(),
        [
            sentence(said) if said else None,
            prompt(lead),
            *lines,
            *(aside(one, "Small" if number == 0 else "None") for number, one in enumerate(after)),
        ],
        [*links, *actions],
    )
