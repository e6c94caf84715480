"""The evidence and reports behind entries, each loaded once; and the sentence that a passage stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from detente.model import Entry, Evidence, StoredReport
from detente.register import Past, Register

Asked = Register | Past
"""A register, as it is now or as of a day: whatever answers questions."""
_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n")


class Sources:
    """What stands behind entries of one register."""

    def __init__(self, register: Asked) -> None:
        self.register = register
        self._pieces: dict[str, Evidence] = {}
        self._reports: dict[str, StoredReport] = {}

    def entries(
        self, a: str | None = None, b: str | None = None, first: date | None = None, last: date | None = None
    ) -> list[Entry]:
        """The deeds of a pair, that can lie between two days; their evidence is at hand from then on."""
        self._pieces.update((piece.id, piece) for piece in self.register.events(a, b, first, last))
        return list(self.register.entries(a, b, first, last))

    def evidence(self, entry: Entry) -> list[Evidence]:
        """The evidence of a deed, in the order of its identifiers."""
        if not all(id_ in self._pieces for id_ in entry.evidence):
            self._pieces.update((piece.id, piece) for piece in self.register.evidence(entry))
        return [self._pieces[id_] for id_ in entry.evidence if id_ in self._pieces]

    def report(self, digest: str) -> StoredReport:
        """A report with all that was found in it."""
        if digest not in self._reports:
            self._reports[digest] = self.register.report(digest)
        return self._reports[digest]

    def sentence(self, piece: Evidence) -> str:
        """The sentence that tells a deed, from the text as received."""
        text = self.report(piece.report).report.text
        spans = piece.event.evidence
        return sentence_at(text, spans[0].start, spans[0].end) if spans else piece.words

    def digests(self, entries: Iterable[Entry]) -> list[str]:
        """The reports that tell of these deeds."""
        return list(dict.fromkeys(piece.report for entry in entries for piece in self.evidence(entry)))


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence about a passage.

    >>> sentence_at("It rained. Oslo sent a note. It rained on.", 16, 20)
    'Oslo sent a note.'
    """
    left = max(0, start - 600)
    before = [match.end() for match in _END.finditer(text, left, start)]
    after = _END.search(text, max(end - 1, start), end + 600)
    return " ".join(text[before[-1] if before else left : after.start() + 1 if after else end + 600].split())
