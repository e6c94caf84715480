"""What is only meant, sought or supposed, beside what was done or asked; deeds of people without a name."""

import pytest
from coding_builders import code, read_all, sides, the


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Norway's premier is heading into a meeting with Chile's president.", "CONSULT", "planned"),
        ("Norway's premier went into a meeting with Chile's president.", "CONSULT", "occurred"),
        ("A Norwegian spy allegedly travelled to Santiago to meet Chile's minister.", "CONSULT", "alleged"),
        ("A Norwegian envoy travelled to Santiago to meet Chile's minister.", "CONSULT", "occurred"),
        ("The first treaty signed by Norway and Chile covers fishing.", "SUPPORT", "occurred"),
        ("The storm was an obstacle for Norway to sign a treaty with Chile.", "SUPPORT", "proposed"),
        ("Norway has an obligation to withdraw its troops from Chile.", "RETREAT", "proposed"),
        ("Norway has some latitude to lift its sanctions on Chile.", "CONCEDE", "proposed"),
    ],
)
def test_how_far_it_has_come(text: str, type_: str, status: str) -> None:
    assert {event.status for event in code(text).events if event.type == type_} == {status}


@pytest.mark.parametrize(
    ("done", "not_done", "type_"),
    [
        ("Norway lifted its sanctions on Chile.", "Norway rattled Chile instead of lifting its sanctions.", "CONCEDE"),
        ("Norway met Chile's minister.", "Rather than meet Chile's minister, Norway's premier flew home.", "CONSULT"),
        (
            "The release of the Chileans by Norway took a day.",
            "Oslo voiced support for the release of the Chileans.",
            "RETREAT",
        ),
        (
            "Oslo closed the port, lifting sanctions on Chile.",
            "Norway warned against lifting sanctions on Chile.",
            "CONCEDE",
        ),
        (
            "Norway will lift its ban on Chile's fish.",
            "It would be wrong to lift Norway's ban on Chile's fish.",
            "CONCEDE",
        ),
        ("Norway returned the captives to Chile.", "Norway has 60 days to return the captives to Chile.", "RETREAT"),
        ("Norway allowed Chile to fish.", "Norway left the sea, allowing Chile to boast of it.", "AGREE"),
        (
            "Norway funded a school in Santiago, Chile.",
            "Norway funded a school in Bergen, its premier told Chile.",
            "AID",
        ),
        (
            "Norway requested help from Chile.",
            "Norway's minister has requested anonymity to speak of Chile.",
            "REQUEST",
        ),
        ("Norway imported fish from Chile.", "Norway lifted tariffs on Chilean exports of fish.", "COOPERATE"),
        ("Norway pulled out of Chile.", "Norway pulled out of the summit with Chile.", "RETREAT"),
        (
            "Norway's envoy arrived in Santiago.",
            "Norway's former envoy arrived for a hearing on Chile's offer.",
            "CONSULT",
        ),
        ("Norway's plea to Chile for help was heard.", "The plea of the Norwegian adviser surprised Chile.", "REQUEST"),
        (
            "Lars Holm, a Norwegian, agreed to help Chile.",
            "Lars Holm, a Norwegian, agreed to help prosecutors in a Chile case.",
            "AGREE",
        ),
    ],
)
def test_what_was_done_beside_what_was_not(done: str, not_done: str, type_: str) -> None:
    assert type_ in {event.type for event in code(done).events}
    assert type_ not in {event.type for event in code(not_done).events}


def test_a_pact_to_be_signed_is_planned() -> None:
    assert "planned" in {e.status for e in read_all("The treaty to be signed by Norway and Chile covers fishing.")}


@pytest.mark.parametrize(
    ("text", "type_", "asked"),
    [
        ("Norway's premier said that Chile should free the crew.", "REQUEST", {"CHL"}),
        ("Should Chile free the crew, Norway would open the port, its premier said.", "REQUEST", set()),
        ("Norway's premier wondered which port Chile should open.", "REQUEST", set()),
        ("Norway wants Chile to free the crew.", "REQUEST", {"CHL"}),
        ("Norway's premier wants the people of Chile to know that he is with them.", "REQUEST", set()),
        ("Norway's premier wants Chile's president to win the vote.", "SUPPORT", {"CHL"}),
        ("Norway supports the treaty with Chile.", "SUPPORT", {"CHL"}),
        ("Norway has backed the overthrow of Chile's president since 2011.", "SUPPORT", set()),
        ("Norway's premier shares Chile's views on the dam.", "SUPPORT", {"CHL"}),
        (
            "Norway applied for membership in NATO, and Chile's envoy applied for a job.",
            "REQUEST",
            {"North Atlantic Treaty Organization"},
        ),
    ],
)
def test_towards_whom(text: str, type_: str, asked: set[str]) -> None:
    found = [sides(event)[1] for event in code(text).events if event.type == type_]
    assert set().union(*found) == asked


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        ("Norway's minister said Oslo would punish other states that back Chile's plan.", "SUPPORT", set()),
        ("Norway's minister said that Oslo backs Chile's plan.", "SUPPORT", {"NOR"}),
        ("Some vowed to help Chile, Norway's premier said.", "AGREE", set()),
        ("Norway's premier flew to Santiago at the invitation of Chile's president.", "AGREE", {"CHL"}),
    ],
)
def test_by_whom(text: str, type_: str, actors: set[str]) -> None:
    assert set().union(*(sides(event)[0] for event in code(text).events if event.type == type_)) == actors


def test_compliments_traded_praise() -> None:
    assert sides(the("SUPPORT", code("Norway's premier traded compliments with the Chilean president."))) == (
        {"NOR", "CHL"},
        set(),
    )
