"""A question understood -> its answer from the register, on the same queries as the commands."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta

import msgspec

from detente.codebook import load_codebook
from detente.codebook.facts import Holder
from detente.codebook.naming import party_name
from detente.model import Entry
from detente.register import Past, Register
from detente.relations.asking import pages
from detente.relations.asking.deeds import find_deeds, nameless_deeds
from detente.relations.asking.understand import Asked, NotUnderstood, Side
from detente.relations.asking.words import asking_words
from detente.relations.contacts import Contact, contacts, cover_of, is_called, pairs
from detente.relations.last import best_words, count, last_contact, said_cover, said_entry, said_last

MOST = 20
"""Of the deeds in an answer, so many are said."""
FEW = 3
OPEN = ("planned", "proposed", "postponed")
VISITS = frozenset({"visit", "visits", "visited", "visiting"})


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What the register answers: lines for people, the first the answer itself; the entries; a number, or yes or no."""

    asked: Asked
    lines: tuple[str, ...]
    entries: tuple[Entry, ...] = ()
    value: int | bool | None = None


def answer(register: Register | Past, asked: Asked) -> Answer:
    """Answer what was understood; claims to check are not answered here, they have to be parsed.

    Raises: NotUnderstood where a name leads to nobody, or to several.
    """
    if asked.intent == "holders":
        return _holders(asked)
    keys = _keys(register, asked.sides)
    if len(keys) == 1 and asked.kind is not None and asked.intent in ("last", "first", "list", "count"):
        return _anybody(register, asked, keys[0])
    answers: dict[str, Callable[[Register | Past, Asked, Sequence[str]], Answer]] = {
        "last": _last,
        "first": _listed,
        "list": _listed,
        "ever": _listed,
        "count": _listed,
        "deeds": _deeds,
        "agenda": _agenda,
        "timeline": _timeline,
        "coverage": _coverage,
        "relations": _page(pages.standing),
        "channels": _page(pages.open_and_shut),
        "measures": _page(pages.in_force),
        "tone": _page(pages.course),
        "compare": _page(pages.side_by_side),
    }
    return answers[asked.intent](register, asked, keys)


def _keys(register: Register | Past, sides: Sequence[Side]) -> list[str]:
    """The key of each side; a person of several states, or of none known, is looked for in the register."""
    keys = [side.states[0] if len(side.states) == 1 else "" for side in sides]
    for i, side in enumerate(sides):
        if keys[i]:
            continue
        others = [key for key in keys if key]
        known = {
            party.key
            for entry in register.entries(others[0] if others else None)
            for party in (*entry.actors, *entry.recipients)
            if party.person and party.key not in others and is_called(party.person, side.person or "")
        }
        fitting = sorted(known & set(side.states) if side.states else known)
        if len(fitting) != 1:
            of = " or ".join(party_name(key) for key in fitting or side.states)
            raise NotUnderstood(
                f"{side.person!r} may be of {of}; say which" if of else f"I know nobody called {side.person!r}"
            )
        keys[i] = fitting[0]
    if len(set(keys)) < len(keys):
        raise NotUnderstood(f"both sides are {party_name(keys[0])}")
    return keys


def _contacts(asked: Asked, keys: Sequence[str]) -> list[Contact]:
    """The contacts asked for; of visits without a direction, those each way."""
    kind = asked.kind or "contact"
    persons = tuple(side.person for side in asked.sides if side.person)
    own = [side.level for side in asked.sides]
    level = asked.level if not any(own) else None
    ways = _ways(asked, keys) if kind == "visit" else [(keys[0], keys[1])]
    found = []
    for a, b in ways:
        mine = own[keys.index(a)] if kind == "visit" else None
        sides = tuple((key, lev) for key, lev in zip(keys, own, strict=True) if lev and not (mine and key == a))
        wanted = Contact(kind=kind, a=a, b=b, level=level or mine, persons=persons, place=_place(asked, b), sides=sides)
        found.append(wanted)
    return found


def _place(asked: Asked, host: str) -> str | None:
    """The town asked for: as such, or as what is visited where it is not the seat of its state."""
    if asked.place or asked.kind != "visit":
        return asked.place
    state = load_codebook().state(host)
    towns = [s.town for s in asked.sides if s.town and host in s.states]
    capitals = {c.casefold() for c in state.capitals} if state else set()
    return next((town for town in towns if town.casefold() not in capitals), None)


