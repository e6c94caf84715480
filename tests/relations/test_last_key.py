"""With the travels alone in the register, `detente last visit` gives what the XML says, 200 of 200 for each office."""

import random
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from relations_running import cli
from travels_key import Journey, journeys, last_before

from detente.codebook.naming import party_key
from detente.evaluation.shared import shared_folder
from detente.register import Register
from detente.relations.contacts import Contact
from detente.relations.last import last_contact

pytest_plugins = ("travels_register",)
FIRST, DAYS = date(1900, 1, 1), 46_000


@pytest.fixture(scope="module")
def key(travels: Register) -> list[Journey]:
    return journeys(shared_folder() / "data" / "historian-travels")


@pytest.mark.parametrize(("role", "level"), [("president", "head_of_state"), ("secretary", "foreign_minister")])
def test_the_last_visit_before_any_day_is_the_one_of_the_files(
    travels: Register, key: list[Journey], role: str, level: str
) -> None:
    draw = random.Random(f"{role} 7")
    countries = sorted({journey.country for journey in key})
    wrong = []
    for _ in range(200):
        country, day = draw.choice(countries), FIRST + timedelta(draw.randrange(DAYS))
        right = last_before(key, role, country, day.isoformat())
        wanted = Contact(kind="visit", a="USA", b=party_key(country), level=level)
        entry = last_contact(travels, wanted, day).entry
        told = (entry.date.first.isoformat(), entry.date.last.isoformat()) if entry and entry.date else None
        if told != (right and (right.first, right.last)):
            wrong.append((country, day.isoformat(), right, told))
    assert not wrong


def test_the_command_says_the_same_and_what_is_covered(travels_file: Path, key: list[Journey]) -> None:
    draw = random.Random(11)
    for journey in draw.sample([j for j in key if j.role == "president"], 5):
        day = (date.fromisoformat(journey.first) + timedelta(1)).isoformat()
        asked = ["USA", journey.country, "--level", "head_of_state", "--before", day, "--json"]
        status, out, _ = cli("last", "visit", *asked, "--store", str(travels_file))
        answer = msgspec.json.decode(out)
        right = last_before(key, "president", journey.country, day)
        assert (status, answer["entry"]["date"]) == (0, right and {"from": right.first, "to": right.last})
        assert answer["coverage"]["reports"] > 0


def test_none_is_said_with_what_is_covered(travels_file: Path) -> None:
    asked = ["last", "visit", "USA", "Bhutan", "--level", "head_of_state", "--before", "2001"]
    status, out, _ = cli(*asked, "--store", str(travels_file))
    assert status == 0
    assert out.splitlines() == [
        "none in this register, which has no report on United States-Bhutan",
        "historian-travels has every visit by a head of state (USA) from 1906-11-14 to 2025-01-20",
        "so there was none then",
    ]
