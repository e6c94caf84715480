"""Who met in person, where the words of a meeting name only a state; who "his hosts" are."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.fill import GUESSED
from detente.coding.parties import HEADS, keys, sides_only
from detente.coding.phrases import negated
from detente.coding.telling import verb_of
from detente.coding.whose import FOLLOWERS
from detente.model import Party, Token

STAY = 6
"""For how many sentences somebody whose visit is told is still with his hosts."""


def name_those_met(drafts: Iterable[Draft], cast: Cast) -> None:
    """ "On his trip to Cork, X thanked President Y": Y is the host.

    Anybody of the state where all others who met are named; else its leader, where the meeting has taken place.
    """
    for draft in drafts:
        if draft.type == "CONSULT":
            draft.actors, draft.recipients = (
                tuple(_named(party, draft, cast) for party in side) for side in (draft.actors, draft.recipients)
            )


def address_hosts(drafts: list[Draft]) -> None:
    """ "X is in Cork. He told his hosts to wait": those whom he visits; "her guest" is whoever visits her."""
    visits: list[Draft] = []
    for draft in drafts:
        if draft.type == "CONSULT" and draft.mode == "visit" and draft.actors and draft.recipients:
            visits.append(draft)
            continue
        here = draft.hit.word.sentence.index
        near = [v for v in visits if here - v.hit.word.sentence.index <= STAY]
        if near and draft.type != "CONSULT" and len(keys(near[-1].actors)) == len(keys(near[-1].recipients)) == 1:
            _address(draft, near[-1])


def _address(draft: Draft, visit: Draft) -> None:
    """Put the hosts or guests of a visit on the side of a deed whose words call them so."""
    slots = draft.hit.slots
    towards = [t for name in ("object", "iobj", "to", "with", "of") for t in slots.tokens(name)]
    for role, own, others in (("host", visit.actors, visit.recipients), ("guest", visit.recipients, visit.actors)):
        open_ = not draft.recipients or draft.how.get("parties") in GUESSED
        if open_ and keys(draft.actors) == keys(own) and any(_is_ones(t, role) for t in towards):
            draft.recipients, draft.how["parties"] = sides_only(others, "company"), "company"
        elif not draft.actors and keys(draft.recipients) == keys(own) and any(_is_ones(t, role) for t in slots.subject):
            draft.actors, draft.how["parties"] = sides_only(others, "company"), "company"


def _is_ones(noun: Token, role: str) -> bool:
    """Whether a noun is "his hosts", "her guest"."""
    return noun.lemma == role and any(c.tag == "PRP$" for c in noun.children)


def _named(party: Party, draft: Draft, cast: Cast) -> Party:
    """The party, or the one person of its state whom the sentence names and who does not only tell of it."""
    everyone = (*draft.actors, *draft.recipients)
    others = [p for p in everyone if p.key != party.key]
    if not party.state or not others or any(p.person for p in everyone if p.key == party.key):
        return party
    tellers = {p.person for source in draft.sources for p in source.parties}
    persons = {p.person: p for p in _persons(draft, cast) if p.state == party.state}
    if not all(p.person for p in others):
        done = draft.status == "occurred"
        persons = {name: p for name, p in persons.items() if done and p.office in HEADS}
    if len(persons) != 1 or set(persons) & tellers:
        return party
    return next(iter(persons.values()))


def _persons(draft: Draft, cast: Cast) -> list[Party]:
    mentions = [m for t in draft.hit.word.sentence.tokens if (m := cast.mention(t)) is not None and not m.former]
    names = [(cast.document.tokens[m.head], m) for m in mentions]
    return [p for t, m in names if not (_is_behind(t) or _is_unmet(t, draft.hit.word)) for p in m.parties if p.person]


def _is_unmet(name: Token, word: Token) -> bool:
    """Whether a clause of its own tells of somebody what was not done: "met rebels but was not allowed to see X"."""
    verb = verb_of(name)
    while verb is not None and verb is not verb_of(word):
        if negated(verb):
            return True
        verb = verb_of(verb.head) if verb.dep in ("xcomp", "ccomp") and verb.head is not verb else None
    return False


def _is_behind(name: Token) -> bool:
    """Whether somebody is only whose man another is: "X's envoy", "X campaign officials", "an ally of X"."""
    if name.dep == "pobj" and name.head.lower == "of":
        return name.head.head.lemma in FOLLOWERS
    return name.dep in ("poss", "compound", "nmod") and name.head.lemma in FOLLOWERS
