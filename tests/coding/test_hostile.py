"""Force, blame and protest in sentences of our own: who does it to whom, where a pronoun or a place could mislead."""

import pytest
from coding_builders import code, deeds


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        # whose soldiers do it about whom one complains, and whose are killed
        ("Peru protested to Chile about an incursion by its soldiers.", ("ASSAULT", None, {"CHL"}, {"PER"})),
        ("Peru accused Chile of killing nine of its soldiers.", ("ASSAULT", None, {"CHL"}, {"PER"})),
        ("Peru says Chilean forces killed nine of its soldiers.", ("ASSAULT", None, {"CHL"}, {"PER"})),
        # whose land is not to be entered; whom an ally faces
        ("A Danish lawmaker was denied a visa to enter Togo.", ("COERCE", "restrict", {"TGO"}, {"DNK"})),
        ("Togo, a Danish ally facing Chadian aggression, armed itself.", ("ASSAULT", None, {"TCD"}, {"TGO"})),
        # where somebody is kept
        ("A Danish pastor has been in detention in Togo for two years.", ("COERCE", "arrest", {"TGO"}, {"DNK"})),
        # what is joined to "its part in another's war"
        (
            "Ties with Togo are strained over its part in Chad's war and its test launch of a missile.",
            ("MOBILIZE", "weapons", {"TGO"}, {"TCD"}),
        ),
        # who laid a bomb, who died of it
        ("Two Danish nurses were killed by a bomb planted by Hamas.", ("ASSAULT", "explosives", {"PSE"}, {"DNK"})),
        ("Six Danish nurses died after gunmen opened fire on their bus in Mali.", ("ASSAULT", None, set(), {"DNK"})),
        ("Six Danes were killed when Syrian army shells hit their base.", ("ASSAULT", None, {"SYR"}, {"DNK"})),
        # exiles at the embassy of their own state
        ("Iranian exiles protested outside the Iranian embassy in Oslo.", ("PROTEST", "demo", {"IRN"}, {"IRN"})),
        # envoys by their French title
        ("Chile has summoned Peru's charge d'affaires over it.", ("ACCUSE", "disapprove", {"CHL"}, {"PER"})),
        # who is behind it in what is alleged
        ("Kenya says Togo was behind the kidnapping of a Briton.", ("ASSAULT", "abduct", {"TGO"}, {"GBR"})),
        # allies without a name are asked, nobody else
        ("Chile asked its allies to follow suit after Peru closed the border.", ("REQUEST", "change", {"CHL"}, set())),
        # two capitals of a headline
        ("Tokyo, Manila condemn Chinese water cannon use", ("ACCUSE", "disapprove", {"JPN", "PHL"}, {"CHN"})),
        # measures are no land that is taken, and hang on the deed of whom they threaten
        (
            "Beijing threatened to take countermeasures if Peru's speaker goes ahead with a stopover in Taiwan.",
            ("THREATEN", None, {"CHN"}, {"PER"}),
        ),
        # whose citizens are counted, and whose forces an army speaks of
        ("Chad accused Niger's army of killing dozens of its citizens.", ("ASSAULT", None, {"NER"}, {"TCD"})),
        ("Chad's military said jets had bombed two camps in Niger.", ("ASSAULT", "aerial", {"TCD"}, {"NER"})),
        ("Two Danish nurses were hurt when Chadian guards opened fire.", ("ASSAULT", "firearms", {"TCD"}, {"DNK"})),
        # a place says whose land is struck
        ("Russian missiles hit Odesa on Monday, Chile said.", ("ASSAULT", None, {"RUS"}, {"UKR"})),
        # whoever accuses without a name is not whom the misdeed touched
        ("Peru was accused of running guns to rebels in Ecuador.", ("ACCUSE", "allege", set(), {"PER"})),
        # both sides are not those who call on them
        (
            "Chad fought Niger on Monday. Chad shelled Niger again. Peru and Chile called on both sides to stop.",
            ("REQUEST", "change", {"PER", "CHL"}, {"TCD", "NER"}),
        ),
        # a chamber is whose the words say; levels of alert are no ties
        ("Paraguay's Senate voted to reject Venezuela's entry.", ("REJECT", None, {"PRY"}, {"VEN"})),
        (
            "Serbia raised the alert level of its army.",
            ("MOBILIZE", "troops", {"SRB"}, set()),
        ),
        # deeds of police, suits to come, replies
        ("Ecuadorean police forced their way into the Mexican embassy.", ("COERCE", "seize", {"ECU"}, {"MEX"})),
        ("Cambodia says it will take Thailand to court.", ("ACCUSE", "allege", {"KHM"}, {"THA"})),
        ("Canberra expelled Fiji's envoy, and Suva responded in kind.", ("SANCTION", "expel", {"FJI"}, {"AUS"})),
        # what others say of a thing in passing, and what two agree on of a third
        ("Peru shot down a Chilean jet it said had violated its airspace.", ("COERCE", None, {"CHL"}, {"PER"})),
        ("Peru and Mali agreed that Chile was behind the fire.", ("ACCUSE", "allege", {"PER", "MLI"}, {"CHL"})),
        ("Chilean rebels claimed the attack on a Peruvian convoy.", ("ASSAULT", None, {"CHL"}, {"PER"})),
        ("Chile rattled its sabre at Peru.", ("THREATEN", "violence", {"CHL"}, {"PER"})),
        # what is named as somebody sees it, what one goes ahead with
        (
            "Peru slapped sanctions on what it called a ring of Chilean firms.",
            ("SANCTION", "discontinue", {"PER"}, {"CHL"}),
        ),
        ("Peru will go ahead with the planned tariffs on Chile.", ("SANCTION", "discontinue", {"PER"}, {"CHL"})),
        ("Peru will not go ahead with tariffs on Chile.", ("CONCEDE", None, {"PER"}, {"CHL"})),
        ("Peru agreed not to proceed with its plan to raise tariffs on Chile.", ("CONCEDE", None, {"PER"}, {"CHL"})),
        ("US CARRIES OUT AIRSTRIKES IN IRAQ AFTER ENVOY IS KILLED", ("ASSAULT", "aerial", {"USA"}, {"IRQ"})),
        # verdicts on effects and on help not given, envoys called home by name
        ("Mali said Chile's move would have a detrimental impact.", ("ACCUSE", "disapprove", {"MLI"}, {"CHL"})),
        ("Peru's premier said Chile was not helping.", ("ACCUSE", "disapprove", {"PER"}, {"CHL"})),
        ("Chile's envoys did not show up for talks with Peru.", ("REJECT", "meet", {"CHL"}, {"PER"})),
        ("Peru recalled Ana Rojas as its ambassador to Chile.", ("SANCTION", "withdraw", {"PER"}, {"CHL"})),
        # the second verb of a headline
        ("Hamas rejects offer, fires rockets at Lod in Israel", ("ASSAULT", "heavy-weapons", {"PSE"}, {"ISR"})),
        ("Saudi-led coalition bombs Sanaa airport, Houthis say", ("ASSAULT", "aerial", {"SAU"}, {"YEM"})),
    ],
)
def test_who_does_it_to_whom(text: str, deed: tuple[str, str | None, set[str], set[str]]) -> None:
    assert deed in deeds(text)


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Peru, having expelled six Chilean diplomats, closed its border.", "SANCTION", "occurred"),
        ("Peru protested to Chile about an incursion by its soldiers.", "ASSAULT", "occurred"),
        ("Beijing will respond if Peru's speaker goes ahead with a stopover in Taiwan.", "CONSULT", "proposed"),
    ],
)
def test_how_far_it_came(text: str, type_: str, status: str) -> None:
    assert status in [e.status for e in code(text).events if e.type == type_]


def test_an_opposition_that_asks_its_own_government_asks_nobody_else() -> None:
    assert not any(t == "REQUEST" for t, *_ in deeds("Australia's opposition called on the government to warn Israel."))


def test_a_rocket_that_hit_somebody_is_no_test_of_weapons() -> None:
    assert [e.type for e in code("A rocket fired by Hamas hit a house in Israel.").events] == ["ASSAULT"]


def test_drills_with_an_ally_are_not_stopped_against_him() -> None:
    text = (
        "Peru's president met his Chilean counterpart on Monday. Peru said it would stop military exercises with Mali, "
        "which Chile has long sought. Chile had called the drills a rehearsal for war."
    )
    assert not [d for d in deeds(text) if d[0] == "SANCTION"]
    assert ("SANCTION", "discontinue", {"PER"}, {"CHL"}) in deeds(
        "Peru suspended joint drills with Chile after the raid."
    )
