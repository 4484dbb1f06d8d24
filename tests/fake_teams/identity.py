"""The sign-in side of the fake Teams: a real key, its metadata over HTTP, and tokens signed with it."""

import base64
import json
from functools import cache
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

ISSUER = "https://api.botframework.com"
FAR_FUTURE = 4_102_444_800  # the year 2100: the bot's clock is the test's own
KEY_ID = "fake-key"


class Identity:
    """Mints the tokens that the bot checks; ``up = False`` takes the metadata away."""

    def __init__(self, app_id: str) -> None:
        self.app_id = app_id
        self.key_id = KEY_ID
        self.endorsements = ["msteams"]
        self.up = True
        self.fetches = 0
        self.origin = ""
        self._key = _make_key()

    @property
    def metadata_url(self) -> str:
        """Where the bot finds the metadata."""
        return f"{self.origin}/openid/metadata"

    def routes(self) -> list[web.RouteDef]:
        """Give what the fake's server mounts."""
        return [web.get("/openid/metadata", self._metadata), web.get("/openid/keys", self._keys)]

    def mint(  # noqa: PLR0913 - each part of a token is wrong in some test
        self,
        service_url: str,
        *,
        claims: dict[str, Any] | None = None,
        header: dict[str, Any] | None = None,
        key: Any = None,  # noqa: ANN401 - whatever PyJWT signs with, also a wrong one
        algorithm: str = "RS256",
        without: tuple[str, ...] = (),
    ) -> str:
        """Mint a token, valid unless parts are overridden or left out."""
        full = {
            "iss": ISSUER,
            "aud": self.app_id,
            "exp": FAR_FUTURE,
            "nbf": 1_600_000_000,
            "serviceurl": service_url,
            **(claims or {}),
        }
        for name in without:
            del full[name]
        headers = {"kid": self.key_id, **(header or {})}
        headers = {name: value for name, value in headers.items() if value is not None}
        return jwt.encode(full, key or self._key, algorithm=algorithm, headers=headers)

    def mint_unsigned(self, service_url: str) -> str:
        """Mint a token with ``alg: none``."""
        body = jwt.decode(self.mint(service_url), options={"verify_signature": False})
        parts = ({"alg": "none", "typ": "JWT", "kid": self.key_id}, body)
        coded = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in parts]
        return ".".join([*coded, "c2ln"])

    async def _metadata(self, _request: web.Request) -> web.Response:
        self.fetches += 1
        if not self.up:
            raise web.HTTPServiceUnavailable
        return web.json_response({"issuer": ISSUER, "jwks_uri": f"{self.origin}/openid/keys"})

    async def _keys(self, _request: web.Request) -> web.Response:
        public = RSAAlgorithm.to_jwk(self._key.public_key(), as_dict=True)
        return web.json_response(
            {"keys": [{**public, "kid": self.key_id, "use": "sig", "endorsements": self.endorsements}]}
        )


@cache
def _make_key() -> rsa.RSAPrivateKey:
    # Making one takes longer than most stories.
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class FixedTokens:
    """What the bot shows to the fake connector, in place of a token from the sign-in service."""

    def __init__(self, value: str = "for-the-connector") -> None:
        self.value = value

    async def token(self) -> str:
        """Give the token."""
        return self.value

    def drop(self, token: str) -> bool:
        """Forget nothing; it can be asked for again."""
        return token == self.value
