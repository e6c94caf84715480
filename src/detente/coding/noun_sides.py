"""Whose a deed in a noun is, and to whom it is done: by what stands before the noun and around it."""

from __future__ import annotations

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.match import Hit
from detente.coding.noun_slots import SAID_OF_MEASURES, clause_subject, container, stance_subject
from detente.coding.parties import keys, sides_only, unique
from detente.coding.partners import is_venue
from detente.coding.phrases import agents, behind, conjuncts, is_passive, is_verb
from detente.coding.slot_parties import slot_parties
from detente.coding.slots import verb_slots
from detente.coding.subjects import owners, surface_subject
from detente.model import Party, Token

ADJECTIVES = word_list("states-as-adjectives")
BACKING, WEIGHING, WORDED = word_list("backing"), word_list("weighing"), word_list("types-of-speech")
WAGED, UNDERGONE, GRANTED = word_list("waged"), word_list("undergone"), word_list("granted")
MEANT_FOR = word_list("aid-meant-for")
NOT_PUT = frozenset({"keep", "maintain", "propose", "retain", "seek"})
RUSHING = frozenset({"come", "fly", "go", "hasten", "leap", "rally", "rush", "spring"})
TAKING, UTTERED = word_list("taking-as"), frozenset({"THREATEN", "ACCUSE"})
HELD, SUFFERING = word_list("held-captive"), word_list("suffering")
OUTPOSTS = word_list("outposts")
FORCE = word_list("types-of-force")
FOLLOWERS = word_list("followers") | word_list("relatives")
RELIEF, SEEKING = word_list("relief-from-measures"), word_list("seeking-relief")
STAYS = frozenset({"visit", "trip", "stay", "arrival"})


