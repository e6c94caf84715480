"""What the clause of a verb says of it: its tense, its mood, what is due, drafted, needed or suspected."""

from __future__ import annotations

from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.mood import (
    Reading,
    awaited,
    doubt_before,
    foretold,
    has_that,
    is_ahead,
    is_asked,
    is_due,
    listed,
    predicate_reading,
    said_of,
    sets_out,
)
from detente.coding.own_subjects import SINGLED_OUT
from detente.coding.phrases import child, is_verb
from detente.coding.tense import FINITE, auxiliaries, tense_of
from detente.coding.unreal import asked_how, may_have, unreal
from detente.model import Token

NEEDED = word_list("obliging-words") | word_list("wished-words")
FRAMING = frozenset({"in", "under"})


def of_clause(token: Token, lexicon: Lexicon, own: bool = True) -> Reading | None:
    """What the token's own auxiliaries, negation, adverbs and conjunctions say; adverbs where the clause is its own."""
    if not is_verb(token):
        return None
    tense, words = tense_of(token), tuple(auxiliaries(token))
    denied = unreal(token, tense)
    if denied is not None:
        return denied
    suspected = _suspected(token, lexicon) if tense in FINITE else None
    if suspected is not None:
        return Reading("alleged", (suspected,))
    told = predicate_reading(token, tense, lexicon)
    if told is not None:
        return told
    adverb = next((c for c in token.children if own and c.dep == "advmod" and said_of(c, token, lexicon)), None)
    adverb = adverb or doubt_before(token, lexicon)
    status = listed(adverb, lexicon, "adverbs") if adverb is not None else None
    if tense in ("present", "perfect", "pluperfect") and (until := awaited(token, tense)):
        return Reading("planned", (until,))
    if tense in ("future", "would") and token.lemma in lexicon.status["staying"]:
        return Reading("ongoing", words)
    if sets_out(token, tense, lexicon):
        return Reading("planned", (token,))
    if tense in ("present", "bare") and (needed := _needed(token)) is not None:
        return Reading("proposed", (needed,))
    if tense == "future" and is_asked(token):
        return Reading("proposed", words)
    if tense == "future":
        if adverb is not None and adverb.lower in lexicon.status["doubting"]:
            return Reading("proposed", (*words, adverb))
        return Reading("proposed" if _is_unsure(token, lexicon) else "planned", words)
    if tense == "would":
        unsure = _is_drafted(token, lexicon) or _is_dreaded(token, lexicon)
        return Reading("planned" if foretold(token) and not unsure else "proposed", words)
    if tense == "may":
        supposed = own and may_have(words) and "could" not in {t.lower for t in words}
        return Reading("alleged" if supposed else "proposed", words)
    if adverb is not None and adverb.lower == "long" and tense != "perfect":
        return None
    if adverb is not None and status is not None and (status != "ongoing" or tense not in ("past", "pluperfect")):
        return Reading(status, (adverb,))
    if tense == "to" and (asked := asked_how(token)) is not None:
        return Reading("proposed", (asked,))
    if tense == "to" and (token.dep == "ROOT" or is_due(token) or _is_yet_to_be(token)):
        return Reading("planned", words)
    if tense == "ing" and token.tag == "VBN" and token.dep == "acl":
        return Reading("ongoing", words)  # "offered help to those being held in X"
    if tense in ("progressive", "perfect-progressive"):
        future = tense == "progressive" and any(is_ahead(c) for c in token.children)
        return Reading("planned" if future else "ongoing", words)
    if tense == "past-progressive" and token.dep == "ccomp":
        return Reading("ongoing", words)
    return None


def _is_yet_to_be(verb: Token) -> bool:
    """ "A pact to be signed by X and Y"; not "the first pact to be signed"."""
    noun = verb.head
    if verb.dep not in ("acl", "relcl") or child(verb, "auxpass") is None or noun.pos not in ("NOUN", "PROPN"):
        return False
    return not any(t.lower in SINGLED_OUT for t in (noun, *noun.children))


def _is_drafted(verb: Token, lexicon: Lexicon) -> bool:
    """ "Under the bill, X would send", "in one proposal, X would": what a plan that is not settled says."""
    frames = (child(c, "pobj") for c in verb.children if c.dep == "prep" and c.i < verb.i and c.lower in FRAMING)
    return any(noun is not None and listed(noun, lexicon, "governors") == "proposed" for noun in frames)


def _is_unsure(verb: Token, lexicon: Lexicon) -> bool:
    """ "It is unlikely that X will", "a chance that X will", "is confident X will": what is said of what will be."""
    if _is_dreaded(verb, lexicon):
        return True
    if verb.dep == "acl" and verb.head.pos == "NOUN":
        return listed(verb.head, lexicon, "governors") == "proposed"
    said = _predicate(verb)
    return said is not None and "proposed" in (listed(said, lexicon, "predicates"), listed(said, lexicon, "governors"))


def _is_dreaded(verb: Token, lexicon: Lexicon) -> bool:
    """ "Fears that X will attack", "on concern that it would", "speculation is growing that it will"."""
    over = verb.head
    if verb.dep not in ("ccomp", "acl"):
        return False
    subject = child(over, "nsubj", "nsubjpass") if has_that(verb) else None
    words = lexicon.status["dreading"]
    return over.lemma in words or (subject is not None and subject.i < over.i and subject.lemma in words)


def _needed(verb: Token) -> Token | None:
    """The word of "it is vital that X and Y sign" that asks for what is not done yet."""
    said = _predicate(verb) if has_that(verb) else None
    return said if said is not None and said.lower in NEEDED else None


def _predicate(verb: Token) -> Token | None:
    """What "it is ... that" says of a clause."""
    if verb.dep not in ("ccomp", "csubj"):
        return None
    return verb.head if verb.head.pos == "ADJ" else child(verb.head, "acomp") if verb.head.lemma == "be" else None


def _suspected(verb: Token, lexicon: Lexicon) -> Token | None:
    """ "Suspected rebels attacked", "was attacked by alleged agents": who did it is not known.

    What an alleged deed brought about ("an alleged attack froze relations") is not alleged itself.
    """
    does = ("nsubj",) if not child(verb, "auxpass") else ("nsubjpass", "agent")
    for c in verb.children:
        doer = child(c, "pobj") if c.dep == "agent" else c
        if c.dep in does and doer is not None and not is_deed(doer, lexicon):
            return next((m for m in doer.children if m.lower in lexicon.status["suspected"]), None)
    return None


def is_deed(noun: Token, lexicon: Lexicon) -> bool:
    return ("N", noun.lemma) in lexicon.words and not lexicon.is_in(noun.lemma, ("@missile", "@weapon"))
