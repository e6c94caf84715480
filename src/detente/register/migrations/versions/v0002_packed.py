"""JSON packed; entries numbered, and listed under their parties in order: half the room, timelines in half the time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from detente.register.packing import pack_json

revision = "0002"
down_revision = "0001"

ROWS = 2_000


def upgrade() -> None:
    """Pack what is kept, row by row; make the tables of entries anew."""
    for table in ("report", "coding", "evidence"):
        _pack_column(table)
    _make_entries()
    _make_pairs()


def _pack_column(name: str) -> None:
    """Make a column of text one of bytes, and pack what is in it."""
    with op.batch_alter_table(name) as batch:
        batch.alter_column(
            "data",
            type_=sa.LargeBinary,
            existing_type=sa.Text,
            existing_nullable=False,
            postgresql_using="convert_to(data, 'UTF8')",
        )
    connection = op.get_bind()
    table = sa.table(name, sa.column("n"), sa.column("data", sa.LargeBinary))
    change = sa.update(table).where(table.c.n == sa.bindparam("number")).values(data=sa.bindparam("bytes"))
    for rows in _in_steps(connection, table):
        connection.execute(change, [{"number": row.n, "bytes": pack_json(row.data.decode())} for row in rows])


def _in_steps(connection: sa.Connection, table: sa.TableClause) -> Iterator[list[Any]]:
    """The rows by their number, so many at a time."""
    last = -1
    query = sa.select(table.c.n, table.c.data).where(table.c.n > sa.bindparam("last")).order_by(table.c.n).limit(ROWS)
    while rows := list(connection.execute(query, {"last": last})):
        yield rows
        last = rows[-1].n


def _make_entries() -> None:
    connection = op.get_bind()
    op.rename_table("entry", "entry_old")
    op.drop_index("entry_days", "entry_old")
    made = op.create_table(
        "entry",
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.String(16), nullable=False, unique=True),
        sa.Column("first", sa.String(10), nullable=False),
        sa.Column("last", sa.String(10), nullable=False),
        sa.Column("rejected", sa.Integer, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Index("entry_days", "first", "last"),
    )
    old = sa.table("entry_old", *(sa.column(name) for name in ("id", "first", "last", "rejected", "data")))
    number, last = 0, ""
    query = sa.select(old).where(old.c.id > sa.bindparam("after")).order_by(old.c.id).limit(ROWS)
    while rows := list(connection.execute(query, {"after": last}).mappings()):
        packed = [{**row, "n": number + i, "data": pack_json(row["data"])} for i, row in enumerate(rows, 1)]
        connection.execute(made.insert(), packed)
        number, last = number + len(rows), rows[-1]["id"]


def _make_pairs() -> None:
    op.rename_table("entry_pair", "entry_pair_old")
    for index in ("entry_pair_entry", "entry_pair_b"):
        op.drop_index(index, "entry_pair_old")
    made = op.create_table(
        "entry_pair",
        sa.Column("a", sa.Text, primary_key=True),
        sa.Column("b", sa.Text, primary_key=True),
        sa.Column("first", sa.String(10), primary_key=True),
        sa.Column("last", sa.String(10), primary_key=True),
        sa.Column("entry", sa.Integer, primary_key=True),
        sa.Index("entry_pair_entry", "entry"),
        sa.Index("entry_pair_b", "b"),
        sqlite_with_rowid=False,
    )
    old = sa.table("entry_pair_old", *(sa.column(name) for name in ("a", "b", "first", "last", "entry")))
    entry = sa.table("entry", sa.column("n"), sa.column("id"))
    rows = sa.select(old.c.a, old.c.b, old.c.first, old.c.last, entry.c.n).join(entry, entry.c.id == old.c.entry)
    op.get_bind().execute(made.insert().from_select(["a", "b", "first", "last", "entry"], rows))
    op.drop_table("entry_pair_old")
    op.drop_table("entry_old")
