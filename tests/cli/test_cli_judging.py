"""Decisions on entries, and keeping the register."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from cli_register import fill
from cli_running import Run


@pytest.fixture
def entry(tmp_path: Path, run: Run) -> str:
    fill(tmp_path / "detente.db")
    return str(json.loads(run("timeline", "FJI", "PER", "--json").out.splitlines()[0])["entry"])


def test_a_rejected_entry_is_left_out_until_that_is_undone(entry: str, run: Run) -> None:
    rejected = run("reject", entry[:8], "--why", "not so", "--by", "ana")
    assert (rejected.status, rejected.err) == (0, "")
    assert rejected.out.rstrip().endswith("ana: reject (not so)")
    assert entry not in run("timeline", "FJI", "PER", "--json").out
    undone = run("undo", rejected.out.split()[0], "--why", "it was so", "--by", "ben")
    assert undone.status == 0
    assert entry in run("timeline", "FJI", "PER", "--json").out
    assert "taken back" in run("log", entry).out and "by ben (it was so)" in run("log", entry).out


def test_a_corrected_field_has_the_new_value(entry: str, run: Run) -> None:
    assert run("correct", entry, "date", "2004-02-05", "--why", "the note is of that day").status == 0
    first = json.loads(run("timeline", "FJI", "PER", "--json").out.splitlines()[0])
    assert first["edtf"] == "2004-02-05"


def test_a_negative_number_is_a_value_and_a_mistyped_option_still_none(entry: str, run: Run) -> None:
    assert run("correct", entry, "score", "-.5", "--why", "a slight one").status == 0
    assert json.loads(run("show", entry, "--json").out)["score"] == -0.5
    mistyped = run("correct", entry, "date", "2004", "--wy", "so")
    assert mistyped.status == 2 and "--wy" in mistyped.err


@pytest.mark.parametrize(
    ("field", "words", "key", "now"),
    [
        ("recipients", "Norway, United Nations", "recipients", ["NOR", "United Nations"]),
        ("actors", "RUS TUR", "actors", ["RUS", "TUR"]),
        ("actors", "none", "actors", []),
        ("date", "2004-02/2004-03", "edtf", "2004-02-01/2004-03-31"),
        ("date", "none", "edtf", None),
        ("place", "Suva, Fiji", "place", "Suva, Fiji"),
        ("type", "COERCE", "type", "COERCE"),
        ("mode", "withdraw", "mode", "withdraw"),
        ("score", "-3.5", "score", -3.5),
        ("sources", "the ministry; a wire", "sources", ["the ministry", "a wire"]),
    ],
)
def test_each_field_is_corrected_by_words(entry: str, run: Run, field: str, words: str, key: str, now: object) -> None:
    ran = run("correct", entry, field, words, "--why", "so it was", "--by", "ana")
    assert (ran.status, ran.err) == (0, "")
    shown = json.loads(run("show", entry, "--json").out)
    found = shown[key]
    if field in ("actors", "recipients"):
        found = [party["state"] or party["organisation"] for party in found]
    assert found == now
    assert shown["mode"] in (None, "withdraw") if field in ("type", "mode") else shown["mode"] == "expel"
    assert f"decided     correct {field}" in run("show", entry).out


@pytest.mark.parametrize(
    ("field", "words", "said"),
    [
        ("status", "maybe", "give one of occurred, ongoing, planned"),
        ("type", "WAR", "give one of AGREE"),
        ("mode", "loudly", "'loudly' is no mode of SANCTION; its modes: "),
        ("recipients", "Atlantis", "unknown state 'Atlantis'"),
        ("score", "high", "give a number"),
        ("id", "x", "cannot be corrected; fields: type, mode"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_those_that_can(
    entry: str, run: Run, field: str, words: str, said: str
) -> None:
    ran = run("correct", entry, field, words, "--why", "x")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err
    assert run("log", entry).out == ""


def test_split_and_join_come_back_to_the_same_entry(entry: str, run: Run) -> None:
    told = json.loads(run("show", entry, "--json").out)["told_by"]
    apart = run("split", entry, told[1]["id"], "--why", "another expulsion")
    assert apart.status == 0
    assert len(run("timeline", "FJI", "PER", "--json").out.splitlines()) == 3
    assert run("undo", apart.out.split()[0], "--why", "the same after all").status == 0
    assert json.loads(run("show", entry, "--json").out)["told_by"] == told


def test_a_damaged_register_that_cannot_be_opened_is_verified_and_saved(entry: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "detente.db"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'detente_meta'").fetchone()[0]
    hurt = bytearray(path.read_bytes())
    hurt[4096 * (page - 1) : 4096 * page] = b"\xff" * 4096
    path.write_bytes(hurt)
    seen = run("verify")
    assert seen.status == 2 and seen.out.startswith("file: ") and seen.err.count("\n") == 1
    assert "`detente rescue FILE`" in seen.err
    assert run("rescue", "saved.db").out == "3 reports, 4 events, 0 decisions saved in saved.db\n"
    assert run("timeline", "FJI", "PER", "--store", "saved.db").out.startswith("Fiji and Peru: 2 deeds")


def test_a_wrong_value_is_one_line(entry: str, run: Run) -> None:
    ran = run("correct", entry, "date", "last Tuesday", "--why", "x")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_the_register_is_verified_rebuilt_and_copied(entry: str, run: Run, tmp_path: Path) -> None:
    assert run("verify").out == "detente.db: all is well\n"
    assert run("rebuild").out == "2 entries\n"
    assert run("backup", "copy.db").out == "detente.db copied to copy.db\n"
    assert run("timeline", "FJI", "PER", "--store", "copy.db").out == run("timeline", "FJI", "PER").out
    again = run("backup", "copy.db")
    assert again.status == 2 and again.err.count("\n") == 1


def test_a_damaged_register_is_verified_and_what_can_be_read_is_saved(entry: str, run: Run, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "detente.db") as connection:
        connection.execute("UPDATE report SET text = x'00' WHERE n = 2")
    hurt = run("verify")
    assert hurt.status == 2 and hurt.out.startswith("report ") and "`detente rescue FILE`" in hurt.err
    saved = run("rescue", "saved.db")
    assert (saved.status, saved.out) == (0, "2 reports, 3 events, 0 decisions saved in saved.db\n")
    assert saved.err == "detente: could not be read: at least 1 reports, 1 events\n"
    assert run("verify", "--store", "saved.db").out == "saved.db: all is well\n"
    assert run("rescue", "saved.db").err == "detente: saved.db is there already; give another name\n"
