"""Six hats worn together: one card for everybody, the hat that is on, and what has been thought."""

from collections.abc import Sequence
from datetime import datetime

from microsoft_teams.cards.core import Action, CardElement, RichTextBlock

from cards.buttons import Box, button, choice_box, opening, text_box
from cards.hats_payloads import (
    HatsAdd,
    HatsAll,
    HatsBack,
    HatsFinish,
    HatsHandOver,
    HatsLead,
    HatsNext,
    HatsUnname,
)
from cards.kit import (
    DOT,
    aside,
    folded,
    heading,
    line,
    plain,
    present,
    problem,
    prompt,
    quiet,
    rows,
    sentence,
    strong,
    title,
)
from cards.words import cut, one_line, room_beside, share_out, words
from dialogs.walkthrough import NO_NAMES
from domain.hat_session import HatSession, Thought, list_people
from domain.language import _, _n
from domain.ports import Outgoing
from domain.six_hats import LAST, STEPS

LATEST = 5
"""Thoughts under the hat that is on; the rest is counted."""
LATEST_ELSEWHERE = 3
"""Thoughts shown of each other hat."""
LATEST_BUDGET = 5_000
ELSEWHERE_BUDGET = 6_000
"""Bytes of people's words."""
KEPT_BYTES = 12_000
"""Bytes of a thought that is kept in the box: far more than fits, and small enough for the card."""
LONGEST_NAME = 50
"""Characters of a name on a line of its thought."""
MOST_PEOPLE = 40
"""People in the list to hand over to."""
ANYBODY = "anybody"
FINISH = "finish"
"""The box that stands open where somebody typed that they would like to finish."""


def hats_card(  # noqa: PLR0913 (the picture, and what came of a press on it)
    session: HatSession,
    thoughts: Sequence[Thought],
    now: datetime,
    *,
    note: str = "",
    error: str = "",
    kept: str = "",
    box: str = "",
) -> Outgoing:
    """Show the hat that is on, its latest thoughts with a box for one's own, and what the leader can do."""
    here = [thought for thought in thoughts if thought.position == session.position]
    said = f"{_(session.step.label)}. {_count_here(len(here))}"
    return present(
        _("Six hats on {topic}: {said} Mention me with yours, or write it in the card.").format(
            topic=one_line(session.topic), said=said
        ),
        [
            heading(_("Six hats")),
            title(one_line(session.topic, 200)),
            aside(_say_where(session), "None"),
            aside(_say_who_may_lead(session, now), "None") if _is_free(session, now) else None,
            *_ask_to_finish(session, box),
            problem(error) if error else sentence(note) if note else None,
            prompt(f"{_(session.step.label)} {session.step.mark}"),
            *[aside(_(question), "None") for question in session.step.prompts],
            *_list_here(here, room_beside(kept, LATEST_BUDGET)),
            *_ask(session, kept),
            *rows(_list_readings(session, thoughts), spacing="Small"),
            _fold_elsewhere(session, thoughts, room_beside(kept, ELSEWHERE_BUDGET)),
            *rows(_list_leading(session, thoughts, now), spacing="Medium"),
            aside(_say_ways(session)),
        ],
    )


def folded_hats(session: HatSession) -> Outgoing:
    """Point from an earlier card of the same six hats to the one further down."""
    said = one_line(session.topic) + DOT + _("the card is further down now.")
    what = _("Six hats")
    return present(f"{what}: {said}", [line(strong(f"{what}: "), quiet(said))])


def list_thoughts(thoughts: Sequence[Thought], budget: int) -> list[RichTextBlock]:
    """Give a line a thought, with who had it where that is kept, in ``budget`` bytes of words together."""
    texts = share_out([words(thought.text) for thought in thoughts], budget)
    return [_line(thought, text) for thought, text in zip(thoughts, texts, strict=True)]


def _line(thought: Thought, text: str) -> RichTextBlock:
    if thought.who is None:
        return line(plain(f"\u2022 {text}"), spacing="Small")
    who = one_line(thought.who.name, LONGEST_NAME)
    return line(plain("\u2022 "), strong(f"{who}: "), plain(text), spacing="Small")


def _say_where(session: HatSession) -> str:
    facts = [
        _("Hat {position} of {count}").format(position=session.position + 1, count=len(STEPS)),
        _("{name} leads").format(name=one_line(session.leader.name, 60)),
    ]
    if session.unattributed:
        facts.append(_("nobody is named"))
    return DOT.join(facts)


def _ask_to_finish(session: HatSession, box: str) -> list[CardElement]:
    """Ask in the card, where somebody typed that they would like to finish."""
    if box != FINISH:
        return []
    return [
        prompt(_("Shall these six hats end? To carry on, leave this as it is.")),
        _finish(session).opened(),
    ]


def _is_free(session: HatSession, now: datetime) -> bool:
    return session.offered or session.is_left(now)


