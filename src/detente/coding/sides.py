"""Who is on which side of an event: by the slots of its frame, by what these name, by the place."""

from __future__ import annotations

from collections.abc import Callable

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.answerable import from_answered, from_deed, from_given_up
from detente.coding.appeals import ask_holder, asks_its_own, asks_the_world, spare_spoken_of
from detente.coding.capitals import from_capital
from detente.coding.cast import Cast
from detente.coding.denials import denies, getters
from detente.coding.draft import Draft
from detente.coding.duties import from_goods
from detente.coding.forces import (
    OWN_FORCES,
    from_own_forces,
    from_own_ground,
    from_prize,
    from_speakers_forces,
    join_exercise,
)
from detente.coding.frame_sides import from_slots
from detente.coding.further import at_own_embassy, look_further, within
from detente.coding.known_deeds import name_known_author, name_known_struck
from detente.coding.match import Hit
from detente.coding.mutual import is_mutual
from detente.coding.noun_sides import (
    from_expellers,
    from_granted,
    from_guests,
    from_holders,
    from_hosts,
    from_keeper,
    from_modifiers,
    from_outposts,
    from_relieved,
    from_rescuers,
    from_sufferers,
    from_takers,
    from_those_behind,
    from_ties,
    from_utterers,
    name_victims,
    spare_victims,
)
from detente.coding.noun_slots import clause_subject
from detente.coding.outsiders import asks_for_all, opposes_outsiders
from detente.coding.parties import HEADS, keys, sides_only, unique
from detente.coding.partners import find_company, further_partners, name_accomplices
from detente.coding.phase import Turn
from detente.coding.purposes import aim_by_purpose
from detente.coding.scenes import (
    from_casualties,
    from_fighting,
    from_locals,
    from_origin,
    from_scene,
    from_target,
    from_targets,
)
from detente.coding.slots import Slots
from detente.coding.stopped import from_helpers
from detente.coding.strangers import means_anybody
from detente.coding.struck import spare_struck
from detente.coding.turned_sides import from_turn
from detente.model import Party

SPEECH = word_list("types-of-speech")
SPOKEN_FOR, ANNOUNCING = word_list("types-spoken-for"), word_list("announcing")
ANSWERS, DEEDS = word_list("types-answering"), word_list("types-answered")
SUFFERED = word_list("modes-suffered")
INVITING = frozenset({"invitation", "invite"})
UPON = frozenset({"after", "at", "following", "on", "under", "upon"})
PLACED = word_list("types-placed")
VOICES = word_list("voices")
STATE_BODIES = word_list("bodies-of-states")
PEOPLE = load_lexicon().classes["official"] | load_lexicon().classes["diplomat"]
"""Who speaks for a side, in a noun."""
MOUTHPIECE = "spokesperson"
INQUIRERS = word_list("offices-of-inquiry")
Rule = Callable[[Draft, Hit, Cast], None]
OF_PLACES: tuple[Rule, ...] = (from_hosts, from_outposts, from_expellers)
OF_NOUNS: tuple[Rule, ...] = (
    from_granted,
    from_guests,
    from_modifiers,
    from_takers,
    from_utterers,
    from_rescuers,
    from_those_behind,
    from_relieved,
    from_ties,
)
OF_GROUND: tuple[Rule, ...] = (from_holders, from_own_ground, join_exercise, name_accomplices, from_prize)
"""Rules that look around the word, in this order, each for the deeds that it knows."""


def set_sides(draft: Draft, hit: Hit, turn: Turn | None, cast: Cast) -> None:
    """Who acts and who is acted upon, from the slots that the frame names."""
    if turn is not None and turn.phase.becomes.get("type"):
        from_turn(draft, hit, turn, cast, _tell)
    else:
        _from_frame(draft, hit, cast)
    by_state = _done_by_state_of(draft, hit, cast)
    if any(p.office in by_state for p in draft.actors):
        draft.actors = unique(sides_only((p,), p.how)[0] if p.office in by_state else p for p in draft.actors)
    from_goods(draft, hit, cast)
    from_helpers(draft, hit, cast)
    if denies(draft):
        draft.recipients = tuple(p for p in draft.recipients if p.key not in getters(draft, cast))
    aim_by_purpose(draft, cast)
    name_known_author(draft, hit, cast)
    name_known_struck(draft, hit, cast)
    asking = turn.slots if turn is not None else hit.slots
    ask_holder(draft, cast)
    spare_spoken_of(draft, asking, cast)
    if draft.type == "REQUEST" and asks_its_own(asking, keys(draft.actors), cast):
        draft.actors, draft.recipients, draft.closed = (), (), True
    if draft.type == "REQUEST" and draft.actors and (asks_the_world(asking, cast) or _asks_for_all(draft, asking)):
        draft.recipients, draft.slots, draft.closed = (), (draft.slots[0], ""), True
        draft.how["asked"] = "many"
    if opposes_outsiders(draft):
        draft.recipients, draft.slots, draft.closed = (), (draft.slots[0], ""), True


