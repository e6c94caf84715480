"""Entries as CAMEO's rows: one a source and target, each with actor code and numbers in COW and Gleditsch-Ward."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Protocol

import msgspec

from detente.codebook import load_codebook
from detente.codebook.ontology import load_ontology
from detente.codebook.sectors import actor_code
from detente.formats.cameo import CameoRow, cameo_rows
from detente.formats.tables import SHARED, Column, Kind, Row, entry_row
from detente.model import Entry, Evidence, Party

_SIDE = ("source", "target")
_OF_A_SIDE: tuple[tuple[str, Kind, str], ...] = (
    ("", "text", "ISO 3166-1 alpha-3 code, or name of an organisation"),
    ("_code", "text", "actor code: state and sector (RUSGOV)"),
    ("_cow", "count", "number of the state in the Correlates of War"),
    ("_gw", "count", "number of the state in Gleditsch and Ward"),
)
_KEPT = (
    *("first", "last", "date", "place", "place_state", "geonameid", "lat", "lon", "status", "sources", "confidence"),
    *("reports", "copies", "disputed", "verdict"),
)
CAMEO_COLUMNS = (
    Column("entry", "text", "identifier of the entry"),
    Column("cameo", "text", "CAMEO code of what the source does to the target"),
    Column("quad_class", "count", "1 and 2: verbal and material cooperation, 3 and 4: conflict"),
    Column("goldstein", "number", "Goldstein value of the code, -10 to 10"),
    *(Column(f"{side}{name}", kind, meaning) for side in _SIDE for name, kind, meaning in _OF_A_SIDE),
    *(SHARED[name] for name in _KEPT),
)


class Evident(Protocol):
    """Where the evidence of entries is: a register, as it is or as of a day."""

    def evidence(self, entry: Entry) -> list[Evidence]:
        """The evidence of an entry."""
        ...


def dyad_rows(entries: Iterable[Entry], register: Evident) -> Iterator[Row]:
    """Rows of `CAMEO_COLUMNS`; a deed of one party alone has none, one of several has one for each pair."""
    ontology = load_ontology()
    for entry in entries:
        whole = entry_row(entry)
        kept = {name: whole[name] for name in _KEPT}
        for row in cameo_rows(_record(entry, register)):
            yield {
                "entry": entry.id,
                "cameo": row.code,
                "quad_class": whole["quad_class"],
                "goldstein": ontology.goldstein(row.code),
                **_side(entry, row),
                **kept,
            }


def _record(entry: Entry, register: Evident) -> Row:
    """The entry in the shape that `cameo_rows` takes: with who began a mutual deed, as most of its reports have it."""
    began: Counter[str] = Counter()
    if not entry.recipients and len(entry.actors) > 1 and entry.type != "CONSULT":
        began.update(piece.event.how.get("initiator", "") for piece in register.evidence(entry))
    most = min(began, key=lambda name: (not name, -began[name], name), default="")
    return {
        "type": entry.type,
        "mode": entry.mode,
        "cameo": entry.cameo,
        "actors": [msgspec.structs.asdict(party) for party in entry.actors],
        "recipients": [msgspec.structs.asdict(party) for party in entry.recipients],
        "how": {"initiator": most},
    }


def _side(entry: Entry, row: CameoRow) -> Row:
    parties: dict[str, Party] = {}
    for party in (*entry.actors, *entry.recipients):
        parties.setdefault(party.state or party.organisation or "", party)
    found: Row = {}
    for side, key in zip(_SIDE, (row.source, row.target), strict=True):
        party = parties[key]
        state = load_codebook().state(party.state) if party.state else None
        found |= {side: key, f"{side}_code": actor_code(party)}
        found |= {f"{side}_cow": state.cow if state else None, f"{side}_gw": state.gw if state else None}
    return found
