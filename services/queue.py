"""The Hub's queue and one's own work: which of the open submissions somebody means, and a page of them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from dialogs.topics import TOPICS
from domain.errors import BadInput
from domain.language import N_, _
from domain.people import Actor, Permission
from domain.queue import QueueFilter, QueuePage
from domain.sieve import ME, NOBODY, Part, Sieve, make_filter
from domain.submission import Party, Stage
from domain.tasks import Task
from services.hub import list_colleagues
from services.permission import require
from storage.work import Work

PAGE = 10
"""Rows of the queue on one card."""

MOST_TASKS_SHOWN = 6
"""Tasks on the card of one's own work."""

_SPOKEN: Mapping[str, tuple[Part, str]] = MappingProxyType(
    {
        **dict.fromkeys(("overdue", "late"), (Part.OVERDUE, "yes")),
        **dict.fromkeys(("mine", "my own", "my"), (Part.OWNER, ME)),
        **dict.fromkeys(
            ("nobody", "nobody\u2019s", "nobody's", "unowned", "without anybody"), (Part.OWNER, NOBODY)
        ),
    }
)
_BETWEEN = re.compile(r"\b(?:and|in|at|of|with|for|the|all|everything)\b|[,;.+&]")
_NOT_KNOWN = N_(
    "I know no topic, stage or colleague called \u201c{words}\u201d. "
    "Try 'queue burglary', 'queue scanning', 'queue overdue' or 'queue mine'."
)


@dataclass(frozen=True, slots=True)
class OpenQueue:
    """A page of the queue, what it was narrowed by, and the colleagues it can be narrowed to."""

    page: QueuePage
    sieve: Sieve
    colleagues: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class OwnWork:
    """What somebody of the Hub owns, what is due first foremost, and what they have to do."""

    page: QueuePage
    tasks: Sequence[Task]
    task_count: int


async def open_queue(  # noqa: PLR0913 (each part is named at the call)
    work: Work, actor: Actor, sieve: Sieve, *, page: int, words: str, now: datetime
) -> OpenQueue:
    """Give one page of the open work, narrowed as the card says and by what was typed.

    Raises:
        Refused: the actor is not of the Hub.
        BadInput: the words name nothing that it can be narrowed by.
    """
    require(actor, Permission.SEE_QUEUE)
    colleagues = await list_colleagues(work)
    asked = {**sieve, **read_words(words, colleagues)}
    wanted = make_filter(asked, actor.person.id)
    return OpenQueue(await work.queue.list_page(wanted, now, page=page, size=PAGE), asked, colleagues)


async def open_own_work(work: Work, actor: Actor, page: int, now: datetime) -> OwnWork:
    """Give one page of what the actor owns, and their tasks.

    Raises:
        Refused: the actor is not of the Hub.
    """
    require(actor, Permission.SEE_QUEUE)
    own = QueueFilter(owner_id=actor.person.id)
    return OwnWork(
        await work.queue.list_page(own, now, page=page, size=PAGE, by_deadline=True),
        await work.tasks.list_open_of(actor.person.id, MOST_TASKS_SHOWN),
        await work.tasks.count_open_of(actor.person.id),
    )


def read_words(typed: str, colleagues: Sequence[Party]) -> Sieve:
    """Read ``burglary overdue``, ``Priya``, ``mine at scanning``: the longest names first.

    Raises:
        BadInput: something in it names nothing.
    """
    rest, found = f" {' '.join(typed.casefold().split())} ", {}
    for phrase, (part, value) in sorted(_list_phrases(colleagues), key=lambda one: -len(one[0])):
        pattern = rf"(?<!\w){re.escape(phrase)}(?!\w)"
        if part not in found and re.search(pattern, rest):
            found[part] = value
            rest = re.sub(pattern, " ", rest)
    left = " ".join(_BETWEEN.sub(" ", rest).split())
    if left:
        raise BadInput(_(_NOT_KNOWN).format(words=left[:60]), field="words", kept=typed)
    return found


def _list_phrases(colleagues: Iterable[Party]) -> Iterator[tuple[str, tuple[Part, str]]]:
    yield from _SPOKEN.items()
    for stage in Stage:
        if stage is not Stage.CLOSED:
            yield stage.value, (Part.STAGE, stage.value)
    for topic in TOPICS:
        for phrase in {topic.name, topic.title.casefold()}:
            yield phrase, (Part.TOPIC, topic.name)
    people = list(colleagues)
    firsts = [one.name.casefold().partition(" ")[0] for one in people]
    for one, first in zip(people, firsts, strict=True):
        yield one.name.casefold(), (Part.OWNER, str(one.id))
        if first and firsts.count(first) == 1:
            yield first, (Part.OWNER, str(one.id))
