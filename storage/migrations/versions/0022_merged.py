"""Submissions that are merged into another."""

import sqlalchemy as sa
from alembic import op

revision = "0022_merged"
down_revision = "0021_left_out"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring it. No foreign key: SQLite would have to copy the table with all that hangs on it."""
    op.add_column("submissions", sa.Column("merged_into_id", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Take it back."""
    op.drop_column("submissions", "merged_into_id")
