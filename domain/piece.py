"""A piece of thinking: what somebody has thought through, kept for them alone until they attach it."""

from dataclasses import dataclass
from datetime import datetime

from domain.delivery import SubjectKind
from domain.submission import Said


@dataclass(frozen=True, slots=True)
class Piece:
    """One finished walk through six hats, the decision model or a risk assessment."""

    id: int
    person_id: int
    """Its writer. Nobody else may read it, whatever their role, until it is attached."""
    kind: str
    """The walkthrough's name."""
    title: str
    """What it is about, in its writer's words."""
    about: str
    """The reference of the submission it was begun about, or nothing."""
    said: tuple[Said, ...]
    made_at: datetime
    attached_to: str = ""
    """The reference of the submission whose readers may read it now, or nothing."""
    attached_at: datetime | None = None
    draft_id: int = 0
    """The draft it was made of, whose answers go with it."""

    @property
    def is_private(self) -> bool:
        """Tell whether its writer alone may read it."""
        return not self.attached_to


@dataclass(frozen=True, slots=True)
class Home:
    """What a piece can be about and attached to: a submission or an action plan of its writer's."""

    kind: SubjectKind
    reference: str
    title: str
    is_open: bool

    @property
    def is_plan(self) -> bool:
        """Tell whether it is an action plan, which the Academy reads and not the Hub."""
        return self.kind is SubjectKind.PLAN


PLAN_LETTERS = "AP-"
"""What the reference of an action plan begins with; every other is a submission's."""


def answers_to_attach(piece: Piece, title: str) -> tuple[Said, ...]:
    """Give a piece's answers as a submission keeps them: under names no other answer has.

    ``title`` is what this way of thinking is called; every section is headed by it.
    """
    return tuple(
        said.model_copy(
            update={
                "name": f"{piece.kind} {piece.id} {said.name}",
                "section": said.section if said.section == title else f"{title}, {said.section}",
            }
        )
        for said in piece.said
    )
