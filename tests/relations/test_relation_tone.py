"""The tone of a pair: series each way, how unsure, turning points named by deeds; pairs side by side."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from detente.relations import compare, tone

sys.path.insert(0, str(Path(__file__).parent))
from relation_builders import deed, meeting, register_of, suspension, told


def test_a_deed_counts_for_its_doer_and_a_common_one_for_both(tmp_path: Path) -> None:
    blame = deed("It blamed the other.", "ACCUSE disapprove", "NOR", "PRT", "2010-05-03")
    with register_of(tmp_path, told("2010-06-20", blame, meeting("NOR, PRT", "2010-06-02"))) as store:
        found = tone(store, "NOR", "PRT", "month")
    assert [(p.doer, p.first.isoformat(), p.mean, p.volume) for p in found.points] == [
        ("NOR", "2010-05-01", -2.0, 1.0),
        ("NOR", "2010-06-01", 2.1, 1.0),
        ("PRT", "2010-06-01", 2.1, 1.0),
    ]
    assert all(p.low < p.mean < p.high for p in found.points)


def test_a_deed_of_several_months_is_shared_among_them_and_a_rough_one_left_out(tmp_path: Path) -> None:
    events = [
        deed("It blamed the other.", "ACCUSE disapprove", "NOR", "PRT", "2010-05-17/2010-06-15"),
        deed("It blamed the other for long.", "ACCUSE disapprove", "NOR", "PRT", "2010"),
        deed("It blamed the other once.", "ACCUSE disapprove", "NOR", "PRT", None),
    ]
    with register_of(tmp_path, told("2011-01-20", *events)) as store:
        found = tone(store, "NOR", "PRT", "month")
    assert [(p.first.month, p.volume) for p in found.points] == [(5, 0.5), (6, 0.5)]
    assert (found.rough, found.undated) == (1, 1)


def test_more_deeds_make_the_tone_surer(tmp_path: Path) -> None:
    one = deed("It blamed the other.", "ACCUSE disapprove", "NOR", "PRT", "2010-05-03")
    many = [deed(f"It blamed the other, {n}.", "ACCUSE disapprove", "NOR", "PRT", f"2011-0{n}-03") for n in range(1, 9)]
    with register_of(tmp_path, told("2012-01-20", one, *many)) as store:
        few, rest = tone(store, "NOR", "PRT", "year").points
    assert rest.volume == 8 and rest.high - rest.low < (few.high - few.low) / 2


def test_a_break_in_the_scores_is_a_turn_named_by_the_deeds_after_it(tmp_path: Path) -> None:
    good = [deed(f"It helped, {n}.", "AID", "NOR", "PRT", f"2010-0{n}-03") for n in range(1, 9)]
    bad = [deed(f"It blamed the other, {n}.", "ACCUSE allege", "NOR", "PRT", f"2011-0{n}-03") for n in range(1, 9)]
    with register_of(tmp_path, told("2012-01-20", *good, *bad)) as store:
        (turn,) = tone(store, "NOR", "PRT").turns
    assert (turn.name, turn.how, turn.since) == ("cooler", "tone", date(2011, 1, 3))
    assert turn.before is not None and turn.after is not None and turn.before > 0 > turn.after
    assert {d.entry.type for d in turn.deeds} == {"ACCUSE"}


def test_a_step_and_a_break_at_the_same_time_are_one_turn(tmp_path: Path) -> None:
    good = [deed(f"It helped, {n}.", "AID", "NOR", "PRT", f"2010-0{n}-03") for n in range(1, 9)]
    bad = [deed(f"It blamed the other, {n}.", "ACCUSE allege", "NOR", "PRT", f"2011-0{n}-03") for n in range(1, 9)]
    with register_of(tmp_path, told("2012-01-20", *good, suspension("2011-01-02"), *bad)) as store:
        found = tone(store, "NOR", "PRT")
    assert [(turn.name, turn.how) for turn in found.turns] == [("freeze", "deeds and tone")]


@pytest.mark.parametrize("by", ["week", "month", "year"])
def test_stretches_follow_one_another_without_a_gap(by: str) -> None:
    from detente.relations.tone import bucket_of

    first, last = bucket_of(date(2023, 12, 31), by)  # type: ignore[arg-type]
    assert bucket_of(date(2024, 1, 1), by)[0] > last or bucket_of(date(2024, 1, 1), by) == (first, last)  # type: ignore[arg-type]
    assert first <= date(2023, 12, 31) <= last


def test_pairs_of_which_nothing_is_told_are_named(tmp_path: Path) -> None:
    with register_of(tmp_path, told("2001-02-01", suspension("2001-01-31"))) as store:
        found = compare(store, ["NOR", "PRT", "PER"])
    assert [row.pair for row in found.relations] == [("NOR", "PRT")]
    assert found.silent == (("NOR", "PER"), ("PRT", "PER"))
