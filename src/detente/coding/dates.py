"""When a coded deed happened: its own words first, then its saying, then the report's present, never for background."""

from __future__ import annotations

from datetime import timedelta

from detente.codebook.lexicon import word_list
from detente.coding.background import is_anchored, is_said_now, occasion_of
from detente.coding.calendar import Calendar
from detente.coding.date_options import NOT_NOW, PRESENT, is_saying
from detente.coding.draft import Draft
from detente.coding.sources import Source
from detente.model import Document, Interval

ANSWERS, DEEDS = word_list("types-answering"), word_list("types-of-force")
LONGEST = 800
"""Days from a deed to the report beyond which nothing is said of when one spoke of it."""


def set_date(draft: Draft, source: Source | None, calendar: Calendar) -> None:
    """Date a draft by its own words, by the verb that reports it, or, where it is news, by the report's present."""
    document, present, background = calendar.document, calendar.present, calendar.background
    word = draft.dated_by[0]
    saying = source.verb if source is not None and is_saying(draft, source) else None
    spoken = "speaker" in draft.hit.entry.actor
    for token in (saying,) if spoken and saying else (*draft.dated_by, saying):
        dated = calendar.when(token) if token is not None else None
        if dated is not None:
            draft.date, span, how = dated
            draft.how["date"] = how
            if span is not None:
                draft.spans["date"] = (span,)
            return
    token = saying or word
    if saying is None and any(t.dep == "relcl" for t in (token, *token.ancestors())):
        return
    if token.sentence.index in background or is_anchored(token) or draft.status in NOT_NOW:
        return
    draft.date = present(document, token)
    if draft.date is None and saying is not None and is_said_now(saying):
        draft.date = _day_of(document)
    if draft.date is None and draft.type == "CONSULT" and draft.hit.kind == "N":
        verb = occasion_of(word)
        draft.date = present(document, verb) if verb is not None else None
    if draft.date is not None:
        draft.how["date"] = PRESENT


def _day_of(document: Document) -> Interval | None:
    """The day of a report and the one before, where its day is known."""
    published = document.published
    if published is None or published.days > 3:
        return None
    return Interval(published.first - timedelta(1), published.last, "inferred")


def date_by_deeds(drafts: list[Draft], document: Document) -> None:
    """Bound what was said of a deed that another event dates: between that deed and the report.

    Only where the words set it apart from the report's present ("before he was elected, X condemned the raid").
    """
    published = document.published
    if published is None:
        return
    for draft in drafts:
        if draft.date is not None or draft.type not in ANSWERS or draft.status != "occurred":
            continue
        if not is_anchored(draft.hit.word):
            continue
        slots = draft.hit.slots
        about = [*slots.object, *(t for name in ("over", "for", "of") for t in slots.preps.get(name, ()))]
        for deed in drafts:
            told = deed is not draft and deed.type in DEEDS
            if told and deed.date is not None and any(span.contains(t.span) for t in about for span in deed.evidence):
                first = deed.date.first
                if first <= published.last and (published.last - first).days <= LONGEST:
                    draft.date = Interval(first, published.last, "bounded")
                    draft.how["date"] = "after what it speaks of"
                break
