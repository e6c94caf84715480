"""A command line run in this process, and output compared whole with what is stored in `expected/`."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_running import Ran

from detente.cli.main import main

EXPECTED = Path(__file__).with_name("expected")
REWRITE = "DETENTE_WRITE_EXPECTED"
"""Set in the environment, it stores the output instead of comparing it; read the difference before committing it."""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Ran]:
    """Run `detente` with these arguments, in an empty folder, 100 columns wide."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("DETENTE_STORE", raising=False)
    monkeypatch.delenv("DETENTE_MODEL", raising=False)
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> Ran:
        capsys.readouterr()
        status = main(list(arguments))
        return Ran(status, *capsys.readouterr())

    return call


@pytest.fixture
def same_as_stored() -> Callable[[str, str], None]:
    """Compare a whole output with the file of this name."""

    def compare(name: str, output: str) -> None:
        path = EXPECTED / name
        if os.environ.get(REWRITE):
            path.parent.mkdir(exist_ok=True)
            path.write_text(output, encoding="utf-8")
        assert output == path.read_text(encoding="utf-8"), f"set {REWRITE}=1 to store the new output"

    return compare
