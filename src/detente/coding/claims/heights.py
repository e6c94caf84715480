"""Rankings at the top and at the bottom: "the lowest ebb", "a record number", "an all-time high"."""

from __future__ import annotations

from detente.coding.claims.around import Rank, is_historic, ranked, word_at
from detente.coding.claims.words import ClaimWords
from detente.model import Token


def extreme(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    """ "At an all-time high", "a new high", "at rock bottom", "have hit bottom"."""
    token, before = tokens[k], [t.lower for t in tokens[max(0, k - 3) : k]]
    if not {t.lemma for t in tokens} & words.about["relations"]:
        return None
    if token.lower == "bottom":
        fallen = "rock" in before or any(
            t.lemma in ("hit", "reach", "touch", "sink") for t in tokens[max(0, k - 3) : k]
        )
        return Rank(token, "lowest", None) if fallen else None
    peak = token.pos == "NOUN" and {"record", "historic", "new", "time", "all-time", "year"} & set(before)
    return Rank(token, "highest", None) if peak else None


def lowest(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token = tokens[k]
    near = {t.lemma for t in tokens} | {t.lower for t in tokens}
    always = token.lower in ("ebb", "nadir")
    if not near & words.about["relations"] and not (always and is_historic(tokens, k, words)):
        return None
    if token.lower in words.low:
        target = ranked(token, words)
        state = target is not None and (words.kind_of(target) == "relations" or target.lemma in words.states_of_affairs)
        fits = state or always or token.lower == "lowest" or is_historic(tokens, k, words)
        return Rank(token, "lowest", target) if fits else None
    if token.lower in words.strained:
        fits = word_at(tokens, k + 1) == "since" or word_at(tokens, k - 1) in words.most
        return Rank(token, "lowest", None) if fits and is_historic(tokens, k, words) else None
    if token.lower == "low":
        noun = token.pos == "NOUN" or word_at(tokens, k + 1) in ("point", "ebb")
        return Rank(token, "lowest", None) if noun else None
    return Rank(token, "lowest", None)


def highest(tokens: list[Token], k: int, words: ClaimWords) -> Rank | None:
    token = tokens[k]
    ordinal = word_at(tokens, k - 1) == "-" and tokens[k - 2].tag in ("JJ", "RB", "CD")
    if ordinal or (token.lower == "best" and word_at(tokens, k + 1) == "-"):
        return None
    target = ranked(token, words)
    if word_at(tokens, k - 1) in ("'s", "’s") and tokens[k - 2].lemma in words.world:
        return None
    if token.lower == "worst":
        known = target is not None and (words.kind_of(target) is not None or target.lemma in words.deeds)
        fits = known or is_historic(tokens, k, words)
        return Rank(token, "lowest", target) if fits else None
    if token.lower == "most":
        target = ranked(token.head, words)
        if token.head.pos not in ("ADJ", "ADV") or word_at(tokens, k + 1) in ("recent", "recently"):
            return None
    if token.lower in ("least", "latest", "next") or (token.lower == "best" and token.pos != "ADJ"):
        return None
    if token.lower == "unprecedented":
        kind = words.kind_of(target) if target else None
        if target is None or (kind is None and target.lemma not in words.deeds):
            return None
        return Rank(token, "first" if kind in ("contact", "visit", "talks", "call") else "highest", target)
    if token.lower == "record":
        head = token.head
        sum_ = word_at(tokens, k - 1) == "a" and any(t.tag in ("CD", "$") for t in tokens[k + 1 : k + 3])
        fits = token.dep in ("compound", "amod", "nmod") and (head.lemma in words.measures or head.tag == "NNS")
        return Rank(token, "highest", target) if fits or sum_ else None
    if target is not None and target.lemma in words.crises:
        if not is_historic(tokens, k, words) and words.kind_of(target) != "relations":
            return None
        return Rank(token, "lowest" if _gravest(token, words) else "highest", target)
    between = target is not None and any(c.lower == "between" for c in target.children)
    if is_historic(tokens, k, words) or between or (target is not None and words.kind_of(target) == "relations"):
        return Rank(token, "highest", target)
    return None


def _gravest(token: Token, words: ClaimWords) -> bool:
    """ "Worst", "deepest", "most serious"."""
    return token.lower in words.grave or (token.lower == "most" and token.head.lemma in words.grave)
