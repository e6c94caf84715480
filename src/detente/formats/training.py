"""What people decided, as annotated reports: the gold shape, for training and measuring coders."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from detente.formats.gold import Record, event_to_dict, interval_to_dict
from detente.merging import derive_entry
from detente.model import Entry, Evidence, InputError, Judgement, StoredReport
from detente.register import Past, Register

CODING = ("confirm", "reject", "correct")
"""The judgements that say how a deed is to be coded; the others say which reports tell of one deed."""


class Judged(msgspec.Struct, frozen=True):
    """A piece of evidence as people left it: the word for what they did, and who and why."""

    piece: Evidence
    verdict: str
    corrected: tuple[str, ...]
    judgements: tuple[Judgement, ...]


def gold_documents(register: Register | Past) -> Iterator[Record]:
    """The reports on which people decided anything, in the gold shape, in the order they came.

    `gold.events` holds only what people confirmed or corrected, each with `judged`, `corrected`, `by` and `why`; what
    they rejected is in `gold.rejected`, what nobody looked at in `gold.unjudged`. A correction of an entry is that of
    each report that said what was corrected, or of all where none said anything; a report that tells otherwise is
    unjudged. Claims and quotes are not judged: both lists are empty.
    """
    judged = _judged(register)
    for stored in register.reports():
        if any(piece.id in judged for piece in stored.evidence):
            yield _document(stored, judged)


def _judged(register: Register | Past) -> dict[str, Judged]:
    """All evidence of the entries that people confirmed, rejected or corrected."""
    entries: dict[str, Entry] = {}
    for judgement in register.judgements():
        if judgement.kind not in CODING or judgement.undone is not None:
            continue
        for id_ in judgement.evidence:
            try:
                entry = register.entry(id_)
            except InputError:
                continue  # no longer read, and nothing else tells of it
            if entry.verdict or entry.corrected:
                entries[entry.id] = entry
    return {piece.piece.id: piece for entry in entries.values() for piece in _pieces(register, entry)}


def _pieces(register: Register | Past, entry: Entry) -> Iterator[Judged]:
    pieces = register.evidence(entry)
    as_coded = derive_entry(pieces)
    log = [j for j in register.log(entry.id) if j.kind in CODING and j.undone is None]
    for piece in pieces:
        event, corrected = piece.event, []
        for field in entry.corrected:
            said = as_coded.support.get(field, ())
            if piece.id in said or not said:
                event = _with(event, field, getattr(entry, field))
                corrected.append(field)
        otherwise = any(piece.id in ids for field, ids in as_coded.against.items() if field not in corrected)
        verdict = entry.verdict or "corrected"
        if verdict == "rejected" or not otherwise:
            yield Judged(msgspec.structs.replace(piece, event=event), verdict, tuple(corrected), tuple(log))


def _with(event: Any, field: str, value: Any) -> Any:
    """The event with a field as people set it; no passage says so any more."""
    spans = {name: passages for name, passages in event.spans.items() if name != field}
    return msgspec.structs.replace(event, **{field: value}, spans=spans)


def _document(stored: StoredReport, judged: dict[str, Judged]) -> Record:
    report, text = stored.report, stored.report.text
    events, rejected, unjudged = list[Record](), list[Record](), list[Record]()
    for piece in stored.evidence:
        found = judged.get(piece.id)
        if found is None:
            unjudged.append({**event_to_dict(piece.event, text), "evidence_id": piece.id})
            continue
        last = found.judgements[-1]
        event = {
            **event_to_dict(found.piece.event, text),
            "evidence_id": piece.id,
            "judged": found.verdict,
            "corrected": list(found.corrected),
            "by": last.by,
            "why": last.why,
        }
        (rejected if found.verdict == "rejected" else events).append(event)
    handed = report.handed
    gold = {
        "published": interval_to_dict(stored.published),
        "body": report.body[:60],
        "body_end": report.body[-60:],
        "events": events,
        "claims": [],
        "quotes": [],
        "rejected": rejected,
        "unjudged": unjudged,
    }
    return {
        "id": report.id,
        "text": text,
        "published": handed.first.isoformat() if handed and handed.days == 1 else None,
        "digest": stored.digest,
        "coder": stored.coder,
        "gold": gold,
    }
