"""detente as a library: `detente.open(url)` gives a register that reads reports and answers questions.

`docs/api.md` shows it at work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

import msgspec

from detente import register as store
from detente.codebook.naming import find_parties, find_party
from detente.formats import frames
from detente.formats.dyads import CAMEO_COLUMNS, dyad_rows
from detente.formats.tables import ENTRY_COLUMNS, EVENT_COLUMNS, Column, Row, entry_rows, event_rows
from detente.model import Entry, Evidence, InputError, Interval, Judgement, ReadFault, Report
from detente.register.opening import open_register, utc_now
from detente.relations import AgendaItem, Comparison, Relation, TimelineRow, Tone, timeline_row
from detente.relations import agenda as agenda_of
from detente.relations import compare as compare_of
from detente.relations import relation as relation_of
from detente.relations import tone as tone_of
from detente.relations.contacts import Contact, Kind, read_level
from detente.relations.last import LastContact, last_contact

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from detente.formats.travel_import import Imported
    from detente.relations.asking import Answer
    from detente.relations.check import Verdict

Day = date | str
"""A day, or text as the command line takes it: YYYY-MM-DD, YYYY-MM, YYYY."""
Rows = Literal["entries", "events", "cameo"]


class Reading(msgspec.Struct, frozen=True):
    """What a reading came to: reports new and known already, events and faults of the new; what could not be read."""

    new: int
    known: int
    events: int
    faults: int
    failed: tuple[ReadFault, ...] = ()


class Asked(Protocol):
    """What answers questions: a register, now or as of a day."""

    def entries(
        self, a: str | None = None, b: str | None = None, first: date | None = None, last: date | None = None
    ) -> Iterator[Entry]: ...

    def lines(
        self, a: str | None = None, b: str | None = None, first: date | None = None, last: date | None = None
    ) -> Iterator[Entry | store.Line]: ...

    def events(
        self, a: str | None = None, b: str | None = None, first: date | None = None, last: date | None = None
    ) -> Iterator[Evidence]: ...

    def has_party(self, key: str) -> bool: ...


class _Answers:
    """Questions on top of those of the store.

    `a`, `b`: parties by name, code or demonym; `first`, `last`: deeds that can lie between these days.
    """

    def timeline(self: Asked, a: str, b: str, first: Day | None = None, last: Day | None = None) -> list[TimelineRow]:
        """The deeds between two parties in order of date, the undated last.

        Raises: InputError where a party is unknown or a date is none.
        """
        return [timeline_row(entry) for entry in self.lines(*_question(self, a, b, first, last))]

    def relation(self: Asked, a: str, b: str, on: Day | None = None) -> Relation:
        """How two states stood with each other at the end of a day (by default the day of the last report).

        Raises: InputError as `timeline`.
        """
        return relation_of(_stored(self), find_party(self, a), find_party(self, b), _last(on) if on else None)

    def agenda(self: Asked, a: str | None = None, b: str | None = None, on: Day | None = None) -> list[AgendaItem]:
        """What was planned between two parties (of one; of all), and what became of it.

        Raises: InputError as `timeline`.
        """
        one, other, *_ = _question(self, a, b, None, None)
        return agenda_of(_stored(self), one, other, _last(on) if on else None)

    def tone(
        self: Asked, a: str, b: str, by: Literal["week", "month", "year"] = "month", on: Day | None = None
    ) -> Tone:
        """The tone between two states as a series each way, with its turning points.

        Raises: InputError as `timeline`.
        """
        return tone_of(_stored(self), find_party(self, a), find_party(self, b), by, _last(on) if on else None)

    def compare(self: Asked, *states: str, on: Day | None = None) -> Comparison:
        """How each pair of some states stood.

        Raises: InputError as `timeline`.
        """
        return compare_of(_stored(self), [find_party(self, name) for name in states], _last(on) if on else None)

    def last(
        self: Asked, kind: Kind, a: str, b: str, level: str | None = None, before: Day | None = None
    ) -> LastContact:
        """The last meeting, visit (of `a` to `b`), call or contact, and how much the register covers.

        Args:
            level: as `detente last --level` takes it ("head_of_state", "foreign ministers").
            before: only such as began before this day.
        Raises: InputError as `timeline`, and where the level is unknown.
        """
        one, other = find_party(self, a), find_party(self, b)
        wanted = Contact(kind=kind, a=one, b=other, level=read_level(level) if level else None)
        return last_contact(_stored(self), wanted, _days(before).first if before else None)

    def check(self: Asked, text: str, published: Day | None = None) -> list[Verdict]:
        """The claims of rank in a text ("first visit since 1928"), each with a verdict and the entries behind it."""
        from detente.run.checking import check_reports, report_of

        handed = None if published is None else _days(published, "handed")
        report = msgspec.structs.replace(report_of(text), handed=handed)
        return [verdict for _, found in check_reports(_stored(self), [report]) for verdict in found]

    def ask(self: Asked, question: str, today: Day | None = None) -> Answer:
        """Answer a question in plain English; `today` is what "last year" counts from.

        Raises: NotUnderstood (an InputError) where the rules do not reach; its message says which part.
        """
        from detente.run.answering import ask

        return ask(_stored(self), question, _last(today) if today else None)

    def to_arrow(
        self: Asked, what: Rows = "entries", a: str | None = None, b: str | None = None,
        first: Day | None = None, last: Day | None = None,
    ) -> pyarrow.Table:  # fmt: skip
        """The entries, or the events as each report told them, as an Arrow table.

        Raises: SettingsError where pyarrow is not installed; InputError as `timeline`.
        """
        return frames.to_arrow(*_table(self, what, a, b, first, last))

    def to_polars(
        self: Asked, what: Rows = "entries", a: str | None = None, b: str | None = None,
        first: Day | None = None, last: Day | None = None,
    ) -> polars.DataFrame:  # fmt: skip
        """As `to_arrow`, as a Polars data frame."""
        return frames.to_polars(*_table(self, what, a, b, first, last))

    def to_pandas(
        self: Asked, what: Rows = "entries", a: str | None = None, b: str | None = None,
        first: Day | None = None, last: Day | None = None,
    ) -> pandas.DataFrame:  # fmt: skip
        """As `to_arrow`, as a pandas data frame."""
        return frames.to_pandas(*_table(self, what, a, b, first, last))


class Past(_Answers, store.Past):
    """A register asked as of a day."""


class Register(_Answers, store.Register):
    """An open register, with reading and further questions. Made by `detente.open`."""

    def __enter__(self) -> Register:
        return self

    def read(
        self, *paths: str | Path, published: Day | None = None, actors: str | Path | None = None,
        model: str | None = None,
    ) -> Reading:  # fmt: skip
        """Read reports into the register; those that it has already change nothing.

        Args:
            paths: files, folders, globs; as `detente read`.
            published: the day all of them were published.
            actors: file with your own states, organisations and persons.
            model: an installed spaCy pipeline.
        Raises: InputError, SettingsError, RegisterError for what stops it all; what concerns one report is in `failed`.
        """
        from detente.reading import read_paths

        handed = None if published is None else _days(published, "handed")
        failed: list[ReadFault] = []
        reports = _readable(read_paths([str(path) for path in paths], handed), failed)
        return self._keep(reports, failed, actors, model)

    def read_text(
        self, text: str, *, id: str = "text", published: Day | None = None, title: str | None = None,
        publisher: str | None = None, url: str | None = None, actors: str | Path | None = None,
        model: str | None = None,
    ) -> Reading:  # fmt: skip
        """Read one report given as text, with what is known about it; else as `read`."""
        from detente.reading.records import make_report

        fields = {"text": text, "id": id, "title": title, "publisher": publisher, "url": url}
        handed = None if published is None else _days(published, "handed")
        failed: list[ReadFault] = []
        report = make_report(fields, id=id, source=id, published=handed)
        return self._keep(_readable([report], failed), failed, actors, model)

    def import_travels(self, path: str | Path) -> Imported:
        """Keep the travels of historian-travels, a record each, and what they are complete for.

        Args:
            path: the folder of the XML files, or one of them.
        Raises: InputError where there are none, or a file is of another kind.
        """
        from detente.formats.travel_import import import_trips
        from detente.formats.travels import read_trips

        return import_trips(self, read_trips(Path(path)))

    def correct(self, entry: str, field: str, value: Any, by: str, why: str) -> Judgement:
        """As `detente correct`: parties also by name, parted by commas.

        Raises: InputError where the field or the value cannot be.
        """
        if field in ("actors", "recipients") and isinstance(value, str):
            value = tuple(find_parties(self, value))
        return super().correct(entry, field, value, by, why)

    def as_known_on(self, when: date | datetime | str) -> Past:
        """The register as it was at the end of a day (UTC), or at a time: asked as itself."""
        return Past(self, known=_last(when))

    def as_reported_by(self, when: Day, known: date | datetime | str | None = None) -> Past:
        """What reports published by a day say (those of unknown day left out): asked as itself."""
        return Past(self, known=None if known is None else _last(known), reported=_last(when))

    def _keep(
        self, reports: Iterable[Report], failed: list[ReadFault], actors: str | Path | None, model: str | None
    ) -> Reading:
        from detente.run.keeping import keep_reports
        from detente.run.settings import Settings

        settings = Settings.from_environment(actors=str(actors) if actors else None, model=model)
        tally = keep_reports(self, reports, settings)
        return Reading(tally.new, tally.known, tally.events, tally.faults, tuple(failed))


def open(url_or_path: str | Path | None = None, clock: Callable[[], datetime] = utc_now) -> Register:
    """Open a register; one that is not there yet is made.

    Args:
        url_or_path: a file, or a database URL; by default DETENTE_STORE, else `detente.db`.
        clock: gives record times, in UTC.
    Raises: RegisterError where it cannot be used; its message says what to do.
    """
    from detente.run.settings import Settings

    return open_register(url_or_path or Settings.from_environment().store, clock, Register)


def _stored(asked: Asked) -> store.Register | store.Past:
    """The register behind a question (`_Answers` is only ever a part of one)."""
    assert isinstance(asked, store.Register | store.Past)
    return asked


def _readable(found: Iterable[Report | ReadFault], failed: list[ReadFault]) -> Iterator[Report]:
    for item in found:
        if isinstance(item, ReadFault):
            failed.append(item)
        else:
            yield item


def _question(
    asked: Asked, a: str | None, b: str | None, first: Day | None, last: Day | None
) -> tuple[str | None, str | None, date | None, date | None]:
    """The question in the store's own terms."""
    one, other = (words and find_party(asked, words) for words in (a, b))
    return one, other, _days(first).first if first else None, _last(last) if last else None


def _table(
    asked: Asked, what: Rows, a: str | None, b: str | None, first: Day | None, last: Day | None
) -> tuple[tuple[Column, ...], Iterable[Row]]:
    question = _question(asked, a, b, first, last)
    if what == "entries":
        return ENTRY_COLUMNS, entry_rows(asked.entries(*question))
    if what == "events":
        return EVENT_COLUMNS, event_rows(asked.events(*question))
    if what == "cameo":
        return CAMEO_COLUMNS, dyad_rows(asked.entries(*question), _stored(asked))
    raise InputError(f"rows of {what!r}: give 'entries', 'events' or 'cameo'")


def _days(day: Day, how: Literal["handed", "stated"] = "stated") -> Interval:
    """A day, or the days of a month or year.

    Raises: InputError where the text is none.
    """
    if isinstance(day, date):
        return Interval.day(day, how)
    try:
        return Interval.given(day, how)
    except ValueError as error:
        raise InputError(f"{day!r}: give a date as YYYY-MM-DD, YYYY-MM or YYYY, of 1000 to 2199") from error


def _last(when: date | datetime | str) -> date:
    return _days(when).last if isinstance(when, str) else when
