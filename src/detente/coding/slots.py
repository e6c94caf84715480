"""From syntax to slots: who is the subject of this word, whatever the syntax. Nothing above looks at the parse."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.codebook.lexicon import word_list
from detente.model import Token

RELATIVES = word_list("relative-pronouns")
CLAUSE_DEPS = frozenset({"ccomp", "xcomp"})


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


def conjuncts(token: Token) -> list[Token]:
    """The token and what is joined to it by "and", "or" and commas."""
    found = [token]
    for child in token.children:
        if child.dep == "conj" and child.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") and child.i > token.i:
            found.extend(conjuncts(child))
    return found


def antecedents(tokens: list[Token]) -> list[Token]:
    """Relative pronouns replaced by what they stand for."""
    found = []
    for token in tokens:
        clause = next((a for a in token.ancestors() if a.dep == "relcl"), None) if token.lower in RELATIVES else None
        found.extend(conjuncts(clause.head) if clause is not None else [token])
    return found


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these labels."""
    return next((c for c in token.children if c.dep in deps), None)


def is_verb(token: Token) -> bool:
    """Whether the token acts as a verb in its clause."""
    return token.pos in ("VERB", "AUX")


def is_passive(verb: Token) -> bool:
    """Passive by auxiliary, by an agent, or as a bare past participle that modifies a noun."""
    if any(
        c.dep in ("auxpass", "nsubjpass", "csubjpass") or (c.dep == "agent" and verb.tag == "VBN")
        for c in verb.children
    ):
        return True
    if verb.tag != "VBN":
        return False
    if verb.dep == "acl" or (verb.dep == "amod" and verb.i < verb.head.i):
        return True
    if verb.dep == "conj" and is_verb(verb.head) and not any(c.dep in ("nsubj", "aux", "dobj") for c in verb.children):
        return is_passive(verb.head)
    return verb.dep == "advcl" and not any(c.dep in ("dobj", "aux", "nsubj") for c in verb.children)


def surface_subject(verb: Token, depth: int = 0) -> list[Token]:
    """Who stands as subject of the verb, through conjunction, control, relative and participial clauses."""
    own = child(verb, "nsubj", "nsubjpass", "csubj")
    if own is not None and own.dep != "csubj":
        return antecedents(conjuncts(own))
    if verb.head is verb:
        return _in_parenthesis(verb)
    if depth > 6:
        return []
    head = verb.head
    if verb.dep == "conj" and is_verb(head):
        return surface_subject(head, depth + 1)
    if verb.dep == "xcomp" and is_verb(head):
        given = child(head, "dobj")
        if given is not None and head.lemma not in ("promise", "vow", "pledge", "threaten"):
            return conjuncts(given)
        if is_passive(head):
            return surface_subject(head, depth + 1)
        return surface_subject(head, depth + 1)
    if verb.dep in ("xcomp", "acomp") and head.pos == "ADJ":
        return surface_subject(head, depth + 1)
    if verb.dep in ("advcl", "ccomp", "dep", "parataxis", "prep") and (is_verb(head) or head.pos == "ADJ"):
        return surface_subject(_told(head, verb), depth + 1)
    if verb.dep in ("acl", "amod", "relcl"):
        return _of_noun(verb, head)
    if verb.dep == "pcomp":
        return _of_preposition(head, depth)
    if verb.dep == "acomp" and is_verb(head):
        return surface_subject(head, depth + 1)
    return []


def _in_parenthesis(verb: Token) -> list[Token]:
    """X of "X, left, holds talks": a parenthesis that was read as a clause of its own took the subject."""
    before = [c for c in verb.children if c.dep == "advcl" and c.i < verb.i and c.i + 1 < verb.i]
    own = next((s for c in before if c.tag in ("JJ", "VBN", "VBD", "NN") and (s := child(c, "nsubj"))), None)
    return conjuncts(own) if own is not None else []


def _of_noun(verb: Token, noun: Token) -> list[Token]:
    """Subject of a participle or infinitive that hangs on a noun: the noun, or its owner ("its refusal to talk")."""
    if verb.tag == "VB" and any(c.lower == "to" for c in verb.children):
        owner = owners(noun)
        if owner:
            return owner
        if noun.dep == "dobj" and is_verb(noun.head):
            return surface_subject(noun.head)
    return conjuncts(noun)


