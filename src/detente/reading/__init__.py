"""Bytes -> `Report`: formats, which line is what, the date handed over."""

from detente.reading.lines import split_lines
from detente.reading.paths import ENDINGS, read_paths

__all__ = ["ENDINGS", "read_paths", "split_lines"]
