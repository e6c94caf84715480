"""Clauses, guests and rows that the parser tears from what they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from detente.codebook.lexicon import word_list
from detente.model import Token
from detente.parsing.mends import DOING, FINITE, TIMES, hang

MET = word_list("saying-to") | {
    "address",
    "assure",
    "greet",
    "host",
    "inform",
    "meet",
    "receive",
    "remind",
    "tell",
    "urge",
    "warn",
    "welcome",
}
CLAUSAL = frozenset({"after", "before", "since", "until"})
CLAUSES = frozenset({"advcl", "ccomp", "conj", "dobj", "xcomp"})
BETWEEN = frozenset({"ADP", "ADV", "DET", "ADJ", "NUM"})


def mend_torn(tokens: Sequence[Token]) -> None:
    """Mend these in a sentence, in one pass."""
    for token in tokens:
        if token.dep in CLAUSES:
            if token.lower == "visiting":
                _join_guest(token)
            elif token.pos in DOING:
                _make_clause(token, tokens)
                _make_relative(token)
        elif token.dep == "cc" and token.lower == "plus":
            _join_one_more(token)


def _make_clause(verb: Token, tokens: Sequence[Token]) -> None:
    """Make a clause of "after X on Friday expelled Y", where only "after X" was read as one phrase.

    A finite verb has a subject: here the noun behind "after", if nothing but times stands between.
    """
    over = verb.head
    if verb.tag not in FINITE or verb.dep not in ("advcl", "conj"):
        return
    if any(c.dep in ("nsubj", "nsubjpass", "mark", "expl") or c.tag in ("WRB", "WDT", "WP") for c in verb.children):
        return
    after = next((c for c in over.children if c.lower in CLAUSAL and c.dep == "prep" and over.i < c.i < verb.i), None)
    doer = next((c for c in after.children if c.dep == "pobj"), None) if after is not None else None
    if after is None or doer is None:
        return
    between = tokens[doer.i + 1 - tokens[0].i : verb.i - tokens[0].i]
    if between and all(t.lower in TIMES or t.pos in BETWEEN for t in between):
        hang(verb, over, "advcl")
        hang(after, verb, "mark")
        hang(doer, verb, "nsubj")


def _make_relative(verb: Token) -> None:
    """Say "that would ban" of the order in "sign an order next month that would ban X", not of the signing."""
    that = next((c for c in verb.children if c.dep == "nsubj"), None) if verb.dep in ("ccomp", "advcl") else None
    if that is None or that.tag != "WDT" or verb.head.i > that.i:
        return
    noun = next((c for c in reversed(verb.head.children) if c.dep in ("dobj", "attr") and c.i < that.i), None)
    if noun is not None and noun.pos in ("NOUN", "PROPN"):
        hang(verb, noun, "relcl")


def _join_guest(coming: Token) -> None:
    """Make the minister of "told visiting X's minister that" whom one told, who came, not whom one visited."""
    verb = coming.head
    guest = next((c for c in coming.children if c.dep == "dobj"), None)
    if verb.i != coming.i - 1 or guest is None or verb.lemma not in MET:
        return
    for child in [c for c in coming.children if c is not guest]:
        hang(child, verb, child.dep)
    hang(guest, verb, "dobj")
    hang(coming, guest, "amod")


def _join_one_more(joining: Token) -> None:
    """Join Y to the group in "the five members of X plus Y", where it was read as one more X."""
    inner = joining.head
    second = next((c for c in inner.children if c.dep == "conj" and c.i > joining.i), None)
    if second is None or inner.dep != "pobj" or inner.head.lower != "of" or inner.head.head.tag != "NNS":
        return
    outer = inner.head.head
    if any(c.dep == "nummod" for c in outer.children):
        hang(joining, outer, "cc")
        hang(second, outer, "conj")
