"""Contacts between two parties: which entries are meant by "visit", "call", "at the level of foreign ministers"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
import yaml

import detente.codebook
from detente.codebook import load_codebook
from detente.codebook.in_office import terms_of
from detente.codebook.levels import highest, level_of_title, load_levels
from detente.codebook.naming import named_party
from detente.merging.names import same_person
from detente.model import CodebookError, Coverage, Entry, InputError, Party
from detente.register import Past, Register
from detente.relations.told import is_told
from detente.resolving.fold import fold_key

FILE = Path(detente.codebook.__file__).with_name("questions.yaml")
Kind = Literal["meeting", "visit", "call", "contact"]
KINDS: tuple[Kind, ...] = ("meeting", "visit", "call", "contact")
HELD = frozenset({"occurred", "ongoing"})
HEADS = ("head_of_state", "head_of_government")
"""Of whose terms the tables are complete."""
STAY = 62
"""Days that a visit can last; a longer stretch is a date that is not known better."""


class WideLevel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Levels that a word surely, and perhaps, means."""

    sure: tuple[str, ...]
    perhaps: tuple[str, ...]


class QuestionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of questions; `continues`: state -> the former states that it goes on from."""

    continues: dict[str, tuple[str, ...]]
    levels: dict[str, str]
    wide_levels: dict[str, WideLevel]
    plain_modifiers: frozenset[str]
    limits: frozenset[str]
    states_as_such: frozenset[str]
    in_office: frozenset[str]


@cache
def question_words() -> QuestionWords:
    """The words, read once.

    Raises: CodebookError where the file cannot be read.
    """
    try:
        return msgspec.convert(yaml.safe_load(FILE.read_text(encoding="utf-8")), QuestionWords)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise CodebookError(f"{FILE.name}: {error}") from error


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """Contacts asked for. A visit is one of `a` to `b`; the other kinds know no direction.

    `level`: a level, a group of levels or an office: that of the visitor, or the lower of both sides where they meet.
    `sides`: the level at which one of the parties has to have been there, whatever that of the other.
    `persons`: who has to have taken part; `place`: where, as a name or part of one.
    """

    kind: Kind
    a: str
    b: str
    level: str | None = None
    persons: tuple[str, ...] = ()
    place: str | None = None
    sides: tuple[tuple[str, str], ...] = ()

    def fits(self, entry: Entry) -> bool:
        """Whether a deed surely is one of these, and took place."""
        if entry.type != "CONSULT" or entry.status not in HELD or entry.verdict == "rejected":
            return False
        if not self._is_kind(entry) or (self.level and not self._at_level(entry)):
            return False
        if not all(_level(entry, _side(entry, key)) in levels_meant(level)[0] for key, level in self.sides):
            return False
        return self._has_persons(entry) and (self.place is None or _lies_in(entry, self.place))

    def may_fit(self, entry: Entry) -> bool:
        """Whether a deed can be one of these: what is not known of it may be as asked for."""
        if entry.type != "CONSULT" or entry.verdict == "rejected" or entry.status not in (*HELD, "alleged"):
            return False
        if not (self._is_kind(entry) or self._may_be_visit(entry)) or not self._has_persons(entry):
            return False
        known = self.place is None or entry.place is None or _lies_in(entry, self.place) or not _is_town(entry)
        return known and (self.level is None or self._may_reach(entry))

    def is_told(self, entry: Entry) -> bool:
        """Whether a deed that fits is surely told of both: who was only filled in may have had no part."""
        return is_told(entry, _with_former(self.a) | _with_former(self.b))

    def level_of(self, entry: Entry) -> str | None:
        """The level of a contact: the lower one of the sides that count, as far as they are known."""
        known = [level for side in self._sides(entry) if (level := _level(entry, side))]
        return max(known, key=_rank, default=None)

    def _is_kind(self, entry: Entry) -> bool:
        if self.kind == "visit":
            came = {p.key for p in entry.actors} & _with_former(self.a)
            hosts = {p.key for p in entry.recipients} & _with_former(self.b)
            return entry.mode == "visit" and bool(came) and bool(hosts)
        if self.kind == "call":
            return entry.mode == "phone"
        return self.kind == "contact" or entry.mode != "phone"

    def _may_be_visit(self, entry: Entry) -> bool:
        """Whether a meeting of which it is not told who came to whom can have been at the host's."""
        if self.kind != "visit" or entry.mode not in (None, "visit") or (entry.mode == "visit" and entry.recipients):
            return False
        return entry.place is None or entry.place.state in (None, *_with_former(self.b))

    def _sides(self, entry: Entry) -> list[list[Party]]:
        keys = [self.a] if self.kind == "visit" else [self.a, self.b]
        return [_side(entry, key) for key in keys]

    def _has_persons(self, entry: Entry) -> bool:
        parties = (*entry.actors, *entry.recipients)
        return all(any(p.person and is_called(p.person, name) for p in parties) for name in self.persons)

    def _at_level(self, entry: Entry) -> bool:
        if _is_office(self.level):
            sides = [side for side in self._sides(entry) if any(p.office for p in side)]
            return bool(sides) and all(any(p.office == self.level for p in side) for side in sides)
        found = self.level_of(entry)
        return found is not None and found in levels_meant(self.level or "")[0]

    def _may_reach(self, entry: Entry) -> bool:
        """Whether the sides whose level is not known can be at the level asked for, and the others are."""
        sure, perhaps = levels_meant(self.level or "")
        sides = [(side, _level(entry, side)) for side in self._sides(entry)]
        return all(
            _may_be_head(side, sure) if level is None else level in sure or level in perhaps for side, level in sides
        )


