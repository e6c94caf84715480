"""All names of the codebook in one automaton, and the persons behind the names."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import ahocorasick
import msgspec

from detente.codebook import Codebook
from detente.model import Tenure
from detente.resolving.fold import fold, fold_key
from detente.resolving.shortening import by_name_of, ends_name, is_name, plural_of, surnames_of
from detente.resolving.tenures import tenure_of
from detente.resolving.words import load_words

KNOWN_OFFICES = frozenset({"head_of_state", "head_of_government", "foreign_minister", "defence_minister"})
"""Offices whose holders are known by their surname alone."""
_ORGANISATION_HEADS = frozenset({"secretary_general", "head_of_organisation", "party_leader"})
NATIONAL = ("state", "demonym", "capital", "metonym")
COMMON_WORDS = frozenset({"us", "it", "who", "am", "as", "pa", "is", "ai", "no", "so", "or", "guam"})


class Entry(msgspec.Struct, frozen=True, gc=False):
    """What a string of the automaton can mean. `case`: "name" (capital first), "upper", "exact", "any"."""

    kind: str
    form: str
    case: str = "name"
    state: str | None = None
    organisation: str | None = None
    office: str | None = None
    person: Person | None = None
    user: bool = False


class Person(msgspec.Struct, eq=False, gc=False):
    """Someone of the codebook: all terms held under one name."""

    name: str
    state: str | None
    organisation: str | None
    tenures: tuple[Tenure, ...] = ()
    surnames: frozenset[str] = frozenset()
    known: bool = False
    """Whether the surname alone may be meant for this person."""


def is_known(tenure: Tenure) -> bool:
    """Whether a term makes its holder known by surname: head or minister of a state, head of an organisation."""
    return tenure.office in KNOWN_OFFICES or (tenure.state is None and tenure.office in _ORGANISATION_HEADS)


class Lexicon:
    """The automaton over the codebook's names, and look-ups of persons and titles."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self.words = load_words()
        self.entries: list[tuple[Entry, ...]] = []
        self.lengths: list[int] = []
        self.people: list[Person] = []
        self.by_name: dict[str, tuple[Person, ...]] = {}
        self.by_surname: dict[str, tuple[Person, ...]] = {}
        self.by_party: dict[str, tuple[Person, ...]] = {}
        self.given: set[str] = set()
        self.title_office: dict[str, list[str]] = {}
        self._slots: dict[str, int] = {}
        self.eras: dict[int, list[Entry]] = {}
        self.kinds = {organisation.name: organisation.kind for organisation in codebook.organisations}
        self.by_word: dict[str, tuple[Person, ...]] = {}
        self.regions = self.words.part_nations | {name.lower() for state in codebook.states for name in state.regions}
        """Parts of states, and peoples of such, that have leaders of their own."""
        self._add_people()
        for form, entry in self._all_entries():
            self._add(form, entry)
        for key, people in self.by_name.items():
            for person in people:
                self._add_key(key, Entry("person", key, person=person))
        self._rank_states()
        self.automaton = ahocorasick.Automaton()
        for key, slot in self._slots.items():
            self.automaton.add_word(f" {key} ", slot)
        self.automaton.make_automaton()

    def _add(self, form: str, entry: Entry) -> None:
        key = fold_key(form)
        self._add_key(key, entry)
        if "  " in key:
            self._add_key(" ".join(key.split()), entry)

    def _add_key(self, key: str, entry: Entry) -> None:
        """Add what a folded name can mean."""
        if len(key) < 2:
            return
        slot = self._slots.get(key)
        if slot is None:
            self._slots[key] = len(self.entries)
            self.entries.append((entry,))
            self.lengths.append(len(key))
        elif entry not in self.entries[slot]:
            self.entries[slot] = (*self.entries[slot], entry)

    def acts(self, organisation: str | None) -> bool:
        """Whether an organisation does anything itself: a gathering is only come to."""
        return self.kinds.get(organisation or "") != "gathering"

    def _rank_states(self) -> None:
        """Keep, of the states that share a word, those of today first; former states stay behind them."""
        for slot, entries in enumerate(self.entries):
            if len({entry.state for entry in entries if entry.kind in NATIONAL}) > 1:
                best = min(self._rank(entry) for entry in entries if entry.kind in NATIONAL)
                keep = tuple(e for e in entries if e.kind not in NATIONAL or self._rank(e) == best)
                self.eras[slot] = [e for e in entries if e.kind in NATIONAL and self._rank(e)[0] == 3]
                self.entries[slot] = keep

    def _rank(self, entry: Entry) -> tuple[int, int]:
        state = self.codebook.state(entry.state or "")
        if state is None:
            return 4, 0
        if entry.user:
            return -1, 0
        first = int(entry.kind == "capital" and state.capitals[:1] != (entry.form,))
        return (3 if state.last else 0 if state.un_member else 1 if state.cow else 2), first

    def state_then(self, words: str, day: str) -> str | None:
        """The former state that words ("Moscow", "Yugoslav") stood for on an ISO day, where there was one."""
        slot = self._slots.get(fold_key(words))
        for entry in self.eras.get(slot, ()) if slot is not None else ():
            state = self.codebook.state(entry.state or "")
            if state and (state.first or "") <= day <= (state.last or "9") + "-99":
                return state.iso3
        return None

    def states_for(self, words: str) -> frozenset[str]:
        """The states of today that words can stand for."""
        slot = self._slots.get(fold_key(words))
        entries = self.entries[slot] if slot is not None else ()
        return frozenset(e.state for e in entries if e.kind in NATIONAL and e.state)

    def _all_entries(self) -> Iterator[tuple[str, Entry]]:
        yield from _state_entries(self.codebook)
        for organisation in self.codebook.organisations:
            for name in organisation.names:
                yield (
                    name,
                    Entry(
                        "organisation",
                        name,
                        _case(name),
                        organisation.state,
                        organisation.name,
                        user=organisation.source == "user",
                    ),
                )
        yield from self._title_entries()
        for person in self.people:
            if person.known:
                for surname in sorted(person.surnames):
                    yield surname, Entry("surname", surname, person=person)

    def _title_entries(self) -> Iterator[tuple[str, Entry]]:
        for office in self.codebook.offices:
            for title in office.titles:
                self.title_office.setdefault(title, []).append(office.code)
        for code, titles in self.words.titles.items():
            for title in titles:
                self.title_office.setdefault(title, [code])
        homes = self._homes()
        for title in self.title_office:
            if title in self.words.person_nouns and title not in self.words.plain_titles:
                continue
            state, organisation = homes.get(title, (None, None))
            case = "upper" if len(title.replace(".", "")) <= 2 else "any"
            yield title, Entry("title", title, case, state, organisation)
            if len(title) > 4 or title.endswith("."):
                yield plural_of(title), Entry("title", title, "any", state, organisation, office="plural")
        for title in self.words.facing_titles:
            yield title, Entry("title", title, "any")
            yield plural_of(title), Entry("title", title, "any", office="plural")

    def _homes(self) -> dict[str, tuple[str | None, str | None]]:
        """Titles that name whose they are ("pentagon chief", "white house spokesman")."""
        names: dict[str, tuple[str | None, str | None]] = {}
        for state in sorted(self.codebook.states, key=lambda state: state.last or ""):
            for metonym in state.metonyms:
                names.setdefault(fold_key(metonym.text), (state.iso3, None))
        for organisation in self.codebook.organisations:
            for name in organisation.names:
                names[fold_key(name)] = (None, organisation.name)
        homes: dict[str, tuple[str | None, str | None]] = {
            title: (state, None) for state, titles in self.words.home_titles.items() for title in titles
        }
        for office in self.codebook.offices:
            for title, places in office.only.items():
                if len(places) == 1 and len(self.title_office.get(title, ())) == 1:
                    homes[title] = (places[0], None) if self.codebook.state(places[0]) else (None, places[0])
        for title in self.title_office:
            words = fold(title).split()
            for n in range(1, len(words)):
                home = names.get(" ".join(words[:n]))
                if home is not None and title not in self.words.homeless_titles:
                    homes[title] = home
        return homes

    def _add_people(self) -> None:
        people: dict[tuple[str, str], Person] = {}
        names: dict[tuple[str, str], dict[str, None]] = {}
        aliases: dict[tuple[str, str], tuple[str, ...]] = {}
        for holder in self.codebook.holders:
            if holder.trust in ("D", "X"):
                continue
            party = holder.state or holder.organisation or ""
            key = (holder.person, party)
            person = people.get(key)
            if person is None:
                person = people[key] = Person(holder.person, holder.state, holder.organisation)
                names[key] = {holder.person: None}
            term = tenure_of(holder, self.codebook.held(party, holder.office))
            person.tenures = (*person.tenures, term)
            person.known = person.known or is_known(term)
            if holder.aliases and aliases.get(key) != holder.aliases:
                aliases[key] = holder.aliases
                names[key].update(dict.fromkeys(filter(is_name, holder.aliases)))
        for key, person in people.items():
            self._add_person(person, [name for name in names[key] if " " in name.strip()] or [person.name])

    def _add_person(self, person: Person, full: list[str]) -> None:
        forms = dict.fromkeys(
            s for name in (full if person.known else full[:1]) for s in surnames_of(name, person.state)
        )
        forms.update(dict.fromkeys(by_name_of(alias) for alias in full[1:] if ends_name(person.name, alias)))
        forms.update(dict.fromkeys(self.words.by_names.get(person.name, ())))
        person.surnames = frozenset(forms)
        self.people.append(person)
        _file(self.by_party, person.state or person.organisation or "", person)
        for name in full:
            words = fold(name).split()
            if len(words) > 1:
                _file(self.by_name, " ".join(words), person)
            if len(words) > 1 and len(words[0]) > 2 and words[0] not in self.words.no_given:
                self.given.add(words[0])
        for surname in forms:
            _file(self.by_surname, fold_key(surname), person)
        for word in fold(person.name).split()[1:-1]:
            _file(self.by_word, word, person)

    def offices_of(self, title: str, party: str | None) -> tuple[str, ...]:
        """The office codes that a title can mean for a state or organisation, the likeliest first."""
        found = [
            office.code for office in self.codebook.offices if title in office.titles and office.fits(title, party)
        ]
        if found:
            return tuple(found)
        shipped = any(title in office.titles for office in self.codebook.offices)
        return () if shipped else tuple(self.title_office.get(title, ()))

    def homes_of(self, title: str) -> tuple[str | None, tuple[str, ...]]:
        """The highest office of a title that only some states have, and all of these ("chancellor"); else None."""
        bearing = [office for office in self.codebook.offices if title in office.titles]
        if not bearing or any(title not in office.only for office in bearing):
            return None, ()
        return bearing[0].code, tuple(home for office in bearing for home in office.only[title])


