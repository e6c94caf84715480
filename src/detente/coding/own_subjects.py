"""The subject that stands with a verb itself, where the parser or the phrase hides it."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.complements import is_absolute
from detente.coding.phrases import child, conjuncts
from detente.model import Token

SINGLED_OUT = word_list("ordinals") | {"next"}


def relative_of(verb: Token) -> Token | None:
    """ "Which" of "the state which agencies suspect interfered": of two subjects the one of the clause below."""
    found = [c for c in verb.children if c.dep in ("nsubj", "dobj") and c.i < verb.i]
    relative = found[0] if len(found) == 2 and found[0].lower in ("which", "who", "that") else None
    return relative if relative is not None and found[1].dep == "nsubj" else None


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb; of two the nearer, for the other is a clause that was cut off."""
    found = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass", "csubj")]
    if not found:
        # "X have for years accused Y", where X was read as the subject of "have"
        found = [s for c in verb.children if c.dep == "aux" for s in c.children if s.dep == "nsubj"]
    own = next((c for c in reversed(found) if c.i < verb.i and c.dep != "csubj"), found[0] if found else None)
    if own is None and (mark := child(verb, "mark")) is not None and mark.i < verb.i:
        # "after X left", where X was read as what "after" governs
        own = child(mark, "pobj")
    if own is not None and own.tag == "VBG" and (doing := child(own, "nsubj")) is not None:
        # "X operating in Y said"
        return doing
    return own


def named_as(own: Token, verb: Token) -> Token | None:
    """X of "the only leader to have visited Y was X", "the last envoy who met Y was X"."""
    if verb.dep == "csubj":
        noun = own
    elif verb.dep == "relcl" and own.lower in ("who", "that"):
        noun = verb.head
    else:
        return None
    over = verb.head if noun is own else noun.head
    if over.lemma != "be" or noun.dep != "nsubj" or not any(c.lower in SINGLED_OUT for c in noun.children):
        return None
    named = child(over, "attr")
    inner = [c for c in named.children if c.dep == "appos"] if named is not None else []
    return named if named is not None and (named.pos == "PROPN" or any(c.pos == "PROPN" for c in inner)) else None


def absolute_subject(verb: Token) -> Token | None:
    """X of "..., with X accusing Y", where the participle was read as joined to the verb of the main clause."""
    if verb.tag != "VBG" or verb.dep != "advcl" or child(verb, "nsubj", "mark", "aux") is not None:
        return None
    withs = [c for c in verb.head.children if is_absolute(c) and c.i < verb.i]
    named = child(withs[-1], "pobj") if withs else None
    between = [c for c in verb.head.children if named is not None and named.i < c.i < verb.i]
    return named if all(c.dep in ("prep", "npadvmod", "advmod") for c in between) else None


def in_parenthesis(verb: Token) -> list[Token]:
    """X of "X, left, holds talks", Y of "in talks with X, Y left": what stands before the verb took its subject."""
    if (last := _last_of_phrase(verb)) is not None:
        return [last]
    before = [c for c in verb.children if c.dep == "advcl" and c.i < verb.i and c.i + 1 < verb.i]
    own = next((s for c in before if c.tag in ("JJ", "VBN", "VBD", "NN") and (s := child(c, "nsubj"))), None)
    return conjuncts(own) if own is not None else []


def _last_of_phrase(verb: Token) -> Token | None:
    """Y of "In talks with X, Y condemned Z", where Y was read as one more X."""
    at = verb.i - verb.sentence.tokens[0].i
    last = verb.sentence.tokens[at - 1] if at else verb
    if last.pos != "PROPN" or last.dep not in ("appos", "conj", "npadvmod"):
        return None
    top = last
    while top.head is not top and top.head is not verb:
        top = top.head
    return last if top.dep == "prep" and top.head is verb else None
