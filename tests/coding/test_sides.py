"""Who does it to whom: sentences of our own through the whole path."""

import pytest
from coding_builders import code, sides


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # others than those whose allies they are
        ("U.S. allies, including Norway and Peru, criticised Chile's plan.", "ACCUSE", {"NOR", "PER"}, {"CHL"}),
        ("US allies Norway and Peru criticised Chile.", "ACCUSE", {"NOR", "PER"}, {"CHL"}),
        ("America's allies in the region rejected the Chilean proposal.", "REJECT", set(), {"CHL"}),
        # whose measures a law of the struck carries out; what somebody refuses to lift is refused to the struck
        ("The Chilean president signed a law on US sanctions against Chilean officials.", "SANCTION", {"USA"}, {"CHL"}),
        ("Norway rejected calls to lift sanctions on Chile.", "REJECT", {"NOR"}, {"CHL"}),
        ("Norway is in no hurry to lift sanctions on Chile.", "REJECT", {"NOR"}, {"CHL"}),
        # where an envoy serves who is recalled, summoned or expelled by name
        ("Norway recalled its ambassador to Chile, Ola Hansen, on Monday.", "SANCTION", {"NOR"}, {"CHL"}),
        ("Norway's ambassador to Chile, who was recalled in May, spoke.", "SANCTION", {"NOR"}, {"CHL"}),
        ("Norway's ambassador to Chile, Ola Hansen, was summoned on Monday.", "ACCUSE", {"CHL"}, {"NOR"}),
        ("Norway's ambassador to Chile, Ola Hansen, was ordered to leave.", "SANCTION", {"CHL"}, {"NOR"}),
        # a finite verb joined to an infinitive is the asker's
        ("Norway asked Chile to free the crew, and threatened to expel Chile's envoy.", "THREATEN", {"NOR"}, {"CHL"}),
        # who is meant by "leaders of other nations"; who met is told by another sentence
        (
            "Kenya's president met leaders of other nations, Ghana's Premier Ama Boateng and Togo's Premier Kofi Toe.",
            "CONSULT",
            {"KEN", "GHA"},
            set(),
        ),
        (
            "Norway's premier had talks on Monday. On the sidelines he met Chile's president.",
            "CONSULT",
            {"NOR", "CHL"},
            set(),
        ),
        # whose meeting is criticised at home
        (
            "Norway's opposition criticised the Norwegian premier's meeting with Kofi Boateng of Ghana.",
            "ACCUSE",
            {"NOR"},
            set(),
        ),
        # a light verb with its preposition
        ("Norway retaliated with sanctions against Chile.", "SANCTION", {"NOR"}, {"CHL"}),
        ("Norway lodged a protest with South Korea over the drills.", "ACCUSE", {"NOR"}, {"KOR"}),
        # what is talked of talks to nobody, where it was signed signs nothing
        ("Norway's premier and Chile's president discussed Peru by phone.", "CONSULT", {"NOR", "CHL"}, set()),
        ("Norway and Chile signed a peace treaty in Brasilia.", "SUPPORT", {"NOR", "CHL"}, set()),
        # who wages war out of office; who suffers what is called his
        ("Saddam Hussein's bombardment of Kuwait was illegal, Chile said.", "ASSAULT", {"IRQ"}, {"KWT"}),
        ("The papers praised President Bush's invasion of Panama.", "ASSAULT", {"USA"}, {"PAN"}),
        ("The Peruvian's detention in Chile angered Lima.", "COERCE", set(), {"PER"}),
        ("The Peruvian student's sentence was cut by a Chilean court.", "SANCTION", {"CHL"}, {"PER"}),
        ("Peru pulled out of a treaty signed in Oslo in 1990.", "SANCTION", {"PER"}, set()),
        # with whom a raid is agreed, who answers it
        ("Norwegian jets bombed a village, drawing criticism from Chile.", "ASSAULT", {"NOR"}, set()),
        ("Norwegian jets bombed a village, drawing a protest from Chile.", "ACCUSE", {"CHL"}, {"NOR"}),
        ("Norway suspended operations at its embassy in Chile.", "SANCTION", {"NOR"}, {"CHL"}),
        ("Norway will delay its raid in coordination with Chile.", "ASSAULT", {"NOR"}, set()),
        ("A Norwegian bank was fined over its dealings with Chile.", "SANCTION", set(), {"NOR"}),
        # whom a cause makes do it
        ("The quarrel drove Norway to expel two Chilean diplomats.", "SANCTION", {"NOR"}, {"CHL"}),
        # what is shot down, raided or bombed acts on nobody
        ("A Norwegian drone was shot down over the sea by Chile.", "ASSAULT", {"CHL"}, {"NOR"}),
        ("A Norwegian plane was shot down on Monday, Chile said.", "ASSAULT", set(), {"NOR"}),
        ("Ghana's raid on a Togolese warship killed six.", "ASSAULT", {"GHA"}, {"TGO"}),
        ("Kenya blamed Ghana for the downing of two Togolese balloons.", "ASSAULT", {"GHA"}, {"TGO"}),
        # whose the words are that another backs or weighs; what is called a name is not called
        ("Germany backed a French proposal for a new fund.", "SUPPORT", {"DEU"}, {"FRA"}),
        ("Germany backed American demands that Iran free the crew.", "REQUEST", {"USA"}, {"IRN"}),
        ("Germany is considering a French request for more troops.", "REQUEST", {"FRA"}, {"DEU"}),
        ('Kenya called the Somali demand "absurd" on Monday.', "REJECT", {"KEN"}, {"SOM"}),
        # to whom and of whom it is said
        ("Norway told Chile that its new map was unacceptable.", "ACCUSE", {"NOR"}, {"CHL"}),
        ("Norway told Chile that it would never accept such an ultimatum.", "REJECT", {"NOR"}, {"CHL"}),
        ('"It is a disgrace," the Norwegian premier said of Chile\'s decision.', "ACCUSE", {"NOR"}, {"CHL"}),
        ('"Such behaviour is unacceptable," Norway\'s premier said, referring to Chile.', "ACCUSE", {"NOR"}, {"CHL"}),
        ("Asked about Chile's claims, the Norwegian spokesman said they were baseless.", "REJECT", {"NOR"}, {"CHL"}),
        ("Gambia's lawyer told the court in The Hague that Chile had violated the pact.", "ACCUSE", {"GMB"}, {"CHL"}),
        # whose a junta or a politburo is
        ("Niger's junta rejected a French ultimatum.", "REJECT", {"NER"}, {"FRA"}),
        ("The Politburo in Beijing condemned Norway.", "ACCUSE", {"CHN"}, {"NOR"}),
        # whose people protest in a town, and whose the target is
        ("Protesters in Karachi burned Danish flags on Monday.", "PROTEST", {"PAK"}, {"DNK"}),
        ("Hundreds demonstrated in front of the Israeli consulate in Istanbul.", "PROTEST", {"TUR"}, {"ISR"}),
        ("Protests erupted at the French embassy in Bamako on Monday.", "PROTEST", {"MLI"}, {"FRA"}),
        ("Prosecutors in Milan charged two Egyptian officers with murder.", "ACCUSE", {"ITA"}, {"EGY"}),
        # who is to blame
        ("Norway said that Chile was to blame for the fire.", "ACCUSE", {"NOR"}, {"CHL"}),
        ("Norway said that Chile had only itself to blame.", "ACCUSE", {"NOR"}, {"CHL"}),
        # one who quarrels with another, and what takes two
        ("Norway hurled abuse at Chile on Monday.", "ACCUSE", {"NOR"}, {"CHL"}),
        ("Norway traded insults with Chile on Monday.", "ACCUSE", {"NOR", "CHL"}, set()),
        # several at whom their words do not aim
        (
            "Kenya and Ghana objected to the draft, while Togo said that it went too far.",
            "REJECT",
            {"KEN", "GHA"},
            {"TGO"},
        ),
        # bodies of one state that are at odds; a state that strikes at home
        ("The Taliban rejected talks with the Afghan government.", "REJECT", {"AFG"}, {"AFG"}),
        ("Norway used chemical weapons on its own people.", "ASSAULT", {"NOR"}, {"NOR"}),
        # an appeal to all asks nothing of whom it is about
        ("Norway called on all nations to recognise Chile as an aggressor.", "REQUEST", {"NOR"}, set()),
        # who receives a promise has not made it
        ("Norway received a guarantee from Chile that the ferry would run.", "AGREE", {"CHL"}, {"NOR"}),
        # whose prison it is
        ("Four Ghanaian prisoners held at a Togolese camp fell ill.", "COERCE", {"TGO"}, {"GHA"}),
        ("Jon Berg of Norway waved from the Chilean jail where he is being held.", "COERCE", {"CHL"}, {"NOR"}),
        # who is told of in a clause of a noun
        ("Yesterday brought word that Norway had rejected Chile's bid.", "REJECT", {"NOR"}, {"CHL"}),
        # the first of a row of modifiers
        ("Senior Kenya, Ghanaian and other diplomats accuse Togo of lying.", "ACCUSE", {"KEN", "GHA"}, {"TGO"}),
        # who does it to "him"; whom an opening clause tells of
        (
            "Norway's President Jon Berg called his Chilean counterpart Luis Lopez, urging him to pay.",
            "REQUEST",
            {"NOR"},
            {"CHL"},
        ),
        (
            "As he prepared to meet Chile's leader Luis Lopez in Lima, Norway's President Jon Berg spoke of hope.",
            "CONSULT",
            {"NOR", "CHL"},
            set(),
        ),
        # companions of a list
        ("Norway, along with Kenya, condemned Chile on Monday.", "ACCUSE", {"NOR", "KEN"}, {"CHL"}),
        ("Norway, together with Kenya, condemned Chile on Monday.", "ACCUSE", {"NOR", "KEN"}, {"CHL"}),
        # the agent of a passive that hangs on what is said of its subject
        ("Chile's decision was described as a disgrace by Norway.", "ACCUSE", {"NOR"}, {"CHL"}),
        # what comes from somebody
        ("Ghana's economy was hurt by sanctions from Togo.", "SANCTION", {"TGO"}, {"GHA"}),
        ("Togo has faced years of sanctions and isolation from Ghana.", "SANCTION", {"GHA"}, {"TGO"}),
        # whose deed it must be by the verb over it, by what is done with it
        ("Togo abruptly cancelled a planned missile attack on Ghana.", "ASSAULT", {"TGO"}, {"GHA"}),
        ("Ghanaian trawlers fished on Monday in defiance of Togo's order.", "REJECT", {"GHA"}, {"TGO"}),
        # what kind of war it is
        ("Kenya condemned Togo's senseless war of conquest against Ghana.", "ASSAULT", {"TGO"}, {"GHA"}),
        # who does the second thing, read as one more of what the first is done to
        (
            "Togo has also seized two other foreign cargo ships and Ghana blames Lome for the loss of a ferry.",
            "ACCUSE",
            {"GHA"},
            {"TGO"},
        ),
        # what they did, read as one of them
        (
            "Two ferries were sunk last year in rocket attacks the Netherlands blamed on Togo.",
            "ACCUSE",
            {"NLD"},
            {"TGO"},
        ),
        ("Ghana blamed the attempt on its envoy's life on Togo.", "ACCUSE", {"GHA"}, {"TGO"}),
        # a user acts, not the means
        ("Ghana found two tunnels used by Togo to attack Ghanaian soldiers.", "ASSAULT", {"TGO"}, {"GHA"}),
        # a relation "with" somebody is that of the clause's subject
        ("Togo is preparing for a trade war with Ghana.", "SANCTION", {"TGO"}, {"GHA"}),
        # who is accused in the claims that are looked into
        ("Ghana is investigating allegations of Togolese interference in its election.", "ACCUSE", {"GHA"}, {"TGO"}),
        # a guest whose "visiting" was read as what is told; what lies between two is both's
        (
            "Ghanaian President John Mahama told visiting Togolese President Faure Gnassingbe that trade had grown.",
            "CONSULT",
            {"TGO"},
            {"GHA"},
        ),
        ("The trade war between Togo and Ghana hurts farmers.", "SANCTION", {"TGO", "GHA"}, set()),
        # whose the measures are lifts them
        ("Markets await the lifting of a Togolese embargo on Ghanaian cocoa.", "CONCEDE", {"TGO"}, {"GHA"}),
        # gas strikes nobody because he is near
        ("Norway said that Togo had used poison gas.", "ASSAULT", {"TGO"}, set()),
        # whose embassy it was
        ("The Togolese embassy in Ghana was closed on Monday.", "SANCTION", {"TGO"}, {"GHA"}),
        ("Togo's embassy in Ghana will remain closed for a month.", "SANCTION", {"TGO"}, {"GHA"}),
        # a visitor who was read as what one visits
        (
            "Visiting Togolese Prime Minister Victoire Dogbe gave a thinly disguised warning to Ghana.",
            "THREATEN",
            {"TGO"},
            {"GHA"},
        ),
        # "it" under another "it"
        (
            "Ghana warned Togo of trouble if it does not free a Ghanaian ship it seized on Friday.",
            "COERCE",
            {"TGO"},
            {"GHA"},
        ),
        # a name in brackets
        (
            '"In this context, he [Putin] extended an invitation to Ghana," the ministry said.',
            "AGREE",
            {"RUS"},
            {"GHA"},
        ),
        # who is condemned for a deed told before; never whom it struck
        ("Togo shelled two Ghanaian towns on Monday. Kenya has condemned the shelling.", "ACCUSE", {"KEN"}, {"TGO"}),
        ("Togo shelled Ghana. Kenya has criticised the sanctions on Peru.", "ACCUSE", {"KEN"}, set()),
        # whose the remarks were
        (
            '"Ghana is run by fools," Togolese Prime Minister Ali Bako said. Those comments drew a rebuke from Ghana.',
            "ACCUSE",
            {"GHA"},
            {"TGO"},
        ),
        # its neighbour is somebody else; a denial answers somebody
        ("Togo called on its neighbour to halt the tests, a blow to Ghana.", "REQUEST", {"TGO"}, {"GHA"}),
        ("Togo denied its royal family was involved in the killing, Ghana said.", "REJECT", {"TGO"}, {"GHA"}),
        # the West's
        ("Years of western sanctions on Ghana have failed.", "SANCTION", {"the West"}, {"GHA"}),
        # the place of an embassy, of a visit
        ("Norway closed its embassy in Chile on Monday.", "SANCTION", {"NOR"}, {"CHL"}),
        # whoever is refused is not whom the measures strike
        ("Norway refused to join sanctions against Chile.", "REJECT", {"NOR"}, set()),
        # who agrees together has nobody else on the other side
        ("Norway and Kenya agreed to work for the reform of NATO.", "AGREE", {"NOR", "KEN"}, set()),
        # the half of a divided name
        ("Talks between North and South Korea were held on Monday.", "CONSULT", {"PRK", "KOR"}, set()),
        # whose arrest it is was arrested
        ("Chilean writer Ines Alvear left. After Alvear's arrest, Kenya protested.", "COERCE", set(), {"CHL"}),
        # of two subjects the one of the clause below
        ("Kenya backs Chile, which Norwegian agencies suspect attacked a port in Peru.", "ASSAULT", {"CHL"}, {"PER"}),
        # a state's own name before measures says whom they strike
        ("The Chile sanctions were tightened on Monday.", "SANCTION", set(), {"CHL"}),
        # a denial answers who has claimed it
        ("Chile accused Norway of spying on its navy, but Norway denied this.", "REJECT", {"NOR"}, {"CHL"}),
        # who did the same did it to the same party, or in return
        ("Norway imposed sanctions on Chile in March, and Peru followed suit.", "SANCTION", {"PER"}, {"CHL"}),
        ("Norway seized a Chilean trawler. Chile retaliated in kind a week ago.", "COERCE", {"CHL"}, {"NOR"}),
    ],
)
def test_sides_follow_the_words(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    found = [sides(e) for e in code(text).events if e.type == type_]
    assert (actors, recipients) in found, found


def test_a_test_of_weapons_is_aimed_at_nobody_unless_the_words_say_so() -> None:
    coded = code("Norway criticised Chile on Monday. Chile tested two missiles on Tuesday.")
    assert [sides(e) for e in coded.events if e.type == "MOBILIZE"] == [({"CHL"}, set())]


def test_different_sanctions_of_the_same_two_stay_apart() -> None:
    coded = code("Norway imposed tariffs on Chile on Monday. Norway also expelled two Chilean diplomats.")
    assert [e.mode for e in coded.events if e.type == "SANCTION"] == ["discontinue", "expel"]


def test_who_is_blamed_elsewhere_is_the_alleged_author() -> None:
    coded = code("The poisoning of Kenyan envoys shocked Oslo. Norway blamed Chile for the poisoning.")
    found = [e for e in coded.events if e.type == "ASSAULT"]
    assert [(sides(e), e.status) for e in found] == [(({"CHL"}, {"KEN"}), "alleged")]


def test_an_open_recipient_is_whom_the_actor_had_to_do_with_just_before() -> None:
    coded = code("Norway condemned Chile on Monday. Kenya expelled a Togolese envoy. Norway threatened retaliation.")
    found = [e for e in coded.events if e.type == "THREATEN"]
    assert [(sides(e), e.how.get("parties")) for e in found] == [(({"NOR"}, {"CHL"}), "thread")]


@pytest.mark.parametrize(
    "text",
    [
        # something lifeless has threatened, nobody has spoken
        "Steps that threaten to raise tensions must be avoided, Norway's spokesman Jan Lie said in Chile.",
        # one's own side is told to do it, or not to
        "Norway's opposition leader Siv Jensen urged the Norwegian government not to join the strikes on Chile.",
        # the officer told off need not be the other's
        "Norway quarrelled with Chile in May. Norway's premier Erna Solberg railed against the officer.",
        # whoever is blamed is nobody of another state
        "Norway's foreign minister accused the Labourites of drumming up the quarrel.",
    ],
)
def test_what_nobody_says_to_another_state_is_no_event(text: str) -> None:
    last = [e for e in code(text).events if e.type in ("ACCUSE", "REQUEST", "THREATEN")]
    assert not [e.type for e in last if "quarrelled" not in text or "railed" in e.evidence[0].of(text)]
