"""Who acts towards whom, where the words hide it: sentences of our own through the whole path."""

import pytest
from coding_builders import code, sides


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # a participle that was read as the verb of the sentence
        ("Six Dutch sailors taken hostage by Somalia were released.", "ASSAULT", {"SOM"}, {"NLD"}),
        # a verb that was read as a participle
        ("Norway's foreign minister, Olav Berg, called on Chile to show restraint.", "REQUEST", {"NOR"}, {"CHL"}),
        ("The Vatican's secretary of state, Pio Rossi, called on Chile to yield.", "REQUEST", {"VAT"}, {"CHL"}),
        ("A Jordanian F-16 bombed Syrian positions near Raqqa on Monday.", "ASSAULT", {"JOR"}, {"SYR"}),
        # what the sayer does besides, though it was read as what the other did
        ("Norway said a Chilean bomber had entered its airspace and summoned the envoy.", "ACCUSE", {"NOR"}, {"CHL"}),
        ("Norway said Chile was hiding rebels and threatened to hunt them.", "THREATEN", {"NOR"}, {"CHL"}),
        ("Norway's ministry said the Chilean map was void and lodged a protest.", "ACCUSE", {"NOR"}, {"CHL"}),
        ("Norway accused Chile of arming rebels and cut ties on Tuesday.", "SANCTION", {"NOR"}, {"CHL"}),
        ("A Chilean boat hit a Norwegian yacht, Norway said, calling it a crime.", "ACCUSE", {"NOR"}, {"CHL"}),
        # whose measure it is that is opposed, who holds those whose release is asked, whose plane came in
        ("Norway opposes the sale of missiles to Peru announced by Chile.", "REJECT", {"NOR"}, {"CHL"}),
        ("Norway demanded the release of its sailors held in Valparaiso.", "REQUEST", {"NOR"}, {"CHL"}),
        ("Norway denounced the incursion of a Chilean plane into its airspace.", "ACCUSE", {"NOR"}, {"CHL"}),
        ("Any attack on Norway would be met with a firm answer, Oslo told Chile.", "THREATEN", {"NOR"}, {"CHL"}),
        ("Norway's foreign minister flew to besieged Sarajevo.", "CONSULT", {"NOR"}, {"BIH"}),
        ("Norway slapped duties of 200 percent on Australian wine.", "SANCTION", {"NOR"}, {"AUS"}),
        # to whom it was said who does not heed it
        ("Despite repeated Norwegian protests, Chilean trawlers fished on.", "ACCUSE", {"NOR"}, {"CHL"}),
        ("In the face of Norwegian objections, Chile took the Peruvian jets.", "REJECT", {"NOR"}, {"CHL"}),
        ("Chile tore up a pact with Norway and expelled its ambassador.", "SANCTION", {"CHL"}, {"NOR"}),
        # whom several act on, and how many they are
        ("Chile and Bolivia cut ties with Peru. They accused it of spying.", "ACCUSE", {"CHL", "BOL"}, {"PER"}),
        ("Cuba, Iran and Chad left Peru. The three accused it of lies.", "ACCUSE", {"CUB", "IRN", "TCD"}, {"PER"}),
        # who threatens with a deed of his own
        ("There was the threat of a Norwegian air strike against Chile.", "THREATEN", {"NOR"}, {"CHL"}),
        # what somebody is charged with is his
        ("Norway's prosecutors charged Chile with arming Peruvian rebels.", "AID", {"CHL"}, {"PER"}),
        # whom a broker helps to withdraw, whose sanctions others keep in place
        ("He is a Norwegian who helped negotiate the Chilean withdrawal from Peru.", "RETREAT", {"CHL"}, {"PER"}),
        ("Norway voted for keeping in place U.N. sanctions against Eritrea.", "SANCTION", {"United Nations"}, {"ERI"}),
        ("Norway adopted U.N. sanctions on Eritrea.", "SANCTION", {"NOR"}, {"ERI"}),
        ("Norway and Canada imposed a variety of sanctions on Chile.", "SANCTION", {"NOR", "CAN"}, {"CHL"}),
        ("Norway has maintained punishing sanctions on Chile.", "SANCTION", {"NOR"}, {"CHL"}),
        # with whom they fought
        ("Nine Peruvian sailors were killed in clashes with Chilean police.", "ASSAULT", {"CHL"}, {"PER"}),
        ("Two Peruvian soldiers died in fighting with Chilean troops.", "ASSAULT", {"CHL"}, {"PER"}),
        # who judges violence was not struck by it; who tells of it where he has a place near by may be
        ("Chile denounced Norway's bombing of a hospital.", "ASSAULT", {"NOR"}, set()),
        ("The United Nations said that Norway bombed a hospital.", "ASSAULT", {"NOR"}, set()),
        ("Peru said that a Chilean missile hit a market in Lima.", "ASSAULT", {"CHL"}, {"PER"}),
        # a town in which people or houses are struck says whose they are; a weapon is of who fired it
        ("Norway shelled a hospital in Santiago.", "ASSAULT", {"NOR"}, {"CHL"}),
        ("A Norwegian airstrike killed two people in Santiago.", "ASSAULT", {"NOR"}, {"CHL"}),
        ("Norwegian gunmen killed six French soldiers in Mali.", "ASSAULT", {"NOR"}, {"FRA"}),
        ("A Norwegian-fired rocket killed five people in Santiago.", "ASSAULT", {"NOR"}, {"CHL"}),
        # a form that is no past tense, without its auxiliary
        ("Ghanaian family given asylum in Kenya", "AID", {"KEN"}, {"GHA"}),
        # what was read as said of its object
        (
            'Before his election Chile\'s president declared NATO "obsolete".',
            "ACCUSE",
            {"CHL"},
            {"North Atlantic Treaty Organization"},
        ),
        # whose talks those are that two take up again, put off or make headway in
        ("Chad and Niger resumed talks in Geneva under UN auspices.", "CONSULT", {"TCD", "NER"}, set()),
        ("Chad and Niger postponed talks under UN auspices.", "CONSULT", {"TCD", "NER"}, set()),
        ("Chad and Niger made progress in talks under UN auspices.", "CONSULT", {"TCD", "NER"}, set()),
        # what there is nothing of
        ("Chad said there was nothing to negotiate with Niger.", "REJECT", {"TCD"}, {"NER"}),
        ("Chad said it had nothing to do with the raid on Niger.", "REJECT", {"TCD"}, {"NER"}),
        # who warns of what others plan helps
        ("Norway's spies were the first to warn Denmark of the plot.", "COOPERATE", {"NOR"}, {"DNK"}),
        # the visit of a person is his
        ("Japan and China are closer since the visit of Xi Jinping.", "CONSULT", {"CHN"}, {"JPN"}),
        # whose it is that the relative clause speaks of
        ("Chile, whose jets bombed Aleppo, rejected the French appeal.", "ASSAULT", {"CHL"}, {"SYR"}),
        ("Norway, whose dam has been condemned by Chile, will send a delegation.", "ACCUSE", {"CHL"}, {"NOR"}),
        # whose they are that another expels; over whose deed somebody is criticised
        ("Chile protested after Peru expelled two of its envoys.", "SANCTION", {"PER"}, {"CHL"}),
        ("Chile faces condemnation from Norway over its shelling of Kharkiv.", "ASSAULT", {"CHL"}, {"UKR"}),
        # who joins in, between commas
        ("Norway, together with Canada, took Chile to the world court.", "ACCUSE", {"NOR", "CAN"}, {"CHL"}),
        # the town that is struck itself
        ("Chilean jets bombed Aleppo, Norway said.", "ASSAULT", {"CHL"}, {"SYR"}),
        # whose forces they are over which somebody is blamed
        ("Norway condemned Chile after its forces seized a Peruvian ship.", "COERCE", {"CHL"}, {"PER"}),
        # who will not do it, whatever stands between
        (
            "The pact is dead because of the refusal up to now of Chile's parliament to ratify Peru's offer.",
            "REJECT",
            {"CHL"},
            {"PER"},
        ),
        # who joins in, told first
        ("Along with Norway, Chile called on Peru to let inspectors in.", "REQUEST", {"NOR", "CHL"}, {"PER"}),
        ("Norway recognised Palestine in 2014.", "SUPPORT", {"NOR"}, {"PSE"}),
        # whose envoy is called home
        ("Ann Lee, Norway's ambassador to Chile who was recalled in May, is ill.", "SANCTION", {"NOR"}, {"CHL"}),
        ("Chile's ambassador in Lima, recalled in March, is back.", "SANCTION", {"CHL"}, {"PER"}),
        # who is named as the only one to have done it
        ("The last foreign minister who visited Chile was Norway's Anna Berg.", "CONSULT", {"NOR"}, {"CHL"}),
        # whose embassy moves
        ("The move of the Norwegian embassy from Tel Aviv to Jerusalem pleased Israel.", "SUPPORT", {"NOR"}, {"ISR"}),
        # who has gathered where they decide
        (
            "NATO leaders decided at a summit in Oslo to invite Chile.",
            "CONSULT",
            {"North Atlantic Treaty Organization"},
            set(),
        ),
        ("Norway and Chile agreed at a summit in Oslo to build a port.", "CONSULT", {"CHL"}, {"NOR"}),
        # whose measures they are, by what else he does to whom they strike
        (
            "Norway accused Chile of theft and threatened it with force. Firms fear the tariffs on Chilean copper.",
            "SANCTION",
            {"NOR"},
            {"CHL"},
        ),
        # a stance is no deed done by whom it is against
        ("The US is opposed to Iran's nuclear programme.", "REJECT", {"USA"}, {"IRN"}),
        # what somebody is called, who calls him so
        ("Turkey regards the Syrian Kurds as linked to the PKK.", "ACCUSE", {"TUR"}, {"SYR"}),
        # who says it also warns
        ("Chile said Peru was undermining the truce and warned it against a raid.", "THREATEN", {"CHL"}, {"PER"}),
        # whose refusal it is
        (
            "The pact is dead because of the refusal up to now of the Chilean parliament to ratify it.",
            "REJECT",
            {"CHL"},
            set(),
        ),
        # of whom a clause says that they are backers
        ("Chile and Peru, its largest neighbour, are major backers of Kenya.", "SUPPORT", {"CHL", "PER"}, {"KEN"}),
        # whom forces are sent against, by the pair that the report is about
        (
            "Peru threatened Chile with force. Chile said Peru was lying. Peru sent warships to the area.",
            "MOBILIZE",
            {"PER"},
            {"CHL"},
        ),
        # whom a state arrests at home; whom nobody names
        ("Norway is concerned about Peru's arrests of activists.", "COERCE", {"PER"}, {"PER"}),
        ("Peru arrested 18 suspects over the raid, Chile said.", "COERCE", {"PER"}, set()),
        ("Peru announced sanctions against Smithson. Peru accused Chile of theft.", "SANCTION", {"PER"}, set()),
        # what talks are on, and where, has no part in them
        ("Norway will host talks on Syria with France and Chile.", "CONSULT", {"NOR", "FRA", "CHL"}, set()),
        ("Norway is presiding over talks between Chile and Peru.", "CONSULT", {"NOR", "CHL", "PER"}, set()),
        ("Ukraine rejected Russia's offer of talks in Minsk.", "REJECT", {"UKR"}, {"RUS"}),
        # whose troops the guest visits, whose land it is
        ("On a visit to a Norwegian base in Kenya, Norway's premier praised the troops.", "CONSULT", {"NOR"}, {"KEN"}),
        # who holds those whose release is demanded
        (
            "Norway, after talks with Chile, demanded the release of the sailors held by Peru.",
            "REQUEST",
            {"NOR"},
            {"PER"},
        ),
        # who calls protests; who is answered
        ("Chile's foreign minister called his Peruvian counterpart to protest the raid.", "ACCUSE", {"CHL"}, {"PER"}),
        ("Chile said the raids were illegal, but Peru retorted that it would not yield.", "REJECT", {"PER"}, {"CHL"}),
        (
            "Chile's premier said Peruvian ships had blocked its boats and accused them of spying.",
            "ACCUSE",
            {"CHL"},
            {"PER"},
        ),
        # nobody bars from another's airspace, nor takes his own men captive
        ("Chilean planes were barred from Peruvian airspace.", "SANCTION", {"PER"}, {"CHL"}),
        ("Peru attacked a Chilean tanker and detained its crew.", "COERCE", {"PER"}, {"CHL"}),
        # what whoever is accused did
        ("Chile's president accused his Peruvian counterpart of threatening Kenya.", "THREATEN", {"PER"}, {"KEN"}),
        # what comes of a refusal is not refused
        ("Chile refused to back Norway's bid, drawing criticism from Peru.", "ACCUSE", {"PER"}, {"CHL"}),
        # who says what somebody had done recalls his envoy
        ("Chad said Sudan had shelled a village and recalled its ambassador.", "SANCTION", {"TCD"}, {"SDN"}),
        # who together is the European Union
        ("European powers urged Chile to free the reporter.", "REQUEST", {"European Union"}, {"CHL"}),
        # only the source, and the body that an envoy is sent to
        (
            "The Security Council will meet on Monday, according to Peru's mission.",
            "CONSULT",
            {"UN Security Council"},
            set(),
        ),
    ],
)
def test_direction(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    assert (actors, recipients) in [sides(event) for event in code(text).events if event.type == type_]


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("The premier is a fierce Chile hawk who advocated for regime change.", "CHL"),
        ("Norway urged its NATO ally to end the boycott.", "North Atlantic Treaty Organization"),
        ("The rebels, which Norwegian officials say attacked a convoy in Chile, denied it.", "NOR"),
        ("Eastern European leaders urged Chile to free the reporter.", "European Union"),
        ("Presidents Putin and Obama held talks in the Finnish capital Helsinki.", "FIN"),
    ],
)
def test_has_no_part(text: str, nobody: str) -> None:
    assert not any(nobody in side for event in code(text).events for side in sides(event))


