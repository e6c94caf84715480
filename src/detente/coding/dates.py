"""When a coded deed happened: its own words first, then its saying, then the report's present, never for background."""

from __future__ import annotations

from datetime import timedelta

from detente.codebook.lexicon import word_list
from detente.coding.background import is_anchored, is_said_now, occasion_of
from detente.coding.cast import keys
from detente.coding.draft import Draft, Present, When
from detente.coding.sources import Source
from detente.model import Document, Interval

SPEECH = word_list("types-of-speech")
NOT_NOW = frozenset({"ongoing", "planned", "proposed"})
"""Statuses of what did not happen on the report's day: it goes on, or lies ahead."""


def set_date(
    draft: Draft, document: Document, source: Source | None, when: When, present: Present, background: set[int]
) -> None:
    """Date a draft by its own words, by the verb that reports it, or, where it is news, by the report's present."""
    word = draft.dated_by[0]
    saying = source.verb if source is not None and _is_saying(draft, source) else None
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
        draft.how["date"] = "the report's present"


def _day_of(document: Document) -> Interval | None:
    """The day of a report and the one before, where its day is known."""
    published = document.published
    if published is None or published.days > 3:
        return None
    return Interval(published.first - timedelta(1), published.last, "inferred")


def _is_saying(draft: Draft, source: Source | None) -> bool:
    """Whether the deed is the saying itself: a judgement or demand of the speaker, dated by the verb of saying.

    "They have agreed, X said on Saturday": what is told as done before was not done by saying so.
    """
    word = draft.hit.word
    done = word.tag in ("VBD", "VBN") and draft.hit.kind == "V" and "speaker" not in draft.hit.entry.actor
    if done and not draft.hit.slots.passive and word.dep in ("ccomp", "ROOT", "conj"):
        return False
    return source is not None and bool(keys(source.parties) & keys(draft.actors)) and draft.type in SPEECH
