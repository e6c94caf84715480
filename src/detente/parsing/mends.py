"""What the parser takes apart wrongly each time, put together again."""

from __future__ import annotations

from collections.abc import Sequence

from detente.codebook.lexicon import word_list
from detente.model import Token
from detente.parsing.hanging import DOING, FINITE, NAMES, TIMES, hang
from detente.parsing.joined_clauses import SAYING, mend_clauses, mend_finite, mend_semicolons, mend_spoken

CONTENTS = word_list("contents")
"""Nouns that a clause of their own tells: "the claim that"."""
POSTED = frozenset({"ambassador", "attache", "commissioner", "consul", "envoy", "nuncio"})
ASKED = word_list("asked-to")
CHARGED, PAPERS = word_list("charged"), word_list("papers")


def mend(tokens: Sequence[Token]) -> None:
    """Mend the parse of a sentence."""
    mend_groups(tokens)
    mend_reduced(tokens)
    mend_told(tokens)
    mend_spoken(tokens)
    mend_semicolons(tokens)
    mend_clauses(tokens)
    mend_finite(tokens)
    mend_asked(tokens)
    mend_posted(tokens)
    mend_rows(tokens)
    mend_parallels(tokens)
    mend_handed(tokens)
    mend_well(tokens)


def mend_reduced(tokens: Sequence[Token]) -> None:
    """Make "held" describe the men in "Two men held captive in X were freed", where it was read as what they did.

    Two finite verbs with one subject, nothing to join them, the second with an auxiliary: the first is a participle.
    """
    for first in tokens:
        men = next((c for c in first.children if c.dep == "nsubj" and c.i == first.i - 1), None)
        if men is None or men.pos == "PRON" or not _may_be_reduced(first):
            continue
        last = first.head if first.dep == "ccomp" else next((c for c in first.children if _is_loose(c, first)), None)
        if last is None or last.i < first.i or not _is_loose(last, first):
            continue
        between = tokens[first.i + 1 - tokens[0].i : last.i - tokens[0].i]
        if any(t.dep == "cc" or t.text in ",;:-–—" or t.pos == "SCONJ" for t in between):
            continue
        if last.head is first:
            hang(last, last if first.head is first else first.head, first.dep)
        hang(men, last, "nsubjpass" if any(c.dep == "auxpass" for c in last.children) else "nsubj")
        hang(first, men, "acl")
        first.tag = "VBN"


def _may_be_reduced(first: Token) -> bool:
    """Whether a verb may be a participle that describes: "held", "alleged to be" where nothing helps it."""
    if first.tag == "VBN":
        return not any(c.dep in ("aux", "auxpass") for c in first.children)
    return first.tag == "VBD" and first.lemma not in SAYING


def _is_loose(verb: Token, first: Token) -> bool:
    """Whether a verb with an auxiliary has neither a subject of its own nor a word that joins it to another verb."""
    helped = any(c.dep in ("aux", "auxpass") and c.tag in FINITE and c.i > first.i for c in verb.children)
    if verb.pos not in DOING or not helped or verb.dep not in ("ROOT", "conj", "advcl", "ccomp"):
        return False
    own = (c for c in verb.children if c.i > first.i)
    return not any(c.dep in ("nsubj", "nsubjpass", "mark", "expl", "csubj") or c.tag == "WRB" for c in own)


_PURPOSES, _MET = (
    frozenset({"advcl", "relcl", "xcomp"}),
    frozenset({"defy", "face", "heed", "hear", "ignore", "resist"}),
)


def mend_asked(tokens: Sequence[Token]) -> None:
    """Hang "to leave" of "ignored calls to leave" on the calls as their content, whatever it was read as."""
    for verb in tokens:
        to = next((c for c in verb.children if c.tag == "TO"), None) if verb.dep in _PURPOSES else None
        if to is None or to.i == tokens[0].i or (verb.dep == "xcomp" and verb.head.lemma not in _MET):
            continue
        at = to.i - 1 - tokens[0].i
        while at > 0 and tokens[at].pos in ("NOUN", "PROPN", "ADJ") and _is_time(tokens[at]):
            at -= 1
        noun = tokens[at]
        if noun.dep == "pobj" and noun.head.lower == "from" and noun.head.head.head.lemma in _MET:
            noun = noun.head.head  # "calls from X to leave"
        if (
            noun.pos == "NOUN"
            and noun.lemma in ASKED
            and (verb.head is noun or (noun.dep == "dobj" and noun.head is verb.head))
        ):
            hang(verb, noun, "acl")


def _is_time(word: Token) -> bool:
    """Whether a word only says when: "its decision last week to leave"."""
    return word.lemma in TIMES or word.dep == "npadvmod" or (word.dep == "amod" and word.head.dep == "npadvmod")


def mend_posted(tokens: Sequence[Token]) -> None:
    """Say "who" of the envoy in "the ambassador to Chile, who was recalled", not of the land."""
    for verb in tokens:
        where = verb.head
        if verb.dep != "relcl" or where.dep != "pobj" or where.head.lower not in ("to", "in"):
            continue
        envoy = where.head.head
        if envoy.lemma in POSTED and any(c.lower == "who" for c in verb.children):
            hang(verb, envoy, "relcl")


