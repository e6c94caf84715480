"""How well merging joins reports of one deed: judged pairs of passages of the shared texts.

`merge_pairs.csv`: two passages of `merge_deeds.csv`, whether they tell of one deed ("?": left open), and the part they
belong to: "tune" to learn from, "held" to measure on, "coded" to learn from with the facts as the coder has them.
Merging is measured on the facts as judged, and, apart, end to end: on what the coder makes of the same reports.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from detente.evaluation.merge_records import Passage, Texts, judged_evidence, load_passages, load_texts
from detente.merging import link_evidence, merge_evidence
from detente.model import Coded, Evidence, InputError, Report, Span
from detente.reading import read_paths
from detente.register import evidence_ids
from detente.run.pipeline import code_reports

PAIRS = Path(__file__).with_name("merge_pairs.csv")
PARTS = ("tune", "held")
HANDED = ("text", "published", "title", "publisher")


class Pair(msgspec.Struct, frozen=True):
    """Two passages, by identifier, and whether they tell of one deed."""

    one: str
    other: str
    same: bool
    part: str


def load_pairs(path: Path = PAIRS, parts: Collection[str] = PARTS) -> list[Pair]:
    """The judged pairs of these parts, without those left open.

    Raises: InputError where the file is not as it should be.
    """
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = [row for row in csv.DictReader(lines) if row["same"] != "?" and row["part"] in parts]
            return [Pair(row["one"], row["other"], row["same"] == "1", row["part"]) for row in rows]
    except (OSError, KeyError, ValueError) as error:
        raise InputError(f"{path.name}: {error}") from error


def score_merging(news: Path) -> dict[str, Any]:
    """Score merging on the facts as judged ("tune", "held"), and on what the coder finds ("coded").

    Args:
        news: the shared reports (`reports.jsonl.gz`); the gold documents lie beside.
    Returns:
        For each part precision, recall, and the number of pairs; end to end, also the pairs of which the coder misses
        an end ("lost": they count as not joined, but in `recall_of_found`).
    """
    pairs = load_pairs()
    passages = {id_: passage for id_, passage in load_passages().items() if passage.deed}
    texts = load_texts(news.parent.parent, {(passage.set, passage.report) for passage in passages.values()})
    evidence = judged_evidence(list(passages.values()), texts)
    group = grouped(evidence)
    found: dict[str, Any] = {
        part: score_pairs([pair for pair in pairs if pair.part == part], lambda id_: id_, group) for part in PARTS
    }
    coded = _coded_evidence(texts)
    told: dict[str, list[Evidence]] = {}
    for piece in coded:
        told.setdefault(piece.story, []).append(piece)
    found["coded"] = score_pairs(pairs, lambda id_: match_passage(passages[id_], told), grouped(coded))
    return found


def grouped(evidence: Sequence[Evidence]) -> dict[str, int]:
    """The number of the deed that merging puts each piece of evidence in."""
    links = [link for place, piece in enumerate(evidence) for link in link_evidence(piece, evidence[:place])]
    return {id_: number for number, ids in enumerate(merge_evidence(evidence, links)) for id_ in ids}


def score_pairs(pairs: Sequence[Pair], find: Callable[[str], str | None], group: dict[str, int]) -> dict[str, float]:
    """Score groups of evidence against judged pairs.

    Args:
        pairs: as judged.
        find: the evidence that a passage is.
        group: the deed of each piece of evidence.
    """
    ends = [(pair.same, find(pair.one), find(pair.other)) for pair in pairs]
    joined = [same for same, one, other in ends if one and other and one != other and group[one] == group[other]]
    same = sum(pair.same for pair in pairs)
    found = sum(same for same, one, other in ends if one and other)
    return {
        "precision": round(sum(joined) / len(joined), 4) if joined else 0.0,
        "recall": round(sum(joined) / same, 4) if same else 0.0,
        "recall_of_found": round(sum(joined) / found, 4) if found else 0.0,
        "pairs": len(pairs),
        "lost": sum(not (one and other) for _, one, other in ends),
    }


def match_passage(passage: Passage, told: dict[str, list[Evidence]]) -> str | None:
    """The coder's evidence for a passage: it has half of the words and one of the parties; best the same type."""
    keys = {party.key for party in (*passage.event.actors, *passage.event.recipients)}
    offers = []
    for piece in told.get(f"{passage.set}/{passage.report}", ()):
        main = piece.event.evidence[0] if piece.event.evidence else Span(0, 0)
        shared = min(main.end, passage.span.end) - max(main.start, passage.span.start)
        theirs = {party.key for party in (*piece.event.actors, *piece.event.recipients)}
        if 2 * shared >= min(len(main), len(passage.span)) and keys & theirs:
            offers.append((piece.event.type == passage.event.type, len(keys & theirs), shared - len(main), piece.id))
    return max(offers)[3] if offers else None


def _coded_evidence(texts: Texts) -> list[Evidence]:
    """What the coder finds in these reports, read as any others are; set and report are the story."""
    with TemporaryDirectory() as folder:
        part = Path(folder, "pairs.jsonl")
        part.write_bytes(b"\n".join(msgspec.json.encode(_row(key, row)) for key, row in sorted(texts.items())))
        reports = [report for report in read_paths([str(part)]) if isinstance(report, Report)]
    return [piece for coded in code_reports(reports) for piece in _evidence(coded)]


def _row(key: tuple[str, str], row: dict[str, Any]) -> dict[str, Any]:
    """A report's row with what the coder is handed: of gold documents, not the gold."""
    return {"id": "/".join(key)} | {name: row[name] for name in HANDED if row.get(name)}


def _evidence(coded: Coded) -> list[Evidence]:
    text = coded.report.text
    return [
        Evidence(
            id=id_,
            report=coded.report.digest,
            event=event,
            words=event.evidence[0].of(text) if event.evidence else "",
            coder=coded.coder,
            published=coded.published,
            story=coded.report.id,
        )
        for id_, event in zip(evidence_ids(coded.report.digest, coded.events), coded.events, strict=True)
    ]
