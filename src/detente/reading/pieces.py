"""The pieces of a text: its lines, cut further where a page's parts were glued together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

from detente.model import LineKind, Span
from detente.reading.signs import bare, raw

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_GLUED = re.compile(r"(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]+[ ,])|(?<=[a-z]{3}[.!?][”\"])(?=[A-Z“\"][a-z]+[ ,])")
_ADVERT = re.compile(r"(?<=[\w.!?”\"])(?=(?:Advertisement|ADVERTISEMENT)\b)|(?<=\bAdvertisement)(?=[A-Z])")
_ISSUE = re.compile(
    r"(?:PUBLICATION|Publication): [^:\n]{1,80} (?:VOLUME|Volume): ?\d+ (?:ISSUE|Issue): ?\d+\.?(?=\s|$)"
)
_EDITOR = re.compile(r" (?=(?:Editor|Editing by|Edited by): ?[A-Z])")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")
_WRAP = (45, 100)
_BULLETS = re.compile(r"(?<=\S) [-|•·»] (?=[A-Z0-9'‘“\"])")
_PICTURE = re.compile(r"\bHide Caption \d+ of \d+(?=\s|$)")
_PICTURES = re.compile(r"\s*(?:Photos: )*")
_DATELINE_ALONE = re.compile(r"[A-Z][A-Z .,'/-]{2,40} ?(?:\([A-Za-z .]{2,20}\))? ?(?:--?|—|–|_)$")


@dataclass(slots=True)
class Piece:
    """A stretch of one line: `gap` where blank lines stand before it; `kind` once it is known."""

    span: Span
    text: str
    bare: str
    raw: str
    gap: bool
    kind: LineKind | None = None

    @property
    def sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_SENTENCE_END.search(self.text[-8:]))

    @property
    def words(self) -> int:
        """How many words (counted up to 40)."""
        return len(self.text[:400].split(maxsplit=40))

    @property
    def prose(self) -> bool:
        """Whether it reads as running text: a sentence of some length, or a line of many words."""
        size = len(self.text)
        return size >= 160 or (self.sentence and size >= 45 and self.words >= 7)


def cut_pieces(text: str, title: str | None = None) -> list[Piece]:
    """The pieces of a text in order, blank ones left out; a known title is cut from what it is glued to.

    None crosses a line break, but for texts wrapped at a fixed width, whose paragraphs are put together again.
    """
    pieces: list[Piece] = []
    gap = True
    for start, end in _unwrap(text, list(_physical(text))):
        line = text[start:end]
        left = start + len(line) - len(line.lstrip(" \t\xa0\u200b\ufeff"))
        right = start + len(line.rstrip(" \t\xa0\u200b\ufeff"))
        if left >= right:
            gap = True
            continue
        for first, last in _cut(text, left, right, title):
            words = text[first:last]
            pieces.append(Piece(Span(first, last), words, bare(words), raw(words), gap))
            gap = False
    return pieces


def dateline_alone(text: str) -> bool:
    """Whether a line is only a place in capitals and a dash ("GENEVA _").

    >>> dateline_alone("GENEVA (AP) --")
    True
    """
    return len(text) <= 70 and bool(_DATELINE_ALONE.match(text))


def _physical(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _BREAK.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _unwrap(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the lines of each paragraph of a text that was wrapped at a fixed width; leave other texts alone."""
    pairs = list(pairwise(lines))
    soft = sum(_soft(text, *pair) for pair in pairs)
    full = sum(_filled(a) and text[b[0] : b[1]].strip() != "" for a, b in pairs)
    if soft < 3 or soft < 0.3 * full:
        return lines
    joined = [lines[0]]
    for before, line in pairs:
        words = text[line[0] : line[1]]
        if _filled(before) and words.strip() and not words[:1].isspace():
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return joined


def _filled(line: tuple[int, int]) -> bool:
    """Whether a line is about as long as those of a wrapped text are, and so may go on in the next."""
    return _WRAP[0] <= line[1] - line[0] <= _WRAP[1]


def _soft(text: str, line: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether the break between two lines cuts a sentence."""
    if not _filled(line):
        return False
    end, start = text[line[1] - 8 : line[1]].rstrip()[-1:], text[after[0] : after[0] + 1]
    return (end.isalnum() or end == ",") and start.islower()


def _cut(text: str, start: int, end: int, title: str | None) -> Iterator[tuple[int, int]]:
    cuts = {start, end}
    if issue := _ISSUE.match(text, start, min(end, start + 160)):
        cuts.add(issue.end())
    for pattern in (_GLUED, _ADVERT):
        cuts.update(found.start() for found in pattern.finditer(text, start, end))
    if end - start < 200:
        cuts.update(found.end() for found in _EDITOR.finditer(text, start, end))
        bullets = [found.end() for found in _BULLETS.finditer(text, start, end)]
        if len(bullets) >= 3:
            cuts.update(bullets)
    cuts.update(_gallery(text, start, end))
    if title and len(title) > 15 and len(title) < end - start < 600 and text.endswith(title, start, end):
        cuts.add(end - len(title))
    ordered = sorted(cuts)
    for first, last in pairwise(ordered):
        piece = text[first:last]
        left, right = len(piece) - len(piece.lstrip()), len(piece.rstrip())
        if left < right:
            yield first + left, first + right


def _gallery(text: str, start: int, end: int) -> Iterator[int]:
    """Where the pictures of a gallery part that stand on one line, and where its title ends before each caption."""
    ends = [found.end() for found in _PICTURE.finditer(text, start, end)]
    if len(ends) < 2:
        return
    yield from ends
    captions = [_after_label(text, at) for at in (start, *ends[:-1])]
    told = [text[first:last].split(" ") for first, last in zip(captions[1:], ends[1:], strict=True)]
    shared = takewhile(lambda words: len(set(words)) == 1, zip(*told, strict=False))
    title = "".join(f"{words[0]} " for words in shared)
    for first in captions:
        while title and text.startswith(title, first):
            first = _after_label(text, first + len(title))
        yield first


def _after_label(text: str, at: int) -> int:
    """Where the words begin after "Photos:", however often a page prints it."""
    found = _PICTURES.match(text, at)
    return found.end() if found else at
