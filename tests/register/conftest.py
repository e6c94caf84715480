"""Stores to test on: SQLite files, and a PostgreSQL server of our own where Debian's packages are installed."""

import fcntl
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

try:
    import psycopg
except ImportError:
    psycopg = None

numbers = count()


def programs() -> list[Path]:
    """Folders of PostgreSQL's server programs, the newest version last."""
    found = Path("/usr/lib/postgresql").glob("*/bin")
    return sorted((p for p in found if (p / "initdb").exists()), key=lambda p: int(p.parent.name))


def install_server() -> None:
    """Install Debian's PostgreSQL where root may, as on a build machine; one test process at a time."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    with Path(tempfile.gettempdir(), "detente-apt.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if programs():
            return
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "postgresql"]):
            try:
                subprocess.run(["apt-get", *command], env=env, timeout=300, check=False, **quiet)
            except subprocess.TimeoutExpired:
                return


class Server:
    """A PostgreSQL server in a folder of its own; not run by root, who may not."""

    def __init__(self, folder: Path) -> None:
        self.bin = programs()[-1]
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        self._run(
            "initdb", "-D", f"{folder}/data", "-A", "trust", "-U", "detente", "-E", "UTF8", "--locale=C.UTF-8", "-N"
        )

    def start(self) -> None:
        """Start and wait until it answers."""
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c max_connections=60 -c fsync=off"
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-l", f"{self.folder}/log", "-w", "-o", options, "start")

    def stop(self) -> None:
        """Stop at once, as a crash would."""
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "-w", "stop")

    @property
    def url(self) -> str:
        """The database that is there from the start."""
        return f"postgresql://detente@127.0.0.1:{self.port}/postgres"

    def new_store(self) -> str:
        """The URL of a fresh schema: made sooner than a database."""
        schema = f"store{next(numbers)}"
        with psycopg.connect(self.url) as connection:
            connection.execute(f"CREATE SCHEMA {schema}")
        return f"{self.url}?options=-csearch_path%3D{schema}"

    def _run(self, program: str, *arguments: str) -> None:
        who = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        subprocess.run(
            [*who, str(self.bin / program), *arguments],
            check=True,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )


def why_no_server() -> str | None:
    """Why PostgreSQL cannot be tested here; None where it can."""
    if psycopg is None:
        return "no driver for PostgreSQL (pip install 'detente[postgres]')"
    if not programs():
        install_server()
    if not programs():
        return "no PostgreSQL server (Debian: apt-get install postgresql)"
    if os.geteuid() == 0 and shutil.which("runuser") is None:
        return "PostgreSQL refuses to run as root, and there is no runuser"
    return None


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A running PostgreSQL server."""
    reason = why_no_server()
    if reason:
        pytest.skip(reason)
    folder = Path(tempfile.mkdtemp(prefix="detente-pg-"))
    server = Server(folder)
    server.start()
    yield server
    server.stop()
    shutil.rmtree(folder)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """Makes the address of a fresh store, on each kind of database."""
    if request.param == "postgresql":
        made: Server = request.getfixturevalue("server")
        return made.new_store
    return lambda: str(tmp_path_factory.mktemp("store") / "r.db")
