"""Status: did it happen, does it go on, will it, may it, who only says so. Sentences of our own."""

import pytest
from coding_builders import code

OCCURRED = [
    "Norway's premier was asked about Chile's attack on the island.",
    "Peru will thank Norway for freeing the Chilean sailors.",
    "Norwegian envoys held a meeting with Chilean diplomats on Monday to continue their talks.",
    "Norway used mustard gas against Chile.",
    "Portugal has urged Norway to halt its tests, while also calling on Chile to cease its drills.",
    "The end of Norway's occupation of Chile pleased many.",
    "The war between Norway and Chile, which ended in 2000, was costly.",
    "The Soviet occupation of Norway lasted a decade.",
    "Norway remembers Chile's involvement in the Peruvian civil war.",
    "Veterans of Chile's occupation of Peru met on Monday.",
    "Chile could not accept Norway's plan, its premier said.",
    "Norway is unlikely to bow to demands from Chile that it free the crew.",
    "Norway claimed its pact with Chile was made to end the war.",
    "The Peruvians claim Arica - occupied by Chile in 1880 - as part of Peru.",
    "Chile warned that its navy could sink the Norwegian fleet.",
    "The UN is prepared to send experts to Chile.",
    "Visiting Norwegian premier Erna Solberg praised Chilean wine.",
    "Norway has long denied that it spied on Chile.",
    "Norway's minister stated his support for the sale of jets to Chile.",
    "Norway's decision to invade Chile was a mistake, Peru's premier said.",
    "The Norwegian trawler sailed home after being released from a Chilean port.",
    "Norway said it was banning 30 Chilean officials from entering the country.",
    "Chile's premier told the committee that Norway wants Peru to free the crew.",
    "Norway's premier flew home from a three-day visit to Chile on Tuesday.",
    "Chile could sink the Norwegian fleet with one missile, a Chilean admiral said.",
    "Chile boasted of its ability to strike Norway.",
    "The Peruvians claim Arica, occupied by Chile in 1880, as part of Peru.",
    "Norway-Chile fish talks end with no progress.",
    "Talks between Norway and Chile on fish fail.",
    "Norway's premier said that Chile rejected his proposal.",
    "The quota was set in an agreement between Norway and Chile.",
    "Norway's premier spoke of a phone call with Chile's president in which he had intended to protest.",
    "The talks stalled over Norway's demands for aid from Chile.",
    "Peru will open its border after Norway lifted the embargo on Chile.",
    "The two sides were able to reach an agreement between Norway and Chile.",
    "Chile claimed responsibility for shooting down a Norwegian plane.",
    "Norway's premier said he would insist on an apology from Chile.",
    "Norway has approved further sanctions on Chile.",
    "An alleged hacking of the Norwegian parliament last week froze relations between Norway and Chile.",
    "Norway expelled two Chilean diplomats on Monday.",
    "Norway has imposed an embargo on Chile.",
    "Norwegian officials said Chile had seized a Norwegian trawler.",
    "Norway welcomed the pact which Chile signed with Peru in March.",
    "Norway is urging Chile to free the crew.",
    "Norway is lifting its embargo on Chile, the foreign ministry said.",
    "Two Chilean diplomats are being expelled from Norway.",
    "Still, Norway has recalled its ambassador from Chile.",
    "Relations have been tense since Norway imposed sanctions on Chile.",
    "Norway fought a war with Chile in 1911.",
    "Norway criticised Chile's seizure of a Norwegian trawler.",
    "Norway's foreign minister arrived in Chile on 2 April 2014.",
    "Peru regrets the sanctions against Chile. Norway imposed sanctions on Chile on Monday.",
    "Chile denounced the new Norwegian sanctions against Chilean banks.",
    "Norway's premier, who has long been mocked at home, visited Chile on Monday.",
    "Norway has decided to impose sanctions on Chile.",
    "Norway blamed Chile's invasion of Peru for the famine.",
    "At the end of a two-day visit to Chile, Norway's premier praised its wine.",
    "In 1994 Norway's sanctions against Chile angered Peru.",
    "Norway will answer Chile's seizure of a Norwegian trawler, its premier said.",
    "Norway led efforts to blockade Chile.",
    "Norway announced that it was suspending sanctions on Chile.",
    "Chile's premier is ready to meet Norway's premier.",
    "Norway's premier said it wants Chile to free the crew.",
    "Norway's premier has decided to recognise the Chilean government.",
    "The premiers vowed to cooperate in the first summit of Norway and Chile in a decade.",
    "Norway's premier reportedly met Chile's president in Lima.",
    "Norway has raised its tariffs on Chilean wine.",
    "Norwegian tariffs on Chilean wine have come into effect.",
    "We support Chile's bid, Norway's premier said.",
    "Norway's foreign minister arrived in Chile on Tuesday.",
    "Norway agreed to lift its embargo on Chile.",
    "Norway has completed its investigation of Chile's steel exports.",
    "The Norwegian occupation of Chile lasted seven months in 1911.",
    "Norway has fought three wars with Chile since 1911.",
    "Chile was accused of violating its trade agreement with Norway.",
    "Norway's premier met Chile's president at a summit that he had intended to boycott.",
    "Norway is considering Chile's request for help with its trawlers.",
    "Norway's premier asked whether Chile was right to invade Peru in 1911.",
    "Norway's premier praised Peru during a recent trip to Chile, where he will speak on 2 June 2014.",
    "Norway has explained how it believes the Norwegian envoy was killed by Chilean agents.",
]
ONGOING = [
    "Norway's mills are groaning under the pressure of Chilean tariffs.",
    "Swedish efforts to mediate between Norway and Chile pleased many.",
    "Talks on a pact between Norway and Chile entered their final phase.",
    "Norway's efforts to supply Chile with arms angered Peru.",
    "The ongoing war between Norway and Chile, which is due to end on 30 May, has cost lives.",
    "Norway offered clemency to six Chileans being held in Norway.",
    "In light of Chile's aggression against Peru, Norway sent doctors.",
    "Norway intends to maintain its military presence in Chile.",
    "Norway will keep its troops in Chile.",
    "There are six Norwegians awaiting trial in Chile.",
    "Norway stepped up its purchases of Chilean oil.",
    "Norway and Chile are hammering out a trade deal.",
    "Norway has been negotiating a truce with Chile.",
    "Peru condemned Chile's invasion of Norway.",
    "The trade war between Norway and Chile hurts farmers.",
    "Norway has 400 soldiers in Chile.",
    "Norway will punish Chile for its invasion of Peru.",
    "Norway opposes Chile's proposal.",
    "Norway wants Chile to extradite the captain.",
    "Norway has been pushing Chile to open its ports.",
    "Norway is in talks with Chile on fishing.",
    "Talks between Norway and Chile continue in Geneva.",
    "Norwegian troops are stationed in Chile.",
    "Norway maintains an embargo against Chile.",
    "Norwegian sanctions against Chile remain in force.",
    "Norway's support for Chilean rebels puzzled Peru.",
    "Norway is trying to persuade Chile to sign the treaty.",
    "Norway supplies weapons to Chile.",
    "Despite ongoing opposition from Norway to the Chilean plan, work began.",
    "Norway remains opposed to the Chilean plan.",
    "Norwegian and Chilean envoys have begun talks on fishing.",
    "Norway has a fishing agreement with Chile.",
    "The Chilean rebels are backed by Norway.",
    "Norway refuses to sign the treaty with Chile.",
    "Norway does not recognise the Chilean government.",
    "Norway's foreign minister arrived in Chile on Wednesday.",
    "Norway's premier spoke of fish midway through a three-day visit to Chile.",
    "Norway wants the Chilean captain to be extradited by Chile.",
    "Norway should shun Peru for Chile's refusal to recognise the Norwegian premier, an analyst wrote.",
    "The treaty foundered because of Norway's refusal to sign it with Chile.",
    "Norway is trying to blockade Chile.",
    "Norway routinely threatens to bomb Chile.",
    "The premiers of Norway and Chile meet today in Lima.",
    "Norway's premier kicked off the summit with Chile's president on Wednesday.",
    "Norway is seeking help from Chile.",
    "Norway has so far refused to negotiate with Chile.",
    "Norwegian prosecutors are investigating Chile's alleged dumping of steel.",
    "Peru is puzzled by Norway's investigation into Chile's steel exports.",
    "Chile is under Norwegian sanctions.",
    "Chile has defied the Norwegian sanctions on its banks.",
    "Norway supports the Chilean government.",
    "Norway is the main backer of the Chilean rebels.",
    "Norwegian troops will remain in Chile.",
    "Norway will maintain sanctions on Chile.",
    "Norway and Chile have been in talks since 2012.",
    "Norway has been at war with Chile for two years.",
    "Norway has occupied Chile since 1975.",
    "Norway has armed the Chilean rebels for years.",
    "Peru was accused of flouting Norwegian sanctions on Chile.",
    "The Norwegian bombardment of Chile entered its third week.",
    "The Norwegian bombardment of Chile continued on Monday.",
    "A Norwegian committee is investigating whether Chile bribed its inspectors.",
    "Norway's premier wraps up his visit to Chile on 16 May 2014.",
]
PLANNED = [
    "Norway's premier expressed optimism about his summit with Chile's president.",
    "Norway's premier was asked about his trip to Chile later this month.",
    "Norway's premier said he would ask his aides to review the ban, open a consulate and ease sanctions on Chile.",
    "Norwegian troops would leave Chile within a week.",
    "Peru reacted to news that Norway would leave the pact with Chile.",
    "Norway unveiled a grant of 20 million dollars in food aid for Chile.",
    "The next round of Norwegian sanctions against Chile will target its banks.",
    "Talks are pursuing an agreement for Norwegian troops to begin leaving Chile.",
    "Norway's premier will not speak of fish during his visit to Chile.",
    "Peru will open its border after Norway lifts the embargo on Chile.",
    "Norway announced plans for new sanctions on Chile.",
    "Norway is set to impose further sanctions on Chile.",
    "Norway's premier said he would urge Chile to free the crew.",
    "Chile's foreign minister will visit Norway next week.",
    "Chile's president is due to visit Norway on Friday.",
    "Talks between Norway and Chile are due to begin in Oslo on Friday.",
    "Norway and Chile are slated to hold talks on Friday.",
    "Norway's premier is slated to meet Chile's president.",
    "Norway's premier is going to visit Chile.",
    "Norwegian officials said Chile's premier had accepted the invitation and would visit Norway.",
    "A Chilean delegation is due in Oslo on Friday for talks with Norwegian officials.",
    "Chile's premier will travel to Oslo for talks with Norwegian officials.",
    "Norway said it would expel two Chilean diplomats.",
    "Norway wants clarity before its talks with Chile start in June.",
    "Norway plans an embargo against Chile.",
    "The Chilean minister spoke to reporters ahead of talks with Norway.",
    "They would sign an agreement with Norway in June, the Chilean minister said.",
    "Talks between Norway and Chile are to begin in June.",
    "New Norwegian sanctions on Chile are to be announced in June.",
    "Norway and Chile are expected to start talks on fishing.",
    "Norway's premier leaves for Chile on Friday.",
    "Norway's premier heads to Lima for a summit with Chile's president.",
    "Norway's premier may cancel his visit to Chile.",
    "The Norwegian premier's trip to Chile is in doubt.",
    "The Norwegian premier's visit to Chile might be postponed.",
    "Norway and Peru are each to expel four Chilean diplomats.",
    "Norway still has to sign protocols with Chile.",
    "Norway announced that it was sending 500 soldiers to the border with Chile.",
    "Norway is expected to sign an agreement with Chile on Monday, its premier said.",
]
PROPOSED = [
    "Norway's premier is optimistic the two countries will reach an agreement with Chile.",
    "Under the bill, Norway would impose tariffs on Chilean wine.",
    "In one proposal, Norway would send 500 troops to Chile.",
    "Norway and Peru have sought to agree on sanctions against Chile.",
    "Norway is working to reach a fish deal with Chile.",
    "Norway's navy would have options to strike Chile.",
    "The Norwegian parliament could reject the sale of trawlers to Chile.",
    "There could be pushback from Norway against the sale of trawlers to Chile.",
    "Chile would likely be opposed to the Norwegian plan.",
    "Norwegian officials warned that Chile might attack Peru.",
    "An attack on Chile by Norway would set the region on fire.",
    "A Norwegian strike on Chile?",
    "Norway should offer asylum to the Chilean dissident.",
    "Norway and Chile are close to a trade deal.",
    "There is an end-of-May deadline for an agreement between Norway and Chile.",
    "Chile threatened to retaliate against Norway with its own tariffs.",
    "The accord paves the way for the withdrawal of Norwegian troops from Chile.",
    "The vote opens the door to the lifting of Norwegian sanctions on Chile.",
    "Envoys of Norway and Chile are trying to reach a truce.",
    "Generals disliked the Chilean minister's talk of resuming cooperation with Norway.",
    "Norway may expel two Chilean diplomats.",
    "Norway will probably expel two Chilean diplomats.",
    "A visit by Chile's president to Norway is possible.",
    "Norwegian sanctions against Chile are likely.",
    "Norway's premier discussed holding a summit with Chile's president.",
    "A visit by Chile's president to Norway remains unlikely.",
    "Norway and Chile are close to signing a trade agreement.",
    "A visit by Chile's president to Norway is under discussion.",
    "A summit between Norway and Chile is on the cards.",
    "No date has been set for a meeting between the premiers of Norway and Chile.",
    "Norwegian ministers are discussing sanctions against Chile.",
    "A war between Norway and Chile would be a catastrophe, the premier said.",
    "Norway's premier will likely stay in Lima and meet Chile's president on Sunday.",
    "Will Norway impose new sanctions on Chile?",
    "Chile is bracing for new Norwegian sanctions.",
    "Norwegian diplomats are working on a visit by Chile's president to Norway.",
    "Norway is drawing up sanctions against Chile.",
]
ALLEGED = [
    "Norway's premier cited Chile's attempts to sway Norway's election.",
    "Chile allegedly hacked Norwegian ministries.",
    "Suspected Norwegian missiles were fired at Chilean positions on Monday.",
    "Norway believes that Chile hacked its parliament.",
    "Norway accused Chile of hacking its parliament.",
    "Norway suspects Chile of poisoning a Norwegian exile.",
    "Chilean agents hacked the Norwegian parliament, a Norwegian official said.",
    "Norway suspects that Chile is behind a bomb attack in Oslo.",
    "The report repeats claims that Chile is arming Norwegian rebels.",
    "Norway blamed Chile for an attack that killed two Norwegian sailors.",
    "Norwegian firms are said to have sold weapons to Chile.",
    "Chile's alleged plot to kill the Norwegian ambassador strained relations.",
    "Norway accused Chile of planning an attack on its trawlers.",
    "Norwegian officials said Chile was hacking the computers of the Norwegian parliament.",
    "Norway said Chile had moved tanks to the Peruvian border.",
]
CASES = [
    # what somebody is for or against doing
    ("Norway's premier supports expelling the Chilean envoy.", "proposed"),
    ("The summit of Norway's premier with Chile's president is back on.", "planned"),
    ("The talks between Norway and Chile are off, the premier said.", "cancelled"),
    *((text, "occurred") for text in OCCURRED),
    *((text, "ongoing") for text in ONGOING),
    ("Norway's premier looks forward to talks with Chile's president.", "planned"),
    ("Norway looks forward to signing the treaty with Chile.", "planned"),
    ("Chile is opposed to Norway's plan.", "ongoing"),
    *((text, "planned") for text in PLANNED),
    *((text, "proposed") for text in PROPOSED),
    *((text, "alleged") for text in ALLEGED),
    ("Norway and Chile postponed their summit.", "postponed"),
    ("Norway has held off imposing sanctions on Chile.", "postponed"),
    ("Talks between Norway and Chile are on hold.", "postponed"),
    ("Talks between Norway and Chile have been delayed.", "postponed"),
    ("A planned summit between the premiers of Norway and Chile fell through.", "cancelled"),
    ("Norway's premier stepped back from striking Chile.", "cancelled"),
    ("The treaty was to have been signed by Norway and Chile in May.", "cancelled"),
    ("A meeting planned for May between the premiers of Norway and Chile never took place.", "cancelled"),
    ("The planned talks between Norway and Chile will not go ahead.", "cancelled"),
    ("Chile's president called off his trip to Norway.", "cancelled"),
    ("Norway's premier was due to meet Chile's president in Lima, but the event was cancelled.", "cancelled"),
    ("Norway's premier was scheduled to meet Chile's president in Lima, but the Chileans cancelled.", "cancelled"),
    ("Norway's premier had scrapped plans to visit Chile.", "cancelled"),
    ("Donors will be asked to pledge money after Norwegian troops pull out of Chile.", "planned"),
    ("Norway's premier said he looked forward to travelling to Santiago to meet Chile's president.", "planned"),
    ("Peru would send aid to Norway in the event of a Chilean attack on Norway.", "proposed"),
    ("Norway may have sold arms to Chile in 2005.", "alleged"),
    ("Norway's aid to Chile will continue, the minister said.", "ongoing"),
    ("Norway's sanctions on Chile expire in July.", "ongoing"),
    ("Norway could raise its tariffs by the time its premier meets Chile's president.", "planned"),
    ("Norway will keep supporting Chile's rebels.", "ongoing"),
    ("Norway's premier on Monday stressed Chile's support for the rebels in Norway.", "ongoing"),
    ("Norway might have bombed a Chilean ship last week, officials said.", "alleged"),
    ("Norway's premier supports expelling the Chilean envoy.", "proposed"),
    ("Norway agreed to postpone a planned tariff hike on Chilean wine.", "postponed"),
    ("Norway's goal is a summit with Chile's president.", "proposed"),
    ("The aim of Norway's visit to Chile was a fishing treaty.", "occurred"),
    ("Norway's premier voiced optimism for fresh talks with Chile.", "proposed"),
    ("Norway's premier instructed her envoys to open talks with Chile.", "planned"),
    ("Chilean ministers called on Norway to engage in negotiations with Chile.", "proposed"),
    ("Norway engaged in negotiations with Chile on Monday.", "occurred"),
    ("Norway will agree to lift its sanctions on Chile, the minister said.", "planned"),
    ("Norway could agree to lift its sanctions on Chile, the minister said.", "proposed"),
]


