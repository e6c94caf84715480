"""CAMEO rows: one source, one target, whoever began first."""

from __future__ import annotations

from typing import Any

from detente.formats.cameo import cameo_rows

PERU, CHILE, FIJI = ({"state": code} for code in ("PER", "CHL", "FJI"))


def _pairs(**event: Any) -> list[tuple[str, str, str]]:
    return [(row.code, row.source, row.target) for row in cameo_rows({"how": {}, **event})]


def test_a_mutual_deed_goes_from_those_who_began_it() -> None:
    ties = {"type": "SUPPORT", "cameo": "050", "actors": [PERU, FIJI, CHILE], "recipients": []}
    assert _pairs(**ties, how={"initiator": "PER"}) == [("050", "PER", "FJI"), ("050", "PER", "CHL")]
    assert len(_pairs(**ties)) == 6


def test_a_visit_is_made_and_hosted() -> None:
    visit = {"type": "CONSULT", "mode": "visit", "cameo": "042", "actors": [PERU], "recipients": [FIJI]}
    assert _pairs(**visit) == [("042", "PER", "FJI"), ("043", "FJI", "PER")]


def test_whom_one_met_did_not_meet_each_other() -> None:
    met = {"type": "CONSULT", "cameo": "040", "actors": [PERU, FIJI, CHILE], "recipients": []}
    pairs = {(source, target) for _, source, target in _pairs(**met, how={"initiator": "PER"})}
    assert pairs == {("PER", "FJI"), ("PER", "CHL"), ("FJI", "PER"), ("CHL", "PER")}
    assert len(_pairs(**met)) == 6


def test_no_row_without_a_second_party() -> None:
    assert _pairs(type="ASSAULT", cameo="190", actors=[], recipients=[PERU]) == []
    assert _pairs(type="ASSAULT", cameo="190", actors=[{"state": None, "organisation": "x"}], recipients=[PERU]) == [
        ("190", "x", "PER")
    ]


def test_what_one_side_does_alone_is_written_once() -> None:
    presented = {"type": "CONSULT", "mode": None, "cameo": "040", "actors": [PERU], "recipients": [FIJI]}
    assert [(row.source, row.target) for row in cameo_rows(presented)] == [("PER", "FJI")]