def _done_by_state_of(draft: Draft, hit: Hit, cast: Cast) -> tuple[str | None, ...]:
    """Offices of those who only tell of a deed of their state, or lead it: inquiries are held by others."""
    if draft.mode == "investigate" and hit.kind == "N":
        if draft.slots[0] in ("", "speaker"):
            return tuple(p.office for p in draft.actors if p.office not in INQUIRERS)
        if not hit.slots.light:
            return HEADS
    if draft.type != "CONSULT" and not _speaks_for(draft, cast):
        return (MOUTHPIECE,)  # "'our third strike in a week', X's spokesman said"
    return ()


def _asks_for_all(draft: Draft, asking: Slots) -> bool:
    """Whether something is called for that is all the world's to do, and nobody is named who should."""
    return draft.slots[1] not in ("object", "on", "upon", "to", "from") and asks_for_all(asking)


def _from_frame(draft: Draft, hit: Hit, cast: Cast) -> None:
    """The sides that the frame of the word names, else those to which what stands around it points."""
    from_slots(draft, hit, cast)
    from_capital(draft, hit, cast)
    _from_judged(draft, hit, cast)
    for rule in (*OF_PLACES, *(OF_NOUNS if hit.kind == "N" else ())):
        rule(draft, hit, cast)
    _from_victims(draft, hit, cast)
    for rule in OF_GROUND:
        rule(draft, hit, cast)
    one_sided = hit.entry.both and bool(draft.slots[0])
    if not hit.entry.both:
        _look_around(draft, hit, cast)
    draft.both = (hit.entry.both and not one_sided) or is_mutual(hit)
    _from_owners(draft, hit, cast)
    if draft.both and len(draft.keys) < 2:
        draft.actors = unique([*draft.actors, *draft.recipients, *further_partners(hit, cast)])
        draft.recipients = ()
    if draft.type == "CONSULT" and hit.kind == "N":
        find_company(draft, hit, cast)
    _from_teller(draft, hit, cast)


def _from_judged(draft: Draft, hit: Hit, cast: Cast) -> None:
    """Who answers for what is judged or given up, who was asked or warned, whose deed is answered."""
    entry = hit.entry
    if draft.type in ANSWERS and not entry.both and (hit.kind == "V" or (hit.kind == "N" and not draft.inner)):
        from_deed(draft, hit, cast, _tell)
    spare_struck(draft, hit, cast)
    asked = draft.type == "REQUEST" or hit.word.lemma in INVITING
    if asked and hit.kind == "N" and hit.word.dep == "pobj" and hit.word.head.lower in UPON:
        # "at X's insistence, Y dropped it", "Y held him after a request from X": whoever did it was asked
        doing = cast.all_parties(clause_subject(hit.word))
        if hit.word.head.lower == "under" and keys(doing) and keys(draft.actors) <= keys(doing):
            # "under pressure to quit", "under pressure from its parliament"
            draft.actors, draft.recipients, draft.closed = (), (), True
        elif keys(doing) - keys(draft.actors):
            draft.recipients = doing
    if draft.type in SPEECH and hit.kind == "N" and not draft.recipients:
        # "despite X's warnings, Y sailed": they were said to Y
        heedless = tuple(p for p in cast.all_parties(hit.slots.preps.get("@despite", ())) if p.key)
        draft.recipients = tuple(p for p in heedless if p.key not in keys(draft.actors))
        draft.closed = bool(heedless) and not draft.recipients
    if draft.type in DEEDS and not draft.recipients:
        from_answered(draft, hit, cast, _tell)
    if draft.type == "CONCEDE" and hit.kind == "V" and not keys(draft.recipients) - keys(draft.actors):
        from_given_up(draft, hit, cast, _tell)


def _from_victims(draft: Draft, hit: Hit, cast: Cast) -> None:
    """Whom violence struck, by the noun that tells of it; who is only named beside them."""
    if hit.kind == "N" and (draft.type == "ASSAULT" or draft.mode in SUFFERED):
        name_victims(draft, hit, cast)
        from_sufferers(draft, hit, cast)
    if hit.kind == "V" and draft.type == "ASSAULT":
        spare_victims(draft, hit, cast)


