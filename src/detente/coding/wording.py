"""Entries of several words: whether the further words of a phrasal verb or a compound noun stand where they must."""

from __future__ import annotations

import functools

from detente.codebook.lexicon import word_list
from detente.coding.phrases import is_verb
from detente.coding.slots import Slots
from detente.model import Token

PREPOSITIONS = word_list("prepositions")
TIMES = word_list("days-and-months")
OPENING = frozenset({"at", "by", "in", "on", "under"})
"""Prepositions that tell when or where at the head of a clause."""


class Wording:
    """The words about an event word, gathered once for all the entries that it may be."""

    def __init__(self, token: Token, slots: Slots, kind: str) -> None:
        self.token, self.slots, self.noun = token, slots, kind == "N"

    def fits(self, parts: tuple[str, ...]) -> bool:
        """Whether the further words of a phrasal verb or compound noun stand where they must."""
        if self.noun:
            return self._stand_before(parts)
        if not self.known.issuperset(parts[1:]) or ("off" in parts and self._is_off_a_place()):
            return False
        open_ = [w for w in parts[1:] if w in PREPOSITIONS or w not in self.after]
        return not open_ or self.hanging.issuperset(open_) or self.further.issuperset(open_)

    def _is_off_a_place(self) -> bool:
        """ "Held war games off the coast": no holding off."""
        coast = self.slots.preps.get("off") if self.token.lemma == "hold" else None
        return coast is not None and any(t.i < place.i for t in self.slots.object for place in coast)

    def _stand_before(self, parts: tuple[str, ...]) -> bool:
        """Whether the first words of a compound stand before its head, and the last behind its "of"."""
        head = parts.index("of") - 1 if "of" in parts else len(parts) - 1
        if head and parts[head - 1] not in self.before:
            return False
        token, tokens = self.token, self.token.sentence.tokens
        at = token.i - tokens[0].i
        if at < head or any(w not in (t.lemma, t.lower) for w, t in zip(parts, tokens[at - head : at], strict=False)):
            return False
        return head == len(parts) - 1 or any(parts[-1] == t.lemma for t in self.slots.preps.get("of", ()))

    @functools.cached_property
    def before(self) -> tuple[str, ...]:
        """The word just before, and its lemma."""
        tokens = self.token.sentence.tokens
        at = self.token.i - tokens[0].i
        return (tokens[at - 1].lower, tokens[at - 1].lemma) if at else ()

    @functools.cached_property
    def after(self) -> set[str]:
        """The words that follow closely."""
        return _words_after(self.token)

    @functools.cached_property
    def known(self) -> set[str]:
        """All that a further word may be: what hangs on the word or follows it, a preposition only what hangs on it."""
        slots, token = self.slots, self.token
        below = {t.lower for c in token.children for t in (c, *c.children) if not _is_another(t)}
        return below.union(slots.preps, slots.particles, self.after - PREPOSITIONS)

    @functools.cached_property
    def hanging(self) -> set[str]:
        """Particles, prepositions with more than a day, "that" of a clause."""
        slots = self.slots
        that = {"that"} if any(form == "that" for form, _ in slots.clauses) else set()
        governing = {
            name
            for name, inner in slots.preps.items()
            if not _only_times(inner) and not _fronted(name, inner, self.token)
        }
        return slots.particles | governing | that

    @functools.cached_property
    def further(self) -> set[str]:
        """The same with the prepositions that hang on prepositions."""
        return self.hanging | _prepositions_of(self.token)


def _words_after(token: Token) -> set[str]:
    """The words, and their lemmas, that follow closely and belong to the word's own phrase."""
    after = token.sentence.tokens[token.i - token.sentence.tokens[0].i + 1 :][:8]
    own = [t for t in after if _belongs(t, token) and not _is_another(t)]
    return {t.lower for t in own} | {t.lemma for t in own}


def _is_another(token: Token) -> bool:
    """Whether it only looks like the word: "sent soldiers to back the rebels", "X-backed", "held talks on March 3"."""
    if token.lower == "march":
        return token.tag == "NNP"
    return token.lemma == "back" and (is_verb(token) or token.tag == "VBN")


def _belongs(word: Token, top: Token) -> bool:
    """Whether a word hangs on another by at most four links, none of them a clause of its own."""
    for _ in range(4):
        if word.head is word:
            return False
        word = word.head
        if word is top or (word is top.head and top.pos != "VERB"):
            return True
        if is_verb(word):
            return False
    return False


def _only_times(tokens: list[Token]) -> bool:
    """Whether a preposition governs a day only: "called X on Monday" is no calling on."""
    return bool(tokens) and all(t.lower in TIMES for t in tokens)


def _fronted(name: str, tokens: list[Token], word: Token) -> bool:
    """Whether a preposition opens the clause: "on the eve of his trip, X insisted" is no insisting on."""
    ahead = name in OPENING and bool(tokens) and all(t.i < word.i for t in tokens)
    return ahead and not any(t.tag.startswith("W") for t in tokens)


def _prepositions_of(token: Token) -> set[str]:
    """Prepositions on a verb, chains included: "out" and "of" in "pulled out of the pact", "to" in "face to face"."""
    hanging = [c for c in token.children if c.dep in ("prep", "prt", "npadvmod")]
    inner = {c.i: [g for g in c.children if g.dep == "pobj"] for c in hanging}
    hanging = [c for c in hanging if not _only_times(inner[c.i]) and not _fronted(c.lower, inner[c.i], token)]
    return {c.lower for c in hanging} | {g.lower for c in hanging for g in c.children if g.dep == "prep"}
