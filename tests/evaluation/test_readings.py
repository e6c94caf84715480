"""Our own readings: joined with the texts they are documents; texts that changed are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.codebook.ontology import load_ontology
from detente.evaluation.readings import NEWS, READINGS, joined, main, news_texts, split_of, text_digest
from detente.evaluation.shared import json_lines, shared_folder

TEXT = "Oslo recalled its envoy from Lima on Monday. Nobody said why."
READING = {
    "id": "x1",
    "report": "x1",
    "length": 44,
    "digest": text_digest(TEXT[:44]),
    "published": "2031-03-05",
    "events": [
        {
            "type": "SANCTION",
            "mode": "withdraw",
            "actors": [{"state": "NOR"}],
            "recipients": [{"state": "PER"}],
            "date": ["2031-03-03", "2031-03-03"],
            "status": "occurred",
            "evidence": [5, 32],
        }
    ],
}


def test_a_reading_and_its_text_make_a_document_in_the_gold_shape() -> None:
    (document,) = joined([READING], {"x1": TEXT})
    assert document["text"] == TEXT[:44]
    event = document["gold"]["events"][0]
    assert event["evidence"] == "recalled its envoy from Lima"[: 32 - 5]
    assert event["date"] == {"from": "2031-03-03", "to": "2031-03-03"}
    assert event["recipients"] == [{"state": "PER", "organisation": None, "person": None, "office": None}]


@pytest.mark.parametrize("texts", [{}, {"x1": TEXT.replace("Lima", "Kiel")}])
def test_a_text_that_is_missing_or_another_is_refused(texts: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="x1"):
        list(joined([READING], texts))


def test_without_the_news_one_line_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DETENTE_SHARED", str(tmp_path))
    assert main(["test", "-o", str(tmp_path / "out.jsonl")]) == 2
    assert "reports.jsonl.gz is missing" in capsys.readouterr().err


@pytest.mark.skipif(not READINGS.exists(), reason="the readings are in a checkout only")
def test_every_reading_uses_the_ontology() -> None:
    types = set(load_ontology().types)
    events = [e for reading in json_lines(READINGS) for e in reading["events"]]
    assert len(events) > 8000
    assert {e["type"] for e in events} <= types
    assert all(e["actors"] or e["recipients"] for e in events)


@pytest.mark.skipif(not (shared_folder() / NEWS).exists(), reason="the shared news are not here")
def test_every_passage_stands_in_its_text_and_a_fifth_is_held_out() -> None:
    readings = list(json_lines(READINGS))
    documents = list(joined(readings, news_texts(shared_folder() / NEWS)))
    assert all(e["evidence"].strip() for d in documents for e in d["gold"]["events"])
    held = sum(split_of(r["id"]) == "test" for r in readings)
    assert 0.15 < held / len(readings) < 0.25
