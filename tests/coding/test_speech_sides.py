"""Who speaks to whom, who agrees, asks, backs and refuses: sentences of our own through the whole path."""

import pytest
from coding_builders import code, sides


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # who refuses somebody something, read as said of the thing; who gives what was got
        ("Chile was refused a loan by Norway and Peru on Monday.", "REJECT", {"NOR", "PER"}, {"CHL"}),
        ("Chile's president got a promise of support from his Peruvian colleague.", "AGREE", {"PER"}, {"CHL"}),
        # a verdict passed in a capital; whose visit or offer it is that is condemned
        ("The visit to Norway by Chile's defence minister was condemned in Lima.", "ACCUSE", {"PER"}, {"CHL"}),
        ("The invitation extended to Norway by Chile was denounced in Lima.", "ACCUSE", {"PER"}, {"CHL"}),
        ("Peru condemned the visit to Norway by the Chilean premier.", "ACCUSE", {"PER"}, {"CHL"}),
        # a visit that opens the sentence is no content of what was agreed on it
        ("Visiting Lima, Chile's prime minister agreed with his Peruvian host to meet.", "AGREE", {"CHL"}, {"PER"}),
        # who agrees to what he was asked just before
        ("Norway has asked Chile to share the maps, and Chile has agreed.", "AGREE", {"CHL"}, {"NOR"}),
        # at whose request somebody took something from a third
        ("Norway took in 300 men from Chile at the request of Peru.", "REQUEST", {"PER"}, {"NOR"}),
        # a court accuses nobody before whom somebody is taken; a party at home beside its government objects to nothing
        ("Chile was dragged before the Permanent Court of Arbitration by Peru.", "ACCUSE", {"PER"}, {"CHL"}),
        ("Chile and Peru submitted their dispute over the bay to the world court.", "AGREE", {"CHL", "PER"}, set()),
        # whose quarrel it is in which somebody is backed
        ("Norway stood by Chile in its quarrel with Peru.", "ACCUSE", {"CHL"}, {"PER"}),
        # whom somebody helps to do something; who takes over another's task
        ("Norwegian engineers helped Chile restart its refinery.", "AID", {"NOR"}, {"CHL"}),
        ("Norway took over the training of Chilean troops from Peru.", "AID", {"NOR"}, {"CHL"}),
        # a headline whose first word is no name to the tagger, whose verb takes a preposition or a particle
        ("Ireland summons Chilean ambassador over passports", "ACCUSE", {"IRL"}, {"CHL"}),
        ("Thailand apologises for shooting of Laotian fishermen", "CONCEDE", {"THA"}, {"LAO"}),
        ("Ethiopia brushes aside Egyptian and Sudanese call", "REJECT", {"ETH"}, {"EGY", "SDN"}),
        ("Armenia praises French help", "SUPPORT", {"ARM"}, {"FRA"}),
        ("Chile grateful to Peru for help", "SUPPORT", {"CHL"}, {"PER"}),
        # whose decision it is that is regretted
        ("Peru lamented the Chilean decision to expel Norway's envoy.", "SANCTION", {"CHL"}, {"NOR"}),
        # to whom it is promised is not whom it strikes
        ("Chile promised Peru's premier that Norwegian ships would be seized.", "THREATEN", {"CHL"}, {"NOR"}),
        # with whom somebody is only likened; whom a text blames that somebody backs or votes against; who wrote
        ("Like Peru, Norway has refused to let in Chilean grain.", "REJECT", {"NOR"}, {"CHL"}),
        ("Norway voted against the resolution condemning Chile.", "REJECT", {"NOR"}, set()),
        ("Norway's premier got a letter from the Chilean president thanking her.", "SUPPORT", {"CHL"}, {"NOR"}),
        ("Chile thanked by Peru for sending troops", "SUPPORT", {"PER"}, {"CHL"}),
        # who is host and who is guest of a visit told before; who promises what he was asked for
        (
            "Norway's premier arrived in Lima on Monday. She thanked her hosts for their aid.",
            "SUPPORT",
            {"NOR"},
            {"PER"},
        ),
        ("Norway asked Chile to free the crew. The Chilean premier promised to try.", "AGREE", {"CHL"}, {"NOR"}),
        # who is only spoken of is not asked; nor whom it is told beside, nor whoever anybody may deal with
        ("Norway called for a common stand against Chile.", "REQUEST", {"NOR"}, set()),
        ("Norway asked Peru for a common stand against Chile.", "REQUEST", {"NOR"}, {"PER"}),
        ("Norway proposed that Chile be readmitted to the fisheries board.", "REQUEST", {"NOR"}, set()),
        ("Norway demanded that Chile be made to pay for the nets.", "REQUEST", {"NOR"}, {"CHL"}),
        ("Norway issued a stern warning to anyone who trades with Chile.", "THREATEN", {"NOR"}, set()),
        ("Under pressure from Norway, Chile let the trawler go.", "REQUEST", {"NOR"}, {"CHL"}),
        ("Norway called on Chile to hold a vote on the treaty with Peru.", "REQUEST", {"NOR"}, {"CHL"}),
        ("Pressure from Peru on Chile, Norway's main ally, to cut its fleet has grown.", "REQUEST", {"PER"}, {"CHL"}),
        # what a claim is, told without "that"
        ("The envoy doubled down on Norway's claim Chile staged the collision.", "ACCUSE", {"NOR"}, {"CHL"}),
        # whose a policy on another is, whose the measures are that somebody judges
        ("Peru's president criticised Norway's Chile policy.", "ACCUSE", {"PER"}, {"NOR"}),
        ("Peru criticised U.S. policy in the region.", "ACCUSE", {"PER"}, {"USA"}),
        (
            "Norway imposed sanctions on Chile. Peru spoke out against the sanctions, fearing for Chile's port.",
            "ACCUSE",
            {"PER"},
            {"NOR"},
        ),
    ],
)
def test_sides_of_speech(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    found = [event for event in code(text).events if event.type == type_]
    assert (actors, recipients) in [sides(event) for event in found]


@pytest.mark.parametrize(
    "text",
    [
        "Visiting Lima, Chile's prime minister agreed with his Peruvian host to meet.",
        "On a visit to Lima, Chile's prime minister agreed to resume the water talks.",
    ],
)
def test_visit_on_which_something_is_agreed_has_happened(text: str) -> None:
    visits = [event for event in code(text).events if event.mode == "visit"]
    assert [(*sides(event), event.status) for event in visits] == [({"CHL"}, {"PER"}, "occurred")]


def test_an_opposition_beside_its_government_rejects_nothing() -> None:
    events = code("Norway brought the Chilean government and the opposition together in Oslo.").events
    assert not [event for event in events if event.type == "REJECT"]


@pytest.mark.parametrize(
    ("at_home", "abroad", "type_"),
    [
        (
            "Chile's president was under domestic pressure to face up to Norway.",
            "Chile's president was under pressure from Peru to stand up to Norway.",
            "REQUEST",
        ),
        (
            "Norwegian lawmaker Kari Lie was critical of the Chile policy.",
            "Norwegian lawmaker Kari Lie was critical of Chilean policy.",
            "ACCUSE",
        ),
        (
            "A Norwegian senator called on Norwegian lawmakers to stop Chilean meddling.",
            "A Norwegian senator called on Chilean lawmakers to stop the meddling.",
            "REQUEST",
        ),
        (
            "Norwegian lawmaker Kari Lie called for legislation after talks with Chile's president.",
            "Norwegian lawmaker Kari Lie called for concessions after talks with Chile's president.",
            "REQUEST",
        ),
        (
            "Norway's premier was in Chile. Anti-government protests in Chile went on.",
            "Norway's premier was in Chile. Anti-Norwegian protests in Chile went on.",
            "PROTEST",
        ),
    ],
)
def test_what_is_said_at_home_is_not_said_to_another(at_home: str, abroad: str, type_: str) -> None:
    told = [[event for event in code(text).events if event.type == type_] for text in (at_home, abroad)]
    assert (told[0], len(told[1])) == ([], 1)


def test_what_is_denied_in_a_place_answers_whoever_has_it() -> None:
    text = (
        "Norway blamed Chile for the raid in Oslo. Peru accused Chile of reckless conduct on Tuesday. "
        "Chile denied a hand in the raid in Oslo."
    )
    assert [sides(event) for event in code(text).events if event.type == "REJECT"] == [({"CHL"}, {"NOR"})]
