"""Who does it to whom, further off: conditions, clauses that hang on others, headlines, whose decision it is."""

import pytest
from coding_builders import code, sides, the


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("If Peru imposes tariffs on Bolivia, Chile will respond in kind, its president said.", {"PER"}),
        ("If India attacks Nepal, Chile will retaliate, its foreign ministry said.", {"IND"}),
        ("Chile would act if Peruvian troops crossed the border again, its defence minister said.", {"PER"}),
        ("If anyone attacks Sweden, Chile will respond, its president said.", set()),
    ],
)
def test_threat_on_a_condition_is_aimed_at_whoever_would_do_it(text: str, recipients: set[str]) -> None:
    assert ({"CHL"}, recipients) in [sides(e) for e in code(text).events if e.type == "THREATEN"]


def test_measure_on_a_condition_strikes_whoever_would_do_it() -> None:
    (event,) = code("Norway would impose sanctions if Peru jailed the Chilean editor.").events
    assert sides(event) == ({"NOR"}, {"PER"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$20 million in Swedish aid was withheld from Eritrea.", ({"SWE"}, {"ERI"})),
        ("Norway's asylum for the Chilean ex-minister was revoked last week.", ({"NOR"}, {"CHL"})),
    ],
)
def test_what_is_withheld_or_ended_is_the_giver_s(text: str, expected: tuple[set[str], set[str]]) -> None:
    (event,) = code(text).events
    assert event.type == "SANCTION" and sides(event) == expected


def test_nobody_meets_a_band_of_fighters_because_it_is_near() -> None:
    coded = code("Erna Solberg's visit reportedly took her to a town that the Islamic State lost in May.")
    assert not [sides(e) for e in coded.events if e.type == "CONSULT" and "Islamic State" in str(sides(e))]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # whom a deed strikes that answers another
        ("Peru watched as Norway imposed tariffs in retaliation for Chile's ban on cod.", "SANCTION", {"NOR"}, {"CHL"}),
        # "Germany" is joined to a name beside a title
        (
            "The French president, Jacques Chirac, and the German chancellor, Gerhard Schroeder, condemned Chile.",
            "ACCUSE",
            {"FRA", "DEU"},
            {"CHL"},
        ),
        # the members of a group that are listed after it
        ("Three EU members, France, Poland and Malta, condemned Chile.", "ACCUSE", {"FRA", "POL", "MLT"}, {"CHL"}),
    ],
)
def test_sides_that_stand_further_off(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    assert (actors, recipients) in [sides(e) for e in code(text).events if e.type == type_]


def test_a_measure_that_meets_with_something_is_not_done_by_whom_it_comes_from() -> None:
    found = code(
        "The new Norwegian tariffs received a boost on Monday from Chile, which called on Peru to follow."
    ).events
    assert ({"CHL"}, {"NOR"}) not in [sides(e) for e in found if e.type == "SANCTION"]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Peru's tax has drawn criticism, with Norway on Friday accusing Chile of fraud.",
            "ACCUSE",
            ({"NOR"}, {"CHL"}),
        ),
        ("Chile closed two mines on Sunday at the request of Norway.", "REQUEST", ({"NOR"}, {"CHL"})),
    ],
)
def test_who_acts_in_a_clause_that_hangs_on_another(text: str, type_: str, expected: tuple[set[str], set[str]]) -> None:
    assert expected in [sides(e) for e in code(text).events if e.type == type_]


def test_other_countries_without_a_name_are_not_those_named_near_by() -> None:
    found = code("Several unions and other countries condemned Norway for its ferries to Chile.").events
    assert not [sides(e) for e in found if e.type == "ACCUSE"]


