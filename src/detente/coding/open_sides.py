"""Whether an empty side is to be filled: what is done to one's own, to strangers or to nobody stays open."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.at_home import (
    arrests_own,
    builds_at_home,
    comes_from_home,
    denies_for_himself,
    judges_policy,
    moves_at_home,
    threatens_at_home,
)
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.outsiders import means_outsiders
from detente.coding.parties import keys, sides_only
from detente.coding.strangers import (
    comes_from_stranger,
    is_by_author,
    is_only_accused,
    judges_ruling,
    means_others,
    names_another,
    names_council,
    names_own_doing,
    names_stranger,
    some_of_several,
    somebody_else,
    strikes_stranger,
    tells_friends,
    thanks_troops,
    warns_anybody,
)
from detente.coding.tellers import find_teller
from detente.coding.unaimed import strikes_people
from detente.coding.unmet import is_at_home_talk, meets_by_itself, meets_others
from detente.coding.venue import is_of_many
from detente.model import Party

TOLD_TO = word_list("types-told-to-somebody")
"""Said to or of one's own side, these are no affair between states."""
RECIPROCAL = word_list("types-reciprocal")
DEPLOYING = word_list("deploying")
FOR_SHOW, AT_HOME = word_list("types-for-show"), word_list("modes-also-at-home")
GETTING, PINNING = frozenset({"get", "receive"}), frozenset({"blame", "pin"})
POSTS = word_list("posts")
CONTENT = frozenset({"topic", "struck", "clause"})
"""Slots of what is said, not of to whom: "demanded an end to X's raids" may be said to anybody."""
GRAVE, GRAVE_MODES = word_list("types-grave"), word_list("modes-grave")
"""Deeds that nobody is said to have done unless the words say so."""
OPEN, CLOSED, HOME, NOTHING = "open", "closed", "home", "nothing"
"""What becomes of the open side: open for now, open for good, the actor's own people, no deed between states."""


def is_grave(draft: Draft) -> bool:
    """Whether it would be an accusation to name who did it where the words do not."""
    named_only = draft.hit.kind == "N" and not draft.hit.slots.light and draft.type == "SANCTION"
    return named_only or draft.type in GRAVE or draft.mode in GRAVE_MODES


def stays_open(draft: Draft, cast: Cast) -> bool:
    """Whether the words leave nobody to be filled in on the open side: somebody else is meant, or nobody is blamed."""
    outcome = _outcome(draft, cast)
    if outcome is None:
        return False
    draft.closed = draft.closed or outcome != OPEN
    if outcome == NOTHING:
        draft.actors, draft.recipients = (), ()
        return True
    draft.how["parties"] = "alone"
    if outcome == HOME:
        draft.recipients = sides_only(draft.actors, "home")
    return True


def _outcome(draft: Draft, cast: Cast) -> str | None:
    """What becomes of the open side, None where it may be filled."""
    if draft.type == "CONSULT" and (
        meets_others(draft, cast) or is_at_home_talk(draft, cast) or is_by_author(draft, cast)
    ):
        return NOTHING
    if not draft.actors and is_grave(draft):
        return OPEN
    if (draft.both and names_another(draft, cast)) or _is_at_nobody(draft, cast) or meets_by_itself(draft):
        return CLOSED
    if not draft.actors:
        return _without_actor(draft, cast)
    return (None if draft.recipients else _at_whom(draft, cast)) or _at_home(draft, cast)


def _without_actor(draft: Draft, cast: Cast) -> str | None:
    """What is left open of a deed that nobody is said to do: others do it, or somebody without a name."""
    if some_of_several(draft, cast) or names_council(draft, cast) or is_only_accused(draft, cast):
        return CLOSED
    if somebody_else(draft, cast) or comes_from_stranger(draft, cast) or comes_from_home(draft):
        return NOTHING
    # "the embassy had received threats"
    return CLOSED if draft.type == "THREATEN" and draft.hit.slots.light in GETTING else None


def _at_whom(draft: Draft, cast: Cast) -> str | None:
    """What is left open of a deed towards whoever is not named: strangers, friends, the actor's own."""
    if names_stranger(draft, cast) or thanks_troops(draft, cast):
        return NOTHING
    if judges_policy(draft, cast) or names_own_doing(draft, cast):
        return NOTHING
    if draft.type == "PROTEST" and comes_from_home(draft):
        return NOTHING
    if draft.mode == "resign":
        return CLOSED
    if judges_ruling(draft, cast) or tells_friends(draft, cast):
        return CLOSED
    if denies_for_himself(draft):
        return OPEN
    if draft.hit.word.lemma in PINNING and draft.hit.slots.preps.get("on"):
        return CLOSED  # "blamed it on the weather"
    if arrests_own(draft, cast):
        if draft.mode != "arrest":
            return NOTHING
        return HOME if len(keys(draft.actors)) == 1 else CLOSED
    if draft.mode == "convict":
        return NOTHING  # whom nobody names a court tries is its own land's
    if strikes_stranger(draft, cast) or threatens_at_home(draft, cast) or moves_at_home(draft, cast):
        return CLOSED
    return NOTHING if builds_at_home(draft, cast) else None


def _at_home(draft: Draft, cast: Cast) -> str | None:
    """What is left open of what a state does at home, or only for show."""
    if draft.mode in AT_HOME:
        return HOME if strikes_people(cast) else CLOSED
    return OPEN if draft.type in FOR_SHOW and draft.hit.word.lemma not in DEPLOYING else None


def _is_at_nobody(draft: Draft, cast: Cast) -> bool:
    """Whether somebody acts, and the words leave open towards whom."""
    if not draft.actors:
        return False
    unaimed = means_outsiders(draft, cast) or (not draft.recipients and warns_anybody(draft))
    return unaimed or is_of_many(draft, cast)


def is_own_affair(draft: Draft, struck: tuple[Party, ...], cast: Cast) -> bool:
    """Whether it is done to one's own side only: nobody else is meant, so nobody is filled in but who tells of it."""
    if teller := find_teller(draft, struck, cast):
        draft.recipients, draft.how["parties"] = teller, "speaker"
        return True
    if draft.type in RECIPROCAL or means_others(draft):
        return False
    if draft.type in TOLD_TO and draft.slots[1] in CONTENT and draft.hit.kind == "V" and len(keys(draft.actors)) == 1:
        return False
    draft.how["parties"], draft.closed = "alone", True
    at_embassy = draft.type == "PROTEST" and any(t.lemma in POSTS for t in draft.hit.slots.tokens(draft.slots[1]))
    if (draft.type == "ASSAULT" or draft.mode == "arrest" or at_embassy) and len(keys(draft.actors)) == 1:
        draft.recipients = sides_only(struck, "home")
    several = len(cast.named) > 1  # a text about one party only stays told of that one
    domestic = several and draft.type in TOLD_TO and all(p.how != "pronoun" for p in struck)
    mutual = draft.type == "RETREAT" and keys(draft.actors) == keys(struck)  # "A and B reopened their border"
    draft.actors = draft.actors if (len(keys(draft.actors)) == 1 or mutual) and not domestic else ()
    return True
