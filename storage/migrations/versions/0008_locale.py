"""People are spoken to in the language their Teams is set to: the locale is kept with the person."""

import sqlalchemy as sa
from alembic import op

revision = "0008_locale"
down_revision = "0007_left_drafts"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring it."""
    op.add_column("people", sa.Column("locale", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """Take it back."""
    op.drop_column("people", "locale")
