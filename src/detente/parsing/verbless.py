"""Sentences that the parser leaves without a verb of their own, because it read what was done as a participle."""

from __future__ import annotations

from collections.abc import Sequence

from detente.model import Token
from detente.parsing.hanging import DOING, NAMES, hang

CALLS = frozenset({"for", "on", "upon"})
DONE_BY_CROWDS = frozenset({"demonstrate", "march", "protest", "rally", "riot"})
"""What nobody undergoes: "thousands protested" has no other verb."""
GIVING = frozenset({"award", "deny", "give", "grant", "hand", "offer", "pay", "send", "teach", "tell"})
"""Verbs that keep an object in the passive: "the man given asylum"."""
DESCRIBING = frozenset({"acl", "amod", "compound", "relcl"})
WHERETO = frozenset({"back", "for", "into", "to", "towards", "toward"})
OVER = frozenset({"ROOT", "ccomp"})


def mend_verbless(tokens: Sequence[Token]) -> None:
    """Give its verb to "X's minister, A B, called on Y to yield" and to "A Jordanian F-16 bombed their positions"."""
    for verb in tokens:
        if verb.tag in ("NN", "NNS") and verb.head is verb:
            _make_plan(verb)
        if verb.tag != "VBN":
            continue
        if verb.lower == "headed":
            _set_out(verb)
        if verb.dep not in ("acl", "amod"):
            continue
        if verb.dep == "amod":
            _take_object(verb)
        else:
            _take_subject(verb, tokens)


def _make_plan(noun: Token) -> None:
    """Make a verb of "plan" in "X and Y plan to go", which has a subject and an infinitive."""
    subject = next((c for c in noun.children if c.dep == "nsubj" and c.i < noun.i), None)
    clause = next((c for c in noun.children if c.dep == "xcomp" and c.i > noun.i), None)
    if subject is None or clause is None or not any(c.lower == "to" and c.dep == "aux" for c in clause.children):
        return
    if not any(c.dep in ("aux", "cop") for c in noun.children):
        noun.tag, noun.pos = "VBP" if noun.tag == "NN" else "VBZ", "VERB"


def _set_out(verb: Token) -> None:
    """ "X is headed to Y", "was headed for Y": on the way there; nobody heads X."""
    whereto = any(c.dep == "prep" and c.lower in WHERETO for c in verb.children)
    by = any(c.dep == "agent" for c in verb.children)
    roles = {"nsubjpass": "nsubj", "auxpass": "aux"}
    if by or not whereto or not any(c.dep == "auxpass" and c.lemma == "be" for c in verb.children):
        return
    verb.tag = "VBG"
    for c in verb.children:
        c.dep = roles.get(c.dep, c.dep)


def _take_object(verb: Token) -> None:
    """What is described by a participle with a subject before it is what the subject does it to."""
    noun = verb.head
    if noun.dep not in OVER or noun.i < verb.i or not any(c.dep == "nsubj" and c.i < verb.i for c in verb.children):
        return
    _make_finite(verb, noun)
    hang(noun, verb, "dobj")


def _take_subject(verb: Token, tokens: Sequence[Token]) -> None:
    """Who is named between commas before a participle with an object does it; so does X of "X, who ..., called on".

    So do the thousands of "Thousands protested", and so does what a sentence is about that has no other verb: "A
    strike on X killed six".
    """
    crowd = verb.lemma in DONE_BY_CROWDS and verb.head.dep == "ROOT" and verb.i == verb.head.i + 1
    if crowd or _is_all(verb):
        _make_finite(verb, noun := verb.head)
        hang(noun, verb, "nsubj")
        return
    named = next((c for c in verb.head.children if c.dep == "appos"), verb.head)
    who = named.head if named.dep == "appos" else named
    told_of = named is not who or any(c.dep == "relcl" and who.i < c.i < verb.i for c in who.children)
    if who.dep != "ROOT" or named.pos != "PROPN" or not told_of or named.i > verb.i or not _acts(verb):
        return
    if tokens[verb.i - 1 - tokens[0].i].text != "," or not any(
        c.text == "," and c.i < (named.i if named is not who else verb.i - 1) for c in who.children
    ):
        return
    _make_finite(verb, who)
    hang(who, verb, "nsubj")


def _is_all(verb: Token) -> bool:
    """Whether a participle with an object behind its noun is the only verb that a sentence can have."""
    noun = verb.head
    if noun.dep != "ROOT" or noun.pos not in NAMES or noun.i > verb.i or verb.lemma in GIVING or not _acts(verb):
        return False
    return not any(c.pos in DOING and c is not verb and c.dep not in DESCRIBING for c in noun.children)


def _acts(verb: Token) -> bool:
    """Whether a participle has what only an active verb has: an object, or those whom it calls on."""
    if any(c.dep == "agent" or c.lower == "by" for c in verb.children):
        return False
    called = [t for t in verb.children if t.dep == "oprd" and t.i > verb.i]  # "called Y's leader", "called Y a foe"
    named = len(called) > 1 or any(c.dep == "poss" for t in called for c in t.children)
    calls = verb.lemma == "call" and any(c.dep == "prep" and c.lower in CALLS for c in verb.children)
    return calls or named or any(c.dep == "dobj" for c in verb.children)


def _make_finite(verb: Token, noun: Token) -> None:
    """Put a verb in the place of the noun that it was read to describe."""
    verb.tag = "VBD"
    hang(verb, verb if noun.head is noun else noun.head, noun.dep)
    for after in [c for c in noun.children if c.dep == "punct" and c.i > verb.i]:
        hang(after, verb, "punct")
