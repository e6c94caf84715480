"""Lists of states and bodies that the parser takes apart: "Peru, Fiji and Chile agreed" with Peru alone as subject."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from detente.codebook import load_codebook
from detente.codebook.lexicon import load_lexicon
from detente.model import Token
from detente.parsing.hanging import hang

_BODIES = frozenset(
    {"alliance", "economic", "financial", "regional", "supranational", "universal", "UN agency", "UN organ"}
)
_ATTRIBUTES = frozenset({"compound", "poss", "nmod", "amod"})
_NAMES = frozenset({"appos", "conj"})
_TITLES = load_lexicon().classes["official"]
_WHERE = frozenset({"at", "in", "near"})
_KIN = frozenset({"ally", "citizen", "enemy", "foe", "friend", "national", "partner", "rival"})
"""What somebody is called who was named, not another one in the row."""


def mend_lists(tokens: Sequence[Token]) -> None:
    """Join three states or organisations that commas and a last "and" or "or" put in a row; the first has its place.

    So too three people of several lands, of whom the second was read as another name of the first.
    """
    for token in tokens:
        if token.dep == "appos" and token.pos == "NOUN":
            _join_people(token)
        elif token.dep == "appos" and token.pos == "PROPN":
            _join_titled(token)
    at = 0
    while at < len(tokens):
        heads, after = _row(tokens, at)
        if len(heads) > 2 and heads[-1].dep not in _ATTRIBUTES:
            _join(heads)
        at = max(after, at + 1)


def _row(tokens: Sequence[Token], at: int) -> tuple[list[Token], int]:
    """The heads of the names in a row that begins at a token, none where no "and" closes it; where it ends."""
    heads: list[Token] = []
    closed = False
    while (last := _name_end(tokens, at)) > at:
        heads.append(tokens[last - 1])
        comma = last < len(tokens) and tokens[last].text == ","
        joined = last + comma < len(tokens) and tokens[last + comma].lower in ("and", "or")
        if closed or not (comma or joined):
            return (heads if closed else []), last
        closed, at = joined, last + comma + joined
    return (heads if closed else []), at


def _name_end(tokens: Sequence[Token], at: int) -> int:
    """Where a name that begins at a token ends, with its article; the token itself where none does."""
    first = at + (at < len(tokens) and tokens[at].lower == "the")
    if first >= len(tokens) or tokens[first].text not in _first_words():
        return at
    for last in range(min(first + 4, len(tokens)), first, -1):
        if " ".join(t.text for t in tokens[first:last]) in state_names():
            return last
    return at


@functools.cache
def state_names() -> frozenset[str]:
    """All names of states and of organisations of states as printed, without their articles."""
    codebook = load_codebook()
    states = (name.removeprefix("the ") for state in codebook.states for name in state.names)
    bodies = (o for o in codebook.organisations if o.kind in _BODIES)
    return frozenset((*states, *(name for o in bodies for name in (o.name, o.abbrev) if name)))


@functools.cache
def _first_words() -> frozenset[str]:
    """The words that such names begin with, by which most of a text is passed over."""
    return frozenset(name.split()[0] for name in state_names() if name)


def _join(heads: list[Token]) -> None:
    """Hang each name on the one before it, and the first where it hung or, where that is within, where another did.

    Of "X cut its fleet and Y, Z and W will lift sanctions" the row is the subject of what follows.
    """
    first, *others = heads
    doing = _verb_behind(heads[-1]) if first.dep == "conj" and first.head.pos == "NOUN" else None
    if doing is not None:
        hang(first, doing, "nsubj")
    elif any(a in heads for a in first.ancestors()):
        outer = next(t for t in heads if not any(a in heads for a in t.ancestors()))
        hang(first, first if outer.head is outer else outer.head, outer.dep)
    for before, name in zip(heads, others, strict=False):
        hang(name, before, "conj")


def _join_people(second: Token) -> None:
    """Join Y's to X's in "X's envoy, Y's minister and Z's general", "an Xian soldier, a Yian one and two others"."""
    first = second.head
    closed = any(c.dep == "conj" and c.i > second.i for t in (first, second) for c in t.children)
    if not closed or first.pos != "NOUN" or second.i < first.i or second.lemma in _KIN:
        return
    lands = _land(first), _land(second)
    if all(lands) and lands[0] != lands[1]:
        hang(second, first, "conj")


def _join_titled(second: Token) -> None:
    """Join the last two of "President X, Minister Y and Chancellor Z", where Y or Z was read as another name of X."""
    first = second.head
    if first.pos != "PROPN" or second.i < first.i or (first.dep == "pobj" and first.head.lower in _WHERE):
        return
    inner = next((c for c in second.children if c.dep == "nmod" and c.pos == "PROPN" and _joins(c)), None)
    middle = inner or second
    if not _is_titled(middle) or not (_joins(middle) or any(_joins(c) for c in middle.children if c.dep in _NAMES)):
        return
    hang(middle, first, "conj")
    if inner is not None:
        hang(second, inner, "conj")


def _joins(name: Token) -> bool:
    """Whether "and" follows a name, with another."""
    return any(c.dep == "cc" and c.i > name.i for c in name.children)


def _is_titled(name: Token) -> bool:
    """Whether a title stands before a name."""
    return any(c.i < name.i and c.lower in _TITLES for c in name.children)


def _land(people: Token) -> str:
    """The name before a noun that says whose somebody is."""
    before = (c for c in people.children if c.dep in _ATTRIBUTES and c.i < people.i)
    return next((c.lower for c in before if c.text[0].isupper()), "")


def _verb_behind(last: Token) -> Token | None:
    """The verb without a subject that follows a row, joined to an earlier one."""
    tokens = last.sentence.tokens
    after = tokens[last.i + 1 - tokens[0].i :][:1]
    verb = next((t.head if t.dep == "aux" else t for t in after), last)
    joined = verb.dep == "conj" and verb.pos in ("VERB", "AUX") and verb.i > last.i
    return verb if joined and not any(c.dep in ("nsubj", "nsubjpass") for c in verb.children) else None
