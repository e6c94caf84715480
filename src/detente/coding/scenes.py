"""Where violence strikes whose words name nobody: in the state of the place where it happened."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.match import Hit
from detente.coding.phrases import is_verb
from detente.model import Party, Token

SCENE = frozenset({"pobj", "prep", "appos", "conj", "compound", "nmod", "npadvmod"})
WITHIN = word_list("prepositions-of-scene")


def from_scene(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "A bomb went off at a bus stop in Cork": violence that names nobody strikes the state where it happened."""
    word = hit.word
    above = word.head if word.dep in ("nsubj", "dobj", "nsubjpass") and is_verb(word.head) else word
    places = [t for t in above.subtree() if cast.states_at.get(t.i) in cast.named and _is_place_of(t, above)]
    states = {cast.states_at[t.i] for t in places}
    if len(states) == 1:
        scene = Party(state=states.pop(), spans=(places[0].span,), how="place")
        draft.recipients, draft.slots = (scene,), (draft.slots[0], "in")


def _is_place_of(token: Token, top: Token) -> bool:
    """Whether only nouns and prepositions of place stand between: "in the town of X", not "after X had agreed"."""
    while token is not top:
        if token.dep not in SCENE or (token.dep == "prep" and token.lower not in WITHIN):
            return False
        token = token.head
    return True
