"""Tables of rows in YAML, read and checked alike."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from detente.model import CodebookError

Row = TypeVar("Row")


def read_rows(path: Path, kind: type[Row]) -> tuple[Row, ...]:
    """The rows of a shipped table.

    Raises: CodebookError where the file is missing or has another shape.
    """
    try:
        return msgspec.convert(yaml.safe_load(path.read_bytes()), tuple[kind, ...])  # type: ignore[valid-type]
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise CodebookError(f"{path.name} cannot be read: {error}") from error
