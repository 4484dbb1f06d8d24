"""Handing a file to one person: the one road for everything that people are given as a file.

A link is signed, names nobody, works for one file of one person until a moment, and either once or as often
as it is needed until then. Whoever holds it can use it, as with any link: so it is said to the person alone,
and soon worthless. In a personal chat Teams could also put the file into the person's own OneDrive (a file
consent card); that needs ``supportsFiles`` in the manifest and a tenant that allows it, and would be a second
way of carrying what is offered here.
"""

import hashlib
import hmac
import re
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeAlias

from domain.download import LARGEST_FILE, Download, FileDeed
from domain.errors import NotFound, NotPossible
from domain.language import N_, _
from domain.people import Person
from storage.work import Work

DOWNLOADS_PATH = "/downloads"
_PURPOSE = "downloads"
_KEY_BYTES = 32
_TOKEN = re.compile(r"(?P<id>[1-9]\d{0,17})\.(?P<signature>[\w-]{43})", re.ASCII)
_LONGEST_NAME = 120
"""Characters of a file's name."""
_NOT_IN_NAMES = re.compile(r"[^\w .,()-]+")
_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+(?:; ?charset=[\w-]+)?", re.ASCII)

TOO_LARGE = N_("That file would be over 20 MB, which is more than I can hand out. Ask for a shorter period.")
NO_ADDRESS = N_("I cannot hand out files yet: an administrator has to set PUBLIC_URL first.")
OVER = N_("This link does not work any more.")

Maker: TypeAlias = Callable[[Work], Awaitable[bytes]]
"""Makes a file's content from what the unit of work sees."""


async def offer(  # noqa: PLR0913 (a file has these parts, and each is named at the call)
    work: Work,
    person: Person,
    name: str,
    content_type: str,
    content: bytes | Maker,
    *,
    until: datetime,
    once: bool,
    address: str,
    now: datetime,
) -> str:
    """Keep a file for one person and give the link to it.

    Args:
        work: The unit of work that the offer is kept with.
        person: Whom it is for; the record says so.
        name: The file's name; what a file system may not take is left out.
        content_type: Its media type.
        content: Its bytes, or what makes them.
        until: From then on the link is worthless.
        once: True: the first to fetch it uses the link up.
        address: Where browsers reach the product (PUBLIC_URL).
        now: The present moment.

    Raises:
        NotPossible: it is too large, or nobody said where browsers reach the product.
        ValueError: the media type is none.
    """
    if not address:
        raise NotPossible(_(NO_ADDRESS))
    if not _TYPE.fullmatch(content_type):
        raise ValueError("not a media type")
    made = content if isinstance(content, bytes) else await content(work)
    if len(made) > LARGEST_FILE:
        raise NotPossible(_(TOO_LARGE))
    key = await work.signing_keys.find_or_keep(_PURPOSE, secrets.token_bytes(_KEY_BYTES), now)
    download = await work.downloads.add(
        Download(0, person.id, _tidy(name), content_type, len(made), now, until, once), made
    )
    return f"{address.rstrip('/')}{DOWNLOADS_PATH}/{download.id}.{_sign(key, download)}"


async def find_offered(work: Work, token: str, now: datetime) -> Download:
    """Give the file that a link names, while it can be fetched.

    Raises:
        NotFound: we never gave out such a link.
        NotPossible: it has expired, or has been used.
    """
    match = _TOKEN.fullmatch(token)
    key = await work.signing_keys.find(_PURPOSE)
    download = await work.downloads.find(int(match["id"])) if match and key else None
    if match is None or key is None or download is None:
        raise NotFound(_(OVER))
    if not hmac.compare_digest(match["signature"], _sign(key, download)):
        raise NotFound(_(OVER))
    if not download.is_open(now):
        raise NotPossible(_(OVER))
    return download


async def take(work: Work, token: str, now: datetime) -> Download:
    """Fetch a file: the record says so, and a link that works once is used up.

    Raises:
        NotFound: we never gave out such a link.
        NotPossible: it has expired, or has been used.
    """
    download = await find_offered(work, token, now)
    if download.once and not await work.downloads.use_up(download.id, now):
        raise NotPossible(_(OVER))
    await work.downloads.note(download, FileDeed.FETCHED, now)
    return download


def _sign(key: bytes, download: Download) -> str:
    """Sign what must not change about a file: which it is, whose, until when, and how often."""
    said = f"{download.id}|{download.person_id}|{download.until.timestamp():.6f}|{download.once:d}"
    digest = hmac.new(key, said.encode(), hashlib.sha256).digest()
    return urlsafe_b64encode(digest).decode().rstrip("=")


def _tidy(name: str) -> str:
    tidy = _NOT_IN_NAMES.sub("_", name).strip(" ._")
    return tidy[-_LONGEST_NAME:] or "file"
