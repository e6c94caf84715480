"""Whose a person is by his kin: "X's son, Y", "his brother Y", "X Jr." are of X's state."""

from __future__ import annotations

import re

from msgspec.structs import replace

from detente.model import Document, Mention

_KIN = re.compile(
    r"(?:['’]s?)? (?:\w+[ -]){0,2}?(?:(?:grand|step)?(?:son|daughter|father|mother)|brother|sister|nephew|niece|uncle|"
    r"aunt|cousin)(?:-in-law)?,? "
)
_ELDER = re.compile(r"(.+?),? (?:Jr|Junior)\.?")


def with_kin(mentions: list[Mention], document: Document) -> list[Mention]:
    """The mentions, those named right after a relative of theirs with his state where nothing else gives one.

    Spouses are left out, who may be from anywhere.
    """
    found, before = [], None
    homes = {p.person: p.state for m in mentions for p in m.parties if p.person and p.state}
    for mention in sorted(mentions, key=lambda m: m.span):
        if mention.parties and (elder := _ELDER.fullmatch(mention.parties[0].person or "")):
            mention = _at_home(mention, homes.get(elder[1]))
        if before is not None and len(before.parties) == len(mention.parties) == 1:
            mention = _of_state(mention, before, document)
        found.append(mention)
        before = mention
    return found


def _of_state(mention: Mention, relative: Mention, document: Document) -> Mention:
    between = document.text[relative.span.end : mention.span.start]
    if relative.kind not in ("person", "office", "pronoun") or not _KIN.fullmatch(between):
        return mention
    return _at_home(mention, relative.parties[0].state)


def _at_home(mention: Mention, state: str | None) -> Mention:
    party = mention.parties[0]
    unknown = party.person is not None and party.state is None and party.organisation is None
    return replace(mention, parties=(replace(party, state=state),)) if unknown and state else mention
