"""Persons and offices as of the report's day: who held it, what a named person was."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from detente.codebook import Codebook
from detente.model import Document, Interval, Mention, Party, Tenure
from detente.resolving.fold import fold_key
from detente.resolving.lexicon import KNOWN_OFFICES, Lexicon, lexicon_of, tenure_of
from detente.resolving.titles import LEADER_TITLES

_RANKS = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")


def in_office(tenures: Iterable[Tenure], when: Interval | None) -> list[Tenure]:
    """The terms that hold for at least one day of an interval; without one, all of them."""
    if when is None:
        return list(tenures)
    first, last = when.first.isoformat(), when.last.isoformat()
    return [t for t in tenures if (t.first or "") <= last and (t.last is None or _end(t.last) >= first)]


def _end(day: str) -> str:
    return day if len(day) == 10 else day + "-99"


def office_on(tenures: Iterable[Tenure], when: Interval | None) -> str | None:
    """The highest office held on a day; None where the interval leaves more than one, or nothing is known."""
    if when is None:
        return None
    held = in_office(tenures, when)
    whole = [
        t
        for t in held
        if (t.first or "") <= when.first.isoformat() and (not t.last or _end(t.last) >= when.last.isoformat())
    ]
    for some in (whole, held):
        offices = dict.fromkeys(t.office for t in some)
        for rank in _RANKS:
            if rank in offices:
                return rank if some is whole or len(offices) == 1 else None
        if len(offices) == 1:
            return next(iter(offices))
    return None


def settle(document: Document, codebook: Codebook) -> list[Mention]:
    """The mentions of a report with persons and offices read as of its day; pronouns and groups are not touched."""
    lexicon = lexicon_of(codebook)
    when = document.published
    states = _states_named(document)
    settled: list[Mention] = []
    for mention in document.mentions:
        if mention.kind == "person":
            settled.append(_person(mention, document, when, states, lexicon))
        elif mention.kind == "office" and not mention.plural:
            settled.append(_office(mention, document, when, lexicon, settled))
        elif mention.kind in ("capital", "metonym", "demonym", "body") and when is not None and mention.parties:
            settled.append(_era(mention, document, when, lexicon))
        else:
            settled.append(mention)
    return settled


def _states_named(document: Document) -> frozenset[str]:
    return frozenset(p.state for m in document.mentions for p in m.parties if p.state)


def _era(mention: Mention, document: Document, when: Interval, lexicon: Lexicon) -> Mention:
    then = lexicon.state_then(mention.span.of(document.text), when.last.isoformat()) if lexicon.eras else None
    if then is None:
        return mention
    return msgspec.structs.replace(mention, parties=(msgspec.structs.replace(mention.parties[0], state=then),))


def _person(
    mention: Mention, document: Document, when: Interval | None, states: frozenset[str], lexicon: Lexicon
) -> Mention:
    party = mention.parties[0] if mention.parties else None
    terms = mention.candidates
    if party is None:
        terms = _likely(terms, when, states)
        people = {(t.person, t.state or t.organisation) for t in terms}
        if len(people) != 1:
            return mention
        party = Party(None, None, None, None, (mention.span,), "name")
    elif len({(t.person, t.state) for t in terms}) > 1:
        narrowed = _likely(terms, when, states)
        terms = (
            narrowed
            if len({(t.person, t.state) for t in narrowed}) == 1
            else tuple(t for t in terms if party.office is None or t.office == party.office)
        )
    names = {t.person for t in terms}
    homes = {t.state for t in terms if t.state}
    state = party.state or (homes.pop() if len(homes) == 1 else None)
    name = names.pop() if len(names) == 1 else party.person
    office = party.office
    if mention.former or office is None:
        office = office_on((t for t in terms if t.state == state or t.organisation), when)
    organisation = party.organisation
    if state is None and organisation is None:
        organs = {t.organisation for t in terms if t.organisation}
        organisation = organs.pop() if len(organs) == 1 else None
    settled = msgspec.structs.replace(party, state=state, organisation=organisation, person=name, office=office)
    return msgspec.structs.replace(mention, parties=(settled,), candidates=tuple(terms) or mention.candidates)


def _likely(terms: Iterable[Tenure], when: Interval | None, states: frozenset[str]) -> tuple[Tenure, ...]:
    """The terms of persons in a known office at the time, of a state that the report names where there are such."""
    known = [t for t in in_office(terms, when) if t.office in KNOWN_OFFICES or t.organisation]
    near = [t for t in known if t.state in states]
    return tuple(near or (known if when is not None else ()))


def _office(
    mention: Mention, document: Document, when: Interval | None, lexicon: Lexicon, before: list[Mention]
) -> Mention:
    """A title alone: the person whom the report names in that office of that state, else its holder on the day."""
    if not mention.parties:
        return mention
    party = mention.parties[0]
    named = _named_in_office(mention, party, document, before)
    if named is not None:
        settled = msgspec.structs.replace(named, spans=(mention.span,), how="title")
        return msgspec.structs.replace(mention, parties=(settled,))
    key = party.state or party.organisation
    if key is None or party.office is None or mention.former:
        return mention
    terms = tuple(tenure_of(h) for h in lexicon.codebook.held(key, party.office))
    held = in_office(terms, when)
    people = {t.person for t in held}
    person = (
        people.pop()
        if when is not None and len(people) == 1 and party.office in KNOWN_OFFICES | {"secretary_general"}
        else None
    )
    settled = msgspec.structs.replace(party, person=person)
    return msgspec.structs.replace(mention, parties=(settled,), candidates=tuple(held))


def _named_in_office(mention: Mention, party: Party, document: Document, before: list[Mention]) -> Party | None:
    words = fold_key(mention.span.of(document.text)).split()
    title = words[-1]
    for earlier in reversed(before):
        if earlier.kind != "person" or not earlier.parties or earlier.former:
            continue
        other = earlier.parties[0]
        if (
            party.state
            and other.state != party.state
            or party.organisation
            and other.organisation != party.organisation
        ):
            continue
        if party.office is not None and other.office == party.office:
            return other
        if title in LEADER_TITLES and other.office in ("head_of_state", "head_of_government") and party.state:
            return other
        if title == "minister" and party.office == "minister" and other.office and "minister" in other.office:
            return other
    return None
