"""All plans at a glance are counted and sorted by an index alone: their answers are long."""

from alembic import op

revision = "0016_plan_overview"
down_revision = "0015_evidence"
branch_labels = None
depends_on = None

_COLUMNS = [
    "finished_at",
    "due_on",
    "cohort",
    "supervisor_id",
    "owner_id",
    "touched_at",
    "help_asked_at",
    "snoozed_until",
    "wish_to",
    "wish_granted",
    "training_ended",
]


def upgrade() -> None:
    """Bring it."""
    op.create_index("ix_action_plans_overview", "action_plans", _COLUMNS)


def downgrade() -> None:
    """Take it back."""
    op.drop_index("ix_action_plans_overview", "action_plans")
