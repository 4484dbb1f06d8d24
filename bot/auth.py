"""Who may speak to the bot: strict tokens, one tenant, and a local mode for a developer's machine alone."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from http import HTTPStatus
from typing import Any, Protocol
from urllib.parse import urlsplit

import jwt
from botframework.connector.auth import (
    ChannelValidation,
    ClaimsIdentity,
    JwtTokenExtractor,
    SimpleCredentialProvider,
    VerifyOptions,
)

from bot.incoming import Incoming
from bot.signing_keys import METADATA_URL, KeysUnavailableError, SigningKeys
from domain.addresses import is_loopback

ISSUER = "https://api.botframework.com"
ALGORITHM = "RS256"
TEAMS = "msteams"
CLOCK_TOLERANCE_SECONDS = 300
BEARER = re.compile(r"Bearer ([\w-]+\.[\w-]+\.[\w-]+)", re.ASCII)


class AppType(StrEnum):
    """How the bot proves to Teams who it is, in Azure's own words."""

    SINGLE_TENANT = "SingleTenant"
    MANAGED_IDENTITY = "UserAssignedMSI"


@dataclass(frozen=True, slots=True)
class BotIdentity:
    """Who the bot is. Without an app id it runs in local mode or not at all.

    Raises:
        ValueError: The parts do not fit together; the sentence says which.
    """

    app_id: str = ""
    app_password: str = field(default="", repr=False)
    app_type: AppType = AppType.SINGLE_TENANT
    tenant_id: str = ""
    local_mode: bool = False

    def __post_init__(self) -> None:
        if self.local_mode:
            if self.app_id:
                raise ValueError("Local mode checks no tokens, so it is refused where an app id is set.")
            return
        if not self.app_id:
            raise ValueError("An app id is needed; without one anybody could speak to the bot.")
        if not self.tenant_id:
            raise ValueError("A tenant id is needed; without one any organisation could speak to the bot.")
        if self.app_type is AppType.SINGLE_TENANT and not self.app_password:
            raise ValueError("A single-tenant app needs its password.")


@dataclass(frozen=True, slots=True)
class Caller:
    """What a request says about who sends it, before its body is read."""

    authorization: tuple[str, ...]
    peer: str
    host: str
    forwarded: bool


class RefusedError(Exception):
    """A request is turned away with an HTTP status; the reason is for the log alone."""

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class Doorkeeper(Protocol):
    """Decides who comes in: the caller before the body is read, then what the body claims."""

    async def admit(self, caller: Caller) -> ClaimsIdentity:
        """Let a caller in, or raise RefusedError."""
        ...

    def check(self, claims: ClaimsIdentity, incoming: Incoming) -> None:
        """Hold an activity against what its caller may say, or raise RefusedError."""
        ...


class TokenDoorkeeper:
    """Checks Teams' tokens: our own strict look first, then the SDK's validation."""

    def __init__(
        self, identity: BotIdentity, keys: SigningKeys, trusted_services: frozenset[str] = frozenset()
    ) -> None:
        """Take who the bot is, the keys, and the origins of service URLs that are trusted.

        Without ``trusted_services`` any https service URL that a token names is taken.
        """
        self._identity = identity
        self._trusted_services = trusted_services
        self._credentials = SimpleCredentialProvider(identity.app_id, "")
        options = VerifyOptions([ISSUER], None, CLOCK_TOLERANCE_SECONDS, False)  # noqa: FBT003 - ignore_expiration
        self._extractor = JwtTokenExtractor(options, METADATA_URL, [ALGORITHM])
        # The SDK's keeper of keys blocks the event loop while it fetches; ours has the same shape.
        self._extractor.open_id_metadata = keys

    async def admit(self, caller: Caller) -> ClaimsIdentity:
        """Let a caller with a valid token in.

        Raises:
            RefusedError: 401 for anything wrong with the token, 503 if the keys cannot be had.
        """
        token = _read_bearer(caller.authorization)
        _look_at_token(token)
        try:
            claims = await self._extractor.get_identity("Bearer", token, TEAMS, [])
            return await ChannelValidation.validate_identity(claims, self._credentials)
        except KeysUnavailableError as error:
            raise RefusedError(HTTPStatus.SERVICE_UNAVAILABLE, f"signing keys: {error}") from error
        except Exception as error:  # the SDK raises bare exceptions; whatever it says, the token is no good
            raise RefusedError(HTTPStatus.UNAUTHORIZED, f"token: {type(error).__name__}") from error

    def check(self, claims: ClaimsIdentity, incoming: Incoming) -> None:
        """Hold the activity's service URL and tenant against the token and the configuration.

        Raises:
            RefusedError: 401 for a service URL the token does not name, 403 for another tenant.
        """
        service_url = incoming.place.service_url
        if claims.get_claim_value(ChannelValidation.SERVICE_URL_CLAIM) != service_url:
            raise RefusedError(HTTPStatus.UNAUTHORIZED, "service URL is not the token's")
        if not self._trusts(service_url):
            raise RefusedError(HTTPStatus.FORBIDDEN, "service URL is not trusted")
        _check_tenant(self._identity, incoming)

    def _trusts(self, service_url: str) -> bool:
        origin = _read_origin(service_url)
        if self._trusted_services:
            return origin in self._trusted_services
        return origin.startswith("https://")


