"""Report -> sentences and their syntax (spaCy stays in here); loaded when first used, as questions do without."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from detente.parsing.default import DEFAULT_MODEL

if TYPE_CHECKING:
    from detente.parsing.parse import load_model, parse_report, parse_reports

__all__ = ["DEFAULT_MODEL", "load_model", "parse_report", "parse_reports"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(importlib.import_module("detente.parsing.parse"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