def test_a_gathering_that_only_gives_a_date() -> None:
    events = code("Chile's president made the appeal ahead of a summit of EU leaders in Oslo.").events
    assert not any("CHL" in side for event in events if event.type == "CONSULT" for side in sides(event))


@pytest.mark.parametrize("deed", ["an attack", "any military action", "a war"])
def test_who_warns_of_an_attack_does_not_blame_the_one_attacked(deed: str) -> None:
    events = code(f"Norway warned that {deed} against Chile would be a catastrophe.").events
    assert not [event for event in events if event.type == "ACCUSE"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Togo and Ghana each accused the other of arming rebels.", "ACCUSE"),
        ("Both Togo and Ghana accuse the other of arming rebels.", "ACCUSE"),
        ("Togo and Ghana blamed each other for the breakdown of the truce.", "ACCUSE"),
        ("Togo and Ghana, which blamed one another for the shelling, have closed the border.", "ACCUSE"),
        ("Togo and Ghana have threatened each other with war.", "THREATEN"),
        ("Togo and Ghana have each expelled nine of the other's diplomats.", "SANCTION"),
    ],
)
def test_what_each_does_to_the_other_is_two_deeds(text: str, type_: str) -> None:
    found = [sides(event) for event in code(text).events if event.type == type_]
    assert [({"TGO"}, {"GHA"}), ({"GHA"}, {"TGO"})] == found


def test_what_both_do_together_is_one_deed() -> None:
    found = [sides(event) for event in code("Togo and Ghana have put tariffs on each other's cocoa.").events]
    assert found == [({"TGO", "GHA"}, set())]
