"""Merging: one deed, one entry; whatever the order."""

import sys
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.merging import Link, derive_entry, fingerprint, link_evidence, merge_evidence, same_deed, same_story
from detente.merging.clustering import JUDGED, NEAREST, kept_links, worth_keeping
from detente.merging.comparing import alike_deeds, linked
from detente.merging.entries import _joined_entry
from detente.model import Event, Evidence, Interval, Place

sys.path.insert(0, str(Path(__file__).parents[1] / "register"))
from register_builders import event

TALKS = "the two ministers met for talks on the fishing quota"


def piece(
    id_: str,
    deed: Event,
    report: str | None = None,
    *,
    words: str = TALKS,
    story: str = "",
    published: str = "2015-03-04",
) -> Evidence:
    return Evidence(
        id=id_,
        report=report or f"report {id_}",
        event=deed,
        words=words,
        coder="test",
        published=Interval.day(published),
        story=story or report or f"report {id_}",
    )


def groups(pieces: list[Evidence], apart: list[frozenset[str]] | None = None, *people: Link) -> list[tuple[str, ...]]:
    links = [link for i, one in enumerate(pieces) for link in link_evidence(one, pieces[:i])]
    return merge_evidence(pieces, [*links, *people], apart or [])


deeds = st.builds(
    event,
    st.sampled_from(["CONSULT", "ACCUSE"]),
    st.sampled_from(["NOR", "PRT"]),
    st.sampled_from(["PRT", "NOR", "PRT SWE"]),
    st.sampled_from(["2015-03-03", "2015-03-04", "2015-03-05", "2015-03", "2015-03-03/2015-03-06", None]),
    mode=st.sampled_from([None, "visit", "phone"]),
    person=st.sampled_from([None, "Ola Nordmann", "Kari Nordmann"]),
    status=st.sampled_from(["occurred", "planned"]),
)
evidence_sets = st.lists(st.tuples(deeds, st.integers(0, 5)), min_size=1, max_size=9).map(
    lambda made: [piece(f"{i:04x}", deed, f"report {report}") for i, (deed, report) in enumerate(made)]
)


@given(evidence_sets, st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_groups_do_not_depend_on_order(pieces: list[Evidence], random) -> None:
    shuffled = list(pieces)
    random.shuffle(shuffled)
    assert groups(pieces) == groups(shuffled)


@given(evidence_sets)
@settings(max_examples=150, deadline=None)
def test_each_piece_is_in_one_group_and_one_report_tells_of_unlike_deeds_in_different_groups(
    pieces: list[Evidence],
) -> None:
    found = groups(pieces)
    assert sorted(id_ for group in found for id_ in group) == [p.id for p in pieces]
    by_id = {p.id: p for p in pieces}
    together = [(by_id[a], by_id[b]) for group in found for a in group for b in group if a < b]
    assert all(linked(alike_deeds(a, b)) for a, b in together if a.report == b.report)


@given(deeds, deeds)
def test_same_deed_is_symmetric(one: Event, other: Event) -> None:
    assert same_deed(piece("a", one), piece("b", other)) == same_deed(piece("b", other), piece("a", one))


def test_a_visit_goes_the_way_that_most_reports_tell() -> None:
    there = [piece(id_, event("CONSULT", "NOR", "PRT", "2015-03-03", mode="visit")) for id_ in ("a", "b")]
    back = piece("c", event("CONSULT", "PRT", "NOR", "2015-03-03", mode="visit", person="Ola Nordmann"))
    entry = derive_entry([*there, back])
    assert ([p.key for p in entry.actors], [p.key for p in entry.recipients]) == (["NOR"], ["PRT"])


def test_a_call_is_not_the_meeting_of_the_same_two() -> None:
    made = {"date": "2015-03-03", "person": "Ola Nordmann"}
    call = piece("a", event("CONSULT", "NOR", "PRT", mode="phone", **made), words="they spoke by telephone of quotas")
    met = piece("b", event("CONSULT", "NOR", "PRT", **made), words="they met for lunch and spoke of quotas")
    spoke = piece("c", event("CONSULT", "NOR", "PRT", **made), words="they spoke of quotas")
    assert groups([call, met]) == [("a",), ("b",)]
    assert groups([call, spoke]) == [("a", "c")]


@given(deeds)
def test_a_lone_piece_gives_the_entry_that_joining_would(deed: Event) -> None:
    lone = piece("a", deed)
    assert derive_entry([lone]) == _joined_entry([lone])


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("planned postponed planned", "planned"),
        ("planned cancelled", "cancelled"),
        ("occurred planned", "occurred"),
        ("occurred denied", "occurred"),
        ("alleged denied", "denied"),
        ("alleged occurred", "occurred"),
        ("cancelled occurred", "occurred"),
    ],
)
def test_status_is_the_last_fact_else_the_last_word_else_how_things_stood(told: str, status: str) -> None:
    pieces = [
        piece(f"{n}", event(status=each), published=f"2015-03-0{n + 1}")  # type: ignore[arg-type]
        for n, each in enumerate(told.split())
    ]
    assert derive_entry(pieces[::-1]).status == status


