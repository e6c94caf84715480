"""Who strikes, arrests, fights and is struck where the words tell it by place, by body or by a name."""

import pytest
from coding_builders import code, deeds

from detente.run.pipeline import default_coder


def sides(text: str, type_: str) -> list[tuple[set[str], set[str]]]:
    return [(actors, recipients) for kind, _, actors, recipients in deeds(text) if kind == type_]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # mobs, police and courts belong to the land where they are
        ("Protesters stormed the Norwegian embassy in Valparaiso.", "ASSAULT", {"CHL"}, {"NOR"}),
        ("The Norwegian embassy in Valparaiso was stormed by an angry crowd.", "ASSAULT", {"CHL"}, {"NOR"}),
        ("Hundreds of protesters hurled stones at the Norwegian embassy in Valparaiso.", "ASSAULT", {"CHL"}, {"NOR"}),
        ("Students seized the Norwegian embassy in Valparaiso.", "COERCE", {"CHL"}, {"NOR"}),
        ("A Norwegian reporter was sentenced by a Valparaiso court.", "SANCTION", {"CHL"}, {"NOR"}),
        ("Two Norwegian reporters were arrested in Valparaiso.", "COERCE", {"CHL"}, {"NOR"}),
        ("Police detained the Norwegian ambassador to Chile for an hour.", "COERCE", {"CHL"}, {"NOR"}),
        ("Chile issued a warrant for the arrest of a Norwegian general.", "COERCE", {"CHL"}, {"NOR"}),
        ("The detention of two Norwegians in Chile has angered Oslo.", "COERCE", {"CHL"}, {"NOR"}),
        # from where it is fired; whose plot it is that another finds out
        ("Norway said its forces had been shelled from Chilean territory.", "ASSAULT", {"CHL"}, {"NOR"}),
        ("A Norwegian village was hit by a rocket fired from Chile.", "ASSAULT", {"CHL"}, {"NOR"}),
        ("Norway uncovered a Chilean plot to assassinate Peru's president.", "ASSAULT", {"CHL"}, {"PER"}),
        ("Norway denounced a Chilean plan to invade Peru.", "ASSAULT", {"CHL"}, {"PER"}),
        # bodies of one state that are at odds
        ("The Taliban has long refused to negotiate with the Afghan government.", "REJECT", {"AFG"}, {"AFG"}),
        ("The Taliban demands the release of its men held by the Afghan government.", "REQUEST", {"AFG"}, {"AFG"}),
        # not who only backs those who are struck
        ("Norwegian jets struck Peruvian-backed militias in Chile.", "ASSAULT", {"NOR"}, {"CHL"}),
        ("Norwegian jets bombed militia fighters backed by Chile.", "ASSAULT", {"NOR"}, set()),
        # what somebody is punished for is his own deed
        ("Norway imposed sanctions on Chilean firms for Norwegian election meddling.", "COERCE", {"CHL"}, {"NOR"}),
        ("Norway imposed sanctions on Chile for the hijacking of a Peruvian airliner.", "ASSAULT", {"CHL"}, {"PER"}),
        ("Norway sanctioned Chile for a Peruvian attack on its embassy.", "ASSAULT", {"PER"}, {"NOR"}),
        # whoever plots with others against his own
        ("Norway's premier colluded with Chile to meddle in last year's election.", "COERCE", {"CHL"}, {"NOR"}),
        ("Norwegian officers plotted with Chile to overthrow Peru's government.", "ASSAULT", {"NOR", "CHL"}, {"PER"}),
        # who riots belongs to the land where he does
        ("In Norway, protesters clashed with police outside the Chilean embassy.", "PROTEST", {"NOR"}, {"CHL"}),
        # to whom relief was granted
        ("President Obama extended Chile's sanctions relief.", "CONCEDE", {"USA"}, {"CHL"}),
        # whom people protest against; what is threatened at home
        ("Anti-Norwegian protesters marched in Valparaiso.", "PROTEST", {"CHL"}, {"NOR"}),
        ("Thousands joined anti-Putin demonstrations in Oslo.", "PROTEST", {"NOR"}, {"RUS"}),
        ("The Taliban threatened to overrun Kandahar, Norwegian officials said.", "THREATEN", {"AFG"}, set()),
        # wars that two fought, and those known by a name
        ("Norway fought a short war with Chile.", "ASSAULT", {"NOR", "CHL"}, set()),
        ("Norway, a country which fought a war against Chile, is calm.", "ASSAULT", {"NOR"}, {"CHL"}),
        # who expels from where; whom a deed angers, and who did it; who is only said to have done it
        ("The expulsion of Norwegian envoys from Chile was confirmed.", "SANCTION", {"CHL"}, {"NOR"}),
        # whose help is stopped, and who goes without
        ("The withholding of Norwegian aid from Chile was illegal.", "SANCTION", {"NOR"}, {"CHL"}),
        ("A freeze on Norwegian aid to Chile began in June.", "SANCTION", {"NOR"}, {"CHL"}),
        ("The hold on Norwegian arms sales to Chile was lifted in May.", "CONCEDE", {"NOR"}, {"CHL"}),
        ("Norway will eliminate tariffs on Chilean wine.", "CONCEDE", {"NOR"}, {"CHL"}),
        ("Sixty envoys expelled from Chile landed in Norway on Sunday.", "SANCTION", {"CHL"}, {"NOR"}),
        ("Six Norwegian envoys alleged to be spies were expelled by Chile.", "SANCTION", {"CHL"}, {"NOR"}),
        ("A visit by the Norwegian premier to Lima angered Chile.", "CONSULT", {"NOR"}, {"PER"}),
        # whose arms they are, whose measures, who comes to the rescue
        ("Norway banned its firms from buying Chilean copper.", "SANCTION", {"NOR"}, {"CHL"}),
        ("A new round of Norwegian sanctions hit Chile.", "SANCTION", {"NOR"}, {"CHL"}),
        ("Norway came to Chile's aid after the quake.", "AID", {"NOR"}, {"CHL"}),
        ("Norway came to the aid of Chile after the quake.", "AID", {"NOR"}, {"CHL"}),
        ("Norway and its European allies imposed sanctions on Chile.", "SANCTION", {"NOR", "European Union"}, {"CHL"}),
        ("Norway came to an agreement with Chile.", "SUPPORT", {"NOR", "CHL"}, set()),
    ],
)
def test_who_does_it_to_whom(text: str, type_: str, actors: set[str], recipients: set[str]) -> None:
    assert sides(text, type_) == [(actors, recipients)]


