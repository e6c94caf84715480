"""The agenda: what was planned, what became of it, and the calendar made of it."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from icalendar import Calendar

from detente.formats.icalendar import to_icalendar
from detente.register import Register
from detente.relations import agenda

sys.path.insert(0, str(Path(__file__).parent))
from relation_builders import deed, meeting, register_of, told, visit

GUEST, HOST = "NOR:foreign_minister:Ola Dal", "PRT:foreign_minister:Ana Reis"


def states(store: Register, on: str | None = None) -> list[tuple[str, list[str]]]:
    items = agenda(store, "NOR", "PRT", date.fromisoformat(on) if on else None)
    return [(item.state, [step.step for step in item.steps]) for item in items]


def test_a_visit_announced_moved_and_held_keeps_its_history(tmp_path: Path) -> None:
    reports = (
        told("2014-01-05", visit(GUEST, HOST, "2014-02-03", status="proposed")),
        told("2014-01-20", visit(GUEST, HOST, "2014-02-06", status="planned")),
        told("2014-02-07", visit(GUEST, HOST, "2014-02-06")),
    )
    with register_of(tmp_path, *reports) as store:
        assert states(store, "2014-01-06") == [("proposed", ["proposed"])]
        assert states(store, "2014-01-31") == [("moved", ["proposed"]), ("planned", ["announced"])]
        assert states(store) == [("moved", ["proposed"]), ("held", ["announced", "held"])]
        first, second = agenda(store)
        assert first.moved_to == second.entry.id
        then = agenda(store, "NOR", "PRT", date(2014, 1, 31))
        assert ["to visit" in item.text for item in (then[1], second)] == [True, False]


def test_what_no_report_tells_of_afterwards_is_overdue_and_what_was_called_off_cancelled(tmp_path: Path) -> None:
    later = meeting("NOR, SWE", "2014-06-01")
    with register_of(
        tmp_path, told("2014-01-05", visit(GUEST, HOST, "2014-02-03", status="planned")), told("2014-06-02", later)
    ) as store:
        assert states(store, "2014-02-03") == [("planned", ["announced"])]
        assert states(store, "2014-02-04") == [("overdue", ["announced"])]
    dropped = told("2014-01-09", visit(GUEST, HOST, "2014-02-03", status="cancelled"))
    with register_of(
        tmp_path, told("2014-01-05", visit(GUEST, HOST, "2014-02-03", status="planned")), dropped
    ) as store:
        assert states(store) == [("cancelled", ["announced", "cancelled"])]


def test_only_contacts_and_deeds_with_a_day_set_are_on_it(tmp_path: Path) -> None:
    events = (
        deed("It will end the sanctions in May.", "CONCEDE", "NOR", "PRT", "2014-05", status="planned"),
        deed("It may end the sanctions.", "CONCEDE", "NOR", "PRT", "2014-06", status="proposed"),
        deed("It will send aid.", "AID", "NOR", "PRT", None, status="planned"),
        deed("They will meet.", "CONSULT", "NOR, PRT", "", None, status="planned"),
    )
    with register_of(tmp_path, told("2014-01-05", *events)) as store:
        assert [(item.kind, item.date and item.date.edtf) for item in agenda(store)] == [
            ("deadline", "2014-05"),
            ("meeting", None),
        ]


def test_a_calendar_keeps_the_identifier_of_a_plan_whatever_reports_follow(tmp_path: Path) -> None:
    first = told("2014-01-05", visit(GUEST, HOST, "2014-02-03", status="planned"))
    more = [told(f"2014-01-{day:02}", visit(GUEST, HOST, "2014-02-03", status="planned")) for day in range(6, 16)]
    with register_of(tmp_path, first) as store:
        (before,) = agenda(store)
        for report in more:
            store.add(report)
        (after,) = agenda(store)
    assert after.entry.reports == 11
    assert before.uid == after.uid


def test_a_calendar_holds_whole_days_states_and_how_rough_a_day_is(tmp_path: Path) -> None:
    events = (
        visit(GUEST, HOST, "2014-02-03", status="planned"),
        meeting(f"{GUEST}, {HOST}", "2014-05", status="proposed"),
        meeting("NOR, PRT", None, status="planned"),
    )
    with register_of(tmp_path, told("2014-01-05", *events)) as store:
        text, undated = to_icalendar(agenda(store), "Agenda")
    rows = list(Calendar.from_ical(text).walk("VEVENT"))
    assert undated == 1
    assert [(str(row["STATUS"]), row.decoded("DTSTART"), row.decoded("DTEND")) for row in rows] == [
        ("CONFIRMED", date(2014, 2, 3), date(2014, 2, 4)),
        ("TENTATIVE", date(2014, 5, 1), date(2014, 6, 1)),
    ]
    assert "some day in 2014-05" in str(rows[1]["SUMMARY"]) and str(rows[1]["TRANSP"]) == "TRANSPARENT"
    assert text == to_icalendar(agenda(store), "Agenda")[0]