def test_organisation_that_tells_of_it_is_not_the_authorities() -> None:
    coded = code("Soldiers in Mali beat men from Chad, whom authorities blame for a raid, Amnesty said.")
    blame = [e for e in coded.events if e.type == "ACCUSE" and {p.state for p in e.recipients} == {"TCD"}]
    assert not {p.organisation for e in blame for p in e.actors if p.organisation}


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # headlines, whose verb the parser takes for a noun
        ("Norway bombs camps in southern Chile", "ASSAULT", {"NOR"}, {"CHL"}),
        ("Norway, Chile resume talks", "CONSULT", {"NOR", "CHL"}, set()),
        ("Cuba, Chile to reopen embassies", "SUPPORT", {"CUB", "CHL"}, set()),
        # an embassy that stops is withdrawn from where it stands
        ("The Norwegian embassy in Santiago closed its doors on Monday.", "SANCTION", {"NOR"}, {"CHL"}),
        # who hands over is not who accuses
        ("Norway handed over a smuggler accused of murder to Chile.", "COOPERATE", {"NOR"}, {"CHL"}),
        # troops promised are promised to somebody; a blow on a condition is a threat
        ("Norway promised to send troops to Chile.", "AGREE", {"NOR"}, {"CHL"}),
        ("Norway's premier said it would attack Chile if it did not withdraw.", "THREATEN", {"NOR"}, {"CHL"}),
        # whose "its" is behind what is said
        ("Norway will attack if Chile closes its ports, its premier said.", "THREATEN", {"NOR"}, {"CHL"}),
        # a thing that bears a name is not that person
        ("Norway condemned the Anwar Sadat bridge attack.", "ACCUSE", {"NOR"}, set()),
    ],
)
def test_what_headlines_and_conditions_tell(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    (event,) = [e for e in code(text).events if e.type == type_]
    assert sides(event) == (actors, recipients)


@pytest.mark.parametrize("text", ["Norway signed no agreement with Chile.", "Norway called off no visit to Chile."])
def test_what_is_done_to_none_is_not_done(text: str) -> None:
    assert not code(text).events


def test_agreement_binds_both_sides_alike() -> None:
    found = code("Norway said that its trawlers could leave after an agreement was reached with Chile.").events
    assert ({"NOR", "CHL"}, set()) in [sides(e) for e in found if e.type == "SUPPORT"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [("Norway ordered its embassy staff out of Chile.", "withdraw"), ("Norway ordered Chilean staff out.", "expel")],
)
def test_own_staff_ordered_out_is_withdrawn_that_of_others_expelled(text: str, mode: str) -> None:
    assert [(e.mode, sides(e)) for e in code(text).events] == [(mode, ({"NOR"}, {"CHL"}))]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # whose decision it is, he does it
        ("Peru condemned the decision by Norway to expel two Chilean envoys.", "SANCTION", {"NOR"}, {"CHL"}),
        ("Peru criticised the attempt of Norway to seize Chilean ports.", "COERCE", {"NOR"}, {"CHL"}),
        # who is kept out, and where
        ("Two Chilean officials were refused entry to Norway.", "COERCE", {"NOR"}, {"CHL"}),
        ("Two Chilean journalists were barred from Norway in May.", "COERCE", {"NOR"}, {"CHL"}),
        ("Chile's foreign minister was refused a visa by Norway.", "COERCE", {"NOR"}, {"CHL"}),
    ],
)
def test_whose_decision_it_is_and_who_is_kept_out(
    text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    assert (actors, recipients) in [sides(e) for e in code(text).events if e.type == type_]


def test_named_predecessor_is_who_did_it() -> None:
    found = code("Poroshenko inherited the deal signed by his predecessor, Viktor Yanukovych, with Chile.").events
    assert "Viktor Yanukovych" in {p.person for e in found if e.type == "SUPPORT" for p in e.actors}


def test_person_printed_with_accents_and_without_is_one() -> None:
    found = code("Lech Wałęsa met Norway's premier in Oslo. Later Lech Walesa thanked Norway.").events
    assert {p.person for e in found for p in (*e.actors, *e.recipients) if p.state == "POL"} == {"Lech Wałęsa"}


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # whose base is stormed is not who storms it
        ("Two Chilean soldiers died when Peruvian troops stormed their base.", "ASSAULT", {"PER"}, {"CHL"}),
        # to whom a note is handed, to whom both an appeal goes
        ("Norway handed a note of protest to the Chilean envoy over drills.", "ACCUSE", {"NOR"}, {"CHL"}),
        ("Norway appealed to Chile and Peru to send troops.", "REQUEST", {"NOR"}, {"CHL", "PER"}),
        # them whom one arrested
        ("Norway arrested two Chileans and handed them over to Chile.", "COOPERATE", {"NOR"}, {"CHL"}),
        # whose a warship is that is named; a war named after both
        ("The USS Nimitz steamed toward Iran.", "MOBILIZE", {"USA"}, {"IRN"}),
        ("Iran shadowed HMS Defender in the strait.", "COERCE", {"IRN"}, {"GBR"}),
        ("He fought in the Chad-Libya War.", "ASSAULT", {"TCD", "LBY"}, set()),
        # who lets no traveller in from where, who holds whom captive
        ("Norway's king signed an order barring travellers from Chile.", "COERCE", {"NOR"}, {"CHL"}),
        ("Two Norwegians held captive in Chile were freed.", "COERCE", {"CHL"}, {"NOR"}),
        # who pays a tariff bears it; a tariff on what one buys from another strikes the seller; a body that only judges
        ("Chile pays a 20 percent tariff on fish exports to Norway.", "SANCTION", {"NOR"}, {"CHL"}),
        ("Norway slapped a tariff on Norwegian imports from Chile.", "SANCTION", {"NOR"}, {"CHL"}),
        ("The World Bank criticised the tariffs imposed by Chile and Peru.", "SANCTION", {"CHL", "PER"}, set()),
        # who faces charges is accused, wherever they are heard
        ("Chile faces charges of piracy at the International Court of Justice.", "ACCUSE", set(), {"CHL"}),
        # whose defeat it is
        ("The defeat of the Chilean army by Peru in 1931 was total.", "ASSAULT", {"PER"}, {"CHL"}),
        ("Chile's defeat by Peru in 1931 was total.", "ASSAULT", {"PER"}, {"CHL"}),
        # who visits; what is visited there
        (
            "Visiting Norwegian detectives questioned two witnesses in Santiago, Chile's police said.",
            "CONSULT",
            {"NOR"},
            {"CHL"},
        ),
        ("Norway's king visited a school in Lima.", "CONSULT", {"NOR"}, {"PER"}),
        # whose firms may not deal with whom; with whom one only sides
        ("Norwegian companies were banned from trading with Chile.", "SANCTION", {"NOR"}, {"CHL"}),
        ("Norway cut ties with Chile in solidarity with Peru.", "SANCTION", {"NOR"}, {"CHL"}),
        # whose the aid is that is withheld; who only says what a text of others does
        ("Norway is withholding Norwegian military aid from Chile.", "SANCTION", {"NOR"}, {"CHL"}),
        ("Peru's premier said the pact will lift sanctions on Chile.", "CONCEDE", set(), {"CHL"}),
        # a name that ends in a preposition
        ("South Korea's Moon Jae-in called Norway's plan absurd.", "ACCUSE", {"KOR"}, {"NOR"}),
        # agreed sanctions are sanctions
        ("The EU agreed to impose sanctions on Chile.", "SANCTION", {"European Union"}, {"CHL"}),
    ],
)
def test_whose_and_to_whom(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    (event,) = [e for e in code(text).events if e.type == type_]
    assert sides(event) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Norway staged a naval exercise as a warning to Chile.", "NOR", "CHL"),
        ("Norway sent an aircraft carrier to Peru to deter Chile.", "NOR", "CHL"),
        ("Norway put its army on alert over tensions with Chile.", "NOR", "CHL"),
        ("Norway fired two missiles in protest at joint drills by Peru and Chile.", "NOR", None),
        # whoever did what they are moved after
        ("Norway mobilised its army when Chilean forces attacked two villages.", "NOR", "CHL"),
        ("Norway put its army on high alert over Chile's threats.", "NOR", "CHL"),
        ("Norway scrambled F-16s in May as Chile occupied an islet.", "NOR", "CHL"),
    ],
)
def test_forces_are_moved_against_whom_their_purpose_names(text: str, actor: str, recipient: str | None) -> None:
    (moved,) = [e for e in code(text).events if e.type == "MOBILIZE"]
    assert {p.key for p in moved.actors} == {actor}
    assert {p.key for p in moved.recipients} == ({recipient} if recipient else set())


