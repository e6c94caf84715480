"""The library: the documented examples run; questions by name; what is not installed is said."""

from __future__ import annotations

import doctest
import sys
from datetime import date
from pathlib import Path

import pytest

import detente
from detente.formats.dyads import CAMEO_COLUMNS
from detente.formats.tables import ENTRY_COLUMNS, EVENT_COLUMNS
from detente.model import Coded, Event, InputError, Interval, Line, Party, Report, SettingsError, Span

DOCS = Path(__file__).resolve().parents[2] / "docs" / "api.md"
LONG = "Union of \ud800dd Islands"


def test_the_documented_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas")
    monkeypatch.chdir(tmp_path)
    ran = doctest.testfile(str(DOCS), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert (ran.failed, ran.attempted > 15) == (0, True)


def test_the_documented_columns_are_those_of_the_tables() -> None:
    lines = ["| column | of | values | meaning |", "| --- | --- | --- | --- |"]
    tables = {"entries": ENTRY_COLUMNS, "events": EVENT_COLUMNS, "cameo": CAMEO_COLUMNS}
    for column in dict.fromkeys((*ENTRY_COLUMNS, *EVENT_COLUMNS, *CAMEO_COLUMNS)):
        where = [name for name, have in tables.items() if column in have]
        lines.append(f"| `{column.name}` | {', '.join(where)} | {column.kind} | {column.meaning} |")
    told = DOCS.read_text(encoding="utf-8").partition("<!-- columns -->\n")[2].partition("<!-- end of columns -->")[0]
    assert told.splitlines() == lines


@pytest.fixture
def register(tmp_path: Path) -> detente.Register:
    with detente.open(tmp_path / "r.db") as made:
        for n, day in enumerate(["2015-03-04", "2015-06-01"]):
            made.add(_coded(f"Report {n}: the envoys of two islands met again. ", day))
    return made


def _coded(text: str, day: str) -> Coded:
    made = Event(
        id="e1", type="CONSULT", mode="visit", actors=(Party("FJI", None, "Mere Tui", "minister"),),
        recipients=(Party(organisation=LONG),), date=Interval.day(day), place=None, status="occurred", sources=(),
        evidence=(Span(0, 20),),
    )  # fmt: skip
    report = Report(id=day, text=text, lines=(Line(Span(0, len(text)), "body"),))
    return Coded(
        report=report, published=Interval.day(day), published_how="handed", published_spans=(), events=(made,),
        claims=(), quotes=(), faults=(), coder="hand",
    )  # fmt: skip


def test_parties_go_by_any_name_even_one_that_only_the_register_knows(register: detente.Register) -> None:
    rows = register.timeline("fijian", LONG)
    assert [row.first for row in rows] == [date(2015, 3, 4), date(2015, 6, 1)]
    assert register.timeline("Fiji", LONG, last="2015-03") == rows[:1]
    assert register.as_reported_by("2015-04").timeline("Fiji", LONG) == rows[:1]
    with pytest.raises(InputError, match="did you mean Fiji"):
        register.timeline("Fidji", LONG)
    with pytest.raises(InputError, match="YYYY-MM-DD"):
        register.timeline("Fiji", LONG, first="soon")


@pytest.mark.parametrize("what", ["entries", "events"])
def test_the_three_kinds_of_table_hold_the_same_rows(register: detente.Register, what: str) -> None:
    pytest.importorskip("polars")
    pytest.importorskip("pandas")
    arrow = register.to_arrow(what, "Fiji")
    assert arrow.num_rows == 2
    assert arrow.column("cameo").to_pylist() == ["042", "042"]
    assert arrow.column("first").to_pylist() == [date(2015, 3, 4), date(2015, 6, 1)]
    assert arrow.column("actor_persons").to_pylist() == [["Mere Tui"]] * 2
    assert register.to_polars(what, "Fiji").rows(named=True) == arrow.to_pylist()
    assert list(register.to_pandas(what, "Fiji")["text"]) == arrow.column("text").to_pylist()
    assert register.to_arrow(what, "Peru").num_rows == 0


@pytest.mark.parametrize(
    ("call", "library"), [("to_arrow", "pyarrow"), ("to_polars", "polars"), ("to_pandas", "pandas")]
)
def test_a_library_that_is_missing_is_named_with_what_to_install(
    register: detente.Register, call: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(SettingsError, match=rf"{library} is not installed; pip install 'detente\[data\]'"):
        getattr(register, call)()
