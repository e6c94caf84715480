"""The gold shape: what scorers read, and that every span gives its words back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from format_builders import coded, parties, words

from detente.formats import coded_to_dict, coded_to_json
from detente.model import Event, Interval, Party, Place, Span

SHARED = Path(__file__).resolve().parents[3] / "shared" / "gold"
TEXT = "Oslo called in the envoy of Chile. It had done so in May, said the ministry."


def _event() -> Event:
    return Event(
        id="e1",
        type="ACCUSE",
        mode="disapprove",
        actors=(Party("NOR", spans=(words(TEXT, "Oslo"),), how="capital"),),
        recipients=(Party("CHL", office="ambassador", spans=(words(TEXT, "envoy of Chile"),)),),
        date=Interval.month(2003, 5, "relative"),
        place=Place("Oslo", lat=59.9, lon=10.7),
        status="occurred",
        sources=("the ministry",),
        evidence=(words(TEXT, "Oslo called in the envoy of Chile"), words(TEXT, "in May")),
        spans={"type": (words(TEXT, "called in"),), "date": (words(TEXT, "in May"),)},
        how={"date": "clause before"},
        confidence=0.51234,
    )


def test_an_event_has_the_fields_of_the_guidelines_and_its_words() -> None:
    (event,) = coded_to_dict(coded(TEXT, _event()))["events"]
    assert event["date"] == {"from": "2003-05-01", "to": "2003-05-31"}
    assert (event["place"], event["status"], event["sources"]) == ("Oslo", "occurred", ["the ministry"])
    assert event["evidence"] == "Oslo called in the envoy of Chile in May"
    assert {k: event["actors"][0][k] for k in ("state", "organisation", "person", "office")} == {
        "state": "NOR",
        "organisation": None,
        "person": None,
        "office": None,
    }
    assert (event["edtf"], event["date_how"], event["confidence"]) == ("2003-05", "relative", 0.512)


def test_every_span_slices_to_its_words() -> None:
    (event,) = coded_to_dict(coded(TEXT, _event()))["events"]
    said = {field: [TEXT[start:end] for start, end in spans] for field, spans in event["spans"].items()}
    assert said == {
        "evidence": ["Oslo called in the envoy of Chile", "in May"],
        "type": ["called in"],
        "date": ["in May"],
    }
    assert [TEXT[a:b] for a, b in event["recipients"][0]["spans"]] == ["envoy of Chile"]


def test_a_report_without_finds_has_empty_lists_and_null_dates() -> None:
    record = coded_to_dict(coded("Nothing happened."))
    assert {k: record[k] for k in ("id", "published", "body", "events", "claims", "quotes", "faults")} == {
        "id": "r", "published": None, "body": "Nothing happened.", "events": [], "claims": [], "quotes": [],
        "faults": [],
    }  # fmt: skip
    assert "times" not in record and "places" not in record


def test_times_and_places_come_when_asked_for() -> None:
    record = coded_to_dict(coded("Nothing."), ("times", "places"))
    assert (record["times"], record["places"]) == ([], [])


def test_half_a_character_survives_as_an_escape() -> None:
    record = json.loads(coded_to_json(coded("Half \ud83d of it.")))
    assert record["body"] == "Half \ud83d of it."


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"the shared scorer is not at {SHARED}")
def test_the_shared_scorer_reads_it(tmp_path: Path) -> None:
    import subprocess
    import sys

    gold = {"events": [{"id": "e1", "type": "SUPPORT", "mode": None, "actors": [], "recipients": [], "date": None}]}
    gold["events"][0] |= {"actors": [{"state": "PER"}, {"state": "FJI"}], "status": "occurred", "evidence": "a pact"}
    event = Event(
        id="e1", type="SUPPORT", mode=None, actors=parties("PER FJI"), recipients=(), date=None, place=None,
        status="occurred", sources=(), evidence=(Span(0, 6),),
    )  # fmt: skip
    (tmp_path / "gold").write_text(json.dumps({"id": "r", "text": "", "gold": gold}))
    (tmp_path / "guess").write_text(coded_to_json(coded("a pact was signed", event)))
    command = [sys.executable, str(SHARED / "score.py"), str(tmp_path / "gold"), str(tmp_path / "guess"), "--json"]
    scores = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert scores["strict"]["f1"] == 1.0
