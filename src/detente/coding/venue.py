"""Meetings: who came to whom, on whose ground, or by telephone."""

from __future__ import annotations

from detente.codebook import load_codebook
from detente.codebook.lexicon import word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.noun_sides import STAYS
from detente.coding.parties import keys, unique
from detente.coding.partners import headline_ground
from detente.coding.phrases import behind, child, is_verb
from detente.coding.telling import verb_of
from detente.model import Party, Place, Token

PHONE = word_list("by-phone")
FORUM = word_list("forum")
GATHERINGS, GOOD_OFFICES = word_list("gatherings"), word_list("good-offices")
PAIRED, BODIES = word_list("talks-of-a-pair"), frozenset({"body", "metonym"})
DISCUSSING = word_list("discussing")
SPEAKING_THERE = frozenset({"say-there", "speech-there"})
BEFORE_OR_AFTER = frozenset({"after", "before", "since", "following"})
SEATS = {o.name: o.seat for o in load_codebook().organisations if o.seat}
SCREENED = word_list("held-by-video")
OF_MANY, TOWNS = word_list("types-done-to-agreements"), frozenset({"capital", "city", "town", "resort", "port"})


def settle_venue(draft: Draft, cast: Cast) -> None:
    """Give a CONSULT its mode and direction from where it takes place."""
    if draft.type != "CONSULT":
        return
    if draft.place is not None and _is_discussed(draft, draft.place):
        draft.place = None
    near = _near(draft.hit.word)
    forum = bool(near & FORUM) or _at_organisation(draft, cast)
    parties = _without_venue(draft)
    states = {p.state for p in parties if p.state}
    if draft.mode == "multilateral" and not forum and len(states) == len(keys(parties)) == 2 and _is_of_two(draft):
        draft.mode = None
    if draft.mode != "visit" and (_by_phone(draft.hit.word) or _spoke_from_afar(draft, parties)):
        draft.mode, draft.actors, draft.recipients, draft.place = "phone", parties, (), None
        return
    if (draft.mode == "visit" or draft.hit.entry.visitor) and draft.recipients and (draft.actors or len(states) > 1):
        return
    ground = headline_ground(draft.hit.word, cast)
    lies_in = cast.states_at[ground.i] if ground is not None else _of_a_town(parties) or _of_a_body(draft, cast)
    host = draft.place.state if draft.place is not None else lies_in
    if _is_gathering(draft, parties):
        draft.actors, draft.recipients, draft.mode = parties, (), "multilateral"
        return
    several = len({p.key for p in parties})
    between = several > 2 and draft.mode == draft.hit.entry.mode == "third-party" and len(draft.hit.slots.subject) <= 1
    if draft.mode in (None, "visit", "third-party", "multilateral") and host in states and not (forum or between):
        _as_visit(draft, parties, host)
        return
    if draft.actors and draft.recipients:
        draft.how["initiator"] = ", ".join(sorted(keys(draft.actors)))
    draft.actors, draft.recipients = parties, ()
    if between:
        return
    if draft.mode in (None, "third-party"):
        if forum or several > 2 or (several == 1 and not states and draft.hit.kind == "V"):
            draft.mode = "multilateral"
        elif host is not None and states and host not in states:
            draft.mode = "third-party"


def _is_discussed(draft: Draft, place: Place) -> bool:
    """Whether a state is only within what is talked about: "discussed the situation in X with Y"."""
    slots, span = draft.hit.slots, place.span
    state = load_codebook().state(place.state) if place.state else None
    land = state is not None and place.name in (state.name, *state.names)
    if span is None or not land or draft.hit.kind != "V" or draft.hit.word.lemma not in DISCUSSING:
        return False
    return any(span.start == t.start for noun in slots.object for t in noun.subtree())


def _is_of_two(draft: Draft) -> bool:
    """ "Held a summit with X", "sat down with X", "attended talks with X": a gathering of the two who are named."""
    object_ = draft.hit.slots.object
    return draft.hit.kind == "V" and all(t.lemma in PAIRED for t in object_)


def _is_gathering(draft: Draft, parties: tuple[Party, ...]) -> bool:
    """Whether a body gathers, wherever that is ("the Council held a meeting"), and nobody calls in its name."""
    bodies = [p for p in parties if not p.state]
    gathers = draft.hit.word.lemma in GATHERINGS or any(t.lemma in GATHERINGS for t in draft.hit.slots.object)
    return len(bodies) == 1 and not bodies[0].person and not bodies[0].office and (gathers or len(parties) == 1)


