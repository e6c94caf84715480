"""Trouble with data, as a value kept beside the events."""

from __future__ import annotations

import msgspec

from detente.model.span import Span


class Fault(msgspec.Struct, frozen=True):
    """Something that could not be read or coded, and why.

    `code` is a short stable word ("no-language", "date-contradiction", "party-ambiguous"); `message` is one line
    for people; `span` is the passage, where there is one.
    """

    code: str
    message: str
    span: Span | None = None


class ReadFault(msgspec.Struct, frozen=True):
    """Something handed over that gave no report, and why.

    `source` is the path as given (or found in a folder); `line` the line in it, where there is one (from 1).
    """

    source: str
    fault: Fault
    line: int | None = None

    def __str__(self) -> str:
        where = self.source if self.line is None else f"{self.source}, line {self.line}"
        return f"{where}: {self.fault.message}"