def test_a_plan_and_its_taking_place_are_one_thread() -> None:
    plan = piece("a", event(mode="visit", status="planned"), published="2015-03-01")
    done = piece("b", event(mode="visit", person="Ola Nordmann"), published="2015-03-04")
    assert groups([plan, done]) == [("a", "b")]
    entry = derive_entry([plan, done])
    assert entry.status == "occurred"
    assert entry.thread == (("2015-03-01", "planned"), ("2015-03-04", "occurred"))
    assert entry.disputed == ()
    assert entry.actors[0].person == "Ola Nordmann"


def test_a_visit_that_fell_through_keeps_both_reports() -> None:
    plan = piece("a", event(mode="visit", status="planned"), published="2015-03-01")
    off = piece("b", event(mode="visit", status="cancelled"), published="2015-03-02")
    entry = derive_entry([off, plan])
    assert (entry.status, entry.disputed, entry.reports) == ("cancelled", (), 2)


def test_sources_that_disagree_stay_side_by_side() -> None:
    told = piece("a", event(status="denied", place=Place("Lisbon", state="PRT")))
    other = piece("b", event(status="occurred", place=Place("Oslo", state="NOR")))
    entry = derive_entry([told, other])
    assert set(entry.disputed) == {"status", "place"}
    assert entry.support["status"] == ("b",)
    assert entry.against["status"] == ("a",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (event(), event(date="2015-04-03")),
        (event(mode="phone"), event(mode="visit")),
        (event(person="Ola Nordmann"), event(person="Kari Nordmann")),
        (event("ACCUSE"), event("ACCUSE", actors="PRT", recipients="NOR")),
        (event(), event("ACCUSE")),
        (event(date=None), event(date=None)),
        (event(date="2015"), event(date="2015-03-03")),
        (event(date="2010/2015"), event(date="2010/2015")),
    ],
    ids=[
        "a month later",
        "another channel",
        "other people",
        "the answer",
        "another type",
        "undated",
        "a year",
        "years",
    ],
)
def test_near_misses_stay_apart(one: Event, other: Event) -> None:
    assert groups([piece("a", one), piece("b", other, words="the two spoke of trade and the climate")]) == [
        ("a",),
        ("b",),
    ]


def test_a_year_is_enough_where_the_words_and_the_person_are_the_same() -> None:
    words = "the treaty on the northern fishing grounds, signed by Ola Nordmann after nine years of talks"
    told = [event("SUPPORT", date=date, person="Ola Nordmann") for date in ("2015", "2015", "2015-03-03", "2014")]
    pieces = [piece(f"{n}", deed, words=words) for n, deed in enumerate(told)]
    assert groups(pieces) == [("0", "1", "2"), ("3",)]


def test_a_vague_report_does_not_bridge_two_meetings() -> None:
    pieces = [
        piece("a", event(date="2015-03-03")),
        piece("b", event(date="2015-03-20")),
        piece("c", event(date="2015-03")),
    ]
    for order in permutations(pieces):
        assert ("a", "b", "c") not in groups(list(order))


def test_a_vague_report_goes_to_the_meeting_that_most_tell_of() -> None:
    once = [piece("0", event(date="2015-03-09", person="Ola Nordmann"))]
    often = [piece(id_, event(date="2015-03-20", person="Ola Nordmann")) for id_ in ("1", "2", "3")]
    vague = piece("4", event(date="2015-03", person="Ola Nordmann"))
    for order in permutations([*once, *often, vague]):
        assert groups(list(order)) == [("0",), ("1", "2", "3", "4")]
    assert groups([*once, vague]) == [("0", "4")]


def test_people_join_and_part_against_the_score() -> None:
    pieces = [piece("a", event()), piece("b", event()), piece("c", event(date="2016-01-01"))]
    assert groups(pieces, [frozenset({"a", "b"})]) == [("a",), ("b",), ("c",)]
    assert groups(pieces, [], Link.between("c", "a", JUDGED)) == [("a", "b", "c")]


def test_copies_of_a_story_count_once() -> None:
    pieces = [piece("a", event(), story="s"), piece("b", event(), story="s"), piece("c", event(), story="t")]
    entry = derive_entry(pieces)
    assert (entry.reports, entry.copies) == (2, 3)


def test_undated_copies_meet_by_their_words() -> None:
    pieces = [piece("a", event(date=None), story="s", words="w"), piece("b", event(date=None), story="s", words="w")]
    assert groups(pieces) == [("a", "b")]


