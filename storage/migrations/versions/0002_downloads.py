"""Files for people to fetch, the record of them, and the keys that links are signed with."""

import sqlalchemy as sa
from alembic import op

revision = "0002_downloads"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring it."""
    op.create_table(
        "signing_keys",
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("purpose", name=op.f("pk_signing_keys")),
    )
    op.create_table(
        "downloads",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("once", sa.Boolean(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_downloads_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_downloads")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_downloads_until", "downloads", ["until"])
    op.create_index(op.f("ix_downloads_person_id"), "downloads", ["person_id"])
    op.create_table(
        "download_pieces",
        sa.Column("download_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["download_id"],
            ["downloads.id"],
            name=op.f("fk_download_pieces_download_id_downloads"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("download_id", "position", name=op.f("pk_download_pieces")),
    )
    op.create_table(
        "download_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("download_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("deed", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["download_id"], ["downloads.id"], name=op.f("fk_download_events_download_id_downloads")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_download_events_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_download_events")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_download_events_download_id"), "download_events", ["download_id"])
    op.create_index(op.f("ix_download_events_person_id"), "download_events", ["person_id"])


def downgrade() -> None:
    """Take it back."""
    for table in ("download_events", "download_pieces", "downloads", "signing_keys"):
        op.drop_table(table)