def test_what_two_agree_that_a_third_must_do_they_ask_of_it() -> None:
    (asked,) = code("Norway and Chile agreed that Peru must free the crew.").events
    assert (asked.type, *sides(asked)) == ("REQUEST", {"NOR", "CHL"}, {"PER"})
    lifted = code("Norway and Chile agreed that sanctions against Peru should be lifted.").events
    assert "REQUEST" not in {e.type for e in lifted}


def test_whom_a_condemned_attack_struck_is_not_blamed_for_it() -> None:
    told = code("Gunmen stormed the Norwegian consulate in Lima. Peru's president condemned the attack.").events
    assert [sides(e) for e in told if e.type == "ACCUSE"] in ([], [({"PER"}, set())])


def test_what_is_only_played_strikes_nobody() -> None:
    told = code("Norway held drills to simulate repelling a Chilean invasion.").events
    assert {e.type for e in told} == {"MOBILIZE"}


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Chile got a loan despite fierce resistance from Norway.", "REJECT", ({"NOR"}, {"CHL"})),
        ("Norway defended its resistance to giving Chile more time.", "REJECT", ({"NOR"}, {"CHL"})),
        ("Norway adopted a package of measures including an arms embargo on Chile.", "SANCTION", ({"NOR"}, {"CHL"})),
        ("The Department of the Treasury imposed sanctions on Chile.", "SANCTION", ({"USA"}, {"CHL"})),
    ],
)
def test_whose_resistance_and_measures(text: str, type_: str, expected: tuple[set[str], set[str]]) -> None:
    assert expected in [sides(e) for e in code(text).events if e.type == type_]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian army spokesman Ole Lund said troops killed two Chileans at the border.",
        "Norway's military spokesman Ole Lund said jets struck Chilean positions near the river.",
        "Norwegian military spokesman Ole Lund said an airstrike was conducted against Chilean rebels.",
        "Norway's spokesman Ole Lund said its planes bombed Santiago overnight.",
    ],
)
def test_forces_are_those_of_the_army_whose_spokesman_tells_of_them(text: str) -> None:
    (struck,) = [e for e in code(text).events if e.type == "ASSAULT"]
    assert sides(struck) == ({"NOR"}, {"CHL"})
    assert not [p.person for p in struck.actors if p.person]


