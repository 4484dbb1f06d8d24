"""The few words that are not answers while a question is open, and the words that settle a held reply."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from dialogs.state import Doubt
from dialogs.tokens import tokenise
from domain.language import ENGLISH, N_, _, spoken


class Word(StrEnum):
    """What a person can say instead of answering."""

    BACK = "back"
    SKIP = "skip"
    HELP = "help"
    WHY = "why"
    EXAMPLE = "example"
    CANCEL = "cancel"
    SAVE = "save"
    REVIEW = "review"
    DONT_KNOW = "don't know"


WORDS: Mapping[Word, tuple[str, ...]] = MappingProxyType(
    {
        Word.BACK: ("back", "go back"),
        Word.SKIP: ("skip", "skip this", "skip it"),
        Word.HELP: ("help", "?"),
        Word.WHY: ("why", "why?", "why do you ask", "why do you ask?", "why are you asking?"),
        Word.EXAMPLE: (
            "example",
            "example?",
            "example please",
            "example, please",
            "an example",
            "an example?",
            "an example please",
            "an example, please",
            "give me an example",
            "show me an example",
            "for example?",
        ),
        Word.CANCEL: ("cancel",),
        Word.SAVE: ("save", "save for later"),
        Word.REVIEW: ("review",),
        Word.DONT_KNOW: (
            "don't know",
            "dont know",
            "do not know",
            "i don't know",
            "i dont know",
            "i do not know",
            "not sure",
            "i'm not sure",
            "im not sure",
            "i am not sure",
            "unsure",
            "dunno",
            "no idea",
        ),
    }
)
"""Every spelling, and no others: anything longer is an answer."""


LABELS: Mapping[Word, str] = MappingProxyType(
    {
        Word.BACK: N_("Back"),
        Word.SKIP: N_("Skip"),
        Word.HELP: N_("Help"),
        Word.EXAMPLE: N_("Example"),
        Word.CANCEL: N_("Cancel"),
        Word.SAVE: N_("Save for later"),
        Word.DONT_KNOW: N_("I don't know"),
    }
)
"""What their buttons say: in another language that can be typed as well, beside the English words."""


class Settling(StrEnum):
    """What a person can say about a reply that is held."""

    KEEP = "keep"
    DROP = "drop"
    TAKE_OUT = "take out"
    ANEW = "anew"
    """It is no answer to this question, but something new: for the caller to act on."""
    ASK_AGAIN = "ask again"
    """It says something, but not which: the question about the held reply is asked again."""


_VAGUE = ("yes", "no", "ok", "okay")

SETTLINGS: Mapping[Doubt, Mapping[Settling, tuple[str, ...]]] = MappingProxyType(
    {
        Doubt.COMMAND: MappingProxyType(
            {
                Settling.KEEP: ("yes", "yes that is my answer", "that is my answer", "my answer", "keep it"),
                Settling.DROP: ("no", "not my answer", "forget it"),
                Settling.ASK_AGAIN: ("ok", "okay"),
            }
        ),
        Doubt.PERSONAL: MappingProxyType(
            {
                Settling.KEEP: ("keep", "keep it", "keep it as it is", "leave it", "leave it in"),
                Settling.TAKE_OUT: ("take it out", "take out", "take them out", "remove", "remove it"),
                Settling.DROP: ("forget it",),
                Settling.ASK_AGAIN: _VAGUE,
            }
        ),
        Doubt.ELSEWHERE: MappingProxyType(
            {
                Settling.KEEP: (
                    "carry on",
                    "carry on please",
                    "it is about something else",
                    "its about something else",
                    "about something else",
                    "something else",
                    "it is not that",
                    "it is not that carry on",
                    "not that",
                    "keep it",
                ),
                Settling.TAKE_OUT: (
                    "take out",
                    "take it out",
                    "take my words out",
                    "take them out",
                    "remove it",
                    "forget it",
                ),
                Settling.ASK_AGAIN: _VAGUE,
            }
        ),
        Doubt.UNCLEAR: MappingProxyType({Settling.KEEP: ("yes", "yes please", "yes that one", "that one")}),
        Doubt.LATE: MappingProxyType(
            {
                Settling.KEEP: (
                    "yes",
                    "yes it is",
                    "yes please",
                    "yes that is my answer",
                    "that is my answer",
                    "thats my answer",
                    "my answer",
                    "it is my answer",
                    "keep it",
                ),
                Settling.ANEW: (
                    "no",
                    "no it is not",
                    "no something new",
                    "something new",
                    "new",
                    "something else",
                    "it is something new",
                    "its something new",
                    "not my answer",
                    "that is something new",
                ),
                Settling.DROP: ("forget it", "forget that"),
                Settling.ASK_AGAIN: ("ok", "okay"),
            }
        ),
        Doubt.SUGGESTED: MappingProxyType(
            {
                Settling.KEEP: ("yes", "yes please", "ok", "okay", "take it", "take it as it is", "keep it"),
                Settling.DROP: ("no", "not that", "forget it"),
            }
        ),
        Doubt.TOO_LONG: MappingProxyType({Settling.DROP: ("forget it",), Settling.ASK_AGAIN: _VAGUE}),
    }
)


def read_word(text: str) -> Word | None:
    """Say which of the words a text is, exactly (capitals, spaces and a full stop aside), or None."""
    said = _flatten(text)
    typed = next((word for word, spellings in WORDS.items() if said in spellings), None)
    if typed is not None or spoken() is ENGLISH:
        return typed
    return next((word for word, label in LABELS.items() if said == _flatten(_(label))), None)


def read_settling(doubt: Doubt, text: str) -> Settling | None:
    """Say what a text decides about a reply held for this doubt, or None when it is a reply itself."""
    spoken = " ".join(tokenise(text, singular=False))
    spellings = SETTLINGS.get(doubt, MappingProxyType({}))
    return next((settling for settling, words in spellings.items() if spoken in words), None)


def _flatten(text: str) -> str:
    """Take capitals, curly apostrophes, spare spaces and a closing full stop away."""
    plain = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return " ".join(plain.split()).removesuffix(".").rstrip()
