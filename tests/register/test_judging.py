"""People decide, and take decisions back; the register answers as on any day."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from register_builders import coded, event

from detente.model import Coded, Entry, InputError, Interval, Span, StoredReport
from detente.register import Past, Register, open_register


class Calendar:
    """A clock that moves a day with every look at it."""

    def __init__(self) -> None:
        self.now = datetime(2020, 1, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(days=1)
        return self.now

    @property
    def today(self) -> date:
        return self.now.date()


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def register(fresh: Callable[[], str], calendar: Calendar) -> Iterator[Register]:
    with open_register(fresh(), calendar) as store:
        for n in range(3):
            store.add(coded(f"Report number {n} " * 9, event(mode="visit"), event("AID", date=f"2015-0{n + 1}-01")))
        yield store
        assert list(store.verify()) == []


def talks(register: Register) -> list[Entry]:
    return [entry for entry in register.entries() if entry.type == "CONSULT"]


def test_a_split_parts_for_good_and_undo_brings_the_same_back(register: Register) -> None:
    before = list(register.entries())
    (entry,) = talks(register)
    split = register.split(entry.id, [entry.evidence[1]], by="ann", why="another day")
    assert sorted(len(part.evidence) for part in talks(register)) == [1, 2]
    register.add(coded("A fourth report " * 9, event("COERCE")))
    assert len(talks(register)) == 2
    register.undo(split.id, by="bob", why="it was one after all")
    assert [e for e in register.entries() if e.type != "COERCE"] == before


def test_a_joined_entry_has_the_evidence_of_both(register: Register) -> None:
    before = list(register.entries())
    one, two, _ = [entry for entry in before if entry.type == "AID"]
    joined = register.join(one.id[:9], two.id, by="ann", why="one shipment")
    assert register.entry(two.id) == register.entry(one.id)
    assert register.entry(one.id).reports == 2
    register.undo(joined.id[:8], by="ann", why="two shipments")
    assert list(register.entries()) == before


def test_what_was_held_apart_is_not_joined_without_undoing(register: Register) -> None:
    (entry,) = talks(register)
    register.split(entry.id, entry.evidence[:1], by="ann", why="another")
    one, two = talks(register)
    with pytest.raises(InputError, match="holds them apart"):
        register.join(one.id, two.id, by="bob", why="the same")


def test_rejected_entries_are_kept_but_left_out(register: Register) -> None:
    (entry,) = talks(register)
    register.reject(entry.id, by="ann", why="a rehearsal")
    assert talks(register) == []
    assert [e.verdict for e in register.entries(rejected=True) if e.type == "CONSULT"] == ["rejected"]
    register.confirm(entry.id, by="bob", why="seen it")
    assert [e.verdict for e in talks(register)] == ["confirmed"]


@pytest.mark.parametrize(
    ("field", "value", "now"),
    [
        ("date", "2015-03-02", Interval.parse("2015-03-02")),
        ("date", None, None),
        ("status", "cancelled", "cancelled"),
        ("mode", "phone", "phone"),
    ],
)
def test_corrections_stand_and_are_taken_back(register: Register, field: str, value: object, now: object) -> None:
    (entry,) = talks(register)
    made = register.correct(entry.id, field, value, by="ann", why="the paper says so")
    corrected = register.entry(entry.id)
    assert getattr(corrected, field) == now
    assert corrected.corrected == (field,)
    register.undo(made.id, by="ann", why="misread")
    assert register.entry(entry.id) == entry


def test_corrected_parties_move_the_entry_to_their_timeline(register: Register) -> None:
    (entry,) = talks(register)
    register.correct(entry.id, "recipients", "ESP", by="ann", why="misread")
    assert [e.id for e in register.entries("NOR", "ESP")] == [entry.id]
    assert entry.id not in [e.id for e in register.entries("NOR", "PRT")]
    assert [e.id for e in register.as_known_on(date(2030, 1, 1)).entries("NOR", "ESP")] == [entry.id]


@pytest.mark.parametrize(
    ("field", "value"), [("status", "maybe"), ("date", "someday"), ("id", "x"), ("score", "high"), ("mode", 3)]
)
def test_impossible_corrections_are_refused(register: Register, field: str, value: object) -> None:
    (entry,) = talks(register)
    with pytest.raises(InputError):
        register.correct(entry.id, field, value, by="ann", why="so")
    assert register.log(entry.id) == []


def test_the_log_tells_who_when_why_and_what_was_taken_back(register: Register, calendar: Calendar) -> None:
    (entry,) = talks(register)
    made = register.confirm(entry.id, by="ann", why="seen it")
    register.undo(made.id, by="bob", why="was elsewhere")
    (told,) = register.log(entry.id)
    assert register.judgements() == [told]
    assert (told.kind, told.by, told.why, told.undone_by, told.undone_why) == (
        "confirm",
        "ann",
        "seen it",
        "bob",
        "was elsewhere",
    )
    assert told.undone is not None and told.undone > told.at
    with pytest.raises(InputError, match="already"):
        register.undo(made.id, by="bob", why="again")


def test_a_judgement_without_who_or_why_is_refused(register: Register) -> None:
    (entry,) = talks(register)
    with pytest.raises(InputError, match="who"):
        register.confirm(entry.id, by=" ", why="seen it")


def test_a_better_coding_keeps_what_people_decided(register: Register) -> None:
    (entry,) = talks(register)
    register.confirm(entry.id, by="ann", why="seen it")
    better = event(mode="visit", person="Ola Nordmann", span=Span(2, 30))
    change = register.recode(coded("Report number 0 " * 9, better, event("PROTEST")))
    assert (len(change.added), len(change.dropped), len(change.changed)) == (1, 1, 1)
    again = register.entry(entry.id)
    assert (again.verdict, again.actors[0].person, again.evidence) == ("confirmed", "Ola Nordmann", entry.evidence)
    assert [e.type for e in register.entries("NOR", "PRT")].count("PROTEST") == 1
    assert len([e for e in register.entries() if e.type == "AID"]) == 2


def test_decisions_and_identifiers_outlive_the_evidence_they_were_made_on(register: Register) -> None:
    (entry,) = talks(register)
    register.confirm(entry.id, by="ann", why="seen it")
    register.correct(entry.id, "date", "2015-03-02", by="ann", why="the paper says so")
    first = next(piece for piece in register.evidence(entry) if piece.id == entry.id)
    change = register.recode(coded(register.report(first.report).report.text))
    assert entry.id in change.dropped
    again = register.entry(entry.id)
    assert (again.verdict, again.corrected, len(again.evidence)) == ("confirmed", ("date",), 2)
    assert entry.id not in again.evidence


def test_entries_that_people_joined_stay_joined_when_one_report_no_longer_tells_it(register: Register) -> None:
    three = [entry for entry in register.entries() if entry.type == "AID"]
    register.join(three[0].id, three[1].id, by="ann", why="one shipment")
    register.join(three[0].id, three[2].id, by="ann", why="the same again")
    (joined,) = [entry for entry in register.entries() if entry.type == "AID"]
    first = next(piece for piece in register.evidence(joined) if piece.id == joined.id)
    register.recode(coded(register.report(first.report).report.text))
    assert [entry.reports for entry in register.entries() if entry.type == "AID"] == [2]


def test_an_unknown_report_cannot_be_recoded(register: Register) -> None:
    with pytest.raises(InputError, match="read"):
        register.recode(coded("Never seen " * 9, event()))


def test_as_reported_by_counts_only_what_was_published(fresh: Callable[[], str]) -> None:
    with open_register(fresh()) as store, open_register(fresh()) as early:
        for n, day in enumerate(["2015-03-01", "2015-03-04", "2015-03-09", None]):
            report = coded(f"Report number {n} " * 9, event(status="planned" if n == 0 else "occurred"), published=day)
            store.add(report)
            if n < 2:
                early.add(report)
        (then,) = store.as_reported_by(date(2015, 3, 5)).entries("NOR", "PRT")
        assert [then] == list(early.entries())
        assert next(store.as_reported_by(date(2015, 3, 2)).entries()).status == "planned"
        assert list(store.as_reported_by(date(2015, 2, 1)).entries()) == []


steps = st.lists(
    st.tuples(
        st.sampled_from(["add", "add", "reject", "split", "join", "date", "parties", "undo", "recode"]),
        st.integers(0, 99),
    ),
    min_size=2,
    max_size=9,
)


def take(register: Register, what: str, pick: int) -> None:
    """One step of a register's life; steps that cannot be are passed over."""
    entries = list(register.entries(rejected=True))
    entry, other = (entries[pick % len(entries)], entries[(pick * 7 + 3) % len(entries)]) if entries else (None, None)
    body = " ".join(f"w{pick % 3}{n}" for n in range(40))
    days = ("2015-03-01", "2015-03-02", "2015-03-03", "2015-03-04", "2015-03", "2015")
    made = (event(date=days[pick % 6]), event("AID", date=None, mode=None))
    try:
        if what == "add":
            register.add(coded(f"{body} {pick}", *made[: pick % 3], published=f"2015-03-{pick % 20 + 10}"))
        elif what == "recode":
            register.recode(coded(f"{body} {pick}", *made[: (pick + 1) % 3], published="2015-03-08"))
        elif entry is None or other is None:
            return
        elif what == "reject":
            register.reject(entry.id, by="ann", why="so")
        elif what == "split":
            register.split(entry.id, entry.evidence[:1], by="ann", why="so")
        elif what == "join":
            register.join(entry.id, other.id, by="ann", why="so")
        elif what == "date":
            register.correct(entry.id, "date", "2015-03-02", by="ann", why="so")
        elif what == "parties":
            register.correct(entry.id, "recipients", "ESP SWE", by="ann", why="so")
        elif register.log(entry.id):
            register.undo(register.log(entry.id)[-1].id, by="ann", why="so")
    except InputError:
        return


