"""When somebody is shown who may be on it already: once they have described a problem, and once only.

It stands beside the engine as the coach does (decision 0007), and keeps of what was offered the ids alone.
"""

from collections.abc import Sequence

from dialogs.state import REVIEW, Alike, State
from dialogs.submission import SUBMISSION
from dialogs.walkthrough import Walkthrough
from domain.alike import Deed
from domain.search import Shelf

DESCRIBES = "problem"
"""The question whose answer is compared."""


def find_described(walkthrough: Walkthrough, before: State | None, after: State) -> str:
    """Give the description that somebody has just given, or nothing where a step has brought no new one."""
    if walkthrough is not SUBMISSION or after.at in (DESCRIBES, REVIEW) or after.held is not None:
        return ""
    given = after.answers.get(DESCRIBES)
    known = before.answers.get(DESCRIBES) if before is not None else None
    if given is None or (known is not None and known.text == given.text):
        return ""
    return given.text


def lay_out(state: State, found: Sequence[tuple[Shelf, int]]) -> State:
    """Lay what was found beside the open question; what was offered in this draft before stays away.

    Where it does, the coach waits: its hint comes again at the review.
    """
    known = {(one.shelf, one.id) for one in state.alike}
    new = tuple(Alike(shelf=shelf, id=number) for shelf, number in found if (shelf, number) not in known)
    if not new:
        return state
    return state.model_copy(update={"alike": (*state.alike, *new), "alike_at": state.at, "hint": ""})


def pass_by(before: State, after: State) -> State:
    """Take going on for an answer: what was not taken up is passed by."""
    if not after.alike_at or after.at == before.at:
        return after
    passed = tuple(
        one.model_copy(update={"deed": Deed.PASSED}) if one.deed is Deed.OFFERED else one
        for one in after.alike
    )
    return after.model_copy(update={"alike": passed, "alike_at": ""})


def list_shown(state: State) -> list[Alike]:
    """Give what stands beside the open question."""
    if not state.alike_at or state.alike_at != state.at:
        return []
    return [one for one in state.alike if one.deed is not Deed.PASSED]


def was_offered(state: State, shelf: Shelf, number: int) -> bool:
    """Tell whether something was offered in this draft."""
    return any((one.shelf, one.id) == (shelf, number) for one in state.alike)


def note_deed(state: State, shelf: Shelf, number: int, deed: Deed) -> State:
    """Keep what was done with something that was offered."""
    alike = tuple(
        one.model_copy(update={"deed": deed}) if (one.shelf, one.id) == (shelf, number) else one
        for one in state.alike
    )
    return state.model_copy(update={"alike": alike})
