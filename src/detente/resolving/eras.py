"""Of which state a country was a part on the report's day, before it was one itself."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from detente.model import Interval, Mention, Party
from detente.resolving.words import Words


def as_of(mentions: Iterable[Mention], when: Interval | None, words: Words) -> list[Mention]:
    """The mentions with the states that there were on a day (`part_of` in `reference.yaml`); as they are without a day.

    Args:
        mentions: settled.
        when: the report's day.
        words: the word lists.
    """
    mentions = list(mentions)
    if when is None:
        return mentions
    day = when.last.isoformat()
    owners = {state: owner for state, until in words.part_of.items() if (owner := _owner(until, day))}
    if not any(p.state in owners for m in mentions for p in m.parties):
        return mentions
    return [replace(m, parties=tuple(_then(p, owners) for p in m.parties)) for m in mentions]


def _owner(until: dict[str, str], day: str) -> str | None:
    """The state of the first of the last days of belonging that is not over."""
    return next((owner for last, owner in sorted(until.items()) if day <= last), None)


def _then(party: Party, owners: dict[str, str]) -> Party:
    owner = owners.get(party.state or "")
    return replace(party, state=owner) if owner else party
