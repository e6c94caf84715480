"""Clauses that the parser joins to the wrong verb, joined to the right one."""

from __future__ import annotations

from collections.abc import Sequence

from detente.codebook.lexicon import word_list
from detente.model import Token
from detente.parsing.hanging import BESIDE, DOING, FINITE, NAMES, hang

SAYING = word_list("saying") | word_list("saying-to")
SPOKEN, OBJECTS = word_list("spoken-by-people"), frozenset({"it", "him", "her", "them"})
CALLED_IN, LODGED = frozenset({"expel", "recall", "summon"}), frozenset({"hand", "file", "lodge"})
LAID, BLAME = frozenset({"lay", "pin", "place", "put"}), frozenset({"blame", "onus", "responsibility"})
THINGS = word_list("lifeless")
NAMED = (["PROPN"], ["NOUN"])
PRESENT = frozenset({"VBZ", "VBP"})
BARE_NOT, DO = frozenset({"aux", "auxpass", "mark", "nsubj", "nsubjpass"}), frozenset({"did", "do", "does"})


def mend_spoken(tokens: Sequence[Token]) -> None:
    """Join to the verb of saying what was read as joined to a clause of what is said."""
    for verb in tokens:
        if verb.dep != "conj" or verb.tag not in ("VBD", "VBN"):
            continue
        inner = verb.head
        over = _also_said(verb) or _answered(verb)
        if over is None:
            continue
        joining = next((c for c in reversed(inner.children) if c.dep == "cc" and c.i < verb.i), None)
        if joining is not None:
            hang(joining, over, "cc")
        hang(verb, over, "conj")


def _also_said(verb: Token) -> Token | None:
    """ "Said" of "said X was wrecking the truce and warned it": nobody warns himself.

    "Said X's map was void and lodged a protest", "said X was reckless and recalled its envoy": the sayer does.
    """
    told = verb.head
    blames = verb.lemma in LAID and any(c.dep == "dobj" and c.lemma in BLAME for c in verb.children)
    spoken = blames or verb.lemma in SPOKEN | CALLED_IN | LODGED
    if told.dep != "ccomp" or told.head.lemma not in SAYING or not spoken:
        return None
    own = [c for c in told.children if c.dep in ("nsubj", "nsubjpass")]
    helped = any(c.dep in ("nsubj", "nsubjpass", "aux", "auxpass", "mark") for c in verb.children)
    if helped or [c.pos for c in own] not in NAMED:
        return None
    to_one = verb.lemma in SPOKEN and any(c.dep == "dobj" and c.lower in OBJECTS for c in verb.children)
    done = told.tag == "VBN" and verb.tag == "VBD" and any(c.lower == "had" for c in told.children)
    lifeless = own[0].pos == "NOUN" and own[0].lemma in THINGS
    other = verb.tag == "VBD" and (told.lemma == "be" or told.tag == "VBG") and (lifeless or own[0].pos == "PROPN")
    return told.head if to_one or done or lifeless or other or blames else None


def _answered(verb: Token) -> Token | None:
    """ "Warned" of "X warned it would act until Z yields and Y countered", told in the past by a subject of its own."""
    within = verb.head
    if verb.tag != "VBD" or within.tag not in PRESENT or verb.lemma not in SAYING | SPOKEN:
        return None
    if not any(c.dep in ("nsubj", "nsubjpass") for c in verb.children):
        return None
    return next((t for t in within.ancestors() if t.tag == "VBD" and t.lemma in SAYING | SPOKEN), None)


def mend_semicolons(tokens: Sequence[Token]) -> None:
    """Set "X left; Y stayed" side by side, where the first clause was read as what the second one tells."""
    for mark in (t for t in tokens if t.text == ";"):
        second = mark.head
        first = next((c for c in second.children if c.dep == "ccomp" and c.i < mark.i), None)
        own = any(c.dep in ("nsubj", "nsubjpass") and c.i > mark.i for c in second.children)
        if first is None or not own or second.i < mark.i:
            continue
        over, role = (first, second.dep) if second.head is second else (second.head, second.dep)
        hang(first, over, role)
        hang(second, first, "conj")
        hang(mark, first, "punct")


def mend_clauses(tokens: Sequence[Token]) -> None:
    """Give "X met Y and Z left" its second clause, where Z was read as one more whom X met."""
    for verb in tokens:
        last = _taken(verb, tokens)
        joining = next((c for c in last.head.children if c.dep == "cc" and c.i < last.i), None) if last else None
        if last is None or joining is None:
            continue
        over = verb.head
        hang(joining, over, "cc")
        hang(last, verb, "nsubj")
        hang(verb, over, "conj")


