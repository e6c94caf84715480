"""Whole reports: who "the four countries" are, what is of today again, what was only spoken of at a meeting."""

import pytest
from coding_builders import DAY, code_page, sides


def told(text: str) -> set[tuple[str, frozenset[str], frozenset[str]]]:
    found = ((e.type, *map(frozenset, sides(e))) for e in code_page(text).events)
    return set(found)


NORDIC = frozenset({"NOR", "SWE", "DNK", "FIN"})
CHILE = frozenset({"CHL"})


def test_those_counted_are_joined_far_back() -> None:
    text = (
        "Norway, Sweden, Denmark and Finland severed relations with Chile on Monday, accusing it of piracy.\n\n"
        "Chile expressed surprise.\n\nTrade came to a halt.\n\nShips stayed in port.\n\n"
        "The four countries withdrew their ambassadors."
    )
    events = told(text)
    assert ("SANCTION", NORDIC, CHILE) in events
    assert ("ACCUSE", NORDIC, CHILE) in events
    withdrawn = [e for e in code_page(text).events if e.mode == "withdraw"]
    assert [sides(e)[0] for e in withdrawn] == [set(NORDIC)]


def test_somebody_in_office_who_opens_a_paragraph_speaks_today() -> None:
    text = (
        "Norway severed relations with Chile on Monday.\n\nIn 2004, Peru recalled its ambassador from Santiago. "
        "He returned in May.\n\nUS Secretary of State John Kerry, speaking in Sydney, urged Chile to stay calm."
    )
    urged = next(e for e in code_page(text).events if e.type == "REQUEST")
    assert urged.date is not None and urged.date.last == DAY.last


def test_what_two_discussed_is_of_the_meeting_told_before() -> None:
    text = (
        "German Chancellor Angela Merkel met French President Francois Hollande on Monday. The two leaders also "
        "discussed trade."
    )
    assert [e.type for e in code_page(text).events] == ["CONSULT"]


def test_whose_measure_the_step_is_that_is_called_bad() -> None:
    text = (
        "Norway closed its border to Chile on Monday. Prices rose. Traders left. Chile called the decision unjustified."
    )
    assert ("ACCUSE", CHILE, frozenset({"NOR"})) in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway accused Chile of backing rebels.", ("AID", {"CHL"}, set())),
        (
            "Three of the states recalled their ambassadors from Chile over its support for Peru.",
            ("SANCTION", set(), {"CHL"}),
        ),
        ("Several countries recalled their ambassadors from Chile.", ("SANCTION", set(), {"CHL"})),
        (
            "Norway lodged a strong protest with Peru over the bombing of its embassy in Chile.",
            ("ASSAULT", {"PER"}, {"NOR"}),
        ),
        (
            "Norway lodged a strong protest with Peru over the bombing of its embassy in Chile.",
            ("ACCUSE", {"NOR"}, {"PER"}),
        ),
        ("Norway complained that Chilean jets had strayed into its airspace.", ("MOBILIZE", {"CHL"}, {"NOR"})),
        ("Norway said the step was an internal matter and urged Chile to review it.", ("REQUEST", {"NOR"}, {"CHL"})),
        ("Norway exchanged views with Chile on the Peruvian issue.", ("CONSULT", {"NOR", "CHL"}, set())),
    ],
)
def test_who_has_part_in_it(text: str, event: tuple[str, set[str], set[str]]) -> None:
    type_, actors, recipients = event
    found = [sides(e) for e in code_page(text).events if e.type == type_]
    assert (actors, recipients) in found


def test_what_others_expect_of_somebody_is_still_to_come() -> None:
    offered = next(e for e in code_page("Norway is expected to offer Chile a loan.").events if e.type == "AGREE")
    assert offered.status == "planned"


def test_a_named_envoy_who_is_sent_is_the_guest() -> None:
    events = code_page("President George W. Bush dispatched Secretary of State Colin Powell to Israel.").events
    assert [p.person for e in events for p in e.actors] == ["Colin Powell"]


def test_a_name_with_its_article_gives_way_to_the_longer_one() -> None:
    left = code_page("Georgia left the Commonwealth of Independent States in 2009.").events[0]
    assert sides(left) == ({"GEO"}, {"Commonwealth of Independent States"})
