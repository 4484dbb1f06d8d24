"""How submissions belong together, as the Hub's people say."""

import sqlalchemy as sa
from alembic import op

revision = "0014_relations"
down_revision = "0013_led_hats"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring it."""
    op.create_table(
        "submission_relations",
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["by_id"], ["people.id"], name=op.f("fk_submission_relations_by_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["first_id"],
            ["submissions.id"],
            name=op.f("fk_submission_relations_first_id_submissions"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["second_id"],
            ["submissions.id"],
            name=op.f("fk_submission_relations_second_id_submissions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("first_id", "second_id", name=op.f("pk_submission_relations")),
    )
    op.create_index(op.f("ix_submission_relations_second_id"), "submission_relations", ["second_id"])


def downgrade() -> None:
    """Take it back."""
    op.drop_table("submission_relations")
