"""The search index: entries on shelves, their terms, and how frequent each term is."""

import sqlalchemy as sa
from alembic import op

revision = "0011_search"
down_revision = "0010_leave_and_reminders"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring it."""
    op.create_table(
        "search_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shelf", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("length", sa.Double(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entries")),
        sa.UniqueConstraint("shelf", "subject_id", name=op.f("uq_search_entries_shelf_subject_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "search_terms",
        sa.Column("shelf", sa.String(), nullable=False),
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("shelf", "term", name=op.f("pk_search_terms")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "search_postings",
        sa.Column("shelf", sa.String(), nullable=False),
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["search_entries.id"], name=op.f("fk_search_postings_entry_id_search_entries")
        ),
        sa.PrimaryKeyConstraint("shelf", "term", "entry_id", name=op.f("pk_search_postings")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_search_postings_entry_id"), "search_postings", ["entry_id"])


def downgrade() -> None:
    """Take it back."""
    op.drop_table("search_postings")
    op.drop_table("search_terms")
    op.drop_table("search_entries")
