"""Reports torn as scraping tears them (words lost, sentences shuffled, marks left over) do not break the coder."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.model import Report
from detente.reading import split_lines
from detente.run.pipeline import code_reports, failure

SAMPLES = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))
WORDS = "he they both who whose it its and not will said former ' \" “ ” ( ) [ ] ; — - , ."
LEFT_OVER = (*WORDS.split(), "\n", "the two leaders", "the president", "his counterpart")


def torn(text: str, how: int, dice: random.Random) -> str:
    """A text with words lost, added, replaced or swapped, its sentences shuffled, or its capitals or stops gone."""
    words = text.split(" ")
    if how == 0:
        words = [word for word in words if dice.random() > 0.12]
    elif how in (1, 2):
        for _ in range(len(words) // 8):
            place = dice.randrange(len(words))
            words[place : place + how - 1] = [dice.choice(LEFT_OVER)]
    elif how == 3:
        for _ in range(len(words) // 6):
            one, other = dice.randrange(len(words)), dice.randrange(len(words))
            words[one], words[other] = words[other], words[one]
    elif how == 4:
        return ". ".join(dice.sample(sentences := text.split(". "), len(sentences)))
    else:
        return dice.choice((text.upper(), text.lower(), text.replace(".", "")))
    return " ".join(words)


def reports(how: int) -> Iterator[Report]:
    dice = random.Random(how)
    for path in SAMPLES:
        text = torn(path.read_text(encoding="utf-8"), how, dice)
        yield Report(id=path.stem, text=text, lines=split_lines(text))


@pytest.mark.parametrize("how", range(6))
def test_torn_reports_are_coded_and_their_evidence_is_in_them(how: int) -> None:
    events = 0
    for coded in code_reports(reports(how)):
        assert failure(coded) is None, f"{coded.report.id}: {failure(coded)}\n{coded.report.text}"
        for event in coded.events:
            assert event.evidence and all(span.of(coded.report.text).strip() for span in event.evidence)
            assert event.actors or event.recipients
            assert event.date is None or event.date.first <= event.date.last
        events += len(coded.events)
    assert events > len(SAMPLES) / 2
