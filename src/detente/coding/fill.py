"""Filling what is not said: who is on which side, where exactly one party of the sentence or report fits."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from detente.codebook.lexicon import word_list
from detente.coding.cast import Cast
from detente.coding.denials import denies
from detente.coding.draft import Draft
from detente.coding.focus import AIMED, Focus
from detente.coding.open_sides import is_own_affair, stays_open
from detente.coding.parties import (
    between_bodies,
    is_another_body,
    is_at_odds_with_its_state,
    keys,
    sides_only,
    unique,
)
from detente.coding.partners import holder_above
from detente.coding.phrases import is_verb
from detente.coding.slot_parties import FORCE
from detente.coding.strangers import (
    means_others,
    meets_several,
    names_countryman,
    names_people,
    sees_sight,
    tells_own_law,
)
from detente.coding.subjects import surface_subject
from detente.coding.tellers import (
    JUDGING,
    find_accusers,
    find_commentators,
    find_followers,
    find_onlookers,
    find_patrons,
    find_wronged,
    only_describes,
)
from detente.coding.unaimed import acts_jointly, aim
from detente.coding.unmet import (
    find_bystanders,
    find_contrasted,
    is_topic,
    is_with_own,
    may_join,
)
from detente.coding.venue import is_at_home
from detente.model import Party

ASKING = word_list("types-asking")
TOLD_TO = word_list("types-told-to-somebody")
"""Said to or of one's own side, these are no affair between states."""
SAID = word_list("types-of-speech")
GUESSED = frozenset({"alone", "focus", "dyad", "target"})
"""How an empty side was settled that the words do not name: what is told elsewhere may fill it better."""


def fill_parties(draft: Draft, cast: Cast, focus: Focus) -> None:
    """Settle who is on which side, and fill an empty side where exactly one candidate fits.

    `how["parties"]` says where a filled side came from: "focus" (the only other party of the sentence), "dyad" (the
    partner in the pair that the report is about), "target" (at whom its accusations are aimed), "speaker" (who tells
    that "its territory" was struck); "alone" where the other side stays open. Later passes fill what stayed open:
    "fellow" (a like deed), "thread" (whom the actor had to do with just before), "company" (the meeting, demand or
    accusation told before), "accused".
    """
    if draft.both or (draft.type == "CONSULT" and not draft.hit.entry.visitor):
        _join_sides(draft)
        _join_dealer(draft, cast, focus)
    struck = draft.recipients
    if draft.hit.entry.visitor and (is_at_home(draft, cast) or sees_sight(draft, cast)):
        draft.closed, draft.actors, draft.recipients = True, (), ()
        return
    _part_sides(draft, cast)
    if struck and not draft.recipients and is_own_affair(draft, struck, cast):
        return
    if _of_own_deed(draft, cast) or is_with_own(draft, cast) or tells_own_law(draft, cast):
        draft.closed, draft.actors, draft.recipients = True, (), ()
        return
    if meets_several(draft, cast):
        draft.actors, draft.recipients, draft.closed = (), (), True
        return
    if draft.closed:
        draft.how["parties"] = "alone"
        return
    if between_bodies(draft.actors, draft.recipients or draft.actors):
        return
    known = draft.keys
    if acts_jointly(draft):
        told = find_onlookers(draft, cast)
        aim(draft, tuple(p for p in focus.sentence if p.key not in told), focus.target(known))
        return
    if draft.type == "CONSULT" and len(known) > 1 and (holder := holder_above(draft, cast)):
        draft.actors = unique([*holder, *draft.actors])
        return
    tour = draft.hit.kind == "N" and draft.hit.entry.visitor and not draft.actors and len(known) > 1
    if not (len(known) == 1 or tour) or (not draft.actors and "speaker" in draft.hit.entry.actor):
        return
    draft.closed = tour
    if not stays_open(draft, cast) and not _is_at_hosts(draft, cast):
        _fill_from_focus(draft, known, focus, cast)
    if tour and not draft.actors:
        draft.recipients = ()


