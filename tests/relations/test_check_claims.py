"""Claims against a register: 300 made from the travels, those of the seeds, and what a vague date does."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import msgspec
import pytest
from relation_builders import register_of, told
from relation_builders import visit as stay
from relations_running import cli
from travels_claims import Made, made_claims
from travels_key import journeys

from detente.evaluation.shared import shared_folder
from detente.model import Coded, Declared, Event, Interval, Line, Party, Report, Span
from detente.reading import read_paths
from detente.register import Register, open_register
from detente.relations.check import Verdict
from detente.run.checking import check_reports, report_of
from detente.run.keeping import keep_reports
from detente.run.settings import Settings

pytest_plugins = ("travels_register",)
SEEDS = shared_folder() / "seeds"


def verdicts(register: Register, *texts: str, said: str | None = None) -> list[Verdict]:
    handed = Interval.day(said, "handed") if said else None
    reports = [msgspec.structs.replace(report_of(text), handed=handed) for text in texts]
    return [verdict for _, found in check_reports(register, reports) for verdict in found]


def test_at_least_295_of_300_claims_get_their_verdict_and_no_false_one_is_supported(travels: Register) -> None:
    made = made_claims(journeys(shared_folder() / "data" / "historian-travels"), seed=20, each=100)
    reports = [
        msgspec.structs.replace(report_of(m.text, str(i)), handed=Interval.day(m.said, "handed") if m.said else None)
        for i, m in enumerate(made)
    ]
    checked = check_reports(travels, reports)
    told: list[tuple[Made, list[str]]] = [
        (m, [v.outcome for v in found]) for m, (_, found) in zip(made, checked, strict=True)
    ]
    wrong = [(m.text, m.said, m.right, got) for m, got in told if got != [m.right]]
    assert len(wrong) <= 5, wrong
    assert not [m for m, got in told if "supported" in got and m.right != "supported"]
    assert not [m for m, got in told if "contradicted" in got and m.right == "supported"]


@pytest.mark.skipif(not SEEDS.is_dir(), reason=f"no founding reports at {SEEDS}")
def test_no_claim_of_the_seeds_is_wrongly_supported_or_contradicted(travels_file: Path, tmp_path: Path) -> None:
    """None of the eleven can be borne out or refuted by the five reports and the travels of Americans."""
    store = tmp_path / "seeds.db"
    with open_register(travels_file) as register:
        register.backup(store)
    with open_register(store) as register:
        reports = [item for item in read_paths([str(SEEDS)], None) if isinstance(item, Report)]
        keep_reports(register, reports, Settings())
        found = [(v.reading.claim.text, v.outcome) for _, told in check_reports(register, reports) for v in told]
    sys.stdout.write("\n".join(f"{outcome}: {' '.join(text.split())}" for text, outcome in found) + "\n")
    assert len(found) >= 9
    assert {outcome for _, outcome in found} <= {"coverage insufficient", "cannot be decided"}


def visit(day: str, person: str | None = None, level: str = "head_of_government") -> Event:
    return Event(
        id="e1",
        type="CONSULT",
        mode="visit",
        actors=(Party("NOR", None, person, level),),
        recipients=(Party("PRT"),),
        date=Interval.parse(day),
        place=None,
        status="occurred",
        sources=(),
        evidence=(Span(0, 10),),
        levels={"NOR": level, "PRT": None},
        confidence=0.9,
    )


def keep(register: Register, *days: str) -> None:
    for number, day in enumerate(days):
        text = f"Report number {number} of a journey to Lisbon."
        register.add(
            Coded(
                report=Report(id=str(number), text=text, lines=(Line(Span(0, len(text)), "body"),)),
                published=None,
                published_how=None,
                published_spans=(),
                events=(visit(day),),
                claims=(),
                quotes=(),
                faults=(),
                coder="test",
            )
        )


def declare(register: Register, first: str, last: str) -> None:
    declared = Declared(
        source="list",
        type="CONSULT",
        mode="visit",
        state="NOR",
        office="head_of_government",
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
    )
    text = msgspec.json.encode([declared]).decode()
    report = Report(id="list", text=text)
    register.add(Coded(report=report, published=None, published_how=None, published_spans=(), events=(), claims=(),
                       quotes=(), faults=(), coder="coverage list 1"))  # fmt: skip


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return open_register(tmp_path / "r.db")


CLAIM = "The journey on 5 May 2011 was the first visit by a Norwegian prime minister to Portugal since March 2006."


@pytest.mark.parametrize(
    ("days", "outcome"),
    [
        (["2011-05-05"], "supported"),
        (["2011-05-05", "2006"], "cannot be decided"),
        (["2011-05-05", "2006-03"], "supported"),
        (["2011-05-05", "2006-04"], "contradicted"),
        (["2011-05-05", "2008"], "contradicted"),
        (["2011-05-05", "2005/2007"], "cannot be decided"),
        (["2006-02-01"], "contradicted"),
    ],
)
def test_a_date_counts_only_as_far_as_it_is_known(register: Register, days: list[str], outcome: str) -> None:
    declare(register, "2000-01-01", "2012-01-01")
    keep(register, *days)
    assert [v.outcome for v in verdicts(register, CLAIM)] == [outcome]


def test_nothing_is_supported_for_want_of_evidence(register: Register) -> None:
    keep(register, "2011-05-05")
    assert [v.outcome for v in verdicts(register, CLAIM)] == ["coverage insufficient"]
    declare(register, "2007-01-01", "2012-01-01")
    assert [v.outcome for v in verdicts(register, CLAIM)] == ["coverage insufficient"]


def test_what_only_some_visits_are_does_not_contradict(register: Register) -> None:
    keep(register, "2011-05-05", "2008-01-01")
    claim = CLAIM.replace("first visit", "first official visit")
    assert [v.outcome for v in verdicts(register, claim)] == ["cannot be decided"]


def test_the_last_one_is_held_against_later_ones(register: Register) -> None:
    declare(register, "2000-01-01", "2012-01-01")
    keep(register, "2006-03-05")
    claim = "The last visit by a Norwegian prime minister to Portugal was in March 2006."
    assert [v.outcome for v in verdicts(register, claim, said="2010-01-01")] == ["supported"]
    keep(register, "2006-03-05", "2009-02-02")
    assert [v.outcome for v in verdicts(register, claim, said="2010-01-01")] == ["contradicted"]


def test_the_command_prints_the_verdict_with_entries(register: Register, tmp_path: Path) -> None:
    declare(register, "2000-01-01", "2012-01-01")
    keep(register, "2011-05-05", "2008-01-01")
    status, out, _ = cli("check", CLAIM, "--store", str(tmp_path / "r.db"))
    assert status == 0
    assert out.splitlines()[1].startswith("  contradicted: 1 between 2006-03-31 and 2011-05-05")
    assert out.splitlines()[2].startswith("  against: 2008-01-01: head of government of Norway visited Portugal")


def test_a_path_that_is_not_there_is_said(register: Register, tmp_path: Path) -> None:
    status, _, err = cli("check", "no/such.txt", "--store", str(tmp_path / "r.db"))
    assert (status, err.strip()) == (2, "detente: no/such.txt: no such file or folder")


def test_nothing_to_check_is_said(register: Register, tmp_path: Path) -> None:
    status, _, err = cli("check", "  ", "--store", str(tmp_path / "r.db"))
    assert (status, err.strip()) == (2, "detente: nothing to check; give a sentence, or a file")


def test_an_undated_visit_counts_only_where_its_head_was_in_office(tmp_path: Path) -> None:
    """Jorge Sampaio was president of Portugal from 1996 to 2006; another named as nothing else was never one."""

    def came(day: str | None, person: str, office: str | None = "head_of_state") -> tuple[str, Event]:
        words, event = stay(f"PRT:{office or ''}:{person}", "NOR", day)
        return words, event

    claim = "It was the first visit by a Portuguese president to Norway since 1990."
    own = came("2018-05-03", "Marcelo Rebelo de Sousa")
    for other, outcome in (
        (came(None, "Jorge Sampaio"), "cannot be decided"),
        (came(None, "Rui Sá", None), "coverage insufficient"),
        (came(None, "Marcelo Rebelo de Sousa"), "coverage insufficient"),
    ):
        with register_of(tmp_path, told("2018-05-04", own), told("2018-05-05", other)) as register:
            (verdict,) = verdicts(register, claim, said="2018-05-04")
        assert verdict.outcome == outcome, verdict.why
