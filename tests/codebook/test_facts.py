"""The shipped tables of states, organisations, offices and holders."""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from pathlib import Path

import pytest

from detente.codebook import Codebook, load_codebook
from detente.codebook.checks import check_codebook, days, overlaps

ROOT = Path(__file__).resolve().parents[2]
FACTS = ROOT / "../shared/facts"
needs_facts = pytest.mark.skipif(not FACTS.exists(), reason="../shared/facts is not here")


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def in_office(codebook: Codebook, party: str, office: str, day: str) -> set[str]:
    """Who surely held the office on that day."""
    return {
        holder.person
        for holder in codebook.held(party, office)
        if (holder.first or "") <= day <= days(holder.last or holder.open_as_of or "1900")[1].isoformat()
    }


def test_tables_pass_all_checks(codebook: Codebook) -> None:
    assert check_codebook(codebook) == ()


def test_overlap_is_found_where_two_persons_hold_one_office(codebook: Codebook) -> None:
    first, second = codebook.held("FRA", "head_of_state")[:2]
    assert not list(overlaps((first, second)))
    stretched = type(first)(**{**{f: getattr(first, f) for f in first.__struct_fields__}, "last": "1996-01-01"})
    assert list(overlaps((stretched, second)))


def test_loading_is_fast_enough() -> None:
    load_codebook.cache_clear()
    start = time.perf_counter()
    load_codebook()
    assert time.perf_counter() - start < 2.0  # 0.2 s on a quiet machine; the target is 0.5


def test_names_of_the_press_lead_to_states(codebook: Codebook) -> None:
    names = {name: state.iso3 for state in codebook.states for name in state.names}
    assert names["U.K."] == names["Great Britain"] == "GBR"
    assert names["N. Korea"] == "PRK" and names["UAE"] == "ARE" and names["Burma"] == "MMR"
    assert names["USSR"] == "SUN" and names["Zaire"] == "COD" and names["Turkey"] == names["Türkiye"] == "TUR"


def test_buildings_stand_for_offices_and_ministries(codebook: Codebook) -> None:
    places = {m.text: (state.iso3, m.office, m.body) for state in codebook.states for m in state.metonyms}
    assert places["Downing Street"] == ("GBR", "head_of_government", None)
    assert places["Foggy Bottom"] == ("USA", None, "foreign_ministry")
    assert places["Blue House"] == ("KOR", "head_of_state", None)


def test_former_states_carry_their_years(codebook: Codebook) -> None:
    years = {code: (state.first, state.last) for code in ("CSK", "SCG", "SRB") if (state := codebook.state(code))}
    assert years["CSK"][1] == "1992-12-31" and years["SCG"][1] == "2006-06-03" and years["SRB"][0] == "2006-06-05"


def test_every_member_of_the_un_has_numbers(codebook: Codebook) -> None:
    assert sum(state.un_member for state in codebook.states) == 193
    assert not [state.iso3 for state in codebook.states if state.un_member and not (state.cow and state.gw)]


def test_members_are_as_of_a_day(codebook: Codebook) -> None:
    union = codebook.organisation("European Union")
    assert union is not None
    assert len(union.members_on("2003-05-01")) == 15 and len(union.members_on("2014-01-01")) == 28
    assert "GBR" not in union.members_on("2021-01-01")


@pytest.mark.parametrize(
    ("title", "party", "office"),
    [
        ("foreign secretary", "GBR", "foreign_minister"),
        ("foreign secretary", "IND", "official"),
        ("secretary of state", "USA", "foreign_minister"),
        ("president", "IRN", "head_of_state"),
        ("president", "FRA", "head_of_state"),
        ("president", "European Commission", "head_of_organisation"),
        ("chancellor", "DEU", "head_of_government"),
        ("chancellor", "GBR", "minister"),
        ("minister for europe", "GBR", "junior_minister"),
    ],
)
def test_titles_mean_what_they_mean_in_that_state(codebook: Codebook, title: str, party: str, office: str) -> None:
    assert office in {each.code for each in codebook.offices if each.fits(title, party)}
    others = {"head_of_state", "head_of_government", "foreign_minister", "head_of_organisation"} - {office}
    assert not {each.code for each in codebook.offices if each.fits(title, party)} & others


@pytest.mark.parametrize(
    ("party", "office", "day", "person"),
    [
        ("RUS", "foreign_minister", "1999-05-01", "Igor Ivanov"),
        ("UKR", "foreign_minister", "2015-02-12", "Pavlo Klimkin"),
        ("CHN", "foreign_minister", "2000-01-01", "Tang Jiaxuan"),
        ("GBR", "foreign_minister", "1996-01-01", "Malcolm Rifkind"),
        ("USA", "defence_minister", "2019-07-01", "Mark Esper"),
        ("North Atlantic Treaty Organization", "secretary_general", "2010-06-01", "Anders Fogh Rasmussen"),
        ("YUG", "head_of_state", "1999-04-01", "Slobodan Milosevic"),
        ("AUS", "head_of_state", "2010-01-01", "Elizabeth II"),
        ("KHM", "head_of_government", "2005-01-01", "Hun Sen"),
    ],
)
def test_holders_on_a_day_where_the_sources_err(
    codebook: Codebook, party: str, office: str, day: str, person: str
) -> None:
    assert in_office(codebook, party, office, day) == {person}


def test_one_person_has_one_spelling_and_the_others_as_aliases(codebook: Codebook) -> None:
    (person,) = {holder.person for holder in codebook.holders if "Sergey Lavrov" in (holder.person, *holder.aliases)}
    spellings = {alias for holder in codebook.holders if holder.person == person for alias in holder.aliases}
    assert {"Serguei Lavrov", "Sergey Lavrov"} <= {person, *spellings}


def test_the_two_bushes_are_two_persons(codebook: Codebook) -> None:
    assert in_office(codebook, "USA", "head_of_state", "1991-01-01") == {"George H.W. Bush"}
    assert in_office(codebook, "USA", "head_of_state", "2004-01-01") == {"George W. Bush"}


def test_foreign_ministers_of_the_key_states_have_no_long_gaps(codebook: Codebook) -> None:
    states = "ARG AUS BRA CAN CHN FRA DEU IND IDN ITA JPN MEX RUS SAU ZAF KOR TUR GBR USA IRN ISR UKR PRK PAK CUB VEN"
    missing = [
        (state, str(year))
        for state in states.split()
        for year in range(1992, 2025)
        if not any(in_office(codebook, state, "foreign_minister", f"{year}-{day}") for day in ("06-20", "12-15"))
    ]
    assert missing == []


def test_dates_widen_to_the_days_they_can_mean() -> None:
    assert [day.isoformat() for day in days("1999")] == ["1999-01-01", "1999-12-31"]


@needs_facts
def test_fresh_build_equals_the_shipped_tables(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "scripts/build_codebook.py"), "--facts", str(FACTS), "--out", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    for name in ("states.csv", "organisations.csv", "holders.csv"):
        shipped = ROOT / "src/detente/codebook/data" / name
        fresh, stored = (list(csv.reader(path.open(encoding="utf-8"))) for path in (tmp_path / name, shipped))
        assert fresh == stored, f"{name}: run scripts/build_codebook.py and commit"