def from_modifiers(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "Russian airstrikes", "Iran sanctions", "the Obama-Medvedev meeting": what stands before an event noun."""
    tokens = hit.slots.preps.get("@modifier", [])
    if draft.type == "CONSULT":
        tokens = [t for t in tokens if not is_venue(t, cast)]
    modifiers = cast.all_parties(tokens)
    if not modifiers:
        return
    if draft.mode == "investigate" and not draft.actors and not draft.recipients and _of_own_man(draft, modifiers):
        return
    granted = hit.word.lemma in GRANTED and draft.type == "CONCEDE"
    struck = cast.all_parties(t for name in ("against", "on") for t in hit.slots.preps.get(name, ()))
    if draft.type == "SANCTION" and keys(struck) and keys(struck) == keys(draft.actors) != keys(modifiers):
        # "X's law on Yian sanctions against X"
        draft.actors, draft.recipients, draft.slots = modifiers, struck, ("subject", "against")
        return
    meant = draft.type == "AID" and hit.word.lemma in MEANT_FOR  # "the Chile aid" is for Chile, Chilean aid is Chile's
    aimed = (draft.mode == "investigate" or draft.type == "SANCTION" or granted or meant) and not draft.recipients
    if draft.type == "SANCTION" and draft.actors and all(p.organisation and not p.state for p in modifiers):
        # "X adopted UN sanctions": they are those of the body, and do not strike it; X only keeps or asks for some.
        draft.actors = modifiers if hit.slots.light in NOT_PUT else draft.actors
        return
    if aimed and draft.type == "SANCTION" and any(len(keys(cast.parties(t))) > 1 for t in tokens):
        draft.actors = draft.actors or modifiers
    elif aimed and all(t.pos == "PROPN" and _is_state(t, cast, granted) for t in tokens if cast.parties(t)):
        draft.recipients = modifiers
    elif not draft.actors or (hit.slots.light == "negotiate" and draft.type != "CONSULT" and not hit.entry.both):
        draft.actors = modifiers  # "X negotiated the Yian withdrawal"
    elif not draft.recipients:
        mine = {p.key for p in draft.actors}
        draft.recipients = tuple(p for p in modifiers if p.key not in mine)


def from_granted(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "Extended Xland's sanctions waiver", "X's relief from tariffs": it was granted to X, by whoever extends it."""
    if draft.type != "CONCEDE" or hit.word.lemma not in GRANTED or draft.recipients:
        return
    relieved = tuple(p for p in cast.all_parties(owners(hit.word)) if p.key)
    if keys(relieved) and (not draft.actors or keys(relieved) & keys(draft.actors)):
        granting = unique([*draft.actors, *cast.all_parties(clause_subject(hit.word))])
        draft.recipients, draft.actors = relieved, tuple(p for p in granting if p.key not in keys(relieved))
        draft.slots = "clause", "subject"


def from_guests(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "The visit of President X": a person is who came, where he would be the host of "a visit to X"."""
    if not hit.entry.visitor or hit.word.lemma not in STAYS:
        return
    if draft.actors and not draft.recipients:
        # "a visit by X's leader to Y"
        came = [t for t in hit.slots.subject if not load_lexicon().is_in(t.lemma, ("@diplomat",))]
        to = [o for t in came for c in t.children if c.lower == "to" and c.i > hit.word.i for o in c.children]
        draft.recipients = tuple(p for p in cast.all_parties(to) if p.key not in keys(draft.actors))
    if draft.actors:
        return
    guests = [t for t in hit.slots.preps.get("of", ()) if any(p.person or p.office for p in cast.parties(t))]
    if guests:
        draft.actors = cast.all_parties(guests)
        name, draft.recipients = slot_parties(("to", "in"), hit.slots, cast)
        draft.slots = "of", name


def from_hosts(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "X told visiting Y", "X's talks with visiting Y": who has to do with a guest is his host."""
    word = hit.word
    if not hit.entry.visitor or word.dep != "amod" or not draft.actors or draft.recipients:
        return
    guest = word.head
    while guest.dep == "compound":
        guest = guest.head
    verb = guest.head.head if guest.dep == "pobj" and guest.head.lower in ("with", "to") else guest.head
    if guest.dep not in ("dobj", "dative", "pobj") or not is_verb(verb):
        return
    hosts = cast.all_parties(surface_subject(verb))
    if len(keys(hosts)) == 1 and not keys(hosts) & keys(draft.actors):
        draft.recipients, draft.slots = hosts, (draft.slots[0], "clause")


def from_outposts(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "X's visit to a base of X's in Y", "visited his troops in Y": Y is the host, not X's own men there."""
    if not hit.entry.visitor:
        return
    seen = [t for name in ("to", "object") for t in hit.slots.tokens(name) if t.lemma in OUTPOSTS]
    there = [o for t in (*seen, hit.word) for c in t.children if c.lower in ("in", "near") for o in c.children]
    hosts = [t for t in there if t.dep == "pobj" and (cast.is_party(t) or t.i in cast.states_at)]
    own = keys(cast.all_parties(seen))
    guests = keys(draft.actors) or keys(cast.all_parties(clause_subject(hit.word)))
    if not hosts or not own & guests:
        return
    lands = {p.state for t in hosts for p in cast.parties(t)} | {cast.states_at.get(t.i) for t in hosts}
    lands = {land for land in lands if land and land not in own}
    if len(lands) == 1:
        draft.recipients = (Party(state=lands.pop(), spans=(hosts[0].span,), how="place"),)
        draft.slots = draft.slots[0], "place"


def from_expellers(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "The expulsion of Xian diplomats from Y", "those expelled from Y": Y expels them, and they are X's."""
    if draft.mode not in ("expel", "deport") or draft.actors or not (hit.kind == "N" or is_passive(hit.word)):
        return
    expelled = hit.slots.preps.get("of", ()) if hit.kind == "N" else hit.slots.object
    lands = cast.all_parties(t for e in (*expelled, hit.word) for o in behind(e, "from") for t in conjuncts(o))
    whose = tuple(p for t in expelled for p in cast.parties(t, deep=False))
    if lands and not keys(lands) & keys(whose):
        draft.actors, draft.recipients, draft.slots = lands, whose, ("from", "of" if whose else "")


def from_takers(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "X backed the Yian proposal", "X weighed Y's request": the words are Y's; X supports or answers them."""
    noun = container(hit.word)
    verbs = [noun.head] if noun.dep in ("dobj", "nsubjpass") else []
    verb = next((v for v in verbs if v.lemma in BACKING | WEIGHING), None)
    if verb is None or draft.type not in WORDED:
        return
    takers = cast.all_parties(verb_slots(verb).subject)
    authors = cast.all_parties(owners(noun)) or cast.all_parties(hit.slots.preps.get("@modifier", []))
    authors = tuple(p for p in authors if p.key and p.key not in keys(takers))
    if not authors:
        return
    draft.actors, draft.slots = authors, ("subject", draft.slots[1])
    draft.recipients = tuple(p for p in draft.recipients if p.key not in keys(authors) | keys(takers))
    if verb.lemma in BACKING:
        draft.struck = keys(takers)
    elif not draft.recipients:
        draft.recipients, draft.slots = takers, ("subject", "taken")


def from_utterers(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "X saw Y's speech as a threat", "Y's words were read as a threat to X": Y threatens, and X is meant."""
    as_ = hit.word.head
    if draft.type not in UTTERED or hit.word.dep != "pobj" or as_.lower != "as" or as_.head.lemma not in TAKING:
        return
    frame = verb_slots(as_.head)
    takers = cast.all_parties(frame.subject)
    said = cast.all_parties(t for word in frame.object for t in (owners(word) or [word]))
    said = tuple(p for p in said if p.key and p.key not in keys(takers))
    if said:
        others = tuple(p for p in draft.recipients if p.key not in keys(said))
        draft.actors, draft.recipients, draft.slots = said, others or takers, ("object", draft.slots[1] or "taken")


def from_holders(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "Two Xians held by Y were freed": who held them frees them, whoever else is named."""
    if draft.mode != "release" or draft.actors:
        return
    held = [c for t in hit.slots.object for c in t.children if c.dep == "acl" and c.lemma in HELD]
    holders = cast.all_parties(o for c in held for o in agents(c))
    if holders and not keys(holders) & keys(draft.recipients):
        draft.actors, draft.slots = holders, ("by", draft.slots[1])


def from_ties(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "An inquiry into ties between X's campaign and Y": it is held in X, about what its people had to do with Y."""
    if draft.type != "ACCUSE" or draft.actors or len(keys(draft.recipients)) != 2:
        return
    ties = (c for t in hit.word.subtree() if t.lower == "between" for c in t.children if c.dep == "pobj")
    for first in ties:
        home = [t for t in conjuncts(first) if t.lemma in FOLLOWERS]
        mine = tuple(p for p in cast.all_parties(home) if p.key)
        if len(keys(mine)) == 1 and len(keys(draft.recipients) - keys(mine)) == 1:
            draft.recipients = tuple(p for p in draft.recipients if p.key not in keys(mine))
            draft.actors, draft.slots = sides_only(mine), ("between", "between")


def from_relieved(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "X demanded relief from sanctions", "sought the lifting of Y's sanctions": it is X whom they strike."""
    link = hit.word.head if hit.word.head.lower in SAID_OF_MEASURES else hit.word  # "relief from punishing sanctions"
    relief = link.head.head if link.dep in ("pobj", "pcomp") and link.head.lower in ("from", "of") else hit.word
    if draft.type != "SANCTION" or relief.lemma not in RELIEF or relief.dep != "dobj" or not is_verb(relief.head):
        return
    struck = tuple(p for p in cast.all_parties(surface_subject(relief.head)) if p.key)
    if relief.head.lemma in SEEKING and len(keys(struck)) == 1 and not draft.recipients:
        draft.actors = tuple(p for p in draft.actors if p.key not in keys(struck))
        draft.recipients, draft.slots = sides_only(struck), (draft.slots[0], "clause")


def from_those_behind(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "X is behind an attack", "Y's officer, accused of being behind the raid": whoever stands behind it did it."""
    behind = hit.word.head
    if draft.type not in FORCE or hit.word.dep != "pobj" or behind.lower != "behind":
        return
    verb = behind.head
    doing = (surface_subject(verb) or clause_subject(hit.word)) if is_verb(verb) else []
    doing = [t.head if t.dep == "appos" and not cast.parties(t) else t for t in doing]  # "Y, an official"
    doers = tuple(p for p in cast.all_parties(doing) if p.key)
    if doers and not keys(doers) & keys(draft.recipients):
        draft.actors, draft.slots = sides_only(doers), ("behind", draft.slots[1])


def from_rescuers(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "X came to Y's aid", "to the aid of Y": it is Y's who gets it."""
    to = hit.word.head
    if draft.type != "AID" or hit.word.dep != "pobj" or to.lower != "to" or to.head.lemma not in RUSHING:
        return
    rescued = cast.all_parties(hit.slots.subject) or draft.recipients
    rescuers = cast.all_parties(surface_subject(to.head))
    if rescued and not keys(rescued) & keys(rescuers):
        draft.actors, draft.recipients, draft.slots = rescuers, rescued, ("subject", "taken")


def _of_own_man(draft: Draft, modifiers: tuple[Party, ...]) -> bool:
    """ "The Smith-Ruritania probe": it is held in the land of the man, and is about the state."""
    home = tuple(p for p in modifiers if p.person)
    others = tuple(p for p in modifiers if not p.person)
    if len(keys(home)) != 1 or len(keys(others)) != 1 or keys(home) & keys(others):
        return False
    draft.actors, draft.recipients = sides_only(home), others
    return True


def _is_state(token: Token, cast: Cast, or_capital: bool = False) -> bool:
    """Whether a state's own name stands there: a "Chile probe" is about Chile, a Chilean one is Chile's."""
    mention = cast.mention(token)
    kinds = ("state", "capital") if or_capital else ("state",)
    return mention is not None and mention.kind in kinds and token.lower not in ADJECTIVES


def name_victims(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "X's murder", "the Briton's arrest": a person of no office before such a noun is who it was done to.

    Before "death" or "assassination" anybody is. Not where somebody else is ("X's killing of Y"), nor where the noun is
    for what one wages ("X's invasion"), but by his bare name ("the X raid").
    """
    if hit.word.lemma in WAGED and not any(draft.slots) and draft.actors and not draft.recipients:
        if all(p.person and not p.office for p in draft.actors):
            draft.actors, draft.recipients = (), draft.actors
        return
    undergone = hit.word.lemma in UNDERGONE
    beside = draft.slots[0] == "subject" or (undergone and not draft.slots[0])
    if not beside or hit.word.lemma in WAGED or cast.all_parties(hit.slots.preps.get("of", ())):
        return
    whose = [t for t in hit.slots.subject if t.dep == "poss" and _is_anybody(t, cast)]
    doing = [t for t in hit.slots.subject if t.dep != "poss"] if hit.slots.light else []
    doers = keys(cast.all_parties(doing))  # of "ordering his murder"
    done_to = tuple(p for p in draft.actors if p.person and (undergone or not p.office) and p.key not in doers)
    done_to = done_to or tuple(p for p in cast.all_parties(whose) if p.key not in doers)
    if done_to:
        draft.recipients = unique([*done_to, *(p for p in draft.recipients if p.person)])
        by, agents = slot_parties(("by",), hit.slots, cast)
        draft.actors = agents or tuple(p for p in draft.actors if p not in done_to and hit.slots.light)
        draft.slots = by, "subject"


def from_sufferers(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "X suffered its worst attack in years": it is X that was struck."""
    verb = hit.word.head
    whose = any(c.tag == "PRP$" for c in hit.word.children)
    if hit.word.dep != "dobj" or verb.lemma not in SUFFERING or not whose:
        return
    struck = tuple(p for p in cast.all_parties(surface_subject(verb)) if p.key)
    if struck and keys(draft.actors) <= keys(struck):
        draft.actors, draft.recipients, draft.slots = (), sides_only(struck), ("", "clause")


def spare_victims(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "X's poisoning employed a nerve agent": what was done to X he has not done himself."""
    suffered = [o for t in hit.slots.subject if t.lemma in UNDERGONE for o in owners(t)]
    victims = tuple(p for p in cast.all_parties(suffered) if p.key)
    if victims and keys(draft.actors) <= keys(victims):
        draft.actors, draft.recipients, draft.slots = (), victims, ("", "subject")


def _is_anybody(token: Token, cast: Cast) -> bool:
    """Whether a word stands for a private person of some state: "the Briton", "the American pastor"."""
    mention = cast.mention(token)
    demonym = mention is not None and mention.kind == "demonym" and token.tag in ("NN", "NNP")
    return demonym or load_lexicon().is_in(token.lemma, ("@citizen",))


def from_keeper(draft: Draft, hit: Hit, cast: Cast) -> None:
    """Whose deed it must be by the words around it ("called off the raid", "in defiance of the ban")."""
    doing = stance_subject(container(hit.word))
    if not doing and draft.slots[1] == "with":
        # "X prepares for a trade war with Y"
        doing = clause_subject(hit.word)
    found = tuple(p for p in cast.all_parties(doing) if p.key)
    if found and not keys(found) & draft.keys:
        draft.actors, draft.slots = found, ("clause", draft.slots[1])
