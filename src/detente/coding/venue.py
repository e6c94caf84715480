"""Meetings: who came to whom, on whose ground, or by telephone."""

from __future__ import annotations

from dataclasses import replace

from detente.codebook.lexicon import word_list
from detente.coding.cast import Cast, keys, unique
from detente.coding.draft import Draft
from detente.model import Party, Token

PHONE = word_list("by-phone")
FORUM = word_list("forum")


def settle_venue(draft: Draft, cast: Cast) -> None:
    """Give a CONSULT its mode and direction from where it takes place."""
    if draft.type != "CONSULT":
        return
    near = _near(draft.hit.word)
    forum = bool(near & FORUM) or _at_organisation(draft, cast)
    parties = unique([*draft.actors, *draft.recipients])
    states = {p.state for p in parties if p.state}
    if near & PHONE and draft.mode != "visit":
        draft.mode, draft.actors, draft.recipients, draft.place = "phone", parties, (), None
        return
    if (draft.mode == "visit" or draft.hit.entry.visitor) and draft.actors and draft.recipients:
        return
    host = draft.place.state if draft.place is not None else None
    if draft.mode in (None, "visit", "third-party", "multilateral") and host in states and not forum:
        _as_visit(draft, parties, host)
        return
    if draft.actors and draft.recipients:
        draft.how["initiator"] = ", ".join(sorted(keys(draft.actors)))
    draft.actors, draft.recipients = parties, ()
    if draft.mode in (None, "third-party"):
        if forum or len({p.key for p in parties}) > 2:
            draft.mode = "multilateral"
        elif host is not None and host not in states:
            draft.mode = "third-party"


def _as_visit(draft: Draft, parties: tuple[Party, ...], host: str | None) -> None:
    guests = tuple(p for p in parties if p.state != host)
    hosts = tuple(p for p in parties if p.state == host)
    began = draft.how.get("initiator", "").split(", ")
    if len({p.key for p in guests}) > 1 and 0 < sum(p.key in began for p in guests) < len(guests):
        # "A met the leaders of B and C in B": on whose visit it was, the words leave open.
        draft.actors, draft.recipients, draft.mode = parties, (), "multilateral"
    elif guests and hosts:
        draft.actors, draft.recipients, draft.mode = guests, hosts, "visit"


def split_tours(drafts: list[Draft]) -> list[Draft]:
    """A tour of several states is one visit to each."""
    found = []
    for draft in drafts:
        hosts = list(dict.fromkeys(p.key for p in draft.recipients))
        if draft.type != "CONSULT" or draft.mode != "visit" or len(hosts) < 2:
            found.append(draft)
            continue
        for host in hosts:
            place = draft.place if draft.place is not None and draft.place.state == host else None
            recipients = tuple(p for p in draft.recipients if p.key == host)
            found.append(replace(draft, recipients=recipients, place=place, how=dict(draft.how), features={}))
    return found


def _near(word: Token) -> set[str]:
    tokens = word.sentence.tokens
    at = word.i - tokens[0].i
    return {t.lemma for t in tokens[max(0, at - 8) : at + 14]} | {t.lower for t in word.subtree()}


def _at_organisation(draft: Draft, cast: Cast) -> bool:
    """Whether an organisation that is no party of it stands close by: its summit is where they met."""
    tokens = draft.hit.word.sentence.tokens
    at = draft.hit.word.i - tokens[0].i
    for token in tokens[max(0, at - 3) : at + 12]:
        mention = cast.mention(token)
        if mention is not None and mention.kind == "organisation" and not {p.key for p in mention.parties} & draft.keys:
            return True
    return False