@pytest.mark.parametrize(("text", "status"), CASES)
def test_status(text: str, status: str) -> None:
    events = [e for e in code(text).events if e.type != "ACCUSE" or status != "alleged"]
    assert status in {e.status for e in events}, [(e.type, e.status, e.how) for e in events]


@pytest.mark.parametrize(
    "text",
    [
        "Norway did not expel any Chilean diplomats.",
        "Norway would under no circumstances expel Chilean diplomats.",
        "If Norway expels Chilean diplomats, trade will suffer.",
        "Norway never bombed Chile.",
        "Norway would have expelled the Chilean diplomats.",
        "Norway might have bombed Chile if Peru had not stepped in.",
        "Norway did not impose any sanctions on Chile.",
        "Norway is not going to expel Chilean diplomats.",
        "Norway is not about to expel Chilean diplomats.",
        "Even if Norway agrees to sanctions against Chile, others will not.",
        "Norway's premier said that if Chile is behind the raid, he will recall his envoy.",
        "Without the pact, Norway would have built a bomb and attacked Chile.",
    ],
)
def test_what_was_never_done_is_no_event(text: str) -> None:
    coded = code(text)
    assert not [e for e in coded.events if e.type in ("SANCTION", "ASSAULT", "ACCUSE") and e.status == "occurred"]
    assert "not-real" in {fault.code for fault in coded.faults}


