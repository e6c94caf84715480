"""How a date travels through the syntax: which words a time expression can date, and at what distance."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from detente.dating.clauses import (
    clause_verb,
    hangs_on,
    is_finite,
    is_verb,
    ranked_by,
    said_then,
    verb_tense,
)
from detente.dating.grammar import load_grammar, load_table
from detente.model import Document, TimeMention, Token

_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_BEFORE_NOUN = frozenset({"nummod", "compound", "poss", "amod", "nmod", "det", "quantmod", "npadvmod"})
_PLACE_OR_FRAME = frozenset({"at", "during", "in", "on", "amid", "within"})
_AHEAD = frozenset({"expect", "schedule", "set", "due", "plan", "slate"})
_SPOKEN_OF = frozenset({"for", "of", "over", "about"})
"""Prepositions of what a verb of speech is about: that has a day of its own ("condemned X on Monday for the raid")."""
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
        if above.pos in _NOUNS and word.pos != "ADP" and word.dep in _BEFORE_NOUN and word.i < above.i:
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
    if word.pos in _NOUNS and word.dep == "pobj":
        return 2.0 if above.lower in over else _leave_phrase(word, above, bound)
    if bound and is_verb(above):
        if above.lemma == "cancel":  # "cancelled next month's summit"
            return None
        if word.lemma in load_travel().contests:
            return 1.0 if word.dep == "dobj" else None
        return 3.0 if above.lemma in load_travel().light and above is target else None
    return 1.0 if word.pos in _NOUNS else 0.5


def _leave_verb(word: Token, target: Token) -> float | None:
    if word.dep in ("aux", "auxpass"):
        return 0.0
    if word.tag == "VBG" and word.lemma in load_travel().starts and not is_finite(word) and word.i > target.i:
        return None if any(c.dep in ("nsubj", "dobj") and c.pos != "PROPN" for c in word.children) else 0.5
    if word.dep == "xcomp":
        if word.head.lemma == "be" and is_to(word):
            return 0.0
        return 1.0 if target.lemma in load_travel().shares or word.head.lemma in _AHEAD else None
    if word.dep == "relcl" and word.lemma in load_travel().opens and word.head.pos == "PROPN" and _is_at(word, target):
        return 0.5
    if word.dep in ("acl", "relcl") and word.head is target:
        marks = [c.lower for c in word.children if c.dep == "mark"]
        return None if "that" in marks or (marks and word.dep == "acl") else 0.5
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


def _is_at(opening: Token, target: Token) -> bool:
    """Whether a clause that says when something opens hangs on the place of it, or of that where one meets."""
    place = opening.head
    held = place.head.head if place.dep == "pobj" and place.head.dep == "prep" else None
    if held is None or held.pos not in _NOUNS:
        return False
    return target is held or (held.dep == "pobj" and held.head.lower == "at" and target is held.head.head)


def _leave_phrase(word: Token, above: Token, bound: bool) -> float | None:
    """Out of a prepositional phrase."""
    preposition = above.lower
    if preposition == "into" and word.pos == "NOUN" and above.head.pos in _NOUNS:  # "an inquiry into the raid in May"
        return None
    if preposition == "of" and above.head.lower == "ahead":  # "met X ahead of the summit in May"
        return None
    if preposition in ("for", "over") and _requites(above.head):
        return None
    if bound:
        if preposition == "on" and above.head.pos in _NOUNS:  # "talks on the 2015 accord"
            return None
        of_contest = preposition == "of" and word.lemma in load_travel().contests
        return 2.0 if preposition in _PLACE_OR_FRAME or of_contest else None
    return 1.0 if preposition in load_travel().lends else None


def _requites(word: Token) -> bool:
    """Whether somebody is punished for something, or gets amends: "jailed for a raid", "imposed an embargo for it"."""
    told = (word, *(c for c in word.children if c.dep == "dobj")) if is_verb(word) else (word,)
    return any(t.lemma in load_travel().requites for t in told)


def carriers(token: Token) -> Iterator[tuple[str, Token, float]]:
    """The words whose date is the event word's date: itself, its light verb, the clause it is part of.

    Yields: how ("own clause", "governing clause"), the word, a cost.
    """
    yield "own clause", token, 0.0
    seen, last = 0, last_of_row(token)
    while seen < 6:
        step = _above_verb(token) if is_verb(token) else _above_noun(token)
        if step is None:
            break
        how, token, cost = step
        yield how, token, cost + seen
        seen += 1
    if last is not None:
        yield "own clause", last, 2.0


def last_of_row(verb: Token) -> Token | None:
    """ "Deported" of "arrested X and deported him in March", whose time is that of both."""
    last = verb
    while is_verb(last):
        joined = [c for c in last.children if c.dep == "conj" and c.tag == verb.tag and c.tag in ("VBD", "VBN")]
        if (
            not joined
            or any(c.lower == "but" and c.dep == "cc" for c in last.children)
            or any(c.dep in ("nsubj", "nsubjpass", "expl", "aux", "auxpass") for c in joined[-1].children)
        ):
            break
        last = joined[-1]
    return last if last is not verb else None


def _above_noun(token: Token) -> tuple[str, Token, float] | None:
    """From a noun to the verb or noun that carries it."""
    travel, head = load_travel(), token.head
    if head is token:
        return None
    if token.dep == "pobj" and head.dep == "prep":
        owner = head.head
        if head.lower == "of" and owner.lower in travel.edges:
            return "own clause", owner, 0.5
        if head.lower in _SPOKEN_OF and owner.lemma in travel.speech:
            return None
        if is_verb(owner) and (head.lower in travel.lends or head.lower in ("after", "following")):
            return "own clause" if head.lower in travel.lends else "governing clause", owner, 1.5
        return None
    if head.lemma == "be" and token.dep == "nsubj" and is_verb(head):
        head = next((c for c in head.children if c.dep == "xcomp" and is_to(c)), head)
    if is_verb(head) and token.dep in ("dobj", "nsubj", "nsubjpass", "attr"):
        return ("own clause", head, 0.5) if head.lemma in travel.light else None
    if token.dep in ("conj", "compound") and head.pos in _NOUNS:
        return "own clause", head, 1.0
    return None


def _above_verb(token: Token) -> tuple[str, Token, float] | None:
    """From a verb to the verb whose time it shares."""
    head = token.head
    if head is token:
        return None
    if (time := _time_of_when(token)) is not None:
        return "own clause", time, 0.0
    above = clause_verb(head)
    if above is None or above is token:
        return None
    if (said := ranked_by(token) or _of_last_time(token)) is not None:
        return "own clause", said, 0.5
    if token.dep == "acl" and is_to(token) and head.lemma in load_travel().decisions:
        return "own clause", head, 0.5
    if token.dep == "xcomp" and above is head and (above.lemma in load_travel().shares or _is_due(head, token)):
        return "own clause", above, 0.5
    if token.dep == "conj" and is_verb(head):
        own = any(c.dep in ("nsubj", "nsubjpass", "expl", "aux", "auxpass") for c in token.children)
        return None if own or token.tag != head.tag else ("own clause", head, 1.0)
    if token.dep in ("relcl", "advcl") and head.pos in _NOUNS and any(c.lower == "when" for c in token.children):
        return "own clause", head, 0.0
    if token.dep == "relcl" and head.pos == "NOUN" and _is_within(token):
        return "own clause", head, 0.5
    if (text := _text_that(token)) is not None:
        return "own clause", text, 1.5
    if any(c.lower in load_travel().hidden for c in token.children):
        return None
    if token.dep in ("advcl", "pcomp") and not is_finite(token) and token.tag == "VBG":
        return None if token.dep == "pcomp" and _is_apart(token) else ("governing clause", above, 1.0)
    if token.dep == "advcl" and any(c.lower in ("as", "when", "while") for c in token.children if c.dep in _MARKS):
        return "governing clause", above, 1.0
    return None


def _text_that(verb: Token) -> Token | None:
    """The text that does a deed, and whose day is the deed's: "the 2011 accord gave", "a law of 2012 that froze"."""
    if verb.tag != "VBD":
        return None
    subject = next((c for c in verb.children if c.dep == "nsubj"), None)
    if verb.dep == "relcl" and (subject is None or subject.lower in ("that", "which")):
        subject = verb.head
    return subject if subject is not None and subject.lemma in load_travel().texts else None


