"""Deeds of a time in office that is over: "as president, X brokered", "the X administration accused", "under X"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.codebook import load_codebook
from detente.codebook.in_office import days_in_office, terms_of
from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.background import OFFICES, is_of_office
from detente.coding.cast import Cast
from detente.coding.date_options import PRESENT, THREAD
from detente.coding.draft import Draft
from detente.coding.parties import HEADS
from detente.coding.phrases import behind, child, is_verb
from detente.coding.sources import SAYING
from detente.coding.telling import tense_form, verb_of
from detente.model import Interval, Mention, Party, Token

IN_OFFICE = "a term of office that is over"
"""How such a day is found."""
AROUND = (PRESENT, THREAD)
"""How days are found that no word on the deed itself tells."""
RULES = word_list("rules")
Term = tuple[str, str | None, str | None]
"""Who held an office, from when, until when."""


def date_by_term(draft: Draft, cast: Cast, lexicon: Lexicon) -> None:
    """Bound a deed done in office by the term of that office, where it is over as the report is written.

    Only what nothing dates but the report's own present, which it is not of. Where several who held office bear the
    name, it has no day.
    """
    published = cast.document.published
    if published is None or draft.status != "occurred" or draft.how.get("date") not in (None, PRESENT):
        return
    verb = verb_of(draft.hit.word)
    if verb is None or tense_form(verb) != "past" or not _is_done_by(draft, verb, lexicon):
        return
    terms = set(_terms(verb, cast))
    if not terms or not all(_is_over(term, published) for term in terms):
        return
    draft.undate()
    days = [Interval.parse(f"{first}/{last}", "bounded") for _, first, last in terms if first and last]
    if len(days) == len(terms) == 1:
        draft.date, draft.how["date"] = days[0], IN_OFFICE


def undate_over(draft: Draft) -> None:
    """Leave the day open of what a head did in an office long left, where nothing but the report around it dates it."""
    day = draft.date
    if day is None or draft.how.get("date") not in AROUND:
        return
    heads = [party for party in (*draft.actors, *draft.recipients) if party.office in HEADS and party.person]
    if any(was_out_of_office(head, day) and office_on(head, day) is None for head in heads):
        draft.undate()


def was_out_of_office(party: Party, day: Interval) -> bool:
    """Whether a person held the office he is told with, but not on any of these days, by the tables."""
    terms = days_in_office(party)
    return bool(terms) and not any(first <= day.last and day.first <= last for first, last in terms)


def office_on(party: Party, day: Interval) -> str | None:
    """The office that a person held on a day by the tables; None where they show none, or several."""
    terms = terms_of(party.key).get(party.person or "", ())
    offices = {office for office, first, last in terms if first <= day.last and day.first <= last}
    return offices.pop() if len(offices) == 1 else None


def _is_done_by(draft: Draft, verb: Token, lexicon: Lexicon) -> bool:
    """Whether the verb of a clause tells of the deed itself: not "condemned the raid"."""
    return verb is draft.hit.word or bool(draft.hit.slots.light) or verb.lemma in lexicon.status["settling"]


def _is_over(term: Term, published: Interval) -> bool:
    last = term[2]
    return last is not None and Interval.parse(last).last < published.first


def _terms(verb: Token, cast: Cast) -> Iterator[Term]:
    """The terms of office in which a clause says that its deed was done."""
    first = verb.head if verb.dep == "conj" and is_verb(verb.head) and not child(verb, "nsubj", "nsubjpass") else verb
    subject = child(first, "nsubj", "nsubjpass")
    if (agent := _agent(first)) is not None and (named := cast.mention(agent)) is not None:
        subject = agent if _is_called_so_then(named, cast) else subject
    mention = cast.mention(subject) if subject is not None else None
    if subject is not None and subject.lemma in RULES:
        yield from _of_rule(mention, cast) if mention is not None else _of_whom(subject, "of", cast)
    elif mention is not None:
        if _is_called_so_then(mention, cast):
            yield from _held(mention, {p.office for p in mention.parties if p.office})
        elif is_of_office(first):
            yield from _held(mention, _offices(first, cast))
    if first.lemma not in SAYING:  # "said the land under X had been timid"
        yield from _of_whom(first, "under", cast)


def _of_whom(word: Token, preposition: str, cast: Cast) -> Iterator[Term]:
    """The terms of the leader whom a preposition names: "under X", "the government of X"."""
    ends = (child(c, "pobj") for c in word.children if c.dep == "prep" and c.lower == preposition)
    for mention in (cast.mention(end) for end in ends if end is not None):
        if mention is not None and mention.kind == "person":
            yield from _held(mention, HEADS)


def _agent(verb: Token) -> Token | None:
    """By whom something is done: "was signed by then-President X"."""
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def _offices(verb: Token, cast: Cast) -> set[str]:
    """The office of "as president"."""
    nouns = (o for o in behind(verb, "as") if o.lemma in OFFICES)
    named = (mention for o in nouns if (mention := cast.mention(o)) is not None)
    return {p.office for mention in named for p in mention.parties if p.office}


def _is_called_so_then(mention: Mention, cast: Cast) -> bool:
    """ "Then-president X", "the then prime minister"."""
    return any(t.lower.startswith("then") for t in cast.document.tokens[mention.tokens[0] : mention.tokens[0] + 2])


def _held(mention: Mention, offices: Iterable[str]) -> Iterator[Term]:
    """The terms of the person named, where he held the office; a president may be head of state or of government."""
    people = {p.person for p in mention.parties if p.person}
    held = set(offices)
    yield from ((t.person, t.first, t.last) for t in mention.candidates if t.person in people and t.office in held)


def _of_rule(mention: Mention, cast: Cast) -> Iterator[Term]:
    """The terms of the leader after whom an administration is named."""
    words = [t.text for t in cast.document.tokens[slice(*mention.tokens)] if t.pos == "PROPN" and t.lemma not in RULES]
    name, states = " ".join(words), {p.state for p in mention.parties if p.state}
    if not name:
        return
    book = load_codebook()
    for holder in (h for state in states for office in HEADS for h in book.held(state, office)):
        if f" {holder.person}".endswith(f" {name}"):
            yield holder.person, holder.first, holder.last
