"""Clauses that the parser tears from the noun or the verb they tell of."""

from __future__ import annotations

from collections.abc import Sequence

from detente.codebook.lexicon import word_list
from detente.model import Token
from detente.parsing.hanging import DOING, FINITE, TIMES, hang

SUMMED_UP = word_list("contents") | word_list("summing-up")
TERMS = frozenset({"day", "hour", "minute", "month", "week", "year"})
MORE, GIVING = word_list("more-of-a-term"), frozenset({"allow", "give", "grant"})
SPOKEN = word_list("spoken-by-people") | word_list("spoken-in-passing")
CLAUSAL = frozenset({"after", "before", "since", "until"})
BETWEEN = frozenset({"ADP", "ADV", "DET", "ADJ", "NUM"})
NOUNS, SUBJECTS = frozenset({"NOUN", "PROPN"}), frozenset({"nsubj", "nsubjpass"})
_ORDINALS = word_list("ordinals")


def join_infinitive(to: Token, tokens: Sequence[Token]) -> None:
    """Make "withdraw" the infinitive of "called on X to fully, immediately, and safely withdraw", read as joined."""
    at = to.i - tokens[0].i + 1
    last = next(
        (n for n in range(at, len(tokens)) if tokens[n].tag != "RB" and tokens[n].lower not in (",", "and")), at
    )
    verb, governor = tokens[last], tokens[last].head
    if verb.tag != "VB" or verb.dep != "conj" or governor.i > to.i:
        return
    for token in tokens[at - 1 : last]:
        hang(token, verb, "aux" if token is to else "advmod" if token.tag == "RB" else token.dep)
    hang(verb, governor, "xcomp")


def make_clause(verb: Token, tokens: Sequence[Token]) -> None:
    """Make a clause of "after X on Friday expelled Y", where only "after X" was read as one phrase.

    A finite verb has a subject: here the noun behind "after", if nothing but times stands between.
    """
    over = verb.head
    if verb.tag not in FINITE or verb.dep not in ("advcl", "conj"):
        return
    if any(c.dep in ("nsubj", "nsubjpass", "mark", "expl") or c.tag in ("WRB", "WDT", "WP") for c in verb.children):
        return
    after = next((c for c in over.children if c.lower in CLAUSAL and c.dep == "prep" and over.i < c.i < verb.i), None)
    doer = next((c for c in after.children if c.dep == "pobj"), None) if after is not None else None
    if after is None or doer is None:
        return
    between = tokens[doer.i + 1 - tokens[0].i : verb.i - tokens[0].i]
    if between and all(t.lower in TIMES or t.pos in BETWEEN for t in between):
        hang(verb, over, "advcl")
        hang(after, verb, "mark")
        hang(doer, verb, "nsubj")


def make_comment(sum_: Token) -> None:
    """Make "Y denied" tell of the charge in "X accused Y of theft, a charge Y denied", no clause that Y told."""
    verb = sum_.head
    told = next((c for c in verb.children if c.dep == "ccomp" and c.i < sum_.i), None)
    who = next((c for c in verb.children if c.dep == "nsubj" and sum_.i < c.i < verb.i), None)
    if told is None or who is None or not any(c.lower in ("a", "an") for c in sum_.children):
        return
    for other in [c for c in verb.children if c.i < sum_.i and c is not told]:
        hang(other, told, other.dep)
    hang(told, told if verb.head is verb else verb.head, verb.dep)
    hang(sum_, told, "npadvmod")
    hang(verb, sum_, "relcl")


def make_relative(verb: Token) -> None:
    """Say "that would ban" of the order in "sign an order next month that would ban X", not of the signing.

    In "a claim that X dismissed", where it was read as what is claimed, "that" is the claim.
    """
    if verb.dep == "acl" and any(c.lower == "that" and c.dep == "dobj" for c in verb.children):
        hang(verb, verb.head, "relcl")
        return
    that = next((c for c in verb.children if c.dep == "nsubj"), None) if verb.dep in ("ccomp", "advcl") else None
    if that is None or that.tag != "WDT" or verb.head.i > that.i:
        return
    noun = next((c for c in reversed(verb.head.children) if c.dep in ("dobj", "attr") and c.i < that.i), None)
    if noun is not None and noun.pos in ("NOUN", "PROPN"):
        hang(verb, noun, "relcl")


def give_term(term: Token) -> None:
    """ "Gave X a week to yield": X is who is given it, and it is X that is to yield."""
    verb = term.head
    if verb.lemma not in GIVING or term.dep not in ("npadvmod", "dobj") or verb.i > term.i:
        return
    clause = next((c for t in (term, verb) for c in t.children if c.i > term.i and _is_infinitive(c)), None)
    if clause is None or any(c.lower in MORE for t in (term, *term.children) for c in t.children):
        return
    hang(clause, verb, "xcomp")
    for given in (c for c in verb.children if c.dep == "dobj" and c.i < term.i):
        given.dep = "dative"
    term.dep = "dobj"


def hang_on_ranked(deed: Token) -> None:
    """Say of "the first president to visit Peru", which one was or became, what he was the first to do."""
    being = deed.head
    if being.lemma not in ("be", "become") or not _is_infinitive(deed):
        return
    noun = next((c for c in being.children if c.dep == "attr" and c.i < deed.i), None)
    if noun is not None and (noun.is_ranked or any(c.lower in _ORDINALS for c in noun.children)):
        hang(deed, noun, "relcl")


def part_from_receiver(verb: Token) -> None:
    """Give "to" of "sent a letter to X inviting him" its X, where X was read as who invites."""
    to = verb.head
    receiver = next((c for c in verb.children if c.dep == "nsubj" and c.i == verb.i - 1), None)
    if to.dep == "dative" and to.lower == "to" and receiver is not None:
        hang(receiver, to, "pobj")
        hang(verb, receiver, "acl")


def hang_on_asker(saying: Token, tokens: Sequence[Token]) -> None:
    """Hang "calling on Z" of "urged X to leave Y, calling on Z to stay" on the urging, not on the leaving."""
    asked = saying.head
    if saying.tag != "VBG" or saying.lemma not in SPOKEN or not _is_infinitive(asked) or asked.i > saying.i:
        return
    asker, first = asked.head, min(t.i for t in saying.subtree()) - tokens[0].i
    somebody = any(c.dep == "dobj" and c.i < asked.i for c in asker.children)
    if asked.dep in ("xcomp", "ccomp") and asker.pos in DOING and somebody and tokens[first - 1].text == ",":
        hang(saying, asker, "advcl")


def _is_infinitive(verb: Token) -> bool:
    return verb.tag == "VB" and any(c.lower == "to" and c.dep == "aux" for c in verb.children)


def deny(word: Token) -> None:
    """Deny both verbs of "neither A nor B", the verb of "neither X nor Y did", and that of "nor did X"."""
    if word.dep == "neg" or word.dep in SUBJECTS:
        return
    denied = word.head
    if word.lower == "nor":
        after = (c for c in denied.children if c.dep == "conj" and c.i > word.i)
        denied = next(after, denied if word.i < denied.i else word)
    elif denied.dep in SUBJECTS:
        denied = denied.head
    if denied.pos in DOING:
        hang(word, denied, "neg")
