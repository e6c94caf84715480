"""Did it happen? Status from the chain of words between the event word and its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.noun_slots import container
from detente.coding.slots import child, is_verb
from detente.model import Status, Token

CONDITIONALS = word_list("conditionals")
FUTURE_MODALS = word_list("future-modals")
POSSIBLE_MODALS = word_list("possible-modals")


@dataclass(frozen=True, slots=True)
class Reading:
    """A status and the words that gave it; `real` is false for what is negated or hypothetical."""

    status: Status
    because: tuple[Token, ...] = ()
    real: bool = True


def read_status(word: Token, kind: str, lexicon: Lexicon) -> Reading:
    """Status of the event that a word stands for: the first clause up the chain that decides.

    A noun takes the status of a clause only where it is what the clause brings about: "they will hold talks", not
    "they will recall the talks".
    """
    token = word
    if kind != "V":
        modified = _modifiers(word, lexicon)
        if modified:
            return modified
        carrier = _carrier(word)
        if carrier is word and kind == "N":
            above = _of_governor(word.head, word, lexicon) if word.dep in ("dobj", "nsubjpass", "pobj") else None
            return above or Reading("occurred")
        token = carrier
    for step in range(8):
        found = _of_clause(token, lexicon, direct=step == 0 and kind == "V")
        if found is not None:
            return found
        parent = _governor(token)
        if parent is None or (parent.lemma in lexicon.status.get("report", ()) and token.dep in ("ccomp", "parataxis")):
            break
        found = _of_governor(parent, token, lexicon)
        if found is not None:
            return found
        if parent.dep == "ROOT" and not is_verb(parent):
            break
        token = parent
        if is_verb(token) and token.tag in ("VBD", "VBZ", "VBP") and token.dep in ("ROOT", "relcl", "ccomp", "conj"):
            break
    return Reading("occurred")


def _carrier(noun: Token) -> Token:
    """The verb that brings a noun's deed about ("talks were held", "impose sanctions"), or the noun itself."""
    outer = container(noun)
    if outer.dep not in ("dobj", "nsubjpass", "nsubj", "attr") or not is_verb(outer.head):
        return noun
    definite = any(c.dep == "poss" or c.lower in ("the", "this", "that", "these", "those") for c in noun.children)
    if outer.dep == "nsubj" and any(c.dep == "dobj" for c in outer.head.children):
        return noun
    return noun if definite and outer.dep == "dobj" else outer.head


def _governor(token: Token) -> Token | None:
    return None if token.head is token else token.head


def _modifiers(noun: Token, lexicon: Lexicon) -> Reading | None:
    """ "planned talks", "an alleged attack", "no talks"."""
    for c in noun.children:
        if c.dep in ("amod", "compound", "det", "nmod", "acl", "neg"):
            if c.lower == "no" or c.dep == "neg":
                return Reading("occurred", (c,), real=False)
            status = _listed(c, lexicon, "modifiers")
            if status:
                return Reading(status, (c,))
    if noun.dep == "conj":
        return _modifiers(noun.head, lexicon) if noun.head.pos in ("NOUN", "PROPN") else None
    return None


def _listed(token: Token, lexicon: Lexicon, table: str) -> Status | None:
    for status, words in (lexicon.status.get(table) or {}).items():
        if token.lemma in words or token.lower in words:
            return status  # type: ignore[no-any-return]
    return None


def _of_clause(token: Token, lexicon: Lexicon, direct: bool) -> Reading | None:
    """What the token's own auxiliaries, negation and conjunctions say."""
    if not is_verb(token):
        return None
    auxiliaries = [c for c in token.children if c.dep in ("aux", "auxpass")]
    lowers = {c.lower for c in auxiliaries}
    for c in token.children:
        if c.dep == "mark" and c.lower in CONDITIONALS:
            return Reading("occurred", (c,), real=False)
        if c.dep == "advmod" and c.lower in ("when", "if") and lowers & FUTURE_MODALS:
            return Reading("planned", (c,))
        if c.dep == "neg" or (c.dep == "advmod" and c.lower in ("never", "hardly")):
            return Reading("occurred", (c,), real=False)
    listed = next((s for c in token.children if c.dep == "advmod" and (s := _listed(c, lexicon, "adverbs"))), None)
    if lowers & FUTURE_MODALS:
        return Reading("planned", tuple(auxiliaries))
    if "would" in lowers:
        if {"have", "'ve"} & lowers:
            return Reading("occurred", tuple(auxiliaries), real=False)
        reported = token.dep == "ccomp" and is_verb(token.head) and token.head.tag in ("VBD", "VBN")
        return Reading("planned" if reported else "proposed", tuple(auxiliaries))
    if lowers & POSSIBLE_MODALS:
        return Reading("proposed", tuple(auxiliaries))
    if listed:
        return Reading(listed)
    if (
        token.tag == "VB"
        and "to" in lowers
        and (token.dep == "ROOT" or (token.dep == "xcomp" and token.head.lemma == "be"))
    ):
        return Reading("planned", tuple(auxiliaries))
    if token.tag == "VBG" and lowers & {"is", "are", "'s", "'re", "been", "am", "was", "were"}:
        future = any(_is_future(c) for c in token.children)
        return Reading("planned" if future else "ongoing", tuple(auxiliaries))
    if direct and token.dep == "ROOT" and token.tag in ("VBD", "VBZ"):
        return Reading("occurred")
    return None


def negated(word: Token) -> bool:
    """Whether the word itself is denied ("not satisfied", "no violation")."""
    return any(c.dep == "neg" or c.lower == "no" for c in word.children) or any(
        c.dep == "neg" for c in word.head.children if word.dep in ("acomp", "attr")
    )


def _is_future(token: Token) -> bool:
    return token.lower in ("next", "tomorrow") or any(g.lower in ("next", "tomorrow", "later") for g in token.children)


def _of_governor(parent: Token, token: Token, lexicon: Lexicon) -> Reading | None:
    """What the governing word makes of it: "plans to", "expected to", "agreed to", "accused of"."""
    if token.dep in ("xcomp", "ccomp", "dobj", "nsubjpass", "acl", "pobj", "pcomp", "prep", "advcl", "nsubj", "relcl"):
        if token.dep in ("advcl", "relcl", "prep") and token.dep != "prep":
            return None
        status = _listed(parent, lexicon, "governors")
        if status and (token.dep != "nsubj"):
            negated = child(parent, "neg")
            return Reading(status, (parent,), real=negated is None)
    return None
