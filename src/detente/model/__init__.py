"""Every record that travels between the rooms, and the error tree."""

from detente.model.document import Coded, Document, PlaceMention, TimeMention
from detente.model.errors import CodebookError, DetenteError, InputError, RegisterError, SettingsError
from detente.model.event import Claim, Event, Place, Quote, Status
from detente.model.fault import Fault, ReadFault
from detente.model.interval import How, Interval
from detente.model.party import Mention, Party, Tenure
from detente.model.register import (
    DECLARES,
    RECORD,
    AddResult,
    Coverage,
    Declared,
    Entry,
    Evidence,
    Judgement,
    JudgementKind,
    StoredReport,
)
from detente.model.report import READABLE, TURN, Line, LineKind, Report
from detente.model.span import Span
from detente.model.syntax import Sentence, Token

__all__ = [
    "DECLARES",
    "READABLE",
    "RECORD",
    "TURN",
    "AddResult",
    "Claim",
    "CodebookError",
    "Coded",
    "Coverage",
    "Declared",
    "DetenteError",
    "Document",
    "Entry",
    "Event",
    "Evidence",
    "Fault",
    "How",
    "InputError",
    "Interval",
    "Judgement",
    "JudgementKind",
    "Line",
    "LineKind",
    "Mention",
    "Party",
    "Place",
    "PlaceMention",
    "Quote",
    "ReadFault",
    "RegisterError",
    "Report",
    "Sentence",
    "SettingsError",
    "Span",
    "Status",
    "StoredReport",
    "Tenure",
    "TimeMention",
    "Token",
]
