"""Slots of event nouns and adjectives: possessors, complements, the verbs that bring a noun's deed about."""

from __future__ import annotations

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.clauses import clauses_of, is_claimed
from detente.coding.complements import prepositions
from detente.coding.phrases import agents, child, conjuncts, is_verb
from detente.coding.slots import NAMING, Slots, verb_slots
from detente.coding.subjects import WILLING, owners, surface_subject
from detente.model import Token

CONTAINERS = {
    name: word_list(words)
    for name, words in (
        ("of", "containers"),
        ("for", "containers-for"),
        ("in", "containers-in"),
        ("including", "containers-including"),
    )
}
STRIKING, KINDS_OF_WAR = word_list("striking"), word_list("kinds-of-war")
HAPPENING = word_list("happening")
IMPOSING = word_list("imposing")
ASKED = word_list("asked-of-one")
CALLED, ACCUSATIONS = word_list("called-together"), word_list("accusations")
KEEPING, STANCES = word_list("keeping"), word_list("stances")
CONTACTS = word_list("talks-on")
OF_CLAUSE = frozenset({"amod", "relcl", "acl", "ccomp", "advcl"})
SAID_OF_MEASURES = frozenset(
    {"biting", "crippling", "crushing", "damaging", "existing", "lasting", "punishing", "sweeping"}
)
"""Participles before a noun that may be read as the verb above it: "maintained punishing sanctions"."""
VISITS = load_lexicon().classes["visit"]
ASIDE = word_list("prepositions-aside") - {"despite", "under"}
INTRUDING = frozenset({"advance", "encroachment", "incursion", "infiltration", "intrusion", "invasion", "overflight"})
FORCES = word_list("forces-told-of-by-their-own") | {"plane"}
SPITE, IN_SPITE = frozenset({"despite", "notwithstanding", "over"}), frozenset({"defiance", "face", "spite"})
SHARED = frozenset({"against", "by", "from", "on"})


def noun_slots(noun: Token, light: dict[str, str] | None = None) -> Slots:
    """Slots of an event noun; `light` maps verbs to what their subject is to the noun ("subject", "object")."""
    slots = Slots(noun)
    slots.preps = prepositions(noun) or _of_last_conjunct(noun)
    _after_a_name(noun, slots.preps)
    visitor = _visitor(noun)
    if visitor is not None:
        for name, tokens in prepositions(visitor).items():
            slots.preps.setdefault(name, []).extend(t for t in tokens if t is not noun)
    for kind in slots.preps.get("of", [])[:]:
        if kind.lemma in KINDS_OF_WAR:
            prepositions(kind, slots.preps)
    slots.clauses = clauses_of(noun)
    slots.subject = owners(noun) + (slots.preps.get("by", []) or _done_by(noun, slots.preps)) + _claimants(noun)
    if not slots.subject and visitor is not None:
        slots.subject = [visitor]
    if not slots.subject and noun.lemma in WILLING and any(form == "to" for form, _ in slots.clauses):
        # "the refusal of X to leave"
        slots.subject = slots.preps.pop("of", [])
    for c in noun.children:
        if c.dep in ("amod", "compound", "nmod") and c.i < noun.i:
            slots.preps.setdefault("@modifier", []).extend(conjuncts(c))
            slots.preps["@modifier"].extend(g for g in c.children if g.dep in ("compound", "amod", "nmod"))
    if noun.lemma in INTRUDING and (forces := [t for t in slots.preps.get("of", ()) if t.lemma in FORCES]):
        # "the incursion of a plane"
        slots.subject += forces
        slots.preps.pop("of")
    slots.object = [t for name in _done_to(noun) for t in slots.preps.get(name, [])]
    if noun.dep == "nsubj" and noun.head.lemma in HAPPENING:
        prepositions(noun.head, slots.preps)
    outer = container(noun)
    if outer is not noun:
        slots.subject = slots.subject + owners(outer)
        for name, tokens in prepositions(outer).items():
            slots.preps.setdefault(name, []).extend(t for t in tokens if t is not noun)
    verbs = _governing_verbs(noun) + (_governing_verbs(outer) if outer is not noun else [])
    for verb in verbs:
        if light is None or _names(verb) or (outer.dep == "dobj" and _only_calls(verb) and outer.lemma not in CALLED):
            continue
        name = light_name(verb, outer, light)
        if name and not _does(outer, verb, light[name]) and not (name == "agree to" and outer.lemma in ASKED):
            _from_light_verb(slots, outer, verb, light, name)
            break
    if not slots.object:
        slots.object = _struck(outer)
    if noun.dep == "conj" and noun.head.pos == "NOUN":
        _from_conjunct(slots, noun.head, light)
    if subject := _told_of(outer):
        slots.preps["@subject"] = subject
    if heedless := _heedless(outer):
        slots.preps["@despite"] = heedless
    return slots


