"""When the name of a group stands for its members: "the six-way talks", "the two Koreas"."""

from __future__ import annotations

from msgspec.structs import replace

from detente.model import Interval, Mention, Party, Span, Token
from detente.resolving.focus import SUBJECTS, Focus
from detente.resolving.lexicon import Lexicon

_SPARE = 1
"""How many members a report may leave unnamed where it counts as listing them."""


def with_members(
    mention: Mention, words: str, head: Token, named: frozenset[str], when: Interval | None, lexicon: Lexicon
) -> Mention:
    """The mention of a group, with its members on the day where the group is only what they are called together.

    Some groups always are; others where the report names their members too (`listed_groups` in `reference.yaml`) and
    does not call the group by a sign of its own ("P5+1").

    Args:
        mention: of an organisation.
        words: the words of the mention.
        head: its head.
        named: the states that the report names.
        when: the report's day.
        lexicon: the codebook's names.
    """
    group = mention.parties[0].organisation if mention.parties else None
    rule = lexicon.words.listed_groups.get(group or "")
    organisation = lexicon.codebook.organisation(group) if group and rule else None
    if organisation is None or any(c.isdigit() for c in words):
        return mention
    day = when.last.isoformat() if when is not None else organisation.first
    members = organisation.members_on(day or "")
    if rule == "always" and not _gathers(head, lexicon):
        return replace(mention, parties=())
    if not members or len(named.intersection(members)) < (1 if rule == "always" else len(members) - _SPARE):
        return mention
    parties = tuple(Party(state, spans=(mention.span,), how="group") for state in members)
    return replace(mention, kind="group", parties=parties, plural=True, how="group")


def _gathers(head: Token, lexicon: Lexicon) -> bool:
    """Whether the talks are told of as held ("the opening of the talks"), not as what one refuses or leaves."""
    noun = head.head if head.dep in ("amod", "compound", "nmod", "nummod") else head
    if noun.dep in SUBJECTS:
        return True
    above = noun.head.head if noun.dep == "pobj" and noun.head.lower in ("of", "for") else noun.head
    return above.lemma in lexicon.words.gathering


def plural_at(token: Token, focus: Focus) -> Mention | None:
    """ "the two Koreas", "both Korean leaders", "inter-Korean": the states that share a name."""
    tokens = token.sentence.tokens
    at = token.i - tokens[0].i
    tied = at > 1 and tokens[at - 1].text == "-"
    two = at > 0 and tokens[at - 1].lower in ("two", "both")
    said = f"{tokens[at - 2].lower}-{token.lower}" if tied else f"two {token.lower}" if two else token.lower
    states = focus.words.plural_states.get(said) or focus.words.plural_states.get("" if tied else token.lower)
    if states is None or not token.text[0].isupper():
        return None
    parties = tuple(Party(state, spans=(token.span,), how="group") for state in states)
    return Mention(
        span=Span(token.start, token.end),
        kind="group",
        tokens=(token.i, token.i + 1),
        head=token.i,
        parties=parties,
        plural=True,
        how="group",
    )