OUSTED = "Norway expelled nine attachés of the embassy of Portugal"
OUSTING = event("SANCTION", date="2015-03-03", mode="expel")
SAID_TO = event("SANCTION", date=None, mode="expel")


def test_a_report_that_dates_nothing_tells_of_the_deed_that_was_just_before_it() -> None:
    dated = piece("a", OUSTING, words=OUSTED)
    soon = piece("b", SAID_TO, words="after Norway expelled nine attachés of Portugal", published="2015-03-09")
    late = piece("c", SAID_TO, words="after Norway expelled nine attachés of Portugal", published="2015-06-09")
    before = piece("d", SAID_TO, words="after Norway expelled nine attachés of Portugal", published="2015-03-01")
    assert groups([dated, soon]) == [("a", "b")]
    assert groups([dated, late]) == [("a",), ("c",)]
    assert groups([dated, before]) == [("a",), ("d",)]
    assert derive_entry([dated, soon]).date == OUSTING.date
    assert derive_entry([soon]).date is None


def test_two_reports_that_date_nothing_tell_of_one_deed_within_a_month() -> None:
    told = [piece(id_, SAID_TO, words=OUSTED, published=f"2015-03-{day}") for id_, day in (("a", "04"), ("b", "19"))]
    later = piece("c", SAID_TO, words=OUSTED, published="2015-07-04")
    assert groups([*told, later]) == [("a", "b"), ("c",)]


def test_what_a_report_dates_nothing_of_does_not_bridge_two_deeds() -> None:
    pieces = [
        piece("a", OUSTING, words=OUSTED),
        piece("b", event("SANCTION", date="2015-03-20", mode="expel"), words=OUSTED),
        piece("c", SAID_TO, words=OUSTED, published="2015-03-21"),
    ]
    for order in permutations(pieces):
        assert not {("a", "b"), ("a", "b", "c")} & set(groups(list(order)))


def test_a_plan_without_a_day_is_looked_for_after_its_report() -> None:
    plan = piece("a", event(date=None, status="planned", person="Ola Nordmann"), published="2015-02-20")
    held = piece("b", event(date="2015-03-03", person="Ola Nordmann"), published="2015-03-03")
    held_before = piece("c", event(date="2015-02-03", person="Ola Nordmann"), published="2015-02-03")
    assert groups([plan, held]) == [("a", "b")]
    assert groups([plan, held_before]) == [("a",), ("c",)]


BODY = (
    "The harbour towns of the northern coast agreed on Monday to share one pilot service after years of quarrels over "
    "fees. Shipowners had asked for it since the spring, when two ferries waited nine hours off the mole. By the plan "
    "each town pays by the tonnage it handles, and a board of five settles disputes. Crews will train together from "
    "June. The mayor of the largest town said the old ways had cost everybody too much, and thanked her neighbours."
)


def test_a_copy_with_another_ending_is_the_same_story() -> None:
    one, copy = fingerprint(BODY), fingerprint(BODY + " (Agencies)")
    other = fingerprint(" ".join(reversed(BODY.split())))
    assert one is not None and copy is not None and other is not None
    assert same_story(one, copy)
    assert not same_story(one, other)


def grown(links: list[Link]) -> set[Link]:
    """The links that are stored where pieces come one by one: of each, those kept beside the ones stored before."""
    stored: set[Link] = set()
    for id_ in sorted({link.other for link in links}):
        own = {link for link in links if link.other == id_}
        near = {end: {link for link in stored if end in (link.one, link.other)} for end in (link.one for link in own)}
        kept = worth_keeping(id_, own, near)
        assert kept == own & kept_links(stored | own)
        stored |= kept
    return stored


@given(st.integers(2 * NEAREST + 2, 3 * NEAREST), st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_links_stored_one_by_one_hold_all_that_grouping_looks_at(size: int, random) -> None:
    ids = [f"{n:04x}" for n in range(size)]
    links = [Link(a, b, random.choice([0.8, 0.9, 1.0])) for i, b in enumerate(ids) for a in ids[:i]]
    kept = kept_links(links)
    assert kept < set(links)
    assert kept <= grown(links)
    assert kept_links(kept) == kept_links(grown(links)) == kept


def test_a_deed_told_by_many_is_one_though_two_stories_of_it_were_copied_often() -> None:
    words = ["talks on herring quotas in Lisbon, the minister said", "the minister spoke of herring quotas at talks"]
    pieces = [
        piece(
            f"{n * 7919 % 65536:04x}",
            event(person="Ola Nordmann"),
            words=words[n % 2],
            story=f"s{n % 2}",
            report=f"r{n}",
        )
        for n in range(4 * NEAREST)
    ]
    assert len(groups(pieces)) == 1
