"""How well merging joins reports of one deed: judged pairs of passages of the shared news, kept as offsets.

`merge_pairs.csv`: two reports, the main passage, type and parties of an event in each, and whether the two tell of one
deed, as read by us in coded reports. The reports are coded anew; a pair counts where the coder still finds both.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from detente.merging import link_evidence, merge_evidence
from detente.model import Coded, Evidence, InputError, Report, Span
from detente.reading import read_paths
from detente.register import evidence_ids
from detente.run.pipeline import code_reports

PAIRS = Path(__file__).with_name("merge_pairs.csv")
Key = tuple[str, Span, str, frozenset[str]]


class Pair(msgspec.Struct, frozen=True):
    """Two passages, and whether they tell of one deed."""

    one: Key
    other: Key
    same: bool


def load_pairs(path: Path = PAIRS) -> list[Pair]:
    """The judged pairs.

    Raises: InputError where the file is not as it should be.
    """
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return [_pair(row) for row in csv.DictReader(lines)]
    except (OSError, KeyError, ValueError) as error:
        raise InputError(f"{path.name}: {error}") from error


def score_merging(news: Path) -> dict[str, float]:
    """Code the reports of the pairs and score the merging of their events.

    Args:
        news: the shared reports (`reports.jsonl.gz`).
    Returns:
        precision, recall, and how many of the pairs' passages were found.
    """
    pairs = load_pairs()
    wanted = {key[0] for pair in pairs for key in (pair.one, pair.other)}
    coded = list(code_reports(_reports(news, wanted)))
    return score_pairs(
        pairs, [piece for one in coded for piece in _evidence(one)], {c.report.digest: c.report.id for c in coded}
    )


def score_pairs(pairs: Sequence[Pair], evidence: Sequence[Evidence], names: dict[str, str]) -> dict[str, float]:
    """Score the groups that merging makes of this evidence.

    Args:
        names: the report's identifier by digest, as the pairs name it.
    """
    links = [link for place, piece in enumerate(evidence) for link in link_evidence(piece, evidence[:place])]
    group = {id_: number for number, ids in enumerate(merge_evidence(evidence, links)) for id_ in ids}
    told: dict[tuple[str, str], list[Evidence]] = {}
    for piece in evidence:
        told.setdefault((names[piece.report], piece.event.type), []).append(piece)
    matched = [(pair.same, _match(pair.one, told), _match(pair.other, told)) for pair in pairs]
    found = [(same, group[one] == group[other]) for same, one, other in matched if one and other]
    right = sum(same and joined for same, joined in found)
    joined = sum(joined for _, joined in found)
    same = sum(same for same, _ in found)
    return {
        "precision": round(right / joined, 4) if joined else 0.0,
        "recall": round(right / same, 4) if same else 0.0,
        "pairs": len(found),
        "pairs_lost": len(pairs) - len(found),
    }


def _pair(row: dict[str, str]) -> Pair:
    return Pair(
        (row["report"], Span(int(row["start"]), int(row["end"])), row["type"], frozenset(row["parties"].split("+"))),
        (
            row["other"],
            Span(int(row["other_start"]), int(row["other_end"])),
            row["type"],
            frozenset(row["other_parties"].split("+")),
        ),
        row["same"] == "1",
    )


def _match(key: Key, told: dict[tuple[str, str], list[Evidence]]) -> str | None:
    """The evidence of the report, of the type, whose passage has half of the words: best with the same parties."""
    report, span, type_, parties = key
    offers = []
    for piece in told.get((report, type_), ()):
        main = piece.event.evidence[0] if piece.event.evidence else Span(0, 0)
        shared = min(main.end, span.end) - max(main.start, span.start)
        theirs = {party.key for party in (*piece.event.actors, *piece.event.recipients) if party.key} or {""}
        if 2 * shared >= min(len(main), len(span)):
            offers.append((theirs == parties, shared - len(main), piece.id))
    return max(offers)[2] if offers else None


def _reports(news: Path, wanted: set[str]) -> Iterator[Report]:
    """The reports named, read as any others are."""
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        rows = [line for line in lines if msgspec.json.decode(line)["id"] in wanted]
    with TemporaryDirectory() as folder:
        part = Path(folder, "pairs.jsonl")
        part.write_text("".join(rows), encoding="utf-8")
        yield from (report for report in read_paths([str(part)]) if isinstance(report, Report))


def _evidence(coded: Coded) -> Iterator[Evidence]:
    text = coded.report.text
    for id_, event in zip(evidence_ids(coded.report.digest, coded.events), coded.events, strict=True):
        yield Evidence(
            id=id_,
            report=coded.report.digest,
            event=event,
            words=event.evidence[0].of(text) if event.evidence else "",
            coder=coded.coder,
            published=coded.published,
            story=coded.report.digest,
        )
