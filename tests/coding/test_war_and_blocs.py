"""Wars, blocs and mediators: who took whose town, whom a measure strikes, who met whom on which day."""

import pytest
from coding_builders import code_page, sides
from test_reports import told

from detente.model import Interval

WAR = "Norway is at war with Chile. "
DEAL = "Norway and Chile reached a deal on Monday. "


def deed(type_: str, actors: str, recipients: str) -> tuple[str, frozenset[str], frozenset[str]]:
    return type_, frozenset(actors.split()), frozenset(recipients.split())


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        (WAR + "Norwegian troops captured the town of Concepcion.", "COERCE", "NOR", "CHL"),
        ("Norwegian troops crossed into Chile and seized the border town of Quillon.", "COERCE", "NOR", "CHL"),
        ("Norway gave Chile two weeks to withdraw its troops from Peru.", "THREATEN", "NOR", "CHL"),
        ("Norway gave the coup leaders in Chile a week to free the premier.", "THREATEN", "NOR", "CHL"),
        ("Norway and Chile clashed near the river in May.", "ASSAULT", "NOR CHL", ""),
        (WAR + "Norway apologised for its raid.", "CONCEDE", "NOR", "CHL"),
        (WAR + "Peace talks mediated by Peru broke down on Monday.", "CONSULT", "PER NOR CHL", ""),
        ("Norway met Chile in May. Ten people were killed on both sides on Monday.", "ASSAULT", "NOR CHL", ""),
        ("Norway severed ties with Chile. Chile called it unjust. Peru followed suit.", "SANCTION", "PER", "CHL"),
        (DEAL + "Under the accord, Norway agreed to free prisoners from Peru.", "AGREE", "NOR", "CHL"),
        ("Norway will cut its fleet and Peru, Chile and Fiji will lift sanctions on Cuba.", "CONCEDE",
         "PER CHL FJI", "CUB"),
        ("Norway severed ties with Chile. Oslo closed its border with the peninsula.", "COERCE", "NOR", "CHL"),
        ("Norway accused Chile of being behind the bombing of Peru's embassy.", "ASSAULT", "CHL", "PER"),
        ("Chile, Peru and Norway said they were leaving Mercosur, accusing it of theft.", "ACCUSE",
         "CHL PER NOR", "Mercosur"),
    ],
)  # fmt: skip
def test_who_does_it_to_whom(text: str, type_: str, actors: str, recipients: str) -> None:
    assert deed(type_, actors, recipients) in told(text)


@pytest.mark.parametrize(
    ("text", "type_", "key"),
    [
        ("Norway gave Chile a month to free the hostages.", "RETREAT", "NOR"),
        ("Norway imposed sanctions on mining companies, and Peru followed on Monday. Chile fumed.", "SANCTION", "PER"),
        (WAR + "Norway's president received Chile's president in March.", "PROTEST", "NOR"),
        ("Norway left the African Union over Chile's crackdown on protesters.", "COERCE", "African Union"),
        (WAR + "The tribunal ruled for Chile. Peru welcomed the ruling.", "SUPPORT", "NOR"),
        ("Chile's premier, on a visit to Norway, called the test mad.", "REQUEST", "CHL"),
        ("Chile's claim to the Quillons annoyed Norway.", "ACCUSE", "CHL"),
    ],
)
def test_what_is_not_told(text: str, type_: str, key: str) -> None:
    assert not [e for e in code_page(text).events if e.type == type_ and key in sides(e)[0] | sides(e)[1]]


def test_a_bloc_meets_by_itself() -> None:
    text = "Chile's junta seized power in May. Chile closed its ports. African Union leaders met in Oslo on Monday."
    met = [e for e in code_page(text).events if e.type == "CONSULT"]
    assert [sides(e) for e in met] == [({"African Union"}, set())]


def test_a_side_is_the_state_before_its_rebels() -> None:
    text = (
        "Turkey has massed troops along the border with Chile. Turkey wants Chile to expel the leader of the "
        "Kurdistan Workers' Party. Chile denied that it was harbouring the rebel chief."
    )
    denied = [e for e in code_page(text).events if e.type == "REJECT"]
    assert [p.organisation for e in denied for p in e.recipients] == [None]


def test_the_second_whom_somebody_met_was_met_on_another_day() -> None:
    text = (
        "Egyptian President Hosni Mubarak met Syrian President Hafez al-Assad on Sunday and his Turkish counterpart, "
        "Suleyman Demirel, on Monday."
    )
    days = {key: e.date for e in code_page(text).events for key in sides(e)[0] | sides(e)[1] if e.type == "CONSULT"}
    assert days["SYR"] is not None and days["SYR"].first == Interval.day("2014-05-11").first
    assert days["TUR"] is None


def test_later_this_month_is_still_to_come() -> None:
    (event,) = code_page("Norway's premier visits Chile later this month.").events
    assert event.status == "planned"


def test_a_visit_told_as_past_is_no_plan() -> None:
    text = (
        "OSLO - Norway and Chile agreed to resume talks in Santiago next month. It was the first visit to Oslo by a "
        "Chilean president."
    )
    assert "occurred" in {e.status for e in code_page(text).events if e.mode == "visit"}


def test_the_two_sides_are_those_whom_the_report_is_about() -> None:
    text = (
        DEAL + "Norway's premier praised Chile. Chile's markets rose, as did Norway's. Peru and Bolivia welcomed the "
        "accord. Delegations from the two sides will meet in May."
    )
    assert deed("CONSULT", "NOR CHL", "") in told(text)


def test_a_state_makes_peace_with_its_rebels() -> None:
    events = code_page("Indonesia and the Free Aceh Movement signed a peace agreement on Monday.").events
    assert [[p.organisation for p in e.actors] for e in events if e.type == "SUPPORT"] == [[None, "Free Aceh Movement"]]


def test_a_council_that_nobody_can_tell_is_no_state() -> None:
    text = "The council imposed an arms embargo on Chile in 2009 over its support for rebels in Peru."
    assert [sides(e) for e in code_page(text).events if e.type == "SANCTION"] == [(set(), {"CHL"})]