def answers(register: Register | Past) -> dict[str, object]:
    """What a register says to all kinds of questions."""
    entries = list(register.entries(rejected=True))
    return {
        "entries": entries,
        "of a pair": list(register.entries("NOR", "PRT")),
        "of a pair in days": list(register.entries("NOR", "PRT", date(2015, 3, 2), date(2015, 3, 3))),
        "of a pair by then": list(register.entries("NOR", "PRT", last=date(2015, 1, 31), rejected=True)),
        "of a party": list(register.entries("ESP", first=date(2015, 3, 2))),
        "one by one": [register.entry(entry.id[:12]) for entry in entries],
        "events": list(register.events()),
        "reports": list(register.reports()),
        "found": {report.digest for report in register.search("w01 w02")},
        "coverage": [register.coverage(), register.coverage("NOR", "PRT")],
        "logs": [register.log(entry.id) for entry in entries],
        "judgements": register.judgements(),
    }


@given(steps)
@settings(max_examples=10, deadline=None)
def test_as_known_on_is_the_answer_given_then_and_entries_stay_derivable(
    fresh: Callable[[], str], life: list[tuple[str, int]]
) -> None:
    calendar, published = Calendar(), date(2015, 3, 15)
    given_then = {}
    with open_register(fresh(), calendar) as register:
        for what, pick in life:
            take(register, what, pick)
            reported = list(register.as_reported_by(published).entries())
            given_then[calendar.today] = answers(register), reported
        for day, (all_, reported) in given_then.items():
            assert answers(register.as_known_on(day)) == all_
            assert list(register.as_reported_by(published, known=day).entries()) == reported
        assert list(register.verify()) == []
        now = list(register.entries())
        register.rebuild()
        assert list(register.entries()) == now
        assert list(register.verify()) == []


