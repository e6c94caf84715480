"""Pictures of relations: what stands on them, that names do not touch, that they are written whole."""

from __future__ import annotations

import re
import sys
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.formats.calendars import calendar_spec
from detente.formats.drawing import LETTER
from detente.formats.lanes import draw_lanes, lanes_spec
from detente.formats.maps import draw_visits
from detente.formats.multiples import draw_matrix, draw_multiples, matrix_spec
from detente.formats.timeaxis import TimeAxis
from detente.formats.tones import tone_spec
from detente.model import Place
from detente.register import Register
from detente.relations import Turn, agenda, compare, relation, tone

sys.path.insert(0, str(Path(__file__).parents[1] / "relations"))
from relation_builders import deed, meeting, register_of, suspension, told, visit

LISBON = Place("Lisbon, Portugal", state="PRT", lat=38.72, lon=-9.14)
NAMES = ("Norway", "Portugal")


@pytest.fixture
def store(tmp_path: Path) -> Register:
    words, talks = visit("NOR:foreign_minister:Ola Dal", "PRT:foreign_minister:Ana Reis", "2012-06-01")
    placed = words, msgspec.structs.replace(talks, place=LISBON)
    return register_of(
        tmp_path,
        told("2012-03-01", suspension("2012-02-01"), deed("It blamed.", "ACCUSE allege", "PRT", "NOR", "2012-02-03")),
        told("2012-06-02", placed, meeting("NOR, PRT", "2012-09-10", status="planned")),
    )


def values(spec: dict) -> list[dict]:
    return [row for rows in spec.get("datasets", {}).values() for row in rows] + _inline(spec.get("vconcat", spec))


def _inline(part: object) -> list[dict]:
    if isinstance(part, dict):
        own = part.get("data", {}).get("values", []) if isinstance(part.get("data"), dict) else []
        rows = own if isinstance(own, list) else []
        return rows + [row for value in part.values() for row in _inline(value)]
    return [row for value in part for row in _inline(value)] if isinstance(part, list) else []


def test_a_relation_has_lanes_for_levels_phases_and_words_against(store: Register) -> None:
    rows = values(lanes_spec(relation(store, "NOR", "PRT"), NAMES))
    assert {row["lane"] for row in rows if "lane" in row} == {"foreign ministers", "others", "words against"}
    assert {row["name"] for row in rows if "colour" in row} == {"freeze", "thaw"}
    assert {row["filled"] for row in rows if row.get("lane") == "others"} == {False}
    assert {row["words"] for row in rows if "row" in row} == {"2012-02-01 freeze", "2012-06-01 thaw"}


def test_a_map_shows_who_came_to_whom_and_both_states_darker(store: Register, tmp_path: Path) -> None:
    found = relation(store, "NOR", "PRT")
    assert draw_visits([deed.entry for deed in found.deeds if deed.done], ("NOR", "PRT"), tmp_path / "map.svg") == 1
    svg = (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert "Lisbon" in svg and "1 of 1 contacts" in svg
    assert svg.count("#D3D3CB") == 2


def test_a_matrix_has_a_field_for_each_way_of_which_something_is_told(store: Register) -> None:
    cells = {
        (row["doer"], row["to"]): row
        for row in values(matrix_spec(compare(store, ["NOR", "PRT", "PER"])))
        if "tone" in row
    }
    assert set(cells) == {("Norway", "Portugal"), ("Portugal", "Norway")}
    assert [cells[way]["number"] for way in (NAMES, NAMES[::-1])] == ["2", "2"]
    assert cells["Norway", "Portugal"]["tone"] < cells["Portugal", "Norway"]["tone"] < 0


def test_a_calendar_marks_the_day_of_a_plan(store: Register) -> None:
    days = [row for row in values(calendar_spec(agenda(store), "Agenda", date(2012, 6, 2))) if "told" in row]
    assert len({row["number"] for row in days}) == 30
    assert {row["number"] for row in days if row["told"] != "nothing told"} == {"10"}


def test_a_tone_has_both_ways(store: Register) -> None:
    rows = values(tone_spec(tone(store, "NOR", "PRT"), ("NOR", "PRT"), NAMES))
    assert {row["way"] for row in rows if "mean" in row and "way" in row} == {"Norway → Portugal", "Portugal → Norway"}


@pytest.mark.parametrize("end", ["png", "svg", "html"])
def test_pictures_are_written_whole(store: Register, tmp_path: Path, end: str) -> None:
    draw_lanes(relation(store, "NOR", "PRT"), NAMES, tmp_path / f"lanes.{end}")
    draw_multiples(compare(store, ["NOR", "PRT"]), tmp_path / f"pairs.{end}")
    draw_matrix(compare(store, ["NOR", "PRT"]), tmp_path / f"matrix.{end}")
    for name in ("lanes", "pairs", "matrix"):
        data = (tmp_path / f"{name}.{end}").read_bytes()
        if end == "png":
            assert data.startswith(b"\x89PNG")
            assert int.from_bytes(data[16:20], "big") / 2 <= 800
        else:
            assert "Norway" in data.decode("utf-8")
            assert not re.search(rb"<(?:script|link)[^>]+(?:src|href)\s*=\s*[\"']?https?:", data)


_DAYS = st.integers(min_value=0, max_value=7000).map(lambda n: date(2000, 1, 1) + timedelta(n))


@given(st.lists(st.tuples(_DAYS, st.sampled_from(["thaw", "freeze", "strain"])), max_size=12))
def test_names_of_turning_points_do_not_touch(turns: list[tuple[date, str]]) -> None:
    axis = TimeAxis(None, (date(2000, 1, 1), date(2020, 1, 1)), 640)
    points = [Turn(name=name, since=day, by=day, how="deeds", deeds=()) for day, name in turns]
    rows: dict[int, list[tuple[float, float]]] = {}
    for label in axis._labels(points):
        start = (date.fromisoformat(label["left"][:10]) - axis.frame[0]).days * axis.per_day
        rows.setdefault(label["row"], []).append((start, start + len(label["words"]) * LETTER))
    for spans in rows.values():
        assert all(a[1] <= b[0] for a, b in pairwise(sorted(spans)))
        assert all(start >= 0 and end <= axis.width for start, end in spans)
