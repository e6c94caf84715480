"""A deed in one short English sentence, from type, mode, parties and status; wording in `codebook/describe.yaml`."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import msgspec
import yaml

import detente.codebook
from detente.codebook import load_codebook
from detente.model import CodebookError, Entry, Event, Party

FILE = Path(detente.codebook.__file__).with_name("describe.yaml")
Form = tuple[str, str]


class _Mode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    to: Form | None = None
    among: Form | None = None
    alone: Form | None = None
    passive: Form | None = None


class _Type(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    to: Form
    among: Form
    alone: Form
    passive: Form
    modes: dict[str, _Mode] = {}


class _Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    statuses: dict[str, str]
    offices: dict[str, str]
    inferred: dict[str, str]
    phrases: dict[str, _Type]


@cache
def _wording() -> _Wording:
    try:
        return msgspec.convert(yaml.safe_load(FILE.read_text(encoding="utf-8")), _Wording)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise CodebookError(f"{FILE.name}: {error}") from error


def describe(event: Event | Entry) -> str:
    """Who did what to whom, in one short sentence without a full stop.

    >>> from detente.model import Event, Party, Span
    >>> describe(Event(id="e1", type="CONSULT", mode="visit", date=None, place=None, status="planned", sources=(),
    ...     actors=(Party("NOR", None, "Ola Nordmann", "foreign_minister"),), recipients=(Party("PRT"),),
    ...     evidence=(Span(0, 1),)))
    'Ola Nordmann (foreign minister, NOR) to visit Portugal'
    """
    return sentence(event.type, event.mode, event.status, event.actors, event.recipients)


@lru_cache(16_384)
def sentence(
    type_: str, mode_: str | None, status: str, actors: tuple[Party, ...], recipients: tuple[Party, ...]
) -> str:
    """As `describe`, of the fields that it looks at."""
    wording = _wording()
    phrases = wording.phrases[type_]
    mode = phrases.modes.get(mode_ or "", _Mode())
    if actors and recipients:
        form, who = mode.to or phrases.to, actors
    elif len(actors) > 1:
        form, who = mode.among or phrases.among, actors
    elif actors:
        form, who = mode.alone or phrases.alone, actors
    else:
        form, who = mode.passive or phrases.passive, recipients
    was = "was" if len(who) == 1 else "were"
    filled = {"them": name_parties(recipients), "host": _host(recipients), "was": was}
    did, do = (part.format(**filled) for part in form)
    return wording.statuses[status].format(who=name_parties(who), did=did, do=do)


def inferred_from(party: Party) -> str | None:
    """What a party was inferred from that the words do not name; None where they name it.

    >>> inferred_from(Party("FRA", how="dyad"))
    'the pair that the report is about'
    """
    return _wording().inferred.get(party.how or "")


def name_party(party: Party) -> str:
    """A party in words: the person with office and state, the holder of an office, the state or organisation.

    >>> name_party(Party("FRA"))
    'France'
    """
    office = _wording().offices.get(party.office or "", (party.office or "").replace("_", " "))
    if party.person:
        about = ", ".join(word for word in (office, party.key) if word)
        return f"{party.person} ({about})" if about else party.person
    name = _state(party.state) if party.state else party.organisation or ""
    if office:
        return f"{office} of {name}" if name else f"a {office}"
    if party.state and party.organisation:
        return f"{party.organisation} ({party.state})"
    return name or "somebody unnamed"


@lru_cache(16_384)
def name_parties(parties: tuple[Party, ...]) -> str:
    """Several parties: "A", "A and B", "A, B and C"."""
    names = list(dict.fromkeys(name_party(party) for party in parties)) or ["somebody unnamed"]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


@lru_cache(16_384)
def _host(parties: tuple[Party, ...]) -> str:
    """Hosts: the state first, the people met after it."""
    states = list(dict.fromkeys(party.key for party in parties if party.key))
    if not states or len(states) != 1:
        return name_parties(parties)
    state = _state(states[0])
    met = [_met(party) for party in parties if party.person or party.office]
    return f"{state} ({', '.join(met)})" if met else state


def _met(party: Party) -> str:
    office = _wording().offices.get(party.office or "", (party.office or "").replace("_", " "))
    return ", ".join(word for word in (party.person, office) if word)


def _state(code: str) -> str:
    state = load_codebook().state(code)
    return state.name if state else code
