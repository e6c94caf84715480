"""Who is meant and when, where one sentence leans on another: answers, examples, orders, those told of in passing."""

import pytest

from detente.model import Event, Interval, Report
from detente.reading import split_lines
from detente.run import code_report

DAY = Interval.day("2014-05-14", "handed")


def lines(text: str) -> list[str]:
    """Each event as "TYPE/mode actors>recipients status", persons by their surnames."""

    def names(event: Event, side: str) -> str:
        parties = getattr(event, side)
        return ",".join(sorted(p.person.split()[-1] if p.person else p.key for p in parties))

    report = Report(id="t", text=text, lines=split_lines(text), handed=DAY)
    return [
        f"{e.type}/{e.mode} {names(e, 'actors')}>{names(e, 'recipients')} {e.status}"
        for e in code_report(report).events
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Peru recognised Kosovo on Monday, defying warnings from Brazil. "
            "Serbia's government denounced the step as illegal.",
            "ACCUSE/disapprove SRB>PER occurred",
        ),
        (
            "Peru expelled four Chilean envoys. Bolivia is expected to follow Peru's example.",
            "SANCTION/expel BOL>CHL planned",
        ),
        (
            "Chile's premier said that Peru had armed the rebels, a charge that Peru denies.",
            "ACCUSE/allege CHL>PER occurred",
        ),
        ("Peru shot down a Chilean drone in March. Lima later apologised.", "CONCEDE/None PER>CHL occurred"),
        ("Peru held a Chilean after a request from Brazil.", "REQUEST/change BRA>PER occurred"),
        ("The raid on Peru drew criticism from Chile.", "ACCUSE/disapprove CHL> occurred"),
        ("Peru's raid on Bolivia drew criticism from Chile.", "ACCUSE/disapprove CHL>PER occurred"),
        (
            "Peru told its story. Chile said it was very sorry for the death of the Peruvian pilot.",
            "CONCEDE/None CHL>PER occurred",
        ),
        ("Chile called for its fishermen to be released by Peru.", "REQUEST/yield CHL>PER occurred"),
        ("Chile called for the Peruvian embassy to be closed.", "REQUEST/change CHL>PER occurred"),
        ("Peru accused Chile of spying and ordered its diplomats to leave.", "SANCTION/expel PER>CHL occurred"),
        ("Chile revoked its invitation to Peru's foreign minister.", "SANCTION/discontinue CHL>"),
        ("Chile and Peru agreed to take the necessary steps to mend relations.", "AGREE/None CHL,PER> occurred"),
        (
            "Chile freed four Peruvian officers. Lima also recalled its ambassador, Hugo Otero, and closed a port.",
            "SANCTION/withdraw PER>CHL",
        ),
        ("Chile denied Bolivian charges that it had encouraged Peru.", "SUPPORT/None CHL>PER alleged"),
        ("A Peruvian officer spied for Chile.", "COERCE/None CHL>PER"),
        ("Peru and Chile swapped spies in Vienna on Friday.", "RETREAT/release CHL,PER> occurred"),
        ("Peru grounded the plane of Chile's president.", "COERCE/seize PER>Bachelet occurred"),
        ("Chile said it did not recognise the treaty between Peru and Bolivia.", "REJECT/None CHL>BOL,PER occurred"),
    ],
)
def test_who_does_it_to_whom(text: str, line: str) -> None:
    assert any(line in told or told.startswith(line) for told in lines(text)), lines(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Chile called for its fishermen to be released by Peru.", "RETREAT/"),
        (
            "Chile's president called the expulsions short-sighted. Peru has four Chilean envoys.",
            "SANCTION/expel CHL>PER",
        ),
        ("Chile revoked its invitation to Peru's foreign minister.", "AGREE/"),
        ("Chile and Peru agreed to take the necessary steps to mend relations.", "THREATEN/"),
        ("Peru's president turned his plane back over the sea. Chile was told.", "COERCE/"),
        ("Chile protested against the Inter-American court's ruling.", "ACCUSE/disapprove CHL>USA"),
        ("The raid on Peru drew condemnation from around the world. Chile was silent.", "ACCUSE/disapprove CHL"),
        ("Peru ordered Chile's envoys to leave Lima.", "SANCTION/withdraw"),
        ("Peru's premier said Chile would stop at nothing.", "THREATEN/None CHL>"),
        ("Peru's president met the returning Peruvians at the airport. Chile was silent.", "CONSULT/"),
        ("Chile declared martial law. Peru closed its border with Chile.", "COERCE/martial-law CHL>PER"),
        ("Peruvian jets shot down a drone near the Chilean border.", "ASSAULT/destroy PER>CHL"),
    ],
)
def test_what_is_no_deed_of_theirs(text: str, wrong: str) -> None:
    assert not any(told.startswith(wrong) for told in lines(text)), lines(text)


def test_a_chronology_dates_its_lines() -> None:
    text = (
        "Peru and Chile: a chronology\n\n"
        "May 4, 2003: Peru recalls its ambassador from Chile. Santiago accuses Lima of spying.\n\n"
        "June 9, 2008: The presidents of Peru and Chile sign a treaty.\n\n"
        "July 8, 2011: Chile closes its consulate in Lima."
    )
    report = Report(id="t", text=text, lines=split_lines(text), handed=DAY)
    days = {(e.type, e.date.first.isoformat(), e.status) for e in code_report(report).events if e.date}
    assert ("SANCTION", "2003-05-04", "occurred") in days
    assert ("ACCUSE", "2003-05-04", "occurred") in days
    assert ("SUPPORT", "2008-06-09", "occurred") in days


def test_the_day_a_call_is_scheduled_for() -> None:
    text = "A telephone call between the presidents of Peru and Chile is scheduled for June 3."
    report = Report(id="t", text=text, lines=split_lines(text), handed=DAY)
    (call,) = (e for e in code_report(report).events if e.type == "CONSULT")
    assert call.date is not None and call.date.first.isoformat() == "2014-06-03"


def test_names_behind_a_plural_office_are_those_meant() -> None:
    text = "The presidents of Peru and Chile, Alan Garcia and Ricardo Lagos, signed a treaty in Lima in 2005."
    persons = {
        p.person
        for told in [text]
        for e in code_report(Report(id="t", text=told, lines=split_lines(told), handed=DAY)).events
        for p in e.actors
        if p.person
    }
    assert persons <= {"Alan Garcia", "Alan García", "Ricardo Lagos"}


def test_a_ministry_of_his_is_not_he() -> None:
    text = "Chilean President Michelle Bachelet arrived in Oslo on Monday. Her foreign ministry accused Peru of spying."
    assert "ACCUSE/allege CHL>PER occurred" in lines(text)
