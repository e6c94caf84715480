"""`docs/cli.md`, written from the commands' own help: `python -m detente.cli.reference docs/cli.md`."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stdout
from pathlib import Path

from detente.cli.main import COMMANDS, command_name, main

WIDTH = "100"
HEAD = """# The commands

Written from `detente --help` by `make docs`; a test compares them.
"""


def reference() -> str:
    """The help of every command, as one page."""
    parts = [HEAD, _section([])]
    parts += [_section([command_name(command)]) for command in COMMANDS]
    return "\n".join(parts)


def _section(command: list[str]) -> str:
    out = io.StringIO()
    with redirect_stdout(out):
        main([*command, "--help"])
    words = "\n".join(line.rstrip() for line in out.getvalue().strip().splitlines())
    return f"## {' '.join(['detente', *command])}\n\n```\n{words}\n```\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(), encoding="utf-8")
