"""`detente`: the commands put together, and how they end: one clear line for trouble, never a traceback."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from detente.cli import (
    agenda,
    ask,
    check,
    code,
    compare,
    demo,
    explain,
    export,
    importing,
    judge,
    keep,
    last,
    read,
    recode,
    relation,
    search,
    show,
    timeline,
    tone,
    when,
    who,
)
from detente.cli.terminal import complain
from detente.model import DetenteError

HELP = """Read news reports, and keep a dated, auditable register of the relations between states.

\b
Start with: detente demo
Then:       detente read reports/ && detente timeline Russia Turkey
"""

WIDTH = 100
app = typer.Typer(
    name="detente",
    help=HELP,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "terminal_width": WIDTH},
)
COMMANDS = (
    *(code.code, read.read, timeline.timeline, show.show, search.search, explain.explain),
    *(relation.relation, agenda.agenda, tone.tone, compare.compare, who.who, when.when),
    *(judge.confirm, judge.reject, judge.correct, judge.split, judge.join, judge.log, judge.undo),
    *(importing.import_, last.last, check.check, ask.ask),
    *(export.export, recode.recode, keep.verify, keep.rebuild, keep.rescue, keep.backup, demo.demo),
)


def command_name(command: Callable[..., None]) -> str:
    """What people type for a command: its function's name, without the mark of those that Python keeps for itself."""
    return command.__name__.rstrip("_")


for command in COMMANDS:
    app.command(command_name(command), cls=judge.TakesNumbers if command is judge.correct else None)(command)


@app.callback()
def common(
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.", is_eager=True)] = False,
) -> None:
    if version:
        from detente import __version__

        typer.echo(f"detente {__version__}")
        raise typer.Exit


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; the exit status: 0 done, 2 nothing could be done, 130 broken off."""
    given = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = app(given or ["--help"], prog_name="detente", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except DetenteError as error:
        return complain(str(error))
    except typer.TyperException as error:
        path = getattr(getattr(error, "ctx", None), "command_path", "detente")
        return complain(f"{error.format_message()} (try: {path} --help)")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return complain(f"{error.filename or 'file'}: {error.strerror or error}")
    except (typer.Abort, KeyboardInterrupt):
        return complain("broken off", 130)


if __name__ == "__main__":
    sys.exit(main())
