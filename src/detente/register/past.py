"""The register as it was known on a day, or as reports of a day and before tell it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import Connection, and_, or_, select

from detente.merging import Link, derive_entry, link_evidence, merge_evidence
from detente.model import Coverage, Entry, Evidence, InputError, StoredReport
from detente.register import queries, tables
from detente.register.joining import apart_pairs, region_of, same_links
from detente.register.keys import lookup_pairs, wanted_keys
from detente.register.loading import chunks, held, in_force, judgements_on, last_record, load_evidence
from detente.register.rows import judgement_of, stamp
from detente.register.stories import published_by, stories_as_of

if TYPE_CHECKING:
    from detente.register.store import Register


class Past:
    """A register asked as of a day. Made by `Register.as_known_on` and `Register.as_reported_by`."""

    def __init__(self, register: Register, known: date | datetime | None = None, reported: date | None = None) -> None:
        self.register = register
        self.name = register.name
        self.reported = reported
        self.at = None if known is None else stamp(_end(known))

    def entries(
        self,
        a: str | None = None,
        b: str | None = None,
        first: date | None = None,
        last: date | None = None,
        *,
        rejected: bool = False,
    ) -> Iterator[Entry]:
        """As `Register.entries`, as of then."""
        with self.register.reading() as connection:
            known = self._known(connection)
            found = self._derive(connection, _candidates(connection, a, b, known), known)
        keys = wanted_keys(a, b)
        kept = [entry for entry in found if _fits(entry, keys, first, last, rejected)]
        return iter(sorted(kept, key=_order))

    def entry(self, id_or_prefix: str) -> Entry:
        """As `Register.entry`, as of then."""
        with self.register.reading() as connection:
            known = self._known(connection)
            wanted = queries.entry_id(connection, id_or_prefix, self.name, known)
            prefix = id_or_prefix.strip().lower()
            derived = self._derive(
                connection, {id_ for group in _groups_as_of(connection, [wanted], known) for id_ in group}, known
            )
            found = [entry for entry in derived if any(id_.startswith(prefix) for id_ in entry.evidence)]
        if not found:
            raise InputError(f"no entry {id_or_prefix!r} in {self.name} as of then")
        return found[0]

    def events(
        self, a: str | None = None, b: str | None = None, first: date | None = None, last: date | None = None
    ) -> Iterator[Evidence]:
        """As `Register.events`, as of then."""
        for some in chunks(entry.evidence for entry in self.entries(a, b, first, last)):
            with self.register.reading() as connection:
                yield from self._told(connection, [id_ for ids in some for id_ in ids], self._known(connection))

    def has_party(self, key: str) -> bool:
        """As `Register.has_party`: then or since."""
        return self.register.has_party(key)

    def evidence(self, entry: Entry) -> list[Evidence]:
        """As `Register.evidence`, as of then."""
        with self.register.reading() as connection:
            known = self._known(connection)
            return self._told(connection, entry.evidence, known)

    def report(self, digest: str) -> StoredReport:
        """As `Register.report`, as of then."""
        with self.register.reading() as connection:
            return queries.find_report(connection, digest, self.name, self._known(connection))

    def coverage(self, a: str | None = None, b: str | None = None) -> Coverage:
        """As `Register.coverage`, as of then; reports without a deed are not counted."""
        entries = list(self.entries(a, b))
        reports = {piece.report for entry in entries for piece in self.evidence(entry)}
        days = [day.isoformat() for entry in entries if entry.date for day in (entry.date.first, entry.date.last)]
        undated = sum(entry.date is None for entry in entries)
        return Coverage(len(reports), len(entries), min(days, default=None), max(days, default=None), undated)

    def _known(self, connection: Connection) -> int | None:
        return None if self.at is None else last_record(connection, self.at)

    def _derive(self, connection: Connection, candidates: Collection[str], known: int | None) -> list[Entry]:
        """The entries, as of then, that hold any of this evidence."""
        if self.reported is None:
            groups = _groups_as_of(connection, candidates, known)
            ids = sorted(id_ for group in groups for id_ in group)
            pieces = {piece.id: piece for piece in self._told(connection, ids, known)}
        else:
            region, links, _ = region_of(connection, candidates)
            pieces = {piece.id: piece for piece in self._told(connection, sorted(region), known)}
            judged = judgements_on(connection, sorted(pieces), known)
            scored = [*_score_again(links, pieces), *same_links(judged)]
            groups = merge_evidence(list(pieces.values()), scored, apart_pairs(judged))
        judgements = judgements_on(connection, sorted(pieces), known)
        return [derive_entry([pieces[id_] for id_ in group], judgements) for group in groups]

    def _told(self, connection: Connection, ids: Collection[str], known: int | None) -> list[Evidence]:
        """The evidence known and published by then, with its story as it was then."""
        pieces = load_evidence(connection, ids, known)
        if self.reported:
            pieces = [piece for piece in pieces if published_by(piece.published, self.reported)]
        stories = stories_as_of(connection, sorted({piece.story for piece in pieces}), known, self.reported)
        return [msgspec.structs.replace(piece, story=stories[piece.report]) for piece in pieces]


def _score_again(links: Collection[Link], pieces: dict[str, Evidence]) -> list[Link]:
    """The links among these pieces, as their stories of then have it."""
    both = [(pieces[link.one], pieces[link.other]) for link in links if link.one in pieces and link.other in pieces]
    return [link for one, other in both for link in link_evidence(one, [other])]


def _end(when: date | datetime) -> datetime:
    """The last moment of a day (UTC); a time as it is."""
    if isinstance(when, datetime):
        return when if when.tzinfo else when.replace(tzinfo=UTC)
    return datetime.combine(when, time.max, UTC)


def _candidates(connection: Connection, a: str | None, b: str | None, known: int | None) -> set[str]:
    """The evidence that names the pair, and such whose parties people corrected."""
    evidence, pair = tables.evidence, tables.pair
    query = select(evidence.c.id).where(held(evidence, known))
    keys = wanted_keys(a, b)
    if not keys:
        return set(connection.scalars(query))
    named = (
        and_(pair.c.a == keys[0], pair.c.b == keys[1]) if len(keys) == 2 else or_(*(pair.c[x] == keys[0] for x in "ab"))
    )
    found = set(connection.scalars(query.join(pair, pair.c.evidence == evidence.c.n).where(named)))
    for row in connection.execute(
        select(tables.judgement).where(in_force(known), tables.judgement.c.data.contains('"correct"'))
    ):
        found.update(judgement_of(row).evidence)
    return found


def _groups_as_of(connection: Connection, candidates: Collection[str], known: int | None) -> list[tuple[str, ...]]:
    """The entries these pieces were in, as groups of all their evidence."""
    member, groups = tables.member, dict[str, list[str]]()
    names: set[str] = set()
    for some in chunks(sorted(candidates)):
        query = select(member.c.entry).where(member.c.evidence.in_(some), held(member, known, since="since"))
        names.update(connection.scalars(query))
    for some in chunks(sorted(names)):
        rows = select(member.c.entry, member.c.evidence).where(
            member.c.entry.in_(some), held(member, known, since="since")
        )
        for row in connection.execute(rows):
            groups.setdefault(row.entry, []).append(row.evidence)
    return [tuple(sorted(group)) for _, group in sorted(groups.items())]


def _fits(entry: Entry, keys: Sequence[str], first: date | None, last: date | None, rejected: bool) -> bool:
    """Whether an entry answers the question: parties, days, verdict."""
    parties = {key for pair in lookup_pairs(entry) for key in pair}
    if not set(keys) <= parties or (entry.verdict == "rejected" and not rejected):
        return False
    if entry.date is None:
        return True
    return (last is None or entry.date.first <= last) and (first is None or entry.date.last >= first)


def _order(entry: Entry) -> tuple[bool, date, date, str]:
    if entry.date is None:
        return True, date.max, date.max, entry.id
    return False, entry.date.first, entry.date.last, entry.id
