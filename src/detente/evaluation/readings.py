"""Our own reading of real reports: `training/readings.jsonl` holds what was annotated, never the texts.

The texts stay where their publishers' copies lie (`../shared/news`); a reading names its report, how much of the text
was read, and each event with its passage as positions. Joined with the texts they are documents in the gold shape.
A fifth of the reports, told off by the hash of their names, is for measuring only. Of these, the ones that were read
without their day are left out: their readers dated nothing but what such a text prints, where GUIDELINES.md asks for
what it lets a careful reader conclude.

    python -m detente.evaluation.readings train -o build/readings-train.jsonl
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from detente.evaluation.documents import measure_documents
from detente.evaluation.shared import Measured, file_digest, json_lines, shared_folder
from detente.run.settings import Settings

READINGS = Path(__file__).resolve().parents[3] / "training" / "readings.jsonl"
NEWS = "news/reports.jsonl.gz"
HELD_OUT, PARTS = 4, 20
NO_MORE: dict[str, Any] = {"published": None, "body": None, "body_end": None, "claims": [], "quotes": []}


def split_of(report: str) -> str:
    """Whether a report's reading may be learnt from ("train") or only measures ("test").

    >>> split_of("p0104"), split_of("c0157")
    ('train', 'train')
    """
    return "test" if int(hashlib.sha1(report.encode()).hexdigest(), 16) % PARTS < HELD_OUT else "train"


def joined(readings: Iterable[dict[str, Any]], texts: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Readings with their texts, in the gold shape.

    Raises:
        ValueError: a text is not there, or is not the one that was read.
    """
    for reading in readings:
        whole = texts.get(reading["report"])
        if whole is None:
            raise ValueError(f"no report {reading['report']} in the news")
        text = whole[: reading["length"]]
        if text_digest(text) != reading["digest"]:
            raise ValueError(f"report {reading['report']} is not the text that was read")
        events = [_event(number, event, text) for number, event in enumerate(reading["events"], 1)]
        yield {
            "id": reading["id"],
            "text": text,
            "published": reading["published"],
            "gold": {**NO_MORE, "events": events},
        }


def text_digest(text: str) -> str:
    """First 16 hexadecimal digits of a text's SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _event(number: int, event: dict[str, Any], text: str) -> dict[str, Any]:
    first, last = event["evidence"]
    days = event["date"]
    return {
        "id": f"e{number}",
        "type": event["type"],
        "mode": event["mode"],
        "actors": [_party(p) for p in event["actors"]],
        "recipients": [_party(p) for p in event["recipients"]],
        "date": {"from": days[0], "to": days[1]} if days else None,
        "place": None,
        "status": event["status"],
        "sources": [],
        "evidence": text[first:last],
    }


def _party(party: dict[str, str]) -> dict[str, str | None]:
    return {name: party.get(name) for name in ("state", "organisation", "person", "office")}


def news_texts(path: Path) -> dict[str, str]:
    """The texts of the news by name of the report."""
    with gzip.open(path, "rb") as lines:
        rows = (msgspec.json.decode(line) for line in lines if line.strip())
        return {row["id"]: row["text"] for row in rows}


def write_documents(split: str, target: Path, news: Path, readings: Path = READINGS) -> int:
    """Write the joined documents of a split ("train" or "test"); returns how many."""
    wanted = [r for r in json_lines(readings) if split_of(r["id"]) == split and (split == "train" or r["published"])]
    documents = list(joined(wanted, news_texts(news)))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(b"".join(msgspec.json.encode(d) + b"\n" for d in documents))
    return len(documents)


def measure_readings(news: Path, scorer: Path, settings: Settings, errors: int = 0) -> Measured:
    """Score the coder on the readings that it did not learn from."""
    target = Path("build") / "readings.jsonl"
    write_documents("test", target, news)
    measured = measure_documents(target, scorer, settings, errors)
    return msgspec.structs.replace(measured, digest=file_digest(READINGS))


def main(arguments: list[str] | None = None) -> int:
    """Write a split's documents."""
    parser = argparse.ArgumentParser(prog="python -m detente.evaluation.readings", description=__doc__)
    parser.add_argument("split", choices=("train", "test"))
    parser.add_argument("-o", "--out", required=True, type=Path)
    options = parser.parse_args(arguments)
    news = shared_folder() / NEWS
    missing = next((path for path in (READINGS, news) if not path.exists()), None)
    if missing is not None:
        print(f"readings: {missing} is missing (set DETENTE_SHARED)", file=sys.stderr)
        return 2
    try:
        print(f"{write_documents(options.split, options.out, news)} documents written to {options.out}")
    except ValueError as error:
        print(f"readings: {error}: the news have changed since", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
