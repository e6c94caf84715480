"""What a deed leaves open, from other deeds of the report: a like one, its actor's last, the meeting told before."""

from __future__ import annotations

from collections import Counter

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.draft import Draft
from detente.coding.fill import GUESSED, fill_side
from detente.coding.focus import Focus
from detente.coding.open_sides import RECIPROCAL
from detente.coding.parties import keys, sides_only
from detente.model import Token

DEFINITE = word_list("definite")
OPEN = GUESSED | {"company"}
THREADED, THREAD = word_list("types-threaded"), 3
MEASURES = ("SANCTION", "discontinue")
AGAINST, TOLD = word_list("types-hostile") | {"ACCUSE"}, (None, "focus")
"""Deeds whose open recipient is whom their actor had to do with just before; within how many sentences."""


def fill_from_fellows(drafts: list[Draft]) -> None:
    """Fill an open side from the nearest draft with the same word ("the sanctions" again) and the same other side."""
    told = [d for d in drafts if d.how.get("parties") is None and len(d.keys) >= 2]
    for draft in drafts:
        at = _open_side(draft)
        if at is None:
            continue
        (known,) = keys((draft.actors, draft.recipients)[1 - at])
        for other in sorted(told, key=lambda o: abs(o.hit.word.i - draft.hit.word.i)):
            sides = other.actors, other.recipients
            if other.hit.entry.id != draft.hit.entry.id and not _both_measures(draft, other):
                continue
            if known not in keys(sides[1 - at]) or known in keys(sides[at]) or not sides[at]:
                continue
            draft.how["parties"] = ""
            draft.actors, draft.recipients = ((), draft.recipients) if at == 0 else (draft.actors, ())
            fill_side(draft, sides[at], "fellow")
            break


def _open_side(draft: Draft) -> int | None:
    """Which side the words leave open where they name one party: actors (0) or recipients (1), guessed or empty."""
    how, sides = draft.how.get("parties"), (draft.actors, draft.recipients)
    taken_up = draft.type == "ASSAULT" and draft.hit.kind == "N"
    if draft.closed or how not in (("alone", "focus", "dyad") if taken_up else ("alone",)):
        return None
    left = [at for at, side in enumerate(sides) if all(p.how == how for p in side)]
    return left[0] if len(left) == 1 and len(keys(sides[1 - left[0]])) == 1 else None


def _both_measures(draft: Draft, other: Draft) -> bool:
    """Whether a noun tells of measures that another word may tell of, too: "sanctions", "tariffs", "to sanction"."""
    return draft.hit.kind == "N" and (draft.type, draft.mode) == (other.type, other.mode) == MEASURES


def name_measurers(drafts: list[Draft], focus: Focus) -> None:
    """Give measures that only name whom they strike the other of the report's pair, if he is told to be against him."""
    for draft in drafts:
        if (draft.type, draft.mode) != MEASURES or draft.hit.kind != "N" or _open_side(draft) != 0:
            continue
        (struck,) = keys(draft.recipients)
        partner = focus.partner({struck})
        told = (
            d for d in drafts if d.type in AGAINST and d.how.get("parties") in TOLD and struck in keys(d.recipients)
        )
        count = Counter(key for d in told for key in keys(d.actors) - {struck})
        if partner is not None and count and count[partner.key] == max(count.values()):
            fill_side(draft, [partner], "fellow")


def name_judged_measurers(drafts: list[Draft]) -> None:
    """Name whoever alone is told to have put up such measures as those that somebody blames or rejects."""
    measures = [d for d in drafts if (d.type, d.mode) == MEASURES and d.recipients]
    told = {p.key: p for d in measures for p in d.actors if p.key}
    for draft in drafts:
        if draft.type not in ("ACCUSE", "REJECT") or not draft.actors or draft.how.get("parties") not in OPEN:
            continue
        judged = any(load_lexicon().is_in(t.lemma, ("@sanction",)) for t in _judged(draft))
        if not judged or (draft.closed and draft.hit.kind == "V") or any(p.how not in OPEN for p in draft.recipients):
            continue
        authors = [p for key, p in told.items() if key not in keys(draft.actors) | draft.struck]
        if len(authors) == 1:
            draft.recipients = ()
            fill_side(draft, authors, "fellow")


def _judged(draft: Draft) -> list[Token]:
    """What is judged: "criticised the sanctions", "the sanctions are a crime", "the sanctions are unfair"."""
    slots = draft.hit.slots
    if draft.hit.kind == "V":
        return [*slots.object, *slots.tokens("against")]
    return slots.tokens("@subject") if draft.hit.kind == "N" else slots.subject


