"""Phrases and verbs of the parse: what is joined to a word, how a noun is introduced, whether a verb is passive."""

from __future__ import annotations

from collections.abc import Iterable

from detente.codebook.lexicon import load_lexicon, word_list
from detente.model import Token

RELATIVES = word_list("relative-pronouns")
FIRST_PERSON = frozenset({"i", "we"})
OPPONENTS, UNDERGOING = word_list("opponents"), frozenset({"dobj", "nsubjpass"})
PURPOSES = load_lexicon().status["purposes"]
PARTICIPLES = ("VBN", "VBG")
FINITE = frozenset({"VBD", "VBZ", "VBP"})
AUXILIARY = frozenset({"aux", "auxpass"})
CAUSING = word_list("causing-verbs")
TIME_UNITS, HANDING = word_list("time-units"), word_list("handing-somebody")
BODIES = word_list("bodies")
DONE_TO = word_list("participles-only")
UNDERGONE, GONE = word_list("always-undergone"), word_list("gone")
CHARGING, RECEIVING = word_list("charging-of"), word_list("receiving-guests")
AMOUNTS, CAPTIVES = word_list("amounts"), frozenset({"hostage", "captive", "prisoner"})
ABSOLUTELY, NO_WAY = word_list("absolute-prepositions"), word_list("absolutely-no")
EXEMPLIFIED = word_list("exemplified")
JOINING, WITH = word_list("joining"), word_list("joining-with")


def conjuncts(token: Token) -> list[Token]:
    """The token and what is joined to it by "and", "or", commas, "along with", "including", "such as"."""
    found = [token]
    for child in token.children:
        if child.dep == "conj" and child.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") and child.i > token.i:
            found.extend(conjuncts(child))
        elif child.i > token.i and (child.lower in JOINING or _gives_examples(child) or _is_joint(child)):
            found.extend(_companions(child))
        elif child.i > token.i and child.lower == "with" and any(c.lower in WITH for c in child.children):
            found.extend(t for o in child.children if o.dep == "pobj" for t in conjuncts(o))
        elif child.dep == "appos" and token.pos == "NOUN" and child.pos == "PROPN" and child.i > token.i:
            # "the president, X, and his counterpart", where the counterpart was read as joined to X
            found.extend(conjuncts(child)[1:])
    return found


def named_thing(clause: Token) -> list[Token]:
    """The raid of "what X called a raid", "what X sees as a raid", "what X said was a raid"."""
    if not any(c.lower == "what" and c.i < clause.i for c in clause.children):
        said = next((c for c in clause.children if c.dep == "ccomp" and c.lemma == "be"), None)
        asks = said is not None and any(c.lower == "what" and c.i < clause.i for c in said.children)
        told = child(said, "attr") if said is not None and asks else None
        return conjuncts(told) if told is not None else []
    called = child(clause, "oprd")
    if called is None and (likening := child(clause, "prep")) is not None and likening.lower == "as":
        called = child(likening, "pobj")
    return conjuncts(called) if called is not None and called.pos in ("NOUN", "PROPN") else []


def _companions(joining: Token) -> list[Token]:
    """Y of "X, along with Y", of "leaders including Y" and of "allies such as Y"."""
    inner = [joining]
    if joining.lower in WITH:
        inner = [c for c in joining.children if c.dep == "prep" and c.lower == "with"]
    return [t for p in inner for o in p.children if o.dep == "pobj" for t in conjuncts(o)]


def _is_joint(joining: Token) -> bool:
    """ "With" of "X, together with Y," where it was read as said of X."""
    return joining.lower == "with" and any(c.lower in WITH for c in joining.children)


def _gives_examples(joining: Token) -> bool:
    """Whether a preposition names some of several: "allies such as X", "neighbours like X"."""
    if joining.dep != "prep" or joining.head.tag != "NNS" or joining.head.lemma not in EXEMPLIFIED:
        return False
    return joining.lower == "like" or (joining.lower == "as" and any(c.lower == "such" for c in joining.children))


def antecedents(tokens: list[Token]) -> list[Token]:
    """Relative pronouns replaced by what they stand for."""
    found = []
    for token in tokens:
        clause = next((a for a in token.ancestors() if a.dep == "relcl"), None) if token.lower in RELATIVES else None
        row = (one_of(clause.head) or conjuncts(clause.head)) if clause is not None else [token]
        if clause is not None and len(row) > 1 and token.head is clause and _is_of_one(clause):
            row = [t for t in row if t.i < token.i][-1:] or row
        found.extend(row)
    return found


