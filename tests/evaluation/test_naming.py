"""The share of titles whose bearer was told, and the list of those that stayed open."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from detente.codebook import load_codebook
from detente.evaluation.naming import is_role, read_sample, table
from detente.model import Document, Line, Report, Span
from detente.parsing import parse_report
from detente.run.pipeline import read_document


def read(text: str) -> Document:
    report = Report(id="r", text=text, lines=(Line(Span(0, len(text)), "body"),))
    return read_document(report, parse_report(report), load_codebook())


def test_roles_are_told_from_people_in_office() -> None:
    document = read(
        "She ran for president. A minister resigned. The president of Chile met Minister Jorge Lara as agreed."
    )
    words = [t for t in document.tokens if t.lower in ("president", "minister")]
    assert [is_role(token) for token in words] == [True, True, False, False]


def test_sentence_counts_only_when_person_and_state_are_known() -> None:
    found = table([read("Norwegian Foreign Minister Knut Vollebaek left. Trade Minister Ole Lia stayed.")])
    assert (found["sentences"], found["resolved"], found["titles"]) == (2, 0.5, 0.5)
    assert "trade minister ole lia 1" in found["open titles"]


def test_sample_takes_every_nth_report(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.gz"
    with gzip.open(path, "wt") as out:
        for n in range(6):
            out.write(json.dumps({"id": f"n{n}", "text": f"Report number {n} is short.", "published": None}) + "\n")
    assert [document.report.id for document in read_sample(path, 3)] == ["n0", "n2", "n4"]
