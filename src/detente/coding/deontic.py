"""What a speaker says another state must or should do: a REQUEST without a word for it."""

from __future__ import annotations

from detente.codebook.lexicon import Entry, Lexicon, word_list
from detente.coding.cast import Cast
from detente.coding.clauses import wished_for
from detente.coding.match import Hit
from detente.coding.modes import mode_of
from detente.coding.parties import keys
from detente.coding.phrases import child, is_verb, negated
from detente.coding.slots import Slots, verb_slots
from detente.model import Token

MODALS = word_list("obliging-modals")
NEEDS = word_list("obliging-verbs")
OBLIGING, NOUNS = word_list("obliging-words"), word_list("obliging-nouns")
TASKS = word_list("obliging-tasks")
CONDITIONS = {kind: word_list(f"conditions-{kind}") for kind in ("unless", "until", "if")}
UNDERGONE = word_list("obliged-deeds")
RELENTING = word_list("relenting")
OF_ONE_MIND = word_list("of-one-mind")
"""What these say has to be is agreed, not asked for."""
ASKING = frozenset({"WDT", "WP", "WRB"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl"})
LEAVING, DIPLOMATS = word_list("leaving-post"), ("@diplomat",)
ADDRESSED = word_list("addressed")
"""Pronouns that may stand for whoever is spoken to: "told X that it must", "you must"."""


def find_deontic(token: Token, lexicon: Lexicon, cast: Cast) -> Hit | None:
    """A clause in reported speech or a quotation in which somebody else must do something."""
    verb = _obliged(token)
    if verb is None or cast.speakers is None or (verb.dep == "ccomp" and verb.head.lemma in OF_ONE_MIND):
        return None
    slots = verb_slots(verb)
    if token in slots.subject:
        # "the importance of X freeing them", where "freeing" was read as said of the importance
        slots.subject = [o for c in token.children if c.lower == "of" for o in c.children]
    speakers, slot = cast.speakers.parties(verb), "subject"
    asked = () if _is_bare(verb) else cast.all_parties(slots.subject)
    if slots.subject and all(t.lower in ADDRESSED for t in slots.subject) and not keys(asked) - keys(speakers):
        asked, slot = cast.speakers.hearers(verb), "hearer"
    elif not asked and slots.passive and not slots.subject and token.lower in MODALS and not negated(verb):
        # "told X that the men must be freed"
        asked, slot = cast.speakers.hearers(verb), "hearer"
    thing = not asked and _undergone(verb, slots)
    if not speakers or not (thing or keys(asked) - keys(speakers)):
        return None
    diplomats = [t for t in slots.subject if lexicon.is_in(t.lemma, DIPLOMATS)]
    sent_home = verb.lemma in LEAVING and bool(diplomats) and diplomats == slots.subject
    return Hit(
        verb,
        Entry(
            id="deontic-thing" if thing else "deontic",
            type="SANCTION" if sent_home else "REQUEST",
            mode="expel" if sent_home else mode_of("REQUEST", [verb], lexicon) or "change",
            actor=("speaker",),
            recipient=(slot,),
            weight=0.5,
            status="occurred",
        ),
        slots,
        "V",
    )


def _undergone(verb: Token, slots: Slots) -> bool:
    """Whether a thing has to be ended, lifted, returned: "the raids must stop", "it is time to lift the ban"."""
    if verb.lemma not in UNDERGONE or negated(verb):
        return False
    if _is_bare(verb):
        return any(t.pos == "NOUN" for t in slots.object)
    things = slots.object if slots.passive else slots.subject
    return (slots.passive or not slots.object) and any(t.pos == "NOUN" for t in things) and not slots.preps.get("by")


def _is_bare(verb: Token) -> bool:
    """An infinitive without a subject of its own, of what has to be done to a thing: "time to lift the ban"."""
    bare = verb.tag == "VB" and child(verb, "nsubj", "nsubjpass", "auxpass") is None and verb.lemma in UNDERGONE
    return bare and verb.head.lemma in OBLIGING | {"be"} and any(c.lower == "to" for c in verb.children)


def is_owed(verb: Token, lexicon: Lexicon, cast: Cast) -> bool:
    """Whether a verb is what a speaker says that somebody else must do: that demand is coded, not the deed."""
    above = verb.head
    near = dict.fromkeys((*verb.children, above, *above.children, above.head))
    if any(_needed(t) is verb for t in near if t.lemma in NOUNS):
        return True
    duties = (find_deontic(t, lexicon, cast) for t in near if t is not verb)
    return any(hit is not None and hit.word is verb for hit in duties)


def _obliged(token: Token) -> Token | None:
    if token.dep == "aux" and token.lower in MODALS and is_verb(token.head):
        plain = token.head.lemma == "be" and child(token.head, "acomp") is None
        return None if plain or _is_supposed(token) else token.head
    if token.lemma in NEEDS and is_verb(token) and token.dep != "relcl" and child(token, "dobj") is None:
        if any(c.lower == "yet" for c in token.children):
            # "has yet to reply"
            return None
        duties = (c for c in token.children if c.dep == "xcomp" or (c.dep == "advcl" and token.lemma == "need"))
        return next((c for c in duties if any(g.lower == "to" for g in c.children)), None)
    if token.lemma in NOUNS and token.pos == "NOUN":
        return None if any(c.lower == "no" for c in token.children) else _needed(token)
    if token.lemma in TASKS and token.head.lemma == "be" and token.dep == "nsubj":
        return wished_for(token.head)
    if token.lemma in OBLIGING and token.head.lemma == "be" and token.dep in ("acomp", "attr"):
        clauses = [c for t in (token, token.head) for c in t.children if c.dep in CLAUSES]
        return next((c for c in clauses if is_verb(c) and (child(c, "nsubj") is not None or _is_bare(c))), None)
    return token.head if token.dep in ("mark", "advmod") and _is_condition(token) else None


def _is_supposed(modal: Token) -> bool:
    """Whether a modal only supposes or asks: "should X attack, we will", "discussed what fate X should face"."""
    verb, words = modal.head, modal.sentence.tokens
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    if modal.i < subject.i:
        return modal.lower == "should" and words[-1].text != "?"
    return any(t.tag in ASKING for c in verb.children if c.i < subject.i for t in (c, *c.children))


def _needed(noun: Token) -> Token | None:
    """What somebody is needed to do: "the need for X to free them", "the importance of X freeing them"."""
    inner = [c for prep in noun.children if prep.dep == "prep" for c in prep.children]
    clauses = [c for c in (wished_for(noun), *inner) if c is not None and child(c, "nsubj") is not None]
    doing = [c for c in noun.children if c.dep == "acl" and c.tag == "VBG"]
    return next((c for c in (*clauses, *doing) if is_verb(c)), None)


def _is_condition(mark: Token) -> bool:
    """Whether a conjunction sets what somebody else has to do first: "not until X frees them", "only if X goes"."""
    clause, above = mark.head, mark.head.head
    if clause.dep != "advcl" or not is_verb(clause) or not is_verb(above) or negated(clause):
        return False
    if mark.lower in CONDITIONS["unless"]:
        return True
    if mark.lower in CONDITIONS["until"]:
        return negated(above) and above.lemma not in RELENTING
    words = mark.sentence.tokens
    before = words[mark.i - words[0].i - 1].lower if mark is not words[0] else ""
    return mark.lower in CONDITIONS["if"] and (before == "only" or any(c.lower == "only" for c in above.children))
