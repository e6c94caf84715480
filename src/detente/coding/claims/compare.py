"""Rankings by comparison: "never been closer", "worse than at any time since", "depths not seen since"."""

from __future__ import annotations

from detente.coding.claims.words import ClaimWords
from detente.model import Token

_MEASURED = frozenset({"more", "less"})
_SEEN = frozenset(
    {"see", "witness", "know", "experience", "unseen", "unheard", "unmatched", "unequalled", "unrivalled"}
)
_REACH = 12


def compared(tokens: list[Token], k: int, words: ClaimWords) -> str | None:
    """The kind of claim that a word of comparison makes: "highest" or "lowest"; None: none.

    Args:
        tokens: the sentence's.
        k: place of a comparative ("closer", "more"), of "as", or of a word of seeing ("not seen since").
        words: the table.
    """
    token = tokens[k]
    if token.lemma in _SEEN or token.lower in _SEEN:
        return _unseen(tokens, k, words)
    quality = _quality(tokens, k)
    if quality is None or not (_unequalled(tokens, k) or _beyond_all(tokens, k)):
        return None
    return direction(quality, tokens, words)


def direction(quality: Token, tokens: list[Token], words: ClaimWords) -> str | None:
    """Whether relations that are so are at their best or worst; of tensions, "high" is the highest."""
    if not {t.lemma for t in tokens} & words.about["relations"]:
        return None
    for lemma in (quality.lemma, quality.lower):
        if lemma in words.bad:
            return "lowest"
        if lemma in words.good:
            return "highest"
    return None


def _quality(tokens: list[Token], k: int) -> Token | None:
    """The adjective compared: "closer" itself, "tense" of "more tense" and of "as tense as"."""
    token = tokens[k]
    if token.lower in _MEASURED or (token.lower == "as" and k + 2 < len(tokens) and tokens[k + 2].lower == "as"):
        return tokens[k + 1] if k + 1 < len(tokens) else None
    return token if token.tag in ("JJR", "RBR") else None


def _unequalled(tokens: list[Token], k: int) -> bool:
    """ "Have never been closer", "had rarely been so tense"."""
    before = [t.lower for t in tokens[max(0, k - 4) : k]]
    return "never" in before


def _beyond_all(tokens: list[Token], k: int) -> bool:
    """ "Than ever", "than at any time since", "than in decades", "as at any point since"."""
    after = [t.lower for t in tokens[k + 1 : k + _REACH]]
    at = next((n for n, word in enumerate(after) if word in ("than", "as")), None)
    if at is None:
        return False
    rest = after[at + 1 :]
    return bool({"ever", "decades", "generation", "years"} & set(rest[:6])) or ("any" in rest[:4] and "since" in rest)


def _unseen(tokens: list[Token], k: int, words: ClaimWords) -> str | None:
    before = {t.lower for t in tokens[max(0, k - 3) : k]}
    after = [t.lower for t in tokens[k + 1 : k + 4]]
    denied = tokens[k].lower.startswith("un") or before & {"not", "n't", "never", "last", "rarely"}
    if not denied or "since" not in after:
        return None
    lemmas = {t.lemma for t in tokens}
    fallen = lemmas & words.falls and lemmas & words.about["relations"]
    return "lowest" if fallen else "highest"
