"""Who is meant without a name, and is nobody named near by: foreign powers, any country, a whole region."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.slots import Slots
from detente.coding.strangers import is_counted
from detente.model import Token

AIMED_AT = word_list("types-of-speech") | word_list("types-measures") | {"ASSAULT"}
FOREIGN, OUTSIDERS, HOLDERS = word_list("foreign"), word_list("outsiders"), word_list("foreign-by-name")
STATES, INTERFERENCE = word_list("states-counted"), word_list("interference")
WORLDWIDE, BY_ALL = word_list("worldwide"), word_list("done-by-all")
REGIONS, PARTS = word_list("parts-of-the-world"), frozenset({"capital", "country", "nation", "state"})
PACTS, OF_ALL = (
    frozenset({"accord", "agreement", "convention", "pact", "protocol", "treaty"}),
    word_list("pacts-of-all"),
)
ANY = frozenset({"any", "every", "third", "third-party"})


def means_outsiders(draft: Draft, cast: Cast) -> bool:
    """Whether somebody acts upon those who have no name: "condemned foreign powers", "a trip to Asia".

    Nor do all who have part in "an international accord" have it done to them that somebody leaves it.
    """
    if not draft.actors or draft.recipients:
        return False
    slots = draft.hit.slots
    if draft.hit.entry.visitor:
        goals = [t for name in ("to", "of", "object", "in", "through") for t in slots.tokens(name)]
        stops = any(cast.is_party(t) for goal in goals for t in goal.subtree())  # "a trip to Asia, with a stop in X"
        return not stops and any(_is_region(t) and not cast.parties(t) and t.i not in cast.states_at for t in goals)
    if draft.mode == "withdraw":
        left = [t for name in ("from", "of", "object") for t in slots.tokens(name)]
        pacts = [t for t in left if t.lemma in PACTS and any(c.lower in OF_ALL for c in t.children)]
        told = (c for t in pacts for c in t.subtree() if not (c.dep == "pobj" and c.head.lower == "in"))
        return bool(pacts) and not any(cast.is_party(c) for c in told)
    if draft.type not in AIMED_AT:
        return False
    struck = [t for name in draft.hit.entry.recipient for t in slots.tokens(name)]
    struck += slots.object if draft.hit.kind == "V" else []
    return any(is_outsider(t) and not cast.all_parties([t]) for t in struck)


def is_outsider(noun: Token) -> bool:
    """Whether a noun is for somebody abroad who has no name: "foreign tankers", "any country", "outsiders"."""
    before = {c.lower for c in noun.children if c.dep in ("amod", "det", "compound")}
    if noun.lemma in OUTSIDERS or (is_counted(noun) and "member" not in before):
        return True
    if noun.lemma in STATES and (before & ANY or (noun.tag == "NNS" and "other" in before and "member" not in before)):
        return True
    return noun.tag == "NNS" and noun.lemma not in HOLDERS and bool(before & FOREIGN)


def opposes_outsiders(draft: Draft) -> bool:
    """ "Rejected foreign interference in X": X is not who is rejected."""
    if draft.type not in ("ACCUSE", "REJECT"):
        return False
    hit = draft.hit
    meddling = (
        [t for name in ("object", "to", "against") for t in hit.slots.tokens(name)] if hit.kind == "V" else [hit.word]
    )
    return any(t.lemma in INTERFERENCE and any(c.lower in FOREIGN for c in t.children) for t in meddling)


def asks_for_all(slots: Slots) -> bool:
    """Whether what is called for is all the world's to do: "an international inquiry", "a global response"."""
    wanted = [*slots.preps.get("for", ()), *(slots.object if slots.word.pos == "VERB" else ())]
    return any(t.lemma in BY_ALL and any(c.lower in WORLDWIDE for c in t.children) for t in wanted)


def _is_region(token: Token) -> bool:
    """Whether a word ends the name of a part of the world, or tells of states of it: "Asia", "five Gulf capitals"."""
    if token.pos == "PROPN":
        return token.lower in REGIONS
    return (
        token.lemma in PARTS
        and token.tag == "NNS"
        and (is_counted(token) or any(_is_region(c) for c in token.children))
    )
