"""Who is the subject of a verb or the owner of a noun, whatever the syntax."""

from __future__ import annotations

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.complements import TIMES, comma_before, prepositions
from detente.coding.joint_subjects import company, likewise, named_before
from detente.coding.own_subjects import (
    SINGLED_OUT,
    absolute_subject,
    in_parenthesis,
    named_as,
    own_subject,
    relative_of,
)
from detente.coding.phrases import (
    CHARGING,
    FINITE,
    agents,
    antecedents,
    child,
    conjuncts,
    is_caused,
    is_passive,
    is_verb,
    one_of,
    parted_have,
)
from detente.model import Token

WHOSE_TIME = TIMES | word_list("this-day") | {"tomorrow", "yesterday"}
WILLING, OPPOSING = word_list("nouns-of-will"), word_list("opposing-plans")
OF_WHOM = frozenset({"amod", "compound", "nmod"})
MEANS, LAYING = word_list("means-verbs"), frozenset({"charge", "credit", "entrust", "task"})
CALLING_IN = frozenset({"call", "phone", "ring", "summon", "telephone"})
HEARD, SPOKEN = word_list("summoned-to-hear"), word_list("spoken-by-people")
PHONED = HEARD | word_list("phoned-to-say")
PEOPLE = frozenset().union(*(load_lexicon().classes[name] for name in ("official", "diplomat", "crowd", "citizen")))
PEOPLE |= word_list("voices")
NAMING = word_list("naming-verbs")
APPEALING = {
    "call": ("on", "upon"),
    "appeal": ("to",),
    "plead": ("with",),
    "prevail": ("on", "upon"),
    "lean": ("on",),
    "rely": ("on", "upon"),
    "count": ("on",),
    "depend": ("on", "upon"),
    "look": ("to",),
    "turn": ("to",),
}
FINITE_OR_MISREAD = FINITE | {"VBN"}
LETTERS = frozenset({"cable", "letter", "message", "note", "telegram"})
AIMING = {"in": word_list("nouns-of-trying"), "as": frozenset({"means", "mean", "tool", "way"})}
"""What somebody does to an end: "in an effort to", "as a way to"."""
SAYING = word_list("saying")


def surface_subject(verb: Token, depth: int = 0) -> list[Token]:
    """Who stands as subject of the verb, through conjunction, control, relative and participial clauses."""
    if verb.tag == "VBG" and verb.dep == "acl" and (wrote := _who_wrote(verb)):
        return wrote
    own = own_subject(verb)
    if own is not None and own.dep != "csubj":
        if (named := named_as(own, verb)) is not None:
            return conjuncts(named)
        return antecedents([*named_before(own, verb), *conjuncts(own), *company(own, verb), *likewise(verb)])
    if (beside := absolute_subject(verb)) is not None:
        return conjuncts(beside)
    if verb.head is verb:
        return in_parenthesis(verb)
    if depth > 6:
        return []
    head = verb.head
    if verb.dep in ("ccomp", "xcomp") and (which := relative_of(head)) is not None and verb.tag in FINITE_OR_MISREAD:
        return antecedents([which])
    if verb.dep == "ccomp" and (told := _told_of_in_passing(verb)) is not None:
        return conjuncts(told)
    if verb.dep == "conj" and is_verb(head):
        return surface_subject(_finite_above(verb) or head, depth + 1)
    if verb.dep == "advcl" and is_caused(verb):
        made = child(head, "nsubjpass" if is_passive(head) else "dobj")
        if made is not None:
            return conjuncts(made)
    if verb.dep == "advcl" and (called := _called(verb, head) or _writer(verb, head)):
        return called
    if verb.tag == "VBG" and verb.lemma in MEANS and is_verb(head) and is_passive(head):
        # "was done using a nerve agent": whoever did it used it, not what was done
        return [t for c in head.children if c.dep == "agent" for o in c.children for t in conjuncts(o)]
    if verb.dep == "advcl" and verb.tag == "VB" and is_verb(head) and (asked := _called_on(head, verb)) is not None:
        return conjuncts(asked)
    if verb.dep in ("xcomp", "advcl") and (judged := _judged_for(head)):
        return judged
    if verb.dep == "xcomp" and is_verb(head):
        if head.lemma in MEANS:
            # "X uses ships to raid Y", "ships used by X to raid Y"
            return agents(head) or ([] if is_passive(head) else surface_subject(head, depth + 1))
        given = child(head, "dobj") or _called_on(head, verb)
        called_in = head.lemma in CALLING_IN and verb.lemma in (HEARD if head.lemma == "summon" else PHONED)
        if given is not None and not called_in and head.lemma not in ("promise", "vow", "pledge", "threaten"):
            return conjuncts(given)
        return surface_subject(head, depth + 1)
    if verb.dep in ("xcomp", "acomp") and head.pos == "ADJ":
        return surface_subject(head, depth + 1)
    if verb.dep in ("advcl", "ccomp", "dep", "parataxis", "prep") and (is_verb(head) or head.pos == "ADJ"):
        return surface_subject(_told(head, verb), depth + 1)
    if (have := parted_have(verb)) is not None:
        return surface_subject(have, depth + 1)
    if verb.dep in ("acl", "amod", "relcl"):
        return _of_noun(verb, head)
    if verb.dep == "pcomp":
        return _of_preposition(head, depth)
    if verb.dep == "acomp" and is_verb(head):
        return surface_subject(head, depth + 1)
    return []


