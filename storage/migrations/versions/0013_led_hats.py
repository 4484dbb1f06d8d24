"""Six hats in the programme's order; when their leader was last there; the message a thought was typed in."""

import sqlalchemy as sa
from alembic import op

revision = "0013_led_hats"
down_revision = "0012_roles_and_awaited"
branch_labels = None
depends_on = None

_NOW = {1: 0, 3: 1, 4: 2, 2: 3, 5: 4, 6: 5, 0: 5}
"""Where each place in the order before stands now; what the opening blue hat held goes to the blue one."""
_OPENED = {**_NOW, 0: 0}
"""Who had just begun begins again, with the facts."""


def upgrade() -> None:
    """Bring it."""
    op.add_column(
        "hat_thoughts", sa.Column("activity_id", sa.String(), nullable=False, server_default="")
    )
    op.add_column("hat_sessions", sa.Column("led_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE hat_sessions SET led_at = changed_at")
    with op.batch_alter_table("hat_sessions") as table:
        table.alter_column("led_at", existing_type=sa.DateTime(timezone=True), nullable=False)
    _renumber("hat_thoughts", _NOW)
    _renumber("hat_sessions", _OPENED)


def downgrade() -> None:
    """Take it back; the opening blue hat stays empty."""
    back = {now: before for before, now in _NOW.items() if before}
    _renumber("hat_thoughts", back)
    _renumber("hat_sessions", back)
    with op.batch_alter_table("hat_sessions") as table:
        table.drop_column("led_at")
    op.drop_column("hat_thoughts", "activity_id")


def _renumber(table: str, places: dict[int, int]) -> None:
    cases = " ".join(f"WHEN {before} THEN {now}" for before, now in places.items())
    op.execute(f"UPDATE {table} SET position = CASE position {cases} ELSE position END")  # noqa: S608 (our own)