def _part_sides(draft: Draft, cast: Cast) -> None:
    """Leave on either side those who are known, on the other none who are the actor, and of those asked their state."""
    draft.actors = tuple(p for p in draft.actors if p.key)
    mine = keys(draft.actors)
    named = {p.person for p in draft.actors if p.person}
    towards = tuple(
        p for p in draft.recipients if p.key and (p.key not in mine or (p.person and p.person not in named))
    ) or tuple(p for p in draft.recipients if is_another_body(p, draft.actors))
    if keys(towards) - mine:
        # "X's premier pressed Y to investigate his rival Z"
        towards = tuple(p for p in towards if p.key not in mine or not p.state)
    if denies(draft):
        # "denied a hand in the death of X", a countryman: it is not he who is answered
        towards = tuple(p for p in towards if p.key not in mine)
    if draft.mode == "withdraw" and means_others(draft):
        # "recalled its ambassador, X": he is not whom it is aimed at
        towards = tuple(p for p in towards if p.key not in mine)
    if draft.type in ASKING:
        content = draft.hit.slots
        things = [*content.object, *(content.subject if draft.turn == "want-done" else ())]
        handed = draft.turn and draft.hit.entry.type != "CONSULT" and cast.all_parties(things)
        spoken_of = {p.person for p in handed or ()}
        towards = unique(_asked(p, p.person in spoken_of) for p in towards)
    draft.recipients = towards


def _fill_from_focus(draft: Draft, known: set[str], focus: Focus, cast: Cast) -> None:
    """The only other party of the sentence, whom the report's accusations are aimed at, the partner of its pair.

    Nobody is met because his name is near who has no state.
    """
    tellers = find_accusers(draft, cast) | find_onlookers(draft, cast) | find_wronged(draft, cast)
    tellers |= find_followers(draft, cast) | find_commentators(draft, cast)
    draft.struck = draft.struck | tellers
    judged = draft.hit.slots.object if draft.type == "ACCUSE" and draft.hit.word.lemma in JUDGING else []
    if draft.actors and any(t.lemma in FORCE for t in judged):
        # "condemned the attack", "the attack in Cork": whom it struck is not blamed for it, nor where it was
        scene = {cast.states_at[t.i] for noun in judged for t in noun.subtree() if t.i in cast.states_at}
        draft.struck = draft.struck | ((focus.victims - focus.strikers) | scene) - keys(draft.actors)
    known = known | draft.struck
    draft.bystanders = find_bystanders(draft, cast) | ((focus.aside | find_contrasted(draft, cast)) - known)
    if draft.hit.entry.visitor:
        draft.bystanders |= keys(cast.all_parties(draft.hit.slots.preps.get("from", ()))) - known
    others = [p for p in focus.sentence if p.key and p.key not in known]
    others = [p for p in others if not is_topic(draft, p)]
    patrons = find_patrons(draft, cast) & keys(others)
    if patrons:
        draft.struck, others = draft.struck | patrons, [p for p in others if p.key not in patrons]
    talked_of = {p.key for p in focus.sentence if is_topic(draft, p)}
    others = [p for p in others if may_join(draft, p) and (p.person or len(known - draft.struck) < 2)]
    unspoken = draft.type in SAID and not draft.actors
    if unspoken and len(keys(others)) == 1 and only_describes(others[0].key, draft, cast):
        draft.struck, others = draft.struck | keys(others), []
    if draft.type in SAID and len(keys(others)) == 1 and others[0].key not in cast.acting:
        draft.how["parties"] = "alone"  # a place, or what is talked about
    elif len(keys(others)) == 1 and (target := _threatened(draft, others, known, focus)) is not None:
        fill_side(draft, [target], "thread")
    elif len(keys(others)) == 1:
        fill_side(draft, others, "focus")
    elif talked_of and all(p.state for p in draft.actors):
        draft.actors, draft.recipients, draft.closed = (), (), True
    elif draft.struck:
        draft.how["parties"] = "alone"
    elif (draft.type in SAID and names_people(draft, cast)) or names_countryman(draft, cast):
        draft.actors, draft.recipients, draft.closed = (), (), True
    elif draft.type in AIMED and draft.actors and (target := focus.target(known)):
        fill_side(draft, [target], "target")
    elif draft.type == "ASSAULT" and draft.actors:
        draft.how["parties"] = "alone"
    elif not others and (p := focus.partner(known | talked_of)) and p.key in cast.acting and may_join(draft, p):
        fill_side(draft, [p], "dyad")
    else:
        draft.how["parties"] = "alone"


