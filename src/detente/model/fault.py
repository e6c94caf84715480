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
