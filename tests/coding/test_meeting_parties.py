"""Meetings and visits: who has part in each, and what only sounds like one. Sentences of our own."""

import pytest

from detente.model import Event, Interval, Line, Report, Span
from detente.run import code_report


def consults(*paragraphs: str) -> list[Event]:
    text, lines, at = "\n".join(paragraphs), [], 0
    for paragraph in paragraphs:
        lines.append(Line(Span(at, at + len(paragraph)), "body"))
        at += len(paragraph) + 1
    report = Report(id="t", text=text, lines=tuple(lines), handed=Interval.day("2014-05-14", "handed"))
    return [e for e in code_report(report).events if e.type == "CONSULT"]


def pairs(events: list[Event]) -> list[set[str | None]]:
    return [{p.state for p in (*e.actors, *e.recipients)} for e in events]


@pytest.mark.parametrize(
    ("text", "met"),
    [
        (
            "Norwegian Prime Minister Erna Solberg met with Chilean President Michelle Bachelet "
            "and Peruvian President Ollanta Humala on Monday.",
            [{"NOR", "CHL"}, {"NOR", "PER"}],
        ),
        ("Norway's premier will hold meetings with the leaders of Chile and Peru.", [{"NOR", "CHL"}, {"NOR", "PER"}]),
        ("The premiers of Norway and Chile held talks in Singapore on Monday.", [{"NOR", "CHL"}]),
        ("Norway's premier held talks in Singapore on Monday.", [{"NOR", "SGP"}]),
        ("Norway's premier held trilateral talks with the leaders of Chile and Peru.", [{"NOR", "CHL", "PER"}]),
    ],
)
def test_several_met_are_met_one_by_one_unless_words_join_them(text: str, met: list[set[str]]) -> None:
    assert pairs(consults(text)) == met


def test_a_tour_goes_to_each_of_its_stops() -> None:
    found = consults("After a trip to Chile and Peru, Norwegian Prime Minister Erna Solberg praised both hosts.")
    assert [({p.state for p in e.actors}, {p.state for p in e.recipients}) for e in found] == [
        ({"NOR"}, {"CHL"}),
        ({"NOR"}, {"PER"}),
    ]


def test_talks_that_name_nobody_are_those_of_the_pair_that_the_report_is_about() -> None:
    told = "Norway wants to fish in the waters of Chile. Chile sent Norway a list of questions."
    assert pairs(consults(told, "Negotiations will resume on Monday in spite of a storm off Chile.")) == [
        {"NOR", "CHL"}
    ]
    assert not consults(told, "Peru is part of the region.", "Negotiations in Peru will resume on Monday.")


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian Prime Minister Erna Solberg visited the Norwegian city of Bergen while Chile waited.",
        "Any raid on Chile by Norway will be met with an overwhelming response.",
        "Chile said that the drill sent a message to Norway.",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    assert not consults(text)


def test_a_summit_is_named_for_the_land_that_only_holds_it() -> None:
    told = "Norwegian Prime Minister Erna Solberg and Chilean President Michelle Bachelet met in Malta on Monday."
    assert all("MLT" not in met for met in pairs(consults(told, "After the Malta summit, Solberg flew home.")))


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Norway's premier praised Chile during the Group of 20 summit in June.", "Group of Twenty"),
        ("Norway's premier praised Chile during a summit Thursday of EU leaders.", "European Union"),
    ],
)
def test_whose_gathering_it_is_though_the_parser_hangs_its_name_elsewhere(text: str, holder: str) -> None:
    assert holder in {p.organisation for e in consults(text) for p in (*e.actors, *e.recipients)}


def test_nobody_meets_what_is_talked_about() -> None:
    assert not [p for p in pairs(consults("Norway's ministers discussed the war in Chile on Monday.")) if "CHL" in p]
    (talk,) = consults("Norwegian Prime Minister Erna Solberg discussed Peru on Monday with her Chilean counterpart.")
    assert pairs([talk]) == [{"NOR", "CHL"}]


def test_talks_in_a_capital_are_with_those_there_whose_people_are_named() -> None:
    text = "Speaking after talks in Santiago, Norway's Prime Minister Erna Solberg praised President Michelle Bachelet."
    assert [({p.state for p in e.actors}, {p.state for p in e.recipients}) for e in consults(text)] == [
        ({"NOR"}, {"CHL"})
    ]


def test_states_of_a_list_meet_though_the_parser_reads_one_as_another_name() -> None:
    (talks,) = consults("The talks between Serbia, Kosovo, the pro-Serbian mayors and the OSCE resume in May.")
    assert {p.state for p in talks.actors} >= {"SRB", "XKX"}


@pytest.mark.parametrize("town", ["Brussels", "Warsaw"])
def test_nobody_visits_the_seat_of_his_own_body(town: str) -> None:
    text = f"NATO Secretary General Jens Stoltenberg told reporters in {town} that Norway would join the drill."
    assert bool([e for e in consults(text) if e.mode == "visit"]) == (town != "Brussels")


