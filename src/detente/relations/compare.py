"""Several pairs of states side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations

import msgspec

from detente.relations.relation import Relation, relation
from detente.relations.sources import Asked


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """All pairs of some states, on one day; those between which nothing is told are in `silent`."""

    states: tuple[str, ...]
    on: date | None
    relations: tuple[Relation, ...]
    silent: tuple[tuple[str, str], ...]


def compare(register: Asked, states: Sequence[str], on: date | None = None) -> Comparison:
    """How each pair of these states stood.

    Args:
        states: ISO codes of states or names of organisations, two or more.
        on: the day; None: for each pair the last day of which a report tells.
    """
    keys = tuple(dict.fromkeys(states))
    found, silent = [], []
    for a, b in combinations(keys, 2):
        if register.coverage(a, b).entries:
            found.append(relation(register, a, b, on))
        else:
            silent.append((a, b))
    return Comparison(states=keys, on=on, relations=tuple(found), silent=tuple(silent))
