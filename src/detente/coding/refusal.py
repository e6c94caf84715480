"""What somebody says they will not do is a refusal: "will not extradite", "would not meet", "does not support".

The blow that somebody decides not to deal has been spared: "agreed not to raise tariffs", "reversed its decision to";
what else is taken back is off.
"""

from __future__ import annotations

from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.match import Hit
from detente.coding.mood import CONDITIONALS
from detente.coding.phase import Turn
from detente.coding.phrases import child, denial, has_to, is_verb, negated, of_longer
from detente.coding.slots import verb_slots
from detente.model import Token

DECIDING, VOWING = word_list("deciding"), word_list("vowing")
DECIDED, TAKING_BACK = word_list("decided"), word_list("taking-back")
GOING_AHEAD = word_list("going-ahead-with")
WILL = frozenset({"will", "wo", "would", "'ll", "shall"})
ABLE = word_list("able")

FAILING = frozenset({"fail", "failure", "neglect"})
KEEPING_FROM, PLAYING = word_list("keeping-from"), word_list("playing")
PROCEEDING, ONWARD = word_list("proceeding"), frozenset({"ahead", "forward", "through"})
MEANS, VETOING = word_list("means"), word_list("vetoing")


def find_refusal(hit: Hit, lexicon: Lexicon, light: dict[str, str]) -> Turn | None:
    """The negated verb of a deed that is refused, as a turn to REJECT (`will-not` in the lexicon's phase words)."""
    verb = _carrier(hit, light)
    phase = lexicon.refusal
    if verb is None or phase is None or hit.entry.type not in phase.of or not _negated_will(verb, hit):
        return None
    return Turn(verb, phase, verb_slots(verb), "V")


def find_sparing(hit: Hit, turn: Turn | None, lexicon: Lexicon, light: dict[str, str]) -> Turn | None:
    """The negated verb of a blow that is not dealt after all, as a turn to CONCEDE (`spare`)."""
    phase = lexicon.sparing
    if phase is None or hit.entry.denied:
        return None
    verb = next((v for v, type_ in _deeds(hit, turn, light) if type_ in phase.of and _decided_against(v)), None)
    if verb is None and hit.entry.type in phase.of:
        verb = _left_undone(_carrier(hit, light) or hit.word)
    return Turn(verb, phase, verb_slots(verb), "V") if verb is not None else None


def find_withdrawn(hit: Hit, turn: Turn | None, lexicon: Lexicon, light: dict[str, str]) -> Turn | None:
    """The verb of a deed whose plan is undone: a blow is spared ("reversed its decision to expel X"), a deed is off.

    (`take-back-blow`, `take-back` in the lexicon's phase words.)
    """
    for verb, type_ in _deeds(hit, turn, light):
        phase = next((phase for phase in lexicon.withdrawn if type_ in phase.of), None)
        if phase is not None and taken_back(verb) is not None:
            return Turn(verb, phase, verb_slots(verb), "V")
    return None


def _deeds(hit: Hit, turn: Turn | None, light: dict[str, str]) -> list[tuple[Token, str]]:
    """The verbs that tell a deed, with its type: "suspend", SANCTION of "the decision to suspend aid"."""
    verb = _carrier(hit, light)
    found = [(verb, hit.entry.type)] if verb is not None else []
    becomes = turn.phase.becomes.get("type") if turn is not None and turn.kind == "V" else None
    return [*found, (turn.word, becomes)] if turn is not None and becomes else found


def taken_back(verb: Token) -> Token | None:
    """The verb that takes back what another says was decided: "reversed" of "reversed its decision to expel X".

    So "go" of "did not go ahead with its plan to expel X".
    """
    noun = verb.head
    if verb.dep == "pcomp" and noun.lower == "about":
        changed = noun.head.head if noun.head.lemma == "mind" else noun.head
        mind = child(changed, "dobj") if changed.lemma == "change" else None
        return changed if mind is not None and mind.lemma == "mind" else None
    if verb.dep != "acl" or not has_to(verb) or noun.lemma not in DECIDED:
        return None
    prep = noun.head.lower if noun.dep == "pobj" else ""
    over = noun.head.head if prep else noun.head
    if noun.dep not in ("dobj", "nsubjpass", "pobj") or not is_verb(over):
        return None
    words = (over.lemma, *(c.lower for c in over.children if c.dep == "prt"), prep)
    done = " ".join(word for word in words if word)
    return over if done in TAKING_BACK or (done in GOING_AHEAD and negated(over)) else None


