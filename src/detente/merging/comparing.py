"""Whether two pieces of evidence from two reports tell of one deed.

The score is a product of how well parties, days, manner, place, status and words agree; any 0 decides. Deeds that
come one after the other between the same parties (speech, telephone calls) need the same day, or the same words;
rare ones (a visit, an expulsion, a poisoning) can be told with a wider date.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import detente.codebook
from detente.merging.blocking import SLACK, narrow
from detente.merging.names import same_person
from detente.model import RECORD, CodebookError, Event, Evidence, Interval, Party

FILE = Path(detente.codebook.__file__).with_name("function_words.txt")
THRESHOLD = 0.5
"""At or above, two pieces of evidence are linked."""
CHANNELS = frozenset({"visit", "third-party", "multilateral"})
"""Ways of meeting that one report sees so and another otherwise; a telephone call is something else."""
SPEECH = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types that parties do to each other several times a week."""
CERTAIN_DAYS = 3
"""Of frequent deeds, dates no wider than this are compared."""
SHORT = 5
"""Of passages with fewer content words, one in common says little."""
_WORD = re.compile(r"\b(?:[a-z]+|[0-9]+)\b")
_ENDING = re.compile(r"(?:ing|ed|es|s|ion|ions|al|ly|er|ers)$")


def same_deed(one: Evidence, other: Evidence) -> float:
    """How likely two pieces from two reports tell of one deed, in [0, 1]; symmetric; 0 for pieces of one report."""
    return 0.0 if one.report == other.report else alike_deeds(one, other)


def alike_deeds(one: Evidence, other: Evidence) -> float:
    """The same, whatever report they are from: within one, whether the two could be one deed told twice."""
    ours, theirs = one.event, other.event
    if ours.type != theirs.type or (one.teller == other.teller and one.teller.startswith(RECORD)):
        return 0.0
    if one.story and one.story == other.story and one.words == other.words:
        return 1.0
    if not (narrow(ours) and narrow(theirs)):
        return 0.0
    score = _parties(ours, theirs) * _places(ours, theirs)
    if score == 0.0:
        return 0.0
    alike = likeness(one.words, other.words)
    score *= _modes(ours, theirs, alike) * _dates(ours, theirs, alike)
    score *= min(_told(ours, alike), _told(theirs, alike)) * _surmised(ours, theirs, alike)
    if ours.type == "CONSULT" and not _acquainted(ours, theirs):
        score *= (0.8 if _told_day(ours) and _told_day(theirs) else 0.6) + 0.6 * alike
    return min(1.0, score)


def _keys(parties: tuple[Party, ...]) -> frozenset[str]:
    return frozenset(party.key for party in parties if party.key)


def _parties(one: Event, other: Event) -> float:
    """The same parties in the same roles; of gatherings, one report may leave some out; persons must not differ."""
    ours, theirs = _keys(one.actors) | _keys(one.recipients), _keys(other.actors) | _keys(other.recipients)
    both = ours & theirs
    if ours != theirs and not (len(both) >= 2 and both in (ours, theirs)):
        return 0.0
    turned = one.recipients and other.recipients and not _keys(one.actors) & _keys(other.actors)
    if turned and (one.type != "CONSULT" or not _acquainted(one, other)):
        return 0.0
    persons = [_persons(key, one, other) for key in both]
    if not persons or min(persons) == 0.0:
        return 0.0
    known = max(persons) * (0.7 if turned else 1.0)
    if ours != theirs and one.type in SPEECH and _keys(one.actors) != _keys(other.actors):
        return 0.0
    if ours != theirs:
        return (0.75 if one.type == "CONSULT" else 0.65) * known
    return known if one.type in SPEECH or turned else max(known, 0.9)


def _persons(key: str, one: Event, other: Event) -> float:
    """Of one state: the same person named, nobody named, one report naming somebody, or different people."""
    ours, theirs = _named(key, one), _named(key, other)
    if not ours or not theirs:
        return 0.9 if not ours and not theirs else 0.85
    if any(same_person(mine, yours) for mine in ours for yours in theirs):
        return 1.0
    return 0.0


