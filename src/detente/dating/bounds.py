"""The days that a time expression leaves to what hangs on it: before, after, since and until it, or so far from it."""

from __future__ import annotations

from detente.dating.clauses import clause_verb, is_verb, verb_tense
from detente.dating.reading import WIDE
from detente.dating.relative import jump
from detente.model import Interval, TimeMention, Token


def stays(mention: TimeMention, head: Token, carrier: Token) -> bool:
    """Whether "since" goes with the noun before it, not with what is said of that ("all tests since 1998 failed")."""
    noun = head.head.head if head.head.dep == "prep" else head
    return mention.part == "since" and noun is not carrier and noun.dep in ("nsubj", "nsubjpass") and is_verb(carrier)


def is_past(mention: TimeMention, published: Interval | None) -> bool:
    """Whether a time is over as the report is written."""
    days = mention.interval
    return days is not None and published is not None and published.days <= WIDE and days.last < published.first


def stand_off(base: Interval, sign: int, count: float, unit: str, words: str) -> Interval | None:
    """So many units before or after, as precise as the unit; "more than" goes on for one unit, "less than" back."""
    beyond = words.startswith(("more", "over", "at least"))
    within = words.startswith(("less", "under", "nearly", "almost", "barely"))
    ends = [jump(day, unit, sign * n) for day in (base.first, base.last) for n in (count, count + beyond - within)]
    known = [day for day in ends if day]
    if len(known) < len(ends):
        return None
    slack = 0 if beyond or within or unit == "D" else 4 if unit == "W" else 16
    days = Interval(min(known), max(known), "relative")
    return Interval(days.shift(-slack).first, days.shift(slack).last, "relative")


def doubt(mention: TimeMention) -> float:
    """A time that only bounds the deed says less than its day; so does a gathering of which it only may be part."""
    return 0.5 if mention.part != "on" or mention.rule == "gathering" else 0.0


def event_days(mention: TimeMention, carrier: Token, published: Interval | None, new: bool) -> Interval | None:
    """The days that a time expression leaves to what hangs on it.

    Args:
        new: whether they are the new days of what is put off or brought forward.
    """
    interval = mention.interval
    assert interval is not None
    verb = clause_verb(carrier)
    tense = verb_tense(verb) if verb else None
    today = published if published and published.days <= WIDE else None
    if mention.part in ("since", "after", "before", "until") and _names(carrier, mention):
        return interval
    if mention.part == "since":
        if carrier.tag == "NNS" and published and interval.first <= published.last and tense != "future":
            return Interval(interval.first, published.last, "bounded")
        perfect = verb is not None and any(c.lemma in ("have", "be") for c in verb.children if c.dep.startswith("aux"))
        if not (is_verb(carrier) and perfect and published and interval.first <= published.last):
            return interval if tense == "future" and interval.days == 1 else None
        return Interval(interval.first, published.last, "bounded")
    if mention.part == "after":
        return days_after(mention, carrier, published)
    if mention.part == "until" and new:
        return interval
    if mention.part in ("by", "before") and tense == "future" and today:
        ends = mention.part == "by" or mention.rule == "end-of-period"
        last = interval.last if ends else interval.shift(-1).first
        return Interval(today.first, last, "bounded") if today.first <= last else None
    if mention.part in ("before", "until", "by"):
        return None
    if today and interval.overlaps(today) and interval.days > 1 and not _names(carrier, mention):
        return _cut(interval, today, tense)
    return interval


def _names(noun: Token, mention: TimeMention) -> bool:
    """Whether a time stands before the noun it dates ("since the 2011 war"): its preposition goes with the noun."""
    return not is_verb(noun) and any(c.i == mention.tokens[0] for c in noun.children) and mention.tokens[0] < noun.i


def days_after(mention: TimeMention, carrier: Token, published: Interval | None) -> Interval | None:
    """From the day named to the report's own, for what is told in a past tense."""
    verb, interval = clause_verb(carrier), mention.interval
    if interval is None or published is None or interval.first > published.last:
        return None
    told = verb is not None and verb_tense(verb) == "past" and published.days <= WIDE
    return Interval(interval.first, published.last, "bounded") if told else None


def _cut(interval: Interval, today: Interval, tense: str | None) -> Interval:
    """Of a stretch that holds the report's day, the part that the tense speaks of."""
    if tense == "past" and interval.first <= today.last:
        return Interval(interval.first, min(interval.last, today.last), interval.how)
    if tense == "future" and today.first <= interval.last:
        return Interval(max(interval.first, today.first), interval.last, interval.how)
    return interval
