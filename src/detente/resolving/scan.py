"""One pass of the automaton over a report, and its hits laid on the tokens: the longest at each place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from detente.model import Document, Token
from detente.resolving.fold import fold, fold_key
from detente.resolving.lexicon import COMMON_WORDS, Entry, Lexicon

_LOWER_TOO = frozenset({"the West"})
_SKIPPED_PREFIXES = frozenset({"pro", "anti", "non", "post", "pre", "trans", "afro", "ibero", "pan"})


@dataclass(slots=True)
class Mark:
    """Tokens `[first, last)` that the codebook knows, and what they can mean; `joined`: what is tied to them."""

    first: int
    last: int
    entries: list[Entry]
    end: int = 0
    start: int = 0
    joined: list[tuple[int, Entry]] = field(default_factory=list)

    def of(self, *kinds: str) -> list[Entry]:
        """The readings of some kinds."""
        return [entry for entry in self.entries if entry.kind in kinds]

    def one(self, *kinds: str) -> Entry | None:
        """The first reading of some kinds."""
        return next((entry for entry in self.entries if entry.kind in kinds), None)


_OF_OURS = re.compile(r"\b(?:ABOUT|ALL|CONTACT|FOLLOW|GIVE|HELP|JOIN|LET|MAKE|TELL)\s+$")
"""What precedes "us" in a line in capitals."""


def scan_text(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, list[Entry]]]:
    """Every name of the codebook in a text with start and end, overlapping ones too, where the capitals fit."""
    lengths, entries = lexicon.lengths, lexicon.entries
    for end, slot in lexicon.automaton.iter(f" {fold(text)} "):
        start = end - lengths[slot] - 1
        fitting = [entry for entry in entries[slot] if _case_fits(text, start, end - 1, entry)]
        if fitting:
            yield start, end - 1, fitting


def _case_fits(text: str, start: int, end: int, entry: Entry) -> bool:
    if entry.case == "any":
        return True
    if entry.form.endswith("+") and text[end : end + 1] != "+":
        return False
    if entry.case != "name":
        words = text[start:end]
        fits = words.isupper() if entry.case == "upper" else words == entry.form
        return fits and (" " not in words or " " in entry.form) and not _shouted(text, start, end, entry)
    if entry.form.startswith("the ") and entry.form[4].isupper() and text[start + 4 : start + 5].islower():
        return entry.form in _LOWER_TOO and not text.startswith(" of", end)
    return not text[start].islower() or entry.form[0].islower()


def _shouted(text: str, start: int, end: int, entry: Entry) -> bool:
    """Whether "IS", "US" are plain words of a line all in capitals: "US" seldom is, but in "FOLLOW US"."""
    if fold_key(entry.form) not in COMMON_WORDS:
        return False
    if entry.form == "US" and not (
        _OF_OURS.search(text, max(0, start - 10), start) or text[end : end + 1] in ("", "\n")
    ):
        return False
    around = (text[max(0, start - 12) : start] + text[end : end + 12]).replace("\n", " ")
    return sum(c.isupper() for c in around) > 6


class _Hit(NamedTuple):
    """A name of the codebook on its tokens, and where its own characters stand."""

    first: int
    last: int
    entries: list[Entry]
    start: int
    end: int


def find_marks(document: Document, lexicon: Lexicon) -> dict[int, Mark]:
    """The longest known names of a report by their first token; none crosses a sentence, none overlaps another."""
    tokens = document.tokens
    starts = [token.start for token in tokens]
    found: list[_Hit] = []
    for start, end, entries in scan_text(document.text, lexicon):
        first = bisect_right(starts, start) - 1
        if first < 0 or tokens[first].end <= start:
            continue
        last = bisect_right(starts, end - 1)
        if last <= first or tokens[first].sentence is not tokens[last - 1].sentence:
            continue
        if tokens[last - 1].end < end:
            continue
        found.append(_Hit(first, last, entries, start, end))
    return _longest(found, tokens, lexicon)


def _longest(found: list[_Hit], tokens: list[Token], lexicon: Lexicon) -> dict[int, Mark]:
    """Of overlapping hits the longest; but "parliament member" takes its word from "Russian parliament".

    Of two that one token holds ("U.S.-Peruvian", which the parser does not split) each counts.
    """
    found.sort(key=lambda hit: (hit.first, -hit.last))
    marks: dict[int, Mark] = {}
    shorter: dict[tuple[int, int], list[Entry]] = {}
    last_mark: Mark | None = None
    for first, last, entries, start, end in found:
        mark = marks.get(first)
        if mark is not None:
            if start >= mark.end or end <= mark.start:
                mark.joined = mark.joined + [(start, entry) for entry in entries]
            elif mark.last == last:
                mark.entries = mark.entries + [e for e in entries if e not in mark.entries]
            else:
                shorter[first, last] = entries
        elif last_mark is None or first >= last_mark.last:
            names = _is_target(tokens, first, last, lexicon) or not _prefixed(tokens, first, entries)
            if names and not _is_no_state(tokens, first, lexicon.words.no_states):
                last_mark = marks[first] = Mark(first, last, entries, end, start)
        elif last > last_mark.last and (last_mark.first, first) in shorter and any(e.kind == "title" for e in entries):
            last_mark.entries, last_mark.last = shorter[last_mark.first, first], first
            last_mark = marks[first] = Mark(first, last, entries, end, start)
        elif last > last_mark.last and first == last_mark.first + 1 and tokens[last_mark.first].lower == "the":
            # "the Commonwealth of Independent States" holds the name of another body with its article
            del marks[last_mark.first]
            last_mark = marks[first] = Mark(first, last, entries, end, start)
    return marks


def _is_no_state(tokens: list[Token], first: int, known: frozenset[str]) -> bool:
    """Whether a name is none of a state, alone or with the word before it ("Central American")."""
    word = tokens[first].lower
    return word in known or (first > 0 and f"{tokens[first - 1].lower} {word}" in known)


def _is_target(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether people protest against whom a name means: "anti-X protesters", "an anti-Xian rally"."""
    if first < 2 or last >= len(tokens) or tokens[first - 1].text != "-" or tokens[first - 2].lower != "anti":
        return False
    return tokens[last].lower in lexicon.words.protests


def _prefixed(tokens: list[Token], first: int, entries: list[Entry]) -> bool:
    """Whether "pro-", "anti-" ... stands before, or "New" ("New Mexico"): such words name no party."""
    place = entries[0].kind == "state" and first > 0 and tokens[first - 1].text == "New"
    if place and tokens[first - 1].sentence is tokens[first].sentence:
        return True
    if first < 2 or tokens[first - 1].text != "-":
        return False
    prefix = tokens[first - 2].lower
    return prefix in _SKIPPED_PREFIXES or (prefix == "inter" and tokens[first].lower == "american")