def _is_of_one(clause: Token) -> bool:
    """Whether a relative clause is in the singular: of "A and B, who was freed" it tells of B alone."""
    verbs = (clause, *(c for c in clause.children if c.dep in ("aux", "auxpass")))
    return any(t.tag == "VBZ" or t.lower == "was" for t in verbs)


def one_of(many: Token) -> list[Token]:
    """X and Y of "X and Y were among the states that backed it", "X is one of several states that back it"."""
    prep = many.head
    if many.dep != "pobj" or prep.lower not in ("among", "of"):
        return []
    one = prep.head.lower == "one" and prep.head.dep == "attr"
    be = prep.head.head if one else prep.head
    subject = child(be, "nsubj") if be.lemma == "be" and (one or prep.lower == "among") else None
    return conjuncts(subject) if subject is not None else []


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these labels."""
    return next((c for c in token.children if c.dep in deps), None)


def behind(word: Token, *names: str) -> list[Token]:
    """What prepositions of these names right below a word govern: X of "talks in X"."""
    return [o for prep in word.children if prep.lower in names for o in prep.children if o.dep == "pobj"]


def counted(tokens: Iterable[Token]) -> list[Token]:
    """What is counted: the troops of "thousands of troops", "most of the troops"."""
    amounts = (t for t in tokens if t.lemma in AMOUNTS)
    return [o for t in amounts for o in behind(t, "of")]


def article(noun: Token) -> str:
    """How a noun is introduced: "the", "a", another determiner, "poss" for an owner, or ""."""
    for c in noun.children:
        if c.dep == "poss":
            return "poss"
        if c.dep == "det":
            return c.lower
    return ""


def told_of(noun: Token) -> Token | None:
    """The verb of a clause that tells of a noun as a fact: "sanctions that hurt X", "talks held in May"."""
    for c in noun.children:
        told = c.dep == "relcl" and not any(aux.tag == "MD" for aux in c.children)
        if told or (c.dep == "acl" and c.tag in PARTICIPLES and c.lemma not in PURPOSES):
            return c
    return None


def is_verb(token: Token) -> bool:
    """Whether the token acts as a verb in its clause."""
    return token.pos in ("VERB", "AUX")


def denial(verb: Token) -> Token | None:
    """The preposition of "under no circumstances", "in no way", "by no means" said of a verb.

    It may have been read as belonging to the verb of saying: "X said under no circumstances would it yield".
    """
    said = [c for c in verb.head.children if verb.dep == "ccomp" and verb.head.i < c.i < verb.i]
    own = [c for c in verb.children if not any(o.dep == "ccomp" and o.i > c.i for o in verb.children)]
    under = (c for c in (*own, *said) if c.dep == "prep" and c.lower in ABSOLUTELY)
    return next((c for c in under if any(o.lemma in NO_WAY and article(o) == "no" for o in c.children)), None)


def negated(word: Token) -> bool:
    """Whether the word itself is denied ("not satisfied", "no violation", "no longer buys", "in no way backs")."""
    own = [*word.children, *of_longer(word)]
    if denial(word) is not None:
        return True
    above = word.head if word.dep in ("acomp", "attr", "oprd") else None
    return any((c.dep == "neg" and not _contrasts(c, word)) or c.lower == "no" for c in own) or (
        above is not None and any(c.dep == "neg" or c.lower == "no" for c in (*above.children, *of_longer(above)))
    )


def _contrasts(no: Token, noun: Token) -> bool:
    """ "Trade, not aid": what is denied stands behind."""
    return noun.pos == "NOUN" and no.i > noun.i and no.lower == "not"


def of_longer(word: Token) -> list[Token]:
    """ "No" of "no longer buys", "is no longer dangerous"."""
    return [g for c in word.children if c.lower == "longer" for g in c.children]


def is_to_blame(word: Token) -> bool:
    """Whether blame is what a clause says of its subject: "X is to blame", "X has only itself to blame"."""
    if word.lower != "blame" or word.dep != "xcomp" or child(word, "dobj") is not None:
        return False
    itself = child(word.head, "dobj")
    return word.head.lemma == "be" or (itself is not None and itself.lower.endswith(("self", "selves")))


def parted_have(verb: Token) -> Token | None:
    """ "Have" of "X have for years accused Y", where the participle was read as belonging to the years."""
    noun = verb.head
    if verb.tag != "VBN" or verb.dep != "acl" or noun.dep != "pobj" or noun.lemma not in TIME_UNITS:
        return None
    have = noun.head.head
    return have if have.lemma == "have" and child(verb, "dobj") is not None and child(have, "dobj") is None else None


def told_by(verb: Token) -> Token | None:
    """N of "raids X blamed on Y", where X was read as another name of the raids, and "blamed" as said of X."""
    who = verb.head
    if verb.dep != "acl" or verb.tag not in ("VBN", "VBD") or who.dep != "appos" or agents(verb):
        return None
    words = who.sentence.tokens
    between = words[who.head.i + 1 - words[0].i : who.i - words[0].i]
    return who.head if all(t.head is who and t.pos != "PUNCT" for t in between) and who.i + 1 == verb.i else None


def _has_done(verb: Token) -> bool:
    """Whether "'s" is short for "has": "he's threatened tariffs on X"."""
    if verb.tag != "VBN" or verb.lemma in HANDING or child(verb, "dobj") is None:
        return False
    return any(c.dep == "auxpass" and c.lower in ("'s", "\u2019s") for c in verb.children)


def _is_charged(verb: Token) -> bool:
    """ "X accused of theft", as headlines write it: X is not who accuses."""
    charged = verb.dep == "ROOT" and verb.lemma in CHARGING and child(verb, "dobj", "aux", "ccomp") is None
    return charged and any(c.dep == "prep" and c.lower == "of" for c in verb.children)


def _is_undergone(verb: Token) -> bool:
    """ "Two held hostage freed", "diplomats ordered out", as headlines write it: what is always done to somebody."""
    if verb.dep != "ROOT" or verb.lemma not in UNDERGONE or child(verb, "nsubj") is None:
        return False
    return child(verb, "dobj", "aux", "ccomp", "dative", "conj", "agent", "oprd") is None


def _is_taken(verb: Token) -> bool:
    """ "X, taken hostage by Y, was freed", where "taken" was read as the verb of the sentence."""
    held = child(verb, "dobj", "oprd", "acomp", "attr") if verb.lemma in ("take", "hold") else None
    if held is None or held.lemma not in CAPTIVES or any(c.dep in ("det", "amod", "nummod") for c in held.children):
        return False
    if any(c.dep == "aux" for c in verb.children):
        return False
    return any(c.lower == "by" and c.i > held.i for t in (verb, held) for c in t.children)


def _is_done_to(verb: Token) -> bool:
    """ "X given asylum in Y", "X thanked by Y", as headlines write it: no past tense by its form or agent."""
    if verb.tag == "VBD" and verb.dep == "ROOT" and child(verb, "agent") and not child(verb, "dobj", "aux", "ccomp"):
        return child(verb, "nsubj") is not None
    alone = verb.lower in DONE_TO and verb.dep in ("ROOT", "ccomp") and child(verb, "aux", "advmod") is None
    return alone and child(verb, "nsubj") is not None


def _has_gone(verb: Token) -> bool:
    """ "A delegation left for Rome", "arrived in Rome", where the verb of motion was read as said of the noun."""
    return verb.lower in GONE or (verb.lower == "left" and any(c.lower == "for" for c in verb.children))


def is_passive(verb: Token) -> bool:
    """Passive by auxiliary, by an agent, or as a bare past participle that modifies a noun."""
    if parted_have(verb) is not None or told_by(verb) is not None or _has_done(verb):
        return False
    if verb.tag in ("VBD", "VBN") and (
        _is_charged(verb) or _is_undergone(verb) or _is_taken(verb) or _is_done_to(verb)
    ):
        return True
    if any(
        c.dep in ("auxpass", "nsubjpass", "csubjpass") or (c.dep == "agent" and verb.tag == "VBN")
        for c in verb.children
    ):
        return True
    if verb.tag != "VBN" or _has_gone(verb):
        return False
    if verb.dep == "acl" or (verb.dep == "amod" and verb.i < verb.head.i):
        # "news that X had refused", "that X on Sunday called Y" are told of a noun, too
        finite = verb.dep == "acl" and {"nsubj", "mark"} <= {c.dep for c in verb.children}
        return not finite and not any(c.dep == "aux" and c.lemma == "have" for c in verb.children)
    if verb.dep == "conj" and is_verb(verb.head) and not any(c.dep in ("nsubj", "aux", "dobj") for c in verb.children):
        return is_passive(verb.head)
    return verb.dep == "advcl" and not any(c.dep in ("dobj", "aux", "nsubj") for c in verb.children)


def guest_of(verb: Token) -> Token | None:
    """X of "told visiting X", "talks with visiting X", where "visiting" was read as what is told or held."""
    guest = child(verb, "dobj") if verb.lemma == "visit" and verb.tag == "VBG" else None
    if guest is None or child(guest, "det", "poss") is not None:
        return None
    told = verb.dep in ("xcomp", "ccomp", "dobj") and verb.head.lemma in RECEIVING and verb.head.i < verb.i
    by = verb.dep == "pcomp" and verb.head.dep == "agent" and child(guest, "compound") is not None
    return guest if told or by or (verb.dep == "pcomp" and verb.head.lower == "with") else None


def is_caused(verb: Token) -> bool:
    """Whether an infinitive tells what somebody was brought to do ("the row led X to expel ..."): it was done."""
    if verb.dep == "conj" and is_verb(verb.head):
        return is_caused(verb.head)
    to = has_to(verb)
    return to and verb.dep in ("advcl", "xcomp", "ccomp") and verb.head.lemma in CAUSING


def hyphenated(token: Token) -> str:
    """The compound that a hyphen ties to the word, "cease-fire" for "fire", or ""."""
    words = token.sentence.tokens
    at = token.i - words[0].i
    if at < 2 or words[at - 1].text != "-" or words[at - 2].end + 1 != token.start:
        return ""
    return f"{words[at - 2].lower}-{token.lemma}"


def is_quoted(token: Token) -> bool:
    """Whether a word stands between quotation marks that open in its phrase: "called it a 'game of dice'"."""
    words = token.sentence.tokens
    at = token.i - words[0].i
    return next((t.tag == "``" for t in reversed(words[max(0, at - 8) : at]) if t.tag in ("``", "''")), False)


def counted_up_to(verb: Token) -> list[Token]:
    """X of "kidnapped up to ten X", where "up" was read as the verb's particle."""
    bounds = [p for c in verb.children if c.lower == "up" for p in c.children if p.lower == "to" and p.i == c.i + 1]
    counted = [o for p in bounds for o in p.children if o.dep == "pobj" and child(o, "nummod") is not None]
    return [t for o in counted for t in conjuncts(o)]


