"""Settings and the pipeline joined up; the pipeline is loaded when first asked for, as questions do without it."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from detente.run.settings import Settings

if TYPE_CHECKING:
    from detente.run.pipeline import code_document, code_report, code_reports, default_coder, read_document

__all__ = ["Settings", "code_document", "code_report", "code_reports", "default_coder", "read_document"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(importlib.import_module("detente.run.pipeline"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
