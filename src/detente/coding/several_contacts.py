"""Several visits, meetings or calls that one word tells: a draft for each."""

from __future__ import annotations

from dataclasses import replace

from detente.codebook.lexicon import word_list
from detente.coding.draft import DateOption, Draft
from detente.model import Party

MANY, APART, TOGETHER = word_list("calls-of-many"), word_list("apart"), word_list("together")
MEETING, MEETINGS = word_list("meeting-one"), word_list("meetings-of-one")
TIMES = word_list("days-and-months")


def split_tours(drafts: list[Draft]) -> list[Draft]:
    """A tour of several states is one visit to each, calls to several of their leaders one call to each."""
    return [part for draft in drafts for part in _parts(draft)]


def _parts(draft: Draft) -> list[Draft]:
    """The visits, calls or separate meetings that a draft tells in one word."""
    if draft.type == "CONSULT" and draft.mode == "visit":
        return _stops(draft)
    return _calls(draft) if draft.type == "CONSULT" and _is_apart(draft) else [draft]


def _stops(draft: Draft) -> list[Draft]:
    hosts = list(dict.fromkeys(p.key for p in draft.recipients))
    if len(hosts) < 2:
        return [draft]
    found = []
    sides = [tuple(p for p in draft.recipients if p.key == host) for host in hosts]
    days = _own_days(draft, sides)
    for host, recipients, own in zip(hosts, sides, days, strict=True):
        place = draft.place if draft.place is not None and draft.place.state == host else None
        stop = replace(draft, recipients=recipients, place=place, how=dict(draft.how), features={})
        if own is not None:
            stop.spans = draft.spans | {"date": own.spans}
            stop.date, stop.how["date"] = own.days, own.how
        found.append(stop)
    return found


def _own_days(draft: Draft, sides: list[tuple[Party, ...]]) -> list[DateOption | None]:
    """The days named behind each of those whom one word tells of: "visited X in May and Y in June"; else none."""
    starts = [min((span.start for p in side for span in p.spans), default=0) for side in sides]
    ends = [*starts[1:], draft.hit.word.sentence.span.end]
    named = [o for o in draft.options if o.spans]
    found = [
        next((o for o in named if start < o.spans[0].start < end), None)
        for start, end in zip(starts, ends, strict=True)
    ]
    return found if starts == sorted(starts) and all(found) else [None] * len(sides)


def _calls(draft: Draft) -> list[Draft]:
    """One draft for each of those whom the initiator called or met in turn."""
    began = draft.how.get("initiator", "").split(", ")
    callers = list(dict.fromkeys(p.key for p in draft.actors if p.key in began))
    called = list(dict.fromkeys(p.key for p in draft.actors if p.key not in began))
    in_turn = len(called) == 1 and len(callers) > 1 and _is_each(draft)
    if in_turn:
        began, called = called, callers  # "X and Y each phoned Z"
    caller = tuple(p for p in draft.actors if [p.key] == began)
    if not caller or len(called) < 2 or draft.recipients:
        return [draft]
    found: list[Draft] = []
    for key in called:
        actors = (*caller, *(p for p in draft.actors if p.key == key))
        mode = None if draft.mode == "multilateral" else draft.mode
        how = draft.how | {"initiator": key} if in_turn else dict(draft.how)
        part = replace(draft, actors=actors, mode=mode, how=how, spans=dict(draft.spans), features={})
        if found and _has_own_day(draft, found[-1].actors[len(caller) :], actors[len(caller) :]):
            part.undate()
        found.append(part)
    return found


def _is_each(draft: Draft) -> bool:
    """Whether several had a contact of their own: "X and Y each met Z", "X and Y met separately with Z"."""
    word = draft.hit.word
    near = word.sentence.tokens[max(0, word.i - word.sentence.tokens[0].i - 1)]
    return near.lower == "each" or any(c.lower in APART for c in word.children)


def _has_own_day(draft: Draft, before: tuple[Party, ...], met: tuple[Party, ...]) -> bool:
    """Whether a day is named behind each: "met X on Sunday and Y on Tuesday"."""
    first, second = (min((p.spans[0].start for p in side if p.spans), default=0) for side in (before, met))
    days = [t.start for t in draft.hit.word.sentence.tokens if t.lower in TIMES]
    return any(first < day < second for day in days) and any(day > second for day in days)


def _is_apart(draft: Draft) -> bool:
    """Whether the words tell of several contacts: "called X and Y", "held separate talks with X and Y"."""
    word = draft.hit.word
    near = {t.lemma for t in word.sentence.tokens}
    if draft.mode == "phone":
        return word.lemma not in MANY and not near & MANY
    beside = {form for t in (word, *draft.hit.slots.object) for c in t.children for form in (c.lemma, c.lower)}
    if beside & APART or _is_each(draft):
        return True
    return not beside & TOGETHER and (_each_by_name(draft) or word.lower in MEETINGS)


def _each_by_name(draft: Draft) -> bool:
    """Whether one meets several who are all named ("met with A and B"): each by himself, where nothing joins them.

    Those named by one title ("met the leaders of X and Y") were met together.
    """
    began = draft.how.get("initiator", "").split(", ")
    met = [p for p in draft.actors if p.key not in began]
    named = all(p.person for p in met) and len({p.spans for p in met}) == len(met)
    return draft.hit.kind == "V" and draft.hit.word.lemma in MEETING and named
