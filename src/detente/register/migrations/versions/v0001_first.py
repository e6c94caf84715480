"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make them."""
    number, day, name, text = sa.Integer, sa.String(10), sa.String(16), sa.Text
    op.create_table(
        "detente_meta", sa.Column("key", sa.String(40), primary_key=True), sa.Column("value", text, nullable=False)
    )
    op.create_table(
        "record",
        sa.Column("seq", number, primary_key=True, autoincrement=True),
        sa.Column("at", sa.String(32), nullable=False, index=True),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "report",
        sa.Column("n", number, primary_key=True, autoincrement=True),
        sa.Column("digest", sa.String(64), nullable=False, unique=True),
        sa.Column("seq", number, sa.ForeignKey("record.seq"), nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("data", text, nullable=False),
        sa.Column("story", sa.String(64), nullable=False, index=True),
        sa.Column("print", sa.LargeBinary(8)),
    )
    op.create_table(
        "report_band",
        sa.Column("band", number, primary_key=True),
        sa.Column("report", number, sa.ForeignKey("report.n"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "coding",
        sa.Column("n", number, primary_key=True, autoincrement=True),
        sa.Column("report", number, sa.ForeignKey("report.n"), nullable=False, index=True),
        sa.Column("seq", number, sa.ForeignKey("record.seq"), nullable=False),
        sa.Column("until", number),
        sa.Column("coder", text, nullable=False),
        sa.Column("published", sa.String(80)),
        sa.Column("data", text, nullable=False),
    )
    op.create_table(
        "evidence",
        sa.Column("n", number, primary_key=True, autoincrement=False),
        sa.Column("id", name, nullable=False, index=True),
        sa.Column("report", number, sa.ForeignKey("report.n"), nullable=False, index=True),
        sa.Column("seq", number, sa.ForeignKey("record.seq"), nullable=False),
        sa.Column("until", number),
        sa.Column("coder", text, nullable=False),
        sa.Column("type", sa.String(12), nullable=False),
        sa.Column("data", text, nullable=False),
    )
    op.create_table(
        "evidence_pair",
        sa.Column("a", text, primary_key=True),
        sa.Column("b", text, primary_key=True),
        sa.Column("type", sa.String(12), primary_key=True),
        sa.Column("first", day, primary_key=True),
        sa.Column("evidence", number, sa.ForeignKey("evidence.n"), primary_key=True),
        sa.Column("last", day, nullable=False),
        sqlite_with_rowid=False,
    )
    _derived_and_judged()


def _derived_and_judged() -> None:
    number, day, name, text = sa.Integer, sa.String(10), sa.String(16), sa.Text
    op.create_table(
        "link",
        sa.Column("one", name, primary_key=True),
        sa.Column("other", name, primary_key=True),
        sa.Column("score", sa.Float, nullable=False),
        sa.Index("link_other", "other"),
        sqlite_with_rowid=False,
    )
    current = sa.text("until IS NULL")
    op.create_table(
        "member",
        sa.Column("n", number, primary_key=True, autoincrement=True),
        sa.Column("evidence", name, nullable=False, index=True),
        sa.Column("entry", name, nullable=False, index=True),
        sa.Column("since", number, nullable=False),
        sa.Column("until", number),
        sa.Index("member_current", "evidence", unique=True, sqlite_where=current, postgresql_where=current),
    )
    op.create_table(
        "judgement",
        sa.Column("id", name, primary_key=True),
        sa.Column("seq", number, sa.ForeignKey("record.seq"), nullable=False),
        sa.Column("undone_seq", number),
        sa.Column("data", text, nullable=False),
        sa.Column("undone", text),
    )
    op.create_table(
        "judged",
        sa.Column("evidence", name, primary_key=True),
        sa.Column("judgement", name, sa.ForeignKey("judgement.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "entry",
        sa.Column("id", name, primary_key=True),
        sa.Column("first", day, nullable=False),
        sa.Column("last", day, nullable=False),
        sa.Column("rejected", number, nullable=False),
        sa.Column("data", text, nullable=False),
        sa.Index("entry_days", "first", "last"),
    )
    op.create_table(
        "entry_pair",
        sa.Column("a", text, primary_key=True),
        sa.Column("b", text, primary_key=True),
        sa.Column("first", day, primary_key=True),
        sa.Column("entry", name, primary_key=True),
        sa.Column("last", day, nullable=False),
        sa.Index("entry_pair_entry", "entry"),
        sa.Index("entry_pair_b", "b"),
        sqlite_with_rowid=False,
    )
