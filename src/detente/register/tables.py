"""The tables. `record`, `report`, `coding`, `evidence`, `judgement` are the truth and only grow; the rest is derived.

Every report added and every decision takes the next `record.seq`, with the time: the register's own time line. What
can be overtaken (a coding by a better coder, evidence, membership in an entry, a judgement) is never changed but gets
the record until which it held (`until`, exclusive), so that any past day can be asked for.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text, text

from detente.register.hexes import HexId

VERSION = 4
"""Of the tables. A store of an older version is migrated when opened (`migrating`), one of a newer refused."""
UNDATED = "9999-99-99"
"""Stands for no date in the order of entries: after all days, in every collation."""

metadata = MetaData()

meta = Table(
    "detente_meta", metadata, Column("key", String(40), primary_key=True), Column("value", Text, nullable=False)
)

revision = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))
"""The same version in Alembic's words."""

record = Table(
    "record",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False, index=True),
    sqlite_autoincrement=True,
)

report = Table(
    "report",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("seq", ForeignKey("record.seq"), nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("story", String(64), nullable=False, index=True),
    Column("print", LargeBinary(8)),
)
"""`text` as received, deflated; `data`, here and below: JSON, packed (`packing`). `story`, `print` are derived: which
near-identical bodies it belongs to."""

band = Table(
    "report_band",
    metadata,
    Column("band", Integer, primary_key=True),
    Column("report", ForeignKey("report.n"), primary_key=True),
    sqlite_with_rowid=False,
)

coding = Table(
    "coding",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    Column("report", ForeignKey("report.n"), nullable=False, index=True),
    Column("seq", ForeignKey("record.seq"), nullable=False),
    Column("until", Integer),
    Column("coder", Text, nullable=False),
    Column("published", String(80)),
    Column("data", LargeBinary, nullable=False),
)
"""What one coder read in a report, beside its events."""

evidence = Table(
    "evidence",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("id", HexId, nullable=False, index=True),
    Column("report", ForeignKey("report.n"), nullable=False, index=True),
    Column("seq", ForeignKey("record.seq"), nullable=False),
    Column("until", Integer),
    Column("coder", Text, nullable=False),
    Column("type", String(12), nullable=False),
    Column("data", LargeBinary, nullable=False),
)
"""An event as coded; several rows with one `id` are readings of one passage by coders one after another."""

pair = Table(
    "evidence_pair",
    metadata,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    Column("type", String(12), primary_key=True),
    Column("first", String(10), primary_key=True),
    Column("evidence", ForeignKey("evidence.n"), primary_key=True),
    Column("last", String(10), nullable=False),
    sqlite_with_rowid=False,
)
"""`first` is "" where the date is vague or unknown; `last` too where it is unknown or too vague to look by. Where no
date is told, both are the days about the report, written so that they are after all days (`keys.untold`)."""

link = Table(
    "link",
    metadata,
    Column("one", HexId, primary_key=True),
    Column("other", HexId, primary_key=True),
    Column("score", Float, nullable=False),
    Index("link_other", "other"),
    sqlite_with_rowid=False,
)
"""Pairs of current evidence that score as one deed."""

member = Table(
    "member",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    Column("evidence", HexId, nullable=False),
    Column("entry", HexId, nullable=False, index=True),
    Column("since", Integer, nullable=False),
    Column("until", Integer),
    Index("member_once", "evidence", text("(CASE WHEN until IS NULL THEN 0 ELSE n END)"), unique=True),
)
"""Which entry a piece of evidence was in, and for which records; at any time it is in one at most (the index says so
of now, and finds what was)."""

judgement = Table(
    "judgement",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("seq", ForeignKey("record.seq"), nullable=False),
    Column("undone_seq", Integer),
    Column("data", Text, nullable=False),
    Column("undone", Text),
)
"""A decision as made (`data`), and how it was taken back (`undone`); both JSON, for anybody to read."""

judged = Table(
    "judged",
    metadata,
    Column("evidence", HexId, primary_key=True),
    Column("judgement", ForeignKey("judgement.id"), primary_key=True),
    sqlite_with_rowid=False,
)
"""Which evidence a judgement is about."""

entry = Table(
    "entry",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("id", HexId, nullable=False, unique=True),
    Column("first", String(10), nullable=False),
    Column("last", String(10), nullable=False),
    Column("rejected", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Index("entry_days", "first", "last"),
)

entry_pair = Table(
    "entry_pair",
    metadata,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    Column("first", String(10), primary_key=True),
    Column("last", String(10), primary_key=True),
    Column("entry", Integer, primary_key=True),
    Index("entry_pair_entry", "entry"),
    Index("entry_pair_b", "b"),
    sqlite_with_rowid=False,
)
"""`first` and `last` are UNDATED for undated entries: after all days in order."""

DERIVED = (band, pair, link, entry, entry_pair)
"""What `rebuild` empties and makes anew; `member` and `report.story` it brings up to date."""
