"""Which of several terms and names is meant: the likely holder of a surname, the spelling to give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz.fuzz import ratio

from detente.model import Interval, Tenure
from detente.resolving.fold import fold_key, without_accents
from detente.resolving.lexicon import Lexicon, is_known
from detente.resolving.names import same_name
from detente.resolving.tenures import in_office

HEADS = ("head_of_state", "head_of_government")
_NEAR = 85
"""Likeness, of 100, at which merging takes two surnames for one."""
_SHORT = 5
_MARKS = re.compile(r"[’ʼ`']")


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


def sole_head(terms: Iterable[Tenure], when: Interval | None, surname: str, lexicon: Lexicon) -> list[Tenure]:
    """The terms of the head of state or government on the day whose surname nobody known of another state bears then.

    So a headline can name him without his state. Short names and those that are first names too say too little.
    """
    name = fold_key(surname)
    if when is None or len(name) < _SHORT or name in lexicon.given:
        return []
    bearers = [p for p in lexicon.by_surname.get(name, ()) if _may_be_told_of(p.tenures, when)]
    if len({p.state or p.organisation for p in bearers}) != 1:
        return []
    terms = list(terms)
    heads = {t.person for t in in_office(terms, when) if t.office in HEADS and t.state}
    return [t for t in terms if t.person in heads] if len(heads) == 1 else []


def _may_be_told_of(terms: Sequence[Tenure], when: Interval) -> bool:
    """Whether somebody is in office, or was head of a state before."""
    last = when.last.isoformat()
    return bool(in_office(terms, when)) or any(t.office in HEADS and (t.first or "") <= last for t in terms)


def is_alias(printed: str, person: str, lexicon: Lexicon) -> bool:
    """Whether a folded name is another name of a person."""
    return any(p.name == person for p in lexicon.by_name.get(" ".join(printed.split()), ()))


def printed_name(printed: str | None, people: set[str], words: str, lexicon: Lexicon) -> str | None:
    """The full name as the codebook has it, with the accents and the spelling of the surname that are printed.

    Of persons whom the codebook does not know, or spells much the same, the name as printed.
    """
    if printed is not None and (" " in printed.strip() or "-" in printed):
        same = [p for p in people if same_name(printed, p) or is_alias(fold_key(printed), p, lexicon)]
        if len(people) != 1 or not same or without_accents(printed) == without_accents(same[0]):
            return printed
        if _spelt_near(printed, same[0]) or _accented(printed, same[0]):
            return printed
    if len(people) != 1:
        return printed
    canonical = next(iter(people))
    surname = printed or words
    if surname.isalpha() and " " in canonical and (_spelt_near(surname, canonical) or _accented(surname, canonical)):
        canonical = f"{canonical.rpartition(' ')[0]} {surname}"
    return without_accents(canonical) if words.isascii() else canonical


def _accented(surname: str, name: str) -> bool:
    """Whether a surname or name is the codebook's with accents or marks that the codebook leaves out."""
    known, printed = fold_key(name), fold_key(_MARKS.sub("", surname))
    return not surname.isascii() and printed in (known, known.split()[-1])


def _spelt_near(printed: str, name: str) -> bool:
    """Whether the surname printed is another transliteration of the codebook's ("-sky", "-skiy")."""
    one, other = (fold_key(words).split()[-1] for words in (printed, name))
    return one != other and one[0] == other[0] and len(one) > _SHORT and ratio(one, other) >= _NEAR
