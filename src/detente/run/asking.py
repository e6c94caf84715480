"""Who held what when: the codebook's holders, found by a name, by a title in words, or by office and state."""

from __future__ import annotations

from collections.abc import Iterable

from detente.codebook import Holder, load_codebook
from detente.model import Interval, Line, Report, Span
from detente.parsing import parse_report
from detente.resolving.fold import fold_key
from detente.resolving.lexicon import Person, lexicon_of
from detente.run.pipeline import read_document
from detente.run.settings import Settings


def who_is(words: str, on: Interval | None, settings: Settings) -> list[Holder]:
    """The terms of office that some words stand for.

    Args:
        words: a name ("Lavrov"), or a title as a report has it ("the British foreign secretary").
        on: only terms that can hold on these days; None: all.
        settings: how to parse.
    Returns:
        The terms, of a person in order of time; empty where the codebook knows nobody.
    """
    people = _named(words)
    if people:
        return within((holder for person in people for holder in _terms(person)), on)
    text = f"{words.strip()} spoke."
    report = Report(id="question", text=text, lines=(Line(Span(0, len(text)), "body"),), handed=on)
    document = read_document(report, parse_report(report, settings.model), load_codebook())
    book = load_codebook()
    found: list[Holder] = []
    for party in (party for mention in document.mentions for party in mention.parties):
        key = party.state or party.organisation
        if key and party.office:
            held = book.held(key, party.office)
            found += [holder for holder in held if party.person is None or on is None or holder.person == party.person]
    return within(dict.fromkeys(found), on)


def holders_of(office: str | None, party: str | None, on: Interval | None) -> list[Holder]:
    """The holders of an office, of one party or of all, on these days or ever."""
    book = load_codebook()
    fitting = (
        holder
        for holder in book.holders
        if office in (None, holder.office) and party in (None, holder.state, holder.organisation)
    )
    return within(fitting, on)


def within(holders: Iterable[Holder], on: Interval | None) -> list[Holder]:
    """Those that can hold on the days given, in order of their start."""
    kept = [holder for holder in holders if on is None or _can_hold(holder, on)]
    return sorted(
        kept, key=lambda holder: (holder.state or holder.organisation or "", holder.first or "", holder.office)
    )


def _named(words: str) -> list[Person]:
    lexicon, key = lexicon_of(load_codebook()), fold_key(words)
    return lexicon.by_name.get(key) or lexicon.by_surname.get(key) or []


def _terms(person: Person) -> list[Holder]:
    homes = (person.state, person.organisation)
    return [h for h in load_codebook().holders if h.person == person.name and (h.state, h.organisation) == homes]


def _can_hold(holder: Holder, on: Interval) -> bool:
    """Whether the term overlaps the days; an end that is not known is the last day on which the source showed it."""
    first = holder.first or "0000"
    last = holder.last or holder.open_as_of or "9999"
    return first <= on.last.isoformat() and f"{last}~" >= on.first.isoformat()
