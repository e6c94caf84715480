"""Whom the report itself names in an office: the last one named, the one named most, the only one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from detente.model import Document, Party
from detente.resolving.choosing import HEADS
from detente.resolving.focus import Focus, Seen
from detente.resolving.lexicon import KNOWN_OFFICES
from detente.resolving.titles import LEADER_TITLES

SINGLE = KNOWN_OFFICES | {"secretary_general", "head_of_organisation", "deputy_head_of_state"}
"""Offices of one holder in a state or organisation."""
_OFTEN = 2
"""How many times as often another is named for "the president" to be him and not who was named last."""


def last_named(
    party: Party, title: str, focus: Focus, fits: Callable[[Party], bool] = lambda named: True
) -> Party | None:
    """The last person named before with this office, of this state where one is given, who can be meant (`fits`)."""
    for seen in reversed(focus.seen):
        other = seen.party
        if seen.mention.kind != "person" or seen.mention.former or other.person is None:
            continue
        if party.state not in (None, other.state) or party.organisation not in (None, other.organisation):
            continue
        same = party.office is not None and other.office == party.office and _same_title(party, title, seen, focus)
        leads = title in LEADER_TITLES and other.office in HEADS and party.key
        minister = title == "minister" and party.office == "minister" and "minister" in (other.office or "")
        vague = title == "secretary" and party.office in ("official", "party_leader")
        secretary = vague and _same_title(party, title, seen, focus)
        if (same or leads or minister or secretary) and fits(other):
            return other
    return None


def foremost(party: Party, last: Party | None, focus: Focus, fits: Callable[[Party], bool]) -> Party | None:
    """Whom "the president" means without a state: of several named, who is named far more often than the last."""
    if last is None or last.person is None or party.key or party.office not in HEADS:
        return last
    rivals = [
        seen.party
        for seen in focus.seen
        if seen.mention.kind == "person" and not seen.mention.former and seen.party.office == party.office
    ]
    told = Counter(other.person for other in rivals if other.person)
    latest = {other.person: other for other in rivals}
    for person, times in told.most_common():
        if person == last.person or times < _OFTEN * told[last.person]:
            return last
        if fits(latest[person]):
            return latest[person]
    return last


def named_later(party: Party, document: Document) -> Party | None:
    """The one person whom the report names anywhere in an office of a state."""
    if not party.key or party.office not in SINGLE:
        return None
    found = {
        other.person: other
        for mention in document.mentions
        if mention.kind == "person" and not mention.former
        for other in mention.parties
        if other.person and other.office == party.office and other.key == party.key
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _same_title(party: Party, title: str, seen: Seen, focus: Focus) -> bool:
    """Whether an office that many hold is meant for the same one: its title stands in the earlier mention."""
    if party.office in SINGLE or not title:
        return True
    first, last = seen.mention.tokens
    return any(focus.tokens[i].lower == title for i in range(first, last))
