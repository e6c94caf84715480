"""Entries by position, the short ones as they are: timelines in a third of the time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from detente.register.forms import pack_entry, unpack_entry

revision = "0003"
down_revision = "0002"

ROWS = 2_000


def upgrade() -> None:
    """Write each entry anew; its column takes both forms."""
    connection, last = op.get_bind(), -1
    table = sa.table("entry", sa.column("n"), sa.column("data", sa.LargeBinary))
    change = sa.update(table).where(table.c.n == sa.bindparam("number")).values(data=sa.bindparam("bytes"))
    query = sa.select(table.c.n, table.c.data).where(table.c.n > sa.bindparam("last")).order_by(table.c.n).limit(ROWS)
    while rows := list(connection.execute(query, {"last": last})):
        connection.execute(change, [{"number": row.n, "bytes": pack_entry(unpack_entry(row.data))} for row in rows])
        last = rows[-1].n
