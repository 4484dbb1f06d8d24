"""Runs migrations on the connection that ``storage.migration`` hands over."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import JSON, String

from storage.schema import Moment, Named, Words
from storage.tables import METADATA


def render_plainly(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Write our column types as SQLAlchemy's own: a migration must not change when our code does."""
    if kind != "type":
        return False
    if isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, (Named, Words, String)):
        return "sa.String()"
    return "sa.JSON()" if isinstance(item, JSON) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    render_item=render_plainly,
    compare_type=True,
)
context.run_migrations()
