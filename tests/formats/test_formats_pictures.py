"""The picture of a pair: what stands where, that labels do not touch, that a page needs no network."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from format_builders import entry
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.formats.marks import frame_of, marks_of
from detente.formats.pictures import WIDTH, draw_timeline, timeline_spec
from detente.model import Party

PAIR, NAMES = ("PER", "FJI"), ("Peru", "Fiji")
ENTRIES = [
    entry("SANCTION", "PER", "FJI", "2004-02-01", mode="expel", reports=2),
    entry("CONSULT", "FJI", "PER", "2004-06-10", mode="visit", place="Lima, Peru", status="planned"),
    entry("SUPPORT", "PER FJI", "", "2004-07"),
    entry("ACCUSE", "PER", "FJI", None),
]


def test_cooperation_stands_above_conflict() -> None:
    spec = timeline_spec([e for e in ENTRIES if e.date], PAIR, NAMES)
    (lanes,) = {tuple(layer["encoding"]["y"]["sort"]) for layer in _layers(spec) if "y" in layer.get("encoding", {})}
    assert lanes == ("SUPPORT", "CONSULT", "SANCTION")


def test_a_mark_says_which_way_and_how_it_stands() -> None:
    marks = marks_of(ENTRIES, PAIR, NAMES, frame_of(ENTRIES), WIDTH)
    assert [(m.way, m.done, m.words) for m in marks] == [
        ("Peru → Fiji", True, "expel"),
        ("Fiji → Peru", False, "visit, Lima, planned"),
        ("both, or others too", True, "PER, FJI"),
    ]


def test_a_deed_of_long_ago_stands_at_the_edge_with_its_date() -> None:
    old = entry("ACCUSE", "PER", "FJI", "1961-01", mode="allege")
    entries = [old, *ENTRIES, entry("CONSULT", "PER FJI", "", "2004-08-01")]
    frame = frame_of(entries)
    (mark, *_) = marks_of(entries, PAIR, NAMES, frame, WIDTH)
    assert frame[0].year == 2004
    assert (mark.first, mark.last, mark.words) == (frame[0], frame[0], "allege, 1961-01")


@pytest.mark.parametrize(
    ("person", "state", "label"),
    [
        ("Alan Garcia", "PER", "Garcia"),
        ("Ann Lee Jr.", "PER", "Lee Jr."),
        ("Gustav III", "SWE", "Gustav III"),
        ("Hu Jintao", "CHN", "Hu"),
    ],
)
def test_a_person_is_labelled_by_the_name_the_press_uses(person: str, state: str, label: str) -> None:
    said = msgspec.structs.replace(
        entry("SUPPORT", "PER", "FJI", "2004-07"), actors=(Party(state=state, person=person),)
    )
    (mark,) = marks_of([said], PAIR, NAMES, frame_of([said]), WIDTH)
    assert mark.words == f"{label} → FJI"


_DAYS = st.dates(min_value=datetime(1995, 1, 1).date(), max_value=datetime(1999, 12, 31).date()).map(str)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["CONSULT", "ACCUSE"]), _DAYS, st.booleans()), min_size=1, max_size=30))
def test_no_two_labels_touch_and_none_leaves_the_picture(deeds: list[tuple[str, str, bool]]) -> None:
    entries = [entry(kind, "PER", "FJI", day, mode="visit" if flag else None) for kind, day, flag in deeds]
    first, last = frame_of(entries)
    per_day = WIDTH / (last - first).days
    rows: dict[tuple[str, int], list[tuple[float, float]]] = defaultdict(list)
    for mark in marks_of(entries, PAIR, NAMES, (first, last), WIDTH):
        if mark.label:
            left = (datetime.fromisoformat(mark.left) - datetime(first.year, first.month, first.day)).total_seconds()
            start = left / 86400 * per_day
            rows[mark.type, mark.dy].append((start, start + 6 * len(mark.label)))
    assert rows
    for stretches in rows.values():
        stretches.sort()
        assert stretches[0][0] >= -0.1 and stretches[-1][1] <= WIDTH + 0.1
        assert all(a[1] <= b[0] + 0.1 for a, b in pairwise(stretches))


def test_svg_html_and_png_are_written(tmp_path: Path) -> None:
    drawn = [draw_timeline(ENTRIES, PAIR, NAMES, tmp_path / f"pair.{end}") for end in ("svg", "html", "png")]
    assert drawn == [3, 3, 3]
    svg = (tmp_path / "pair.svg").read_text(encoding="utf-8")
    for words in ("Peru and Fiji", "SANCTION", "expel", "visit, Lima, planned", "1 without a date not drawn"):
        assert words in svg
    assert (tmp_path / "pair.png").read_bytes().startswith(b"\x89PNG")
    page = (tmp_path / "pair.html").read_text(encoding="utf-8")
    assert not re.search(r"<(?:script|link)[^>]+(?:src|href)\s*=\s*[\"']?https?:", page)


def test_a_pair_without_dated_deeds_can_be_drawn(tmp_path: Path) -> None:
    assert draw_timeline([entry("ACCUSE", "PER", "FJI")], PAIR, NAMES, tmp_path / "empty.svg") == 0


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.png, \.svg or \.html"):
        draw_timeline(ENTRIES, PAIR, NAMES, tmp_path / "pair.gif")


def _layers(spec: dict) -> list[dict]:
    inner = spec.get("layer", [])
    return [layer for part in inner for layer in _layers(part)] if inner else [spec]
