"""The words a person typed, out of what Teams makes of them."""

import html
import re

from domain.ports import JSON, JSONObject

# Tags as Teams writes them; a person's own "a <b and c> d" has no name="value" and stays.
TEAMS_TAG = re.compile(
    r"</?(?:p|div|span|br|a|b|i|u|s|em|strong|strike|ul|ol|li|blockquote|pre|code|h[1-6]|table|tbody|tr|td|th"
    r"|img|emoji|at|attachment|hr|font|sub|sup|codeblock|readonly|systemeventmessage)"
    r"(?:\s+[\w:-]+=(?:\"[^\"<>]*\"|'[^'<>]*'))*\s*/?>",
    re.IGNORECASE,
)
WRITTEN_BY_A_CLIENT = re.compile(r"</[a-z]|<br|<img|<emoji", re.IGNORECASE)
ANY_TAG = re.compile(r"<!--[^<>]*-->|</?([a-zA-Z][\w:-]*)([^<>]*)>")
PICTURED = re.compile(r"\balt=(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
LINE_ENDERS = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "blockquote", "pre", "tr", "table", "hr"}
    | {f"h{level}" for level in range(1, 7)}
)
EMOJI_TAGS = frozenset({"img", "emoji"})
MENTION = re.compile(r"<at\b[^<>]*>([^<>]*)</at>", re.IGNORECASE)
LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\xad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
    # A joiner holds an emoji family together, and means nothing next to a letter or a space.
    "|(?<![^\x00-\x7f])\u200d|\u200d(?![^\x00-\x7f])"
)
ODD_SPACE = re.compile("[\xa0\u2002-\u200a\u202f\u3000\t]|&nbsp;")
LINE_EDGE = re.compile(r" *\n *")
EMPTY_LINES = re.compile(r"\n{3,}")


def read_words(activity: JSONObject, bot_id: str) -> tuple[str, bool]:
    """Read a message's words, and whether they were addressed to the bot by mention."""
    text = activity.get("text")
    words = text if isinstance(text, str) else ""
    mentions = [entity for entity in _read_entities(activity) if entity.get("type") == "mention"]
    ours = [entity for entity in mentions if bot_id and _mentioned_id(entity) == bot_id]
    for entity in ours:
        words = _remove_mention(words, entity)
    words = MENTION.sub(r"\1", words) if "<" in words else words
    if _holds_html(activity, words):
        words = _undo_html(words)
    return _tidy(words), bool(ours)


def _read_entities(activity: JSONObject) -> list[JSONObject]:
    entities = activity.get("entities")
    return [entity for entity in entities if isinstance(entity, dict)] if isinstance(entities, list) else []


def _mentioned_id(entity: JSONObject) -> JSON:
    mentioned = entity.get("mentioned")
    return mentioned.get("id") if isinstance(mentioned, dict) else None


def _remove_mention(words: str, entity: JSONObject) -> str:
    as_written = entity.get("text")
    if isinstance(as_written, str) and as_written and as_written in words:
        return words.replace(as_written, "", 1)
    return MENTION.sub("", words, count=1)


def _holds_html(activity: JSONObject, words: str) -> bool:
    if activity.get("textFormat") == "xml":
        return True
    if "<" not in words or not TEAMS_TAG.search(words):
        return False
    copy = _find_html_copy(activity)
    # A tag that somebody typed stands escaped in the copy that Teams attaches, and bare in the words.
    if copy:
        return "&lt;" not in copy or "&lt;" in words
    return WRITTEN_BY_A_CLIENT.search(words) is not None


def _find_html_copy(activity: JSONObject) -> str:
    attachments = activity.get("attachments")
    for entry in attachments if isinstance(attachments, list) else ():
        if isinstance(entry, dict) and entry.get("contentType") == "text/html":
            content = entry.get("content")
            return content if isinstance(content, str) else ""
    return ""


def _undo_html(words: str) -> str:
    # One linear pass: an HTML parser takes quadratic time on text made to hurt it.
    flat = words.replace("\r", "").replace("\n", " ")
    return html.unescape(ANY_TAG.sub(_replace_tag, flat))


def _replace_tag(tag: re.Match[str]) -> str:
    name = (tag[1] or "").lower()
    if name in EMOJI_TAGS:
        pictured = PICTURED.search(tag[2])
        return (pictured[1] or pictured[2] or "") if pictured else ""
    return "\n" if name in LINE_ENDERS and (tag[0].startswith("</") or name in ("br", "hr", "li")) else ""


def _tidy(words: str) -> str:
    if words.isascii() and words.isprintable() and "&nbsp;" not in words:
        return words.strip()
    words = LINE_END.sub("\n", words)
    words = ODD_SPACE.sub(" ", INVISIBLE.sub("", words))
    return EMPTY_LINES.sub("\n\n", LINE_EDGE.sub("\n", words)).strip()
