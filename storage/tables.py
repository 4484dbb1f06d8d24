"""Every table of the product, for the migrations to compare with."""

from storage import (  # noqa: F401 (a table is known once its file has been read)
    conversations,
    drafts,
    jobs,
    lanes,
    notices,
    people,
    posting_rows,
    roster,
    submission_rows,
    timeline,
    turns,
)
from storage.schema import Base

METADATA = Base.metadata
