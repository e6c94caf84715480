"""Whose agreements are that are known by a name, or told before: sentences of our own through the whole path."""

import pytest

from detente.codebook import load_codebook
from detente.codebook.pacts import load_pacts
from detente.model import Event, Interval, Line, Report, Span
from detente.run import code_report

DAY = Interval.day("2014-05-14", "handed")


def agreements(text: str) -> list[Event]:
    report = Report(id="t", text=text, lines=(Line(Span(0, len(text)), "body"),), handed=DAY)
    return [e for e in code_report(report).events if e.type == "SUPPORT"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        # by its name, whoever speaks of it
        (
            "Norway's minister spoke of the Oslo accords. Israel and the Palestinians signed the accords in 1993.",
            {"ISR", "PSE"},
        ),
        # the chief parties where the report names not all, all where it does
        ("Norway has long admired the nuclear deal between Iran and the United States.", {"IRN", "USA"}),
        # "the treaty": the one told before
        (
            "Kenya and Ghana signed a fishing treaty in May. Togo was surprised. The treaty was signed in haste.",
            {"KEN", "GHA"},
        ),
    ],
)
def test_agreement_has_the_parties_of_the_one_that_is_meant(text: str, parties: set[str]) -> None:
    assert [{p.key for p in event.actors + event.recipients} for event in agreements(text)] == [parties]


def test_agreement_of_others_is_none_of_fame() -> None:
    told = agreements("The 1979 accord between Kenya and Ghana is kept, said Egypt, which borders Israel.")
    assert all({p.key for p in e.actors + e.recipients} == {"KEN", "GHA"} for e in told)


def test_pacts_name_known_parties() -> None:
    codebook = load_codebook()
    known = {s.iso3 for s in codebook.states} | {o.name for o in codebook.organisations}
    assert [key for pact in load_pacts() for key in pact.parties if key not in known] == []
    assert len({pact.id for pact in load_pacts()}) == len(load_pacts())


def coded(text: str) -> list[tuple[str, str, str]]:
    report = Report(id="t", text=text, lines=(Line(Span(0, len(text)), "body"),), handed=DAY)
    sides = [(e.type, e.actors, e.recipients) for e in code_report(report).events]
    return [(kind, *(",".join(sorted(p.key for p in side)) for side in both)) for kind, *both in sides]


def test_town_of_an_agreement_is_no_party() -> None:
    told = coded("Brazil withdrew from the Paris climate accord on Monday. Peru and Chile were told in advance.")
    assert [row for row in told if "FRA" in row] == []
    assert ("SANCTION", "BRA", "") in told


def test_deed_against_an_agreement_is_aimed_at_the_others_in_it() -> None:
    told = coded("The United States threatened to quit NAFTA. Canada and Mexico kept silent, as Peru did.")
    assert ("THREATEN", "USA", "CAN,MEX") in told
