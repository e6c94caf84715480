"""The user's own actors: states, organisations and persons laid over the shipped codebook.

Files: CSV or YAML with the columns or keys `name, aliases, kind, state, organisation, office, first, last` (kind is
"state", "organisation" or "person"; aliases are divided by ";" or listed), or the dictionary of PETRARCH as JSON
(`{"NAME": "CODE"}`, the first three letters of a code being the country). The names of the user override those shipped.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import yaml
from msgspec.structs import replace

from detente.codebook import Codebook, Holder, Organisation, State
from detente.model import InputError
from detente.resolving.fold import fold_key

USER = "user"
_KINDS = ("state", "organisation", "person")
_NO_STATE = frozenset({"IGO", "IMG", "NGO", "NGM", "MNC", "INT"})


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """One actor of the user's; `state` is a code of three letters, invented ones included."""

    name: str
    kind: str = "state"
    aliases: tuple[str, ...] = ()
    state: str | None = None
    organisation: str | None = None
    office: str | None = None
    first: str | None = None
    last: str | None = None


def load_actors(path: Path | str) -> tuple[Actor, ...]:
    """The actors of a file: CSV, YAML, or the JSON dictionary of PETRARCH.

    Raises: InputError where the file is missing or is none of these; names file and row.
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix.lower() == ".json":
            return tuple(_petrarch(json.loads(text)))
        rows = list(csv.DictReader(text.splitlines())) if path.suffix.lower() == ".csv" else yaml.safe_load(text)
    except OSError as error:
        raise InputError(f"cannot read actors from {path}: {error.strerror or error}") from error
    except (UnicodeDecodeError, ValueError, csv.Error, yaml.YAMLError) as error:
        raise InputError(f"{path} is no CSV, YAML or JSON: {str(error).splitlines()[0]}") from error
    if not isinstance(rows, list):
        raise InputError(f"{path} has no list of actors")
    return tuple(_actor(row, f"{path}, actor {number}") for number, row in enumerate(rows, start=1))


def _petrarch(data: Any) -> Iterator[Actor]:
    if not isinstance(data, dict):
        raise ValueError("not a dictionary of names and codes")
    for name, code in data.items():
        country = str(code)[:3].upper()
        if not country.isalnum() or not str(name).strip():
            continue
        written = " ".join(word.capitalize() for word in str(name).split())
        if country in _NO_STATE:
            yield Actor(name=written, kind="organisation", organisation=written)
        else:
            yield Actor(name=written, state=country)


def _actor(row: Any, where: str) -> Actor:
    if not isinstance(row, dict):
        raise InputError(f"{where}: not a row of names and values")
    values = {str(key).strip(): value for key, value in row.items() if value not in (None, "")}
    aliases = values.get("aliases") or ()
    values["aliases"] = (
        tuple(a.strip() for a in aliases.split(";") if a.strip()) if isinstance(aliases, str) else aliases
    )
    values = {key: str(value) if key != "aliases" else value for key, value in values.items()}
    try:
        actor = msgspec.convert(values, Actor)
    except msgspec.ValidationError as error:
        raise InputError(f"{where}: {error}") from error
    if actor.kind not in _KINDS or (actor.kind == "state" and not actor.state):
        raise InputError(f"{where}: kind must be one of {', '.join(_KINDS)}, and a state needs its code in `state`")
    return actor


def with_actors(codebook: Codebook, actors: Iterable[Actor]) -> Codebook:
    """The codebook with the user's actors laid over it; the shipped one stays as it is."""
    actors = tuple(actors)
    names = frozenset(fold_key(name) for actor in actors for name in (actor.name, *actor.aliases))
    return Codebook(
        states=(
            *(_state(actor) for actor in actors if actor.kind == "state"),
            *(_without(s, names) for s in codebook.states),
        ),
        organisations=(
            *(_organisation(actor) for actor in actors if actor.kind == "organisation"),
            *(_organisation_without(o, names) for o in codebook.organisations),
        ),
        offices=codebook.offices,
        holders=(
            *(_holder(actor) for actor in actors if actor.kind == "person"),
            *(h for h in codebook.holders if fold_key(h.person) not in names),
        ),
    )


def _state(actor: Actor) -> State:
    return State(
        iso3=actor.state or "",
        name=actor.name,
        official_name=actor.name,
        names=(actor.name, *actor.aliases),
        demonyms=(),
        capitals=(),
        metonyms=(),
        first=actor.first,
        last=actor.last,
        un_member=True,
        source=USER,
    )


def _organisation(actor: Actor) -> Organisation:
    name = actor.organisation or actor.name
    return Organisation(
        name=name, abbrev=None, kind=USER, aliases=(actor.name, *actor.aliases), state=actor.state, source=USER
    )


def _holder(actor: Actor) -> Holder:
    return Holder(
        person=actor.name,
        aliases=actor.aliases,
        state=actor.state,
        organisation=actor.organisation,
        office=actor.office or "",
        title="",
        first=actor.first,
        last=actor.last,
        open_as_of=None,
        source=USER,
        trust="A",
    )


def _without(state: State, names: frozenset[str]) -> State:
    """A shipped state without the words that the user gives another meaning."""

    def kept(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(w for w in words if fold_key(w) not in names)

    fields = {key: kept(getattr(state, key)) for key in ("names", "demonyms", "capitals", "regions")}
    metonyms = tuple(m for m in state.metonyms if fold_key(m.text) not in names)
    if all(fields[key] == getattr(state, key) for key in fields) and metonyms == state.metonyms:
        return state if fold_key(state.name) not in names else replace(state, name=state.official_name)
    name = state.name if fold_key(state.name) not in names else state.official_name
    return replace(state, name=name, metonyms=metonyms, **fields)


def _organisation_without(organisation: Organisation, names: frozenset[str]) -> Organisation:
    abbrev = organisation.abbrev if organisation.abbrev and fold_key(organisation.abbrev) not in names else None
    return replace(
        organisation, abbrev=abbrev, aliases=tuple(a for a in organisation.aliases if fold_key(a) not in names)
    )
