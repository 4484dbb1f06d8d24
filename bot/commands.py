"""What people can type: a table of commands, each the same as pressing a button.

Matching is exact while something is open, and forgiving only when nothing is.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.binding import HubBind
from cards import payloads as p
from cards.carried import Carried
from domain.lifecycle import HUB_OUTCOMES
from domain.ports import PlaceKind

_REFERENCE = re.compile(r"\b(?P<letters>[A-Za-z]{2})[- ]?(?P<year>\d{4})[- ]?(?P<number>\d{1,8})\b")
_LEAVE_OUT = re.compile(r"[.!?,;:]+$")
_BETWEEN = " :,-\u2013\n"
"""What may stand between a reference and the words about it."""
_POLITE = frozenset({"", "please", "thanks", "thank you"})
"""What may stand behind a command that takes no words."""
_CLOSE_ENOUGH = 82
"""Out of 100: rapidfuzz's ratio above which a short message is taken for a command's words."""
_SHORTEST_MISSPELT = 4
"""Letters; in a shorter word one other letter makes another word."""
_LONGEST_COMMAND = 40
"""Characters; longer messages are never taken for a misspelt command."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stood after a command's word."""

    reference: str = ""
    words: str = ""


_Build: TypeAlias = Callable[[Typed], Carried]


@dataclass(frozen=True, slots=True)
class Command:
    """One row: the words, where they work, what they mean, and what they are called in a sentence."""

    phrases: tuple[str, ...]
    build: _Build
    title: str
    places: frozenset[PlaceKind]
    about_submission: bool = False
    """True: a reference follows; in the submission's own thread it may be left out."""
    takes_words: bool = True
    """Whether more words may follow the reference."""


_PERSONAL = frozenset({PlaceKind.PERSONAL})
_CHANNEL = frozenset({PlaceKind.CHANNEL})
_BOTH = _PERSONAL | _CHANNEL


def _close(typed: Typed) -> Carried:
    """Read ``addressed: the lights are mended`` as outcome and reason, whatever stands between the two."""
    said = typed.words
    outcome = next((one for one in HUB_OUTCOMES if re.match(rf"{one}\b", said.casefold())), None)
    first, mark, rest = said.partition(":") if outcome is None else (outcome, ":", said[len(outcome) :])
    reason = rest if mark else ""
    return p.HubClose(
        reference=typed.reference, version=0, outcome=first.strip()[:120], words=reason.lstrip(_BETWEEN)
    )


def _give(typed: Typed) -> Carried:
    name = typed.words.removeprefix("to ").strip()
    return p.HubGive(reference=typed.reference, version=0, colleague=name[:120])


COMMANDS: tuple[Command, ...] = (
    Command(
        ("this is the hub", "this is the hub's channel"),
        lambda _: HubBind(),
        "make this the Hub's channel",
        _BOTH,
    ),
    Command(
        ("submit", "new submission", "submit a problem", "report a problem", "submit an idea", "new"),
        lambda _: p.PortalSubmit(),
        "start a submission",
        _PERSONAL,
    ),
    Command(
        ("my submissions", "submissions", "my list", "status", "list"),
        lambda _: p.SubmissionList(),
        "show your submissions",
        _PERSONAL,
    ),
    Command(("drafts", "my drafts", "unfinished"), lambda _: p.PortalDrafts(), "show your drafts", _PERSONAL),
    Command(
        ("menu", "start", "home", "hello", "hi", "hey", "good morning"),
        lambda _: p.PortalMenu(),
        "show the menu",
        _PERSONAL,
    ),
    Command(("help", "?", "what can you do"), lambda _: p.PortalHelp(), "show the help", _BOTH),
    Command(
        ("queue", "the queue", "open work", "show the queue"), lambda _: p.HubQueue(), "open the queue", _BOTH
    ),
    Command(
        ("open", "show"),
        lambda t: p.SubmissionOpen(reference=t.reference),
        "open it",
        _PERSONAL,
        about_submission=True,
        takes_words=False,
    ),
    Command(
        ("answer", "reply"),
        lambda t: p.SubmissionReply(reference=t.reference, words=t.words),
        "answer the Hub",
        _PERSONAL,
        about_submission=True,
    ),
    Command(
        ("add", "add detail", "add to"),
        lambda t: p.SubmissionAdd(reference=t.reference, words=t.words),
        "add detail",
        _PERSONAL,
        about_submission=True,
    ),
    Command(
        ("more", "tell more"),
        lambda t: p.SubmissionMore(reference=t.reference),
        "tell the Hub more",
        _PERSONAL,
        about_submission=True,
        takes_words=False,
    ),
    Command(
        ("withdraw",),
        lambda t: p.SubmissionWithdraw(reference=t.reference, version=0, words=t.words),
        "withdraw it",
        _PERSONAL,
        about_submission=True,
    ),
    Command(
        ("reopen",),
        lambda t: p.SubmissionReopen(reference=t.reference, version=0, words=t.words),
        "reopen it",
        _PERSONAL,
        about_submission=True,
    ),
    Command(
        ("open", "show"),
        lambda t: p.HubOpen(reference=t.reference),
        "open it",
        _CHANNEL,
        about_submission=True,
        takes_words=False,
    ),
    Command(
        ("take",),
        lambda t: p.HubTake(reference=t.reference, version=0),
        "take it",
        _CHANNEL,
        about_submission=True,
        takes_words=False,
    ),
    Command(
        ("release",),
        lambda t: p.HubRelease(reference=t.reference, version=0),
        "release it",
        _CHANNEL,
        about_submission=True,
        takes_words=False,
    ),
    Command(
        ("forward", "move on", "next stage"),
        lambda t: p.HubForward(reference=t.reference, version=0),
        "move it on",
        _CHANNEL,
        about_submission=True,
        takes_words=False,
    ),
    Command(
        ("back", "move back"),
        lambda t: p.HubBack(reference=t.reference, version=0),
        "move it back",
        _CHANNEL,
        about_submission=True,
        takes_words=False,
    ),
    Command(("give",), _give, "give it to a colleague", _CHANNEL, about_submission=True),
    Command(
        ("ask",),
        lambda t: p.HubAsk(reference=t.reference, words=t.words),
        "ask the officer",
        _CHANNEL,
        about_submission=True,
    ),
    Command(
        ("answer", "reply"),
        lambda t: p.HubAnswer(reference=t.reference, words=t.words),
        "answer the officer",
        _CHANNEL,
        about_submission=True,
    ),
    Command(
        ("note",),
        lambda t: p.HubNote(reference=t.reference, words=t.words),
        "keep a note",
        _CHANNEL,
        about_submission=True,
    ),
    Command(("close",), _close, "close it", _CHANNEL, about_submission=True),
    Command(
        ("reopen",),
        lambda t: p.HubReopen(reference=t.reference, version=0, words=t.words),
        "reopen it",
        _CHANNEL,
        about_submission=True,
    ),
)


