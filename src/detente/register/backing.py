"""Copies of a register: a new SQLite file, as the store is at one moment; it may be in use meanwhile."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Engine, create_engine, insert, select
from sqlalchemy.exc import DBAPIError

from detente.model import RegisterError
from detente.register import tables
from detente.register.explaining import explain
from detente.register.searching import index_all, set_up_search

ROWS = 500


def backup(engine: Engine, file: Path, name: str) -> None:
    """Write the copy beside its place, then move it there: a copy broken off leaves nothing under the name.

    Raises: RegisterError where the file is there already, or either store fails.
    """
    if file.exists():
        raise RegisterError(f"{file} is there already; give another name")
    part = file.with_name(file.name + ".part")
    part.unlink(missing_ok=True)
    try:
        if engine.dialect.name == "sqlite":
            _copy_file(engine, part)
        else:
            _copy_rows(engine, part)
        part.rename(file)
    except DBAPIError as error:
        raise RegisterError(explain(name, error)) from error
    except (sqlite3.Error, OSError) as error:
        raise RegisterError(f"{file} cannot be written: {error}") from error
    finally:
        part.unlink(missing_ok=True)


def _copy_file(engine: Engine, file: Path) -> None:
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("VACUUM INTO ?", (str(file),))  # one snapshot; not within a transaction
    finally:
        raw.close()


def _copy_rows(engine: Engine, file: Path) -> None:
    """Copy table by table out of one snapshot."""
    target = create_engine(f"sqlite:///{file}")
    try:
        source = engine.connect().execution_options(isolation_level="REPEATABLE READ", stream_results=True)
        with source as reading, target.begin() as writing:
            tables.metadata.create_all(writing)
            set_up_search(writing)
            for table in tables.metadata.sorted_tables:
                for rows in reading.execute(select(table)).mappings().partitions(ROWS):
                    writing.execute(insert(table), [dict(row) for row in rows])
            index_all(writing)
    finally:
        target.dispose()
