"""Deeds as judged by reading, for measuring merging: passages of the shared texts, with the facts that they give.

`merge_deeds.csv` has a row a passage: where it is (set, report, offsets), which deed it tells of, and its type, mode,
parties ("STATE:person:office", joined by ";"), days, place, status. Written from the text, as the gold documents are,
not from what our coder makes of it, so that merging is measured apart from coding. Rows without a deed hold what the
coder made of a passage, mistakes and all: to learn from, never to measure on. No words of the texts are kept.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, cast

import msgspec

from detente.evaluation.shared import json_lines
from detente.merging import fingerprint, same_story
from detente.model import Event, Evidence, How, InputError, Interval, Party, Place, Span, Status

DEEDS = Path(__file__).with_name("merge_deeds.csv")
NEWS = "news"
Texts = dict[tuple[str, str], dict[str, Any]]


class Passage(msgspec.Struct, frozen=True):
    """A passage, the deed it tells of ("" where its facts are the coder's), and what it says of it."""

    id: str
    set: str
    report: str
    deed: str
    event: Event
    published: Interval | None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.event.evidence[0]


def load_passages(path: Path = DEEDS) -> dict[str, Passage]:
    """The judged passages by identifier.

    Raises: InputError where the file is not as it should be.
    """
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return {row["id"]: _passage(row) for row in csv.DictReader(lines)}
    except (OSError, KeyError, ValueError) as error:
        raise InputError(f"{path.name}: {error}") from error


def load_texts(shared: Path, wanted: Iterable[tuple[str, str]]) -> Texts:
    """The reports named by (set, identifier), from the gold documents and the news, as their files have them."""
    names = set(wanted)
    found: Texts = {}
    for name in sorted({set_ for set_, _ in names} - {NEWS}):
        for row in json_lines(shared / "gold" / f"{name}.jsonl"):
            if (name, row["id"]) in names:
                found[name, row["id"]] = row
    with gzip.open(shared / "news" / "reports.jsonl.gz", "rb") as lines:
        for line in lines:
            row = msgspec.json.decode(line)
            if (NEWS, row["id"]) in names:
                found[NEWS, row["id"]] = row
    return found


def judged_evidence(passages: Sequence[Passage], texts: Texts) -> list[Evidence]:
    """The passages as evidence: the facts as judged, the words as printed, copies of one body as one story."""
    stories = _stories({key: row["text"] for key, row in texts.items()})
    return [
        Evidence(
            id=passage.id,
            report=f"{passage.set}/{passage.report}",
            event=passage.event,
            words=passage.span.of(texts[passage.set, passage.report]["text"]),
            coder="judged",
            published=passage.published,
            story=stories[passage.set, passage.report],
        )
        for passage in passages
    ]


def _stories(texts: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """The first report with nearly the same words, for each."""
    names: dict[tuple[str, str], str] = {}
    known: list[tuple[int, str]] = []
    for key in sorted(texts):
        print_, own = fingerprint(texts[key]), "/".join(key)
        copy = next((name for other, name in known if print_ is not None and same_story(print_, other)), own)
        names[key] = copy
        if print_ is not None and copy == own:
            known.append((print_, own))
    return names


def _passage(row: dict[str, str]) -> Passage:
    span = Span(int(row["start"]), int(row["end"]))
    event = Event(
        id=row["id"],
        type=row["type"],
        mode=row["mode"] or None,
        actors=tuple(_parties(row["actors"])),
        recipients=tuple(_parties(row["recipients"])),
        date=_days(row) if row["from"] else None,
        place=Place(row["place"], state=row["state"] or None) if row["place"] or row["state"] else None,
        status=cast(Status, row["status"]),
        sources=(),
        evidence=(span,),
    )
    published = Interval.given(row["published"], "handed") if row["published"] else None
    return Passage(row["id"], row["set"], row["report"], row["deed"], event, published)


def _days(row: dict[str, str]) -> Interval:
    return Interval(date.fromisoformat(row["from"]), date.fromisoformat(row["to"]), cast(How, row["how"]))


def _parties(cell: str) -> Iterator[Party]:
    """States by their code of three capitals, organisations by name."""
    for part in filter(None, cell.split(";")):
        key, person, office = (*part.split(":"), "", "")[:3]
        state = key if len(key) == 3 and key.isupper() else None
        yield Party(state, None if state else key or None, person or None, office or None)
