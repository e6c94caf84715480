"""Deeds asked for by what was done, by whom and to whom."""

from __future__ import annotations

from collections.abc import Sequence

from detente.codebook.levels import level_of_office
from detente.model import Entry, Party
from detente.register import Past, Register
from detente.relations.asking.understand import Asked, Side
from detente.relations.asking.words import asking_words
from detente.relations.contacts import HELD, is_called, levels_meant, pairs

DOER, DONE_TO = "doer", "done to"
PLACES = frozenset({"in", "at"})
"""Words after which a state is where a deed was done, not who did it."""


def find_deeds(register: Register | Past, asked: Asked, keys: Sequence[str]) -> list[Entry]:
    """The deeds that a question asks for, by date, the undated last."""
    named = list(zip(asked.sides, keys, strict=True))
    there = [key for side, key in named if side.before in PLACES]
    doers = [(side, key) for side, key in named if side.before not in PLACES]
    mine = [key for _, key in doers]
    both: list[tuple[str | None, str | None]] = [(mine[0], None)] if len(mine) == 1 else [(None, None)]
    if len(mine) == 2:
        both = list(pairs(mine[0], mine[1]))
    found = [
        entry
        for a, b in both
        for entry in register.entries(a, b, asked.first, asked.last)
        if _is_kind(entry, asked) and _goes(entry, asked, doers) and not (entry.date is None and asked.first)
    ]
    found = [e for e in found if not there or (e.place is not None and e.place.state in there)]
    return [entry for entry in found if asked.object is None or _is_done_to(register, entry, asked.object)]


def nameless_deeds(register: Register | Past, asked: Asked, keys: Sequence[str]) -> list[Entry]:
    """Deeds of the kind done to the one side, by nobody knows whom: they may be those asked for."""
    if asked.status is not None or asked.between or asking_words().deeds[asked.deed or ""].mutual or len(keys) != 2:
        return []
    done_to = [(s, k) for s, k in zip(asked.sides, keys, strict=True) if role_of(s, asked) == DONE_TO]
    return [
        entry
        for side, key in done_to
        for entry in register.entries(key, None, asked.first, asked.last)
        if not entry.actors and _is_kind(entry, asked) and not (entry.date is None and asked.first)
        if any(_is(p, key, side) for p in entry.recipients)
    ]


def _is_kind(entry: Entry, asked: Asked) -> bool:
    """Type, mode and status; a status asked for by name is of contacts of the kind named, or of any deed."""
    if asked.status is not None:
        contact = asked.kind is None or entry.type == "CONSULT"
        way = asked.kind not in ("visit", "call") or entry.mode == {"visit": "visit", "call": "phone"}[asked.kind]
        return entry.status == asked.status and contact and way
    deed = asking_words().deeds[asked.deed or ""]
    if (deed.towards and not entry.recipients) or (entry.type in deed.together and entry.recipients):
        return False
    return entry.status in HELD and entry.type in deed.types and (not deed.modes or entry.mode in deed.modes)


def _goes(entry: Entry, asked: Asked, doers: Sequence[tuple[Side, str]]) -> bool:
    """Whether each side did what the question has it do."""
    mutual = asked.status is not None or asking_words().deeds[asked.deed or ""].mutual or asked.between
    both = len(doers) == 2 and all(role_of(side, asked) == DOER for side, _ in doers)
    mutual = mutual or both  # "did A and B expel diplomats": each other's
    alone = len(doers) == 1 and not asked.between and asked.status is None  # "what has A agreed to": what A did
    for side, key in doers:
        role: str | None = role_of(side, asked)
        if mutual and not (alone and role == DOER):
            role = None
        parties = {DOER: entry.actors, DONE_TO: entry.recipients}.get(role or "", (*entry.actors, *entry.recipients))
        if not any(_is(party, key, side) for party in parties):
            return False
    return True


def role_of(side: Side, asked: Asked) -> str:
    """Who does it and to whom it is done, by the word before a party, else by its place before or after the verb."""
    words = asking_words()
    if side.before in words.actor_before or (side.before in words.asking_before and not asked.passive):
        return DOER
    if side.at > asked.verb_at and side.before in words.recipient_before:
        return DONE_TO
    before = side.at < asked.verb_at
    return DONE_TO if before == asked.passive else DOER


def _is(party: Party, key: str, side: Side) -> bool:
    if party.key not in {one for one, _ in pairs(key, key)}:
        return False
    if side.level is not None and level_of_office(party.office) not in levels_meant(side.level)[0]:
        return False
    return side.person is None or bool(party.person and is_called(party.person, side.person))


def _is_done_to(register: Register | Past, entry: Entry, thing: str) -> bool:
    """Whether a report of the deed names the thing in its passage."""
    words = asking_words().objects[thing]
    passages = " ".join(piece.words.casefold() for piece in register.evidence(entry))
    return any(word in passages for word in words)
