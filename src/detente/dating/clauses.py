"""Clauses: the verb a word hangs on, and whether that verb looks back or ahead."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.dating.grammar import load_grammar
from detente.model import Token

_VERBAL = frozenset({"VERB", "AUX"})
_RANKS = word_list("ordinals") | {"youngest", "highest", "oldest"}
_NEW_DAY = frozenset({"to", "until", "till", "for"})
_DEEP = 8
"""Clauses up which a tense is looked for."""


def is_verb(token: Token) -> bool:
    """Whether a word can head a clause (helping verbs cannot)."""
    return token.pos in _VERBAL and token.dep not in ("aux", "auxpass")


def clause_verb(token: Token) -> Token | None:
    """The verb of the clause that holds a word (the word itself where it is one); None in verbless lines."""
    if is_verb(token):
        return token
    return next((a for a in token.ancestors() if is_verb(a)), None)


def is_finite(verb: Token) -> bool:
    """Whether a verb stands in a clause of its own with a tense ("met", "will meet"; not "to meet", "meeting")."""
    if verb.tag in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(c.tag in ("VBD", "VBZ", "VBP", "MD") for c in verb.children if c.dep in ("aux", "auxpass"))


def clause_tense(token: Token) -> str | None:
    """ "past", "future", "present" of the clause that holds a word; None where the words do not tell."""
    words = load_grammar().words["aspect"]
    for word in (token, *token.ancestors()):
        if word.pos in _VERBAL and word.dep not in ("aux", "auxpass"):
            break
        if word.pos == "ADJ" and words.get(word.lower) == "future":
            return "future"
    verb = clause_verb(token)
    if verb is None:
        return None
    if verb.lemma in ("plan", "schedule", "expect") and verb.i < token.i:
        return "future"
    return "future" if is_moved_to(token, verb) else verb_tense(verb)


def is_moved_to(time: Token, verb: Token) -> bool:
    """Whether a time is the new day of what is put off or brought forward: "was pushed back to May"."""
    preposition = time.head
    if verb.lemma not in load_grammar().words["moving"] or preposition.lower not in _NEW_DAY or time.i < verb.i:
        return False
    return preposition.head is verb or (preposition.head.head is verb and preposition.head.pos in ("ADV", "ADP"))


def verb_tense(verb: Token, depth: int = 0) -> str | None:
    """The tense of a verb with its auxiliaries; an infinitive looks ahead, a participle goes with its governor."""
    aspect = load_grammar().words["aspect"]
    helpers = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    lemmas = {c.lemma for c in helpers}
    if any(c.tag == "MD" for c in helpers) or verb.tag == "MD":
        perfect = "have" in lemmas and not {"will", "shall"} & {c.lower for c in helpers}
        return "past" if perfect else "future"
    if any(c.tag == "TO" for c in helpers):
        if (ranked := ranked_by(verb)) is not None and depth <= _DEEP:
            return verb_tense(ranked, depth + 1)
        if verb.dep == "xcomp" and verb.head.lemma in load_grammar().words["doing"] and depth <= _DEEP:
            return verb_tense(verb.head, depth + 1)
        return "past" if "have" in lemmas else "future"
    if verb.tag == "VB" and verb.dep in ("xcomp", "advcl", "acl"):
        return "future"
    if aspect.get(verb.lemma) == "future" and verb.tag == "VBN":
        return "future"
    if any(c.tag == "VBD" for c in helpers) or verb.tag == "VBD" or "have" in lemmas:
        return "past"
    if aspect.get(verb.lemma) == "future" and verb.tag in ("VBN", "VBG"):
        return "future"
    if verb.tag == "VBN" and not helpers:
        return "past"
    if verb.tag in ("VBZ", "VBP") or any(c.tag in ("VBZ", "VBP") for c in helpers):
        return "present"
    if verb.head is verb or depth > _DEEP:
        return "past" if verb.tag == "VBG" else None
    above = clause_verb(verb.head)
    return verb_tense(above, depth + 1) if above and above is not verb else None


def ranked_by(verb: Token) -> Token | None:
    """ "Was" of "X was the first leader to visit Y": the visit is of its time."""
    noun = verb.head
    said = noun.dep == "attr" and verb.dep in ("relcl", "acl", "xcomp") and is_verb(noun.head)
    ranked = noun.lower in _RANKS or any(c.lower in _RANKS for c in noun.children)
    return noun.head if said and ranked and verb.i > noun.i else None


def said_then(token: Token) -> Token | None:
    """The verb of saying that a time follows at once, though it was read into what is said.

    "X said [on Monday] it would leave": the Monday is of the saying.
    """
    verb = clause_verb(token)
    if verb is None or verb.dep != "ccomp" or not verb.head.i < token.i < verb.i or not is_verb(verb.head):
        return None
    words = verb.sentence.tokens
    between = words[verb.head.i - words[0].i + 1 : token.i - words[0].i]
    subject = next((c for c in verb.children if c.dep in ("nsubj", "nsubjpass", "expl")), None)
    follows = all(t.pos in ("ADP", "ADV", "ADJ", "PROPN", "NUM") for t in between)
    return verb.head if follows and subject is not None and subject.i > token.i else None


def hangs_on(token: Token, verb: Token) -> bool:
    """Whether only prepositions and proper names stand between a time and its verb."""
    word = token.head if token is not verb else verb
    while word is not verb:
        if word.pos in ("NOUN", "ADJ") or word.head is word:
            return False
        word = word.head
    return True