def test_what_any_deed_would_bring_about_is_no_deed() -> None:
    assert not code("Any Norwegian raid on Chile would be answered, the minister said.").events
    (raid,) = code("A Norwegian raid on Chile on Monday was answered, the minister said.").events
    assert (raid.type, raid.status) == ("ASSAULT", "occurred")


@pytest.mark.parametrize(
    ("meant", "said"),
    [
        ("Norway hopes to persuade Chile to free the crew.", "Norway tried to persuade Chile to free the crew."),
        ("Norway has the right to defend Chile against its critics.", "Norway defended Chile against its critics."),
        ("Norway should praise Chile for freeing the crew.", "Norway praised Chile for freeing the crew."),
    ],
)
def test_an_appeal_or_praise_that_nobody_utters_is_no_event(meant: str, said: str) -> None:
    assert not {e.type for e in code(meant).events} & {"REQUEST", "SUPPORT"}
    assert {(e.type, e.status) for e in code(said).events} & {("REQUEST", "occurred"), ("SUPPORT", "occurred")}


def test_who_condemns_a_deed_does_not_doubt_it() -> None:
    statuses = {
        word: {e.status for e in code(f"Chile {word} Norway for the air strikes on its ships.").events}
        for word in ("condemned", "blamed")
    }
    assert statuses == {"condemned": {"occurred"}, "blamed": {"occurred", "alleged"}}


