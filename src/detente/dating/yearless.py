"""Days and months named without a year, and days that lie ahead: what they leave of the report's own day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from detente.dating.attach import mention_head
from detente.dating.clauses import clause_tense, clause_verb, hangs_on, verb_tense
from detente.dating.days import Days, make_date, month_days
from detente.dating.grammar import load_grammar
from detente.dating.holders import OPEN, Evidence
from detente.dating.landmarks import telling
from detente.model import Document, Span, TimeMention, Token

_YEARS = range(1950, 2100)
_BACK = 330
"""Days within which a report names a day or month that is over without its year."""
_ON = 330
"""The same for a day that is to come."""
_NEAR_BACK, _NEAR_ON = 170, 125
"""The same where the clause does not tell whether the day is over: such days are nearer to the report."""
_LIKELY = {True: (40, 62), False: (120, 150)}
"""Days before a day named (True) or a month (False), and after it, within which a report names it as a rule."""
_ONE_SEASON = 45
"""Days within which the days of a month that a report names are told together."""
_SEASON_AHEAD, _SEASON_OVER = 75, 125
"""Days before the last of these, and after it, in which reports tell of them so."""
_DAY_RULES = frozenset({"month-day", "day-month", "days-of-month"})
_MONTH_RULES = frozenset({"month", "mod-month"})
_LIMITS = frozenset({"until", "by", "before"})
"""Parts of times up to which something lasts or must be done: they may lie ahead of what is over."""
_JUST_OVER = 60
"""Days for which a day is still told as what was set, allowed or hoped for."""
_SINCE = frozenset({"since", "after", "on", "during"})


@dataclass(frozen=True, slots=True)
class _Named:
    """What the words of a date without a year name."""

    month: int
    first: int | None
    last: int | None
    weekday: int | None

    @property
    def is_name(self) -> bool:
        """Whether the day is the name of what happened on it: "the September 11 attacks"."""
        return f"{self.month:02}-{self.first or 0:02}" in telling("days_of_name")

    def days(self, year: int) -> Days | None:
        """Its days in a year; None where the calendar has none."""
        if self.first is None or self.last is None:
            return month_days(year, self.month)
        first, last = make_date(year, self.month, self.first), make_date(year, self.month, self.last)
        if first is None or last is None or (self.weekday is not None and first.weekday() != self.weekday):
            return None
        return first, last


def is_name(document: Document, mention: TimeMention) -> bool:
    """Whether a time is a day by the name of which something is known."""
    named = _read(document, mention) if mention.rule in _DAY_RULES else None
    return named is not None and named.is_name


def yearless_dates(document: Document, times: tuple[TimeMention, ...], cited: list[Span]) -> Iterator[Evidence]:
    """Days and months without a year: past ones within the year before the report, coming ones within the year after.

    Args:
        times: the report's time expressions.
        cited: passages that name the day of an agency's report, which are evidence of their own.
    """
    together: dict[tuple[int, int], Span] = {}
    for mention in times:
        known = mention.interval is not None and mention.interval.days == 1
        if known or mention.rule not in _DAY_RULES | _MONTH_RULES:
            continue
        if any(passage.contains(mention.span) for passage in cited):
            continue
        named = _read(document, mention)
        if named is None or named.is_name:
            continue
        head = mention_head(document, mention)
        verb = clause_verb(head)
        tense = clause_tense(head) if verb is not None and hangs_on(head, verb) else None
        if named.first is None and (tense is None or _of_a_year(document, mention)):
            continue
        limit = mention.part in _LIMITS or head.dep == "attr" or (verb is not None and _of_noun(verb, head))
        loose = named.first is not None and (tense in (None, "present") or limit) and named.weekday is None
        back = _NEAR_BACK if loose else _BACK if tense != "future" else _JUST_OVER if _was_to_be(verb) else 0
        on = _NEAR_ON if loose else _ON if tense != "past" else 0
        spans = [span for year in _YEARS if (span := named.days(year))]
        days = tuple(_around(first, last, on, back, mention.rule == "month") for first, last in spans)
        of_day = named.first is not None
        ahead, over = _LIKELY[of_day]
        likely = tuple(_around(first, last, min(on, ahead), min(back, over), False) for first, last in spans)
        why = "day of a month" if of_day else "month"
        yield Evidence(days, why, (mention.span,), firm=of_day and not loose, likely=likely)
        if named.first is not None and named.last is not None:
            together.setdefault((named.month, named.last), mention.span)
    yield from _of_one_season(together)


def _of_noun(verb: Token, head: Token) -> bool:
    """Whether a time read into its clause may go with a meeting or vote before it: "discussed the summit on May 4"."""
    words = verb.sentence.tokens
    between = words[verb.i + 1 - words[0].i : head.i - words[0].i]
    return any(t.lemma in telling("appointed") for t in between)


def _was_to_be(verb: Token | None) -> bool:
    """Whether what lies ahead did so only of something past: "was set for", "allowed it to begin", "was to"."""
    if verb is None or any(c.tag == "MD" for c in verb.children):
        return False
    above = clause_verb(verb.head) if verb.head is not verb else None
    own = any(c.tag == "VBD" and c.dep in ("aux", "auxpass") for c in verb.children)
    return own or (above is not None and above is not verb and verb_tense(above) == "past")


def _of_one_season(named: dict[tuple[int, int], Span]) -> Iterator[Evidence]:
    """Two days or more without their year, near to each other: what the report's time talks of."""
    year = 2001
    places = sorted((day, span) for (month, number), span in named.items() if (day := make_date(year, month, number)))
    if len(places) < 2:
        return
    turns = [(places[i][0] - places[(i + 1) % len(places)][0]).days % 365 for i in range(len(places))]
    width = min(turns)
    last = places[turns.index(width)][0]
    if width <= _ONE_SEASON:
        known = [day for y in _YEARS if (day := make_date(y, last.month, last.day))]
        days = tuple((day - timedelta(_SEASON_AHEAD), day + timedelta(_SEASON_OVER)) for day in known)
        yield Evidence(days, "days of one season", tuple(s for _, s in places), firm=False, exact=True)


