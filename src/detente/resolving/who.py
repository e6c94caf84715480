"""Who somebody is or was: a name or a title, on a day, as the codebook has it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rapidfuzz import fuzz, process

from detente.codebook import Codebook, load_codebook
from detente.model import InputError, Interval, Tenure
from detente.resolving.fold import fold_key
from detente.resolving.lexicon import Entry, Lexicon, Person, lexicon_of
from detente.resolving.names import bearers
from detente.resolving.scan import scan_text
from detente.resolving.tenures import in_office, tenure_of
from detente.resolving.titles import LEADER_TITLES

_NEAR = 85
_HEADS = ("head_of_state", "head_of_government")


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
    Raises: InputError where the state is not known, or nothing is asked.

    >>> [t.person for t in who("the British prime minister", on=date(2010, 6, 26))]
    ['David Cameron']
    """
    lexicon = lexicon_of(codebook or load_codebook())
    party = _party(state, lexicon) if state else None
    if not query and not (office or party):
        raise InputError("who is asked for? give a name or a title, or --office and --state")
    found = _terms(query, party, lexicon) if query else _held(lexicon, party, office)
    if office:
        found = [term for term in found if term.office == office]
    when = Interval.day(on) if on else None
    terms = dict.fromkeys(in_office(found, when))
    return tuple(sorted(terms, key=lambda t: (t.first or "", t.last or "9"), reverse=True))


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


def _terms(query: str, party: str | None, lexicon: Lexicon) -> list[Tenure]:
    readings = _readings(query, lexicon)
    states = [party] if party else list(dict.fromkeys(e.state for e in readings if e.kind in _NATIONAL and e.state))
    organisations = [e.organisation for e in readings if e.kind == "organisation" and e.organisation]
    people = [e.person for e in readings if e.kind in ("person", "surname") and e.person]
    titles = [e.form for e in readings if e.kind == "title"]
    parties = (
        states
        or organisations
        or [home for e in readings if e.kind == "title" for home in (e.state, e.organisation) if home]
    )
    if not people and not titles:
        people = _spelled(query, states, lexicon)
    places: list[str | None] = [*parties] or [None]
    offices = {code for title in titles for place in places for code in _offices(title, place, lexicon)}
    if not people:
        return [term for place in parties for code in offices for term in _held(lexicon, place, code)]
    terms = [t for p in people for t in p.tenures if not parties or p.state in parties or p.organisation in parties]
    titled = [t for t in terms if t.office in offices]
    return titled or terms


_NATIONAL = ("state", "demonym", "capital", "metonym")


def _offices(title: str, party: str | None, lexicon: Lexicon) -> tuple[str, ...]:
    return _HEADS if title in LEADER_TITLES else lexicon.offices_of(title, party)[:1]


def _held(lexicon: Lexicon, party: str | None, office: str | None) -> list[Tenure]:
    codebook = lexicon.codebook
    if party and office:
        holders = codebook.held(party, office)
        return [tenure_of(h, holders) for h in holders]
    return [
        tenure_of(h, codebook.held(h.state or h.organisation or "", h.office))
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
