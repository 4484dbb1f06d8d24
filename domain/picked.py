"""Reading whom somebody picked: what a people picker, a list or a typed e-mail gives."""

import re
from dataclasses import dataclass

from domain.errors import BadInput

NOBODY = "Choose somebody from the list first, or type their e-mail."
NOT_AN_EMAIL = "That is not a whole e-mail. Write it like sam.reed@force.example."
TOO_MANY = "Choose one person. You can come back for the next."
NOT_READABLE = "I could not read whom you chose. Choose them again, or type their e-mail."

_OBJECT_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_EMAIL = re.compile(r"[^@\s,;<>\"()]{1,64}@[^@\s,;<>\"()]{1,186}\.[^@\s,;<>\"().]{2,63}")
_WITH_NAME = re.compile(r".*<([^<>]+)>\s*")
"""As mail programs copy it: ``Sam Reed <sam.reed@force.example>``."""


@dataclass(frozen=True, slots=True)
class Picked:
    """One person as they were picked: by the directory's id, or else by e-mail."""

    object_id: str = ""
    email: str = ""


def read_picked(chosen: str, email: str = "", *, field: str = "person") -> Picked:
    """Read what a form gives: ids from the list, separated by commas, or what was typed beside it.

    What was typed stands when nothing was chosen. Ids and e-mails are compared in small letters.

    Raises:
        BadInput: nobody, more than one, or neither an id nor an e-mail; ``field`` names the list, and
            ``field`` with ``_email`` the box beside it.
    """
    ids = [part.strip() for part in chosen.split(",") if part.strip()]
    if not ids:
        return Picked(email=_read_email(email, f"{field}_email"))
    if len(ids) > 1:
        raise BadInput(TOO_MANY, field=field)
    only = ids[0].casefold()
    if _OBJECT_ID.fullmatch(only):
        return Picked(object_id=only)
    if "@" in only:
        return Picked(email=_read_email(only, field))
    raise BadInput(NOT_READABLE, field=field)


def _read_email(typed: str, field: str) -> str:
    named = _WITH_NAME.fullmatch(typed)
    email = (named[1] if named else typed).strip().removeprefix("mailto:").rstrip(".,;").casefold()
    if not email:
        raise BadInput(NOBODY, field=field)
    if not _EMAIL.fullmatch(email):
        raise BadInput(NOT_AN_EMAIL, field=field, kept=typed[:200])
    return email
