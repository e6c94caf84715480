"""The table of places: built from its sources, found again in it."""

from __future__ import annotations

import gzip
import importlib.util
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from detente.placing import gazetteer
from detente.placing.gazetteer import Gazetteer, fold, load_gazetteer

ROOT = Path(__file__).resolve().parents[2]
TOWN: dict[str, Any] = {
    "geonameid": 1,
    "name": "Saint-Öde",
    "latitude": 50.0,
    "longitude": 10.5,
    "countrycode": "DE",
    "population": 400_000,
    "admin1code": "02",
    "alternatenames": ["Oede-am-See", "Эде", "xyz", "Oeden"],
}


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_gazetteer", ROOT / "scripts/build_gazetteer.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_gazetteer"] = module
    spec.loader.exec_module(module)
    return module


def test_rows_built_from_a_sample_are_found_by_every_spelling(build: ModuleType, tmp_path: Path) -> None:
    rows = build.settle(build.city_rows([TOWN], {"DE": "DEU"}, set()))
    build.write_table(rows, tmp_path / "table.tsv.gz")
    table = Gazetteer(gzip.decompress((tmp_path / "table.tsv.gz").read_bytes()))
    for spelling in ("Saint-Öde", "ST. ODE", "Oeden"):
        (entry,) = table.lookup(spelling)
        assert (entry.name, entry.kind, entry.gid, entry.state, entry.lat) == ("Saint-Ode", "P", 1, "DEU", 50.0)
    assert table.lookup("xyz") == () and table.lookup("Saint") == ()


def test_middle_of_a_region_lies_between_its_towns(build: ModuleType) -> None:
    assert build.middle([(50.0, 10.0), (52.0, 11.0), (51.0, 14.0)]) == ("51.0000", "12.0000")


def test_own_list_is_in_the_shipped_table(build: ModuleType) -> None:
    table = load_gazetteer()
    for row in build.own_rows(build.DATA / "gazetteer_places.csv", {}, {}):
        assert row[0].startswith("#") or any(entry.state == row[3] for entry in table.lookup(row[8])), row[8]


def test_script_and_reader_fold_names_alike(build: ModuleType) -> None:
    for name in ("Saint-Étienne", "U.S.", "Xi’an", "Ft. Worth", "Mt. Vernon", "İstanbul", "Ağrı", "L'Aquila", "W. Va."):
        assert build.fold(name) == fold(name)


def test_shipped_table_is_small_and_quick() -> None:
    path = ROOT / "src/detente/codebook/data/gazetteer.tsv.gz"
    assert path.stat().st_size < 8_000_000
    load_gazetteer.cache_clear()
    start = time.process_time()
    assert load_gazetteer().lookup("Vienna")[0].state == "AUT"
    assert time.process_time() - start < 0.3


def test_every_place_can_be_found_by_halving() -> None:
    table = load_gazetteer()
    lines = gzip.decompress((ROOT / "src/detente/codebook/data/gazetteer.tsv.gz").read_bytes()).decode().splitlines()
    for line in [*lines[:: len(lines) // 300], lines[0], lines[-1]]:
        key = line.split("\t")[0]
        assert key in table.starting(key.split(" ")[0])
    assert gazetteer.fold("  ") == "" and table.lookup("") == () and table.lookup("\U0010ffff") == ()
