"""Claims of rank of every kind that the guidelines name, in varied sentences of our own; and what only looks alike."""

import pytest
from coding_builders import code

CASES = {
    "first": [
        ("visit", "Norway's premier became the first leader of his country to travel to Chile."),
        ("contact", "It was the first time in 20 years that Norwegian and Chilean officials sat down together."),
        ("other", "Not since 1988 has a Norwegian minister set foot in Chile."),
        ("visit", "The visit, the first by a Chilean head of state in three decades, was welcomed in Norway."),
        ("visit", "The trip is the Chilean president's first to Norway since she returned to office."),
        ("other", "In a first, Norway imposed sanctions on a Chilean bank."),
        ("other", "Norway has for the first time accused Chile of spying on its parliament."),
        ("other", "For the first time since the war, Norwegian troops crossed into Chile."),
        ("other", "Norway on Monday made its first public comment on Chile's seizure of the trawler."),
        ("other", "A Norwegian warship docked in Chile for the first time."),
        ("contact", "It was the first such meeting between Norway and Chile in a decade."),
        ("visit", "No Chilean president had visited Norway before."),
        ("contact", "The meeting was the first of its kind between Norway and Chile."),
        ("relations", "Norway became the first country to recognise Chile's new government."),
        ("other", "Chile was the first state to ban Norwegian salmon."),
        ("talks", "Norway and Chile held the first cabinet-level talks in six years."),
        ("visit", "It was a historic visit to Norway, the first ever by a Chilean leader."),
        (
            "contact",
            "The handshake marked the first face-to-face encounter of the Norwegian and Chilean leaders since June.",
        ),
        ("visit", "Her visit to Chile will be the first by a Norwegian queen since 1971."),
        ("contact", "It was the first high-level contact between Norway and Chile since the coup."),
        ("visit", "A Norwegian delegation arrived in Chile on Monday, the first to do so since the earthquake."),
        ("other", "The Norwegian parliament has never before condemned Chile."),
        (
            "contact",
            "The Norwegian and Chilean ministers spoke on Friday, their first conversation since the seizure.",
        ),
        ("call", "The two presidents held their first phone call since Norway recalled its ambassador from Chile."),
        ("other", "Norway resumed oil exports to Chile for the first time in eight years."),
        ("other", "The verdict made him the first Norwegian citizen to be tried in Chile for spying."),
        ("other", "Norway was the first European nation outside the bloc to close its airspace to Chilean planes."),
        ("visit", "He will be the first Norwegian foreign minister in 30 years to visit Chile."),
        ("talks", "The talks between Norway and Chile were the first in nine months."),
        ("contact", "At the first meeting of the Norwegian and Chilean premiers in May, no deal was reached."),
        ("visit", "The Norwegian premier arrived in Chile on Tuesday on his maiden visit."),
        ("contact", "The inaugural meeting of the Norwegian and Chilean commission took place in Oslo."),
    ],
    "last": [
        ("contact", "The presidents of Norway and Chile last met in Lima in 2012."),
        ("visit", "The last time a Norwegian minister visited Chile was in 1999."),
        ("call", "Their last phone call took place in March, Norwegian and Chilean officials said."),
        ("visit", "The last Norwegian premier to visit Chile was Jens Stoltenberg, in 2007."),
        ("talks", "Norway and Chile last held talks two years ago."),
        ("contact", "It has been ten years since Norway and Chile last met."),
        ("visit", "The most recent visit by a Norwegian monarch to Chile was in 1967."),
        ("talks", "The last round of talks between Norway and Chile collapsed in 2009."),
        ("contact", "Norwegian and Chilean ministers most recently met in Geneva in April."),
        ("contact", "The last time the Norwegian and Chilean leaders spoke was in June."),
    ],
    "highest": [
        ("visit", "She is the most senior Norwegian official to visit Chile in years."),
        ("visit", "He is the highest-ranking Chilean official to travel to Norway since 1990."),
        ("other", "It was the largest expulsion of Chilean diplomats by Norway since the Cold War."),
        ("other", "It is the biggest arms deal ever signed between Norway and Chile."),
        ("relations", "Relations between Norway and Chile are the best in a generation."),
        ("relations", "Ties between Norway and Chile have never been closer."),
        ("relations", "Relations between Norway and Chile are at an all-time high."),
        ("other", "It was Norway's strongest condemnation of Chile yet."),
        ("other", "Norway imposed its harshest sanctions so far on Chile."),
        ("other", "It was the deadliest attack on Norwegian soldiers in Chile in a decade."),
        ("other", "Trade between Norway and Chile reached a record $4 billion last year."),
        ("other", "Norway took the unprecedented step of suing Chile."),
        ("relations", "Tensions between Norway and Chile are higher than at any time since the war."),
        ("contact", "The talks were the highest-level meeting of Norwegian and Chilean officials since 2003."),
        ("other", "It was the most serious incident between Norwegian and Chilean forces since 1978."),
        ("other", "Norway sent Chile its biggest ever shipment of arms."),
        ("visit", "The minister is the most prominent Norwegian guest to visit Chile since the coup."),
        ("relations", "Relations between Norway and Chile are closer than ever."),
        ("relations", "Ties between Norway and Chile reached a new high this year."),
    ],
    "lowest": [
        ("relations", "Relations between Norway and Chile have sunk to their lowest point since 1988."),
        ("relations", "Norway's ties with Chile are at rock bottom."),
        ("relations", "Ties between Norway and Chile are at an all-time low."),
        ("relations", "Relations between Norway and Chile reached a new low on Monday."),
        ("relations", "Relations between Norway and Chile are at their worst in decades."),
        ("relations", "Relations between Norway and Chile have never been worse."),
        ("relations", "The seizure set off the deepest crisis between Norway and Chile in years."),
        ("relations", "The arrest was the nadir of relations between Norway and Chile."),
        ("relations", "Relations between Norway and Chile are colder than at any time since the war."),
        ("relations", "Relations between Norway and Chile have plunged to depths not seen since the Cold War."),
        ("relations", "It is the worst rift between Norway and Chile since the fishing war."),
        ("relations", "Ties between Norway and Chile have hit bottom."),
        ("other", "It was the worst attack on Norwegian soldiers in Chile since 1988."),
    ],
    "longest": [
        ("visit", "It was the longest visit by a Norwegian leader to Chile since 1950."),
        ("other", "The war with Chile became Norway's longest."),
        ("other", "It is the longest war that Norway has ever fought with Chile."),
        ("other", "The standoff was the longest in the history of Norwegian and Chilean diplomacy."),
    ],
    "only": [
        ("relations", "Only Norway recognises the breakaway Chilean government."),
        ("other", "Norway is the only country that still sells arms to Chile."),
        ("visit", "He is the only Norwegian leader ever to visit Chile."),
        ("other", "Norway is Chile's only ally in the region."),
        ("other", "Norway is the sole supplier of gas to Chile."),
        ("other", "Chile is the only state which still buys Norwegian uranium."),
    ],
}
NO_CLAIMS = [
    "The first thing Norway told Chile was to wait.",
    "Norway and Chile met last week.",
    "The first round of the Chilean election worried Norway.",
    "Norway's last offer to Chile was rejected.",
    "Norway made a last-ditch appeal to Chile.",
    "Chile's first lady flew to Norway.",
    "The Norwegian minister first visited a Chilean school and then a hospital.",
    "Norway will be the first stop of the Chilean minister's tour.",
    "Norway and Chile signed the first of three agreements on Monday.",
    "Most Norwegian ministers have visited Chile.",
    "At least five Norwegian soldiers were wounded in Chile.",
    "The latest talks between Norway and Chile ended on Monday.",
    "Norway did its best to help Chile.",
    "Norway only wants peace with Chile.",
    "Only a third of Chileans trust Norway.",
    "The first half of the match between Norway and Chile was dull.",
    "Norway condemned the attack in the strongest terms and blamed Chile.",
    "Norway's biggest bank opened a branch in Chile.",
    "Chile, the world's largest exporter of copper, sued Norway.",
    "Norway and Chile have long been close allies.",
    "Norway is the world's only producer of the fuel that Chile needs.",
    "The worst of the storm hit Norway before Chile sent aid.",
    '"First we talk, then we act," the Norwegian premier said in Chile.',
    "Norway said Chile must first free the crew.",
    "Norway won its first gold medal at the games in Chile.",
    "In the first place, Norway owes Chile an answer.",
    "The world's largest ship sailed from Norway to Chile.",
    "Norway and Chile share the longest border on the continent.",
    "The first secretary of the Norwegian embassy in Chile resigned.",
    "The Norwegian premier spoke first, followed by his Chilean guest.",
    "Norway would be the last to abandon Chile.",
    "The twenty-first century belongs to Norway and Chile, he said.",
    "Norway has more ships than Chile.",
    "Norway said it had not heard from Chile since Monday.",
    "Norway's highest court ruled against the Chilean firm.",
    "The reporter was last seen in June, near the Norwegian consulate in Chile.",
    "In the Norwegian premier's first call of the day, he spoke to Chile's president.",
    "Chile's index of stocks fell to its lowest point since May after Norway put duties on copper.",
    "The last pope, who visited Norway and Chile, kept silent on the duties.",
    "The policy was one that the premier's first secretary of trade had established with Norway and Chile.",
    "The most recent figures show that Norway sold less fish to Chile.",
]


@pytest.mark.parametrize(
    ("kind", "about", "text"), [(kind, about, text) for kind, rows in CASES.items() for about, text in rows]
)
def test_kind_and_subject_of_a_ranking(kind: str, about: str, text: str) -> None:
    (claim,) = code(text).claims
    assert (claim.kind, claim.about) == (kind, about)
    assert claim.span.of(text) == claim.text
    assert set(claim.states) <= {"NOR", "CHL"} and claim.states


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_what_ranks_nothing_is_no_claim(text: str) -> None:
    assert code(text).claims == ()


def test_states_of_the_past_and_places_are_no_states_of_a_claim() -> None:
    text = "The raid with a Soviet-era jet plunged relations between Norway and Chile to their lowest ebb in decades."
    (claim,) = code(text).claims
    assert set(claim.states) == {"NOR", "CHL"}
