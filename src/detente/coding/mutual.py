"""What two do to each other: whether the words say so, and when it is a deed of each of them."""

from __future__ import annotations

from dataclasses import replace

from detente.codebook.lexicon import word_list
from detente.coding.draft import Draft
from detente.coding.match import Hit
from detente.coding.parties import keys
from detente.model import Token

SAID = word_list("types-told-to-somebody")
PAIRED = frozenset((a, b) for a in ("each", "one", "the") for b in ("other", "another"))


def is_mutual(hit: Hit) -> bool:
    """ "Each other", "one another": whoever is on one side is on the other."""
    return bool(_words_for_both(hit))


def split_mutual(drafts: list[Draft]) -> list[Draft]:
    """What two say of each other, or each does to the other, is a deed of the one and a deed of the other."""
    return [part for draft in drafts for part in _parts(draft)]


def _parts(draft: Draft) -> list[Draft]:
    sides = list(dict.fromkeys(p.key for p in draft.actors))
    if len(sides) != 2 or keys(draft.recipients) - keys(draft.actors) or not _is_of_each(draft):
        return [draft]
    found = []
    for side in sides:
        own = tuple(p for p in draft.actors if p.key == side)
        others = tuple(p for p in draft.actors if p.key != side)
        found.append(replace(draft, actors=own, recipients=others, how=dict(draft.how), features=dict(draft.features)))
    return found


def _is_of_each(draft: Draft) -> bool:
    words = _words_for_both(draft.hit)
    return bool(words) and (draft.type in SAID or any(_word(t, -1) == "the" for t in words))


def _words_for_both(hit: Hit) -> list[Token]:
    objects = [
        *hit.slots.object,
        *(t for name in ("with", "against", "on", "of") for t in hit.slots.preps.get(name, ())),
    ]
    objects += [o for t in objects if t.pos == "NUM" for c in t.children if c.lower == "of" for o in c.children]
    objects += [c for t in objects for c in t.children if c.dep == "poss"]
    return [t for t in objects if (_word(t, -1), t.lower) in PAIRED or (t.lower, _word(t, 1)) in PAIRED]


def _word(token: Token, further: int) -> str:
    tokens = token.sentence.tokens
    at = token.i - tokens[0].i + further
    return tokens[at].lower if 0 <= at < len(tokens) else ""
