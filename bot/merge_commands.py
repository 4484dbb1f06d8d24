"""What the Hub's people can type about merging."""

import re

from bot.command import BETWEEN, CHANNEL, Command, Typed
from cards.carried import Carried
from cards.merge_payloads import HubMerge, HubPart

_OTHER = re.compile(
    r"^(?:it )?(?:into|in|with|to|from|and)? ?(?P<other>\S*)(?P<words>.*)", re.IGNORECASE | re.DOTALL
)
"""The other reference, and why, behind it."""


def _merge(typed: Typed) -> Carried:
    other, words = _split(typed.words)
    return HubMerge(reference=typed.reference, version=0, other=other, words=words)


def _part(typed: Typed) -> Carried:
    return HubPart(reference=typed.reference, other=_split(typed.words)[0])


def _split(words: str) -> tuple[str, str]:
    found = _OTHER.match(words)
    if found is None:
        return "", ""
    return found["other"].strip(BETWEEN + ".")[:120], found["words"].lstrip(BETWEEN)


MERGE_COMMANDS: tuple[Command, ...] = (
    Command(("merge",), _merge, "merge it into another", CHANNEL, about_submission=True),
    Command(("unmerge", "undo the merging of"), _part, "undo its merging", CHANNEL, about_submission=True),
)
