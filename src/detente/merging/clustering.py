"""Groups of evidence, one a deed: transitive, independent of order, bound by what people decided.

The links with a score, strongest first (ties by identifier), join groups unless that would put two unlike pieces of
one report, two kept apart by a person, or days without a common one (plus slack) into one group; where a report dates
nothing its days are those about it, unless it is a copy. Pieces dated to the day come first; one that fits several
deeds ("in June") then goes to the likeliest, by score and by how many reports tell of it. The outcome depends on the
set of evidence and links alone, and only within a connected piece of the graph of links, so that adding a report needs
no look beyond the pieces it touches.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from detente.merging.blocking import SLACK, days_of
from detente.merging.comparing import COPIED, alike_deeds, linked, same_deed
from detente.merging.features import CERTAIN_DAYS
from detente.model import Evidence, Interval

JUDGED = 2.0
"""Score of a link made by a person: before all others, and free of the checks on reports and dates."""

NEAREST = 16
"""Links of a piece that are looked at: so many of the best, and so many to the smallest identifiers."""


class Link(msgspec.Struct, frozen=True):
    """Two pieces of evidence (`one` < `other`) and how likely they tell of one deed."""

    one: str
    other: str
    score: float

    @classmethod
    def between(cls, one: str, other: str, score: float) -> Link:
        """The link with its ends in order."""
        return cls(min(one, other), max(one, other), score)

    def far(self, id_: str) -> str:
        """The other end."""
        return self.other if id_ == self.one else self.one


def link_evidence(new: Evidence, others: Iterable[Evidence]) -> Iterator[Link]:
    """The links of one piece of evidence to those in its blocks."""
    for other in others:
        score = same_deed(new, other)
        if linked(score):
            yield Link.between(new.id, other.id, score)


def kept_links(links: Iterable[Link]) -> set[Link]:
    """The links that grouping looks at: of each piece with many, those that score best and those with the smallest
    identifiers (which all pieces of the deed have in common), and whatever people said.

    A deed that is told a thousand times would have half a million links else. What is kept of a set of links depends
    on nothing else, and is kept too of any part of the set that holds it.
    """
    all_links = set(links)
    ends: dict[str, list[tuple[float, str]]] = {}
    for link in all_links:
        ends.setdefault(link.one, []).append((-link.score, link.other))
        ends.setdefault(link.other, []).append((-link.score, link.one))
    if all(len(near) <= NEAREST for near in ends.values()):
        return all_links
    chosen = {id_: _chosen(near) for id_, near in ends.items()}
    return {
        link
        for link in all_links
        if link.score >= JUDGED or link.other in chosen[link.one] or link.one in chosen[link.other]
    }


def worth_keeping(id_: str, links: Collection[Link], near: Mapping[str, Collection[Link]]) -> set[Link]:
    """Of the new links of one piece those that `kept_links` would keep, without going through all the others.

    Args:
        id_: the piece.
        links: all its links.
        near: of each piece they lead to, its links so far.
    """
    ours = _chosen([(-link.score, link.far(id_)) for link in links])
    return {
        link
        for link in links
        if (other := link.far(id_)) in ours or _would_choose(other, -link.score, id_, near.get(other, ()))
    }


def _would_choose(id_: str, score: float, other: str, near: Collection[Link]) -> bool:
    """Whether a piece with these links would keep one more, to another."""
    ends = [(-link.score, link.far(id_)) for link in near if other not in (link.one, link.other)]
    return sum(end < (score, other) for end in ends) < NEAREST or sum(far < other for _, far in ends) < NEAREST


def _chosen(near: list[tuple[float, str]]) -> frozenset[str]:
    if len(near) <= NEAREST:
        return frozenset(id_ for _, id_ in near)
    best = [id_ for _, id_ in sorted(near)[:NEAREST]]
    return frozenset(best + sorted([id_ for _, id_ in near])[:NEAREST])


def merge_evidence(
    evidence: Sequence[Evidence], links: Iterable[Link], apart: Iterable[frozenset[str]] = ()
) -> list[tuple[str, ...]]:
    """Group evidence by deed.

    Args:
        evidence: all pieces concerned.
        links: pairs with scores; those of people have `JUDGED`.
        apart: pairs that a person said are not the same deed.
    Returns:
        Sorted groups of sorted identifiers; every piece is in exactly one.
    """
    groups, kept = _Groups(evidence, apart), kept_links(links)
    plain = {link for link in kept if link.score >= COPIED or groups.has_days(link)}
    for link in sorted(plain, key=_order):
        groups.join(link)
    odds = {link: groups.told_by(link) * link.score / (1 - link.score) for link in kept - plain}
    for link in sorted(odds, key=lambda link: (-odds[link], _order(link))):
        groups.join(link)
    return groups.result()


def _order(link: Link) -> tuple[float, str, str]:
    return -link.score, link.one, link.other


class _Groups:
    def __init__(self, evidence: Sequence[Evidence], apart: Iterable[frozenset[str]]) -> None:
        self.group: dict[str, str] = {piece.id: piece.id for piece in evidence}
        self.members: dict[str, list[str]] = {piece.id: [piece.id] for piece in evidence}
        self.pieces = {piece.id: piece for piece in evidence}
        self.reports: dict[str, set[str]] = {piece.id: {piece.teller} for piece in evidence}
        self.told: dict[str, tuple[date, date] | None] = {p.id: _with_slack(p.event.date) for p in evidence}
        self.days: dict[str, tuple[date, date] | None] = {p.id: _with_slack(days_of(p)) for p in evidence}
        self.foes: dict[str, set[str]] = {}
        for pair in apart:
            for one in pair:
                self.foes.setdefault(one, set()).update(pair - {one})

    def has_days(self, link: Link) -> bool:
        """Whether both ends are dated to the day, or nearly."""
        pieces = (self.pieces.get(link.one), self.pieces.get(link.other))
        return all(p is not None and p.event.date is not None and p.event.date.days <= CERTAIN_DAYS for p in pieces)

    def told_by(self, link: Link) -> int:
        """How many reports tell of the deed at the end that more tell of."""
        ends = (self.group[end] for end in (link.one, link.other) if end in self.group)
        return max((len(self.reports[group]) for group in ends), default=0)

    def join(self, link: Link) -> None:
        if link.one not in self.group or link.other not in self.group:
            return
        one, other = self.group[link.one], self.group[link.other]
        if one == other or self._barred(one, other, link.score):
            return
        if len(self.members[one]) < len(self.members[other]):
            one, other = other, one
        for member in self.members[other]:
            self.group[member] = one
        self.members[one] += self.members.pop(other)
        self.reports[one] |= self.reports.pop(other)
        for days in (self.told, self.days):
            days[one] = _meet(days[one], days.pop(other))

    def _barred(self, one: str, other: str, score: float) -> bool:
        small, big = sorted((one, other), key=lambda group: len(self.members[group]))
        if any(self.group.get(foe) == big for member in self.members[small] for foe in self.foes.get(member, ())):
            return True
        if score >= JUDGED:
            return False
        shared = self.reports[small] & self.reports[big]
        if shared and not self._one_deed_twice(small, big, shared):
            return True
        days = self.told if score >= COPIED else self.days
        ours, theirs = days[one], days[other]
        return ours is not None and theirs is not None and _meet(ours, theirs) is None

    def _one_deed_twice(self, small: str, big: str, reports: set[str]) -> bool:
        """Whether the pieces that one report has in both groups could be one deed, told twice."""
        ours = [self.pieces[id_] for id_ in self.members[small] if self.pieces[id_].teller in reports]
        theirs = [self.pieces[id_] for id_ in self.members[big] if self.pieces[id_].teller in reports]
        both = [(mine, yours) for mine in ours for yours in theirs if mine.teller == yours.teller]
        return all(linked(alike_deeds(mine, yours)) for mine, yours in both)

    def result(self) -> list[tuple[str, ...]]:
        return sorted(tuple(sorted(members)) for members in self.members.values())


def _with_slack(days: Interval | None) -> tuple[date, date] | None:
    return None if days is None else (days.first, days.last + timedelta(SLACK))


def _meet(one: tuple[date, date] | None, other: tuple[date, date] | None) -> tuple[date, date] | None:
    """The days in both; the days of the other where one is not dated; None where there are none."""
    if one is None or other is None:
        return one or other
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) if first <= last else None
