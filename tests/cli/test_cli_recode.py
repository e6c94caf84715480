"""A register read by an older coder, read again by the one of today."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cli_running import Run

import detente
from detente.model import Coded, Interval, Report
from detente.reading import split_lines
from detente.run import code_report

TEXT = """NADI, 3 March 2003 (Harbour Post) - Fiji expelled two diplomats of Peru on Monday, its foreign ministry said.

Peru condemned the step on Sunday.
"""


def older(coded: Coded) -> Coded:
    """What a worse coder might have read: one deed dated wrongly, another missed, a third that is none."""
    first = coded.events[0]
    wrong = msgspec.structs.replace(first, date=Interval.day("2003-03-01"))
    none = msgspec.structs.replace(first, type="AID", mode=None)
    return msgspec.structs.replace(coded, events=(wrong, none), coder="frames-0")


@pytest.fixture
def entry(tmp_path: Path) -> str:
    report = Report(id="post", text=TEXT, lines=split_lines(TEXT), handed=Interval.day("2003-03-03", "handed"))
    coded = code_report(report)
    assert len(coded.events) > 1
    with detente.open(tmp_path / "detente.db") as register:
        register.add(older(coded))
        return next(e.id for e in register.entries() if e.type == coded.events[0].type)


def timeline(run: Run) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("timeline", "Fiji", "Peru", "--json").out.splitlines()]


def test_recode_mends_what_the_older_coder_got_wrong_and_says_so(entry: str, run: Run) -> None:
    assert run("confirm", entry, "--why", "so it was").status == 0
    bogus = next(
        e for e in map(json.loads, run("timeline", "Fiji", "Peru", "--json").out.splitlines()) if e["type"] == "AID"
    )
    judged = run("confirm", bogus["entry"], "--why", "rashly").out.split()[0]
    ran = run("recode")
    assert ran.status == 0
    assert (
        ran.err
        == f"detente: judgement {judged} is on a passage that is no longer read; `detente undo` it, or keep it\n"
    )
    assert [line.split()[:2] for line in ran.out.splitlines() if line[:1].isspace()] == [["1", "1"]]
    assert "told otherwise: date 1" in ran.out
    told = timeline(run)
    assert [e["edtf"] for e in told if e["entry"] == entry and e["verdict"] == "confirmed"] == ["2003-03-03"]
    assert "AID" not in [e["type"] for e in told]
    assert run("verify").out.endswith("all is well\n")
    again = run("recode", "--json", "--all")
    assert (again.status, again.out, again.err) == (0, "", "")


def test_only_what_an_older_coder_codebook_or_file_of_actors_coded_is_read_again(
    entry: str, run: Run, tmp_path: Path
) -> None:
    def counted(*arguments: str) -> list[str]:
        return run("recode", *arguments).out.splitlines()[2].split()[:2]

    assert counted() == ["1", "1"]
    assert counted() == ["0", "0"]
    assert counted("--all") == ["1", "0"]
    (tmp_path / "actors.csv").write_text("name,kind\nReef Council,organisation\n")
    assert counted("--actors", "actors.csv") == ["1", "0"]
    assert counted("--actors", "actors.csv") == ["0", "0"]


def test_records_of_structured_sources_are_left_alone(entry: str, run: Run, tmp_path: Path) -> None:
    with detente.open(tmp_path / "detente.db") as register:
        (stored,) = register.reports()
        other = msgspec.structs.replace(stored.report, text=f"<trip>{TEXT}</trip>", lines=())
        register.add(msgspec.structs.replace(older(code_report(stored.report)), report=other, coder="travels 1"))
    assert run("recode", "--json").out.count("\n") == 1
    assert run("recode", "--json").out == ""
