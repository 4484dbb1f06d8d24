"""A piece of thinking: what somebody has thought through, kept for them alone until they attach it."""

from dataclasses import dataclass
from datetime import datetime

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

    @property
    def is_private(self) -> bool:
        """Tell whether its writer alone may read it."""
        return not self.attached_to


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
