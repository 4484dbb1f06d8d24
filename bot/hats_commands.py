"""What people can type about six hats where others read along."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from bot.command import Command
from cards import payloads as p
from domain.ports import PlaceKind
from domain.six_hats import Hat

_COMPANY = frozenset({PlaceKind.CHANNEL})
"""Channels, and group and meeting chats, where the same words are read."""

_ANYTHING = re.compile(r"(?!\w)(?P<words>.*)", re.DOTALL)
"""A topic or a name, behind a colon or a space."""

_BEHIND_A_MARK = re.compile(r"\s*[:\u2013-](?P<words>.*)", re.DOTALL)
"""One word alone is said in many ways ("hats off to them"), so what follows it stands behind a mark."""

HATS_COMMANDS: tuple[Command, ...] = (
    Command(
        ("six hats unattributed", "six hats without names", "hats unattributed"),
        lambda t: p.HatsStart(words=t.words, unattributed=True),
        "begin six hats without names",
        _COMPANY,
        follows=_ANYTHING,
    ),
    Command(
        ("six hats", "six thinking hats"),
        lambda t: p.HatsStart(words=t.words),
        "begin six hats",
        _COMPANY,
        follows=_ANYTHING,
    ),
    Command(
        ("hats",), lambda t: p.HatsStart(words=t.words), "begin six hats", _COMPANY, follows=_BEHIND_A_MARK
    ),
    Command(("next hat",), lambda _: p.HatsNext(), "put on the next hat", _COMPANY),
    Command(("hat before",), lambda _: p.HatsBack(), "put on the hat before", _COMPANY),
    Command(("finish hats", "finish the hats"), lambda _: p.HatsFinish(), "finish the hats", _COMPANY),
    Command(
        ("finish hats now", "finish the hats now"),
        lambda _: p.HatsFinish(sure=True),
        "finish the hats",
        _COMPANY,
    ),
    Command(("all thoughts",), lambda _: p.HatsAll(), "show all thoughts", _COMPANY),
    Command(("i will lead",), lambda _: p.HatsLead(), "lead the hats", _COMPANY),
    Command(("leave out all names",), lambda _: p.HatsUnname(), "leave out all names", _COMPANY),
    Command(
        ("hand over to", "hand over"),
        lambda t: p.HatsHandOver(colleague=t.words[:120]),
        "hand over",
        _COMPANY,
        follows=_ANYTHING,
    ),
    Command(
        ("attach to", "attach"),
        lambda t: p.HatsAttach(words=t.reference),
        "attach the hats",
        _COMPANY,
        about_submission=True,
        takes_words=False,
    ),
    Command(
        ("start a submission from it",),
        lambda _: p.HatsSubmit(),
        "start a submission from the hats",
        _COMPANY,
    ),
)

SHORT_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "next": "next hat",
        "move on": "next hat",
        "go on": "next hat",
        **{f"next: {hat} hat": "next hat" for hat in Hat},
        "back": "hat before",
        "go back": "hat before",
        "previous": "hat before",
        "previous hat": "hat before",
        **{f"back: {hat} hat": "hat before" for hat in Hat},
        "finish": "finish hats",
        "finish now": "finish hats now",
        "yes, finish": "finish hats now",
        "we are done": "finish hats",
        "all": "all thoughts",
        "see all": "all thoughts",
        "i lead": "i will lead",
        "six hats": "hats",
        "show the card": "hats",
    }
)
"""What is short for a command while hats are worn, and may mean something else when they are not."""
