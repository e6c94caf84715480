"""The knowledge: what the codebook's YAML and CSV files say, checked at load."""

from detente.codebook.facts import Codebook, Holder, Metonym, Office, Organisation, State
from detente.codebook.load import load_codebook

__all__ = ["Codebook", "Holder", "Metonym", "Office", "Organisation", "State", "load_codebook"]
