"""Who "he" and "the president" are in and round quotation marks, and beside people whom nobody knows."""

from __future__ import annotations

import pytest
from resolving_builders import document, who_is

from detente.resolving.clues import quoted_spans

NORWEGIAN = "Norwegian Foreign Minister Espen Barth Eide arrived in Lisbon. "


def test_who_says_it_is_not_who_is_spoken_of() -> None:
    told = NORWEGIAN + '"Portuguese Prime Minister Luis Montenegro owes us an answer," he said.'
    assert who_is(told, "he", "2025-02-03")[0] == "Espen Barth Eide"
    longer = NORWEGIAN + '"Montenegro promised it. Abela did not. We shall wait," he said.'
    assert who_is(longer, "he", "2025-02-03")[0] == "Espen Barth Eide"


def test_he_in_somebodys_words_is_whom_they_name() -> None:
    told = NORWEGIAN + '"Prime Minister Luis Montenegro gave his word. We expect that he keeps it," Eide said.'
    assert who_is(told, "his", "2025-02-03")[0] == "Luis Montenegro"
    assert who_is(told, "he", "2025-02-03")[0] == "Luis Montenegro"


def test_he_is_never_several() -> None:
    assert who_is("Swedish prosecutors closed the case after he was jailed in Oslo.", "he", "2020-02-03") == (
        None,
        None,
        None,
    )
    assert who_is("Swedish Prime Minister Stefan Lofven spoke. He left.", "He", "2020-02-03")[2] == "SWE"


def test_he_is_not_who_tells_it_afterwards() -> None:
    told = NORWEGIAN + "Caspar Veldkamp spoke. He had left the room, Eide said."
    assert who_is(told, "He", "2025-02-03")[0] == "Caspar Veldkamp"


@pytest.mark.parametrize(
    ("words", "pronoun"), [("Lorimer Quibb shot his wife in Oslo.", "his"), ("The driver wept as he spoke.", "he")]
)
def test_a_stranger_is_nobody_named_before(words: str, pronoun: str) -> None:
    assert who_is(NORWEGIAN + words, pronoun, "2025-02-03")[0] is None
    assert who_is(NORWEGIAN + "He left as he spoke.", "he", "2025-02-03")[0] == "Espen Barth Eide"


def test_the_president_is_the_speakers_own() -> None:
    told = "French Foreign Minister Jean-Yves Le Drian met Polish President Andrzej Duda. "
    said = told + '"The president wants an answer," Le Drian said.'
    assert who_is(said, "president", "2019-02-03")[::2] == ("Emmanuel Macron", "FRA")
    assert who_is(told + "The president wants an answer.", "president", "2019-02-03")[2] == "POL"


def test_a_lost_quotation_mark_turns_nothing_round() -> None:
    text = 'Abela said it was "a lie. "He knew it," Abela said. "We all did." They left.'
    assert [q.of(text) for q in quoted_spans(document(text))] == ['"He knew it,"', '"We all did."']


def test_he_who_tells_of_a_land_is_not_whom_its_description_names() -> None:
    told = NORWEGIAN + "On Malta, a country that Prime Minister Robert Abela has left, he said that talks would come."
    assert who_is(told, "he", "2025-02-03")[0] == "Espen Barth Eide"


def test_she_who_was_named_is_never_he() -> None:
    told = NORWEGIAN + "Quilla Vance wrote that she was ill. "
    assert who_is(told + "Vance boycotted Eide and his speech.", "his", "2025-02-03")[0] == "Espen Barth Eide"


def test_he_who_is_nobody_known_says_so_of_himself() -> None:
    told = "Edda Quibb of Norway left. Three envoys wept. Prices fell. Rain came. He said he "
    assert who_is(told + "wept.", "he", "2025-02-03")[0] is None
    assert who_is(NORWEGIAN + "He said he wept.", "he", "2025-02-03")[0] == "Espen Barth Eide"


def test_a_government_backed_by_an_army_is_not_the_army_told_of() -> None:
    told = "Peru warned Chile. The army-backed council in Lima fell."
    assert who_is(told, "army") == (None, None, None)
    assert who_is("Chile warned Peru. Chile said the army would move.", "army")[2] == "CHL"
