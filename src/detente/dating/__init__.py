"""Phrases to days, the dates of deeds, and the report's own day."""

from detente.dating.events import date_event, date_saying, report_frame
from detente.dating.phrase import date_phrase, explain_phrase, read_phrase
from detente.dating.reading import Reading
from detente.dating.report import date_report
from detente.dating.times import find_times

__all__ = [
    "Reading",
    "date_event",
    "date_phrase",
    "date_report",
    "date_saying",
    "explain_phrase",
    "find_times",
    "read_phrase",
    "report_frame",
]