class LocalDoorkeeper:
    """Lets in whoever sits on the same machine, for as long as answers stay on it too."""

    def __init__(self, identity: BotIdentity) -> None:
        if not identity.local_mode:
            raise ValueError("Only an identity in local mode may go without tokens.")
        self._identity = identity

    async def admit(self, caller: Caller) -> ClaimsIdentity:
        """Let a caller on this machine in.

        Raises:
            RefusedError: 403 for any other, also behind a tunnel or a name that points here.
        """
        if caller.forwarded or not is_loopback(caller.peer):
            raise RefusedError(HTTPStatus.FORBIDDEN, "local mode: the caller is not on this machine")
        if not is_loopback(urlsplit(f"//{caller.host}").hostname or ""):
            raise RefusedError(HTTPStatus.FORBIDDEN, "local mode: the host asked for is not this machine")
        return ClaimsIdentity({}, True, "anonymous")  # noqa: FBT003 - the SDK's argument is_authenticated

    def check(self, claims: ClaimsIdentity, incoming: Incoming) -> None:  # noqa: ARG002 - no token, no claims
        """Refuse to answer to another machine.

        Raises:
            RefusedError: 403 when the service URL is not on this machine, or for another tenant.
        """
        # Without a token the sender chooses where the bot posts, so that must be here.
        if not is_loopback(_read_host(incoming.place.service_url)):
            raise RefusedError(HTTPStatus.FORBIDDEN, "local mode: the service URL is not on this machine")
        if self._identity.tenant_id:
            _check_tenant(self._identity, incoming)


def choose_doorkeeper(
    identity: BotIdentity, keys: SigningKeys, trusted_services: frozenset[str] = frozenset()
) -> Doorkeeper:
    """Choose by identity: tokens, unless local mode was asked for."""
    if identity.local_mode:
        return LocalDoorkeeper(identity)
    return TokenDoorkeeper(identity, keys, trusted_services)


def _read_bearer(authorization: tuple[str, ...]) -> str:
    found = BEARER.fullmatch(authorization[0]) if len(authorization) == 1 else None
    if found is None:
        raise RefusedError(HTTPStatus.UNAUTHORIZED, "no bearer token, or a malformed one")
    return found[1]


def _look_at_token(token: str) -> None:
    # The SDK accepts a token without an end and fails loudly on odd ones, so look before it does.
    try:
        header = jwt.get_unverified_header(token)
        claims = jwt.decode(token, options={"verify_signature": False})
    except Exception as error:  # a stranger's bytes: PyJWT lets recursion and overflow errors through
        raise RefusedError(HTTPStatus.UNAUTHORIZED, f"token: {type(error).__name__}") from error
    reason = _find_fault(header, claims)
    if reason:
        raise RefusedError(HTTPStatus.UNAUTHORIZED, reason)


def _find_fault(header: dict[str, Any], claims: dict[str, Any]) -> str:
    if header.get("alg") != ALGORITHM:
        return "token: algorithm"
    if not isinstance(header.get("kid"), str) or not header["kid"]:
        return "token: no key id"
    if claims.get("iss") != ISSUER:
        return "token: issuer"
    if not isinstance(claims.get("exp"), int | float) or isinstance(claims["exp"], bool):
        return "token: no end"
    return ""


def _check_tenant(identity: BotIdentity, incoming: Incoming) -> None:
    if incoming.place.tenant_id.casefold() != identity.tenant_id.casefold():
        raise RefusedError(HTTPStatus.FORBIDDEN, "another tenant")


def _read_origin(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}".lower() if parts.netloc else ""


def _read_host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