def _decided_against(verb: Token) -> bool:
    """ "Decided not to strike", "the decision not to impose tariffs", "decided against imposing them"."""
    if verb.dep == "pcomp" and verb.head.lower == "against":
        return verb.head.head.lemma in DECIDING
    infinitive = has_to(verb)
    return infinitive and any(c.dep == "neg" for c in verb.children) and verb.head.lemma in DECIDING


def _left_undone(word: Token) -> Token | None:
    """ "Go ahead" of "will not go ahead with sanctions", "agreed not to proceed with a plan to strike"."""
    noun = word.head if word.dep == "acl" and word.head.lemma in DECIDED else word
    if noun.dep != "pobj" or noun.head.lower != "with":
        return None
    over = noun.head.head
    over = over.head if over.dep in ("advmod", "prt") else over
    further = over.lemma == "proceed" or any(c.lower in ONWARD for c in over.children)
    if over.lemma not in PROCEEDING or not further or not any(c.dep == "neg" for c in over.children):
        return None
    willed = any(c.lower in WILL for c in over.children if c.dep == "aux")
    return over if willed or _decided_against(over) else None


def _carrier(hit: Hit, light: dict[str, str]) -> Token | None:
    if hit.kind == "V":
        return hit.word
    head = hit.word.head
    return head if hit.word.dep == "dobj" and is_verb(head) and head.lemma in light else None


def _negated_will(verb: Token, hit: Hit) -> bool:
    lowers = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    marks = {c.lower for c in verb.children if c.dep == "mark"}
    if (denial(verb) is not None and lowers & ABLE) or _not_going(verb) or vowed_not(verb):
        return True
    never = any(c.dep == "neg" for c in verb.children) or any(t.lower == "no" for t in of_longer(verb))
    if not never or marks & CONDITIONALS or "have" in lowers:
        return False
    return bool(lowers & WILL) or (hit.entry.type == "SUPPORT" and bool(lowers & {"do", "does"}))


def vowed_not(verb: Token) -> bool:
    """Whether somebody vowed not to do it: "vowed never to recognise"."""
    return verb.dep == "xcomp" and verb.head.lemma in VOWING and any(c.dep == "neg" for c in verb.children)


def _not_going(verb: Token) -> bool:
    """ "Is not going to sign"."""
    going = verb.head
    return verb.dep == "xcomp" and going.lower == "going" and any(c.dep == "neg" for c in going.children)


def is_kept_from(hit: Hit, turn: Turn | None) -> bool:
    """What somebody is kept from or fails to do, or what is only played.

    "Barred X from selling", "stops X from imposing tariffs", "failed to condemn it", "a drill that simulated a raid".
    """
    word = hit.word
    if (word.dep == "dobj" and word.head.lemma in PLAYING) or _is_blocked(word):
        return True
    brings = word.head if hit.kind == "N" and word.dep == "dobj" and is_verb(word.head) else word
    done = dict.fromkeys((word, brings, *([turn.word] if turn is not None and turn.kind == "V" else ())))
    return any(_barred(verb) or (turn is None and _fails(verb, hit)) for verb in done)


def _barred(verb: Token) -> bool:
    token = verb.head if verb.dep == "conj" else verb
    prep = token.head
    return token.dep == "pcomp" and prep.lower == "from" and prep.head.lemma in KEEPING_FROM


def _is_blocked(word: Token) -> bool:
    """Whether an infinitive only says what for the means are that somebody withholds: "blocked funds to train X"."""
    if word.dep not in ("acl", "advcl") or not has_to(word):
        return False
    verb = word.head
    while verb.dep in ("pobj", "prep", "dobj") and not is_verb(verb):
        verb = verb.head
    if verb.lemma not in KEEPING_FROM | VETOING:
        return False
    things = [c for c in verb.children if c.dep == "dobj"]
    things += [o for t in things for c in t.children if c.lower == "of" for o in c.children]
    return any(t.lemma in MEANS for t in things)


def _fails(verb: Token, hit: Hit) -> bool:
    """ "Failed to condemn the raid"; who failed to persuade somebody has asked him."""
    fail = verb.head
    failed = verb.dep in ("xcomp", "acl") and fail.lemma in FAILING and any(c.lower == "to" for c in verb.children)
    return failed and hit.entry.type != "REQUEST" and not negated(fail)
