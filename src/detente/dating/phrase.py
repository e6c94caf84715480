"""From a phrase, or a match in a text, to days: the one place where rules, readers and the report's day meet."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from datetime import date

from detente.dating import absolute, relative
from detente.dating.days import add_months
from detente.dating.grammar import OTHER, Grammar, Rule, load_grammar
from detente.dating.reading import MONTH, WIDE, YEAR, Found, Reading, Words
from detente.model import How, Interval

_LONGEST = 400
"""Characters of a phrase that are looked at; no time expression is longer."""
_STOP = re.compile(r"(?<=\d)\. (?=\d)")
"""A full stop between two sentences that would read as a decimal point."""
_QUARTER = re.compile(r"\d{4}-Q\d")
_MONEY = re.compile(r"[$£€¥#]\d{1,20}")
_WINDOW = 40
"""Words that the longest rule can span."""
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "`": "'", "–": "-", "—": "-", "\xa0": " ", "‑": "-"})
_READERS: dict[str, Callable[[Words], Found | None]] = {
    name[5:]: reader
    for module in (absolute, relative)
    for name, reader in vars(module).items()
    if name.startswith("read_")
}


def date_phrase(phrase: str, anchor: Interval | None, tense: str | None = None) -> Interval | None:
    """Turn a time expression into the days it can mean.

    Args:
        phrase: the words as printed, absolute or relative ("last Sunday").
        anchor: the day(s) the report was written, local to its dateline; None: not known.
        tense: of the clause, "past" or "future"; decides weekdays and bare months. None: weekdays are past, months
            and days of a month the nearest.
    Returns:
        Inclusive days, never narrower than the words support; None where they say nothing.
    Raises: nothing for bad data.
    Source: TIMEX3 annotation guidelines 1.2.1 for what counts as a time expression.

    >>> date_phrase("on Monday", Interval.day("2009-01-27"))
    Interval(2009-01-26)
    >>> date_phrase("last March", Interval.day("2019-02-16"))
    Interval(2018-03)
    >>> date_phrase("yesterday", None) is None
    True
    """
    reading = read_phrase(phrase, anchor, tense)
    return reading.interval if reading else None


def read_phrase(phrase: str, anchor: Interval | None, tense: str | None = None) -> Reading | None:
    """Like `date_phrase`, with TIMEX3 value, rule and kind; the longest expression in the phrase is read."""
    best: Reading | None = None
    for reading in scan(phrase[:_LONGEST], anchor, lambda *_: tense):
        if best is None or reading.end - reading.start > best.end - best.start:
            best = reading
    return best


def explain_phrase(phrase: str, on: Interval | None, tense: str | None = None) -> str:
    """What a phrase means on a day, in words, for people."""
    reading = read_phrase(phrase, on, tense)
    if reading is None:
        return f"{phrase!r}: no time expression found"
    known = f"{reading.interval.first} to {reading.interval.last}" if reading.interval else "nothing bounds it"
    lines = [f"{phrase!r}" + (f" on {on.edtf}" if on else ""), f"  days   {known}"]
    if reading.interval:
        lines += [f"  EDTF   {reading.interval.edtf}", f"  how    {reading.interval.how}"]
    return "\n".join(
        [*lines, f"  TIMEX3 {reading.value or '-'}", f"  kind   {reading.kind}", f"  rule   {reading.rule}"]
    )


def scan(
    text: str, anchor: Interval | None, tense_at: Callable[[int, int], str | None], previous: Reading | None = None
) -> Iterator[Reading]:
    """All time expressions of a text, left to right, the longest at each place.

    Args:
        tense_at: the tense of the clause at a range of characters.
        previous: the date last mentioned before the text, for "the day before".
    """
    grammar = load_grammar()
    straight = _MONEY.sub(_blank, _STOP.sub("; ", text.translate(_STRAIGHT)))
    words, signs = grammar.lex(straight)
    if not signs.strip(OTHER):
        return
    places = grammar.places(straight)
    at = 0
    for begin in grammar.starters.finditer(signs):
        while at < begin.end():
            at = max(at, begin.start())
            for rule, match in _matches(signs[at : min(begin.end(), at + _WINDOW)]):
                groups = match.re.groupindex
                skip = max(match.end("skip"), 0) if "skip" in groups else 0
                length = match.start("rest") if "rest" in groups else match.end()
                first, last = _bounds(words, at + skip, length - skip)
                start, end = places[first][0], places[last][1]
                kept = {n: words[at + match.start(n) : at + match.end(n)] for n, w in match.groupdict().items() if w}
                reading = _read(grammar, rule, kept, anchor, previous, _ahead(words, first, tense_at(start, end)))
                if reading:
                    if reading.interval and reading.kind == "date" and not reading.anaphoric:
                        previous = reading
                    yield _placed(reading, start, end)
                    at += length - 1
                    break
            at += 1


def _blank(match: re.Match[str]) -> str:
    return "#" * (match.end() - match.start())


def _bounds(words: list[str], at: int, length: int) -> tuple[int, int]:
    """First and last word of an expression: without its preposition, and without the full stop of a sentence."""
    first, last = at, at + length - 1
    if words[first].lower() in ("on", "in", "at") and first < last:
        first += 1
    if words[last] == "." and words[last - 1].lower() not in load_grammar().abbreviations:
        last -= 1
    return first, last


def _ahead(words: list[str], first: int, tense: str | None) -> str | None:
    """What comes "by", "through" or "until" a time looks ahead to it, unless its clause looks back."""
    limits = first > 0 and words[first - 1].lower() in ("by", "through", "until", "till")
    return "future" if limits and tense != "past" else tense


def _placed(reading: Reading, start: int, end: int) -> Reading:
    return Reading(
        reading.interval, reading.value, reading.rule, reading.kind, reading.mod, reading.anaphoric, start, end
    )


@functools.lru_cache(maxsize=20_000)
def _matches(signs: str) -> tuple[tuple[Rule, re.Match[str]], ...]:
    """Rules that match at the start of a class string, longest match first, then in their order."""
    found = [(rule, m) for rule in load_grammar().rules if (m := rule.pattern.match(signs))]
    return tuple(sorted(found, key=lambda f: -f[1].end()))


def _read(
    grammar: Grammar,
    rule: Rule,
    kept: dict[str, list[str]],
    anchor: Interval | None,
    previous: Reading | None,
    tense: str | None,
) -> Reading | None:
    kept = {name: [word.lower() for word in words] for name, words in kept.items()}
    if quarter := _same_quarter(kept, rule, previous):
        return quarter
    anaphoric = bool({"anaback", "anaon"} & kept.keys()) or rule.read == "same"
    base = previous.interval if anaphoric and previous else None if anaphoric else anchor
    ends: list[date | None] = [None] if base is None else [*sorted({base.first, base.last})]
    handed = base is not None and base.how == "handed"
    found = [_READERS[rule.read](Words(kept, grammar, day, tense, handed)) for day in ends]
    if any(f is None for f in found):
        return None
    first = found[0]
    assert first is not None
    wide = base is not None and base.days > WIDE and first.grain < YEAR and not first.absolute
    days = [f.days for f in found if f and f.days]
    interval = None
    if days and len(days) == len(found) and not wide:
        how: How = "stated" if first.absolute else "relative"
        interval = Interval(min(d[0] for d in days), max(d[1] for d in days), how)
    if anaphoric and interval and anchor and interval.first > anchor.last and tense != "future":
        interval = None
    if rule.read == "weekday" and interval and anchor and previous and _is_between(interval, anchor, previous):
        interval = interval.shift(-7)
        return Reading(interval, interval.edtf, rule.name, first.kind, first.mod, anaphoric)
    value = first.value if len({f.value for f in found if f}) == 1 else None
    return Reading(interval, value, rule.name, first.kind, first.mod, anaphoric)


def _is_between(interval: Interval, anchor: Interval, previous: Reading) -> bool:
    """Whether a day of the week that would lie ahead comes between one told before and the report.

    "Came on Sunday and was to meet Y on Monday", written on Tuesday.
    """
    told = previous.interval
    if told is None or previous.rule != "weekday" or interval.days > 1 or interval.first <= anchor.last:
        return False
    return told.last.toordinal() < interval.first.toordinal() - 7 <= anchor.last.toordinal()


def _same_quarter(kept: dict[str, list[str]], rule: Rule, previous: Reading | None) -> Reading | None:
    """ "a year ago" after "the third quarter": that quarter of the year before."""
    if not previous or not previous.value or not previous.interval or not _QUARTER.fullmatch(previous.value):
        return None
    months = -12
    if rule.read == "year_period" and "year" in kept:
        months = 12 * (int(kept["year"][0]) - previous.interval.first.year)
    elif rule.read == "year_period":
        months = 12 * int(load_grammar().words["direction"].get(kept["dir"][0], 0))
    elif rule.read != "away" or kept.get("unit") != ["year"] or kept.get("n", ["a"]) not in (["a"], ["one"]):
        return None
    first, last = add_months(previous.interval.first, months), add_months(previous.interval.last, months)
    if not first or not last:
        return None
    value = f"{first.year:04}{previous.value[4:]}"
    return Reading(Interval(first, last, "relative"), value, rule.name, "date", anaphoric=True)


__all__ = ["MONTH", "date_phrase", "explain_phrase", "read_phrase", "scan"]
