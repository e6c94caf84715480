"""Whose a deed of force is that readers know by whom it struck: "since the annexation of Crimea"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from detente.codebook.known_deeds import KnownDeed, load_known_deeds
from detente.codebook.lexicon import word_list
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.match import Hit
from detente.coding.parties import keys, sides_only
from detente.coding.slot_parties import FORCE
from detente.coding.slots import verb_slots
from detente.model import Party, Token

GRAVE = word_list("types-grave")
BEFORE = frozenset({"amod", "compound", "nmod", "nummod", "poss", "conj"})
"""How words hang on a noun that say which it is."""
WHERE = frozenset({"against", "at", "from", "in", "near", "of", "on", "outside", "over"})
TOLD = ("occurred", "ongoing")
KNOWN, ALLEGED = "known", "known-alleged"


def name_known_author(draft: Draft, hit: Hit, cast: Cast) -> None:
    """Give a deed of force that names no author the one that it is known to be of, where the report names him.

    `how["author"]` says "known", or "known-alleged" where he is only said to have done it.
    """
    if draft.actors or draft.both or draft.type not in GRAVE:
        return
    if hit.kind == "V" and any(t.lemma not in FORCE for t in hit.slots.subject):
        return
    deed = _deed(hit, cast)
    if deed is None or deed.author not in cast.named:
        return
    draft.actors = _party(deed.author, cast)
    draft.how["author"] = ALLEGED if deed.alleged else KNOWN


def name_known_struck(draft: Draft, hit: Hit, cast: Cast) -> None:
    """Give a deed of force that names its author only whom it is known to strike; nobody, where the report does not."""
    if draft.recipients or draft.both or draft.type not in GRAVE or len(keys(draft.actors)) != 1:
        return
    deed = _deed(hit, cast, keys(draft.actors))
    if deed is None or not deed.struck or deed.author not in keys(draft.actors):
        return
    draft.recipients = _party(deed.struck, cast)
    draft.closed = not draft.recipients


def doubt_known(drafts: list[Draft]) -> None:
    """A deed that its author is known to be said to have done is alleged."""
    for draft in drafts:
        if draft.how.get("author") == ALLEGED and draft.status in TOLD:
            draft.status, draft.how["status"] = "alleged", "known"


def _deed(hit: Hit, cast: Cast, doers: Collection[str] = ()) -> KnownDeed | None:
    """The deed of fame that a word, those beside it and whoever is known to have done it mean."""
    meant = {hit.word.lemma, hit.entry.id}
    deeds = [deed for deed in load_known_deeds() if meant & set(deed.deed)]
    if not deeds:
        return None
    tokens = list(_beside(hit))
    parties = {f"@{p.key}" for t in tokens if (m := cast.mention(t)) is not None for p in m.parties if p.key}
    words = {w for t in tokens for w in (t.lower, t.lemma.lower())} | parties | {f"@{key}" for key in doers}
    published = cast.document.published
    year = published.last.year if published is not None else 9999
    for deed in deeds:
        named = any(words.issuperset(name.split()) for name in deed.of)
        if named and year >= deed.since and not words & set(deed.never):
            return deed
    return None


def _beside(hit: Hit) -> Iterator[Token]:
    """The words that say whom or what a deed struck, and where."""
    slots = [hit.slots, *(verb_slots(verb) for _, verb in hit.slots.clauses)]
    tops = [t for s in slots for t in (*s.object, *(o for name in WHERE for o in s.preps.get(name, ())))]
    for top in (hit.word, *tops):
        yield top
        for c in top.children:
            if c.dep in BEFORE or (c.dep == "prep" and c.lower in WHERE):
                yield from c.subtree()


def _party(key: str, cast: Cast) -> tuple[Party, ...]:
    """Who did it, or whom it struck, at the words that name him first."""
    named = (p for m in cast.document.mentions for p in m.parties if p.key == key)
    return sides_only(list(named)[:1], KNOWN)
