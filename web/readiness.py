"""Whether this process can do its work: the database, its migrations, and how far deliveries are behind."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus

import structlog
from aiohttp import web

from domain.clock import Clock
from domain.dates import say_span
from domain.delivery import Backlog
from domain.ports import JSONObject
from storage.database import Database

READINESS_PATH = "/readyz"
LONGEST_DELAY = timedelta(minutes=10)
"""How long something may be due and still not be sent before the process is called not ready."""
PATIENCE_SECONDS = 3.0
"""How long the database may take to answer: a probe waits a few seconds at most."""
LOOK_AGAIN = timedelta(seconds=2)
"""How old a look may be that is shown again: counting costs, and probes come from several sides."""

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen at a moment; without a backlog the database did not answer."""

    at: datetime
    backlog: Backlog | None = None
    is_current: bool = False

    @property
    def oldest(self) -> timedelta:
        """Tell how long the oldest has waited, for whatever reason."""
        since = self.backlog.oldest if self.backlog else None
        return self.at - since if since else timedelta(0)

    @property
    def delay(self) -> timedelta:
        """Tell how long something has been due that nobody has looked at."""
        due_since = self.backlog.due_since if self.backlog else None
        return self.at - due_since if due_since else timedelta(0)

    @property
    def is_ready(self) -> bool:
        """Tell whether work should be sent here."""
        return self.backlog is not None and self.is_current and self.delay <= LONGEST_DELAY


class Watch:
    """Looks at the database for probes and monitors, at most once in a while."""

    def __init__(
        self, database: Database, clock: Clock, find_earlier: Callable[[], Awaitable[frozenset[str]]]
    ) -> None:
        """Take where to look; ``find_earlier`` gives the migrations that this release goes beyond."""
        self._database = database
        self._clock = clock
        self._find_earlier = find_earlier
        self._earlier: frozenset[str] | None = None
        self._last: Look | None = None
        self._one_at_a_time = asyncio.Lock()

    async def look(self) -> Look:
        """Look, unless somebody did just now."""
        async with self._one_at_a_time:
            last, now = self._last, self._clock.now()
            if last is None or last.backlog is None or not now - LOOK_AGAIN < last.at <= now:
                self._last = last = await self._look(now)
            return last

    async def _look(self, now: datetime) -> Look:
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                if self._earlier is None:
                    self._earlier = await self._find_earlier()
                async with self._database.read() as work:
                    present = await work.revisions.present()
                    # A newer release may have migrated already while this process is still at work.
                    if not present or present & self._earlier:
                        return Look(now, Backlog(0, 0, None))
                    return Look(now, await work.outbox.count_waiting(), is_current=True)
        except Exception as error:  # noqa: BLE001 (whatever it is, the answer is that it does not work)
            log.error("database does not answer", error=type(error).__name__)  # noqa: TRY400 (the class says enough, each few seconds)
            return Look(now)


class ReadinessRoutes:
    """Tells a load balancer, and whoever looks into it, whether to send work here."""

    def __init__(self, watch: Watch, *, by_meaning: bool = False) -> None:
        """Take what looks; ``by_meaning`` says whether a model tells which cases are alike."""
        self._watch = watch
        self._similar = _BY_MEANING if by_meaning else _BY_WORDS

    def list_routes(self) -> list[web.RouteDef]:
        """Give what the web application mounts."""
        return [web.get(READINESS_PATH, self._show)]

    async def _show(self, _request: web.Request) -> web.Response:
        look = await self._watch.look()
        status = HTTPStatus.OK if look.is_ready else HTTPStatus.SERVICE_UNAVAILABLE
        return web.json_response(
            _describe(look, self._similar), status=status, headers={"Cache-Control": "no-store"}
        )


_BY_MEANING = "Similar cases are found by their words and by what they mean."
_BY_WORDS = "Similar cases are found by words alone, which finds fewer: MEANING_MODEL is not set."


def _describe(look: Look, similar: str) -> JSONObject:
    if look.backlog is None:
        return {
            "status": "not ready",
            "words": "The database does not answer.",
            "database": "does not answer",
        }
    described: JSONObject = {
        "status": "ready" if look.is_ready else "not ready",
        "words": _say(look, look.backlog),
        "database": "answers",
        "migrations": "current" if look.is_current else "behind this release",
    }
    if look.is_current:
        described["similar_cases"] = similar
        described["outbox"] = {
            "waiting": look.backlog.waiting,
            "dead_letters": look.backlog.dead,
            "oldest_seconds": round(look.oldest.total_seconds(), 1),
            "behind_seconds": round(look.delay.total_seconds(), 1),
        }
    return described


def _say(look: Look, backlog: Backlog) -> str:
    if not look.is_current:
        return "The database is behind this release. Run: python -m admin migrate"
    if not look.is_ready:
        behind = say_span(look.at - look.delay, look.at)
        return f"Deliveries are behind: the oldest has been due for {behind}."
    given_up = f" {backlog.dead} could not be delivered; see 'deliveries'." if backlog.dead else ""
    return f"Everything works.{given_up}"
