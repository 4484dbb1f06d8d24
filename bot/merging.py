"""Merging submissions, and undoing it, on the Hub's workbench or by typing."""

from bot.scene import Answer, Scene
from bot.workbench import lay_open, read_reference
from cards.merge_payloads import HubMerge, HubPart
from domain.language import _
from domain.remark import Remark
from domain.workbench import Tool
from services.merging import merge, part


async def merge_submissions(scene: Scene, payload: HubMerge) -> Answer:
    """Merge one into another."""
    merged, other = await merge(
        scene.work,
        scene.actor,
        payload.reference,
        into=read_reference(payload.other),
        seen_version=payload.version or None,
        words=payload.words,
        now=scene.now,
    )
    said = _("{one} is merged into {other}. Its officer is told, and follows {other}.").format(
        one=merged.reference, other=other.reference
    )
    return await _acknowledge(scene, payload.at or payload.reference, said)


async def part_submissions(scene: Scene, payload: HubPart) -> Answer:
    """Undo a merging."""
    parted, other = await part(
        scene.work, scene.actor, payload.reference, other=read_reference(payload.other), now=scene.now
    )
    said = _("{one} is open again where it was. It stays linked with {other}.").format(
        one=parted.reference, other=other.reference
    )
    return await _acknowledge(scene, payload.reference, said)


async def _acknowledge(scene: Scene, reference: str, said: str) -> Answer:
    if not scene.was_pressed:
        return scene.say_words(said)
    return await lay_open(scene, reference, Tool.SIMILAR, Remark(note=said))
