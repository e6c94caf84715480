"""Whom an appeal is made to: all the world, one's own people, or "both sides" of somebody else's conflict."""

from __future__ import annotations

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.cast import KIN, Cast
from detente.coding.draft import Draft
from detente.coding.fill import GUESSED
from detente.coding.focus import Focus
from detente.coding.parties import keys, sides_only
from detente.coding.phrases import agents, behind, is_passive
from detente.coding.slots import Slots, verb_slots
from detente.coding.subjects import surface_subject
from detente.model import Party, Token

MANY, ONE_OF_ALL, DEFINITE = word_list("many"), word_list("one-of-all"), word_list("definite")
SIDES, EACH_SIDE = word_list("sides-of-a-conflict"), word_list("each-side")
TROOPS = load_lexicon().classes["troops"]
FREEING, HOLDING = word_list("freeing"), word_list("held-captive")
PEACE = word_list("what-both-sides-owe")
HOME_CRITICS, GOVERNORS = word_list("critics-at-home"), word_list("governors-at-home")
MADE_AT_HOME = word_list("made-at-home")
BRINGING = word_list("bringing-to-do")
ASKED = ("on", "upon", "to")
SHARE = 0.34
"""How often the second of two adversaries has to be named, for each time that the first one is."""


def asks_the_world(slots: Slots, cast: Cast) -> bool:
    """Whether those asked are many without a name: "called on all nations to shun X" asks nothing of X.

    Nor does "asked its allies to shun X".
    """
    asked = [t for name in ASKED for t in slots.preps.get(name, ())]
    if slots.word.pos == "VERB":
        asked += slots.object
    wanted = [t for name in ("for", "from") for t in slots.preps.get(name, ())]
    wanted += [o for t in wanted for o in behind(t, "from", "by")]
    helpers = [t for t in wanted if t.lemma in ONE_OF_ALL]
    several = [t for t in asked if t.lemma in MANY and (t.tag == "NNS" or t.lemma in ONE_OF_ALL)]
    definite = any(c.dep == "poss" or c.lower in DEFINITE for t in several for c in t.children if t.tag == "NNS")
    friends = any(t.lemma in KIN and t.tag == "NNS" for t in asked)
    return (friends or (bool(several or helpers) and not definite)) and not cast.all_parties([*asked, *helpers])


def asks_its_own(asking: Slots, mine: set[str], cast: Cast) -> bool:
    """ "Told his aides to prepare a visit to X", "urged its parliament to ratify it", "wants a new law": at home."""
    wanted = (*asking.object, *asking.preps.get("for", ())) if asking.word.pos == "VERB" else ()
    if any(t.lemma in MADE_AT_HOME for t in wanted):
        return True
    asked = asking.object or _of_home(asking, mine, cast)
    if asked and not asking.object:
        return bool(asking.clauses) and len(mine) == 1 and keys(cast.all_parties(asked)) <= mine
    if asking.passive and not mine and asking.word.lemma == "order" and all(t.lemma in TROOPS for t in asked):
        return bool(asked)  # "X's army was ordered to hold its fire": by X
    if not asked or not mine or any(t.pos == "PRON" or t.lemma in KIN for t in asked):
        return False
    return bool(asking.clauses) and all(keys(cast.all_parties([t])) == mine for t in asked)


def spare_spoken_of(draft: Draft, asking: Slots, cast: Cast) -> None:
    """X of "called for a common stand against X", "for X to be readmitted": who is only spoken of is not asked."""
    slot = draft.slots[1]
    if draft.type != "REQUEST" or not keys(draft.recipients):
        return
    if slot == "topic":
        undergone = [
            c for _, verb in asking.clauses if _is_undergone(verb) for c in verb.children if c.dep == "nsubjpass"
        ]
        spoken = cast.all_parties(t for t in undergone if t.pos == "PROPN" and cast.is_party(t))
    elif slot in ("for", "object"):
        wanted = asking.tokens(slot)
        wanted += [o for t in wanted for o in behind(t, "for")]
        if any(keys(cast.parties(t, deep=False)) for t in wanted):
            return
        spoken = cast.all_parties(o for t in wanted for o in behind(t, "against", "on"))
    else:
        return
    if keys(draft.recipients) <= keys(spoken):
        draft.struck, draft.recipients = draft.struck | keys(spoken), ()
        draft.slots = draft.slots[0], ""


def _is_undergone(verb: Token) -> bool:
    """Whether others have to do it: "be readmitted", not "be made to leave"."""
    done = any(c.dep == "auxpass" and c.lemma == "be" for c in verb.children)  # "must get rid of" is X's to do
    return done and verb.lemma not in BRINGING and not agents(verb)


