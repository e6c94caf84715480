"""Gatherings known by name: which of their meetings a sentence speaks of, and its days."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from detente.dating.clauses import clause_tense, clause_verb, verb_tense
from detente.dating.days import Days
from detente.dating.holders import OPEN, START, Evidence
from detente.dating.landmarks import KEY, WORDS, Told, compiled, folded, read_days, table, telling
from detente.model import CodebookError, Document, Interval, Sentence, Span, TimeMention, Token

_NEAR = 180
"""Days before or after a report within which its "summit" without a date is meant."""
_BESIDE = 50
"""Characters about the name of a gathering in which its place stands."""
_NEXT_TO = 8
"""Characters between a place and a name that it stands before: "Riga's NATO summit"."""
_WHERE = re.compile(r"\b(?:in|at|to)\s+(?:\w+,?\s+){0,2}\Z")
"""What stands before a place where it tells where a gathering is."""
_LEAD = 3
"""Sentences of the body that tell the news: a gathering in them goes on, or was the day before."""
_FEW = 2
"""Meetings at a place, at most, by which it says which of them is meant."""
_YEAR = re.compile(r"(?:19|20)\d\d\s\Z")
"""A year before a name, which says by itself which gathering is meant."""
_NOT_NEWS = frozenset({"direction-period", "mod-direction-period", "ago"})
"""Rules for times of what is over ("last month")."""
NEWS_TIMES = frozenset({"today", "weekday", "weekday-part-first", "last-night", "month-day", "day-month"})
"""Rules for times of which news is told."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """The meetings of a name of gatherings.csv: the days of each, and where it was ("": not known).

    Name and places are words for `pattern_of`.
    `spoken_of`: an event (games, a speech) that reports name long before and after, not only while it lasts.
    """

    name: str
    spoken_of: bool
    meetings: tuple[tuple[Days, str], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A gathering that a sentence names: the place in the text, its last word, the meetings that the words allow.

    `placed`: its place stands beside the name, and tells which one is meant.
    """

    span: Span
    head: Token
    days: tuple[Days, ...]
    placed: bool
    spoken_of: bool


@functools.cache
def load_gatherings() -> dict[str, tuple[Gathering, ...]]:
    """The gatherings by the first letters of their names.

    Raises: CodebookError where the table is wrong.
    """
    met: dict[tuple[str, str], list[tuple[Days, str]]] = {}
    for row in table("gatherings"):
        try:
            (days,) = read_days(row["days"])
        except ValueError as error:
            raise CodebookError(f"codebook/dating/gatherings.csv: {row}: {error}") from error
        met.setdefault((row["kind"], row["names"]), []).append((days, row["places"]))
    found: dict[str, list[Gathering]] = {}
    for (kind, names), meetings in met.items():
        for name in names.split("|"):
            gathering = Gathering(name.lower(), kind == "event", tuple(meetings))
            found.setdefault(WORDS.findall(name.lower())[0][:KEY], []).append(gathering)
    return {key: tuple(gatherings) for key, gatherings in found.items()}


def gatherings_named(document: Document, sentence: Sentence) -> Iterator[Named]:
    """The gatherings that a sentence names; where a place of its meetings stands beside it, those that met there."""
    for start, end, days, placed, spoken_of in _in_text(folded(sentence.span.of(document.text))):
        span = Span(sentence.span.start + start, sentence.span.start + end)
        tokens = [t for t in sentence.tokens if span.start <= t.start < span.end]
        if tokens:
            yield Named(span, tokens[-1], days, placed, spoken_of)


@functools.lru_cache(maxsize=1000)
def _in_text(text: str) -> tuple[tuple[int, int, tuple[Days, ...], bool, bool], ...]:
    """Where the text of a sentence names gatherings: kept, as it is asked for every event told in it."""
    known = load_gatherings()
    found: list[tuple[int, int, tuple[Days, ...], bool, bool]] = []
    for word in WORDS.finditer(text):
        for gathering in known.get(word[0][:KEY].lower(), ()):
            match = compiled(gathering.name).match(text, word.start())
            if match is None or (found and match.start() < found[-1][1]) or _YEAR.search(text, 0, match.start()):
                continue
            there = tuple(days for days, place in gathering.meetings if place and _met_there(text, match.span(), place))
            days = there or tuple(days for days, _ in gathering.meetings)
            found.append((*match.span(), days, bool(there), gathering.spoken_of))
            break
    return tuple(found)


