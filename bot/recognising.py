"""Recognising a command in what was typed: exactly while something is open, forgivingly when nothing is."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.command import BETWEEN, Command, Typed
from bot.commands import COMMANDS
from cards.carried import Carried
from domain.delivery import name_letter, read_letter_name
from domain.ports import PlaceKind

_REFERENCE = re.compile(r"\b(?P<letters>[A-Za-z]{2})[- ]?(?P<year>\d{4})[- ]?(?P<number>\d{1,8})\b")
_LEAVE_OUT = re.compile(r"[.!?,;:]+$")
_POLITE = frozenset({"", "please", "thanks", "thank you"})
"""What may stand behind a command that takes no words."""
_CLOSE_ENOUGH = 82
"""Out of 100: rapidfuzz's ratio above which a short message is taken for a command's words."""
_SHORTEST_MISSPELT = 4
"""Letters; in a shorter word one other letter makes another word."""
_LONGEST_COMMAND = 40
"""Characters; longer messages are never taken for a misspelt command."""


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
        if command.takes_reference:
            meant = _match_about(command, text, here)
        elif command.about_letter:
            meant = _match_letter(command, plain)
        elif plain in command.phrases:
            meant = Meant(command, command.build(Typed()))
        else:
            meant = _match_following(command, text)
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
        if kind in command.places and command.stands_alone
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


def _match_following(command: Command, text: str) -> Meant | None:
    """Read ``six hats: bicycles``: the command's words, and what may follow them."""
    if command.follows is None:
        return None
    folded = text.casefold()
    for phrase in sorted(command.phrases, key=len, reverse=True):
        found = command.follows.fullmatch(text, len(phrase)) if folded.startswith(phrase) else None
        if found:
            return Meant(command, command.build(Typed(words=found["words"].lstrip(BETWEEN).strip())))
    return None


def _match_letter(command: Command, plain: str) -> Meant | None:
    """Read ``retry C12``: the command's words and the name of a delivery, and nothing else."""
    for phrase in command.phrases:
        letter = read_letter_name(plain.removeprefix(phrase)) if plain.startswith(f"{phrase} ") else None
        if letter is not None:
            return Meant(command, command.build(Typed(letter=name_letter(*letter))))
    return None


def _match_about(command: Command, text: str, here: str) -> Meant | None:
    folded = text.casefold()
    for phrase in sorted(command.phrases, key=len, reverse=True):
        if not _begins_with(phrase, folded):
            continue
        rest = text[len(phrase) :].strip()
        match = _REFERENCE.match(rest)
        reference = normalise_reference(match) if match else here
        words = (rest[match.end() :] if match else rest).lstrip(BETWEEN)
        if not command.takes_words and words.strip(" .!?").casefold() in _POLITE:
            words = ""
        if command.is_about(reference) and reference and (command.takes_words or not words):
            return Meant(command, command.build(Typed(reference, words)))
    return None


def _begins_with(phrase: str, folded: str) -> bool:
    """Tell whether a text begins with a phrase that ends where a word ends."""
    return folded.startswith(phrase) and bool(re.match(rf"{re.escape(phrase)}\b", folded))


def find_command_word(text: str, kind: PlaceKind) -> str:
    """Give the word of the command about a submission that a text begins with, or nothing."""
    folded = text.strip().casefold()
    phrases = (
        phrase
        for command in COMMANDS
        if command.about_submission and kind in command.places
        for phrase in command.phrases
    )
    return next((phrase for phrase in phrases if _begins_with(phrase, folded)), "")
