"""Transcripts: what stands behind a label is said by whoever the label names; an author without a name is nobody's."""

import pytest
from coding_builders import code, sides, the

from detente.model import Interval

DAY = Interval.day("2024-05-05", "handed")
TALKS = """FOREIGN MINISTER EIDE: I have just had a long meeting with Foreign Minister Rangel of Portugal.

QUESTION: Are the fishermen coming home?

FOREIGN MINISTER EIDE: Not yet. I urged Portugal to free our fishermen.

And we will recall our trade envoy from Lisbon next week.

FOREIGN MINISTER RANGEL: We reject these accusations. I will visit Norway in June."""


@pytest.mark.parametrize(
    ("type_", "speaker", "towards"),
    [
        ("REQUEST", "Espen Barth Eide", "PRT"),
        ("SANCTION", None, "PRT"),  # "we": his state
        ("REJECT", "Paulo Rangel", "NOR"),
    ],
)
def test_whoever_the_label_names_says_it(type_: str, speaker: str | None, towards: str) -> None:
    event = the(type_, code(TALKS, DAY))
    assert [p.person for p in event.actors] == [speaker]
    assert {p.key for p in event.recipients} == {towards}


def test_who_speaks_has_met_and_will_visit() -> None:
    met, visit = (e for e in code(TALKS, DAY).events if e.type == "CONSULT")
    assert {p.person for p in met.actors} == {"Espen Barth Eide", "Paulo Rangel"}
    assert (visit.status, sides(visit)) == ("planned", ({"PRT"}, {"NOR"}))


def test_a_label_keeps_its_words() -> None:
    coded = code(TALKS, DAY)
    spans = [s for e in coded.events for p in e.actors for s in p.spans]
    assert "FOREIGN MINISTER EIDE" in {s.of(coded.report.text) for s in spans}


def test_one_label_makes_no_transcript() -> None:
    coded = code("LISBON: Norway expelled a Portuguese envoy on Monday. We condemned Norway, said the premier.", DAY)
    assert sides(the("SANCTION", coded)) == ({"NOR"}, {"PRT"})


def test_an_author_without_a_name_is_of_neither_state() -> None:
    text = "Norway has shelled Portugal. I am in Lisbon today to meet President Rebelo de Sousa. I condemned {}'s raid."
    coded = code(text.format("Norway"), DAY)
    assert sides(the("ASSAULT", coded)) == ({"NOR"}, {"PRT"})
    assert [e for e in coded.events if e.type in ("CONSULT", "ACCUSE")] == []
