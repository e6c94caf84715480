"""Where a text quotes: pairs of quotation marks, across paragraphs, apostrophes left alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from detente.model import READABLE, Report, Span

_TOKEN = re.compile(r"``|''|[\"“”„«»‘’'`]")
_DOUBLE_CLOSERS = {
    '"': frozenset({'"', "”", "''"}),
    "“": frozenset({"”", '"', "''"}),
    "”": frozenset({"”", '"'}),
    "„": frozenset({"“", "”", '"'}),
    "«": frozenset({"»"}),
    "»": frozenset({"«"}),
    "``": frozenset({"''", '"', "”"}),
    "''": frozenset({"''"}),
}
_SINGLE_CLOSERS = {"'": frozenset({"'", "’"}), "‘": frozenset({"’", "'", "‘"}), "`": frozenset({"'", "’"})}
_BEFORE_OPENING = frozenset(" \t\n\xa0([{—–-/:,;.…>|")
_AFTER_OPENING = frozenset(" \t\n\xa0,;:)")
_REACH = 1500
"""How far a mark looks ahead, in characters: longer passages in single marks are not believed."""
_ELIDED = re.compile(r"(?:em|n|til|tis|twas|cause|cos|round|bout|s|t|\d0?s?)\b", re.I)


@dataclass(slots=True)
class Marked:
    """One quotation as its marks show it: its parts (one a paragraph), and whether its closing mark was found.

    `paragraph` numbers the paragraph of the first part; `opener` is its opening mark.
    """

    spans: list[Span]
    opener: str
    paragraph: int
    closed: bool = True


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    paragraph: int
    earlier: list[Span] = field(default_factory=list)


def paragraphs(report: Report) -> list[Span]:
    """The readable paragraphs: lines joined where a narrow column was broken by hand.

    A line break ends a paragraph unless the line above is narrow and the line below starts neither indented
    nor after an empty line.
    """
    text, found = report.text, list[Span]()
    narrow = _is_narrow(report)
    for line in report.lines:
        if line.kind not in READABLE or not line.span.of(text).strip():
            continue
        if found and narrow and _goes_on(text[found[-1].end : line.span.start], line.span.of(text)):
            found[-1] = Span(found[-1].start, line.span.end)
        else:
            found.append(line.span)
    return found


def find_marked(text: str, blocks: list[Span]) -> list[Marked]:
    """All quotations of the paragraphs, in text order; quotations within quotations are part of the outer one."""
    found: list[Marked] = []
    carried: _Open | None = None
    for number, block in enumerate(blocks):
        start = block.start
        if carried is not None:
            reopened = _reopening(text, block, carried.mark)
            if reopened is None:
                found.append(Marked(carried.earlier, carried.mark, carried.paragraph, closed=False))
                carried = None
            else:
                start = reopened
        carried = _scan(text, Span(start, block.end), number, carried, found)
    if carried is not None:
        found.append(Marked(carried.earlier, carried.mark, carried.paragraph, closed=False))
    return found


def _scan(text: str, block: Span, number: int, carried: _Open | None, found: list[Marked]) -> _Open | None:
    """Read one paragraph; what stays open at its end is given back with the part it has so far."""
    current = carried
    if current is not None:
        current.start = block.start
    position = block.start
    while match := _TOKEN.search(text, position, block.end):
        mark, position = match.group(), match.end()
        if current is not None:
            if mark in _DOUBLE_CLOSERS[current.mark] and not _opens_again(text, match, current.mark, block.end):
                spans = [*current.earlier, Span(current.start, match.start())]
                found.append(Marked(_trimmed(text, spans), current.mark, current.paragraph))
                current = None
        elif mark in _DOUBLE_CLOSERS and _opens(text, match, block):
            current = _Open(mark, match.end(), number)
        elif mark in _SINGLE_CLOSERS and _opens(text, match, block) and not _ELIDED.match(text, match.end()):
            end = _single_end(text, match, block.end)
            if end is not None:
                found.append(Marked(_trimmed(text, [Span(match.end(), end)]), mark, number))
                position = end + 1
    if current is not None:
        current.earlier = _trimmed(text, [*current.earlier, Span(current.start, block.end)])
    return current


def _opens(text: str, match: re.Match[str], block: Span) -> bool:
    before = text[match.start() - 1] if match.start() > block.start else " "
    after = text[match.end()] if match.end() < block.end else " "
    if match.group() == "”" or (match.group() in ("'", "’", "''", "»") and after in "-."):
        return False
    return before in _BEFORE_OPENING and after not in _AFTER_OPENING


def _opens_again(text: str, match: re.Match[str], opener: str, end: int) -> bool:
    """Whether a mark that could close opens a quotation within: after a space, before a word."""
    if match.group() != opener or opener not in ('"', "“"):
        return False
    before, after = text[match.start() - 1], text[match.end()] if match.end() < end else " "
    nested = before in " (" and after not in " \t\n,.;:)?!"
    return nested and text.count(opener, match.end(), min(end, match.end() + _REACH)) >= 3


def _single_end(text: str, match: re.Match[str], end: int) -> int | None:
    """Where a single-quoted passage ends in its paragraph: the first mark that is no apostrophe."""
    closers, fallback = _SINGLE_CLOSERS[match.group()], None
    for later in re.finditer(r"['’‘]", text[match.end() : min(end, match.end() + _REACH)]):
        at = match.end() + later.start()
        before, after = text[at - 1], text[at + 1 : at + 3]
        if later.group() not in closers or before.isspace() or after[:1].isalnum() or before in '"“':
            if before.isspace() and after[:1].isalnum() and not _ELIDED.match(text, at + 1):
                return fallback
            continue
        if before == "s" and after[:1] == " " and after[1:].islower():
            fallback = at if fallback is None else fallback
            continue
        return at
    return fallback


def _reopening(text: str, block: Span, opener: str) -> int | None:
    """Where the quotation goes on after its mark was repeated at the start of a paragraph; None: it was not."""
    start = block.start
    while start < block.end and text[start].isspace():
        start += 1
    if text.startswith(opener, start):
        return start + len(opener)
    same = {'"': "“", "“": '"', "``": '"'}.get(opener)
    return start + 1 if same and text.startswith(same, start) else None


def _trimmed(text: str, spans: list[Span]) -> list[Span]:
    kept = []
    for span in spans:
        words = span.of(text)
        start, end = span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip())
        if start < end:
            kept.append(Span(start, end))
    return kept


def _is_narrow(report: Report) -> bool:
    widths = [len(line.span) for line in report.lines if line.kind == "body" and len(line.span) > 0]
    return len(widths) >= 4 and max(widths) <= 90 and sum(w >= 45 for w in widths) * 2 > len(widths)


def _goes_on(gap: str, below: str) -> bool:
    return gap.count("\n") <= 1 and not gap.endswith(("\t", "  ")) and below[:1] not in " \t"
