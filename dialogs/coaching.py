"""When the coach speaks: after an answer at most once, at the review at most three times, and never twice."""

from collections.abc import Sequence

from dialogs.coach import RULES, Draft, Rule, find_rule
from dialogs.path import find_visible, is_settled, plain_answers, visible
from dialogs.state import REVIEW, State
from dialogs.walkthrough import Walkthrough

MOST_AT_REVIEW = 3

_LEAVE_IT = frozenset({"leave it", "thanks, leave it", "thanks leave it"})
_FOLLOW_IT = frozenset({"add to my answer", "answer it"})


def follow(walkthrough: Walkthrough, before: State, after: State) -> State:
    """Let the coach follow a step: the hint that was there is passed by, and one may come for a new answer.

    Going on without minding a hint waves it away for good, and so does opening from the review the question
    that a hint there is about.
    """
    if after.at == before.at:
        return after
    passed = (*_list_passed(walkthrough, before, after), *after.waved)
    waved = tuple(dict.fromkeys(passed))
    quiet = after.model_copy(update={"hint": "", "waved": waved})
    if after.at == REVIEW or not _is_newly_answered(before, after):
        return quiet
    due = [rule for rule in RULES if before.at == (rule.after or rule.question)]
    rule = next(iter(_list_fitting(walkthrough, quiet, due)), None)
    return quiet.model_copy(update={"hint": rule.name}) if rule else quiet


def wave(walkthrough: Walkthrough, state: State, name: str = "") -> State:
    """Wave one hint away, or all that stand there; it does not come back in this draft."""
    there = tuple(rule.name for rule in list_hints(walkthrough, state) if name in ("", rule.name))
    waved = tuple(dict.fromkeys((*state.waved, *there)))
    return state.model_copy(update={"hint": "" if state.hint in there else state.hint, "waved": waved})


def is_waving(text: str) -> bool:
    """Tell whether a text waves hints away, where any stand there."""
    return text.strip(" .!").casefold() in _LEAVE_IT


def is_following(text: str) -> bool:
    """Tell whether a text follows a hint, as its button says, where any stands there."""
    return text.strip(" .!").casefold() in _FOLLOW_IT


def list_hints(walkthrough: Walkthrough, state: State) -> list[Rule]:
    """Give what the coach says here: the hint beside the open question, or up to three at the review."""
    if state.at == REVIEW:
        return _list_fitting(walkthrough, state, RULES)[:MOST_AT_REVIEW]
    rule = find_rule(state.hint) if state.hint and state.held is None else None
    return [rule] if rule and find_visible(walkthrough, state, rule.question) else []


def _list_passed(walkthrough: Walkthrough, before: State, after: State) -> tuple[str, ...]:
    if before.at != REVIEW:
        return (before.hint,) if before.hint else ()
    return tuple(rule.name for rule in list_hints(walkthrough, before) if rule.question == after.at)


def _is_newly_answered(before: State, after: State) -> bool:
    given = after.answers.get(before.at)
    return given is not None and bool(given.text) and given != before.answers.get(before.at)


def _list_fitting(walkthrough: Walkthrough, state: State, rules: Sequence[Rule]) -> list[Rule]:
    if not rules:
        return []
    asked = {question.name: question for _, question in visible(walkthrough, state)}
    plain = plain_answers(state)
    draft = Draft(
        answers={name: text for name, text in plain.items() if name in asked},
        settled=frozenset(
            name for name, question in asked.items() if is_settled(question, state.answers.get(name))
        ),
        unknown=frozenset(name for name, given in state.answers.items() if given.unknown),
    )
    return [
        rule for rule in rules if rule.question in asked and rule.name not in state.waved and rule.when(draft)
    ]
