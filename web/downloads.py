"""Fetching a file by its link.

A link that works once shows a page with a button first: mail and chat programs open links by themselves, to
look for malware or to draw a preview, and would use it up.
"""

import html
from http import HTTPStatus
from string import Template
from urllib.parse import quote

import structlog
from aiohttp import web

from domain.clock import Clock
from domain.download import Download
from domain.errors import NotFound, ProductError
from services.downloads import DOWNLOADS_PATH, OVER, find_offered, take
from storage.database import Database

log = structlog.stdlib.get_logger(__name__)

_GUARDED = {
    "Cache-Control": "no-store, private",
    "Content-Security-Policy": "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
"""On every answer: nothing here is kept, framed, guessed at or passed on."""

_PAGE = Template(
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="color-scheme" content="light dark"><title>Prevention First</title></head>'
    "<body><main><h1>Prevention First</h1>$body</main></body></html>"
)
_READY = Template(
    "<p>Your file is ready: <strong>$name</strong> ($size).</p>"
    "<p>This link works once. Save the file where your force keeps such files.</p>"
    '<form method="post"><button type="submit">Download</button></form>'
)
_GONE = (
    f"<p>{OVER} It may have been used already, or its time is over.</p>"
    "<p>Ask Prevention First in Teams for the file again.</p>"
)
_KILOBYTE = 1024


class DownloadRoutes:
    """Hands files to whoever brings the link."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def list_routes(self) -> list[web.RouteDef]:
        """Give what the web application mounts."""
        path = f"{DOWNLOADS_PATH}/{{token}}"
        return [web.get(path, self._open, allow_head=False), web.post(path, self._fetch)]

    async def _open(self, request: web.Request) -> web.StreamResponse:
        try:
            async with self._database.read() as work:
                download = await find_offered(work, request.match_info["token"], self._clock.now())
        except ProductError as error:
            return _say_gone(error)
        if download.once:
            name, size = html.escape(download.name), _say_size(download.size)
            return _answer_page(_READY.substitute(name=name, size=size))
        return await self._fetch(request)

    async def _fetch(self, request: web.Request) -> web.StreamResponse:
        try:
            async with self._database.begin() as work:
                download = await take(work, request.match_info["token"], self._clock.now())
        except ProductError as error:
            return _say_gone(error)
        log.info("file fetched", download=download.id, person=download.person_id, size=download.size)
        return await self._stream(request, download)

    async def _stream(self, request: web.Request, download: Download) -> web.StreamResponse:
        """Send the content piece by piece: no two pieces are in memory, and turns go on in between."""
        response = web.StreamResponse(headers={**_GUARDED, "Content-Disposition": _name_file(download.name)})
        response.headers["Content-Type"] = download.content_type
        response.content_length = download.size
        await response.prepare(request)
        position = 0
        while (piece := await self._read_piece(download.id, position)) is not None:
            await response.write(piece)
            position += 1
        await response.write_eof()
        return response

    async def _read_piece(self, download_id: int, position: int) -> bytes | None:
        async with self._database.read() as work:
            return await work.downloads.read_piece(download_id, position)


def _say_gone(error: ProductError) -> web.Response:
    status = HTTPStatus.NOT_FOUND if isinstance(error, NotFound) else HTTPStatus.GONE
    log.info("file refused", status=status.value)
    return _answer_page(_GONE, status)


def _answer_page(body: str, status: HTTPStatus = HTTPStatus.OK) -> web.Response:
    page = _PAGE.substitute(body=body)
    return web.Response(text=page, status=status, content_type="text/html", headers=_GUARDED)


def _name_file(name: str) -> str:
    """Name the file for saving: plainly for old browsers, and in full (RFC 6266)."""
    plain = name.encode("ascii", "replace").decode().replace("?", "_")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def _say_size(size: int) -> str:
    if size < _KILOBYTE:
        return f"{size} bytes"
    kilobytes = size / _KILOBYTE
    return f"{kilobytes:.0f} KB" if kilobytes < _KILOBYTE else f"{kilobytes / _KILOBYTE:.1f} MB"
