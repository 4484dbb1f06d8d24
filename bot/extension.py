"""The message extension: search and insert an entry of the library; send a message's words to the Hub.

It is used in chats that the bot is no part of: the place that comes in must not be remembered, and what is
begun is begun in the person's own chat with the bot. Shapes: Microsoft, message extensions,
``composeExtension/query``, ``/fetchTask`` and ``/submitAction``.
"""

from collections.abc import Sequence
from datetime import date
from html import escape

from bot.incoming import Happening, Incoming, InvokeAnswer
from bot.portal import submit_with
from bot.scene import Answer, Scene
from bot.wording import read_words
from cards.evidence import entry_card, warn
from cards.extension import ask_to_begin, say_begun, say_where_to_open
from cards.payloads import PortalSubmitWith, parse
from cards.words import capital, one_line
from domain.errors import BadInput
from domain.evidence import Evidence
from domain.language import N_, _
from domain.links import link_to_chat
from domain.people import Actor, Person, Role
from domain.ports import JSON, JSONObject, Outgoing, Place
from services.library import MOST_FOUND, find_for_everybody
from storage.work import Work

QUERY, FETCH, SUBMIT = "composeExtension/query", "composeExtension/fetchTask", "composeExtension/submitAction"

PARAMETER = "words"
"""What the manifest calls the words that are looked for."""

LONGEST_MESSAGE, LONGEST_QUERY = 4_000, 500
"""Characters that are taken over of a message, and looked for."""

_CARD = "application/vnd.microsoft.card.adaptive"
_PREVIEW = "application/vnd.microsoft.card.thumbnail"
_NOTHING = N_("Nothing in the library is about that. Try other words, or fewer of them.")
_EMPTY = N_("Nothing is published in the library yet.")
_NO_WORDS = N_(
    "There are no words in that message to send. Tell it in your own words, in a chat with me alone."
)
_TEASER = 140


def is_extension(incoming: Incoming) -> bool:
    """Tell whether an invoke is the message extension's."""
    return incoming.happening is Happening.INVOKE and incoming.invoke_name in (QUERY, FETCH, SUBMIT)


async def answer_at_once(work: Work, incoming: Incoming, person: Person, today: date) -> InvokeAnswer:
    """Answer a search, or the wish to send a message on; nothing is changed."""
    if incoming.invoke_name == FETCH:
        words = _read_message(incoming.value)
        return _open_dialog(ask_to_begin(words)) if words else say_in_extension(incoming, _(_NO_WORDS))
    value = incoming.value if isinstance(incoming.value, dict) else {}
    words, skip, count = _read_query(value)
    actor = Actor(person, frozenset({Role.OFFICER}))
    entries = await find_for_everybody(work, actor, words)
    if not entries:
        return say_in_extension(incoming, _(_NOTHING) if words else _(_EMPTY))
    return _list_results(entries[skip : skip + count], today)


async def begin_submission(scene: Scene) -> Answer:
    """Begin a submission in the person's own chat with the words that the dialog sent.

    Raises:
        BadInput: it sent none.
    """
    value = scene.incoming.value if isinstance(scene.incoming.value, dict) else {}
    data = value.get("data")
    payload = parse(data) if isinstance(data, dict) else None
    words = payload.words.strip()[:LONGEST_MESSAGE] if isinstance(payload, PortalSubmitWith) else ""
    if not words:
        raise BadInput(_(_NO_WORDS))
    return await submit_with(scene, PortalSubmitWith(words=words))


def tell_begun(place: Place) -> InvokeAnswer:
    """Say where the submission is that was begun."""
    return _open_dialog(say_begun(link_to_chat(place)))


def tell_where_to_open(place: Place) -> InvokeAnswer:
    """Say how to be reached, to somebody who has no chat with the bot yet; nothing has been kept."""
    return _open_dialog(say_where_to_open(link_to_chat(place)))


def say_in_extension(incoming: Incoming, words: str) -> InvokeAnswer:
    """Say a sentence where the extension is used."""
    if incoming.invoke_name == QUERY:
        return InvokeAnswer({"composeExtension": {"type": "message", "text": words}})
    return InvokeAnswer({"task": {"type": "message", "value": words}})


def _open_dialog(shown: Outgoing) -> InvokeAnswer:
    card: JSONObject = {"contentType": _CARD, "content": shown.card}
    dialog: JSONObject = {"title": _("Send to the Hub"), "height": "medium", "width": "medium", "card": card}
    return InvokeAnswer({"task": {"type": "continue", "value": dialog}})


def _list_results(entries: Sequence[Evidence], today: date) -> InvokeAnswer:
    results: list[JSON] = [_write_result(entry, today) for entry in entries]
    return InvokeAnswer(
        {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": results}}
    )


def _write_result(entry: Evidence, today: date) -> JSONObject:
    said = f"{capital(_(entry.kind))}. {warn(entry)} {one_line(entry.summary, _TEASER)}"
    preview: JSONObject = {"title": escape(one_line(entry.title)), "text": escape(" ".join(said.split()))}
    return {
        "contentType": _CARD,
        "content": entry_card(entry, today).card,
        "preview": {"contentType": _PREVIEW, "content": preview},
    }


def _read_query(value: JSONObject) -> tuple[str, int, int]:
    """Read what is looked for, and which part of the results is wanted."""
    given = value.get("parameters")
    pairs = [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []
    typed = next((one.get("value") for one in pairs if one.get("name") == PARAMETER), "")
    wanted = value.get("queryOptions")
    options = wanted if isinstance(wanted, dict) else {}
    skip, count = (_read_number(options.get(name)) for name in ("skip", "count"))
    return typed[:LONGEST_QUERY] if isinstance(typed, str) else "", skip, min(count or MOST_FOUND, MOST_FOUND)


def _read_number(value: JSON) -> int:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return max(0, value) if is_number and isinstance(value, int) else 0


def _read_message(value: JSON) -> str:
    """Read the words of the message that the action was taken on."""
    message = value.get("messagePayload") if isinstance(value, dict) else None
    body = message.get("body") if isinstance(message, dict) else None
    if not isinstance(body, dict):
        return ""
    is_html = body.get("contentType") == "html"
    words, _mentioned = read_words(
        {"text": body.get("content"), "textFormat": "xml" if is_html else "plain"}, ""
    )
    return words[:LONGEST_MESSAGE]
