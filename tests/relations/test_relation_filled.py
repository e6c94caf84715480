"""What is no turn between two: contacts with a party only filled in from elsewhere, measures that stood before."""

from datetime import date
from pathlib import Path

import msgspec
import pytest
from relation_builders import deed, meeting, register_of, told, visit

from detente.model import Event, Party
from detente.relations import relation
from detente.relations.contacts import Contact
from detente.relations.last import last_contact, said_last

MET = Contact(kind="meeting", a="NOR", b="PRT")


def on_its_report_alone(of: tuple[str, Event], confidence: float) -> tuple[str, Event]:
    """A deed that only the report around it dates, and how sure it is."""
    words, event = of
    assert event.date is not None
    day = msgspec.structs.replace(event.date, how="inferred")
    return words, msgspec.structs.replace(event, date=day, confidence=confidence)


def filled(event: tuple[str, Event], key: str, how: str) -> tuple[str, Event]:
    """The same deed with one party found in a given way."""

    def found(parties: tuple[Party, ...]) -> tuple[Party, ...]:
        return tuple(msgspec.structs.replace(p, how=how) if p.key == key else p for p in parties)

    words, deed = event
    return words, msgspec.structs.replace(deed, actors=found(deed.actors), recipients=found(deed.recipients))


def test_a_partner_filled_in_is_said_beside_the_answer(tmp_path: Path) -> None:
    named = meeting("NOR:foreign_minister:Ola Dal, PRT:foreign_minister:Rui Reis", "2001-03-01")
    guessed = filled(meeting("NOR:foreign_minister:Ola Dal, PRT", "2002-05-01"), "PRT", "dyad")
    with register_of(tmp_path, told("2001-03-02", named), told("2002-05-02", guessed)) as store:
        answer = last_contact(store, MET)
        page = relation(store, "NOR", "PRT")
    assert answer.entry and answer.entry.date and answer.entry.date.first == date(2001, 3, 1)
    assert said_last(answer)[1] == '  "They sat down together."'
    assert said_last(answer)[2].startswith("perhaps later: 2002-05-01")
    met = next(row for row in page.by_kind if row.what == "meeting")
    assert met.deed and met.deed.first == date(2001, 3, 1) and [d.first for d in met.rivals] == [date(2002, 5, 1)]
    assert [deed.first for phase in page.phases for deed in phase.deeds] == [date(2001, 3, 1)]


def test_the_host_of_a_guest_may_be_told_by_his_sentence(tmp_path: Path) -> None:
    stay = filled(visit("NOR:foreign_minister:Ola Dal", "PRT", "2002-05-01"), "PRT", "focus")
    with register_of(tmp_path, told("2002-05-02", stay)) as store:
        answer = last_contact(store, MET)
    assert answer.entry and not answer.perhaps


def test_sanctions_told_as_under_way_are_no_turn_after_a_thaw(tmp_path: Path) -> None:
    embargo = deed("An embargo stands.", "SANCTION discontinue", "NOR", "PRT", "2002-06-01", status="ongoing")
    fresh = deed("An embargo came.", "SANCTION discontinue", "NOR", "PRT", "2002-06-01")
    begun = deed("An embargo came.", "SANCTION discontinue", "NOR", "PRT", "2001-01-05")
    met = visit("NOR:head_of_government:Ola Dal", "PRT:head_of_government:Rui Reis", "2002-05-01")
    for last, phase in ((embargo, "thaw"), (fresh, "strain")):
        with register_of(
            tmp_path, told("2001-01-06", begun), told("2002-05-02", met), told("2002-06-02", last)
        ) as store:
            assert relation(store, "NOR", "PRT").phase == phase


def test_sanctions_on_whom_the_words_do_not_name_stand_against_nobody(tmp_path: Path) -> None:
    named = deed("An embargo came.", "SANCTION discontinue", "NOR", "PRT", "2002-06-01")
    for told_of, standing in ((named, 1), (filled(named, "PRT", "dyad"), 0)):
        with register_of(tmp_path, told("2002-06-02", told_of)) as store:
            assert len(relation(store, "NOR", "PRT").measures) == standing


FOREIGN = ":foreign_minister:"


@pytest.mark.parametrize(
    "doubtful",
    [
        meeting(f"NOR{FOREIGN}Ola Dal, PRT{FOREIGN}Rui Reis, CHL, PER, FIN, JPN", "2002-05-01"),
        meeting(f"NOR{FOREIGN}Ola Dal, PRT::Rui Reis", "2002-05-01"),
        on_its_report_alone(meeting(f"NOR{FOREIGN}Ola Dal, PRT{FOREIGN}Rui Reis", "2002-05-01"), 0.6),
    ],
    ids=["a gathering", "a private person", "dated by its report alone"],
)
def test_what_is_no_sure_contact_of_two_is_said_beside_the_last(tmp_path: Path, doubtful: tuple[str, Event]) -> None:
    sure = meeting(f"NOR{FOREIGN}Ola Dal, PRT{FOREIGN}Rui Reis", "2001-03-01")
    with register_of(tmp_path, told("2001-03-02", sure), told("2002-05-02", doubtful)) as store:
        answer = last_contact(store, MET)
    assert answer.entry and answer.entry.date and answer.entry.date.first == date(2001, 3, 1)
    assert [entry.date and entry.date.first for entry in answer.perhaps] == [date(2002, 5, 1)]


def test_an_undated_contact_that_was_told_of_before_the_last_is_not_later(tmp_path: Path) -> None:
    sure = meeting(f"NOR{FOREIGN}Ola Dal, PRT{FOREIGN}Rui Reis", "2001-03-01")
    before, after = meeting(f"NOR{FOREIGN}Ola Dal, PRT{FOREIGN}Ana Dias", None), meeting("NOR, PRT", None)
    reports = told("2000-03-02", before), told("2001-03-02", sure), told("2001-06-02", after)
    with register_of(tmp_path, *reports) as store:
        answer = last_contact(store, MET)
    assert [[(party.person) for party in entry.actors] for entry in answer.undated] == [[None, None]]
