"""Clauses -> events; quotes; claims."""

from detente.coding.claims import find_claims
from detente.coding.coder import Coder, FrameCoder
from detente.coding.quotes import find_quotes

__all__ = ["Coder", "FrameCoder", "find_claims", "find_quotes"]