def _of_a_town(parties: tuple[Party, ...]) -> str | None:
    """The state whose people one meets where they are: "met officials in X's capital"."""
    return next((p.state for p in parties if p.how == "place" and p.state), None)


def _of_a_body(draft: Draft, cast: Cast) -> str | None:
    """The state in whose ministry they meet: "held talks at the Pentagon"."""
    word = draft.hit.word
    at = behind(word, "at") + behind(word.head, "at")
    bodies = (mention for o in at if (mention := cast.mention(o)) is not None and mention.kind in BODIES)
    return next((p.state for mention in bodies for p in mention.parties if p.state), None)


def _without_venue(draft: Draft) -> tuple[Party, ...]:
    """All who meet; the land where two others "held talks in Singapore" is no third one."""
    parties = unique([*draft.actors, *draft.recipients])
    ground = {o.span for t in draft.hit.slots.object for c in t.children if c.lower == "in" for o in c.children}
    ins = [
        t
        for t in draft.hit.word.sentence.tokens
        if t.dep == "pobj" and t.lemma in TOWNS and t.head.lower in ("in", "at")
    ]
    ground |= {c.span for t in ins for c in (t, *t.children)}
    others = tuple(p for p in parties if not (set(p.spans) <= ground and p.spans))
    return others if len(keys(others)) > 1 else parties


def _as_visit(draft: Draft, parties: tuple[Party, ...], host: str | None) -> None:
    guests = tuple(p for p in parties if p.state != host)
    hosts = tuple(p for p in parties if p.state == host)
    began = draft.how.get("initiator", "").split(", ")
    if len({p.key for p in guests}) > 1 and 0 < sum(p.key in began for p in guests) < len(guests):
        # "A met the leaders of B and C in B": on whose visit it was, the words leave open.
        draft.actors, draft.recipients, draft.mode = parties, (), "multilateral"
    elif guests and hosts:
        draft.actors, draft.recipients, draft.mode = guests, hosts, "visit"


def is_at_home(draft: Draft, cast: Cast) -> bool:
    """Whether somebody goes to a place of his own land ("visited the northern city of X"), or to his body's seat."""
    guests = keys(draft.actors)
    if draft.hit.entry.id in SPEAKING_THERE and all(p.office == "ambassador" for p in draft.actors):
        return True  # he speaks where he is posted
    near = {t.i: t for name in ("object", "to", "in", "at", "on", "of") for t in draft.hit.slots.tokens(name)}
    occasions = (*near.values(), *draft.hit.slots.preps.get("for", ()))
    near |= {o.i: o for t in occasions for o in behind(t, "in")}
    seats = tuple(SEATS[guest] for guest in guests if guest in SEATS)
    if any(i in cast.states_at and any(seat.endswith(t.text) for seat in seats) for i, t in near.items()):
        return True
    hosts = {cast.states_at[i] for i in near if i in cast.states_at} | keys(draft.recipients)
    return bool(guests) and bool(hosts) and hosts <= guests


def without_ways(drafts: list[Draft]) -> list[Draft]:
    """The drafts without the ways to meetings on ground of neither ("flew to Geneva for talks with X"): one deed."""
    elsewhere = {d.hit.word.i: d for d in drafts if d.type == "CONSULT" and d.mode == "third-party"}
    kept = []
    for draft in drafts:
        slots = draft.hit.slots
        goal = [t.i for t in slots.preps.get("for", ())] if draft.hit.entry.visitor and not slots.object else []
        met = next((elsewhere[i] for i in goal if i in elsewhere), None)
        if met is None or not keys(draft.actors) <= met.keys or draft.status != met.status:
            kept.append(draft)
        else:
            met.evidence.extend(draft.evidence)
    return kept


def host_guests(drafts: list[Draft]) -> None:
    """ "X is in Cork. He will meet Y": while a guest is on his visit, his next meeting with his hosts is there."""
    visits = [d for d in drafts if d.type == "CONSULT" and d.mode == "visit" and d.status == "ongoing"]
    for draft in drafts:
        if draft.type != "CONSULT" or draft.mode is not None or draft.status != "planned" or draft.place is not None:
            continue
        names = {p.person for p in draft.actors if p.person}
        for visit in visits:
            later = visit.hit.word.i < draft.hit.word.i and draft.date is None
            if later and visit.keys == draft.keys and names & {p.person for p in visit.actors}:
                _as_visit(draft, draft.actors, next(iter(keys(visit.recipients))))
                draft.how["mode"] = "while on the visit told before"


