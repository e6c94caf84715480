"""The store: what goes in comes out, once; entries do not depend on the order of reports."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from register_builders import coded, event

from detente.model import Claim, Coded, Entry, Fault, InputError, Interval, Party, Quote, RegisterError, Span
from detente.register import Register, evidence_ids, open_register

NOON = datetime(2020, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def register(fresh: Callable[[], str]) -> Iterator[Register]:
    with open_register(fresh(), lambda: NOON) as store:
        yield store


def test_the_same_text_again_changes_nothing_and_says_so(register: Register) -> None:
    first = register.add(coded("A text " * 9, event()))
    before = list(register.entries())
    again = register.add(coded("A text " * 9, event("AID"), id_="other"))
    assert (first.new, first.events) == (True, 1)
    assert (again.new, again.events, again.digest) == (False, 0, first.digest)
    assert list(register.entries()) == before


def test_a_report_comes_back_whole(register: Register) -> None:
    text = "“Ça va”\u0000 \ud800 said nobody — \U0001f600 " * 3
    claim = Claim(
        text="x",
        kind="first",
        about="visit",
        states=("NOR",),
        level=None,
        since=Interval.year(1990),
        since_event=None,
        span=Span(0, 4),
    )
    quote = Quote(text="Ça va", speaker="nobody", state=None, office=None, spans=(Span(1, 6),))
    whole = coded(text, event(span=Span(2, 12)))
    whole = Coded(
        **{f: getattr(whole, f) for f in whole.__struct_fields__}
        | {"claims": (claim,), "quotes": (quote,), "faults": (Fault("odd", "so odd", Span(0, 1)),)}
    )
    digest = register.add(whole).digest
    stored = register.report(digest)
    assert stored.report == whole.report
    assert stored.report.digest == digest
    assert (stored.claims, stored.quotes, stored.faults) == (whole.claims, whole.quotes, whole.faults)
    assert (stored.published, stored.recorded, stored.coder) == (whole.published, NOON, "test")
    assert [piece.event for piece in stored.evidence] == list(whole.events)
    assert stored.evidence[0].words == text[2:12]


def test_two_reports_of_one_deed_are_one_entry(register: Register) -> None:
    register.add(coded("Talks on herring quotas, one says. " * 9, event(mode="visit")))
    register.add(coded("Talks on herring quotas, another says. " * 9, event(person="Ola Nordmann")))
    (entry,) = register.entries("PRT", "NOR")
    assert (entry.reports, entry.mode, entry.actors[0].person) == (2, "visit", "Ola Nordmann")
    assert {piece.report for piece in register.evidence(entry)} == {
        piece.report for id_ in entry.evidence for piece in register.evidence(register.entry(id_))
    }


def test_every_identifier_given_out_leads_to_the_deed_for_ever(register: Register) -> None:
    given_out = set()
    for n in range(12):
        register.add(coded(f"Report number {n} " * 9, event()))
        given_out.add(next(register.entries()).id)
    (entry,) = register.entries()
    assert {register.entry(id_).id for id_ in given_out} == {entry.id}
    assert register.entry(entry.id[:6]).id == entry.id


@pytest.mark.parametrize("wanted", ["ffff", "", "zz", "%", "'; drop table entry; --"])
def test_an_unknown_entry_is_named(register: Register, wanted: str) -> None:
    register.add(coded("One report " * 9, event()))
    with pytest.raises(InputError, match="no entry"):
        register.entry(wanted)


def test_a_short_prefix_of_several_deeds_is_refused(register: Register) -> None:
    for n in range(40):
        register.add(coded(f"Report number {n} " * 9, event(date=None)))
    with pytest.raises(InputError, match="several"):
        for digit in "0123456789abcdef":
            register.entry(digit)


def test_entries_are_asked_by_pair_by_party_and_by_day(register: Register) -> None:
    register.add(
        coded("Text of one " * 9, event(), event("AID", "SWE", "NOR", "2016"), event("ACCUSE", "PRT", "SWE", None))
    )
    assert [e.type for e in register.entries()] == ["CONSULT", "AID", "ACCUSE"]
    assert [e.type for e in register.entries("NOR", "PRT")] == ["CONSULT"]
    assert [e.type for e in register.entries("NOR")] == ["CONSULT", "AID"]
    assert [e.type for e in register.entries(first=Interval.parse("2016-05-01").first)] == ["AID", "ACCUSE"]
    assert [e.type for e in register.entries(last=Interval.parse("2015-05-01").first)] == ["CONSULT", "ACCUSE"]


def test_a_report_that_dates_nothing_finds_its_deed_in_either_order(fresh: Callable[[], str]) -> None:
    ousting = {"type_": "SANCTION", "mode": "expel"}
    text = "Norway expelled nine attachés of Portugal's embassy. "
    dated = coded(text * 9, event(**ousting, date="2015-03-03", span=Span(0, 50)), published="2015-03-03")
    undated = coded(
        text * 9 + "It was much noted.", event(**ousting, date=None, span=Span(53, 103)), published="2015-03-20"
    )
    spring = date(2015, 3, 1), date(2015, 3, 31)
    for reports in ([dated, undated], [undated, dated]):
        with open_register(fresh()) as store:
            for report in reports:
                store.add(report)
            (entry,) = store.entries("NOR", "PRT", *spring)
            assert (len(entry.evidence), entry.date) == (2, dated.events[0].date)
            assert list(store.as_known_on(date(2030, 1, 1)).entries("NOR", "PRT", *spring)) == [entry]
            store.rebuild()
            assert list(store.entries("NOR", "PRT")) == [entry]
            (alone,) = store.as_reported_by(date(2015, 3, 5)).entries("NOR", "PRT")
            assert alone.evidence != entry.evidence


def test_what_is_not_dated_may_lie_on_any_day(fresh: Callable[[], str]) -> None:
    with open_register(fresh()) as store:
        store.add(coded("Text of one " * 9, event(date=None), published="2015-03-04"))
        then = store.as_known_on(date(2030, 1, 1))
        for days in ((date(2001, 1, 1), date(2001, 2, 1)), (date(2020, 1, 1), None), (None, date(2001, 1, 1))):
            assert [e.date for e in store.entries("NOR", "PRT", *days)] == [None]
            assert list(then.entries("NOR", "PRT", *days)) == list(store.entries("NOR", "PRT", *days))


def test_long_names_and_odd_letters_are_kept(register: Register) -> None:
    long = "Organisation for the " + "very " * 40 + "peaceful Übergänge of the Ñandú’s 😀"
    odd = msgspec.structs.replace(event(), recipients=(Party(organisation=long),), sources=("a\u0000b\ud800",))
    register.add(coded("Text of one " * 9, odd))
    (entry,) = register.entries("NOR", long)
    assert (entry.recipients[0].organisation, entry.sources) == (long, odd.sources)


def test_coverage_counts_reports_entries_and_days(register: Register) -> None:
    register.add(coded("Text of one " * 9, event(), event("AID", date=None)))
    register.add(coded("Text of two " * 9, event(date="2015-03-02/2015-03-03")))
    found = register.coverage("NOR", "PRT")
    assert (found.reports, found.entries, found.first, found.last, found.undated) == (
        2,
        2,
        "2015-03-03",
        "2015-03-03",
        1,
    )
    assert register.coverage("NOR", "SWE").entries == 0


def test_evidence_is_named_by_what_was_read_not_by_the_order_it_came_in() -> None:
    one, other = event(person="Ola Nordmann"), event(person="Kari Nordmann")
    ids = evidence_ids("digest", [one, other])
    assert len(set(ids)) == 2
    assert evidence_ids("digest", [other, one]) == ids[::-1]


def test_record_time_never_runs_backwards(fresh: Callable[[], str]) -> None:
    times = iter([NOON, datetime(1999, 1, 1, tzinfo=UTC)])
    with open_register(fresh(), lambda: next(times)) as register:
        one = register.add(coded("Text of one " * 9, event()))
        two = register.add(coded("Text of two " * 9, event()))
        assert register.report(one.digest).recorded <= register.report(two.digest).recorded


def test_results_of_a_batch_come_when_they_are_stored(register: Register) -> None:
    results = register.add_all((coded(f"Report number {n} " * 9, event()) for n in range(7)), batch=3)
    for done, result in enumerate(results, 1):
        assert result.digest in register
        assert register.coverage().reports >= done


made = st.builds(
    event,
    st.sampled_from(["CONSULT", "ACCUSE"]),
    st.sampled_from(["NOR", "PRT"]),
    st.sampled_from(["PRT", "NOR", "PRT SWE"]),
    st.sampled_from(["2015-03-03", "2015-03-04", "2015-03-05", "2015-03", "2015", None]),
    mode=st.sampled_from([None, "visit", "phone"]),
    person=st.sampled_from([None, "Ola Nordmann"]),
    status=st.sampled_from(["occurred", "planned"]),
    span=st.sampled_from([Span(0, 23), Span(9, 30)]),
)
BODY = " ".join(f"word{n}" for n in range(60))
stories = st.sampled_from([f"{BODY} {n}" for n in range(4)] + [f"talks on herring quotas {n} " * 9 for n in range(9)])
reports = st.lists(st.tuples(stories, st.lists(made, max_size=3)), min_size=1, max_size=6, unique_by=lambda r: r[0])


def fill(path: str, parts: list[list[Coded]]) -> list[Entry]:
    with open_register(path) as register:
        for part in parts:
            list(register.add_all(part, batch=2))
        return list(register.entries())


@given(reports, st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_entries_do_not_depend_on_order_or_batches(fresh: Callable[[], str], told: list, random) -> None:
    some = [coded(text, *events) for text, events in told]
    shuffled = list(some)
    random.shuffle(shuffled)
    assert fill(fresh(), [some]) == fill(fresh(), [[report] for report in shuffled])


def test_words_find_their_reports_and_phrases_only_those(register: Register) -> None:
    one = register.add(coded("The ministers met beside a frozen lake. " * 3, event()))
    two = register.add(coded("A lake froze; no minister was there to meet it. " * 3, event()))
    assert {report.digest for report in register.search("lake minister")} == {one.digest, two.digest}
    assert [report.digest for report in register.search('"frozen lake"')] == [one.digest]
    assert register.search("volcano") == []
    with pytest.raises(InputError):
        register.search(" ?! ")


def test_a_backup_is_the_same_register(register: Register, tmp_path: Path) -> None:
    register.add(coded("Text of one " * 9, event(), event("AID", date=None)))
    made = register.reject(next(register.entries()).id, by="ann", why="so")
    register.backup(tmp_path / "copy.db")
    with open_register(tmp_path / "copy.db") as copy:
        assert list(copy.entries(rejected=True)) == list(register.entries(rejected=True))
        assert copy.search("text")[0] == register.search("text")[0]
        assert list(copy.verify()) == []
        copy.undo(made.id, by="ann", why="on second thoughts")
        assert copy.add(coded("Text of two " * 9, event())).new
    with pytest.raises(RegisterError, match="already"):
        register.backup(tmp_path / "copy.db")


def test_closed_registers_are_refused_politely_when_their_folder_goes(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="folder does not exist"):
        open_register(tmp_path / "missing" / "r.db")