@pytest.mark.parametrize(
    "text",
    [
        "Lithuania let Taiwan open an office; China responded by recalling its ambassador.",
        "Lithuania expelled two attaches. China responded by recalling its ambassador.",
    ],
)
def test_who_responds_by_a_deed_answers_whoever_acted_before(text: str) -> None:
    assert ({"CHN"}, {"LTU"}) in [sides(e) for e in code(text).events if e.mode == "withdraw"]


def test_who_brought_two_together_meets_them() -> None:
    text = "The presidents of Norway and Chile held talks in Doha on Friday under the auspices of Qatar."
    assert [sides(e) for e in code(text).events if e.type == "CONSULT"] == [({"NOR", "CHL", "QAT"}, set())]


def test_soldiers_sent_to_back_somebody_are_not_sent_back() -> None:
    events = code("Norway's parliament voted in May to send soldiers to back the government of Chile.").events
    assert [e.type for e in events if e.mode] == ["MOBILIZE"]


def test_diplomats_who_must_leave_are_expelled() -> None:
    events = code("Two Chilean attaches must leave Oslo within a week, the Norwegian foreign ministry said.").events
    assert [(e.type, e.mode, *sides(e)) for e in events] == [("SANCTION", "expel", {"NOR"}, {"CHL"})]


def test_whom_one_leans_on_is_to_do_it() -> None:
    cut = [sides(e) for e in code("Norway leaned on Chile to cut its ties with Peru.").events if e.type == "SANCTION"]
    assert cut == [({"CHL"}, {"PER"})]


