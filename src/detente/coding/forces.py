"""Whose own forces, weapons, embassies and envoys are spoken of, who acts with them."""

from __future__ import annotations

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.cast import Cast
from detente.coding.conditions import ENVOY_OFFICES
from detente.coding.draft import Draft
from detente.coding.match import Hit
from detente.coding.parties import is_another_body, keys, sides_only, unique
from detente.coding.phrases import agents, child, counted
from detente.coding.slot_parties import slot_parties
from detente.coding.slots import verb_slots
from detente.coding.sources import Source
from detente.coding.whose import posted
from detente.model import Token

OWN_FORCES = word_list("types-of-own-forces")
LAUNCHES = word_list("launching")
FORCES = ("@troops", "@weapon", "@missile", "@ship", "@aircraft", "@force")
BARE_FORCES, ARMIES = word_list("forces-told-of-by-their-own"), tuple(word_list("who-tells-of-own-forces"))
POSTS = (*word_list("posts"), "@diplomat")
ENTERING = frozenset({"enter", "visit"})
BARRING, GRAVE = word_list("types-barring"), word_list("types-grave")
GROUND = word_list("own-ground")
AIRSTRIKES = frozenset({"airstrike", "air-strike"})
"""What only those tell of without saying whose it was who flew it."""


def from_own_forces(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "The withdrawal of X's troops", "X's missiles were fired at Y", "X's envoy was recalled": whose they are acts.

    Not so where they are the victims: "X's soldiers were killed", "X's plane was shot down", "a raid on X's ships".
    """
    if draft.type == "ASSAULT" and not _launches(hit):
        return
    lexicon = load_lexicon()
    told = [*hit.slots.object, *(counted(hit.slots.object) if hit.kind == "N" else ())]
    own = [t for t in told if lexicon.is_in(t.lemma, FORCES if draft.type in OWN_FORCES else POSTS)]
    if draft.mode == "withdraw" and draft.type == "SANCTION":
        own = own or [t for t in told if any(p.office in ENVOY_OFFICES for p in cast.parties(t))]
    actors = tuple(p for p in cast.all_parties(own) if p.key)
    if not actors:
        return
    rest = [name for name in hit.entry.recipient if name not in ("object", "of")]
    recipient, draft.recipients = slot_parties(rest, hit.slots, cast)
    if not draft.recipients and draft.type not in OWN_FORCES:
        # "X's ambassador to Y, recalled in May"
        draft.recipients = tuple(p for t in own for p in posted(cast, t) if p.key and p.key not in keys(actors))
    draft.actors, draft.slots = sides_only(actors), ("object", recipient)


def join_exercise(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "X held drills with Y", "X-Yan drills": both do, and neither against the other."""
    held = [hit.word, *hit.slots.object]
    if draft.type != "MOBILIZE" or not draft.actors:
        return
    drills = [t for t in held if load_lexicon().is_in(t.lemma, ("@exercise",))]
    hyphened = [
        g for t in drills for c in t.children if c.text[:1].isupper() for g in c.children if g.dep == "npadvmod"
    ]
    company = cast.all_parties([*hit.slots.preps.get("with", ()), *hyphened]) if drills else ()
    if company:
        draft.actors = unique([*draft.actors, *company])
        draft.recipients = tuple(p for p in draft.recipients if p.key not in keys(company))


def from_own_ground(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "Xian planes were barred from Yian airspace": Y bars them, for it is Y's own."""
    if hit.kind != "V" or draft.actors or draft.type not in BARRING:
        return
    ground = [t for t in hit.slots.preps.get("from", ()) if t.lemma in GROUND]
    owners, barred = cast.all_parties(ground), cast.all_parties(hit.slots.object)
    if hit.slots.passive and keys(owners) and not keys(owners) & keys(barred):
        draft.actors, draft.recipients, draft.slots = sides_only(owners), barred, ("from", "object")
        return
    entered = cast.all_parties(
        o for t in hit.slots.preps.get("from", ()) if t.lemma in ENTERING for o in verb_slots(t).object
    )
    if hit.slots.passive and keys(entered) and keys(barred) and not keys(entered) & keys(barred):
        # "an Xian writer was banned from entering Y"
        draft.actors, draft.recipients, draft.slots = sides_only(entered), barred, ("from", "object")
        return
    entered = cast.all_parties(o for t in hit.slots.object for verb in _let_in(t) for o in _whereto(verb))
    if keys(entered) and not keys(entered) & keys(draft.recipients):
        # "was denied a visa to enter Y"
        draft.actors, draft.slots = sides_only(entered), ("clause", draft.slots[1])
        return
    dealing = [t for t in hit.slots.preps.get("from", ()) if t.tag == "VBG"]
    goods = [t for verb in dealing for t in (*verb_slots(verb).preps.get("with", ()), *verb_slots(verb).object)]
    goods += [o for t in goods for c in t.children if c.dep == "acl" for o in agents(c)]
    shunned = cast.all_parties(goods)
    if keys(barred) and keys(shunned) and not keys(shunned) & keys(barred):
        # "Xian firms were barred from dealing with Y", "an order that bars Xian firms from using wares made by Y": by X
        draft.actors, draft.recipients, draft.slots = sides_only(barred), shunned, ("object", "from")


def _let_in(leave: Token) -> list[Token]:
    """ "To enter X" of "a visa to enter X"."""
    return [c for c in leave.children if c.tag == "VB" and c.lemma in ENTERING | {"travel"}]


def _whereto(verb: Token) -> list[Token]:
    """X of "enter X", "travel to X"."""
    slots = verb_slots(verb)
    return [*slots.object, *slots.preps.get("to", ()), *slots.preps.get("into", ())]


def from_prize(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "Shot down an Xian jet and captured its pilot": nobody strikes his own, so it is X's."""
    if draft.type not in GRAVE or hit.kind != "V" or hit.word.dep != "conj" or not draft.actors:
        return
    own = [c for t in hit.slots.object for c in t.children if c.dep == "poss" and c.tag == "PRP$"]
    if not own or keys(draft.recipients) - keys(draft.actors) or child(hit.word, "nsubj", "nsubjpass") is not None:
        return
    struck = cast.all_parties(verb_slots(hit.word.head).object)
    if keys(struck) and not keys(struck) & keys(draft.actors):
        draft.recipients, draft.slots = sides_only(struck), (draft.slots[0], "object")


def from_speakers_forces(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "X's military said jets had bombed Y": forces that nobody calls somebody's are those of the army that tells it.

    Not so where its own people were struck.
    """
    slots = hit.slots
    doers = [] if hit.kind != "V" or slots.passive else slots.subject
    from_air = hit.kind == "N" and hit.word.lemma in AIRSTRIKES and _is_bare(hit.word) and bool(draft.recipients)
    if not from_air and (not doers or not all(t.lemma in BARE_FORCES and _is_bare(t) for t in doers)):
        return
    source = cast.speakers.source(hit.word) if cast.speakers is not None else None
    if source is None or not any(word in _told_by(source) for word in ARMIES):
        return
    mine = tuple(p for p in sides_only(source.parties) if p.state)
    if len(mine) == 1 and all(p.key != mine[0].key or is_another_body(p, mine) for p in draft.recipients):
        draft.actors, draft.slots = mine, ("speaker", draft.slots[1])


def _told_by(source: Source) -> str:
    """The words for who tells it, his title as well."""
    subject = child(source.verb, "nsubj") if source.verb is not None else None
    title = (t.lower for t in subject.subtree() if t.i < subject.i) if subject is not None else ()
    return " ".join((source.name.lower(), *title))


def _is_bare(noun: Token) -> bool:
    """Whether a noun says nothing of whose it is, nor that nobody knows."""
    return all(c.dep in ("det", "nummod", "npadvmod", "appos", "prep", "punct") for c in noun.children)


def _launches(hit: Hit) -> bool:
    """Whether a verb sends weapons out, and does not bring them down."""
    return hit.kind == "V" and hit.word.lemma in LAUNCHES and "down" not in hit.slots.particles
