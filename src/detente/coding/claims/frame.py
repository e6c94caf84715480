"""What a ranking is about: its clause, the states, the level of office, since when."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from detente.codebook import load_codebook
from detente.coding.claims.around import Rank
from detente.coding.claims.words import ClaimWords
from detente.model import Document, Interval, Span, Token

_CLAUSES = frozenset({"ROOT", "ccomp", "relcl", "advcl", "parataxis", "conj"})
_SINCE = re.compile(r"\b(?:since|after|following)\s+", re.I)
_NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_AGO = re.compile(rf"\bin (\d{{1,3}}|{'|'.join(_NUMBERS[1:])}) (years?|months?)\b", re.I)
_YEAR = re.compile(r"\b\d{4}\b")
_EDGE = " \t\n,;:-–—\"“”„«»‘'`"


def clause_of(text: str, rank: Rank) -> Span:
    """The clause the ranking stands in, verbatim: the nearest finite verb's words, or the noun phrase in headlines."""
    head = rank.word
    for above in (rank.word, *rank.word.ancestors()):
        head = above
        if above.pos in ("VERB", "AUX") and above.dep in _CLAUSES and _has_subject(above):
            break
    tokens = [t for t in head.subtree() if t.sentence is rank.word.sentence]
    span = Span(tokens[0].start, tokens[-1].end)
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_EDGE + "."))
    end = span.start + len(words.rstrip(_EDGE))
    return Span(start, end) if start < end else rank.word.span


def phrase_of(noun: Token) -> Span:
    """The noun phrase of a word, with all that hangs on it."""
    tokens = list(noun.subtree())
    return Span(tokens[0].start, tokens[-1].end)


def _has_subject(verb: Token) -> bool:
    return any(c.dep in ("nsubj", "nsubjpass", "expl") for c in verb.children)


def about(rank: Rank, clause: Span, words: ClaimWords) -> str:
    """visit, call, talks, contact, relations or other: by the word ranked, else by the nearest word of the clause."""
    if rank.target is not None:
        kind = words.kind_of(rank.target)
        if kind is not None:
            return kind
        if rank.target.lemma in words.doers and _comes(rank.target, words):
            return "visit"
        if rank.target.lemma in words.crises:
            return "relations"
        if rank.target.lemma in words.deeds:
            inner = (g for c in rank.target.children if c.lower == "in" for g in c.children)
            return "relations" if any(words.kind_of(t) == "relations" for t in inner) else "other"
    start = rank.word.i
    near = sorted(
        (t for t in rank.word.sentence.tokens if clause.start <= t.start < clause.end and t.pos in ("NOUN", "VERB")),
        key=lambda t: (t.i - start) if t.i > start else 2 * (start - t.i),
    )
    return next((kind for t in near if (kind := words.kind_of(t)) is not None), "other")


def _comes(doer: Token, words: ClaimWords) -> bool:
    """Whether the first thing that somebody does is a visit: the next verb after him."""
    following = (t for t in doer.sentence.tokens if t.i > doer.i and t.pos == "VERB")
    verb = next(following, None)
    return verb is not None and verb.lemma in words.visits


def level_of(document: Document, rank: Rank, clause: Span, words: ClaimWords) -> str | None:
    """The office that meets, visits or calls: by a word at the word ranked, the persons and titles, else any word."""
    text = document.text
    match = _SINCE.search(text, clause.start, clause.end)
    scope = Span(clause.start, match.start() if match else clause.end)
    near = Span(rank.word.start, max(rank.word.end, rank.target.end if rank.target else rank.word.end))
    level = _worded(near.of(text), words)
    if level is not None:
        return level
    junior = any(word in scope.of(text).lower() for word in ("junior", "deputy"))
    for mention in document.mentions:
        if scope.contains(mention.span) and mention.kind in ("person", "office"):
            office = next((p.office for p in mention.parties if p.office in words.levels), None)
            if office is not None:
                return "junior_minister" if junior and office.endswith("minister") else office
    return _worded(scope.of(text), words)


def _worded(text: str, words: ClaimWords) -> str | None:
    lower = f" {text.lower()} "
    found = [(len(title), level) for level, titles in words.levels.items() for title in titles if f" {title} " in lower]
    return max(found)[1] if found else None


