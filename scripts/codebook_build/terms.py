"""Terms of office: the working record, our own notation for them, and merging of sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

OPEN_AS_OF = "2025-06"
"""How far our own rows without an end can be vouched for."""
RANK = {"A": 0, "K": 1, "B": 2, "C": 3, "D": 4}
SINGLE = frozenset({"head_of_state", "head_of_government", "foreign_minister", "defence_minister"})
GENERAL = "general knowledge"


@dataclass(slots=True)
class Term:
    """One term as it goes through the build; `party` is an ISO3 code, `organisation` a full name."""

    person: str
    aliases: tuple[str, ...]
    state: str
    organisation: str
    office: str
    title: str
    first: str
    last: str
    open_as_of: str
    source: str
    trust: str
    fix: bool = field(default=False)
    whole: bool = field(default=False)

    @property
    def party(self) -> str:
        """Whose office it is."""
        return self.organisation or self.state

    @property
    def earliest(self) -> str:
        """The first day it can have begun."""
        return widen(self.first)[0] if self.first else "0000-00-00"

    @property
    def latest(self) -> str:
        """The last day it can have lasted."""
        return widen(self.last)[1] if self.last else "9999-99-99"


def widen(date: str) -> tuple[str, str]:
    """First and last day of a date as precise as known; days need only compare as text."""
    return (date + "-01-01"[len(date) - 4 :], date + "-12-31"[len(date) - 4 :])


def overlap(a: Term, b: Term) -> bool:
    """Whether two terms surely share more than the day of handing over."""
    first = max(widen(a.first)[1] if a.first else a.earliest, widen(b.first)[1] if b.first else b.earliest)
    last = min(widen(a.last)[0] if a.last else a.latest, widen(b.last)[0] if b.last else b.latest)
    return first < last


def touch(a: Term, b: Term) -> bool:
    """Whether two terms can be readings of one: their widest days meet."""
    return a.earliest <= b.latest and b.earliest <= a.latest


HEADER = re.compile(r"(?P<mark>=!?) (?P<party>\S+?)(?:@(?P<organisation>[^|]+?))? (?P<office>[a-z_]+) \| (?P<title>.+)")
LINE = re.compile(
    r"(?P<first>[\d-]*)(?P<to>/?)(?P<last>[\d-]*)(?P<fix>!?) (?P<names>[^\[]+?)(?: \[(?P<title>[^\]]+)\])?"
)


def read_terms(path: Path) -> Iterator[Term]:
    """Our own terms of one file.

    A block starts `= ISO3 office | Title` (`=!`: complete; `- @Name`: an organisation; `ISO3@Name`: both; office
    `none`: persons of no office); a line is `first/last Name; alias; alias [Other title]`, with `!` after the dates
    where they overrule the other sources.
    """
    head: dict[str, str] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        pattern = HEADER if text.startswith("=") else LINE
        match = pattern.fullmatch(text)
        if match is None:
            raise SystemExit(f"{path.name}:{number}: cannot be read: {text}")
        if pattern is HEADER:
            head = match.groupdict(default="")
            continue
        if head is None:
            raise SystemExit(f"{path.name}:{number}: no block has begun")
        yield _term(head, match.groupdict(default=""))


def _term(head: dict[str, str], line: dict[str, str]) -> Term:
    person, *aliases = (name.strip() for name in line["names"].split(";"))
    ends = bool(line["last"])
    return Term(
        person=person,
        aliases=tuple(aliases),
        state="" if head["party"] == "-" else head["party"],
        organisation=head["organisation"],
        office="" if head["office"] == "none" else head["office"],
        title=line["title"] or head["title"],
        first=line["first"],
        last=line["last"],
        open_as_of="" if ends or not line["to"] or head["office"] == "none" else OPEN_AS_OF,
        source=GENERAL,
        trust="K",
        fix=bool(line["fix"]),
        whole=head["mark"] == "=!",
    )


def absorb(better: Term, other: Term) -> Term:
    """One term of two readings: the better one's dates, filled and narrowed where the other is more precise.

    Dates of our complete lists win where the sources are far off: some begin with the last re-election.
    """
    ours = other if other.whole else better if better.whole else None
    first = _precise(better.first, other.first)
    late = other.trust == "K" or other.last >= better.open_as_of[: len(other.last)]
    last = _precise(better.last, other.last if late else "")
    if ours is not None:
        first = ours.first if first and far(first, ours.first) else first
        last = ours.last if last and ours.last and far(last, ours.last) else last
    source = better.source if other.source in better.source else f"{better.source} + {other.source}"
    return replace(
        better,
        first=first,
        last=last,
        open_as_of="" if last else max(better.open_as_of, other.open_as_of),
        source=source,
        title=other.title if other.trust == "K" else better.title,
        whole=better.whole or other.whole,
    )


def far(date: str, other: str) -> bool:
    """Whether two dates as precise as known are more than about six weeks apart."""
    (a, b), (c, d) = widen(date), widen(other)
    return _days(c) - _days(b) > 45 or _days(a) - _days(d) > 45


def _days(date: str) -> int:
    year, month, day = (int(part) for part in date.split("-"))
    return year * 365 + month * 30 + day


def _precise(date: str, other: str) -> str:
    return other if other.startswith(date) or not date else date
