"""Whom the place tells: where violence strikes whose words name nobody, whose people protest there."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.match import Hit
from detente.coding.parties import keys, sides_only
from detente.coding.phrases import agents, behind, counted, is_verb
from detente.coding.slots import verb_slots
from detente.coding.tellers import CHARGING
from detente.coding.whose import posted
from detente.model import Party, Token

SCENE = frozenset({"pobj", "prep", "appos", "conj", "compound", "nmod", "npadvmod"})
OF_TARGET = frozenset({"dobj", "nsubjpass"})
DYING, WHEN = word_list("dying"), frozenset({"after", "as", "when"})
NOT_NAMED = frozenset({"place", "pronoun"})
"""How a party is found that words of its own do not name."""
LOCALS, REBELS = word_list("locals"), word_list("rebels-at-home")
BY_LOCALS, BY_COURTS = frozenset({"ASSAULT", "COERCE"}), frozenset({"arrest", "convict"})
TIMES = word_list("days-and-months")
CIVIL, FIGHTING = word_list("civil-targets"), word_list("fought-by-both")
TARGETS = ("object", "at", "on", "into")
LAYING, FIRED, FLYING = word_list("laying"), word_list("fired"), word_list("flying")
TO, POSTS = frozenset({"to", "toward", "towards", "past"}), word_list("posts")
WITHIN = word_list("prepositions-of-scene")


def from_scene(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "A bomb went off at a bus stop in Cork": violence that names nobody strikes the state where it happened."""
    places = [t for t in _places(hit, cast) if cast.states_at[t.i] in cast.named]
    if len({cast.states_at[t.i] for t in places}) == 1:
        draft.recipients, draft.slots = (_home(places[0], cast),), (draft.slots[0], "in")


