"""Stores of older versions: real ones, as an older detente left them, are migrated and answer as before."""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import signal
import sqlite3
import time
import zlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from register_builders import coded, event
from sqlalchemy import MetaData, create_engine, insert, inspect, text

from detente.model import RegisterError
from detente.register import Register, open_damaged, open_register
from detente.register import tables as now
from detente.register.migrating import FOLDER, run_revisions

STORES = Path(__file__).with_name("stores")
TOLD = json.loads((STORES / "version-1.json").read_text(encoding="utf-8"))
"""What detente answered when it made the store of version 1 (commit 3018141); that of version 2 is the same one,
migrated and rebuilt by commit f9c4073, and that of version 3 this one, migrated by commit d14874b."""
NOT_COMPARED = text(
    "SELECT replace(indexdef, current_schema() || '.', ''), attname, atttypid, attstorage, attnotnull, reloptions "
    "FROM pg_indexes JOIN pg_class ON relname = tablename AND relnamespace = current_schema()::regnamespace "
    "JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 "
    "WHERE schemaname = current_schema() AND (tablename = 'report_words' OR indexname = 'member_once') ORDER BY 1, 2"
)
"""What Alembic cannot compare: an index by an expression, and the table of words, which is none of `tables`."""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of the store of version 1."""
    return store_of(1, tmp_path)


def store_of(version: int, folder: Path) -> Path:
    """A copy of the store of a version."""
    path = folder / "old.db"
    path.write_bytes(gzip.decompress((STORES / f"version-{version}.db.gz").read_bytes()))
    return path


def answers(register: Register) -> dict[str, Any]:
    """What is stored beside the store."""
    found = {
        "entries": [
            {
                "id": entry.id,
                "type": entry.type,
                "evidence": entry.evidence,
                "verdict": entry.verdict,
                "corrected": entry.corrected,
                "date": entry.date.edtf if entry.date else None,
            }
            for entry in register.entries(rejected=True)
        ],
        "then": [entry.id for entry in register.as_known_on(date(2021, 3, 9)).entries()],
        "reports": [report.digest for report in register.reports()],
        "judgements": [[j.id, j.kind, j.by, j.why, j.undone_by] for j in register.judgements()],
        "found": [report.digest for report in register.search('"harbour talks" 3')],
    }
    return dict(json.loads(json.dumps(found)))


def lives_on(register: Register, version: int = 1) -> list[Any]:
    """Nothing is lost, and the register can be written; what `verify` finds then."""
    assert register.migrated == version
    assert answers(register) == TOLD
    odd = next(report for report in register.reports() if report.report.id == "odd")
    assert "\x00" in odd.report.text and "\ud800" in odd.report.text
    assert odd.evidence[0].event.sources == ("a\x00b\ud800",)
    register.undo(TOLD["judgements"][2][0], by="ben", why="two shipments")
    assert register.add(coded("A new report of some length. " * 3, event("COERCE"))).new
    register.rebuild()
    return list(register.verify())


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_store_of_an_older_version_is_migrated_and_answers_as_before(version: int, tmp_path: Path) -> None:
    old = store_of(version, tmp_path)
    with open_register(old) as register:
        assert lives_on(register, version) == []
    with open_register(old) as register:
        assert register.migrated is None


def test_a_store_of_version_1_on_postgresql_is_migrated(old: Path, server: Any) -> None:
    url = server.new_store()
    _copy_version_1(old, url)
    with open_register(url) as register:
        assert lives_on(register) == []


def test_migrated_stores_have_the_tables_of_new_ones(old: Path, tmp_path: Path) -> None:
    open_register(old).close()
    open_register(tmp_path / "new.db").close()
    for table in now.metadata.sorted_tables:
        ours, theirs = (_shape(path, table.name) for path in (old, tmp_path / "new.db"))
        assert ours == theirs


def test_migrated_stores_on_postgresql_have_the_tables_of_new_ones(old: Path, server: Any) -> None:
    url, new = server.new_store(), server.new_store()
    _copy_version_1(old, url)
    with open_register(url) as register, register.engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), now.metadata)
        migrated = connection.execute(NOT_COMPARED).all()
    assert [change for change in found if not re.search("report_words|member_once", repr(change))] == []
    with open_register(new) as register, register.engine.connect() as connection:
        assert connection.execute(NOT_COMPARED).all() == migrated


def test_a_migration_that_is_killed_leaves_the_store_as_it_was_and_is_done_next_time(old: Path) -> None:
    with sqlite3.connect(old) as connection:  # more to do, so that it can be hit half-way
        rows = connection.execute("SELECT * FROM evidence").fetchall()
        many = [(1000 + n, f"{n:016x}", *rows[n % len(rows)][2:4], 1, *rows[n % len(rows)][5:]) for n in range(30_000)]
        connection.executemany("INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?)", many)
    killed = 0
    for wait in (0.3, 0.5, 0.7, 0.9):
        number = os.fork()
        if number == 0:
            try:
                open_register(old).close()
            finally:
                os._exit(0)
        time.sleep(wait)
        os.kill(number, signal.SIGKILL)
        killed += os.WIFSIGNALED(os.waitpid(number, 0)[1])
        with sqlite3.connect(old) as connection:
            version = connection.execute("SELECT value FROM detente_meta").fetchone()[0]
            kinds = {row[0] for row in connection.execute("SELECT typeof(data) FROM evidence GROUP BY 1")}
            assert (version, kinds) in (("1", {"text"}), (str(now.VERSION), {"blob"}))
    assert killed
    with open_register(old) as register:
        assert answers(register) == TOLD


def test_many_open_an_old_store_at_once(old: Path) -> None:
    children = []
    for _ in range(4):
        number = os.fork()
        if number == 0:
            status = 1
            try:
                with open_register(old) as register:
                    status = int(answers(register) != TOLD)
            finally:
                os._exit(status)
        children.append(number)
    assert [os.waitpid(number, 0)[1] for number in children] == [0] * 4


@pytest.mark.parametrize("kind", ["file", "server"])
def test_a_newer_store_is_refused_and_told_what_to_do(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = str(tmp_path / "r.db") if kind == "file" else request.getfixturevalue("server").new_store()
    with open_register(url) as register, register.engine.begin() as connection:
        connection.execute(text("UPDATE detente_meta SET value = '99' WHERE key = 'version'"))
    with pytest.raises(RegisterError, match=r"newer detente .*version 99.*; install the newer detente"):
        open_register(url)


def test_each_version_has_its_revision_in_the_package() -> None:
    revisions = sorted(path.name[:5] for path in (FOLDER / "versions").glob("v*.py"))
    assert revisions == [f"v{version:04}" for version in range(1, now.VERSION + 1)]
    assert FOLDER.parent == Path(now.__file__).parent


def _shape(path: Path, table: str) -> list[Any]:
    """Columns, indexes and references of a table, as SQLite itself tells them."""
    with sqlite3.connect(path) as connection:
        columns = sorted(row[1:] for row in connection.execute(f"PRAGMA table_info({table})"))
        kind = [row[3:] for row in connection.execute(f"PRAGMA table_list({table})")]
        indexes = sorted(row[1:] for row in connection.execute(f"PRAGMA index_list({table})"))
        of = [(name, *map(tuple, connection.execute(f"PRAGMA index_info({name})"))) for name, *_ in indexes]
        references = sorted(row[2:] for row in connection.execute(f"PRAGMA foreign_key_list({table})"))
    return [columns, kind, indexes, of, references]


def _copy_version_1(file: Path, url: str) -> None:
    """The tables of version 1 on PostgreSQL, by the first revision, with what is in a file."""
    target = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    source = create_engine(f"sqlite:///{file}")
    with target.begin() as into, source.connect() as out:
        run_revisions(into, 1)
        into.execute(text("DROP TABLE alembic_version"))
        old = MetaData()
        old.reflect(out, only=inspect(into).get_table_names())
        for table in old.sorted_tables:
            rows = [dict(row) for row in out.execute(table.select()).mappings()]
            if rows:
                into.execute(insert(table), rows)
            _number_on(into, table.name, "seq" if table.name == "record" else "n")
        _index_words(into)
    target.dispose()
    source.dispose()


def _number_on(connection: Any, table: str, key: str) -> None:
    """Let a table's own numbers go on after those that were copied."""
    if table in ("record", "report", "coding", "member"):
        counter = f"pg_get_serial_sequence('{table}', '{key}')"
        connection.execute(text(f"SELECT setval({counter}, max({key})) FROM {table}"))


