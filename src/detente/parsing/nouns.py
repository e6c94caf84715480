"""Nouns that the parser takes for verbs ("slapped asset freezes on X", "fires warning shots") or for one of a name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from detente.codebook.lexicon import word_list
from detente.model import Token
from detente.parsing.hanging import hang

OBJECTS, UNITS = word_list("objects-of-headlines"), word_list("time-units")
MONTHS = word_list("days-and-months")
HOLDING = frozenset({"bring", "call", "hold"})
_BOUND = frozenset({"compound", "nmod", "poss"})
TRIPS = frozenset({"journey", "pilgrimage", "tour", "travel", "trip", "visit"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OWN = frozenset({"det", "poss", "amod", "nummod"})
_CLAUSES = frozenset({"ccomp", "advcl", "conj"})
_BEHIND = frozenset({"IN", "CC", ",", "."})


def mend_nouns(tokens: Sequence[Token]) -> None:
    """Make nouns of them, before anything else is mended."""
    for token, after in pairwise(tokens):
        if token.tag == "VBG" and token.lower == "warning" and after.lower in ("shot", "shots") and after.head is token:
            _warn_with(token, after)
        elif token.tag == "VBZ" and after.tag in _BEHIND and token.lower.removesuffix("s") in OBJECTS:
            _measure(token, tokens)
        elif token.pos == "PROPN" and after.lemma in UNITS and token.dep == "compound" and token.head is after:
            _part_from_time(token, after)
        elif token.tag == "VBG" and token.dep == "xcomp" and not token.lower.endswith(("ing", "in", "in'")):
            _make_object(token)
        elif token.lower in MONTHS and token.tag == "NNP" and token.dep in _BOUND:
            _part_from_month(token, tokens)
        elif token.tag in ("VBD", "VBN") and after.pos == "PROPN" and token.children and _is_to(token.children[0]):
            _describe(token, tokens)
        elif token.dep == "compound" and token.text.isupper() and token.head.i > token.i:
            _own_whole(token)
        elif token.dep == "pcomp" and token.tag == "VBG" and token.head.lower == "under":
            _suffer(token)
        elif token.tag == "TO" and after.lower == "account" and after.head.lemma in HOLDING:
            _bring_to(token, after)
        elif token.dep == "dobj" and token.tag == "NNS":
            _join_before(token, tokens)
            _part(token)


def _warn_with(warning: Token, shot: Token) -> None:
    """Put "shots" in the place of "warning", which only says of what kind they are."""
    over = shot if warning.head is warning else warning.head
    hang(shot, over, warning.dep)
    for child in [c for c in warning.children if c is not shot]:
        hang(child, shot, "compound" if child.dep == "nsubj" and child.i == warning.i - 1 else child.dep)
    hang(warning, shot, "compound")
    warning.tag, warning.pos, warning.lemma = "NN", "NOUN", "warning"


def _bring_to(to: Token, account: Token) -> None:
    """Make a noun of "account" in "must be held to account for the raid", where it was read as what is to be done."""
    verb = account.head
    for child in [c for c in account.children if c is not to]:
        hang(child, verb, child.dep)
    hang(to, verb, "prep")
    hang(account, to, "pobj")
    account.tag, account.pos, account.lemma = "NN", "NOUN", "account"


def _make_object(noun: Token) -> None:
    """Make the object of "voiced dismay that X had left" of what was read as "voiced dismaying"."""
    noun.tag, noun.pos, noun.lemma = "NN", "NOUN", noun.lower
    for clause in (c for c in noun.children if c.dep == "ccomp"):
        clause.dep = "acl"
    hang(noun, noun.head, "dobj")


def _is_to(word: Token) -> bool:
    """Whether a word was read as the "to" of an infinitive."""
    return word.lower == "to" and word.dep == "aux"


def _describe(participle: Token, tokens: Sequence[Token]) -> None:
    """Make a goal of "the trip to occupied X", "flew to besieged X", where it was read as what somebody did to X."""
    to, place = participle.children[0], next((c for c in participle.children if c.dep == "dobj"), None)
    if place is None or to.i != participle.i - 1 or participle.head is participle:
        return
    trips = [t for t in tokens[: to.i - tokens[0].i] if t.lemma in TRIPS and t in participle.head.subtree()]
    hang(to, trips[-1] if trips else participle.head, "prep")
    hang(place, to, "pobj")
    hang(participle, place, "amod")
    to.tag, to.pos, participle.tag = "IN", "ADP", "VBN"


def _own_whole(name: Token) -> None:
    """Make the bid Sweden's in "Sweden's NATO bid", where NATO or its membership was read as Sweden's."""
    whole = name.head
    while whole.dep == "compound" and whole.head.i > whole.i:
        whole = whole.head
    whose = next((c for t in (name, name.head) if t is not whole for c in t.children if c.dep == "poss"), None)
    if whose is not None and whose.i < name.i:
        hang(whose, whole, "poss")


