"""Bytes -> text, with a word on how, where it was not plain UTF-8."""

from __future__ import annotations

import codecs

from detente.model import Fault

_SIGNATURES = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
    b"\x1f\x8b",
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b\x1c\x1d\x1e\x1f"))
_SAMPLE = 8192


def looks_binary(data: bytes) -> bool:
    """Whether the first bytes of a file show that it holds no text.

    >>> looks_binary(b"%PDF-1.7 ..."), looks_binary(b"Oslo and Minsk")
    (True, False)
    """
    sample = data[:_SAMPLE]
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    if sample.startswith(_SIGNATURES) or b"\0" in sample:
        return True
    return len(sample) - len(sample.translate(None, _CONTROLS)) > 0.02 * len(sample)


def decode(data: bytes) -> tuple[str, Fault | None]:
    """Turn bytes into text: UTF-8 with or without its mark, UTF-16 by its mark, else Windows-1252 (with a fault)."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), Fault("encoding", "not UTF-8: read as UTF-16")
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        where = f"not UTF-8 (byte {error.start}): read as Windows-1252"
    return data.decode("cp1252", "replace"), Fault("encoding", where)
