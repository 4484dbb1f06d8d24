"""Action plans: what people do with what they learned, with their actions and their history."""

import sqlalchemy as sa
from alembic import op

revision = "0009_action_plans"
down_revision = "0008_locale"
branch_labels = None
depends_on = None

_IS_OPEN = sa.text("finished_at IS NULL")


def upgrade() -> None:
    """Bring it."""
    op.create_table(
        "plan_numbers",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_plan_numbers")),
    )
    op.create_table(
        "action_plans",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("cohort", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("training_ended", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("supervisor_id", sa.Integer(), nullable=True),
        sa.Column("supervisor_named", sa.String(), nullable=False),
        sa.Column("may_tell_supervisor", sa.Boolean(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=True),
        sa.Column("wish_to", sa.Date(), nullable=True),
        sa.Column("wish_reason", sa.String(), nullable=False),
        sa.Column("wish_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("wish_granted", sa.Boolean(), nullable=True),
        sa.Column("wish_decided_by_id", sa.Integer(), nullable=True),
        sa.Column("wish_decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("wish_word", sa.String(), nullable=False),
        sa.Column("help_asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("snoozed_until", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("learned", sa.String(), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["people.id"], name=op.f("fk_action_plans_owner_id_people")),
        sa.ForeignKeyConstraint(
            ["supervisor_id"], ["people.id"], name=op.f("fk_action_plans_supervisor_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submissions.id"],
            name=op.f("fk_action_plans_submission_id_submissions"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["wish_decided_by_id"], ["people.id"], name=op.f("fk_action_plans_wish_decided_by_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_plans")),
        sa.UniqueConstraint("reference", name=op.f("uq_action_plans_reference")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_action_plans_owner_id_touched_at"), "action_plans", ["owner_id", "touched_at"])
    op.create_index(op.f("ix_action_plans_submission_id"), "action_plans", ["submission_id"])
    op.create_index(
        "ix_action_plans_open", "action_plans", ["id"], sqlite_where=_IS_OPEN, postgresql_where=_IS_OPEN
    )
    op.create_table(
        "plan_actions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("partner", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["action_plans.id"],
            name=op.f("fk_plan_actions_plan_id_action_plans"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_actions")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_plan_actions_plan_id_position"), "plan_actions", ["plan_id", "position"])
    op.create_table(
        "plan_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["action_plans.id"],
            name=op.f("fk_plan_events_plan_id_action_plans"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["actor_id"], ["people.id"], name=op.f("fk_plan_events_actor_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_events")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_plan_events_plan_id"), "plan_events", ["plan_id"])
    op.create_table(
        "plan_event_words",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["plan_events.id"],
            name=op.f("fk_plan_event_words_event_id_plan_events"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_plan_event_words")),
    )


def downgrade() -> None:
    """Take it back."""
    for table in ("plan_event_words", "plan_events", "plan_actions", "action_plans", "plan_numbers"):
        op.drop_table(table)
