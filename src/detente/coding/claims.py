"""Claims: sentences that rank an event or relations in history."""

from __future__ import annotations

from detente.model import Claim, Document


def find_claims(document: Document) -> tuple[Claim, ...]:
    """To come in this session."""
    return ()
