"""Who is on which side of an event: by the slots of its frame, by what these name, by the place."""

from __future__ import annotations

from collections.abc import Iterable

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.appeals import ask_holder, asks_its_own, asks_the_world
from detente.coding.blame import name_blamed
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
from detente.coding.further import at_own_embassy, everyone, look_further, own_blamed, within
from detente.coding.known_deeds import name_known_author
from detente.coding.match import Hit, find_hit
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
    spare_breached,
    spare_victims,
)
from detente.coding.noun_slots import clause_subject, noun_slots
from detente.coding.outsiders import asks_for_all, opposes_outsiders
from detente.coding.parties import keys, sides_only, unique
from detente.coding.partners import find_company, further_partners, name_accomplices
from detente.coding.phase import Turn
from detente.coding.phrases import agents, is_verb
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
from detente.coding.slot_parties import MADE, on_condition, slot_parties
from detente.coding.slots import Slots, verb_slots
from detente.coding.stopped import from_helpers
from detente.coding.subjects import owners
from detente.model import Party, Token

SPEECH = word_list("types-of-speech")
SPOKEN_FOR, ANNOUNCING = word_list("types-spoken-for"), word_list("announcing")
ONE_SIDED, EXCHANGING = word_list("types-told-as-one-sided"), word_list("exchanging")
ANSWERS, DEEDS = word_list("types-answering"), word_list("types-answered")
PUT = word_list("types-put")
STRIKING = word_list("types-striking")
SUFFERED = word_list("modes-suffered")
HANDED = frozenset({"AID", "COOPERATE"})
ON = ("on", "against")
UPON = frozenset({"after", "at", "following", "on", "upon"})
PLACED, GIVEN = word_list("types-placed"), word_list("types-given")
VOICES = word_list("voices")
BLAMING = word_list("judging") | {"accuse", "blame", "censure", "rebuke"}
STATE_BODIES = word_list("bodies-of-states")
PEOPLE = load_lexicon().classes["official"] | load_lexicon().classes["diplomat"]
"""Who speaks for a side, in a noun."""
ANSWERING, ANNOUNCED = word_list("answering"), word_list("announced-by")
MOUTHPIECE = "spokesperson"
MOVES = frozenset({"move", "relocation", "transfer"})
"""What is not given by whom it comes from."""


def set_sides(draft: Draft, hit: Hit, turn: Turn | None, cast: Cast) -> None:
    """Who acts and who is acted upon, from the slots that the frame names."""
    if turn is not None and turn.phase.becomes.get("type"):
        _from_turn(draft, hit, turn, cast)
    else:
        _from_frame(draft, hit, cast)
    if any(p.office == MOUTHPIECE for p in draft.actors) and not _speaks_for(draft, cast) and draft.type != "CONSULT":
        # "'our third strike in a week', X's spokesman said": X's deed, not his
        draft.actors = unique(sides_only((p,), p.how)[0] if p.office == MOUTHPIECE else p for p in draft.actors)
    from_goods(draft, hit, cast)
    from_helpers(draft, hit, cast)
    if denies(draft):
        draft.recipients = tuple(p for p in draft.recipients if p.key not in getters(draft, cast))
    aim_by_purpose(draft, cast)
    name_known_author(draft, hit, cast)
    asking = turn.slots if turn is not None else hit.slots
    ask_holder(draft, cast)
    if draft.type == "REQUEST" and asks_its_own(asking, keys(draft.actors), cast):
        draft.actors, draft.recipients, draft.closed = (), (), True
    if draft.type == "REQUEST" and draft.actors and (asks_the_world(asking, cast) or _asks_for_all(draft, asking)):
        draft.recipients, draft.slots, draft.closed = (), (draft.slots[0], ""), True
        draft.how["asked"] = "many"
    if opposes_outsiders(draft):
        draft.recipients, draft.slots, draft.closed = (), (draft.slots[0], ""), True


def _asks_for_all(draft: Draft, asking: Slots) -> bool:
    """Whether something is called for that is all the world's to do, and nobody is named who should."""
    return draft.slots[1] not in ("object", "on", "upon", "to", "from") and asks_for_all(asking)