def _of_preposition(prep: Token, depth: int) -> list[Token]:
    """Subject of "accused X of doing", "praised X for doing", "after meeting"."""
    governor = _told(prep.head, prep)
    if is_verb(governor):
        given = child(governor, "dobj", "nsubjpass")
        if prep.lower in ("for", "over") and (aimed := _aimed_at(governor)):
            return aimed
        if given is not None and prep.lower in ("of", "for", "from", "into", "against"):
            return conjuncts(given)
        return surface_subject(governor, depth + 1)
    if governor.pos in ("NOUN", "PROPN"):
        found = owners(governor)
        if found or prep.lower in ("of", "for", "against"):
            return found
        return surface_subject(governor.head, depth + 1) if is_verb(governor.head) else []
    return surface_subject(governor, depth + 1) if governor.pos == "ADJ" else []


def _aimed_at(verb: Token) -> list[Token]:
    """X of "sanctions placed on X for invading Y"."""
    found = prepositions(verb)
    return [t for name in ("on", "against") for t in found.get(name, []) if t.pos == "PROPN"]


def _told(governor: Token, dependent: Token) -> Token:
    """ "X left, after talks with Y, Z said": what stands before a closing "Z said" belongs to what Z said."""
    if dependent.i < governor.i:
        content = next((c for c in governor.children if c.dep == "ccomp" and c.i < dependent.i), None)
        return content if content is not None else governor
    return governor


def owners(noun: Token) -> list[Token]:
    """Possessors of a noun."""
    own = child(noun, "poss")
    return conjuncts(own) if own is not None else []


def prepositions(token: Token, found: dict[str, list[Token]] | None = None) -> dict[str, list[Token]]:
    """Complements of the prepositions that hang on a word, by preposition."""
    found = {} if found is None else found
    for prep in token.children:
        if prep.dep in ("prep", "agent", "dative", "prt") and prep.pos in ("ADP", "SCONJ", "VERB", "ADV"):
            name = "by" if prep.dep == "agent" else prep.lower
            for complement in prep.children:
                if complement.dep in ("pobj", "pcomp"):
                    found.setdefault(name, []).extend(antecedents(conjuncts(complement)))
                elif complement.dep == "prep":
                    for inner in complement.children:
                        if inner.dep == "pobj":
                            found.setdefault(complement.lower, []).extend(conjuncts(inner))
    return found


def verb_slots(verb: Token) -> Slots:
    """Slots of a verb."""
    slots = Slots(verb, passive=is_passive(verb))
    surface = surface_subject(verb)
    prepositions(verb, slots.preps)
    given = child(verb, "dobj")
    if slots.passive:
        slots.object = surface
        slots.subject = slots.preps.get("by", [])
        if given is not None:
            slots.iobj, slots.object = slots.object, conjuncts(given)
    else:
        slots.subject = surface
        slots.object = antecedents(conjuncts(given)) if given is not None else _relative_object(verb)
    indirect = child(verb, "dative")
    if indirect is not None and indirect.pos != "ADP":
        slots.iobj = conjuncts(indirect)
    for obj in slots.object[:1]:
        if obj.head is verb:
            for name, tokens in prepositions(obj).items():
                slots.preps.setdefault(name, []).extend(tokens)
    slots.particles = {c.lower for c in verb.children if c.dep in ("prt", "advmod") and c.pos in ("ADP", "ADV", "PART")}
    slots.clauses = clauses_of(verb)
    return slots


def _relative_object(verb: Token) -> list[Token]:
    """The antecedent of "the ships which X seized"."""
    if verb.dep != "relcl":
        return []
    subject = child(verb, "nsubj")
    if subject is None or subject.lower in RELATIVES:
        return []
    return conjuncts(verb.head) if verb.head.pos in ("NOUN", "PROPN", "PRON") else []


def clauses_of(word: Token) -> list[tuple[str, Token]]:
    """Clausal complements of a word, with their form."""
    found = []
    for c in word.children:
        if c.dep in CLAUSE_DEPS or (c.dep in ("acl", "relcl") and word.pos == "NOUN") or c.dep == "advcl":
            if not is_verb(c) and c.pos not in ("ADJ", "NOUN"):
                continue
            marks = {m.lower for m in c.children if m.dep in ("mark", "aux")}
            if "to" in marks:
                found.append(("to", c))
            elif c.dep == "ccomp" or "that" in marks:
                found.append(("that", c))
            elif c.tag == "VBG" and c.dep in ("xcomp", "ccomp"):
                found.append(("ing", c))
    return found


