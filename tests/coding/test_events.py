"""Events: whole sentences of our own through the whole path."""

import pytest
from coding_builders import code, sides, the

from detente.model import Interval


@pytest.mark.parametrize(
    ("text", "type_", "mode", "actors", "recipients", "status"),
    [
        ("Norway expelled two Chilean diplomats on Monday.", "SANCTION", "expel", "NOR", "CHL", "occurred"),
        ("Two Chilean diplomats were expelled by Norway.", "SANCTION", "expel", "NOR", "CHL", "occurred"),
        ("Norway accused Chile of violating its airspace.", "ACCUSE", "allege", "NOR", "CHL", "occurred"),
        ("Norway urged Chile to release the crew.", "REQUEST", "yield", "NOR", "CHL", "occurred"),
        ("Norway refused to extradite the banker to Chile.", "REJECT", "yield", "NOR", "CHL", "occurred"),
        ("Norway condemned Chile's decision on Tuesday.", "ACCUSE", "disapprove", "NOR", "CHL", "occurred"),
        ("Norway threatened to attack Chile.", "THREATEN", "violence", "NOR", "CHL", "occurred"),
        ("Norway vowed to attack Chile.", "THREATEN", "violence", "NOR", "CHL", "occurred"),
        ("Norway said it would not help Chile.", "REJECT", "assist", "NOR", "CHL", "occurred"),
        ("Chile's foreign minister will visit Norway next week.", "CONSULT", "visit", "CHL", "NOR", "planned"),
        ("Chile's president visited Norway on Monday.", "CONSULT", "visit", "CHL", "NOR", "occurred"),
        ("Norway lifted sanctions against Chile on Monday.", "CONCEDE", None, "NOR", "CHL", "occurred"),
        ("Norway recalled its ambassador to Chile.", "SANCTION", "withdraw", "NOR", "CHL", "occurred"),
        ("Norway declared the Chilean envoy persona non grata.", "SANCTION", "expel", "NOR", "CHL", "occurred"),
        ("Norway's premier ended a visit to Chile on Monday.", "CONSULT", "visit", "NOR", "CHL", "occurred"),
        ("Norway called for a boycott of Chile.", "ACCUSE", "disapprove", "NOR", "CHL", "occurred"),
        ("Norway halted its march towards Santiago.", "RETREAT", "ceasefire", "NOR", "CHL", "occurred"),
        ("Norway is selling fighter jets to Chile.", "COOPERATE", None, "NOR", "CHL", "ongoing"),
        ("In no way will Norway support Chile's bid, its premier said.", "REJECT", "assist", "NOR", "CHL", "occurred"),
        ("Norway is not going to sign a treaty with Chile.", "REJECT", None, "NOR", "CHL", "occurred"),
        (
            "The United Nations adopted a sanctions resolution on Chile.",
            "SANCTION",
            "discontinue",
            "United Nations",
            "CHL",
            "occurred",
        ),
        (
            "Norway announced a withdrawal of hundreds of Norwegian marines in Chile.",
            "RETREAT",
            "withdraw",
            "NOR",
            "CHL",
            "occurred",
        ),
        ("Lima (AFP) - Norway's premier condemned Chile.", "ACCUSE", "disapprove", "NOR", "CHL", "occurred"),
        ("Norwegian warplanes bombed Chilean positions on Monday.", "ASSAULT", "aerial", "NOR", "CHL", "occurred"),
    ],
)
def test_event_has_type_sides_and_status(
    text: str, type_: str, mode: str | None, actors: str, recipients: str, status: str
) -> None:
    event = the(type_, code(text))
    assert (event.mode, *sides(event), event.status) == (mode, {actors}, {recipients}, status)


def test_talks_on_neutral_ground_list_both_as_actors() -> None:
    event = the("CONSULT", code("Norway and Chile held talks in Geneva on Monday."))
    assert sides(event) == ({"NOR", "CHL"}, set())
    assert event.date is not None and event.date.edtf == "2014-05-12"
    assert event.place is not None and event.place.name.startswith("Geneva")


