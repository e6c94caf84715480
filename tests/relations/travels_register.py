"""A register with nothing but the travels of US presidents and secretaries of state, made once a run."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.evaluation.shared import shared_folder
from detente.formats.travel_import import import_trips
from detente.formats.travels import read_trips
from detente.register import Register, open_register

TRAVELS = shared_folder() / "data" / "historian-travels"


@pytest.fixture(scope="session")
def travels_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store; shared by the processes of a run."""
    if not TRAVELS.is_dir():
        pytest.skip(f"no travels at {TRAVELS}: clone github.com/HistoryAtState/travels there")
    folder = tmp_path_factory.getbasetemp()
    folder = folder.parent if folder.name.startswith("popen-") else folder
    store = folder / "travels.db"
    with (folder / "travels.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "travels.done").exists():
            with open_register(store) as register:
                import_trips(register, read_trips(TRAVELS))
            (folder / "travels.done").touch()
    return store


@pytest.fixture(scope="session")
def travels(travels_file: Path) -> Iterator[Register]:
    """The register, open."""
    with open_register(travels_file) as register:
        yield register
