"""A unit of work: everything in it is kept together, or nothing is."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.clock import Clock
from domain.delivery import Notice, Subject, SubjectKind
from domain.pace import Pace
from domain.ports import Nearness, Place
from storage.action_plans import ActionPlans
from storage.arrivals import Arrival, Arrivals, Sender
from storage.awaited import Awaited
from storage.changes import Changes, Replies
from storage.conversations import Conversations
from storage.downloads import Downloads
from storage.drafts import Drafts
from storage.evidence import EvidenceLibrary
from storage.flush import write_changes
from storage.followers import Followers
from storage.grants import Grants
from storage.hats import Hats
from storage.jobs import Jobs
from storage.leave import Leave
from storage.notices import Notices
from storage.old_entries import OldEntries
from storage.outbox import Outbox
from storage.people import People
from storage.plan_overview import PlanOverviews
from storage.postings import Postings
from storage.queue import Queue
from storage.relations import Relations
from storage.reminder_choices import ReminderChoices
from storage.revisions import Revisions
from storage.roster import Roster
from storage.search import SearchIndex
from storage.signing import SigningKeys
from storage.stale import StaleWork
from storage.submission_tags import SubmissionTags
from storage.submissions import Submissions
from storage.tasks import Tasks
from storage.tellings import Tellings
from storage.tenant_pace import TenantPaces
from storage.thinking_pieces import ThinkingPieces
from storage.turns import Turns
from storage.vectors import Vectors


class Work:
    """One unit of work, with a repository for each aggregate.

    What shall be delivered later is gathered while it is open and written at its end.
    """

    def __init__(self, connection: AsyncConnection, clock: Clock, nearness: Nearness | None = None) -> None:
        self._connection = connection
        self._clock = clock
        self._changes = Changes()
        self.woken = False
        """Once the unit is kept: whether it made something due in the background."""
        self.people = People(connection)
        self.awaited = Awaited(connection)
        self.roster = Roster(connection)
        self.grants = Grants(connection)
        self.conversations = Conversations(connection)
        self.turns = Turns(connection)
        self.drafts = Drafts(connection)
        self.submissions = Submissions(connection)
        self.postings = Postings(connection, self._changes, clock)
        self.outbox = Outbox(connection, self._changes, clock)
        self.notices = Notices(connection)
        self.tellings = Tellings(connection)
        self.jobs = Jobs(connection)
        self.tenant_paces = TenantPaces(connection)
        self.revisions = Revisions(connection)
        self.downloads = Downloads(connection)
        self.signing_keys = SigningKeys(connection)
        self.hats = Hats(connection)
        self.thinking_pieces = ThinkingPieces(connection)
        self.action_plans = ActionPlans(connection)
        self.plan_overviews = PlanOverviews(connection)
        self.leave = Leave(connection)
        self.reminder_choices = ReminderChoices(connection)
        self.search = SearchIndex(connection)
        self.submission_tags = SubmissionTags(connection)
        self.stale = StaleWork(connection)
        self.queue = Queue(connection)
        self.tasks = Tasks(connection)
        self.followers = Followers(connection)
        self.vectors = Vectors(connection)
        self.nearness = nearness
        """What is near in meaning, where a model is set."""
        self.relations = Relations(connection)
        self.evidence = EvidenceLibrary(connection)
        self.old_entries = OldEntries(connection)

    async def arrive(
        self, place: Place, sender: Sender, team_id: str, activity_id: str, now: datetime
    ) -> Arrival:
        """Know who sent an activity and from where, lock the conversation, and note the activity.

        Raises:
            ValueError: the sender has no directory object id.
        """
        arrival = await Arrivals(self._connection).arrive(place, sender, team_id, activity_id, now)
        if arrival.has_come:
            for submission_id in await self.submissions.list_open_of(arrival.person.id):
                self.touch(Subject(SubjectKind.SUBMISSION, submission_id))
            for plan_id in await self.plan_overviews.list_supervised(arrival.person.id):
                self.touch(Subject(SubjectKind.PLAN, plan_id))
            for plan_id in await self.action_plans.list_supervised(arrival.person.id):
                self.touch(Subject(SubjectKind.PLAN, plan_id))
        return arrival

    def touch(self, subject: Subject, *, folded_too: bool = False) -> None:
        """Make every card of a subject due, but for those this unit draws itself.

        Cards that are folded and settled stay as they are, unless ``folded_too``.
        """
        self._changes.subjects[subject] = folded_too or self._changes.subjects.get(subject, False)

    async def _touch_plans(self) -> None:
        """Have the plans drawn anew that show a submission which has changed."""
        changed = [one.id for one in self._changes.subjects if one.kind is SubjectKind.SUBMISSION]
        if changed:
            for plan_id in await self.action_plans.list_of_submissions(changed):
                self.touch(Subject(SubjectKind.PLAN, plan_id))

    def notify(self, notice: Notice) -> None:
        """Have a message sent, once for its key."""
        self._changes.notices.setdefault(notice.key, notice)

    def plan_replies(self, lane_id: int, many: int, pace: Pace) -> None:
        """Count what the turn is about to say in its lane, where other processes may speak there too."""
        if many:
            self._changes.lanes.replies = Replies(lane_id, many, pace.windows)

    @property
    def planned(self) -> Sequence[datetime]:
        """Give when each of the turn's replies may go, once the unit is kept; nothing where it is alone."""
        replies = self._changes.lanes.replies
        return () if replies is None else replies.planned

    async def flush(self) -> None:
        """Write what shall be delivered later; the database calls it once, before it commits."""
        await self.drafts.flush()
        await self._touch_plans()
        await write_changes(self._connection, self._changes, self._clock.now())
        self.woken = bool(self._changes.lanes.bumped) or self._changes.lanes.is_due_again
