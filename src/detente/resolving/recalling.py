"""Whom a vague title recalls: "the official" who was told of before, "the Chilean diplomat" who was named."""

from __future__ import annotations

from msgspec.structs import replace

from detente.model import Mention, Party
from detente.resolving.focus import Focus

ENVOYS = frozenset({"diplomat", "envoy", "negotiator"})
_DIPLOMATIC = frozenset({"foreign_minister", "ambassador", "envoy", "special_envoy", "diplomat", "junior_minister"})
_PERSONS = ("person", "pronoun", "office")
_BACK = 15
"""Mentions within which "the official" is the one told of before."""


def recalled(mention: Mention, title: str, focus: Focus) -> Mention:
    """ "The official": the last one whom the report has called so; nobody where it has not."""
    for seen in reversed(focus.seen[-_BACK:]):
        same = any(focus.tokens[i].lower == title for i in range(*seen.mention.tokens))
        if same and seen.mention.kind in _PERSONS and not seen.mention.plural and seen.party.key:
            return replace(mention, parties=(replace(seen.party, spans=(mention.span,), how="title"),))
    return replace(mention, parties=())


def envoy_named(party: Party, focus: Focus) -> Party | None:
    """ "The Chilean diplomat": the one of that state named so far who deals with others for it."""
    people = {
        seen.party.person: seen.party
        for seen in focus.seen
        if seen.mention.kind == "person" and seen.party.state == party.state and seen.party.office in _DIPLOMATIC
    }
    return next(iter(people.values())) if party.state and len(people) == 1 else None