def test_who_orders_somebody_s_murder_is_not_who_was_murdered() -> None:
    (killed,) = [
        e
        for e in code("A last letter accused the Chilean president of ordering his poisoning.").events
        if e.type == "ASSAULT"
    ]
    assert sides(killed) == ({"CHL"}, set())


def test_where_somebody_was_born_is_nobody_he_answers() -> None:
    text = "Luis Rojas, a Chilean trader who was born in Norway, has denied being the source."
    assert all("NOR" not in sides(e)[1] for e in code(text).events)


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("At the request of Chile, Norway detained a former Norwegian minister.", "COERCE", {"NOR"}, {"NOR"}),
        ("At Chile's request, Norway arrested a former Norwegian minister.", "COERCE", {"NOR"}, {"NOR"}),
        ("On orders from Chile, Norway closed its border.", "COERCE", {"NOR"}, set()),
        ("Following a tip from Chile, Norway seized the ship.", "COERCE", {"NOR"}, set()),
        ("With help from Chile, Norway attacked the militants.", "ASSAULT", {"NOR"}, set()),
        ("With help from Chile, Norway attacked Peru.", "ASSAULT", {"NOR"}, {"PER"}),
    ],
)
def test_at_whose_bidding_or_with_whose_help_it_is_done_is_not_struck(
    text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    assert [sides(e) for e in code(text).events if e.type == type_] == [(actors, recipients)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway hailed the lifting of sanctions on Chile.",
        "Norway welcomed the easing of restrictions on Chilean travel.",
    ],
)
def test_who_hails_a_deed_has_not_done_it(text: str) -> None:
    assert all("NOR" not in sides(e)[0] for e in code(text).events if e.type == "CONCEDE")


@pytest.mark.parametrize(
    "text",
    [
        "Norway deplored the violation of the borders of Peru by Chile.",
        "Norway deplored the violation of the borders of Peru by Chile and the flight of its people.",
    ],
)
def test_who_is_told_to_have_done_what_is_deplored_is_blamed(text: str) -> None:
    assert [sides(e) for e in code(text).events if e.type == "ACCUSE"] == [({"NOR"}, {"CHL"})]


