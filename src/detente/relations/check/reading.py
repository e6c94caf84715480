"""What a claim of rank says, in the register's own terms: which contacts it ranks, since when, as of when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from detente.codebook import load_codebook
from detente.codebook.levels import level_of_word
from detente.coding.claims.around import Rank
from detente.coding.claims.rank import find_ranks
from detente.coding.claims.words import claim_words
from detente.model import Claim, Coded, Document, Event, Interval, Mention, Sentence, Span, Token
from detente.relations.contacts import Contact, Kind, question_words

KINDS: dict[str, Kind] = {"visit": "visit", "call": "call", "talks": "meeting", "contact": "meeting"}
_SINCE = re.compile(r"\b(?:since|after|following)\b", re.I)
_SPAN_OF_TIME = re.compile(
    r"\b(?:in|for|over|within)\b[\w\s-]{0,30}\b(?:years?|months?|weeks?|decades?|generations?)\b", re.I
)
_HOSTS = frozenset({"to", "in", "into", "at"})


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A claim in the register's terms.

    `contact` is None where it cannot be told who had which contact with whom; `why` says so. `since`: the last days
    before those that the claim is about; None: ever. `open_since`: it has a "since" whose day is not known. `when`: the
    days of the deed ranked, where the words give them; `said`: when it was said. `narrower`: words that make the claim
    one about fewer deeds than the register can tell apart ("official"). `persons`: who did the deed that is ranked.
    """

    claim: Claim
    contact: Contact | None
    since: Interval | None
    open_since: bool
    when: Interval | None
    said: Interval | None
    persons: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    why: str = ""


def read_claims(document: Document, coded: Coded) -> list[Reading]:
    """The claims of a report, in text order, each in the register's terms."""
    return [_read(claim, document, coded.events) for claim in coded.claims]


def _read(claim: Claim, document: Document, events: Sequence[Event]) -> Reading:
    sentence = next(s for s in document.sentences if s.span.overlaps(claim.span))
    rank = _rank_of(claim, sentence)
    scope = _before_since(document.text, claim.span, rank)
    contact, why = _contact(claim, document, sentence, scope, events)
    own = _possessor(rank, document) if rank else None
    if contact is not None and own is not None:
        contact = msgspec.structs.replace(contact, persons=(own,))
    narrower = tuple(_narrower(rank, document, contact)) if rank else ()
    if contact is not None and contact.level is None and not contact.persons:
        contact, later = _by_later(contact, claim, document, scope)
        narrower += later
    unbounded = claim.since is None and _open(claim, document.text, sentence)
    return Reading(
        claim=claim,
        contact=contact,
        since=claim.since,
        open_since=unbounded,
        when=_when(claim, document, sentence),
        said=document.published,
        persons=tuple(_doers(document, scope, contact)),
        narrower=narrower,
        why=why,
    )


def _by_later(contact: Contact, claim: Claim, document: Document, scope: Span) -> tuple[Contact, tuple[str, ...]]:
    """The level of an officer named after the "since" ("the first visit since 1998 by a president").

    Officers there who are not those that came make the claim one of fewer deeds.
    """
    rest = Span(scope.end, claim.span.end) if scope.end < claim.span.end else None
    officers = [m for m in document.mentions if rest and rest.contains(m.span) and m.kind in ("office", "person")]
    for mention in officers:
        token = document.tokens[mention.head]
        office = next((p.office for p in mention.parties if p.office), None)
        if office and any(t.dep == "pobj" and t.head.lower == "by" for t in [token, *token.ancestors()][:3]):
            return msgspec.structs.replace(contact, level=office), ()
    return contact, tuple(m.span.of(document.text) for m in officers)


def _rank_of(claim: Claim, sentence: Sentence) -> Rank | None:
    ranks = [r for r in find_ranks(sentence, claim_words()) if claim.span.contains(r.word.span)]
    return next((r for r in ranks if r.kind == claim.kind), None)


def _before_since(text: str, span: Span, rank: Rank | None) -> Span:
    """The part of a claim before its "since", which is about the deed itself."""
    found = _SINCE.search(text, rank.word.end if rank else span.start, span.end)
    return Span(span.start, found.start()) if found else span