def _told_of_in_passing(verb: Token) -> Token | None:
    """The jet of "the jet X said had left": of a clause of content without a subject, the noun that it tells of."""
    saying, noun = verb.head, verb.head.head
    if saying.dep != "relcl" or saying.lemma not in SAYING or noun.i > saying.i:
        return None
    finite = verb.tag in FINITE or any(c.tag in FINITE for c in verb.children if c.dep in ("aux", "auxpass"))
    return noun if finite and child(saying, "nsubj") is not None else None


def _called(verb: Token, head: Token) -> list[Token]:
    """X of "regards X as linked to Y", where what X is called was read as a clause of its own."""
    mark = child(verb, "mark")
    if head.lemma not in NAMING or verb.tag not in ("VBN", "VBG") or mark is None or mark.lower != "as":
        return []
    named = child(head, "nsubjpass" if is_passive(head) else "dobj")
    return conjuncts(named) if named is not None else []


def _writer(verb: Token, head: Token) -> list[Token]:
    """X of "got a letter from X thanking him"."""
    letter = child(head, "dobj")
    if verb.tag != "VBG" or letter is None or letter.lemma not in LETTERS or not letter.i < verb.i:
        return []
    return prepositions(letter).get("from", [])


def _who_wrote(verb: Token) -> list[Token]:
    """X of "X sent a letter to Y inviting him", "in a letter urging Y to yield, X said": neither Y nor the letter."""
    letter = verb.head
    if letter.dep == "pobj" and letter.head.lower == "to":
        letter = letter.head.head
    if is_verb(letter):
        sent = child(letter, "dobj")
        wrote = letter.lemma == "write" or (sent is not None and sent.lemma in LETTERS)
        return surface_subject(letter) if wrote else []
    if letter.lemma not in LETTERS:
        return []
    over = letter.head if letter.dep == "dobj" else letter.head.head
    return owners(letter) or prepositions(letter).get("from", []) or (surface_subject(over) if is_verb(over) else [])


def _called_on(verb: Token, clause: Token) -> Token | None:
    """X of "called on X to leave", "appealed to X to yield": who is to do it."""
    ties = APPEALING.get(verb.lemma)
    preps = [c for c in verb.children if c.dep == "prep" and c.i < clause.i and ties is not None and c.lower in ties]
    given = child(preps[-1], "pobj") if preps else None
    return None if given is None or given.lower in TIMES else given


def _judged_for(head: Token) -> list[Token]:
    """X of "it was wrong of X to seize the ship": who does what is called wrong, brave or kind."""
    judgement = head if head.pos == "ADJ" else child(head, "acomp")
    prep = child(judgement, "prep") if judgement is not None else None
    own = child(head if judgement is not head else head.head, "nsubj")
    if prep is None or prep.lower != "of" or own is None or own.lower != "it":
        return []
    return [t for o in prep.children if o.dep == "pobj" for t in conjuncts(o)]


def _finite_above(verb: Token) -> Token | None:
    """ "Said" of "X said Y could stay but warned Z", of "X said the raid was a crime and urged Z to stop".

    A finite verb is not joined to what governs an infinitive, nor what people say to what something lifeless did.
    """
    head = verb.head
    bare = head.tag == "VB" and any(c.tag in ("MD", "TO") for c in head.children)
    unsaid = _does_not_speak(head, verb)
    if not unsaid and not (bare and verb.tag in ("VBD", "VBZ")):
        return None
    return next((t for t in head.ancestors() if is_verb(t) and t.tag in FINITE), None)


def _does_not_speak(first: Token, second: Token) -> bool:
    """Whether the subject of a clause of content is lifeless, and its verb joined to one of speech."""
    to_come = second.tag == "VB" and child(second, "aux") is not None and child(second, "nsubj") is None
    if first.dep != "ccomp" or first.tag not in FINITE or not (second.tag == "VBD" or to_come):
        return False
    if second.lemma not in SPOKEN and not (to_come and second.lemma in ("press", "push", "tell")):
        return False
    own = child(first, "nsubj", "nsubjpass", "expl")
    if own is None or own.pos not in ("NOUN", "PRON"):
        return False
    return own.lower in ("it", "this", "that", "there") or (own.pos == "NOUN" and own.lemma not in PEOPLE)


