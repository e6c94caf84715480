"""Who meets, agrees or trades with whom where a frame's slots do not say: partners further on, the clause around."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.match import Hit
from detente.coding.noun_slots import clause_subject
from detente.coding.parties import keys, sides_only, unique
from detente.coding.phrases import behind, conjuncts, has_to, is_verb
from detente.coding.slots import verb_slots
from detente.coding.subjects import surface_subject
from detente.model import Party, Token

ADJECTIVES, SUMMITS = word_list("states-as-adjectives"), word_list("summits")
TALKING, TALKING_AT = word_list("talking"), word_list("talking-at")
SEATS = word_list("seats-of-many")
PLOTTING = frozenset({"collude", "connive", "conspire", "plot", "scheme"})
GATHERINGS, OCCASIONS = word_list("gatherings"), word_list("occasions-of-gatherings")


def further_partners(hit: Hit, cast: Cast) -> tuple[Party, ...]:
    """Partners of a reciprocal deed further on in its clause ("a contract worth millions with X")."""
    after = [t for t in hit.word.subtree() if t.lower in ("with", "between") and t.i > hit.word.i]
    after = [t for t in after if not any(is_verb(a) and a is not hit.word for a in _up_to(t, hit.word))]
    if hit.slots.light and hit.word.head is not hit.word:
        after += [t for t in hit.word.head.subtree() if t.lower == "with" and t.i > hit.word.i]
    return cast.all_parties(o for t in after for c in t.children if c.dep == "pobj" for o in conjuncts(c))


def _up_to(token: Token, top: Token) -> list[Token]:
    """The words above a token as far as another one."""
    above = []
    for word in token.ancestors():
        if word is top:
            break
        above.append(word)
    return above


def is_venue(token: Token, cast: Cast) -> bool:
    """Where they were held, no party to them: the city of "the Vienna talks", of "the Malta summit" an idle host."""
    mention = cast.mention(token)
    if mention is None or mention.kind != "state":
        return mention is not None and mention.kind == "capital"
    if token.lower in ADJECTIVES or token.head.lemma not in SUMMITS or token.i + 1 != token.head.i:
        return False
    return not {p.key for p in mention.parties} & cast.represented


def find_company(draft: Draft, hit: Hit, cast: Cast) -> None:
    """Who meets where a noun names nobody or one of them: by its clause, by who speaks there to whom, by its ground."""
    tour = hit.entry.visitor and bool(draft.recipients) and not draft.actors
    if draft.slots[0] == "of":
        return
    if (len(draft.keys) == 1 or tour) and not hit.slots.subject:
        if draft.keys and _is_when_of_body(draft):
            draft.closed = True
            return
        _from_clause(draft, cast)
    if len(draft.keys) < 2 and not hit.slots.subject:
        _from_headline(draft, hit, cast)
    if not draft.keys:
        _from_gathering(draft, hit, cast)
    if not draft.keys and not (hit.entry.visitor and any(c.lower in ("to", "of") for c in hit.word.children)):
        _from_talk(draft, hit, cast)
    if not draft.keys:
        _from_ground(draft, hit, cast)


def _is_when_of_body(draft: Draft) -> bool:
    """Whether a body's gathering only says when: "left ahead of a NATO summit" does not tell who was there."""
    word = draft.hit.word
    if word.lemma not in GATHERINGS or any(p.state for p in (*draft.actors, *draft.recipients)):
        return False
    if word.dep != "pobj":
        return False
    prep = word.head
    if prep.lower in ("before", "after", "until") and not (is_verb(prep.head) and prep.head.lemma in TALKING):
        return True
    return prep.lower == "of" and prep.head.lemma in OCCASIONS


