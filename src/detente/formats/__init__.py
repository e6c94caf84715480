"""Out of the house: the gold shape as JSON, and pictures (imported where they are drawn: Altair is slow to load)."""

from detente.formats.gold import coded_to_dict, coded_to_json, event_to_dict, fault_to_dict, interval_to_dict

__all__ = ["coded_to_dict", "coded_to_json", "event_to_dict", "fault_to_dict", "interval_to_dict"]
