"""Whether the register bears out a claim of rank. Support needs a source that has all of the contacts ranked.

A deed contradicts a claim only where it surely is of the kind ranked and surely lies in the time ranked; one that may
makes the claim undecided; "supported" needs the deed itself, nothing that may stand against it, and complete coverage.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from detente.codebook import load_codebook
from detente.codebook.in_office import days_in_office
from detente.model import Declared, Entry, Interval
from detente.register import Past, Register
from detente.relations.check.reading import Reading
from detente.relations.contacts import (
    HEADS,
    Contact,
    contacts,
    higher,
    is_called,
    is_stay,
    levels_meant,
    question_words,
)
from detente.relations.last import declared_for

Outcome = Literal["supported", "contradicted", "coverage insufficient", "cannot be decided"]
NEAR = 31
"""Days about its publication in which the deed of an undated claim is looked for."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What the register says to a claim, and why; `pro` and `con` are the entries for and against it."""

    reading: Reading
    outcome: Outcome
    why: str
    pro: tuple[Entry, ...] = ()
    con: tuple[Entry, ...] = ()
    declared: tuple[Declared, ...] = ()


class _Case(msgspec.Struct, frozen=True, kw_only=True):
    """What a verdict is made from: the contacts that surely are those ranked, and those that may be."""

    reading: Reading
    wanted: Contact
    found: tuple[Entry, ...]
    loose: tuple[Entry, ...]
    declared: tuple[Declared, ...]

    def verdict(self, outcome: Outcome, why: str, pro: Sequence[Entry] = (), con: Sequence[Entry] = ()) -> Verdict:
        """A verdict on this case."""
        return Verdict(
            reading=self.reading, outcome=outcome, why=why, pro=tuple(pro), con=tuple(con), declared=self.declared
        )

    def covered(self, first: date, last: date) -> Declared | None:
        """A source that has all of these contacts on all these days."""
        return next((d for d in self.declared if d.covers(first, last)), None)

    def against(self, sure: Sequence[Entry], why: str) -> Verdict:
        """Contacts that surely contradict, unless the claim is of fewer than the register can tell apart."""
        if self.reading.narrower:
            words = ", ".join(repr(word) for word in self.reading.narrower)
            return self.verdict("cannot be decided", f"{why}; whether they count depends on {words}", con=sure)
        return self.verdict("contradicted", why, con=sure)


def check_claim(register: Register | Past, reading: Reading) -> Verdict:
    """Hold a claim against the register.

    Args:
        register: what is known; also as of a day.
        reading: the claim, as `read_claims` gives it.
    """
    kind = reading.claim.kind
    if reading.contact is None:
        return Verdict(reading=reading, outcome="cannot be decided", why=reading.why)
    if kind not in ("first", "last", "highest", "only"):
        return Verdict(reading=reading, outcome="cannot be decided", why=f"the register has no measure of the {kind}")
    if reading.open_since:
        why = "it is limited to a time whose days are not said"
        return Verdict(reading=reading, outcome="cannot be decided", why=why)
    if kind == "first" and reading.since is None and not _says_of_whom(reading, reading.contact):
        return Verdict(reading=reading, outcome="cannot be decided", why="it is not said of whom it was the first")
    case = _case(register, reading, reading.contact)
    checks = {"last": _check_last, "only": _check_only, "first": _check_first, "highest": _check_highest}
    return checks[kind](case)


def _by_elect(entry: Entry) -> bool:
    """Whether somebody elected to an office, and not yet in it, acted: that counts but for those "sitting" in it."""
    return any((party.office or "").endswith("_elect") for party in entry.actors)


def _says_of_whom(reading: Reading, contact: Contact) -> bool:
    """Whether a first without a "since" is one of named people, or a visit at a level; or the first "ever".

    "The first talks of the two presidents" are those of the presidents of that day.
    """
    if contact.persons:
        return True
    ever = "ever" in reading.claim.text.casefold().replace("-", " ").split()
    return contact.level is not None and (contact.kind == "visit" or ever)


def _case(register: Register | Past, reading: Reading, wanted: Contact) -> _Case:
    meant = msgspec.structs.replace(wanted, level=None) if reading.claim.kind == "highest" else wanted
    every = contacts(register, Contact(kind="contact", a=wanted.a, b=wanted.b))
    sitting = bool(question_words().in_office & set(reading.claim.text.casefold().split()))
    sure = (entry for entry in every if meant.fits(entry) and meant.is_told(entry))
    found = [entry for entry in sure if not (sitting and _by_elect(entry))]
    loose = [entry for entry in every if entry not in found and meant.may_fit(entry)]
    declared = declared_for(register, wanted)
    return _Case(reading=reading, wanted=wanted, found=tuple(found), loose=tuple(loose), declared=declared)


