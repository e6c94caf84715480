"""Who "they", "their" are: those whom the clause binds, else the pair or the people of the sentence before."""

from __future__ import annotations

from detente.model import Party, Token
from detente.resolving.binding import subjects_above
from detente.resolving.focus import SUBJECTS, Focus, Seen
from detente.resolving.members import joined
from detente.resolving.things import intruded_on, mention_at, party_at

_FAR = 60
"""How many words back a plural subject is looked for."""
_ONE = ("state", "organisation", "body", "demonym", "capital", "metonym")
_PLURAL = ("NNS", "NNPS")
_OBJECTS = ("them", "themselves")


def several_of(token: Token, focus: Focus, quoted: bool = False) -> tuple[Party, ...]:
    """The parties of "they", "their"; none where a reader would not be sure.

    Args:
        token: the pronoun.
        focus: what the report has named so far.
        quoted: whether it stands in a quotation, so that the sentences before say nothing of it.
    """
    told = _told(token)
    if told is not None:
        return bound_to(told, focus) or ()
    nouns = subjects_above(token, focus.words)
    if token.lower in _OBJECTS or intruded_on(token, focus):
        next(nouns, None)
    for noun in nouns:
        found = bound_to(noun, focus)
        if found is not None and (len(found) != 1 or noun.tag in _PLURAL or not _other_many(token)):
            return found
    return () if quoted else _loose(token, focus)


def _told(token: Token) -> Token | None:
    """Those of whom a verb of telling says something to themselves ("warned the envoys that they would")."""
    verb = token.head
    if token.dep not in SUBJECTS or verb.dep != "ccomp":
        return None
    objects = [c for c in verb.head.children if c.dep in ("dobj", "dative") and c.i < token.i]
    return objects[0] if objects and objects[0].tag in _PLURAL else None


def _other_many(token: Token) -> bool:
    """Whether any plural noun of the sentence before "they" can be meant."""
    return any(t.tag in _PLURAL and t.i < token.i and t.dep != "npadvmod" for t in token.sentence.tokens)


def bound_to(noun: Token, focus: Focus) -> tuple[Party, ...] | None:
    """Those whom a noun that binds "they" stands for; () where nobody knows them, None where it is one person."""
    unit = [noun, *_conjuncts(noun)]
    if len(unit) > 1:
        members = [p for t in unit for p in _parties_at(t, focus)]
        distinct = {p.person or p.key: p for p in members if p.key}
        return tuple(distinct.values()) if len({p.key for p in distinct.values()}) > 1 else ()
    seen = mention_at(noun, focus)
    if seen is not None:
        if len(seen.mention.parties) > 1 or seen.mention.plural:
            return seen.mention.parties
        return seen.mention.parties if seen.mention.kind in _ONE and not seen.party.person else None
    if noun.tag not in _PLURAL:
        return None
    if noun.lower not in focus.words.bodies and noun.lower not in focus.words.agents:
        return () if noun.dep in SUBJECTS else None
    party = party_at(noun, focus) or _leader_of(noun, focus)
    return (party,) if party is not None else ()


def _leader_of(noun: Token, focus: Focus) -> Party | None:
    """The state of the person whose men they are ("Kabila's rebels")."""
    for child in noun.children:
        seen = mention_at(child, focus) if child.dep == "poss" else None
        if seen is not None and len(seen.mention.parties) == 1 and seen.party.key:
            return Party(seen.party.state, seen.party.organisation, spans=seen.party.spans)
    return None


def _parties_at(token: Token, focus: Focus) -> tuple[Party, ...]:
    seen = mention_at(token, focus)
    if seen is not None:
        return seen.mention.parties
    party = party_at(token, focus)
    return (party,) if party is not None else ()


def _conjuncts(noun: Token) -> list[Token]:
    found = [c for c in noun.children if c.dep == "conj"]
    return [t for c in found for t in (c, *_conjuncts(c))]


def _loose(token: Token, focus: Focus) -> tuple[Party, ...]:
    """Those joined in this sentence before "they", else the pair of the sentence before."""
    index = token.sentence.index
    places = ((index, token.i), (index - 1, None)) if token.dep in SUBJECTS else ((index, token.i),)
    for sentence, before in places:
        seen = focus.within(sentence, before)
        units = [u for u in joined(seen, focus) if len(u) > 1]
        if units:
            return units[-1] if sentence == index else _subject_unit(units, seen)
        persons = focus.persons(seen)
        named = [s[-1].party for s in persons.values() if s[-1].party.state]
        if sentence < index and len(named) == 2 and named[0].state != named[1].state:
            return tuple(named)
        plural = {
            s.party.state: s.party for s in seen if s.subject and s.mention.plural and len(s.mention.parties) == 1
        }
        if len(plural) == 1 and not persons:
            return tuple(plural.values())
        noun = _plural_noun(token, focus, sentence)
        if noun is not None:
            return bound_to(noun, focus) or ()
        if seen and sentence < index:
            return ()
    return ()


def _plural_noun(token: Token, focus: Focus, sentence: int) -> Token | None:
    """The last plural subject of a sentence before a pronoun."""
    return next(
        (
            t
            for t in (focus.tokens[: token.i])[::-1][:_FAR]
            if t.sentence.index == sentence and t.tag in _PLURAL and t.dep in SUBJECTS
        ),
        None,
    )


def _subject_unit(units: list[tuple[Party, ...]], seen: list[Seen]) -> tuple[Party, ...]:
    keys = {s.party.key for s in seen if s.subject}
    return next((unit for unit in units if any(p.key in keys for p in unit)), units[-1])