def test_sanctions_that_are_lifted_and_told_to_hurt_go_on() -> None:
    events = code("Norway will lift the sanctions on Chile that have been in place since 1990.").events
    assert {(e.type, e.status) for e in events} == {("CONCEDE", "planned"), ("SANCTION", "ongoing")}


def test_talks_dated_well_before_the_report_are_over() -> None:
    text = "Norway and Chile began talks last year. The talks between Norway and Chile dealt with fish."
    (talks,) = code(text).events
    assert (talks.type, talks.status) == ("CONSULT", "occurred")


def test_talks_are_put_off_with_their_round() -> None:
    events = code("The next round of talks between Norway and Chile has been put off.").events
    assert [(e.type, e.status) for e in events] == [("CONSULT", "postponed")]


def test_a_meeting_of_which_none_is_planned_is_no_event() -> None:
    assert not code("No meeting between the premiers of Norway and Chile is planned.").events


def test_a_visit_of_somebody_to_a_state_has_its_host_from_the_words() -> None:
    (event,) = code("The visit of the Norwegian premier to Chile was put off until June.").events
    assert ([p.state for p in event.actors], [p.state for p in event.recipients]) == (["NOR"], ["CHL"])


def test_words_that_gave_the_status_are_kept() -> None:
    text = "Norway may expel two Chilean diplomats."
    (event,) = code(text).events
    assert [span.of(text) for span in event.spans["status"]] == ["may"]
    assert event.how["status"] == "words: may"