def _contact(
    claim: Claim, document: Document, sentence: Sentence, scope: Span, events: Sequence[Event]
) -> tuple[Contact | None, str]:
    kind = KINDS.get(claim.about)
    if kind is None:
        return None, f"a claim about {claim.about}: the register ranks contacts only"
    states = list(dict.fromkeys(claim.states))
    if len(states) > 2:
        states = [s for s in states if not all(_is_place(t) for t in _heads(document, scope, s))]
    if len(states) != 2:
        return None, f"it names {'no' if not states else len(states)} states, and a contact has two"
    body = _only_a_body(document, scope, states)
    if body is not None:
        return None, f"it is about {body}, which is no state"
    level = _level(claim, scope.of(document.text))
    if kind != "visit":
        persons = tuple(_both_sides(document, scope, states))
        return Contact(kind=kind, a=states[0], b=states[1], level=None if persons else level, persons=persons), ""
    pair = _by_event(states, scope, events) or _by_words(states, document, sentence, scope)
    if pair is None:
        return None, "it cannot be told who visited whom"
    place = _town(document, scope, pair[1])
    return Contact(kind="visit", a=pair[0], b=pair[1], level=level, place=place), ""


def _only_a_body(document: Document, scope: Span, states: Sequence[str]) -> str | None:
    """A movement or body that stands for a state here, which is not named itself ("talks with the rebels")."""
    parties = [(m, p) for m in document.mentions if scope.contains(m.span) for p in m.parties if p.state in states]
    for state in states:
        mine = [(mention, party) for mention, party in parties if party.state == state]
        if mine and all(party.organisation and mention.kind == "organisation" for mention, party in mine):
            return mine[0][1].organisation
    return None


def _level(claim: Claim, words: str) -> str | None:
    """The level of a claim; "leader" means the head of state or government, whichever leads there."""
    if claim.level == "minister":
        return "ministerial"
    leader = re.search(r"\bleaders?\b|\bheads? of (?:state and|state or)\b", words, re.I)
    return "heads" if leader and claim.level in ("head_of_state", "head_of_government") else claim.level


def _both_sides(document: Document, scope: Span, states: Sequence[str]) -> Iterator[str]:
    """The people who met, where a claim names one of each side, or means them by "the two leaders"."""
    people = {
        party.state: party.person
        for mention in document.mentions
        if scope.contains(mention.span) and mention.kind in ("person", "group", "pronoun")
        for party in mention.parties
        if party.person and party.state in states
    }
    if len(people) == len(states):
        yield from (person for person in people.values() if person)


def _by_event(states: Sequence[str], scope: Span, events: Sequence[Event]) -> tuple[str, str] | None:
    """Visitor and host by a visit that was coded from the same words."""
    for event in events:
        if event.type == "CONSULT" and event.mode == "visit" and any(scope.overlaps(s) for s in event.evidence):
            came = {p.state for p in event.actors} & set(states)
            host = {p.state for p in event.recipients} | {event.place.state if event.place else None}
            other = [s for s in states if s in host and s not in came]
            if len(came) == 1 and len(other) == 1:
                return came.pop() or "", other[0]
    return None


def _by_words(states: Sequence[str], document: Document, sentence: Sentence, scope: Span) -> tuple[str, str] | None:
    """Visitor and host by the words: the host after "to" or as what is visited, the visitor after "by"."""
    hosts = {s for s in states for t in _heads(document, scope, s) if _is_host(t)}
    if len(hosts) != 1:
        hosts = set(states) - {s for s in states for t in _heads(document, scope, s) if _is_visitor(t, document)}
    if len(hosts) != 1:
        return None
    host = hosts.pop()
    return next(s for s in states if s != host), host


def _heads(document: Document, scope: Span, state: str) -> Iterator[Token]:
    for mention in document.mentions:
        if scope.contains(mention.span) and any(p.state == state for p in mention.parties):
            yield document.tokens[mention.head]


