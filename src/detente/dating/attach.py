"""How a date travels through the syntax: which words a time expression can date, and at what distance."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from detente.codebook.lexicon import word_list
from detente.dating.clauses import (
    clause_verb,
    hangs_on,
    is_finite,
    is_verb,
    said_then,
    verb_tense,
)
from detente.dating.grammar import load_table
from detente.model import Document, TimeMention, Token

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_BEFORE_NOUN = frozenset({"nummod", "compound", "poss", "amod", "nmod", "det", "quantmod", "npadvmod"})
_PLACE_OR_FRAME = frozenset({"at", "during", "in", "on", "amid", "within"})
AHEAD = frozenset({"expect", "schedule", "set", "due", "plan", "slate"})
SPOKEN_OF = frozenset({"for", "of", "over", "about"})
"""Prepositions of what a verb of speech is about: that has a day of its own ("condemned X on Monday for the raid")."""
CONTENTS = word_list("contents")
_BEFORE = frozenset({("of", "ahead"), ("to", "prior")})
"""Prepositions of two words, of what is still to come."""
_TOO_FAR = 12


@dataclass(frozen=True, slots=True)
class Travel:
    """The word lists of clauses.yaml."""

    light: frozenset[str]
    shares: frozenset[str]
    edges: frozenset[str]
    lends: frozenset[str]
    speech: frozenset[str]
    hidden: frozenset[str]
    comes: frozenset[str]
    contests: frozenset[str]
    charges: frozenset[str]
    requites: frozenset[str]
    describes: frozenset[str]
    starts: frozenset[str]
    asks: frozenset[str]
    occasions: frozenset[str]
    decisions: frozenset[str]
    unforeseen: frozenset[str]
    holds: frozenset[str]
    brief: frozenset[str]
    journeys: frozenset[str]
    opens: frozenset[str]
    tries: frozenset[str]
    outcomes: frozenset[str]
    texts: frozenset[str]


@functools.cache
def load_travel() -> Travel:
    """The words over which dates travel, read once a process."""
    table = load_table("clauses")
    return Travel(**{name: frozenset(table[name]) for name in Travel.__slots__})


def mention_head(document: Document, mention: TimeMention) -> Token:
    """The topmost token of a time expression."""
    first, last = mention.tokens
    tokens = document.tokens[first:last]
    return next((t for t in tokens if not first <= t.head.i < last or t.head is t), tokens[0])


AFTER = frozenset({"after", "following"})
"""Prepositions over which a time only says from when on."""


def distance(head: Token, target: Token, over: frozenset[str] = frozenset(), back: bool = False) -> float | None:
    """How far a time expression is from a word it could date; None where something bars the way.

    A time before its noun ("the 2015 deal", "last week's raid") stays with the noun; so does one in a clause of its
    own. Through prepositions that only place or accompany ("with the minister in Paris on Monday") it passes; what
    lies `back` passes what is still to come ("asked X to leave last week": the asking was then).
    """
    if (saying := said_then(head)) is not None:
        return 0.0 if saying is target else None
    if back and spoken_on(head) is target:
        return 1.0
    if _ends_with(target, head):
        return 1.5
    cost, word, bound, contest = 0.0, head, False, False
    own = clause_verb(head)
    back = back and own is not None and hangs_on(head, own)
    for _ in range(_TOO_FAR):
        if word is target:
            return cost
        above = _object_of(word.head, word) or word.head
        if above is word:
            return None
        step = 0.0 if word is head and word.dep == "pobj" else _leave(word, above, target, bound, over)
        contest = contest or (bound and word.lemma in load_travel().contests)
        if step is None and contest and _of_contest(word):
            step = 1.0
        if step is None and back and word is own and (_is_of_given(word) or (word.dep in _STILL and _is_to_come(word))):
            step = 0.5
        if step is None:
            return None
        if above.pos in NOUNS and word.pos != "ADP" and word.dep in _BEFORE_NOUN and word.i < above.i:
            bound = bound or word is head or word.pos == "NUM"
        cost += step
        word = above
    return None


def _ends_with(noun: Token, time: Token) -> bool:
    """Whether a time ends the phrase of what is over: "It was an answer to a [raid] on a town near X [last week]"."""
    verb = time.head
    if time.dep != "npadvmod" or verb.lemma != "be" or noun.lemma not in load_travel().unforeseen or noun.i > time.i:
        return False
    return verb in noun.ancestors() and max(t.i for t in noun.subtree()) == min(t.i for t in time.subtree()) - 1


def _is_of_given(deed: Token) -> bool:
    """Whether a deed is what something given is for: "was denied a visa to enter X in 2015"."""
    return deed.dep in ("acl", "relcl") and is_to(deed) and deed.head.dep == "dobj"


def _of_contest(word: Token) -> bool:
    """Whether the year of a contest passes on: "tried [to sway]", "sway [the outcome of the 2012 election]"."""
    if is_verb(word):
        return word.dep in ("xcomp", "advcl") and word.head.lemma in load_travel().tries and is_to(word)
    return word.dep == "dobj" and word.lemma in load_travel().outcomes


def spoken_on(time: Token, journeys: bool = True) -> Token | None:
    """The verb of speech on whose occasion a time lies that was read into what is asked.

    "X urged Y to leave in a call [on Monday]": the Monday is of the urging.

    Args:
        journeys: whether visits count too, on which as much may be asked as be still to do.
    """
    noun = time.head.head if time.head.dep == "prep" else time.head
    travel, prep = load_travel(), noun.head
    known = noun.lemma in travel.occasions or (journeys and noun.lemma in travel.journeys)
    if not known or noun.dep != "pobj" or prep.lower not in ("in", "during"):
        return None
    deed = prep.head
    if not is_verb(deed) or deed.dep not in ("xcomp", "pcomp", "acl", "advcl") or is_finite(deed):
        return None
    above = next((a for a in deed.ancestors() if is_verb(a)), None)
    asked = above is not None and above.i < deed.i and above.lemma in travel.speech | travel.asks
    return above if asked and above is not None and verb_tense(above) == "past" else None


_STILL = frozenset({"xcomp", "ccomp"})
_TO_COME = frozenset({"to", "would", "will", "'d", "'ll"})


def is_to(verb: Token) -> bool:
    """Whether a verb is "to do"."""
    return any(c.dep == "aux" and c.tag == "TO" for c in verb.children)


def _is_to_come(verb: Token) -> bool:
    """Whether a verb is "to do" or "would do"."""
    helpers = [c for c in verb.children if c.dep == "aux"]
    return any(c.lower in _TO_COME for c in helpers) and not any(c.lemma == "have" for c in helpers)


def _object_of(preposition: Token, time: Token) -> Token | None:
    """What a preposition introduces before a time that hangs on it too: "following [the raid] [on Monday]"."""
    if preposition.dep != "prep" or time.dep not in ("prep", "npadvmod") or preposition.lower not in AFTER:
        return None
    return next((c for c in preposition.children if c.dep == "pobj" and c.i < time.i), None)


def _leave(word: Token, above: Token, target: Token, bound: bool, over: frozenset[str]) -> float | None:
    """The cost of going from a word to its head; None where that is barred."""
    if is_verb(word):
        return _leave_verb(word, target)
    if word.pos == "ADP" or word.dep == "prep":
        return 0.0
    if word.pos in NOUNS and word.dep == "pobj":
        return 2.0 if above.lower in over else _leave_phrase(word, above, bound)
    if bound and is_verb(above):
        if above.lemma == "cancel":  # "cancelled next month's summit"
            return None
        if word.lemma in load_travel().contests:
            return 1.0 if word.dep == "dobj" else None
        return 3.0 if above.lemma in load_travel().light and above is target else None
    return 1.0 if word.pos in NOUNS else 0.5


def _leave_verb(word: Token, target: Token) -> float | None:
    if word.dep in ("aux", "auxpass"):
        return 0.0
    if word.tag == "VBG" and word.lemma in load_travel().starts and not is_finite(word) and word.i > target.i:
        return None if any(c.dep in ("nsubj", "dobj") and c.pos != "PROPN" for c in word.children) else 0.5
    if word.dep == "xcomp":
        if word.head.lemma == "be" and is_to(word):
            return 0.0
        return 1.0 if target.lemma in load_travel().shares or word.head.lemma in AHEAD else None
    if word.dep == "relcl" and word.lemma in load_travel().opens and word.head.pos == "PROPN" and _is_at(word, target):
        return 0.5
    if word.dep in ("acl", "relcl") and word.head is target:
        marks = [c.lower for c in word.children if c.dep == "mark"]
        return None if "that" in marks or (marks and word.dep == "acl") or _is_content(word) or _is_tag(word) else 0.5
    if word.dep == "acl" and word.head.dep == "pobj" and word.head.head.lower in _PLACE_OR_FRAME:
        return 1.5
    seen = (
        word.dep == "acl" and word.lemma in load_travel().describes and not any(c.dep == "prt" for c in word.children)
    )
    if seen and word.head.dep in ("pobj", "dobj"):
        return 1.5
    if word.dep in ("advcl", "pcomp") and word.tag == "VBG" and not is_finite(word) and word.i < target.i:
        return 3.0
    return None


def _is_tag(clause: Token) -> bool:
    """Whether a clause only says who told it, read as one of a name before it: "an offer from Y, X said on Monday"."""
    subject = next((c for c in clause.children if c.dep == "nsubj"), None)
    told = clause.dep == "relcl" and clause.lemma in _TELLS and subject is not None
    return told and not any(c.tag in ("WDT", "WP", "IN") and c.i < clause.i for c in clause.children)


_TELLS = frozenset({"add", "report", "say", "tell"})


def _is_content(clause: Token) -> bool:
    """Whether a clause says what a claim is: "allegations that X meddled in the 2016 vote", read as "which X"."""
    that = next((c for c in clause.children if c.lower == "that" and c.i < clause.i), None)
    return that is not None and that.dep == "dobj" and clause.head.lemma in CONTENTS


def _is_at(opening: Token, target: Token) -> bool:
    """Whether a clause that says when something opens hangs on the place of it, or of that where one meets."""
    place = opening.head
    held = place.head.head if place.dep == "pobj" and place.head.dep == "prep" else None
    if held is None or held.pos not in NOUNS:
        return False
    return target is held or (held.dep == "pobj" and held.head.lower == "at" and target is held.head.head)


def _leave_phrase(word: Token, above: Token, bound: bool) -> float | None:
    """Out of a prepositional phrase."""
    preposition = above.lower
    if preposition == "into" and word.pos == "NOUN" and above.head.pos in NOUNS:  # "an inquiry into the raid in May"
        return None
    if (preposition, above.head.lower) in _BEFORE:  # "met X ahead of the summit in May"
        return None
    if preposition in ("for", "over") and _requites(above.head):
        return None
    if bound:
        if preposition == "on" and above.head.pos in NOUNS:  # "talks on the 2015 accord"
            return None
        of_contest = preposition == "of" and word.lemma in load_travel().contests
        return 2.0 if preposition in _PLACE_OR_FRAME or of_contest else None
    return 1.0 if preposition in load_travel().lends else None


def _requites(word: Token) -> bool:
    """Whether somebody is punished for something, or gets amends: "jailed for a raid", "imposed an embargo for it"."""
    told = (word, *(c for c in word.children if c.dep == "dobj")) if is_verb(word) else (word,)
    return any(t.lemma in load_travel().requites for t in told)
