"""States and organisations as people write them; see `codebook.naming`."""

from detente.codebook.naming import party_key, party_name

__all__ = ["party_key", "party_name"]
