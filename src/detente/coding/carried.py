"""The day of a meeting told before, carried to what was agreed or said there: "The two agreed", "at the talks, he"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from detente.codebook.lexicon import word_list
from detente.coding.calendar import Calendar
from detente.coding.date_options import NEAR, PRESENT, THREAD
from detente.coding.draft import AHEAD, Draft
from detente.coding.phrases import is_verb
from detente.coding.sources import SAYING
from detente.coding.telling import tense_form, verb_of
from detente.coding.written import report_days
from detente.model import Interval, Token

BOTH, WHERE = word_list("both-of-a-meeting"), word_list("where-one-meets")
DURING = frozenset({"at", "during", "in", "after", "following"})
OWN = frozenset({"the", "that", "this", "their", "joint"})
NEAR_BY, WEEK, EVE = 2, 7, 2
"""Sentences after a meeting in which words speak of it; days that it lasts at most, and those of an eve."""


def date_by_meeting(draft: Draft, calendar: Calendar) -> None:
    """Give a deed the days of the meeting at which it was done, where these are over as the report is written."""
    if draft.status != "occurred" or draft.quoted or draft.how.get("date") not in (None, PRESENT):
        return
    if calendar.published is None or calendar.of(draft.hit.word.sentence):
        return
    met = _meeting(draft, calendar.told, report_days(calendar.published))
    verbs = list(_verbs(draft.hit.word)) if met is not None else []
    if met is None or met.date is None or not verbs or tense_form(verbs[-1]) != "past":
        return
    both = draft.keys <= met.keys and any(map(_is_of_both, verbs))
    if both or (draft.keys & met.keys and any(map(_is_there, verbs))):
        draft.undate()
        draft.date, draft.how["date"] = met.date.read_as("inferred"), THREAD
        draft.spans["date"] = met.spans.get("date", ())


def date_by_eve(draft: Draft, calendar: Calendar) -> None:
    """Give what somebody spoke or acted "on the eve of" the day after that, where it is not over."""
    eve, published = draft.hit.word.head.head, calendar.published
    if eve.lower != "eve" or draft.hit.word.dep != "pobj" or draft.status not in AHEAD or published is None:
        return
    verb = verb_of(eve)
    if verb is None or eve.dep != "pobj" or eve.head.lower != "on":
        return
    told = calendar.when(verb)
    days = told[0] if told is not None else calendar.present(calendar.document, verb)
    if days is not None and days.days <= EVE and days.last >= published.first - timedelta(1):
        draft.undate()
        first = max(days.first + timedelta(1), published.first)
        draft.date, draft.how["date"] = Interval(first, days.last + timedelta(1), "relative"), NEAR


def _meeting(draft: Draft, told: Sequence[Draft], present: Interval) -> Draft | None:
    """The last meeting told, a sentence or two before, that has a day of its own before the report's."""
    at = draft.hit.word.sentence.index
    near = (d for d in reversed(told) if 0 < at - d.hit.word.sentence.index <= NEAR_BY and d.type == "CONSULT")
    met = next(near, None)
    if met is None or met.date is None or met.status != "occurred" or met.how.get("date") in (PRESENT, NEAR):
        return None
    return met if met.date.days <= WEEK and met.date.last < present.first else None


def _verbs(word: Token) -> Iterator[Token]:
    """The verb of a deed, and that of saying it."""
    verb = verb_of(word)
    while verb is not None:
        yield verb
        above = verb_of(verb.head) if verb.dep in ("ccomp", "xcomp") and verb.head is not verb else None
        verb = above if above is not None and (above.lemma in SAYING or verb.dep == "xcomp") else None


def _is_of_both(verb: Token) -> bool:
    """Whether those who met are the subject: "the two", "both sides", "they"."""
    subjects = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass")]
    return any(t.lower in BOTH for s in subjects for t in (s, *s.children))


def _is_there(verb: Token) -> bool:
    """Whether something is done at the meeting: "at a joint news conference", "after their talks"."""
    places = (p for c in verb.children if c.dep == "prep" and c.lower in DURING for p in c.children if p.dep == "pobj")
    return any(p.lemma in WHERE and not is_verb(p) and OWN & {c.lower for c in p.children} for p in places)
