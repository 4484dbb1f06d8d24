"""When each lane is looked at next, the tenant's rate, and messages to whom nobody has met yet."""

import sqlalchemy as sa
from alembic import op

revision = "0003_pace"
down_revision = "0002_downloads"
branch_labels = None
depends_on = None

_WAITING = sa.text("wanted > shown OR wake_at IS NOT NULL")
_DUE = sa.text("due_at IS NOT NULL")


def upgrade() -> None:
    """Bring it. What was due is looked at first thing."""
    op.create_table(
        "tenant_paces",
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("free_from", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", name=op.f("pk_tenant_paces")),
    )
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.alter_column("conversation_id", existing_type=sa.Integer(), nullable=True)
    op.drop_index("ix_lanes_waiting", "lanes", sqlite_where=_WAITING, postgresql_where=_WAITING)
    with op.batch_alter_table("lanes", schema=None) as batch_op:
        batch_op.alter_column("wake_at", existing_type=sa.DateTime(timezone=True), new_column_name="due_at")
    lanes = sa.table("lanes", *(sa.column(name) for name in ("due_at", "wanted", "shown", "lease_until")))
    moment = sa.func.coalesce(lanes.c.lease_until, sa.func.current_timestamp())
    op.execute(lanes.update().where(lanes.c.wanted > lanes.c.shown).values(due_at=moment))
    op.create_index(
        "ix_lanes_due", "lanes", ["due_at", "id"], sqlite_where=_DUE, postgresql_where=_DUE
    )


def downgrade() -> None:
    """Take it back; messages to people without a chat go with it."""
    op.drop_index("ix_lanes_due", "lanes", sqlite_where=_DUE, postgresql_where=_DUE)
    with op.batch_alter_table("lanes", schema=None) as batch_op:
        batch_op.alter_column("due_at", existing_type=sa.DateTime(timezone=True), new_column_name="wake_at")
    op.create_index(
        "ix_lanes_waiting", "lanes", ["id"], sqlite_where=_WAITING, postgresql_where=_WAITING
    )
    notices = sa.table("notices", sa.column("conversation_id"))
    op.execute(notices.delete().where(notices.c.conversation_id.is_(None)))
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.alter_column("conversation_id", existing_type=sa.Integer(), nullable=False)
    op.drop_table("tenant_paces")