def _is_due(above: Token, deed: Token) -> bool:
    """Whether a verb only says when something is to be: "In May X was scheduled to meet Y"."""
    return above.lemma in _AHEAD and is_to(deed) and any(c.dep == "auxpass" for c in above.children)


def _is_within(verb: Token) -> bool:
    """Whether a clause tells what was done on an occasion or under a pact: "a call on Monday in which X asked"."""
    leads = (
        c for c in verb.children if c.dep == "prep" and c.lower in ("at", "during", "in", "under") and c.i < verb.i
    )
    return any(o.lower == "which" for lead in leads for o in lead.children)


_MEANS = frozenset({"before", "by", "in", "on", "through", "upon", "while", "with"})


def _is_apart(deed: Token) -> bool:
    """Whether a deed has another day than the clause it is part of: "jailed on Monday for firing", "since leaving".

    What one does by it, or just after it ("said on Monday after meeting X"), has the same.
    """
    preposition = deed.head.lower
    return preposition not in _MEANS and not (preposition in AFTER and deed.lemma in load_travel().brief)


def _of_last_time(verb: Token) -> Token | None:
    """ "Was" of "the last time X visited Y was in 1998": the visit is of its time."""
    time = verb.head
    said = verb.dep == "relcl" and time.lemma == "time" and time.dep == "nsubj" and time.head.lemma in ("be", "come")
    return time.head if said else None


def _time_of_when(verb: Token) -> Token | None:
    """The word before "when", whose time a clause takes where it is one: "since 1974, when X invaded"."""
    mark = next((c for c in verb.children if c.lower == "when"), None)
    words = verb.sentence.tokens
    at = mark.i - words[0].i - 1 if mark is not None else -1
    if at > 0 and words[at].text in (",", "'s", "’s"):
        at -= 1
    return words[at] if at >= 0 and _names_time(words[at]) else None


def _names_time(word: Token) -> bool:
    """Whether a word is a year, a decade, a month, a season or a day of the week."""
    words = load_grammar().words
    number = word.text.removesuffix("s")
    year = number.isdigit() and (len(number) == 4 or (len(number) == 2 and number != word.text))
    return year or any(word.lower in words[name] for name in ("month", "weekday", "season"))


_MARKS = frozenset({"mark", "advmod"})
