"""From the bytes of a request to an Incoming; whatever stray thing arrives, it is read or refused."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import NoReturn

from bot.incoming import Happening, Incoming, Sender
from bot.wording import read_words
from domain.ports import JSON, JSONObject, Place, PlaceKind

TEAMS = "msteams"
UNSTORABLE = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")
LOCALE = re.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,3}")
SURROGATE_OR_NUL = re.compile("[\ud800-\udfff\x00]")
NOT_FILES = frozenset({"text/html", "text/plain", "messageReference"})
PLACE_KINDS = {kind.value: kind for kind in PlaceKind}
HAPPENINGS = {happening.value: happening for happening in Happening}
FROM_A_PERSON = frozenset({Happening.MESSAGE, Happening.EDITED, Happening.INVOKE})
KEPT_CHANNEL_DATA = ("eventType", "source")


class UnreadableError(ValueError):
    """The body is no JSON, or no activity of Teams."""


def read_json(body: bytes) -> JSON:
    """Read a body as strict JSON whose texts any database can keep.

    Raises:
        UnreadableError: It is not JSON.
    """
    try:
        data: JSON = json.loads(body.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("not JSON") from error
    return _clean(data) if UNSTORABLE.search(body) or b"\x00" in body else data


def read_activity(data: JSON) -> Incoming:
    """Read an activity of Teams.

    Raises:
        UnreadableError: It is not one: no type, service URL, conversation or (from a person) sender.
    """
    if not isinstance(data, dict) or _text(data, "channelId") != TEAMS:
        raise UnreadableError("not an activity of Teams")
    place = _read_place(data)
    happening = _read_happening(data)
    sender = replace(_read_sender(data.get("from")), locale=_read_locale(data))
    if happening in FROM_A_PERSON and not sender.teams_id:
        raise UnreadableError("no sender")
    is_text = happening in (Happening.MESSAGE, Happening.EDITED)
    words, mentioned = read_words(data, place.bot_id) if is_text else ("", False)
    team, channel = _object(data, "channelData", "team"), _object(data, "channelData", "channel")
    return Incoming(
        happening=happening,
        activity_id=_text(data, "id"),
        place=place,
        sender=sender,
        sent_at=_read_moment(_text(data, "timestamp")),
        text=words,
        value=data.get("value"),
        invoke_name=_text(data, "name") if happening is Happening.INVOKE else "",
        reply_to_id=_text(data, "replyToId"),
        team_id=_text(team, "id") or _text(team, "aadGroupId"),
        channel_id=_text(channel, "id"),
        mentioned=mentioned,
        files=tuple(_read_files(data)),
        added=tuple(_read_senders(data, "membersAdded")),
        removed=tuple(_read_senders(data, "membersRemoved")),
        action=_text(data, "action"),
        extra=_read_extra(data),
    )


def _read_happening(data: JSONObject) -> Happening:
    kind = _text(data, "type")
    if not kind:
        raise UnreadableError("no type")
    happening = HAPPENINGS.get(kind, Happening.OTHER)
    # Taking back a deletion is a messageUpdate as well, and changes no words.
    edit = _text(_object(data, "channelData"), "eventType") or "editMessage"
    return Happening.OTHER if happening is Happening.EDITED and edit != "editMessage" else happening


def _read_place(data: JSONObject) -> Place:
    conversation = _object(data, "conversation")
    service_url, conversation_id = _text(data, "serviceUrl"), _text(conversation, "id")
    if not service_url or not conversation_id:
        raise UnreadableError("no place to answer to")
    tenant = _text(_object(data, "channelData", "tenant"), "id") or _text(conversation, "tenantId")
    fallback = PlaceKind.GROUP if conversation.get("isGroup") is True else PlaceKind.PERSONAL
    return Place(
        service_url=service_url,
        tenant_id=tenant,
        conversation_id=conversation_id,
        kind=PLACE_KINDS.get(_text(conversation, "conversationType"), fallback),
        bot_id=_text(_object(data, "recipient"), "id"),
    )


def _read_sender(account: JSON) -> Sender:
    entry = account if isinstance(account, dict) else {}
    return Sender(
        teams_id=_text(entry, "id"),
        aad_object_id=_text(entry, "aadObjectId"),
        name=_text(entry, "name"),
        is_bot=_text(entry, "role") == "bot" or _text(entry, "id").startswith("28:"),
    )


def _read_locale(data: JSONObject) -> str:
    """Read what the person's Teams is set to; what is no language's tag is nothing."""
    clients = (one for one in _list(data, "entities") if isinstance(one, dict))
    told = (_text(one, "locale") for one in clients if one.get("type") == "clientInfo")
    locale = _text(data, "locale") or next(told, "")
    return locale if LOCALE.fullmatch(locale) else ""


def _read_senders(data: JSONObject, key: str) -> Iterator[Sender]:
    for entry in _list(data, key):
        sender = _read_sender(entry)
        if sender.teams_id:
            yield sender


def _read_files(data: JSONObject) -> Iterator[str]:
    for entry in _list(data, "attachments"):
        content_type = _text(entry, "contentType") if isinstance(entry, dict) else ""
        if content_type and content_type.partition(";")[0] not in NOT_FILES:
            yield content_type


def _read_extra(data: JSONObject) -> JSONObject:
    channel_data = _object(data, "channelData")
    extra: JSONObject = {key: channel_data[key] for key in KEPT_CHANNEL_DATA if key in channel_data}
    for key in ("team", "channel"):
        name = _text(_object(channel_data, key), "name")
        if name:
            extra[f"{key}Name"] = name
    return extra


def _read_moment(stamp: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(stamp)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def _text(data: JSONObject, key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""


def _object(data: JSONObject, *keys: str) -> JSONObject:
    for key in keys:
        value = data.get(key)
        data = value if isinstance(value, dict) else {}
    return data


def _list(data: JSONObject, key: str) -> list[JSON]:
    value = data.get(key)
    return value if isinstance(value, list) else []


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _clean(data: JSON) -> JSON:
    """Take out what no database keeps: half a surrogate pair, and NUL."""
    if isinstance(data, str):
        return SURROGATE_OR_NUL.sub("", data)
    if isinstance(data, list):
        return [_clean(entry) for entry in data]
    if isinstance(data, dict):
        return {SURROGATE_OR_NUL.sub("", key): _clean(value) for key, value in data.items()}
    return data
