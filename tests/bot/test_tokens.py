"""Tokens for calls to Teams: fetched in a thread, once, and kept."""

import asyncio
import threading
from datetime import timedelta
from typing import Any

import jwt
import pytest
from botframework.connector.auth import MicrosoftAppCredentials
from botframework.connector.auth.managedidentity_app_credentials import ManagedIdentityAppCredentials

from bot.auth import AppType, BotIdentity
from bot.tokens import NoTokens, SdkTokens, TokenUnavailableError, choose_tokens
from tests.bot.edge import TestClock


class SlowCredentials:
    """Credentials that block, as the SDK's do."""

    def __init__(self, clock: TestClock, life: timedelta = timedelta(hours=1)) -> None:
        self.fetched = 0
        self.broken = False
        self.gate = threading.Event()
        self.gate.set()
        self._clock = clock
        self._life = life

    def get_access_token(self) -> str:
        self.gate.wait(5)
        self.fetched += 1
        if self.broken:
            raise PermissionError("the secret is p4ssw0rd")
        claims = {"exp": int((self._clock.now() + self._life).timestamp()), "n": self.fetched}
        return jwt.encode(claims, "k" * 32)

    async def create_credentials(self, *_parts: Any) -> "SlowCredentials":  # noqa: ANN401 - the SDK's signature
        return self


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


async def test_fetching_does_not_hold_the_event_loop_up(clock: TestClock) -> None:
    credentials = SlowCredentials(clock)
    credentials.gate.clear()
    asking = asyncio.create_task(SdkTokens("a", credentials, clock).token())
    for _ in range(10):
        await asyncio.sleep(0)
    assert not asking.done()
    credentials.gate.set()
    assert await asking


async def test_one_fetch_serves_all_until_shortly_before_the_end(clock: TestClock) -> None:
    credentials = SlowCredentials(clock)
    tokens = SdkTokens("a", credentials, clock)
    first = set(await asyncio.gather(*(tokens.token() for _ in range(20))))
    assert len(first) == 1
    clock.passes(timedelta(minutes=54))
    assert {await tokens.token()} == first
    clock.passes(timedelta(minutes=2))
    assert {await tokens.token()} != first
    assert credentials.fetched == 2


async def test_a_token_that_still_holds_is_used_while_no_new_one_comes(clock: TestClock) -> None:
    credentials = SlowCredentials(clock)
    tokens = SdkTokens("a", credentials, clock)
    first = await tokens.token()
    credentials.broken = True
    clock.passes(timedelta(minutes=57))
    assert await tokens.token() == first
    clock.passes(timedelta(minutes=5))
    with pytest.raises(TokenUnavailableError) as raised:
        await tokens.token()
    assert "p4ssw0rd" not in repr(raised.value)
    assert raised.value.__suppress_context__


async def test_the_kind_of_app_chooses_the_credentials(clock: TestClock) -> None:
    assert isinstance(choose_tokens(BotIdentity(local_mode=True), clock), NoTokens)
    single = choose_tokens(BotIdentity("a", "p", tenant_id="the-tenant"), clock)
    managed = choose_tokens(BotIdentity("a", "", AppType.MANAGED_IDENTITY, "t"), clock)
    assert isinstance(single, SdkTokens)
    assert isinstance(managed, SdkTokens)
    password = await make(single)
    assert isinstance(password, MicrosoftAppCredentials)
    assert password.oauth_endpoint == "https://login.microsoftonline.com/the-tenant"
    assert isinstance(await make(managed), ManagedIdentityAppCredentials)


async def make(tokens: SdkTokens) -> object:
    login = "https://login.microsoftonline.com/"
    return await tokens._factory.create_credentials("a", "scope", login, validate_authority=True)  # noqa: SLF001 - no token can be fetched here


async def test_local_mode_has_no_token() -> None:
    assert await NoTokens().token() == ""