def _from_gathering(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "X's heads of state decided at a summit": several, or a body, decide where they have gathered."""
    word = hit.word
    if word.lemma not in GATHERINGS or word.dep != "pobj" or word.head.lower != "at" or not is_verb(word.head.head):
        return
    there = tuple(p for p in cast.all_parties(surface_subject(word.head.head)) if p.key)
    if len(keys(there)) > 1 or any(p.organisation and not p.state for p in there):
        draft.actors, draft.slots = there, ("clause", draft.slots[1])
        draft.mode = draft.mode or ("multilateral" if any(not p.state for p in there) else None)


def _from_clause(draft: Draft, cast: Cast) -> None:
    """A visit or meeting without a subject of its own is its clause's subject's."""
    doing = cast.all_parties(clause_subject(draft.hit.word))
    if draft.hit.entry.visitor and keys(doing) == keys(draft.recipients) and _is_to_a_body(draft.hit, cast):
        draft.actors = doing  # "on a visit to the Pentagon, the American president spoke": at home
        return
    others = tuple(p for p in doing if p.key not in draft.keys)
    if not others:
        return
    draft.slots = "clause", draft.slots[1]
    if draft.recipients and not draft.actors:
        draft.actors = others
    else:
        draft.actors = (*others, *draft.actors)


def _is_to_a_body(hit: Hit, cast: Cast) -> bool:
    """Whether a visit is one to a body of a state, by its name or its building: to the Pentagon, to parliament."""
    mentions = [m for t in hit.slots.preps.get("to", ()) if (m := cast.mention(t)) is not None]
    return any(m.kind in ("metonym", "body") for m in mentions)


def _from_ground(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "Speaking after talks in Cork, X said": X was with those there, if the report names people of theirs."""
    ground = [t for t in hit.slots.preps.get("in", ()) if cast.states_at.get(t.i) in cast.represented]
    guests = cast.all_parties(clause_subject(hit.word))
    if hit.word.lemma in SUMMITS or len(ground) != 1 or len(guests) != 1 or not guests[0].state:
        return
    host = cast.states_at[ground[0].i]
    if host not in keys(guests):
        draft.actors = guests
        draft.recipients = (Party(state=host, spans=(ground[0].span,), how="place"),)
        draft.slots = "clause", "in"


def _from_headline(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "Polish minister in Kiev for talks": the guest heads a line without a verb, the host is where he is."""
    ground = headline_ground(hit.word, cast)
    if ground is None:
        return
    guests, host = cast.parties(ground.head.head), cast.states_at[ground.i]
    if len(keys(guests)) != 1 or host in keys(guests) or not draft.keys <= {host, *keys(guests)}:
        return
    hosts = tuple(p for p in (*draft.actors, *draft.recipients) if p.key == host)
    draft.actors = guests
    draft.recipients = hosts or (Party(state=host, spans=(ground.span,), how="place"),)
    draft.slots = "clause", "in"


def headline_ground(word: Token, cast: Cast) -> Token | None:
    """Kiev of "minister in Kiev for talks", a line without a verb; no seat of organisations, which may be hosts."""
    prep, guest = word.head, word.head.head
    if word.dep != "pobj" or prep.lower not in ("for", "on") or guest.head is not guest or is_verb(guest):
        return None
    ground = (o for o in behind(guest, "in") if o.i in cast.states_at)
    return next((o for o in ground if o.lower not in SEATS), None)


def _from_talk(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "X told Y in a phone call", "X congratulated Y at their meeting": who speaks to whom has the contact."""
    word = hit.word
    if word.dep != "pobj" or word.head.lower not in TALKING_AT:
        return
    above = word.head.head
    above = above.head if above.dep == "dobj" else above  # "promised X his support in a call"
    if not is_verb(above):
        return
    verb = verb_slots(above)
    if verb.word.lemma not in TALKING:
        return
    told = [*verb.object, *verb.iobj, *verb.preps.get("to", ()), *verb.preps.get("with", ())]
    speakers, hearers = cast.all_parties(verb.subject), cast.all_parties(t for t in told if cast.is_party(t))
    if keys(speakers) - keys(hearers) and keys(hearers) - keys(speakers):
        draft.actors, draft.how["initiator"] = unique([*speakers, *hearers]), ", ".join(sorted(keys(speakers)))


def bind_both(draft: Draft) -> None:
    """Let an agreement bind whom its words name and who was found to be the other side alike."""
    if draft.both and draft.type == "SUPPORT" and draft.actors and draft.recipients:
        draft.actors, draft.recipients = unique([*draft.actors, *draft.recipients]), ()


def holder_above(draft: Draft, cast: Cast) -> tuple[Party, ...]:
    """Whose "talks with A and B" are, where the noun names only these: of the one who does what its clause tells."""
    slots = draft.hit.slots
    if draft.hit.kind != "N" or slots.subject or slots.preps.get("between") or draft.recipients:
        return ()
    if not draft.keys <= keys(cast.all_parties(slots.preps.get("with", ()))):
        return ()
    verb = next((t for t in draft.hit.word.ancestors() if is_verb(t)), None)
    holder = cast.all_parties(surface_subject(verb)) if verb is not None else ()
    mine = keys(holder)
    return holder if len(mine) == 1 and not mine & draft.keys and all(p.state for p in holder) else ()


def name_accomplices(draft: Draft, hit: Hit, cast: Cast) -> None:
    """Y of "colluded with Y to meddle in the vote": he does it too; X alone would not do it to his own land."""
    above = hit.word.head
    if draft.type not in ("COERCE", "ASSAULT") or hit.word.dep not in ("advcl", "xcomp") or above.lemma not in PLOTTING:
        return
    others = tuple(p for p in cast.all_parties(verb_slots(above).preps.get("with", ())) if p.key)
    if not others or not has_to(hit.word) or keys(others) & draft.keys:
        return
    if draft.recipients:
        draft.actors = unique([*draft.actors, *others])
    else:
        draft.actors, draft.recipients = others, sides_only(draft.actors)