def _ways(asked: Asked, keys: Sequence[str]) -> list[tuple[str, str]]:
    """Who came to whom, by the words before each party; each way where they do not say."""
    words = asking_words()
    hosts = [i for i, s in enumerate(asked.sides) if s.before in words.host_before | VISITS]
    guests = [
        i for i, s in enumerate(asked.sides) if s.before in words.actor_before | {"of", "from"} and i not in hosts
    ]
    if len(hosts) == 1:
        return [(keys[1 - hosts[0]], keys[hosts[0]])]
    if len(guests) == 1:
        return [(keys[guests[0]], keys[1 - guests[0]])]
    if not asked.between and not hosts and asked.sides[0].at < asked.verb_at < asked.sides[1].at:
        return [(keys[1], keys[0])] if asked.passive else [(keys[0], keys[1])]
    return [(keys[0], keys[1]), (keys[1], keys[0])]


def _last(register: Register | Past, asked: Asked, keys: Sequence[str]) -> Answer:
    before = asked.last + timedelta(1) if asked.last else None
    found = [last_contact(register, wanted, before) for wanted in _contacts(asked, keys)]
    best = max(found, key=lambda one: _day(one.entry))
    if asked.first and best.entry is not None and best.entry.date and best.entry.date.last < asked.first:
        best = msgspec.structs.replace(best, entry=None, sure=False)
    lines = said_last(best)
    if best.entry is None:
        known = {entry.id for entry in (*best.perhaps, *best.undated)}
        lines += _instead(register, asked, best.wanted, known)
    return Answer(asked=asked, lines=tuple(lines), entries=(best.entry,) if best.entry else ())


def _instead(register: Register | Past, asked: Asked, wanted: Contact, known: Collection[str] = ()) -> list[str]:
    """What there is where there is none such: at other levels, by others, in other places, or only planned."""
    loose = msgspec.structs.replace(wanted, level=None, sides=(), persons=(), place=None)
    others = [e for e in contacts(register, loose, asked.first, asked.last) if e.id not in known]
    lines = [f"not quite as asked: {said_entry(entry)}" for entry in others[-FEW:]]
    for a, b in pairs(wanted.a, wanted.b):
        for entry in register.entries(a, b, asked.first, asked.last):
            plan = msgspec.structs.replace(entry, status="occurred")
            if entry.status in OPEN and loose.fits(plan):
                lines.append(f"told as {entry.status}: {said_entry(entry)}")
    return lines[: 2 * FEW]


def _listed(register: Register | Past, asked: Asked, keys: Sequence[str]) -> Answer:
    """All contacts of a stretch of time; the first of them; how many; whether any."""
    wanted = _contacts(asked, keys)
    found = {e.id: e for one in wanted for e in contacts(register, one, asked.first, asked.last)}
    every = sorted(found.values(), key=_day)
    timed = bool(asked.first or asked.last)
    told = {e.id for one in wanted for e in every if one.fits(e) and one.is_told(e)}
    dated = [e for e in every if e.id in told and (not timed or _surely(e, asked))]
    perhaps = [e for e in every if e not in dated]
    cover = said_cover(wanted[0], cover_of(register, keys[0], keys[1]))
    if not dated:
        other = [line for one in wanted for line in _instead(register, asked, one)]
        lines = [
            f"none in this register, which {cover}",
            *(f"perhaps: {said_entry(e)}" for e in perhaps[:MOST]),
            *other,
        ]
        value = {"count": 0, "ever": None if perhaps or other else False}.get(asked.intent)
        return Answer(asked=asked, lines=tuple(lines), value=value)
    tail = [*(f"perhaps: {said_entry(e)}" for e in perhaps[:MOST]), f"the register {cover}"]
    if asked.intent == "first":
        with_day = [e for e in dated if e.date] or dated
        first = (said_entry(with_day[0]), "the first in this register; there may have been others before")
        return Answer(asked=asked, lines=(*first, *tail), entries=(with_day[0],))
    head = {"count": _number(dated), "ever": ["yes"]}.get(asked.intent, [])
    value = {"count": len(dated), "ever": True}.get(asked.intent)
    return Answer(asked=asked, lines=(*head, *_said(dated), *tail), entries=tuple(dated), value=value)


