"""Reports whose day is known, read without it: how often the days inferred hold the true one, and how wide they are."""

from __future__ import annotations

import gzip
import statistics
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from detente.codebook import load_codebook
from detente.model import Interval, Report
from detente.parsing import parse_reports
from detente.reading.records import make_report
from detente.run.pipeline import read_document

SAMPLE = 120
"""Reports of the sample: every n-th of those with a day."""
_SHORT, _LONG = 400, 6000
"""Characters of the reports taken: more than a headline, and no whole book."""
_YEAR = 366


def score_undated(path: Path) -> dict[str, Any]:
    """Date the sample by its words alone.

    Args:
        path: reports as JSON lines, gzipped, with their days.
    Returns:
        `containment`: the share of the reports that got days whose days hold the true one (a day to either side is
        the zone of the newsroom); `bounded`: the share that got days; `within_a_year`: the share whose days hold the
        true one and are at most a year; `median_days`: half are at most so wide; what failed, as text.
    """
    results = list(_results(path))
    found = [(true, days, how) for true, days, how in results if days is not None]
    missed = [(true, days, how) for true, days, how in found if not _holds(days, true)]
    narrow = [days for true, days, _ in found if _holds(days, true) and days.days <= _YEAR]
    return {
        "reports": len(results),
        "containment": round(1 - len(missed) / len(found), 3) if found else None,
        "bounded": round(len(found) / len(results), 3) if results else None,
        "within_a_year": round(len(narrow) / len(results), 3) if results else None,
        "median_days": int(statistics.median(days.days for _, days, _ in found)) if found else None,
        "missed": "; ".join(f"{true} is not in {days.edtf} ({how})" for true, days, how in missed),
    }


def _results(path: Path) -> Iterator[tuple[date, Interval | None, str | None]]:
    """The true day of each report of the sample, the days inferred and how."""
    with gzip.open(path) as lines:
        rows = [row for line in lines if line.strip() and _taken(row := msgspec.json.decode(line))]
    chosen = rows[:: max(1, len(rows) // SAMPLE)][:SAMPLE]
    days = {row["id"]: date.fromisoformat(row["published"][:10]) for row in chosen}
    made = (make_report({"id": row["id"], "text": row["text"]}, id=row["id"], source=path.name) for row in chosen)
    for report, sentences in parse_reports(report for report in made if isinstance(report, Report)):
        document = read_document(report, sentences, load_codebook())
        if document.published_how != "date line":
            yield days[report.id], document.published, document.published_how


def _taken(row: dict[str, Any]) -> bool:
    return bool(row.get("published")) and _SHORT < len(row["text"]) < _LONG


def _holds(days: Interval, true: date) -> bool:
    return days.first.toordinal() - 1 <= true.toordinal() <= days.last.toordinal() + 1
