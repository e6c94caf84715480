"""What the clause of a verb says was not done: denied, ruled out, only supposed, barred, done by nobody."""

from __future__ import annotations

from collections.abc import Sequence

from detente.codebook.lexicon import word_list
from detente.coding.mood import CONDITIONALS, Reading, has_that
from detente.coding.phrases import child, denial, is_verb
from detente.coding.tense import auxiliaries, tense_of
from detente.model import Token

UNCALLED_FOR, UNPROVEN = word_list("uncalled-for"), word_list("unproven")
NOBODY, HARDLY_ANY = frozenset({"nobody", "none", "neither"}), frozenset({"few", "neither", "no"})
SUPPOSING = frozenset({"could", "might", "would"})
"""Modals over a deed that is only supposed: "bombing X would be a mistake"."""
ANYBODY = frozenset({"anybody", "anyone", "whoever"})
STATELY = word_list("what-states-are-called")
ALL_BUT, BY_DEGREES = frozenset({"almost", "nearly"}), word_list("done-by-degrees")
POWERLESS, THINKING = word_list("powerless"), word_list("thinking")
AHEAD_OF = frozenset({"future", "may", "present", "progressive", "would"})
"""Tenses of what is only expected."""
ADVISING = frozenset({"advise", "argue", "caution", "counsel", "decide", "vote", "warn"})
UNWISE = word_list("unwise")
INSTEAD = {"instead": "of", "rather": "than"}
ACCOUNTS = frozenset({"account", "case", "circumstance", "condition", "event", "way"})


def unreal(token: Token, tense: str) -> Reading | None:
    """Negated, hypothetical, or never done; "when they will meet" is planned."""
    first = token.head if token.dep == "conj" and not child(token, "nsubj", "nsubjpass", "mark") else token
    own = _by_own_words(token, first, tense)
    if own is not None:
        return own
    sign = _ruled_out(token, first, tense) or _governed_away(token) or (_bars(token) if tense == "to" else None)
    return Reading("occurred", (sign,), real=False) if sign is not None else _left_undone(token, tense)


def _by_own_words(token: Token, first: Token, tense: str) -> Reading | None:
    """Conditional, denied or done by nobody, by what hangs on the verb or on the one that it is joined to."""
    shared = ("mark", "neg") if any(c.dep == "cc" and c.lower in ("or", "nor") for c in first.children) else ("mark",)
    for c in (*token.children, *(c for c in first.children if c.dep in shared)):
        if c.dep == "mark" and c.lower in CONDITIONALS:
            return Reading("occurred", (c,), real=False)
        if c.dep == "advmod" and c.lower in ("when", "if") and tense == "future":
            return Reading("planned", (c,))
        if c.dep == "neg" or (c.dep == "advmod" and (_denies(c) or _falls_short(c))):
            return Reading("occurred", (c,), real=False)
        if c.dep in ("nsubj", "nsubjpass") and _is_nobody(c):
            return Reading("occurred", (c,), real=False)
    return None


def _ruled_out(token: Token, first: Token, tense: str) -> Token | None:
    """The word that rules a deed out, supposes it, or says that something else was done."""
    return (
        _on_no_account(token)
        or _in_case(first)
        or (_of_anybody(token) if token.dep == "relcl" else None)
        or _all_but(token)
        or denial(first)
        or (is_not_expected(first) if tense in AHEAD_OF else None)
        or _done_instead(token)
        or _done_instead(first)
    )


def _governed_away(token: Token) -> Token | None:
    """The word above a gerund that leaves it undone: "short of", "without", "warned against", "would be a mistake"."""
    over = token.head
    if token.dep == "pcomp" and over.lower == "of" and over.head.lower in ("short", "clear"):
        return over.head
    supposed = token.dep in ("csubj", "csubjpass") and token.tag == "VBG"
    if supposed and any(c.lower in SUPPOSING for c in over.children):
        return over
    advised = over.lower == "against" and over.head.lemma in ADVISING  # "warned against lifting the ban"
    return over if token.dep == "pcomp" and (advised or over.lower == "without") else None


def _left_undone(token: Token, tense: str) -> Reading | None:
    """What would have been, was to have been, may yet be, or is yet to be."""
    if tense == "would-have" or (tense == "may" and may_have(auxiliaries(token)) and _is_bound(token)):
        return Reading("occurred", tuple(auxiliaries(token)), real=False)
    over = token.head
    if tense == "to-have" and token.dep == "xcomp" and over.lemma == "be" and tense_of(over) == "past":
        return Reading("cancelled", tuple(auxiliaries(token)))
    if token.dep == "xcomp" and over.lemma == "have" and any(c.lower in ("till", "until") for c in over.children):
        return Reading("proposed", (over,))  # "X and Y have until Friday to reach a deal"
    barred = ""
    if token.dep in ("acl", "ccomp") and over.lemma in UNPROVEN and has_that(token):
        barred = "no"
    elif token.dep == "xcomp" and over.lemma in ("have", "be"):
        barred = "yet"
    return next((Reading("occurred", (c,), real=False) for c in over.children if barred and c.lower == barred), None)


def _done_instead(verb: Token) -> Token | None:
    """The "than" of "rather than lift it", the "of" of "instead of lifting it": something else was done."""
    words = verb.sentence.tokens
    own = (
        c.i for c in verb.children if c.i < verb.i and c.dep in ("aux", "auxpass", "advmod") and c.lower not in INSTEAD
    )
    at = min((*own, verb.i)) - words[0].i
    return words[at - 1] if at > 1 and INSTEAD.get(words[at - 2].lower) == words[at - 1].lower else None


