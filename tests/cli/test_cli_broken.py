"""A report on which the coder breaks down: told of, kept, and no cost to any other report or to what was kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cli_running import Run

import detente.run.pipeline as pipeline
from detente.evaluation.shared import code_all
from detente.model import Document, Interval, Report
from detente.reading import split_lines
from detente.run.settings import Settings

PACT = "NADI, 3 March 2003 (Harbour Post) - Fiji expelled two diplomats of Peru on Monday, its ministry said.\n"
TALKS = "LIMA, 5 March 2003 (Andes Wire) - Peru's foreign minister met his counterpart of Chile in Lima on Wednesday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "pact.txt").write_text(PACT, encoding="utf-8")
    (folder / "talks.txt").write_text(TALKS, encoding="utf-8")
    return folder


@pytest.fixture
def broken() -> Iterator[pytest.MonkeyPatch]:
    """A coder with a bug that shows on one of the reports."""
    whole = pipeline.find_quotes

    def breaks(document: Document) -> Any:
        return [][3] if "Harbour Post" in document.text else whole(document)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "find_quotes", breaks)
        yield patch


def timeline(run: Run, *states: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("timeline", *states, "--json").out.splitlines()]


def test_the_others_are_read_and_the_broken_one_is_kept_for_a_later_coder(
    folder: Path, run: Run, broken: pytest.MonkeyPatch
) -> None:
    ran = run("read", "in")
    assert ran.status == 0
    assert ran.err.startswith("detente: in/pact.txt: the coder broke down on this report (IndexError in ")
    assert ran.err.count("\n") == 1
    assert ran.out.splitlines()[2].split()[:3] == ["2", "0", "0"]
    assert [deed["type"] for deed in timeline(run, "Peru", "Chile")] == ["CONSULT"]
    assert timeline(run, "Fiji", "Peru") == []
    assert run("read", "in").err == ""
    broken.undo()
    assert run("recode", "--all").status == 0
    assert [deed["mode"] for deed in timeline(run, "Fiji", "Peru")] == ["expel"]
    assert run("verify").out.endswith("all is well\n")


def test_what_was_coded_stays_where_a_later_coder_breaks_down(
    folder: Path, run: Run, request: pytest.FixtureRequest
) -> None:
    assert run("read", "in").err == ""
    before = timeline(run, "Fiji", "Peru")
    assert len(before) == 1
    request.getfixturevalue("broken")
    ran = run("recode", "--all")
    assert (ran.status, ran.err.count("broke down")) == (0, 1)
    assert timeline(run, "Fiji", "Peru") == before


def test_code_prints_the_broken_one_without_events_and_says_so(
    folder: Path, run: Run, broken: pytest.MonkeyPatch
) -> None:
    ran = run("code", "in")
    told = {record["id"]: record for record in map(json.loads, ran.out.splitlines())}
    assert (ran.status, ran.err.count("broke down")) == (0, 1)
    assert told["pact"]["events"] == [] and len(told["talks"]["events"]) == 1
    assert [fault["code"] for fault in told["pact"]["faults"]] == [pipeline.FAILED]


def test_no_figure_hides_a_broken_report(broken: pytest.MonkeyPatch) -> None:
    report = Report(id="pact", text=PACT, lines=split_lines(PACT), handed=Interval.day("2003-03-03", "handed"))
    with pytest.raises(RuntimeError, match="pact: the coder broke down"):
        code_all([report], Settings.from_environment())