def test_a_meeting_with_further_states_is_none_of_the_visit() -> None:
    coded = code("Norway's premier will meet Chilean and Peruvian leaders during a visit to Chile on Friday.")
    contacts = [sides(event) for event in coded.events if event.type == "CONSULT"]
    assert ({"NOR"}, {"CHL"}) in contacts
    assert any("PER" in actors | recipients for actors, recipients in contacts)


@pytest.mark.parametrize(
    ("words", "actors"),
    [
        ("Norwegian and Danish forces", {"NOR", "DNK"}),
        ("The US, Norwegian and Danish governments", {"USA", "NOR", "DNK"}),
        ("Norway's and Denmark's navies", {"NOR", "DNK"}),
        ("Norway, along with Denmark,", {"NOR", "DNK"}),
        ("Norway as well as Denmark", {"NOR", "DNK"}),
        ("Norway and its ally Denmark", {"NOR", "DNK"}),
    ],
)
def test_all_that_a_subject_names_act(words: str, actors: set[str]) -> None:
    assert sides(the("ACCUSE", code(f"{words} condemned Chile."))) == (actors, {"CHL"})


def test_a_partner_nobody_knows_is_not_replaced_by_another() -> None:
    coded = code("Norway restored ties with Zorgland, a Chilean official said.")
    assert not [e for e in coded.events if e.type == "SUPPORT" and "CHL" in {p.key for p in e.actors}]


@pytest.mark.parametrize(
    "text",
    [
        "Norway's premier did not even meet the Chilean president.",
        "Neither Norway nor Denmark condemned Chile.",
        "Norway stopped short of condemning Chile.",
    ],
)
def test_what_is_denied_by_small_words_is_no_event(text: str) -> None:
    assert not {event.type for event in code(text).events} & {"ACCUSE", "CONSULT"}


def test_who_ends_up_doing_something_ends_nothing() -> None:
    assert [e.type for e in code("Norway's and Chile's premiers ended up talking for an hour.").events] == ["CONSULT"]
    found = code("The war on Chile would have ended by selling Norway ships.").events
    assert "SANCTION" not in {e.type for e in found}


def test_who_was_killed_in_an_attack_did_not_make_it() -> None:
    found = code("Peru left the talks after an attack in Santiago that killed a Norwegian soldier.").events
    assert found and not any("NOR" in sides(e)[0] for e in found if e.type == "ASSAULT")


def test_who_tells_his_own_people_to_do_something_asks_nobody_else() -> None:
    for told in (
        "Putin asked his administration to invite Chile's president.",
        "Norway asked its embassy in Chile to study the data.",
    ):
        assert "REQUEST" not in {e.type for e in code(told).events}


def test_what_went_wrong_is_not_called_wrong() -> None:
    text = "Norway said the sailor died in a rescue that went wrong, and Chile mourned."
    assert "ACCUSE" not in {e.type for e in code(text).events}


def test_nobody_strikes_his_own_so_it_is_the_tellers() -> None:
    event = the("ASSAULT", code("Norway said Chile had shelled its territory."))
    assert sides(event) == ({"CHL"}, {"NOR"})
    event = the("ASSAULT", code("Norway said Chile had launched attacks on its ships."))
    assert sides(event) == ({"CHL"}, {"NOR"}) and event.how["parties"] == "speaker"


def test_what_did_not_happen_is_no_event() -> None:
    coded = code("Norway did not expel the Chilean ambassador.")
    assert not [e for e in coded.events if e.type == "SANCTION"]
    assert "not-real" in {f.code for f in coded.faults}


def test_condition_is_no_event() -> None:
    assert not [e for e in code("If Norway attacks Chile, prices will rise.").events if e.type == "ASSAULT"]


def test_background_never_gets_the_reports_day() -> None:
    event = the("SANCTION", code("In 2009 Norway expelled two Chilean diplomats."))
    assert event.date is not None and event.date.edtf == "2009"


