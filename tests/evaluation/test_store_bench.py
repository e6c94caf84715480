"""The bench of the store runs, on made-up reports that are always the same."""

import random
from itertools import islice
from pathlib import Path

import pytest

from detente.evaluation.bench import ENOUGH, PATH, main, too_dear
from detente.evaluation.store_bench import FIRST_DAY, bench_store, synthetic_reports
from detente.evaluation.store_filling import fill
from detente.register import open_register


def test_the_store_is_measured_at_each_size(tmp_path: Path) -> None:
    small, large = bench_store(str(tmp_path / "r.db"), (40, 900))
    assert small.entries >= 40 and large.entries >= 900
    assert small.add_ms > 0 and large.timeline_rows > 0 and (large.bytes_an_entry or 0) > 0


def test_made_up_reports_are_the_same_for_a_seed_and_their_passages_lie_in_the_text() -> None:
    some, again = (list(islice(synthetic_reports(random.Random(3)), 5)) for _ in range(2))
    assert some == again
    assert all(event.evidence[0].of(coded.report.text) for coded in some for event in coded.events)


def test_what_is_filled_in_bulk_is_what_adding_would_have_made(tmp_path: Path) -> None:
    reports = list(islice(synthetic_reports(random.Random(5), FIRST_DAY, 4), 60))
    with open_register(str(tmp_path / "bulk.db")) as bulk, open_register(str(tmp_path / "one.db")) as one:
        fill(bulk, reports[:50])
        for coded in reports[50:]:
            bulk.add(coded)
        for coded in reports:
            one.add(coded)
        assert list(bulk.verify()) == []
        assert list(bulk.entries()) == list(one.entries())
        assert any(entry.reports > 1 for entry in bulk.entries())


def test_bad_input_is_one_line_and_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.txt").write_text("no store")
    wanted = ["--store-only", "--sizes", "5,9", "--out", str(tmp_path / "b.json"), "--store"]
    assert main([*wanted, str(tmp_path / "notes.txt")]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    with pytest.raises(SystemExit, match="2"):
        main(["--store-only", "--sizes", "9,5"])
    assert "give rising numbers" in capsys.readouterr().err


def test_the_cost_of_the_path_is_judged_on_enough_tokens() -> None:
    assert too_dear({PATH: 2.4, "tokens": ENOUGH}) == [f"{PATH} is 2.4, at most 1.5"]
    assert too_dear({PATH: 2.4, "tokens": ENOUGH - 1}) == []
