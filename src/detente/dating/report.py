"""The report's own day, best evidence first, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from detente.dating.days import Days
from detente.dating.evidence import gather_evidence
from detente.dating.holders import OPEN, Evidence, known_stints, meet, term_days, told_gone
from detente.dating.printed import printed_day
from detente.model import Document, Fault, Interval, Mention, Span

ReportDate = tuple[Interval | None, str | None, tuple[Span, ...], tuple[Fault, ...]]
_YEAR_ZERO = 1950
_EDGE = 80
"""Days at the end of a term in which a lower bound is not believed."""
_HANDOVER = 3
"""Days that two terms share when one ends as the other begins: no report tells of both as holders."""
_APART = 45
"""Days between stretches that are far apart: what is named without a year chooses among them."""
_INFERRED = 10
"""Days up to which the evidence counts as a date that was inferred; more is a bound."""


def date_report(document: Document, clues: Sequence[tuple[Span, Interval]]) -> ReportDate:
    """Work out the day on which a report was written.

    Args:
        document: with its report, lines, sentences and mentions.
        clues: the days that the offices named in the reporter's present leave, with their passages.
    Returns:
        Days (None: nothing bounds them), how they were read, the passages that say so, and faults: two clues that
        exclude each other are a fault "date-contradiction", never a choice.
    """
    report = document.report
    if report.handed:
        return report.handed, report.handed_from or "handed", (), ()
    if printed := printed_day(document):
        return *printed, ()
    return _infer(document, clues)


def _infer(document: Document, clues: Sequence[tuple[Span, Interval]]) -> ReportDate:
    """Terms of office, then everything else that the words allow, as long as it fits."""
    terms, faults = _terms(document, clues)
    if faults:
        return None, None, (), tuple(faults)
    days: tuple[Days, ...] = ((Interval.year(_YEAR_ZERO).first, OPEN),)
    used: list[Evidence] = []
    hints: list[Evidence] = []
    for evidence in [*terms, *gather_evidence(document)]:
        met = meet(days, evidence.days)
        if evidence.likely:
            hints.append(evidence)
        if not evidence.firm and (not met or (not evidence.exact and _length(met) < _HANDOVER < _length(days))):
            continue
        if not met or (evidence.firm and evidence.days[-1][1] >= OPEN and _slips(days, met)):
            message = f"{evidence.why} does not fit {' and '.join(sorted({u.why for u in used})) or 'the rest'}"
            faults.append(Fault("date-contradiction", message, evidence.spans[0]))
            continue
        if _hull(met) != _hull(days):
            used.append(evidence)
        days = met
    if faults:
        return None, None, (), tuple(faults)
    days, chosen = without_afterthoughts(days, hints)
    used += [evidence for evidence in chosen if evidence not in used]
    first, last = _hull(days)
    if last.year >= OPEN.year - 1 or first.year == _YEAR_ZERO:
        return None, None, (), tuple(faults)
    how = " + ".join(dict.fromkeys(u.why for u in used))
    spans = tuple(dict.fromkeys(span for u in used for span in u.spans))
    interval = Interval(first, last, "inferred" if (last - first).days < _INFERRED else "bounded")
    return interval, how, spans, tuple(faults)


def without_afterthoughts(
    days: tuple[Days, ...], hints: Sequence[Evidence]
) -> tuple[tuple[Days, ...], Sequence[Evidence]]:
    """Leave out stretches far after others to which all that is named without a year lies near, as it does as a rule.

    The first ones stay: most reports are young.
    """
    groups: list[list[Days]] = []
    for stretch in days:
        if groups and (stretch[0] - groups[-1][-1][1]).days <= _APART:
            groups[-1].append(stretch)
        else:
            groups.append([stretch])
    near = [all(meet(tuple(group), e.likely) for e in hints) for group in groups]
    if not hints or near[-1] or not any(near):
        return days, ()
    last = max(i for i, fits in enumerate(near) if fits)
    return tuple(stretch for group in groups[: last + 1] for stretch in group), hints


def _slips(days: tuple[Days, ...], met: tuple[Days, ...]) -> bool:
    """Whether a lower bound leaves but the last weeks of a long time: more likely an office named in passing."""
    (first, last), (low, high) = _hull(days), _hull(met)
    return (high - low).days < _EDGE <= (last - first).days / 4


def _terms(document: Document, clues: Sequence[tuple[Span, Interval]]) -> tuple[list[Evidence], list[Fault]]:
    """The terms of office as evidence; a fault where two exclude each other.

    Holders of earlier times may be told of in passing: where at least twice as many others agree, those whose terms
    were over before all of these began are left out.
    """
    by_span = {m.span: m for m in document.mentions}
    found: dict[tuple[Days, ...], Evidence] = {}
    for span, interval in _latest_holders(clues, by_span):
        mention = by_span.get(span)
        term = (known_stints(term_days(mention)) if mention else ()) or ((interval.first, interval.last),)
        if mention is not None and told_gone(document, mention):
            term = ((_hull(term)[0], OPEN),)
        found.setdefault(term, Evidence(term, "terms of office", (span,)))
    begun = max((_hull(term)[0] for term in found), default=OPEN)
    history = [term for term in found if _hull(term)[1] < begun]
    if history and len(found) - len(history) >= 2 * len(history):
        found = {term: evidence for term, evidence in found.items() if term not in history}
    days: tuple[Days, ...] = ((Interval.year(_YEAR_ZERO).first, OPEN),)
    for term, evidence in found.items():
        days = meet(days, term)
        if not days or (_hull(days)[1] - _hull(days)[0]).days < _HANDOVER:
            message = f"{evidence.spans[0].of(document.text)} was not in office together with the others named"
            return [], [Fault("date-contradiction", message, evidence.spans[0])]
    return list(found.values()), []


def _latest_holders(
    clues: Sequence[tuple[Span, Interval]], by_span: dict[Span, Mention]
) -> Iterator[tuple[Span, Interval]]:
    """The clues without those of an office of which a later holder is named: the earlier one keeps but the title."""
    begun: dict[tuple[str | None, str], date] = {}
    for span, interval in clues:
        if office := _office(by_span.get(span)):
            begun[office] = max(begun.get(office, interval.first), interval.first)
    for span, interval in clues:
        office = _office(by_span.get(span))
        if office is None or interval.last > begun[office] + timedelta(_HANDOVER):
            yield span, interval


def _office(mention: Mention | None) -> tuple[str | None, str] | None:
    """The one state and office in which a mention names its person."""
    office = mention.parties[0].office if mention is not None and mention.parties else None
    states = {t.state for t in mention.candidates if t.office == office} if mention is not None else set()
    return (states.pop(), office) if office and len(states) == 1 else None


def _length(days: tuple[Days, ...]) -> int:
    first, last = _hull(days)
    return (last - first).days


def _hull(days: tuple[Days, ...]) -> Days:
    return min(d[0] for d in days), max(d[1] for d in days)
