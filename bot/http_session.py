"""One pooled HTTP session for everything the bot calls."""

import aiohttp


class SharedSession:
    """Opens one aiohttp session on first use, since a session belongs to a running event loop."""

    def __init__(self, *, use_system_proxy: bool = False, connections: int = 100) -> None:
        self._use_system_proxy = use_system_proxy
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    def get(self) -> aiohttp.ClientSession:
        """Give the open session."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=self._use_system_proxy,
                headers={"User-Agent": "PreventionFirst (Microsoft-BotFramework/3.1)"},
            )
        return self._session

    async def close(self) -> None:
        """Close the session and its sockets."""
        if self._session is not None:
            await self._session.close()
