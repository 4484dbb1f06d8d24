"""What is set from outside: the environment, or a ``.env`` file. Read by app.py and admin/ alone."""

from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from domain.addresses import is_loopback
from domain.directions import Directions

Named = Annotated[str, Field(min_length=1, max_length=200)]
"""A place as people read it: its name, its number."""

_NATIONAL = Directions()

SHORTEST_TOKEN = 16
"""Characters of a token that nobody guesses."""


class SettingsError(Exception):
    """A setting is wrong; the message is the one line that says which and why."""


class Settings(BaseSettings):
    """Everything that can be set. The names Azure sets keep Azure's spelling."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", populate_by_name=True)

    database_url: str = "sqlite:///data/prevention-first.db"
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 3978
    app_id: Annotated[str, Field(alias="MicrosoftAppId")] = ""
    app_password: Annotated[SecretStr, Field(alias="MicrosoftAppPassword")] = SecretStr("")
    app_type: Annotated[Literal["SingleTenant", "UserAssignedMSI"], Field(alias="MicrosoftAppType")] = (
        "SingleTenant"
    )
    tenant_id: Annotated[str, Field(alias="MicrosoftAppTenantId")] = ""
    local_mode: bool = False
    admin_ids: Annotated[frozenset[str], NoDecode] = frozenset()
    data_dir: Path = Path("data")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    draft_days: Annotated[int, Field(ge=14, le=365)] = 30
    """Days after which a draft that nobody touches is deleted; its writer is warned a week before."""
    default_language: str = "en-GB"
    """What the Hub's channel and groups read, and people whose Teams is set to a language we do not have."""
    public_url: str = ""
    """Where browsers reach the product, for the links to files it hands out."""
    meaning_model: Path | None = None
    """A folder with a sentence model, so that similar cases are found in other words too (docs/search.md)."""
    metrics_token: SecretStr = SecretStr("")
    """What a monitor on another machine shows to read /metrics; empty: this machine alone may."""

    signpost_emergency: Named = _NATIONAL.emergency
    """Where people are pointed with what the Hub is not for: this, and the eight below."""
    signpost_control_room: Named = _NATIONAL.control_room
    signpost_crisis_line: Named = _NATIONAL.crisis_line
    signpost_wellbeing: Named = _NATIONAL.wellbeing
    signpost_wellbeing_link: str = ""
    signpost_standards: Named = _NATIONAL.standards
    signpost_standards_link: str = ""
    signpost_intelligence: Named = _NATIONAL.intelligence
    signpost_intelligence_link: str = ""

    @field_validator("signpost_wellbeing_link", "signpost_standards_link", "signpost_intelligence_link")
    @classmethod
    def _check_link(cls, value: str) -> str:
        """Take an address that a button may open; empty is no link."""
        if value and (urlsplit(value).scheme != "https" or not urlsplit(value).hostname):
            raise ValueError("write it as https://name/page, as a browser would")
        return value

    @field_validator("meaning_model", mode="before")
    @classmethod
    def _check_folder(cls, value: object) -> object:
        """Take a folder that is there; empty is none."""
        if not value:
            return None
        if not Path(str(value)).is_dir():
            raise ValueError("there is no such folder; leave it empty to compare words alone")
        return value

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        """Read a list of directory object ids, separated by commas."""
        if isinstance(value, str):
            return frozenset(part.strip().casefold() for part in value.split(",") if part.strip())
        return value

    @field_validator("public_url")
    @classmethod
    def _check_address(cls, value: str) -> str:
        """Take the address of a site; empty is no address."""
        if not value:
            return value
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise ValueError("write it as https://name, as a browser would")
        if parts.scheme == "http" and not is_loopback(parts.hostname):
            raise ValueError("files travel by it, so it has to begin with https://")
        return value.rstrip("/")

    @field_validator("metrics_token")
    @classmethod
    def _check_token(cls, value: SecretStr) -> SecretStr:
        if 0 < len(value.get_secret_value()) < SHORTEST_TOKEN:
            raise ValueError(f"use at least {SHORTEST_TOKEN} characters, by chance")
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _raise_case(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @property
    def directions(self) -> Directions:
        """Give where this force points people with what the Hub is not for."""
        return Directions(
            emergency=self.signpost_emergency,
            control_room=self.signpost_control_room,
            crisis_line=self.signpost_crisis_line,
            wellbeing=self.signpost_wellbeing,
            wellbeing_link=self.signpost_wellbeing_link,
            standards=self.signpost_standards,
            standards_link=self.signpost_standards_link,
            intelligence=self.signpost_intelligence,
            intelligence_link=self.signpost_intelligence_link,
        )

    @property
    def address(self) -> str:
        """Give where browsers reach the product; in local mode this machine, else nothing until it is set."""
        if self.public_url or not self.local_mode:
            return self.public_url
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    @model_validator(mode="after")
    def _check_identity(self) -> "Settings":
        """Refuse to run open: without an app id there is no authentication, so only alone on one machine."""
        if not self.app_id:
            if not self.local_mode:
                raise ValueError(
                    "MicrosoftAppId is empty. Set it (with MicrosoftAppPassword and MicrosoftAppTenantId), "
                    "or set LOCAL_MODE=1 on a developer's machine"
                )
            if not is_loopback(self.host):
                raise ValueError(
                    f"LOCAL_MODE=1 listens on this machine only: HOST={self.host} is not loopback"
                )
            return self
        if self.local_mode:
            raise ValueError("LOCAL_MODE=1 and MicrosoftAppId are both set: take one away")
        if not self.tenant_id:
            raise ValueError("MicrosoftAppTenantId is empty: the bot answers one tenant only")
        if self.app_type == "SingleTenant" and not self.app_password.get_secret_value():
            raise ValueError("MicrosoftAppPassword is empty")
        return self


def read_settings() -> Settings:
    """Read the settings.

    Raises:
        SettingsError: one of them is wrong; its message is one clear line, without any value of a secret.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = ".".join(str(part) for part in first["loc"]).upper()
        reason = first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"{name}: {reason}" if name else reason) from error
