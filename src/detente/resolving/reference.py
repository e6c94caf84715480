"""What points back: pronouns, "the two leaders", "both sides", "his counterpart"."""

from __future__ import annotations

from detente.codebook import Codebook
from detente.model import Document, Mention
from detente.resolving.settle import settle


def resolve_mentions(document: Document, codebook: Codebook) -> tuple[Mention, ...]:
    """Every mention as of the report's day, pronouns and groups among them.

    Args:
        document: with mentions found, and with the day it was published where that is known.
        codebook: the same that the mentions were found with.
    """
    return tuple(sorted(settle(document, codebook), key=lambda m: m.span))
