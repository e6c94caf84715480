"""What people decide: appended with who, when and why; taken back by marking, never by deleting."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select, update

from detente.merging.judged import check_mode, correction
from detente.model import InputError, Judgement, JudgementKind
from detente.register import tables
from detente.register.joining import regroup
from detente.register.loading import judgements_on
from detente.register.queries import find_entry
from detente.register.rows import Undone, encode, judgement_of
from detente.register.writing import next_record


class Judge(msgspec.Struct, frozen=True):
    """Somebody deciding, in one transaction."""

    connection: Connection
    clock: Callable[[], datetime]
    name: str
    by: str
    why: str

    def verdict(self, kind: JudgementKind, entry: str) -> Judgement:
        """Confirm or reject."""
        return self._keep(kind, find_entry(self.connection, entry, self.name).evidence)

    def correct(self, entry: str, field: str, value: Any) -> Judgement:
        """Set a field."""
        text = correction(field, value)
        found = find_entry(self.connection, entry, self.name)
        if field == "mode" and value is not None:
            check_mode(found.type, value)
        return self._keep("correct", found.evidence, field=field, value=text)

    def split(self, entry: str, evidence: Sequence[str]) -> Judgement:
        """Part an entry in two."""
        found = find_entry(self.connection, entry, self.name)
        parted = sorted({_one(found.evidence, wanted) for wanted in evidence})
        rest = sorted(set(found.evidence) - set(parted))
        if not parted or not rest:
            raise InputError(f"to split {found.id}, name some of its {len(found.evidence)} pieces of evidence, not all")
        return self._keep("apart", parted, rest)

    def join(self, entry: str, other: str) -> Judgement:
        """Make two entries one."""
        one, two = (find_entry(self.connection, wanted, self.name) for wanted in (entry, other))
        if one.id == two.id:
            raise InputError(f"{entry} and {other} are one entry already ({one.id})")
        barring = _barring(self.connection, one.evidence, two.evidence)
        if barring:
            raise InputError(f"judgement {barring.id} by {barring.by} holds them apart; undo it first")
        return self._keep("same", one.evidence, two.evidence)

    def undo(self, judgement: str) -> Judgement:
        """Take a judgement back."""
        found = self._find(judgement)
        if found.undone is not None:
            raise InputError(f"judgement {found.id} was taken back already, by {found.undone_by}")
        self._say_who()
        seq, at = next_record(self.connection, self.clock)
        undone = Undone(at, self.by, self.why)
        change = update(tables.judgement).where(tables.judgement.c.id == found.id)
        self.connection.execute(change.values(undone_seq=seq, undone=encode(undone)))
        regroup(self.connection, seq, [*found.evidence, *found.other])
        return msgspec.structs.replace(found, **undone.fields())

    def _keep(
        self,
        kind: JudgementKind,
        evidence: Sequence[str],
        other: Sequence[str] = (),
        *,
        field: str | None = None,
        value: str | None = None,
    ) -> Judgement:
        self._say_who()
        seq, at = next_record(self.connection, self.clock)
        judgement = Judgement(
            id=hashlib.sha256(f"judgement {seq} {kind} {' '.join(evidence)}".encode()).hexdigest()[:16],
            kind=kind,
            evidence=tuple(sorted(evidence)),
            other=tuple(sorted(other)),
            field=field,
            value=value,
            by=self.by,
            why=self.why,
            at=at,
        )
        about = [*judgement.evidence, *judgement.other]
        row = {"id": judgement.id, "seq": seq, "data": encode(judgement)}
        self.connection.execute(insert(tables.judgement).values(**row))
        self.connection.execute(insert(tables.judged), [{"evidence": id_, "judgement": judgement.id} for id_ in about])
        regroup(self.connection, seq, about)
        return judgement

    def _say_who(self) -> None:
        if not self.by.strip() or not self.why.strip():
            raise InputError("a judgement says who (--by) and why (--why)")

    def _find(self, wanted: str) -> Judgement:
        table = tables.judgement
        query = select(table).where(table.c.id >= wanted.lower(), table.c.id < wanted.lower() + "g").limit(2)
        rows = self.connection.execute(query).all() if wanted else []
        if len(rows) != 1:
            how = "no judgement" if not rows else "several judgements begin with"
            raise InputError(f"{how} {wanted!r} in {self.name}; `detente log ENTRY` lists them")
        return judgement_of(rows[0])


def _one(evidence: Iterable[str], wanted: str) -> str:
    found = [id_ for id_ in evidence if wanted and id_.startswith(wanted.lower())]
    if len(found) != 1:
        raise InputError(f"{'no' if not found else 'more than one'} piece of its evidence begins with {wanted!r}")
    return found[0]


def _barring(connection: Connection, one: Sequence[str], other: Sequence[str]) -> Judgement | None:
    """A judgement in force that holds pieces of the two apart."""
    for judgement in judgements_on(connection, one):
        ours, theirs = set(judgement.evidence), set(judgement.other)
        across = (ours & set(one) and theirs & set(other)) or (ours & set(other) and theirs & set(one))
        if judgement.kind == "apart" and across:
            return judgement
    return None
