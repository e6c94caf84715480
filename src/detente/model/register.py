"""What the register keeps: reports, evidence, judgements; and the entries derived from them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

import msgspec

from detente.model.event import Claim, Event, Place, Quote, Status
from detente.model.fault import Fault
from detente.model.interval import Interval
from detente.model.party import Party
from detente.model.report import Report
from detente.model.span import Span

JudgementKind = Literal["confirm", "reject", "correct", "same", "apart", "undecided"]
"""confirm, reject: the deed of these pieces of evidence is (not) as coded; correct: a field has another value;
same, apart, undecided: whether the pieces of evidence of two groups tell of one deed."""
RECORD = "record "
"""Begins the name of the coder of structured data: "record SOURCE VERSION"."""
DECLARES = "coverage "
"""Begins the name of the coder of a source's own statement of what it has all of."""


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """One event as coded in one report.

    `id` hashes (report digest, main evidence span, type): resolving, merging and re-coding never rename it. `words`
    is the main evidence passage. `published` is the report's own day, `story` the group of near-identical bodies it
    belongs to (the digest of the first such report), `recorded` when the register learnt it (UTC).
    """

    id: str
    report: str
    event: Event
    words: str
    coder: str
    published: Interval | None = None
    story: str = ""
    recorded: datetime | None = None

    @property
    def teller(self) -> str:
        """Who tells deeds apart: a structured source, each of whose records is a deed of its own; else the report."""
        return self.coder if self.coder.startswith(RECORD) else self.report


class StoredReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report as kept: the text as received, what was found in it, and when the register learnt it (UTC)."""

    digest: str
    report: Report
    published: Interval | None
    published_how: str | None
    published_spans: tuple[Span, ...]
    evidence: tuple[Evidence, ...]
    claims: tuple[Claim, ...]
    quotes: tuple[Quote, ...]
    faults: tuple[Fault, ...]
    coder: str
    story: str
    recorded: datetime


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """A decision of a person: appended, never changed; `undone*` are set when it was taken back.

    `evidence` are the pieces it is about (for "same"/"apart": one group; `other` is the second group). `field` and
    `value` (JSON text) belong to "correct".
    """

    id: str
    kind: JudgementKind
    evidence: tuple[str, ...]
    other: tuple[str, ...] = ()
    field: str | None = None
    value: str | None = None
    by: str
    why: str
    at: datetime
    undone: datetime | None = None
    undone_by: str | None = None
    undone_why: str | None = None


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One deed: the evidence of all reports that tell of it, joined, with the best value of each field.

    `id` is the smallest identifier of its evidence; as any identifier of a member finds the entry, an identifier
    once given out leads to the deed for ever. `support` and `against` map a field to the evidence that says so, or
    otherwise; `disputed` names the fields on which the sources differ. `reports` counts sources (copies of one story
    once), `copies` all reports. `thread` is the status as each report gave it, by the day of the report.
    `levels` as in an event: of the parties as they stand here, else as the evidence has it.
    `verdict`: what people decided ("confirmed", "rejected"); `corrected`: the fields they set.
    """

    id: str
    type: str
    mode: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    date: Interval | None
    place: Place | None
    status: Status
    sources: tuple[str, ...]
    evidence: tuple[str, ...]
    reports: int
    copies: int
    support: dict[str, tuple[str, ...]] = {}
    against: dict[str, tuple[str, ...]] = {}
    disputed: tuple[str, ...] = ()
    thread: tuple[tuple[str | None, Status], ...] = ()
    cameo: str | None = None
    score: float | None = None
    contexts: tuple[str, ...] = ()
    levels: dict[str, str | None] = {}
    confidence: float = 0.5
    verdict: str | None = None
    corrected: tuple[str, ...] = ()


class AddResult(msgspec.Struct, frozen=True):
    """What adding one report did; `new` is False where the register had this text already."""

    new: bool
    events: int
    faults: int
    digest: str


class Coverage(msgspec.Struct, frozen=True):
    """What the register holds on a pair: reports and entries, first and last day told of, how many are undated."""

    reports: int
    entries: int
    first: str | None
    last: str | None
    undated: int


class Declared(msgspec.Struct, frozen=True, kw_only=True):
    """What a source says it has all of: every deed of this type and mode by this office of a state, on these days.

    A deed of that kind that the source does not have was not done; nothing else is covered. Days are inclusive.
    """

    source: str
    type: str
    mode: str | None
    state: str
    office: str
    first: date
    last: date

    def covers(self, first: date, last: date) -> bool:
        """Whether all these days (inclusive) are within."""
        return self.first <= first and last <= self.last
