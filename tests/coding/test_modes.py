"""Modes: how a meeting was held, and what is asked, refused or alleged. Sentences of our own."""

import pytest

from detente.model import Event, Interval, Line, Report, Span
from detente.run import code_report


def events(text: str, type_: str) -> list[Event]:
    line = Line(Span(0, len(text)), "body")
    report = Report(id="t", text=text, lines=(line,), handed=Interval.day("2014-05-14", "handed"))
    return [e for e in code_report(report).events if e.type == type_]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Norway's premier met Chile's president, who called for a fishing pact.", None),
        ("Norway's premier spoke with Chile's president by telephone on Monday.", "phone"),
        ("Norway's captain met Chile's ambassador and was allowed to make phone calls.", None),
        ("Norwegian Prime Minister Erna Solberg spoke with Chilean President Michelle Bachelet on Monday.", "phone"),
        (
            "Norwegian Prime Minister Erna Solberg spoke with Chilean President Michelle Bachelet in Peru.",
            "third-party",
        ),
        (
            "Norwegian Prime Minister Erna Solberg spoke to Chilean President Michelle Bachelet on a visit to Arica.",
            "visit",
        ),
        ("Norway's premier met Chile's president in Santiago and told a news conference it was useful.", "visit"),
        ("At a NATO summit in Lisbon, Norway held talks with Chile.", "multilateral"),
        ("Peru hosted talks between Norway and Chile.", "third-party"),
        (
            "Norwegian Prime Minister Erna Solberg met Chilean President Michelle Bachelet at a G20 summit in Rome.",
            "multilateral",
        ),
        ("Norway's premier visited Peru last month for talks with Chilean President Michelle Bachelet.", "third-party"),
        ("European Union ministers met in Brussels on Monday.", "multilateral"),
        # a body gathers as itself, wherever it does so
        ("The UN Security Council is to hold a special session next Sunday.", "multilateral"),
        ("A summit of African Union leaders is to open in Lagos on Monday.", "multilateral"),
        # a summit of two is theirs; what comes before or after another's is not part of it
        ("Norway and Chile held a summit in Helsinki in June.", "third-party"),
        ("Norway and Chile attended talks in Lima on Tuesday.", "third-party"),
        ("Norway's premier met Chile's president after the Mercosur summit.", None),
        # whose officials are met in their capital is the host
        ("Norwegian officials are expected to meet with senior officials in Santiago on Monday.", "visit"),
        ("Chilean Foreign Minister Heraldo Munoz held talks with John Kerry at the State Department.", "visit"),
        ("Norway's premier met Chile's president at the Chilean Foreign Ministry.", "visit"),
    ],
)
def test_mode_of_a_meeting(text: str, mode: str | None) -> None:
    assert mode in {e.mode for e in events(text, "CONSULT")}


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Norway demanded answers from Chile about the leak.", "REQUEST", None),
        ("Norway urged Chile to stop fishing.", "REQUEST", "change"),
        ("Chile has rejected Norway's demands.", "REQUEST", "yield"),
        ("Norway asked the European Union for membership.", "REQUEST", None),
        ("Norway applied to join the African Union.", "REQUEST", None),
        ("Norway demanded that Chile investigate the raid.", "REQUEST", None),
        ("Norway urged Chile to recognise the islands.", "REQUEST", "change"),
        ("Talks were held in Lima at Chile's request.", "REQUEST", "meet"),
        ("Norway opposes sanctions on Chile.", "REJECT", None),
        ("Norway accused Chile of acting in bad faith.", "ACCUSE", "disapprove"),
        ("Norway banned 20 Chilean journalists from entering the country.", "COERCE", "restrict"),
        ("Norway's minister said Chile was undermining the peace.", "ACCUSE", "disapprove"),
        ("Norway's minister said Chile was deceiving the inspectors.", "ACCUSE", "allege"),
        ("Norway's complaints about Chile went unanswered.", "ACCUSE", "disapprove"),
        ("Norway accused Chile of smuggling arms.", "ACCUSE", "allege"),
        ("Norway threatened to impose tariffs on Chile.", "THREATEN", None),
        ("Norway threatened to attack Chile.", "THREATEN", "violence"),
        ("Norway threatened to use force against Chile.", "THREATEN", "violence"),
        ("Norway threatened to withhold military aid from Chile.", "THREATEN", None),
        ("Norway's threats to kill the deal with Chile scared traders.", "THREATEN", None),
        ("Norway warned Chile of a military response.", "THREATEN", "violence"),
        ("Norway called on Chile to abandon its claim to the islands.", "REQUEST", "yield"),
        ("Norway will respond to Chile's expulsion of its envoys, its premier warned.", "THREATEN", None),
        ("Norway refused to recognise the Chilean government.", "REJECT", None),
    ],
)
def test_mode_of_what_is_said(text: str, type_: str, mode: str | None) -> None:
    assert mode in {e.mode for e in events(text, type_)}


def test_who_carries_word_between_two_is_on_no_visit() -> None:
    (event,) = events("The Omani foreign minister relayed a message from Tehran to Washington.", "CONSULT")
    assert (event.mode, {p.state for p in event.actors}) == ("third-party", {"OMN", "IRN", "USA"})


def test_who_agrees_to_a_demand_has_not_made_it() -> None:
    assert events("Lesotho agreed to South African demands for an early election.", "REQUEST") == []