def ask_third(draft: Draft, cast: Cast) -> None:
    """ "A and B agreed that X must stop": what two hold that a third has to do, they ask of it together."""
    if draft.type != "AGREE" or draft.hit.kind != "V" or draft.hit.word.lemma != "agree" or not draft.actors:
        return
    owing = [t for form, verb in draft.hit.slots.clauses if form == "must" for t in surface_subject(verb)]
    asked = tuple(p for t in owing if cast.is_party(t) for p in cast.parties(t) if p.key)
    if len(keys(asked)) == 1 and not keys(asked) & draft.keys:
        draft.type, draft.mode, draft.both, draft.closed = "REQUEST", "change", False, True
        draft.recipients = sides_only(asked)


def ask_holder(draft: Draft, cast: Cast) -> None:
    """ "Demanded the release of the men held by X", "held in Cork": of whoever is named, he is asked who holds them."""
    if draft.type != "REQUEST":
        return
    freed = [t for t in draft.hit.slots.tokens("object") + draft.hit.slots.preps.get("for", []) if t.lemma in FREEING]
    men = [o for t in freed for o in behind(t, "of")]
    held = [c for t in men for c in t.subtree() if c.dep in ("acl", "relcl") and c.lemma in HOLDING and is_passive(c)]
    by = cast.all_parties(t for c in held for t in verb_slots(c).subject)
    holders = tuple(p for p in by if p.key and p.key not in keys(draft.actors))
    if not holders and keys(draft.recipients) <= keys(draft.actors):
        where = [o for c in held for o in behind(c, "in")]
        states = {cast.states_at[t.i]: t for t in where if t.i in cast.states_at}
        found = (Party(state=state, spans=(t.span,), how="place") for state, t in states.items())
        holders = tuple(p for p in found if p.key not in keys(draft.actors))
    if holders:
        draft.recipients, draft.slots = sides_only(holders), (draft.slots[0], "by")


def _of_home(asking: Slots, mine: set[str], cast: Cast) -> list[Token]:
    """One's own people called on by name; the government that an opposition or a parliament says must act."""
    if asking.word.pos != "VERB":
        return []
    called = [t for name in ASKED for t in asking.preps.get(name, ())]
    if called and mine and all(keys(cast.parties(t)) == mine for t in called):
        return called
    critics = [t for s in asking.subject for t in (s, *behind(s, "of"))]
    if not any(t.lemma in HOME_CRITICS for t in critics):
        return []
    asked = called + asking.preps.get("for", [])
    asked = asked or [t for form, verb in asking.clauses if form == "that" for t in surface_subject(verb)]
    return asked if all(t.lemma in GOVERNORS for t in asked) else []


def ask_both(draft: Draft, cast: Cast, focus: Focus) -> None:
    """An outsider's appeal to "both sides", or for calm and talks, is made to the two that the report is about."""
    if draft.type != "REQUEST" or draft.turn or draft.closed or not draft.actors:
        return
    slots = draft.hit.slots
    asked = [t for name in ASKED for t in slots.preps.get(name, ())] + slots.object
    sides = any(_is_each_side(t) for t in asked)
    if not sides and not (_asks_for_peace(slots) and (not draft.recipients or draft.how.get("parties") in GUESSED)):
        return
    if sides and len(keys(draft.recipients)) > 1:
        return
    named = set() if draft.how.get("parties") in GUESSED else keys(draft.recipients)
    pair = [key for key, _ in focus.count.most_common(4) if key not in keys(draft.actors)][:2]
    top = [key for key, _ in focus.count.most_common(2)]
    if len(pair) < 2 or not named <= set(pair) or (not sides and set(pair) != set(top)):
        return
    if focus.count[pair[1]] < SHARE * focus.count[pair[0]]:
        return
    draft.recipients, draft.how["parties"] = sides_only((focus.known[key] for key in pair), "dyad"), "dyad"
    draft.closed = True


def _is_each_side(token: Token) -> bool:
    """ "Both sides", "all parties", "the two countries"."""
    return token.lemma in SIDES and token.tag == "NNS" and any(c.lower in EACH_SIDE for c in token.children)


def _asks_for_peace(slots: Slots) -> bool:
    """Whether what is asked for takes both: calm, restraint, talks."""
    named = [t for name in ("for", "to") for t in slots.preps.get(name, ())] + slots.object
    return any(t.lemma in PEACE for t in named)