def _anybody(register: Register | Past, asked: Asked, key: str) -> Answer:
    """Contacts of one party with whomever: of visits those to it, where it stands as a host, else those it paid."""
    side = asked.sides[0]
    hosts = side.before in asking_words().host_before | VISITS or (asked.passive and side.at < asked.verb_at)
    found = []
    for entry in register.entries(key, None, asked.first, asked.last):
        others = {p.key for p in (*entry.actors, *entry.recipients) if p.key and p.key != key}
        pair = [(other, key) if hosts else (key, other) for other in others]
        level = asked.level if not side.level else None
        sides = ((key, side.level),) if side.level else ()
        persons = (side.person,) if side.person else ()
        kind = asked.kind or "contact"
        wanted = [
            Contact(kind=kind, a=a, b=b, level=level, persons=persons, sides=sides, place=asked.place) for a, b in pair
        ]
        if any(one.fits(entry) and one.is_told(entry) for one in wanted):
            found.append(entry)
    cover = f"the register {_cover(register, [key])}"
    dated = [e for e in sorted(found, key=_day) if e.date or not (asked.first or asked.last)]
    if not dated:
        return Answer(asked=asked, lines=(f"none in this register, which {_cover(register, [key])}",), value=0)
    if asked.intent in ("last", "first"):
        days = [e for e in dated if e.date] or dated
        one = days[-1 if asked.intent == "last" else 0]
        return Answer(asked=asked, lines=(said_entry(one), *_passage(register, one), cover), entries=(one,))
    head = _number(dated) if asked.intent == "count" else []
    return Answer(asked=asked, lines=(*head, *_said(dated), cover), entries=tuple(dated), value=len(dated))


def _surely(entry: Entry, asked: Asked) -> bool:
    """Whether a deed surely lies in the time asked about."""
    if entry.date is None:
        return False
    return (asked.first is None or entry.date.first >= asked.first) and (
        asked.last is None or entry.date.last <= asked.last
    )


def _deeds(register: Register | Past, asked: Asked, keys: Sequence[str]) -> Answer:
    found = find_deeds(register, asked, keys)
    if not found:
        none = f"none in this register, which {_cover(register, keys)}"
        perhaps = [f"perhaps, by whom is not told: {said_entry(e)}" for e in nameless_deeds(register, asked, keys)]
        perhaps += [f"not quite as asked: {said_entry(e)}" for e in _others(register, asked, keys)]
        return Answer(asked=asked, lines=(none, *perhaps[:MOST]), value=None if perhaps else False)
    value = len(found) if asked.turn == "how_many" else True
    shown = _ends(found, asked.turn)
    lines = [line for entry in shown[:MOST] for line in (said_entry(entry), *_passage(register, entry))]
    more = [f"and {len(found) - len(shown[:MOST])} more"] if len(found) > len(shown[:MOST]) else []
    head = _number(found) if asked.turn == "how_many" else []
    cover = f"the register {_cover(register, keys)}"
    return Answer(asked=asked, lines=(*head, *lines, *more, cover), entries=tuple(shown), value=value)


def _ends(found: Sequence[Entry], turn: str | None) -> Sequence[Entry]:
    """Of deeds by date the latest, or the first, few that have a day, where only these are asked for."""
    dated = [entry for entry in found if entry.date] or found
    return {"last": dated[::-1][:FEW], "first": dated[:FEW]}.get(turn or "", found)


def _number(found: Sequence[Entry]) -> list[str]:
    """How many deeds there are, and how many of them more than one report tells of."""
    several = sum(entry.reports > 1 for entry in found)
    return [f"{len(found)} in this register, {several} of them told by more than one report"]


def _others(register: Register | Past, asked: Asked, keys: Sequence[str]) -> list[Entry]:
    """The same deeds by people not named, where people were asked about."""
    if not any(side.person or side.level for side in asked.sides):
        return []
    sides = tuple(msgspec.structs.replace(side, person=None, level=None) for side in asked.sides)
    return find_deeds(register, msgspec.structs.replace(asked, sides=sides), keys)[-FEW:]


def _passage(register: Register | Past, entry: Entry) -> list[str]:
    """The words that tell a deed best, below it."""
    words = best_words(register, entry)
    return [f'  "{words}"'] if words else []