def test_people_of_one_state_who_talk_to_each_other_meet_nobody_else() -> None:
    text = "Secretary of State Hillary Clinton held a phone call with President Barack Obama about a raid in Chile."
    assert not consults(text)


def test_calls_to_several_whom_the_parser_reads_as_a_name() -> None:
    text = "John Kerry on Sunday called Norwegian Prime Minister Erna Solberg and Chilean President Michelle Bachelet."
    assert pairs(consults("Secretary of State John Kerry flew home on Saturday.", text)) == [
        {"USA", "NOR"},
        {"USA", "CHL"},
    ]


def test_whoever_only_watches_does_not_meet() -> None:
    assert pairs(consults("Norway held talks with Chile, with Peru watching from afar.")) == [{"NOR", "CHL"}]


def test_those_whom_one_title_names_were_met_together() -> None:
    (met,) = consults("Iceland's premier met the leaders of Norway, Denmark and Sweden in Malta on Monday.")
    assert {p.state for p in met.actors} == {"ISL", "NOR", "DNK", "SWE"}
    assert all(p.office == "head_of_government" for p in met.actors)


def test_a_visit_called_off_is_no_call() -> None:
    (visit,) = consults("The Serbian president's planned trip to Albania has been called off.")
    assert (visit.mode, visit.status) == ("visit", "cancelled")


@pytest.mark.parametrize(
    "text",
    [
        "Vladimir Putin's envoy met Michelle Bachelet in Chile on Monday.",
        "A close ally of Vladimir Putin met Michelle Bachelet in Chile on Monday.",
    ],
)
def test_whose_man_somebody_is_does_not_travel_with_him(text: str) -> None:
    (event,) = consults(text)
    assert [(p.state, p.person) for p in event.actors] == [("RUS", None)]


@pytest.mark.parametrize(
    "text",
    [
        "African Union leaders met in Oslo on Monday to discuss Chile.",
        "African Union ministers are expected to meet in Riga, Latvia, on Monday.",
    ],
)
def test_what_a_body_discusses_and_where_it_meets_has_no_part(text: str) -> None:
    (met,) = consults(text)
    assert (met.mode, [p.organisation for p in met.actors], met.recipients) == ("multilateral", ["African Union"], ())


@pytest.mark.parametrize(
    "text",
    [
        "Norway's foreign ministry sent a letter to the Norwegian parliament on Monday about the mines in Chile.",
        "Norway's premier consulted with Norwegian ministers on Sunday about Chile.",
        "Robert Hansen, a former Norwegian official, went on holiday with his family to Chile.",
    ],
)
def test_what_stays_at_home_or_is_private_is_no_contact(text: str) -> None:
    assert not consults(text)


def test_what_a_visit_called_off_was_for_is_part_of_it() -> None:
    (visit,) = consults("Norway's premier cancelled a trip to Chile, where she was set to meet Michelle Bachelet.")
    assert visit.status == "cancelled"


def test_where_a_visit_went_may_stand_behind_the_name() -> None:
    (visit,) = consults("The story regards the visit of Norwegian Minister of Trade, Lena Berg, to Chile.")
    assert pairs([visit]) == [{"NOR", "CHL"}]


def test_who_is_called_names_is_not_telephoned() -> None:
    assert not consults('Norway\'s premier called Luis Rojas, the Chilean ambassador to Oslo, "a rude man" on Monday.')


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian Prime Minister Erna Solberg flew to Geneva on Monday for talks with Chile's president.",
        "Norwegian Prime Minister Erna Solberg will head to Helsinki, Finland, for a summit with Chile's president.",
    ],
)
def test_the_way_to_a_meeting_on_others_ground_is_part_of_it(text: str) -> None:
    (met,) = consults(text)
    assert met.mode == "third-party" and pairs([met]) == [{"NOR", "CHL"}]


def test_a_meeting_on_others_ground_is_no_visit_told_elsewhere() -> None:
    found = consults("Norway's premier met Chile's president in Helsinki on Monday. He will visit Oslo in the summer.")
    assert {e.mode for e in found} == {"third-party", "visit"}


def test_who_attends_a_meeting_with_somebody_meets_him() -> None:
    assert {"PER", "BOL"} in pairs(consults("Peru's president attended a meeting about Chile with Bolivia's premier."))


@pytest.mark.parametrize(
    "text",
    [
        "Erna Solberg, the premier of Norway, arrives for a press conference on Chile in Bergen, Norway.",
        "Norway hosted a conference on Chile in Oslo on Friday.",
    ],
)
def test_who_stays_at_home_to_talk_of_somebody_does_not_meet_him(text: str) -> None:
    assert not any("CHL" in pair for pair in pairs(consults(text)))


