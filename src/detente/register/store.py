"""The register: add coded reports; ask for entries, reports, coverage; judge, check, copy."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError

from detente.model import AddResult, Coded, Coverage, Declared, Entry, Evidence, Judgement, RegisterError, StoredReport
from detente.register import (
    backing,
    declaring,
    judging,
    queries,
    rebuilding,
    recoding,
    rescuing,
    searching,
    tables,
    verifying,
)
from detente.register.explaining import Patience, explain, lock_writers
from detente.register.forms import Line, unpack_entry, unpack_line
from detente.register.loading import chunks, judgements_by, load_evidence
from detente.register.past import Past
from detente.register.writing import add_coded

T = TypeVar("T")
HELD_SECONDS = 2.0
"""How long a coded report may wait for its batch."""


class Register:
    """An open register. Made by `open_register`; safe to use from several threads; a context manager."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime], name: str) -> None:
        self.engine = engine
        self.name = name
        self.clock = clock
        self.migrated: int | None = None
        """The version that the store had, where opening it brought it to this one."""

    def __enter__(self) -> Register:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store; another use opens it again."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store throughout."""
        with self._connect(writes=False) as connection:
            yield connection

    def write(self, work: Callable[[Connection], T]) -> T:
        """Do work in a transaction: all of it is kept, or nothing. Writers wait for one another.

        A server that restarts is waited for, and the work done again: what was not acknowledged was not kept.
        """
        patience = Patience()
        while True:
            try:
                with self._connect(writes=True) as connection:
                    lock_writers(connection)
                    return work(connection)
            except RegisterError as error:
                if not patience.wait(error):
                    raise
                self.engine.dispose()

    @contextmanager
    def _connect(self, writes: bool) -> Iterator[Connection]:
        try:
            with self.engine.connect().execution_options(writes=writes) as connection, connection.begin():
                yield connection
        except DBAPIError as error:
            raise RegisterError(explain(self.name, error)) from error

    def add(self, coded: Coded) -> AddResult:
        """Keep a coded report, in one transaction; a text that is known already changes nothing.

        Raises: RegisterError where the store cannot be written.
        """
        return self.write(lambda connection: add_coded(connection, coded, self.clock))

    def add_all(self, reports: Iterable[Coded], batch: int = 50) -> Iterator[AddResult]:
        """Keep many reports, `batch` to a transaction, none held back longer than a few seconds.

        Each result comes once its report is safely stored.
        """
        held: list[Coded] = []
        since = time.monotonic()
        for coded in reports:
            held.append(coded)
            if len(held) >= batch or time.monotonic() - since > HELD_SECONDS:
                yield from self._add_batch(held)
                held, since = [], time.monotonic()
        yield from self._add_batch(held)

    def _add_batch(self, held: Sequence[Coded]) -> list[AddResult]:
        if not held:
            return []
        return self.write(lambda connection: [add_coded(connection, coded, self.clock) for coded in held])

    def recode(self, coded: Coded) -> recoding.Change:
        """Put a new coding of a known report in the place of its last; what people decided stays with its passage.

        Raises: InputError where the report is not known.
        """
        return self.write(lambda connection: recoding.recode(connection, coded, self.clock, self.name))

    def entries(
        self,
        a: str | None = None,
        b: str | None = None,
        first: date | None = None,
        last: date | None = None,
        *,
        rejected: bool = False,
    ) -> Iterator[Entry]:
        """The deeds in order of date, the undated last.

        Args:
            a, b: the parties (ISO codes, or names of organisations); one alone: with anybody; none: all deeds.
            first, last: deeds that can lie between these days; undated ones are kept, as they may.
            rejected: with those that people rejected.
        """
        with self.reading() as connection:
            rows = connection.scalars(queries.entry_data(a, b, first, last, rejected)).all()
        return map(unpack_entry, rows)

    def lines(
        self, a: str | None = None, b: str | None = None, first: date | None = None, last: date | None = None
    ) -> Iterator[Line | Entry]:
        """As `entries`, in brief: with what a timeline shows, in a third of the time."""
        with self.reading() as connection:
            rows = connection.scalars(queries.entry_data(a, b, first, last)).all()
        return map(unpack_line, rows)

    def entry(self, id_or_prefix: str) -> Entry:
        """The deed that this identifier, or the beginning of one, leads to: its own or any of its evidence's.

        Raises: InputError where none or several deeds answer to it.
        """
        with self.reading() as connection:
            return queries.find_entry(connection, id_or_prefix, self.name)

    def events(
        self, a: str | None = None, b: str | None = None, first: date | None = None, last: date | None = None
    ) -> Iterator[Evidence]:
        """The deeds as each report told them: the evidence of `entries`, in their order."""
        for some in chunks(entry.evidence for entry in self.entries(a, b, first, last)):
            with self.reading() as connection:
                yield from load_evidence(connection, [id_ for ids in some for id_ in ids])

    def evidence(self, entry: Entry) -> list[Evidence]:
        """The evidence of a deed, in the order of its identifiers."""
        with self.reading() as connection:
            return load_evidence(connection, entry.evidence)

    def report(self, digest: str) -> StoredReport:
        """A report with all that was found in it, by its digest.

        Raises: InputError where the register has none such.
        """
        with self.reading() as connection:
            return queries.find_report(connection, digest, self.name)

    def reports(self) -> Iterator[StoredReport]:
        """All reports, in the order they came."""
        with self.reading() as connection:
            digests = connection.scalars(select(tables.report.c.digest).order_by(tables.report.c.n)).all()
        return (self.report(digest) for digest in digests)

    def coders(self) -> dict[str, str]:
        """Which coder read each report (by digest) last, in the order the reports came."""
        with self.reading() as connection:
            return queries.last_coders(connection)

    def search(self, words: str, most: int = 50) -> list[StoredReport]:
        """The reports that hold all these words (and "phrases in quotes"), the best first.

        Raises: InputError where there is no word to search for.
        """
        with self.reading() as connection:
            numbers = searching.find_reports(connection, words, most)
            query = select(tables.report.c.n, tables.report.c.digest).where(tables.report.c.n.in_(numbers))
            digests: dict[int, str] = {row.n: row.digest for row in connection.execute(query)}
            return [queries.find_report(connection, digests[number], self.name) for number in numbers]

    def __contains__(self, digest: str) -> bool:
        """Whether a report with this digest is in the register."""
        with self.reading() as connection:
            return connection.scalar(select(tables.report.c.n).where(tables.report.c.digest == digest)) is not None

    def has_party(self, key: str) -> bool:
        """Whether any deed names this party (ISO code, or name of an organisation)."""
        with self.reading() as connection:
            return queries.names_party(connection, key)

    def coverage(self, a: str | None = None, b: str | None = None) -> Coverage:
        """How much the register holds on a pair of parties (or one, or all)."""
        with self.reading() as connection:
            return queries.count_coverage(connection, a, b)

    def declared(self) -> list[Declared]:
        """What sources say they have all of."""
        with self.reading() as connection:
            return declaring.declarations(connection)

    def records(self, coder: str) -> dict[str, StoredReport]:
        """The records of a structured source that give deeds now, by the identifier the source has for each."""
        with self.reading() as connection:
            return declaring.records_of(connection, coder)

    def as_known_on(self, when: date | datetime) -> Past:
        """The register as it was at the end of a day (UTC), or at a time: asked as itself."""
        return Past(self, known=when)

    def as_reported_by(self, when: date, known: date | datetime | None = None) -> Past:
        """What reports published by a day say (those of unknown day left out): asked as itself."""
        return Past(self, known=known, reported=when)

    def confirm(self, entry: str, by: str, why: str) -> Judgement:
        """Say that a deed is as the entry has it."""
        return self.write(lambda connection: self._judge(connection, by, why).verdict("confirm", entry))

    def reject(self, entry: str, by: str, why: str) -> Judgement:
        """Say that an entry is no deed, or wholly wrong; it is kept, and left out of answers."""
        return self.write(lambda connection: self._judge(connection, by, why).verdict("reject", entry))

    def correct(self, entry: str, field: str, value: Any, by: str, why: str) -> Judgement:
        """Give a field another value: a record of the model, or text (EDTF for dates, a name for places).

        Raises: InputError where the field or the value cannot be.
        """
        return self.write(lambda connection: self._judge(connection, by, why).correct(entry, field, value))

    def split(self, entry: str, evidence: Sequence[str], by: str, why: str) -> Judgement:
        """Say that these pieces of an entry's evidence tell of another deed than the rest."""
        return self.write(lambda connection: self._judge(connection, by, why).split(entry, evidence))

    def join(self, entry: str, other: str, by: str, why: str) -> Judgement:
        """Say that two entries are one deed."""
        return self.write(lambda connection: self._judge(connection, by, why).join(entry, other))

    def undo(self, judgement: str, by: str, why: str) -> Judgement:
        """Take a judgement back (identifier or its beginning); the entries are again what they were without it."""
        return self.write(lambda connection: self._judge(connection, by, why).undo(judgement))

    def _judge(self, connection: Connection, by: str, why: str) -> judging.Judge:
        return judging.Judge(connection, self.clock, self.name, by, why)

    def log(self, entry: str) -> list[Judgement]:
        """All judgements on an entry's evidence, those taken back too, oldest first."""
        with self.reading() as connection:
            found = queries.find_entry(connection, entry, self.name)
            return judgements_by(connection, ids=found.evidence)

    def judgements(self) -> list[Judgement]:
        """All judgements ever made, those taken back too, oldest first."""
        with self.reading() as connection:
            return judgements_by(connection)

    def verify(self) -> Iterator[verifying.Finding]:
        """Check the whole register; yield what is wrong (nothing: all is well)."""
        return verifying.verify(self.engine, self.name)

    def check_file(self) -> Iterator[verifying.Finding]:
        """What SQLite itself says of a damaged file, whatever the version of the store."""
        return verifying.check_file(self.engine, self.name)

    def rebuild(self) -> int:
        """Derive all entries anew from reports, evidence and judgements; return how many there are."""
        return self.write(lambda connection: rebuilding.rebuild(connection, self.clock))

    def backup(self, file: str | Path) -> None:
        """Copy the register, as it is at one moment, into a new SQLite file; it may be in use meanwhile.

        Raises: RegisterError where the file is there already or cannot be written.
        """
        backing.backup(self.engine, Path(file), self.name)

    def rescue(self, register: Register) -> rescuing.Rescue:
        """Copy what can still be read of this (damaged) file into another, empty register."""
        return register.write(lambda connection: rescuing.rescue(self.engine, connection, register.clock))
