"""Full-text search over the reports: FTS5 in SQLite, tsvector in PostgreSQL."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
        "(report integer PRIMARY KEY REFERENCES report (n), words tsvector NOT NULL)",
        "CREATE INDEX IF NOT EXISTS report_words_gin ON report_words USING gin (words)",
    ],
}
_INSERT = {
    "sqlite": text("INSERT INTO report_words (rowid, words) VALUES (:n, :words)"),
    "postgresql": text("INSERT INTO report_words (report, words) VALUES (:n, to_tsvector('english', :words))"),
}
_QUERY = {
    "sqlite": "SELECT rowid FROM report_words WHERE report_words MATCH :words ORDER BY rank, rowid LIMIT :most",
    "postgresql": (
        "SELECT report FROM report_words, websearch_to_tsquery('english', :words) AS wanted WHERE words @@ wanted "
        "ORDER BY ts_rank(words, wanted) DESC, report LIMIT :most"
    ),
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
    quoted = " ".join(f'"{term.strip(chr(34))}"' for term in terms)
    statement = text(_QUERY[connection.dialect.name])
    return list(connection.scalars(statement, {"words": quoted, "most": most}))
