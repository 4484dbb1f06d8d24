"""Following the submissions of others, and work that is not done twice."""

import sqlalchemy as sa
from alembic import op

revision = "0018_followers"
down_revision = "0017_flow"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring it."""
    op.create_table(
        "submission_followers",
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_affected", sa.Boolean(), nullable=False),
        sa.Column("through_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_submission_followers_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submissions.id"],
            name=op.f("fk_submission_followers_submission_id_submissions"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["through_id"],
            ["submissions.id"],
            name=op.f("fk_submission_followers_through_id_submissions"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("submission_id", "person_id", name=op.f("pk_submission_followers")),
    )
    op.create_index(op.f("ix_submission_followers_person_id"), "submission_followers", ["person_id"])
    op.create_table(
        "avoided_duplicates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_avoided_duplicates_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submissions.id"],
            name=op.f("fk_avoided_duplicates_submission_id_submissions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_avoided_duplicates")),
        sa.UniqueConstraint(
            "submission_id", "person_id", name=op.f("uq_avoided_duplicates_submission_id_person_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_avoided_duplicates_at"), "avoided_duplicates", ["at"])


def downgrade() -> None:
    """Take it back."""
    op.drop_table("avoided_duplicates")
    op.drop_table("submission_followers")
