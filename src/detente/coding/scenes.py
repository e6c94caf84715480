"""Whom the place tells: where violence strikes whose words name nobody, whose people protest there."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.match import Hit
from detente.coding.phrases import is_verb
from detente.model import Party, Token

SCENE = frozenset({"pobj", "prep", "appos", "conj", "compound", "nmod", "npadvmod"})
OF_TARGET = frozenset({"dobj", "nsubjpass"})
WITHIN = word_list("prepositions-of-scene")


def from_scene(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "A bomb went off at a bus stop in Cork": violence that names nobody strikes the state where it happened."""
    places = [t for t in _places(hit, cast) if cast.states_at[t.i] in cast.named]
    if len({cast.states_at[t.i] for t in places}) == 1:
        draft.recipients, draft.slots = (_home(places[0], cast),), (draft.slots[0], "in")


def from_target(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "Xian jets bombed Cork": the town that is struck itself, whoever else the report speaks of."""
    struck = {cast.states_at[t.i]: t for t in hit.slots.object if t.i in cast.states_at and cast.mention(t) is None}
    if len(struck) == 1 and not struck.keys() & draft.keys:
        draft.recipients = tuple(_home(t, cast) for t in struck.values())
        draft.slots = draft.slots[0], "place"


def name_protesters(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "A mob stoned Xland's embassy in Cork": who protests belongs to the land where it happens, not to its target."""
    places = [t for t in _places(hit, cast, OF_TARGET) if cast.states_at[t.i] not in draft.keys]
    if len({cast.states_at[t.i] for t in places}) == 1:
        draft.actors, draft.slots = (_home(places[0], cast),), ("in", draft.slots[1])


def _home(place: Token, cast: Cast) -> Party:
    return Party(state=cast.states_at[place.i], spans=(place.span,), how="place")


def _places(hit: Hit, cast: Cast, further: frozenset[str] = frozenset()) -> list[Token]:
    """The places in which a deed is told to happen; `further` are slots behind which they may stand too."""
    word = hit.word
    above = word.head if word.dep in ("nsubj", "dobj", "nsubjpass") and is_verb(word.head) else word
    named = (t for t in above.subtree() if t.i in cast.states_at)
    return [t for t in named if _is_place_of(t, above, SCENE | further)]


def _is_place_of(token: Token, top: Token, between: frozenset[str]) -> bool:
    """Whether only nouns and prepositions of place stand between: "in the town of X", not "after X had agreed"."""
    while token is not top:
        if token.dep not in between or (token.dep == "prep" and token.lower not in WITHIN):
            return False
        token = token.head
    return True