def _heedless(noun: Token) -> list[Token]:
    """X of "despite Y's protests, X sailed", "X sailed in the face of a protest": who does not heed a noun's words."""
    prep = noun.head
    if noun.dep == "pobj" and prep.lower == "of" and prep.head.lemma in IN_SPITE and prep.head.dep == "pobj":
        prep = prep.head.head
    elif noun.dep != "pobj" or prep.lower not in SPITE:
        return []
    verb = prep.head
    if not is_verb(verb) or (prep.lower == "over" and prep.i > verb.i):
        return []
    return [t for t in surface_subject(verb) if t.lower != "it"]


def _visitor(noun: Token) -> Token | None:
    """X of "X, in Cork on a visit, said": who is called to be on it, where the phrase hangs on his name."""
    on = noun.head
    if noun.lemma not in VISITS or noun.dep != "pobj" or on.lower != "on" or on.dep != "prep":
        return None
    who, words = on.head, noun.sentence.tokens
    if who.pos not in ("NOUN", "PROPN") or who.i > on.i or who.dep == "pobj":
        return None
    between = words[who.i + 1 - words[0].i : on.i - words[0].i]
    return who if any(t.text == "," for t in between) else None


def _done_to(noun: Token) -> tuple[str, ...]:
    """The prepositions of whom a deed is done to; what talks are on is only talked about."""
    return ("of",) if noun.lemma in CONTACTS else ("of", "against", "on")


def _after_a_name(noun: Token, preps: dict[str, list[Token]]) -> None:
    """ "To Y" of "the visit of the minister, X, to Y", which the parser hangs on the verb above."""
    named = [c for t in preps.get("of", ()) for c in t.children if c.dep == "appos"]
    words = noun.sentence.tokens
    for name in named:
        after = name.i + 1 - words[0].i
        if after + 1 < len(words) and words[after].text == "," and words[after + 1].dep in ("prep", "dative"):
            preps.setdefault(words[after + 1].lower, []).extend(c for c in words[after + 1].children if c.dep == "pobj")


def _done_by(noun: Token, preps: dict[str, list[Token]]) -> list[Token]:
    """X of "the seizure of ships by X", "a ban on beef imposed by X", read as said of the ships or beef."""
    done_to = [t for name in ("of", "on", "against") for t in preps.get(name, ()) if t.i > noun.i]
    by = [p for t in done_to for p in t.children if p.lower == "by" and p.dep in ("prep", "agent")]
    found = [t for p in by for o in p.children if o.dep == "pobj" for t in conjuncts(o)]
    imposed = [c for t in done_to for c in t.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in IMPOSING]
    return found + [t for c in imposed for o in agents(c) for t in conjuncts(o)]


def _claimants(noun: Token) -> list[Token]:
    """X of "an attack claimed by X"."""
    claimed = [c for c in noun.children if c.dep == "acl" and c.lower == "claimed"]
    return [t for c in claimed for o in agents(c) for t in conjuncts(o)]


