"""What the Portal before this one called its entries."""

import sqlalchemy as sa
from alembic import op

revision = "0020_old_entries"
down_revision = "0019_vectors"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring it."""
    op.create_table(
        "old_entries",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submissions.id"],
            name=op.f("fk_old_entries_submission_id_submissions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_old_entries")),
    )
    op.create_index(op.f("ix_old_entries_submission_id"), "old_entries", ["submission_id"])


def downgrade() -> None:
    """Take it back."""
    op.drop_table("old_entries")
