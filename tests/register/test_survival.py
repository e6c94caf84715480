"""Faults that must be survived, each done for real."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest
from register_builders import coded, event

from detente.model import Coded, RegisterError
from detente.register import open_damaged, open_register

KILLS = 50


def report(n: int) -> Coded:
    """Report `n`: four tell of one deed."""
    deeds = event(date=f"20{n // 4 % 80 + 10}-05-05"), event("AID", date=None)
    return coded(f"Report {n}. " + " ".join(f"word{n * k}" for k in range(1, 40)), *deeds)


@contextmanager
def child(work: Callable[[int], None]) -> Iterator[tuple[int, int]]:
    """Run `work(pipe)` in a process of its own; yields its number and the pipe's end to read."""
    out, into = os.pipe()
    number = os.fork()
    if number == 0:
        os.close(out)
        status = 1
        try:
            work(into)
            status = 0
        finally:
            os._exit(status)
    os.close(into)
    try:
        yield number, out
    finally:
        os.close(out)


def written(url: str, numbers: range) -> Callable[[int], None]:
    """Adds reports one by one, and says each digest that was acknowledged."""

    def work(pipe: int) -> None:
        with open_register(url) as register:
            for n in numbers:
                result = register.add(report(n))
                os.write(pipe, f"{result.digest} {int(result.new)}\n".encode())

    return work


def told(pipe: int, begun: bytes = b"") -> list[tuple[str, bool]]:
    """What a child said, as far as whole lines."""
    lines = b"".join([begun, *iter(lambda: os.read(pipe, 65536), b"")]).decode().split("\n")[:-1]
    return [(line.split()[0], line.endswith("1")) for line in lines]


def test_kill_nine_leaves_nothing_half_written_and_loses_nothing_acknowledged(tmp_path: Path) -> None:
    path, chance = str(tmp_path / "r.db"), random.Random(5)
    open_register(path).close()
    acknowledged: set[str] = set()
    for kill in range(KILLS):
        with child(written(path, range(kill * 200, kill * 200 + 200))) as (number, pipe):
            begun = os.read(pipe, 65536)
            time.sleep(chance.uniform(0, 0.06))
            os.kill(number, signal.SIGKILL)
            os.waitpid(number, 0)
            acknowledged |= {digest for digest, _ in told(pipe, begun)}
        with open_register(path) as register:
            stored = register.coverage()
            assert stored.reports >= len(acknowledged)
    with open_register(path) as register:
        assert all(digest in register for digest in acknowledged)
        assert list(register.verify()) == []
        assert stored.reports <= len(acknowledged) + KILLS
    assert len(acknowledged) >= KILLS


def test_a_power_cut_leaves_a_store_that_opens_and_holds_what_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    open_register(path).close()
    with child(written(str(path), range(200))) as (number, pipe):
        os.set_blocking(pipe, False)
        said = b""
        for cut in range(8):
            time.sleep(0.04)
            os.kill(number, signal.SIGSTOP)  # nothing moves while the disk's state is copied
            said += b"".join(iter(lambda: ready(pipe), b""))
            copy = copied(path, tmp_path / f"cut{cut}")
            os.kill(number, signal.SIGCONT)
            with open_register(copy) as register:
                assert all(line.split()[0] in register for line in said.decode().split("\n")[:-1])
                assert list(register.verify()) == []
        os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)
    assert said


