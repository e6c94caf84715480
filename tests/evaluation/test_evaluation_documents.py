"""Scoring whole reports: figures, why events were missed, how far confidence holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.evaluation.documents import measure_documents
from detente.evaluation.shared import shared_folder
from detente.run.settings import Settings

SCORER = shared_folder() / "gold" / "score.py"
TEXT = (
    "Norwegian Foreign Minister Knut Vollebaek visited Peru on 3 March 1999. "
    "Chile and Peru signed a treaty in Lima on 5 March 1999."
)
GOLD = {
    "published": None,
    "body": "Norwegian Foreign Minister",
    "body_end": "on 5 March 1999.",
    "claims": [],
    "quotes": [],
    "events": [
        {"id": "e1", "type": "CONSULT", "mode": "visit", "actors": [{"state": "NOR", "person": "Knut Vollebaek"}],
         "recipients": [{"state": "PER"}], "date": {"from": "1999-03-03", "to": "1999-03-03"}, "place": None,
         "status": "occurred", "sources": [], "evidence": "Norwegian Foreign Minister Knut Vollebaek visited Peru"},
        {"id": "e2", "type": "ASSAULT", "mode": None, "actors": [{"state": "FJI"}], "recipients": [{"state": "TON"}],
         "date": None, "place": None, "status": "occurred", "sources": [], "evidence": "nothing of the kind"},
    ],
}  # fmt: skip


@pytest.mark.skipif(not SCORER.exists(), reason=f"the shared scorer is not at {SCORER}")
def test_a_gold_file_gives_figures_and_causes(tmp_path: Path) -> None:
    gold = tmp_path / "small.jsonl"
    gold.write_text(json.dumps({"id": "a", "text": TEXT, "published": None, "gold": GOLD}) + "\n")
    measured = measure_documents(gold, SCORER, Settings(), errors=5)
    assert measured.name == "small"
    assert measured.figures["event_recall"] == 0.5
    assert measured.figures["body_accuracy"] == 1.0
    assert measured.figures["events_on_empty"] is None
    assert any(note.startswith("missed: nothing coded 1") for note in measured.notes)
    assert any(note.startswith("missed | a | ASSAULT") for note in measured.notes)
