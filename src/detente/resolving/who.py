"""Who somebody is or was: a name or a title, on a day, as the codebook has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rapidfuzz import fuzz, process

from detente.codebook import Codebook, Holder, load_codebook
from detente.codebook.checks import SLACK, days
from detente.model import InputError, Interval, Tenure
from detente.resolving.choosing import HEADS
from detente.resolving.fold import fold, fold_key
from detente.resolving.lexicon import Entry, Lexicon, Person, lexicon_of
from detente.resolving.names import bearers
from detente.resolving.scan import scan_text
from detente.resolving.tenures import in_office, shown, tenure_of
from detente.resolving.titles import LEADER_TITLES

_NEAR = 85
_HEADS_OF_BODIES = {"foreign_ministry": "foreign_minister", "defence_ministry": "defence_minister"}
_NATIONAL = ("state", "demonym", "capital", "metonym")


def who(
    query: str | None = None,
    on: date | None = None,
    office: str | None = None,
    state: str | None = None,
    codebook: Codebook | None = None,
) -> tuple[Tenure, ...]:
    """The terms of office that a name or a title can mean, those that began last first.

    Args:
        query: a name ("Lavrov"), a title ("the British foreign secretary") or both; None: everyone of the office.
        on: only terms that hold on this day.
        office: only this office code ("foreign_minister").
        state: only this state or organisation, by code, name or demonym.
        codebook: the facts; the shipped ones where none are given.
    Returns:
        Terms in order; none where nobody is known.
    Raises: InputError where the state is not known, or it is not said of which state a title is.

    >>> [t.person for t in who("the British prime minister", on=date(2010, 6, 26))]
    ['David Cameron']
    """
    book = codebook or load_codebook()
    rows = find_holders(query, Interval.day(on) if on else None, office, state, book)
    terms = dict.fromkeys(tenure_of(row, book.held(_home(row), row.office)) for row in rows)
    return tuple(sorted(terms, key=lambda t: (t.first or "", t.last or "9"), reverse=True))


def find_holders(
    query: str | None = None,
    on: Interval | None = None,
    office: str | None = None,
    state: str | None = None,
    codebook: Codebook | None = None,
) -> tuple[Holder, ...]:
    """The same as rows of the codebook, with sources and titles; by party, then in order of their start.

    Raises: InputError, as `who`.
    """
    lexicon = lexicon_of(codebook or load_codebook())
    party = _party(state, lexicon) if state else None
    if not query and not (office or party):
        raise InputError("who is asked for? give a name or a title, or --office and --state")
    found = _meant(query, party, office, lexicon) if query else _held(lexicon, party, office)
    if query and lexicon.words.former & set(fold(query).split()):
        found = [row for row in found if row.last and (on is None or row.last < on.first.isoformat())]
        on = None
    kept = (row for row in found if (not office or row.office == office) and _holds(row, on, lexicon.codebook))
    return tuple(sorted(dict.fromkeys(kept), key=lambda row: (_home(row), row.first or "", row.office)))


def _home(row: Holder) -> str:
    return row.organisation or row.state or ""


def _holds(row: Holder, on: Interval | None, codebook: Codebook) -> bool:
    if on is None:
        return True
    term = tenure_of(row, codebook.held(_home(row), row.office))
    return bool(in_office((term,), on)) and shown(row, on)


def _party(words: str, lexicon: Lexicon) -> str:
    if lexicon.codebook.state(words.upper()) is not None:
        return words.upper()
    for entry in _readings(words, lexicon):
        if entry.kind in ("state", "demonym", "capital") and entry.state:
            return entry.state
        if entry.kind == "organisation" and entry.organisation:
            return entry.organisation
    raise InputError(f"unknown state or organisation: {words!r}; give a name, a demonym or an ISO code")


def _readings(words: str, lexicon: Lexicon) -> list[Entry]:
    """What the words mean, the longest names only, in text order; capitals do not matter in a question."""
    text = words if any(c.isupper() for c in words) else words.title()
    hits = sorted(scan_text(text, lexicon), key=lambda hit: (hit[0], -hit[1]))
    found: list[Entry] = []
    free = 0
    for start, end, entries in hits:
        if start >= free:
            found.extend(entries)
            free = end
    return found


def _meant(query: str, party: str | None, office: str | None, lexicon: Lexicon) -> list[Holder]:
    readings = _readings(query, lexicon)
    people = [entry.person for entry in readings if entry.kind in ("person", "surname") and entry.person]
    titles = [entry.form for entry in readings if entry.kind == "title"]
    named = [party] if party else _named_parties(readings)
    parties = named or _titled_parties(readings, lexicon)
    if not people and not titles:
        people = _spelled(query, named, lexicon)
    places: list[str | None] = [*parties] or [None]
    codes = {place: [c for title in titles for c in _offices(title, query, place, lexicon)] for place in places}
    if people:
        return _of_people(people, parties, [code for found in codes.values() for code in found], lexicon)
    if titles and not parties:
        raise InputError(f'of which state? say "the Norwegian {titles[0]}", or give --state')
    if not titles:
        housed: list[str | None] = [c for e in readings if e.kind == "metonym" for c in _housed(e, lexicon)]
        return [row for place in named for code in housed or [office] for row in _held(lexicon, place, code)]
    rows = [row for place in parties for code in dict.fromkeys(codes[place]) for row in _held(lexicon, place, code)]
    return _by_title(rows, fold(query), titles)


def _named_parties(readings: Iterable[Entry]) -> list[str]:
    """The states named, else the organisations."""
    readings = list(readings)
    states = [entry.state for entry in readings if entry.kind in _NATIONAL and entry.state]
    return list(
        dict.fromkeys(states or [e.organisation for e in readings if e.kind == "organisation" and e.organisation])
    )


def _titled_parties(readings: Iterable[Entry], lexicon: Lexicon) -> list[str]:
    """Whose a title is that names nobody's state: the one that it belongs to, or the few that have it."""
    titles = [entry for entry in readings if entry.kind == "title"]
    homes = [home for entry in titles for home in (entry.state, entry.organisation) if home]
    return homes or [home for entry in titles for home in lexicon.homes_of(entry.form)[1]]


