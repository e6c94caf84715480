"""What one mention of a deed takes over from another: who has part in it, when and where it was, how far it came."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.date_options import NEAR, PRESENT, SPEECH, THREAD
from detente.coding.draft import AHEAD, Draft
from detente.coding.drafting import STANDING
from detente.coding.fellows import is_definite
from detente.coding.known_deeds import doubt_known
from detente.coding.lasting import is_ended
from detente.coding.parties import is_another_body, keys, unique
from detente.coding.tense import tense_of
from detente.model import Party, Token

BEGIN = word_list("beginning")
UNDONE = frozenset({"postponed", "cancelled"})
FILLED = word_list("parties-filled")
GRAVE, FOR_SHOW = word_list("types-grave"), word_list("types-for-show")
ATTRIBUTES = frozenset({"nummod", "compound", "amod", "nmod", "poss"})


def absorb(kept: Draft, other: Draft) -> None:
    """Take over what the other mention knows better."""
    if other.status in AHEAD and is_spoken_of(kept):
        _plan(kept, other)
    kept.evidence.extend(other.evidence)
    kept.sources.extend(other.sources)
    if kept.type == "CONSULT" and not kept.recipients and other.recipients and other.mode == "visit":
        known = (*kept.actors, *kept.recipients)
        kept.actors = _better(other.actors, known, other.recipients)
        kept.recipients, kept.mode = _better(other.recipients, known, other.actors), other.mode
    if is_object_of(other, kept) and not kept.keys >= other.keys and not keys(kept.actors) <= other.keys:
        return
    _take_sides(kept, other)
    if not kept.recipients and is_mediated(kept, other):
        kept.actors = unique([*kept.actors, *other.actors])
    if (_lacks_partner(kept) or travels_alone(kept)) and kept.keys < other.keys:
        # "talks went on ... X met Y on Monday": who met is told by the other
        kept.actors, kept.recipients, kept.slots = other.actors, other.recipients, other.slots
        kept.how.pop("parties", None)
        kept.how.update({k: v for k, v in other.how.items() if k in ("parties", "initiator")})
    same = kept.type != "CONSULT"
    actors, recipients = kept.actors, kept.recipients
    kept.actors = _better(actors, other.actors if same else (*other.actors, *other.recipients), recipients)
    kept.recipients = _better(recipients, other.recipients if same else (*other.actors, *other.recipients), actors)
    if kept.type == "CONSULT" and kept.mode == "visit" and kept.recipients:
        hosts = keys(kept.recipients)
        met = (p for p in (*other.actors, *other.recipients) if p.key in hosts and p.person)
        kept.recipients = unique([*kept.recipients, *met])
    if other.date is not None and _dates_better(other, kept):
        kept.undate()
        kept.date = other.date
        kept.how.update({k: v for k, v in other.how.items() if k == "date"})
        kept.spans.update({k: v for k, v in other.spans.items() if k == "date"})
    if kept.place is None and other.place is not None:
        kept.place = other.place
        kept.spans.update({k: v for k, v in other.spans.items() if k == "place"})
    kept.mode = kept.mode or other.mode
    _settle_together(kept, other)
    kept.weight = 1 - (1 - kept.weight) * (1 - 0.3 * other.weight)


def _lacks_partner(draft: Draft) -> bool:
    """Whether only one of those who met is known; a body meets by itself, who travels need meet nobody."""
    parties = (*draft.actors, *draft.recipients)
    alone = len(draft.keys) == 1 and all(p.state and not p.organisation for p in parties)
    return draft.type == "CONSULT" and draft.mode != "visit" and alone


def travels_alone(draft: Draft) -> bool:
    """Whether it is a visit of one party whose words name no host."""
    return draft.type == "CONSULT" and draft.mode == "visit" and not draft.recipients and len(draft.keys) == 1


def is_bound_for(visit: Draft, met: Draft) -> bool:
    """Whether somebody travels to a meeting, or is called a guest: "a trip to meet X", "the visiting Y met X"."""
    return visit.hit.word.dep == "amod" or visit.hit.word in met.hit.word.ancestors()


def _settle_together(kept: Draft, other: Draft) -> None:
    """How far a deed is by two mentions: done beats what stands or may be, a stay lasts, an end undoes a plan."""
    brought = other.status == "occurred" and bool(other.hit.slots.light or other.hit.kind == "V")
    open_ = kept.status == "proposed" or (kept.type == "SANCTION" and kept.how.get("status") == STANDING)
    lasts = kept.status == "occurred" and other.status == "ongoing" and _may_last(kept)
    if brought and open_:
        kept.status, kept.how["status"] = "occurred", "told elsewhere as done"
    elif lasts or (kept.status in AHEAD and other.status in UNDONE):
        kept.status, kept.how["status"] = other.status, other.how["status"]
        kept.spans["status"] = other.spans.get("status", (other.hit.word.span,))


def _plan(kept: Draft, other: Draft) -> None:
    """What was only spoken of is still to come, as another mention tells: on the day that this one names."""
    kept.status, kept.date = other.status, other.date
    for field in ("status", "date"):
        kept.how.pop(field, None)
        kept.how.update({k: v for k, v in other.how.items() if k == field})
        kept.spans.pop(field, None)
        kept.spans.update({k: v for k, v in other.spans.items() if k == field})


def _may_last(draft: Draft) -> bool:
    """Whether a visit or talks told as done may still go on, as another mention says; not "held a meeting"."""
    stays = (draft.hit.kind == "N" and not _is_done(draft.hit.word)) or draft.hit.entry.visitor
    return draft.type == "CONSULT" and stays and not is_ended(draft.hit.word)


def _is_done(noun: Token) -> bool:
    """ "Held a meeting", "had a talk": one that its verb tells as over; not "held talks", "opened a meeting"."""
    verb = noun.head
    brought = noun.tag == "NN" and noun.dep in ("dobj", "nsubjpass") and verb.lemma not in BEGIN
    return brought and tense_of(verb) in ("past", "pluperfect")


def _take_sides(kept: Draft, other: Draft) -> None:
    """Take over a side that only the other mention names; whoever is accused elsewhere is so accused here."""
    if not kept.actors and "author" in other.how:
        # whose the deed is known to be, and whether he is only said to have done it
        kept.actors, kept.how["author"] = other.actors, other.how["author"]
        doubt_known([kept])
        return
    if kept.type == "CONSULT" or not (other.how.get("parties") in (None, "accused") or _knows_more(kept, other)):
        return
    if kept.recipients and not struck(kept) and struck(other):
        kept.recipients, kept.slots = other.recipients, (kept.slots[0], other.slots[1])
    if not kept.actors and other.actors and not keys(other.actors) & keys(kept.recipients):
        kept.actors = other.actors
    elif not kept.actors and other.how.get("parties") == "accused":
        kept.actors, kept.status = other.actors, "alleged"
        kept.spans["status"] = other.spans["status"]
    elif kept.takes_recipients and other.recipients and _are_others(other.recipients, kept.actors):
        kept.recipients = other.recipients
    else:
        return
    kept.how.pop("parties", None)
    if "parties" in other.how:
        kept.how["parties"] = other.how["parties"]


def _knows_more(kept: Draft, other: Draft) -> bool:
    """Whether another mention was given the side that this one leaves open: never the author of what is grave."""
    how = other.how.get("parties")
    if kept.how.get("parties") != "alone" or kept.closed or kept.type in FOR_SHOW or other.keys & kept.struck:
        return False
    if kept.type in GRAVE and not (kept.actors and how == "focus"):
        return False
    return how in FILLED


def _are_others(recipients: tuple[Party, ...], actors: tuple[Party, ...]) -> bool:
    """Whether they are of other states than these, or bodies at odds with them."""
    return not keys(recipients) & keys(actors) or all(is_another_body(p, actors) for p in recipients)


def _better(side: tuple[Party, ...], other: tuple[Party, ...], facing: tuple[Party, ...]) -> tuple[Party, ...]:
    """A side with persons and offices that only the other mention names, but nobody who stands on the facing side.

    Who was only filled in is named where the other mention names the same one.
    """
    persons = {p.person for p in facing if p.person}
    known: dict[str, list[Party]] = {}
    for party in other:
        if (party.person or party.office) and party.person not in persons:
            known.setdefault(party.key, []).append(party)
    side = tuple(_named(p, other) if p.filled else p for p in side)
    return unique(q for p in side for q in ([p] if p.person else _called(p, known.get(p.key, [])) or [p]))


def _called(party: Party, known: list[Party]) -> list[Party]:
    """Those of a state whom another mention names, in the office by which this one calls one of them."""
    return [k for k in known if k.office == party.office] if party.office else known


def _named(party: Party, others: tuple[Party, ...]) -> Party:
    """The same party as words elsewhere name it; itself where none do."""
    same = (p for p in others if (p.key, p.person, p.office) == (party.key, party.person, party.office))
    return next((p for p in same if not p.filled), party)


def _dates_better(other: Draft, kept: Draft) -> bool:
    """Whether a mention names the day better than what is known: a day read from words stays before the present.

    A day by which the deed is called stays before one of its clause.
    """
    if kept.date is None or other.date is None:
        return is_dated_itself(other)
    if _named_by(kept) != _named_by(other) and not kept.date.overlaps(other.date):
        return _named_by(other)
    if is_dated_itself(kept) != is_dated_itself(other):
        return is_dated_itself(other)
    if kept.status in AHEAD and other.status not in AHEAD:
        return False
    if _is_lent(kept) != _is_lent(other) and not kept.date.overlaps(other.date):
        return _is_lent(kept)
    return other.date.days < kept.date.days


def _is_lent(draft: Draft) -> bool:
    """Whether the day is only that of its sentence, or of saying so: "said on Monday that the accord was dead"."""
    kind = next((o.kind for o in draft.options if o.days == draft.date), "own")
    return kind == "near" or (kind == "saying" and draft.type not in SPEECH)


def _named_by(draft: Draft) -> bool:
    """Whether the day stands before the noun of a deed, as its name: "the 2015 deal", "last week's raid"."""
    word, spans = draft.hit.word, draft.spans.get("date", ())
    return any(span.contains(c.span) for c in word.children if c.dep in ATTRIBUTES for span in spans)


def is_spoken_of(draft: Draft) -> bool:
    """Whether words only speak of a deed ("was hopeful about his summit with X"), and do not tell whether it was."""
    told = "status" in draft.spans or draft.how.get("date") not in (None, PRESENT, THREAD, NEAR, "governing clause")
    return (
        draft.type == "CONSULT"
        and draft.status == "occurred"
        and is_definite(draft)
        and not (told or is_told_as_past(draft))
    )


def is_told_as_past(draft: Draft) -> bool:
    """ "It was the first visit by a president": no plan, though "the" makes it one that readers know."""
    word = draft.hit.word
    done = draft.status not in AHEAD | UNDONE
    return done and word.dep == "attr" and word.head.lemma == "be" and word.head.tag == "VBD"


def is_object_of(noun: Draft, verb: Draft) -> bool:
    """Whether an event noun is what another mention's verb does, with its sides ("resume the cooperation")."""
    if verb.hit.kind != "V" or noun.hit.kind != "N":
        return False
    object = (*verb.hit.slots.object, *(verb.hit.slots.tokens("on") if verb.hit.word.lemma == "agree" else ()))
    return any(t is noun.hit.word for t in object)


def is_mediated(talks: Draft, other: Draft) -> bool:
    """Whether another mention says who brought those together who talk: "talks between X and Y, mediated by Z"."""
    return talks.type == "CONSULT" and other.hit.entry.mode == "third-party" and is_object_of(talks, other)


def struck(draft: Draft) -> tuple[Party, ...]:
    """Whom a deed strikes as its words say; where it struck ("an attack in X") tells of nobody for sure."""
    return () if draft.type == "ASSAULT" and draft.slots[1] == "in" else draft.recipients


def is_dated_itself(draft: Draft) -> bool:
    """Whether the draft's own words date it; what is only inferred does not keep a repetition apart."""
    return draft.how.get("date") not in (PRESENT, THREAD)
