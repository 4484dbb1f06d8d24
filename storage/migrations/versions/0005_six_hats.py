"""Six hats worn together: sessions, and the thoughts under each hat."""

import sqlalchemy as sa
from alembic import op

revision = "0005_six_hats"
down_revision = "0004_dead_letters"
branch_labels = None
depends_on = None

_IS_OPEN = sa.text("stage = 'open'")


def upgrade() -> None:
    """Bring it."""
    op.create_table(
        "hat_sessions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.String(), nullable=False),
        sa.Column("starter_id", sa.Integer(), nullable=False),
        sa.Column("leader_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("unattributed", sa.Boolean(), nullable=False),
        sa.Column("offered", sa.Boolean(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_hat_sessions_conversation_id_conversations"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["starter_id"], ["people.id"], name=op.f("fk_hat_sessions_starter_id_people")
        ),
        sa.ForeignKeyConstraint(["leader_id"], ["people.id"], name=op.f("fk_hat_sessions_leader_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hat_sessions")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_hat_sessions_open",
        "hat_sessions",
        ["conversation_id", "thread_id"],
        unique=True,
        sqlite_where=_IS_OPEN,
        postgresql_where=_IS_OPEN,
    )
    op.create_index(
        "ix_hat_sessions_quiet",
        "hat_sessions",
        ["changed_at"],
        sqlite_where=_IS_OPEN,
        postgresql_where=_IS_OPEN,
    )
    op.create_index("ix_hat_sessions_place", "hat_sessions", ["conversation_id", "thread_id"])
    op.create_table(
        "hat_thoughts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["hat_sessions.id"],
            name=op.f("fk_hat_thoughts_session_id_hat_sessions"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_hat_thoughts_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hat_thoughts")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_hat_thoughts_session_id"), "hat_thoughts", ["session_id"])


def downgrade() -> None:
    """Take it back."""
    for table in ("hat_thoughts", "hat_sessions"):
        op.drop_table(table)