def _of_people(people: Sequence[Person], parties: list[str], offices: list[str], lexicon: Lexicon) -> list[Holder]:
    bearing = {(person.name, person.state, person.organisation) for person in people}
    rows = [row for row in lexicon.codebook.holders if (row.person, row.state, row.organisation) in bearing]
    rows = [row for row in rows if not parties or row.state in parties or row.organisation in parties]
    return [row for row in rows if row.office in offices] or rows


def _offices(title: str, query: str, party: str | None, lexicon: Lexicon) -> tuple[str, ...]:
    if title in LEADER_TITLES:
        return HEADS
    codes = lexicon.offices_of(title, party)[:1]
    words = set(fold(query).split()) - set(title.split())
    return tuple(lexicon.words.deputy_of.get(code, code) for code in codes) if words & lexicon.words.deputies else codes


def _housed(entry: Entry, lexicon: Lexicon) -> list[str]:
    """The office whose seat a palace or ministry is."""
    if entry.office:
        return [entry.office]
    state = lexicon.codebook.state(entry.state or "")
    bodies = [metonym.body or "" for metonym in state.metonyms if metonym.text == entry.form] if state else []
    return [_HEADS_OF_BODIES[body] for body in bodies if body in _HEADS_OF_BODIES]


def _by_title(rows: list[Holder], query: str, titles: list[str]) -> list[Holder]:
    """Without those who held an office beside another whose title is the one asked for ("the supreme leader")."""
    wanted = [set(title.split()) for title in titles]
    asked = [
        row
        for row in rows
        if row.title and (fold_key(row.title) in query or any(w <= set(fold(row.title).split()) for w in wanted))
    ]
    return [row for row in rows if row in asked or not any(_together(row, other) for other in asked)]


def _together(row: Holder, other: Holder) -> bool:
    """Whether two persons surely held one office at one time."""
    if row.person == other.person or _home(row) != _home(other) or row.office != other.office:
        return False
    seen = [h.last or h.open_as_of for h in (row, other)]
    ends = [days(last)[0] if last else date.max for last in seen]
    starts = [days(h.first)[1] if h.first else date.min for h in (row, other)]
    return (min(ends) - max(starts)).days > SLACK


def _held(lexicon: Lexicon, party: str | None, office: str | None) -> list[Holder]:
    codebook = lexicon.codebook
    if party and office:
        return list(codebook.held(party, office))
    return [
        h
        for h in codebook.holders
        if (party is None or party in (h.state, h.organisation)) and (office is None or h.office == office)
    ]


def _spelled(query: str, states: Iterable[str], lexicon: Lexicon) -> list[Person]:
    """Persons whose name is spelled otherwise in the codebook."""
    people = bearers(query, tuple(states), None, lexicon)
    if people:
        return people
    key = " ".join(fold_key(query).split())
    names = lexicon.by_name if " " in key else lexicon.by_surname
    near = process.extract(key, names.keys(), scorer=fuzz.ratio, limit=3, score_cutoff=_NEAR)
    best = max((score for _, score, _ in near), default=0.0)
    return [person for name, score, _ in near if score == best for person in names[name]]
