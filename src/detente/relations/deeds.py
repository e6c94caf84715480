"""The deeds of a pair of states as relations see them: when they can have been, at which level, what they do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from detente.codebook import load_codebook
from detente.codebook.levels import side_levels
from detente.codebook.relating import NAMED, TOLD, Act, load_state_model, word_pattern
from detente.model import Entry, Evidence, Interval, Status
from detente.relations.sources import Sources
from detente.relations.told import acts_for_state, is_told

DONE: frozenset[Status] = frozenset({"occurred", "ongoing"})
JOINT = frozenset({"MOBILIZE", "REQUEST"})
"""Types of deeds that several do together to somebody not named, not to one another."""
HOSTILE = JOINT | {"SANCTION", "COERCE", "ACCUSE", "THREATEN", "REJECT"}
"""Those that a state and an organisation do together to a third."""
AHEAD: frozenset[Status] = frozenset({"planned", "proposed", "postponed"})


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """What one report says of a deed: its own day, the status it gives and the day it gives."""

    told: Interval | None
    status: Status
    date: Interval | None
    words: str
    report: str


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """An entry with what follows from it.

    `first` and `last` bound the day on which it was done, None where nothing does: an undated deed was done by the day
    of the first report that tells it as done. `words` is its best passage; `story` what each report says, in order of
    the reports. `level` is the level of contact (None: no office told). `through` names the organisation that stands
    for one of the two. `channel` is the channel that it touches. `told`: whether it surely is of both, and of those who
    act for them.
    """

    entry: Entry
    first: date | None
    last: date | None
    words: str
    story: tuple[Word, ...]
    level: str | None = None
    act: Act | None = None
    channel: str | None = None
    through: str | None = None
    told: bool = True

    @property
    def id(self) -> str:
        """The identifier of its entry."""
        return self.entry.id

    @property
    def done(self) -> bool:
        """Whether it is told as a fact."""
        return self.entry.status in DONE

    def surely_by(self, day: date) -> bool:
        """Whether it was done on this day or before, whichever of its days it was."""
        return self.last is not None and self.last <= day

    def maybe_by(self, day: date) -> bool:
        """Whether it can have been done on this day or before."""
        return self.first is None or self.first <= day

    def surely_after(self, other: Deed) -> bool:
        """Whether it was done when the other was done already, or on the same day."""
        return self.first is not None and other.last is not None and self.first >= other.last

    def maybe_after(self, other: Deed) -> bool:
        """Whether it can have been done after the other."""
        return self.last is None or other.first is None or self.last > other.first

    def doers(self, pair: Sequence[str]) -> tuple[str, ...]:
        """Those of the pair that did it."""
        keys = {party.key for party in self.entry.actors}
        return tuple(key for key in pair if key in keys)

    def told_by(self, day: date) -> bool:
        """Whether a report of this day or before tells of it; reports of unknown day count."""
        return any(word.told is None or word.told.first <= day for word in self.story)


def deeds_between(sources: Sources, a: str, b: str) -> list[Deed]:
    """All deeds of a pair, of the organisations that speak for one of them too; the undated last."""
    entries = [entry for entry in sources.entries(a, b) if is_between(entry, a, b)]
    deeds = [deed_of(entry, sources.evidence(entry), (a, b)) for entry in entries]
    for name in load_state_model().speaks_for:
        for one, member in ((a, b), (b, a)):
            if name not in (a, b) and _ever_member(name, member) and not _ever_member(name, one):
                deeds.extend(_through(sources, one, member, name))
    return sorted(deeds, key=in_order)


def is_between(entry: Entry, a: str, b: str) -> bool:
    """Whether a deed is one of the one towards the other, or of both with each other.

    What both do to a third, or suffer from one, is not: it says nothing of how they stand with each other.
    """
    doers, others = ({party.key for party in side if party.key} for side in (entry.actors, entry.recipients))
    if entry.type == "CONSULT":
        return {a, b} <= doers | others
    if {a, b} <= doers:
        return not others - {a, b} and (entry.type not in JOINT or bool(others))
    return (a in doers and b in others) or (b in doers and a in others)


def in_order(deed: Deed) -> tuple[date, date, str]:
    """By the last and then the first day on which it can have been; unbounded ones last."""
    return deed.last or date.max, deed.first or date.min, deed.id


def last_day(deeds: Iterable[Deed]) -> date | None:
    """The day of the last report on a pair; of its last deed, where no report has a day."""
    deeds = list(deeds)
    told = [word.told.last for deed in deeds for word in deed.story if word.told]
    done = [deed.last for deed in deeds if deed.last and deed.done]
    return max(told or done, default=None)


def deed_of(entry: Entry, evidence: Sequence[Evidence], pair: Sequence[str]) -> Deed:
    """An entry as a deed of this pair."""
    story = tuple(sorted((_word(piece) for piece in evidence), key=_by_report))
    best = max(evidence, key=lambda piece: (piece.event.confidence, piece.id), default=None)
    first, last = _bounds(entry, story)
    level = _level(entry, pair) if entry.type == "CONSULT" else None
    act = _act(entry, evidence, level if entry.type == "CONSULT" else _doer_level(entry))
    return Deed(
        entry=entry,
        first=first,
        last=last,
        words=" ".join(best.words.split()) if best else "",
        story=story,
        level=level,
        act=act,
        channel=_channel(act, best) if act else None,
        told=is_told(entry, pair) and acts_for_state(entry, pair),
    )


def _through(sources: Sources, one: str, member: str, name: str) -> Iterator[Deed]:
    """The deeds between a state and an organisation that touch channels or put up measures, for a member of it."""
    for entry in sources.entries(one, name):
        doers = {party.key for party in entry.actors}
        if not is_between(entry, one, name) or (entry.type in HOSTILE and {one, name} <= doers):
            continue
        deed = deed_of(entry, sources.evidence(entry), (one, name))
        day = deed.first or deed.last
        if deed.act is None or not (deed.act.does or deed.act.measure or deed.act.lifts) or deed.act.does == "open":
            continue
        organisation = load_codebook().organisation(name)
        if day and organisation and member in organisation.members_on(day.isoformat()):
            parties = {party.key for party in (*entry.actors, *entry.recipients)}
            if member not in parties:
                yield msgspec.structs.replace(deed, through=name)


def _ever_member(name: str, state: str) -> bool:
    organisation = load_codebook().organisation(name)
    return organisation is not None and any(member.partition(":")[0] == state for member in organisation.members)


def _word(piece: Evidence) -> Word:
    event = piece.event
    return Word(told=piece.published, status=event.status, date=event.date, words=piece.words, report=piece.report)


def _by_report(word: Word) -> tuple[date, date, str]:
    told = word.told
    return (told.last, told.first, word.report) if told else (date.max, date.max, word.report)


def _bounds(entry: Entry, story: Iterable[Word]) -> tuple[date | None, date | None]:
    """The first and last day on which a deed can have been done.

    What a report tells as done was done by the last day that the report can be of; what it tells as under way was
    under way on the report's own day.
    """
    when = entry.date
    told = [word for word in story if word.status in DONE and word.told]
    by = min((word.told.last for word in told if word.told), default=None) if entry.status in DONE else None
    if when is None:
        going = [word.told for word in told if word.status == "ongoing" and word.told]
        return (max((interval.first for interval in going), default=None), by)
    return when.first, min(when.last, by) if by and by >= when.first else when.last


def _level(entry: Entry, pair: Sequence[str]) -> str | None:
    """The level of a contact: the lower of both sides; the visitor's, where no office of the hosts is told."""
    model = load_state_model()
    levels = entry.levels or side_levels((*entry.actors, *entry.recipients))
    ranks = {key: model.rank(levels.get(key)) for key in pair}
    known = [rank for rank in ranks.values() if rank is not None]
    untold = {key for key, rank in ranks.items() if rank is None}
    if untold & {party.key for party in entry.actors} or not known:
        return None
    return model.levels[max(known)].name


