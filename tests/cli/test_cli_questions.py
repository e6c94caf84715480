"""Questions to a register, and what is said where it has no answer: outputs whole."""

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


def test_timeline_as_a_table(filled: Path, run: Run, same_as_stored: Compare) -> None:
    ran = run("timeline", "fijian", "Peru")
    assert (ran.status, ran.err) == (0, "")
    same_as_stored("timeline.txt", ran.out)


def test_timeline_as_json(filled: Path, run: Run, same_as_stored: Compare) -> None:
    ran = run("timeline", "FJI", "PER", "--json", "--from", "2004-03")
    assert (ran.status, ran.err) == (0, "")
    same_as_stored("timeline.jsonl", ran.out)
    assert [json.loads(line)["type"] for line in ran.out.splitlines()] == ["CONSULT"]


def test_an_entry_with_the_words_of_each_report(filled: Path, run: Run, same_as_stored: Compare) -> None:
    entry = json.loads(run("timeline", "FJI", "PER", "--json").out.splitlines()[0])["entry"]
    ran = run("show", entry[:10])
    assert (ran.status, ran.err) == (0, "")
    same_as_stored("show.txt", ran.out)
    told = json.loads(run("show", entry, "--json").out)["told_by"]
    assert {t["report"] for t in told} == {"first", "second"}


def test_questions_as_of_a_day(filled: Path, run: Run) -> None:
    pair = ("timeline", "Fiji", "Peru", "--json")
    then = run(*pair, "--as-reported-by", "2004-03")
    assert [json.loads(line)["status"] for line in then.out.splitlines()] == ["occurred", "planned"]
    entry = json.loads(then.out.splitlines()[1])["entry"]
    assert json.loads(run("show", entry, "--json").out)["status"] == "occurred"
    assert json.loads(run("show", entry, "--json", "--as-reported-by", "2004-03").out)["status"] == "planned"
    assert run(*pair, "--as-known-on", "2004-07-01").out == run(*pair).out
    assert run(*pair, "--as-known-on", "2004-06-30").out == ""
    run("reject", entry, "--why", "not so")
    assert entry not in run(*pair).out
    assert entry in run(*pair, "--as-known-on", "2004-07-01").out
    assert run("log", entry, "--as-known-on", "2004-07-01").out == ""
    assert run(*pair, "--as-known-on", "soon").err.count("\n") == 1


def test_reports_are_found_by_their_words(filled: Path, run: Run) -> None:
    found = [json.loads(line)["id"] for line in run("search", "expelled", "diplomat", "--json").out.splitlines()]
    assert found == ["first"]
    assert run("search", "two Fijian envoys").out.splitlines()[-1].split()[:2] == ["2004-02-09", "second"]
    assert run("search", "Fiji", "--json", "--as-reported-by", "2004-02-08").out.count("\n") == 1
    assert run("search", "volcano") == (0, "", "detente: no report in detente.db holds volcano\n")
    assert run("search", "?!").status == 2


def test_pictures_are_drawn_and_named(filled: Path, run: Run) -> None:
    ran = run("timeline", "Fiji", "Peru", "--svg", "out/pair.svg")
    assert ran.status == 0 and ran.out.endswith("picture: out/pair.svg\n")
    assert "Fiji and Peru" in (filled / "out" / "pair.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("timeline", "Fidji", "Peru"), "detente: unknown state 'Fidji'; did you mean Fiji?"),
        (("timeline", "Fiji", "FJI"), "detente: Fiji and FJI are one and the same"),
        (("timeline", "Fiji", "Peru", "--to", "soon"),
         "detente: --to 'soon': give a date as YYYY-MM-DD, YYYY-MM or YYYY, of 1000 to 2199"),
        (("timeline", "Fiji", "Peru", "--from", "2005", "--to", "2004"), "detente: --from 2005 is after --to 2004"),
        (("timeline", "Fiji", "Peru", "--png", "p.gif"), "detente: p.gif: a picture ends in .png, .svg or .html"),
        (("show", "ffff0"), "detente: no entry 'ffff0' in detente.db; `detente timeline` lists them"),
        (("timeline", "Fiji", "Peru", "--store", "none.db"),
         "detente: no register at none.db; `detente read PATH...` makes one, --store FILE names another"),
        (("when", "the green door"), "detente: no time expression in 'the green door'"),
        (("who", "Zzyzx Qqq"), "detente: the codebook knows nobody for 'Zzyzx Qqq'"),
        (
            ("who", "Lavrov", "--on", "1985"),
            "detente: the codebook knows nobody for 'Lavrov' on 1985; without --on it has 2 terms",
        ),
        (
            ("who", "the foreign minister"),
            'detente: of which state? say "the Norwegian foreign minister", or give --state',
        ),
        (("who",), "detente: say whom: a name, a title, or --office and --state"),
        (("code", "--with", "maps", "x.txt"), "detente: --with maps: give times or places"),
        (("code", "--bogus"), "detente: No such option: --bogus (try: detente code --help)"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_one_line_and_status_2(
    filled: Path, run: Run, arguments: tuple[str, ...], line: str
) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.err) == (2, line + "\n")


def test_a_pair_without_deeds_says_so(filled: Path, run: Run) -> None:
    ran = run("timeline", "Fiji", "Norway")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "detente: nothing between Fiji and Norway then; the register has 0 deeds of theirs\n"


def test_a_file_that_is_no_register_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("not a database at all, only words " * 40)
    ran = run("timeline", "Fiji", "Peru", "--store", "notes.db")
    assert ran.status == 2
    assert ran.err.startswith("detente: notes.db is not a register") and ran.err.count("\n") == 1


def test_when_says_days_and_how(run: Run, same_as_stored: Compare) -> None:
    ran = run("when", "last Sunday", "--on", "1997-03-19")
    assert (ran.status, ran.err) == (0, "")
    same_as_stored("when.txt", ran.out)


def test_who_lists_terms_with_sources(run: Run) -> None:
    ran = run("who", "--office", "foreign_minister", "--state", "Japan", "--on", "2003-05-12", "--json")
    (term,) = map(json.loads, ran.out.splitlines())
    assert (term["person"], term["state"]) == ("Yoriko Kawaguchi", "JPN")
    assert term["source"] and term["code"] == "JPNGOV"
