"""Sentences that rank a deed or relations in history."""

from detente.coding.claims.find import find_claims

__all__ = ["find_claims"]
