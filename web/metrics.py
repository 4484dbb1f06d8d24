"""Figures for a monitor, in Prometheus' text format."""

import hmac
from http import HTTPStatus
from typing import Any, TypeVar

from aiohttp import web
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)

from domain.addresses import FORWARDING_HEADERS, is_loopback
from web.readiness import Look, Watch

METRICS_PATH = "/metrics"
TURN_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
DELIVERY_SECONDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
MOST_CODES = 60
"""Different codes of Teams that are counted apart; what comes after them is counted together."""
_LONGEST_CODE = 48
_OTHER = "other"
M = TypeVar("M", Counter, Histogram)
_TURN = ("happening", "outcome")
_DELIVERY = ("deed", "outcome", "code")


class PrometheusMeter:
    """Counts into a registry of its own; several products in one process do not meet."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._turns = Counter("pf_turns", "Turns, by how they ended.", _TURN, registry=registry)
        self._turn_seconds = Histogram(
            "pf_turn_seconds", "How long turns take.", ("happening",), buckets=TURN_SECONDS, registry=registry
        )
        self._deliveries = Counter(
            "pf_deliveries", "Calls to Teams, by how they ended.", _DELIVERY, registry=registry
        )
        self._delivery_seconds = Histogram(
            "pf_delivery_seconds", "How long Teams takes.", buckets=DELIVERY_SECONDS, registry=registry
        )
        self._busy = Counter("pf_database_busy", "Times the database could not be had.", registry=registry)
        self._waiting = Gauge("pf_deliveries_waiting", "Cards and messages that wait.", registry=registry)
        self._dead = Gauge("pf_deliveries_dead", "Cards and messages that were given up.", registry=registry)
        self._oldest = Gauge("pf_delivery_oldest_seconds", "How long the oldest waits.", registry=registry)
        self._behind = Gauge(
            "pf_delivery_behind_seconds", "How long something has been due.", registry=registry
        )
        self._codes: set[str] = set()
        self._labelled: dict[tuple[object, ...], Any] = {}

    def count_turn(self, happening: str, outcome: str, seconds: float) -> None:
        """Count one turn: what came in, how it ended, how long it took."""
        self._label(self._turns, happening, outcome).inc()
        self._label(self._turn_seconds, happening).observe(seconds)

    def count_delivery(self, deed: str, outcome: str, code: str, seconds: float) -> None:
        """Count one call to Teams: what it did, how it ended, what Teams called that, how long it took."""
        self._label(self._deliveries, deed, outcome, self._bound(code)).inc()
        self._delivery_seconds.observe(seconds)

    def count_busy(self) -> None:
        """Count one time that the database could not be had."""
        self._busy.inc()

    def note(self, look: Look) -> None:
        """Set what waits, as it was seen."""
        if look.backlog is None:
            return
        self._waiting.set(look.backlog.waiting)
        self._dead.set(look.backlog.dead)
        self._oldest.set(look.oldest.total_seconds())
        self._behind.set(look.delay.total_seconds())

    def _label(self, metric: M, *labels: str) -> M:
        """Find one line of a figure; finding it the library's own way costs as much as counting."""
        key = (metric, *labels)
        line: M | None = self._labelled.get(key)
        if line is None:
            line = self._labelled[key] = metric.labels(*labels)
        return line

    def _bound(self, code: str) -> str:
        """Keep the codes few: they come from the other side, and each one costs memory for ever."""
        if code in self._codes or not code:
            return code
        if len(self._codes) >= MOST_CODES or len(code) > _LONGEST_CODE or not code.isidentifier():
            return _OTHER
        self._codes.add(code)
        return code


class MetricsRoutes:
    """Shows the figures to this machine, and elsewhere to whoever brings the token."""

    def __init__(self, registry: CollectorRegistry, meter: PrometheusMeter, watch: Watch, token: str) -> None:
        self._registry = registry
        self._meter = meter
        self._watch = watch
        self._token = token.encode()

    def list_routes(self) -> list[web.RouteDef]:
        """Give what the web application mounts."""
        return [web.get(METRICS_PATH, self._show)]

    async def _show(self, request: web.Request) -> web.Response:
        if not self._may_read(request):
            return web.Response(status=HTTPStatus.UNAUTHORIZED, headers={"WWW-Authenticate": "Bearer"})
        self._meter.note(await self._watch.look())
        return web.Response(
            body=generate_latest(self._registry), headers={"Content-Type": CONTENT_TYPE_LATEST}
        )

    def _may_read(self, request: web.Request) -> bool:
        brought = request.headers.get("Authorization", "").removeprefix("Bearer ").encode()
        if self._token and hmac.compare_digest(brought, self._token):
            return True
        forwarded = any(name in request.headers for name in FORWARDING_HEADERS)
        return not forwarded and is_loopback(request.remote or "")
