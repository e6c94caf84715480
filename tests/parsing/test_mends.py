"""The group of so many, and what it is said of."""

import pytest

from detente.evaluation.shared import sentence_report
from detente.parsing import parse_report


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("She arrived at the Group of 20 summit in Rome.", "at"),
        ("The Group of Eight summit opened in Lima on Monday.", "opened"),
        ("She spoke before the Group of 20 leaders gathered in Rome.", "gathered"),
    ],
)
def test_a_group_of_so_many_stands_before_its_noun(text: str, head: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    group = next(t for t in sentence.tokens if t.text == "Group")
    assert group.dep == "compound"
    assert group.head.head.text == head
    assert all(child.head is token for token in sentence.tokens for child in token.children)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Gambia's lawyer told the court in The Hague that Myanmar had broken the pact.", "told"),
        ("Georgia's president said in an interview with a German newspaper that Peru was a liar.", "said"),
        ("He told the council of the claim that Peru had broken the pact.", "claim"),
    ],
)
def test_what_is_told_hangs_on_who_tells_it(text: str, head: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    assert next(t for t in sentence.tokens if t.text in ("broken", "was")).head.text == head


def test_a_group_of_people_is_left_alone() -> None:
    (sentence,) = parse_report(sentence_report("t", "A group of twenty sailors left the port.", None))
    assert next(t for t in sentence.tokens if t.text == "sailors").head.text == "of"


@pytest.mark.parametrize(
    "text",
    [
        "Qatar, Turkey, Pakistan and Malaysia condemned the strike.",
        "Officials from New Zealand, Papua New Guinea, Fiji and Tonga met on Monday.",
        "Ministers from Burkina Faso, Chad, Mali, Mauritania, and Niger met on Monday.",
    ],
)
def test_states_in_a_row_hang_on_one_another(text: str) -> None:
    (sentence,) = parse_report(sentence_report("t", text, None))
    names = [t for t in sentence.tokens if t.tag == "NNP" and t.dep != "compound" and t.text != "Monday"]
    assert [name.head for name in names[1:]] == names[:-1]
    assert {name.dep for name in names[1:]} == {"conj"}
    assert names[0].dep in ("nsubj", "pobj")
    assert all(child.head is token for token in sentence.tokens for child in token.children)