def _from_turn(draft: Draft, hit: Hit, turn: Turn, cast: Cast) -> None:
    """Whose deed a word above makes of it ("X refused talks with Y"), and towards whom."""
    actor, draft.actors = slot_parties(("subject",), turn.slots, cast)
    recipient, draft.recipients = slot_parties(turn.phase.recipient or ("object",), turn.slots, cast)
    struck_only = recipient in ("", "topic", "against") or hit.word in turn.slots.tokens(recipient)
    if draft.type in PUT and hit.entry.type in STRIKING and struck_only:
        draft.recipients, draft.slots, draft.closed = (), (actor, ""), True
        return
    if draft.type == "CONCEDE" and hit.word in turn.slots.subject:
        # "reimposed sanctions on X lifted in May": X has not lifted them
        draft.actors, draft.recipients, actor = (), draft.recipients or draft.actors, ""
    draft.recipients = _others(draft, everyone(hit, cast))
    draft.slots = actor, recipient or "turned"
    of_both = recipient == "between" or (hit.entry.both and bool(hit.slots.preps.get("between")))
    if of_both and not draft.actors and len(draft.keys) > 1:
        # "Trade between X and Y was suspended" is both's.
        draft.actors, draft.recipients = draft.recipients, ()
    if draft.type == "CONCEDE" and not draft.actors and hit.kind == "N":
        _from_measure(draft, (hit.word,), cast)
    if (
        draft.type == "THREATEN"
        and not draft.actors
        and turn.kind == hit.kind == "N"
        and hit.word.head.head is turn.word
    ):
        # "the threat of an Xian strike on Y": X threatens
        deed = _deed(hit, cast)
        if deed.actors and not deed.both:
            draft.actors, draft.recipients = deed.actors, deed.recipients or draft.recipients
    if draft.type == "SANCTION" and not draft.actors and hit.kind == "N" and hit.entry.type in HANDED:
        # "Xian gas deliveries to Y were halted"
        deed = _deed(hit, cast)
        draft.actors = () if deed.both else tuple(p for p in deed.actors if p.key not in keys(draft.recipients))
    if not (draft.type == "REQUEST" and recipient == "object"):
        look_further(draft, hit, cast)


