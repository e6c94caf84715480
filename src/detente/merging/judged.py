"""What people decided, applied to an entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from detente.model import Entry, InputError, Interval, Judgement, Party, Place, Status

CORRECTABLE: dict[str, Any] = {
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
    return msgspec.structs.replace(
        entry, **changed, verdict=verdict, corrected=tuple(sorted(changed)), disputed=disputed
    )


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
            value = tuple(Party(state=code, how="user") for code in value.split())
        text = msgspec.json.encode(value).decode()
        msgspec.json.decode(text, type=CORRECTABLE[field])
    except (ValueError, TypeError, msgspec.ValidationError) as error:
        raise InputError(f"{value!r} is no {field}: {error}") from error
    return text
