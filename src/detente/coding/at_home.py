"""What is said or done at home, and touches no other state: one's own people, ground, policy, denials for oneself."""

from __future__ import annotations

from collections.abc import Iterable

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.cast import ABOUT, Cast
from detente.coding.draft import Draft
from detente.coding.phrases import behind
from detente.model import Token

SAID, OF_ONES_OWN = word_list("types-of-speech"), word_list("of-ones-own")
OWN_PEOPLE, REBELS = word_list("arrested-at-home"), word_list("rebels")
GOVERNMENT = frozenset({"antigovernment", "government"})
_WHERETO = ("to", "into", "in", "at")
AMOUNTS = load_lexicon().classes["quantity"]


def comes_from_home(draft: Draft) -> bool:
    """ "Under domestic pressure", "congressional criticism", "anti-government protests": one's own people say it."""
    word = draft.hit.word
    said_of = GOVERNMENT if draft.type == "PROTEST" else OF_ONES_OWN if draft.type in SAID else ()
    return draft.hit.kind == "N" and any(c.lower in said_of for c in word.children)


def judges_policy(draft: Draft, cast: Cast) -> bool:
    """ "Critical of the Xland policy", where no word tells whose it is: mostly one's own, never Xland's."""
    if draft.type != "ACCUSE":
        return False
    judged = [t for name in draft.hit.entry.recipient for t in draft.hit.slots.tokens(name)]
    return any(t.lemma in ABOUT and any(cast.only_calls(c, t) for c in t.children) for t in judged)


def denies_for_himself(draft: Draft) -> bool:
    """Whether people without an office deny or refuse something, for no state: "Hansen denied any wrongdoing"."""
    return draft.type == "REJECT" and all(p.person and not p.office for p in draft.actors)


def threatens_at_home(draft: Draft, cast: Cast) -> bool:
    """Whether what somebody threatens to strike is or may be in his own land: "to overrun Cork", "to crush rebels"."""
    if draft.type != "THREATEN":
        return False
    struck = [c for _, verb in draft.hit.slots.clauses for c in verb.children if c.dep == "dobj"]
    if struck and all(t.pos == "NOUN" and t.lemma in REBELS and not cast.parties(t) for t in struck):
        return True
    return _lie_at_home((t for c in struck for t in (c, *c.children)), draft, cast)


def moves_at_home(draft: Draft, cast: Cast) -> bool:
    """Whether somebody's forces only go to a place in his own land: "sent troops to Cork"."""
    if draft.type != "MOBILIZE":
        return False
    slots = draft.hit.slots
    return _lie_at_home((t for name in _WHERETO for t in slots.tokens(name)), draft, cast)


def builds_at_home(draft: Draft, cast: Cast) -> bool:
    """Whether what is paid for or built lies in the payer's own land: "funded a school in Cork"."""
    if draft.type != "AID":
        return False
    slots = draft.hit.slots
    things = [*slots.object, *(t for t in (draft.hit.word,) if draft.hit.kind == "N")]
    return _lie_at_home((*slots.preps.get("in", ()), *(o for t in things for o in behind(t, "in"))), draft, cast)


def _lie_at_home(places: Iterable[Token], draft: Draft, cast: Cast) -> bool:
    """Whether places are named among these words, all of them in the actors' own land."""
    lands = {cast.states_at[t.i] for t in places if t.i in cast.states_at}
    return bool(lands) and lands <= {p.state for p in draft.actors}


def arrests_own(draft: Draft, cast: Cast) -> bool:
    """Whether it is the actor's own people who are struck, as far as the words tell: "arrests of activists"."""
    slots = draft.hit.slots
    struck = slots.object
    if draft.hit.entry.id == "repression":
        struck = struck + [t for name in ("of", "on", "against") for t in slots.preps.get(name, ()) if t not in struck]
    elif draft.mode != "arrest":
        return False
    return bool(struck) and all(_is_of_its_own(t, cast) for t in struck)


def _is_of_its_own(token: Token, cast: Cast) -> bool:
    if token.lemma in AMOUNTS:
        inner = behind(token, "of")
        return bool(inner) and all(_is_of_its_own(o, cast) for o in inner)
    return token.lemma in OWN_PEOPLE and not any(cast.is_party(t) or t.lower == "foreign" for t in token.children)


def is_said_by_nobody(draft: Draft) -> bool:
    """Whether a passive leaves open who says it: "X has been urged to yield"."""
    slots = draft.hit.slots
    return draft.type in SAID and draft.hit.kind == "V" and slots.passive and not slots.subject
