"""What is set from outside: the environment, or a ``.env`` file. Read by app.py and admin/ alone."""

import ipaddress
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


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

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        """Read a list of directory object ids, separated by commas."""
        if isinstance(value, str):
            return frozenset(part.strip().casefold() for part in value.split(",") if part.strip())
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _raise_case(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @model_validator(mode="after")
    def _check_identity(self) -> "Settings":
        """Refuse to run open: without an app id there is no authentication, so only alone on one machine."""
        if not self.app_id:
            if not self.local_mode:
                raise ValueError(
                    "MicrosoftAppId is empty. Set it (with MicrosoftAppPassword and MicrosoftAppTenantId), "
                    "or set LOCAL_MODE=1 on a developer's machine"
                )
            if not _is_loopback(self.host):
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


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


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
