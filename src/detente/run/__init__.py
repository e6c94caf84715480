"""Settings and the pipeline joined up."""

from detente.run.pipeline import code_document, code_report, code_reports, default_coder, read_document
from detente.run.settings import Settings

__all__ = ["Settings", "code_document", "code_report", "code_reports", "default_coder", "read_document"]
