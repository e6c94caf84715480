"""Whose somebody is by what explains the name, and whom a name behind a title means."""

import pytest
from resolving_builders import resolved, who_is


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Maltese aid worker Anna Quibb left.", "Maltese aid worker Anna Quibb"),
        ("Anna Quibb, 45, a Maltese engineer, left.", "Anna Quibb, 45, a Maltese engineer"),
        ("Anna Quibb, 45, from Malta, left.", "Anna Quibb, 45"),
        ("Anna Quibb, a Maltese of Peruvian descent, left.", "Anna Quibb, a Maltese"),
        ("Anna Quibb, a Peruvian-born Maltese, left.", "Anna Quibb, a Peruvian-born Maltese"),
        ("Malta's first lady, Anna Quibb, left.", "Malta's first lady, Anna Quibb"),
        ("The son of the Maltese president, Ivar Quibb, left.", "Ivar Quibb"),
    ],
)
def test_what_stands_round_a_name_says_whose_somebody_is(text: str, words: str) -> None:
    person, office, state = who_is(text, words)
    assert (person or "").endswith("Quibb")
    assert (office, state) == (None, "MLT")


def test_a_title_goes_with_a_name_past_an_age_and_an_origin() -> None:
    aged = "Anna Quibb, 45, a Maltese minister"
    assert who_is(f"{aged}, left.", aged) == ("Anna Quibb", "minister", "MLT")
    born = "Anna Quibb, a Peruvian-born Maltese lawmaker"
    assert who_is(f"{born}, left.", born) == ("Anna Quibb", "legislator", "MLT")
    headed = "Anna Quibb, the chief of staff"
    assert who_is(f"Malta's {headed}, left.", headed) == ("Anna Quibb", "chief_of_staff", "MLT")


def test_who_serves_somebody_is_named_behind_his_title() -> None:
    text = "An aide to the Maltese president, Anna Quibb, left."
    assert who_is(text, "Anna Quibb") == ("Anna Quibb", "adviser", "MLT")
    assert who_is("The Maltese president, Anna Quibb, left.", "Maltese president, Anna Quibb")[1] == "head_of_state"
    known = who_is("An aide to the Iranian president, Hassan Rouhani, left.", "Iranian president, Hassan Rouhani")
    assert known[:2] == ("Hassan Rouhani", "head_of_state")


def test_the_short_form_of_a_title_stands_before_the_name() -> None:
    text = "The UN Special Representative for Malta (SRSM) Anna Quibb left."
    assert [m.parties[0].person for m in resolved(text).values() if m.kind == "person"] == ["Anna Quibb"]


def test_of_what_somebody_is_told_is_not_whose_he_is() -> None:
    told = resolved("Peru assured the vice president of Malta's support.")
    assert [(words, m.kind) for words, m in told.items()][1:] == [("vice president", "office"), ("Malta", "state")]
    assert who_is("Peru assured the vice president of Malta.", "vice president of Malta")[2] == "MLT"


def test_lands_behind_names_say_of_which_state_they_are() -> None:
    text = "Senators Anna Quibb of South Carolina and Ivar Quabb of Ohio left."
    people = [m.parties[0] for m in resolved(text).values() if m.kind == "person"]
    assert [(p.person, p.state) for p in people] == [("Anna Quibb", "USA"), ("Ivar Quabb", "USA")]


def test_mrs_is_not_her_husband() -> None:
    told = "Hillary Clinton spoke. Former President Bill Clinton listened. "
    assert who_is(told + "Mrs. Clinton left.", "Mrs. Clinton", "2016-01-18")[0] == "Hillary Clinton"
    assert who_is(told + "Mr. Clinton left.", "Mr. Clinton", "2016-01-18")[0] == "Bill Clinton"
