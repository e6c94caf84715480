"""The page of a relation in words: sections of lines, each with its days and the entries behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from detente.codebook import load_codebook
from detente.model import Interval
from detente.relations.agenda import AgendaItem
from detente.relations.channels import Channel, Measure
from detente.relations.deeds import Deed
from detente.relations.describe import describe
from detente.relations.disputes import Dispute
from detente.relations.latest import Latest
from detente.relations.relation import Relation
from detente.relations.tone import TonePoint, Turn

WORDS = 110
"""Characters of a passage that a line quotes."""


MOST = 12
"""Lines that are shown of what may be many."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line: what it is about, its days in EDTF, what it says, the entries behind it."""

    label: str
    when: str
    text: str
    entries: tuple[str, ...] = ()


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """Lines under one heading."""

    title: str
    lines: tuple[Line, ...]


def page(found: Relation) -> list[Section]:
    """The page, section after section; sections without a line are left out."""
    first, second = (name_of(key) for key in found.pair)
    ways = {"visit": f"visit, {first} to {second}", "return visit": f"visit, {second} to {first}"}
    sections = [
        ("how it stands", _standing(found)),
        ("course", map(_turn, found.turns)),
        ("last contact at each level", [line for row in found.by_level for line in _latest(row, row.what)]),
        ("last contact of each kind", [
            line for row in found.by_kind for line in _latest(row, ways.get(row.what, row.what))
        ]),
        ("channels", [_channel(row) for row in found.channels if row.status != "nothing told"]),
        ("measures", map(_measure, found.measures)),
        ("disputes", [line for dispute in found.disputes for line in _dispute(dispute, found.pair)]),
        ("planned", map(_plan, found.planned)),
        ("incidents", [_deed(deed, deed.entry.status) for deed in found.incidents]),
        ("how reports rank it", [
            Line(label=claim.kind, when=claim.told.edtf if claim.told else "", text=f"“{short(claim.text)}”")
            for claim in found.rankings
        ]),
        ("day not known, in no step", _some([_undated(deed) for deed in found.undated])),
    ]  # fmt: skip
    silent = {
        "last contact at each level": [row.what for row in found.by_level if not (row.deed or row.rivals)],
        "last contact of each kind": [ways.get(r.what, r.what) for r in found.by_kind if not (r.deed or r.rivals)],
        "channels": [channel.name for channel in found.channels if channel.status == "nothing told"],
    }
    return [
        Section(title=title, lines=lines)
        for title, rows in sections
        if (lines := (*rows, *_silence(silent.get(title, ()))))
    ]


def _silence(labels: Sequence[str]) -> Iterator[Line]:
    """One line for all of which nothing is told."""
    if labels:
        yield Line(label="nothing told", when="", text="; ".join(labels))


def name_of(key: str) -> str:
    """What people call a state; organisations by their name."""
    state = load_codebook().state(key)
    return state.name if state else key


def when_of(deed: Deed) -> str:
    """The days on which a deed can have been done, in EDTF; "by" a day where only the last of them is known.

    Planned deeds: their date.
    """
    if deed.first and deed.last:
        return Interval(deed.first, deed.last).edtf
    return f"by {deed.last.isoformat()}" if deed.last else "not known"


def short(words: str, most: int = WORDS) -> str:
    """Words cut at a blank, with dots where something was left out.

    >>> short("one two three", 9)
    'one two ...'
    """
    words = " ".join(words.split())
    return words if len(words) <= most else words[: words[: most - 1].rfind(" ")].rstrip(" ,;:") + " ..."


def _standing(found: Relation) -> Iterator[Line]:
    last = found.phases[-1] if found.phases else None
    if last and found.phase == last.name and (last.last is None or last.last >= found.on):
        when = f"since {Interval(last.since, last.by).edtf}"
        yield Line(label="phase", when=when, text=f"{found.phase}: {found.phase_gloss}", entries=_ids(last.deeds))
    else:
        before = f"; last known: {last.name}" if last else ""
        when = f"until {last.last.isoformat()}" if last and last.last else ""
        yield Line(
            label="phase", when=when, text=f"{found.phase}: {found.phase_gloss}{before}",
            entries=_ids(last.deeds) if last else (),
        )  # fmt: skip
    for label, point in (("tone", found.tone), ("the year before", found.tone_before)):
        text = _tone(point) if point else "nothing told"
        yield Line(label=label, when="", text=text, entries=point.entries[:6] if point else ())


def _tone(point: TonePoint) -> str:
    deeds = "1 deed" if len(point.entries) == 1 else f"{len(point.entries)} deeds"
    return f"{point.mean:+.1f} ({point.low:+.1f} to {point.high:+.1f}), on {deeds}, {point.first} to {point.last}"