def _check_first(case: _Case) -> Verdict:
    """No contact between the "since" and the deed."""
    deed = _deed(case)
    until = _until(case, deed)
    if until is None:
        return case.verdict("cannot be decided", "it is not said when, and the register has none such")
    since = case.reading.since.last if case.reading.since else None
    if since is not None and until <= since:
        return case.verdict("cannot be decided", f"the deed itself may lie before the end of {case.reading.since}")
    sure = [e for e in case.found if e is not deed and _between(e, since, until)]
    if sure:
        return case.against(sure, f"{len(sure)} between {_said(since)} and {until}{_taken(case)}")
    if deed is None:
        return _without_deed(case, until)
    every = (e for e in (*case.found, *case.loose) if e is not deed and not _is_told_since(e, deed))
    perhaps = [e for e in every if _perhaps(e, since, until)]
    if perhaps:
        return case.verdict("cannot be decided", "others may lie between, or be of the kind", [deed], perhaps)
    begin = since + timedelta(1) if since else _beginning(case.wanted)
    source = case.covered(begin, until - timedelta(1)) if begin else None
    if source is None:
        return case.verdict(
            "coverage insufficient", f"no source has all of them from {_said(since)} to {until}", [deed]
        )
    why = f"none between {_said(since)} and {until}, and {source.source} has all of them{_before(case, since)}"
    return case.verdict("supported", why + _taken(case), [deed])


def _check_highest(case: _Case) -> Verdict:
    """No contact at a higher level between the "since" and the deed; at the same level it is a matter of words."""
    deed = _deed(case)
    until, level = _until(case, deed), case.wanted.level or (deed and case.wanted.level_of(deed))
    if until is None or level is None:
        return case.verdict("cannot be decided", "its level, or when it was, is not known", [deed] if deed else [])
    sure_levels = levels_meant(level)[0]
    since = case.reading.since.last if case.reading.since else None
    inside = [e for e in case.found if e is not deed and _between(e, since, until)]
    known = {e.id: case.wanted.level_of(e) for e in inside}
    above = [e for e in inside if (own := known[e.id]) and all(higher(own, one) for one in sure_levels)]
    if above:
        return case.against(above, f"{len(above)} at a higher level between {_said(since)} and {until}")
    pro = [deed] if deed else []
    if any(known[e.id] is None or known[e.id] in sure_levels for e in inside):
        return case.verdict(
            "cannot be decided", "others at the same level, or one that is not known, lie between", pro, inside
        )
    return case.verdict("coverage insufficient", f"no source has all contacts from {_said(since)} to {until}", pro)


def _check_only(case: _Case) -> Verdict:
    """Nobody else did it."""
    persons = case.reading.persons
    if not persons:
        return case.verdict("cannot be decided", "it is not known whose deed it was")
    his = [e for e in case.found if _by(e, persons)]
    others = [e for e in case.found if e not in his and _before_said(e, case.reading.said)]
    if others:
        return case.against(others, f"{len(others)} by others")
    begin, end = _beginning(case.wanted), max((d.last for d in case.declared), default=None)
    if not his or case.loose:
        return case.verdict(
            "cannot be decided", "the register has none by them, or others that may count", his, case.loose
        )
    source = case.covered(begin, end) if begin and end else None
    if source is None:
        return case.verdict("coverage insufficient", "no source has all of them since the beginning", his)
    return case.verdict("supported", f"none by others until {end}, and {source.source} has all of them", his)


def _check_last(case: _Case) -> Verdict:
    """A contact on the days named, and none from then until it was said."""
    then, said = case.reading.since, case.reading.said
    if then is None:
        return case.verdict("cannot be decided", "its day is not said")
    until = said.first if said and said.days <= NEAR else None
    hits = [e for e in case.found if e.date and then.first <= e.date.first and e.date.last <= then.last]
    news = until - timedelta(NEAR) if until else None
    later = [e for e in case.found if e not in hits and _between(e, then.last, news or date.max)]
    if later:
        return case.against(later, f"{len(later)} after {then.last}")
    end = until or max((d.last for d in case.declared), default=then.last) + timedelta(1)
    perhaps = [e for e in (*case.found, *case.loose) if e not in hits and _perhaps(e, then.last, end)]
    source = case.covered(then.first, end - timedelta(1))
    if perhaps:
        return case.verdict("cannot be decided", "others may be later", hits, perhaps)
    if not hits:
        within = case.covered(then.first, then.last)
        ends = then.first - timedelta(1), then.last + timedelta(1)
        every = (*case.found, *case.loose)
        may = [e for e in every if (e.date.overlaps(then) if e.date else _in_office_then(e, *ends))]
        if within and not may:
            return case.verdict("contradicted", f"none in {then.edtf}, and {within.source} has all of them")
        if may:
            return case.verdict("cannot be decided", f"it is not known whether one lies in {then.edtf}", may)
    if hits and source:
        return case.verdict("supported", f"none from {then.last} to {end}, and {source.source} has all of them", hits)
    return case.verdict("coverage insufficient", f"no source has all of them from {then.first} to {end}", hits)


