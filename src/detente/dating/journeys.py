"""Journeys with known days: where a report tells of a traveller of `journeys.csv` abroad."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from detente.dating.clauses import clause_tense, clause_verb, is_verb
from detente.dating.days import Days
from detente.dating.holders import OPEN, Evidence, known_stints, term_days
from detente.dating.landmarks import Told, folded, occasion_words, table
from detente.model import Document, Mention, Span, Token

_LEAD = 2
"""Sentences of the body whose clauses tell the news: a journey in them goes on, is just over, or is near."""
_AHEAD, _OVER = 60, 2
"""Days before a journey in which the lead speaks of it as to come, and after it in which as of news."""
_CHAIN = frozenset({"xcomp", "conj", "ccomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DATELINE = re.compile(r"\s*([A-Z][A-Z' .-]{2,30})\b(?=,| \(|\s?[—–-])")


@dataclass(frozen=True, slots=True)
class Journey:
    """A row of journeys.csv: a stay in one state, and the places stayed at, in small letters."""

    office: str
    first: date
    last: date
    state: str
    places: frozenset[str]


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in occasion_words()["journey"].items()}


@functools.cache
def load_journeys() -> tuple[Journey, ...]:
    """The journeys known, by day."""
    return tuple(
        Journey(
            row["office"],
            date.fromisoformat(row["first"]),
            date.fromisoformat(row["last"]),
            row["state"],
            frozenset(row["places"].lower().split("|")),
        )
        for row in table("journeys")
    )


@functools.cache
def _towns() -> frozenset[str]:
    return frozenset(place for journey in load_journeys() for place in journey.places if place)


def journeys_told(document: Document) -> Iterator[tuple[Told, Evidence | None]]:
    """The journeys that a report tells of, and the days that the lead leaves where it tells of one as news."""
    by_token = {i: m for m in document.mentions if m.kind in ("state", "capital") for i in range(*m.tokens)}
    body = [s for s in document.sentences if s.kind == "body"][:_LEAD]
    for mention in document.mentions:
        offices = _offices(mention)
        if not offices:
            continue
        for word, main in _told_of(document.tokens[mention.head]):
            for place in _places(word):
                days = _days(offices, _named(document, place, by_token), word.lemma in _words()["coming"])
                if days:
                    span = Span.covering(mention.span, word.span, place.span)
                    told = Told(days, (word,), span, "journey", foreseen=True)
                    yield told, _limit(told) if main and word.sentence in body else None


def _offices(mention: Mention) -> dict[str, tuple[Days, ...]]:
    """The offices of travellers that a mention names, with the terms of its person in them."""
    known: dict[str, str] = occasion_words()["travellers"]
    if mention.former or not mention.parties or mention.kind not in ("person", "office"):
        return {}
    named = mention.parties[0]
    if mention.kind == "office":
        always: tuple[Days, ...] = ((date.min, OPEN),)
        return {named.office: always} if named.office and named.state == known.get(named.office) else {}
    states = {t.state for t in mention.candidates if t.state}
    found: dict[str, tuple[Days, ...]] = {}
    for office in {t.office for t in mention.candidates} & known.keys():
        if states == {known[office]} and named.office in (None, office):
            terms = known_stints(term_days(mention, office))
            if terms and terms[-1][1] < OPEN:  # who holds it still travels beyond the table
                found[office] = terms
    return found


def _told_of(head: Token) -> Iterator[tuple[Token, bool]]:
    """The words whose subject or owner a mention is, and whether they tell the news of their sentence."""
    head = head.head if head.dep == "appos" else head
    if head.dep == "poss" and head.head.lemma in _words()["stays"]:
        yield head.head, False
    if head.dep not in _SUBJECTS or not is_verb(head.head):
        return
    verbs = [head.head]
    for verb in verbs:
        verbs += [c for c in verb.children if c.dep in _CHAIN and is_verb(c) and not _subject(c)]
    main = head.head.dep in ("ROOT", "ccomp", "parataxis") and not any(c.dep == "mark" for c in head.head.children)
    for verb in verbs:
        yield verb, main
        yield from ((noun, main) for noun in _nouns(verb))


def _subject(verb: Token) -> bool:
    return any(c.dep in _SUBJECTS for c in verb.children)


def _nouns(verb: Token) -> Iterator[Token]:
    """The stays that a verb has as object, or during which it is done."""
    words = _words()
    loose = [t for t in verb.subtree() if t.lower == "during" and t.head is not verb and clause_verb(t) is verb]
    for child in [*verb.children, *loose]:
        if child.dep in ("dobj", "attr"):
            found = [child]
        elif child.dep == "prep" and child.lower in words["during"]:
            found = [c for c in child.children if c.dep == "pobj"]
        else:
            continue
        for noun in found:
            if noun.lemma in words["nouns"] and not any(c.dep == "poss" and c.pos == "PROPN" for c in noun.children):
                yield noun


def _places(word: Token) -> Iterator[Token]:
    """The heads of the names of places that a verb or noun takes, "here" included."""
    words = _words()
    if word.pos != "NOUN" and word.lemma not in words["coming"] | words["there"]:
        return
    for child in word.children:
        if child.lower == "here" or (child.dep == "dobj" and word.lemma in ("visit", "tour")):
            yield child
        elif child.dep == "prep" and child.lower in words["to"]:
            for place in child.children:
                if place.dep == "pobj":
                    yield place
                    yield from (c for c in place.children if c.dep == "conj")


def _named(document: Document, place: Token, by_token: dict[int, Mention]) -> tuple[str | None, str | None]:
    """The state and the town that the name of a place is of; "here" is the town of the dateline."""
    if place.lower == "here":
        first = next((line for line in document.report.lines if line.kind in ("dateline", "body")), None)
        match = _DATELINE.match(first.span.of(document.text)) if first else None
        town = match[1].strip().lower() if match else ""
        return None, town if town in _towns() else None
    if place.pos != "PROPN":
        return None, None
    text = folded(" ".join(t.text for t in place.subtree() if t.i <= place.i and t.pos == "PROPN")).lower()
    mention = by_token.get(place.i)
    state = mention.parties[0].state if mention is not None and mention.parties else None
    return state, text if text in _towns() else None


def _days(offices: dict[str, tuple[Days, ...]], named: tuple[str | None, str | None], coming: bool) -> tuple[Days, ...]:
    """The stays of the travellers in the state or town named; only their first days for a word of coming."""
    state, town = named
    if not state and not town:
        return ()
    found = []
    for journey in load_journeys():
        if (state and journey.state != state) or (town and town not in journey.places):
            continue
        if any(first <= journey.last and journey.first <= last for first, last in offices.get(journey.office, ())):
            found.append((journey.first, journey.first if coming else journey.last))
    return tuple(sorted(set(found)))


def _limit(told: Told) -> Evidence | None:
    """The days of a report whose lead tells so of a journey: as of news, or as to come."""
    (word,) = told.tokens
    verb, tense = clause_verb(word), clause_tense(word)
    if verb is None or any(c.lower in ("had", "have", "has", "having") for c in verb.children):
        return None
    if tense == "future":
        days = tuple((first - timedelta(_AHEAD), last) for first, last in told.days)
    elif tense in ("past", "present"):
        days = tuple((first, last + timedelta(_OVER)) for first, last in told.days)
    else:
        return None
    return Evidence(days, "journey in the news", (told.span,), firm=False, exact=True)


__all__ = ["journeys_told"]
