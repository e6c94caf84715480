"""One report from what was handed over: its text, the fields that came with it, its faults."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from detente.model import Fault, Interval, ReadFault, Report
from detente.reading.language import is_english
from detente.reading.lines import split_lines

_MIN_LETTERS = 40
_LONGEST_REPORT = 200_000
"""Characters; the longest of 2,422 reports of the news has 58,265. More is an archive in one file."""


def make_report(
    fields: Mapping[str, object],
    *,
    id: str,
    source: str,
    published: Interval | None = None,
    field: str = "field published",
    faults: tuple[Fault, ...] = (),
    line: int | None = None,
) -> Report | ReadFault:
    """Make a report of the fields `text`, `id`, `published`, `title`, `url`, `publisher`; others are ignored.

    Args:
        fields: what came with the report.
        id: the id where the fields give none.
        source: the file it came from; with `line`, the line in it.
        published: the date from the option; it wins over the field.
        field: what to say where the date of the fields came from.
        faults: what went wrong on the way here.
    Returns:
        The report, its lines told apart; or the fault, where there is no text.
    """
    text = fields.get("text")
    if not isinstance(text, str):
        return ReadFault(source, Fault("no-text", "no field 'text' that holds a text"), line)
    if not text.strip():
        return ReadFault(source, Fault("empty", "the text is empty"), line)
    handed, origin, trouble = _handed(fields.get("published"), published, field)
    english = is_english(text)
    found = list(faults) + ([trouble] if trouble else [])
    if english is False:
        found.append(Fault("no-language", "not in English: nothing was read"))
    elif sum(c.isalpha() for c in text[:400]) < _MIN_LETTERS:
        found.append(Fault("too-short", "too short to be a report"))
    elif len(text) > _LONGEST_REPORT:
        found.append(Fault("too-long", f"too long to be one report: read to character {_LONGEST_REPORT:,} only"))
    title = _string(fields.get("title"))
    return Report(
        id=_string(fields.get("id")) or id,
        text=text,
        lines=() if english is False else split_lines(text[:_LONGEST_REPORT], title),
        handed=handed,
        handed_from=origin,
        title=title,
        publisher=_string(fields.get("publisher")),
        url=_string(fields.get("url")),
        source=source if line is None else f"{source}:{line}",
        faults=tuple(found),
    )


def reread(report: Report) -> Report:
    """The same report, its lines told apart anew: what a newer detente makes of a text that was kept."""
    if any(fault.code == "no-language" for fault in report.faults):
        return report
    return msgspec.structs.replace(report, lines=split_lines(report.text[:_LONGEST_REPORT], report.title))


def read_day(value: object) -> Interval | None:
    """The days a field `published` names: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, a time of day after it is dropped.

    Raises: ValueError where it names none; None and blanks are no date at all.

    >>> read_day("2009-01-27T16:35:00Z")
    Interval(2009-01-27)
    """
    text = _string(value)
    if text is None or text.lower() in ("null", "none", "nan"):
        return None
    if len(text) > 10 and text[10] in "T ":
        text = text[:10]
    return Interval.given(text, "handed")


def _handed(value: object, option: Interval | None, field: str) -> tuple[Interval | None, str | None, Fault | None]:
    if option is not None:
        return option.read_as("handed"), "option", None
    try:
        day = read_day(value)
    except ValueError:
        message = f"published is not a date: {str(value)[:40]!r} (want YYYY-MM-DD, 1000 to 2199); left out"
        return None, None, Fault("bad-published", message)
    return day, field if day else None, None


def _string(value: object) -> str | None:
    """A field as words; numbers are taken as written, anything else and blanks as nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None
