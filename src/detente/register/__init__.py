"""The store: reports, evidence and judgements are appended and kept for ever; entries are derived from them."""

from detente.register.forms import Line, read_side
from detente.register.identity import evidence_ids
from detente.register.opening import open_damaged, open_register
from detente.register.past import Past
from detente.register.recoding import Change
from detente.register.store import Register
from detente.register.verifying import Finding

__all__ = [
    "Change",
    "Finding",
    "Line",
    "Past",
    "Register",
    "evidence_ids",
    "open_damaged",
    "open_register",
    "read_side",
]
