"""Whose deeds of force are that readers know by whom they struck: sentences of our own through the whole path."""

import pytest

from detente.codebook import load_codebook
from detente.codebook.known_deeds import load_known_deeds
from detente.model import Event, Interval, Line, Report, Span
from detente.run import code_report

GRAVE = ("ASSAULT", "COERCE")


def deeds(text: str, day: str = "2019-05-14") -> list[Event]:
    handed = Interval.day(day, "handed")
    report = Report(id="t", text=text, lines=(Line(Span(0, len(text)), "body"),), handed=handed)
    return [e for e in code_report(report).events if e.type in GRAVE]


@pytest.mark.parametrize(
    ("text", "author", "struck", "status"),
    [
        ("Russia has been under sanctions since the annexation of Crimea, Norway said.", "RUS", "UKR", "occurred"),
        ("Iraq's army was in ruins five years after Kuwait was invaded, Norway said.", "IRQ", "KWT", "occurred"),
        ("Norway condemned the occupation of the West Bank and urged Israel to end it.", "ISR", "PSE", "ongoing"),
        (
            "France said the chemical weapons attacks in Syria had to stop. Syria's government denied it.",
            "SYR",
            "SYR",
            "alleged",
        ),
    ],
)
def test_known_deed_has_its_author_where_the_report_names_him(text: str, author: str, struck: str, status: str) -> None:
    (deed,) = deeds(text)
    assert [p.key for p in deed.actors] == [author]
    assert [p.key for p in deed.recipients] == [struck]
    assert deed.status == status


@pytest.mark.parametrize(
    "text",
    [
        # its author is not named
        "Norway took in refugees after Kuwait was invaded.",
        # it is only said to have been his
        "Britain asked Russia for answers about the murder of Alexander Litvinenko.",
        # another's by its words, or none that is known
        "Russia recalled that the Nazi invasion of Ukraine had cost millions of lives.",
        "Norway and Russia spoke of the invasion of Togo.",
    ],
)
def test_author_of_what_is_not_known_stays_open(text: str) -> None:
    assert [p.key for deed in deeds(text) for p in deed.actors] == []


@pytest.mark.parametrize(
    "text",
    [
        "France said that Israel's plan to build settlements in the area would hurt the Palestinians.",
        "Israel annexed East Jerusalem decades ago, France said. The Palestinians want it back.",
    ],
)
def test_known_deed_strikes_whom_it_is_known_to_strike(text: str) -> None:
    assert {tuple(p.key for p in deed.recipients) for deed in deeds(text)} == {("PSE",)}


def test_known_deed_strikes_nobody_else_where_the_report_does_not_name_him() -> None:
    (deed,) = deeds("France blocked new Israeli settlements and freed two prisoners, and Britain praised France.")
    assert ([p.key for p in deed.actors], deed.recipients) == (["ISR"], ())


def test_deed_is_only_meant_by_reports_since() -> None:
    assert all(not deed.actors for deed in deeds("Russia and Norway spoke of the invasion of Ukraine.", "1999-05-14"))


def test_known_deeds_name_known_parties() -> None:
    codebook = load_codebook()
    known = {s.iso3 for s in codebook.states} | {o.name for o in codebook.organisations}
    told = load_known_deeds()
    words = (word for deed in told for name in deed.of for word in name.split() if word.startswith("@"))
    sides = (key for deed in told for key in (deed.author, deed.struck) if key)
    assert [key for key in (*sides, *(w[1:] for w in words)) if key not in known] == []
    assert len({deed.id for deed in told}) == len(told)
