"""Stores of an older version become stores of this one, in one transaction: all of it, or nothing.

Alembic does it, by the revisions in `migrations/versions/`, which travel with the package.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, delete, insert, inspect, select, update

from detente.register import tables

FOLDER = Path(__file__).with_name("migrations")


def store_version(connection: Connection) -> int | None:
    """The version of the tables in a store; None where there is no register, 0 where it cannot be told."""
    if not inspect(connection).has_table(tables.meta.name):
        return None
    value = connection.scalar(select(tables.meta.c.value).where(tables.meta.c.key == "version"))
    return int(value) if value and value.isdigit() else 0


def revision_of(version: int) -> str:
    """The version as Alembic names it.

    >>> revision_of(2)
    '0002'
    """
    return f"{version:04}"


def mark_version(connection: Connection, version: int) -> None:
    """Write the version into a store that has just been made."""
    connection.execute(insert(tables.meta).values(key="version", value=str(version)))
    connection.execute(insert(tables.revision).values(version_num=revision_of(version)))


def migrate(connection: Connection, version: int) -> None:
    """Bring a store of an older version to this one; the connection is in a transaction that may write."""
    tables.revision.create(connection, checkfirst=True)
    connection.execute(delete(tables.revision))
    connection.execute(insert(tables.revision).values(version_num=revision_of(version)))
    run_revisions(connection, tables.VERSION)
    change = update(tables.meta).where(tables.meta.c.key == "version")
    connection.execute(change.values(value=str(tables.VERSION)))


def run_revisions(connection: Connection, version: int) -> None:
    """Run the revisions after the one that Alembic's table names, up to that of a version."""
    from alembic.config import Config  # only where it is needed: it is slow to load
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    script, wanted = ScriptDirectory(str(FOLDER)), revision_of(version)
    with EnvironmentContext(Config(), script, fn=lambda last, _: script._upgrade_revs(wanted, last)) as environment:
        environment.configure(connection=connection, transactional_ddl=True)
        environment.run_migrations()