def _does(noun: Token, verb: Token, role: str) -> bool:
    """Whether a deed meets with something itself: "the ban received support from X" does not make it X's."""
    return role == "object" and noun.dep == "nsubj" and noun.head is verb and child(verb, "dobj") is not None


def _names(verb: Token) -> bool:
    """Whether a verb gives its object a name: "called the talks a farce" is no calling of talks."""
    return verb.lemma in NAMING and "@complement" in verb_slots(verb).preps


def _told_of(noun: Token) -> list[Token]:
    """X of "X is a threat", "X remains an obstacle": of what a clause says that it is the noun."""
    first = noun.head if noun.dep == "conj" and noun.head.pos in ("NOUN", "ADJ") else noun
    if first.dep != "attr" or not is_verb(first.head) or child(first.head, "expl") is not None:
        return []
    return [t for t in surface_subject(first.head) if t is not noun]


def container(noun: Token) -> Token:
    """The head of "a new round of sanctions" for "sanctions"; the noun itself where it is in no container."""
    return next(reversed(containers(noun)), noun)


def containers(noun: Token) -> list[Token]:
    """What a noun is in, the inner first: "prospect" and "range" of "a range of prospects of talks" for "talks"."""
    found: list[Token] = []
    while noun.dep == "pobj" and noun.head.head.lemma in CONTAINERS.get(noun.head.lower, ()):
        noun = noun.head.head
        found.append(noun)
    return found


def _is_content(clause: Token) -> bool:
    """ "The refusal to sign", "a visit leading envoys": what a noun is about or does does not bring it about.

    "The finding that X paid Y" neither; "sanctions to be imposed" does.
    """
    told = any(c.dep == "mark" and c.lower == "that" for c in clause.children)
    if told and (clause.dep == "acl" or child(clause, "dobj") is not None):
        return True
    if is_claimed(clause):
        return True
    return clause.dep == "acl" and clause.tag in ("VB", "VBG") and child(clause, "auxpass") is None


def _struck(noun: Token) -> list[Token]:
    """X of "the raid killed X", "sanctions targeting X", "X is hurt by sanctions": whom a deed hits that does so."""
    verbs = [c for c in noun.children if c.dep in ("relcl", "acl") and noun in surface_subject(c)]
    if noun.dep == "nsubj" and is_verb(noun.head):
        verbs.append(noun.head)
    if noun.dep == "pobj" and noun.head.lower == "by" and is_verb(noun.head.head):
        verbs.append(noun.head.head)
    return [t for verb in verbs if verb.lemma in STRIKING for t in verb_slots(verb).object if t is not noun]


def _governing_verbs(noun: Token) -> list[Token]:
    """The verbs that may bring a noun's deed about: its own head, its clause, the verb of its preposition."""
    found = []
    if noun.dep in ("dobj", "nsubjpass", "attr", "oprd", "nsubj"):
        said_of = noun.head.lower in SAID_OF_MEASURES and noun.head.dep == "xcomp" and noun.head.i < noun.i
        found.append(noun.head.head if said_of else noun.head)
    found += [c for c in noun.children if c.dep in ("relcl", "acl") and not _is_content(c)]
    if noun.dep == "pobj" and noun.head.dep in ("prep", "agent"):
        found.append(_hung_on(noun.head))
    return [verb for verb in found if is_verb(verb)]


def _hung_on(prep: Token) -> Token:
    """The word on which a preposition hangs: of "go ahead with sanctions" the verb, however "with" was read."""
    return prep.head.head if prep.head.pos == "ADV" and prep.head.dep == "advmod" else prep.head