def _named(key: str, event: Event) -> frozenset[str]:
    return frozenset(p.person for p in (*event.actors, *event.recipients) if p.person and p.key == key)


def _acquainted(one: Event, other: Event) -> bool:
    """Whether somebody is named in both."""
    keys = _keys((*one.actors, *one.recipients)) & _keys((*other.actors, *other.recipients))
    return any(_persons(key, one, other) == 1.0 for key in keys)


def _dates(one: Event, other: Event, alike: float) -> float:
    ours, theirs = one.date, other.date
    if ours is None or theirs is None:
        return 0.0
    frequent = (_is_speech(one) and _is_speech(other)) or "phone" in (one.mode, other.mode)
    if ours.overlaps(theirs):
        if max(ours.days, theirs.days) <= CERTAIN_DAYS:
            return 1.0
        return (0.45 + 0.8 * alike) if frequent else (0.7 if min(ours.days, theirs.days) <= 7 else 0.55)
    if _gap(ours, theirs) > SLACK or max(ours.days, theirs.days) > CERTAIN_DAYS:
        return 0.0
    return 0.3 + alike if frequent else 0.7 + 0.3 * alike


def _surmised(one: Event, other: Event, alike: float) -> float:
    """Dates that no words give, only the report's own day, agree for all that was in the news: words must help."""
    guesses = sum(event.date is not None and event.date.how == "inferred" for event in (one, other))
    doubt = 0.15 if one.type == "CONSULT" or one.type in SPEECH else 0.25
    return 1.0 - guesses * doubt * (1 - 2 * min(alike, 0.5))


def _told_day(event: Event) -> bool:
    """Whether words give the day."""
    return event.date is not None and event.date.how != "inferred" and event.date.days <= CERTAIN_DAYS


def _gap(one: Interval, other: Interval) -> int:
    return (max(one.first, other.first) - min(one.last, other.last)).days


def _is_speech(event: Event) -> bool:
    """Speech that may come several times a week; asking for talks and calling them off come once."""
    return event.type in SPEECH and event.mode != "meet"


def _told(event: Event, alike: float) -> float:
    """Speech on one day can be two speeches, and deeds of one named party two deeds: there the words must agree."""
    alone = len(_keys(event.actors) | _keys(event.recipients)) < 2
    return 0.25 + min(alike, 0.75) if _is_speech(event) or alone else 1.0


def _modes(one: Event, other: Event, alike: float) -> float:
    if one.mode == other.mode:
        return 1.0
    if one.mode is None or other.mode is None:
        return 0.9
    if one.type in SPEECH:
        return 0.8 if alike >= 0.6 else 0.0
    return 0.8 if {one.mode, other.mode} <= CHANNELS else 0.0


def _places(one: Event, other: Event) -> float:
    if one.place is None or other.place is None or one.place.state is None or other.place.state is None:
        return 1.0
    return 1.0 if one.place.state == other.place.state else 0.5


def likeness(one: str, other: str) -> float:
    """How much of the shorter passage's content words the other has too, in [0, 1].

    Capitalised words are left out: they name the parties, which agree anyway.

    >>> likeness("Oslo condemned the shelling of a port", "the port's shelling was condemned in Oslo")
    1.0
    """
    ours, theirs = _stems(one), _stems(other)
    if not ours or not theirs:
        return 0.0
    if ours == theirs:
        return 1.0
    return len(ours & theirs) / max(SHORT, min(len(ours), len(theirs)))


@lru_cache(4096)
def _stems(words: str) -> frozenset[str]:
    """The content words, without common endings: longer than three letters, or numbers."""
    idle = function_words()
    found = [word for word in _WORD.findall(words) if word not in idle]
    return frozenset(
        _ENDING.sub("", word) if word.isalpha() else word for word in found if len(word) > 3 or word.isdigit()
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
