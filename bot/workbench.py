"""What the Hub's people press on the workbench."""

import re

from bot.scene import Answer, Scene
from cards.workbench_payloads import HubRelate, HubWorkbench
from domain.errors import BadInput
from domain.language import _
from domain.related import Relation
from domain.remark import Remark
from domain.workbench import Tool
from services.related import relate
from services.workbench import open_tool

_REFERENCE = re.compile(r"PF-\d{4}-\d{1,8}")

_SAID = {
    Relation.RELATED: "{one} and {other} are linked. Both cards say so, for the Hub alone.",
    Relation.APART: "{other} is not offered for {one} again.",
    None: "The link with {other} is off.",
}


async def open_workbench(scene: Scene, payload: HubWorkbench) -> Answer:
    """Bring the tools of a submission, or lay another of them open."""
    return await lay_open(scene, payload.reference, _read_tool(payload.tool))


async def relate_submissions(scene: Scene, payload: HubRelate) -> Answer:
    """Say how two submissions belong together."""
    relation = _read_relation(payload.relation)
    other = read_reference(payload.other)
    one, fellow = await relate(
        scene.work, scene.actor, payload.reference, other=other, relation=relation, now=scene.now
    )
    said = _(_SAID[relation]).format(one=one.reference, other=fellow.reference)
    if not scene.was_pressed:
        return scene.say_words(said)
    return await lay_open(scene, payload.reference, Tool.SIMILAR, Remark(note=said))


async def lay_open(scene: Scene, reference: str, tool: Tool, remark: Remark | None = None) -> Answer:
    """Lay a tool of a submission open, with what is to be said once."""
    """Lay a tool of a submission open."""
    _submission, posting = await open_tool(
        scene.work, scene.actor, reference, tool=tool, footing=scene.footing, thread_id=scene.thread_id
    )
    return await scene.show_postings(posting, remark=remark or Remark())


def _read_tool(named: str) -> Tool:
    try:
        return Tool(named or Tool.OVERVIEW)
    except ValueError as error:
        raise BadInput(_("That tool is not there any more. Type 'tools' with the reference.")) from error


def read_reference(typed: str) -> str:
    """Read the reference of another submission.

    Raises:
        BadInput: it is none.
    """
    reference = typed.strip().upper()
    if _REFERENCE.fullmatch(reference):
        return reference
    sentence = _("Give the reference of the other one, such as PF-2026-0001.")
    raise BadInput(sentence, field="other", kept=typed)


def _read_relation(named: str) -> Relation | None:
    if not named:
        return None
    try:
        return Relation(named)
    except ValueError as error:
        raise BadInput(_("Say 'link' or 'not the same' of the two.")) from error
