"""What people decided, applied to an entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

import msgspec

from detente.codebook.ontology import load_ontology
from detente.model import Entry, InputError, Interval, Judgement, Party, Place, Status

CORRECTABLE: dict[str, Any] = {
    "type": str,
    "mode": str | None,
    "actors": tuple[Party, ...],
    "recipients": tuple[Party, ...],
    "date": Interval | None,
    "place": Place | None,
    "status": Status,
    "sources": tuple[str, ...],
    "score": float | None,
}
"""The fields that people can correct, and their types."""
VERDICTS = {"confirm": "confirmed", "reject": "rejected"}


def anchored(judgement: Judgement, evidence: Sequence[str]) -> bool:
    """Whether a verdict or correction falls to the entry with this evidence: the one that has its first piece."""
    return min(judgement.evidence) in evidence


def apply_judgements(entry: Entry, judgements: Sequence[Judgement]) -> Entry:
    """The entry with the verdicts and corrections that fall to it; the later one stands."""
    changed: dict[str, Any] = {}
    verdict: str | None = None
    for judgement in judgements:
        if not anchored(judgement, entry.evidence):
            continue
        if judgement.kind in VERDICTS:
            verdict = VERDICTS[judgement.kind]
        elif judgement.kind == "correct" and judgement.field in CORRECTABLE:
            changed[judgement.field] = msgspec.json.decode(judgement.value or "null", type=CORRECTABLE[judgement.field])
    if not changed and verdict is None:
        return entry
    disputed = tuple(field for field in entry.disputed if field not in changed)
    corrected = tuple(sorted(changed))
    return msgspec.structs.replace(
        entry, **_with_codes(entry, changed), verdict=verdict, corrected=corrected, disputed=disputed
    )


def _with_codes(entry: Entry, changed: dict[str, Any]) -> dict[str, Any]:
    """With what follows from another type or mode: a mode that the type has, its score and CAMEO code."""
    if not changed.keys() & {"type", "mode"}:
        return changed
    ontology = load_ontology()
    type_, mode = changed.get("type", entry.type), changed.get("mode", entry.mode)
    mode = mode if mode in ontology.types[type_].modes else None
    return {"score": ontology.score(type_, mode), "cameo": ontology.cameo(type_, mode), **changed, "mode": mode}


def check_mode(type_: str, mode: str) -> None:
    """Raises: InputError where a type has no such mode."""
    modes = load_ontology().types[type_].modes
    if mode not in modes:
        raise InputError(f"{mode!r} is no mode of {type_}; its modes: {', '.join(modes) or 'none'}")


def _code(word: str) -> str:
    if len(word) != 3 or not word.isalpha() or not word.isupper():
        raise ValueError(f"{word!r} is no code of a state (as RUS)")
    return word


def correction(field: str, value: Any) -> str:
    """The JSON text of a corrected value; text is read as the field's kind.

    Raises: InputError where field or value cannot be.
    """
    if field not in CORRECTABLE:
        raise InputError(f"{field!r} cannot be corrected; fields: {', '.join(CORRECTABLE)}")
    try:
        if field == "date" and isinstance(value, str):
            value = Interval.given(value)
        if field == "place" and isinstance(value, str):
            value = Place(value)
        if field in ("actors", "recipients") and isinstance(value, str):
            value = tuple(Party(state=_code(word), how="user") for word in value.split())
        if field == "status" and value not in get_args(Status):
            raise ValueError(f"give one of {', '.join(get_args(Status))}")
        if field == "type" and value not in load_ontology().types:
            raise ValueError(f"give one of {', '.join(load_ontology().types)}")
        text = msgspec.json.encode(value).decode()
        msgspec.json.decode(text, type=CORRECTABLE[field])
    except (ValueError, TypeError, msgspec.ValidationError) as error:
        raise InputError(f"{value!r} is no {field}: {error}") from error
    return text
