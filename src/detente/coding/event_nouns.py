"""How far what a noun tells has come by the noun's own words, and which verb brings it about."""

from __future__ import annotations

from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.mood import APPOINTMENTS, Reading, listed
from detente.coding.noun_slots import container, containers
from detente.coding.phrases import article, child, is_verb, negated
from detente.coding.tense import auxiliaries, tense_of
from detente.model import Token

HAPPENING, PLANNED = word_list("coming-about"), word_list("planned-for")
HAPPENING_WITH = {"take": ("place",), "go": ("ahead", "forward"), "come": ("about", "off")}
RESUMING = frozenset({"convene", "host", "resume"})
AWAITING = frozenset({"before", "pending", "until", "without"})
WAYS, CLEARING = word_list("ways"), word_list("clearing-ways")
LEADING_TO = frozenset({"pobj", "pcomp", "prep", "acl", "relcl", "advcl"})
BEGIN, PROSPECTS, PLANS = word_list("beginning"), word_list("prospects"), word_list("containers-for")


def carrier_of(noun: Token, lexicon: Lexicon) -> Token:
    """The verb that brings a noun's deed about ("talks were held", "impose sanctions"), or the noun itself."""
    outer = container(noun)
    while outer.dep == "conj" and outer.head.pos == "NOUN":
        outer = container(outer.head)
    if outer.dep not in ("dobj", "nsubjpass", "nsubj", "attr") or not is_verb(outer.head):
        return noun
    definite = any(c.dep == "poss" or c.lower in ("the", "this", "that", "these", "those") for c in noun.children)
    if outer.dep == "nsubj" and any(c.dep == "dobj" for c in outer.head.children):
        return noun
    if outer.dep == "dobj" and outer.head.lemma in lexicon.status["presuming"]:
        return noun
    brings = outer.head.lemma in lexicon.light_verbs or outer.head.lemma in lexicon.status["carriers"]["ongoing"]
    return noun if definite and outer.dep == "dobj" and not brings else outer.head


def only_a_prospect(noun: Token) -> Reading | None:
    """ "It raises the prospect of a meeting": what something may come to is proposed, whatever comes of it.

    So is what is waited for, "will not leave before a deal with X", and what one is ready for, "in case of an attack".
    """
    if (occasion := _in_the_event(noun)) is not None:
        return Reading("proposed", (occasion,))
    for outer in containers(noun):
        if outer.lemma in PROSPECTS:
            return Reading("proposed", (outer,))
        if outer.lemma in PLANS:
            return Reading("planned", (outer,))
    outer = container(noun)
    prep = outer.head
    if prep.lower in AWAITING and prep.dep == "prep" and is_verb(prep.head) and article(outer) in ("a", "an", ""):
        owed = any(t.tag == "MD" for t in auxiliaries(prep.head))
        return Reading("proposed", (prep,)) if owed and negated(prep.head) else None
    return None


def _in_the_event(noun: Token) -> Token | None:
    """The noun of "in the event of an attack", "in case of a blockade"; not "in the case of the talks"."""
    occasion = noun.head.head
    if noun.dep != "pobj" or noun.head.lower != "of" or occasion.dep != "pobj" or occasion.head.lower != "in":
        return None
    return occasion if occasion.lower == "event" or (occasion.lower == "case" and not article(occasion)) else None


def only_let_in(word: Token) -> Reading | None:
    """ "Paves the way for a visit", "opens the door to leaving": only made possible; in the past it mostly came."""
    above = word
    while above.dep in LEADING_TO and above.head.pos in ("ADP", "SCONJ", "PART", "NOUN") and above.lemma not in WAYS:
        above = above.head
    way = above if above.lemma in WAYS else child(above.head, "dobj")
    if way is None or way.lemma not in WAYS or way.dep != "dobj" or way.head.lemma not in CLEARING or way.i > word.i:
        return None
    return None if tense_of(way.head) in ("past", "perfect", "pluperfect") else Reading("proposed", (way.head, way))


def fell_through(noun: Token) -> Reading | None:
    """ "The summit did not take place", "never materialised": what had been meant to be came to nothing."""
    outer = container(noun)
    verb = outer.head
    if outer.dep not in ("nsubj", "nsubjpass") or verb.lemma not in HAPPENING or noun.lemma not in APPOINTMENTS:
        return None
    happens = verb.lemma not in HAPPENING_WITH or any(c.lower in HAPPENING_WITH[verb.lemma] for c in verb.children)
    over = tense_of(verb) in ("past", "perfect", "pluperfect") and article(noun) in ("the", "a", "an", "poss")
    return Reading("cancelled", (verb,)) if happens and over and negated(verb) else None


