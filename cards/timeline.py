"""What happened to a submission, as sentences: one table, told from the officer's or from the Hub's side."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from microsoft_teams.cards.core import CardElement, RichTextBlock

from cards.kit import aside, line, plain, quiet
from cards.words import capital, one_line, share_out, words
from domain.dates import say_moment
from domain.lifecycle import Side
from domain.submission import Audience, Event, Happened, Party

TOLD: Mapping[Happened, tuple[str, str]] = MappingProxyType(
    {
        Happened.SUBMITTED: ("{who} sent it to the Hub", "{who} sent it"),
        Happened.TAKEN: ("{who} took it on", "{who} took it on"),
        Happened.RELEASED: ("{who} put it back in the queue", "{who} put it back in the queue"),
        Happened.GIVEN: ("{who} gave it to {about}", "{who} gave it to {about}"),
        Happened.MOVED: ("{who} moved it to {about}", "{who} moved it to {about}"),
        Happened.ASKED: ("{who} asked you", "{who} asked the officer"),
        Happened.REPLIED: ("{who} answered the Hub", "{who} answered"),
        Happened.ANSWERED: ("{who} wrote to you", "{who} wrote to the officer"),
        Happened.NOTED: ("{who} made a note", "{who} noted for the Hub"),
        Happened.DETAIL_ADDED: ("{who} added detail", "{who} added detail"),
        Happened.THOUGHT_THROUGH: (
            "{who} attached six hats on {about}",
            "{who} attached six hats on {about}",
        ),
        Happened.CLOSED: ("{who} closed it ({about})", "{who} closed it ({about})"),
        Happened.REOPENED: ("{who} opened it again", "{who} opened it again"),
        Happened.WITHDRAWN: ("{who} withdrew it", "{who} withdrew it"),
    }
)
"""Kind of event to the sentence the officer reads, and the one the Hub reads."""

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
    return sentence.format(
        who="You" if own else one_line(event.actor.name, 60), about=one_line(event.about, 60)
    )


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
        lines.append(aside(f"{missing} earlier {'line is' if missing == 1 else 'lines are'} not shown here."))
    return lines


def _line(event: Event, side: Side, officer: Party, now: datetime, said: str) -> RichTextBlock:
    told = tell(event, side, officer)
    ending = f": {said}" if said else "."
    return line(quiet(f"{capital(say_moment(event.at, now))}  "), plain(told + ending), spacing="Small")