def from_target(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "Xian jets bombed Cork", "fires rockets at Cork": the town that is struck, whoever else the report speaks of.

    "Bombed a school in Cork", "killed two people in Cork": the land where they are.
    """
    aimed = [t for name in TARGETS for t in hit.slots.tokens(name) if t.lower not in TIMES]
    struck = {cast.states_at[t.i]: t for t in aimed if t.i in cast.states_at and cast.mention(t) is None}
    if not struck and any(t.lemma in CIVIL and not cast.parties(t) for t in aimed):
        struck = {cast.states_at[t.i]: t for t in _places(hit, cast, OF_TARGET)}
    if len(struck) == 1 and not struck.keys() & draft.keys:
        draft.recipients = tuple(_home(t, cast) for t in struck.values())
        draft.slots = draft.slots[0], "place"


def from_casualties(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "Six Xians died when Y's shells hit their base": whom a clause of violence strikes is who died of it.

    Where its own words name nobody, or only where it was.
    """
    own = draft.recipients and draft.slots[1] != "in" and any(p.how not in NOT_NAMED for p in draft.recipients)
    clause = hit.word.head if hit.kind == "N" and hit.word.dep == "nsubj" else hit.word
    if own or clause.dep != "advcl" or clause.head.lemma not in DYING:
        return
    if not any(c.dep in ("mark", "advmod") and c.lower in WHEN for c in clause.children):
        return
    loss = verb_slots(clause.head)
    victims = tuple(p for p in cast.all_parties(loss.object if loss.passive else loss.subject) if p.key)
    if not victims and clause.head.dep == "conj" and clause.head.head.lemma in DYING:
        # "two were killed and six wounded when"
        loss = verb_slots(clause.head.head)
        victims = tuple(p for p in cast.all_parties(loss.object if loss.passive else loss.subject) if p.key)
    if victims and not keys(victims) & keys(draft.actors):
        draft.recipients, draft.slots = victims, (draft.slots[0], "casualties")


def from_origin(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "Was shelled from Xian territory", "wounded by fire from across X's border", "rockets launched from X hit Y".

    Planes come from anywhere.
    """
    words = [hit.word, *agents(hit.word), *(hit.slots.subject if hit.kind == "V" else ())]
    words += [c for t in words for c in t.children if c.dep == "acl" and c.lemma in LAYING]
    if not draft.recipients or any(t.lemma in FLYING for t in words):
        return
    fired = hit.word.lemma in LAYING | FIRED or any(t.lemma in FIRED for t in words)
    starts = [t for word in words for prep in word.children if prep.lower == "from" for t in prep.subtree()]
    lands = [t for t in starts if t.dep in ("pobj", "amod", "poss", "compound") and cast.is_party(t)]
    lands += [t for t in starts if t.dep == "pobj" and t.i in cast.states_at]
    states = {p.state for t in lands for p in cast.parties(t)} | {cast.states_at.get(t.i) for t in lands}
    states -= {None, ""}
    if fired and len(states) == 1 and not states & draft.keys:
        draft.actors = (Party(state=states.pop(), spans=(lands[0].span,), how="place"),)
        draft.slots = "from", draft.slots[1]


def from_fighting(draft: Draft, hit: Hit) -> None:
    """ "The fighting has killed six Xs and two Ys": it is both's."""
    by_fighting = hit.kind == "V" and bool(hit.slots.subject) and all(t.lemma in FIGHTING for t in hit.slots.subject)
    if by_fighting and not draft.actors and len(keys(draft.recipients)) == 2:
        draft.actors, draft.recipients = sides_only(draft.recipients), ()


def from_locals(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "A mob stormed Xland's embassy in Cork", "an Xian was arrested in Cork": the land of a mob, of police unnamed.

    Whoever protests belongs to the land where it happens, not to his target.
    """
    if draft.type != "PROTEST" and not _is_of_locals(draft, hit):
        return
    places = [t for t in _places(hit, cast, OF_TARGET) if cast.states_at[t.i] not in draft.keys]
    if len({cast.states_at[t.i] for t in places}) == 1:
        draft.actors, draft.slots = (_home(places[0], cast),), ("in", draft.slots[1])
    elif not places and hit.kind == "V":
        # "police detained X's envoy to Y"
        draft.actors = tuple(p for t in hit.slots.object for p in posted(cast, t) if p.key not in draft.keys)


def from_targets(draft: Draft, hit: Hit, cast: Cast) -> None:
    """Whom "anti-X protests" are against, what "anti-X protesters" do."""
    if draft.type != "PROTEST" or not cast.targets:
        return
    words = (hit.word, *hit.slots.subject, *counted(hit.slots.subject), *hit.slots.object)
    aimed = [cast.targets[c.i] for word in words for c in word.children if c.i in cast.targets]
    parties = tuple(p for mention in aimed for p in mention.parties if p.key)
    if parties:
        draft.recipients, draft.slots = parties, (draft.slots[0], "against")
        draft.actors = tuple(p for p in draft.actors if p.key not in keys(parties))


def _is_of_locals(draft: Draft, hit: Hit) -> bool:
    """Whether people of the land do it, as the words say, or its police and courts, whom they leave out.

    "The detention of two Xians in Yland" is by its police, too.
    """
    if hit.kind != "V":
        return hit.kind == "N" and draft.mode in BY_COURTS and not hit.slots.subject
    doers = hit.slots.subject
    if draft.type in BY_LOCALS and doers:
        return all(_are_locals(t) or t.lemma in REBELS for t in doers)
    return (draft.mode in BY_COURTS or hit.word.lemma in CHARGING) and not doers


def _are_locals(doer: Token) -> bool:
    """ "A mob", "hundreds of protesters"."""
    return any(t.lemma in LOCALS for t in (doer, *behind(doer, "of")))


def _home(place: Token, cast: Cast) -> Party:
    return Party(state=cast.states_at[place.i], spans=(place.span,), how="place")


def _places(hit: Hit, cast: Cast, further: frozenset[str] = frozenset()) -> list[Token]:
    """The places in which a deed is told to happen; `further` are slots behind which they may stand too."""
    word = hit.word
    above = word.head if word.dep in ("nsubj", "dobj", "nsubjpass") and is_verb(word.head) else word
    named = (t for t in above.subtree() if t.i in cast.states_at)
    return [t for t in named if _is_place_of(t, (word, above), SCENE | further)]


def _leads_to_post(prep: Token) -> bool:
    """ "Marched to the embassy": it is there that they are."""
    return prep.lower in TO and any(c.dep == "pobj" and c.lemma in POSTS for c in prep.children)


def _is_place_of(token: Token, tops: tuple[Token, Token], between: frozenset[str]) -> bool:
    """Whether only nouns and prepositions of place stand between: "in the town of X", not "after X had agreed"."""
    while token not in tops:
        if token.dep not in between or (
            token.dep == "prep" and token.lower not in WITHIN and not _leads_to_post(token)
        ):
            return False
        token = token.head
    return True