def _is_at_hosts(draft: Draft, cast: Cast) -> bool:
    """Whether somebody "held talks in Cork", with those there, of whose land the report tells."""
    slots = draft.hit.slots
    if draft.type != "CONSULT" or draft.hit.kind != "N" or slots.preps.get("with") or slots.preps.get("between"):
        return False
    known = draft.keys
    towns = [t for t in slots.preps.get("in", ()) if (m := cast.mention(t)) is not None and m.kind == "capital"]
    hosts = {cast.states_at.get(t.i) for t in towns} & (cast.represented - known)
    if len(hosts) != 1 or len(known) != 1 or not all(p.state for p in draft.actors):
        return False
    draft.recipients = (Party(state=hosts.pop(), spans=(towns[0].span,), how="place"),)
    return True


def _threatened(draft: Draft, others: list[Party], known: set[str], focus: Focus) -> Party | None:
    """At whom a threat is aimed that only names beside it whom nobody in the report is against."""
    if draft.type != "THREATEN" or not draft.actors or draft.recipients:
        return None
    target = focus.target(known)
    return target if target is not None and not keys(others) & {target.key, *focus.targets} else None


def _asked(party: Party, spoken_of: bool) -> Party:
    """Who is asked or refused: for whoever is to be handed over, and for anybody without office, it is their state."""
    if not party.person or not party.state or (party.office and not spoken_of):
        return party
    return Party(state=party.state, spans=party.spans, how=party.how)


def _of_own_deed(draft: Draft, cast: Cast) -> bool:
    """Whether a judgement is passed on what the speaker's own side does ("would take a constructive approach")."""
    word = draft.hit.word
    if draft.hit.kind != "A" or draft.recipients or word.dep not in ("amod", "conj"):
        return False
    noun = word.head.head if word.dep == "conj" else word.head
    verb = noun.head.head if noun.dep == "pobj" else noun.head
    if noun.dep not in ("dobj", "pobj") or not is_verb(verb):
        return False
    doing = keys(cast.all_parties(surface_subject(verb)))
    return bool(doing) and doing <= keys(draft.actors)


def _face_to_face(draft: Draft, others: list[Party], how: str) -> bool:
    """Whether one leader or minister speaks and just one other is named beside him."""
    if how != "focus" or draft.type not in SAID or len(others) != 1:
        return False
    return bool(others[0].person and others[0].office) and any(p.person and p.office for p in draft.actors)


def _in_office(others: list[Party]) -> list[Party]:
    """Of those named in a sentence who need not have met: not whose son, lawyer or victim is only spoken of."""
    if not any(p.person for p in others):
        return others
    return [p for p in others if p.office]


def fill_side(draft: Draft, others: Iterable[Party], how: str) -> None:
    """Put others on the side that is open; as states, but for who meets or is answered face to face."""
    others = list(others)
    if draft.type != "CONSULT" and how != "company" and not _face_to_face(draft, others, how):
        others = sides_only(others)
    elif how == "focus":
        others = _in_office(others) or sides_only(others)
    if draft.type == "SANCTION":
        # what is between states is not kept up with rebels
        others = [msgspec.structs.replace(p, organisation=None) if is_at_odds_with_its_state(p) else p for p in others]
    side = unique(msgspec.structs.replace(p, how=how) for p in others)
    draft.how["parties"] = how
    if not draft.recipients:
        draft.recipients = side
    elif not draft.actors:
        draft.actors = side
    else:
        draft.how["parties"] = "alone"


def _join_dealer(draft: Draft, cast: Cast, focus: Focus) -> None:
    """Whose deal "with X and Y" it is, who is not named beside it: the only other of the sentence, or of the report."""
    partners = keys(cast.all_parties(draft.hit.slots.preps.get("with", ())))
    if len(partners) < 2 or draft.keys != partners or keys(cast.all_parties(draft.hit.slots.subject)) & partners:
        return
    others = [p for p in focus.sentence if p.key and p.key not in partners]
    said = cast.speakers.parties(draft.hit.word) if cast.speakers is not None else ()
    dealer = others[0] if len(keys(others)) == 1 else next((p for p in said if p.key not in partners), None)
    dealer = dealer or (None if others else focus.partner(partners))
    if dealer is not None and dealer.key:
        whole = draft.type == "CONSULT" and bool(dealer.office)
        draft.actors = unique([dealer] if whole else sides_only([dealer], "focus")) + draft.actors


def _join_sides(draft: Draft) -> None:
    slots, cast_sides = draft.hit.slots, unique([*draft.actors, *draft.recipients])
    if slots.preps.get("with") or slots.preps.get("between") or draft.both:
        draft.actors, draft.recipients = cast_sides, ()
