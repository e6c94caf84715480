"""The store: reports, evidence and judgements are appended and kept for ever; entries are derived from them."""

from detente.register.identity import evidence_ids
from detente.register.opening import open_register
from detente.register.store import Register

__all__ = ["Register", "evidence_ids", "open_register"]