def is_not_expected(verb: Token) -> Token | None:
    """The verb of "I do not think that X will lift it", "doubts that X would": nobody expects it."""
    over = verb.head
    if verb.dep != "ccomp" or verb.i < over.i or not is_verb(over):
        return None
    if over.lemma == "doubt" or over.lemma in THINKING:
        denied = any(c.dep == "neg" or (c.dep == "nsubj" and _is_nobody(c)) for c in over.children)
        return over if (over.lemma == "doubt") != denied else None
    return None


def asked_how(infinitive: Token) -> Token | None:
    """The "how" of "discussed how to lift it", "knows where to meet": nobody has done so by that."""
    return next((c for c in infinitive.children if c.tag in ("WRB", "WP") and c.i < infinitive.i), None)


def _of_anybody(verb: Token) -> Token | None:
    """ "Any state that arms X", "anyone who attacks X": what nobody is told to have done."""
    doer = child(verb, "nsubj")
    if doer is None or doer.lower not in ("that", "which", "who"):
        return None
    if verb.head.lower in ANYBODY:
        return verb.head
    return next((c for c in verb.head.children if c.lower == "any" and verb.head.lemma in STATELY), None)


def _all_but(verb: Token) -> Token | None:
    """The "but" of "all but severed ties", however it was parsed."""
    tokens = verb.sentence.tokens
    at = verb.i - tokens[0].i
    if at < 2 or tokens[at - 1].lower != "but" or verb.lemma in BY_DEGREES:
        return None
    return tokens[at - 1] if tokens[at - 2].lower == "all" else None


def may_have(words: Sequence[Token]) -> bool:
    """ "May have sold", "could have struck": modals of what was done, as somebody supposes, or was not."""
    return any(t.lemma == "have" for t in words)


def _is_bound(verb: Token) -> bool:
    """Whether a condition goes with a clause: "might have attacked if X had not", "had X not left, it might have"."""
    clauses = [c for c in verb.children if c.dep == "advcl"]
    return any(g.lower in CONDITIONALS or (g.lower == "had" and g.i < c.i) for c in clauses for g in c.children)


def _on_no_account(verb: Token) -> Token | None:
    """The "no" of "under no circumstances would X leave", "in no case will it"."""
    nouns = (child(c, "pobj") for c in verb.children if c.dep == "prep" and c.lower in ("under", "in", "on"))
    return next(
        (d for n in nouns if n is not None and n.lemma in ACCOUNTS for d in n.children if d.lower == "no"), None
    )


def _in_case(verb: Token) -> Token | None:
    """The "case" of "in case X attacks Y", which stands before the clause's subject, however it was parsed."""
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None or subject.i > verb.i:
        return None
    tokens = verb.sentence.tokens
    at = min((c.i for c in subject.children), default=subject.i)
    at = min(at, subject.i) - tokens[0].i
    return tokens[at - 1] if at > 1 and tokens[at - 1].lower == "case" and tokens[at - 2].lower == "in" else None


def _is_nobody(subject: Token) -> bool:
    """ "No minister", "few officials", "neither side", "none of them": nobody has done it, or hardly anybody."""
    if subject.lower in NOBODY:
        return True
    first = next((c for c in subject.children if c.i < subject.i), None)
    if first is None or first.lower not in HARDLY_ANY or first.dep not in ("det", "amod", "preconj", "nummod"):
        return False
    # "a few", "no fewer than ten"
    counted = any(g.lower in ("fewer", "less") for c in subject.children for g in c.subtree())
    return not list(first.children) and not counted


def _bars(infinitive: Token) -> Token | None:
    """ "No reason to lift it", "in no rush to", "too early to", "it is premature to": the word that puts a deed off."""
    over = infinitive.head
    if infinitive.dep in ("acl", "relcl") and over.lemma in UNCALLED_FOR:
        return next((c for c in over.children if c.lower == "no"), None)
    if infinitive.dep not in ("xcomp", "ccomp", "advcl"):
        return None
    said = over if over.pos in ("ADJ", "ADV") else child(over, "acomp", "advmod")
    if said is None and over.lemma == "be":
        said = child(over, "attr")
    if said is not None and said.lower in POWERLESS:
        return said
    be = over if over.lemma == "be" else over.head
    if said is not None and said.lower in UNWISE and be.lemma == "be" and tense_of(be) == "would":
        return said
    if said is None or said.i > infinitive.i or said.lower not in ("premature", "early", "soon"):
        return None
    return said if said.lower == "premature" else next((c for c in said.children if c.lower == "too"), None)


def _denies(adverb: Token) -> bool:
    """ "Never", "hardly", "not even", "not yet", "no longer"; but not "not only"."""
    if adverb.lower in ("even", "ever", "yet", "once", "longer"):
        return any(c.dep == "neg" or c.lower == "no" for c in adverb.children)
    return adverb.lower in ("never", "hardly")


def _falls_short(adverb: Token) -> bool:
    """ "Almost went to war", "nearly severed ties"; but "has nearly doubled its aid" has done a good part of it."""
    return adverb.lower in ALL_BUT and adverb.head.lemma not in BY_DEGREES and adverb.i < adverb.head.i
