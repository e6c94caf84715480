"""One index of members where there were two; on PostgreSQL identifiers, and the words to search by, as numbers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_WORDS = """
    INSERT INTO report_words (report, words)
    SELECT report, made.words FROM report_words_old AS old CROSS JOIN LATERAL (
        WITH found AS MATERIALIZED (
            SELECT hashtext(lexeme) AS code, place + row_number() OVER (PARTITION BY place ORDER BY lexeme) - 1 AS place
            FROM unnest(old.words) AS word, unnest(word.positions) AS place
        )
        SELECT coalesce(array_agg(code ORDER BY place), '{}') AS words
        FROM generate_series(1, (SELECT max(place) FROM found)) AS place LEFT JOIN found USING (place)
    ) AS made ORDER BY report
"""
_IDS = (
    ("evidence", "id"),
    ("link", "one"),
    ("link", "other"),
    ("member", "evidence"),
    ("member", "entry"),
    ("judged", "evidence"),
    ("entry", "id"),
)


def upgrade() -> None:
    """Make the index, the numbers from the digits, and the words from what was kept of them."""
    op.drop_index("member_current", "member")
    op.drop_index("ix_member_evidence", "member")
    if op.get_context().dialect.name == "postgresql":
        _number_ids()
        _number_words()
    once = sa.text("(CASE WHEN until IS NULL THEN 0 ELSE n END)")
    op.create_index("member_once", "member", ["evidence", once], unique=True)


def _number_ids() -> None:
    for table, column in _IDS:
        bits = f"('x' || {column})::bit(64) # x'8000000000000000'"
        op.alter_column(table, column, type_=sa.BigInteger, postgresql_using=f"({bits})::bigint")


def _number_words() -> None:
    op.rename_table("report_words", "report_words_old")
    op.execute("CREATE TABLE report_words (report integer NOT NULL, words integer[] NOT NULL)")
    op.execute(_WORDS)
    op.drop_table("report_words_old")
    op.create_primary_key("report_words_pkey", "report_words", ["report"])
    op.create_foreign_key("report_words_report_fkey", "report_words", "report", ["report"], ["n"])
    op.create_index("report_words_gin", "report_words", ["words"], postgresql_using="gin")
