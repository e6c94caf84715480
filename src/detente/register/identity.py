"""Identifiers of evidence: hashes of what was read, never of a decision."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

import msgspec

from detente.model import Event, Span

LENGTH = 16
"""Hexadecimal digits kept (64 bits): among 10 million pieces, two collide with a chance of one in 400,000."""


def evidence_ids(digest: str, events: Sequence[Event]) -> list[str]:
    """The identifier of each event of one report: SHA-256 of report digest, main evidence span, type.

    Events that share span and type are told apart by their rank in the order of their content, so that the order in
    which the coder lists them does not matter.
    """
    ranks: dict[tuple[Span, str], list[int]] = {}
    for index, event in enumerate(events):
        ranks.setdefault((_main(event), event.type), []).append(index)
    found = [""] * len(events)
    for (span, type_), indexes in ranks.items():
        if len(indexes) > 1:
            indexes.sort(key=lambda i: _content(events[i]))
        for rank, index in enumerate(indexes):
            found[index] = _hash(digest, span, type_, rank)
    return found


def _main(event: Event) -> Span:
    return event.evidence[0] if event.evidence else Span(0, 0)


def _content(event: Event) -> str:
    return json.dumps(msgspec.to_builtins(msgspec.structs.replace(event, id="")), sort_keys=True)


def _hash(digest: str, span: Span, type_: str, rank: int) -> str:
    words = f"{digest} {span.start} {span.end} {type_}" + (f" {rank}" if rank else "")
    return hashlib.sha256(words.encode()).hexdigest()[:LENGTH]
