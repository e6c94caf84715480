"""The status of a noun behind a preposition: "in talks", "ahead of the visit", "support for the release of"."""

from __future__ import annotations

from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.draft import AHEAD
from detente.coding.event_nouns import is_cause, is_circumstance
from detente.coding.mood import APPOINTMENTS, Reading, is_conditional, sets_out
from detente.coding.noun_slots import container
from detente.coding.phrases import article, child, is_verb, negated
from detente.coding.status_clause import of_clause
from detente.coding.status_governor import DONE, ONWARD, heads_for, of_governor
from detente.coding.status_verb import UNITS, of_verb
from detente.coding.tense import auxiliaries, tense_of
from detente.model import Token

ABOUT = word_list("content-prepositions")
TOWARDS = frozenset({"for", "on", "toward", "towards"})
STRIKING = word_list("striking-with")
YIELDING = word_list("yielding-to")
STAGES = frozenset({"phase", "round", "stage"})
BACKING = frozenset({"backing", "endorsement", "support"})
SOUGHT_DEEDS = word_list("sought-for-others")
WAYS_THERE = frozenset({"path", "road", "roadmap", "route"})
LATER_ON = word_list("later-ones")
MEANT_TO = frozenset({"aim", "expect", "hope", "intend", "plan", "prepare", "schedule", "set", "want"})
VOTING = frozenset({"debate", "referendum", "vote"})
SUPPOSED = frozenset({"may", "would"})
ANSWERING = word_list("answering")
LACKING = word_list("lacking")
ROLES = frozenset({"complicity", "hand", "involvement", "part", "role"})
AIMS = word_list("aims")
JOINING = word_list("taking-part")
USING = word_list("using-occasions")
BARGAINS = frozenset({"exchange", "return"})
GOING_AHEAD = frozenset({"forge", "go", "press", "proceed", "push"})
FEELING = frozenset({"hope", "hopeful", "optimism", "optimistic", "confident"})
ENQUIRING = frozenset({"ask", "inquire", "enquire", "question"})
BEHIND = ("ccomp", "conj", "pcomp", "advcl")
"""Clauses in which somebody says, supposes or asks whether X "is behind" a deed."""


def of_phrase(noun: Token, lexicon: Lexicon) -> Reading | None:
    """A noun that no verb brings about: "plans for a visit", "accused of an attack", "will travel to X for talks"."""
    outer = container(noun)
    if outer.dep in ("dobj", "nsubjpass"):
        return _of_occasion(noun, outer.head, lexicon) or of_governor(outer.head, outer, lexicon)
    if (supposed := _is_supposed(noun, outer)) is not None:
        return Reading("proposed", (supposed,))
    if outer.dep == "nsubj" and outer.head.lemma == "enter" and (day := child(outer.head, "dobj")) is not None:
        return Reading("ongoing", (outer.head, day)) if day.lemma in UNITS | STAGES else None
    if outer.dep != "pobj":
        return None
    preposition = outer.head
    governor = preposition.head
    if (
        preposition.lower == "for"
        and outer.lemma in UNITS | STAGES
        and any(c.lower in LATER_ON for c in outer.children)
    ):
        return Reading("ongoing", (outer,))  # "met for a second day of talks"
    if preposition.lower == "without" or (preposition.lower == "of" and governor.lemma in LACKING):
        return Reading("occurred", (preposition,), real=False)
    if preposition.lower == "with" and governor.lemma in GOING_AHEAD and is_verb(governor):
        # "if X goes ahead with a visit": it may yet be
        told = of_clause(governor, lexicon)
        return Reading("proposed", told.because) if told is not None and is_conditional(told) else told
    if preposition.lower in ("of", "to") and governor.lower in lexicon.status["ahead"]:
        return Reading("planned", (governor, preposition))
    if noun.lemma in APPOINTMENTS and is_verb(governor) and sets_out(governor, tense_of(governor), lexicon):
        return Reading("planned", (governor,))  # "is heading into a meeting"
    if preposition.lower == "with" and governor.lemma in STRIKING and is_verb(governor):
        struck = of_verb(governor, lexicon)
        return struck if struck.status in AHEAD or not struck.real else None
    if preposition.lower == "to" and governor.lemma in YIELDING:
        return None
    if preposition.lower in ONWARD and noun.lemma in APPOINTMENTS and article(noun) in ("a", "an", ""):
        return Reading("planned", (preposition,))  # "turned his sights toward a second summit"
    if preposition.lower == "for" and governor.lemma in BACKING and noun.lemma in SOUGHT_DEEDS:
        return Reading("proposed", (governor,))  # "voiced support for the release of X's sailors"
    if preposition.lower == "to" and governor.lemma in WAYS_THERE and noun.lemma in SOUGHT_DEEDS:
        return Reading("proposed", (governor,))
    if governor.lemma in BARGAINS and governor.head.lower == "in" and is_verb(governor.head.head):
        given = of_verb(governor.head.head, lexicon)
        return given if given.status in AHEAD or not given.real else None
    if preposition.lower == "at" and noun.lemma in APPOINTMENTS:
        # "will press X for lower tariffs at the summit"
        over = next((t for t in preposition.ancestors() if is_verb(t)), None)
        done = of_verb(over, lexicon) if over is not None and tense_of(over) not in DONE else None
        return Reading("planned", done.because) if done is not None and done.real and done.status in AHEAD else None
    if governor.lemma in ANSWERING or governor.lower == "according" or is_cause(noun, preposition, lexicon):
        return None
    if heads_for(preposition, governor) or (preposition.lower in TOWARDS and is_devised(governor, lexicon)):
        return Reading("proposed", (governor,))
    if preposition.lower == "of" and governor.lemma in AIMS and article(outer) in ("the", "poss"):
        return None  # "the aim of his visit", which need not lie ahead
    if _is_looked_to(noun, preposition):
        return Reading("planned", (governor,))
    if preposition.lower in ("on", "over") and governor.lemma in VOTING and article(noun) not in ("the", "poss"):
        return Reading("proposed", (governor,))  # "will vote on sanctions"
    if preposition.lower in ABOUT and not is_circumstance(preposition, lexicon) and not _is_there(noun, preposition):
        found = of_governor(governor, preposition, lexicon)
        if found is not None:
            return found
    being = tense_of(governor) if governor.lemma == "be" else ""
    if (being == "present" and preposition.lower in ("in", "at", "on")) or (
        being == "perfect" and preposition.lower == "in"
    ):
        return of_clause(governor, lexicon) or Reading("ongoing", (governor,))
    if preposition.lower == "behind" and governor.lemma == "be" and governor.dep in BEHIND:
        return Reading("alleged", (governor, preposition))
    if preposition.lower == "in" and governor.lemma in ROLES and (doubt := _doubted(governor, lexicon)) is not None:
        return Reading("alleged", (doubt,))
    joins = preposition.lower == "in" and governor.lemma in JOINING
    stands = noun.lemma in lexicon.status["states"]["nouns"]  # "waivers to sanctions"
    goes = preposition.lower == "for" or (preposition.lower == "to" and not stands)
    if (joins or goes) and is_verb(governor):
        found = of_verb(governor, lexicon)
        return found if found is not None and (found.status in AHEAD or not found.real) else None
    if preposition.lower == "during" and is_verb(governor):
        if tense_of(governor) == "future" and negated(governor):
            return Reading("planned", tuple(auxiliaries(governor)))
        if (meant := _meant(governor, lexicon)) is not None:
            return Reading("planned", (meant,))
        found = of_clause(governor, lexicon)
        return found if found is not None and found.real and found.status in AHEAD else None
    return None


