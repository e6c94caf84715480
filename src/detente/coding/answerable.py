"""Who answers for what is judged, given up or answered: of "the raid on X" its author, never X."""

from __future__ import annotations

from collections.abc import Callable

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.blame import name_blamed
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.match import Hit, find_hit
from detente.coding.parties import keys, sides_only
from detente.coding.phrases import agents, conjuncts, is_verb
from detente.coding.slot_parties import on_condition
from detente.coding.subjects import owners
from detente.model import Party, Token

SPEECH, DEEDS = word_list("types-of-speech"), word_list("types-answered")
ANSWERING, ANNOUNCED = word_list("answering"), word_list("announced-by")
Teller = Callable[[Hit, Cast], Draft]
"""What a noun tells by itself, with its sides."""


def from_deed(draft: Draft, hit: Hit, cast: Cast, tell: Teller) -> None:
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
        deed = tell(inner, cast)
        own = inner.slots.light and inner.entry.type == draft.type and keys(deed.actors) <= keys(draft.actors)
        if own and keys(draft.recipients) - keys(draft.actors):
            continue  # "lodged a protest with X over Y": it is the judge's own word
        doers = tuple(p for p in deed.actors if p.key and p.key not in keys(draft.actors))
        if doers:
            draft.recipients, draft.slots = doers, (draft.slots[0], "deed")
        elif keys(draft.recipients) and keys(draft.recipients) <= keys(deed.recipients):
            draft.struck, draft.recipients, draft.slots = keys(deed.recipients), (), (draft.slots[0], "")


def from_given_up(draft: Draft, hit: Hit, cast: Cast, tell: Teller) -> None:
    """X of "softened his threat to tax X's wine": to whom a demand or threat was made that somebody gives up."""
    lexicon = load_lexicon()
    for word in (t for t in hit.slots.object if not cast.is_party(t)):
        inner = find_hit(word, lexicon, cast, lexicon.light_verbs)
        if inner is None or inner.kind != "N" or inner.entry.type not in SPEECH or inner.entry.both:
            continue
        others = tuple(p for p in tell(inner, cast).recipients if p.key and p.key not in keys(draft.actors))
        if others:
            draft.recipients, draft.slots = others, (draft.slots[0], "deed")


def _announcers(hit: Hit, mine: set[str], cast: Cast) -> tuple[Party, ...]:
    """Z of "opposed the sale to Y announced by Z", "rejected its place on a list drawn up by Z", "the raids by Z"."""
    judged = [t for name in hit.entry.recipient for t in hit.slots.tokens(name) if not is_verb(t)]
    told = [c for noun in judged for t in noun.subtree() for c in t.children if c.dep == "acl" and c.lemma in ANNOUNCED]
    found = cast.all_parties([*(o for c in told for o in agents(c)), *_by_beside(hit)])
    return tuple(p for p in found if p.key and p.key not in mine)


def _by_beside(hit: Hit) -> list[Token]:
    """Y of "denounced the raids by Y", where "by Y" was read as said of the verb, which is not passive."""
    frame = hit.slots
    if hit.kind != "V" or frame.passive or not frame.object:
        return []
    return [t for t in frame.preps.get("by", ()) if t.i > frame.object[0].i and t.dep in ("pobj", "conj")]


def _authors(noun: Token, cast: Cast) -> tuple[Party, ...]:
    """Y and Z of "the violation of the borders of X by Y and Z"."""
    bys = [c for c in noun.subtree() if c.lower == "by" and c.dep in ("prep", "agent") and c.head.pos == "NOUN"]
    ends = (o for by in bys if by.i > noun.i for o in by.children if o.dep == "pobj")
    return cast.all_parties(t for o in ends for t in conjuncts(o))


def _is_own(meeting: Hit, draft: Draft, cast: Cast) -> bool:
    """Whether whose a meeting is belongs to the side that judges it."""
    whose = keys(cast.all_parties(meeting.slots.subject))
    return draft.type == "ACCUSE" and bool(whose) and whose <= keys(draft.actors)


def from_answered(draft: Draft, hit: Hit, cast: Cast, tell: Teller) -> None:
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
            doers = tell(inner, cast).actors
        doers = tuple(p for p in doers if p.key and p.key not in keys(draft.actors))
        if doers:
            draft.recipients, draft.slots = sides_only(doers), (draft.slots[0], "deed")
            return
