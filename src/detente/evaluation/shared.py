"""Where the shared gold lies, and a coder's run over it."""

from __future__ import annotations

import hashlib
import importlib.util
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from detente.formats import coded_to_dict
from detente.model import Interval, Line, Report, Span
from detente.run.pipeline import code_reports, failure
from detente.run.settings import Settings

Figures = dict[str, float | int | None]


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """What one set came to: `figures` by name, `notes` lines for people, `digest` of the corpus."""

    name: str
    figures: Figures
    notes: tuple[str, ...] = ()
    digest: str | None = None


def shared_folder() -> Path:
    """The folder of the shared data: DETENTE_SHARED, or `shared` beside the checkout."""
    given = os.environ.get("DETENTE_SHARED")
    return Path(given) if given else Path(__file__).resolve().parents[3].parent / "shared"


def file_digest(path: Path) -> str:
    """First 16 hexadecimal digits of the file's SHA-256: tells one version of a corpus from another."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def load_script(path: Path) -> ModuleType:
    """A scorer's script as a module."""
    spec = importlib.util.spec_from_file_location(f"shared_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-lines file."""
    with path.open("rb") as lines:
        for line in lines:
            if line.strip():
                yield msgspec.json.decode(line)


def sentence_report(id_: str, text: str, day: str | None = None) -> Report:
    """A labelled sentence as a report of one body line."""
    handed = Interval.parse(day, "handed") if day else None
    return Report(id=id_, text=text, lines=(Line(Span(0, len(text)), "body"),), handed=handed)


def code_all(reports: Iterable[Report], settings: Settings) -> dict[str, dict[str, Any]]:
    """Every report coded, in the gold shape, by id.

    Raises: RuntimeError where the coder breaks down on one: a figure that hides it would be none.
    """
    found = {}
    for coded in code_reports(reports, settings):
        if (fault := failure(coded)) is not None:
            raise RuntimeError(f"{coded.report.id}: {fault.message}")
        found[coded.report.id] = coded_to_dict(coded)
    return found
