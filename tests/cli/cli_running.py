"""What a run of the command line gives, and the shapes of the fixtures."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Ran(NamedTuple):
    """Exit status, standard output, standard error."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]
Compare = Callable[[str, str], None]
