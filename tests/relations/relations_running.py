"""The command line, run in this process."""

from __future__ import annotations

import io
import os
from contextlib import redirect_stderr, redirect_stdout

from detente.cli.main import main


def cli(*arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output, standard error."""
    out, err = io.StringIO(), io.StringIO()
    os.environ.pop("COLUMNS", None)  # another test's width
    with redirect_stdout(out), redirect_stderr(err):
        status = main(list(arguments))
    return status, out.getvalue(), err.getvalue()