def _is_host(token: Token) -> bool:
    if token.dep == "pobj":
        return token.head.lower in _HOSTS
    return token.dep == "dobj" and token.head.lemma in claim_words().about_verbs["visit"]


def _is_place(token: Token) -> bool:
    """Whether a state is only where something took place."""
    return token.dep == "pobj" and token.head.lower in ("in", "at")


def _is_visitor(token: Token, document: Document) -> bool:
    above = [token, *token.ancestors()]
    return any(t.dep == "pobj" and t.head.lower in ("by", "from") for t in above[:3]) or any(
        t.dep in ("nsubj", "poss") for t in above[:2]
    )


def _town(document: Document, scope: Span, host: str) -> str | None:
    """The town that a claim is about, where it names one and not the state."""
    state = load_codebook().state(host)
    named = [p for p in document.places if scope.contains(p.span) and p.kind == "name" and p.place.state == host]
    if not named or state is None or any(p.place.name in (state.name, *state.names) for p in named):
        return None
    return named[-1].place.name.partition(",")[0]


def _narrower(rank: Rank, document: Document, contact: Contact | None) -> Iterator[str]:
    """Words that make a ranking one of fewer deeds: adjectives of what is ranked that say neither who nor where.

    Also people who are meant without being named ("the two leaders"), where it is not known who they are.
    """
    for found in _definite().finditer(rank.word.sentence.span.of(document.text)):
        if contact is None or not contact.persons:
            yield found[0]
    if rank.target is None:
        return
    known = question_words().plain_modifiers
    for child in rank.target.children:
        if (
            child is rank.word
            or child.dep not in ("amod", "compound", "nmod")
            or child.lower in known
            or level_of_word(child.lower)
        ):
            continue
        if rank.word in child.subtree() or _mentioned(child, document) is not None:
            continue
        yield child.lower


def _mentioned(token: Token, document: Document) -> Mention | None:
    return next((m for m in document.mentions if m.span.contains(token.span)), None)


def _possessor(rank: Rank, document: Document) -> str | None:
    """Whose deed is ranked among their own ("Obama's first visit", "his first visit by": the person), where one is."""
    if rank.target is None:
        return None
    for child in rank.target.children:
        if child.dep == "poss":
            mention = _mentioned(child, document)
            return next((p.person for p in mention.parties if p.person), None) if mention else None
    return None


def _doers(document: Document, scope: Span, contact: Contact | None) -> Iterator[str]:
    """The people of the visitor's side (of either, where they meet) whom the claim names."""
    if contact is None:
        return
    sides = {contact.a} if contact.kind == "visit" else {contact.a, contact.b}
    found: dict[str, str] = {}
    for mention in document.mentions:
        if scope.contains(mention.span) and mention.kind == "person":
            for party in mention.parties:
                if party.person and party.state in sides:
                    found.setdefault(party.state, party.person)
    yield from found.values()


def _when(claim: Claim, document: Document, sentence: Sentence) -> Interval | None:
    """The days of the deed ranked, by a date of its sentence that is not its "since"."""
    if claim.kind == "last":
        return None
    text = document.text
    since = _SINCE.search(text, claim.span.start, sentence.span.end)
    for time in document.times:
        if not sentence.span.contains(time.span) or time.kind != "date" or time.interval is None:
            continue
        after = since is not None and time.span.start >= since.start()
        own_day = time.interval.days == 1 and claim.since_event is None
        if time.interval != claim.since and (own_day or not after):
            return time.interval
    return None


def _open(claim: Claim, text: str, sentence: Sentence) -> bool:
    """Whether a claim has a limit in time whose days are not known."""
    words = text[claim.span.start : sentence.span.end]
    return bool(claim.since_event or _SINCE.search(words) or _SPAN_OF_TIME.search(words) or _limits().search(words))


@cache
def _definite() -> re.Pattern[str]:
    """Words for people who were named before; not for the states themselves."""
    states = "|".join(map(re.escape, sorted(question_words().states_as_such)))
    return re.compile(rf"\b(?:the two|both) (?!(?:{states})\b)\w+|\b(?:the pair|the duo|each other)\b", re.I)


@cache
def _limits() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(question_words().limits)))})\b", re.I)
