"""Few drafts are unfinished: an index of those alone, so that looking after them reads no others."""

import sqlalchemy as sa
from alembic import op

revision = "0007_left_drafts"
down_revision = "0006_thinking_pieces"
branch_labels = None
depends_on = None

_BEGUN = sa.text("status IN ('open', 'parked')")


def upgrade() -> None:
    """Bring it."""
    op.create_index("ix_drafts_unfinished", "drafts", ["id"], sqlite_where=_BEGUN, postgresql_where=_BEGUN)


def downgrade() -> None:
    """Take it back."""
    op.drop_index("ix_drafts_unfinished", "drafts")
