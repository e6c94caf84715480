"""A news report as it was received, and what kind of line each of its lines is."""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec

from detente.model.fault import Fault
from detente.model.interval import Interval
from detente.model.span import Span

LineKind = Literal[
    "headline", "standfirst", "dateline", "byline", "caption", "section", "body", "navigation", "advert", "footer"
]
TURN = "label"
"""Kind of the sentence that names who speaks in a transcript."""
READABLE: frozenset[LineKind] = frozenset({"headline", "standfirst", "body", "caption"})
"""Lines in which deeds may be told. Only `body` lines make up the report's body."""


class Line(msgspec.Struct, frozen=True):
    """A stretch of the text and what it is for.

    It never crosses a line break, but where a text was wrapped at a fixed width: there it is a whole paragraph.
    """

    span: Span
    kind: LineKind


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One report. `text` is kept unchanged; every span of every record points into it."""

    id: str
    text: str
    lines: tuple[Line, ...] = ()
    handed: Interval | None = None
    """The date that came with the report (option, field, metadata); `None`: none was handed over."""
    handed_from: str | None = None
    """Where `handed` was found: "option", "field published", "html meta" ..."""
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    source: str | None = None
    """File it came from, with the line number for files of many reports."""
    faults: tuple[Fault, ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 of the text as received, hexadecimal: the report's identity."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def body(self) -> str:
        """The body as received, from the first body line to the last; lines between that are not body left out."""
        return "\n".join(line.span.of(self.text) for line in self.lines if line.kind == "body")