def _turn(turn: Turn) -> Line:
    words = [describe(deed.entry) + _through(deed) for deed in turn.deeds[:2]]
    more = f"; and {len(turn.deeds) - 2} more" if len(turn.deeds) > 2 else ""
    measured = "" if turn.before is None else f" [tone {turn.before:+.1f} to {turn.after:+.1f}]"
    unsure = "" if turn.sure else " (order not certain)"
    text = "; ".join(words) + more + measured + unsure
    return Line(label=turn.name, when=Interval(turn.since, turn.by).edtf, text=text, entries=_ids(turn.deeds))


def _latest(row: Latest, label: str) -> Iterator[Line]:
    if row.deed is not None:
        yield _deed(row.deed, label)
    if row.rivals:
        what = "or one of these, their days cannot be told from it" if row.deed else "one of these, days not known"
        text = f"{what}: {describe(row.rivals[0].entry)}" + (
            f"; and {len(row.rivals) - 1} more" if len(row.rivals) > 1 else ""
        )
        yield Line(
            label="" if row.deed else label, when=when_of(row.rivals[0]), text=text, entries=_ids(row.rivals[:4])
        )


def _channel(channel: Channel) -> Line:
    deeds = [deed for deed in (channel.shut, channel.opened) if deed]
    parts = []
    if channel.shut:
        parts.append(f"shut: {_told(channel.shut)}")
    if channel.opened:
        parts.append(f"{'opened' if channel.shut else 'shown'}: {_told(channel.opened)}")
    if channel.perhaps:
        parts.append(f"perhaps changed: {_told(channel.perhaps[0])}")
    when = when_of(deeds[-1]) if deeds else ""
    if channel.shut and channel.shut.first and not channel.opened:
        when = f"since {when}"
    return Line(
        label=channel.name, when=when, text=" | ".join([channel.status, *parts]),
        entries=_ids([*deeds, *channel.perhaps[:2]]),
    )  # fmt: skip


def _measure(measure: Measure) -> Line:
    many = f" (and {len(measure.deeds) - 1} earlier)" if len(measure.deeds) > 1 else ""
    text = f"{'standing' if measure.standing else 'lifted'}: {_told(measure.last)}{many}"
    deeds = [measure.last]
    if measure.lifted:
        text += f" | lifted {when_of(measure.lifted)}: {_told(measure.lifted)}"
        deeds.append(measure.lifted)
    elif measure.perhaps:
        text += f" | perhaps lifted: {_told(measure.perhaps[0])}"
        deeds.append(measure.perhaps[0])
    label = f"{measure.kind}, {name_of(measure.by)}"
    return Line(label=label, when=when_of(measure.last), text=text, entries=_ids(deeds))


def _dispute(dispute: Dispute, pair: Sequence[str]) -> Iterator[Line]:
    label = f"{dispute.matter} ({'open' if dispute.open else 'settled' if dispute.settled else 'dormant'})"
    for key, deed in zip(pair, dispute.last, strict=True):
        if deed is None:
            yield Line(label=label, when="", text=f"{name_of(key)}: no word told")
        else:
            text = f"{name_of(key)}: {describe(deed.entry)}: “{short(deed.words, 80)}”"
            yield Line(label=label, when=when_of(deed), text=text, entries=(deed.id,))
        label = ""
    if dispute.settled:
        yield Line(label="", when=when_of(dispute.settled), text=f"settled: {_told(dispute.settled)}",
                   entries=(dispute.settled.id,))  # fmt: skip


def _plan(item: AgendaItem) -> Line:
    when = item.date.edtf if item.date else "no date"
    return Line(label=f"{item.kind}, {item.state}", when=when, text=item.text + _place(item), entries=(item.entry.id,))


def _place(item: AgendaItem) -> str:
    return f" ({item.place.name})" if item.place else ""


def _deed(deed: Deed, label: str) -> Line:
    place = f" ({deed.entry.place.name})" if deed.entry.place else ""
    return Line(label=label, when=when_of(deed), text=describe(deed.entry) + place + _through(deed), entries=(deed.id,))


def _some(lines: Sequence[Line]) -> Sequence[Line]:
    """The last of many lines, and how many there are before them."""
    left = len(lines) - MOST
    return lines if left <= 0 else [Line(label=f"{left} before these", when="", text="see --json"), *lines[left:]]


def _undated(deed: Deed) -> Line:
    told = next((word.told for word in deed.story if word.told), None)
    line = _deed(deed, deed.act.id if deed.act else "")
    return msgspec.structs.replace(line, text=f"{line.text}, told in a report of {told.edtf}") if told else line


def _told(deed: Deed) -> str:
    """A deed with the words of its best passage."""
    return f"{describe(deed.entry)}{_through(deed)}: “{short(deed.words, 80)}”"


def _through(deed: Deed) -> str:
    return f" (through {deed.through})" if deed.through else ""


def _ids(deeds: Iterable[Deed]) -> tuple[str, ...]:
    return tuple(deed.id for deed in deeds)
