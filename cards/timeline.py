"""What happened to a submission, as sentences: one table, told from the officer's or from the Hub's side."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

from microsoft_teams.cards.core import CardElement, RichTextBlock

from cards.kit import aside, line, plain, quiet
from cards.words import capital, one_line, share_out, words
from domain.clock import in_london
from domain.dates import say_date, say_moment
from domain.language import N_, _, _n
from domain.lifecycle import Side
from domain.submission import Audience, Event, Happened, Party

TOLD: Mapping[Happened, tuple[str, str]] = MappingProxyType(
    {
        Happened.SUBMITTED: (N_("{who} sent it to the Hub"), N_("{who} sent it")),
        Happened.TAKEN: (N_("{who} took it on"), N_("{who} took it on")),
        Happened.RELEASED: (N_("{who} put it back in the queue"), N_("{who} put it back in the queue")),
        Happened.GIVEN: (N_("{who} gave it to {about}"), N_("{who} gave it to {about}")),
        Happened.MOVED: (N_("{who} moved it to {about}"), N_("{who} moved it to {about}")),
        Happened.ASKED: (N_("{who} asked you"), N_("{who} asked the officer")),
        Happened.REPLIED: (N_("{who} answered the Hub"), N_("{who} answered")),
        Happened.ANSWERED: (N_("{who} wrote to you"), N_("{who} wrote to the officer")),
        Happened.NOTED: (N_("{who} made a note"), N_("{who} noted for the Hub")),
        Happened.DETAIL_ADDED: (N_("{who} added detail"), N_("{who} added detail")),
        Happened.THOUGHT_THROUGH: (
            N_("{who} attached six hats on \u201c{about}\u201d"),
            N_("{who} attached six hats on \u201c{about}\u201d"),
        ),
        Happened.RELATED: (N_("{who} linked it with {about}"), N_("{who} linked it with {about}")),
        Happened.UNRELATED: (
            N_("{who} took the link with {about} off"),
            N_("{who} took the link with {about} off"),
        ),
        Happened.PRIORITISED: (
            N_("{who} set the priority to {about}"),
            N_("{who} set the priority to {about}"),
        ),
        Happened.DUE_SET: (N_("{who} made it due {about}"), N_("{who} made it due {about}")),
        Happened.DUE_REMOVED: (N_("{who} took the due date off"), N_("{who} took the due date off")),
        Happened.TAGGED: (N_("{who} changed its reasons or tags"), N_("{who} changed its reasons or tags")),
        Happened.JOINED: (N_("{who} meets the same"), N_("{who} meets the same")),
        Happened.TASK_ADDED: (N_("{who} added a task for {about}"), N_("{who} added a task for {about}")),
        Happened.TASK_DONE: (N_("{who} ticked off a task"), N_("{who} ticked off a task")),
        Happened.TASK_REOPENED: (N_("{who} opened a task again"), N_("{who} opened a task again")),
        Happened.TASK_GIVEN: (N_("{who} gave a task to {about}"), N_("{who} gave a task to {about}")),
        Happened.MERGED: (
            N_("{who} merged it into {about}, which is about the same"),
            N_("{who} merged it into {about}"),
        ),
        Happened.MERGED_IN: (N_("{who} merged {about} into it"), N_("{who} merged {about} into it")),
        Happened.TAKEN_OUT: (N_("{who} took {about} out again"), N_("{who} took {about} out again")),
        Happened.CLOSED: (N_("{who} closed it ({about})"), N_("{who} closed it ({about})")),
        Happened.REOPENED: (N_("{who} opened it again"), N_("{who} opened it again")),
        Happened.WITHDRAWN: (N_("{who} withdrew it"), N_("{who} withdrew it")),
    }
)
"""Kind of event to the sentence the officer reads, and the one the Hub reads."""

_OWN: Mapping[Happened, str] = MappingProxyType(
    {
        Happened.SUBMITTED: N_("You sent it to the Hub"),
        Happened.REPLIED: N_("You answered the Hub"),
        Happened.DETAIL_ADDED: N_("You added detail"),
        Happened.THOUGHT_THROUGH: N_("You attached six hats on \u201c{about}\u201d"),
        Happened.REOPENED: N_("You opened it again"),
        Happened.WITHDRAWN: N_("You withdrew it"),
    }
)
"""What officers read of their own deeds: sentences of their own, since in most languages the verb changes."""

_ABOUT_OURS = frozenset({Happened.MOVED, Happened.CLOSED, Happened.PRIORITISED})
"""Events about a stage, an outcome or a priority, which are our own words."""

_ABOUT_A_DAY = frozenset({Happened.DUE_SET})

MOST_LINES = 15
"""Lines of history on a card; the rest is counted."""


def visible_to(side: Side, events: Sequence[Event]) -> list[Event]:
    """Give the events one side may read, oldest first. The Hub's own notes never reach the officer."""
    if side is Side.OFFICER:
        events = [
            event
            for event in events
            if event.audience is Audience.EVERYONE and event.kind is not Happened.NOTED
        ]
    return sorted(events, key=lambda event: (event.at, event.id))


def tell(event: Event, side: Side, officer: Party) -> str:
    """Say in a sentence, without its full stop, what happened."""
    own = side is Side.OFFICER and event.actor.id == officer.id
    sentence = TOLD[event.kind][0 if side is Side.OFFICER else 1]
    if own:
        sentence = _OWN.get(event.kind, sentence)
    about = _say_about(event)
    return _(sentence).format(
        who=_("You") if own else one_line(event.actor.name, 60), about=one_line(about, 60)
    )


def _say_about(event: Event) -> str:
    if event.kind in _ABOUT_A_DAY:
        return say_date(date.fromisoformat(event.about), in_london(event.at).date())
    return _(event.about) if event.kind in _ABOUT_OURS else event.about


def list_lines(
    events: Sequence[Event], side: Side, officer: Party, now: datetime, budget: int
) -> list[RichTextBlock]:
    """Give a line an event, with the words that came with it, in ``budget`` bytes of words together."""
    written = share_out([words(event.words) for event in events], budget)
    return [_line(event, side, officer, now, said) for event, said in zip(events, written, strict=True)]


def list_history(
    events: Sequence[Event], side: Side, officer: Party, now: datetime, budget: int
) -> list[CardElement]:
    """Give the latest lines of a history, newest first, and how many earlier ones there are."""
    latest = list(reversed(events))[:MOST_LINES]
    lines: list[CardElement] = list(list_lines(latest, side, officer, now, budget))
    missing = len(events) - len(latest)
    if missing:
        hidden = _n(
            "{count} earlier line is not shown here.", "{count} earlier lines are not shown here.", missing
        )
        lines.append(aside(hidden.format(count=missing)))
    return lines


def _line(event: Event, side: Side, officer: Party, now: datetime, said: str) -> RichTextBlock:
    told = tell(event, side, officer)
    ending = f": {said}" if said else "."
    return line(quiet(f"{capital(say_moment(event.at, now))}  "), plain(told + ending), spacing="Small")
