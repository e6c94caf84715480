"""When a coded deed happened: its own words first, then its saying, then the report's present, never for background."""

from __future__ import annotations

from datetime import timedelta

from detente.coding.background import is_anchored, is_said_now, occasion_of
from detente.coding.date_options import NOT_NOW, PRESENT, Calendar, is_saying
from detente.coding.draft import Draft
from detente.coding.sources import Source
from detente.model import Document, Interval


def set_date(draft: Draft, source: Source | None, calendar: Calendar) -> None:
    """Date a draft by its own words, by the verb that reports it, or, where it is news, by the report's present."""
    document, when, present, background = calendar.document, calendar.when, calendar.present, calendar.background
    word = draft.dated_by[0]
    saying = source.verb if source is not None and is_saying(draft, source) else None
    spoken = "speaker" in draft.hit.entry.actor
    for token in (saying,) if spoken and saying else (*draft.dated_by, saying):
        dated = when(document, token.i) if token is not None else None
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
