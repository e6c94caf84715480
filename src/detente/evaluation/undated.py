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
from detente.dating.printed import PRINTED
from detente.model import Interval, Report
from detente.parsing import parse_reports
from detente.reading.records import make_report
from detente.run.pipeline import read_document

SAMPLE = 120
"""Reports of the sample: every n-th of those with a day."""
_OTHERS = (5, 8)
"""How far after each of these the others lie, which nobody looks at one by one."""
_SHORT, _LONG = 400, 6000
"""Characters of the reports taken: more than a headline, and no whole book."""
_YEAR, _MONTH = 366, 31


def score_undated(path: Path) -> dict[str, Any]:
    """Date the sample by its words alone.

    Args:
        path: reports as JSON lines, gzipped, with their days.
    Returns:
        `containment`: the share of the reports that got days whose days hold the true one (a day to either side is
        the zone of the newsroom); `bounded`: the share that got days; `within_a_year`, `within_a_month`: the share
        whose days hold the true one and are at most so wide; `median_days`: half are at most so wide; what failed, as
        text.
    """
    return _figures(list(_results(path, (0,))))


def score_others(path: Path) -> dict[str, Any]:
    """The same of twice as many other reports, with which the tables were not made."""
    return _figures(list(_results(path, _OTHERS)))


def _figures(results: list[tuple[date, Interval | None, str | None]]) -> dict[str, Any]:
    found = [(true, days, how) for true, days, how in results if days is not None]
    missed = [(true, days, how) for true, days, how in found if not _holds(days, true)]
    widths = [days.days for true, days, _ in found if _holds(days, true)]
    return {
        "reports": len(results),
        "containment": round(1 - len(missed) / len(found), 3) if found else None,
        "bounded": round(len(found) / len(results), 3) if results else None,
        "within_a_year": _share(widths, _YEAR, len(results)),
        "within_a_month": _share(widths, _MONTH, len(results)),
        "median_days": int(statistics.median(days.days for _, days, _ in found)) if found else None,
        "missed": "; ".join(f"{true} is not in {days.edtf} ({how})" for true, days, how in missed),
    }


def _share(widths: list[int], most: int, of: int) -> float | None:
    return round(sum(width <= most for width in widths) / of, 3) if of else None


def _results(path: Path, after: tuple[int, ...]) -> Iterator[tuple[date, Interval | None, str | None]]:
    """The true day of each report of the sample, the days inferred and how."""
    with gzip.open(path) as lines:
        rows = [row for line in lines if line.strip() and _taken(row := msgspec.json.decode(line))]
    step = max(1, len(rows) // SAMPLE)
    chosen = [row for offset in after for row in rows[offset::step][:SAMPLE]]
    days = {row["id"]: date.fromisoformat(row["published"][:10]) for row in chosen}
    made = (make_report({"id": row["id"], "text": row["text"]}, id=row["id"], source=path.name) for row in chosen)
    for report, sentences in parse_reports(report for report in made if isinstance(report, Report)):
        document = read_document(report, sentences, load_codebook())
        if document.published_how not in PRINTED:
            yield days[report.id], document.published, document.published_how


def _taken(row: dict[str, Any]) -> bool:
    return bool(row.get("published")) and _SHORT < len(row["text"]) < _LONG


def _holds(days: Interval, true: date) -> bool:
    return days.first.toordinal() - 1 <= true.toordinal() <= days.last.toordinal() + 1
