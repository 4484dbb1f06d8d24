"""When people are away, and which reminders they have turned off."""

import sqlalchemy as sa
from alembic import op

revision = "0010_leave_and_reminders"
down_revision = "0009_action_plans"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring it."""
    op.create_table(
        "leave",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_leave_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leave")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_leave_person_id_last_day"), "leave", ["person_id", "last_day"])
    op.create_table(
        "reminders_turned_off",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_reminders_turned_off_person_id_people")
        ),
        sa.PrimaryKeyConstraint("person_id", "kind", name=op.f("pk_reminders_turned_off")),
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("reminders_turned_off")
    op.drop_table("leave")
