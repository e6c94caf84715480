"""Who else does what the subject does: "X as well as Y", "X, along with Y", "as did Y"."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.phrases import AUXILIARY, agents, child, conjuncts
from detente.model import Token

WITH = word_list("joining-with")
JOINTLY = frozenset({"jointly", "together"})
JOINED = frozenset({"accompany", "join"})


def named_before(own: Token, verb: Token) -> list[Token]:
    """X of "X as well as Y left", "X, Yan and other envoys left", where both were read as subjects."""
    earlier = (c for c in verb.children if c.dep == "nsubj" and c.i < own.i)
    return [t for c in earlier if child(c, "cc") is not None or _begins_row(c, own) for t in conjuncts(c)]


def _begins_row(name: Token, last: Token) -> bool:
    """Whether a name begins a row of modifiers that ends in the last ("X, Yan and other envoys", "X, Y and Z")."""
    inner = next((c for c in last.children if c.dep in ("amod", "nmod") and child(c, "cc") is not None), None)
    if inner is None or name.pos != "PROPN" or child(name, "punct") is None:
        return False
    return name.i + 2 == min(t.i for t in inner.subtree())


def likewise(verb: Token) -> list[Token]:
    """Y of "X condemned it, as did Y"."""
    done = [c for c in verb.children if c.dep == "advcl" and c.lemma in ("do", "have", "be") and c.i > verb.i]
    same = [c for c in done if (mark := child(c, "mark")) is not None and mark.lower == "as"]
    return [t for c in same for s in c.children if s.dep == "nsubj" and s.i > c.i for t in conjuncts(s)]


def company(own: Token, verb: Token) -> list[Token]:
    """Y of "X, along with Y, left", where the phrase hangs on the verb, and of "X, joined by Y, left"."""
    joined = [c for c in own.children if c.dep == "acl" and c.lemma in JOINED and own.i < c.i < verb.i]
    if by := [t for c in joined for o in agents(c) for t in conjuncts(o)]:
        return by
    behind = [
        w for c in verb.children if c.i > verb.i and own.i < verb.i for w in (c, *c.children) if w.lower == "with"
    ]
    joint = [w for w in behind if any(c.lower in JOINTLY for c in (*w.children, w.head))]
    if named := [o for w in joint for o in w.children if o.dep == "pobj" and o.tag == "NNP"]:
        return [t for o in named for t in conjuncts(o)]
    between = [c for c in verb.children if own.i < c.i < verb.i and c.dep not in AUXILIARY]
    if not between:
        opening = (c for c in verb.children if c.i < own.i and c.lower == "along")
        withs = [w for c in opening for w in c.children if w.lower == "with"]
        return [t for w in withs for o in w.children if o.dep == "pobj" for t in conjuncts(o)]
    withs = [w for c in between if c.lower in WITH for w in c.children if w.lower == "with"]
    withs += [c for c in between if c.lower == "alongside"]
    withs += [c for c in between if c.lower == "with" and any(g.lower in WITH for g in c.children)]
    return [t for w in withs for o in w.children if o.dep == "pobj" for t in conjuncts(o)]
