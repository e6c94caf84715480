"""Opening a store: by path or URL; made where there is none; refused where it cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from sqlite3 import Error as SqliteError
from typing import Any, TypeVar, overload

from sqlalchemy import Engine, create_engine, event, inspect, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from detente.model import RegisterError
from detente.register import tables
from detente.register.explaining import BUSY_SECONDS, explain, lock_writers
from detente.register.migrating import mark_version, migrate, store_version
from detente.register.searching import set_up_search
from detente.register.store import Register

R = TypeVar("R", bound=Register)


def utc_now() -> datetime:
    """The time now, UTC."""
    return datetime.now(UTC)


@overload
def open_register(url_or_path: str | Path, clock: Callable[[], datetime] = utc_now) -> Register: ...
@overload
def open_register(url_or_path: str | Path, clock: Callable[[], datetime], kind: type[R]) -> R: ...
def open_register(
    url_or_path: str | Path, clock: Callable[[], datetime] = utc_now, kind: type[Register] = Register
) -> Register:
    """Open the register at a path (SQLite file) or a database URL; an absent or empty store is set up.

    Args:
        url_or_path: `detente.db`, `sqlite:///detente.db`, `postgresql+psycopg://user@host/base`.
        clock: gives record times, in UTC.
        kind: what to make: `Register`, or one that can do more.
    Raises: RegisterError where it is no register, of a newer version, damaged, or cannot be written or reached.
    """
    url = _url(str(url_or_path))
    name = url.database if url.get_backend_name() == "sqlite" else _shown(url)
    engine = _engine(url)
    try:
        migrated = _prepare(engine, name or ":memory:")
    except DBAPIError as error:
        engine.dispose()
        raise RegisterError(explain(name or ":memory:", error)) from error
    except RegisterError:
        engine.dispose()
        raise
    register = kind(engine, clock, name or ":memory:")
    register.migrated = migrated
    return register


def open_damaged(path: str | Path, clock: Callable[[], datetime] = utc_now) -> Register:
    """A file that `open_register` cannot open, or of an older version, as it is: for `rescue` and `check_file`.

    Raises: RegisterError where nothing of a register can be found in it, or it is of a newer version.
    """
    url = _url(str(path))
    name = str(url.database)
    if url.get_backend_name() != "sqlite":
        raise RegisterError(f"{_shown(url)}: only files can be rescued; restore a backup of the server")
    if not Path(name).is_file():
        raise RegisterError(f"{name} is no file")
    engine = _engine(url)
    try:
        with engine.connect() as connection:
            there = inspect(connection).has_table(tables.report.name)
            with suppress(DBAPIError):
                if (store_version(connection) or 0) > tables.VERSION:
                    _check_version(tables.VERSION + 1, name)
    except DBAPIError as error:
        engine.dispose()
        raise RegisterError(explain(name, error)) from error
    if not there:
        raise RegisterError(f"{name}: nothing of a register can be found in it; restore a backup")
    return Register(engine, clock, name)


def _url(url_or_path: str) -> URL:
    if "://" not in url_or_path:
        return URL.create("sqlite", database=url_or_path)
    try:
        url = make_url(url_or_path)
    except ArgumentError as error:
        raise RegisterError(
            f"{url_or_path!r} is not a database URL; give a file or postgresql://user@host/base"
        ) from error
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise RegisterError(f"{url.get_backend_name()} keeps no register; give a file or postgresql://user@host/base")
    return url


def _shown(url: URL) -> str:
    """The address as people give it, without the password."""
    return url.set(drivername=url.get_backend_name()).render_as_string(hide_password=True)


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "sqlite":
        if url.database and url.database != ":memory:" and not Path(url.database).absolute().parent.is_dir():
            raise RegisterError(f"{url.database}: its folder does not exist; make it or give another --store")
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
        event.listen(engine, "connect", _sqlite_connect)
        event.listen(engine, "begin", _sqlite_begin)
        return engine
    try:
        return create_engine(url, pool_pre_ping=True)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise RegisterError(f"no driver for {url.drivername}; pip install 'detente[postgres]'") from error


def _sqlite_connect(connection: SqliteConnection, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun below, not guessed by the driver
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute("PRAGMA journal_size_limit = 8388608")  # the log shrinks again after a large batch


def _sqlite_begin(connection: Any) -> None:
    options = connection.get_execution_options()
    if options.get("migrates", False):
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")  # tables are made anew under their names
    writes = options.get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare(engine: Engine, name: str) -> int | None:
    """Check what is there; make the tables where there is nothing; migrate an older store.

    Returns: the version that the store had, where it was an older one.
    """
    with engine.connect() as connection:
        version = store_version(connection)
        foreign = version is None and bool(inspect(connection).get_table_names())
    if version is not None:
        _check_version(version, name)
        return _migrate(engine, name) if version < tables.VERSION else None
    if foreign and engine.dialect.name == "sqlite":
        raise RegisterError(f"{name} is a database, but no register of detente; give another --store")
    if engine.dialect.name == "sqlite":
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode = WAL")  # not within a transaction; kept by the file from now on
        finally:
            raw.close()
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        lock_writers(connection)
        if store_version(connection) is None:
            tables.metadata.create_all(connection)
            set_up_search(connection)
            mark_version(connection, tables.VERSION)
    return None


def _migrate(engine: Engine, name: str) -> int | None:
    """Bring an older store to this version, unless somebody else has just done so."""
    with engine.connect().execution_options(writes=True, migrates=True) as connection:
        with connection.begin():
            lock_writers(connection)
            version = store_version(connection) or 0
            _check_version(version, name)
            if version == tables.VERSION:
                return None
            migrate(connection, version)
        connection.invalidate()  # what the driver was told for migrating is forgotten with it
    if engine.dialect.name == "sqlite":
        _shrink(engine)
    return version


def _shrink(engine: Engine) -> None:
    """Give back the room that a migration freed; where there is no room to do it in, it stays for what comes."""
    raw = engine.raw_connection()
    try:
        with suppress(SqliteError):
            raw.cursor().execute("VACUUM")
    finally:
        raw.close()


def _check_version(version: int, name: str) -> None:
    if version > tables.VERSION:
        raise RegisterError(
            f"{name} was written by a newer detente (register version {version}, this one knows {tables.VERSION}); "
            "install the newer detente"
        )
    if version < 1:
        raise RegisterError(f"{name} has no readable register version; restore a backup")
