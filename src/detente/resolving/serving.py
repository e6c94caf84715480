"""Who served in an office that somebody's time is told by: "her years as foreign minister"."""

from __future__ import annotations

from msgspec.structs import replace

from detente.model import Mention, Party
from detente.resolving.bearing import office_there
from detente.resolving.focus import Focus
from detente.resolving.lexicon import Lexicon

_TIMES = frozenset(
    {"time", "tenure", "term", "stint", "years", "year", "days", "role", "capacity", "service", "career"}
)


def who_served(mention: Mention, title: str, focus: Focus, lexicon: Lexicon) -> Party | None:
    """The person whose time in an office it is, with that office; None where the words do not say.

    Args:
        mention: the office, unsettled.
        title: its words, folded.
        focus: what was named before it.
        lexicon: the codebook's names.
    """
    role = focus.tokens[mention.head].head
    time = focus.tokens[role.i - 1]
    if role.lower != "as" or time.lower not in _TIMES:
        return None
    owner = next((t.i for t in time.children if t.dep == "poss"), None)
    for seen in reversed(focus.seen):
        if owner is not None and seen.mention.tokens[0] <= owner < seen.mention.tokens[1]:
            served, named = mention.parties[0], seen.party
            fits = named.person is not None and served.state in (None, named.state)
            office = (named.state and office_there(title, named.state, lexicon)) or served.office
            return replace(named, office=office, spans=(mention.span,), how="title") if fits else None
    return None
