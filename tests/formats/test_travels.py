"""Travels: each record kept as received, its passages, the visit and further meetings, what the source has all of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from detente.formats.travel_import import declared_cover, import_trips
from detente.formats.travels import code_trip, read_trips
from detente.model import Coded, Event, InputError, Interval, Line, Party, Report, Span
from detente.register import Register, open_register

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<trips>
"""
TRIP = """    <trip role="{role}" who="{who}">
        <id>{id}</id>
        <role>{role}</role>
        <name>{name}</name>
        <start-date>{first}</start-date>
        <end-date>{last}</end-date>
        <country id="x">{country}</country>
        <locale>{locale}</locale>
        <remarks>{remarks}</remarks>
        <created-datetime>2031-01-02T14:35:48.889-04:00</created-datetime>
        <last-modified-datetime/>
    </trip>
"""
OBAMA = {"role": "president", "who": "obama-barack", "name": "Barack Obama", "id": "9001", "locale": "Lima"}
KERRY = {"role": "secretary", "who": "kerry-john-forbes", "name": "John Forbes Kerry", "id": "9002"}
PERU = {
    **OBAMA,
    "first": "2015-05-04",
    "last": "2015-05-06",
    "country": "Peru",
    "remarks": "Met with President Humala.",
}
OSLO = {
    **KERRY,
    "first": "2015-05-20",
    "last": "2015-05-20",
    "country": "Norway",
    "locale": "Oslo",
    "remarks": "Accompanied President Obama.\n   Met with Foreign Minister Brende and Russian Foreign Minister Lavrov.",
}


def write(folder: Path, *trips: dict[str, str]) -> Path:
    file = folder / "trips.xml"
    file.write_text(HEAD + "".join(TRIP.format(**trip) for trip in trips) + "</trips>\n", encoding="utf-8")
    return file


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return open_register(tmp_path / "r.db")


def test_a_trip_is_a_visit_and_a_meeting_with_each_third_party(tmp_path: Path) -> None:
    coded = code_trip(read_trips(write(tmp_path, OSLO))[0])
    visit, meeting = coded.events
    assert (visit.mode, visit.place and visit.place.name, visit.date) == (
        "visit",
        "Oslo, Norway",
        Interval.day("2015-05-20"),
    )
    assert [(p.state, p.person, p.office) for p in visit.actors] == [("USA", "John Kerry", "foreign_minister")]
    assert [(p.state, p.person) for p in visit.recipients] == [("NOR", "Borge Brende")]
    assert (meeting.mode, [(p.state, p.person) for p in meeting.actors]) == (
        "third-party",
        [("USA", "John Kerry"), ("RUS", "Sergei Lavrov")],
    )


def test_passages_give_back_the_record_as_received(tmp_path: Path) -> None:
    file = write(tmp_path, OSLO)
    coded = code_trip(read_trips(file)[0])
    text = coded.report.text
    assert text in file.read_text(encoding="utf-8")
    visit, meeting = coded.events
    assert [span.of(text) for span in visit.spans["date"]] == ["2015-05-20", "2015-05-20"]
    assert [span.of(text) for span in visit.recipients[0].spans] == ["Foreign Minister Brende"]
    assert meeting.evidence[0].of(text) == "Russian Foreign Minister Lavrov"
    assert coded.published == Interval.day("2031-01-02")


def test_a_president_elect_is_one(tmp_path: Path) -> None:
    trip = {**PERU, "first": "2008-12-01", "last": "2008-12-02", "remarks": "Holiday. [Visit made as President-elect.]"}
    traveller = code_trip(read_trips(write(tmp_path, trip))[0]).events[0].actors[0]
    assert (traveller.person, traveller.office) == ("Barack Obama", "head_of_state_elect")


def test_importing_again_changes_nothing(tmp_path: Path, register: Register) -> None:
    trips = read_trips(write(tmp_path, PERU, OSLO))
    first = import_trips(register, trips)
    before = list(register.entries())
    again = import_trips(register, trips)
    assert ((first.new, first.events), (again.new, again.known)) == ((2, 3), (0, 2))
    assert list(register.entries()) == before
    assert list(register.verify()) == []


def test_a_changed_record_takes_the_place_of_the_one_before(tmp_path: Path, register: Register) -> None:
    import_trips(register, read_trips(write(tmp_path, PERU, OSLO)))
    done = import_trips(register, read_trips(write(tmp_path, {**PERU, "last": "2015-05-07"}, OSLO)))
    assert (done.new, done.changed, done.known) == (0, 1, 1)
    (entry,) = register.entries("USA", "PER")
    assert entry.date == Interval.parse("2015-05-04/2015-05-07")
    assert list(register.verify()) == []


def test_two_trips_stay_two_deeds_however_near(tmp_path: Path, register: Register) -> None:
    back = {**PERU, "id": "9003", "first": "2015-05-06", "last": "2015-05-07"}
    import_trips(register, read_trips(write(tmp_path, PERU, back)))
    assert len(list(register.entries("USA", "PER"))) == 2


def test_a_report_of_the_same_visit_joins_the_record_whose_days_count(tmp_path: Path, register: Register) -> None:
    import_trips(register, read_trips(write(tmp_path, PERU)))
    text = "Barack Obama flew to Lima on Tuesday to see the Peruvian leader."
    visit = Event(
        id="e1",
        type="CONSULT",
        mode="visit",
        actors=(Party("USA", None, "Barack Obama", "head_of_state"),),
        recipients=(Party("PER"),),
        date=Interval.day("2015-05-05"),
        place=None,
        status="occurred",
        sources=(),
        evidence=(Span(0, 30),),
    )
    report = Report(id="r", text=text, lines=(Line(Span(0, len(text)), "body"),))
    register.add(Coded(report=report, published=Interval.day("2015-05-06"), published_how="handed", published_spans=(),
                       events=(visit,), claims=(), quotes=(), faults=(), coder="test"))  # fmt: skip
    (entry,) = register.entries("USA", "PER")
    assert (entry.reports, entry.date) == (2, Interval.parse("2015-05-04/2015-05-06"))


def test_what_is_complete_is_the_terms_of_the_files_there(tmp_path: Path, register: Register) -> None:
    trips = read_trips(write(tmp_path, PERU, OSLO))
    assert [(d.office, d.first, d.last) for d in declared_cover(trips)] == [
        ("head_of_state", date(2009, 1, 20), date(2017, 1, 20)),
        ("foreign_minister", date(2013, 2, 1), date(2017, 1, 20)),
    ]
    import_trips(register, trips)
    assert register.declared() == sorted(declared_cover(trips), key=lambda d: d.office)
    assert register.as_known_on(date(2001, 1, 1)).declared() == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no xml", "cannot be read as XML"),
        ("<html/>", "not a file of historian-travels"),
        (HEAD + "</trips>", "no trips in it"),
        (HEAD + TRIP.format(**{**PERU, "first": ""}) + "</trips>", "trip 1: has no start-date"),
        (HEAD + TRIP.format(**{**PERU, "last": "2015-02-30"}) + "</trips>", "trip 1: "),
        (HEAD + TRIP.format(**{**PERU, "last": "2014-02-20"}) + "</trips>", "trip 1: interval ends before it starts"),
        (HEAD + TRIP.format(**{**PERU, "role": "cook"}) + "</trips>", "role 'cook' is none of president, secretary"),
    ],
)
def test_what_is_no_file_of_travels_is_said(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "bad.xml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=words):
        read_trips(file)