@pytest.mark.parametrize("seed", range(3))
def test_a_write_ahead_log_torn_by_a_power_cut_gives_all_up_to_the_tear(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with open_register(tmp_path / "r.db") as register:
        kept = [register.add(report(n)).digest for n in range(30)]
        copy = copied(tmp_path / "r.db", tmp_path / "torn")  # while it is open: the log is still there
    log = copy.with_name("r.db-wal")
    whole = log.read_bytes()
    tear = chance.randrange(len(whole) // 4, len(whole))
    log.write_bytes(whole[:tear] + chance.randbytes(len(whole) - tear))
    with open_register(copy) as register:
        there = [digest in register for digest in kept]
        assert there == sorted(there, reverse=True) and any(there)
        assert list(register.verify()) == []
        assert register.add(report(99)).new


def ready(pipe: int) -> bytes:
    """What can be read of a pipe now."""
    try:
        return os.read(pipe, 65536)
    except BlockingIOError:
        return b""


def copied(path: Path, folder: Path) -> Path:
    """The files of a store as they are on the disk, somewhere else."""
    folder.mkdir()
    for ending in ("", "-wal"):
        if path.with_name(path.name + ending).exists():
            shutil.copy(path.with_name(path.name + ending), folder / f"{path.name}{ending}")
    return folder / path.name


def test_two_processes_write_while_a_third_reads(fresh: Callable[[], str]) -> None:
    url = fresh()
    open_register(url).close()
    with child(written(url, range(40))) as (one, out_one), child(written(url, range(20, 60))) as (two, out_two):
        seen, late = 0, time.monotonic() + 120
        with open_register(url) as register:
            while seen < 60 and time.monotonic() < late:
                entries = list(register.entries())
                now = register.coverage().reports
                assert now >= seen
                assert len(entries) <= 2 * now
                seen = now
        said = told(out_one) + told(out_two)
        assert [os.waitpid(number, 0)[1] for number in (one, two)] == [0, 0]
    assert sum(new for _, new in said) == len({digest for digest, _ in said}) == 60
    with open_register(url) as register:
        assert list(register.verify()) == []
        assert len(list(register.entries())) == 15 + 60


def test_threads_share_one_register(fresh: Callable[[], str]) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with open_register(fresh()) as register, ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda n: register.add(report(n % 30)), range(60)))
        assert sum(result.new for result in results) == 30
        assert list(register.verify()) == []


def test_many_open_a_new_store_at_once(tmp_path: Path) -> None:
    children = []
    for n in range(6):
        number = os.fork()
        if number == 0:
            status = 1
            try:
                with open_register(tmp_path / "r.db") as register:
                    register.add(report(n))
                status = 0
            finally:
                os._exit(status)
        children.append(number)
    assert [os.waitpid(number, 0)[1] for number in children] == [0] * 6
    assert open_register(tmp_path / "r.db").coverage().reports == 6


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("a small disk needs leave to mount a tmpfs")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_said_in_one_line_and_nothing_is_half_written(small_disk: Path) -> None:
    kept = []
    with open_register(small_disk / "r.db") as register:
        with pytest.raises(RegisterError, match="disk is full") as caught:
            for n in range(10_000):
                kept.append(register.add(report(n)).digest)
        assert "\n" not in str(caught.value)
        assert len(kept) > 20
        assert all(digest in register for digest in kept)
        assert register.coverage().reports == len(kept)
    subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    with open_register(small_disk / "r.db") as register:
        assert list(register.verify()) == []
        assert register.add(report(20_000)).new


def filled(path: Path, reports: int = 60) -> Path:
    with open_register(path) as register:
        list(register.add_all(map(report, range(reports))))
    return path


@pytest.mark.parametrize(
    "content", [b"Not a store, a letter.\n" * 99, b"\x00" * 8192, b"SQLite format 3\x00" + b"\xff" * 9000]
)
def test_another_kind_of_file_is_refused_and_left_as_it_was(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(content)
    with pytest.raises(RegisterError) as caught:
        open_register(path)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == content


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "shop.db") as connection:
        connection.execute("CREATE TABLE goods (name TEXT)")
    with pytest.raises(RegisterError, match="no register"):
        open_register(tmp_path / "shop.db")


@pytest.mark.parametrize("url", ["mysql://nobody@host/base", "://", "postgresql//host"])
def test_an_address_of_something_else_is_refused_in_one_line(url: str) -> None:
    with pytest.raises(RegisterError) as caught:
        open_register(url)
    assert "\n" not in str(caught.value)


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(RegisterError):
        open_register(tmp_path)


