"""The facts: states, organisations, offices and their holders, as the tables in `data/` have them.

`load_codebook` reads them once; `checks.check_codebook` says what is wrong with them. The tables are built by
`scripts/build_codebook.py`; each row names its source. Days are ISO, as precise as known ("2004", "2004-03").
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import msgspec


class Metonym(msgspec.Struct, frozen=True):
    """A place, building or body that stands for a government.

    `office` is whose voice it is ("Kremlin": head_of_state), None for the government as such. `body` says what kind of
    body it names, where it does: foreign_ministry, defence_ministry, ministry, legislature, intelligence, military.
    """

    text: str
    office: str | None = None
    body: str | None = None


class State(msgspec.Struct, frozen=True, kw_only=True):
    """A state, present or former, or a territory with a code of its own.

    `names` are all names and abbreviations of the press, `name` first; `demonyms` adjectives and nouns, plurals too.
    `regions` are parts and breakaway areas that a reader files under the state. `first`, `last`: years or days of
    existence, where limited. `crown`: the state whose monarch is its head of state too (the Commonwealth realms).
    """

    iso3: str
    name: str
    official_name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    metonyms: tuple[Metonym, ...]
    regions: tuple[str, ...] = ()
    iso2: str | None = None
    cow_alpha: str | None = None
    cow: int | None = None
    gw: int | None = None
    first: str | None = None
    last: str | None = None
    crown: str | None = None
    un_member: bool = False
    trust: str = "A"
    source: str = ""


class Organisation(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation of states, a forum, a company of note, or a movement.

    Of the kind "gathering" is what people only come to (a yearly conference): it is no party to anything. `state` is
    where a movement or company is at home. `members` are ISO3 codes, with the years or days of membership
    where it was not from the founding to today: "GBR:1973/2020-01-31".
    """

    name: str
    abbrev: str | None
    kind: str
    aliases: tuple[str, ...]
    seat: str | None = None
    cameo: str | None = None
    state: str | None = None
    members: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    source: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every way to write it: the full name, the abbreviation, the aliases."""
        return tuple(dict.fromkeys((self.name, *((self.abbrev,) if self.abbrev else ()), *self.aliases)))

    def members_on(self, day: str) -> tuple[str, ...]:
        """The states that were members on an ISO day.

        >>> union = Organisation(name="Union", abbrev=None, kind="forum", aliases=(), members=("FRA", "GBR:1973/2020"))
        >>> union.members_on("1972-05-01"), union.members_on("1990-05-01")
        (('FRA',), ('FRA', 'GBR'))
        """
        found = []
        for member in self.members:
            state, _, years = member.partition(":")
            first, _, last = years.partition("/")
            if first <= day <= (last or "9999") + "~":
                found.append(state)
        return tuple(found)


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office and the titles of the press for it, in lower case.

    `rank` 1 is the highest. `only` limits a title to states or organisations (by code or name); `never` names those
    in which the title means another office ("president" of the World Bank is head_of_organisation).
    """

    code: str
    rank: int
    level: str
    titles: tuple[str, ...]
    only: dict[str, tuple[str, ...]] = {}
    never: dict[str, tuple[str, ...]] = {}

    def fits(self, title: str, party: str | None) -> bool:
        """Whether `title` can mean this office for a state (ISO3) or organisation; None: not known which."""
        word = title.lower()
        if word not in self.titles:
            return False
        if party is None:
            return word not in self.only
        return party in self.only.get(word, (party,)) and party not in self.never.get(word, ())


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """One term of a person in an office; `office` "" (and no dates) for well-known persons of no office.

    `last` None does not mean "still in office": `open_as_of` is the last day on which the source showed it.
    `trust`: A day-level, B single list, C month lists, D weak, K general knowledge.
    """

    person: str
    aliases: tuple[str, ...]
    state: str | None
    organisation: str | None
    office: str
    title: str
    first: str | None
    last: str | None
    open_as_of: str | None
    source: str
    trust: str


class Codebook(msgspec.Struct, frozen=True, dict=True):
    """All tables of facts, with the obvious look-ups."""

    states: tuple[State, ...]
    organisations: tuple[Organisation, ...]
    offices: tuple[Office, ...]
    holders: tuple[Holder, ...]

    @cached_property
    def _states(self) -> dict[str, State]:
        return {state.iso3: state for state in self.states}

    @cached_property
    def _organisations(self) -> dict[str, Organisation]:
        return {organisation.name: organisation for organisation in self.organisations}

    @cached_property
    def _offices(self) -> dict[str, Office]:
        return {office.code: office for office in self.offices}

    @cached_property
    def _held(self) -> dict[tuple[str, str], tuple[Holder, ...]]:
        return _grouped(
            (((holder.organisation or holder.state or ""), holder.office), holder) for holder in self.holders
        )

    def state(self, iso3: str) -> State | None:
        """The state of an ISO 3166-1 alpha-3 code (former states by their last code)."""
        return self._states.get(iso3)

    def organisation(self, name: str) -> Organisation | None:
        """The organisation of a full name."""
        return self._organisations.get(name)

    def office(self, code: str) -> Office | None:
        """The office of a code."""
        return self._offices.get(code)

    def held(self, party: str, office: str) -> tuple[Holder, ...]:
        """The terms of an office of a state (ISO3) or organisation (full name), in order of their start.

        A realm without a head of state of its own has the one of its crown.
        """
        state = self.state(party)
        if office == "head_of_state" and state is not None and state.crown:
            return self._held.get((party, office)) or self._held.get((state.crown, office), ())
        return self._held.get((party, office), ())


def _grouped(pairs: Iterable[tuple[tuple[str, str], Holder]]) -> dict[tuple[str, str], tuple[Holder, ...]]:
    groups: dict[tuple[str, str], list[Holder]] = {}
    for key, holder in pairs:
        groups.setdefault(key, []).append(holder)
    return {key: tuple(sorted(held, key=lambda holder: holder.first or "")) for key, held in groups.items()}
