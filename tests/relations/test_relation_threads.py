"""A plan put off, told for another day, held or given up: one thread, whatever the order of the reports."""

from __future__ import annotations

import sys
from datetime import date
from itertools import permutations
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from detente.model import Coded, Interval
from detente.relations import agenda
from detente.relations.agenda import thread_with
from detente.relations.threads import Plan, successors, thread_of

sys.path.insert(0, str(Path(__file__).parent))
from relation_builders import register_of, told, visit

GUEST, HOST = "NOR:foreign_minister:Ola Dal", "PRT:foreign_minister:Ana Reis"
PLANNED = told("2014-01-05", visit(GUEST, HOST, "2014-02-03", status="planned"))
PUT_OFF = told("2014-01-20", visit(GUEST, HOST, "2014-02-03", status="postponed"))
PUT_OFF_WITHOUT_DAY = told("2014-01-10", visit(GUEST, HOST, None, status="postponed"))
PUT_OFF_SOON_BEFORE = told("2014-01-25", visit(GUEST, HOST, None, status="postponed"))
PLANNED_AGAIN = told("2014-03-01", visit(GUEST, HOST, "2014-05-12", status="planned"))
HELD = told("2014-05-13", visit(GUEST, HOST, "2014-05-12"))
DROPPED = told("2014-04-02", visit(GUEST, HOST, "2014-05-12", status="cancelled"))


def threads(path: Path, *reports: Coded) -> set[tuple[int, str, str]]:
    """Of each thing planned: how many entries its thread has, its state, and what became of the plan."""
    with register_of(path, *reports) as store:
        return {(len(item.thread), item.state, item.outcome) for item in agenda(store, "NOR", "PRT")}


def test_a_visit_put_off_and_held_later_is_one_plan_fulfilled(tmp_path: Path) -> None:
    assert threads(tmp_path, PLANNED, PUT_OFF, HELD) == {(2, "moved", "fulfilled")}
    whole = {(2, "moved", "fulfilled"), (2, "held", "fulfilled")}
    assert threads(tmp_path, PLANNED, PUT_OFF, PLANNED_AGAIN, HELD) == whole
    for reports in permutations((PLANNED, PUT_OFF_WITHOUT_DAY, PLANNED_AGAIN, HELD)):
        assert threads(tmp_path, *reports) == {(3, "moved", "fulfilled"), (3, "held", "fulfilled")}
    assert threads(tmp_path, PLANNED, PUT_OFF_SOON_BEFORE, PLANNED_AGAIN, HELD) == whole


def test_a_visit_put_off_and_then_given_up_fell_through(tmp_path: Path) -> None:
    found = threads(tmp_path, PLANNED, PUT_OFF, PLANNED_AGAIN, DROPPED)
    assert found == {(2, "moved", "fell through"), (2, "cancelled", "fell through")}
    assert threads(tmp_path, PLANNED, PUT_OFF) == {(1, "postponed", "open")}


def test_what_is_another_meeting_is_not_threaded(tmp_path: Path) -> None:
    other = told("2014-05-13", visit("NOR:foreign_minister:Kari Lie", HOST, "2014-05-12"))
    assert threads(tmp_path, PLANNED, PUT_OFF, other) == {(1, "postponed", "open")}
    next_year = told("2015-03-13", visit(GUEST, HOST, "2015-03-12"))
    assert threads(tmp_path, PLANNED, PUT_OFF, next_year) == {(1, "postponed", "open")}
    assert threads(tmp_path, PLANNED, HELD) == {(1, "overdue", "overdue")}
    elsewhere = told("2014-05-13", visit(GUEST, "ESP:foreign_minister:Ana Reis", "2014-05-12"))
    assert threads(tmp_path, PLANNED, PUT_OFF, elsewhere) == {(1, "postponed", "open")}


def test_each_entry_of_a_thread_leads_to_it_and_a_day_in_between_knows_no_more(tmp_path: Path) -> None:
    with register_of(tmp_path, PLANNED, PUT_OFF, PLANNED_AGAIN, HELD) as store:
        first, second = store.entries("NOR", "PRT")
        for entry in (first, second):
            item = thread_with(store, entry)
            assert item is not None and item.thread == (first.id, second.id)
        (then,) = agenda(store, "NOR", "PRT", date(2014, 2, 1))
        assert (then.state, then.thread, then.outcome) == ("postponed", (first.id,), "open")


days = st.dates(date(2014, 1, 1), date(2014, 9, 1)).map(Interval.day)
plans = st.lists(
    st.builds(
        Plan,
        id=st.just(""),
        kind=st.just("visit"),
        people=st.sampled_from(["Ola Dal", "Kari Lie", None]).map(
            lambda name: frozenset({("NOR", name), ("PRT", None)})
        ),
        told=days | st.none(),
        date=days | st.none(),
        put_off=days | st.none(),
        ahead=st.booleans(),
        over=st.booleans(),
    ),
    max_size=8,
).map(
    lambda made: [
        Plan(
            **{
                **{field: getattr(plan, field) for field in Plan.__struct_fields__},
                "id": f"{n:04x}",
                "put_off": max(plan.put_off, plan.told) if plan.put_off and plan.told else None,
            }
        )
        for n, plan in enumerate(made)
    ]
)


@given(plans, st.randoms(use_true_random=False))
def test_threads_do_not_depend_on_order_and_each_ends(made: list[Plan], random) -> None:
    shuffled = list(made)
    random.shuffle(shuffled)
    following = successors(made)
    assert following == successors(shuffled)
    for plan in made:
        thread = thread_of(plan.id, following)
        assert plan.id in thread and thread[-1] not in following
        assert all(thread_of(other, following) == thread for other in thread)
    gone = {plan.id for plan in made if plan.over or not plan.ahead}
    assert not gone & following.keys()
