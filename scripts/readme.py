"""Put the demo's own output, a record and the last figures of `make accuracy` into README.md, between their marks."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ROWS = 13
"""Rows of the timeline to show."""
SECTIONS = 5
"""Sections of the relation page to show."""
WIDTH = 116
REPORT = "examples/reports/jet-shot-down.txt"
DOCUMENTS = {"seeds": "five founding reports", "news-dev": "59 reports, not trained on"}
COLUMNS = ("event_f1", "directed_f1", "strict_f1", "quotes_f1", "claims_f1")


def detente(*arguments: str) -> str:
    """What a command prints, 100 columns wide."""
    command = [sys.executable, "-m", "detente.cli.main", *arguments]
    environment = {**os.environ, "COLUMNS": "100"}
    return subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout


def demo() -> str:
    """The demo: the reading whole, of the timeline, the entry and the relation the beginning."""
    read, timeline, show, *_, relation = re.split(r"\n(?=\$ )", detente("demo", "--out", "build").strip())
    lines = timeline.strip().splitlines()
    starts = [i for i, line in enumerate(lines) if re.search(r" [0-9a-f]{8}$", line)]
    shown = lines if len(starts) <= ROWS else [*lines[: starts[ROWS]], "..."]
    passages = show.strip().split("\n\n")
    page = [*relation.strip().split("\n\n")[:SECTIONS], "..."]
    parts = [read.strip(), "\n".join(shown), *passages[:3], *(["..."] if len(passages) > 3 else []), *page]
    return "```\n" + "\n\n".join(parts) + "\n```"


def record() -> str:
    """A coded report, abridged."""
    coded = json.loads(detente("code", REPORT))
    event = next(event for event in coded["events"] if event["type"] == "ASSAULT")
    head = {key: coded[key] for key in ("id", "published", "published_how")}
    lines = json.dumps(head)[:-1] + f', "body": "{coded["body"][:32]}...",'
    tail = '"claims": [...], "quotes": [...], "faults": [...]}'
    wrapped = [_fold(line) for line in (lines, ' "events": [' + json.dumps(event) + ", ...],", f" {tail}")]
    return "```\n" + "\n".join(wrapped) + "\n```"


def quality(figures: dict[str, Any]) -> str:
    """The figures of the last full `make accuracy`."""
    rows = ["| measured on | event F1 | with direction | strict (direction, date, status) | quotes F1 | claims F1 |"]
    rows.append("| --- " * 6 + "|")
    for name, words in DOCUMENTS.items():
        rows.append(f"| {words} | " + " | ".join(f"{figures[name][column]:.2f}" for column in COLUMNS) + " |")
    return "\n".join(rows)


def _fold(line: str) -> str:
    return textwrap.fill(line, WIDTH, subsequent_indent="   ", break_long_words=False, break_on_hyphens=False)


def put(text: str, name: str, words: str) -> str:
    """The text with what stands between the marks of this name replaced."""
    marks = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, _, rest = text.partition(marks[0])
    _, _, after = rest.partition(marks[1])
    return f"{before}{marks[0]}\n{words}\n{marks[1]}{after}"


def main() -> None:
    """Write README.md and the picture it shows."""
    path = ROOT / "README.md"
    text = put(put(path.read_text(encoding="utf-8"), "demo", demo()), "record", record())
    measured = ROOT / "build" / "accuracy.json"
    figures = json.loads(measured.read_text(encoding="utf-8")) if measured.exists() else {}
    if all(name in figures for name in DOCUMENTS):
        text = put(text, "quality", quality(figures))
    path.write_text(text, encoding="utf-8")
    detente("timeline", "Russia", "Turkey", "--store", "build/demo.db", "--svg", "docs/russia-turkey.svg")
    detente("relation", "Russia", "Turkey", "--store", "build/demo.db", "--svg", "docs/russia-turkey-relation.svg")


if __name__ == "__main__":
    main()