def test_a_visit_for_a_meeting_with_a_third_is_a_visit_too() -> None:
    found = consults("Erna Solberg visited Jordan on Monday for talks with the president of Egypt.")
    assert [e.mode for e in found] == ["visit", "third-party"]


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministers of Norway and Chile held talks on Sudan in Quito.",
        "The foreign ministers of Norway and Chile met to discuss the crisis in Sudan.",
        "Norwegian and Chilean officials met in Quito to plan an operation in Sudan.",
        "Norwegian and Chilean officials met in Quito to discuss sanctions against Sudan.",
    ],
)
def test_the_land_that_is_talked_about_does_not_meet(text: str) -> None:
    assert pairs(consults(text)) == [{"NOR", "CHL"}]


def test_who_mediates_somewhere_does_not_mediate_with_that_land() -> None:
    assert pairs(consults("Norway's premier mediated between Peru and Chile in Brussels.")) == [{"NOR", "PER", "CHL"}]


@pytest.mark.parametrize(
    ("then", "mode"),
    [
        ("She will meet Chilean President Michelle Bachelet.", "visit"),
        ("She will meet Peruvian President Ollanta Humala.", None),
    ],
)
def test_who_is_on_a_visit_meets_his_hosts_there(then: str, mode: str | None) -> None:
    found = consults("Norwegian Prime Minister Erna Solberg is on a three-day visit to Chile.", then)
    (met,) = [e for e in found if e.status == "planned"]
    assert met.mode == mode


@pytest.mark.parametrize(
    ("text", "guest", "host"),
    [
        ("German chancellor in Warsaw for talks on migration", "DEU", "POL"),
        ("Kazakh premier in Moscow for talks with Putin", "KAZ", "RUS"),
        ("A Syrian delegation left for Muscat on Sunday.", "SYR", "OMN"),
    ],
)
def test_guest_of_a_line_without_a_verb_is_on_a_visit(text: str, guest: str, host: str) -> None:
    (visit,) = consults(text)
    assert ([p.state for p in visit.actors], [p.state for p in visit.recipients]) == ([guest], [host])


ROW = "Norway and Chile are at odds over salmon, and Norway's government has said little about Chile."


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Lawmakers met with Norwegian Foreign Minister Ine Soreide at her office on Thursday.", []),
        ("Norwegian Foreign Minister Ine Soreide discussed the mood in Chile with a group of lawmakers.", []),
        ("Norwegian Foreign Minister Ine Soreide and her advisers met in the crisis room on Chile.", []),
        ("Norwegian Foreign Minister Ine Soreide met lawmakers in Santiago on Thursday.", [{"NOR", "CHL"}]),
        (
            "Norwegian Foreign Minister Ine Soreide and her advisers met Chilean President Sebastian Pinera.",
            [{"NOR", "CHL"}],
        ),
        ("Norwegian Foreign Minister Ine Soreide told reporters on a conference call that the duties stay.", []),
        (
            "Norwegian Foreign Minister Ine Soreide held a conference call with Chilean President Sebastian Pinera.",
            [{"NOR", "CHL"}],
        ),
        ('"We had a good discussion on Chile and President Sebastian Pinera," Norway\'s premier said.', []),
    ],
)
def test_whom_one_meets_at_home_is_not_the_other_state(text: str, met: list[set[str]]) -> None:
    assert pairs(consults(ROW, text)) == met


def test_a_video_that_is_watched_is_no_call() -> None:
    (met,) = consults("Video of the talks between Norwegian Prime Minister Erna Solberg and Chile's president in Lima")
    assert met.mode != "phone"
    (call,) = consults("Norwegian Prime Minister Erna Solberg and Chile's president met by video on Monday.")
    assert call.mode == "phone"


def test_who_is_named_elsewhere_is_not_only_filled_in() -> None:
    (met,) = consults(
        "Chilean President Sebastian Pinera landed in Oslo on Monday. Talks with Norwegian Prime Minister Erna Solberg "
        "in Oslo ended on Tuesday, and the president flew home."
    )
    assert not any(p.filled for p in (*met.actors, *met.recipients))


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Norwegian Prime Minister Erna Solberg said in both English and Spanish that nobody was alone.", []),
        ("Norwegian ambassador Mona Juul speaks to the press in New York on Monday.", []),
        ("Norwegian Prime Minister Erna Solberg said in Spain that nobody was alone.", [{"NOR", "ESP"}]),
    ],
)
def test_who_speaks_somewhere_is_there_unless_posted_there(text: str, met: list[set[str]]) -> None:
    assert pairs(consults(text)) == met


def test_what_is_discussed_is_not_where_they_meet() -> None:
    (met,) = consults(
        "Norwegian Prime Minister Erna Solberg discussed the situation in Chile with Peruvian President Ollanta Humala."
    )
    assert (met.mode, met.place, {p.key for p in met.actors}) == (None, None, {"NOR", "PER"})


def test_who_was_met_is_no_part_of_a_trip_to_nobody() -> None:
    events = consults(
        "Chilean President Michelle Bachelet began a tour of the south on Tuesday. Crowds cheered. It rained.",
        "Bachelet's conversation with Norwegian Prime Minister Erna Solberg was long.",
    )
    assert {"CHL", "NOR"} in pairs(events)
