"""The demo: the bundled reports end to end."""

from __future__ import annotations

import json
from pathlib import Path

from cli_running import Run

from detente.reading import read_paths
from detente.run.samples import sample_reports


def test_demo_reads_asks_and_draws(run: Run, tmp_path: Path) -> None:
    ran = run("demo", "--out", "here")
    assert (ran.status, ran.err) == (0, "")
    assert [line for line in ran.out.splitlines() if line.startswith("$ ")][1:2] == [
        "$ detente timeline Russia Turkey --store here/demo.db"
    ]
    assert "Russia and Turkey on 2016-08-09" in ran.out and ran.out.endswith("picture: here/rus-tur-relation.png\n")
    for name in ("rus-tur-relation.png", "rus-tur.png", "rus-tur.html", "cub-usa.png", "cub-usa.html"):
        assert f"here/{name}" in ran.out and (tmp_path / "here" / name).stat().st_size > 1000
    asked = run("timeline", "Turkey", "Russia", "--store", "here/demo.db", "--json")
    deeds = [json.loads(line) for line in asked.out.splitlines()]
    visit = next(d for d in deeds if d["mode"] == "visit" and d["edtf"] == "2016-08-09")
    assert [p["person"].split()[0] for p in visit["actors"]] == ["Recep"]
    assert max(d["reports"] for d in deeds) >= 3


def test_the_samples_are_about_seven_pairs_and_are_all_english() -> None:
    reports = list(read_paths([str(sample_reports())]))
    assert len(reports) == 16
    assert all(not report.faults for report in reports)
