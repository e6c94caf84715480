"""Full-text search over the reports: FTS5 in SQLite; in PostgreSQL its own text search, over words kept as numbers.

PostgreSQL reads the words (`to_tsvector`); what is kept of a report is their numbers, one after another, NULL where a
word says nothing: a quarter of the room of a tsvector. Of the reports with all numbers asked for (a GIN index finds
them) a tsvector of just the words asked for is made, so that phrases and ranks are what PostgreSQL makes of the whole
text. Two words share a number with a chance of one in 4,000 million; then the one finds the other's reports, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, TextClause, select, text

from detente.model import InputError
from detente.register import tables
from detente.register.rows import title_of, unpack_text

_WORD = re.compile(r'"[^"]+"|\w+', re.UNICODE)
_SETUP = {
    "sqlite": [
        "CREATE VIRTUAL TABLE IF NOT EXISTS report_words USING fts5"
        "(words, content='', tokenize='porter unicode61 remove_diacritics 2')"
    ],
    "postgresql": [
        "CREATE TABLE IF NOT EXISTS report_words "
        "(report integer PRIMARY KEY REFERENCES report (n), words integer[] NOT NULL)",
        "CREATE INDEX IF NOT EXISTS report_words_gin ON report_words USING gin (words)",
    ],
}
_INSERT = {
    "sqlite": text("INSERT INTO report_words (rowid, words) VALUES (:n, :words)"),
    "postgresql": text("""
        INSERT INTO report_words (report, words)
        WITH found AS MATERIALIZED (
            SELECT hashtext(lexeme) AS code, place + row_number() OVER (PARTITION BY place ORDER BY lexeme) - 1 AS place
            FROM unnest(to_tsvector('english', :words)) AS word, unnest(word.positions) AS place
        )
        SELECT :n, coalesce(array_agg(code ORDER BY place), '{}')
        FROM generate_series(1, (SELECT max(place) FROM found)) AS place LEFT JOIN found USING (place)
    """),
}
"""PostgreSQL numbers words up to the 16,383rd; all after it have that place, and are put one after another."""
_QUERY = {
    "sqlite": text("SELECT rowid FROM report_words WHERE report_words MATCH :words ORDER BY rank, rowid LIMIT :most"),
    "postgresql": text("""
        WITH wanted AS MATERIALIZED (
            SELECT DISTINCT lexeme, hashtext(lexeme) AS code
            FROM unnest(CAST(:terms AS text[])) AS term, unnest(to_tsvector('english', term))
        )
        SELECT report
        FROM report_words
        CROSS JOIN websearch_to_tsquery('english', :words) AS query
        CROSS JOIN LATERAL (
            SELECT string_agg(
                '''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || ''':'
                || array_to_string(array_positions(words, code), ','), ' '
            )::tsvector AS told FROM wanted
        ) AS made
        WHERE words @> (SELECT array_agg(code) FROM wanted) AND told @@ query
        ORDER BY ts_rank(told, query) DESC, report LIMIT :most
    """),
}


def set_up_search(connection: Connection) -> None:
    """Make the search index where there is none."""
    for statement in _SETUP[connection.dialect.name]:
        connection.execute(text(statement))


def index_text(connection: Connection, number: int, title: str | None, body: str) -> None:
    """Put a report's words into the index."""
    words = f"{title or ''} {body}".encode("utf-8", "replace").decode().replace("\x00", " ")
    connection.execute(insert_words(connection), {"n": number, "words": words})


def insert_words(connection: Connection) -> TextClause:
    """The statement that puts the `words` of report `n` into the index."""
    return _INSERT[connection.dialect.name]


def index_all(connection: Connection) -> None:
    """Fill an empty index from the reports."""
    report = tables.report
    for number in connection.scalars(select(report.c.n).order_by(report.c.n)).all():
        row = connection.execute(select(report.c.text, report.c.data).where(report.c.n == number)).one()
        index_text(connection, number, title_of(row.data), unpack_text(row.text))


def find_reports(connection: Connection, query: str, most: int) -> Sequence[int]:
    """The numbers of the reports that hold all the words (and "phrases in quotes"), the best first.

    Raises: InputError where the query has no word.
    """
    terms = _WORD.findall(query)
    if not terms:
        raise InputError(f"no word to search for in {query!r}")
    quoted = [f'"{term.strip(chr(34))}"' for term in terms]
    values: dict[str, Any] = {"words": " ".join(quoted), "most": most}
    if connection.dialect.name == "postgresql":
        values["terms"] = quoted
    return list(connection.scalars(_QUERY[connection.dialect.name], values))
