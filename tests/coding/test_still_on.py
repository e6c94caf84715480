"""What goes on as it is told, and what may never be, beside what is over or surely to come."""

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
        ("Norway fears that Chile will invade the islands.", "ASSAULT", "proposed"),
        ("Shares fell on concern that Chile would impose sanctions on Norway.", "SANCTION", "proposed"),
        ("Norway's minister said Chile would impose sanctions on Norway.", "SANCTION", "planned"),
        ("Norway is trying to get Chile to commit to free elections.", "AGREE", "proposed"),
        ("Norway's premier told reporters of a planned meeting with Chile's president.", "CONSULT", "planned"),
        ("Norway's premier turned his sights toward a second summit with Chile's president.", "CONSULT", "planned"),
        ("Norway's navy will hold war games off Chile's coast in July.", "MOBILIZE", "planned"),
        ("Norway's premier will begin issuing waivers to Chile's sanctions.", "SANCTION", "ongoing"),
        ("Norway's police told of Chile's alleged role in the killing of a Norwegian exile.", "ASSAULT", "alleged"),
    ],
)
def test_how_far_it_has_come(text: str, type_: str, status: str) -> None:
    assert {event.status for event in code(text).events if event.type == type_} == {status}


def test_what_began_has_the_day_of_its_beginning() -> None:
    began = code("Norway began to pull its troops out of Chile on Monday.").events[0]
    assert (began.status, began.date and began.date.edtf) == ("occurred", "2014-05-12")


def test_who_wants_to_do_something_asks_nobody_for_it() -> None:
    told = [code(f"Norway wants {what} its troops from Lima.") for what in ("to withdraw", "Chile to withdraw")]
    assert ["REQUEST" in {e.type for e in one.events} for one in told] == [False, True]
