"""Which words of a sentence rank something in history, and what they rank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.coding.claims.words import ClaimWords
from detente.model import Sentence, Token

_HAPPEN = frozenset({"be", "occur", "happen", "take", "hold", "come", "convene", "date", "end"})
_HOLD = frozenset({"hold", "make", "pay", "have", "give", "conduct", "carry", "launch", "stage", "issue", "begin"})
_NOT = frozenset({"not", "n't", "never", "hardly", "nor"})
_NOBODY = frozenset({"no", "never", "none", "neither", "nobody", "nor"})
_NOUNS = ("NOUN", "PROPN")
_MODIFIES = ("amod", "compound", "nummod", "advmod", "nmod", "npadvmod")
_REACH = 30


@dataclass(slots=True, frozen=True)
class Rank:
    """A ranking: its word, its kind, the word ranked (None where it is left out)."""

    word: Token
    kind: str
    target: Token | None


def find_ranks(sentence: Sentence, words: ClaimWords) -> Iterator[Rank]:
    """The rankings of a sentence, in text order; whether they are about states is not looked at."""
    tokens = sentence.tokens
    for k, token in enumerate(tokens):
        rank = _rank(tokens, k, token.lower, words)
        if rank is not None:
            yield rank


def _rank(tokens: list[Token], k: int, lower: str, words: ClaimWords) -> Rank | None:
    token = tokens[k]
    if lower in ("first", "first-ever"):
        return _first(tokens, k, words)
    if lower == "last":
        return _last(tokens, k, words)
    if lower in words.long:
        return Rank(token, "longest", _ranked(token, words)) if _historic(tokens, k, words) else None
    if lower == "only":
        return _only(tokens, k, words)
    if lower in ("never", "ever"):
        return _never(tokens, k, words)
    if lower in words.low_nouns or lower in words.low or lower in words.strained:
        rank = _low(tokens, k, words)
        if rank is not None:
            return rank
    if lower in words.high or token.tag in ("JJS", "RBS"):
        return _high(tokens, k, words)
    return None


def _word(tokens: list[Token], k: int) -> str:
    return tokens[k].lower if 0 <= k < len(tokens) else ""


def _ranked(token: Token, words: ClaimWords) -> Token | None:
    """The noun that a ranking word belongs to, past measures ("highest-level talks")."""
    head = token
    for _ in range(4):
        if head.head is head or (head.dep not in _MODIFIES and head is not token):
            break
        head = head.head
        if head.pos in _NOUNS and head.lemma not in words.measures:
            break
    if head is token:
        return None
    if head.lemma in words.measures:
        of = next((c for c in head.children if c.lower == "of"), None)
        inner = next((c for c in of.children if c.dep == "pobj"), None) if of else None
        return inner or head
    return head if head.pos in _NOUNS or head.pos == "VERB" else None


def _historic(tokens: list[Token], k: int, words: ClaimWords) -> bool:
    """Whether words of history follow the ranking in its sentence: "since", "ever", "in decades", "to date"."""
    following = [t.lower for t in tokens[k + 1 : k + _REACH]]
    for n, word in enumerate(following):
        if word in words.history and (word not in ("years", "months", "history") or _within(following[:n])):
            return True
        if f"{word} {following[n + 1]}" in words.history_phrases if n + 1 < len(following) else False:
            return True
    return False


def _within(before: list[str]) -> bool:
    """Whether "years" or "history" stand after "in" or "over" ("in more than ten years", "in its history")."""
    return any(word in ("in", "over") for word in before[-6:])


def _never(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    """ "Never before have ...", "no president has ever visited"."""
    token, verb = tokens[k], tokens[k].head
    if token.lower == "never" and _word(tokens, k + 1) in ("before", "since"):
        return Rank(token, "first", verb if verb.pos == "VERB" else None)
    done = verb.pos == "VERB" and words.kind_of(verb) is not None
    nobody = token.lower == "ever" and any(t.lower in _NOBODY for t in tokens[:k])
    return Rank(token, "first", verb) if done and nobody else None


def _first(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token, after, before = tokens[k], _word(tokens, k + 1), _word(tokens, k - 1)
    if any(t.lower in _NOT for t in tokens[max(0, k - 4) : k]):
        return None
    if after == "time":
        return Rank(token, "first", None) if before in ("the", "for", "very", "'s", "a") else None
    target = _ranked(token, words)
    if target is None or target.pos == "VERB" or target.i < token.i:
        phrase = " ".join(_word(tokens, k + n) for n in (1, 2, 3))
        bare = token.dep in ("attr", "pobj", "ROOT", "dobj", "conj", "appos") and (
            after in words.ties or before in ("'s", "’s")
        )
        verb = tokens[k + 2] if k + 2 < len(tokens) else token
        if after == "to" and verb.lemma in words.not_doings:
            return None
        return Rank(token, "first", None) if bare or phrase in words.history_phrases else None
    if target.lemma in words.doers:
        if after in ("deputy", "vice"):
            return None
        return Rank(token, "first", target) if _does(tokens, target, words) else None
    if target.lemma in words.not_first or (target.text[:1].isupper() and token.text[:1].isupper()):
        return None
    if after == "-" and _word(tokens, k + 2) in words.not_first:
        return None
    if _historic(tokens, k, words) or (after == "-" and _word(tokens, k + 2) == "ever"):
        return Rank(token, "first", target)
    known = words.kind_of(target) is not None or target.lemma in words.deeds
    return Rank(token, "first", target) if known and _tied(tokens, k, target, words) else None


def _tied(tokens: list[Token], k: int, target: Token, words: ClaimWords) -> bool:
    """Whether "first" says more than the order of things: somebody's first, a first, the first between."""
    before = _word(tokens, k - 1)
    if before in ("that", "this") or _word(tokens, k - 2) == "since":
        return False
    place = target.i - tokens[0].i
    tied = any(t.lower in words.ties for t in tokens[place + 1 : place + 3])
    predicate = target.dep == "attr" or (target.dep in ("dobj", "pobj") and target.head.lemma in _HOLD)
    if before != "the":
        return tied or predicate or words.kind_of(target) is not None or any(c.dep == "poss" for c in target.children)
    return tied or predicate