def _suffer(noun: Token) -> None:
    """Make a noun of "shelling" in "came under shelling from X", which does nothing to anybody."""
    if not any(c.dep == "dobj" for c in noun.children):
        noun.tag, noun.pos, noun.lemma, noun.dep = "NN", "NOUN", noun.lower, "pobj"


def _part_from_time(name: Token, hours: Token) -> None:
    """Make the object of "called A B hours before the vote" of a name that was read as part of the time after it."""
    verb = next((a for a in hours.ancestors() if a.pos == "VERB" and a.i < name.i), None)
    if hours.tag == "NNS" and verb is not None and not any(c.dep == "dobj" for c in verb.children):
        hang(name, verb, "dobj")


def _part_from_month(month: Token, tokens: Sequence[Token]) -> None:
    """Give "In" of "In May 1998 X's envoy left" its month, where that was read as part of the envoy's name."""
    at = month.i - tokens[0].i - 1
    day = tokens[at] if at > 0 and tokens[at].tag == "CD" else None
    before = tokens[max(at - (day is not None), 0)]
    whose = next((t for t in (month.head, *month.head.children) if t.dep == "poss" and t is not month), None)
    if before.lower not in ("in", "on") or before.dep != "prep" or whose is None or whose.i < month.i:
        return
    noun = whose.head
    verb = before.head
    hang(month, before, "pobj")
    if day is not None:
        hang(day, month, "nummod")
    if noun.head is before and verb.pos == "VERB" and not any(c.dep in _SUBJECTS for c in verb.children):
        hang(noun, verb, "nsubj")


def _measure(noun: Token, tokens: Sequence[Token]) -> None:
    """Make the object of "slapped travel bans and asset freezes on X" of what was read as a clause: "bans freeze"."""
    at = noun.i - tokens[0].i
    before = tokens[at - 1]
    if at < 2 or before.tag != "NN" or any(c.dep in _OWN for c in before.children) or noun.dep not in _CLAUSES:
        return
    row = next((c for c in noun.children if c.dep == "nsubj"), None)
    joined = row is not None and before.head is row and before.dep == "conj"
    verb = before.head if before.dep == "dobj" else noun.head
    lacks = before.dep == "dobj" or not any(c.dep == "dobj" for c in verb.children)
    if verb.pos != "VERB" or not lacks or not (before is row or before.dep == "dobj" or joined):
        return
    noun.tag, noun.pos, noun.lemma = "NNS", "NOUN", noun.lower.removesuffix("s")
    for child in [c for c in noun.children if c.dep == "prep"]:
        hang(child, verb, child.dep)
    if joined and row is not None:
        hang(row, verb, "dobj")
        hang(noun, row, "conj")
    else:
        hang(noun, verb, "dobj")
    hang(before, noun, "compound")


def _join_before(noun: Token, tokens: Sequence[Token]) -> None:
    """Make "asset" of "imposes asset freezes" part of the object, where it was read as a second subject."""
    before, verb = tokens[max(noun.i - 1 - tokens[0].i, 0)], noun.head
    second = before.dep == "nsubj" and before.head is verb and before.i > verb.i and before.tag == "NN"
    if second and any(c.dep in _SUBJECTS and c.i < verb.i for c in verb.children):
        hang(before, noun, "compound")


def _part(noun: Token) -> None:
    """Set "an arms embargo and travel bans" side by side, where the one was read as of the other's name."""
    first = next((c for c in noun.children if c.dep == "nmod" and any(g.dep == "cc" for g in c.children)), None)
    article = next((c for c in noun.children if c.lower in ("a", "an")), None)
    if first is None or article is None or first.tag != "NN" or any(g.dep == "conj" for g in first.children):
        return
    hang(first, noun.head, noun.dep)
    hang(noun, first, "conj")
    hang(article, first, "det")