def _index_words(connection: Any) -> None:
    """The search index, as version 1 made it."""
    connection.execute(
        text("CREATE TABLE report_words (report integer PRIMARY KEY REFERENCES report (n), words tsvector NOT NULL)")
    )
    for row in connection.execute(text("SELECT n, text FROM report")).all():
        words = zlib.decompress(row.text).decode("utf-8", "replace").replace("\x00", " ")
        put = text("INSERT INTO report_words VALUES (:n, to_tsvector('english', :words))")
        connection.execute(put, {"n": row.n, "words": words})


@pytest.mark.parametrize("version", [1, 2, 3])
@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_store_of_an_older_version_is_rescued_as_it_lies(version: int, seed: int, tmp_path: Path) -> None:
    old, told = store_of(version, tmp_path), set(TOLD["reports"])
    whole, chance = old.read_bytes(), random.Random(seed)
    page = chance.choice(_pages(old, ("coding", "evidence", "entry", "member", "detente_meta")))
    old.write_bytes(whole[: page * 4096] + chance.randbytes(4096) + whole[page * 4096 + 4096 :])
    hurt = old.read_bytes()
    with open_damaged(old) as register, open_register(tmp_path / "saved.db") as saved:
        assert list(register.check_file())
        found = register.rescue(saved)
        assert list(saved.verify()) == []
        digests = {report.digest for report in saved.reports()}
        assert digests <= told and len(digests) == found.reports == len(told)
        assert saved.add(coded("A new report of some length. " * 3, event("COERCE"))).new
    assert old.read_bytes() == hurt


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_whole_store_of_an_older_version_loses_nothing_when_it_is_rescued(version: int, tmp_path: Path) -> None:
    with open_damaged(store_of(version, tmp_path)) as register, open_register(tmp_path / "saved.db") as saved:
        found = register.rescue(saved)
        assert (found.lost_reports, found.lost_evidence, found.reports) == (0, 0, len(TOLD["reports"]))
        now_told, were = answers(saved), dict(TOLD)
        del now_told["then"], were["then"]  # the clock of the test was not that of the store
        assert now_told == were


def _pages(path: Path, names: tuple[str, ...]) -> list[int]:
    """The first page of each of these tables, from 0; in small stores the only one."""
    with sqlite3.connect(path) as connection:
        roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_master WHERE type = 'table'"))
    return [roots[name] - 1 for name in names]
