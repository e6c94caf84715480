"""Report -> sentences and their syntax (spaCy stays in here)."""

from detente.parsing.parse import DEFAULT_MODEL, load_model, parse_report, parse_reports

__all__ = ["DEFAULT_MODEL", "load_model", "parse_report", "parse_reports"]