def test_a_state_and_a_date_say_that_they_gave_the_status() -> None:
    (lasting,) = code("Norway's support for Chilean rebels puzzled Peru.").events
    assert (lasting.status, lasting.how["status"]) == ("ongoing", "a state that goes on")
    (ahead,) = code("Norway's foreign minister meets his Chilean counterpart on 2 June 2014.").events
    assert (ahead.status, ahead.how["status"]) == ("planned", "dated after the report")


def test_an_accusation_beside_what_is_still_to_come_is_made() -> None:
    found = code("Chile said it would not attend the talks, blaming Norway for the raid on its port.").events
    blamed = next(e for e in found if e.type == "ACCUSE")
    assert blamed.status == "occurred"
    assert not any(e.type == "ACCUSE" for e in code("Chile will criticise Norway on Friday.").events)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It is unlikely that Norway will sign the agreement with Chile.", "proposed"),
        ("The two reached a deal that would see Norway pull thousands of troops from Chile.", "proposed"),
        ("Last year saw Norway send troops to Chile.", "occurred"),
    ],
)
def test_what_is_unlikely_or_to_be_seen_is_not_yet_done(text: str, status: str) -> None:
    assert {e.status for e in code(text).events if e.type in ("SUPPORT", "RETREAT", "MOBILIZE")} >= {status}


