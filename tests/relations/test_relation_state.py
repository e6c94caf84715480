"""The state of a pair on a day: contacts, channels, measures, disputes, phases; what cannot be told is not told."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

import pytest

import detente.codebook
from detente.codebook.relating import load_state_model
from detente.model import Claim, Place, Span
from detente.relations import Relation, relation
from detente.relations.contacts import Contact
from detente.relations.last import last_contact, said_last

sys.path.insert(0, str(Path(__file__).parent))
from relation_builders import deed, meeting, register_of, suspension, told, visit

FM = ":foreign_minister:"
HEAD = ":head_of_government:"


def stand(path: Path, *reports: object, on: str | None = None) -> Relation:
    with register_of(path, *reports) as store:  # type: ignore[arg-type]
        return relation(store, "NOR", "PRT", date.fromisoformat(on) if on else None)


def channel(found: Relation, name: str) -> str:
    return next(row.status for row in found.channels if row.name == name)


def test_every_lexicon_entry_of_the_state_model_exists() -> None:
    files = Path(detente.codebook.__file__).with_name("lexicon").glob("*.yaml")
    known = {id_ for path in files for id_ in re.findall(r"^- id: (\S+)", path.read_text("utf-8"), re.MULTILINE)}
    assert {id_ for act in load_state_model().acts for id_ in act.entries} <= known


def test_a_contact_has_the_level_of_its_lower_side_and_of_the_visitor_where_the_host_is_not_named(
    tmp_path: Path,
) -> None:
    found = stand(
        tmp_path,
        told("2015-03-04", visit(f"NOR{FM}Ola Dal", f"PRT{HEAD}Rui Sá", "2015-03-03")),
        told("2015-03-09", visit(f"PRT{HEAD}Rui Sá", "NOR", "2015-03-08")),
        told("2015-04-02", meeting(f"NOR, PRT{FM}Ana Reis", "2015-04-01")),
    )  # fmt: skip
    last = {row.what: row.deed.entry.date.edtf for row in found.by_level if row.deed and row.deed.entry.date}
    assert last == {"heads": "2015-03-08", "foreign ministers": "2015-03-03", "no office told": "2015-04-01"}
    kinds = {row.what: row.deed.entry.date.edtf for row in found.by_kind if row.deed and row.deed.entry.date}
    assert kinds == {"visit": "2015-03-03", "return visit": "2015-03-08", "meeting": "2015-04-01"}


def test_a_contact_of_some_day_in_a_year_neither_is_nor_is_not_the_last(tmp_path: Path) -> None:
    people = f"NOR{FM}Ola Dal, PRT{FM}Ana Reis"
    found = stand(tmp_path, told("2007-02-01", meeting(people, "2006-03-10"), meeting(people, "2006")))
    (row,) = (row for row in found.by_level if row.what == "foreign ministers")
    assert row.deed is not None and row.deed.entry.date.edtf == "2006-03-10"
    assert [rival.entry.date.edtf for rival in row.rivals] == ["2006"]


def test_what_a_report_tells_as_done_was_done_by_its_day(tmp_path: Path) -> None:
    found = stand(tmp_path, told("2015-03-09", suspension(None)), on="2015-03-09")
    assert channel(found, "diplomatic") == "suspended"
    assert [row.last for row in found.undated] == [date(2015, 3, 9)]
    assert (
        channel(stand(tmp_path, told("2015-03-09", suspension(None)), on="2015-03-08"), "diplomatic")
        == "cannot be decided"
    )


@pytest.mark.parametrize(
    ("after", "status"),
    [
        (meeting("NOR:junior_minister:Ola Dal, PRT:junior_minister:Rui Sá", "2015-06-01"), "suspended"),
        (meeting(f"NOR{FM}Ola Dal, PRT{FM}Rui Sá", "2015-06-01"), "open again"),
        (meeting(f"NOR{FM}Ola Dal, PRT{FM}Rui Sá", "2015"), "suspended"),
        (meeting(f"NOR{FM}Ola Dal, PRT{FM}Rui Sá", "2015-06-01", status="planned"), "suspended"),
    ],
)  # fmt: skip
def test_a_suspended_channel_opens_by_a_high_contact_that_surely_came_later(
    tmp_path: Path, after: tuple, status: str
) -> None:
    found = stand(tmp_path, told("2016-01-05", suspension("2015-03-03"), after))
    assert channel(found, "diplomatic") == status
    (row,) = (row for row in found.channels if row.name == "diplomatic")
    assert bool(row.perhaps) == (after[1].date.days > 1 and after[1].status == "occurred")


def test_several_is_not_severed(tmp_path: Path) -> None:
    found = stand(tmp_path, told("2015-03-09", suspension("2015-03-03", of="contacts for several months")))
    assert channel(found, "diplomatic") == "suspended"


def test_severed_relations_stay_severed_until_restored(tmp_path: Path) -> None:
    cut = deed(
        "It severed diplomatic relations with the other.",
        "SANCTION discontinue",
        "NOR",
        "PRT",
        "2001-05-02",
        entry="sever-ties",
    )
    summit = meeting(f"NOR{HEAD}Ola Dal, PRT{HEAD}Rui Sá", "2003-06-01")
    restored = deed(
        "They restored diplomatic relations.", "SUPPORT", "NOR, PRT", "", "2004-01-15", entry="establish-relations"
    )
    reports = told("2003-06-02", cut, summit), told("2004-01-16", restored)
    before, after = stand(tmp_path, *reports, on="2003-12-31"), stand(tmp_path, *reports)
    assert (channel(before, "diplomatic"), channel(after, "diplomatic")) == ("severed", "open again")
    assert [phase.name for phase in after.phases][:1] == ["rupture"]


def test_the_channel_is_the_one_whose_word_stands_nearest(tmp_path: Path) -> None:
    found = stand(
        tmp_path, told("2015-03-09", suspension("2015-03-03", of="military exercises, not trade or contacts,"))
    )
    assert (channel(found, "military"), channel(found, "diplomatic")) == ("suspended", "nothing told")


def test_measures_stand_until_their_doer_lifts_them(tmp_path: Path) -> None:
    first = deed(
        "It put an embargo on the other.", "SANCTION discontinue", "NOR", "PRT", "2010-01-01", entry="sanction-noun"
    )
    other = deed(
        "It put an embargo on the other.", "SANCTION discontinue", "PRT", "NOR", "2010-02-01", entry="sanction-noun"
    )
    eased = deed("It lifted the embargo.", "CONCEDE", "NOR", "PRT", "2011-01-01", entry="lift-sanctions")
    found = stand(tmp_path, told("2011-01-02", first, other, eased))
    assert [(row.kind, row.by, row.standing) for row in found.measures] == [
        ("sanctions", "PRT", True),
        ("sanctions", "NOR", False),
    ]


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        ("Norway withheld military aid from Portugal.", "stop-aid"),
        ("Norway ended the asylum of a Portuguese blogger.", "end-asylum"),
        ("The affair soured relations of Norway and Portugal.", "sever-ties"),
    ],
)
def test_help_and_favours_stopped_shut_no_channel_and_are_no_sanctions(tmp_path: Path, words: str, entry: str) -> None:
    found = stand(tmp_path, told("2004-02-10", deed(words, "SANCTION discontinue", "NOR", "PRT", entry=entry)))
    assert found.deeds and {c.status for c in found.channels} == {"nothing told"} and not found.measures


@pytest.mark.parametrize(
    ("words", "status"),
    [("Norway vowed to strengthen relations.", "severed"), ("Norway restored relations.", "open again")],
)
def test_only_restored_relations_open_what_was_severed(tmp_path: Path, words: str, status: str) -> None:
    cut = deed("Norway severed relations.", "SANCTION discontinue", "NOR", "PRT", "2003-05-01", entry="sever-ties")
    mended = deed(words, "SUPPORT", "NOR, PRT", "", "2004-01-10", entry="establish-relations")
    assert channel(stand(tmp_path, told("2004-02-10", cut, mended)), "diplomatic") == status


def test_what_an_alliance_suffers_touches_its_members(tmp_path: Path) -> None:
    cut = deed("It severed military contacts with the alliance.", "SANCTION discontinue", "SRB",
               "North Atlantic Treaty Organization", "2000-04-01", entry="sever-ties")  # fmt: skip
    with register_of(tmp_path, told("2000-04-02", cut)) as store:
        member, stranger = relation(store, "SRB", "NOR"), relation(store, "SRB", "CHE")
    assert channel(member, "military") == "severed" and member.deeds[0].through == "North Atlantic Treaty Organization"
    assert channel(stranger, "military") == "nothing told"


def test_a_dispute_has_the_last_words_of_both_sides_and_sleeps_after_two_years(tmp_path: Path) -> None:
    words = [
        deed("It demanded the extradition of a banker.", "REQUEST yield", "NOR", "PRT", "2012-01-01"),
        deed("It refused to extradite the banker.", "REJECT yield", "PRT", "NOR", "2012-02-01"),
        deed("It again demanded that he be handed over.", "REQUEST yield", "NOR", "PRT", "2012-03-01"),
        deed("It condemned the fishing in its waters.", "ACCUSE disapprove", "PRT", "NOR", "2014-05-01"),
    ]
    found = stand(tmp_path, told("2014-06-01", *words))
    assert [(row.matter, row.open, len(row.deeds)) for row in found.disputes] == [
        ("territory and borders", True, 1),
        ("extradition and wanted persons", False, 3),
    ]
    assert [deed.first for deed in found.disputes[1].last if deed] == [date(2012, 3, 1), date(2012, 2, 1)]


def course(found: Relation) -> list[tuple[str, str, str]]:
    return [(row.name, row.since.isoformat(), row.last.isoformat() if row.last else "") for row in found.phases]


def test_phases_go_from_freeze_by_thaw_to_reset_and_each_names_its_deeds(tmp_path: Path) -> None:
    found = stand(
        tmp_path,
        told("2001-02-01", suspension("2001-01-31")),
        told("2001-09-02", visit(f"NOR{FM}Ola Dal", f"PRT{FM}Ana Reis", "2001-09-01")),
        told("2002-05-03", visit(f"PRT{HEAD}Rui Sá", "NOR", "2002-05-02")),
        told("2005-01-01", visit(f"PRT{HEAD}Rui Sá", "NOR", "2004-12-20")),
    )
    assert course(found) == [
        ("freeze", "2001-01-31", "2001-09-01"),
        ("thaw", "2001-09-01", "2002-05-02"),
        ("reset", "2002-05-02", "2004-05-01"),
        ("normal", "2004-12-20", ""),
    ]
    assert all(phase.deeds for phase in found.phases)
    assert (found.phase, found.on) == ("normal", date(2005, 1, 1))


def test_after_two_years_of_silence_nothing_is_known_but_a_bad_time_is_remembered(tmp_path: Path) -> None:
    reports = (
        told("2001-02-01", suspension("2001-01-31")),
        told("2009-03-02", visit(f"NOR{FM}Ola Dal", f"PRT{FM}Ana Reis", "2009-03-01")),
    )
    assert stand(tmp_path, *reports, on="2006-01-01").phase == "untold"
    assert stand(tmp_path, *reports).phase == "thaw"


def test_steps_whose_order_cannot_be_told_say_so(tmp_path: Path) -> None:
    found = stand(
        tmp_path, told("2003-01-05", suspension("2002-06-30"), visit(f"NOR{FM}Ola Dal", f"PRT{FM}Ana Reis", "2002"))
    )
    assert [(row.name, row.sure) for row in found.phases] == [("freeze", False), ("thaw", False)]


def test_a_crime_on_the_soil_of_one_against_people_of_the_other_strains_relations(tmp_path: Path) -> None:
    murder = deed(
        "An exile was shot in Lisbon.",
        "ASSAULT targeted",
        "",
        "NOR::Per Lund",
        "2006-11-01",
        place=Place("Lisbon, Portugal", state="PRT"),
    )
    text = "relations at their lowest since the cod war"
    claim = Claim(text=text, kind="lowest", about="relations", states=("NOR", "PRT"), level=None, since=None,
                  since_event=None, span=Span(0, 5))  # fmt: skip
    demand = deed("It asked for the suspect.", "REQUEST yield", "NOR", "PRT", "2006-12-01")
    found = stand(tmp_path, told("2006-12-02", murder, demand, claims=(claim,)))
    assert [(row.name, row.since) for row in found.phases] == [("strain", date(2006, 11, 1))]
    assert [row.text for row in found.rankings] == [text]


def test_what_a_state_does_with_the_union_is_not_done_to_its_members(tmp_path: Path) -> None:
    joint = deed("Both imposed sanctions.", "SANCTION discontinue", "USA, European Union", "", "2014-09-12")
    drills = deed("Both held drills.", "MOBILIZE troops", "USA, DEU", "", "2014-09-13")
    with register_of(tmp_path, told("2014-09-14", joint, drills)) as store:
        assert not relation(store, "USA", "DEU").deeds


def test_of_a_deed_without_a_day_the_report_is_said_and_of_an_unsure_one_that_it_is(tmp_path: Path) -> None:
    undated = meeting("NOR:foreign_minister:Ola Dal, PRT:foreign_minister:Rui Reis", None)
    guessed = deed("They may have talked.", "CONSULT", "NOR, PRT", "", "2001-01-01", confidence=0.4)
    with register_of(tmp_path, told("2001-02-03", undated), told("2001-01-02", guessed)) as store:
        lines = said_last(last_contact(store, Contact(kind="meeting", a="NOR", b="PRT")))
    assert lines[1].startswith("perhaps: 2001-01-01: ") and "unsure" in lines[1]
    assert lines[2].startswith("no date, told 2001-02-03: ") and "unsure" not in lines[2]


def test_what_both_do_to_a_third_is_not_between_them(tmp_path: Path) -> None:
    raid = deed("Both bombed the third.", "ASSAULT aerial", "NOR, PRT", "PER", "2001-01-31")
    blamed = deed("The third blamed both.", "ACCUSE allege", "PER", "NOR, PRT", "2001-02-01")
    fight = deed("The two fought.", "ASSAULT", "NOR, PRT", "", "2001-02-02")
    found = stand(tmp_path, told("2001-02-03", raid, blamed, fight))
    assert [row.first for row in found.deeds] == [date(2001, 2, 2)]


@pytest.mark.parametrize(
    ("who", "phase"), [("NOR:junior_minister:Ola Dal", "freeze"), ("NOR:foreign_minister:Ola Dal", "thaw")]
)
def test_readiness_to_mend_relations_counts_from_foreign_ministers_on(tmp_path: Path, who: str, phase: str) -> None:
    ready = deed("The minister is ready to mend relations.", "AGREE", who, "PRT", "2001-03-01")
    assert stand(tmp_path, told("2001-03-02", suspension("2001-01-31"), ready)).phase == phase


def test_unsure_deeds_make_no_step(tmp_path: Path) -> None:
    doubtful = deed(
        "It suspended contacts.", "SANCTION discontinue", "NOR", "PRT", "2001-01-31", entry="sever-ties", confidence=0.2
    )
    assert stand(tmp_path, told("2001-02-01", doubtful)).phases == ()


def test_a_day_before_everything_tells_nothing(tmp_path: Path) -> None:
    found = stand(tmp_path, told("2001-02-01", suspension("2001-01-31")), on="1999-12-31")
    assert (found.phase, found.tone, found.deeds) == ("untold", None, ())


@pytest.mark.parametrize(("blow", "phase"), [("2015-05-20", "strain"), ("2015-09-20", "thaw"), (None, "thaw")])
def test_a_contact_amid_blows_is_no_thaw(tmp_path: Path, blow: str | None, phase: str) -> None:
    cut, met = suspension("2015-03-03"), meeting(f"NOR{FM}Ola Dal, PRT{FM}Ana Reis", "2015-05-01")
    threat = [deed("It threatened the other.", "THREATEN", "NOR", "PRT", blow)] if blow else []
    found = stand(tmp_path, told("2016-01-05", cut, met, *threat), on="2015-08-01")
    assert [row.name for row in found.phases] == ["freeze", phase]


def test_what_a_lawmaker_does_is_no_blow_of_his_state(tmp_path: Path) -> None:
    contact = meeting(f"NOR{FM}Ola Dal, PRT{FM}Ana Reis", "2015-05-01")
    for office, phases in (("legislator", ["normal"]), ("minister", ["normal", "strain"])):
        threat = deed("He threatened the other.", "THREATEN", f"NOR:{office}:Per Lie", "PRT", "2015-06-01")
        found = stand(tmp_path, told("2015-07-05", contact, threat))
        assert [row.name for row in found.phases] == phases


@pytest.mark.parametrize(("of", "status"), [("its summit", "nothing told"), ("talks about a summit", "suspended")])
def test_a_meeting_called_off_shuts_no_channel(tmp_path: Path, of: str, status: str) -> None:
    words = f"The government called off {of} with the other."
    event = deed(words, "SANCTION discontinue", "NOR", "PRT", "2015-03-03", entry="suspend-talks")
    found = stand(tmp_path, told("2015-03-09", event))
    assert channel(found, "diplomatic") == status
    assert [row.name for row in found.phases] == ["strain" if status == "nothing told" else "freeze"]
