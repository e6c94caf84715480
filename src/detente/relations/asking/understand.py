"""Marks -> what is asked: the question in the register's terms, or why it is not understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from detente.model import InputError, Interval
from detente.relations.asking.marks import Mark, marks_of
from detente.relations.asking.words import asking_words
from detente.relations.contacts import Kind

TURNS = ("how_many", "last", "first")
CONTACTS: tuple[Kind, ...] = ("visit", "call", "meeting", "contact")
STANDING = ("channels", "measures")
"""What stands or is shut between two, not what somebody did."""
TOPICS = ("coverage", *STANDING, "tone", "relations", "agenda", "timeline")
_TRUE = re.compile(r"^\s*(?:is|was) it (?:true|right|correct|so) that\s+(.+?)\s*\?*\s*$", re.I | re.S)
_RANKED = re.compile(
    r"^\s*(?:is|was|were)\s+(.{1,200}?)\s+(the (?:first|last|only|highest)\b.+?)\s*\?*\s*$", re.I | re.S
)

_ASKS_WHO = re.compile(r"\s*(?:who|which|what|where|how many)\b", re.I)


class NotUnderstood(InputError):
    """A question that the rules do not reach; its message says which part."""


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """A party of a question: the states it can be, the person meant, the level, and how it stands in the sentence."""

    states: tuple[str, ...]
    at: int
    before: str
    words: str = ""
    person: str | None = None
    level: str | None = None
    town: str | None = None


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A question understood.

    intent: last, first, list, ever, count (of contacts); deeds; holders; relations, channels, measures, tone, agenda,
    timeline, coverage, compare; check. `sides` in the order named; `between`: they are named as a pair, no direction.
    """

    text: str
    intent: str
    sides: tuple[Side, ...] = ()
    kind: Kind | None = None
    deed: str | None = None
    status: str | None = None
    turn: str | None = None
    """Of deeds: whether the last, the first, or how many are asked."""
    object: str | None = None
    level: str | None = None
    place: str | None = None
    first: date | None = None
    last: date | None = None
    on: date | None = None
    verb_at: int = 0
    passive: bool = False
    between: bool = False
    claim: str | None = None


def understand(question: str, today: date | None = None) -> Asked:
    """Read a question by its words.

    Args:
        question: in plain English.
        today: what "last year" counts from.
    Raises: NotUnderstood where a word has no meaning here, or nothing is asked that the register can answer.
    """
    claim = _claim(question)
    if claim is not None:
        return Asked(text=question, intent="check", claim=claim)
    marks = marks_of(question, Interval.day(today) if today else None)
    if any(mark.kind == "deed" for mark in marks):  # "has Cuba been sanctioned": nobody went there
        marks = [msgspec.structs.replace(m, kind="idle", value="") if m.words == "been" else m for m in marks]
    strange = [mark.words for mark in marks if mark.kind == "unknown"]
    if strange:
        raise NotUnderstood(f"{strange[0]!r} means nothing to me here")
    if not any(mark.kind not in ("idle", "name") for mark in marks):
        raise NotUnderstood("it asks nothing that the register can answer")
    cues = {mark.value for mark in marks if mark.kind == "cue"}
    sides, place = _sides(marks, not cues & {"call", "meeting", "contact"})
    first, last, on = _days(marks)
    verb = next((m for m in marks if m.kind in ("deed", "status") or (m.kind == "cue" and m.value in CONTACTS)), None)
    asked = Asked(
        text=question,
        intent=_intent(marks, cues, sides),
        sides=sides,
        kind=next((kind for kind in CONTACTS if kind in cues), None),
        deed=_deed(marks),
        status=next((m.value for m in marks if m.kind == "status"), None),
        turn=next((turn for turn in TURNS if turn in cues), None),
        object=next((m.value for m in marks if m.kind == "object"), None),
        level=next((m.value for m in marks if m.kind == "level"), None),
        place=place,
        first=first,
        last=last,
        on=on,
        verb_at=verb.at if verb else 0,
        passive=_passive(marks, verb),
        between=any(m.words in ("between", "among", "each other", "both") for m in marks if m.kind == "idle"),
    )
    _require(asked)
    return asked


def _claim(question: str) -> str | None:
    """What is asked whether it is true, as a statement."""
    found = _TRUE.match(question)
    if found:
        return f"{found[1][:1].upper()}{found[1][1:]}."
    found = _RANKED.match(question)
    if found and re.search(r"\b(?:since|ever|visit|meeting|talks|call|contact)\b", found[2], re.I):
        return f"{found[1][:1].upper()}{found[1][1:]} was {found[2]}."
    return None


