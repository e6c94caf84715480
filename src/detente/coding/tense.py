"""Tense and aspect of a verb, one word for each: "past", "perfect", "future", "participle" ..."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.phrases import is_verb
from detente.model import Token

FUTURE_MODALS = word_list("future-modals")
POSSIBLE_MODALS = word_list("possible-modals")
HAVE = frozenset({"have", "has", "having", "'ve"})
PAST_BE = frozenset({"was", "were"})
PRESENT_BE = frozenset({"is", "are", "am", "'re", "'m"})
FINITE = frozenset(
    {"past", "present", "perfect", "pluperfect", "progressive", "past-progressive", "perfect-progressive"}
)
"""Told as a fact of its own, whatever governs the clause."""


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb, infinitive "to" included.

    A joined verb shares those of the first ("will come and go").
    """
    own = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    head = verb.head
    if own or verb.dep != "conj" or not is_verb(head) or verb.tag not in ("VB", "VBN", "VBG", "VBD"):
        return own
    if any(c.dep in ("nsubj", "nsubjpass") for c in verb.children):
        return own
    shared = auxiliaries(head)
    if verb.tag == "VBD":  # "would have met and talked"
        return shared if {"would", "have"} <= {t.lower for t in shared} else own
    fits = head.tag == verb.tag or (verb.tag == "VB" and any(t.tag in ("MD", "TO") for t in shared))
    return shared if fits else own


def tense_of(verb: Token) -> str:
    """The tense of a verb with its auxiliaries.

    Returns: "future", "would", "would-have", "may", "to", "to-have", "perfect-progressive", "pluperfect", "perfect",
        "progressive", "past-progressive", "past", "present", "bare", "ing", "participle".
    """
    words = auxiliaries(verb)
    lowers = {t.lower for t in words}
    modal = _modal(lowers, verb.tag == "VB")
    if modal and (verb.tag != "VBD" or modal == "would-have"):
        return modal
    if lowers & {"had", "'d"}:
        return "pluperfect"
    having = bool(lowers & HAVE) or ("'s" in lowers and "been" in lowers)
    if verb.tag == "VBG":
        if "been" in lowers:
            return "perfect-progressive"
        if lowers & PAST_BE:
            return "past-progressive"
        return "progressive" if lowers & PRESENT_BE or "'s" in lowers else "ing"
    if having:
        return "perfect"
    if "being" in lowers:
        going = lowers & PRESENT_BE or "'s" in lowers
        return "past-progressive" if lowers & PAST_BE else "progressive" if going else "ing"
    if verb.tag == "VBN":
        return "past" if lowers & (PAST_BE | {"got"}) else "present" if lowers else "participle"
    return {"VBD": "past", "VBZ": "present", "VBP": "present"}.get(verb.tag, "past" if "did" in lowers else "bare")


def _modal(lowers: set[str], bare: bool) -> str:
    if lowers & FUTURE_MODALS:
        return "future"
    if "would" in lowers or ("'d" in lowers and bare):
        return "would-have" if lowers & {"have", "'ve"} else "would"
    if lowers & POSSIBLE_MODALS:
        return "may"
    if "to" in lowers:
        return "to-have" if "have" in lowers else "to"
    return ""
