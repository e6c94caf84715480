"""Reports in: coded, explained, read; and all that can be wrong with a file."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from cli_running import Run

REPORT = """Oslo and Lima sign fishing pact

OSLO, 3 March 2003 (Fjord Wire) - Norwegian Prime Minister Kjell Magne Bondevik met Peruvian President \
Alejandro Toledo in Oslo on Monday.

Norway condemned the arrest of two journalists in Lima last week. "We expect them to be freed," Bondevik said.

The weather was fine.
"""
GERMAN = "Der Minister reiste am Montag nach Wien und sprach dort mit seinem Kollegen über die Lage an der Grenze. " * 4


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "pact.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_code_prints_one_object_whose_spans_are_words_of_the_report(report: Path, run: Run) -> None:
    ran = run("code", "pact.txt", "--with", "times,places")
    assert (ran.status, ran.err) == (0, "")
    (record,) = map(json.loads, ran.out.splitlines())
    assert (record["id"], record["published"]) == ("pact", {"from": "2003-03-03", "to": "2003-03-03"})
    assert record["body"].startswith("OSLO, 3 March") and record["body"].endswith("was fine.")
    met = next(event for event in record["events"] if event["type"] == "CONSULT")
    assert {party["state"] for party in met["actors"] + met["recipients"]} == {"NOR", "PER"}
    assert met["date"] == {"from": "2003-03-03", "to": "2003-03-03"}
    assert [quote["text"] for quote in record["quotes"]] == ["We expect them to be freed,"]
    for event in record["events"]:
        assert " ".join(REPORT[a:b] for a, b in event["spans"]["evidence"]) == event["evidence"]
    assert all(REPORT[time["start"] : time["end"]] == time["text"] for time in record["times"])
    assert all(REPORT[place["start"] : place["end"]] == place["text"] for place in record["places"])


def test_code_into_a_file_of_a_new_folder(report: Path, run: Run, tmp_path: Path) -> None:
    ran = run("code", "pact.txt", "-o", "build/out.jsonl")
    assert ran == (0, "", "")
    assert json.loads((tmp_path / "build" / "out.jsonl").read_text(encoding="utf-8"))["id"] == "pact"


def test_a_date_handed_over_wins(report: Path, run: Run) -> None:
    record = json.loads(run("code", "pact.txt", "--published", "2003-03-04").out)
    assert (record["published"]["from"], record["published_how"]) == ("2003-03-04", "option")


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
    record = json.loads(run("code", "-").out)
    assert (record["id"], record["published"]["from"]) == ("stdin", "2003-03-03")


def test_a_file_of_before_stays_where_nothing_could_be_read(report: Path, run: Run, tmp_path: Path) -> None:
    coded = tmp_path / "coded.jsonl"
    assert run("code", "pact.txt", "-o", "coded.jsonl").status == 0
    before = coded.read_bytes()
    assert run("code", "none.txt", "-o", "coded.jsonl").status == 2
    ran = run("code", "pact.txt", "-o", "./pact.txt")
    assert (ran.status, ran.err) == (2, "detente: -o ./pact.txt: that file is to be read; write to another\n")
    assert (coded.read_bytes(), report.read_text("utf-8")) == (before, REPORT)


def test_explain_goes_sentence_by_sentence(report: Path, run: Run) -> None:
    ran = run("explain", "pact.txt")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "pact"
    assert lines[1].startswith("published: 2003-03-03")
    told = " ".join(ran.out.split())
    assert "=> " in told and "(CONSULT" in told[told.index("[met]") : told.index("[condemned]")]
    weather = next(i for i, line in enumerate(lines) if "The weather was fine." in line)
    assert lines[weather + 1].strip() == "no deed between parties"


def test_reading_twice_changes_nothing_and_says_so(report: Path, run: Run) -> None:
    first, again = run("read", "."), run("read", ".")
    assert first.status == again.status == 0
    new, events, entries = first.out.splitlines()[-1].split()[0], *first.out.split()[-3::2]
    assert (new, again.out.splitlines()[-1].split()) == ("1", ["0", "1", "0", "0", "0", entries])
    assert int(events) >= int(entries) >= 1


def test_a_report_gives_the_terminal_no_orders(run: Run, tmp_path: Path) -> None:
    record = {"id": "a\x1b[31mb", "text": REPORT.replace("Lima", "\u202eLima\x1b[2J\x07")}
    (tmp_path / "odd.jsonl").write_text(json.dumps(record), encoding="utf-8")
    ran = run("explain", "odd.jsonl")
    assert ran.out.splitlines()[0] == "a[31mb" and "Lima[2J" in ran.out
    assert not set("\x1b\x07\u202e") & set(ran.out)


BROKEN = {
    "empty.txt": b"",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "german.txt": GERMAN.encode(),
    "lines.jsonl": b'{"id": "a", "text": "Norway thanked Peru in 2003 for all its help in the search."}\n{"id": \n',
    "cut.jsonl.gz": gzip.compress(b'{"id": "c", "text": "Norway thanked Peru."}\n' * 50)[:60],
    "rows.csv": b"id,words\n1,Norway\n",
}


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("none.txt", "detente: none.txt: no such file or folder"),
        ("no*.txt", "detente: no*.txt: no file fits this pattern"),
        ("folder", "detente: folder: no reports in this folder (looked for .txt .html .htm .jsonl .jsonl.gz .csv)"),
        ("empty.txt", "detente: empty.txt: the file is empty"),
        ("picture.txt", "detente: picture.txt: not a text file"),
        ("rows.csv", "detente: rows.csv, line 1: no column 'text' in the first row"),
    ],
)
@pytest.mark.parametrize("command", ["code", "read", "explain"])
def test_nothing_to_read_is_a_line_and_status_2(command: str, name: str, line: str, run: Run, tmp_path: Path) -> None:
    _write(tmp_path)
    ran = run(command, name)
    assert ran.status == 2
    assert ran.err == f"{line}\ndetente: no report could be read\n"


def test_the_rest_is_done_where_one_line_is_broken(run: Run, tmp_path: Path) -> None:
    _write(tmp_path)
    ran = run("code", "lines.jsonl", "none.txt")
    assert ran.status == 0
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["a"]
    first, second = ran.err.splitlines()
    assert first.startswith("detente: lines.jsonl, line 2: not JSON")
    assert second == "detente: none.txt: no such file or folder"


def test_another_language_is_a_fault_and_no_nonsense(run: Run, tmp_path: Path) -> None:
    _write(tmp_path)
    ran = run("code", "german.txt")
    record = json.loads(ran.out)
    assert (record["events"], record["quotes"], record["claims"]) == ([], [], [])
    assert [fault["code"] for fault in record["faults"]] == ["no-language"]
    assert ran.err == "detente: german.txt: not in English: nothing was read\ndetente: no report could be read\n"
    assert ran.status == 2


def test_a_model_that_is_not_there_is_one_line(report: Path, run: Run) -> None:
    ran = run("code", "pact.txt", "--model", "en_no_such_model")
    assert ran.status == 2 and ran.err.count("\n") == 1
    assert ran.err.startswith("detente: spaCy model 'en_no_such_model' is not installed")


def test_a_reader_that_goes_away_is_no_trouble(report: Path) -> None:
    program = "import sys; from detente.cli.main import main; sys.exit(main())"
    command = f"{sys.executable} -c '{program}' code {report} | true"
    assert subprocess.run(["bash", "-c", command], capture_output=True, text=True).stderr == ""


def _write(folder: Path) -> None:
    (folder / "folder").mkdir()
    for name, data in BROKEN.items():
        (folder / name).write_bytes(data)
