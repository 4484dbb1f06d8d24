"""Few deliveries are given up: an index of those alone, so that counting them reads no others."""

import sqlalchemy as sa
from alembic import op

revision = "0004_dead_letters"
down_revision = "0003_pace"
branch_labels = None
depends_on = None

_DEAD = sa.text("dead_at IS NOT NULL")


def upgrade() -> None:
    """Bring it."""
    for table in ("postings", "notices"):
        op.create_index(f"ix_{table}_dead", table, ["id"], sqlite_where=_DEAD, postgresql_where=_DEAD)


def downgrade() -> None:
    """Take it back."""
    for table in ("postings", "notices"):
        op.drop_index(f"ix_{table}_dead", table)
