"""The morning's message about stale work, to the Hub or to whose it is."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from microsoft_teams.cards.core import Action, CardElement

from cards.buttons import button
from cards.flow_payloads import FlowWork
from cards.hub_payloads import HubOpen, HubQueue
from cards.kit import aside, heading, line, plain, present, rows, sentence, strong
from cards.my_work import say_task_facts
from cards.queue import queue_row
from cards.quiet_payloads import RemindersShow
from cards.words import one_line
from domain.digest import PATIENCE, Digest, Pile, Stale
from domain.language import _, _n
from domain.ports import Outgoing
from domain.sieve import LATE, NOBODYS, write_sieve

MOST_TASKS = 4
"""Late tasks in one message."""


def _say_days(why: Stale) -> str:
    days = PATIENCE[why]
    return _n("{count} working day", "{count} working days", days).format(count=days)


_TITLES: Mapping[Stale, Callable[[], str]] = MappingProxyType(
    {
        Stale.LATE: lambda: _("Overdue"),
        Stale.UNOWNED: lambda: _("Nobody has taken it for {days}").format(days=_say_days(Stale.UNOWNED)),
        Stale.UNANSWERED: lambda: _("The officer has not answered for {days}").format(
            days=_say_days(Stale.UNANSWERED)
        ),
        Stale.QUIET: lambda: _("Nothing has happened for {days}").format(days=_say_days(Stale.QUIET)),
    }
)


def hub_digest(digest: Digest, now: datetime) -> Outgoing:
    """Tell the Hub's channel what has waited too long."""
    actions = [
        button(_("Overdue"), HubQueue(sieve=write_sieve(LATE))),
        button(_("What nobody has"), HubQueue(sieve=write_sieve(NOBODYS))),
    ]
    return _tell(digest, now, _("What has waited too long"), actions)


def own_digest(digest: Digest, now: datetime) -> Outgoing:
    """Tell somebody of the Hub what of theirs has waited too long."""
    actions = [button(_("My work"), FlowWork()), button(_("Reminders"), RemindersShow())]
    return _tell(digest, now, _("What has waited too long of yours"), actions)


def _tell(digest: Digest, now: datetime, name: str, actions: Sequence[Action]) -> Outgoing:
    counted = [f"{_TITLES[pile.why]()}: {pile.count}" for pile in digest.piles]
    if digest.late_tasks:
        counted.append(_("Tasks overdue: {count}").format(count=len(digest.late_tasks)))
    body: list[CardElement] = [heading(name)]
    body += [part for pile in digest.piles for part in _show_pile(pile, now)]
    body += _show_tasks(digest, now)
    return present(f"{name}. {'. '.join(counted)}.", body, actions)


def _show_pile(pile: Pile, now: datetime) -> list[CardElement]:
    shown: list[CardElement] = [
        line(strong(f"{_TITLES[pile.why]()}: {pile.count}"), spacing="Large"),
        *(queue_row(row, now) for row in pile.rows),
    ]
    return [*shown, *_say_more(pile.count - len(pile.rows))]


def _show_tasks(digest: Digest, now: datetime) -> list[CardElement]:
    if not digest.late_tasks:
        return []
    shown: list[CardElement] = [
        line(strong(_("Tasks overdue: {count}").format(count=len(digest.late_tasks))), spacing="Large")
    ]
    for task in digest.late_tasks[:MOST_TASKS]:
        tip = _("Open {reference}").format(reference=task.reference)
        look = button(_("Open"), HubOpen(reference=task.reference), tip=tip)
        shown += [
            line(plain(one_line(task.words, 100)), spacing="Medium"),
            aside(say_task_facts(task, now), "None"),
            *rows([look]),
        ]
    return [*shown, *_say_more(len(digest.late_tasks) - MOST_TASKS)]


def _say_more(missing: int) -> list[CardElement]:
    if missing <= 0:
        return []
    hidden = _n("{count} more is not shown here.", "{count} more are not shown here.", missing)
    return [sentence(hidden.format(count=missing), "Small")]
