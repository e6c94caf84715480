"""A report on its way through the rooms, and what came out of it."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from detente.model.event import Claim, Event, Place, Quote
from detente.model.fault import Fault
from detente.model.interval import Interval
from detente.model.party import Mention
from detente.model.report import Report
from detente.model.span import Span
from detente.model.syntax import Sentence, Token


class TimeMention(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression. `interval` is None where nothing bounds it; `value` is its TIMEX3 value.

    `kind`: "date" (when), "duration", "set". `tokens` is the range `[first, last)` in the document's tokens.
    `part`: how it hangs on an event word: "on", "since", "until", "before", "after" (its preposition's sense).
    """

    span: Span
    interval: Interval | None
    tokens: tuple[int, int]
    value: str | None = None
    kind: str = "date"
    part: str = "on"
    rule: str = ""


class PlaceMention(msgspec.Struct, frozen=True, kw_only=True):
    """A place name in the text and the place it means.

    `kind`: "name", or "demonym" for a word for a country's people ("Turkish"), which is never where a deed happened.
    """

    span: Span
    place: Place
    tokens: tuple[int, int]
    kind: str = "name"


@dataclass(slots=True)
class Document:
    """All that the earlier rooms found; what a coder is given."""

    report: Report
    sentences: list[Sentence]
    tokens: list[Token]
    published: Interval | None = None
    published_how: str | None = None
    published_spans: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    faults: list[Fault] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text as received."""
        return self.report.text


class Coded(msgspec.Struct, frozen=True, kw_only=True):
    """One report, coded: what the register keeps and `detente code` prints."""

    report: Report
    published: Interval | None
    published_how: str | None
    published_spans: tuple[Span, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    quotes: tuple[Quote, ...]
    faults: tuple[Fault, ...]
    coder: str
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
