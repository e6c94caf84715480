"""Whom duties on goods strike: the land that the goods come from, never the one that buys them; who pays them."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.match import Hit
from detente.coding.parties import keys, sides_only
from detente.coding.phrases import behind, conjuncts
from detente.model import Token

BOUGHT = frozenset({"import", "purchase"})
SOLD = frozenset({"car", "export", "good", "goods", "product", "shipment", "steel"})
HOME = frozenset({"poss", "amod", "compound", "nmod"})


def from_goods(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "X's tariff on Xian imports from Y", "Y will pay duties on goods sent to X": X taxes, Y is struck."""
    if draft.type not in ("SANCTION", "THREATEN"):
        return
    for goods in (t for name in ("on", "against") for t in hit.slots.preps.get(name, ())):
        if goods.lemma in BOUGHT:
            _from_bought(draft, hit, goods, cast)
        elif goods.lemma in SOLD and hit.slots.light == "pay":
            buyers = cast.all_parties(told_behind(goods, "to", "into"))
            if buyers and draft.actors and not keys(buyers) & keys(draft.actors):
                draft.actors, draft.recipients = sides_only(buyers), sides_only(draft.actors)
                draft.slots = "to", "subject"


def _from_bought(draft: Draft, hit: Hit, goods: Token, cast: Cast) -> None:
    makers = cast.all_parties([*told_behind(goods, "from", "of"), *hit.slots.preps.get("from", ())])
    buyers = cast.all_parties(c for c in goods.children if c.dep in HOME)
    makers = tuple(p for p in makers if p.key and p.key not in keys(buyers))
    if not makers:
        return
    draft.recipients, draft.slots = sides_only(makers), (draft.slots[0], "from")
    if not draft.actors or keys(draft.actors) & keys(makers):
        draft.actors = sides_only(p for p in buyers if p.key)


def told_behind(goods: Token, *names: str) -> Iterator[Token]:
    """What stands behind a preposition of the goods, or of a clause about them: "goods sent to X"."""
    for holder in (goods, *(c for c in goods.children if c.dep in ("acl", "relcl"))):
        yield from (t for o in behind(holder, *names) for t in conjuncts(o))
