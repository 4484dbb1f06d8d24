"""People's words as data: made harmless, and cut to what a card can carry.

People's text travels in a TextRun, which no renderer reads as Markdown. A TextBlock reads Markdown, and
escaping with backslashes shows the backslashes on phones (AdaptiveCards issues 5590 and 5758). What a
TextRun still interprets is broken up here with characters that nobody sees.
"""

import json
import re
from collections.abc import Sequence

from domain.language import _

ZERO_WIDTH = "\u200b"

# C0 and C1 controls except tab and newline; marks that reorder text (spoofing: Unicode TR 36, 2.8); the
# specials; and lone surrogates, which cannot be encoded.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"
)
_BREAKS = re.compile("\r\n?|[\u2028\u2029]")
_MANY_BREAKS = re.compile(r"\n(?:[ \t]*\n){2,}")

# What a client may make more of than words. Each ends in one character, behind which it is broken up.
_MEANT_BY_CLIENTS = re.compile(
    r"[<{:/.@](?:"
    r"(?<=<)(?=/?at\b)"  # a mention's tag
    r"|(?<=\{)(?=\{)"  # the {{DATE()}} and {{TIME()}} macros
    r"|(?<=:)(?=//)|(?<=/)(?=/)|(?<=\bwww\.)(?=\w)"  # an address to open
    r"|(?<=@)(?=[\w-]+\.)|(?<=\bmailto:)(?=\w)|(?<=\btel:)(?=\+?\d)"  # somebody to write to or to ring
    r")",
    re.IGNORECASE,
)

# A word that no line can hold would make the card wider than the screen; never between a letter and its mark.
_ENDLESS = re.compile(r"[^\s\u200b]{25}(?=[^\s\u200b\u200d\ufe0e\ufe0f\u0300-\u036f])")
CUT = "…"
SMALLEST_PART = 800
"""Bytes that every part of a card keeps, however long a text is kept beside it."""


def words(text: str) -> str:
    """Make people's text read as typed: no link, mention, macro, hidden control or reordering."""
    return defuse(_MANY_BREAKS.sub("\n\n", _BREAKS.sub("\n", text))).strip()


def defuse(text: str) -> str:
    """Do the same for a part of a sentence, whose spaces stay; doing it twice changes nothing more."""
    return _ENDLESS.sub(_break_up, _MEANT_BY_CLIENTS.sub(_break_up, _UNWANTED.sub("", text)))


def capital(sentence: str) -> str:
    """Begin a sentence of ours with a capital; names further on keep theirs."""
    return sentence[:1].upper() + sentence[1:]


def one_line(text: str, longest: int = 120) -> str:
    """Make people's text a single line of at most ``longest`` characters."""
    line = " ".join(words(text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + CUT


def weigh(text: str) -> int:
    """Give the bytes a text takes on the wire, where JSON escapes each character beyond ASCII."""
    return len(json.dumps(text)) - 2


def cut(text: str, budget: int) -> str:
    """Cut a text to ``budget`` bytes on the wire and say how much is missing."""
    if weigh(text) <= budget:
        return text
    count = len(text.replace(ZERO_WIDTH, ""))
    ending = f"{CUT} " + _("({count:,} characters in all)").format(count=count)
    low, high = 0, min(len(text), budget)
    room = max(0, budget - weigh(ending))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if weigh(text[:middle]) <= room else (low, middle - 1)
    return text[:low].rstrip() + ending


def share_out(texts: Sequence[str], budget: int) -> list[str]:
    """Cut several texts to ``budget`` bytes together: short ones stay whole, long ones share what is left."""
    weights = [weigh(text) for text in texts]
    if sum(weights) <= budget:
        return list(texts)
    left, fair = budget, 0
    for done, weight in enumerate(sorted(weights)):
        fair = left // (len(weights) - done)
        if weight > fair:
            break
        left -= weight
    return [text if weight <= fair else cut(text, fair) for text, weight in zip(texts, weights, strict=True)]


def room_beside(kept: str, budget: int) -> int:
    """Give what a part of a card may weigh beside a text that is kept in an open box."""
    return max(SMALLEST_PART, budget - weigh(kept) // 2)


def _break_up(found: re.Match[str]) -> str:
    return found.group() + ZERO_WIDTH
