"""What the drivers say, as one line for people; and who may write."""

from __future__ import annotations

import time
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError

from detente.model import RegisterError

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
    if "connection failed" in words or "failed to resolve" in words:
        return f"{name} cannot be reached; check the URL, and that the server runs ({words.rpartition('failed: ')[2]})"
    return f"{name}: {words}"


class Patience:
    """How long a server that is away is waited for."""

    def __init__(self, seconds: float = BUSY_SECONDS) -> None:
        self.until = time.monotonic() + seconds
        self.pause = 0.1

    def wait(self, error: RegisterError) -> bool:
        """Wait a little where the server was lost and there is time left; else False."""
        if not server_lost(error) or time.monotonic() + self.pause > self.until:
            return False
        time.sleep(self.pause)
        self.pause = min(2.0, 2 * self.pause)
        return True


def server_lost(error: RegisterError) -> bool:
    """Whether a server went away or does not yet answer (SQLSTATE 57P01..57P03, or no connection at all)."""
    cause = error.__cause__
    if not isinstance(cause, OperationalError) or cause.orig is None or not hasattr(cause.orig, "sqlstate"):
        return False
    return cause.connection_invalidated or cause.orig.sqlstate in (None, "57P01", "57P02", "57P03")
