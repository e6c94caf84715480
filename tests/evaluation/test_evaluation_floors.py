"""Floors and the shapes that the scorers of others read."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.evaluation.accuracy import DOCUMENTS, main
from detente.evaluation.floors import breaches, corpus_note, load_floors, raised, write_floors
from detente.evaluation.further import SCORERS
from detente.evaluation.readings import READINGS
from detente.evaluation.sentences import SETS, label_dyads, label_row
from detente.evaluation.shared import Measured, file_digest, shared_folder

FLOORS = {"set": {"digest": "aa", "at_least": {"f1": 0.5}, "at_most": {"invented": 0}}}


def test_figures_at_their_floors_hold() -> None:
    assert breaches(Measured(name="set", figures={"f1": 0.5, "invented": 0}), FLOORS) == []
    assert breaches(Measured(name="other", figures={}), FLOORS) == []


def test_a_figure_that_is_worse_or_gone_is_named() -> None:
    assert breaches(Measured(name="set", figures={"f1": 0.499, "invented": 2}), FLOORS) == [
        "set: f1 is 0.499, its floor is 0.5",
        "set: invented is 2, its ceiling is 0",
    ]
    assert breaches(Measured(name="set", figures={"invented": 0}), FLOORS) == ["set: f1 is None, its floor is 0.5"]


def test_another_corpus_is_noticed() -> None:
    assert corpus_note(Measured(name="set", figures={}, digest="aa"), FLOORS) is None
    assert corpus_note(Measured(name="set", figures={}, digest="bb"), FLOORS) == (
        "set: corpus bb is not the one of the floors (aa)"
    )


def test_every_floor_belongs_to_a_set_and_its_corpus() -> None:
    paths: dict[str, str | Path] = {"readings": READINGS, **{name: f"gold/{name}.jsonl" for name in DOCUMENTS}}
    paths |= {wanted.name: f"gold/sentences/{wanted.name}.jsonl" for wanted in SETS}
    paths |= {scorer.name: scorer.path for scorer in SCORERS}
    for name, floor in load_floors().items():
        assert name in paths and set(floor) <= {"digest", "at_least", "at_most"}
        path = shared_folder() / paths[name]
        assert not path.exists() or floor["digest"] == file_digest(path), f"{name}: measure anew, note its digest"


def test_floors_are_written_as_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text("# kept\n")
    write_floors(raised(FLOORS, Measured(name="set", figures={"f1": 0.71, "invented": 0}, digest="bb")), path)
    assert path.read_text().startswith("# kept\n")
    assert load_floors(path) == {"set": {"digest": "bb", "at_least": {"f1": 0.71}, "at_most": {"invented": 0}}}


@pytest.mark.parametrize(
    ("type_", "status", "plover"),
    [
        ("CONSULT", "planned", "AGREE"),
        ("SANCTION", "proposed", "THREATEN"),
        ("SANCTION", "occurred", "SANCTION"),
        ("RETREAT", "planned", "AGREE"),
        ("PROTEST", "proposed", "THREATEN"),
        ("ACCUSE", "planned", "ACCUSE"),
    ],
)
def test_plans_are_folded_as_plover_does(type_: str, status: str, plover: str) -> None:
    parties = [
        {"state": "PER", "organisation": "x"},
        {"state": None, "organisation": "Nordic Council"},
        {"state": None},
    ]
    event = {"type": type_, "status": status, "actors": parties, "recipients": []}
    assert label_row(event) == {"plover": plover, "source": ["PER", "IGO"], "target": []}


def _told(entry: str, word: tuple[int, int], evidence: tuple[int, int], **fields: object) -> dict[str, object]:
    spans = {"type": [list(word)], "evidence": [list(evidence)]}
    return {"status": "occurred", "cameo": None, "how": {"type": f"lexicon: {entry}"}, "spans": spans, **fields}


def test_cameo_reads_clauses_by_their_verbs() -> None:
    peru, chile, fiji = ({"state": code} for code in ("PER", "CHL", "FJI"))
    outer = _told("condemn", (5, 14), (0, 60), type="ACCUSE", actors=[peru, chile], recipients=[fiji])
    inner = _told("attack-noun", (18, 24), (15, 40), type="ASSAULT", actors=[fiji], recipients=[peru])
    rows = label_dyads([outer, inner], "")
    assert [(row["plover"], row["source"], row["target"]) for row in rows] == [
        ("ACCUSE", ["PER"], ["FJI"]),
        ("ACCUSE", ["CHL"], ["FJI"]),
    ]


def test_cameo_has_no_event_in_a_phrase_beside_the_clause() -> None:
    text = "Peru spoke of fish during a visit to Fiji"
    peru, fiji = {"state": "PER"}, {"state": "FJI"}
    told = _told("visit-noun-bare", (28, 33), (26, 41), type="CONSULT", mode="visit", actors=[peru], recipients=[fiji])
    assert label_dyads([told], text) == []
    assert len(label_dyads([told], text.replace("during", "ending"))) == 2


def test_cameo_takes_the_type_of_its_code_and_the_codes_of_the_users_own_actors() -> None:
    peru, bank = {"state": "PER"}, {"state": None, "organisation": "Reef Bank"}
    told = _told("warn-about", (5, 11), (0, 30), type="ACCUSE", actors=[peru], recipients=[bank]) | {"cameo": "130"}
    assert label_dyads([told], "", {"reef bank": "NGOREEF"}) == [
        {"plover": "THREATEN", "source": ["PER"], "target": ["NGOREEF"]}
    ]


def test_cameo_has_no_type_for_appeals() -> None:
    peru, fiji = {"state": "PER"}, {"state": "FJI"}
    appeal = _told("urge", (5, 9), (0, 30), type="REQUEST", actors=[peru], recipients=[fiji])
    assert [row["plover"] for row in label_dyads([appeal | {"cameo": "023"}, appeal | {"cameo": "103"}], "")] == [
        None,
        "REQUEST",
    ]


def test_accuracy_without_the_shared_gold_is_skipped_with_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DETENTE_SHARED", str(tmp_path))
    assert main([]) == 0
    assert "skipped, the gold documents are not at" in capsys.readouterr().out


def test_an_unknown_set_is_named_and_nothing_is_measured(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DETENTE_SHARED", str(tmp_path))
        assert main(["--only", "nonsense", "--out", str(tmp_path / "a.json")]) == 2
    assert "no set nonsense; there are seeds" in capsys.readouterr().err
    assert not (tmp_path / "a.json").exists()