def _agenda(register: Register | Past, asked: Asked, keys: Sequence[str]) -> Answer:
    """What reports told as to come: what is open still, as far as the register knows."""
    lines = pages.plans(register, asked, keys)
    if not lines:
        return Answer(asked=asked, lines=(f"nothing planned in this register, which {_cover(register, keys)}",))
    return Answer(asked=asked, lines=(*lines, f"the register {_cover(register, keys)}"))


def _page(lines_of: Callable[[Register | Past, Asked, Sequence[str]], list[str]]) -> Callable[..., Answer]:
    def told(register: Register | Past, asked: Asked, keys: Sequence[str]) -> Answer:
        return Answer(asked=asked, lines=tuple(lines_of(register, asked, keys)))

    return told


def _timeline(register: Register | Past, asked: Asked, keys: Sequence[str]) -> Answer:
    found = [
        e
        for one, other in pairs(keys[0], keys[1])
        for e in register.entries(one, other, asked.first, asked.last)
        if e.date or not (asked.first or asked.last)
    ]
    if not found:
        return Answer(asked=asked, lines=(f"nothing then in this register, which {_cover(register, keys)}",))
    lines = (*_said(sorted(found, key=_day)), f"the register {_cover(register, keys)}")
    return Answer(asked=asked, lines=lines, entries=tuple(found))


def _coverage(register: Register | Past, asked: Asked, keys: Sequence[str]) -> Answer:
    cover = register.coverage(*keys) if len(keys) < 2 else cover_of(register, keys[0], keys[1])
    said = f"the register {_cover(register, keys)}, {count(cover.entries, 'entry').replace('entrys', 'entries')}"
    return Answer(asked=asked, lines=(said,), value=cover.reports)


def _cover(register: Register | Past, keys: Sequence[str]) -> str:
    """What the register covers of a pair, a party or all."""
    if len(keys) == 2:
        return said_cover(Contact(kind="contact", a=keys[0], b=keys[1]), cover_of(register, keys[0], keys[1]))
    cover = register.coverage(*keys)
    name = party_name(keys[0]) if keys else "all"
    if not cover.entries:
        return f"has no report on {name}"
    days = f" from {cover.first} to {cover.last}" if cover.first else ""
    return f"covers {name}{days} with {count(cover.reports, 'report')}"


def _holders(asked: Asked) -> Answer:
    """Who held an office, or which offices somebody held; of all times where none is asked about, the last known."""
    if asked.level is None:
        return _career(asked)
    book, (key,) = load_codebook(), asked.sides[0].states[:1] or ("",)
    office = asked.level or ""
    held = [h for h in book.held(key, office) if h.first]
    held = [h for h in held if _held_in(h, asked)] if asked.first or asked.last else held[-1:]
    title = f"{office.replace('_', ' ')} of {party_name(key)}"
    if not held:
        raise NotUnderstood(f"the codebook knows no {title} then")
    return Answer(asked=asked, lines=tuple(_said_term(h) for h in held))


def _career(asked: Asked) -> Answer:
    """The offices that somebody held."""
    name = asked.sides[0].person or ""
    held = [h for h in load_codebook().holders if h.office and h.first and is_called(h.person, name)]
    if asked.first or asked.last:
        held = [h for h in held if _held_in(h, asked)]
    if not held:
        raise NotUnderstood(f"the codebook knows no office of {name!r} then")
    return Answer(asked=asked, lines=tuple(_said_term(h) for h in sorted(held, key=lambda h: h.first or "")[-MOST:]))


def _held_in(holder: Holder, asked: Asked) -> bool:
    """Whether a term touches the time asked about."""
    first, last = str(asked.first or "0"), str(asked.last or "9")
    return (holder.first or "") <= last and (holder.last or holder.open_as_of or "9") + "~" >= first


def _said_term(holder: Holder) -> str:
    title = f"{holder.office.replace('_', ' ')} of {party_name(holder.organisation or holder.state or '')}"
    return f"{holder.person}, {title} from {holder.first} to {holder.last or f'? (seen {holder.open_as_of})'}"


def _said(entries: Sequence[Entry]) -> list[str]:
    more = [f"and {len(entries) - MOST} more"] if len(entries) > MOST else []
    return [said_entry(entry) for entry in entries[:MOST]] + more


def _day(entry: Entry | None) -> tuple[bool, date, date]:
    """For order of time: nothing first, what has no day last."""
    if entry is None:
        return False, date.min, date.min
    return (True, entry.date.first, entry.date.last) if entry.date else (True, date.max, date.max)
