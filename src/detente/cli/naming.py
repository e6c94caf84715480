"""States and organisations as people write them; see `codebook.naming`."""

from detente.codebook.naming import find_parties, find_party, party_key, party_name

__all__ = ["find_parties", "find_party", "party_key", "party_name"]
