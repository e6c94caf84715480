"""The last contact of a kind before a day: the entry, what may be later, and how much the register covers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from detente.codebook import load_codebook
from detente.codebook.naming import party_name
from detente.model import Coverage, Declared, Entry
from detente.register import Past, Register
from detente.relations.contacts import HELD, Contact, contacts, cover_of, is_stay
from detente.relations.describe import describe
from detente.relations.told import SURE

MOST = 5
"""Of entries beside the answer, so many are said."""


class LastContact(msgspec.Struct, frozen=True, kw_only=True):
    """An answer. `entry` is None where the register has none.

    `words` is the passage that tells it best. `perhaps`: contacts whose dates leave open whether they were later (or
    before the day asked for), and later ones that are not surely contacts of both; `undated`: those without a date that
    reports no older than the entry tell of. `declared`: what sources say they have all of; `sure`: whether
    by one of these no later contact took place (or none at all, since the source begins).
    """

    wanted: Contact
    before: date | None
    entry: Entry | None
    perhaps: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    coverage: Coverage
    declared: tuple[Declared, ...]
    sure: bool
    words: str = ""


def last_contact(register: Register | Past, wanted: Contact, before: date | None = None) -> LastContact:
    """The last contact of a kind that began before a day (of all, where none is given)."""
    found = contacts(register, wanted, last=before - timedelta(1) if before else None)
    dated = [entry for entry in found if entry.date]
    sure = [entry for entry in dated if _began(entry, before) and wanted.is_told(entry)]
    best = max(sure, key=_order, default=None)
    perhaps = [e for e in dated if e is not best and _may_be(e, best, before, told=e in sure)]
    declared = declared_for(register, wanted)
    return LastContact(
        wanted=wanted,
        before=before,
        entry=best,
        perhaps=tuple(perhaps),
        undated=tuple(e for e in found if e.date is None and _may_be_since(register, e, best)),
        coverage=cover_of(register, wanted.a, wanted.b),
        declared=declared,
        sure=not perhaps and _closed(declared, best, before),
        words=best_words(register, best) if best else "",
    )


def best_words(register: Register | Past, entry: Entry) -> str:
    """What the surest report says of a deed: whom, what for, where is often said there only."""
    pieces = sorted(register.evidence(entry), key=lambda piece: (-piece.event.confidence, piece.id))
    return " ".join(pieces[0].words.split()) if pieces else ""


def _may_be_since(register: Register | Past, entry: Entry, best: Entry | None) -> bool:
    """Whether a contact of no known day can be later than the last of those that have one: not if told before."""
    if best is None or best.date is None:
        return True
    told = [piece.published for piece in register.evidence(entry) if piece.event.status in HELD]
    return all(day is None or day.last >= best.date.first for day in told)


def declared_for(register: Register | Past, wanted: Contact) -> tuple[Declared, ...]:
    """The stretches on which a source has all of the visits asked for, joined where they follow one another."""
    if wanted.kind != "visit" or wanted.level is None:
        return ()
    offices = _offices(wanted.level, wanted.a)
    mine = [
        d
        for d in register.declared()
        if d.state == wanted.a and d.type == "CONSULT" and d.mode == "visit" and d.office in offices
    ]
    by_office = [_joined([d for d in mine if d.office == office]) for office in sorted(offices)]
    return tuple(by_office[0]) if len(by_office) == 1 else _in_all(by_office)


def _offices(level: str, state: str) -> frozenset[str]:
    """The offices that a level means in a state; heads: of state, and of government where there is one apart."""
    if level != "heads":
        return frozenset({level})
    governs = load_codebook().held(state, "head_of_government")
    own = {h.person for h in load_codebook().held(state, "head_of_state")}
    apart = any(holder.person not in own for holder in governs)
    return frozenset({"head_of_state", "head_of_government"} if apart else {"head_of_state"})


def _joined(declared: Sequence[Declared]) -> list[Declared]:
    joined: list[Declared] = []
    for one in sorted(declared, key=lambda d: (d.source, d.first, d.last)):
        last = joined[-1] if joined else None
        if last and last.source == one.source and one.first <= last.last + timedelta(1):
            joined[-1] = msgspec.structs.replace(last, last=max(last.last, one.last))
        else:
            joined.append(one)
    return joined


def _in_all(lists: Sequence[Sequence[Declared]]) -> tuple[Declared, ...]:
    """The days that all of several offices are covered on."""
    found = list(lists[0])
    for others in lists[1:]:
        found = [
            msgspec.structs.replace(one, first=max(one.first, other.first), last=min(one.last, other.last))
            for one in found
            for other in others
            if max(one.first, other.first) <= min(one.last, other.last)
        ]
    return tuple(found)


def _closed(declared: Sequence[Declared], best: Entry | None, before: date | None) -> bool:
    """Whether a source has all from the contact found (or from its own beginning) to the day before the one asked."""
    if before is None:
        return False
    day = before - timedelta(1)
    since = best.date.first if best is not None and best.date else None
    return any(d.first <= day <= d.last and (since is None or d.first <= since) for d in declared)


def _began(entry: Entry, before: date | None) -> bool:
    """Whether a dated contact surely began before a day."""
    if before is None or entry.date is None:
        return True
    return (entry.date.first if is_stay(entry) else entry.date.last) < before


def _may_be(entry: Entry, best: Entry | None, before: date | None, *, told: bool) -> bool:
    """Whether a contact beside the answer may be the last instead of it."""
    if best is None or not _began(entry, before):
        return True
    return _may_follow(entry, best) or (not told and _order(entry) > _order(best))


def _order(entry: Entry) -> tuple[date, date, int, str]:
    assert entry.date is not None
    return entry.date.first, entry.date.last, entry.reports, entry.id


def _may_follow(entry: Entry, best: Entry) -> bool:
    """Whether a contact that is not known to the day may be later than the last that is."""
    assert entry.date is not None and best.date is not None
    return not is_stay(entry) and entry.date.last > best.date.first


def said_last(answer: LastContact) -> list[str]:
    """The answer in lines for people: the contact, what may be later, what the register covers."""
    cover = said_cover(answer.wanted, answer.coverage)
    lines = [said_entry(answer.entry) if answer.entry else f"none in this register, which {cover}"]
    lines += [f'  "{answer.words}"'] if answer.words else []
    may = "perhaps later: " if answer.entry else "perhaps: "
    lines += _some([may + said_entry(entry) for entry in answer.perhaps])
    lines += _some([said_entry(entry) for entry in sorted(answer.undated, key=told_by, reverse=True)])
    if answer.entry is not None:
        lines.append(f"the register {cover}")
    lines += said_declared(answer.declared)
    if answer.sure:
        lines.append("so there was no later one" if answer.entry else "so there was none then")
    return lines


def said_cover(wanted: Contact, cover: Coverage) -> str:
    """What the register covers of a pair: "covers A-B from ... to ... with N reports"."""
    names = f"{party_name(wanted.a)}-{party_name(wanted.b)}"
    if cover.entries == 0:
        return f"has no report on {names}"
    days = f"from {cover.first} to {cover.last}" if cover.first else "without dates"
    return f"covers {names} {days} with {count(cover.reports, 'report')}"


def said_declared(declared: Sequence[Declared]) -> list[str]:
    """What sources say they have all of, one line a source and office."""
    lines: dict[tuple[str, str, str], list[str]] = {}
    for one in declared:
        lines.setdefault((one.source, one.office, one.state), []).append(f"{one.first} to {one.last}")
    return [
        f"{source} has every visit by a {office.replace('_', ' ')} ({state}) from {', '.join(days)}"
        for (source, office, state), days in lines.items()
    ]


def said_entry(entry: Entry) -> str:
    """A deed on one line: when, what, where, in how many reports, how sure, under which identifier.

    Of an undated one the day of the first report that tells of it: it was done by then, or planned.
    """
    told = told_by(entry)
    when = entry.date.edtf.replace("/", " to ") if entry.date else f"no date, told {told}" if told else "no date"
    where = f" ({entry.place.name})" if entry.place else ""
    unsure = "unsure, " if entry.confidence < SURE and entry.verdict != "confirmed" else ""
    return f"{when}: {describe(entry)}{where} [{count(entry.reports, 'report')}, {unsure}entry {entry.id[:8]}]"


def told_by(entry: Entry) -> str:
    """The first day of the first report that tells of a deed, in ISO; "" where no report has a day."""
    return min((day for day, _ in entry.thread if day), default="")


def said_wanted(wanted: Contact) -> str:
    """The contact asked for, in words."""
    level = f" at the level of {wanted.level.replace('_', ' ')}" if wanted.level else ""
    a, b = party_name(wanted.a), party_name(wanted.b)
    sides = f"by {a} to {b}" if wanted.kind == "visit" else f"between {a} and {b}"
    who = f" with {' and '.join(wanted.persons)}" if wanted.persons else ""
    return f"{wanted.kind} {sides}{level}{who}{f' in {wanted.place}' if wanted.place else ''}"


def _some(lines: list[str]) -> list[str]:
    """The first few, and how many more there are."""
    more = [f"and {len(lines) - MOST} more"] if len(lines) > MOST else []
    return [*lines[:MOST], *more]


def count(number: int, what: str) -> str:
    """A number of things, in the plural where there is not just one."""
    return f"{number} {what}" + ("" if number == 1 else "s")
