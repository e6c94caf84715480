"""How alike two passages are worded."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import detente.codebook
from detente.model import CodebookError

FILE = Path(detente.codebook.__file__).with_name("function_words.txt")
SHORT = 5
"""Of passages with fewer content words, one in common says little."""
_WORD = re.compile(r"\b(?:[^\W\d_]+|[0-9]+)\b")
_ENDING = re.compile(r"(?:ing|ed|es|s|ion|ions|al|ly|er|ers)$")


def likeness(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Share of the content words of the shorter passage that the other has too, in [0, 1].

    >>> likeness(stems("Oslo condemned the shelling of a port"), stems("the port's shelling was condemned in Oslo"))
    1.0
    """
    if not ours or not theirs:
        return 0.0
    if ours == theirs:
        return 1.0
    return len(ours & theirs) / max(SHORT, min(len(ours), len(theirs)))


@lru_cache(8192)
def stems(words: str) -> frozenset[str]:
    """The content words in small letters, without common endings: longer than three letters, capitals, or numbers."""
    idle = function_words()
    return frozenset(
        _ENDING.sub("", word.lower())
        for word in _WORD.findall(words)
        if (len(word) > 3 or word.isdigit() or (len(word) > 1 and word.isupper())) and word.lower() not in idle
    )


@cache
def function_words() -> frozenset[str]:
    """The words left out.

    Raises: CodebookError where their list cannot be read.
    """
    try:
        lines = FILE.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise CodebookError(f"{FILE.name}: {error}") from error
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
