"""Identifiers as the stores keep them: in SQLite the 16 hexadecimal digits, in PostgreSQL the number they are."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import BigInteger, Dialect, String
from sqlalchemy.types import TypeDecorator, TypeEngine

DIGITS = 16
_WHOLE = re.compile(rf"[0-9a-f]{{{DIGITS}}}")
_HALF = 1 << 63
"""What is taken off, so that the numbers have a sign, as PostgreSQL's have, and the order of the digits."""


class HexId(TypeDecorator[str]):
    """An identifier of 64 bits: 8 bytes in PostgreSQL's rows and indexes, where digits take 17 to 20."""

    impl = String(DIGITS)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type of the column."""
        return dialect.type_descriptor(BigInteger() if dialect.name == "postgresql" else String(DIGITS))

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        """The value for the store; of what is no identifier None, which nothing equals."""
        if value is None or dialect.name != "postgresql":
            return value
        return int(value, 16) - _HALF if _WHOLE.fullmatch(value) else None

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """The identifier."""
        return f"{value + _HALF:0{DIGITS}x}" if isinstance(value, int) else value
