"""The register for use elsewhere: rows with PLOVER and CAMEO codes, and what people decided in the gold shape."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from cli_register import fill
from cli_running import Run


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    fill(tmp_path / "detente.db")
    return tmp_path


def entries(run: Run) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("timeline", "Fiji", "Peru", "--json").out.splitlines()]


def test_csv_has_a_row_a_deed_with_the_codes_of_both_schemes(filled: Path, run: Run) -> None:
    ran = run("export")
    assert (ran.status, ran.err) == (0, "")
    expelled, visit = csv.DictReader(io.StringIO(ran.out))
    assert (expelled["type"], expelled["mode"], expelled["cameo"], expelled["quad_class"]) == (
        "SANCTION", "expel", "166", "4",
    )  # fmt: skip
    assert (expelled["actors"], expelled["recipients"], expelled["first"]) == ("PER", "FJI", "2004-02-06")
    assert (visit["actor_persons"], visit["status"], visit["place"]) == ("Mere Tui", "occurred", "Lima, Peru")
    assert expelled["evidence"].count("|") == 1
    assert run("export", "Norway").out.count("\n") == 1


def test_json_lines_and_parquet_hold_what_csv_holds(filled: Path, run: Run) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    told = [json.loads(line) for line in run("export", "Fiji", "peruvian", "--format", "jsonl").out.splitlines()]
    assert [row["entry"] for row in told] == [row["entry"] for row in entries(run)]
    ran = run("export", "--format", "parquet", "-o", "out/deeds.parquet")
    assert (ran.status, ran.out, ran.err) == (0, "", "2 entries written to out/deeds.parquet\n")
    table = parquet.read_table(filled / "out" / "deeds.parquet")
    assert table.column("entry").to_pylist() == [row["entry"] for row in told]
    events = run("export", "--format", "jsonl", "--what", "events", "--as-reported-by", "2004-02-07").out.splitlines()
    assert [json.loads(line)["words"][:4] for line in events] == ["Lima", "The "]


def test_deeds_as_cameo_writes_them_have_one_source_and_one_target_a_row(filled: Path, run: Run) -> None:
    expelled, made, hosted = csv.DictReader(io.StringIO(run("export", "--what", "cameo").out))
    names = ("cameo", "source", "source_code", "source_cow", "source_gw", "target", "target_code", "goldstein")
    assert tuple(expelled[name] for name in names) == ("166", "PER", "PERGOV", "135", "135", "FJI", "FJI", "-7.0")
    assert [(row["cameo"], row["source_code"], row["target_code"]) for row in (made, hosted)] == [
        ("042", "FJIGOV", "PER"), ("043", "PER", "FJIGOV"),
    ]  # fmt: skip
    assert made["entry"] == hosted["entry"] and made["first"] == "2004-06-10"
    assert run("export", "--what", "cameo", "-o", "dyads.csv").err == "3 rows written to dyads.csv\n"


def test_parties_have_their_codes_and_numbers(filled: Path, run: Run) -> None:
    visit = list(csv.DictReader(io.StringIO(run("export").out)))[1]
    assert (visit["actor_codes"], visit["actor_cow"], visit["actor_gw"]) == ("FJIGOV", "950", "950")
    told = json.loads(run("export", "--format", "jsonl").out.splitlines()[0])
    assert (told["actor_codes"], told["actor_cow"], told["recipient_gw"]) == (["PERGOV"], [135], [950])


def test_a_file_of_before_stays_where_the_export_fails(filled: Path, run: Run) -> None:
    (filled / "deeds.csv").write_text("mine")
    assert run("export", "--store", "none.db", "-o", "deeds.csv").status == 2
    assert (filled / "deeds.csv").read_text() == "mine"
    assert [path.name for path in filled.glob("*.part")] == []


def test_corrections_come_in_the_gold_shape(filled: Path, run: Run) -> None:
    expelled, visit = (entry["entry"] for entry in entries(run))
    assert run("export", "--format", "gold").err == "detente: nothing to write: nobody has decided anything\n"
    run("correct", expelled, "date", "2004-02-05", "--why", "the note is of that day", "--by", "ana")
    run("reject", visit, "--why", "a rehearsal", "--by", "ben")
    ran = run("export", "--format", "gold")
    first, second, third = (json.loads(line) for line in ran.out.splitlines())
    (event,) = first["gold"]["events"]
    assert event["date"] == {"from": "2004-02-05", "to": "2004-02-05"}
    assert (event["judged"], event["corrected"], event["by"], event["why"]) == (
        "corrected", ["date"], "ana", "the note is of that day",
    )  # fmt: skip
    assert event["evidence"] in first["text"] and "date" not in event["spans"]
    assert [len(d["gold"]["events"]) for d in (first, second, third)] == [1, 1, 0]
    assert [len(d["gold"]["rejected"]) for d in (first, second, third)] == [1, 0, 1]
    assert [e["type"] for e in second["gold"]["unjudged"]] == []
    assert second["gold"]["published"] == {"from": "2004-02-09", "to": "2004-02-09"}
    undone = run("log", expelled).out.split()[0]
    run("undo", undone, "--why", "misread")
    assert len(run("export", "--format", "gold").out.splitlines()) == 2


def test_a_report_that_tells_otherwise_is_not_corrected(filled: Path, run: Run) -> None:
    """The first report had the visit planned; that it was called off is no correction of what that report said."""
    visit = entries(run)[1]["entry"]
    run("correct", visit, "status", "cancelled", "--why", "the plane turned back")
    first, third = (json.loads(line)["gold"] for line in run("export", "--format", "gold").out.splitlines())
    assert [event["status"] for event in third["events"]] == ["cancelled"]
    assert [event["status"] for event in first["events"]] == ["planned"]
    assert [event["corrected"] for event in first["events"]] == [[]]
    assert [event["type"] for event in first["unjudged"]] == ["SANCTION"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--format", "xml"), "--format xml: give csv, jsonl, parquet or gold"),
        (("--what", "deeds"), "--what deeds: give entries, events or cameo"),
        (("--format", "parquet"), "a Parquet file cannot be printed; name one with -o"),
        (("Fiji", "Peru", "Norway"), "3 parties: give one, two, or none for all"),
        (("--format", "gold", "Fiji"), "--format gold takes no parties and no dates: it gives all that people decided"),
    ],
)
def test_what_cannot_be_exported_is_one_line(filled: Path, run: Run, arguments: tuple[str, ...], words: str) -> None:
    assert run("export", *arguments) == (2, "", f"detente: {words}\n")
