"""Whether two mentions tell of one meeting or visit: its ground, its days, its guests."""

from __future__ import annotations

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.absorb import UNDONE
from detente.coding.date_options import NEAR, PRESENT, THREAD
from detente.coding.draft import AHEAD, Draft
from detente.coding.parties import keys

TALKED = word_list("entries-of-talk")
GATHERINGS = load_lexicon().classes["forum"]
DONE = frozenset({"occurred", "ongoing"})
STAY = 5
"""Days after a guest's arrival in which what he does with his hosts is part of the visit."""
FILLED = word_list("parties-filled")
"""How a party was found that the words of the deed do not name: its person may be another."""
GROUPS, COLLECTIVE = word_list("groups"), word_list("groups-in-the-singular")


def is_talk_of(met: Draft, draft: Draft) -> bool:
    """Whether words only tell what was spoken of ("the two discussed trade") where a meeting of the same is told."""
    if met.type != "CONSULT" or draft.hit.entry.id not in TALKED or draft.hit.kind != "V" or draft.mode is not None:
        return False
    own = "date" in draft.spans and draft.how.get("date") not in (PRESENT, THREAD, NEAR)
    done = {met.status, draft.status} <= DONE
    return not own and done and met.keys == draft.keys and persons_fit(met, draft)


def is_elsewhere(visit: Draft, met: Draft) -> bool:
    """Whether a meeting was in a land that a visit is not to: "invited X to Washington", "met X in Helsinki"."""
    if visit.mode != "visit" or not visit.recipients or met.mode == "visit" or met.place is None:
        return False
    return met.place.state is not None and met.place.state not in keys(visit.recipients)


def met_on_visit(visit: Draft, met: Draft) -> bool:
    """Whether one tells of a visit to a state, and the other of a meeting with further states beside its host."""
    return visit.mode == "visit" and bool(visit.recipients) and met.mode != "visit" and visit.keys < met.keys


def is_part_of(visit: Draft, met: Draft) -> bool:
    """Whether a meeting or a stop belongs to a visit: its guest at its hosts, in the days from the arrival on."""
    if visit.mode != "visit" or not visit.recipients or visit.date is None or met.date is None:
        return False
    if {visit.status, met.status} & UNDONE or (visit.status in AHEAD) != (met.status in AHEAD):
        return False
    arrives = met.mode == "visit" and not met.recipients and met.keys < visit.keys
    if (met.keys != visit.keys and not arrives) or _group(met) != _group(visit):
        return False
    guests = {p.person for p in visit.actors if p.person}
    if not guests or not guests & {p.person for p in (*met.actors, *met.recipients)}:
        return False
    hosts, others = ({p.person for p in (*d.actors, *d.recipients) if p.person} - guests for d in (visit, met))
    if hosts and others and not hosts & others and met.hit.entry.mode == "visit":
        return False
    return (-STAY if arrives else 0) <= (met.date.first - visit.date.first).days <= STAY


def is_new(draft: Draft) -> bool:
    """Whether a gathering is brought in as new: "a session of the X-Y commission will convene"."""
    tokens = draft.hit.slots.subject[:1] if draft.hit.kind == "V" else []
    return any(t.lemma in GATHERINGS and any(c.lower in ("a", "an", "another") for c in t.children) for t in tokens)


def persons_fit(a: Draft, b: Draft) -> bool:
    """No side has different people; hosts of one visit may be several, its visitor is one."""
    visit = next((d for d in (a, b) if d.type == "CONSULT" and d.mode == "visit" and d.recipients), None)
    if visit is not None and _group(a) != _group(b) and any(p.person for d in (a, b) for p in d.actors):
        return False
    guests = keys(visit.actors) if visit is not None else a.keys & b.keys
    for key in a.keys & b.keys & guests:
        first, second = _persons(a, key), _persons(b, key)
        if first and second and not first & second:
            return False
    return True


def _group(draft: Draft) -> bool:
    """Whether an unnamed group travels ("a delegation of lawmakers"), which is not the person named before."""
    named = any(p.person for p in draft.actors)
    subject = draft.hit.slots.subject
    return not named and any(t.lemma in GROUPS and (t.tag == "NNS" or t.lemma in COLLECTIVE) for t in subject)


def _persons(draft: Draft, key: str) -> set[str]:
    return {p.person for p in (*draft.actors, *draft.recipients) if p.key == key and p.person and p.how not in FILLED}
