"""One deed told twice is one event: in other words, by other names, on the day of the clause beside it."""

import pytest

from detente.model import Event, Interval, Report
from detente.reading import split_lines
from detente.run import code_report

DAY = Interval.day("2014-05-14", "handed")


def of_type(text: str, type_: str) -> list[Event]:
    report = Report(id="t", text=text, lines=split_lines(text), handed=DAY)
    return [event for event in code_report(report).events if event.type == type_]


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        (
            "SUPPORT",
            "Peru and Chile signed a fishing agreement on Monday. Peru's ministers were pleased.\n\n"
            "Chile and Peru struck a deal after months of quarrels.",
        ),
        (
            "SANCTION",
            "Chile has banned the import of Peruvian steel. Traders were surprised. "
            "Economists say Chile imposed tariffs on Peru to protect its mills.",
        ),
        (
            "ACCUSE",
            "Peruvian Foreign Minister Luis Rojas accused Chile of piracy. He was speaking in Lima. "
            "Rojas said Chile was lying about the fish.",
        ),
        (
            "CONSULT",
            "Chilean Foreign Minister Heraldo Munoz arrived in Norway on Monday. "
            "On Tuesday he visited Bergen and met Norwegian Prime Minister Erna Solberg.",
        ),
        (
            "ACCUSE",
            "Chile condemned Peru's raid. The government in Santiago denounced Peru's conduct.",
        ),
    ],
)
def test_a_deed_told_again_is_one(type_: str, text: str) -> None:
    assert len(of_type(text, type_)) == 1


def test_deeds_with_days_of_their_own_are_two() -> None:
    text = "Peru and Chile signed a fishing agreement on May 5. Chile and Peru signed a trade agreement on May 12."
    assert len(of_type(text, "SUPPORT")) == 2


def test_a_deal_that_is_welcomed_is_of_those_who_made_it() -> None:
    text = "Bolivia and Paraguay signed a gas accord on Monday. Argentina welcomed the deal."
    (praise,) = (event for event in of_type(text, "SUPPORT") if event.recipients)
    assert {p.key for p in praise.actors} == {"ARG"}
    assert {p.key for p in praise.recipients} == {"BOL", "PRY"}


def test_what_was_called_off_before_is_not_the_plan_that_stands() -> None:
    text = (
        "Norwegian Prime Minister Erna Solberg said she would meet Chilean President Michelle Bachelet on May 20, "
        "a week after she had cancelled the summit."
    )
    assert [event.status for event in of_type(text, "CONSULT")] == ["planned"]


def test_two_hosts_in_two_towns_are_two_meetings() -> None:
    text = (
        "Erna Solberg received Heraldo Munoz, the Chilean foreign minister, in Oslo on Tuesday.\n\n"
        "Norwegian Foreign Minister Borge Brende met Heraldo Munoz in Bergen on Monday."
    )
    assert len(of_type(text, "CONSULT")) == 2


def test_praise_is_no_part_of_an_agreement() -> None:
    text = (
        "Chilean President Michelle Bachelet signed a treaty with Norwegian Prime Minister Erna Solberg on Monday. "
        "Bachelet praised Solberg for her patience."
    )
    assert len(of_type(text, "SUPPORT")) == 2


def test_bomber_and_his_blast_are_one_attack() -> None:
    text = "A Norwegian suicide bomber rammed a car into a wall around the Chilean consulate, killing four."
    assert len(of_type(text, "ASSAULT")) == 1


def test_a_sentence_printed_twice_is_told_once() -> None:
    said = "Peru promised Chile on Monday to open three more ports by the spring."
    assert len(of_type(f"{said}\n\nThe ministers then had lunch with traders and bankers.\n\n{said}", "AGREE")) == 1