def noun_slots(noun: Token, light: dict[str, str] | None = None) -> Slots:
    """Slots of an event noun; `light` maps verbs to what their subject is to the noun ("subject", "object")."""
    slots = Slots(noun)
    prepositions(noun, slots.preps)
    slots.clauses = clauses_of(noun)
    slots.subject = owners(noun) + slots.preps.get("by", [])
    for c in noun.children:
        if c.dep in ("amod", "compound", "nmod") and c.i < noun.i:
            slots.preps.setdefault("@modifier", []).extend(conjuncts(c))
            slots.preps["@modifier"].extend(g for g in c.children if g.dep in ("compound", "amod", "nmod"))
    slots.object = [t for name in ("of", "against", "on") for t in slots.preps.get(name, [])]
    outer = container(noun)
    if outer is not noun:
        slots.subject = slots.subject + owners(outer)
        for name, tokens in prepositions(outer).items():
            slots.preps.setdefault(name, []).extend(t for t in tokens if t is not noun)
    verbs = _governing_verbs(noun) + (_governing_verbs(outer) if outer is not noun else [])
    verb = next((v for v in verbs if light is not None and v.lemma in light), None)
    if verb is not None and light is not None:
        _from_light_verb(slots, outer, verb, light)
    if noun.dep == "conj" and noun.head.pos == "NOUN":
        _from_conjunct(slots, noun.head, light)
    return slots


CONTAINERS = word_list("containers")


def container(noun: Token) -> Token:
    """The head of "a new round of sanctions" for "sanctions"; the noun itself where it is in no container."""
    if noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lemma in CONTAINERS:
        return container(noun.head.head)
    return noun


def _governing_verbs(noun: Token) -> list[Token]:
    """The verbs that may bring a noun's deed about: its own head, its clause, the verb of its preposition."""
    found = []
    if noun.dep in ("dobj", "nsubjpass", "attr", "oprd", "nsubj"):
        found.append(noun.head)
    found += [c for c in noun.children if c.dep in ("relcl", "acl")]
    if noun.dep == "pobj" and noun.head.dep in ("prep", "agent"):
        found.append(noun.head.head)
    return [verb for verb in found if is_verb(verb)]


def _from_light_verb(slots: Slots, noun: Token, verb: Token, light: dict[str, str]) -> None:
    role = light.get(verb.lemma)
    frame = verb_slots(verb)
    if role is None:
        return
    if (
        noun.dep == "pobj"
        and noun.head.head is verb
        and f"{verb.lemma} {noun.head.lower}" not in light
        and not (noun.head.dep == "prep" and role != "subject")
    ):
        return
    slots.light = verb.lemma
    givers = frame.subject
    if role == "object":
        slots.object = slots.object or givers
        slots.subject = slots.subject or slots.preps.get("from", []) or frame.preps.get("from", [])
    else:
        slots.subject = slots.subject + [t for t in givers if t is not noun]
    for name, tokens in frame.preps.items():
        slots.preps.setdefault(name, []).extend(t for t in tokens if t is not noun and t not in slots.preps[name])
    slots.iobj = frame.iobj
    if not slots.object:
        slots.object = [t for name in ("of", "against", "on") for t in slots.preps.get(name, [])]
    if frame.clauses and not slots.clauses:
        slots.clauses = frame.clauses


def _from_conjunct(slots: Slots, head: Token, light: dict[str, str] | None) -> None:
    """ "Sanctions and an embargo on X": the second noun shares what the first has, and the other way round."""
    other = noun_slots(head, light)
    slots.subject = slots.subject or other.subject
    slots.object = slots.object or other.object
    for name, tokens in other.preps.items():
        slots.preps.setdefault(name, tokens)


def adjective_slots(adjective: Token) -> Slots:
    """Slots of a predicate adjective ("X is critical of Y", "ready to talk")."""
    slots = Slots(adjective)
    prepositions(adjective, slots.preps)
    slots.clauses = clauses_of(adjective)
    if adjective.dep in ("acomp", "oprd", "conj", "attr") and adjective.head is not adjective:
        head = adjective.head
        slots.subject = surface_subject(head) if is_verb(head) else []
        if head.lemma == "be":
            prepositions(head, slots.preps)
            slots.clauses += [c for c in clauses_of(head) if c[1] is not adjective]
    elif adjective.dep in ("amod", "relcl", "acl", "ccomp", "advcl"):
        slots.subject = surface_subject(adjective)
    slots.object = [t for tokens in slots.preps.values() for t in tokens]
    return slots


def clause_subject(noun: Token) -> list[Token]:
    """Subject of the clause that a noun stands in: whose visit it is in "cut short a visit to X"."""
    token = noun
    for _ in range(6):
        if token.head is token:
            return []
        token = token.head
        if is_verb(token):
            return [t for t in surface_subject(token) if t is not noun]
        if token.pos not in ("ADP", "SCONJ", "NOUN", "PROPN", "ADV"):
            return []
    return []