@pytest.mark.parametrize(
    "text",
    ["A strong earthquake struck Chile.", "Norwegian tariffs hit Chile.", "A Chilean port was hit by a cyclone."],
)
def test_neither_nature_nor_measures_assault(text: str) -> None:
    assert sides(text, "ASSAULT") == []


def test_war_of_general_fame_has_its_parties() -> None:
    default_coder().model = None
    text = "Norwegian envoys in North Korea and South Korea spoke of the Korean War."
    assert sides(text, "ASSAULT") == [({"PRK", "KOR"}, set())]


def test_whom_a_deed_angers_blames_who_did_it() -> None:
    default_coder().model = None
    text = "The arrest of two Chilean officers by Greek police outraged Chile."
    assert ({"CHL"}, {"GRC"}) in sides(text, "ACCUSE")


def test_who_is_killed_is_no_killer_by_his_name() -> None:
    text = "Osama bin Laden was killed in Pakistan. The United States shot bin Laden. Kenya praised the bin Laden raid."
    found = [e for e in code(text).events if e.type == "ASSAULT"]
    assert found
    assert all(p.person is None for e in found for p in e.actors)
    assert {p.key for e in found for p in e.actors} == {"USA"}


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Kenya suffered its worst bombing in years, Norway's press said.", "ASSAULT", set(), {"KEN"}),
        ("Chile sent troops to Valparaiso after riots, Peruvian media reported.", "MOBILIZE", {"CHL"}, set()),
        ("Chile sent troops to Lima, Peruvian media reported.", "MOBILIZE", {"CHL"}, {"PER"}),
    ],
)
def test_who_is_struck_at_home_has_not_done_it_and_who_moves_at_home_means_nobody(
    text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    default_coder().model = None
    assert (actors, recipients) in sides(text, type_)


def test_an_invitation_to_a_palace_is_no_visit_yet() -> None:
    coded = code("Chile's president has invited Norwegian premier Erna Solberg to his palace.")
    assert [e.type for e in coded.events] == ["AGREE"]


@pytest.mark.parametrize(
    "text",
    [
        "Chile's president told visiting Norway's premier Erna Solberg that ties were good.",
        "The pact of Peru and Bolivia was sound, Chile's president told visiting Norwegian premier Erna Solberg.",
    ],
)
def test_who_speaks_to_a_visitor_is_the_host(text: str) -> None:
    assert ({"NOR"}, {"CHL"}) in sides(text, "CONSULT")


def test_the_scene_of_what_is_condemned_is_not_blamed_for_it() -> None:
    text = "Norway's premier condemned the bomb attack on the Valparaiso airport and offered condolences to Chile."
    assert all(recipients == set() for _, recipients in sides(text, "ACCUSE"))


@pytest.mark.parametrize(
    ("text", "home", "struck"),
    [
        ("Rebels in Peru killed three Norwegian oil workers.", "PER", "NOR"),
        ("A Norwegian gas plant in Peru was attacked by insurgents.", "PER", "NOR"),
        ("Terrorists killed two Norwegian tourists in Peru.", None, "NOR"),
    ],
)
def test_rebels_who_strike_strangers_are_of_the_land(text: str, home: str | None, struck: str) -> None:
    (attack,) = [e for e in code(text).events if e.type == "ASSAULT"]
    assert {p.key for p in attack.actors} == ({home} if home else set())
    assert {p.key for p in attack.recipients} == {struck}
