"""Reading whom somebody picked: what a people picker, a list or a typed e-mail gives."""

import re
from dataclasses import dataclass

from domain.errors import BadInput
from domain.language import N_, _

NOBODY = N_("Choose somebody from the list first, or type their e-mail.")
NOT_AN_EMAIL = N_("That is not a whole e-mail address: it takes a name, an @ and what stands behind it.")
TOO_MANY = N_("Choose one person. You can come back for the next.")
NOT_KNOWN = N_("I do not know them yet, and cannot look them up here. Type their e-mail instead.")
NOT_READABLE = N_("I could not read whom you chose. Choose them again, or type their e-mail.")

_OBJECT_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_TEAMS_ID = re.compile(r"29:[\w.:-]{1,200}")
_EMAIL = re.compile(r"[^@\s,;<>\"()]{1,64}@[^@\s,;<>\"()]{1,186}\.[^@\s,;<>\"().]{2,63}")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff]")
"""What nobody sees in a copied address; our own cards break addresses up with it."""
_BETWEEN = re.compile(r"[\s,;<>()\"]+")
_WITH_NAME = re.compile(r".*<([^<>]+)>\s*")
"""As mail programs copy it: ``Sam Reed <sam.reed@force.example>``."""


@dataclass(frozen=True, slots=True)
class Picked:
    """One person as they were picked: by the directory's id, by e-mail, or by Teams' own id of them.

    Teams' picker gives the directory's id; the local client's gives Teams' id.
    """

    object_id: str = ""
    email: str = ""
    teams_id: str = ""


def read_picked(chosen: str, email: str = "", *, field: str = "person") -> Picked:
    """Read what a form gives: ids from the list, separated by commas, or what was typed beside it.

    What was typed stands when nothing was chosen. Ids and e-mails are compared in small letters.

    Raises:
        BadInput: nobody, more than one, or neither an id nor an e-mail; ``field`` names the list, and
            ``field`` with ``_email`` the box beside it.
    """
    ids = [part.strip() for part in chosen.split(",") if part.strip()]
    if not ids:
        if not email.strip():
            raise BadInput(_(NOBODY), field=field)
        return Picked(email=_read_email(email, f"{field}_email"))
    if len(ids) > 1:
        raise BadInput(_(TOO_MANY), field=field)
    only = ids[0].casefold()
    if _OBJECT_ID.fullmatch(only):
        return Picked(object_id=only)
    if _TEAMS_ID.fullmatch(ids[0]):
        return Picked(teams_id=ids[0])
    if "@" in only:
        return Picked(email=_read_email(only, field))
    raise BadInput(_(NOT_READABLE), field=field)


def find_email(text: str) -> str:
    """Find the first e-mail in what somebody wrote, or nothing."""
    parts = (part.strip(".:'").removeprefix("mailto:") for part in _BETWEEN.split(_UNSEEN.sub("", text)))
    return next((part.casefold() for part in parts if _EMAIL.fullmatch(part)), "")


def _read_email(typed: str, field: str) -> str:
    plain = _UNSEEN.sub("", typed)
    named = _WITH_NAME.fullmatch(plain)
    email = (named[1] if named else plain).strip().removeprefix("mailto:").rstrip(".,;").casefold()
    if not _EMAIL.fullmatch(email):
        raise BadInput(_(NOT_AN_EMAIL), field=field, kept=typed[:200])
    return email
