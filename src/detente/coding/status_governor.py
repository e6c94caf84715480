"""What a governing word says of what it is about: "plans to", "is accused of", "vouches for"."""

from __future__ import annotations

from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.draft import AHEAD
from detente.coding.mood import CONDITIONALS, Reading, calls_for, has_that, listed
from detente.coding.phrases import article, child, is_rumour, is_verb, negated
from detente.coding.tense import FINITE, tense_of
from detente.coding.unreal import is_not_expected
from detente.model import Token

CONTENT = frozenset({"xcomp", "ccomp", "dobj", "nsubjpass", "acl", "pobj", "pcomp", "prep", "relcl"})
"""Labels of what a governing word is about."""
ONWARD = frozenset({"toward", "towards"})
HEADING = word_list("heading")
NEARLY = word_list("nearly")
BEGIN = word_list("beginning")
OWED = frozenset({"be", "have", "need"})
OWNING = frozenset({"credit", "responsibility"})
DONE = frozenset({"past", "perfect", "pluperfect"})


def of_governor(parent: Token, token: Token, lexicon: Lexicon) -> Reading | None:
    """What the governing word makes of it: "plans to", "expected to", "agreed to", "accused of"."""
    if token.dep == "pcomp" and parent.lower == "of" and parent.head.lemma in lexicon.status["talking"]:
        return Reading("proposed", (parent.head,), real=not negated(parent.head))
    if token.dep == "xcomp" and token.tag == "VBG" and parent.lemma in lexicon.status["talking"]:
        return Reading("proposed", (parent,))
    if token.dep == "acomp" and token.tag == "VBN" and parent.lemma in lexicon.status["staying"]:
        return Reading("ongoing", (parent,)) if tense_of(parent) == "present" else None  # "remain detained"
    stance = listed(parent, lexicon, "arguing") if token.dep in ("xcomp", "ccomp") and token.tag == "VBG" else None
    if stance is not None:
        return Reading("proposed", (parent,), real=stance != "denied" and not negated(parent))
    worked_on = token.dep == "advcl" and parent.lemma in lexicon.status["devising"] and tense_of(token) == "to"
    told = token.dep == "relcl" and tense_of(token) != "to"
    if (token.dep not in CONTENT and not worked_on) or told or parent.pos == "ADP":
        return None
    if token.dep == "acl" and token.tag == "VBG" and parent.pos in ("NOUN", "PROPN"):
        return None
    if parent.dep in ("acl", "relcl", "advcl") and parent.lemma in lexicon.status["purposes"] and parent.tag == "VBN":
        return Reading("proposed", (parent,), real=False)
    if parent.lemma in lexicon.status["simulating"] and is_verb(parent):
        return Reading("occurred", (parent,), real=False)
    if parent.lemma == "go" and token.dep == "xcomp" and tense_of(parent) in ("progressive", "past-progressive"):
        return Reading("planned", (parent,), real=child(parent, "neg") is None and is_not_expected(parent) is None)
    if (parent.lemma == "claim" and _is_claim_to(parent)) or (parent.lower == "light" and parent.head.lower == "in"):
        return None
    if parent.lemma == "claim" and token.tag == "VBN" and tense_of(token) == "participle":
        return None  # "claims the city - seized by X - as its own"
    if parent.lemma == "mean" and parent.tag in ("VBZ", "VBP", "VBD") and tense_of(token) != "to":
        return Reading("proposed", (parent,))
    if parent.lower == "means" and parent.pos == "NOUN":
        return None
    if parent.lemma in OWED and token.dep == "xcomp" and tense_of(token) == "to":
        still = next((c for c in parent.children if c.lower == "still"), None)
        if still is not None:
            return Reading("planned", (parent, still))
    if parent.lemma in BEGIN and token.dep == "xcomp" and tense_of(parent) == "perfect":
        return Reading("ongoing", (parent,), real=not negated(parent))  # "has begun pulling out"
    if parent.lower == "right" and parent.pos == "ADJ" and token.dep == "xcomp":
        return Reading("occurred")
    if parent.lower == "able" and tense_of(parent.head) in DONE:
        return None
    if (doubt := _hearsay(parent, token, lexicon)) is not None:
        return Reading("alleged", (doubt,))
    if parent.lemma in lexicon.status["attempts"] and parent.pos == "NOUN" and article(parent) == "any":
        return Reading("proposed", (parent,), real=False)  # "any attempt to board X's ships"
    if token.dep == "prep" and parent.lemma == "process" and parent.head.lower == "in":
        return Reading("ongoing", (parent,))
    if token.dep == "prep" and heads_for(token, parent):
        return Reading("proposed", (parent, token))
    if parent.lower in NEARLY and parent.pos in ("ADJ", "ADV") and token.lower == "to":
        return Reading("proposed", (parent,))
    if is_rumour(parent):
        return Reading("proposed", (parent,))
    status = listed(parent, lexicon, "governors")
    if status is None or (token.dep == "dobj" and parent.lemma in lexicon.status["facts"]):
        return None
    if parent.lemma in lexicon.status["calling"] and is_verb(parent) and not calls_for(parent):
        return None
    if status == "ongoing" and is_verb(parent) and tense_of(parent) not in FINITE:
        return None
    if status == "planned" and any(negated(c) for c in parent.children if c.dep in ("nsubj", "nsubjpass")):
        return Reading("proposed", (parent,))
    real = not negated(parent) and not any(c.dep == "mark" and c.lower in CONDITIONALS for c in parent.children)
    if status in AHEAD and (charge := charge_of(parent, lexicon)) is not None:
        return Reading("alleged", (charge,))
    return Reading(status, (parent,), real=real)


