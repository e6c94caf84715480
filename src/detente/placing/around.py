"""How a word stands among its neighbours: led by a word of place, written as a name, acting as a government."""

from __future__ import annotations

from collections.abc import Sequence

from detente.model import Document, Token
from detente.placing.gazetteer import Entry, fold
from detente.placing.words import PlaceWords

LARGE = 100_000
LARGE_ALIAS = 300_000
"""Towns of so many people are meant without more; by another of their names they must be larger."""
_TWO_LETTERS = frozenset({"us", "uk", "dc"})


def is_capital(token: Token) -> bool:
    """Whether a token is written as (part of) a name."""
    return token.text[0].isupper() or (token.text[:3] in ("al-", "el-") and token.text[3:4].isupper())


def ends_lower(words: str, entries: tuple[Entry, ...]) -> bool:
    """Whether a name that ends in a small letter word is written just so in the table ("Kurile islands")."""
    return len(words) > 8 and any(entry.kind in "RWVS" for entry in entries)


def well_written(words: str, key: str, entries: tuple[Entry, ...]) -> bool:
    """Short names must be all capitals ("US"), and abbreviated regions have their full stop ("Ky.", "Va.")."""
    letters = [c for c in words if c.isalpha()]
    if len(letters) == 2 and "." not in words and key not in _TWO_LETTERS:
        return False
    if len(letters) <= 3:
        return all(c.isupper() for c in letters) or ("." in words and any(entry.kind == "S" for entry in entries))
    if "." not in words and len(letters) <= 5 and not words.isupper():
        return any(entry.kind != "S" or fold(entry.name) == key or len(letters) > 5 for entry in entries)
    return True


def is_acronym(tokens: Sequence[Token], k: int) -> bool:
    """Whether a word is in capitals where the words around it are not."""
    word = tokens[k].text
    if not (word.isupper() and len(word) > 2 and word.isalpha()):
        return False
    return any(t.text.islower() for t in tokens[max(0, k - 2) : k + 3]) and k > 0


def names_people(entries: tuple[Entry, ...]) -> bool:
    """Whether a name is a word for a country's people."""
    return any(entry.kind == "N" for entry in entries)


def is_acting(token: Token, words: PlaceWords) -> bool:
    """Whether a capital stands where a government does: it does something, owns it, is dealt with."""
    if token.dep == "dobj":
        return token.head.lemma not in words.reaching
    if token.dep in ("nsubj", "nsubjpass", "poss", "agent", "iobj", "dative"):
        return True
    return token.dep in ("pobj", "conj") and token.head.lower in ("with", "by", "against", "between", "and")


def names_state(document: Document, index: int) -> bool:
    """Whether a token within a longer name is a mention of a state of its own."""
    return any(m.kind == "state" and m.tokens == (index, index + 1) for m in document.mentions)


def is_large(entry: Entry, key: str) -> bool:
    """Whether a town is large enough to be meant without more."""
    own = fold(entry.name) == key
    return (entry.kind == "K" and own) or entry.people >= (LARGE if own else LARGE_ALIAS)


def is_led(tokens: Sequence[Token], k: int, words: PlaceWords) -> bool:
    """Whether a word of place stands before, with or without "the"."""
    if k and tokens[k - 1].lower == "the":
        k -= 1
    return k > 0 and tokens[k - 1].lower in words.locative


def is_overcome(token: Token, words: PlaceWords) -> bool:
    """Whether a word stands where a town does that is taken ("captured Selma")."""
    return token.dep == "dobj" and token.head.lemma in words.overcoming


def follows_area(tokens: Sequence[Token], k: int, words: PlaceWords) -> bool:
    """Whether "of" before a name follows a word for an area ("the city of ..."), or a comma ("Lee, 26, of ...")."""
    if k < 2 or tokens[k - 1].lower != "of":
        return False
    return tokens[k - 2].lower in words.area_words or tokens[k - 2].text == ","
