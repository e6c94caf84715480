"""Whose somebody is by what stands behind the word for him: whom he serves, where he is posted, where he is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.parties import keys, sides_only, unique
from detente.coding.phrases import behind, conjuncts
from detente.model import Mention, Party, Token

if TYPE_CHECKING:
    from detente.coding.cast import Cast

LINKS = word_list("party-prepositions")
TALKS = word_list("talks-on")
ABOUT_TALKS = frozenset({"at", "in", "inside", "on"})
"""Of talks, what they are about, or where."""
OFFICIALS, DIPLOMATS = load_lexicon().classes["official"], load_lexicon().classes["diplomat"]
SERVANTS = word_list("servants")
RELATIVES = word_list("relatives")
FOLLOWERS = RELATIVES.union(
    word_list("followers"), *(load_lexicon().classes[name] for name in ("troops", "official", "diplomat"))
)
BELONGING = RELATIVES | OFFICIALS | DIPLOMATS
LOCALS = word_list("locals")
"""Who mostly belongs where he is: protesters, prosecutors."""


def post_of(cast: Cast, token: Token, mention: Mention) -> tuple[Party, ...]:
    """Y of "X's ambassador to Y, Z": where he serves whom the whole names."""
    state = cast.states_at.get(token.i)
    inside = mention.kind == "person" and token.i != mention.head and token.head.i in range(*mention.tokens)
    if state is None or not inside or token.dep != "pobj" or token.head.lower not in ("to", "in"):
        return ()
    return () if state in keys(mention.parties) else (Party(state=state, spans=(token.span,)),)


def placed_kin(cast: Cast, kin: Token) -> tuple[Party, ...]:
    """Y and Z of "X's allies in Y and Z"."""
    ends = behind(kin, "in") if kin.tag == "NNS" else []
    lands = [t for o in ends for t in conjuncts(o) if (m := cast.mention(t)) is not None and m.kind == "state"]
    return unique(p for t in lands for p in cast.at[t.i].parties)


def posted(cast: Cast, envoy: Token) -> tuple[Party, ...]:
    """Where an envoy serves: Y of "X's ambassador to Y", of "Z, X's ambassador to Y"."""
    titles = [envoy, *(c for c in envoy.children if c.dep == "appos")]
    places = [o for t in titles for c in t.children if c.lower in ("to", "in", "at") for o in c.children]
    return cast.all_parties(t for o in places if o.dep == "pobj" for t in conjuncts(o))


def named_behind(cast: Cast, noun: Token) -> tuple[Party, ...]:
    """Whom the prepositions of a noun name ("troops of X", "his counterparts from X and Y")."""
    if named := served_by(cast, noun):
        return named
    for c in noun.children:
        if c.dep == "prep" and c.lower in LINKS and not (c.lower in ABOUT_TALKS and noun.lemma in TALKS):
            found = unique(p for o in c.children if o.dep == "pobj" for t in conjuncts(o) for p in cast.parties(t))
            serves = noun.lemma in SERVANTS or (noun.lemma in FOLLOWERS and c.lower == "of")
            found = sides_only(found) if serves else found
            if any(p.key for p in found):
                return tuple(msgspec.structs.replace(p, how="of") if p.how is None else p for p in found)
    if (served := _loyal_to(cast, noun)) or noun.lemma not in LOCALS:
        return served
    return _of_town(cast, noun)


def _loyal_to(cast: Cast, noun: Token) -> tuple[Party, ...]:
    """Whose "troops loyal to X" are."""
    loyal = (c for c in noun.children if c.lower == "loyal")
    lords = cast.all_parties(o for c in loyal for o in behind(c, "to"))
    return sides_only(lords)


def _of_town(cast: Cast, people: Token) -> tuple[Party, ...]:
    """ "Protesters in Fremantle", "a Fremantle court": whose the people are of a town that stands for no state."""
    ins = [c for c in people.children if c.dep == "prep" and c.lower == "in"]
    towns = [o for c in ins for o in c.children if o.dep == "pobj" and o.i in cast.states_at]
    towns += [c for c in people.children if c.dep in ("compound", "nmod", "poss") and c.i in cast.states_at]
    return unique(Party(state=cast.states_at[o.i], spans=(o.span,), how="place") for o in towns)


def served_by(cast: Cast, official: Token) -> tuple[Party, ...]:
    """Y of "an aide to President X, Y, said", of "the son of the president, Y"."""
    serving = ("office", "person") if official.lemma in OFFICIALS else ("office",)
    own = cast.mention(official)
    office = own.parties[0].office if own is not None and own.kind == "office" and own.parties else None
    found: list[Party] = []
    for served in (o for c in official.children if c.lower in ("to", "for", "of") for o in c.children):
        mention = cast.mention(served)
        if served.dep != "pobj" or mention is None or mention.kind not in serving:
            continue
        named = [m for c in served.children if c.dep == "appos" and (m := cast.mention(c)) is not None]
        persons = [p for m in named if m.kind == "person" and m is not mention for p in m.parties]
        home = mention.parties[0].state if mention.parties else None
        found += [p if p.key else msgspec.structs.replace(p, state=home, office=p.office or office) for p in persons]
    return tuple(found)


def explained(cast: Cast, name: Token) -> tuple[Party, ...]:
    """X of "X, the husband of Y's premier", "X, an official at the Y embassy": of Y's side, by his own name if known.

    Only of a name of which nothing else tells whose he is.
    """
    nouns = [c for c in name.children if c.dep == "appos" and c.lemma in BELONGING]
    sides = sides_only(p for c in nouns for p in named_behind(cast, c))
    if len(sides) != 1:
        return ()
    mention = cast.mention(name)
    own = mention.parties[0] if mention is not None and mention.kind == "person" and mention.parties else sides[0]
    return (msgspec.structs.replace(own, state=sides[0].state, organisation=sides[0].organisation),)


def partners_of(cast: Cast, noun: Token) -> tuple[Party, ...]:
    """X of "its border with X"."""
    withs = [c for c in noun.children if c.dep == "prep" and c.lower == "with"]
    return cast.all_parties(t for c in withs for o in c.children if o.dep == "pobj" for t in conjuncts(o))