def fill_from_thread(drafts: list[Draft]) -> None:
    """Fill an open recipient with whom its actor had to do just before, where the report mostly tells of these two."""
    told = [d for d in drafts if d.how.get("parties") in (None, "focus") and len(d.keys) == 2]
    for draft in drafts:
        if draft.how.get("parties") != "alone" or draft.closed or draft.type not in THREADED or not draft.actors:
            continue
        known = draft.keys
        near = [d for d in told if known < d.keys]
        before = [d for d in near if d.hit.word.i < draft.hit.word.i]
        if len(known) != 1 or not before or _sentences_between(before[-1], draft) > THREAD:
            continue
        (other,) = before[-1].keys - known
        count = Counter(key for d in near for key in d.keys - known)
        if other not in draft.struck and count[other] == max(count.values()):
            party = next(p for p in (*before[-1].actors, *before[-1].recipients) if p.key == other)
            draft.how["parties"] = ""
            fill_side(draft, [party], "thread")


def _sentences_between(first: Draft, second: Draft) -> int:
    return second.hit.word.sentence.index - first.hit.word.sentence.index


def fill_from_company(found: list[Draft], earlier: list[Draft]) -> None:
    """Fill a mutual deed that names nobody: from a mutual deed of its sentence, or from the one that "the talks" are.

    "An agreement was reached when the two leaders met"; "X met Y in Z. The talks will go on on Monday."
    """
    for draft in found:
        if draft.keys or draft.closed or not draft.both or draft.type not in RECIPROCAL:
            continue
        near = [o for o in earlier[-4:] if o.type == draft.type and _is_company(o)] if is_definite(draft) else []
        near = [o for o in near if not _elsewhere(draft, o)]
        near = [o for o in near if o.hit.word.lemma == draft.hit.word.lemma] or near
        known = near[-1] if near else next((o for o in found if o is not draft and _is_company(o)), None)
        if known is not None:
            apart = not _is_agreed_there(draft, known)
            fill_side(draft, sides_only(known.actors) if apart else known.actors, "company")
            draft.actors, draft.recipients = draft.recipients, ()


def fill_from_measures(found: list[Draft], earlier: list[Draft]) -> None:
    """Give an easing that names nobody the sides of the measures told before: "those sanctions were lifted"."""
    for draft in found:
        if draft.type != "CONCEDE" or draft.keys or draft.closed or not any(map(_means_measures, _nouns(draft))):
            continue
        told = [d for d in (*earlier[-4:], *found) if d.type == "SANCTION" and d.hit.word.i < draft.hit.word.i]
        told = [d for d in told if d.actors and d.recipients and _sentences_between(d, draft) <= THREAD]
        if told:
            draft.actors, draft.recipients = sides_only(told[-1].actors), sides_only(told[-1].recipients)
            draft.how["parties"] = "company"


def _nouns(draft: Draft) -> list[Token]:
    slots = draft.hit.slots
    return [draft.hit.word] if draft.hit.kind == "N" else [*slots.object, *slots.subject]


def _means_measures(noun: Token) -> bool:
    """Whether a noun speaks of measures told before: "those sanctions", "the tariffs"."""
    told_before = any(c.dep == "det" and c.lower in DEFINITE for c in noun.children)
    return told_before and load_lexicon().is_in(noun.lemma, ("@sanction", "@restriction"))


def _elsewhere(draft: Draft, other: Draft) -> bool:
    """Whether both are placed, and in different lands."""
    return draft.place is not None and other.place is not None and draft.place.state != other.place.state


def _is_agreed_there(draft: Draft, known: Draft) -> bool:
    """Whether those who met did it in person: in one sentence, a pact only as they met ("was reached when they spoke").

    Who met need not have agreed on what is told elsewhere, nor signed it.
    """
    if known.hit.word.sentence is not draft.hit.word.sentence:
        return False
    return draft.type != "SUPPORT" or draft.hit.word.head in known.hit.word.ancestors()


def _is_company(draft: Draft) -> bool:
    return draft.type in RECIPROCAL and not draft.recipients and len(keys(draft.actors)) > 1


def is_definite(draft: Draft) -> bool:
    """Whether a noun speaks of what was told before ("the talks", "their meeting")."""
    return draft.hit.kind == "N" and any(
        c.dep in ("det", "poss") and c.lower in DEFINITE for c in draft.hit.word.children
    )