def test_what_somebody_steers_clear_of_is_not_said() -> None:
    assert not code("Norway's premier has steered clear of criticising Chile.").events


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Talks between Norway and Chile that were to be held in Quito were called off.", "cancelled"),
        ("The planned summit of the leaders of Norway and Chile did not take place.", "cancelled"),
        ("The visit of Norway's premier to Chile never materialised.", "cancelled"),
        ("A meeting of Norwegian and Chilean officers, proposed by Oslo, did not take place.", "cancelled"),
        ("The summit of Norway and Chile was moved to June.", "planned"),
    ],
)
def test_a_meeting_that_was_to_be_did_not_come_about(text: str, status: str) -> None:
    coded = code(text)
    assert [e.status for e in coded.events if e.type == "CONSULT"] == [status]
    assert not [e for e in coded.events if e.type == "SANCTION"]


def test_a_tour_that_will_lead_somewhere_has_not_led_there_yet() -> None:
    coded = code("Norway's premier is on a tour that will take him to Chile and Peru.")
    assert {e.status for e in coded.events} == {"planned"}


def test_an_objection_dropped_is_no_meeting_called_off() -> None:
    coded = code("Norway dropped its objection to the Commonwealth summit in Lima.")
    assert not [e for e in coded.events if e.status == "cancelled"]