def _from_frame(draft: Draft, hit: Hit, cast: Cast) -> None:
    """The sides that the frame of the word names, else those to which what stands around it points."""
    entry = hit.entry
    _from_slots(draft, hit, cast)
    from_capital(draft, hit, cast)
    if draft.type in ANSWERS and not entry.both and (hit.kind == "V" or (hit.kind == "N" and not draft.inner)):
        _from_deed(draft, hit, cast)
    if draft.type in ("REJECT", "SUPPORT") and hit.kind == "V" and not entry.both:
        _spare_blamed(draft, hit, cast)
    if draft.type == "SUPPORT" and not entry.both and not draft.recipients:
        draft.struck = draft.struck | keys(_struck(_told_of_texts(hit), hit, cast))
    if draft.type == "REQUEST" and hit.kind == "N" and hit.word.dep == "pobj" and hit.word.head.lower in UPON:
        # "at X's insistence, Y dropped it", "Y held him after a request from X": whoever did it was asked
        doing = cast.all_parties(clause_subject(hit.word))
        draft.recipients = doing if keys(doing) - keys(draft.actors) else draft.recipients
    if draft.type in SPEECH and hit.kind == "N" and not draft.recipients:
        # "despite X's warnings, Y sailed": they were said to Y
        heedless = tuple(p for p in cast.all_parties(hit.slots.preps.get("@despite", ())) if p.key)
        draft.recipients = tuple(p for p in heedless if p.key not in keys(draft.actors))
        draft.closed = bool(heedless) and not draft.recipients
    if draft.type in DEEDS and not draft.recipients:
        _from_answered(draft, hit, cast)
    if draft.type == "CONCEDE" and hit.kind == "V" and not keys(draft.recipients) - keys(draft.actors):
        _from_given_up(draft, hit, cast)
    from_hosts(draft, hit, cast)
    from_outposts(draft, hit, cast)
    from_expellers(draft, hit, cast)
    if hit.kind == "N":
        from_granted(draft, hit, cast)
        from_guests(draft, hit, cast)
        from_modifiers(draft, hit, cast)
        from_takers(draft, hit, cast)
        from_utterers(draft, hit, cast)
        from_rescuers(draft, hit, cast)
        from_those_behind(draft, hit, cast)
        from_relieved(draft, hit, cast)
        spare_breached(draft, hit)
        from_ties(draft, hit, cast)
    if hit.kind == "N" and (draft.type == "ASSAULT" or draft.mode in SUFFERED):
        name_victims(draft, hit, cast)
        from_sufferers(draft, hit, cast)
    if hit.kind == "V" and draft.type == "ASSAULT":
        spare_victims(draft, hit, cast)
    from_holders(draft, hit, cast)
    from_own_ground(draft, hit, cast)
    join_exercise(draft, hit, cast)
    name_accomplices(draft, hit, cast)
    from_prize(draft, hit, cast)
    one_sided = entry.both and bool(draft.slots[0])
    if not entry.both:
        look_further(draft, hit, cast)
        _from_place(draft, hit, cast)
    if draft.type == "ASSAULT" and not entry.both:
        from_fighting(draft, hit)
        from_casualties(draft, hit, cast)
        if not draft.actors:
            from_speakers_forces(draft, hit, cast)
        if not draft.actors:
            from_origin(draft, hit, cast)
    draft.both = (entry.both and not one_sided) or is_mutual(hit)
    if hit.kind == "N" and not entry.both and not draft.actors:
        from_keeper(draft, hit, cast)
    from_targets(draft, hit, cast)
    if draft.recipients and not draft.actors:
        from_locals(draft, hit, cast)
    unsure = draft.type == "MOBILIZE" and all(p.how == "pronoun" for p in draft.actors)  # "it will bolster X's forces"
    if (
        (unsure or not draft.actors)
        and draft.mode not in ("release", "return")
        and (draft.type in OWN_FORCES or draft.mode == "withdraw")
    ):
        from_own_forces(draft, hit, cast)
    if draft.both and len(draft.keys) < 2:
        draft.actors = unique([*draft.actors, *draft.recipients, *further_partners(hit, cast)])
        draft.recipients = ()
    if draft.type == "CONSULT" and hit.kind == "N":
        find_company(draft, hit, cast)
    if draft.type in SPEECH and not draft.actors and not entry.both and cast.speakers is not None and not _thing(hit):
        said = cast.speakers.parties(hit.word)
        if not keys(said) & draft.keys and not (_body_of_state(hit) and not any(p.state for p in said)):
            draft.actors, draft.slots = said, ("speaker", draft.slots[1])
    if _speaks_for(draft, cast):
        _name_speaker(draft, hit, cast)


def _thing(hit: Hit) -> bool:
    """Whether something lifeless is told to do it ("steps that threaten to raise tensions"): nobody has spoken."""
    subject = hit.slots.subject if hit.kind == "V" else []
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


