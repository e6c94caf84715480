"""Questions in plain English, by rules, onto the queries: what is understood is answered, what is not is said."""

from __future__ import annotations

from detente.relations.asking.answer import Answer, answer
from detente.relations.asking.understand import Asked, NotUnderstood, understand

__all__ = ["Answer", "Asked", "NotUnderstood", "answer", "understand"]
