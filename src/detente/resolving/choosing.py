"""Which of several terms and names is meant: the likely holder of a surname, the spelling to give."""

from __future__ import annotations

from collections.abc import Iterable

from detente.model import Interval, Tenure
from detente.resolving.fold import fold_key, without_accents
from detente.resolving.lexicon import Lexicon, is_known
from detente.resolving.names import same_name
from detente.resolving.tenures import in_office

HEADS = ("head_of_state", "head_of_government")


def likely_terms(
    terms: Iterable[Tenure], when: Interval | None, states: frozenset[str], great: frozenset[str]
) -> list[Tenure]:
    """The terms that a bare surname can mean: of persons in a known office at the time, of a state that the report
    names where there are such; else of former heads of a state that it names.
    """
    terms = list(terms)
    known = [t for t in in_office(terms, when) if is_known(t)]
    near = [t for t in known if t.state in states]
    if near or when is None:
        return near
    last = when.last.isoformat()
    past = [t for t in terms if t.office in HEADS and t.state in states and (t.first or "") <= last]
    return [t for t in known if t.state is None or (t.office in HEADS and t.state in great)] or past


def is_alias(printed: str, person: str, lexicon: Lexicon) -> bool:
    """Whether a folded name is another name of a person."""
    return any(p.name == person for p in lexicon.by_name.get(" ".join(printed.split()), ()))


def printed_name(printed: str | None, people: set[str], words: str, lexicon: Lexicon) -> str | None:
    """The full name in one spelling, the codebook's, with the accents that are printed; of others as printed."""
    if printed is not None and (" " in printed.strip() or "-" in printed):
        same = [p for p in people if same_name(printed, p) or is_alias(fold_key(printed), p, lexicon)]
        if len(people) != 1 or not same or without_accents(printed) == without_accents(same[0]):
            return printed
    if len(people) != 1:
        return printed
    canonical = next(iter(people))
    return without_accents(canonical) if words.isascii() else canonical