def name_mediators(drafts: list[Draft], cast: Cast) -> None:
    """Who brought two others together meets them: X of "held talks in X's capital at the invitation of X"."""
    for draft in drafts:
        verb = verb_of(draft.hit.word) if draft.type == "CONSULT" and draft.mode == "third-party" else None
        if verb is None:
            continue
        offices = [o for c in verb.children if c.dep == "prep" for o in c.children if o.lemma in GOOD_OFFICES]
        draft.actors = unique([*draft.actors, *cast.all_parties(offices)])


def _near(word: Token) -> set[str]:
    tokens = word.sentence.tokens
    at = word.i - tokens[0].i
    around = {t for t in (*tokens[max(0, at - 8) : at + 14], *word.subtree()) if not _is_briefing(t)}
    return {t.lemma for t in around} | {t.lower for t in around}


def _is_briefing(token: Token) -> bool:
    """Whether a conference is one for the press, where nobody is met."""
    return token.lemma == "conference" and any(c.lower in ("news", "press") for c in token.children)


def _by_phone(word: Token) -> bool:
    """Whether a telephone is named in the clause of a meeting ("in a call with", "spoke by phone")."""
    phones = [t for t in word.sentence.tokens if t.lemma in PHONE and (t is word or t.pos in ("NOUN", "PROPN"))]
    phones = [t for t in phones if child(t, "prt") is None and not _is_footage(t)]  # "called off the visit"
    clause = verb_of(word)
    return any(t is word or verb_of(t) is clause or _hangs_on(t, word) or _hangs_on(word, t) for t in phones)


def _is_footage(phone: Token) -> bool:
    """Whether a "video" is one to be watched, or a call only what somebody speaks of: no way to meet."""
    if phone.lemma == "video":
        held = phone.head.lemma in SCREENED and phone.head.i == phone.i + 1
        return not held and phone.head.lower not in ("by", "over", "via")
    return phone.dep == "pobj" and phone.head.lower in ("about", "regarding")


def _hangs_on(below: Token, above: Token) -> bool:
    """Whether no verb stands between two words: not "met X and was allowed to make calls"."""
    return next((a for a in below.ancestors() if a is above or is_verb(a)), None) is above


def _spoke_from_afar(draft: Draft, parties: tuple[Party, ...]) -> bool:
    """Whether two people "spoke with" each other, and nothing says where: not face to face."""
    said = draft.hit.kind == "V" and draft.hit.word.lemma == "speak" and draft.status == "occurred"
    people = len(parties) == 2 and all(p.person or p.office for p in parties)
    slots = draft.hit.slots
    addressed = any(name in slots.preps for name in ("with", "to"))
    travelling = any(t.lemma in STAYS for name in ("during", "on") for t in slots.preps.get(name, ()))
    return said and addressed and people and not travelling and draft.mode is None and draft.place is None


def _at_organisation(draft: Draft, cast: Cast) -> bool:
    """Whether the gathering of an organisation that is no party of it is where they met ("at a summit of X")."""
    for token in draft.hit.word.sentence.tokens:
        mention = cast.mention(token)
        if mention is None or mention.kind != "organisation" or {p.key for p in mention.parties} & draft.keys:
            continue
        holder = token.head.head if token.dep == "pobj" and token.head.lower in ("of", "at") else token.head
        if holder.dep == "pobj" and holder.head.lower in BEFORE_OR_AFTER:
            continue
        if holder.lemma in GATHERINGS or (token.dep == "pobj" and token.head.lower == "at"):
            return True
    return False


def is_of_many(draft: Draft, cast: Cast) -> bool:
    """Whether it is done to an agreement named for a town ("left the Cork accord"), whose parties are not told."""
    if draft.recipients or draft.type not in OF_MANY:
        return False
    slots = draft.hit.slots
    things = [*slots.object, *(t for tokens in slots.preps.values() for t in tokens)]
    return any(c.i in cast.towns for t in things for c in t.children)
