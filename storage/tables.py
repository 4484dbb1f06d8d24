"""Every table of the product, for the migrations to compare with."""

from storage import (  # noqa: F401 (a table is known once its file has been read)
    action_plan_events,
    action_plan_rows,
    conversations,
    downloads,
    drafts,
    evidence,
    grants,
    hats,
    jobs,
    lanes,
    leave,
    notices,
    old_entries,
    people,
    posting_rows,
    relations,
    reminder_choices,
    roster,
    search,
    signing,
    submission_rows,
    submission_tags,
    tasks,
    tenant_pace,
    thinking_pieces,
    timeline,
    turns,
)
from storage.schema import Base

METADATA = Base.metadata