@given(steps, st.sampled_from(["confirm", "reject", "date", "parties", "split", "join"]), st.integers(0, 99))
@settings(max_examples=10, deadline=None)
def test_undo_brings_back_the_very_same_entries(
    fresh: Callable[[], str], life: list[tuple[str, int]], what: str, pick: int
) -> None:
    with open_register(fresh(), Calendar()) as register:
        for step in [("add", 2), ("add", 5), *life]:
            take(register, *step)
        before, made_before = answers(register), len(register.judgements())
        if what == "confirm":
            register.confirm(next(register.entries(rejected=True)).id, by="ann", why="so")
        else:
            take(register, what, pick)
        for made in register.judgements()[made_before:]:
            register.undo(made.id, by="ben", why="not so")
        after = answers(register)
        for question in before.keys() - {"logs", "judgements"}:
            assert after[question] == before[question]


@given(steps)
@settings(max_examples=10, deadline=None)
def test_as_reported_by_is_what_a_register_of_those_reports_alone_says(
    fresh: Callable[[], str], life: list[tuple[str, int]]
) -> None:
    last = date(2015, 3, 17)
    with open_register(fresh(), Calendar()) as register, open_register(fresh(), Calendar()) as early:
        for what, pick in life:
            if what in ("add", "recode"):
                take(register, what, pick)
        for report in register.reports():
            if report.published and report.published.last <= last:
                early.add(as_coded(report))
        then, alone = answers(register.as_reported_by(last)), answers(early)
        for question in ("entries", "of a pair", "of a pair in days", "of a pair by then", "of a party", "coverage"):
            assert then[question] == alone[question]


def as_coded(stored: StoredReport) -> Coded:
    """A stored report as it came from the coder."""
    events = tuple(piece.event for piece in stored.evidence)
    made = coded(stored.report.text, *events, published=None)
    return msgspec.structs.replace(made, published=stored.published)