def _file(table: dict[str, tuple[Person, ...]], key: str, person: Person) -> None:
    """Add a person to those under a key. Tuples of records without `gc` are nothing to look through for garbage."""
    known = table.get(key, ())
    if person not in known:
        table[key] = (*known, person)


def _state_entries(codebook: Codebook) -> Iterator[tuple[str, Entry]]:
    for state in codebook.states:
        for name in (state.name, state.official_name, *state.names, *state.regions):
            yield name, Entry("state", name, _case(name), state=state.iso3, user=state.source == "user")
        for demonym in state.demonyms:
            yield demonym, Entry("demonym", demonym, state=state.iso3)
        for capital in state.capitals:
            yield capital, Entry("capital", capital, state=state.iso3)
        for metonym in state.metonyms:
            case = "any" if " " in metonym.text and metonym.text[0].isalpha() else _case(metonym.text)
            yield metonym.text, Entry("metonym", metonym.text, case, state=state.iso3, office=metonym.office)


def _case(name: str) -> str:
    letters = [c for c in name if c.isalpha()]
    short = len(letters) <= 3 or "".join(letters).lower() in COMMON_WORDS
    if not short:
        return "name"
    return "upper" if all(c.isupper() for c in letters) else "exact"


_BUILT: list[Lexicon] = []
_KEPT = 3


def lexicon_of(codebook: Codebook) -> Lexicon:
    """The automaton of a codebook, built once for each of the last few codebooks in use."""
    for lexicon in _BUILT:
        if lexicon.codebook is codebook:
            return lexicon
    _BUILT.append(_built(codebook))
    del _BUILT[:-_KEPT]
    return _BUILT[-1]


def _built(codebook: Codebook) -> Lexicon:
    """The automaton; nothing of it is garbage, so that looking for such meanwhile would only cost a third more."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return Lexicon(codebook)
    finally:
        if collecting:
            gc.enable()
