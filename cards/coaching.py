"""What the coach and the picture of completeness look like: for the writer of a draft alone."""

from collections.abc import Sequence

from microsoft_teams.cards.core import CardElement, Column, ColumnSet, Container

from cards.buttons import button
from cards.kit import aside, line, plain, quiet, rows, strong
from cards.payloads import WalkEdit, WalkJump, WalkWave
from dialogs.coach import Rule
from dialogs.coaching import list_hints
from dialogs.completeness import StagePicture, picture, say_overall
from dialogs.path import visible
from dialogs.state import State
from dialogs.walkthrough import Question, Walkthrough
from domain.language import N_, _, _n

LEAVE_IT = N_("Thanks, leave it")


def show_hints(walkthrough: Walkthrough, state: State, draft_id: int) -> list[CardElement]:
    """Show what the coach says here, each with the way to follow it and the way to wave it off."""
    asked = {question.name: question for _, question in visible(walkthrough, state)}
    return [_hint(rule, asked[rule.question], state, draft_id) for rule in list_hints(walkthrough, state)]


def _hint(rule: Rule, about: Question, state: State, draft_id: int) -> Container:
    given = state.answers.get(rule.question)
    answered = given is not None and bool(given.text or given.unknown)
    return Container(
        style="emphasis",
        spacing="Small",
        items=[
            line(quiet(_("A thought on “{label}”:").format(label=_(about.label)) + " "), plain(_(rule.hint))),
            *rows(
                [
                    button(
                        _("Add to my answer") if answered else _("Answer it"),
                        WalkEdit(draft=draft_id, question=rule.question),
                    ),
                    button(_(LEAVE_IT), WalkWave(draft=draft_id, rule=rule.name)),
                ]
            ),
        ],
    )


def show_picture(walkthrough: Walkthrough, state: State) -> list[CardElement]:
    """Say on one line how far each stage is, and in a sentence what would help most."""
    stages = picture(walkthrough, state)
    if not stages:
        return []
    told = "   ".join(f"{_mark(stage)} {_say(stage)}".replace(" ", "\N{NO-BREAK SPACE}") for stage in stages)
    return [aside(told, "Medium"), *say_picture(walkthrough, state)]


def say_picture(walkthrough: Walkthrough, state: State) -> list[CardElement]:
    """Say in a sentence what would help most, where each section says itself how far it is."""
    overall = say_overall(picture(walkthrough, state))
    return [aside(_("{overall} Only you see this.").format(overall=overall))] if overall else []


def head_section(title: str, answered: Sequence[bool], draft_id: int) -> CardElement:
    """Head a section that goes beyond what must be told: how much is answered, and the way into it."""
    said = _(title)
    stage = StagePicture(title, sum(answered), len(answered))
    words = line(strong(f"{_mark(stage)} {said}"), quiet(f": {_say_so_far(stage)}"))
    tip = _("Open: {title}").format(title=said.lower())
    way_in = button(_("Open"), WalkJump(draft=draft_id, section=title), tip=tip)
    return ColumnSet(
        spacing="Medium",
        columns=[Column(width="stretch", items=[words]), Column(width="auto", items=rows([way_in]))],
    )


def _say_so_far(stage: StagePicture) -> str:
    """Say how much is told, not how much could be: what is extra is never owed."""
    if not stage.answered:
        return _("nothing yet")
    if stage.answered == stage.asked:
        return _("all answered")
    return _n("{count} answer", "{count} answers", stage.answered).format(count=stage.answered)


def _say(stage: StagePicture) -> str:
    return _("{title}: {answered} of {asked} answered").format(
        title=_(stage.title), answered=stage.answered, asked=stage.asked
    )


def _mark(stage: StagePicture) -> str:
    if stage.answered == stage.asked:
        return "✓"
    return "◐" if stage.answered else "○"
