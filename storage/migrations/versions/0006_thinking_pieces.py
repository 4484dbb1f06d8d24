"""What people have thought through on their own: six hats, the decision model, a risk assessment."""

import sqlalchemy as sa
from alembic import op

revision = "0006_thinking_pieces"
down_revision = "0005_six_hats"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring it."""
    op.create_table(
        "thinking_pieces",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attached_to", sa.String(), nullable=False),
        sa.Column("attached_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_thinking_pieces_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thinking_pieces")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_thinking_pieces_person_id_made_at"), "thinking_pieces", ["person_id", "made_at"]
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("thinking_pieces")
