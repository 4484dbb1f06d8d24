"""What the Hub's people can type about a submission's workbench."""

import re

from bot.command import CHANNEL, Command, Typed
from cards.carried import Carried
from cards.workbench_payloads import HubRelate, HubWorkbench
from domain.related import Relation
from domain.workbench import Tool

_WITH = re.compile(r"^(?:it )?(?:with|to|and|from) ", re.IGNORECASE)
"""What may stand before the other reference."""


def _link(typed: Typed) -> Carried:
    other = _WITH.sub("", typed.words).strip(" .")
    return HubRelate(reference=typed.reference, other=other[:120], relation=Relation.RELATED)


def _unlink(typed: Typed) -> Carried:
    return HubRelate(reference=typed.reference, other=_WITH.sub("", typed.words).strip(" .")[:120])


WORKBENCH_COMMANDS: tuple[Command, ...] = (
    Command(
        ("tools", "workbench"),
        lambda t: HubWorkbench(reference=t.reference),
        "show the tools",
        CHANNEL,
        about_submission=True,
        takes_words=False,
    ),
    Command(
        ("similar", "similar cases"),
        lambda t: HubWorkbench(reference=t.reference, tool=Tool.SIMILAR),
        "show similar cases",
        CHANNEL,
        about_submission=True,
        takes_words=False,
    ),
    Command(("link",), _link, "link it with another", CHANNEL, about_submission=True),
    Command(("unlink",), _unlink, "take a link off", CHANNEL, about_submission=True),
)
