"""Six hats that have ended: next steps first, all thoughts by hat, and what can come of them."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from microsoft_teams.cards.core import Action, CardElement

from cards.buttons import Box, button, text_box
from cards.hats import list_thoughts
from cards.hats_payloads import HatsAll, HatsAttach, HatsSubmit
from cards.kit import DOT, aside, heading, line, present, problem, sentence, strong, title
from cards.pages import turn_pages
from cards.words import one_line, weigh, words
from domain.dates import say_moment
from domain.hat_session import HatSession, HatStage, Thought, count_thoughts, write_out
from domain.language import _, _n
from domain.ports import Outgoing
from domain.six_hats import LAST, STEPS

A_LINE = 260
"""Bytes that a thought takes on a card beside its words."""
A_SUMMARY = 19_000
"""Bytes of thoughts on the summary; what does not fit is one press away."""
A_PAGE = 28_000
"""Bytes of thoughts on one page of the whole list."""
ATTACH = "attach"
"""The box that opens at once where a reference did not fit."""
PLAIN_TEXT = 1_500
"""Characters of the summary as plain text, for notifications and clients that draw no cards."""


def hats_summary(  # noqa: PLR0913 (the picture, and what came of a press on it)
    session: HatSession,
    thoughts: Sequence[Thought],
    now: datetime,
    *,
    note: str = "",
    error: str = "",
    kept: str = "",
    box: str = "",
) -> Outgoing:
    """Show what was thought and what comes of it."""
    pages = paginate(thoughts, A_SUMMARY)
    shown = pages[0] if pages else []
    missing = len(thoughts) - len(shown)
    return present(
        write_out(session, thoughts, PLAIN_TEXT),
        [
            heading(_("Six hats: what was thought")),
            title(one_line(session.topic, 200)),
            aside(_say_end(session, thoughts, now), "None"),
            _attach(session, kept).opened(error) if box == ATTACH else None,
            problem(error) if error and box != ATTACH else sentence(note) if note else None,
            *_say_next_steps(thoughts),
            *_list_by_hat(shown),
            aside(_count_missing(missing)) if missing else None,
        ],
        _list_actions(session, thoughts, attaching=box == ATTACH, is_cut=bool(missing)),
    )


def hats_list(session: HatSession, thoughts: Sequence[Thought], page: int) -> Outgoing:
    """List all thoughts by hat, uncut, one page at a time; ``page`` counts from nought."""
    pages = paginate(thoughts, A_PAGE) or [[]]
    page = min(page, len(pages) - 1)
    said = _("All thoughts on {topic}: {thoughts}.").format(
        topic=one_line(session.topic), thoughts=count_thoughts(len(thoughts))
    )
    return present(
        said,
        [
            heading(_("Six hats: all thoughts")),
            title(one_line(session.topic, 200)),
            *(_list_by_hat(pages[page]) or [aside(_("Nothing has been added yet."))]),
            *turn_pages(page, len(pages), lambda to: HatsAll(session=session.id, page=to)),
        ],
    )


def paginate(thoughts: Sequence[Thought], room: int) -> list[list[Thought]]:
    """Share thoughts out over cards: next steps first, then by hat; each page holds whole thoughts."""
    order = sorted(thoughts, key=lambda thought: (thought.position - LAST) % len(STEPS))
    return list(_fill(order, room))


def _fill(thoughts: Sequence[Thought], room: int) -> Iterator[list[Thought]]:
    page: list[Thought] = []
    left = room
    for thought in thoughts:
        weight = weigh(words(thought.text)) + (weigh(thought.who.name) if thought.who else 0) + A_LINE
        if page and weight > left:
            yield page
            page, left = [], room
        page.append(thought)
        left -= weight
    if page:
        yield page


def _count_missing(count: int) -> str:
    said = _n("One thought more under 'All thoughts'.", "{count} thoughts more under 'All thoughts'.", count)
    return said.format(count=count)


def _list_by_hat(thoughts: Sequence[Thought]) -> list[CardElement]:
    elements: list[CardElement] = []
    above = -1
    for thought in thoughts:
        if thought.position != above:
            above = thought.position
            step = STEPS[above]
            elements.append(line(strong(f"{_(step.label)} {step.mark}"), spacing="Medium"))
        elements += list_thoughts([thought], A_PAGE)
    return elements


def _say_next_steps(thoughts: Sequence[Thought]) -> list[CardElement]:
    if not thoughts or any(thought.position == LAST for thought in thoughts):
        return []
    return [sentence(_("No next steps were added."), "Medium")]


def _say_end(session: HatSession, thoughts: Sequence[Thought], now: datetime) -> str:
    when = say_moment(session.changed_at, now)
    ended = (
        _("closed after a quiet week")
        if session.stage is HatStage.QUIET
        else _("finished {when}").format(when=when)
    )
    return DOT.join([count_thoughts(len(thoughts)).capitalize(), ended])


def _list_actions(
    session: HatSession, thoughts: Sequence[Thought], *, attaching: bool, is_cut: bool
) -> list[Action]:
    actions: list[Action] = [
        button(
            _("Start a submission from it"),
            HatsSubmit(session=session.id),
            main=True,
            tip=_("A draft with this topic comes to your own chat with me."),
        )
    ]
    if thoughts and not attaching:
        actions.append(_attach(session, "").behind_button())
    if is_cut:
        actions.append(button(_("All thoughts"), HatsAll(session=session.id)))
    return actions


def _attach(session: HatSession, kept: str) -> Box:
    reference = text_box(
        "words_attach",
        _("The submission's reference"),
        _("Write its reference first, for example PF-2026-0001."),
        kept=one_line(kept, 40),
        hint="PF-2026-0001",
        lines=False,
    )
    send = button(_("Attach it"), HatsAttach(session=session.id), main=True, sends_inputs=True)
    return Box(
        _("Attach to a submission"),
        (reference,),
        send,
        intro=_("It joins the history of the submission, for its officer and the Hub."),
    )
