"""What one unit of work wants delivered later: gathered while it is open, written once at its end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.delivery import Notice, Posting, Subject
from domain.pace import Sent, Window


@dataclass(frozen=True, slots=True)
class PostingChange:
    """A posting as it shall be; ``held_until`` is how long the unit's own process sees to it."""

    posting: Posting
    held_until: datetime | None


@dataclass(slots=True)
class Replies:
    """What a turn is about to say in its own lane, counted beforehand for all processes."""

    lane_id: int
    many: int
    windows: Sequence[Window]
    planned: Sequence[datetime] = ()
    """When each may go; worked out as the unit ends."""


@dataclass(slots=True)
class LaneChanges:
    """What happens to lanes."""

    bumped: set[int] = field(default_factory=set)
    """Something is due in the background."""
    held: dict[int, datetime] = field(default_factory=dict)
    """Somebody sends it themselves; the background looks after it at that moment."""
    settled: set[int] = field(default_factory=set)
    """Something held has arrived; the lane's next look may be later, or never."""
    charged: dict[int, list[Sent]] = field(default_factory=dict)
    """What was sent in it, and when."""
    replies: Replies | None = None
    is_due_again: bool = False
    """A lane that was given back has more to send at once."""

    def bump(self, lane_id: int) -> None:
        """Make a lane due."""
        self.bumped.add(lane_id)

    def hold(self, lane_id: int, until: datetime) -> None:
        """Have the background look after a lane then, or earlier."""
        self.held[lane_id] = min(until, self.held.get(lane_id, until))

    def charge(self, lane_id: int, sent: Iterable[Sent]) -> None:
        """Count what was sent against the lane's pace."""
        self.charged.setdefault(lane_id, []).extend(sent)

    def settle(self, lane_id: int) -> None:
        """Have the lane's next look worked out anew."""
        self.settled.add(lane_id)


@dataclass(slots=True)
class Changes:
    """Everything one unit of work wants delivered later."""

    postings: dict[int, PostingChange] = field(default_factory=dict)
    placed: set[int] = field(default_factory=set)
    """Postings made in this unit: they show its end already, so that a touch adds nothing."""
    subjects: dict[Subject, bool] = field(default_factory=dict)
    """What changed; True where cards that are folded and settled are drawn anew too."""
    notices: dict[str, Notice] = field(default_factory=dict)
    lanes: LaneChanges = field(default_factory=LaneChanges)

    def change(self, posting: Posting, held_until: datetime | None) -> Posting:
        """Want a posting anew, one revision on for the whole unit of work; gives it as it will be."""
        if posting.id not in self.postings:
            posting = replace(posting, wanted=posting.wanted + 1)
        self.postings[posting.id] = PostingChange(posting, held_until)
        self.see_to(posting.lane_id, held_until)
        return posting

    def see_to(self, lane_id: int, held_until: datetime | None) -> None:
        """Leave a lane to the background: at once, or after ``held_until``."""
        if held_until is None:
            self.lanes.bump(lane_id)
        else:
            self.lanes.hold(lane_id, held_until)

    def overlay(self, posting: Posting) -> Posting:
        """Give a posting as this unit of work has changed it."""
        change = self.postings.get(posting.id)
        return posting if change is None else change.posting
