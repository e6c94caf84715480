"""Measures, force and threats, however they are worded: who does what to whom, in sentences of our own."""

import pytest
from coding_builders import code, deeds


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        # the noun of a verb's phrase is not what the verb is done to
        ("A mob set fire to the Chilean mission in Oslo.", ("ASSAULT", "primitive", {"NOR"}, {"CHL"})),
        ("Norway took control of the Chilean port in March.", ("COERCE", "seize", {"NOR"}, {"CHL"})),
        # where somebody was jailed "for years in X"
        ("A Chilean tourist was jailed for six years in Norway.", ("SANCTION", "convict", {"NOR"}, {"CHL"})),
        # who did it, read as said of what it was done to
        ("The expulsion of two envoys of Chile by Norway shocked Lima.", ("SANCTION", "expel", {"NOR"}, {"CHL"})),
        ("Import ban on Chilean beef imposed by Norway.", ("SANCTION", "discontinue", {"NOR"}, {"CHL"})),
        # passives of headlines
        ("Chilean diplomats ordered out of Norway", ("SANCTION", "expel", {"NOR"}, {"CHL"})),
        ("Swede executed in Chile", ("ASSAULT", None, set(), {"SWE"})),
        # what is vowed not to be done
        ("Norway vowed never to recognise the government of Chile.", ("REJECT", None, {"NOR"}, {"CHL"})),
        ("Norway pledged not to attack Chile.", ("CONCEDE", None, {"NOR"}, {"CHL"})),
        # what somebody was wrong to do
        ("It was wrong of Norway to seize the trawler, Chile said.", ("COERCE", "seize", {"NOR"}, {"CHL"})),
        # what is called an act of something bad
        ("Chile called Norway's ramming of a boat an act of piracy.", ("ACCUSE", "disapprove", {"CHL"}, {"NOR"})),
        # whoever died is not who killed
        ("Peru regretted President Bachelet's assassination by Norway.", ("ASSAULT", "targeted", {"NOR"}, {"CHL"})),
        # what a state is given in relief
        ("Norway gave Chile sanctions relief.", ("CONCEDE", None, {"NOR"}, {"CHL"})),
        # soldiers who are freed do not free
        ("Chilean soldiers held by Norwegian rebels were set free.", ("RETREAT", "release", {"NOR"}, {"CHL"})),
        # what is decided against is spared
        ("Norway decided against imposing sanctions on Chile.", ("CONCEDE", None, {"NOR"}, {"CHL"})),
        # whom measures strike that are refused, or welcomed in a text, is not who is refused or backed
        ("Norway opposes new sanctions on Chile.", ("REJECT", None, {"NOR"}, set())),
        ("Norway welcomed a resolution mandating sanctions on Chile.", ("SUPPORT", None, {"NOR"}, set())),
        # both sides of what was between them
        ("Trade between Norway and Chile has been suspended.", ("SANCTION", "discontinue", {"NOR", "CHL"}, set())),
        # a junta is whose the words say, else of the state in play
        ("Mali's junta freed six Chilean soldiers.", ("RETREAT", "release", {"MLI"}, {"CHL"})),
        ("The junta in Niger expelled the Chilean ambassador.", ("SANCTION", "expel", {"NER"}, {"CHL"})),
        # people of no membership are deported, missiles are weapons
        ("About 200 Chilean migrants were expelled from Norway.", ("COERCE", "deport", {"NOR"}, {"CHL"})),
        ("Norway deployed cruise missiles on an island.", ("MOBILIZE", "weapons", {"NOR"}, set())),
        # a deed as subject does what its author does, never what it struck
        ("An attack on a Chilean base in Peru killed six soldiers.", ("ASSAULT", None, set(), {"CHL"})),
        ("The siege of the Chilean embassy ended.", ("RETREAT", "withdraw", set(), {"CHL"})),
        # who condemns is not who did it
        (
            "The shooting of a Chilean by a Kenyan guard was condemned by Lima.",
            ("ACCUSE", "disapprove", {"PER"}, {"KEN"}),
        ),
        # what a year stands between
        ("Norway's seizure in 1979 of the Chilean embassy shocked Kenya.", ("COERCE", "seize", {"NOR"}, {"CHL"})),
    ],
)
def test_a_deed_is_read_however_it_is_worded(text: str, deed: tuple[str, str | None, set[str], set[str]]) -> None:
    found = deeds(text)
    assert deed in found, found


def test_what_is_vetoed_never_came() -> None:
    assert [d[0] for d in deeds("Cyprus vetoed European Union sanctions against Chile.")] == ["REJECT"]


def test_west_africa_is_not_the_west() -> None:
    bloc = {"Economic Community of West African States"}
    assert deeds("The West African bloc lifted sanctions on Mali.") == [("CONCEDE", None, bloc, {"MLI"})]


def test_neighbours_of_a_state_are_not_that_state() -> None:
    assert not any("QAT" in actors for _, _, actors, _ in deeds("Qatar's neighbours ended their blockade."))


def test_critics_of_a_leader_are_not_his() -> None:
    assert not any(
        "FRA" in actors for _, _, actors, _ in deeds("Critics of Emmanuel Macron accused Algeria of blackmail.")
    )


def test_a_critic_who_is_struck_is_of_the_state_that_he_criticises() -> None:
    assert ("ASSAULT", "beat", set(), {"NER"}) in deeds("A critic of the junta in Niger was beaten on Monday.")


def test_a_child_of_the_president_is_not_the_president() -> None:
    event = code("Swiss banks froze accounts of the Angolan president's daughter.").events[0]
    assert [(p.key, p.person) for p in event.recipients] == [("AGO", None)]