def mend_rows(tokens: Sequence[Token]) -> None:
    """Join X and Y of the headline "X, Y sign pact", where one was read as a time or as another name of the other."""
    first = next((t for t in tokens if t.dep != "compound"), None)
    if first is None or first.pos != "PROPN" or first.i + 2 > tokens[-1].i:
        return
    verb = next((t for t in tokens if t.dep == "ROOT" and t.pos == "VERB" and t.lower == t.lemma), None)
    comma = tokens[first.i + 1 - tokens[0].i]
    if verb is None or comma.text != "," or first.lower in TIMES:
        return
    rest = tokens[comma.i + 1 - tokens[0].i :]
    second = next((t for t in rest if t.dep != "compound" or t.head is verb), first)
    behind = [t for t in tokens[second.i + 1 - tokens[0].i :][:2] if t.tag != "TO"]
    if second.pos == "PROPN" and second.head.dep == "parataxis" and behind == [second.head, verb]:
        # "Peru, Chile navies hold drill"
        hang(second.head, verb, "nsubj")
        hang(first, second.head, "compound")
        hang(second, first, "conj")
        return
    if second.pos != "PROPN" or behind[:1] != [verb]:
        return
    if first.dep in ("npadvmod", "dep") and second.dep in ("nsubj", "compound") and first.head is second.head is verb:
        hang(first, verb, "nsubj")
    elif (first.dep, second.dep) != ("nsubj", "appos") or first.head is not verb or second.head is not first:
        return
    hang(comma, first, "punct")
    hang(second, first, "conj")


def mend_parallels(tokens: Sequence[Token]) -> None:
    """Join what "the N of X and the N of Y" joins, where Y's was read as one more X."""
    for second in tokens:
        inner = second.head
        if second.dep != "conj" or inner.dep != "pobj" or inner.head.lower != "of" or second.pos != "NOUN":
            continue
        outer = inner.head.head
        joining = next((c for c in inner.children if c.dep == "cc" and c.i < second.i), None)
        if joining is None or outer.pos != "NOUN" or not (_is_of(outer) and _is_of(second)) or _is_the(inner):
            continue
        hang(joining, outer, "cc")
        hang(second, outer, "conj")


def _is_of(noun: Token) -> bool:
    """Whether a noun is told as "the N of"."""
    return _is_the(noun) and any(c.lower == "of" for c in noun.children)


def _is_the(noun: Token) -> bool:
    return any(c.dep in ("det", "poss") for c in noun.children)


def mend_handed(tokens: Sequence[Token]) -> None:
    """Hang "to X" on what is done with a man or a paper: "handed a man accused of theft to X", "a list of names"."""
    for to in tokens:
        if to.lower != "to" or to.dep != "prep":
            continue
        inner = to.head
        accused = inner.dep == "acl" and inner.lemma in CHARGED
        written = inner.dep == "pobj" and inner.head.lower == "of" and inner.head.head.lemma in PAPERS
        verb = next((t for t in inner.ancestors() if t.pos in DOING), None) if accused or written else None
        if verb is not None:
            hang(to, verb, "prep")


def mend_well(tokens: Sequence[Token]) -> None:
    """Join Y to X in "X as well as Y", where it was read as what the second "as" governs."""
    for at, joining in enumerate(tokens[3:], 3):
        if joining.lower != "as" or joining.dep != "cc" or tokens[at - 1].lower != "well":
            continue
        first, second = tokens[at - 3], next((c for c in joining.children if c.dep == "pobj"), None)
        if second is not None and first.pos in NAMES and second.pos in NAMES:
            hang(joining, first, "cc")
            hang(second, first, "conj")


def mend_groups(tokens: Sequence[Token]) -> None:
    """Make "summit" the head of "the Group of 20 summit", which the parser reads as a group of twenty summits."""
    for at, group in enumerate(tokens[:-3]):
        of, number = tokens[at + 1], tokens[at + 2]
        if group.text != "Group" or of.lower != "of" or of.head is not group:
            continue
        noun = next((c for c in of.children if c is not number and c.dep == "pobj"), None)
        if noun is None or number.head not in (of, noun) or any(c.i < number.i for c in noun.children):
            continue
        outer = group.head
        hang(noun, noun if outer is group else outer, group.dep)
        for child in [c for c in group.children if c is not of]:
            hang(child, noun, child.dep)
        hang(group, noun, "compound")
        hang(number, of, "pobj")


def mend_told(tokens: Sequence[Token]) -> None:
    """Hang what is told on who tells it: of "told the court in X that Y had lied", not a clause about the court.

    A relative "that" has a part in its clause; where it only marks one that has a subject of its own, it is none.
    """
    for verb in tokens:
        lacks_nothing = {"mark", "nsubj"} <= {c.dep for c in verb.children if c.dep == "nsubj" or c.lower == "that"}
        if verb.dep == "relcl" and lacks_nothing and (teller := _teller(verb.head)) is not None:
            hang(verb, teller, "ccomp")


def _teller(noun: Token) -> Token | None:
    """The verb of saying above a noun that still lacks what it says."""
    verb = noun
    while verb.head is not verb and verb.pos not in DOING:
        verb = verb.head
    if noun.lemma in CONTENTS or noun.i < verb.i or verb.pos not in DOING or verb.lemma not in SAYING:
        return None
    return None if any(c.dep in ("ccomp", "xcomp") for c in verb.children) else verb
