"""A name or a title on a day gives the person, the office and the state."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from detente.model import InputError, Interval
from detente.resolving import who
from detente.resolving.fold import fold_key
from detente.resolving.who import find_holders

with Path(__file__).with_name("who_cases.csv").open(encoding="utf-8") as lines:
    CASES = list(csv.DictReader(lines))


def test_table_covers_the_world_and_half_of_it_is_hard() -> None:
    assert len(CASES) >= 300
    assert len({case["state"] for case in CASES}) >= 60
    assert sum(bool(case["hard"]) for case in CASES) * 2 >= len(CASES) - 2


def test_every_case_gives_the_person_first() -> None:
    wrong = []
    for case in CASES:
        terms = who(case["query"], on=date.fromisoformat(case["on"]))
        held = [t for t in terms if t.office == case["office"] and case["state"] in (t.state, t.organisation)]
        if not held or fuzz.token_set_ratio(fold_key(held[0].person), fold_key(case["person"])) < 90:
            wrong.append((case["query"], case["on"], case["person"], [t.person for t in held]))
    assert wrong == []


def test_name_alone_gives_all_offices_latest_first() -> None:
    terms = who("Medvedev", state="RUS")
    heads = [t.office for t in terms if t.office in ("head_of_state", "head_of_government")]
    assert heads == ["head_of_government", "head_of_state"]


def test_office_and_state_give_the_list() -> None:
    persons = [t.person.split()[-1] for t in who(office="foreign_minister", state="Russia")]
    assert persons[:4] == ["Lavrov", "Ivanov", "Primakov", "Kozyrev"]


def test_deputy_is_not_the_minister() -> None:
    offices = {t.office for t in who("the British deputy prime minister", on=date(2011, 1, 1))}
    assert offices <= {"deputy_head_of_government"}


def test_nobody_is_invented_for_an_unknown_name() -> None:
    assert who("Zzyzx Qwertyuiop") == ()


def test_unknown_state_says_what_to_do() -> None:
    with pytest.raises(InputError, match="unknown state"):
        who("president", state="Narnia")


QUESTIONS = [
    ("the German chancellor", "2005-11-22", {"Gerhard Schroeder", "Angela Merkel"}),
    ("the Iranian supreme leader", "2014-05-06", {"Ali Khamenei"}),
    ("the Iranian president", "2014-05-06", {"Hassan Rouhani"}),
    ("the Kremlin", "2009-01-10", {"Dmitry Medvedev"}),
    ("Foggy Bottom", "2014-01-01", {"John Kerry"}),
    ("Secretary Clinton", "2011-01-01", {"Hillary Clinton"}),
    ("President Bush", "1991-01-01", {"George H.W. Bush"}),
    ("Mikhail Gorbachov", "1990-06-01", {"Mikhail Gorbachev"}),
    ("the former Mexican president", "2005-01-01", {"Ernesto Zedillo", "Carlos Salinas de Gortari"}),
    ("the chancellor of Austria", "2015-06-01", {"Werner Faymann"}),
    ("IAEA chief", "2009-12-03", {"Yukiya Amano"}),
]


@pytest.mark.parametrize(("query", "on", "persons"), QUESTIONS)
def test_questions_as_people_ask_them(query: str, on: str, persons: set[str]) -> None:
    found = {term.person for term in who(query, on=date.fromisoformat(on))}
    assert found == persons or (query.startswith("the former") and persons & found)


def test_title_that_every_state_has_needs_a_state() -> None:
    with pytest.raises(InputError, match="of which state"):
        who("the foreign minister", on=date(2014, 1, 1))


def test_term_without_an_end_is_given_with_the_day_it_was_last_seen() -> None:
    (row,) = find_holders("Lavrov", Interval.parse("2026-03-01"), office="foreign_minister")
    assert row.last is None and row.open_as_of
