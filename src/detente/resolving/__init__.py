"""Words -> mentions -> parties as of a date."""

from detente.resolving.clues import tenure_clues
from detente.resolving.find import find_mentions
from detente.resolving.reference import resolve_mentions

__all__ = ["find_mentions", "resolve_mentions", "tenure_clues"]
