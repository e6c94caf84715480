"""The register as it was known on a day, or as reports of a day and before tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from detente.merging.blocking import VAGUEST
from detente.model import Coverage, Declared, Entry, Evidence, InputError, Judgement, StoredReport
from detente.register import declaring, queries, searching, tables
from detente.register.keys import UNTOLD, lookup_pairs, wanted_keys
from detente.register.loading import chunks, in_force, judgements_by, last_record
from detente.register.rows import interval_of, judgement_of, stamp
from detente.register.statements import held
from detente.register.stories import published_by, stories_as_of
from detente.register.viewing import View, entries_of, groups_then, in_days, order_of, told

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
        keys = wanted_keys(a, b)
        with self.register.reading() as connection:
            view = self._view(connection)
            found = entries_of(connection, view, _candidates(connection, keys, view.known, first, last))
        kept = [entry for entry in found if rejected or entry.verdict != "rejected"]
        kept = [entry for entry in kept if in_days(entry, first, last) and _parties(entry) >= set(keys)]
        return iter(sorted(kept, key=order_of))

    def lines(
        self, a: str | None = None, b: str | None = None, first: date | None = None, last: date | None = None
    ) -> Iterator[Entry]:
        """As `Register.lines`, as of then."""
        return self.entries(a, b, first, last)

    def entry(self, id_or_prefix: str) -> Entry:
        """As `Register.entry`, as of then."""
        with self.register.reading() as connection:
            view = self._view(connection)
            wanted = queries.entry_id(connection, id_or_prefix, self.name, view.known)
            (group,) = groups_then(connection, [wanted], view.known)
            derived = entries_of(connection, view, group)
        prefix = id_or_prefix.strip().lower()
        named = [entry for entry in derived if any(id_.startswith(prefix) for id_ in entry.evidence)]
        found = named or [entry for entry in derived if set(entry.evidence) & set(group)]
        if not found:
            raise InputError(f"no entry {id_or_prefix!r} in {self.name} as of then")
        return found[0]

    def events(
        self, a: str | None = None, b: str | None = None, first: date | None = None, last: date | None = None
    ) -> Iterator[Evidence]:
        """As `Register.events`, as of then."""
        for some in chunks(entry.evidence for entry in self.entries(a, b, first, last)):
            with self.register.reading() as connection:
                yield from told(connection, self._view(connection), [id_ for ids in some for id_ in ids])

    def evidence(self, entry: Entry) -> list[Evidence]:
        """As `Register.evidence`, as of then."""
        with self.register.reading() as connection:
            return told(connection, self._view(connection), entry.evidence)

    def has_party(self, key: str) -> bool:
        """As `Register.has_party`: then or since."""
        return self.register.has_party(key)

    def report(self, digest: str) -> StoredReport:
        """As `Register.report`, as of then."""
        with self.register.reading() as connection:
            view = self._view(connection)
            found = self._report(connection, digest, view)
        if found is None:
            raise InputError(f"no report {digest!r} in {self.name} as of then")
        return found

    def reports(self) -> Iterator[StoredReport]:
        """As `Register.reports`, as of then."""
        with self.register.reading() as connection:
            digests = _digests(connection, self._view(connection))
        return (self.report(digest) for digest in digests)

    def search(self, words: str, most: int = 50) -> list[StoredReport]:
        """As `Register.search`, as of then."""
        with self.register.reading() as connection:
            view = self._view(connection)
            count = connection.scalar(select(func.count()).select_from(tables.report)) or 0
            numbers = searching.find_reports(connection, words, count)
            digests = dict[int, str]()
            for some in chunks(numbers):
                query = select(tables.report.c.n, tables.report.c.digest).where(tables.report.c.n.in_(some))
                digests.update((row.n, row.digest) for row in connection.execute(query))
            found = (self._report(connection, digests[number], view) for number in numbers)
            return [report for _, report in zip(range(most), filter(None, found), strict=False)]

    def __contains__(self, digest: str) -> bool:
        """Whether a report with this digest was in the register, and published."""
        with self.register.reading() as connection:
            return self._report(connection, digest, self._view(connection)) is not None

    def coverage(self, a: str | None = None, b: str | None = None) -> Coverage:
        """As `Register.coverage`, as of then."""
        entries = list(self.entries(a, b))
        days = [day.isoformat() for entry in entries if entry.date for day in (entry.date.first, entry.date.last)]
        undated = sum(entry.date is None for entry in entries)
        with self.register.reading() as connection:
            view = self._view(connection)
            if a is None and b is None:
                reports = set(_digests(connection, view))
            else:
                reports = {piece.report for entry in entries for piece in told(connection, view, entry.evidence)}
        return Coverage(len(reports), len(entries), min(days, default=None), max(days, default=None), undated)

    def declared(self) -> list[Declared]:
        """As `Register.declared`, as of then."""
        with self.register.reading() as connection:
            return declaring.declarations(connection, self._view(connection).known, self.reported)

    def log(self, entry: str) -> list[Judgement]:
        """As `Register.log`, as of then."""
        found = self.entry(entry)
        with self.register.reading() as connection:
            return judgements_by(connection, self._view(connection).known, found.evidence)

    def judgements(self) -> list[Judgement]:
        """As `Register.judgements`, as of then."""
        with self.register.reading() as connection:
            return judgements_by(connection, self._view(connection).known)

    def _view(self, connection: Connection) -> View:
        return View(None if self.at is None else last_record(connection, self.at), self.reported)

    def _report(self, connection: Connection, digest: str, view: View) -> StoredReport | None:
        """A report that was known and published then, with its story as it was."""
        try:
            found = queries.find_report(connection, digest, self.name, view.known)
        except InputError:
            return None
        if view.reported and not published_by(found.published, view.reported):
            return None
        story = stories_as_of(connection, [found.story], view.known, view.reported)[digest]
        evidence = tuple(msgspec.structs.replace(piece, story=story) for piece in found.evidence)
        return msgspec.structs.replace(found, story=story, evidence=evidence)


def _digests(connection: Connection, view: View) -> list[str]:
    """The digests of the reports known and published then, in the order they came."""
    report, coding = tables.report, tables.coding
    query = select(report.c.digest, coding.c.published).join(
        coding, and_(coding.c.report == report.c.n, held(coding, view.known))
    )
    rows = connection.execute(query.order_by(report.c.n))
    day = view.reported
    return [row.digest for row in rows if day is None or published_by(interval_of(row.published), day)]


def _end(when: date | datetime) -> datetime:
    """The last moment of a day (UTC); a time as it is."""
    if isinstance(when, datetime):
        return when if when.tzinfo else when.replace(tzinfo=UTC)
    return datetime.combine(when, time.max, UTC)


def _candidates(
    connection: Connection, keys: Sequence[str], known: int | None, first: date | None, last: date | None
) -> set[str]:
    """The evidence that names the parties and can lie between two days, and such as people corrected.

    The days of an entry are those of one of its pieces, unless people corrected them: that piece is among these, and
    the rest of the entry is found by it.
    """
    evidence, pair = tables.evidence, tables.pair
    query = select(evidence.c.id).where(held(evidence, known))
    if not keys:
        return set(connection.scalars(query))
    both = and_(pair.c.a == keys[0], pair.c.b == keys[-1])
    named = both if len(keys) == 2 else or_(pair.c.a == keys[0], pair.c.b == keys[0])
    days = _can_lie(first, last)
    found = set(connection.scalars(query.join(pair, pair.c.evidence == evidence.c.n).where(named, *days)))
    judgement = tables.judgement
    corrections = select(judgement).where(in_force(known), judgement.c.data.contains('"correct"'))
    for row in connection.execute(corrections):
        found.update(judgement_of(row).evidence)
    return found


def _can_lie(first: date | None, last: date | None) -> Iterator[ColumnElement[bool]]:
    """Of rows of pairs, those that can lie between the days: vague ones have a last day only, undated ones always."""
    pair = tables.pair
    if last:
        vaguely = pair.c.last <= (min(last, date.max - timedelta(VAGUEST)) + timedelta(VAGUEST)).isoformat()
        narrowly = and_(pair.c.first != "", pair.c.first <= last.isoformat())
        yield or_(narrowly, and_(pair.c.first == "", vaguely), pair.c.first.startswith(UNTOLD))
    if first:
        yield or_(pair.c.last == "", pair.c.last >= first.isoformat())


def _parties(entry: Entry) -> set[str]:
    return {key for pair in lookup_pairs(entry) for key in pair}
