"""The fitted models: weights that `scripts/train_*.py` learn from annotated reports, as JSON beside this file."""

from __future__ import annotations

import functools
from importlib import resources
from typing import TypeVar

import msgspec

from detente.model import CodebookError

Fit = TypeVar("Fit", bound=msgspec.Struct)


def load_fit(name: str, kind: type[Fit]) -> Fit | None:
    """The fitted model of a name, read once a process, or None before there is one.

    Args:
        name: of its file, without ".json".
        kind: the record that it is.

    Raises: CodebookError where its file is damaged.
    """
    found = _read(name, kind)
    return found if isinstance(found, kind) else None


@functools.cache
def _read(name: str, kind: type) -> object:
    path = resources.files("detente.codebook") / f"{name}.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind) if path.is_file() else None
    except (OSError, msgspec.DecodeError) as error:
        raise CodebookError(f"{path.name}: {error}") from error
