"""Legislators, governors and mayors named with their title: a report that calls them so is of their time in office."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from datetime import date

from detente.dating.days import Days
from detente.dating.holders import OPEN, Evidence
from detente.dating.landmarks import folded, table
from detente.model import Document, Span

_TITLES = {
    "senator": r"Sens?\.|Senators?",
    "representative": r"Reps?\.|Representatives?|Congress(?:wo)?man",
    "governor": r"Govs?\.|Governors?",
    "mayor": r"Mayors?",
}
_TITLE = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<{title}>{words})" for title, words in _TITLES.items()) + r")\s(?=[A-Z])"
)
_OF_SEVERAL = re.compile(r"s\.?\s$")
_NAME = re.compile(r"[A-Z][\w.'-]*(?:\s(?:[A-Z][\w.'-]*|de|van)){1,3}")
_NO_LONGER = re.compile(
    r"\b(?:former|then|ex|late|onetime|one-time|retired|defeat(?:ed|ing)|beat|failed|over)\W{1,2}(?:\w+\W){0,2}$",
    re.IGNORECASE,
)
_BEFORE = 40
"""Characters before a title in which it is said that it is no longer held."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def no_longer(text: str, start: int) -> bool:
    """Whether the words before a place of a text say that what is named there is over: "former", "then-"."""
    return _NO_LONGER.search(text[max(start - _BEFORE, 0) : start]) is not None


def titled(document: Document) -> Iterator[Evidence]:
    """The days in office of those named with a title; a sentence that states a year may tell of other times."""
    seen: set[tuple[str, str]] = set()
    for sentence in document.sentences:
        text = folded(sentence.span.of(document.text))
        for match in _TITLE.finditer(text):
            if _YEAR.search(text) or no_longer(text, match.start()):
                continue
            title = next(title for title in _TITLES if match[title])
            for name, span in _names(text, match, title):
                if (title, name) not in seen:
                    seen.add((title, name))
                    moved = Span(sentence.span.start + span.start, sentence.span.start + span.end)
                    yield Evidence(_known()[title, name], "title held", (moved,), firm=False, exact=True)


@functools.cache
def _known() -> dict[tuple[str, str], tuple[Days, ...]]:
    """The days in office by title and name, of titled.csv."""
    return {
        (row["title"], name): tuple(_stretch(part) for part in row["days"].split())
        for row in table("titled")
        for name in row["names"].split("|")
    }


def _stretch(text: str) -> Days:
    first, _, last = text.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last) if last else OPEN


def _names(text: str, match: re.Match[str], title: str) -> Iterator[tuple[str, Span]]:
    """The known holders named after a title: the first name, or all those of the sentence after one of several."""
    several = _OF_SEVERAL.search(match[0]) is not None
    for found in _NAME.finditer(text, match.end()):
        if not several and found.start() != match.end():
            return
        words = found[0].split()
        for count in range(len(words), 1, -1):
            name = " ".join(words[:count]).removesuffix("'s").rstrip(".")
            if (title, name) in _known():
                own = found.start() == match.end()
                yield name, Span(match.start() if own else found.start(), found.start() + len(name))
                break


__all__ = ["no_longer", "titled"]
