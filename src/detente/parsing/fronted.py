"""Times in front of a clause that the parser joined to the name behind them: "In [March] Norway imposed sanctions"."""

from __future__ import annotations

from collections.abc import Sequence

from detente.codebook.lexicon import word_list
from detente.model import Token
from detente.parsing.hanging import DOING, hang

WHEN = frozenset({"by", "during", "from", "in", "of", "on", "since", "until"})
NEXT = frozenset({"last", "next"})
OF_DAYS = frozenset({"amod", "nummod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
TOLD = word_list("saying-to") | {"say", "tell"}


def free_day(day: Token, tokens: Sequence[Token]) -> None:
    """Give a day or month read as the first part of a name back to its preposition, or to the verb behind the name."""
    name = day.head
    verb = name.head if name.dep in SUBJECTS else name.head.head
    if verb.pos not in DOING or verb.i < name.i:
        return
    own = [c for c in name.children if c.i < day.i and c.dep in OF_DAYS]
    first = min([day, *own, *day.children], key=lambda t: t.i).i - tokens[0].i
    before = tokens[first - 1] if first else None
    if before is not None and before.dep == "prep" and before.lower in WHEN:
        if not _is_open(before, name, verb):
            return
        hang(day, before, "pobj")
    elif name.dep in SUBJECTS and (any(c.lower in NEXT for c in day.children) or _is_told(before)):
        hang(day, verb, "npadvmod")
    else:
        return
    for word in own:
        hang(word, day, word.dep)
    if name.dep == "pobj":
        hang(name, verb, "nsubjpass" if any(c.dep == "auxpass" for c in verb.children) else "nsubj")


def free_name(name: Token) -> None:
    """Make "X, Y and Z" the subject of "In February X, Y and Z met", where they were read as part of the time."""
    preposition, verb = name.head, name.head.head
    timed = preposition.dep == "prep" and any(c.dep == "pobj" and c.i == name.i - 1 for c in preposition.children)
    if timed and verb.pos in DOING and verb.i > name.i and not any(c.dep in SUBJECTS for c in verb.children):
        hang(name, verb, "nsubjpass" if any(c.dep == "auxpass" for c in verb.children) else "nsubj")


def _is_open(preposition: Token, name: Token, verb: Token) -> bool:
    """Whether a preposition has no other object than the name, and the verb then no subject."""
    objects = [c for c in preposition.children if c.dep == "pobj"]
    return objects == [name] and not any(c.dep in SUBJECTS for c in verb.children) if objects else name.dep in SUBJECTS


def _is_told(word: Token | None) -> bool:
    return word is not None and word.pos in DOING and word.lemma in TOLD
