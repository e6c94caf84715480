"""Journeys with known days: where a report tells of a traveller of `journeys*.csv` abroad."""

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


Office = tuple[str, str]
"""A state, or an organisation, and an office in it."""
_FROM_RECORDS = frozenset({"USA"})
"""Whose journeys are taken from public records, all of them and to the day: the title alone is enough."""
_KNOWN_UNTIL = date(2023, 12, 31)
"""The last day of the tables: who is still in office may have travelled since."""
_BRIEF = 8
"""Days that a stay lasts at most: a longer row only holds it."""


@dataclass(frozen=True, slots=True)
class Journey:
    """A row of journeys*.csv: a stay in one state, and the places stayed at, in small letters (none: not known).

    `of` is the state, or the organisation, whose office the traveller holds.
    """

    of: str
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
    """The journeys known: every one of the USA, and of others those to states of which all of theirs are known."""
    return tuple(
        Journey(
            row["of"],
            row["office"],
            date.fromisoformat(row["first"]),
            date.fromisoformat(row["last"]),
            row["state"],
            frozenset(place for place in row["places"].lower().split("|") if place),
        )
        for name in ("journeys", "journeys_by_hand")
        for row in table(name)
    )


@functools.cache
def _made_by() -> dict[Office, tuple[Journey, ...]]:
    """The journeys by whose office they were made in."""
    found: dict[Office, list[Journey]] = {}
    for journey in load_journeys():
        found.setdefault((journey.of, journey.office), []).append(journey)
    return {office: tuple(journeys) for office, journeys in found.items()}


@functools.cache
def _towns() -> dict[str, frozenset[str]]:
    """The towns stayed at, with their states."""
    found: dict[str, set[str]] = {}
    for journey in load_journeys():
        for place in journey.places:
            found.setdefault(place, set()).add(journey.state)
    return {town: frozenset(states) for town, states in found.items()}


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
                    beyond = _KNOWN_UNTIL if any(terms[-1][1] >= OPEN for terms in offices.values()) else None
                    told = Told(days, (word,), span, "journey", foreseen=True, beyond=beyond)
                    yield told, _limit(told) if main and word.sentence in body else None


def _offices(mention: Mention) -> dict[Office, tuple[Days, ...]]:
    """The offices of travellers that a mention names, with the terms of its person in them."""
    if mention.former or mention.kind not in ("person", "office"):
        return {}
    named = mention.parties[0] if mention.parties else None
    if mention.kind == "office":
        office = (named.state, named.office) if named is not None and named.state and named.office else None
        return {office: ((date.min, OPEN),)} if office in _made_by() and office[0] in _FROM_RECORDS else {}
    held = {(t.state or t.organisation or "", t.office) for t in mention.candidates}
    if named is not None and named.office:
        held = {office for office in held if office[1] == named.office}
    if len({of for of, _ in held}) != 1:
        return {}
    found: dict[Office, tuple[Days, ...]] = {}
    for office in held & _made_by().keys():
        terms = known_stints(term_days(mention, office[1]))
        if terms and (terms[-1][1] < OPEN or office[0] not in _FROM_RECORDS):
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


def _days(
    offices: dict[Office, tuple[Days, ...]], named: tuple[str | None, str | None], coming: bool
) -> tuple[Days, ...]:
    """The stays of the travellers in the state or town named; only their first days for a word of coming."""
    state, town = named
    if not state and not town:
        return ()
    found = []
    for office, terms in offices.items():
        for journey in _made_by()[office]:
            if (state and journey.state != state) or (town and not _stayed(journey, town)):
                continue
            if any(first <= journey.last and journey.first <= last for first, last in terms):
                found.append((journey.first, _arrived(journey) if coming else journey.last))
    return tuple(sorted(set(found)))


def _arrived(journey: Journey) -> date:
    """The last day on which the traveller can have come: rows written by hand may be a day too early, or span more."""
    if journey.of in _FROM_RECORDS:
        return journey.first
    return (
        min(journey.first + timedelta(1), journey.last)
        if (journey.last - journey.first).days < _BRIEF
        else journey.last
    )


def _stayed(journey: Journey, town: str) -> bool:
    """Whether a journey went to a town, or can have gone there."""
    return town in journey.places or (not journey.places and journey.state in _towns()[town])


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
    days += ((told.beyond, OPEN),) if told.beyond else ()
    return Evidence(days, "journey in the news", (told.span,), firm=False, exact=True)


__all__ = ["journeys_told"]
