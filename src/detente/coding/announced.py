"""Days on which a deed was only spoken of: its announcement, what calls it off, when it was still to be."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.calendar import Calendar
from detente.coding.draft import AHEAD, Draft
from detente.coding.phrases import has_to
from detente.coding.telling import verb_of
from detente.model import Interval, Span

AWAITED, ANNOUNCING = word_list("types-awaited"), word_list("announcing")
OBJECTS = frozenset({"dobj", "nsubjpass"})
UNDONE = frozenset({"postponed", "cancelled"})
DUE = word_list("planned-for")
WEEK = 7


def is_of_its_announcement(
    draft: Draft, calendar: Calendar, days: Interval, kind: str, spans: tuple[Span, ...]
) -> bool:
    """Whether days are those on which one spoke of what lies ahead: over, or, of a meeting, of saying so.

    A meeting called off has no day but that on which it was to be.
    """
    published = calendar.published
    if kind in ("own", "near") and spans and _is_of_announcing(draft, calendar, spans[0]):
        return True
    if draft.status in UNDONE and draft.type == "CONSULT":
        return not spans or (_is_of_its_end(draft, calendar, spans[0]) and not _was_to_be(draft, calendar, spans[0]))
    if draft.status not in AHEAD or published is None:
        return False
    if kind == "near" and spans:
        verb = verb_of(calendar.head(calendar.by_span[spans[0]]))
        told = verb is not None and verb.tag in ("VBD", "VBG")
    else:
        told = kind == "saying"
    over = days.last < published.first and not (kind == "own" and spans and _was_to_be(draft, calendar, spans[0]))
    return over or (draft.type in AWAITED and told and days.last <= published.last)


def _was_to_be(draft: Draft, calendar: Calendar, span: Span) -> bool:
    """Whether a time is that of a deed which then lay ahead: "was to meet X last month"."""
    mention, verb = calendar.by_span.get(span), verb_of(draft.hit.word)
    head = calendar.head(mention) if mention is not None else None
    if head is None or verb is None or not {verb, verb.head} & {head.head, head.head.head}:
        return False
    over = verb.head
    past = "VBD" in (over.tag, over.head.tag, *(c.tag for c in over.children if c.dep == "auxpass"))
    return verb.dep == "xcomp" and past and (over.lower in DUE or over.lemma == "be") and has_to(verb)


def _is_of_announcing(draft: Draft, calendar: Calendar, span: Span) -> bool:
    """Whether a time is that of the announcement: "the summit was announced on Monday" is later."""
    mention, verb = calendar.by_span.get(span), draft.hit.word.head
    return is_announced_only(draft) and mention is not None and verb_of(calendar.head(mention)) is verb


def _is_of_its_end(draft: Draft, calendar: Calendar, span: Span) -> bool:
    """Whether a time that is not to come is said of what calls a meeting off, not of the meeting itself."""
    mention, published = calendar.by_span.get(span), calendar.published
    if mention is None:
        return True
    days, head = mention.interval, calendar.head(mention)
    if draft.dated_by[-1] in head.ancestors():
        return False
    return days is None or (days.days <= WEEK and (published is None or days.last <= published.last))


def is_announced_only(draft: Draft) -> bool:
    """Whether a meeting is only told to have been announced."""
    word = draft.hit.word
    return draft.type == "CONSULT" and word.dep in OBJECTS and word.head.lemma in ANNOUNCING