def test_measures_told_before_are_lifted_by_whoever_took_them() -> None:
    text = "In 2012 Norway imposed sanctions on Chile; those sanctions were lifted after the sailor's safe return."
    assert [sides(e) for e in code(text).events if e.type == "CONCEDE"] == [({"NOR"}, {"CHL"})]
    events = code("Norway reimposed sanctions on Chile lifted in May.").events
    assert [sides(e) for e in events if e.type == "CONCEDE"] == [({"NOR"}, {"CHL"})]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # rows that prepositions, dashes, "plus" and "joined by" go on with
        ("The coup was condemned by Norway and by Chile.", "ACCUSE", {"NOR", "CHL"}, set()),
        (
            "The rebels will be pressed by Norway - and its main ally, Chile - to accept.",
            "REQUEST",
            {"NOR", "CHL"},
            set(),
        ),
        (
            "Ambassadors of Norway, Chile and Peru - three of the council's members - plus Togo met on Monday.",
            "CONSULT",
            {"NOR", "CHL", "PER", "TGO"},
            set(),
        ),
        ("Norwegian lawmakers, joined by colleagues from Peru, visited Chile.", "CONSULT", {"NOR", "PER"}, {"CHL"}),
        # nobody punishes because he was dealt with
        ("Two Norwegian firms were sanctioned for selling parts to Chile.", "SANCTION", set(), {"NOR"}),
        # a threat is his in whose words it was seen
        ("Norwegians took the Chilean speech as a threat that he would seize the boats.", "THREATEN", {"CHL"}, {"NOR"}),
        # both hold the drill
        ("Norway held military exercises with Chile in June.", "MOBILIZE", {"NOR", "CHL"}, set()),
        # what was denied is summed up; who is asked refuses
        (
            "Norway's premier accused Chile of arming rebels, a charge Chile's president rejected.",
            "ACCUSE",
            {"NOR"},
            {"CHL"},
        ),
        ("Norway asked Chile to hand over the men, but it refused.", "REJECT", {"CHL"}, {"NOR"}),
        # an envoy is not his host's, whom the ministry is that calls him in
        ("Norway's embassy in Lima was attacked. Peru summoned the ambassador.", "ACCUSE", {"PER"}, {"NOR"}),
        ("Norway's ambassador to Chile was called in by the foreign ministry.", "ACCUSE", {"CHL"}, {"NOR"}),
        # whose deliveries are stopped; the people of the land march to an embassy
        ("Norwegian gas deliveries to Chile were suspended.", "SANCTION", {"NOR"}, {"CHL"}),
        ("Thousands protested outside the Norwegian embassy in Lima.", "PROTEST", {"PER"}, {"NOR"}),
        ("Thousands marched to the UK embassy in Lima.", "PROTEST", {"PER"}, {"GBR"}),
        # told that something must be done, one is asked to do it
        ("Norway told Chile that the sailors must be released.", "REQUEST", {"NOR"}, {"CHL"}),
    ],
)
def test_sides_of_rows_envoys_and_answers(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    assert (actors, recipients) in [sides(e) for e in code(text).events if e.type == type_]


def test_who_is_summoned_is_told_to_leave() -> None:
    coded = code("Norway's foreign minister summoned the Chilean ambassador. He was told to leave the country.")
    assert not [e for e in coded.events if e.type == "REQUEST" and "NOR" in sides(e)[1]]


def test_a_deal_that_is_waited_for_is_none_yet() -> None:
    coded = code("Norway's troops will not leave before a deal with Chile.")
    assert not [e for e in coded.events if e.type == "SUPPORT" and e.status == "occurred"]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Chile has detained a Norwegian sailor, Oslo said. Norway's embassy asked to see the detained Norwegian.",
            "COERCE",
            ({"CHL"}, {"NOR"}),
        ),
        (
            "Chile invaded Peru in May. After the further invasion of Peru, grain prices rose.",
            "ASSAULT",
            ({"CHL"}, {"PER"}),
        ),
    ],
)
def test_what_is_done_again_to_the_same_side_is_the_same_ones_deed(
    text: str, type_: str, expected: tuple[set[str], set[str]]
) -> None:
    assert {(frozenset(a), frozenset(r)) for a, r in (sides(e) for e in code(text).events if e.type == type_)} == {
        (frozenset(expected[0]), frozenset(expected[1]))
    }


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        # Europe acts or is dealt with; it is no party where it is only the ground
        (
            "The United States, Europe and others boycott Chilean potash.",
            "SANCTION",
            ({"USA", "European Union"}, {"CHL"}),
        ),
        ("Chile received broad support from Europe.", "SUPPORT", ({"European Union"}, {"CHL"})),
        # "plan" is what both do
        (
            "Norway and European Union plan to impose an embargo on Chile next month.",
            "SANCTION",
            ({"NOR", "European Union"}, {"CHL"}),
        ),
        (
            "A UN envoy held talks with the Greek- and Turkish-Cypriot leaders.",
            "CONSULT",
            ({"United Nations", "CYP"}, set()),
        ),
        ("The annual US-Philippine military exercises began off Luzon.", "MOBILIZE", ({"USA", "PHL"}, set())),
        ("Norway and Chile resumed talks in Geneva; Peru condemned Togo.", "CONSULT", ({"NOR", "CHL"}, set())),
        ("In Geneva, Norway, Peru and Chile agreed to share data.", "AGREE", ({"NOR", "PER", "CHL"}, set())),
        ("Norway bombed Chile together with Peru.", "ASSAULT", ({"NOR", "PER"}, {"CHL"})),
    ],
)
def test_who_acts_together(text: str, type_: str, expected: tuple[set[str], set[str]]) -> None:
    assert expected in [sides(e) for e in code(text).events if e.type == type_]


def test_what_is_told_is_not_asked_of_the_hearer() -> None:
    coded = code("Peru continues to wage its war in Chile, Chile's president told Norway's premier.")
    assert not [e for e in coded.events if e.type == "REQUEST"]


