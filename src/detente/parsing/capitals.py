"""Lines all in capitals ("X BACKS Y"), whose verbs the parser takes for names, written as other headlines are."""

from __future__ import annotations

import re

from detente.codebook.lexicon import word_list

SMALL = word_list("small-in-headlines")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SHORTEST, _LONGEST_ABBREVIATION = 20, 3


def as_headline(line: str) -> str:
    """A line in capitals with only the first letters of its words left so, but for what is an abbreviation.

    >>> as_headline("NORWAY BACKS UN AFTER RAID ON CHILE'S PORTS")
    "Norway Backs UN after Raid on Chile's Ports"
    >>> as_headline("NATO expels an envoy of Norway's")
    "NATO expels an envoy of Norway's"
    """
    if not line.isupper() or len(line) < _SHORTEST or " " not in line:
        return line
    plain = _WORD.sub(_plain, line)
    return plain if len(plain) == len(line) else line


def _plain(match: re.Match[str]) -> str:
    word = match[0]
    if word.lower() in SMALL:
        return word.lower()
    return word if len(word) <= _LONGEST_ABBREVIATION else word.capitalize()
