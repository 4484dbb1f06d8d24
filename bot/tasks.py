"""What the Hub's people press and type about tasks."""

from bot.queue import replace_own_work
from bot.scene import Answer, Scene
from bot.workbench import lay_open
from cards.flow_payloads import TaskAdd, TaskGive, TaskTick
from domain.errors import BadInput
from domain.language import _
from domain.remark import Remark
from domain.workbench import Tool
from services.tasks import add_task, give_task, tick_task


async def add(scene: Scene, payload: TaskAdd) -> Answer:
    """Add a task."""
    task = await add_task(
        scene.work,
        scene.actor,
        payload.reference,
        words=payload.words,
        colleague=payload.colleague,
        due=payload.due,
        now=scene.now,
    )
    said = _("{name} has task {number} of {reference}.").format(
        number=task.number, reference=task.reference, name=task.owner.name
    )
    return await _show(scene, payload.reference, said)


async def tick(scene: Scene, payload: TaskTick) -> Answer:
    """Tick a task off, or open it again; pressed among one's own work, that is shown anew."""
    task = await tick_task(
        scene.work,
        scene.actor,
        payload.reference,
        number=payload.number,
        done=payload.done,
        now=scene.now,
    )
    said = (
        _("Task {number} of {reference} is done.")
        if payload.done
        else _("Task {number} of {reference} is open again.")
    )
    words = said.format(number=task.number, reference=task.reference)
    if scene.was_pressed and scene.pressed is None:
        return await replace_own_work(scene, note=words)
    return await _show(scene, payload.reference, words)


async def give(scene: Scene, payload: TaskGive) -> Answer:
    """Give a task to a colleague."""
    if not payload.task.isdecimal():
        raise BadInput(_("Choose the task first."), field="task", kept=payload.task)
    task = await give_task(
        scene.work,
        scene.actor,
        payload.reference,
        number=int(payload.task),
        colleague=payload.colleague,
        now=scene.now,
    )
    said = _("Task {number} of {reference} is given.").format(number=task.number, reference=task.reference)
    return await _show(scene, payload.reference, said)


async def _show(scene: Scene, reference: str, said: str) -> Answer:
    if not scene.was_pressed:
        return scene.say_words(said)
    return await lay_open(scene, reference, Tool.TASKS, Remark(note=said))
