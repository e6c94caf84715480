"""Whose holders are known from 1990 on: heads of all members of the UN, foreign ministers of the key states."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from detente.codebook import Codebook, Holder, load_codebook
from detente.codebook.coverage import HEADS, check_coverage, missing
from detente.codebook.load import DATA

KEY = "ARG AUS BRA CAN CHN CUB DEU FRA GBR IDN IND IRN ISR ITA JPN KOR MEX PAK PRK RUS SAU SRB TUR UKR USA VEN ZAF"


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def term(first: str, last: str | None, seen: str | None = None) -> Holder:
    return Holder(
        person="Ada Lund",
        aliases=(),
        state="NOR",
        organisation=None,
        office="head_of_state",
        title="",
        first=first,
        last=last,
        open_as_of=seen,
        source="list",
        trust="A",
    )


def test_heads_of_all_members_of_the_un_are_known(codebook: Codebook) -> None:
    parties = {state.iso3: HEADS for state in codebook.states if state.un_member}
    assert len(parties) == 193 and check_coverage(codebook, parties) == ()


def test_foreign_ministers_of_the_key_states_are_known(codebook: Codebook) -> None:
    assert len(KEY.split()) == 27 and check_coverage(codebook, dict.fromkeys(KEY.split(), ("foreign_minister",))) == ()


def test_heads_shown_in_office_today_are_nobody_of_long_ago(codebook: Codebook) -> None:
    stale = [
        (state.iso3, holder.person)
        for state in codebook.states
        if state.un_member
        for holder in codebook.held(state.iso3, "head_of_state")
        if not holder.last and (holder.open_as_of or "") < "2025"
    ]
    assert stale == []


def test_gap_of_some_weeks_is_found_and_one_of_days_is_not() -> None:
    terms = (term("1990-01-01", "1995-03-01"), term("1995-03-20", "1999-01-01"), term("1999-06-01", None, "2001"))
    assert missing(terms, date(1990, 1, 1), date(2001, 5, 1)) == ((date(1999, 1, 1), date(1999, 6, 1)),)


def test_accepted_gaps_name_a_reason() -> None:
    with (DATA / "gaps.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert rows and all(row["reason"] and row["first"] <= (row["last"] or "9") for row in rows)
