"""Public events that reports speak of: a table of their days and words, and where a report tells of one."""

from __future__ import annotations

import csv
import functools
import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import resources
from typing import Any

import msgspec

from detente.dating.days import Days
from detente.dating.grammar import load_table
from detente.model import CodebookError, Document, Sentence, Span, Token

_NEAR = 160
"""Characters within which the words of a landmark stand."""
KEY = 3
"""Letters by which a word of a landmark is looked up."""
_SAME = str.maketrans({"’": "'", "‘": "'", "‑": "-", "–": "-"})
WORDS = re.compile(r"[^\W_]+")
_TELLING = frozenset({"NOUN", "PROPN", "VERB"})


class Landmark(msgspec.Struct, frozen=True, gc=False):
    """A row of landmarks/*.csv: the days, whether people knew of it before, and its words, each for `pattern_of`.

    `keys` are the first letters that each of the words can have: where a sentence has none of them, it is not told.
    """

    days: tuple[Days, ...]
    foreseen: bool
    words: tuple[str, ...]
    keys: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Something with known days that a sentence speaks of: the words that say so, and what it is.

    `beyond`: the day from which there can be others of the kind that the tables do not know.
    """

    days: tuple[Days, ...]
    tokens: tuple[Token, ...]
    span: Span
    why: str
    foreseen: bool = False
    beyond: date | None = None


@functools.cache
def telling(name: str) -> frozenset[str]:
    """A list of words of occasions.yaml."""
    return frozenset(occasion_words()[name])


@functools.cache
def occasion_words() -> dict[str, Any]:
    """The words of occasions.yaml, read once a process."""
    return load_table("occasions")


def table(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file of `codebook/dating`.

    Raises: CodebookError where it cannot be read.
    """
    path = resources.files("detente.codebook") / "dating" / f"{name}.csv"
    try:
        return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    except OSError as error:
        raise CodebookError(f"codebook/dating/{name}.csv cannot be read: {error}") from error


def read_days(text: str) -> tuple[Days, ...]:
    """Days and stretches of days ("2001-02-03/2001-02-05") between spaces."""
    found = []
    for part in text.split():
        first, _, last = part.partition("/")
        found.append((date.fromisoformat(first), date.fromisoformat(last or first)))
    return tuple(found)


def folded(text: str) -> str:
    """A text without accents, apostrophes and dashes made plain; every character keeps its place."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFD", c)[0] for c in text.translate(_SAME))


def pattern_of(alternatives: str) -> str:
    """The regular expression for words between bars; "*" stands for any ending, "_" for a space or hyphen.

    A word with a capital must have it, so that names are not taken for verbs.
    """
    found = []
    for word in alternatives.split("|"):
        body = re.escape(word).replace(r"\*", r"\w*").replace("_", r"[\s-]+").replace(r"\ ", r"[\s-]+")
        found.append(body if any(c.isupper() for c in word) else f"(?i:{body})")
    return rf"(?<!\w)(?:{'|'.join(found)})(?!\w)"


@functools.cache
def compiled(words: str) -> re.Pattern[str]:
    """The pattern of words of the table, made when a text is first held against them: most are never needed."""
    return re.compile(pattern_of(words))


def landmark_rows() -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of `codebook/dating/landmarks/*.csv`, each with the name of its file; a file holds the years it names.

    Raises: CodebookError where one cannot be read.
    """
    folder = resources.files("detente.codebook") / "dating" / "landmarks"
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.endswith(".csv"):
            for row in table(f"landmarks/{path.name.removesuffix('.csv')}"):
                yield path.name, row


@functools.cache
def load_landmarks() -> dict[str, tuple[Landmark, ...]]:
    """The landmarks by the first letters of one of their words, the one that the tables have least often.

    Raises: CodebookError where a table is wrong.
    """
    landmarks = list(_landmarks())
    often = Counter(key for landmark in landmarks for keys in landmark.keys for key in keys)
    found: dict[str, list[Landmark]] = {}
    for landmark in landmarks:
        for key in min(landmark.keys, key=lambda keys: sum(often[key] for key in keys)):
            found.setdefault(key, []).append(landmark)
    return {key: tuple(landmarks) for key, landmarks in found.items()}


def _landmarks() -> Iterator[Landmark]:
    same: dict[frozenset[str], frozenset[str]] = {}
    for name, row in landmark_rows():
        try:
            words = tuple(row["words"].split())
            keys = tuple(same.setdefault(found, found) for found in map(_keys_of, words))
            if not keys:
                raise ValueError("no words")
            yield Landmark(read_days(row["days"]), {"due": True, "deed": False}[row["kind"]], words, keys)
        except (ValueError, KeyError, IndexError, AttributeError) as error:
            raise CodebookError(f"codebook/dating/landmarks/{name}: {row}: {error!r}") from error


def _keys_of(word: str) -> frozenset[str]:
    """The first letters of each alternative of a word of the table."""
    return frozenset(WORDS.findall(alternative.lower())[0][:KEY] for alternative in word.split("|"))


def landmarks_told(document: Document) -> Iterator[Told]:
    """The landmarks that the sentences of a report speak of."""
    known = load_landmarks()
    for sentence in document.sentences:
        text = folded(sentence.span.of(document.text))
        keys = {word[:KEY] for word in WORDS.findall(text.lower())}
        for landmark in {id(m): m for key in sorted(keys) for m in known.get(key, ())}.values():
            missing = any(map(keys.isdisjoint, landmark.keys))
            if not missing and (places := _places(text, landmark.words)):
                tokens = tuple(_token(sentence, place) for place in places)
                start = sentence.span.start
                span = Span(start + min(p[0] for p in places), start + max(p[1] for p in places))
                yield Told(landmark.days, tokens, span, "landmark", landmark.foreseen)


def _places(text: str, words: tuple[str, ...]) -> list[tuple[int, int]] | None:
    """Where the words stand, each as near to the first as it comes; None where one is missing or far."""
    key = compiled(words[0]).search(text)
    if key is None:
        return None
    places = [key.span()]
    for word in words[1:]:
        nearest = min(
            (m.span() for m in compiled(word).finditer(text)), key=lambda s: abs(s[0] - key.start()), default=None
        )
        if nearest is None or abs(nearest[0] - key.start()) > _NEAR:
            return None
        places.append(nearest)
    return places


def _token(sentence: Sentence, place: tuple[int, int]) -> Token:
    """The last token of a stretch of a sentence that is a noun or verb ("stepped" of "stepped down"), else its last."""
    starts = [t.start - sentence.span.start for t in sentence.tokens]
    first, last = (max(bisect_right(starts, at) - 1, 0) for at in (place[0], place[1] - 1))
    here = sentence.tokens[first : last + 1]
    return next((t for t in reversed(here) if t.pos in _TELLING), here[-1])
