"""The tokens the bot shows to Teams, fetched by the SDK's credentials off the event loop."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

import jwt
from botframework.connector.auth import (
    AuthenticationConstants,
    PasswordServiceClientCredentialFactory,
    ServiceClientCredentialsFactory,
)
from botframework.connector.auth.managedidentity_service_client_credential_factory import (
    ManagedIdentityServiceClientCredentialsFactory,
)

from bot.auth import AppType, BotIdentity
from domain.clock import Clock

REFRESH_BEFORE = timedelta(minutes=5)
UNDATED_TOKEN_LIFE = timedelta(minutes=10)


class TokenUnavailableError(Exception):
    """No token could be had: the sign-in service is away, or refuses the bot's own credentials."""


class AccessTokens(Protocol):
    """Gives the token for calls to Teams."""

    async def token(self) -> str:
        """Give a valid token, or an empty string where none is wanted.

        Raises:
            TokenUnavailableError: None can be had now.
        """
        ...

    def drop(self, token: str) -> bool:
        """Forget a token that Teams refused; tells whether another one can be fetched."""
        ...


class NoTokens:
    """For local mode: the client on the same machine asks for no token."""

    async def token(self) -> str:
        """Give no token."""
        return ""

    def drop(self, token: str) -> bool:  # noqa: ARG002 (there is none)
        """Forget nothing: there is no other."""
        return False


class SdkTokens:
    """Keeps one token until shortly before it ends; the SDK's fetch blocks, so it runs in a thread."""

    def __init__(self, app_id: str, factory: ServiceClientCredentialsFactory, clock: Clock) -> None:
        self._app_id = app_id
        self._factory = factory
        self._clock = clock
        self._credentials: Any = None  # the SDK's AppCredentials, which ships no types
        self._token = ""
        self._ends_at: datetime | None = None
        self._fetching = asyncio.Lock()

    async def token(self) -> str:
        """Give a valid token.

        Raises:
            TokenUnavailableError: None can be had now.
        """
        if self._is_ageing():
            async with self._fetching:
                if self._is_ageing():
                    await self._renew()
        return self._token

    def drop(self, token: str) -> bool:
        """Forget a token that Teams refused, unless it was replaced meanwhile; another one can be fetched."""
        if token == self._token:
            self._token, self._ends_at = "", None
        return True

    def _is_ageing(self) -> bool:
        return self._ends_at is None or self._clock.now() >= self._ends_at - REFRESH_BEFORE

    async def _renew(self) -> None:
        try:
            token = await self._fetch()
        except Exception as error:  # noqa: BLE001 - msal and requests raise what they like
            if self._ends_at is not None and self._clock.now() < self._ends_at:
                return
            # Not from the error: what it says may hold the credentials.
            raise TokenUnavailableError(type(error).__name__) from None
        self._token = token
        self._ends_at = _read_end(token) or self._clock.now() + UNDATED_TOKEN_LIFE

    async def _fetch(self) -> str:
        if self._credentials is None:
            self._credentials = await self._factory.create_credentials(
                self._app_id,
                AuthenticationConstants.TO_CHANNEL_FROM_BOT_OAUTH_SCOPE,
                AuthenticationConstants.TO_CHANNEL_FROM_BOT_LOGIN_URL_PREFIX,
                True,  # noqa: FBT003 - the SDK's factories name this argument differently
            )
        return str(await asyncio.to_thread(self._credentials.get_access_token))


def choose_tokens(identity: BotIdentity, clock: Clock) -> AccessTokens:
    """Choose where tokens come from: a password, a managed identity, or nowhere in local mode."""
    if identity.local_mode:
        return NoTokens()
    if identity.app_type is AppType.MANAGED_IDENTITY:
        factory = ManagedIdentityServiceClientCredentialsFactory(identity.app_id)
    else:
        factory = PasswordServiceClientCredentialFactory(
            identity.app_id, identity.app_password, identity.tenant_id
        )
    return SdkTokens(identity.app_id, factory, clock)


def _read_end(token: str) -> datetime | None:
    # Only the end is read, of a token we were given and never check: the other side does that.
    try:
        claims = jwt.decode(token, options={"verify_signature": False})
        return datetime.fromtimestamp(float(claims["exp"]), UTC)
    except (jwt.PyJWTError, KeyError, TypeError, ValueError, OverflowError, OSError):
        return None