def _act(entry: Entry, evidence: Sequence[Evidence], level: str | None) -> Act | None:
    """The first act of the state model that fits the deed."""
    words = " / ".join(piece.words for piece in evidence)
    ids = {id_ for piece in evidence for id_ in lexicon_ids(piece)}
    for act in load_state_model().acts:
        if entry.type not in act.types or entry.status not in act.statuses:
            continue
        fits = (
            (not act.modes or (entry.mode or "") in act.modes)
            and (not act.levels or level in act.levels or _together(entry))
            and (not act.entries or _by_entry(act, ids, words))
            and (not act.words or bool(word_pattern(act.words).search(words)))
            and not (act.not_words and word_pattern(act.not_words).search(words))
        )
        if fits:
            return act
    return None


def _doer_level(entry: Entry) -> str | None:
    """The level of the highest of those who do a deed."""
    model = load_state_model()
    ranks = [model.rank(level) for level in side_levels(entry.actors).values()]
    return model.levels[min(known)].name if (known := [rank for rank in ranks if rank is not None]) else None


def _together(entry: Entry) -> bool:
    """Whether several parties do a deed that is no contact with each other."""
    return entry.type != "CONSULT" and len({party.key for party in entry.actors}) > 1


def _by_entry(act: Act, ids: set[str], words: str) -> bool:
    """Whether the lexicon's entry is one of the act's; by words, where another source told the deed."""
    return bool(ids & set(act.entries)) if ids else bool(word_pattern(act.otherwise).search(words))


def lexicon_ids(piece: Evidence) -> tuple[str, ...]:
    """The lexicon's entries that made an event: of its word, and of the phase word over it.

    The coder notes them as "lexicon: word, phase".
    """
    made, _, names = piece.event.how.get("type", "").partition(":")
    return tuple(part.strip() for part in names.split(",") if part.strip()) if made == "lexicon" else ()


def _channel(act: Act, best: Evidence | None) -> str | None:
    """The channel of an act: its own, or the one whose word stands nearest to the event word."""
    if act.channel not in (TOLD, NAMED):
        return act.channel
    if best is None:
        return None
    spots = best.event.spans.get("type") or best.event.evidence
    start = best.event.evidence[0].start if best.event.evidence else 0
    at = spots[0].start - start if spots else 0
    near: list[tuple[int, int, str]] = []
    for order, (name, words) in enumerate(load_state_model().channels.items()):
        near.extend((abs(found.start() - at), order, name) for found in word_pattern(words).finditer(best.words))
    return min(near)[2] if near else "diplomatic" if act.channel == TOLD else None