def light_name(verb: Token, noun: Token, light: dict[str, str]) -> str:
    """Under which name a verb carries the noun: "carry out", "respond with" before "carry"; "" where it does not."""
    hangs = noun.dep == "pobj" and _hung_on(noun.head) is verb
    particles = [c.lower for c in verb.children if c.dep == "prt"]
    onward = [c.lower for c in verb.children if c.dep == "advmod" and c.pos == "ADV"]
    longer = [f"{verb.lemma} {word}" for word in (*particles, *([noun.head.lower] if hangs else []))]
    longer += [f"{verb.lemma} {particle} {noun.head.lower}" for particle in (*particles, *onward) if hangs]
    found = next((name for name in reversed(longer) if name in light), "")
    if found or verb.lemma not in light:
        return found
    beside = hangs and noun.head.lower in ASIDE  # "accepted X's men at the request of Y"
    return "" if beside or (hangs and (light[verb.lemma] == "subject" or noun.head.dep != "prep")) else verb.lemma


def _from_light_verb(slots: Slots, noun: Token, verb: Token, light: dict[str, str], name: str) -> None:
    role = light[name]
    frame = verb_slots(verb)
    if name.endswith(" with"):
        slots.object = slots.object or frame.object
    slots.light = verb.lemma
    givers = frame.subject
    if role == "object":
        slots.object = (givers if noun.lemma in ACCUSATIONS else slots.object) or givers
        slots.subject = slots.subject or slots.preps.get("from", []) or frame.preps.get("from", [])
    else:
        slots.subject = slots.subject + [t for t in givers if t is not noun]
    for name, tokens in frame.preps.items():
        slots.preps.setdefault(name, []).extend(t for t in tokens if t is not noun and t not in slots.preps[name])
    if role == "object" and noun.lemma in ACCUSATIONS:
        slots.preps.pop("of", None)
    slots.iobj = frame.iobj
    if not slots.object:
        slots.object = [t for name in _done_to(noun) for t in slots.preps.get(name, [])]
    if frame.clauses and not slots.clauses:
        slots.clauses = frame.clauses


def _from_conjunct(slots: Slots, head: Token, light: dict[str, str] | None) -> None:
    """ "Sanctions and an embargo on X": the second noun shares what the first has, and the other way round."""
    other = noun_slots(head, light)
    slots.subject = slots.subject or other.subject
    slots.object = slots.object or other.object
    for name, tokens in other.preps.items():
        slots.preps.setdefault(name, tokens)


def _of_last_conjunct(noun: Token) -> dict[str, list[Token]]:
    """ "Sanctions and pressure from X": what hangs on the last noun of a row is said of the first, too."""
    row = [noun, *(t for t in conjuncts(noun) if t.pos == "NOUN")]
    return {name: tokens for name, tokens in prepositions(row[-1]).items() if name in SHARED}


def stance_subject(noun: Token) -> list[Token]:
    """X of "X sailed in defiance of Y", "X called off the raid": whose a noun must be, by the verb that it hangs on."""
    if noun.dep == "pobj" and noun.head.lower == "in" and noun.lemma in STANCES and is_verb(noun.head.head):
        return surface_subject(noun.head.head)
    if noun.dep == "pobj" and noun.head.lower == "of" and (verb := _pulling_out(noun.head)) is not None:
        return surface_subject(verb)
    if noun.dep == "dobj" and is_verb(noun.head) and noun.head.lemma in KEEPING and not _only_calls(noun.head):
        return surface_subject(noun.head)
    return []


def _pulling_out(of: Token) -> Token | None:
    """ "Pulled out of the raid", "backed out of talks"."""
    above = of.head.head if of.head.lower == "out" else of.head
    return above if is_verb(above) and above.lemma in ("back", "pull") else None


def _only_calls(verb: Token) -> bool:
    """Whether "call" gives something a name, or somebody a ring: who calls off a raid does so "off"."""
    return verb.lemma == "call" and child(verb, "prt") is None


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
    elif adjective.dep in OF_CLAUSE or is_verb(adjective) or child(adjective, "nsubj", "nsubjpass") is not None:
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
        if is_verb(token) and token.dep != "prep":
            return [t for t in surface_subject(token) if t is not noun]
        if token.dep != "prep" and token.pos not in ("ADP", "SCONJ", "NOUN", "PROPN", "ADV"):
            return []
    return []
