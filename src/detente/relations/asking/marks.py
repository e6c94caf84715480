"""A question cut into what its words mean: days, cues, deeds, levels, parties, people, places; what is left over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from detente.codebook import load_codebook
from detente.codebook.naming import named_party
from detente.dating.phrase import scan
from detente.model import InputError, Interval
from detente.placing.gazetteer import load_gazetteer
from detente.relations.asking.words import asking_words
from detente.relations.contacts import read_level
from detente.resolving.fold import fold_key
from detente.resolving.lexicon import lexicon_of

_TOKEN = re.compile(r"[^\W_]+(?:[.'’\-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_LONGEST = 6
_PLACES = "KPVUSRD"
"""Kinds of places that somebody can be in, but for whole states."""
_SHORT = 3
"""Names of so few letters are codes, and read as such only in capitals ("US", not "us")."""


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a question.

    kind: date, cue, deed, status, object, level, party, person, name (a person that the codebook does not know), place,
    idle, unknown. `value` is what it means, `states` whose it can be, `days` its days; `before` the word before it,
    `town` whether a party is named by a town.
    """

    kind: str
    words: str
    at: int
    value: str = ""
    before: str = ""
    states: tuple[str, ...] = ()
    days: Interval | None = None
    town: bool = False
    others: tuple[tuple[str, str], ...] = ()


class _Word(msgspec.Struct, frozen=True):
    text: str
    start: int
    end: int

    @property
    def plain(self) -> str:
        """Small letters, without the mark of possession."""
        return _POSSESSIVE.sub("", self.text).casefold()

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def marks_of(question: str, today: Interval | None) -> list[Mark]:
    """What the words of a question mean, in order."""
    words = [_Word(m[0], m.start(), m.end()) for m in _TOKEN.finditer(question)]
    dates = list(_dates(question, words, today))
    found: list[Mark] = []
    at = 0
    while at < len(words):
        day = next(((mark, end) for mark, start, end in dates if start == at), None)
        mark, end = day or _longest(words, at)
        found.append(mark)
        at = end
    return found


def _dates(question: str, words: Sequence[_Word], today: Interval | None) -> Iterator[tuple[Mark, int, int]]:
    for reading in scan(question, today, lambda *_: None):
        covered = [i for i, word in enumerate(words) if reading.start <= word.start and word.end <= reading.end]
        if reading.kind != "date" or reading.interval is None or not covered:
            continue
        first, last = covered[0], covered[-1] + 1
        while first < last and words[first].plain in ("in", "on", "since", "before", "after", "until", "by", "the"):
            first += 1
        text = question[words[first].start : words[last - 1].end] if first < last else ""
        if not text or not _is_day(text, _before(words, first)):
            continue
        mark = Mark(kind="date", words=text, at=first, before=_before(words, first), days=reading.interval)
        yield mark, first, last


def _is_day(text: str, before: str) -> bool:
    """Whether a reading is meant as a day: by its figures, the word before it, or as "next month", "a year ago"."""
    words = text.casefold().split()
    return (
        any(c.isdigit() for c in text)
        or before in _DATED
        or (len(words) > 1 and (words[0] in _FROM_TODAY or words[-1] == "ago"))
    )


_FROM_TODAY = frozenset({"last", "this", "next", "coming", "past"})
_DATED = frozenset({"in", "on", "since", "before", "after", "until", "till", "by", "during", "last", "this"})


def _before(words: Sequence[_Word], at: int) -> str:
    """The word before, past an article."""
    at -= 1
    while at >= 0 and words[at].plain in ("the", "a", "an"):
        at -= 1
    return words[at].plain if at >= 0 else ""


def _longest(words: Sequence[_Word], at: int) -> tuple[Mark, int]:
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        mark = _mark(words, at, at + size)
        if mark is not None:
            return mark, at + size
    end = at + 1
    while words[at].capital and at > 0 and end < len(words) and words[end].capital and not _known(words, end):
        end += 1
    text = " ".join(_POSSESSIVE.sub("", word.text) for word in words[at:end])
    kind = "name" if words[at].capital and at > 0 else "unknown"
    return Mark(kind=kind, words=text, at=at, value=text, before=_before(words, at)), end


def _known(words: Sequence[_Word], at: int) -> bool:
    return _mark(words, at, at + 1) is not None


def _mark(words: Sequence[_Word], at: int, end: int) -> Mark | None:
    """What a stretch of words means as a whole; None: nothing."""
    phrase = " ".join([*(word.text.casefold().replace("’", "'") for word in words[at : end - 1]), words[end - 1].plain])
    text, before = " ".join(_POSSESSIVE.sub("", word.text) for word in words[at:end]), _before(words, at)
    meanings = asking_words().meanings.get(phrase, ())
    if meanings and not (len(text) > 1 and text.isupper() and named_party(text)):
        kind, value = meanings[0]
        return Mark(kind=kind, words=phrase, at=at, value=value, before=before, others=meanings[1:])
    if words[at].capital and (states := _people(text)):
        return Mark(kind="person", words=text, at=at, value=text, before=before, states=states)
    key = named_party(text) if _may_name(text) else None
    if key is not None:
        town = _is_town(text, key)
        return Mark(kind="party", words=text, at=at, value=key, before=before, states=(key,), town=town)
    try:
        return Mark(kind="level", words=phrase, at=at, value=read_level(phrase), before=before)
    except InputError:
        pass
    if words[at].capital and before in ("in", "at", "to", "visit", "visited"):
        return _place(text, at, before)
    return None


def _may_name(text: str) -> bool:
    letters = text.replace(".", "")
    return letters.isupper() if len(letters) <= _SHORT else True


def _is_town(text: str, key: str) -> bool:
    state = load_codebook().state(key)
    return state is not None and text.casefold() in (capital.casefold() for capital in state.capitals)


def _people(text: str) -> tuple[str, ...]:
    """The states of the people of a name."""
    lexicon, key = lexicon_of(load_codebook()), fold_key(text)
    people = lexicon.by_name.get(key) or lexicon.by_surname.get(key) or ()
    return tuple(dict.fromkeys(p.state for p in people if p.state))


def _place(text: str, at: int, before: str) -> Mark | None:
    known = [entry for entry in load_gazetteer().lookup(text) if entry.kind in _PLACES]
    if not known:
        return None
    return Mark(kind="place", words=text, at=at, value=text, before=before, states=(known[0].state,), town=True)
