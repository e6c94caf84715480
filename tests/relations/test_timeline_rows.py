"""The timeline of a pair: order, what is kept, the words."""

import sys
from datetime import date
from pathlib import Path

import msgspec
import pytest

from detente.codebook.ontology import load_ontology
from detente.model import Party, Span
from detente.register import Register, open_register
from detente.relations import describe, timeline
from detente.relations.describe import _wording

sys.path.insert(0, str(Path(__file__).parents[1] / "register"))
from register_builders import coded, event


@pytest.fixture
def register(tmp_path: Path) -> Register:
    store = open_register(tmp_path / "r.db")
    store.add(coded("One " * 9, event(date="2015-03"), event("ACCUSE", date=None, span=Span(1, 3))))
    store.add(coded("Two " * 9, event("SANCTION", date="2014-01-01"), event(actors="NOR", recipients="SWE")))
    store.add(coded("Three " * 9, event("AID", actors="PRT", recipients="NOR", date="2015-03-01")))
    return store


def test_rows_come_by_date_with_the_undated_last(register: Register) -> None:
    rows = timeline(register, "PRT", "NOR")
    assert [(row.date, row.type) for row in rows] == [
        ("2014-01-01", "SANCTION"),
        ("2015-03-01", "AID"),
        ("2015-03", "CONSULT"),
        (None, "ACCUSE"),
    ]
    assert [row.undated for row in rows] == [False, False, False, True]


def test_limits_keep_what_can_lie_between_and_the_undated(register: Register) -> None:
    rows = timeline(register, "NOR", "PRT", date(2015, 3, 20), date(2016, 1, 1))
    assert [row.type for row in rows] == ["CONSULT", "ACCUSE"]


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("occurred", "Ola Nordmann (foreign minister, NOR) visited Portugal (head of government)"),
        ("planned", "Ola Nordmann (foreign minister, NOR) to visit Portugal (head of government)"),
        ("cancelled", "Ola Nordmann (foreign minister, NOR) to visit Portugal (head of government) (cancelled)"),
    ],
)
def test_a_visit_reads_as_a_sentence(status: str, sentence: str) -> None:
    visit = event(mode="visit")
    visit = msgspec.structs.replace(
        visit,
        actors=(Party("NOR", None, "Ola Nordmann", "foreign_minister"),),
        recipients=(Party("PRT", None, None, "head_of_government"),),
        status=status,
    )
    assert describe(visit) == sentence


def test_deeds_without_a_doer_are_told_from_the_other_side() -> None:
    assert describe(event("ASSAULT", actors="", recipients="NOR", mode="abduct")) == "Norway was abducted"
    assert describe(event("CONSULT", actors="NOR SWE", recipients="")) == "Norway and Sweden held talks"


def test_every_type_and_mode_of_the_ontology_has_words() -> None:
    ontology, phrases = load_ontology(), _wording().phrases
    assert set(phrases) == set(ontology.types)
    for name, type_ in phrases.items():
        assert set(type_.modes) <= set(ontology.types[name].modes)
        for mode in [None, *ontology.types[name].modes]:
            assert describe(event(name, mode=mode))