def _taken(verb: Token, tokens: Sequence[Token]) -> Token | None:
    """The last of a row of objects that stands right before a finite verb without a subject of its own."""
    helped = any(c.dep in ("aux", "auxpass") and c.tag in FINITE for c in verb.children)
    if not (verb.tag in FINITE or helped) or verb.pos not in ("VERB", "AUX") or verb.head.pos not in ("VERB", "AUX"):
        return None
    if verb.dep not in ("conj", "advcl") or any(c.dep in ("nsubj", "nsubjpass", "mark") for c in verb.children):
        return None
    if any(c.dep == "advmod" and c.tag == "WRB" for c in verb.children) or verb.head.i > verb.i:
        return None
    at = verb.i - tokens[0].i - 1
    while at > 0 and tokens[at].head is verb and tokens[at].dep in BESIDE:
        at -= 1
    last = top = tokens[at]
    while top.dep == "conj" and top.pos in NAMES:
        top = top.head
    taken = last.dep == "conj" and last.pos in NAMES and top.dep in ("dobj", "pobj")
    return last if taken and verb.head in top.ancestors() else None


def mend_finite(tokens: Sequence[Token]) -> None:
    """Join "threatened" to "asked" in "X asked Y to leave, and threatened Z": no finite verb goes on an infinitive.

    Nor on what somebody is accused of: "accused X of arming rebels and cut ties".
    """
    for verb in tokens:
        first = verb.head
        if verb.dep in ("conj", "advcl") and (before := _goes_on(verb)) is not None:
            for word in [c for c in first.children if c.dep == "cc" and before.i < c.i < verb.i]:
                hang(word, before, "cc")
            hang(verb, before, "conj")
            verb.tag = "VB"
            continue
        charged = first.tag == "VBG" and first.dep == "pcomp" and first.head.lower in ("of", "for", "with")
        if verb.dep != "conj" or verb.pos not in DOING or not (charged or first.tag == "VB"):
            continue
        helping = next((c for c in verb.children if c.dep in ("aux", "auxpass")), verb)
        bare = ("VBN", "VB") if charged else ("VBN",)
        takes = helping is verb and verb.tag in bare and any(c.dep == "dobj" for c in verb.children)
        if helping.tag not in ("VBD", "VBZ") and not takes:
            continue
        marked = charged or any(c.tag == "TO" and c.i < first.i for c in first.children)
        own = any(c.dep in ("nsubj", "nsubjpass", "mark") for c in verb.children)
        over = next((t for t in first.ancestors() if t.tag in FINITE and t.pos in DOING), None) if marked else None
        joining = next((c for c in first.children if c.dep == "cc" and c.i < verb.i), None)
        if own or over is None or joining is None:
            continue
        hang(joining, over, "cc")
        hang(verb, over, "conj")


def _goes_on(verb: Token) -> Token | None:
    """ "Stop" of "asked Y to stop the raids, cut tariffs and free Z": what a bare verb goes on is no finite one."""
    first = verb.head
    if first.tag not in FINITE and not (first.tag == "VB" and first.lemma in SPOKEN and _follows_comma(verb)):
        return None
    bare = verb.tag == "VB" or (verb.tag == "VBP" and (first.tag != "VBP" or _follows_comma(verb)))
    bare = bare and (verb.dep == "conj" or _follows_comma(verb))
    if (
        not bare
        or verb.pos not in DOING
        or _begins_anew(verb)
        or any(c.dep in BARE_NOT or c.tag == "MD" for c in verb.children)
    ):
        return None
    if any(c.tag == "MD" or c.lower in DO for c in first.children):
        return None
    before = _infinitive_of(first, verb)
    further = _infinitive_of(before, verb) if before is not None and before.lemma in SPOKEN else None
    return further or before


def _infinitive_of(over: Token, before: Token) -> Token | None:
    """The last "to do" that hangs on a verb and stands before another."""
    found = [c for c in over.children if c.tag == "VB" and c.dep in ("xcomp", "advcl", "ccomp") and c.i < before.i]
    return next((c for c in reversed(found) if c.i > over.i and any(g.tag == "TO" for g in c.children)), None)


def _follows_comma(verb: Token) -> bool:
    words = verb.sentence.tokens
    return verb is not words[0] and words[verb.i - 1 - words[0].i].text == ","


def _begins_anew(verb: Token) -> bool:
    """ "Asked Y to stop, and cut its ties": a comma before the "and" of two."""
    words = verb.sentence.tokens
    at = verb.i - words[0].i
    return at > 1 and words[at - 1].dep == "cc" and words[at - 2].text == ","
