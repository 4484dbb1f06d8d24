"""What people type to think something through, and about what came of it."""

import re
from collections.abc import Iterator

from bot.command import PERSONAL, Build, Command
from cards import payloads as p
from dialogs.catalogue import THINKING
from dialogs.walkthrough import Walkthrough

_TOPIC = re.compile(r"\s*:\s*(?P<words>.*\S)\s*", re.DOTALL)
"""What something is about, behind a colon: "six hats: bicycles at the station"."""

_PLACE = re.compile(r"\s+(?P<words>\d{1,3})")
"""A place in a list."""


def _starting(way: Walkthrough) -> Build:
    return lambda typed: p.ThinkStart(kind=way.name, reference=typed.reference, words=typed.words)


def _list_ways() -> Iterator[Command]:
    """Give the commands of each way of thinking something through: alone, with a topic, or a reference."""
    for way in THINKING:
        start, title = _starting(way), f"start {way.title.lower()}"
        yield Command(way.phrases, start, title, PERSONAL, follows=_TOPIC)
        yield Command(
            way.phrases, start, title, PERSONAL, about_submission=True, about_plan=True, takes_words=False
        )


THINKING_COMMANDS: tuple[Command, ...] = (
    *_list_ways(),
    Command(
        ("think it through", "think", "thinking"), lambda _: p.ThinkOffer(), "think it through", PERSONAL
    ),
    Command(
        ("think it through", "think", "think about"),
        lambda t: p.ThinkOffer(reference=t.reference),
        "think it through",
        PERSONAL,
        about_submission=True,
        about_plan=True,
        takes_words=False,
    ),
    Command(
        ("my thinking",),
        lambda t: p.PieceOpen(place=int(t.words)) if t.words.isdecimal() else p.PieceList(),
        "show your thinking",
        PERSONAL,
        follows=_PLACE,
    ),
    Command(
        ("attach", "attach to", "attach it to"),
        lambda t: p.PieceAskToAttach(reference=t.reference),
        "attach it",
        PERSONAL,
        about_submission=True,
        about_plan=True,
        takes_words=False,
    ),
    Command(
        ("throw away my thinking", "throw my thinking away", "delete my thinking"),
        lambda t: p.PieceThrow(place=int(t.words) if t.words.isdecimal() else 0),
        "throw your thinking away",
        PERSONAL,
        follows=_PLACE,
    ),
    Command(("keep it private", "keep private"), lambda _: p.PieceKeep(), "keep it private", PERSONAL),
    Command(
        ("send it to me as text", "send me the text", "as text"),
        lambda _: p.PieceText(),
        "send it to you as text",
        PERSONAL,
    ),
)
