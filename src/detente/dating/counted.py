"""What is counted: the nth meeting of a series, the nth anniversary of a day; the day of either is known."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from detente.dating.clauses import clause_tense, clause_verb, is_finite
from detente.dating.days import Days, make_date, year_days
from detente.dating.grammar import load_grammar
from detente.dating.holders import OPEN, Evidence
from detente.dating.landmarks import Told, folded, pattern_of, read_days, table, telling
from detente.model import CodebookError, Document, Sentence, Span, Token

_FIRST_COUNTED = 4
"""The least number of a meeting that is taken for its place in the series: "their second summit" counts otherwise."""
_NEAR = 95
"""Characters after a number in which its series is named, and about an anniversary in which it is said of what."""
_BEFORE = 60
_SOON, _LATE = 370, 60
"""Days before a meeting from which reports name it, and after it in which a lead tells of it."""
_AHEAD, _SINCE = 240, 270
"""The same for an anniversary; nearer where it is being marked."""
_MARKED_AHEAD, _MARKED_SINCE = 40, 25
_LEAD = 2
_SMALL = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_ORDINAL = re.compile(
    rf"(?<![\w-])(?:(\d{{1,3}})(?:st|nd|rd|th)|((?:twen|thir|for|fif|six|seven|eigh|nine)ty-(?:{_SMALL})|{_SMALL}|tenth"
    r"|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|(?:twen|thir|for|fif|six|seven|eigh|nine)tieth))\b",
    re.IGNORECASE,
)
_ANNIVERSARY = re.compile(r"\W+(?:founding |independence |birth |national )?(?:anniversary|birthday)\b", re.IGNORECASE)
_YEARS_OF = re.compile(
    r"(?<![\w-])(\d{2}|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)[ -]years? "
    r"(?:of |since (?:the )?(?:establishing |establishment of )?)"
    r"(?=(?:\w+ ){0,3}(?:diplomatic|relations|ties|independence))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Origin:
    """A row of anniversaries.csv: the day, its kind, the states it is of, and its words, each a pattern."""

    day: date
    kind: str
    states: frozenset[str]
    words: tuple[re.Pattern[str], ...]


@functools.cache
def load_origins() -> tuple[Origin, ...]:
    """The days that have anniversaries.

    Raises: CodebookError where the table is wrong.
    """
    try:
        return tuple(
            Origin(
                date.fromisoformat(row["day"]),
                row["kind"],
                frozenset(row["states"].split()),
                tuple(re.compile(pattern_of(word)) for word in row["words"].split()),
            )
            for row in table("anniversaries")
        )
    except ValueError as error:
        raise CodebookError(f"codebook/dating/anniversaries.csv: {error}") from error


@functools.cache
def load_series() -> tuple[tuple[re.Pattern[str], bool, dict[int, tuple[Days, ...]]], ...]:
    """The series of meetings: their words after a number, whether they begin with "round", and the days of each."""
    found: dict[str, dict[int, tuple[Days, ...]]] = {}
    for row in table("series"):
        found.setdefault(row["words"], {})[int(row["number"])] = read_days(row["days"])
    between = r"\W+(?:[\w'.-]+\W+){0,3}?"
    return tuple(
        (re.compile("".join(between + pattern_of(word) for word in words.split())), words.startswith("round"), days)
        for words, days in found.items()
    )


def counted_told(document: Document) -> Iterator[tuple[Told, Evidence]]:
    """The counted meetings and anniversaries that a report tells of, each with the days that this leaves."""
    body = [s for s in document.sentences if s.kind == "body"][:_LEAD]
    for sentence in document.sentences:
        text = folded(sentence.span.of(document.text))
        for match in _ORDINAL.finditer(text):
            number = _number(match)
            if anniversary := _ANNIVERSARY.match(text, match.end()):
                yield from _anniversary(document, sentence, number, (match.start(), anniversary.end()), text)
            else:
                yield from _meeting(sentence, number, match, text, sentence in body)
        for match in _YEARS_OF.finditer(text):
            yield from _anniversary(document, sentence, _years(match[1]), match.span(), text)


def _number(match: re.Match[str]) -> int:
    if match[1]:
        return int(match[1])
    ordinals: dict[str, int] = load_grammar().words["ordinal"]
    tens, _, ones = match[2].lower().rpartition("-")
    if tens:
        return _years(tens) + int(ordinals[ones])
    word = ones.removesuffix("tieth")
    if word != ones:
        return _years(f"{word}ty")
    if ones in ordinals:
        return int(ordinals[ones])
    return 10 + next(int(n) for w, n in ordinals.items() if w[:3] == ones[:3])


def _years(word: str) -> int:
    return int(word) if word.isdigit() else int(load_grammar().words["tens"][word.lower()])


def _meeting(
    sentence: Sentence, number: int, match: re.Match[str], text: str, lead: bool
) -> Iterator[tuple[Told, Evidence]]:
    rest = text[match.end() : match.end() + _NEAR]
    for pattern, rounds, days in load_series():
        found = pattern.match(rest) if number in days and (rounds or number >= _FIRST_COUNTED) else None
        if found is None:
            continue
        told = _told(sentence, days[number], (match.start(), match.end() + found.end()), "meeting counted")
        (first, last), tense = (days[number][0][0], days[number][-1][1]), clause_tense(told.tokens[0])
        early = first if tense == "past" and not _thought(sentence, match.start()) else first - timedelta(_SOON)
        late = last if tense == "future" else last + timedelta(_LATE) if lead and tense else OPEN
        yield told, Evidence(((early, late),), told.why, (told.span,), firm=False, exact=True)


def _thought(sentence: Sentence, place: int) -> bool:
    before = [t.lower for t in sentence.tokens if t.start - sentence.span.start < place]
    return any(word in telling("thought") for word in before[-6:])


def _anniversary(
    document: Document, sentence: Sentence, number: int, place: tuple[int, int], text: str
) -> Iterator[tuple[Told, Evidence]]:
    """An anniversary, by the day it is of: a known event, or the independence, revolution, ties of the states named."""
    origins = _origins(document, sentence, place, text)
    days = [(d, o.kind) for o in origins if (d := make_date(o.day.year + number, o.day.month, o.day.day))]
    if not days:
        return
    told = _told(sentence, tuple(sorted((d, d) for d, _ in days)), place, "anniversary")
    verb = clause_verb(told.tokens[0])
    marked = verb is not None and verb.lemma in telling("marking") and is_finite(verb)
    left = []
    for day, kind in days:
        whole = year_days(day.year) if kind == "relations" else None
        ahead, since = (_MARKED_AHEAD, _MARKED_SINCE) if marked else (_AHEAD, _SINCE)
        first, last = whole or (day, day)
        left.append((first - timedelta(ahead), last + timedelta(since)))
    yield told, Evidence(tuple(sorted(left)), told.why, (told.span,), firm=False, exact=True)


def _origins(document: Document, sentence: Sentence, place: tuple[int, int], text: str) -> list[Origin]:
    """The rows that fit what stands about an anniversary: those with most words."""
    start, end = max(place[0] - _BEFORE, 0), place[1] + _NEAR
    window = text[start : place[0]] + " | " + text[place[1] : end]
    zone = Span(sentence.span.start + start, sentence.span.start + end)
    states = {
        p.state
        for m in document.mentions
        if m.kind in ("state", "demonym", "capital", "metonym", "body") and zone.contains(m.span)
        for p in m.parties
        if p.state
    }
    kind = next((k for k in ("relations", "independence", "revolution", "founding") if _speaks(k, window)), None)
    fitting = [o for o in load_origins() if o.words and not o.states and all(w.search(window) for w in o.words)]
    if kind:
        fitting = [o for o in fitting if len(o.words) > 1]
        wanted = [o for o in load_origins() if o.kind == kind and o.states and o.states <= states]
        if wanted and (kind == "relations" or len(wanted) == 1):
            return wanted
    most = max((len(o.words) for o in fitting), default=0)
    return [o for o in fitting if len(o.words) == most]


def _speaks(kind: str, window: str) -> bool:
    return re.search(pattern_of("|".join(sorted(telling(f"of_{kind}")))), window) is not None


def _told(sentence: Sentence, days: tuple[Days, ...], place: tuple[int, int], why: str) -> Told:
    start = sentence.span.start
    return Told(days, (_last_token(sentence, place[1]),), Span(start + place[0], start + place[1]), why, foreseen=True)


def _last_token(sentence: Sentence, end: int) -> Token:
    within = [t for t in sentence.tokens if t.start - sentence.span.start < end]
    return within[-1] if within else sentence.tokens[0]


__all__ = ["counted_told"]
