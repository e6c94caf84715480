"""At which level the sides of a contact meet: `find_levels`."""

from __future__ import annotations

from collections.abc import Iterator

from detente.codebook.levels import level_of_title, level_of_word, side_levels
from detente.codebook.lexicon import word_list
from detente.coding.draft import Draft
from detente.model import Document, Party, Token

WITHIN = frozenset({"prep", "pobj", "conj", "amod", "compound", "poss", "nmod", "nummod"})
"""How a state may hang on the title of those who meet: "ministers of X and Y", "X and Y officials"."""
SIDES = word_list("party-prepositions") | {"with", "between", "among"}


def find_levels(draft: Draft, document: Document, parties: tuple[Party, ...]) -> tuple[dict[str, str | None], str]:
    """The level of each side of a contact: by the offices of its parties, else by the words for those who meet.

    Args:
        draft: the event; only CONSULT is a contact.
        document: its mentions.
        parties: both sides, as they will stand in the event.
    Returns:
        Side -> level (None: not known); and the words that filled a side whose offices are not known, or "".
    """
    if draft.type != "CONSULT":
        return {}, ""
    levels, words = side_levels(parties), ""
    for level, word, sides in (*_titled(draft, document), *_modified(draft, list(levels))):
        for key in sides:
            if key in levels and levels[key] is None:
                levels[key], words = level, word
    return levels, words


def _titled(draft: Draft, document: Document) -> Iterator[tuple[str, str, list[str]]]:
    """ "Officials of X and Y met", "X's envoys held talks with ministers of Y"."""
    slots = draft.hit.slots
    heads = [*slots.subject, *slots.object, *(t for name in sorted(SIDES) for t in slots.preps.get(name, ()))]
    for head in heads:
        before = [c.lower for c in head.children if c.dep in ("amod", "compound") and c.i < head.i]
        titles = [" ".join([*before[k:], head.lemma]) for k in range(len(before) + 1)]
        title = next((title for title in titles if level_of_title(title)), None)
        if title is not None:
            yield level_of_title(title) or "", f"title: {title}", list(_keys_within(head, document))


def _keys_within(head: Token, document: Document) -> Iterator[str]:
    for mention in document.mentions:
        token = document.tokens[mention.head]
        while token is not head and token.dep in WITHIN and token.head is not token:
            token = token.head
        if token is head:
            yield from (party.key for party in mention.parties if party.key)


def _modified(draft: Draft, sides: list[str]) -> Iterator[tuple[str, str, list[str]]]:
    """ "Ministerial talks": both sides meet at that level."""
    for token in draft.hit.word.children:
        word = "".join(t.lower for t in token.subtree()) if token.dep in ("amod", "compound", "nmod") else ""
        if level := level_of_word(word):
            yield level, f"word: {word}", sides
