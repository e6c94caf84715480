"""The subject of a verb of speech, whatever the syntax, and whether it is one that can speak."""

from __future__ import annotations

import calendar

from detente.coding.quotes.page import Page
from detente.model import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = frozenset({"who", "which", "that"})
_INHERITS = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "relcl", "dep"})
_PASSIVE_SPEAKS = frozenset({"quote", "cite", "hear", "report", "expect", "oblige", "force", "determine", "prepare"})
_MUTE = frozenset({"this", "that", "these", "those", "which", "what", "there", "one", "some", "all", "everything"})
_DAYS = frozenset(day.lower() for day in (*calendar.day_name, *calendar.month_name) if day)
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def speaker_of(page: Page, verb: Token) -> Token | None:
    """The subject of a verb of speech; of the saying above it for participles and verbs that share a subject.

    "X said Y had failed, citing ..." and "X said Y had failed and warned ...": X.
    """
    shared = verb.dep == "conj" and not page.words.says(verb.head)
    alone = not any(c.dep in _SUBJECTS for c in verb.children)
    if alone and (shared or (verb.tag == "VBG" and verb.dep == "advcl")):
        for above in verb.ancestors():
            if page.owner[above.i] < 0 and page.words.says(above) and any(c.dep == "nsubj" for c in above.children):
                return subject_of(above)
    return subject_of(verb)


def subject_of(verb: Token) -> Token | None:
    """The grammatical subject that a verb has or shares; the agent of a passive."""
    token = verb
    for _ in range(6):
        subject = next((c for c in token.children if c.dep in _SUBJECTS), None)
        if any(c.dep in ("auxpass", "agent") for c in token.children) and token.lemma not in _PASSIVE_SPEAKS:
            return _agent(token)
        if subject is not None:
            return token.head if subject.lower in _RELATIVE and token.dep == "relcl" else subject
        if token.dep == "acl":
            return token.head if token.tag == "VBG" else _agent(token)
        if token.dep not in _INHERITS or token.head is token:
            return None
        token = token.head
    return None


def _agent(verb: Token) -> Token | None:
    """Who did what a passive says: "described by X as"."""
    for child in verb.subtree():
        if child.lower == "by" and child.dep in ("agent", "prep") and child.i > verb.i:
            return next((c for c in child.children if c.dep == "pobj"), None)
    return None


def quoted_by_other(page: Page, verb: Token) -> Token | None:
    """ "The agency quoted X as saying": X speaks, not the agency."""
    token = verb
    if token.lemma not in page.words.passive_speakers:
        if verb.lower != "saying" or page.tokens[max(0, verb.i - 1)].lower != "as":
            return None
        earlier = page.tokens[max(0, verb.i - 16) : verb.i]
        governors = [t for t in earlier if t.lemma in page.words.passive_speakers and page.owner[t.i] < 0]
        if not governors:
            return None
        token = governors[-1]
    passive = next((c for c in token.children if c.dep == "nsubjpass"), None)
    if passive is not None:
        return passive
    saying = next((t for t in page.tokens[token.i + 1 : token.i + 16] if t.lower == "saying"), None)
    if saying is None:
        return None
    between = [t for t in page.tokens[token.i + 1 : saying.i] if t.pos in _NOMINAL and page.owner[t.i] < 0]
    objects = [t for t in between if t.head is token or t.dep in ("dobj", "nsubj")]
    return next(iter(objects or between), None)


def capable(page: Page, subject: Token) -> bool:
    """Whether a subject can speak: a name, a state or body, an office, a person, a statement."""
    if subject.pos == "PRON":
        return subject.lower not in _MUTE
    mention = page.mention_at.get(subject.i)
    if mention is not None and mention.kind != "demonym":
        return True
    if subject.pos == "PROPN":
        return subject.lower not in _DAYS
    return page.words.can_speak(subject)
