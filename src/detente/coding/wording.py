"""Entries of several words: whether the further words of a phrasal verb or a compound noun stand where they must."""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.phrases import is_verb
from detente.coding.slots import Slots
from detente.model import Token

PREPOSITIONS = word_list("prepositions")
TIMES = word_list("days-and-months")


def words_after(token: Token) -> set[str]:
    """The words, and their lemmas, that follow closely and belong to the word's own phrase."""
    after = token.sentence.tokens[token.i - token.sentence.tokens[0].i + 1 :][:8]
    own = [t for t in after if _belongs(t, token)]
    return {t.lower for t in own} | {t.lemma for t in own}


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


def words_fit(token: Token, parts: tuple[str, ...], slots: Slots, kind: str, after: set[str]) -> bool:
    """Whether the further words of a phrasal verb or compound noun stand where they must."""
    if kind == "N":
        head = parts.index("of") - 1 if "of" in parts else len(parts) - 1
        tokens = token.sentence.tokens
        at = token.i - tokens[0].i
        start = at - head
        before = zip(parts[:head], tokens[start:at], strict=True) if start >= 0 else [("", token)]
        inner = {t.lemma for t in slots.preps.get("of", ())}
        return all(w in (t.lemma, t.lower) for w, t in before) and (head == len(parts) - 1 or parts[-1] in inner)
    open_ = [w for w in parts[1:] if w in PREPOSITIONS or w not in after]
    if not open_:
        return True
    near = slots.preps.keys() | slots.particles | {t.lower for c in token.children for t in (c, *c.children)}
    if not near.issuperset(open_):
        return False
    hanging = slots.particles | {name for name, inner in slots.preps.items() if not _only_times(inner)}
    return hanging.issuperset(open_) or (hanging | _prepositions_of(token)).issuperset(open_)


def _only_times(tokens: list[Token]) -> bool:
    """Whether a preposition governs a day only: "called X on Monday" is no calling on."""
    return bool(tokens) and all(t.lower in TIMES for t in tokens)


def _prepositions_of(token: Token) -> set[str]:
    """Prepositions on a verb, chains included: "out" and "of" in "pulled out of the pact"."""
    hanging = [c for c in token.children if c.dep in ("prep", "prt")]
    hanging = [c for c in hanging if not _only_times([g for g in c.children if g.dep == "pobj"])]
    return {c.lower for c in hanging} | {g.lower for c in hanging for g in c.children if g.dep == "prep"}
