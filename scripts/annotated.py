"""Annotated reports as the fits read them: documents with their events, the scorer, which event a draft tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from detente.coding.draft import Draft
from detente.evaluation.shared import json_lines, load_script, shared_folder
from detente.model import Document, Report
from detente.parsing import parse_reports
from detente.reading import read_paths
from detente.run.pipeline import load_codebook, read_document

Told = dict[str, Any]
"""An event in the gold's shape."""


def load_scorer() -> Any:
    """The shared scorer, with the aliases of organisations."""
    scorer = load_script(shared_folder() / "gold" / "score.py")
    scorer.ORGANISATIONS.update(scorer.organisations())
    return scorer


def documents(golds: Sequence[Path]) -> Iterator[tuple[Document, list[Told]]]:
    """Every report of the files, read as far as coding, with its annotated events."""
    for gold in golds:
        events = {row["id"]: row["gold"]["events"] for row in json_lines(gold)}
        reports = [r for r in read_paths([str(gold)]) if isinstance(r, Report)]
        for report, sentences in parse_reports(reports):
            yield read_document(report, sentences, load_codebook()), events[report.id]


def told_at(draft: Draft, events: list[Told], text: str) -> list[Told]:
    """The annotated events whose passage holds a draft's word."""
    found = ((text.find(event["evidence"]), event) for event in events)
    return [event for at, event in found if at >= 0 and at <= draft.hit.word.start < at + len(event["evidence"])]


def annotated(draft: Draft, guess: Told, events: list[Told], text: str, scorer: Any) -> Told | None:
    """The annotated event whose passage holds the draft's word, of its type, with most of its parties."""
    mine = scorer.names(guess["actors"] + guess["recipients"])
    here = [event for event in told_at(draft, events, text) if scorer.type_agrees(event, guess)]
    shared = [len(mine & scorer.names(event["actors"] + event["recipients"])) for event in here]
    most = max(shared, default=0)
    return here[shared.index(most)] if most else None
