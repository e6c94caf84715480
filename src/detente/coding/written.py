"""The days on which a report was written: those it is dated by, or the day after, where it tells of that as over."""

from __future__ import annotations

from datetime import timedelta

from detente.codebook.lexicon import word_list
from detente.coding.background import stands_off
from detente.coding.telling import tense_form, verb_of
from detente.model import Document, Interval, TimeMention

WEEKDAYS = frozenset({"weekday", "weekday-part-first"})
DUE = word_list("planned-for")


def written_on(document: Document) -> Interval | None:
    """The report's own day; of one that is handed over with a day, the next where that is told as over.

    "Said on Sunday", in a report of a Saturday, was written in another time zone or brought up to date.
    """
    published = document.published
    if published is None or published.how != "handed" or published.days > 1:
        return published
    after = published.shift(1)
    days = (m for m in document.times if m.rule in WEEKDAYS and m.interval is not None)
    told = any(m.interval.first == after.first and _is_over(document, m) for m in days if m.interval is not None)
    return after if told else published


def _is_over(document: Document, mention: TimeMention) -> bool:
    """Whether a time is that of what is told in the past tense: not "was scheduled for Sunday"."""
    time = document.tokens[mention.tokens[0]]
    verb = verb_of(time)
    told = verb is not None and tense_form(verb) == "past" and verb.lower not in DUE
    return told and verb is not None and not stands_off(time, verb)


def report_days(published: Interval) -> Interval:
    """The report's day and the one before; its own days where they are several."""
    first = published.first - timedelta(1) if published.days == 1 else published.first
    return Interval(first, published.last, "inferred")
