"""Relation, agenda, tone and compare on the command line: outputs whole, and what is said of a wrong request."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_register import fill
from cli_running import Compare, Run


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    fill(tmp_path / "detente.db")
    return tmp_path


def test_a_relation_on_one_page(filled: Path, run: Run, same_as_stored: Compare) -> None:
    ran = run("relation", "Peru", "Fijian")
    assert (ran.status, ran.err) == (0, "")
    same_as_stored("relation.txt", ran.out)


def test_every_line_of_a_relation_names_entries_that_are_there(filled: Path, run: Run) -> None:
    page = json.loads(run("relation", "Peru", "Fiji", "--json").out)
    assert page["states"] == ["PER", "FJI"] and page["on"] == "2004-06-11"
    ids = {deed["entry"] for phase in page["phases"] for deed in phase["deeds"]}
    ids |= {row["deed"]["entry"] for row in page["last_by_kind"] if row["deed"]}
    ids |= {deed["entry"] for measure in page["measures"] for deed in measure["deeds"]}
    assert len(ids) == 2 and all(run("show", id_).status == 0 for id_ in ids)


def test_a_relation_as_of_a_day(filled: Path, run: Run) -> None:
    pair = ("relation", "Peru", "Fiji", "--json")
    before = json.loads(run(*pair, "--on", "2004-02").out)
    assert (before["phase"], [item["state"] for item in before["planned"]]) == ("freeze", ["planned"])
    assert json.loads(run(*pair).out)["phase"] == "thaw"
    assert json.loads(run(*pair, "--as-reported-by", "2004-03").out)["on"] == "2004-02-09"


def test_an_agenda_with_its_calendar(filled: Path, run: Run, same_as_stored: Compare) -> None:
    ran = run("agenda", "--all", "--ics", "out/agenda.ics")
    assert (ran.status, ran.err) == (0, "")
    same_as_stored("agenda.txt", ran.out)
    assert (filled / "out" / "agenda.ics").read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")
    (item,) = (
        json.loads(line) for line in run("agenda", "Fiji", "--json", "--as-reported-by", "2004-03").out.splitlines()
    )
    assert (item["state"], item["date"]) == ("planned", "2004-06")


def test_a_tone_as_a_table(filled: Path, run: Run, same_as_stored: Compare) -> None:
    ran = run("tone", "Peru", "Fiji", "--by", "year")
    assert (ran.status, ran.err) == (0, "")
    same_as_stored("tone.txt", ran.out)


def test_pairs_compared_as_a_table(filled: Path, run: Run, same_as_stored: Compare) -> None:
    ran = run("compare", "Peru", "Fiji", "Norway")
    assert (ran.status, ran.err) == (0, "")
    same_as_stored("compare.txt", ran.out)


@pytest.mark.parametrize(
    ("request_", "answer"),
    [
        (("relation", "Peru", "Peruvian"), "one and the same"),
        (("relation", "Peru", "Norway"), "nothing between Peru and Norway"),
        (("relation", "Peru", "Fiji", "--png", "a.gif"), "a picture ends in .png, .svg or .html"),
        (("relation", "Peru", "Fiji", "--on", "soon"), "give a date"),
        (("tone", "Peru", "Fiji", "--by", "day"), "give one of week, month, year"),
        (("tone", "Peru", "Norway"), "no dated deeds between Peru and Norway"),
        (("compare", "Peru"), "give two to 12 different states"),
        (("compare", "Peru", "Norway"), "nothing between any two of these"),
        (("agenda", "Norway"), "nothing planned"),
    ],
)
def test_a_request_without_an_answer_says_so_in_a_line(
    filled: Path, run: Run, request_: tuple[str, ...], answer: str
) -> None:
    ran = run(*request_)
    assert answer in ran.err and ran.err.count("\n") == 1
