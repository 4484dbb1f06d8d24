"""Every table of the product, for the migrations to compare with."""

from storage import (
    conversations,
    drafts,
    jobs,
    lanes,
    notices,
    people,
    postings,
    roster,
    submission_rows,
    timeline,
    turns,
)
from storage.schema import Base

TABLES = tuple(
    row.__table__
    for row in (
        people.PersonRow,
        roster.RosterRow,
        roster.RosterMemberRow,
        conversations.ConversationRow,
        lanes.LaneRow,
        turns.TurnRow,
        postings.PostingRow,
        notices.NoticeRow,
        drafts.DraftRow,
        submission_rows.ReferenceNumberRow,
        submission_rows.SubmissionRow,
        submission_rows.SubmissionAnswerRow,
        timeline.EventRow,
        timeline.EventWordsRow,
        jobs.JobRow,
    )
)
METADATA = Base.metadata