def _intent(marks: Sequence[Mark], cues: set[str], sides: Sequence[Side]) -> str:
    contact = any(kind in cues for kind in CONTACTS)
    status = any(m.kind == "status" for m in marks)
    if "compare" in cues:
        return "compare"
    if "how_many" in cues and any(m.words in ("report", "reports") for m in marks):
        return "coverage"
    topics = [topic for topic in TOPICS if topic in cues]
    standing = next((topic for topic in topics if topic in STANDING), None)
    if standing:
        return standing
    if status:
        return "deeds"
    if "next" in cues or ("agenda" in topics):
        return "agenda"
    if contact and not {"tone", "relations", "coverage"} & set(topics):
        if "how_many" in cues:
            return "count"
        if "last" in cues or "first" in cues:
            return "last" if "last" in cues else "first"
        asks = marks[0].words in asking_words().yes_no
        return "ever" if "ever" in cues or asks else "list"
    if _deed(marks) is not None:
        return "deeds"
    if topics:
        return topics[0]
    if marks[0].words == "who" and (any(m.kind == "level" for m in marks) or [side.person for side in sides] != [None]):
        return "holders"
    raise NotUnderstood("it asks nothing that the register can answer")


def _deed(marks: Sequence[Mark]) -> str | None:
    """The kind of deed asked for: the first that is no mere "impose", "reach" beside another."""
    named = [m.value for m in marks if m.kind == "deed"]
    return named[0] if named else None


def _sides(marks: Sequence[Mark], visits: bool) -> tuple[tuple[Side, ...], str | None]:
    """The parties in order, a nation and its officer as one; and the place, where one is named beside two parties."""
    named = [m for m in marks if m.kind in ("party", "person", "name", "level", "place")]
    sides: list[Side] = []
    for mark in named:
        last = sides[-1] if sides else None
        close = last is not None and not _apart(marks, last.at, mark.at)
        if mark.kind == "level":
            if last is not None and close and last.person is None and last.level is None:
                sides[-1] = msgspec.structs.replace(last, level=mark.value)
            continue
        side = Side(
            states=mark.states,
            at=mark.at,
            before=mark.before,
            words=mark.words,
            person=mark.value if mark.kind in ("person", "name") else None,
            town=mark.words if mark.town else None,
        )
        if last is not None and close and side.person and not last.person and not last.town and _can_be(side, last):
            sides[-1] = msgspec.structs.replace(last, person=side.person)
        else:
            sides.append(side)
    places = [s for s in sides if s.before in ("in", "at") and not s.person and (len(sides) > 2 or not visits)]
    place = (places[-1].town or places[-1].words) if places else None
    kept = [s for s in sides if s not in places]
    people = [s for s in kept if s.person and len(s.states) == 1]
    if len(kept) > 2:  # "did Russia cancel Lavrov's visit": a state beside its own officer
        kept = [s for s in kept if s.person or not any(s.states == one.states for one in people)]
    return tuple(kept), place


def _apart(marks: Sequence[Mark], first: int, second: int) -> bool:
    """Whether anything but names and titles stands between two words."""
    return any(first < m.at < second and m.kind not in ("level", "party", "person") for m in marks)


def _can_be(side: Side, nation: Side) -> bool:
    return not side.states or bool(set(side.states) & set(nation.states))


def _days(marks: Sequence[Mark]) -> tuple[date | None, date | None, date | None]:
    """The days asked about: from, to; and the day "on" which something stood."""
    first: date | None = None
    last: date | None = None
    on: date | None = None
    dates = [m for m in marks if m.kind == "date" and m.days]
    for number, mark in enumerate(dates):
        assert mark.days is not None
        if mark.before in ("since", "from") or (mark.before == "between" and len(dates) > 1):
            first = mark.days.first
        elif mark.before == "after":
            first = mark.days.last + timedelta(1)
        elif mark.before == "before":
            last = mark.days.first - timedelta(1)
        elif mark.before in ("until", "till", "by", "to") or (mark.before == "and" and number):
            last = mark.days.last
        else:
            first, last = mark.days.first, mark.days.last
            on = mark.days.last
    return first, last, on


def _passive(marks: Sequence[Mark], verb: Mark | None) -> bool:
    """Whether the deed was done to what stands before its word ("was Cuba visited")."""
    if verb is None:
        return False
    before = [m.words for m in marks if m.at < verb.at and m.kind == "idle"]
    been = any(word in ("was", "were", "been") for word in before)
    return (
        been
        and not any(word in ("did", "does", "do") for word in before)
        and verb.words.split()[0].endswith(("d", "t", "n"))
    )


def _require(asked: Asked) -> None:
    """Raises: NotUnderstood where the question lacks what its answer needs."""
    pair = asked.intent in ("last", "first", "list", "ever", "count", "relations", "tone", "timeline", *STANDING)
    many = len(asked.sides)
    anybody = asked.intent in ("last", "first", "list", "count") and _ASKS_WHO.match(asked.text) and many == 1
    anybody = anybody or (asked.intent == "measures" and many == 1)
    if pair and many != 2 and not anybody:
        raise NotUnderstood(f"it takes two parties, and I find {many or 'none'}")
    anywhere = not many and asked.first is not None and asked.last is not None
    if asked.intent == "deeds" and not anywhere and not 1 <= many <= 2 + (asked.sides[-1].before in ("in", "at")):
        raise NotUnderstood(f"it takes one party or two, or a time, and I find {many or 'none'}")
    if asked.intent == "holders" and (many != 1 or (asked.level is None and asked.sides[0].person is None)):
        raise NotUnderstood("it takes an office and a state, or a name")
    if asked.intent in ("agenda", "coverage") and many > 2:
        raise NotUnderstood(f"it takes two parties at most, and I find {many}")
