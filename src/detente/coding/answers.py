"""Answers: whom a denial, a refusal, a judgement or a vow answers, where its own words do not say."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.cast import keys, sides_only
from detente.coding.draft import Draft
from detente.model import Token

OPEN = ("alone", "dyad", "focus", "target")
"""How a side was filled that a deed told before may fill better."""
TAKEN_UP, DENIED = word_list("deeds-taken-up"), word_list("denied")
HOSTILE = word_list("types-answered")
BACK, NEAR = 8, 1
"""How many drafts back an answer may look for what is aimed at who answers; how many sentences for any other deed."""


def answer_deeds(found: list[Draft], earlier: list[Draft]) -> None:
    """ "X accused Y of spying, but Y denied it": an answer is aimed at whoever did or said what it answers."""
    for n, draft in enumerate(found):
        if not draft.actors or draft.closed or not _is_open(draft):
            continue
        told = _answered(draft, [*earlier[-BACK:], *found[:n]])
        others = tuple(p for p in told.actors if p.key not in keys(draft.actors)) if told is not None else ()
        if others:
            draft.recipients = sides_only(others, "company")
            draft.how["parties"] = "company"


def echo_deeds(found: list[Draft], earlier: list[Draft]) -> list[Draft]:
    """ "X expelled two diplomats, and Y followed suit": Y did so as well; to X, where it was Y's diplomats.

    Drafts of such words without a deed told before are left out.
    """
    kept: list[Draft] = []
    for draft in found:
        if draft.hit.entry.echo:
            told = _echoed(draft, [*earlier[-BACK:], *kept])
            if told is None:
                continue
            _repeat(draft, told)
        kept.append(draft)
    return kept


def _echoed(draft: Draft, told: list[Draft]) -> Draft | None:
    """The last deed of others that is told close before."""
    here, mine = draft.hit.word.sentence.index, keys(draft.actors)
    near = [o for o in told if o.type in HOSTILE and here - o.hit.word.sentence.index <= NEAR]
    return next((o for o in reversed(near) if mine and o.recipients and not keys(o.actors) & mine), None)


def _repeat(draft: Draft, told: Draft) -> None:
    returned = bool(keys(told.recipients) & keys(draft.actors)) or draft.hit.entry.id == "reply-in-kind"
    towards = told.actors if returned else told.recipients
    draft.type, draft.mode = told.type, told.mode
    draft.recipients = sides_only(towards, "company")
    draft.how["parties"] = "company"


def _is_open(draft: Draft) -> bool:
    """Whether its words name nobody whom it answers; what a denial is about does not tell who has claimed it."""
    return draft.how.get("parties") in OPEN or (_denies(draft) and draft.slots[1] in ("topic", "clause"))


def _denies(draft: Draft) -> bool:
    return draft.type == "REJECT" and draft.hit.word.lemma in ("deny", "denial")


def _answered(draft: Draft, told: list[Draft]) -> Draft | None:
    """The last deed told that a draft answers, or None."""
    aimed = [o for o in told if keys(o.recipients) & keys(draft.actors) and not keys(o.actors) & keys(draft.actors)]
    things = _things(draft)
    if draft.type == "REJECT":
        accused = [o for o in aimed if o.type == "ACCUSE"]
        if _denies(draft) or any(t.lower in DENIED for t in things):
            return next(reversed(accused), None)
        if not draft.hit.slots.object and not draft.hit.slots.clauses:
            return next((o for o in reversed(aimed[-3:]) if o.type == "REQUEST"), None)
    if draft.type == "THREATEN" and "response" in draft.hit.entry.id:
        return next((o for o in reversed(aimed) if o.type in HOSTILE), None)
    if draft.type in ("ACCUSE", "REJECT", "SUPPORT") and any(t.lemma in TAKEN_UP for t in things):
        here = draft.hit.word.sentence.index
        near = [o for o in told if here - o.hit.word.sentence.index <= NEAR and o.how.get("parties") is None]
        return next((o for o in reversed(near) if keys(o.actors) - keys(draft.actors)), None)
    return None


def _things(draft: Draft) -> list[Token]:
    """What it is said of, where that is no party's by its words."""
    slots = draft.hit.slots
    return slots.object or (slots.subject if draft.hit.kind == "A" else [])
