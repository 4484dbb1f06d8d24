"""Whatever a client, a person or a stranger could send: sensible, stale, malformed, oversized."""

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from bot.commands import COMMANDS
from bot.routes import ROUTES
from dialogs.catalogue import CATALOGUE
from domain.lifecycle import HUB_OUTCOMES
from tests.conversations.force import QUICK_ANSWERS

SEATS = 7
"""How many seats there are to act from; see ``list_seats`` in the story."""


@dataclass(frozen=True)
class Act:
    """One thing somebody does, from the seat of that number; ``card`` picks a message they see."""

    seat: int
    kind: str
    text: str = ""
    data: Any = None
    card: int = 0
    by_submit: bool = False


_SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-3, 2**60), st.floats(), st.text(max_size=12))
_JSON = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
_REFERENCES = st.sampled_from(["PF-2026-0001", "PF-2026-0002", "PF-2026-0001", "PF-2026-9999", "pf-1", ""])
_QUESTIONS = [question.name for walk in CATALOGUE.values() for _, question in walk.questions()]
_WORDS = st.one_of(
    st.sampled_from(["", " ", "When?", "x" * 4001, "y" * 20_001, "jo@example.org", "\x00\ud800<at>Lee</at>"]),
    st.text(max_size=40),
)
_NUMBERS = st.integers(0, 6)
_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "reference": _REFERENCES,
    "version": _NUMBERS,
    "draft": _NUMBERS,
    "question": st.sampled_from(_QUESTIONS),
    "choice": st.sampled_from(["operational issue", "idea", "theft", "none"]),
    "answer": _WORDS,
    "words": _WORDS,
    "outcome": st.sampled_from([*HUB_OUTCOMES, "withdrawn", "won"]),
    "colleague": st.sampled_from(["Lee Marsh", "1", "2", "3", "Ann", ""]),
    "page": st.integers(-1, 2**40),
    "v": st.sampled_from([1, 1, 1, 2, "1", None]),
}
_VERBS = st.sampled_from([*ROUTES, "hub.fly", ""])


@st.composite
def _list_fields(draw: st.DrawFn) -> dict[str, Any]:
    data = {name: draw(values) for name, values in _FIELDS.items() if draw(st.integers(0, 9))}
    if not draw(st.integers(0, 5)):
        data[draw(st.sampled_from(sorted(_FIELDS)))] = draw(_JSON)
    return data


_PRESSES = st.builds(
    Act,
    seat=st.integers(0, SEATS - 1),
    kind=st.just("press"),
    text=_VERBS,
    data=_list_fields(),
    card=st.integers(0, 30),
    by_submit=st.booleans(),
)
_SAYINGS = st.builds(
    Act,
    seat=st.integers(0, SEATS - 1),
    kind=st.sampled_from(["say", "say", "edit"]),
    text=st.one_of(
        st.sampled_from([phrase for command in COMMANDS for phrase in command.phrases]),
        st.sampled_from([*QUICK_ANSWERS, "back", "skip", "save", "cancel", "send", "review", "yes"]),
        st.builds(
            "{} {} {}".format,
            st.sampled_from(["take", "give", "ask", "note", "close", "reopen", "add", "withdraw", "open"]),
            _REFERENCES,
            st.sampled_from(["", "to Lee", "addressed: Done", "When?"]),
        ),
        _WORDS,
    ),
    card=st.integers(0, 30),
)
_PARTS = (
    "type",
    "id",
    "text",
    "value",
    "from",
    "recipient",
    "conversation",
    "channelData",
    "entities",
    "attachments",
    "name",
    "replyToId",
    "membersAdded",
    "membersRemoved",
    "action",
    "timestamp",
)
_STRAY = st.builds(
    Act,
    seat=st.integers(0, SEATS - 1),
    kind=st.sampled_from(
        [
            "message",
            "invoke",
            "conversationUpdate",
            "installationUpdate",
            "typing",
            "messageReaction",
            "event",
        ]
    ),
    text=st.sampled_from(
        ["", "adaptiveCard/action", "task/fetch", "composeExtension/query", "add", "add-upgrade"]
    ),
    data=st.dictionaries(st.sampled_from(_PARTS), _JSON, max_size=3),
)
ACTS = st.lists(st.one_of(_PRESSES, _PRESSES, _SAYINGS, _STRAY), min_size=1, max_size=8)
BODIES = st.one_of(
    st.binary(max_size=64),
    st.text(max_size=64).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from(
        [b"", b"[", b"null", b"{}", b"[" * 50_000, b'{"type":' + b"1" * 5_000 + b"}", b" " * 300_000]
    ),
)
