"""Everyone who holds an office in the five founding reports is found with that office and state.

The pairs were written from the reports by a reader; persons are given by their surname only.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.codebook import load_codebook
from detente.dating import date_report
from detente.model import Document, Report
from detente.parsing import parse_report
from detente.reading import split_lines
from detente.resolving import find_mentions, resolve_mentions, tenure_clues

SEEDS = Path(__file__).resolve().parents[2] / "../shared/seeds"
HEAD, CHIEF, FOREIGN, JUNIOR = "head_of_state", "head_of_government", "foreign_minister", "junior_minister"
PAIRS: dict[str, set[tuple[str, str | None, str]]] = {
    "000": {
        ("Medvedev", HEAD, "RUS"),
        ("Cameron", CHIEF, "GBR"),
        ("Obama", HEAD, "USA"),
        ("Litvinenko", None, "RUS"),
        ("Lugovol", "legislator", "RUS"),
        ("Berezovsky", None, "RUS"),
    },
    "001": {
        ("Cameron", CHIEF, "GBR"),
        ("Medvedev", HEAD, "RUS"),
        ("Putin", CHIEF, "RUS"),
        ("Litvinenko", None, "RUS"),
    },
    "002": {
        ("Ivanov", FOREIGN, "RUS"),
        ("Cook", FOREIGN, "GBR"),
        ("Yeltsin", HEAD, "RUS"),
        ("Blair", CHIEF, "GBR"),
    },
    "003": {
        ("Duncan", JUNIOR, "GBR"),
        ("Titov", JUNIOR, "RUS"),
        ("Johnson", None, "GBR"),
        ("Lavrov", FOREIGN, "RUS"),
    },
    "004": {
        ("Lavrov", FOREIGN, "RUS"),
        ("Medvedev", HEAD, "RUS"),
        ("Obama", HEAD, "USA"),
        ("Bush", None, "USA"),
        ("Clinton", FOREIGN, "USA"),
    },
}


def settled(name: str) -> set[tuple[str, str | None, str | None]]:
    text = next(SEEDS.glob(f"{name}_*.txt")).read_text(encoding="utf-8")
    report = Report(id=name, text=text, lines=split_lines(text))
    sentences = parse_report(report)
    document = Document(report, sentences, [t for s in sentences for t in s.tokens])
    document.mentions = find_mentions(document, load_codebook())
    document.published = date_report(document, tenure_clues(document))[0]
    mentions = resolve_mentions(document, load_codebook())
    people = {(p.person, p.office, p.state) for m in mentions if m.kind == "person" for p in m.parties}
    return {(person.split()[-1], office, state) for person, office, state in people if person}


@pytest.mark.skipif(not SEEDS.exists(), reason="needs the founding reports in ../shared")
@pytest.mark.parametrize("name", sorted(PAIRS))
def test_persons_of_the_founding_reports_have_their_offices(name: str) -> None:
    found = settled(name)
    assert found >= PAIRS[name]
    surnames = {person for person, _, _ in PAIRS[name]}
    assert {pair for pair in found if pair[0] in surnames} == PAIRS[name]
