"""From when to when the holders of an office are known: what is missing, and which gaps are accepted, with a reason.

`data/gaps.csv` names the gaps: party, office, first and last day (empty: open), and why nobody is listed.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date

from detente.codebook.checks import SLACK, days
from detente.codebook.facts import Codebook, Holder
from detente.codebook.load import DATA

START = date(1990, 1, 1)
END = date(2025, 6, 1)
"""How far general knowledge can be vouched for; later holders are those that the sources show."""
HEADS = ("head_of_state", "head_of_government")
Days = tuple[date, date]


def missing(holders: tuple[Holder, ...], first: date, last: date) -> tuple[Days, ...]:
    """The days between two days for which nobody is listed, where they are more than `SLACK`."""
    found, known = [], first
    for start, end in sorted(_days_of(holder) for holder in holders):
        if (min(start, last) - known).days > SLACK:
            found.append((known, min(start, last)))
        known = max(known, end)
    if (last - known).days > SLACK:
        found.append((known, last))
    return tuple(found)


def check_coverage(codebook: Codebook, parties: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Gaps that no row of `gaps.csv` accepts, and accepted ones that are none any more; one line each.

    Args:
        codebook: the facts.
        parties: state codes, each with the offices to look at.
    """
    accepted: dict[tuple[str, str], list[Days]] = {}
    for row in _accepted():
        given = (days(row["first"])[0] if row["first"] else date.min, days(row["last"])[1] if row["last"] else date.max)
        accepted.setdefault((row["party"], row["office"]), []).append(given)
    return tuple(
        fault
        for party, offices in parties.items()
        for office in offices
        for fault in _faults(codebook, party, office, accepted.get((party, office), []))
    )


def _faults(codebook: Codebook, party: str, office: str, accepted: list[Days]) -> Iterator[str]:
    gaps = missing(codebook.held(party, office), _founded(codebook, party), END)
    for first, last in gaps:
        if not any(start <= first and last <= end for start, end in accepted):
            yield f"{party} {office}: nobody from {first} to {last}"
    for start, end in accepted:
        if not any(start <= first and last <= end for first, last in gaps):
            yield f"{party} {office}: the gap accepted from {start} to {end} is filled"


def _founded(codebook: Codebook, party: str) -> date:
    state = codebook.state(party)
    return max(START, days(state.first)[0]) if state is not None and state.first else START


def _days_of(holder: Holder) -> Days:
    first = days(holder.first)[0] if holder.first else date.min
    last = holder.last or holder.open_as_of
    return first, days(last)[1] if last else first


def _accepted() -> Iterator[dict[str, str]]:
    with (DATA / "gaps.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
