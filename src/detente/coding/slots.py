"""From syntax to slots: what stands in which slot of a verb. Nothing above looks at the parse."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.codebook.lexicon import word_list
from detente.coding.clauses import clauses_of
from detente.coding.complements import prepositions
from detente.coding.naming import RELATIVES, name_of, quoted_of
from detente.coding.phrases import (
    after_terms,
    antecedents,
    behind,
    child,
    conjuncts,
    counted_up_to,
    guest_of,
    is_passive,
    is_verb,
    named_thing,
    told_by,
)
from detente.coding.sayers import speaking_subject
from detente.model import Token

NAMING = word_list("naming-verbs")
SAYING = word_list("saying")
GAINING = word_list("gaining")
LETTING, LADEN = word_list("letting-verbs"), word_list("laden")
WHEN = frozenset({"after", "because", "before", "despite", "due", "during", "following", "since", "until"})
COURTS = frozenset({"court", "tribunal"})
CAPTIVES = word_list("captives")
"""What those are called that are held: "three men held hostage"."""


@dataclass(slots=True)
class Slots:
    """The slots of one event word. Token lists are heads of phrases, conjuncts included, in text order."""

    word: Token
    subject: list[Token] = field(default_factory=list)
    object: list[Token] = field(default_factory=list)
    iobj: list[Token] = field(default_factory=list)
    preps: dict[str, list[Token]] = field(default_factory=dict)
    clauses: list[tuple[str, Token]] = field(default_factory=list)
    """Clausal complements: form ("that", "to", "ing") and head."""
    particles: set[str] = field(default_factory=set)
    passive: bool = False
    light: str = ""
    """Lemma of the light verb that carries a noun, or ""."""

    def tokens(self, slot: str) -> list[Token]:
        """The phrase heads in a slot: "subject", "object", "iobj" or a preposition."""
        if slot == "subject":
            return self.subject
        if slot == "object":
            return self.object
        return self.iobj if slot == "iobj" else self.preps.get(slot, [])


def verb_slots(verb: Token) -> Slots:
    """Slots of a verb."""
    slots = Slots(verb, passive=is_passive(verb))
    surface = speaking_subject(verb)
    prepositions(verb, slots.preps)
    if slots.passive and verb.dep == "relcl" and any(c.lower == "where" for c in verb.children):
        # "the prison where X was held"
        slots.preps.setdefault("in", []).append(verb.head)
    given = child(verb, "dobj")
    if slots.passive:
        slots.object = surface
        slots.subject = [*slots.preps.get("by", ())] or _agent_further(verb)
        if given is not None and given.lemma in CAPTIVES:
            prepositions(given, slots.preps)
        elif given is not None:
            slots.iobj, slots.object = slots.object, conjuncts(given)
    else:
        slots.subject = surface
        near = _relative_object(verb) or counted_up_to(verb) or _raised(verb) or after_terms(verb)
        if (told := told_by(verb)) is not None:
            near = conjuncts(told)
        slots.object = antecedents(conjuncts(given)) if given is not None else near or _let(verb) or _named(verb)
    if (guest := guest_of(verb)) is not None:
        slots.subject, slots.object = conjuncts(guest), slots.subject
    there = verb.lemma == "be" and child(verb, "expl") is not None
    if (there or verb.lemma == "become") and not slots.object and (what := child(verb, "attr")) is not None:
        slots.object = conjuncts(what)
        slots.subject = [] if there else slots.subject
    indirect = child(verb, "dative")
    if indirect is not None and indirect.pos != "ADP":
        slots.iobj = conjuncts(indirect)
    for obj in slots.object[:1]:
        if obj.head is verb:
            for name, tokens in (*prepositions(obj).items(), *_load_of(obj).items(), *_given_by(obj).items()):
                slots.preps.setdefault(name, []).extend(tokens)
    if verb.lemma in NAMING:
        slots.object, called = name_of(verb, slots.object, slots.iobj, slots.preps.get("as", []))
        if called:
            slots.preps["@complement"] = called
    slots.particles = {c.lower for c in verb.children if c.dep in ("prt", "advmod") and c.pos in ("ADP", "ADV", "PART")}
    slots.clauses = clauses_of(verb)
    if verb.lemma in SAYING and (quoted := quoted_of(slots.clauses)):
        slots.preps["@verdict"] = quoted
    return slots


def _named(verb: Token) -> list[Token]:
    """X of "expelled what it called X"."""
    clause = child(verb, "ccomp")
    return named_thing(clause) if clause is not None else []


def _let(verb: Token) -> list[Token]:
    """X of "let X cross": who is let do something, read as the subject of that."""
    doing = child(verb, "ccomp") if verb.lemma == "let" else None
    who = child(doing, "nsubj") if doing is not None else None
    return conjuncts(who) if who is not None else []


def _load_of(ship: Token) -> dict[str, list[Token]]:
    """What a ship or plane brings and where to, of "sent a ship carrying X to Y", "loaded with X to Y"."""
    found: dict[str, list[Token]] = {}
    for participle in ship.children:
        if participle.dep == "acl" and participle.lemma in LADEN:
            prepositions(participle, found)
            if (load := child(participle, "dobj")) is not None:
                found.setdefault("with", []).extend(conjuncts(load))
    return found


def _given_by(thing: Token) -> dict[str, list[Token]]:
    """X of "got a promise of support from X", read as what the support comes from."""
    if thing.head.lemma not in GAINING or thing.dep != "dobj":
        return {}
    return {"from": [t for o in behind(thing, "of") for t in prepositions(o).get("from", [])]}


def _agent_further(verb: Token) -> list[Token]:
    """X of "was called a farce by X": a "by" that was read as part of what the passive verb is said of."""
    near = ("prep", "oprd", "attr", "acomp", "advmod")
    inner = [c for c in verb.children if c.i > verb.i and c.dep in near and (c.lower not in WHEN or _is_at_law(c))]
    handed = [c for c in verb.children if c.i > verb.i and c.dep == "dobj"]  # "was refused a loan by X"
    for _ in range(3):
        by = [c for t in (*inner, *handed) for c in t.children if c.lower == "by" and c.dep in ("prep", "agent")]
        if by:
            return [t for o in by[0].children if o.dep == "pobj" for t in conjuncts(o)]
        inner, handed = [c for t in inner for c in t.children if not is_verb(c)], []
    return []


def _is_at_law(prep: Token) -> bool:
    """ "Before the court"."""
    return prep.lower == "before" and any(o.lemma.lower() in COURTS for o in prep.children)


def _raised(verb: Token) -> list[Token]:
    """X of "allowed X to leave", "helped X leave", where X was read as the subject of the infinitive."""
    inner = child(verb, "ccomp") if verb.lemma in LETTING or verb.lemma == "help" else None
    if inner is None:
        return []
    bare = inner.tag == "VB" and child(inner, "aux", "mark") is None
    to = any(c.lower == "to" for c in inner.children)
    own = child(inner, "nsubj") if (bare if verb.lemma == "help" else to) else None
    return conjuncts(own) if own is not None and own.lower not in RELATIVES else []


def _relative_object(verb: Token) -> list[Token]:
    """The antecedent of "the ships which X seized"."""
    if verb.dep != "relcl":
        return []
    subject = child(verb, "nsubj")
    if subject is None or subject.lower in RELATIVES or any(_places(c) for c in verb.children):
        return []
    return conjuncts(verb.head) if verb.head.pos in ("NOUN", "PROPN", "PRON") else []


def _places(word: Token) -> bool:
    """ "Where", "when", "in which", "with whom": what a relative clause says of its antecedent is not done to it."""
    inner = child(word, "pobj") if word.dep == "prep" else word
    return inner is not None and (inner.tag == "WRB" or (inner is not word and inner.lower in RELATIVES))
