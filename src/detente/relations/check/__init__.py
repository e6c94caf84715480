"""Claims of rank against the register: what a claim says, and whether the entries bear it out."""

from detente.relations.check.reading import Reading, read_claims
from detente.relations.check.verdict import Verdict, check_claim

__all__ = ["Reading", "Verdict", "check_claim", "read_claims"]