def after_terms(verb: Token) -> list[Token]:
    """Y of "condemned in the strongest terms Y", where Y was read as another word for the terms."""
    terms = [o for c in verb.children if c.lower == "in" for o in c.children if o.lemma == "term"]
    named = child(terms[0], "appos") if terms else None
    return conjuncts(named) if named is not None else []


def agents(participle: Token) -> list[Token]:
    """X and Y of "led by X and Y"."""
    ends = [o for c in participle.children if c.dep == "agent" for o in c.children if o.dep == "pobj"]
    return [t for o in ends for t in conjuncts(o)]


def of_body(token: Token) -> bool:
    """Whether a gathering is that of a standing body ("a session of the X-Y trade committee")."""
    return any(o.lemma in BODIES for o in behind(token, "of"))


def is_against(noun: Token) -> bool:
    """Whether people are called after whom they are against: "critics of X", "X's opponents".

    Not those to whom something is done: "the critic of X was poisoned" is mostly told of one of X's own.
    """
    whose = (c for c in noun.children if c.dep == "poss" or (c.dep == "prep" and c.lower == "of"))
    return noun.lemma in OPPONENTS and noun.dep not in UNDERGOING and any(whose)


def is_rumour(noun: Token) -> bool:
    """Whether people only talk: "talk of war", "the talk in town", not "a talk with X", "here for talk on arms"."""
    if noun.tag != "NN" or noun.lower != "talk" or noun.dep == "compound":
        return False
    return not any(c.lower in ("with", "between", "on") for c in noun.children)


def has_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with its own "to"."""
    return any(c.lower == "to" and c.dep == "aux" for c in verb.children)
