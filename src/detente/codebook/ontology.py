"""PLOVER as data: types, modes, contexts, scores; CAMEO codes, their Goldstein values, and the crosswalk both ways.

`plover.yaml` and `cameo.csv` beside this file say where their figures come from. The crosswalk follows the table of
the PLOVER project (CAMEO2PLOVER, 17 September 2021) except where the annotation guidelines of this project draw the
line elsewhere: sanctions and embargoes (163) are SANCTION discontinue, eased ones (085) and apologies (055) CONCEDE,
a verdict (116) is SANCTION convict, curfews lifted (0813, 0814) are CONCEDE, and appeals (02) are REQUEST.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Mapping
from importlib import resources
from typing import Any

import msgspec
import yaml

from detente.model import CodebookError

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


class Mode(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A way in which a type of event is done. `score` is None where the type's own holds."""

    gloss: str
    cameo: str
    score: float | None = None


class EventType(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A PLOVER type. `score` is in [-10, 10]; `recipient`: whether the manual asks for one."""

    quad: str
    score: float
    cameo: str
    gloss: str
    recipient: bool = False
    modes: dict[str, Mode] = {}


class Cameo(msgspec.Struct, frozen=True):
    """A CAMEO code: its Goldstein value and the PLOVER type, mode and context it stands for (None: PLOVER drops it)."""

    code: str
    label: str
    goldstein: float
    type: str | None
    mode: str | None
    context: str | None


class Ontology(msgspec.Struct, frozen=True):
    """The whole ontology; `load_ontology` makes it."""

    types: Mapping[str, EventType]
    contexts: Mapping[str, str]
    codes: Mapping[str, Cameo]

    def quad(self, type: str) -> int:
        """Quad class as GDELT numbers it: 1 and 2 verbal and material cooperation, 3 and 4 conflict.

        >>> load_ontology().quad("ASSAULT")
        4
        """
        return QUADS.index(self.types[type].quad) + 1

    def score(self, type: str, mode: str | None = None) -> float:
        """PLOVER score of a type, or of a mode of it that has its own, in [-10, 10]."""
        entry = self.types[type]
        own = entry.modes[mode].score if mode else None
        return entry.score if own is None else own

    def cameo(self, type: str, mode: str | None = None, context: str | None = None) -> str:
        """CAMEO code for a PLOVER event: the one of this context where there is one, else the default.

        >>> load_ontology().cameo("AID", None, "asylum"), load_ontology().cameo("SANCTION", "expel")
        ('075', '166')
        """
        if context:
            for code in self.codes.values():
                if (code.type, code.mode, code.context) == (type, mode, context):
                    return code.code
        entry = self.types[type]
        return entry.modes[mode].cameo if mode else entry.cameo

    def code(self, code: str) -> Cameo | None:
        """The row of a CAMEO code; of its next broader code where it is not in the table.

        >>> load_ontology().code("1664").code, load_ontology().code("99")
        ('166', None)
        """
        for length in range(len(code), 1, -1):
            if row := self.codes.get(code[:length]):
                return row
        return None

    def plover(self, code: str) -> tuple[str, str | None] | None:
        """PLOVER type and mode of a CAMEO code of two to four digits; None where PLOVER drops it.

        >>> load_ontology().plover("0871"), load_ontology().plover("010")
        (('RETREAT', 'ceasefire'), None)
        """
        row = self.code(code)
        return (row.type, row.mode) if row and row.type else None

    def goldstein(self, code: str) -> float | None:
        """Goldstein value of a CAMEO code, in [-10, 10]."""
        row = self.code(code)
        return row.goldstein if row else None

    def check(self, type: str, mode: str | None = None) -> None:
        """Raise CodebookError where the type, or this mode of it, is not PLOVER's."""
        if type not in self.types:
            raise CodebookError(f"{type!r} is no PLOVER type; use one of {', '.join(self.types)}")
        if mode is not None and mode not in self.types[type].modes:
            known = ", ".join(self.types[type].modes) or "none"
            raise CodebookError(f"{mode!r} is no mode of {type}; its modes: {known}")


@functools.cache
def load_ontology() -> Ontology:
    """Read and check `plover.yaml` and `cameo.csv`, once a process.

    Raises: CodebookError, naming the file and the entry, where they do not fit together.
    """
    folder = resources.files("detente.codebook")
    try:
        raw: dict[str, Any] = yaml.safe_load((folder / "plover.yaml").read_text(encoding="utf-8"))
        types = msgspec.convert(raw["types"], dict[str, EventType])
    except (yaml.YAMLError, msgspec.ValidationError, KeyError) as error:
        raise CodebookError(f"plover.yaml: {str(error).splitlines()[0]}") from error
    with (folder / "cameo.csv").open(encoding="utf-8") as rows:
        codes = {row["code"]: _cameo(row) for row in csv.DictReader(rows)}
    ontology = Ontology(types, raw["contexts"], codes)
    _check(ontology)
    return ontology


def _cameo(row: dict[str, str]) -> Cameo:
    try:
        value = float(row["goldstein"])
    except ValueError as error:
        raise CodebookError(f"cameo.csv, code {row['code']}: goldstein {row['goldstein']!r} is no number") from error
    return Cameo(row["code"], row["label"], value, row["type"] or None, row["mode"] or None, row["context"] or None)


def _check(ontology: Ontology) -> None:
    for name, entry in ontology.types.items():
        if entry.quad not in QUADS:
            raise CodebookError(f"plover.yaml, {name}: unknown quad {entry.quad!r}")
        for code in (entry.cameo, *(mode.cameo for mode in entry.modes.values())):
            if code not in ontology.codes:
                raise CodebookError(f"plover.yaml, {name}: CAMEO code {code} is not in cameo.csv")
    for row in ontology.codes.values():
        if row.type:
            ontology.check(row.type, row.mode)
        if row.context and row.context not in ontology.contexts:
            raise CodebookError(f"cameo.csv, code {row.code}: unknown context {row.context!r}")
