"""The public keys that Teams signs its tokens with, fetched without holding the event loop up."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any

import aiohttp
from jwt.algorithms import RSAAlgorithm
from jwt.exceptions import InvalidKeyError

from bot.http_session import SharedSession
from domain.clock import Clock

METADATA_URL = "https://login.botframework.com/v1/.well-known/openidconfiguration"

FRESH_FOR = timedelta(days=1)
USABLE_FOR = timedelta(days=3)
UNKNOWN_KEY_PAUSE = timedelta(hours=1)
FAILURE_PAUSE = timedelta(seconds=10)
FETCH_TIMEOUT = aiohttp.ClientTimeout(total=10)


class KeysUnavailableError(Exception):
    """The signing keys could not be fetched, so nothing can be said about any token."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """One key as the SDK's token extractor expects it."""

    public_key: Any  # cryptography's RSA key, which the SDK hands to PyJWT unseen
    endorsements: tuple[str, ...]


class SigningKeys:
    """Keeps the signing keys; the SDK's own keeper fetches with a blocking call inside the event loop."""

    def __init__(self, session: SharedSession, clock: Clock, metadata_url: str = METADATA_URL) -> None:
        self._session = session
        self._clock = clock
        self._metadata_url = metadata_url
        self._keys: dict[str, SigningKey] = {}
        self._fetched_at: datetime | None = None
        self._failed_at: datetime | None = None
        self._fetching = asyncio.Lock()

    async def get(self, key_id: str) -> SigningKey | None:
        """Give the key of this id, or None when Teams has no such key.

        Raises:
            KeysUnavailableError: The keys are not known and cannot be fetched now.
        """
        if self._wants_fetch(key_id):
            async with self._fetching:
                if self._wants_fetch(key_id):
                    await self._fetch_or_keep(key_id)
        return self._keys.get(key_id)

    def _wants_fetch(self, key_id: str) -> bool:
        age = self._age()
        if age is None or age > FRESH_FOR:
            return True
        # A stranger can name any key; asking once an hour finds a new key and cannot be used to hammer.
        return key_id not in self._keys and age > UNKNOWN_KEY_PAUSE

    def _age(self) -> timedelta | None:
        return None if self._fetched_at is None else self._clock.now() - self._fetched_at

    async def _fetch_or_keep(self, key_id: str) -> None:
        try:
            await self._renew()
        except KeysUnavailableError:
            if not self._may_still_use(key_id):
                raise

    async def _renew(self) -> None:
        now = self._clock.now()
        if self._failed_at is not None and now - self._failed_at < FAILURE_PAUSE:
            raise KeysUnavailableError("the last attempt failed a moment ago")
        try:
            self._keys = await self._fetch()
        except KeysUnavailableError:
            self._failed_at = now
            raise
        self._fetched_at, self._failed_at = now, None

    def _may_still_use(self, key_id: str) -> bool:
        age = self._age()
        return age is not None and age < USABLE_FOR and key_id in self._keys

    async def _fetch(self) -> dict[str, SigningKey]:
        try:
            metadata = await self._fetch_json(self._metadata_url)
            key_set = await self._fetch_json(str(metadata["jwks_uri"]))
            return dict(_read_key(entry) for entry in key_set["keys"] if entry.get("kty") == "RSA")
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise KeysUnavailableError(type(error).__name__) from error
        except (InvalidKeyError, KeyError, TypeError, ValueError, AttributeError) as error:
            raise KeysUnavailableError(f"unreadable: {type(error).__name__}") from error

    async def _fetch_json(self, url: str) -> Any:  # noqa: ANN401 - somebody else's JSON, checked where it is read
        async with self._session.get().get(url, timeout=FETCH_TIMEOUT) as answer:
            if answer.status != HTTPStatus.OK:
                raise KeysUnavailableError(f"status {answer.status}")
            return await answer.json(content_type=None)


def _read_key(entry: dict[str, Any]) -> tuple[str, SigningKey]:
    endorsements = tuple(str(name) for name in entry.get("endorsements") or ())
    return str(entry["kid"]), SigningKey(RSAAlgorithm.from_jwk(entry), endorsements)
