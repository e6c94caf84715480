"""An event as CAMEO writes it: a code, one source and one target a row, whoever began as source."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations, product
from typing import Any

import msgspec

from detente.codebook.ontology import load_ontology

Record = dict[str, Any]
PLAIN_VISIT = {"042": "043"}
"""A visit made is, seen from the other side, a visit hosted."""


class CameoRow(msgspec.Struct, frozen=True):
    """One CAMEO event: `source` and `target` are states (ISO3) or names of organisations."""

    code: str
    source: str
    target: str


def cameo_rows(event: Record) -> list[CameoRow]:
    """The dyads of an event.

    CAMEO has one event for each pair, and none without both. A mutual deed ("restored ties with") goes from those whom
    the sentence has begin it, as `how["initiator"]` names them, to the rest, and both ways where they stand together
    ("A and B signed"). A meeting or visit is coded for each side: "A met B and C" is no meeting of B with C. What only
    one of them does ("presented credentials to B") has one row.

    Args:
        event: in the gold shape (`event_to_dict`).
    Source: CAMEO codebook 1.1b3, chapters 2 (sources and targets) and 3 (04: meetings are coded for each side).

    >>> ties = {"type": "SUPPORT", "cameo": "050", "actors": [{"state": "KEN"}, {"state": "GHA"}], "recipients": []}
    >>> [(row.source, row.target) for row in cameo_rows({**ties, "how": {"initiator": "KEN"}})]
    [('KEN', 'GHA')]
    """
    code = event.get("cameo") or load_ontology().cameo(event["type"], event.get("mode"))
    sources, targets = _names(event["actors"]), _names(event["recipients"])
    if not targets:
        begun = [name for name in (event.get("how") or {}).get("initiator", "").split(", ") if name in sources]
        rest = [name for name in sources if name not in begun]
        if not begun or not rest:
            return [CameoRow(code, a, b) for a, b in permutations(sources, 2)]
        sources, targets = begun, rest
    rows = [CameoRow(code, a, b) for a, b in product(sources, targets) if a != b]
    if event["type"] == "CONSULT" and (code in PLAIN_VISIT or not event["recipients"]):
        rows += [CameoRow(PLAIN_VISIT.get(code, code), row.target, row.source) for row in rows]
    return rows


def _names(parties: Sequence[Record]) -> list[str]:
    names = [party.get("state") or party.get("organisation") for party in parties]
    return list(dict.fromkeys(name for name in names if name))