def _look_around(draft: Draft, hit: Hit, cast: Cast) -> None:
    """Sides of what one does to another: who else is named, the place, the dead, whose forces they are."""
    look_further(draft, hit, cast)
    _from_place(draft, hit, cast)
    if draft.type == "ASSAULT":
        from_fighting(draft, hit)
        from_casualties(draft, hit, cast)
        if not draft.actors:
            from_speakers_forces(draft, hit, cast)
        if not draft.actors:
            from_origin(draft, hit, cast)


def _from_owners(draft: Draft, hit: Hit, cast: Cast) -> None:
    """Whose the deed is by what is held, aimed at, lived in or sent."""
    if hit.kind == "N" and not hit.entry.both and not draft.actors:
        from_keeper(draft, hit, cast)
    from_targets(draft, hit, cast)
    if draft.recipients and not draft.actors:
        from_locals(draft, hit, cast)
    unsure = draft.type == "MOBILIZE" and all(p.how == "pronoun" for p in draft.actors)  # "it will bolster X's forces"
    sends = draft.type in OWN_FORCES or draft.mode == "withdraw"
    if (unsure or not draft.actors) and sends and draft.mode not in ("release", "return"):
        from_own_forces(draft, hit, cast)


def _from_teller(draft: Draft, hit: Hit, cast: Cast) -> None:
    """Who acts by speaking is who tells of it, where the words name nobody or only his state."""
    unsaid = draft.type in SPEECH and not draft.actors and not hit.entry.both
    if unsaid and cast.speakers is not None and not _thing(hit):
        said = cast.speakers.parties(hit.word)
        if not keys(said) & draft.keys and not (_body_of_state(hit) and not any(p.state for p in said)):
            draft.actors, draft.slots = said, ("speaker", draft.slots[1])
    if _speaks_for(draft, cast):
        _name_speaker(draft, hit, cast)


def _thing(hit: Hit) -> bool:
    """Whether something lifeless is told to do it ("steps that threaten to raise tensions"): nobody has spoken.

    Nor has whoever tells of it where it is done by anybody: "would punish states that back X".
    """
    subject = hit.slots.subject if hit.kind == "V" else []
    if means_anybody(subject):
        return True
    return bool(subject) and all(t.pos == "NOUN" and t.lemma not in VOICES | PEOPLE for t in subject)


def _body_of_state(hit: Hit) -> bool:
    """Whether a body that only states have does it ("whom authorities blame"): no organisation that tells of it."""
    return hit.kind == "V" and any(t.tag in ("NN", "NNS") and t.lemma in STATE_BODIES for t in hit.slots.subject)


def _speaks_for(draft: Draft, cast: Cast) -> bool:
    """Whether whoever tells of a state's deed is named with it: of its speech acts, of what he decides or announces."""
    if draft.type in SPEECH or draft.type in SPOKEN_FOR:
        return True
    source = cast.speakers.source(draft.hit.word) if cast.speakers is not None else None
    return source is not None and source.verb is not None and source.verb.lemma in ANNOUNCING


def _name_speaker(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "X's minister said that X would not yield": who speaks for the state that acts by speaking.

    Not so of a noun: "rejected X's request, its minister said" tells of what others did before.
    """
    if len(draft.actors) != 1 or draft.actors[0].person or cast.speakers is None or hit.kind == "N":
        return
    said = [p for p in cast.speakers.parties(hit.word) if p.person and p.key == draft.actors[0].key]
    if len(said) == 1:
        draft.actors = (said[0],)


def _from_place(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "Visited Cork", "closed its consulate in Cork": where no other party is named, the state in which it lies."""
    mine = keys(draft.actors)
    if at_own_embassy(draft, hit, cast):
        return
    if draft.type == "ASSAULT" and not draft.keys:
        from_scene(draft, hit, cast)
        return
    if draft.type == "ASSAULT" and mine and not draft.recipients:
        from_target(draft, hit, cast)
        return
    if not mine or not keys(draft.recipients) <= mine or not (hit.entry.visitor or draft.type in PLACED):
        return
    found = [t for t in within(hit) if (state := cast.states_at.get(t.i)) is not None and state in cast.named - mine]
    if len({cast.states_at[t.i] for t in found}) == 1:
        host = Party(state=cast.states_at[found[0].i], spans=(found[0].span,), how="place")
        draft.recipients, draft.slots = (host,), (draft.slots[0], "place")


def _tell(hit: Hit, cast: Cast) -> Draft:
    """What a noun tells by itself, with its sides."""
    deed = Draft(hit, hit.entry.type, None, "occurred", inner=True)
    set_sides(deed, hit, None, cast)
    return deed
