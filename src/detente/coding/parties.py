"""Rows of parties: each once, as states or organisations alone, as keys; the West."""

from __future__ import annotations

from collections.abc import Iterable

from detente.codebook import load_codebook
from detente.codebook.lexicon import load_lexicon, word_list
from detente.model import Party, Token

AT_ODDS = frozenset(o.name for o in load_codebook().organisations if o.state and o.kind in word_list("kinds-at-odds"))
"""Organisations of a state that are at odds with its government."""
HEADS = ("head_of_state", "head_of_government")
WESTERN = word_list("western")
"""What is the West's where it is called western."""
ACTED = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})
VISITS = load_lexicon().classes["visit"]
EUROPEAN, SOME, OF_EUROPE = word_list("european"), word_list("some-of-many"), word_list("of-europe")
"""Who together is the European Union where they are called European; words that leave some of many out."""


def is_at_odds_with_its_state(party: Party) -> bool:
    """Whether a party is an organisation that fights the government of its state."""
    return party.state is not None and party.organisation in AT_ODDS


def unique(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each party once: a person's state is not repeated bare beside the person, the better known one wins."""
    parties = tuple(parties)
    if len(parties) < 2:
        return parties
    kept: list[Party] = []
    for party in parties:
        twin = next((k for k, other in enumerate(kept) if _same(other, party)), None)
        if twin is None:
            kept.append(party)
        elif _detail(party) > _detail(kept[twin]):
            kept[twin] = party
    return tuple(kept)


def _same(a: Party, b: Party) -> bool:
    if a.key != b.key or (a.organisation != b.organisation and AT_ODDS & {a.organisation, b.organisation}):
        return False
    if a.person and b.person:
        return a.person == b.person
    return not (a.office and b.office and a.office != b.office)


def _detail(party: Party) -> int:
    return 2 * bool(party.person) + bool(party.office)


def sides_only(parties: Iterable[Party], how: str | None = None) -> tuple[Party, ...]:
    """Each as the state or organisation that it acts for: who it was in person is not said."""
    return unique(Party(state=p.state, organisation=p.organisation, spans=p.spans, how=how) for p in parties)


def keys(parties: Iterable[Party]) -> set[str]:
    """State codes and organisation names."""
    return {key for p in parties if (key := p.key)}


def ordered_keys(parties: Iterable[Party]) -> tuple[str, ...]:
    """The same, each once in the order of the parties: where the order decides, a set would change it with each run."""
    return tuple(dict.fromkeys(p.key for p in parties if p.key))


def is_another_body(party: Party, others: Iterable[Party]) -> bool:
    """Whether it is of the state of these, but at odds with them: rebels and their government."""
    own = [p for p in others if p.key == party.key and p.organisation != party.organisation]
    return party.how != "pronoun" and any(p.organisation in AT_ODDS or party.organisation in AT_ODDS for p in own)


def between_bodies(actors: Iterable[Party], recipients: Iterable[Party]) -> bool:
    """Whether one body of a state acts towards another."""
    actors = tuple(actors)
    return any(is_another_body(p, actors) for p in recipients)


def of_region(adjective: Token) -> tuple[Party, ...]:
    """Whose "western sanctions" are, and who "European powers" are, but for "two", "other", "eastern" ones."""
    if adjective.lower == "western" and adjective.head.lemma in WESTERN:
        return (Party(organisation="the West", spans=(adjective.span,), how="demonym"),)
    if adjective.text == "European" and _is_of_europe(noun := _noun(adjective)):
        some = any(c.dep == "nummod" or c.lower in SOME for c in (*noun.children, *adjective.children))
        return () if some else (Party(organisation="European Union", spans=(adjective.span,), how="demonym"),)
    if adjective.text == "Europe" and _acts_as_one(adjective):
        return (Party(organisation="European Union", spans=(adjective.span,), how="demonym"),)
    return ()


def _noun(adjective: Token) -> Token:
    """The noun that an adjective describes, beside others or not: "European leaders", "Xian and European leaders"."""
    while adjective.dep == "conj" and adjective.head is not adjective:
        adjective = adjective.head
    return adjective.head


def _is_of_europe(noun: Token) -> bool:
    return noun.lemma in OF_EUROPE or (noun.tag == "NNS" and noun.lemma in EUROPEAN)


def _acts_as_one(land: Token) -> bool:
    """Whether Europe does something or has it done to it: no ground ("in Europe"), no part of it, nowhere to go."""
    first = land
    while first.dep == "conj" and first.head is not first:
        first = first.head
    if any(c.dep in ("amod", "compound", "det", "nummod") for c in land.children):
        return False
    if first.dep != "pobj":
        # what Europe should do is mostly asked of one's own side
        return first.dep in ACTED and not any(c.tag == "MD" for c in first.head.children)
    prep = first.head
    given = prep.lower == "to" and prep.head.pos == "NOUN" and prep.head.lemma not in VISITS
    return given or prep.lower in ("by", "from", "with", "against", "between")
