"""Levels of contact: the rank of the highest person on each side."""

import msgspec
import pytest
from coding_builders import code

from detente.codebook import load_codebook
from detente.codebook.levels import highest, level_of_office, load_levels, reaches
from detente.formats.gold import coded_to_dict
from detente.merging.entries import derive_entry
from detente.model import Evidence, Party


@pytest.mark.parametrize(
    ("text", "norway", "chile"),
    [
        ("Chile's foreign minister met the Norwegian president on Monday.", "head_of_state", "foreign_minister"),
        ("Norway's deputy foreign minister visited Chile on Monday.", "junior_minister", None),
        ("The foreign ministers of Norway and Chile held talks in Geneva.", "foreign_minister", "foreign_minister"),
        ("Norwegian and Chilean officials met in Geneva on Monday.", "official", "official"),
        ("Norwegian diplomats met Chile's deputy prime minister on Monday.", "official", "deputy_head"),
        ("Ministerial talks between Norway and Chile were held on Monday.", "minister", "minister"),
        ("Working-level talks between Norway and Chile took place in Geneva.", "official", "official"),
        ("Norway and Chile held talks in Geneva on Monday.", None, None),
    ],
)
def test_each_side_of_a_contact_has_its_level(text: str, norway: str | None, chile: str | None) -> None:
    contacts = [e for e in code(text).events if e.type == "CONSULT"]
    assert [e.levels for e in contacts] == [{"NOR": norway, "CHL": chile}]


def test_level_from_words_says_so_and_is_printed() -> None:
    (event,) = coded_to_dict(code("Ministerial talks between Norway and Chile were held on Monday."))["events"]
    assert event["levels"] == {"NOR": "minister", "CHL": "minister"}
    assert event["how"]["levels"] == "word: ministerial"


def test_only_contacts_have_levels() -> None:
    (event,) = code("Norway's foreign minister condemned Chile on Monday.").events
    assert event.type == "ACCUSE" and event.levels == {}


def test_every_office_has_a_level_and_levels_are_ordered() -> None:
    codes = [level.code for level in load_levels()]
    assert {office.level for office in load_codebook().offices} == set(codes)
    assert codes[0] == "head_of_state" and codes[-1] == "official"
    assert highest(("official", None, "minister")) == "minister" and highest(()) is None
    assert (
        reaches("head_of_state", "minister") and not reaches("ambassador", "minister") and not reaches(None, "official")
    )
    assert level_of_office("no_such_office") is None


def test_entry_takes_levels_from_its_parties_else_from_its_evidence() -> None:
    vague, told = (
        code(text).events[0]
        for text in (
            "Norway and Chile held talks in Geneva on Monday.",
            "Ministerial talks between Norway and Chile were held in Geneva on Monday.",
        )
    )
    pieces = [
        Evidence(id=f"e{k}", report=f"r{k}", event=event, words="", coder="t") for k, event in enumerate((vague, told))
    ]
    assert derive_entry(pieces).levels == {"NOR": "minister", "CHL": "minister"}
    head = msgspec.structs.replace(vague, actors=(Party(state="NOR", office="head_of_state"), Party(state="CHL")))
    pieces[0] = msgspec.structs.replace(pieces[0], event=msgspec.structs.replace(head, confidence=0.99))
    assert derive_entry(pieces).levels == {"NOR": "head_of_state", "CHL": "minister"}
