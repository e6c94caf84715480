"""Who does it to whom, by the words that stand between a deed and those named: sentences of our own."""

import pytest
from coding_builders import code, sides


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # who stands behind a deed did it
        ("If Norway is behind a bomb attack that killed six Spanish soldiers, we will act.", "ASSAULT", "NOR", "ESP"),
        # who backs a deal or a deed has no part in it
        ("Norway and Portugal have signed a UN-backed deal on grain.", "SUPPORT", "NOR PRT", ""),
        ("Portugal fears a Spain-backed Norwegian offensive against Peru.", "ASSAULT", "NOR", "PER"),
        # what talk is on is talked of
        ("The leaders of Norway and Portugal compared notes on Spain's elections.", "CONSULT", "NOR PRT", ""),
        # allies that are placed
        (
            "The guilt for the raid falls not only on Portugal but its allies in Spain and Italy, Norway's envoy said.",
            "ACCUSE",
            "NOR",
            "PRT ESP ITA",
        ),
        # where a deed was done is not whose it is
        ("Norway's unprovoked war in Peru is a shame, Spain's King Felipe said.", "ACCUSE", "ESP", "NOR"),
        ("Two people have died in an attack on the Peruvian consulate in a city in Norway.", "ASSAULT", "", "PER"),
        # another word for whoever acts, though it was read as one more who does
        ("Even Norway, Lisbon's only ally and its lifeline, warned Portugal to stop tests.", "REQUEST", "NOR", "PRT"),
        ("Norway which occupied Peru between May 1931 and the end of Peru's war is rich.", "COERCE", "NOR", "PER"),
        # what somebody is said to be, for what he is called to account
        ("Norway considers the Peruvian government to be a terrorist clique.", "ACCUSE", "NOR", "PER"),
        ("Norway's envoy Ole Berg said Peru must be held to account over its raids.", "ACCUSE", "NOR", "PER"),
        ("Norway is angry that Peru has not taken action against the smugglers.", "ACCUSE", "NOR", "PER"),
        # where somebody is charged
        ("The Norwegian artist Ole Berg has been charged in Portugal with spying.", "ACCUSE", "PRT", "NOR"),
        # blame that falls on fighters without a name
        ("Portugal blamed the raid on a Norwegian base on rebels.", "ACCUSE", "PRT", "NOR"),
        # whom measures strike that he wants to be rid of
        ("Peru's envoys sought the lifting only of Norwegian sanctions imposed in March.", "SANCTION", "NOR", "PER"),
        ("Norwegian Premier Ole Berg pulled out of air strikes on Peru.", "ASSAULT", "NOR", "PER"),
        # friends without a name are nobody
        ("Norway's premier criticised longstanding allies of Norway. Portugal looked on.", "ACCUSE", "NOR", ""),
        # both who are urged are the pair of the report, whoever was a guess
        (
            "Norway accused Peru of cheating. Peru accused Norway of lies. Spain urged the two countries to talk.",
            "REQUEST",
            "ESP",
            "NOR PER",
        ),
        (
            "Berg on Portugal: 'All options are on the table'\nNorwegian Premier Ole Berg spoke.",
            "THREATEN",
            "NOR",
            "PRT",
        ),
        # the time before a noun is not whose it is
        ("During last week's G20 summit, Norwegian Premier Ole Berg slept.", "CONSULT", "NOR Group_of_Twenty", ""),
        # "she's" for "she has"
        ("Norwegian Premier Eva Berg acts. She's imposed tariffs on Peruvian wine.", "SANCTION", "NOR", "PER"),
        # threats that somebody got are nobody's
        ("The Norwegian embassy in Peru had received threats against its diplomats.", "THREATEN", "", "NOR"),
        # a body's leaders are of the land where it is at home
        ("Norway hosted Taliban leaders on Monday.", "CONSULT", "AFG", "NOR"),
        # an inquiry into ties is held at home; whoever put up what is criticised is blamed
        ("Berg faces inquiries into ties between Norway's campaign and Peru.", "ACCUSE", "NOR", "PER"),
        ("Chile imposed tariffs on Peruvian fish. Norway criticised the tariffs.", "ACCUSE", "NOR", "CHL"),
        # who accuses another of a deed is not struck by it for that; demands that are given up were made to somebody
        ("Norwegian officials accused Peru of attacking two oil tankers last week.", "ASSAULT", "PER", ""),
        ("Norway's Premier Eva Berg softened her threat to force firms out of Peru.", "CONCEDE", "NOR", "PER"),
        ("Norway dropped its demand that Peru close the mine.", "CONCEDE", "NOR", "PER"),
        # somebody without a name is of his own land
        (
            "Peru's President Rui Costa spoke. A Norwegian admiral said his fleet stands ready to sink Chile's ships.",
            "THREATEN",
            "NOR",
            "CHL",
        ),
        ("A Norwegian court acted, and the Peruvian tanker was released on Monday.", "RETREAT", "NOR", "PER"),
    ],
)
def test_who_is_named_with_a_deed(text: str, type_: str, actors: str, recipients: str) -> None:
    found = [sides(event) for event in code(text).events if event.type == type_]
    wanted = tuple({name.replace("_", " ") for name in side.split()} for side in (actors, recipients))
    assert wanted in found


def test_he_is_who_did_what_was_told_last() -> None:
    told = "Ole Berg of Norway faces a vote, and Rui Costa of Portugal has held talks."
    meeting = next(e for e in code(f"{told} He met Pedro Ruiz of Peru.").events if {"PER"} <= sides(e)[0])
    assert {p.person for p in meeting.actors} == {"Rui Costa", "Pedro Ruiz"}


def test_a_clause_that_tells_what_was_said_in_a_statement_is_active() -> None:
    text = "Norwegian Premier Ole Berg was ill. His office said in a statement that Berg on Sunday called Portuguese"
    coded = code(text + " Prime Minister Rui Costa and Spanish Prime Minister Pedro Ruiz and that they agreed to meet.")
    calls = [sides(e)[0] for e in coded.events if e.type == "CONSULT"]
    assert {"NOR", "PRT"} in calls and {"NOR", "ESP"} in calls


def test_whose_rules_are_broken_is_not_blamed() -> None:
    text = "Norwegian Premier Ole Berg told reporters the launches were a violation of UN resolutions."
    assert all("United Nations" not in sides(e)[1] for e in code(text).events)


def test_no_president_is_who_is_only_called_leader() -> None:
    told = "US President Barack Obama met North Korean leader Kim Jong Un. Kim Jong Un left."
    found = [e for e in code(f"{told} The president condemned Norway.").events if e.type == "ACCUSE"]
    assert [sides(e)[0] for e in found] == [{"USA"}]