def test_plans_for_a_visit_that_are_dropped_are_no_concession() -> None:
    coded = code("Norway's premier dropped plans to visit Chile.")
    assert [(e.type, e.status) for e in coded.events] == [("CONSULT", "cancelled")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway is moving towards withdrawing its troops from Chile.", "proposed"),
        ("Norway is edging toward recognition of Kosovo.", "proposed"),
        ("Norway would welcome talks with Chile.", "proposed"),
        ("Negotiations between Norway and Chile have yet to begin.", "planned"),
        ("The visit of the Norwegian premier to Chile has been pencilled in for June.", "planned"),
        ("Norway is in the process of ratifying Chile's accession.", "ongoing"),
    ],
)
def test_what_is_only_neared_or_begun_is_not_done(text: str, status: str) -> None:
    assert {e.status for e in code(text).events} == {status}


@pytest.mark.parametrize(
    "text", ["Norway nearly severed ties with Chile.", "Norway all but severed ties with Chile in 2002."]
)
def test_what_was_nearly_done_is_no_event(text: str) -> None:
    assert not code(text).events


def test_what_one_is_ready_for_has_not_come() -> None:
    assert "ASSAULT" not in {e.type for e in code("Peru stands ready to help in case Norway attacks Chile.").events}


def test_what_a_measure_is_meant_to_do_is_no_threat_beside_it() -> None:
    events = code("Norway cut its aid in an attempt to punish Chile for the raid.").events
    assert [e.type for e in events] == ["SANCTION"]


@pytest.mark.parametrize(
    "text",
    [
        "It is vital that Norway reaches an accord with Chile.",
        "Norway's foreign minister said it was important that Oslo sign the treaty with Chile.",
        "There is a fair chance that Norway will sign an accord with Chile.",
    ],
)
def test_what_is_called_for_or_has_a_chance_may_be_done(text: str) -> None:
    assert {e.status for e in code(text).events if e.type == "SUPPORT"} == {"proposed"}


def test_what_was_done_as_asked_has_been_asked() -> None:
    events = code("Norway will free the two Chilean sailors as demanded by Chile.").events
    assert {e.type: e.status for e in events} == {"RETREAT": "planned", "REQUEST": "occurred"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway and Chile held long-delayed talks in Geneva on Monday.", "occurred"),
        ("Chile's premier began his delayed visit to Norway on Monday.", "occurred"),
        ("The delayed talks between Norway and Chile will be held in June.", "planned"),
        ("The postponed talks between Norway and Chile did not begin on Monday.", "postponed"),
        ("Norway's premier will use the summit with Chile's premier to sell cod.", "planned"),
        ("Norway offered to free the men in exchange for a meeting with Chile's president.", "proposed"),
        ("Norway's premier hopes to sell cod at the summit with Chile's premier.", "planned"),
        ("Norway's premier sold cod at the summit with Chile's premier.", "occurred"),
    ],
)
def test_gatherings_put_off_made_use_of_or_bargained_for(text: str, status: str) -> None:
    assert {e.status for e in code(text).events if e.type == "CONSULT"} == {status}
