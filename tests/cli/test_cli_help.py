"""Help: an example in each, kept in docs/cli.md; quick to come."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from cli_running import Run

from detente.cli.main import COMMANDS, command_name
from detente.cli.reference import reference

DOCS = Path(__file__).resolve().parents[2] / "docs" / "cli.md"
HEAVY = ("spacy", "altair", "sqlalchemy", "trafilatura", "numpy")


def test_docs_say_what_the_help_says() -> None:
    assert reference() == DOCS.read_text(encoding="utf-8"), "run `make docs`"


@pytest.mark.parametrize("command", [command_name(command) for command in COMMANDS])
def test_each_help_has_an_example(command: str, run: Run) -> None:
    ran = run(command, "--help")
    assert ran.status == 0
    assert f"    detente {command}" in ran.out.split("Example")[1]


def test_no_arguments_is_a_request_for_help(run: Run) -> None:
    assert run() == run("--help")


def test_help_loads_nothing_heavy() -> None:
    program = f"from detente.cli.main import main; import sys; main(['--help']); print(set({HEAVY}) & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert ran.stdout.splitlines()[-1] == "set()"
