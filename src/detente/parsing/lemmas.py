"""Dictionary forms that spaCy's rules miss: of two words that could be meant they take the shorter ("hoped": "hop"),
and of a verb that they don't know they only cut the last letter ("decertified": "decertifie").
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

_ENDING = re.compile(r"(ied|ies|ed|ing|es|s)$")
_PREFIX = re.compile(r"^(re|de|un|over|out|mis|co|pre|under|counter|back|wire|air|test)-?")
_DOUBLED = re.compile(r"[aeiou]([bcdfgmnprtv])\1$")
_SINGLE = re.compile(r"(^|[^aeiou])[aeiouy][bcdfgklmnprstvxz]$")
_INFLECTED = ("VBD", "VBN", "VBG", "VBZ")


def mended_lemma(word: str, tag: str, lemma: str, verbs: Container[str], nouns: Container[str]) -> str:
    """The lemma of a word as tagged, mended where the rules go wrong.

    Args:
        word: the word as printed, in lower case.
        tag: its Penn tag.
        lemma: what the rules say.
        verbs: the verbs of the dictionary.
        nouns: its nouns.

    >>> verbs, nouns = {"hop", "hope", "certify", "launch", "ban", "visit"}, {"scapegoat", "tax", "taxis"}
    >>> words = ("hoped", "hopped", "decertified", "relaunched", "unbanned", "visited", "scapegoating")
    >>> [mended_lemma(word, "VBD", word, verbs, nouns) for word in words]
    ['hope', 'hop', 'decertify', 'relaunch', 'unban', 'visit', 'scapegoat']
    >>> mended_lemma("taxes", "NNS", "taxis", verbs, nouns)
    'tax'
    """
    if tag in _INFLECTED:
        stems = list(_stems(word))
        return lemma if lemma in verbs and lemma not in stems else _verb(stems, lemma, verbs, nouns)
    if tag == "NNS" and word.endswith(("ses", "xes")) and lemma not in (word[:-1], word[:-2]):
        return next((stem for stem in (word[:-1], word[:-2]) if stem in nouns), lemma)
    return lemma


def _verb(stems: list[str], lemma: str, verbs: Container[str], nouns: Container[str]) -> str:
    """The likeliest stem that is a verb, or one behind a prefix, or a noun made a verb."""
    for stem in stems:
        if stem in verbs:
            return stem
    if lemma in verbs:
        return lemma
    return next((stem for stem in stems if _PREFIX.sub("", stem) in verbs or stem in nouns), lemma)


def _stems(word: str) -> Iterator[str]:
    """What a regular form can come from, the likeliest first."""
    ending = _ENDING.search(word)
    if ending is None or ending.start() < 2:
        return
    stem = word[: ending.start()]
    if ending[1] in ("ied", "ies"):
        yield stem + "y"
    elif ending[1] == "s":
        yield stem
    elif ending[1] == "es" or (_SINGLE.search(stem) and not _DOUBLED.search(stem)):
        yield from (stem + "e", stem)
    elif _DOUBLED.search(stem):
        yield from (stem[:-1], stem)
    else:
        yield from (stem, stem + "e")
