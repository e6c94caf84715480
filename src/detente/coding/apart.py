"""Words whose day is not that of a time near by: the cause of what is done, whom one quotes, what lasted long."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.background import ROUNDS
from detente.coding.phase import CLOSING
from detente.coding.phrases import behind, child, is_verb
from detente.coding.sources import SAYING
from detente.coding.telling import OVER, tense_form, verb_of
from detente.model import Token

THROUGH, STRETCHES = frozenset({"during", "throughout"}), word_list("stretches")
LONG = THROUGH | {"in", "over", "within"}
NAMED, TOPICS = frozenset({"acl", "relcl"}), frozenset({"nsubj", "nsubjpass", "pobj", "poss", "amod", "compound"})
ABOUT = frozenset({"about", "into", "on", "over"})
PARTS = frozenset({"all", "most", "much", "part"})
OCCASIONS = frozenset({"after", "at", "during", "following"})
WITHIN = frozenset({"at", "during", "in", "on"})
EARLIER = frozenset({"because", "if", "when"})
LASTING = frozenset({"week", "month", "year", "decade"})
LAPSING = word_list("lapsing")
LATELY, FEW, UNITS = word_list("lately"), word_list("amounts-few"), word_list("time-units")


def is_of_its_cause(time: Token, word: Token) -> bool:
    """Whether a time is said of that for which something is done: "expelled two envoys over the raid in May"."""
    nouns = (a for a in time.ancestors() if a.dep == "pobj" and a.head.lower in ("for", "over"))
    cause = next(nouns, None)
    return cause is not None and cause is not time and word is not cause and word not in cause.subtree()


def is_of_speaker(word: Token) -> bool:
    """Whether a deed is only named by who speaks: "lawyers for the author of the complaint said on Monday"."""
    verb = verb_of(word)
    if verb is None or verb.lemma not in SAYING or word is verb or word.head is verb:
        return False
    top = word
    while top.head is not verb:
        top = top.head
    return top.dep == "nsubj"


def is_of_opinion(word: Token) -> bool:
    """Whether a deed is what one has a view of: "said on Monday that invading Iraq had been a mistake"."""
    return word.dep == "csubj" and word.tag == "VBG"


def is_only_named(word: Token, saying: Token) -> bool:
    """Whether a deed is only named in what one says: "said on Monday that the raid was wrong", "the pact X signed"."""
    token = word
    while token is not saying and token.head is not token:
        led = token.dep == "pobj" and (token.head.head.lemma in ROUNDS or token.head.lower in OCCASIONS)
        if token.dep in NAMED or (token.dep in TOPICS and token.pos == "NOUN" and not led):
            return True
        token = token.head
    return False


def is_of_topic(word: Token) -> bool:
    """Whether a deed is named deep in what something else is about: "sued on Friday over a report on the raid"."""
    token, deep, about = word, 0, False
    while token.head is not token and not is_verb(token):
        if token.dep == "pobj":
            deep, about = deep + 1, about or token.head.lower in ABOUT
        token = token.head
    return deep > 1 and about


def is_of_name(word: Token) -> bool:
    """Whether a deed only says more of a name that a preposition brings in: "trade with X, which sided with Y"."""
    clause = next((t for t in (word, *word.ancestors()) if t.dep == "relcl"), None)
    if clause is None or clause.head.dep != "pobj":
        return False
    return not any(c.lower in ("where", "who") or (c.dep == "prep" and _is_of_occasion(c)) for c in clause.children)


def _is_of_occasion(preposition: Token) -> bool:
    """ "At which", "during which": what is told behind it was done then."""
    return preposition.lower in WITHIN and any(c.lower == "which" for c in preposition.children)


def is_before_what_is_said(word: Token) -> bool:
    """Whether a deed is why or when something was that is said: "said that he left because X had condemned him"."""
    verb = verb_of(word)
    while verb is not None and verb.dep in ("conj", "ccomp", "xcomp") and is_verb(verb.head):
        verb = verb.head
    if verb is None or verb.dep != "advcl" or verb.head.dep != "ccomp":
        return False
    mark = child(verb, "mark", "advmod")
    return mark is not None and mark.lower in EARLIER


def is_ended_by(noun: Token, verb: Token) -> bool:
    """Whether a verb tells the end of what went on before: "X's boycott of Y expired in May"."""
    of_it = (noun.dep == "nsubj" and noun.head is verb) or (verb.dep == "relcl" and verb.head is noun)
    return of_it and verb.lemma in CLOSING | LAPSING and child(verb, "dobj") is None


def is_over_by_then(noun: Token) -> bool:
    """Whether a clause behind a noun tells its end: "a freeze on sales that ended last month cost X dearly"."""
    inner = [noun, *(o for c in noun.children if c.dep == "prep" for o in c.children if o.dep == "pobj")]
    ends = [c for t in inner for c in t.children if c.dep == "relcl" and c.lemma in CLOSING | LAPSING]
    return any(tense_form(c) in OVER for c in ends)


def is_lasting(verb: Token) -> bool:
    """Whether a clause tells what went on for long: "for six months X denied it"."""
    return any(o.lemma in LASTING for c in verb.children if c.lower == "for" and c.dep == "prep" for o in c.children)


def is_vague(verb: Token) -> bool:
    """Whether a clause is timed by "recently", "over the past few months", "during the war": no day at all."""
    for c in verb.children:
        if c.lower in LATELY and child(c, "advmod") is None:
            return True
        units = child(c, "pobj") if c.dep == "prep" and c.lower in LONG else None
        for whole in behind(units, "of") if units is not None and units.lower in PARTS else ():
            if c.lower in THROUGH or whole.lemma in STRETCHES:
                return True
        if units is not None and c.lower in THROUGH and units.lemma in STRETCHES:
            return True
        if units is not None and units.lemma in UNITS:
            words = {w.lower for w in units.children}
            if "recent" in words or (words & FEW and words & {"past", "last"}):
                return True
    return False