def _deed(case: _Case) -> Entry | None:
    """The contact that a claim ranks: on the days it names, by the people it names, about its publication, the last."""
    reading, since = case.reading, case.reading.since
    found = [e for e in case.found if e.date and (since is None or e.date.first > since.last)]
    if reading.when is not None:
        return _deed_then([e for e in found if e.date and e.date.overlaps(reading.when)], reading.when)
    if reading.persons:
        return next((e for e in found if _by(e, reading.persons)), None)
    if reading.said is not None:
        said = reading.said
        near = [e for e in found if _gap(e, said) <= NEAR] if said.days <= NEAR else []
        return min(near, key=lambda e: (_gap(e, said), e.id), default=None)
    return found[-1] if found else None


def _deed_then(entries: Sequence[Entry], when: Interval) -> Entry | None:
    """The first of these that surely lies within some days; else the one whose date is known best."""
    within = [e for e in entries if e.date and when.first <= e.date.first and e.date.last <= when.last]
    return within[0] if within else min(entries, key=lambda e: (e.date.days if e.date else 0, e.id), default=None)


def _until(case: _Case, deed: Entry | None) -> date | None:
    """The first day of the deed, or of the journey of several stations it is part of; else the day it was said of."""
    if deed is None or deed.date is None:
        when = case.reading.when or case.reading.said
        return when.first if when else None
    first = deed.date.first
    for entry in reversed(case.found):
        if entry.date and is_stay(entry) and entry.date.first < first <= entry.date.last + timedelta(1):
            first = entry.date.first
    return first


def _without_deed(case: _Case, until: date) -> Verdict:
    """No deed on record that the claim could be about."""
    when = case.reading.when
    window = when or Interval(until, until)
    every = (*case.found, *case.loose)
    ends = window.first - timedelta(1), window.last + timedelta(1)
    may = [e for e in every if (e.date.overlaps(window) if e.date else _in_office_then(e, *ends))]
    if when is not None and not may and (source := case.covered(when.first, when.last)):
        return case.verdict("contradicted", f"none in {when.edtf}, and {source.source} has all of them")
    if not case.covered(window.first, window.last):
        return case.verdict("coverage insufficient", f"the register has no such contact of {window.edtf}", may)
    return case.verdict("cannot be decided", f"the register has no such contact about {until}", may)


def _between(entry: Entry, since: date | None, until: date) -> bool:
    """Whether a contact surely lies after one day and before another."""
    when = entry.date
    if when is None or not when.last < until:
        return False
    return since is None or when.first > since


def _perhaps(entry: Entry, since: date | None, until: date) -> bool:
    """Whether a contact may lie there; a stay that began before does not."""
    when = entry.date
    if when is None:
        return _in_office_then(entry, since, until)
    starts = when.first if is_stay(entry) else when.last
    return when.first < until and (since is None or starts > since)


def _in_office_then(entry: Entry, since: date | None, until: date) -> bool:
    """Whether those who took part in a contact of no known day held the offices they are told with in some time."""
    terms = (days_in_office(party) for party in (*entry.actors, *entry.recipients) if party.office in HEADS)
    return all(any(first < until and (since is None or last > since) for first, last in held) for held in terms if held)


def _is_told_since(entry: Entry, deed: Entry) -> bool:
    """Whether a contact of no known day is that of the same people, told of only since: taken for the deed itself."""
    told = [day for day, _ in entry.thread if day]
    if entry.date is not None or deed.date is None or not told or min(told) < deed.date.first.isoformat():
        return False
    mine, theirs = ({p.person for p in (*e.actors, *e.recipients) if p.person} for e in (entry, deed))
    return bool(mine) and mine <= theirs


def _gap(entry: Entry, said: Interval) -> int:
    assert entry.date is not None
    return max(0, (entry.date.first - said.last).days, (said.first - entry.date.last).days)


def _by(entry: Entry, persons: Sequence[str]) -> bool:
    parties = (*entry.actors, *entry.recipients)
    return all(any(p.person and is_called(p.person, name) for p in parties) for name in persons)


def _before_said(entry: Entry, said: Interval | None) -> bool:
    return said is None or (entry.date is not None and entry.date.last <= said.last)


def _beginning(wanted: Contact) -> date | None:
    """The first day on which both states were there, where that is a matter of record."""
    days = [state.first for key in (wanted.a, wanted.b) if (state := load_codebook().state(key)) and state.first]
    if any(question_words().continues.get(key) for key in (wanted.a, wanted.b)) or not days:
        return None
    return Interval.parse(max(days)).first


def _before(case: _Case, since: date | None) -> str:
    """The last contact up to the "since", for the reader to compare."""
    earlier = [e for e in case.found if since and e.date and e.date.last <= since]
    return f"; the last before was {earlier[-1].date.edtf}" if earlier and earlier[-1].date else ""


def _taken(case: _Case) -> str:
    """That a claim without a day was taken as made of the last on record."""
    reading = case.reading
    dated = reading.when or reading.said or reading.persons
    return "" if dated else " (it names no day: taken as said of the last on record)"


def _said(since: date | None) -> str:
    return str(since) if since else "the beginning"