def vouched(parent: Token, token: Token, tense: str, lexicon: Lexicon) -> Reading | None:
    """A fact that somebody only believes, claims or denies: "believes that X hacked", "claims that X attacked"."""
    if token.dep not in ("ccomp", "acl", "relcl") or (token.dep == "relcl" and not has_that(token)):
        return None
    if any(c.dep == "advmod" and c.lower in ("how", "why", "when", "where") for c in parent.children):
        return None
    status = listed(parent, lexicon, "governors")
    told = status in ("alleged", "denied") or (status == "proposed" and tense == "present" and token.dep == "ccomp")
    return Reading(status, (parent,), real=child(parent, "neg") is None) if status and told else None


def _hearsay(parent: Token, token: Token, lexicon: Lexicon) -> Token | None:
    """The word of "is said to have sold arms to X", "an alleged plot to kill X" that leaves open whether it is true."""
    if parent.lemma in lexicon.status["report"] and token.dep == "xcomp" and child(parent, "auxpass") is not None:
        return parent if tense_of(token) == "to-have" else None
    if token.dep != "acl" or tense_of(token) != "to":
        return None
    return next((c for c in parent.children if c.lower in lexicon.status["suspected"]), None)


def _is_claim_to(verb: Token) -> bool:
    """ "Claimed responsibility for", "claims the isles, seized by X in 1974, as its own": what was done is no claim."""
    return any((c.dep == "dobj" and c.lemma in OWNING) or (c.dep == "prep" and c.lower == "as") for c in verb.children)


def charge_of(word: Token, lexicon: Lexicon) -> Token | None:
    """The word of "accused of planning to attack", "suspected of plans to leave": what was in mind is alleged, too."""
    if word.dep not in ("pcomp", "pobj") or word.head.lower != "of":
        return None
    charge = word.head.head
    return charge if listed(charge, lexicon, "governors") == "alleged" else None


def heads_for(preposition: Token, verb: Token) -> bool:
    """ "Moving towards a deal"."""
    return preposition.lower in ONWARD and verb.lemma in HEADING and is_verb(verb)
