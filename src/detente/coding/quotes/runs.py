"""Names as a report writes them: runs of capitalised words, the fullest form of each, abbreviations written out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.coding.quotes.words import SpeechWords
from detente.model import Token

_BODY = re.compile(
    r"(?:Department|Ministry|Office|Council|Committee|Party|Guard|Guards|Agency|Union|Nations|Bank|House|Times|Post"
    r"|Embassy|Kremlin|Pentagon|Congress|Parliament|Senate|Court|Commission|Press|News|Group|Institute|University)$"
)
_LONGEST = 5


@dataclass(slots=True, frozen=True)
class Run:
    """A name: the index of its first word and its words, without titles."""

    first: int
    words: tuple[str, ...]


class Runs:
    """The names of a report."""

    def __init__(self, tokens: list[Token], words: SpeechWords) -> None:
        self.all: list[Run] = []
        self.at: dict[int, Run] = {}
        i = 0
        while i < len(tokens):
            if tokens[i].pos != "PROPN" or not tokens[i].text[:1].isupper():
                i += 1
                continue
            first = i
            while i < len(tokens) and _joins(tokens, first, i, words.particles):
                i += 1
            self._add(tokens[first:i], words.titles)

    def _add(self, tokens: list[Token], titles: frozenset[str]) -> None:
        words = [t.text for t in tokens]
        while words and words[-1] in ("-", "'s", "’s", "'", "."):
            words.pop()
        cut = max((k + 1 for k, w in enumerate(words[:-1]) if w.lower().strip(".") in titles), default=0)
        if words and _BODY.search(words[-1]):
            cut = 0
        run = Run(tokens[0].i + cut, tuple(words[cut:]))
        if run.words:
            self.all.append(run)
            for k in range(len(run.words)):
                self.at[run.first + k] = run

    def full_name(self, name: str, at: int, family_first: bool = True) -> str:
        """The fullest form of a name that the report has: earlier first, else later.

        `family_first`: also a name that begins with these words.
        """
        words = tuple(name.split())
        longer = [r for r in self.all if len(words) < len(r.words) <= _LONGEST and len(set(r.words)) == len(r.words)]
        fits = [r for r in longer if r.words[-len(words) :] == words]
        if not fits and family_first:
            fits = [
                Run(r.first, r.words[k:]) for r in longer for k in range(len(r.words)) if _leads(words, r.words[k:])
            ]
        earlier = [r for r in fits if r.first <= at]
        return spelled((earlier or fits[:1] or [Run(at, words)])[-1].words)


def _leads(words: tuple[str, ...], run: tuple[str, ...]) -> bool:
    """Whether a name begins a longer one ("Park" of "Park Jin"), family name or first name."""
    size = len(words)
    return len(run) > size and run[:size] == words and run[size] != "-" and not _BODY.search(run[-1])


def spelled(words: tuple[str, ...]) -> str:
    """Words of a run as text: no spaces around hyphens."""
    return re.sub(r" ?- ?", "-", " ".join(words))


def written_out(text: str, short: str) -> str | None:
    """What an abbreviation stands for, where the report writes it out before its first use in brackets.

    >>> written_out("The Joint Water Board (JWB) met.", "JWB")
    'Joint Water Board'
    """
    at = text.find(f"({short})")
    if at < 0 or not short.isupper():
        return None
    words = text[max(0, at - 90) : at].split()
    for count in range(len(short), min(len(words), len(short) + 4) + 1):
        chosen = words[-count:]
        initials = "".join(w[0] for w in chosen if w[0].isupper())
        if initials.startswith(short[0]) and len(initials) >= len(short) and chosen[0][0].isupper():
            return " ".join(chosen)
    return None


def spelled_out(text: str, short: str) -> str | None:
    """What an abbreviation of three letters or more stands for, where the report has a name with these initials.

    >>> spelled_out("He left the Northern Water and Gas Agency. The NWGA said so.", "NWGA")
    'Northern Water and Gas Agency'
    """
    if len(short) < 3 or not short.isalpha() or not short.isupper():
        return None
    between = r"(?: (?:and|of|for|on|the|in)){0,2} "
    match = re.search(r"\b" + between.join(rf"{letter}[a-z]+" for letter in short) + r"\b", text)
    return match[0] if match else None


def _joins(tokens: list[Token], first: int, i: int, particles: frozenset[str]) -> bool:
    token = tokens[i]
    if i > first and token.sentence is not tokens[first].sentence:
        return False
    if token.pos == "PROPN" and token.text[:1].isalnum():
        return token.text[:1].isupper() or token.lower in particles
    nearby = i + 1 < len(tokens) and tokens[i + 1].pos == "PROPN"
    return nearby and (token.lower in particles or (token.text == "-" and token.start == tokens[i - 1].end))
