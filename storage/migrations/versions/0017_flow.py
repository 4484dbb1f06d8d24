"""How the Hub orders its work: priorities, days, deadlines, tags and tasks."""

import sqlalchemy as sa
from alembic import op

revision = "0017_flow"
down_revision = "0016_plan_overview"
branch_labels = None
depends_on = None

_IS_OPEN = sa.text("stage <> 'closed'")
_TO_DO = sa.text("done_at IS NULL")


def upgrade() -> None:
    """Bring it."""
    for column in (
        sa.Column("priority", sa.String(), nullable=False, server_default="normal"),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("pending", sa.String(), nullable=False, server_default=""),
        sa.Column("deadline_at", sa.DateTime(timezone=True), nullable=True),
    ):
        op.add_column("submissions", column)
    for name, columns in (
        ("ix_submissions_owned", ["owner_id", "deadline_at"]),
        ("ix_submissions_deadline", ["deadline_at"]),
    ):
        op.create_index(name, "submissions", columns, sqlite_where=_IS_OPEN, postgresql_where=_IS_OPEN)
    op.create_table(
        "submission_tags",
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("tag", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submissions.id"],
            name=op.f("fk_submission_tags_submission_id_submissions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("submission_id", "kind", "tag", name=op.f("pk_submission_tags")),
    )
    op.create_table(
        "tasks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submissions.id"],
            name=op.f("fk_tasks_submission_id_submissions"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["people.id"], name=op.f("fk_tasks_owner_id_people")),
        sa.ForeignKeyConstraint(["made_by_id"], ["people.id"], name=op.f("fk_tasks_made_by_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tasks_submission", "tasks", ["submission_id", "number"], unique=True)
    op.create_index(
        "ix_tasks_open", "tasks", ["owner_id"], sqlite_where=_TO_DO, postgresql_where=_TO_DO
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("tasks")
    op.drop_table("submission_tags")
    for name in ("ix_submissions_owned", "ix_submissions_deadline"):
        op.drop_index(name, "submissions")
    for column in ("deadline_at", "pending", "due_on", "priority"):
        op.drop_column("submissions", column)
