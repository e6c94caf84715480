"""Clauses that complete a word: "said that", "agreed to", "asked whether", and the form of each."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.phrases import child, has_to, is_verb
from detente.model import Token

CLAUSE_DEPS = frozenset({"ccomp", "xcomp"})
STEPS = word_list("steps")
DUTIES = frozenset(word_list("obliging-modals"))
CLAIMS, RELATIVE = word_list("accusations") | {"claim"}, frozenset({"WDT", "WP", "WP$"})
FORESEEING = frozenset(word_list("foreseeing-modals"))


def clauses_of(word: Token) -> list[tuple[str, Token]]:
    """Clausal complements of a word, with their form."""
    found = []
    for c in word.children:
        if c.dep in CLAUSE_DEPS or (c.dep in ("acl", "relcl") and word.pos in ("NOUN", "PRON")) or c.dep == "advcl":
            if not is_verb(c) and c.pos not in ("ADJ", "NOUN"):
                continue
            marks = {m.lower for m in c.children if m.dep in ("mark", "aux")}
            if "to" in marks:
                found.append(("to", c))
                if c.dep in CLAUSE_DEPS and _is_of_another(word, c):
                    found.append(("other", c))
            elif _asks(c):
                found.append(("wh", c))
            elif c.dep == "ccomp" or "that" in marks or is_claimed(c):
                found.append(("that", c))
                if _is_subjunctive(c):
                    found.append(("do", c))
                if marks & DUTIES:
                    found.append(("must", c))
                if marks & FORESEEING:
                    found.append(("may", c))
            elif c.tag == "VBG" and c.dep in ("xcomp", "ccomp"):
                found.append(("ing", c))
    if word.lemma == "take" and (steps := child(word, "dobj")) is not None and steps.lemma in STEPS:
        # "take steps to mend relations"
        found += [("to", c) for c in steps.children if c.dep in ("acl", "relcl") and c.tag == "VB"]
    if not found and word.pos in ("NOUN", "VERB") and (wish := wished_for(word)) is not None:
        found.append(("to", wish))
    return found


def is_claimed(clause: Token) -> bool:
    """Whether a clause says without "that" what a claim is: "X's claim Y sank the ship"."""
    if clause.head.lemma not in CLAIMS or clause.dep not in ("acl", "relcl"):
        return False
    own, done = child(clause, "nsubj"), child(clause, "dobj")
    return own is not None and done is not None and not {own.tag, done.tag} & RELATIVE


def _is_of_another(word: Token, infinitive: Token) -> bool:
    """Whether somebody else is to do it: "want X to leave", not "want to leave"."""
    return child(infinitive, "nsubj", "nsubjpass") is not None or child(word, "dobj") is not None


def wished_for(word: Token) -> Token | None:
    """The clause of "called for X to leave", however it was read: of purpose, or as the next word's own."""
    tokens = word.sentence.tokens
    at = word.i - tokens[0].i + 1
    near = [tokens[at].head] if at < len(tokens) and tokens[at].lower == "for" and tokens[at].dep == "mark" else []
    return next((c for c in (*word.children, *near) if _is_wish(c)), None)


def _is_wish(clause: Token) -> bool:
    """Whether a clause is one of "for X to do"."""
    if not is_verb(clause) or child(clause, "nsubj", "nsubjpass") is None:
        return False
    marked = any(c.dep == "mark" and c.lower == "for" for c in clause.children)
    return marked and has_to(clause)


def _is_subjunctive(clause: Token) -> bool:
    """The bare verb of a demand: "insisted that the envoy leave"."""
    subject = child(clause, "nsubj", "nsubjpass")
    bare = clause.tag == "VB" or (clause.tag == "VBP" and subject is not None and subject.tag in ("NN", "NNP"))
    helped = any(c.dep == "aux" and c.lower != "be" for c in clause.children)
    return bare and subject is not None and not helped and child(subject, "conj") is None


def _asks(clause: Token) -> bool:
    """Whether a clause is a question told: "asked if", "asked what"."""
    return any(
        (c.dep == "mark" and c.lower in ("if", "whether"))
        or (c.tag in ("WRB", "WP") and c.i < clause.i and clause.dep == "ccomp")
        for c in clause.children
    )