def _say_who_may_lead(session: HatSession, now: datetime) -> str:
    who = one_line(session.leader.name, 60)
    if session.is_left(now):
        return _("Nothing from {who} for a day: anybody here can take the lead.").format(who=who)
    return _("{who} would like somebody else to lead.").format(who=who)


def _say_ways(session: HatSession) -> str:
    """Say how else to take part; where nobody is named, what the chat shows all the same."""
    brings = _("Mention me with 'hats' to bring this card down again.")
    if session.names_people(session.position):
        seen = _("You can also mention me in this chat with your thought.")
    else:
        seen = _("No name is kept under this hat. A thought typed in the chat is still seen there as yours.")
    return f"{seen} {brings}"


def _list_here(here: Sequence[Thought], budget: int) -> list[CardElement]:
    if not here:
        return [aside(_("Nothing under this hat yet."))]
    earlier = len(here) - LATEST
    counted = [aside(_count_earlier(earlier))] if earlier > 0 else []
    return [*counted, *list_thoughts(here[-LATEST:], budget)]


def _count_here(count: int) -> str:
    if not count:
        return _("No thoughts under this hat.")
    return _n("One thought under this hat.", "{count} thoughts under this hat.", count).format(count=count)


def _count_earlier(count: int) -> str:
    return _n("One thought before these.", "{count} thoughts before these.", count).format(count=count)


def _ask(session: HatSession, kept: str) -> list[CardElement]:
    box = text_box(
        "words_thought",
        _("Your thought"),
        _("Write a few words first."),
        kept=cut(kept, KEPT_BYTES),
        hint=_(NO_NAMES),
        # The client may not insist: the leader's boxes on this card would be held up by it.
        required=False,
    )
    payload = HatsAdd(session=session.id, hat=session.step.hat)
    return [box, *rows([button(_("Add"), payload, main=True, sends_inputs=True)])]


def _list_readings(session: HatSession, thoughts: Sequence[Thought]) -> list[Action]:
    if not thoughts:
        return []
    all_of_them = button(_("All thoughts"), HatsAll(session=session.id))
    elsewhere = any(thought.position != session.position for thought in thoughts)
    return [opening(_("Other hats so far"), "elsewhere"), all_of_them] if elsewhere else [all_of_them]


def _fold_elsewhere(session: HatSession, thoughts: Sequence[Thought], budget: int) -> CardElement | None:
    """Fold away the latest thoughts of every other hat, for those who come later."""
    others = [position for position in range(len(STEPS)) if position != session.position]
    filled = [[one for one in thoughts if one.position == position] for position in others]
    items: list[CardElement] = []
    share = budget // max(1, sum(bool(under) for under in filled))
    for position, under in zip(others, filled, strict=True):
        if not under:
            continue
        earlier = len(under) - LATEST_ELSEWHERE
        items.append(line(strong(f"{_(STEPS[position].label)} {STEPS[position].mark}"), spacing="Medium"))
        items += list_thoughts(under[-LATEST_ELSEWHERE:], share)
        items += [aside(_count_earlier(earlier))] if earlier > 0 else []
    return folded("elsewhere", items) if items else None


def _list_leading(session: HatSession, thoughts: Sequence[Thought], now: datetime) -> list[Action]:
    """Give what the leader can do; whoever else presses is told so."""
    here = {"session": session.id, "hat": session.step.hat}
    actions: list[Action] = []
    if _is_free(session, now):
        actions.append(button(_("I will lead"), HatsLead(session=session.id)))
    if session.position < LAST:
        following = _("Next: {hat} hat").format(hat=_(STEPS[session.position + 1].hat))
        actions.append(button(following, HatsNext.model_validate(here)))
    else:
        actions.append(_finish(session).behind_button())
    if session.position > 0:
        before = _("Back: {hat} hat").format(hat=_(STEPS[session.position - 1].hat))
        actions.append(button(before, HatsBack.model_validate(here)))
    actions.append(_offer_lead(session, thoughts).behind_button())
    if session.position < LAST:
        actions.append(_finish(session).behind_button())
    if not thoughts and not session.unattributed:
        actions.append(button(_("Leave out all names"), HatsUnname(session=session.id)))
    return actions


def _offer_lead(session: HatSession, thoughts: Sequence[Thought]) -> Box:
    people = [
        (str(person.id), one_line(person.name, LONGEST_NAME)) for person in list_people(session, thoughts)
    ]
    who = choice_box(
        "colleague",
        _("Who leads from now on"),
        _("Choose who leads first."),
        [(ANYBODY, _("Whoever is willing")), *people[:MOST_PEOPLE]],
    )
    send = button(_("Hand it over"), HatsHandOver(session=session.id), main=True, sends_inputs=True)
    return Box(_("Hand over"), (who,), send)


def _finish(session: HatSession) -> Box:
    send = button(_("Finish now"), HatsFinish(session=session.id, sure=True), main=True)
    rest = "" if session.position == LAST else _("The hats that follow are left out.")
    ends = _("It ends for everybody here, and this card becomes the summary. What was added is kept.")
    return Box(_("Finish"), (), send, intro=f"{ends} {rest}".strip())
