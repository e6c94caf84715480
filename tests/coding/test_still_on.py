"""What goes on as it is told, beside what is over or still to come."""

import pytest
from coding_builders import code


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Norway has begun pulling its troops out of Chile.", "RETREAT", "ongoing"),
        ("Norway pulled its troops out of Chile.", "RETREAT", "occurred"),
        ("Three Norwegian sailors remain jailed in Chile.", "COERCE", "ongoing"),
        ("Three Norwegian sailors were jailed in Chile.", "COERCE", "occurred"),
        ("Chile has held two Norwegian sailors since January.", "COERCE", "ongoing"),
        ("Chile arrested two Norwegian sailors in January.", "COERCE", "occurred"),
        ("Norway has stationed 5,000 troops in Chile since 2003.", "MOBILIZE", "ongoing"),
        ("Norway's sanctions on Chile are set to expire in July.", "SANCTION", "ongoing"),
        ("Norwegian envoys met Chile's minister in Lima on Monday.", "CONSULT", "occurred"),
        ("The leaders of Norway and Chile opened two days of talks in Lima today.", "CONSULT", "ongoing"),
        ("Leaders of Norway and Chile are in Lima for a third day of talks.", "CONSULT", "ongoing"),
        ("Norway and Chile have set a date for their talks.", "CONSULT", "planned"),
        ("Norway's king plans to raise the trial during his visit to Chile.", "CONSULT", "planned"),
        ("Crowds are expected during the Norwegian king's visit to Chile.", "CONSULT", "planned"),
        ("Crowds cheered during the Norwegian king's visit to Chile.", "CONSULT", "occurred"),
        ("Norway's parliament will vote on sanctions against Chile.", "SANCTION", "proposed"),
    ],
)
def test_how_far_it_has_come(text: str, type_: str, status: str) -> None:
    assert {event.status for event in code(text).events if event.type == type_} == {status}


def test_what_began_has_the_day_of_its_beginning() -> None:
    began = code("Norway began to pull its troops out of Chile on Monday.").events[0]
    assert (began.status, began.date and began.date.edtf) == ("occurred", "2014-05-12")
