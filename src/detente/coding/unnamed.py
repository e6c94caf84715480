"""Deeds whose words name nobody: between the two states of the sentence, or those that the report is about."""

from __future__ import annotations

from collections.abc import Iterable

from detente.codebook.lexicon import word_list
from detente.coding.draft import Draft
from detente.coding.fill import fill_side
from detente.coding.focus import Focus
from detente.coding.mutual import is_mutual
from detente.coding.open_sides import RECIPROCAL
from detente.coding.parties import keys, sides_only
from detente.model import Party

MEDIATING = word_list("mediating")
TALKS, THIRD = word_list("talks-of-a-pair"), 0.34
"""Talks that may stand without their parties; the share of mentions up to which a third does not count."""


def fill_mutual(found: list[Draft], focus: Focus) -> None:
    """ "The two economies have put tariffs on each other's goods": those of the sentence, else the report's pair."""
    for draft in found:
        if (
            draft.keys
            or draft.closed
            or draft.type in RECIPROCAL
            or not (is_mutual(draft.hit) or _on_both_sides(draft))
        ):
            continue
        pair = focus.pair
        if len(pair) == 2:
            draft.actors, draft.recipients, draft.how["parties"] = sides_only(pair, "dyad"), (), "dyad"
            draft.closed = not is_mutual(draft.hit)


def _on_both_sides(draft: Draft) -> bool:
    """ "Ten soldiers were killed on both sides": each strikes the other."""
    sides = [t for t in draft.hit.slots.preps.get("on", ()) if t.lemma == "side"]
    return draft.type == "ASSAULT" and any(c.lower in ("both", "either") for t in sides for c in t.children)


def fill_talks(found: list[Draft], focus: Focus) -> None:
    """Fill talks that name nobody ("negotiations resumed on Monday") with the two states that the report is about."""
    for draft in found:
        if draft.closed or not draft.both or draft.type != "CONSULT":
            continue
        if _is_mediated(draft):
            _fill_mediated(draft, focus)
        if draft.keys or draft.status == "proposed":
            continue
        word, preps = draft.hit.word, draft.hit.slots.preps
        if draft.hit.kind == "N" and word.lemma in TALKS and word.dep != "compound" and not preps.get("with"):
            fill_side(draft, _about(focus), "dyad")
            draft.actors, draft.recipients = draft.recipients, ()
            draft.how["named"] = "nobody"
    _end_talks(found)


def _end_talks(found: list[Draft]) -> None:
    """Between whom talks broke down: those who held them ("since talks broke down in May")."""
    held = {draft.hit.word.i: draft for draft in found if draft.type == "CONSULT" and draft.both}
    for draft in found:
        if draft.type != "SANCTION" or not draft.both or draft.keys or draft.closed:
            continue
        talks = next((held[t.i] for t in draft.hit.slots.subject if t.i in held), None)
        if talks is not None and len(talks.keys) > 1:
            draft.actors, draft.how["parties"], draft.closed = talks.actors, "dyad", True


def _is_mediated(draft: Draft) -> bool:
    """Whether only who mediates is named: "talks mediated by X", "X's mediation"."""
    return len(draft.keys) == 1 and not draft.recipients and draft.hit.word.lemma in MEDIATING


def _fill_mediated(draft: Draft, focus: Focus) -> None:
    """Between whom somebody mediates: the report's pair, where he is neither and no other is named a third as often."""
    (mediator,) = draft.keys
    top = [key for key, _ in focus.count.most_common(4) if key != mediator]
    others = {p.key for p in focus.sentence if p.key} - {mediator}
    third = focus.count[top[2]] if len(top) > 2 else 0
    if len(top) > 1 and third <= THIRD * focus.count[top[1]] and others <= set(top[:2]):
        pair = sides_only((focus.known[key] for key in top[:2]), "dyad")
        draft.actors = (*draft.actors, *pair)
        draft.how.pop("parties", None)


def _about(focus: Focus) -> tuple[Party, ...]:
    """The two that the report is about so far, where no third is named a third as often, nor in the sentence."""
    top = focus.count.most_common(3)
    third = top[2][1] if len(top) > 2 else 0
    here = keys(focus.sentence)
    if len(top) < 2 or third > THIRD * top[1][1] or not here or not here <= {top[0][0], top[1][0]}:
        return ()
    return tuple(focus.known[key] for key, _ in top[:2])


def measures_untold(unnamed: Iterable[Draft], told: list[Draft], focus: Focus) -> list[Draft]:
    """Of measures that stand without their parties ("relief from sanctions"), the first, where the report tells none.

    They weigh on one of the report's pair, which is aimed at most; whose they are is the other's.
    """
    found: list[Draft] = []
    for draft in unnamed:
        if len(focus.dyad) != 2 or any(d.type == draft.type and d.keys for d in (*told, *found)):
            continue
        whose, struck = sorted(focus.dyad, key=lambda key: focus.targets[key])
        draft.actors, draft.recipients = (sides_only([focus.known[key]], "dyad") for key in (whose, struck))
        draft.how["parties"] = "dyad"
        found.append(draft)
    return found


def may_stand(draft: Draft) -> bool:
    """Whether a noun names a lasting measure and nobody with it."""
    return draft.hit.entry.standing and _is_nobodys(draft)


def is_test(draft: Draft) -> bool:
    """Whether weapons are tried by nobody named ("after the last test", "there were several launches")."""
    tried = draft.type == "MOBILIZE" and draft.mode == "weapons" and draft.hit.kind == "N"
    return tried and draft.hit.word.dep != "compound" and _is_nobodys(draft)


def _is_nobodys(draft: Draft) -> bool:
    """Whether the text proper tells it, and of nobody."""
    return not (draft.keys or draft.closed or draft.turn) and draft.kind == "body"


def tests_untold(unnamed: Iterable[Draft], told: list[Draft]) -> list[Draft]:
    """Tests whose words name nobody: theirs who alone is told to have tested weapons in the report."""
    known = {p.key: p for d in told if d.type == "MOBILIZE" and d.mode == "weapons" for p in d.actors}
    if len(known) != 1:
        return []
    found = list(unnamed)
    for draft in found:
        draft.actors, draft.how["parties"] = sides_only(known.values(), "fellow"), "fellow"
    return found