def _side(entry: Entry, key: str) -> list[Party]:
    return [p for p in (*entry.actors, *entry.recipients) if p.key in _with_former(key)]


def _level(entry: Entry, side: list[Party]) -> str | None:
    """The level of a side; one elected to an office counts as its holder."""
    elect = [(p.office or "").removesuffix("_elect") for p in side if (p.office or "").endswith("_elect")]
    return highest([*(entry.levels.get(p.key) for p in side), *elect])


def _may_be_head(side: list[Party], levels: Collection[str]) -> bool:
    """Whether a side of which no office is told can be of some levels: the tables know who was ever a head."""
    if not side or not all(party.person for party in side) or not set(levels) <= set(HEADS):
        return True
    offices = (office for p in side for office, _, _ in terms_of(p.key).get(p.person or "", ()))
    return any(office in HEADS for office in offices)


def _is_office(level: str | None) -> bool:
    """Whether an office is meant that is not a level of its own."""
    codes = {one.code for one in load_levels()}
    return level is not None and level not in codes and load_codebook().office(level) is not None


@cache
def levels_meant(level: str) -> tuple[frozenset[str], frozenset[str]]:
    """The levels that a level, a group of levels or a wide word for one surely means, and perhaps."""
    wide = question_words().wide_levels.get(level)
    if wide is not None:
        return frozenset(wide.sure), frozenset(wide.perhaps)
    office = load_codebook().office(level)
    codes = {one.code for one in load_levels() if level in (one.code, one.group)}
    return frozenset(codes or ({office.level} if office else ())), frozenset()


def _rank(code: str) -> int:
    return [level.code for level in load_levels()].index(code)


@cache
def _with_former(key: str) -> frozenset[str]:
    return frozenset((key, *question_words().continues.get(key, ())))


def _lies_in(entry: Entry, place: str) -> bool:
    """Whether a deed took place at a place or in a state of this name."""
    if entry.place is None:
        return False
    state = named_party(place)
    return place.casefold() in entry.place.name.casefold() or (state is not None and entry.place.state == state)


def _is_town(entry: Entry) -> bool:
    """Whether the place of a deed is narrower than its state."""
    state = load_codebook().state(entry.place.state) if entry.place and entry.place.state else None
    return entry.place is not None and (state is None or entry.place.name not in state.names)


def is_called(name: str, words: str) -> bool:
    """Whether a person can be meant by some words: part of the name, or another way to write it.

    >>> is_called("Kim Jong-un", "Kim"), is_called("Raul Castro", "Fidel Castro")
    (True, False)
    """
    parts = set(fold_key(name).split())
    return set(fold_key(words).split()) <= parts or same_person(name, words)


def higher(level: str, other: str) -> bool:
    """Whether a level is above another."""
    return _rank(level) < _rank(other)


def read_level(words: str) -> str:
    """The level that words mean: a code, a group, an office, or a title, in the singular or the plural.

    Raises: InputError where they mean none.

    >>> read_level("foreign ministers"), read_level("head_of_state"), read_level("heads"), read_level("president")
    ('foreign_minister', 'head_of_state', 'heads', 'head_of_state')
    """
    plain = " ".join(words.casefold().replace("_", " ").replace("-", " ").split())
    for form in (plain, plain.removesuffix("s"), plain.replace("heads of", "head of"), plain.replace("ies", "y")):
        found = _level_names().get(form) or level_of_title(form)
        if found:
            return found
    known = ", ".join(level.code for level in load_levels())
    raise InputError(f"unknown level {words!r}; known: heads, {known}")


@cache
def _level_names() -> dict[str, str]:
    names = {office.code.replace("_", " "): office.code for office in load_codebook().offices}
    for level in load_levels():
        alone = sum(other.group == level.group for other in load_levels()) == 1
        names[level.group.replace("_", " ")] = level.code if alone else level.group
        names[level.code.replace("_", " ")] = level.code
    return names | question_words().levels


def contacts(
    register: Register | Past, wanted: Contact, first: date | None = None, last: date | None = None
) -> list[Entry]:
    """All contacts of a kind that can lie between two days, by date, the undated last."""
    found = {
        e.id: e for a, b in pairs(wanted.a, wanted.b) for e in register.entries(a, b, first, last) if wanted.fits(e)
    }
    return sorted(found.values(), key=lambda e: (e.date is None, _first(e), _last(e), e.id))


def pairs(a: str, b: str) -> Iterator[tuple[str, str]]:
    """The pair, and those with the former states that they go on from."""
    return ((one, other) for one in sorted(_with_former(a)) for other in sorted(_with_former(b)))


def cover_of(register: Register | Past, a: str, b: str) -> Coverage:
    """How much the register holds on a pair, with the former states that they go on from."""
    found = [register.coverage(*pair) for pair in pairs(a, b)]
    days = sorted(day for c in found for day in (c.first, c.last) if day)
    counts = (sum(c.reports for c in found), sum(c.entries for c in found))
    return Coverage(*counts, days[0] if days else None, days[-1] if days else None, sum(c.undated for c in found))


def is_stay(entry: Entry) -> bool:
    """Whether the days of a deed are how long it took, not how little is known of its day."""
    when = entry.date
    if when is None or when.days > STAY:
        return False
    months = when.first.day == 1 and (when.last + timedelta(1)).day == 1
    return when.days == 1 or (entry.mode == "visit" and when.how in ("stated", "handed") and not months)


def _first(entry: Entry) -> date:
    return entry.date.first if entry.date else date.max


def _last(entry: Entry) -> date:
    return entry.date.last if entry.date else date.max
