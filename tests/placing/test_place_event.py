"""The place of a deed is where its words say that it happened."""

from __future__ import annotations

import pytest
from placing_builders import document

from detente.placing import place_event


def _where(text: str, word: str) -> str | None:
    found = document(text)
    index = next(token.i for token in found.tokens if token.text == word)
    placed = place_event(found, index)
    if placed is None:
        return None
    assert placed[1].of(text)
    return placed[0].name


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The two ministers met in Oslo on Friday.", "met", "Oslo"),
        ("They held talks in Vienna about grain.", "talks", "Vienna"),
        ("Norway's premier paid a visit to Lisbon last week.", "visit", "Lisbon"),
        ("She arrived in Ankara on Monday for talks with her colleague.", "arrived", "Ankara"),
        ("She arrived in Ankara on Monday for talks with her colleague.", "talks", "Ankara"),
        ("The meeting took place on the sidelines of a summit in Riga.", "meeting", "Riga"),
        ("He will visit Warsaw in May.", "visit", "Warsaw"),
        ("The accord was signed at the G8 summit in Huntsville, Canada.", "signed", "Huntsville, Canada"),
        ("The two will meet in the Black Sea resort of Sochi.", "meet", "Sochi, Russia"),
        ("They will hold talks on the sidelines of a summit planned for May 2 in Riga.", "talks", "Riga"),
        ("She will then fly to Helsinki, Finland, for a meeting with her rival.", "meeting", "Helsinki"),
        ("The premier flew to Tallinn, where he is expected to hold talks with bankers.", "talks", "Tallinn"),
        ("She left for Lima, where she will meet her rival on Tuesday.", "meet", "Lima"),
        ("The world condemned the invasion of Kuwait.", "invasion", "Kuwait"),
        ("Norway withdrew its last troops from Mali.", "withdrew", "Mali"),
        ("GENEVA (AP) -- The ministers met here on Monday.", "met", "Geneva, Switzerland"),
    ],
)
def test_words_of_place_on_the_deed_give_its_place(text: str, word: str, name: str) -> None:
    assert _where(text, word) == name


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The minister said in Oslo that Poland would expel two diplomats.", "expel"),
        ("Norway condemned the arrest of a reporter in Minsk.", "condemned"),
        ("Warsaw recalled its ambassador after the quarrel.", "recalled"),
        ("Portugal and Norway met after a quarrel with Iceland.", "met"),
        ("The two met in Riga, the first contact since a raid last March froze ties.", "froze"),
        ("The European Union imposed sanctions on Belarus.", "imposed"),
        ("The premier, who flew to Tallinn, where he was born, met bankers.", "met"),
        ("The committee of both states will meet in either Oslo or Riga.", "meet"),
        ("The premier left Oslo on Sunday for talks with her rival.", "left"),
        ("The state withdrew from the Iceland accord.", "withdrew"),
    ],
)
def test_other_places_of_the_sentence_are_not_taken(text: str, word: str) -> None:
    assert _where(text, word) is None
