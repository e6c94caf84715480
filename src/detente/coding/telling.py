"""How a deed is told: tense, clause, adverbs, place in the report. Kinds of evidence, never words of a report."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.draft import Draft
from detente.coding.phrases import AUXILIARY, article, is_verb
from detente.coding.sources import SAYING
from detente.model import Interval, Token

_ADVERBS = {word: group for group in ("just", "before-now", "repeated") for word in word_list(f"told-{group}")}
ELSEWHEN = frozenset({"perfect", "progressive"})
"""Tenses that set a clause apart in time from the clause beside it."""
OVER = frozenset({"past", "pluperfect"})
"""Tenses of what is told as over."""
AFTER = frozenset({"after", "following"})
_STEPS = (0, 2, 6, 15)


def tense_form(verb: Token) -> str:
    """past, present, perfect, pluperfect, progressive, modal, infinitive or participle."""
    helpers = [c for c in verb.children if c.dep in AUXILIARY]
    if verb.dep == "conj" and not helpers and not any(c.dep in ("nsubj", "nsubjpass") for c in verb.children):
        helpers = [c for c in verb.head.children if c.dep in AUXILIARY]
    lowers = {c.lower for c in helpers}
    if verb.tag == "MD" or any(c.tag == "MD" for c in helpers):
        return "modal"
    if "to" in lowers:
        return "infinitive"
    if any(c.lemma == "have" for c in helpers):
        return "pluperfect" if lowers & {"had", "'d"} else "perfect"
    if verb.tag == "VBD" or any(c.tag == "VBD" for c in helpers):
        return "past"
    if any(c.tag in ("VBZ", "VBP") for c in helpers):
        return "progressive" if verb.tag in ("VBG", "VBN") else "present"
    return {"VBZ": "present", "VBP": "present", "VBG": "participle", "VBN": "participle"}.get(verb.tag, "infinitive")


def verb_of(token: Token) -> Token | None:
    """The verb of the clause that holds a word; the word itself where it is one."""
    return token if is_verb(token) else next((a for a in token.ancestors() if is_verb(a)), None)


def telling(draft: Draft, rank: int) -> list[str]:
    """Kinds of evidence for the time of a draft that lie in its clause and the clause above.

    Args:
        rank: how many sentences of the body come before.
    """
    word, verb = draft.hit.word, verb_of(draft.hit.word)
    form = tense_form(verb) if verb is not None else "none"
    dep = verb.dep if verb is not None else "none"
    above = verb_of(verb.head) if verb is not None and verb.head is not verb else None
    over = tense_form(above) if above is not None else "none"
    noun = "" if draft.hit.kind == "V" else f"{word.dep}-{article(word)}"
    found = [
        f"form={form}",
        f"dep={dep}",
        f"over={over}",
        f"form-over={form}-{over}-{bool(above is not None and above.lemma in SAYING)}",
        f"kind={draft.hit.kind}",
        f"noun={noun}",
        f"status={draft.status}",
        f"type={draft.type}",
        f"type-kind={draft.type}-{draft.hit.kind}",
        f"rank={place_of(rank)}",
        f"line={draft.kind}",
        f"quoted={draft.quoted}",
        f"quoted-type={draft.quoted}-{draft.type}",
        f"turn={draft.turn != ''}",
    ]
    near = [*(verb.children if verb is not None else ()), *word.children]
    return found + [f"adverb={_ADVERBS[c.lower]}" for c in near if c.lower in _ADVERBS]


def place_of(rank: int) -> int:
    """How far down a report a sentence stands, in five steps."""
    return sum(rank > step for step in _STEPS)


def way_to(time: Token, word: Token) -> str | None:
    """How the clause of a time lies to that of a word: the same, or above or below it; None where neither holds both.

    A time that stays with its noun ("the 2015 deal") is of no other clause.
    """
    mine, its = verb_of(word), verb_of(time)
    if mine is None or its is None or (not is_verb(time.head) and time.head.pos in ("NOUN", "PROPN")):
        return None
    if mine is its:
        return "same"
    if tense_form(mine) in ELSEWHEN:
        return None
    if (down := _branch(its, mine)) is not None:
        marks = [c.lower for c in down.children if c.dep in ("mark", "prep") and c.lower in AFTER and c.i < down.i]
        return f"above-{down.dep}" + (f"-{marks[0]}" if marks else "")
    down = _branch(mine, its)
    return f"below-{down.dep}" if down is not None else None


def _branch(top: Token, below: Token) -> Token | None:
    """The child of one verb under which another stands, or None."""
    token = below
    while token.head is not token:
        if token.head is top:
            return token
        token = token.head
    return None


def relation(days: Interval, published: Interval | None) -> str:
    """Where days lie as seen from the report's own."""
    if published is None or published.days > 31:
        return "unknown"
    if days.first > published.last:
        return "ahead" if (days.first - published.last).days > 1 else "day-after"
    if days.last < published.first:
        gap = (published.first - days.last).days
        return "day-before" if gap == 1 else "week-past" if gap <= 8 else "past" if gap <= 60 else "long-past"
    return "now"


def width(days: Interval) -> str:
    """How wide days are: day, week, month, year or more."""
    for limit, name in ((1, "day"), (3, "days"), (8, "week"), (40, "month"), (400, "year")):
        if days.days <= limit:
            return name
    return "more"