def _from_slots(draft: Draft, hit: Hit, cast: Cast) -> None:
    """The sides that the slots of the frame name."""
    entry = hit.entry
    if entry.both and not _one_sided(draft, hit, cast):
        names = dict.fromkeys((*entry.actor, *entry.recipient, "with", "between", "including"))
        draft.actors = unique(p for name in names for p in slot_parties((name,), hit.slots, cast)[1])
        began = keys(slot_parties(("subject",), hit.slots, cast)[1])
        if began and began < draft.keys:
            draft.how["initiator"] = ", ".join(sorted(began))
    elif not entry.both:
        givers, getters = _frame(hit)
        actor, draft.actors = slot_parties(givers, hit.slots, cast)
        recipient, draft.recipients = slot_parties(getters, hit.slots, cast, keys(draft.actors))
        if draft.type == "ACCUSE" and recipient != "object" and (own := own_blamed(draft, hit, cast)):
            recipient, draft.recipients = "object", own
        draft.slots = actor, recipient
        if draft.type == "SANCTION" and recipient == "over":
            # "sanctions over the arrest of Smith" do not strike Smith
            draft.recipients = tuple(p for p in draft.recipients if not p.person)
        _from_post(draft, hit, cast)
        if recipient == "between" and not draft.actors and len(draft.keys) > 1:
            # "A trade war between X and Y" is both's.
            draft.actors, draft.recipients = draft.recipients, ()
        if draft.type == "CONCEDE" and not draft.actors:
            _from_measure(draft, hit.slots.object, cast)
        if draft.type == "AGREE" and recipient == "topic" and len(keys(draft.actors)) > 1:
            # Two agree with each other: whom their agreement is about has no part in it.
            draft.recipients = ()
    if draft.type in PUT and _only_struck(draft, hit, cast):
        draft.recipients, draft.closed = (), True


