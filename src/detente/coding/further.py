"""The other party further on, where the frame of a word finds only the actor's own: "its men held by X"."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.match import Hit
from detente.coding.parties import between_bodies, is_another_body, keys, unique
from detente.coding.phrases import agents, is_verb
from detente.coding.slots import verb_slots
from detente.coding.unmet import find_bystanders
from detente.model import Party, Token

AT_EMBASSIES, EMBASSIES = frozenset({"ASSAULT", "PROTEST"}), word_list("posts")
HELD = word_list("held-captive")
AT = frozenset({"in", "to"})


def look_further(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "Refused to hand its general over to X": where the frame finds only the actor's own, the other party named."""
    mine = keys(draft.actors)
    if not mine or not draft.recipients or not keys(draft.recipients) <= mine:
        return
    if between_bodies(draft.actors, draft.recipients) or at_own_embassy(draft, hit, cast):
        return
    if own_blamed(draft, hit, cast):
        return
    if draft.type == "REQUEST" and draft.slots[1] == "object" and hit.kind == "V" and _asks_one_named(hit, cast):
        return
    barred = (t for t in hit.slots.preps.get("from", ()) if is_verb(t))  # "banned its firms from buying X's arms"
    inner = [verb_slots(verb) for verb in (*(verb for _, verb in hit.slots.clauses), *barred)]
    destined = cast.all_parties(t for slots in inner for name in ("object", "to", "from") for t in slots.tokens(name))
    near, aside = within(hit), find_bystanders(draft, cast) | mine | {""}
    others = tuple(p for p in (*everyone(hit, cast), *destined, *cast.all_parties(near)) if p.key not in aside)
    others = others or tuple(p for t in near for p in cast.parties(t) if is_another_body(p, draft.actors))
    if len(keys(others)) == 1:
        draft.recipients, draft.slots = unique(others), (draft.slots[0], "further")


def own_blamed(draft: Draft, hit: Hit, cast: Cast) -> tuple[Party, ...]:
    """ "Blamed its premier for the war with X": whom of the actor's own side the words name; nobody else is meant."""
    if draft.type != "ACCUSE" or hit.kind != "V" or not draft.actors or "object" not in hit.entry.recipient:
        return ()
    blamed = [t for t in hit.slots.object if cast.is_party(t)]
    named = cast.all_parties(blamed)
    return named if keys(named) and keys(named) <= keys(draft.actors) else ()


def at_own_embassy(draft: Draft, hit: Hit, cast: Cast) -> bool:
    """Whether exiles protest at the embassy of their own state, or storm it: not against the land where it stands."""
    if draft.type not in AT_EMBASSIES or not draft.actors:
        return False
    tokens = [t for name in hit.entry.recipient for t in hit.slots.tokens(name)]
    posts = [t for t in tokens if t.lemma in EMBASSIES]
    return bool(posts) and keys(cast.all_parties(posts)) == keys(draft.actors)


def _asks_one_named(hit: Hit, cast: Cast) -> bool:
    """ "Urged its parliament to reject the pact with X": who is asked to do something is of the asker's own side."""
    return bool(hit.slots.clauses) and any(cast.is_party(t) for t in hit.slots.object)


def within(hit: Hit) -> list[Token]:
    """What stands in the slots of a recipient, and behind: "half of the staff at its embassy in X", "men held by X"."""
    tokens = [t for name in hit.entry.recipient for t in hit.slots.tokens(name)]
    tokens += [o for t in tokens for c in t.children if c.dep == "prep" for o in c.children if o.dep == "pobj"]
    tokens += [o for t in tokens if t.lemma in EMBASSIES for c in t.children if c.lower in AT for o in c.children]
    return tokens + [o for t in tokens for c in t.children if c.dep == "acl" and c.lemma in HELD for o in agents(c)]


def everyone(hit: Hit, cast: Cast) -> tuple[Party, ...]:
    """Whoever stands in the slots of a word, but not who does it, nor after what."""
    slots = hit.slots
    tokens = [*slots.subject, *slots.object, *slots.preps.get("@modifier", [])]
    tokens += [t for name, ts in slots.preps.items() if name not in ("@modifier", "by", "after", "since") for t in ts]
    return cast.all_parties(tokens)