@dataclass(frozen=True, slots=True)
class Meant:
    """A command that was recognised, ready to be carried out."""

    command: Command
    payload: Carried


def normalise_reference(match: re.Match[str]) -> str:
    """Write a reference as it stands on cards: ``pf 2026 1`` → ``PF-2026-0001``."""
    return f"{match['letters'].upper()}-{match['year']}-{int(match['number']):04d}"


def find_reference(text: str) -> str:
    """Find the first reference in a text, or nothing."""
    match = _REFERENCE.search(text)
    return normalise_reference(match) if match else ""


def _strip_end(text: str) -> str:
    """Make it one line without the marks at its end; a question mark alone is a word."""
    line = " ".join(text.split())
    return _LEAVE_OUT.sub("", line) or line


def match_exactly(text: str, kind: PlaceKind, *, here: str = "") -> Meant | None:
    """Read a text that is a command's words and nothing else, but for a reference and what follows it.

    ``here`` is the reference of the thread's own submission, for when none is typed.
    """
    plain = _strip_end(text).casefold()
    for command in COMMANDS:
        if kind not in command.places:
            continue
        if command.about_submission:
            meant = _match_about(command, text, here)
        else:
            meant = Meant(command, command.build(Typed())) if plain in command.phrases else None
        if meant is not None:
            return meant
    return None


def match_forgivingly(text: str, kind: PlaceKind, *, here: str = "") -> Meant | None:
    """Read a text as the command it most likely means: misspelt, or a few words with a reference."""
    exact = match_exactly(text, kind, here=here)
    if exact is not None:
        return exact
    plain = _strip_end(text)
    if len(plain) > _LONGEST_COMMAND:
        return None
    if reference := find_reference(plain):
        return match_exactly(f"open {reference}", kind)
    phrases = {
        phrase: command
        for command in COMMANDS
        if kind in command.places and not command.about_submission
        for phrase in command.phrases
    }
    phrase = _find_nearest(plain.casefold(), list(phrases))
    return Meant(phrases[phrase], phrases[phrase].build(Typed())) if phrase else None


def _find_nearest(plain: str, phrases: list[str]) -> str:
    """Find the phrase that was misspelt: near enough, or with one slip of the finger in a short word."""
    best = process.extractOne(plain, phrases, scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
    if best is not None:
        return str(best[0])
    long_enough = [phrase for phrase in phrases if len(phrase) >= _SHORTEST_MISSPELT]
    slipped = process.extractOne(plain, long_enough, scorer=OSA.distance, score_cutoff=1)
    return "" if slipped is None else str(slipped[0])


def _match_about(command: Command, text: str, here: str) -> Meant | None:
    folded = text.casefold()
    for phrase in sorted(command.phrases, key=len, reverse=True):
        if not re.match(rf"{re.escape(phrase)}\b", folded):
            continue
        rest = text[len(phrase) :].strip()
        match = _REFERENCE.match(rest)
        reference = normalise_reference(match) if match else here
        words = (rest[match.end() :] if match else rest).lstrip(_BETWEEN)
        if not command.takes_words and words.strip(" .!?").casefold() in _POLITE:
            words = ""
        if reference and (command.takes_words or not words):
            return Meant(command, command.build(Typed(reference, words)))
    return None