def test_a_land_is_no_union() -> None:
    assert not [
        e for e in code("Chile's foreign minister met Peruvian envoys in Europe.").events if e.type != "CONSULT"
    ]
    assert all("European Union" not in sides(e)[0] for e in code("Chilean envoys met Peruvian ones in Europe.").events)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("In May he struck a deal with Chile and Peru, said the president of Norway.", {"NOR", "CHL", "PER"}),
        ("Norway's minister said a treaty with Chile and Peru had been concluded.", {"NOR", "CHL", "PER"}),
        # rows of people of several lands, one of whom was read as another name of the first
        (
            "Norway's finance minister, Chile's treasury secretary and Peru's tax chief signed the pact.",
            {"NOR", "CHL", "PER"},
        ),
    ],
)
def test_deal_is_of_all_who_made_it(text: str, parties: set[str]) -> None:
    assert parties in [{p.key for p in e.actors} for e in code(text).events if e.type == "SUPPORT"]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Norway offered Chile and Peru an exemption from its tariffs.", "CONCEDE", {"NOR"}, {"CHL", "PER"}),
        ("Chile was pressed by Norway, and its ally, Peru, to yield.", "REQUEST", {"NOR", "PER"}, {"CHL"}),
        (
            "Norwegian Premier Kari Moe and visiting Peruvian diplomats agreed that Chile should end its raids.",
            "REQUEST",
            {"NOR", "PER"},
            {"CHL"},
        ),
    ],
)
def test_all_of_a_row_are_on_its_side(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    told = [({p.key for p in e.actors}, {p.key for p in e.recipients}) for e in code(text).events if e.type == type_]
    assert (actors, recipients) in told


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # who calls says it himself
        ("Chile's president phoned Peru's president to apologise to him.", "CONCEDE", {"CHL"}, {"PER"}),
        (
            "Chile's president called the Peruvian ambassador to check on his staff and express his condolences.",
            "SUPPORT",
            {"CHL"},
            {"PER"},
        ),
        # who is to lift measures has imposed them
        ("Chile wants Norway to remove the tariffs that have been imposed.", "SANCTION", {"NOR"}, {"CHL"}),
        # whose firms are kept from another's wares
        ("The order would ban Chilean firms from using phones made by Norway's Moe.", "SANCTION", {"CHL"}, {"NOR"}),
        # what both do
        ("The sides ended a three-year freeze on talks between Chile and Peru.", "SANCTION", {"CHL", "PER"}, set()),
        ("The fighting has killed 1,900 Chileans and 67 Peruvians.", "ASSAULT", {"CHL", "PER"}, set()),
    ],
)
def test_who_does_it_by_another_verb(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    rest = " The weather was fine on Friday. A spokesman said that work would go on. Others were calm."
    told = [
        ({p.key for p in e.actors}, {p.key for p in e.recipients}) for e in code(text + rest).events if e.type == type_
    ]
    assert (actors, recipients) in told


def test_who_held_them_frees_them() -> None:
    coded = code("Two Norwegian sailors held by Chile were freed after mediation by Peru.")
    assert ({"CHL"}, {"NOR"}) in [sides(e) for e in coded.events if e.type == "RETREAT"]


def test_who_gets_the_letter_is_not_blamed() -> None:
    coded = code("In a letter to Chile's president, Norway's premier condemned the bombing of the consulate.")
    assert not [e for e in coded.events if e.type == "ACCUSE" and "CHL" in sides(e)[1]]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("News came as Chile raised its tone toward Peru, warning Lima of a war.", "THREATEN", "CHL", "PER"),
        ("Chile drew red lines for a deal, accusing Peru of piracy.", "ACCUSE", "CHL", "PER"),
        ("Chile says force has yet to calm Bolivia and will press Peru on leaving the pact.", "REQUEST", "CHL", "PER"),
    ],
)
def test_what_happens_has_no_voice_and_who_tries_is_named_above(
    text: str, type_: str, actors: str, recipients: str
) -> None:
    assert ({actors}, {recipients}) in [sides(e) for e in code(text).events if e.type == type_]