def test_undated_report_leaves_relative_dates_open() -> None:
    event = the("SANCTION", code("Norway expelled two Chilean diplomats on Monday.", None))
    assert event.date is None


def test_an_attack_without_a_culprit_names_none() -> None:
    coded = code("The Chilean ambassador was killed in Norway on Monday.")
    assert all(not e.actors for e in coded.events if e.type == "ASSAULT")


def test_the_same_deed_told_twice_is_one_event() -> None:
    text = "Norway expelled two Chilean diplomats on Monday.\nThe expulsion of the Chilean diplomats was a surprise."
    assert len([e for e in code(text).events if e.type == "SANCTION"]) == 1


def test_every_span_slices_to_words_of_the_text() -> None:
    text = "Norway`s foreign minister met “his” Chilean counterpart in Oslo on Monday, Chile said. It was cordial."
    coded = code(text)
    assert coded.events
    for event in coded.events:
        spans = [*event.evidence, *(s for field in event.spans.values() for s in field)]
        spans += [s for p in (*event.actors, *event.recipients) for s in p.spans]
        assert all(0 <= s.start < s.end <= len(text) and s.of(text).strip() for s in spans)
        assert all(event.spans.get(field) for field in ("type",))
        assert 0 <= event.confidence <= 1 and event.cameo


def test_events_say_which_entry_made_them() -> None:
    assert the("SANCTION", code("Norway expelled two Chilean diplomats.")).how["type"].startswith("lexicon: ")


def test_the_first_part_of_a_compound_is_no_event() -> None:
    assert not [e for e in code("A Norwegian war memorial was unveiled in Chile.").events if e.type == "ASSAULT"]


def test_what_is_promised_is_dated_by_the_saying() -> None:
    event = the("AGREE", code("Norway said on Monday that it would sign a trade agreement with Chile."))
    assert event.date is not None and event.date.edtf == "2014-05-12"


def test_what_another_deed_times_does_not_get_the_reports_day() -> None:
    event = the("ACCUSE", code("Before he was elected, the Norwegian president condemned Chile."))
    assert event.date is None


def test_a_clause_shares_the_day_of_the_clause_above() -> None:
    events = code("Last month, Norway recalled its ambassador after Chile seized a Norwegian trawler.")
    event = the("COERCE", events)
    assert event.date is not None and event.date.edtf == "2014-04" and event.how["date"] == "same sentence"


def test_what_somebody_is_condemned_for_has_a_day_of_its_own() -> None:
    coded = code("Norway condemned Chile on Monday for its attack on Peru.")
    assert the("ACCUSE", coded).date is not None and the("ASSAULT", coded).date is None


def test_one_statement_over_two_sentences_is_one_event() -> None:
    text = "Norway's premier Erna Solberg accused Chile of piracy. Solberg said Chile's move was illegal."
    assert len([event for event in code(text).events if event.type == "ACCUSE"]) == 1


def test_a_deed_told_again_in_other_words_is_one_event() -> None:
    text = "Norway urged Chile to free the crew. Peru watched. Norway pressed Chile to pay."
    assert len([event for event in code(text).events if event.type == "REQUEST"]) == 1


def test_the_day_of_a_since_clause_is_not_the_day_of_what_came_since() -> None:
    coded = code(
        "It was the first meeting of the Norwegian and Chilean presidents since Norway left a pact in May 2009."
    )
    assert all(
        e.date is None or not e.date.overlaps(Interval.parse("2009-05")) for e in coded.events if e.type == "CONSULT"
    )


def test_a_meeting_only_spoken_of_is_the_planned_one() -> None:
    coded = code(
        "Norway's foreign minister was hopeful on Wednesday about the talks with his Chilean counterpart.\n"
        "He will meet him in Lima on Friday."
    )
    event = the("CONSULT", coded)
    assert (event.status, event.date and event.date.edtf) == ("planned", "2014-05-16")


def test_without_doing_it_is_not_doing_it() -> None:
    coded = code("Norway sent two ships to the strait without consulting Chile.")
    assert not [e for e in coded.events if e.type == "CONSULT"]