def _around(first: date, last: date, on: int, back: int, whole: bool) -> Days:
    """Days of a report that names days so; a month that is over has ended before, one to come not begun."""
    if whole and not on:
        return last + timedelta(1), last + timedelta(back)
    if whole and not back:
        return first - timedelta(on), first - timedelta(1)
    return first - timedelta(on), last + timedelta(back)


def _read(document: Document, mention: TimeMention) -> _Named | None:
    grammar = load_grammar()
    words = mention.span.of(document.text).lower()
    for mark in ".,-–—":
        words = words.replace(mark, " ")
    parts = words.split()
    month = next((int(grammar.words["month"][w]) for w in parts if w in grammar.words["month"]), None)
    numbers = [int(w) for w in parts if w.isdigit() and 1 <= int(w) <= 31]
    weekday = next((int(grammar.words["weekday"][w]) for w in parts if w in grammar.words["weekday"]), None)
    if month is None or (mention.rule in _DAY_RULES and not numbers):
        return None
    if mention.rule in _MONTH_RULES:
        return None if len(parts) > 1 and "may" in parts and "in" not in parts else _Named(month, None, None, None)
    return _Named(month, numbers[0], numbers[-1], weekday)


def _of_a_year(document: Document, mention: TimeMention) -> bool:
    """Whether the sentence names a year that the month could belong to."""
    sentence = document.tokens[mention.tokens[0]].sentence
    return any(t.text.isdigit() and len(t.text) == 4 for t in sentence.tokens) or mention.part not in _SINCE


def dates_ahead(document: Document, times: tuple[TimeMention, ...]) -> Iterator[Evidence]:
    """The earliest full date that is told as still to come: the report is no younger."""
    best: TimeMention | None = None
    for mention in times:
        interval = mention.interval
        if interval is None or interval.how != "stated" or interval.days > 31 or mention.kind != "date":
            continue
        head = mention_head(document, mention)
        verb = clause_verb(head)
        if verb is None or not hangs_on(head, verb) or clause_tense(head) != "future" or mention.part != "on":
            continue
        if "would" in {c.lower for c in verb.children} or verb.dep in ("relcl", "advcl", "xcomp", "acl"):
            continue
        if best is None or best.interval is None or interval.last < best.interval.last:
            best = mention
    if best is not None and best.interval is not None:
        yield Evidence(((date(_YEARS.start, 1, 1), best.interval.last),), "date ahead", (best.span,))


__all__ = ["OPEN", "dates_ahead", "is_name", "yearless_dates"]