def _met_there(text: str, name: tuple[int, int], place: str) -> bool:
    """Whether a place stands beside a name so that it tells where: "in Riga, Latvia", "the Riga summit"."""
    start, end = name
    for found in compiled(place).finditer(text, max(start - _BESIDE, 0), end + _BESIDE):
        if _WHERE.search(text, max(found.start() - _BESIDE, 0), found.start()) or 0 <= start - found.end() <= _NEXT_TO:
            return True
    return False


def gatherings_told(document: Document) -> Iterator[Told]:
    """The gatherings that a report speaks of, for the times told of them."""
    for sentence in document.sentences:
        for named in gatherings_named(document, sentence):
            verb = clause_verb(named.head)
            if verb is not None and _aside(named.head, verb):
                continue
            yield Told(named.days, (named.head,), named.span, "gathering", foreseen=True)


def gatherings_in_the_news(document: Document, times: tuple[TimeMention, ...]) -> Iterator[Evidence]:
    """The days of a report that names a gathering without a year.

    In the lead's past tense, or where it meets today, the report is of its days or the next; one whose place tells
    which is meant is no younger than the report where it lies ahead, and no older where it is told as over.
    """
    lead = [s for s in document.sentences if s.kind == "body"][:_LEAD]
    for sentence in document.sentences:
        for named in gatherings_named(document, sentence):
            verb = clause_verb(named.head)
            if verb is None:
                continue
            first, last = min(named.days)[0], max(d[1] for d in named.days)
            which = named.placed and len(named.days) <= _FEW
            tense = verb_tense(verb)
            looks_back = any(c.lower in ("had", "have", "has") for c in verb.children)
            if named.spoken_of or _aside(named.head, verb):
                tense = None
            rules = {m.rule for m in times if _within(document, m, sentence)}
            looks_back = looks_back or bool(rules & _NOT_NEWS)
            news = "today" in rules if tense == "present" else tense == "past" and not looks_back
            if sentence in lead and news:
                days: tuple[Days, ...] = tuple((a, b + timedelta(1)) for a, b in named.days)
                yield Evidence(days, "gathering named", (sentence.span,), firm=False, exact=True)
            if which and tense == "past":
                yield Evidence(((first, OPEN),), "gathering over", (named.span,), firm=False, exact=True)
            elif which and clause_tense(named.head) == "future":
                yield Evidence(((START, last),), "gathering ahead", (named.span,), firm=False, exact=True)


def _aside(head: Token, verb: Token) -> bool:
    """Whether a clause only speaks of a gathering: "a letter about the summit", "preparations for the summit"."""
    between = [head, *head.ancestors()]
    between = between[: between.index(verb)]
    return any(t.lower in telling("only_about") or (t.pos == "NOUN" and t.lemma in telling("not_yet")) for t in between)


def _within(document: Document, mention: TimeMention, sentence: Sentence) -> bool:
    return document.tokens[mention.tokens[0]].sentence is sentence


def gathering_times(document: Document, sentence: Sentence, times: list[TimeMention]) -> list[TimeMention]:
    """The gatherings that a sentence names, as time expressions.

    A time that belongs to the name ("the summit in April") must hold exactly one of its meetings; without one it is
    the last before the report, or the next after it where the clause looks ahead, if that is not far.
    """
    found = []
    for named in gatherings_named(document, sentence):
        meeting = _meeting(document, named.head, times, named.days)
        if meeting is not None:
            tokens = [t.i for t in sentence.tokens if named.span.start <= t.start < named.span.end]
            found.append(
                TimeMention(
                    span=named.span,
                    interval=Interval(*meeting, "relative"),
                    tokens=(tokens[0], named.head.i + 1),
                    rule="gathering",
                )
            )
    return found


def _meeting(document: Document, head: Token, times: list[TimeMention], meetings: tuple[Days, ...]) -> Days | None:
    whole = head.head.head if head.dep == "pobj" and head.head.lower == "of" else head
    below = {t.i for t in whole.subtree()}
    own = [m for m in times if m.interval is not None and m.kind == "date" and m.tokens[0] in below]
    if own:
        within = [days for days in meetings for m in own if m.interval and _holds(m.interval, days)]
        return within[0] if len(within) == 1 else None
    published = document.published
    if published is None or published.days > 31:
        return None
    tense = clause_tense(head)
    ahead = [d for d in meetings if d[1] >= published.first and (d[0] - published.last).days <= _NEAR]
    back = [d for d in meetings if d[0] <= published.last and (published.first - d[1]).days <= _NEAR]
    if tense == "past":
        return back[-1] if back else None
    return ahead[0] if tense == "future" and ahead else None


def _holds(interval: Interval, days: Days) -> bool:
    return interval.first <= days[0] and days[1] <= interval.last