def _from_post(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "X's ambassador to Y was called in by the foreign ministry": by Y's, though X was named last."""
    if "post" not in hit.entry.actor or not draft.actors or any(p.how != "focus" for p in draft.actors):
        return
    envoys, hosts = cast.all_parties(hit.slots.object), slot_parties(("post",), hit.slots, cast)[1]
    if hosts and keys(draft.actors) <= keys(envoys) and not keys(hosts) & keys(envoys):
        draft.actors, draft.recipients, draft.slots = hosts, envoys, ("post", "object")


def _from_measure(draft: Draft, lifted: Iterable[Token], cast: Cast) -> None:
    """ "The lifting of Xian sanctions on Y": whose the measures are lifts them, and it is done to whom they strike."""
    for measure in (t for t in lifted if load_lexicon().is_in(t.lemma, ("@sanction", "@restriction"))):
        frame = noun_slots(measure)
        struck = cast.all_parties(t for name in ON for t in frame.preps.get(name, ()))
        whose = cast.all_parties((*frame.subject, *frame.preps.get("@modifier", ())))
        if keys(struck) and keys(whose) - keys(struck):
            draft.actors = tuple(p for p in whose if p.key and p.key not in keys(struck))
            draft.recipients, draft.slots = struck, ("subject", "on")
            return


def _frame(hit: Hit) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The slots of actor and recipient: criticism, threats, aid "from" somebody are his who gives them."""
    entry = hit.entry
    if hit.kind != "N" or entry.type not in GIVEN or "speaker" in entry.actor or hit.word.lemma in MOVES:
        return entry.actor, entry.recipient
    givers = entry.actor if hit.slots.light else (*entry.actor, "from")
    return givers, tuple(name for name in entry.recipient if name != "from")


def _one_sided(draft: Draft, hit: Hit, cast: Cast) -> bool:
    """Whether what may be mutual is told as one side's: "X's war with Y", "X fought against Y", "X clashed with Y"."""
    fought = hit.slots.light == "fight" or hit.entry.id == "fight-war-with"
    if (
        hit.entry.type not in ONE_SIDED
        or hit.word.lemma in EXCHANGING
        or (fought and not hit.slots.preps.get("against"))
    ):
        return False  # "exchanged fire with X", "fought a war with X" are of both
    actor, actors = slot_parties(("subject",), hit.slots, cast)
    recipient, recipients = slot_parties(("with", "against", "on", "at"), hit.slots, cast)
    if len(keys(actors)) != 1 or not recipients or keys(actors) & keys(recipients):
        return False
    draft.actors, draft.recipients, draft.slots = actors, recipients, (actor, recipient)
    return True


def _only_struck(draft: Draft, hit: Hit, cast: Cast) -> bool:
    """Whether whom the words name is only whom the measures strike that are asked for: "pushed for sanctions on X"."""
    lexicon = load_lexicon()
    told = [(verb, find_hit(verb, lexicon, cast, lexicon.light_verbs)) for _, verb in hit.slots.clauses]
    verbs = [verb_slots(verb) for verb, deed in told if deed is None or deed.entry.type != "CONCEDE"]
    tokens = [t for s in (hit.slots, *verbs) for t in (*s.object, *s.preps.get("for", ()), *s.preps.get("to", ()))]
    tokens += _told_of_texts(hit)
    struck = _struck(tokens, hit, cast)
    return bool(struck) and keys(draft.recipients) <= keys(struck)


def _struck(tokens: Iterable[Token], hit: Hit, cast: Cast) -> tuple[Party, ...]:
    """Whom the measures among these words strike: X of "sanctions on X"."""
    measures = [t for t in tokens if load_lexicon().is_in(t.lemma, ("@sanction", "@measure"))]
    aimed = [
        o
        for t in measures
        for p in (t, t.head)
        for c in p.children
        if c.lower in ON and c.i > t.i
        for o in c.children
        if o.dep == "pobj"
    ]
    aimed += [o for t in measures for name in ON for o in hit.slots.preps.get(name, ()) if o.i > t.i]
    return cast.all_parties(aimed)


def _spare_blamed(draft: Draft, hit: Hit, cast: Cast) -> None:
    """ "Voted against a resolution condemning X": X, whom it blames, is neither refused nor praised."""
    texts = [t for name in ("object", "against", "for", "of") for t in hit.slots.tokens(name) if t.lemma in MADE]
    blaming = [c for t in texts for c in t.children if c.dep in ("acl", "relcl") and c.lemma in BLAMING]
    blamed = keys(cast.all_parties(o for verb in blaming for o in verb_slots(verb).object))
    if blamed and keys(draft.recipients) <= blamed:
        draft.recipients, draft.slots = (), (draft.slots[0], "")
        draft.struck = draft.struck | blamed


def _told_of_texts(hit: Hit) -> list[Token]:
    """What the clauses say that hang on a text: "sanctions" of "welcomed a resolution mandating sanctions on X"."""
    texts = (t for t in hit.slots.object if t.lemma in MADE)
    return [t for text in texts for c in text.children if c.dep in ("acl", "relcl") for t in c.subtree()]


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


def _from_deed(draft: Draft, hit: Hit, cast: Cast) -> None:
    """Who answers for what is condemned, refused or praised: of "the raid on X" its author, never X."""
    lexicon = load_lexicon()
    if name_blamed(draft, hit, cast):
        return
    if draft.type in ("ACCUSE", "REJECT") and (doers := _announcers(hit, keys(draft.actors), cast)):
        draft.recipients, draft.slots = doers, (draft.slots[0], "deed")
        return
    judged = hit.slots.subject if draft.slots[1] == "subject" else hit.slots.object  # "X's raid angered Y"
    for word in judged:
        inner = None if cast.is_party(word) else find_hit(word, lexicon, cast, lexicon.light_verbs)
        if draft.mode == "investigate" and inner is not None and inner.entry.type == "ACCUSE":
            # "is looking into claims that X ...": who is accused in them has to do with it
            continue
        if inner is not None and inner.entry.type == "CONSULT" and _is_own(inner, draft, cast):
            # "criticised his own president's meeting with Y": Y is not blamed
            draft.recipients, draft.closed = (), True
            return
        offered = inner is not None and inner.kind == "N" and (inner.entry.visitor or inner.entry.type == "AGREE")
        doers = _authors(word, cast) if inner is None else cast.all_parties(inner.slots.subject) if offered else ()
        if draft.type == "ACCUSE" and keys(doers) - keys(draft.actors):
            draft.recipients, draft.slots = doers, (draft.slots[0], "deed")
            return
        if inner is None or inner.kind != "N" or not (inner.entry.both or inner.entry.type in DEEDS):
            continue
        deed = _deed(inner, cast)
        own = inner.slots.light and inner.entry.type == draft.type and keys(deed.actors) <= keys(draft.actors)
        if own and keys(draft.recipients) - keys(draft.actors):
            continue  # "lodged a protest with X over Y": it is the judge's own word
        doers = tuple(p for p in deed.actors if p.key and p.key not in keys(draft.actors))
        if doers:
            draft.recipients, draft.slots = doers, (draft.slots[0], "deed")
        elif keys(draft.recipients) and keys(draft.recipients) <= keys(deed.recipients):
            draft.struck, draft.recipients, draft.slots = keys(deed.recipients), (), (draft.slots[0], "")


def _from_given_up(draft: Draft, hit: Hit, cast: Cast) -> None:
    """X of "softened his threat to tax X's wine": to whom a demand or threat was made that somebody gives up."""
    lexicon = load_lexicon()
    for word in (t for t in hit.slots.object if not cast.is_party(t)):
        inner = find_hit(word, lexicon, cast, lexicon.light_verbs)
        if inner is None or inner.kind != "N" or inner.entry.type not in SPEECH or inner.entry.both:
            continue
        others = tuple(p for p in _deed(inner, cast).recipients if p.key and p.key not in keys(draft.actors))
        if others:
            draft.recipients, draft.slots = others, (draft.slots[0], "deed")


def _announcers(hit: Hit, mine: set[str], cast: Cast) -> tuple[Party, ...]:
    """Z of "opposed the sale to Y announced by Z", "rejected its place on a list drawn up by Z"."""
    judged = [t for name in hit.entry.recipient for t in hit.slots.tokens(name) if not is_verb(t)]
    told = [c for noun in judged for t in noun.subtree() for c in t.children if c.dep == "acl" and c.lemma in ANNOUNCED]
    found = cast.all_parties(o for c in told for o in agents(c))
    return tuple(p for p in found if p.key and p.key not in mine)


def _authors(noun: Token, cast: Cast) -> tuple[Party, ...]:
    """Y of "the violation of the borders of X by Y"."""
    bys = [c for c in noun.subtree() if c.lower == "by" and c.dep in ("prep", "agent") and c.head.pos == "NOUN"]
    return cast.all_parties(o for by in bys if by.i > noun.i for o in by.children if o.dep == "pobj")


def _is_own(meeting: Hit, draft: Draft, cast: Cast) -> bool:
    """Whether whose a meeting is belongs to the side that judges it."""
    whose = keys(cast.all_parties(meeting.slots.subject))
    return draft.type == "ACCUSE" and bool(whose) and whose <= keys(draft.actors)


def _deed(hit: Hit, cast: Cast) -> Draft:
    """What a noun tells by itself, with its sides."""
    deed = Draft(hit, hit.entry.type, None, "occurred", inner=True)
    set_sides(deed, hit, None, cast)
    return deed


def _from_answered(draft: Draft, hit: Hit, cast: Cast) -> None:
    """Whom a deed strikes that answers another: Y of "imposed tariffs in retaliation for Y's", "will ... if Y does"."""
    lexicon = load_lexicon()
    clause = hit.word.head if hit.kind == "N" and hit.word.dep == "dobj" else hit.word
    ties = [o for t in dict.fromkeys((hit.word, clause)) for c in t.children if c.lower == "in" for o in c.children]
    answered = [o for t in ties if t.lemma in ANSWERING for c in t.children if c.dep == "prep" for o in c.children]
    doers = cast.all_parties(t for verb in (clause, clause.head) for t in on_condition(verb))
    if doers and not keys(doers) & keys(draft.actors):
        draft.recipients, draft.slots = sides_only(doers), (draft.slots[0], "deed")
        return
    for word in (t for t in answered if t.dep == "pobj" and not cast.is_party(t)):
        inner = find_hit(word, lexicon, cast, lexicon.light_verbs)
        doers = cast.all_parties(owners(word))
        if inner is not None and inner.kind == "N" and inner.entry.type in DEEDS:
            doers = _deed(inner, cast).actors
        doers = tuple(p for p in doers if p.key and p.key not in keys(draft.actors))
        if doers:
            draft.recipients, draft.slots = sides_only(doers), (draft.slots[0], "deed")
            return


def _others(draft: Draft, everyone: Iterable[Party]) -> tuple[Party, ...]:
    mine = {p.key for p in draft.actors}
    return draft.recipients or tuple(p for p in everyone if p.key not in mine)