@pytest.mark.parametrize("seed", range(6))
def test_a_hurt_file_is_named_and_the_rest_is_saved(tmp_path: Path, seed: int) -> None:
    path = filled(tmp_path / "r.db")
    whole = path.read_bytes()
    chance = random.Random(seed)
    hurt = bytearray(whole)
    pages = len(whole) // 4096
    page = chance.choice([number for number in range(pages // 3, pages) if number not in _schema_pages(path)])
    hurt[page * 4096 : page * 4096 + 4096] = chance.randbytes(4096)
    path.write_bytes(hurt)
    with open_damaged(path) as register:
        findings = list(register.verify())
        assert findings
        assert all("\n" not in finding.message for finding in findings)
        with open_register(tmp_path / "saved.db") as other:
            saved = register.rescue(other)
    with open_register(tmp_path / "saved.db") as register:
        assert list(register.verify()) == []
        assert register.coverage().reports == saved.reports
        assert saved.reports >= 30


def test_a_hurt_schema_is_said_in_one_line(tmp_path: Path) -> None:
    path = filled(tmp_path / "r.db", 3)
    page, hurt = max(_schema_pages(path)), bytearray(path.read_bytes())
    hurt[page * 4096 : page * 4096 + 4096] = random.Random(1).randbytes(4096)
    path.write_bytes(hurt)
    for opening in (open_register, open_damaged):
        with pytest.raises(RegisterError, match="is damaged") as caught:
            opening(path)
        assert "\n" not in str(caught.value)


def _schema_pages(path: Path) -> set[int]:
    """The pages, from 0, that say which tables there are: without them no row can be told from another."""
    with sqlite3.connect(path) as connection:
        return {
            number - 1 for (number,) in connection.execute("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'")
        }


def test_a_changed_text_is_found(tmp_path: Path) -> None:
    from detente.register.forms import pack_entry, unpack_entry
    from detente.register.rows import pack_text

    path = filled(tmp_path / "r.db", 3)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE report SET text = ? WHERE n = 2", (pack_text("Something else altogether."),))
        for number, data in connection.execute("SELECT n, data FROM entry").fetchall():
            changed = pack_entry(msgspec.structs.replace(unpack_entry(data), type="ACCUSE"))
            connection.execute("UPDATE entry SET data = ? WHERE n = ?", (changed, number))
    with open_register(path) as register:
        where = {finding.where.split()[0] for finding in register.verify()}
        assert where == {"report", "evidence", "entry"}
        register.rebuild()
        assert {finding.where.split()[0] for finding in register.verify()} == {"report", "evidence"}


def test_postgresql_restarted_between_and_within_writes_is_survived(server, tmp_path: Path) -> None:
    url = server.new_store()
    with open_register(url) as register:
        assert register.add(report(1)).new
        server.stop()
        number = os.fork()
        if number == 0:
            time.sleep(1.5)
            server.start()
            os._exit(0)
        assert register.add(report(2)).new
        os.waitpid(number, 0)
        assert register.coverage().reports == 2
        assert list(register.verify()) == []


def test_postgresql_restarted_in_the_middle_of_a_run_is_survived(server: Any) -> None:
    url = server.new_store()
    with open_register(url) as register:
        results = []
        for result in register.add_all(map(report, range(60)), batch=5):
            results.append(result)
            if len(results) in (10, 35):  # the generator has a connection in its pool, the run goes on
                server.stop()
                threading.Timer(0.7, server.start).start()
        assert [result.new for result in results] == [True] * 60
        assert register.coverage().reports == 60
        assert list(register.verify()) == []


def test_a_server_that_is_not_there_is_said_in_one_line() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(RegisterError) as caught:
        open_register("postgresql://nobody:secret@127.0.0.1:9/none")
    said = str(caught.value)
    assert said.startswith("postgresql://nobody:***@127.0.0.1:9/none cannot be reached; check the URL")
    assert "\n" not in said and "secret" not in said
