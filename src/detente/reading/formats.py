"""The formats: an open file -> its reports, one after the other, never the whole file of many at once."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from detente.model import Fault, Interval, ReadFault, Report
from detente.reading.decoding import decode, looks_binary
from detente.reading.page import page_fields
from detente.reading.records import make_report

Read = Iterator[Report | ReadFault]
_LONGEST_FIELD = 2**31 - 1


def read_text(data: bytes, source: str, id: str, published: Interval | None) -> Read:
    """One report a file."""
    if fault := _unreadable(data):
        yield ReadFault(source, fault)
        return
    text, fault = decode(data)
    yield make_report({"text": text}, id=id, source=source, published=published, faults=_some(fault))


def read_page(data: bytes, source: str, id: str, published: Interval | None) -> Read:
    """One web page a file; see `page.page_fields` for what is kept of it."""
    if fault := _unreadable(data):
        yield ReadFault(source, fault)
        return
    html, fault = decode(data)
    fields = page_fields(html)
    if not fields["text"]:
        yield ReadFault(source, Fault("empty", "the page has no text"))
        return
    yield make_report(fields, id=id, source=source, published=published, field="html meta", faults=_some(fault))


def read_jsonl(lines: Iterable[bytes], source: str, id: str, published: Interval | None) -> Read:
    """One report a line; a line that cannot be read is a fault, the others are read."""
    decoder, count = msgspec.json.Decoder(), 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        count += 1
        text, fault = decode(line)
        try:
            fields = decoder.decode(text)
        except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
            if count == 1 and looks_binary(line):
                yield ReadFault(source, Fault("binary", "not a text file"))
                return
            yield ReadFault(source, Fault("broken-line", f"not JSON: {error}"), number)
            continue
        if not isinstance(fields, dict):
            yield ReadFault(source, Fault("broken-line", "not a JSON object"), number)
            continue
        own = f"{id}-{number}"
        yield make_report(fields, id=own, source=source, published=published, faults=_some(fault), line=number)
    if not count:
        yield ReadFault(source, Fault("empty", "the file is empty"))


def read_csv(data: BinaryIO, source: str, id: str, published: Interval | None) -> Read:
    """One report a row, the columns named by the first row as the fields of JSON lines are."""
    first = data.read(8192)
    if fault := _unreadable(first):
        yield ReadFault(source, fault)
        return
    data.seek(0)
    _, fault = decode(first[: first.rfind(b"\n") + 1])
    encoding = "cp1252" if fault else "utf-8-sig"
    csv.field_size_limit(_LONGEST_FIELD)
    rows = csv.DictReader(io.TextIOWrapper(data, encoding, "replace", newline=""))
    if "text" not in (rows.fieldnames or ()):
        yield ReadFault(source, Fault("no-text", "no column 'text' in the first row"), 1)
        return
    number = 1
    try:
        for row in rows:
            number = rows.line_num
            own = f"{id}-{number}"
            yield make_report(row, id=own, source=source, published=published, faults=_some(fault), line=number)
    except csv.Error as error:
        yield ReadFault(source, Fault("broken-line", f"not CSV: {error}"), number + 1)
    if number == 1:
        yield ReadFault(source, Fault("empty", "no rows below the first"))


def _unreadable(data: bytes) -> Fault | None:
    if not data.strip():
        return Fault("empty", "the file is empty")
    return Fault("binary", "not a text file") if looks_binary(data) else None


def _some(fault: Fault | None) -> tuple[Fault, ...]:
    return () if fault is None else (fault,)