def _meant(verb: Token, lexicon: Lexicon) -> Token | None:
    """The word of "are expected during the visit", "intends to raise it during the talks": they are to come."""
    over = verb
    if verb.dep == "xcomp" and tense_of(verb) == "to" and child(verb.head, "dobj") is None:
        over = verb.head
    told = tense_of(over) in ("present", "progressive") and not negated(over)
    if not told or over.lemma not in MEANT_TO or (over is verb and child(verb, "auxpass") is None):
        return None
    return over


def _doubted(role: Token, lexicon: Lexicon) -> Token | None:
    """The "alleged" of "X's alleged role in the raid"."""
    return next((c for c in role.children if c.lower in lexicon.status["suspected"]), None)


def _is_there(noun: Token, preposition: Token) -> bool:
    """ "Was asked about the raid", "under the pressure of X's tariffs": what is there already, and not wanted."""
    if preposition.head.lemma in ENQUIRING:
        return preposition.lower != "for"
    pressed = preposition.head.lemma == "pressure" and preposition.lower == "of"
    return pressed and article(noun) not in ("a", "an")


def _is_looked_to(noun: Token, preposition: Token) -> bool:
    """ "Hopeful about his talks with X", "optimism on the summit": what is known to come."""
    felt = preposition.head.lemma in FEELING and preposition.lower in ("about", "on", "over")
    return felt and article(noun) not in ("a", "an")


def _of_occasion(noun: Token, verb: Token, lexicon: Lexicon) -> Reading | None:
    """ "Will use the summit to press Y": a gathering of which somebody will make something is to come."""
    if noun.lemma not in APPOINTMENTS or verb.lemma not in USING:
        return None
    found = of_clause(verb, lexicon)
    return found if found is not None and found.real and found.status in AHEAD else None


def _is_supposed(noun: Token, outer: Token) -> Token | None:
    """ "A strike on X would end the talks", "a raid on X means war", "a strike on X?": the word that leaves it open."""
    if article(noun) not in ("a", "an"):
        return None
    if outer.dep == "ROOT":
        last = noun.sentence.tokens[-1]
        return last if last.text == "?" else None
    verb = outer.head
    if outer.dep != "nsubj" or not is_verb(verb):
        return None
    tense = tense_of(verb)
    return verb if tense in SUPPOSED or (verb.lemma == "mean" and tense == "present") else None


def is_devised(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb tells of work on what there may be one day: "is drawing up sanctions", "are working on a deal"."""
    going_on = tense_of(verb) in ("progressive", "past-progressive", "perfect-progressive") and verb.dep != "acl"
    return going_on and verb.lemma in lexicon.status["devising"]