def comes_about(noun: Token) -> bool:
    """Whether what was put off comes about after all: "began long-delayed talks", "the delayed visit is to begin"."""
    outer = container(noun)
    verb = outer.head
    if outer.dep not in ("dobj", "nsubj", "nsubjpass") or not is_verb(verb) or negated(verb):
        return False
    verb = next((c for c in verb.children if verb.lemma == "be" and c.dep == "xcomp"), verb)
    if verb.lemma in HAPPENING_WITH and not any(c.lower in HAPPENING_WITH[verb.lemma] for c in verb.children):
        return False
    return verb.lemma in HAPPENING | BEGIN | RESUMING


def was_to_come(noun: Token, lexicon: Lexicon) -> bool:
    """Whether what is called off had not begun: "planned talks", "talks that were to be held", "due today"."""
    reading = modifier_reading(noun, lexicon)
    if reading is not None and reading.status == "planned":
        return True
    clauses = [c for c in noun.children if c.dep in ("relcl", "acl")]
    clauses += [c for clause in clauses for c in clause.children if c.dep in ("xcomp", "acomp", "ccomp")]
    return any(c.lower in PLANNED or tense_of(c) == "to" for c in clauses)


def modifier_reading(noun: Token, lexicon: Lexicon) -> Reading | None:
    """ "planned talks", "an alleged attack", "no talks"."""
    for c in noun.children:
        if c.dep in ("amod", "compound", "det", "nmod", "acl", "relcl", "neg"):
            if c.lower == "no" or c.dep == "neg":
                return Reading("occurred", (c,), real=False)
            status = listed(c, lexicon, "modifiers")
            if status == "postponed" and comes_about(noun):
                continue
            if status and not (c.dep == "relcl" and child(c, "nsubjpass") is None) and not _is_avowed(c):
                return Reading(status, (c,), real=c.lower != "any" or noun.dep == "attr")  # "any raid will be answered"
            doubt = child(c, "advmod") if c.dep in ("acl", "relcl") else None
            if doubt is not None and listed(doubt, lexicon, "adverbs") == "alleged":
                return Reading("alleged", (doubt,))
            if c.dep == "acl" and c.tag == "VBG" and c.lemma in BEGIN:
                return Reading("planned", (c,))
            if c.dep == "relcl" and tense_of(c) == "would" and article(noun) in ("a", "an", ""):
                return Reading("proposed", tuple(auxiliaries(c)))
            if c.dep == "relcl" and tense_of(c) == "future" and c.lemma in lexicon.light_verbs:
                return Reading("planned", tuple(auxiliaries(c)))
            if (
                c.dep in ("acl", "relcl")
                and tense_of(c) == "to"
                and child(c, "auxpass")
                and c.lemma in lexicon.light_verbs
            ):
                return Reading("planned", (c,))
            if c.dep == "acl" and tense_of(c) == "participle" and c.lemma in lexicon.light_verbs:
                return Reading("occurred", (c,))
    if noun.dep == "conj":
        return modifier_reading(noun.head, lexicon) if noun.head.pos in ("NOUN", "PROPN") else None
    return None


def _is_avowed(participle: Token) -> bool:
    """Whether somebody owns up to a deed: "an attack claimed by X" took place."""
    return participle.lower == "claimed" and child(participle, "agent") is not None


def is_topic(noun: Token, lexicon: Lexicon) -> bool:
    """ "Are discussing sanctions against X": what is talked of, not "discussed American sanctions", which are there."""
    whose = any(c.text[:1].isupper() for c in noun.children if c.dep in ("amod", "compound", "nmod"))
    return noun.dep == "dobj" and noun.lemma in lexicon.status["states"]["nouns"] and not whose


def is_weighed(noun: Token, lexicon: Lexicon) -> bool:
    """ "Is considering X's request": what somebody has asked for or offered was said, whatever comes of it."""
    outer = noun.head
    if noun.dep not in ("dobj", "nsubjpass") or outer.lemma not in lexicon.status["weighing"]:
        return False
    return article(noun) in ("poss", "the") and listed(noun, lexicon, "governors") == "proposed"


def is_circumstance(preposition: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is where something was done or what it stalled at: "set in a deal", "delayed over the demands"."""
    verb = preposition.head
    lasts = verb.lemma in lexicon.status["carriers"]["ongoing"]
    on_tour = preposition.lower == "on" and preposition.i < verb.i  # "on a visit to X, agreed to buy"
    return (preposition.lower in ("in", "over") or on_tour) and is_verb(verb) and not lasts


def is_cause(noun: Token, preposition: Token, lexicon: Lexicon) -> bool:
    """ "Would be punished for its refusal", "for its raid on X": what is there or was done is why, not what for."""
    lasting = noun.lemma in lexicon.status["states"]["nouns"] + lexicon.status["grounds"]
    return lasting and preposition.lower == "for" and article(noun) in ("poss", "the")