def states_of(document: Document, clause: Span, sentence: Span) -> tuple[str, ...]:
    """The states the clause names, else its sentence's, else the two that the report names most."""
    match = _SINCE.search(document.text, clause.start, clause.end)
    before = Span(clause.start, match.start() if match else clause.end)
    for scope in (before, clause, sentence):
        named = tuple(_named(document, scope))
        if len(named) >= 2:
            return named[:4]
    return named or tuple(_named(document, Span(0, len(document.text))))[:2]


def between_states(document: Document, sentence: Span, kind: str) -> bool:
    """Whether a sentence is about states: two in it, or one or none in a report that has two throughout."""
    here = len(_named(document, sentence))
    bodies = sum(sentence.contains(m.span) and m.kind == "organisation" for m in document.mentions)
    everywhere = [count for count in _named(document, Span(0, len(document.text))).values() if count >= 3]
    if here + bodies >= 2:
        return True
    return len(everywhere) >= 2 and (kind != "other" or here + bodies >= 1)


def _named(document: Document, scope: Span) -> dict[str, int]:
    count = Counter(
        party.state
        for mention in document.mentions
        if scope.contains(mention.span) and mention.how != "place"
        for party in mention.parties
        if party.state and not _gone(document, party.state)
    )
    return dict(count.most_common())


def _gone(document: Document, iso3: str) -> bool:
    """Whether a state was no more when the report was written: "Soviet-era" names no party."""
    state, published = load_codebook().state(iso3), document.published
    return published is not None and state is not None and state.last is not None and state.last < str(published.first)


def since_of(document: Document, rank: Rank, clause: Span) -> tuple[Interval | None, str | None]:
    """Since when, and since what: the phrase after "since", so many years ago, or the day of a "last" one."""
    scope = Span(clause.start, rank.word.sentence.span.end)
    text = document.text
    if rank.kind == "last":
        day = next((t for t in document.times if scope.contains(t.span) and t.kind == "date"), None)
        return (day.interval if day else None), None
    match = _SINCE.search(text, rank.word.end, scope.end)
    if match is None:
        return _ago(document, Span(rank.word.end, scope.end)), None
    rest = Span(match.end(), _phrase_end(text, match.end(), scope.end, rank))
    time = next((t for t in document.times if t.span.overlaps(rest)), None)
    event = rest.of(text).strip(" ,.;:\"”“'")
    interval = _end_of(time.interval) if time is not None and time.interval is not None else None
    if interval is not None and time is not None and not _YEAR.search(time.span.of(text)):
        interval = _past(interval, document.published)
    named = time is not None and len(time.span) >= len(event) - 4
    return interval, None if named or not event else event


def _past(interval: Interval, published: Interval | None) -> Interval:
    """The day of a year ago, where a day without a year was read as one to come: "since" looks back."""
    if published is None or interval.first <= published.last or interval.days > 31:
        return interval
    return Interval(_year_before(interval.first), _year_before(interval.last), interval.how)


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)


def _end_of(interval: Interval) -> Interval:
    """Since a war or an era means since its last year; decades and single years stay as they are."""
    decade = interval.first.year % 10 == 0 and interval.last.year == interval.first.year + 9
    return interval if interval.days <= 366 or decade else Interval.year(interval.last.year, interval.how)


def _ago(document: Document, scope: Span) -> Interval | None:
    """The year or month that "in 54 years", "in eight months" goes back to, where the report's own month is known."""
    match = _AGO.search(document.text, scope.start, scope.end)
    published = document.published
    if match is None or published is None or published.days > 31:
        return None
    count = int(match[1]) if match[1].isdigit() else _NUMBERS.index(match[1].lower())
    day = published.first
    if match[2].lower().startswith("year"):
        return Interval.year(day.year - count, "relative") if count < day.year else None
    months = day.year * 12 + day.month - 1 - count
    return Interval.month(months // 12, months % 12 + 1, "relative")


def _phrase_end(text: str, start: int, end: int, rank: Rank) -> int:
    """Where "since X" ends: at a mark, and in "the first time since X that ..." at what is the first."""
    marks = r"[,;](?:\s|$)|[\"”]|\s*—|\s(?:--|–|-)\s" + (r"|\sthat\s" if rank.target is None else "")
    found = re.search(marks, text[start:end])
    return start + found.start() if found else end
