"""What a ranking is about: its clause, the states, the level of office, since when."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

from detente.coding.claims_rank import Rank
from detente.coding.claims_words import ClaimWords
from detente.model import Document, Interval, Span, Token

_CLAUSES = frozenset({"ROOT", "ccomp", "relcl", "advcl", "parataxis", "conj"})
_SINCE = re.compile(r"\b(?:since|after|following)\s+", re.I)
_EDGE = " \t\n,;:-–—\"“”„«»‘'`"


def clause_of(text: str, rank: Rank) -> Span:
    """The clause the ranking stands in, verbatim: the nearest finite verb's words, or the noun phrase in headlines."""
    head = rank.word
    for above in (rank.word, *rank.word.ancestors()):
        head = above
        if above.pos in ("VERB", "AUX") and above.dep in _CLAUSES and _has_subject(above):
            break
    tokens = [t for t in head.subtree() if t.sentence is rank.word.sentence]
    span = Span(tokens[0].start, tokens[-1].end)
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_EDGE + "."))
    end = span.start + len(words.rstrip(_EDGE))
    return Span(start, end) if start < end else rank.word.span


def _has_subject(verb: Token) -> bool:
    return any(c.dep in ("nsubj", "nsubjpass", "expl") for c in verb.children)


def about(rank: Rank, words: ClaimWords) -> str:
    """contact, visit, call, talks, relations or other: by the word ranked, else by the words of its sentence."""
    near = (rank.target,) if rank.target is not None else ()
    for token in chain(near, rank.word.ancestors(), rank.word.sentence.tokens):
        for kind, lemmas in words.about.items():
            if kind != "other" and (token.lemma in lemmas or token.lower in lemmas):
                return kind
        if token is rank.target:
            for lemmas in words.about.values():
                if token.lemma in lemmas:
                    return "other"
    return "other"


def level_of(text: str, words: ClaimWords) -> str | None:
    """The office that the clause names, the longest title first."""
    lower = f" {text.lower()} "
    found = [(len(title), level) for level, titles in words.levels.items() for title in titles if f" {title} " in lower]
    return max(found)[1] if found else None


def states_of(document: Document, clause: Span, sentence: Span) -> tuple[str, ...]:
    """The states the clause names, else its sentence's, else the two that the report is about."""
    for scope in (clause, sentence):
        named = _named(document, scope)
        if len(named) >= 2:
            return named
    return named or _named(document, Span(0, len(document.text)))[:2]


def _named(document: Document, scope: Span) -> tuple[str, ...]:
    count = Counter(
        party.state
        for mention in document.mentions
        if scope.contains(mention.span)
        for party in mention.parties
        if party.state
    )
    return tuple(state for state, _ in count.most_common(4))


def since_of(document: Document, rank: Rank, clause: Span) -> tuple[Interval | None, str | None]:
    """Since when, and since what: the phrase after "since", or the day a "last" one is given."""
    scope = Span(clause.start, rank.word.sentence.span.end)
    text = document.text
    if rank.kind == "last":
        day = next((t for t in document.times if scope.contains(t.span) and t.kind == "date"), None)
        return (day.interval if day else None), None
    match = _SINCE.search(text, rank.word.end, scope.end)
    if match is None:
        return None, None
    rest = Span(match.end(), _phrase_end(text, match.end(), scope.end))
    time = next((t for t in document.times if t.span.overlaps(rest)), None)
    event = rest.of(text).strip(" ,.;:\"”“'")
    if time is not None and len(time.span) >= len(event) - 4:
        return time.interval, None
    return (time.interval if time else None), event or None


def _phrase_end(text: str, start: int, end: int) -> int:
    found = re.search(r"[,;.](?:\s|$)|[\"”]", text[start:end])
    return start + found.start() if found else end