def test_ones_own_rival_is_not_whom_one_presses() -> None:
    text = "Chile's president Ana Soto pressed Norway's premier Erna Solberg to expel Chilean senator Pablo Rojas."
    found = [e for e in code(text).events if e.type == "REQUEST"]
    assert found
    assert {p.key for e in found for p in e.recipients} == {"NOR"}


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Peru and Norway were among the states that condemned Chile.", "ACCUSE", {"PER", "NOR"}, {"CHL"}),
        ("Norway is one of several countries that recalled their envoys from Chile.", "SANCTION", {"NOR"}, {"CHL"}),
        ("Norway is withdrawing half of the staff at its embassy in Chile.", "SANCTION", {"NOR"}, {"CHL"}),
        ("Chilean protesters stormed the gates of the Norwegian embassy.", "ASSAULT", {"CHL"}, {"NOR"}),
        ("Norway will no longer meet Chile's envoys.", "REJECT", {"NOR"}, {"CHL"}),
        ("Norway, which put a hold on UNESCO funding yesterday, erred.", "SANCTION", {"NOR"}, {"UNESCO"}),
        ("Chilean ministers sought a delay of the tariffs that Norway announced.", "REQUEST", {"CHL"}, {"NOR"}),
        ("Norway said it would no longer deal with Chile's ambassador.", "REJECT", {"NOR"}, {"CHL"}),
    ],
)
def test_sides_of_one_of_many_of_embassies_and_of_what_is_done_no_longer(
    text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    assert sides(the(type_, code(text))) == (actors, recipients)


def test_whoever_owns_what_is_struck_does_not_strike_it() -> None:
    text = "Three Chilean firms were put on Norway's sanctions list because of their ownership by Chilean Juan Rojas."
    assert "CHL" not in sides(the("SANCTION", code(text)))[0]


def test_forces_loyal_to_somebody_are_his() -> None:
    deed = next(
        e for e in code("Forces loyal to Chile's president shelled a Norwegian village.").events if e.type == "ASSAULT"
    )
    assert sides(deed) == ({"CHL"}, {"NOR"})


def test_insults_are_exchanged_by_two_not_with_their_host() -> None:
    blame = next(
        e for e in code("The leaders of Norway and Chile exchanged insults in Singapore.").events if e.type == "ACCUSE"
    )
    assert sides(blame) == ({"NOR", "CHL"}, set())


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # all who are named behind "by", also where it was read as said of the verb
        ("Peru dismissed the claim made by Chile and Bolivia.", "REJECT", {"PER"}, {"CHL", "BOL"}),
        ("Peru condemned the launches by Chile and Bolivia.", "ACCUSE", {"PER"}, {"CHL", "BOL"}),
        # where it is judged, and on whom it is blamed
        ("Chile has been condemned in Peru for its support of the rebels.", "ACCUSE", {"PER"}, {"CHL"}),
        ("Chile said that a raid had cost ten lives. Peru blamed it on Bolivia.", "ACCUSE", {"PER"}, {"BOL"}),
        ("Chile spoke of a poor harvest. Peru blamed it on the weather.", "ACCUSE", {"PER"}, set()),
        # whom forces are moved against
        ("Peru is moving 2,000 troops to Bolivia as a deterrent to Chile.", "MOBILIZE", {"PER"}, {"CHL"}),
        ("Peruvian bombers arrived at a base in Bolivia after Chilean threats.", "MOBILIZE", {"PER"}, {"CHL"}),
        # what several do to the third who is named beside it
        (
            "Chile fired on a crowd, which led to joint Peruvian and Bolivian airstrikes.",
            "ASSAULT",
            {"PER", "BOL"},
            {"CHL"},
        ),
    ],
)
def test_sides_that_stand_beside_the_verb(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    assert (actors, recipients) in [sides(e) for e in code(text).events if e.type == type_]


def test_a_side_left_open_is_told_by_another_mention() -> None:
    text = (
        "Peru's sanctions have made bread dear at home. Bakers marched in the capital. "
        "In Chile the price of cod has doubled since Peru's sanctions began."
    )
    assert sides(the("SANCTION", code(text))) == ({"PER"}, {"CHL"})
