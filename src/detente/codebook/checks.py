"""What is wrong with the tables of facts: codes that are not known, terms that overlap or end before they start.

`check_codebook` is run over the shipped tables by the tests, and over every fresh build.
"""

from __future__ import annotations

import calendar
import csv
from collections.abc import Iterator
from datetime import date

from detente.codebook.facts import Codebook, Holder
from detente.codebook.load import DATA

TRUST = frozenset("ABCDK")
SINGLE = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")
SLACK = 45
"""Days that two terms of an office of one holder may share: sources differ, cabinets take over in stages."""


def check_codebook(codebook: Codebook) -> tuple[str, ...]:
    """All that is wrong, one line each; empty for sound tables."""
    reasons = {(row["party"], row["office"]) for row in _reasons()}
    return (
        *_check_names(codebook),
        *_check_offices(codebook),
        *(fault for holder in codebook.holders for fault in _check_holder(codebook, holder)),
        *(
            f"{party} {office}: {fault}"
            for party in sorted({holder.organisation or holder.state or "" for holder in codebook.holders})
            for office in SINGLE
            if (party, office) not in reasons
            for fault in overlaps(codebook.held(party, office))
        ),
    )


def days(text: str) -> tuple[date, date]:
    """First and last day of an ISO day, month or year.

    >>> days("2004-02")[1].isoformat()
    '2004-02-29'
    """
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if not day:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def overlaps(holders: tuple[Holder, ...]) -> Iterator[str]:
    """Pairs of persons who surely held one office for more than `SLACK` days together; month lists (C) do not count."""
    sure = [holder for holder in holders if holder.first and holder.trust != "C"]
    for index, one in enumerate(sure):
        for other in sure[index + 1 :]:
            start = max(days(one.first or "")[1], days(other.first or "")[1])
            end = min(_end(one), _end(other))
            if (end - start).days > SLACK:
                yield f"{one.person} and {other.person} from {start} to {end}"


def _end(holder: Holder) -> date:
    text = holder.last or holder.open_as_of or holder.first
    return days(text)[0] if text else date.max


def _reasons() -> Iterator[dict[str, str]]:
    with (DATA / "overlaps.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _check_names(codebook: Codebook) -> Iterator[str]:
    owner: dict[str, str] = {}
    for state in codebook.states:
        if len(state.iso3) != 3 or not state.names or state.names[0] != state.name:
            yield f"state {state.iso3}: no code or name"
        for name in state.names:
            if owner.setdefault(name, state.iso3) != state.iso3:
                yield f"{name!r} names both {owner[name]} and {state.iso3}"
    for organisation in codebook.organisations:
        for name in organisation.names:
            if owner.setdefault(name, organisation.name) != organisation.name:
                yield f"{name!r} names both {owner[name]} and {organisation.name}"
        parts = (organisation.state or "", *(member.partition(":")[0] for member in organisation.members))
        yield from (f"{organisation.name}: no state {code}" for code in parts if code and not codebook.state(code))


def _check_offices(codebook: Codebook) -> Iterator[str]:
    codes = [office.code for office in codebook.offices]
    yield from (f"office {code} twice" for code in set(codes) if codes.count(code) > 1)
    for office in codebook.offices:
        for title, parties in {**office.only, **office.never}.items():
            if title not in office.titles:
                yield f"office {office.code}: {title!r} is no title of it"
            for party in parties:
                if not codebook.state(party) and not codebook.organisation(party):
                    yield f"office {office.code}: {party!r} is not known"
    for state in codebook.states:
        for metonym in state.metonyms:
            if metonym.office and metonym.office not in codes:
                yield f"state {state.iso3}: {metonym.text!r} stands for no office"


def _check_holder(codebook: Codebook, holder: Holder) -> Iterator[str]:
    where = f"{holder.person}, {holder.office} of {holder.organisation or holder.state}"
    if not holder.person or not holder.source or holder.trust not in TRUST:
        yield f"{where}: no name, source or trust"
    if holder.office and not codebook.office(holder.office):
        yield f"{where}: no such office"
    if holder.state and not codebook.state(holder.state):
        yield f"{where}: no such state"
    if holder.organisation and not codebook.organisation(holder.organisation):
        yield f"{where}: no such organisation"
    if not (holder.state or holder.organisation) or (holder.office and not (holder.first or holder.last)):
        yield f"{where}: no party or no date"
    try:
        spans = [days(text) for text in (holder.first, holder.last, holder.open_as_of) if text]
    except ValueError:
        yield f"{where}: a date cannot be read"
        return
    if holder.first and holder.last and spans[1][1] < spans[0][0]:
        yield f"{where}: ends before it starts"
