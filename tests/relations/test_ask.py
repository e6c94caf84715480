"""Sixty questions in plain words to a register of the bundled sample reports: `questions.txt`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
from relations_running import cli

from detente.model import InputError, Report
from detente.reading import read_paths
from detente.register import Register, open_register
from detente.relations.asking import NotUnderstood, understand
from detente.run.answering import EXAMPLES, ask
from detente.run.keeping import keep_reports
from detente.run.samples import sample_reports
from detente.run.settings import Settings

QUESTIONS = Path(__file__).with_name("questions.txt")
TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("samples") / "r.db"
    with open_register(path) as register:
        reports = (item for item in read_paths([str(sample_reports())], None) if isinstance(item, Report))
        keep_reports(register, reports, Settings())
    return path


@pytest.fixture(scope="module")
def samples(store: Path) -> Iterator[Register]:
    with open_register(store) as register:
        yield register


def questions() -> list[list[str]]:
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    return [line.split(" | ") for line in lines if line and not line.startswith("#")]


def test_at_least_54_of_60_are_right_and_what_is_not_says_so(samples: Register) -> None:
    right, refused, wrong = 0, [], []
    for question, how, words in questions():
        try:
            lines, error = ask(samples, question, TODAY).lines, ""
        except InputError as raised:
            lines, error = (), str(raised)
        told = {"right": lines[:1], "any": lines, "refused": (error,)}[how]
        if any(words.casefold() in line.casefold() for line in told):
            right += 1
        else:
            (refused if error else wrong).append((question, error or lines))
    assert len(questions()) >= 60
    assert not wrong
    assert right >= len(questions()) - 6, refused


@pytest.mark.parametrize("question", EXAMPLES)
def test_the_examples_given_are_understood(question: str) -> None:
    assert understand(question, TODAY)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When did Erdogan and Putin dance?", "'dance' means nothing"),
        ("When did Russia meet?", "it takes two parties"),
        ("Hello", "'Hello' means nothing"),
        ("", "it asks nothing"),
        ("Who did what to whom?", "it asks nothing"),
        ("When did Zork Blatt last meet Putin?", "nobody called 'Zork Blatt'"),
    ],
)
def test_what_is_not_understood_is_said_with_examples(
    store: Path, samples: Register, question: str, words: str
) -> None:
    with pytest.raises(NotUnderstood, match=words):
        ask(samples, question, TODAY)
    status, out, err = cli("ask", question, "--store", str(store))
    assert (status, out) == (2, "")
    assert "not understood" in err
    assert EXAMPLES[0] in err
    assert err.count("\n") == 1


def test_none_comes_with_what_there_is_instead(samples: Register) -> None:
    lines = ask(samples, "When did Lavrov last visit Turkey?", TODAY).lines
    assert lines[0].startswith("none in this register, which covers Russia-Turkey")
    assert not any(line.startswith("told as cancelled") for line in lines)
    lines = ask(samples, "When did Kerry last visit Cuba?", TODAY).lines
    assert any(line.startswith("told as planned: 2015-08-14: John Kerry") for line in lines)


def test_json_has_the_question_as_understood_and_the_entries(store: Path) -> None:
    status, out, _ = cli("ask", "When did Obama last call Castro?", "--json", "--store", str(store))
    told = msgspec.json.decode(out)
    assert status == 0
    assert (told["understood"]["intent"], told["understood"]["kind"]) == ("last", "call")
    assert [entry["edtf"] for entry in told["entries"]] == ["2014-12-16"]