def _of_noun(verb: Token, noun: Token) -> list[Token]:
    """Subject of a participle or infinitive that hangs on a noun: the noun, or its owner ("its refusal to talk")."""
    if verb.tag == "VB" and any(c.lower == "to" for c in verb.children):
        owner = owners(noun) or _willing(noun)
        if owner:
            return owner
        if noun.dep == "dobj" and noun.lemma in WILLING and noun.head.lemma in OPPOSING:
            return []
        if noun.dep == "dobj" and is_verb(noun.head):
            return surface_subject(noun.head)
        if (tried := _tried_by(noun)) is not None:
            return agents(tried) if is_passive(tried) else surface_subject(tried)
    if noun.dep == "attr" and verb.dep != "amod" and noun.head.lemma in ("be", "become"):
        # "X was the first leader to visit Y"
        return surface_subject(noun.head) or conjuncts(noun)
    if noun.dep == "appos" and any(c.lower in SINGLED_OUT for c in noun.children):
        # "X, the first leader to visit Y"
        return [noun.head]
    return one_of(noun) or conjuncts(noun)


def _tried_by(noun: Token) -> Token | None:
    """Met of "X met Y in an effort to end it", used of "X used it as a way to end it": whose subject tries to."""
    prep = noun.head
    aim = noun.dep == "pobj" and prep.lower in AIMING and noun.lemma in AIMING[prep.lower]
    return prep.head if aim and is_verb(prep.head) else None


def _of_preposition(prep: Token, depth: int) -> list[Token]:
    """Subject of "accused X of doing", "praised X for doing", "after meeting"."""
    governor = _told(prep.head, prep)
    if is_verb(governor):
        given = child(governor, "dobj", "nsubjpass")
        if prep.lower in ("for", "over") and (aimed := _aimed_at(governor)):
            return aimed
        if given is not None and (
            prep.lower in ("of", "for", "from", "into", "against") or _is_laid_to(prep, governor)
        ):
            return antecedents(conjuncts(given))
        joined = conjuncts(given) if given is not None and governor.lemma == "join" and prep.lower == "in" else []
        return [*surface_subject(governor, depth + 1), *joined]
    if governor.pos in ("NOUN", "PROPN"):
        if prep.lower == "of" and governor.dep in ("dobj", "nsubjpass") and governor.head.lemma in CHARGING:
            # "accused his counterpart of hiding it", where "of" was read as said of him
            return conjuncts(governor)
        found = owners(governor)
        if found or prep.lower in ("of", "for", "against"):
            return found
        return surface_subject(governor.head, depth + 1) if is_verb(governor.head) else []
    return surface_subject(governor, depth + 1) if governor.pos == "ADJ" else []


def _is_laid_to(prep: Token, verb: Token) -> bool:
    """ "Charged X with arming Y", "credits X with freeing Y": X has done it."""
    return prep.lower == "with" and verb.lemma in LAYING


def _aimed_at(verb: Token) -> list[Token]:
    """X of "sanctions placed on X for invading Y"."""
    found = prepositions(verb)
    return [t for name in ("on", "against") for t in found.get(name, []) if t.lower not in TIMES]


def _told(governor: Token, dependent: Token) -> Token:
    """ "X left, after talks with Y, Z said": what stands before a closing "Z said" belongs to what Z said.

    "X left, Z said, calling it a pity": what stands behind a "Z said" that was put in is Z's.
    """
    between = (c for c in governor.children if c.dep in ("parataxis", "ccomp") and governor.i < c.i < dependent.i)
    put_in = next((c for c in between if c.lemma in SAYING and child(c, "nsubj") is not None), None)
    if put_in is not None and dependent.tag == "VBG" and comma_before(dependent):
        return put_in
    if dependent.i < governor.i:
        content = next((c for c in governor.children if c.dep == "ccomp" and c.i < dependent.i), None)
        return content if content is not None else governor
    return governor


def owners(noun: Token) -> list[Token]:
    """Possessors of a noun; never the time of "last week's summit"."""
    own = child(noun, "poss")
    return conjuncts(own) if own is not None and own.lower not in WHOSE_TIME else []


def _willing(noun: Token) -> list[Token]:
    """X of "the decision by X to leave", "the refusal of X to talk", "an Xian plan to leave"."""
    if noun.lemma not in WILLING:
        return []
    told = [t for name, ts in prepositions(noun).items() if name in ("by", "of") for t in ts if t.dep != "pcomp"]
    return told or [c for c in noun.children if c.dep in OF_WHOM and _is_named(c)]


def _is_named(word: Token) -> bool:
    """Whether a word before a noun is the name of somebody, or made from it: "an Xian plan", "the EU offer"."""
    return word.text[:1].isupper() and (word.pos == "PROPN" or word is not word.sentence.tokens[0])
