"""Paths as given on the command line -> reports."""

from __future__ import annotations

import glob
import gzip
import sys
import zlib
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from detente.model import Fault, Interval, ReadFault, Report
from detente.reading.formats import read_csv, read_jsonl, read_page, read_text

ENDINGS = (".txt", ".html", ".htm", ".jsonl", ".jsonl.gz", ".csv")
"""Endings of the files that are read in a folder; a file named outright is read whatever its ending."""


def read_paths(paths: Sequence[str], published: Interval | None = None) -> Iterator[Report | ReadFault]:
    """Read the reports of files, folders (with all below them), globs and "-" (standard input).

    Args:
        paths: where the reports are, in the order they will come.
        published: the day all of them were published; wins over what they say themselves.
    Returns:
        Reports and, for what could not be read, faults, as they come: files of many reports are streamed.
    Raises: nothing for bad data.
    """
    for path in paths:
        if path == "-":
            yield from _read_stream(sys.stdin.buffer, published)
        elif Path(path).is_dir():
            yield from _read_folder(Path(path), published)
        elif Path(path).exists() or not glob.has_magic(path):
            yield from _read_file(Path(path), published)
        else:
            found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - the pattern may be absolute
            if not found:
                yield ReadFault(path, Fault("missing", "no file fits this pattern"))
            yield from read_paths(found, published)


def _read_folder(folder: Path, published: Interval | None) -> Iterator[Report | ReadFault]:
    files = sorted(
        path
        for path in folder.rglob("*")
        if path.name.lower().endswith(ENDINGS) and not path.name.startswith(".") and path.is_file()
    )
    if not files:
        yield ReadFault(str(folder), Fault("no-reports", f"no reports in this folder (looked for {' '.join(ENDINGS)})"))
    for path in files:
        yield from _read_file(path, published)


def _read_file(path: Path, published: Interval | None) -> Iterator[Report | ReadFault]:
    source, name = str(path), path.name.lower()
    ending = next((e for e in sorted(ENDINGS, key=len, reverse=True) if name.endswith(e)), "")
    id = path.name[: -len(ending)] if ending else path.name
    try:
        if ending == ".jsonl.gz":
            with gzip.open(path) as lines:
                yield from read_jsonl(lines, source, id, published)
        elif ending in (".jsonl", ".csv"):
            with path.open("rb") as data:
                yield from (read_csv if ending == ".csv" else read_jsonl)(data, source, id, published)
        else:
            reader = read_page if ending in (".html", ".htm") else read_text
            yield from reader(path.read_bytes(), source, id, published)
    except FileNotFoundError:
        yield ReadFault(source, Fault("missing", "no such file or folder"))
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield ReadFault(source, Fault("broken-file", f"not a whole gzip file: {error}"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield ReadFault(source, Fault("unreadable", f"cannot be read: {reason}"))


def _read_stream(stream: BinaryIO, published: Interval | None) -> Iterator[Report | ReadFault]:
    """Standard input: JSON lines where it begins with "{", else one text."""
    first = b""
    while not first.strip() and (line := stream.readline()):
        first += line
    if first.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from read_jsonl(chain(first.splitlines(), stream), "-", "stdin", published)
    else:
        yield from read_text(first + stream.read(), "-", "stdin", published)
