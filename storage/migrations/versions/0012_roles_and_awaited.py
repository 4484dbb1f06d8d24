"""Roles that are given by hand; e-mails, and people who are awaited by theirs."""

import sqlalchemy as sa
from alembic import op

revision = "0012_roles_and_awaited"
down_revision = "0011_search"
branch_labels = None
depends_on = None

_AWAITED = sa.text("awaited_since IS NOT NULL")


def upgrade() -> None:
    """Bring it."""
    op.create_table(
        "granted_roles",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("granted_by", sa.Integer(), nullable=True),
        sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_granted_roles_person_id_people"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["granted_by"], ["people.id"], name=op.f("fk_granted_roles_granted_by_people")),
        sa.PrimaryKeyConstraint("person_id", "role", name=op.f("pk_granted_roles")),
    )
    op.add_column("people", sa.Column("email", sa.String(), nullable=True))
    op.add_column("people", sa.Column("awaited_since", sa.DateTime(timezone=True), nullable=True))
    op.create_index(op.f("ix_people_email"), "people", ["email"])
    op.create_index("ix_people_awaited", "people", ["id"], sqlite_where=_AWAITED, postgresql_where=_AWAITED)


def downgrade() -> None:
    """Take it back."""
    op.drop_index("ix_people_awaited", "people")
    op.drop_index(op.f("ix_people_email"), "people")
    op.drop_column("people", "awaited_since")
    op.drop_column("people", "email")
    op.drop_table("granted_roles")
