"""Vectors are numbered as they are kept, so that every process takes in what is new; what has none is found fast."""

import sqlalchemy as sa
from alembic import op

revision = "0019_vectors"
down_revision = "0018_followers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring it."""
    op.add_column("search_entries", sa.Column("vector_number", sa.Integer(), nullable=True))
    op.create_index("ix_search_entries_vector_number", "search_entries", ["vector_number", "id"])


def downgrade() -> None:
    """Take it back."""
    op.drop_index("ix_search_entries_vector_number", "search_entries")
    op.drop_column("search_entries", "vector_number")
