"""The user's own actors lie over the shipped codebook, invented countries too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from resolving_builders import document

from detente.codebook import load_codebook
from detente.model import InputError
from detente.resolving import find_mentions, load_actors, with_actors

SENTENCES = Path(__file__).resolve().parents[2] / "../shared/gold/sentences"


def parties(text: str, path: Path) -> list[tuple[str | None, str | None]]:
    codebook = with_actors(load_codebook(), load_actors(path))
    return [(p.state or p.organisation, p.how) for m in find_mentions(document(text), codebook) for p in m.parties]


def test_csv_brings_states_persons_and_organisations(tmp_path: Path) -> None:
    path = tmp_path / "actors.csv"
    path.write_text(
        "name,aliases,kind,state,office\nRuritania,Ruritanian;Ruritanians,state,RUR,\n"
        "Rudolf Elphberg,,person,RUR,head_of_state\nLeague of Strelsau,,organisation,,\n",
        encoding="utf-8",
    )
    text = "Ruritania told the League of Strelsau that Rudolf Elphberg would come."
    assert parties(text, path) == [("RUR", "user"), ("League of Strelsau", "user"), (None, "name")]


def test_yaml_overrides_a_shipped_name(tmp_path: Path) -> None:
    path = tmp_path / "actors.yaml"
    path.write_text("- {name: Georgia, kind: state, state: USG}\n", encoding="utf-8")
    assert parties("Georgia voted.", path) == [("USG", "user")]
    assert document("Georgia voted.").mentions[0].parties[0].state == "GEO"


def test_petrarch_dictionary_gives_countries(tmp_path: Path) -> None:
    path = tmp_path / "old.actors.json"
    path.write_text(json.dumps({"LILLIPUT": "LIL", "BLEFUSCU NAVY": "BLEMIL", "NOBODY": "---"}), encoding="utf-8")
    assert [state for state, _ in parties("Lilliput seized the Blefuscu Navy.", path)] == ["LIL", "BLE"]


@pytest.mark.parametrize(
    ("name", "text"), [("a.csv", "name,kind\nX,planet\n"), ("a.yaml", "just words"), ("a.json", "[")]
)
def test_bad_file_says_what_is_wrong(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=name):
        load_actors(path)


@pytest.mark.skipif(not SENTENCES.exists(), reason="needs the labelled sentences in ../shared")
def test_countries_of_the_fields_unit_tests_are_found() -> None:
    codebook = with_actors(load_codebook(), load_actors(SENTENCES / "petr_unittest_cameo.actors.json"))
    hits = wanted = 0
    for line in (SENTENCES / "petr_unittest_cameo.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        codes = {c[:3] for e in record["events"] for c in e["source"] + e["target"] if c[:3].isalpha()}
        mentions = find_mentions(document(record["text"]), codebook)
        found = {p.state for m in mentions for p in m.parties}
        wanted += len(codes)
        hits += len(codes & found)
    assert hits / wanted >= 0.85