def _does(tokens: list[Token], target: Token, words: ClaimWords) -> bool:
    """Whether "the first president" goes on "to visit"."""
    place = target.i - tokens[0].i
    following = tokens[place + 1 : place + 14]
    return any(t.lemma in words.doings and t.pos == "VERB" for t in following)


def _last(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token, after = tokens[k], _word(tokens, k + 1)
    if after == "time":
        return Rank(token, "last", None) if _word(tokens, k - 1) == "the" else None
    if after in words.not_last:
        return None
    verb = tokens[k + 1] if k + 1 < len(tokens) else token
    if verb.tag in ("VBD", "VBN") and token.dep in ("advmod", "amod") and token.head is verb:
        return Rank(token, "last", verb)
    target = _ranked(token, words)
    if target is None or target.i < token.i or not (words.kind_of(target) or target.lemma in words.deeds):
        return None
    happens = target.dep in ("nsubj", "nsubjpass") and target.head.lemma in _HAPPEN
    return Rank(token, "last", target) if happens else None


def _low(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token = tokens[k]
    near = {t.lemma for t in tokens} | {t.lower for t in tokens}
    always = token.lower in ("ebb", "nadir") or (token.lower in words.low and token.lower != "worst")
    if not near & words.about["relations"] and not (always and _historic(tokens, k, words)):
        return None
    if token.lower in words.low:
        target = _ranked(token, words)
        state = target is not None and (words.kind_of(target) == "relations" or target.lemma in words.states_of_affairs)
        return Rank(token, "lowest", target) if state or always or _historic(tokens, k, words) else None
    if token.lower in words.strained:
        fits = _word(tokens, k + 1) == "since" or _word(tokens, k - 1) in ("most", "particularly")
        return Rank(token, "lowest", None) if fits and _historic(tokens, k, words) else None
    if token.lower == "low":
        noun = token.pos == "NOUN" or _word(tokens, k + 1) in ("point", "ebb")
        return Rank(token, "lowest", None) if noun else None
    return Rank(token, "lowest", None)


def _high(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token = tokens[k]
    ordinal = _word(tokens, k - 1) == "-" and tokens[k - 2].tag in ("JJ", "RB", "CD")
    if ordinal or (token.lower == "best" and _word(tokens, k + 1) == "-"):
        return None
    target = _ranked(token, words)
    if token.lower == "most":
        target = _ranked(token.head, words)
        if token.head.pos not in ("ADJ", "ADV") or _word(tokens, k + 1) in ("recent", "recently"):
            return None
    if token.lower in ("least", "latest", "next") or (token.lower == "best" and token.pos != "ADJ"):
        return None
    if token.lower == "unprecedented":
        kind = words.kind_of(target) if target else None
        if target is None or (kind is None and target.lemma not in words.deeds):
            return None
        return Rank(token, "first" if kind in ("contact", "visit", "talks", "call") else "highest", target)
    if token.lower == "record":
        fits = token.dep in ("compound", "amod") and token.head.lemma in words.measures
        return Rank(token, "highest", target) if fits else None
    between = target is not None and any(c.lower == "between" for c in target.children)
    if _historic(tokens, k, words) or between or (target is not None and words.kind_of(target) == "relations"):
        return Rank(token, "highest", target)
    return None


def _only(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token = tokens[k]
    before = tokens[k - 1] if k else token
    if before.lemma in ("recognize", "recognise") and _word(tokens, k + 1) == "by":
        return Rank(token, "only", before)
    target = _ranked(token, words)
    doer = target is not None and target.lemma in words.doers and token.dep == "amod"
    return Rank(token, "only", target) if doer else None
