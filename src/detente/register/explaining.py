"""What the drivers say, as one line for people; and who may write."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

BUSY_SECONDS = 60
"""How long a writer waits for another."""


def lock_writers(connection: Any) -> None:
    """Let one writer in at a time (SQLite: BEGIN IMMEDIATE did); two who told of one deed would miss each other."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(20010911, 1)"))


def explain(name: str, error: DBAPIError) -> str:
    """One line for people from the driver's words."""
    words = str(error.orig).strip().splitlines()[0] if error.orig else str(error)
    hints = {
        "file is not a database": "is not a register (not a database file); give another --store",
        "unable to open": "cannot be opened; check that the folder can be written, or give another --store",
        "readonly": "cannot be written; check its permissions, or give another --store",
        "malformed": "is damaged; run `detente verify`, or restore a backup",
        "locked": f"was locked by another process for {BUSY_SECONDS} seconds; try again",
        "full": "cannot grow: the disk is full; free space and run again (nothing was half-written)",
    }
    for sign, hint in hints.items():
        if sign in words:
            return f"{name} {hint}"
    return f"{name}: {words}"
