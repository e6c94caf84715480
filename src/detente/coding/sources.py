"""Who says so: the chain of reported speech above an event word."""

from __future__ import annotations

from dataclasses import dataclass, replace

from detente.codebook import load_codebook
from detente.codebook.lexicon import word_list
from detente.coding.cast import Cast
from detente.coding.phrases import agents, child, is_passive, is_verb
from detente.coding.subjects import surface_subject
from detente.model import Party, Span, Token

SAYING = word_list("saying")
TELLING_WHOM = word_list("telling-whom")
STRESSING, NEEDS = SAYING | word_list("stressing"), word_list("obliging-nouns")


@dataclass(frozen=True, slots=True)
class Source:
    """Someone who vouches for what is told: the words as a reader would file them, the passage, the parties."""

    name: str
    span: Span
    parties: tuple[Party, ...]
    verb: Token | None


def read_source(word: Token, cast: Cast) -> Source | None:
    """The nearest speaker above a word: subject of a verb of saying, or "according to ..."."""
    token = word
    for _ in range(12):
        according = _according(token, cast)
        if according is not None:
            return according
        if token.head is token:
            break
        parent = token.head
        if parent.lemma in SAYING and is_verb(parent) and token.dep in ("ccomp", "xcomp", "parataxis", "dep", "advcl"):
            said = _speaker(parent, cast)
            if said is not None:
                return said
        if token.lemma in NEEDS and (stressed := _stressed(token, cast)) is not None:
            return stressed
        token = parent
    return _inverted(token, word, cast)


def _speaker(verb: Token, cast: Cast) -> Source | None:
    told = verb.lemma in TELLING_WHOM and is_passive(verb)
    subjects = [
        t for t in (agents(verb) if told else surface_subject(verb)) if t.pos in ("NOUN", "PROPN", "PRON", "NUM")
    ]
    source = _source(subjects[0], cast, verb) if subjects else None
    if source is None or len(subjects) < 2:
        return source
    return replace(source, parties=cast.all_parties(subjects))


def _stressed(need: Token, cast: Cast) -> Source | None:
    """X of "X stressed the need for Y to do it"."""
    verb = need.head.head if need.dep == "pobj" else need.head
    if need.dep not in ("dobj", "pobj", "nsubjpass") or not is_verb(verb) or verb.lemma not in STRESSING:
        return None
    if need.dep != "nsubjpass":
        return _speaker(verb, cast)
    return next((_source(by, cast, verb) for by in agents(verb)), None)


def _inverted(root: Token, word: Token, cast: Cast) -> Source | None:
    """ "..., X said on Monday": the verb of saying as parenthesis below the root."""
    for c in root.children:
        if c.dep in ("parataxis", "ccomp") and c.lemma in SAYING and c is not word and child(c, "nsubj") is not None:
            return _speaker(c, cast)
    return None


def _according(token: Token, cast: Cast) -> Source | None:
    for c in token.children:
        if c.lower == "according" and c.dep in ("prep", "advmod", "advcl"):
            inner = child(c, "prep")
            noun = child(inner, "pobj") if inner is not None else None
            return _source(noun, cast, None) if noun is not None else None
    return None


def _source(noun: Token, cast: Cast, verb: Token | None) -> Source | None:
    parties = cast.parties(noun)
    person = next((p.person for p in parties if p.person), None)
    words = [t for t in noun.subtree() if not any(a.dep in ("relcl", "appos", "acl") for a in _path(t, noun))]
    span = Span(words[0].start, words[-1].end)
    text = cast.document.text
    if person is None and noun.pos == "PRON":
        name = next((p.organisation or _state_name(p.state) for p in parties), None)
        return Source(name, span, parties, verb) if name else None
    return Source(person or " ".join(span.of(text).split()), span, parties, verb)


def _path(token: Token, top: Token) -> list[Token]:
    path = []
    while token is not top:
        path.append(token)
        token = token.head
    return path


def _state_name(iso3: str | None) -> str | None:
    state = load_codebook().state(iso3) if iso3 else None
    return state.name if state is not None else iso3
