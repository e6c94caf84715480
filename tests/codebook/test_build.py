"""How the tables are made: our notation for terms, and the joining of sources."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from codebook_build.holders import join
from codebook_build.names import alike, is_name, key, loose
from codebook_build.terms import Term, far, read_terms

OTTO = Term(
    person="Otto Brandvik",
    aliases=(),
    state="NOR",
    organisation="",
    office="head_of_government",
    title="Prime Minister",
    first="2001-03-04",
    last="2005-06-07",
    open_as_of="",
    source="list",
    trust="A",
)


def test_our_notation_reads_dates_aliases_titles_and_parties(tmp_path: Path) -> None:
    table = tmp_path / "terms.txt"
    table.write_text(
        "= NOR@Some League party_leader | leader\n"
        "2001/2004-05 Kari Lund; Kari A. Lund\n"
        "2005-01-02/! Per Dahl [acting leader]\n"
    )
    first, second = read_terms(table)
    assert (first.state, first.organisation, first.person, first.aliases) == (
        "NOR",
        "Some League",
        "Kari Lund",
        ("Kari A. Lund",),
    )
    assert (first.first, first.last, first.open_as_of, first.title) == ("2001", "2004-05", "", "leader")
    assert (second.title, second.fix, second.last) == ("acting leader", True, "")
    assert second.open_as_of


def test_bad_line_stops_the_build_and_names_its_place(tmp_path: Path) -> None:
    table = tmp_path / "terms.txt"
    table.write_text("= NOR head_of_state | King\nHarald since 1991\n")
    with pytest.raises(SystemExit, match=r"terms\.txt:2"):
        list(read_terms(table))


def test_two_readings_of_one_term_become_one_row_with_the_precise_dates() -> None:
    ours = replace(OTTO, person="Otto Brandvik", first="2001", last="", trust="K", source="general knowledge")
    (term,) = join([OTTO], [ours], {})
    assert (term.first, term.last, term.source) == ("2001-03-04", "2005-06-07", "list + general knowledge")


def test_transliterations_in_one_office_are_one_person_under_our_spelling() -> None:
    ours = replace(OTTO, person="Sergei Yakovlev", trust="K", source="general knowledge")
    (term,) = join([replace(OTTO, person="Serguey Iakovlev")], [ours], {})
    assert term.person == "Sergei Yakovlev" and "Serguey Iakovlev" in term.aliases


def test_another_person_in_an_office_that_we_know_held_is_left_out() -> None:
    ours = replace(OTTO, person="Kari Lund", trust="K", source="general knowledge")
    assert [term.person for term in join([OTTO], [ours], {})] == ["Kari Lund"]


def test_month_lists_are_cut_where_a_better_row_stands() -> None:
    weak = replace(OTTO, person="Per Dahl", first="2000-01", last="2002-01", trust="C", source="month list")
    cut, whole = join([OTTO, weak], [], {})
    assert (cut.person, cut.last) == ("Per Dahl", "2001-03-04") and whole == OTTO


def test_an_alias_of_two_persons_makes_them_no_one_person() -> None:
    elder = replace(OTTO, person="Georg H. Busk", aliases=("Georg Busk",), trust="K")
    younger = replace(OTTO, person="Georg W. Busk", aliases=("Georg Busk",), first="2006", last="2009", trust="K")
    assert [term.person for term in join([], [elder, younger], {})] == ["Georg H. Busk", "Georg W. Busk"]


def test_names_are_compared_without_diacritics_ranks_and_hyphens() -> None:
    assert key("Sir Jönk-Sö Åberg") == key("Jonk So Aberg")
    assert is_name("Kari A. Lund") and not is_name("Prime Minister Lund") and not is_name("Lund")
    assert alike("Felipe Diaz Moreno", "Felipe Diaz") and not alike("Ana Diaz", "Felipe Moreno")
    assert loose("Mikhail Kozlov") != loose("Mikhail Koslowski")


def test_dates_are_far_apart_only_when_they_surely_are() -> None:
    assert far("1998", "1999-12-31") and not far("1999", "1999-12-31") and not far("2001-03-04", "2001-04-01")
