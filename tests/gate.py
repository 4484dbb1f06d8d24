"""A gate in front of PostgreSQL: a line that can be cut, refused, or left without an answer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import psycopg
from sqlalchemy import make_url


class Gate:
    """Passes everything on while it is open. Use ``in_front_of``."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self._lines: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None
        self._port = 0
        self._refusing: asyncio.Server | None = None
        self.refused = 0
        """How many lines were turned away since it was shut."""
        self._speaking = asyncio.Event()
        self._speaking.set()
        self._fatal = b""

    @classmethod
    @asynccontextmanager
    async def in_front_of(cls, url: str) -> AsyncIterator["Gate"]:
        """Stand in front of a database."""
        gate = cls(url)
        await gate.open()
        try:
            yield gate
        finally:
            await gate.shut()
            await gate._let_go()

    @property
    def url(self) -> str:
        """Give the database's address through the gate."""
        address = self._url.set(host="127.0.0.1", port=self._port).difference_update_query(["host", "port"])
        return address.render_as_string(hide_password=False)

    async def open(self) -> None:
        """Take lines, and pass on what is said on them; what was held back is lost."""
        if not self._speaking.is_set():
            await self.shut()
            self._speaking.set()
        await self._let_go()
        if self._server is None:
            self._server = await asyncio.start_server(self._take, "127.0.0.1", self._port)
            self._port = self._server.sockets[0].getsockname()[1]

    async def shut(self) -> None:
        """Cut every line and refuse new ones, as a server that went down."""
        if self._server is not None:
            self._server.close()
            self._server, self.refused = None, 0
            self._refusing = await asyncio.start_server(self._turn_away, "127.0.0.1", self._port)
        for line in list(self._lines):
            line.cancel()
        if self._lines:
            await asyncio.wait(self._lines)

    async def _turn_away(self, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.refused += 1
        writer.transport.abort()

    async def _let_go(self) -> None:
        if self._refusing is not None:
            self._refusing.close()
            self._refusing = None

    def fall_silent(self) -> None:
        """Take lines and pass nothing on, as a machine that is cut off from the network."""
        self._speaking.clear()

    def fall_silent_behind(self, words: str) -> None:
        """Pass on the commit of what holds these words, and nothing from then on: its answer is lost."""
        self._fatal = words.encode()

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._lines.add(task)
        try:
            await self._pass_on(reader, writer)
        except (asyncio.CancelledError, OSError):
            pass
        finally:
            self._lines.discard(task)
            writer.transport.abort()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there_reader, there_writer = await self._connect()
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(self._copy(reader, there_writer, is_asking=True))
                both.create_task(self._copy(there_reader, writer))
        except* OSError:
            pass
        finally:
            there_writer.transport.abort()

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        known = psycopg.conninfo.conninfo_to_dict(self._url.render_as_string(hide_password=False))
        host, port = str(known.get("host", "127.0.0.1")), int(known.get("port") or 5432)
        if host.startswith("/"):
            return await asyncio.open_unix_connection(f"{host}/.s.PGSQL.{port}")
        return await asyncio.open_connection(host, port)

    async def _copy(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, *, is_asking: bool = False
    ) -> None:
        holds_it = False
        while said := await source.read(65_536):
            await self._speaking.wait()
            holds_it = holds_it or (is_asking and bool(self._fatal) and self._fatal in said)
            if holds_it and b"COMMIT" in said:
                self.fall_silent()
            sink.write(said)
            await sink.drain()
        with suppress(OSError):
            sink.close()
