"""Whom a vague title recalls: "the official" who was told of before, "the Chilean diplomat" who was named."""

from __future__ import annotations

from msgspec.structs import replace

from detente.model import Mention, Party, Token
from detente.resolving.focus import SUBJECTS, Focus
from detente.resolving.things import party_at

ENVOYS = frozenset({"diplomat", "envoy", "negotiator"})
_DIPLOMATIC = frozenset({"foreign_minister", "ambassador", "envoy", "special_envoy", "diplomat", "junior_minister"})
_SENT = frozenset({"ambassador", "envoy", "special_envoy"})
_POSTING = frozenset(
    {"appoint", "dispatch", "name", "nominate", "post", "recall", "reinstate", "replace", "return", "send", "withdraw"}
)
"""What a state does with its own envoy."""
_PERSONS = ("person", "pronoun", "office")
_NEAR = 3
"""Sentences within which "the Chilean" is the one told of before."""
_BACK = 15
"""Mentions within which "the official" is the one told of before."""


def recalled(mention: Mention, title: str, focus: Focus) -> Mention:
    """ "The official": the last one whom the report has called so; nobody where it has not."""
    for seen in reversed(focus.seen[-_BACK:]):
        same = any(focus.tokens[i].lower == title for i in range(*seen.mention.tokens))
        if same and seen.mention.kind in _PERSONS and not seen.mention.plural and seen.party.key:
            return replace(mention, parties=(replace(seen.party, spans=(mention.span,), how="title"),))
    return replace(mention, parties=())


def somebody_at(noun: Token, focus: Focus) -> Mention | None:
    """ "The sailor": the last person named whom the report has called so."""
    if noun.tag != "NN" or noun.lower not in focus.words.person_nouns or not is_pointing(noun):
        return None
    for seen in reversed(focus.seen[-_BACK:]):
        named, one = seen.mention, seen.party
        if named.kind != "person" or named.plural or not (one.person and one.key):
            continue
        if any(focus.tokens[i].lower == noun.lower for i in range(*named.tokens)):
            parties = (replace(one, spans=(noun.span, *one.spans[:1]), how="title"),)
            return Mention(span=noun.span, kind="person", tokens=(noun.i, noun.i + 1), head=noun.i, parties=parties)
    return None


def countryman(mention: Mention, focus: Focus) -> Mention:
    """ "The Chilean", "the 48-year-old Chilean": the one private person of that state told of just before."""
    noun, state = focus.tokens[mention.head], mention.parties[0].state
    if noun.tag not in ("NN", "NNP") or mention.attributive or not is_pointing(noun):
        return mention
    near = [
        s for s in focus.seen if noun.sentence.index - s.sentence <= _NEAR and s.mention.kind in ("person", "pronoun")
    ]
    named = {s.party.person: s.party for s in near if s.party.state == state and s.party.person and not s.party.office}
    if len(named) != 1:
        return mention
    party = next(iter(named.values()))
    return replace(mention, parties=(replace(party, spans=(mention.span, *party.spans[:1]), how="title"),))


def is_pointing(noun: Token) -> bool:
    """Whether "the" and at most an age stand before a noun, and nothing behind it says whom it means."""
    before = [c for c in noun.children if c.i < noun.i and c.dep != "punct"]
    aged = all(c.dep == "det" or c.lower.endswith("old") for c in before)
    told = any(c.dep in ("relcl", "acl", "prep", "appos") for c in noun.children)
    return aged and any(c.lower == "the" for c in before) and not told and noun.dep not in ("compound", "appos", "attr")


def envoy_named(party: Party, focus: Focus) -> Party | None:
    """ "The Chilean diplomat": the one of that state named so far who deals with others for it."""
    people = {
        seen.party.person: seen.party
        for seen in focus.seen
        if seen.mention.kind == "person" and seen.party.state == party.state and seen.party.office in _DIPLOMATIC
    }
    return next(iter(people.values())) if party.state and len(people) == 1 else None


def host_of(envoy: Token, focus: Focus) -> frozenset[str]:
    """The state that has to do with "the ambassador": X of "X summoned the ambassador", whose he is not."""
    verb = envoy.head
    if envoy.dep not in ("dobj", "dative") or verb.lemma in _POSTING:
        return frozenset()
    doing = (party_at(c, focus) for c in verb.children if c.dep in SUBJECTS and c.i < verb.i)
    return frozenset(p.state for p in doing if p is not None and p.state)


def envoy_told_of(focus: Focus, abroad: frozenset[str]) -> Party | None:
    """The last ambassador or envoy told of before, whom "the envoy" recalls."""
    for seen in reversed(focus.seen[-_BACK:]):
        if seen.mention.kind == "office" and seen.party.office in _SENT and not seen.mention.plural:
            return seen.party if seen.party.state and seen.party.state not in abroad else None
    return None
