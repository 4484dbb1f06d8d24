"""Which questions were left out of a submission, and which draft a piece of thinking was made of."""

import sqlalchemy as sa
from alembic import op

revision = "0021_left_out"
down_revision = "0020_old_entries"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring it."""
    left_out = sa.Column("skipped", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("submission_answers", left_out)
    op.add_column(
        "thinking_pieces", sa.Column("draft_id", sa.Integer(), nullable=False, server_default=sa.text("0"))
    )


def downgrade() -> None:
    """Take it away."""
    op.drop_column("thinking_pieces", "draft_id")
    op.drop_column("submission_answers", "skipped")
