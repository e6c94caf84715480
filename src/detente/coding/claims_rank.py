"""Which words of a sentence rank something in history, and what they rank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.coding.claims_words import ClaimWords
from detente.model import Sentence, Token

_LAST_VERBS = frozenset({"meet", "visit", "speak", "talk", "hold", "see", "travel", "negotiate", "convene"})
_HAPPEN = frozenset({"be", "occur", "happen", "take", "hold", "come", "convene", "date"})


@dataclass(slots=True, frozen=True)
class Rank:
    """A ranking: its word, its kind, the word ranked (None where it is left out)."""

    word: Token
    kind: str
    target: Token | None


def find_ranks(sentence: Sentence, words: ClaimWords) -> Iterator[Rank]:
    """The rankings of a sentence, in text order."""
    tokens = sentence.tokens
    for k, token in enumerate(tokens):
        lower = token.lower
        rank: Rank | None = None
        if lower in ("first", "first-ever", "ever"):
            rank = _first(tokens, k, words)
        elif lower in ("last", "recently"):
            rank = _last(tokens, k, words)
        elif lower in words.low_nouns or lower in words.low:
            rank = _low(tokens, k, words)
        if rank is None and lower in words.high:
            rank = _high(tokens, k, words)
        elif rank is None and lower == "longest" and _historic(tokens, k, words):
            rank = Rank(token, "longest", _ranked(token))
        elif rank is None and lower == "only":
            rank = _only(tokens, k, words)
        elif rank is None and lower == "never" and _word(tokens, k + 1) in ("before", "since"):
            rank = Rank(token, "first", None)
        if rank is not None:
            yield rank


def _word(tokens: list[Token], k: int) -> str:
    return tokens[k].lower if 0 <= k < len(tokens) else ""


def _ranked(token: Token) -> Token | None:
    """The noun that an adjective belongs to."""
    head = token.head
    while head.dep in ("amod", "compound", "nummod") and head.head is not head and head.pos not in ("NOUN", "PROPN"):
        head = head.head
    return head if head is not token and head.pos in ("NOUN", "PROPN", "VERB") else None


def _known(token: Token | None, words: ClaimWords) -> bool:
    return token is not None and any(token.lemma in lemmas or token.lower in lemmas for lemmas in words.about.values())


def _historic(tokens: list[Token], k: int, words: ClaimWords) -> bool:
    """Whether words of history follow the ranking in its sentence."""
    return any(t.lower in words.history for t in tokens[k + 1 : k + 30])


def _first(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token, after = tokens[k], _word(tokens, k + 1)
    if token.lower == "ever":
        joined = _word(tokens, k - 1) == "-" and _word(tokens, k - 2) == "first"
        return Rank(token, "first", _ranked(token)) if joined else None
    if after == "time":
        return _first_time(tokens, k, words)
    target = _ranked(token)
    if target is not None and target.pos != "VERB" and target.i > token.i:
        if target.lemma in words.not_first and target.lemma not in words.first_noun_people:
            return None
        if target.lemma in words.first_noun_people:
            return Rank(token, "first", target) if _does(tokens, target, words) else None
        if _known(target, words):
            return Rank(token, "first", target)
        return None
    bare = token.dep in ("attr", "pobj", "ROOT", "dobj", "conj") and after in ("between", "since", "in", "by", "to")
    return Rank(token, "first", None) if bare else None


def _first_time(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    return Rank(tokens[k], "first", None)


def _does(tokens: list[Token], target: Token, words: ClaimWords) -> bool:
    """Whether "the first president" goes on "to visit"."""
    place = target.i - tokens[0].i
    following = tokens[place + 1 : place + 14]
    return any(t.lemma in words.people_verbs and t.pos == "VERB" for t in following)


def _last(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token = tokens[k]
    if token.lower == "recently":
        return Rank(token, "last", None) if _word(tokens, k - 1) == "most" else None
    if _word(tokens, k + 1) == "time":
        return Rank(token, "last", None) if _word(tokens, k - 1) == "the" else None
    if _word(tokens, k + 1) in words.not_last:
        return None
    target = _ranked(token)
    if token.dep in ("advmod", "amod") and token.head.pos == "VERB" and token.head.lemma in _LAST_VERBS:
        return Rank(token, "last", token.head)
    if target is not None and target.lemma in words.strong and target.i > token.i:
        verb = target.head
        if target.dep in ("nsubj", "nsubjpass") and verb.lemma in _HAPPEN:
            return Rank(token, "last", target)
    return None


def _low(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token = tokens[k]
    near = {t.lemma for t in tokens} | {t.lower for t in tokens}
    if not near & words.about["relations"]:
        return None
    if token.lower in words.low:
        return Rank(token, "lowest", _ranked(token))
    if token.lower == "low":
        noun = token.pos == "NOUN" or _word(tokens, k + 1) in ("point", "ebb")
        return Rank(token, "lowest", None) if noun else None
    return Rank(token, "lowest", None)


def _high(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token = tokens[k]
    target = _ranked(token)
    if token.lower == "most" and token.dep == "advmod" and token.head.pos == "ADJ":
        target = _ranked(token.head) or target
    if token.lower == "unprecedented" and _known(target, words):
        return Rank(token, "highest", target)
    if token.lower == "record" and token.dep not in ("compound", "amod"):
        return None
    if not _historic(tokens, k, words) or not _known(target, words):
        return None
    return Rank(token, "highest", target)


def _only(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token = tokens[k]
    target = _ranked(token)
    if token.head.lemma == "recognize" and _word(tokens, k + 1) == "by":
        return Rank(token, "only", token.head)
    if target is not None and target.lemma in words.first_noun_people and token.dep == "amod":
        return Rank(token, "only", target) if _does(tokens, target, words) else None
    return None
