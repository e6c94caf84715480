"""The founding reports in one register: the page of Russia and Britain, and the agenda of January 2009."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from detente.evaluation.shared import shared_folder
from detente.model import Report
from detente.reading import read_paths
from detente.register import Register, open_register
from detente.relations import agenda, relation
from detente.run.pipeline import code_reports

SEEDS = shared_folder() / "gold" / "seeds.jsonl"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason=f"the founding reports are not at {SEEDS}")


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    with open_register(tmp_path_factory.mktemp("seeds") / "seeds.db") as register:
        reports = [item for item in read_paths([str(SEEDS)]) if isinstance(item, Report)]
        for _ in register.add_all(code_reports(reports)):
            pass
        yield register


def test_high_contacts_are_suspended_and_each_level_has_its_last_meeting(seeds: Register) -> None:
    page = relation(seeds, "RUS", "GBR", date(2019, 2, 17))
    (diplomatic,) = (row for row in page.channels if row.name == "diplomatic")
    assert diplomatic.status == "suspended" and diplomatic.shut is not None
    assert "suspended all planned high-level bilateral contacts" in diplomatic.shut.words
    last = {row.what: row.deed for row in page.by_level if row.deed}
    junior, ministers = last["junior ministers"], last["foreign ministers"]
    assert {party.person for party in junior.entry.actors} == {"Alan Duncan", "Vladimir Titov"}
    assert (junior.first, junior.last) == (date(2019, 2, 16), date(2019, 2, 16))
    people = {party.person for party in (*ministers.entry.actors, *ministers.entry.recipients)}
    assert people == {"Boris Johnson", "Sergei Lavrov"} and ministers.entry.date.edtf == "2017-12"
    assert page.phase == "freeze"


def test_the_course_turns_in_1999_2006_2010_and_about_2011(seeds: Register) -> None:
    turns = relation(seeds, "RUS", "GBR", date(2019, 2, 17)).turns
    assert {("thaw", 1999), ("strain", 2006), ("thaw", 2010)} <= {(turn.name, turn.since.year) for turn in turns}
    (reset,) = (turn for turn in turns if turn.name == "reset")
    assert reset.since <= date(2011, 9, 12) <= reset.by and not reset.sure


def test_a_meeting_of_april_2009_was_proposed_in_january(seeds: Register) -> None:
    items = agenda(seeds.as_reported_by(date(2009, 1, 27)), "RUS", "USA")
    people = {"Dmitry Medvedev", "Barack Obama"}
    found = [item for item in items if {party.person for party in item.entry.actors} == people]
    assert [(item.kind, item.state) for item in found] == [("meeting", "proposed")]
    assert found[0].date is not None and found[0].date.overlaps(type(found[0].date).day("2009-04-02"))
