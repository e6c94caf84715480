"""Quotations: which marked words are quotations, where they go on, and who speaks."""

import re

import pytest

from detente.coding import find_quotes
from detente.coding.quotes.marks import find_marked, paragraphs
from detente.model import Document, Interval, Line, Quote, Report, Span
from detente.parsing import parse_report


def document(text: str) -> Document:
    lines = tuple(Line(Span(*m.span()), "body") for m in re.finditer(r"[^\n]+", text))
    report = Report(id="t", text=text, lines=lines, handed=Interval.day("2015-03-02", "handed"))
    sentences = parse_report(report)
    return Document(report, sentences, [t for s in sentences for t in s.tokens])


def quotes(text: str) -> tuple[Quote, ...]:
    return find_quotes(document(text))


def marked(text: str) -> list[str]:
    lines = tuple(Line(Span(*m.span()), "body") for m in re.finditer(r"[^\n]+", text))
    report = Report(id="t", text=text, lines=lines)
    return [" ".join(s.of(text) for s in m.spans) for m in find_marked(text, paragraphs(report))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He saw "a way out" of it.', ["a way out"]),
        ("He saw “a way out” of it.", ["a way out"]),
        ("He saw „a way out“ of it.", ["a way out"]),
        ("He saw «a way out» of it.", ["a way out"]),
        ("He saw ‘a way out’ of it.", ["a way out"]),
        ("He saw 'a way out' of it.", ["a way out"]),
        ("He saw ``a way out'' of it.", ["a way out"]),
        ("The states' envoys don't like Anna's plan, the '90s plan.", []),
        ("He backs 'the states' right to fish' as it stands.", ["the states' right to fish"]),
        ("“We heard ‘no way’ from them,” she said.", ["We heard ‘no way’ from them,"]),
        ('It is 6\'2" tall and "very old" indeed.', ["very old"]),
        ("“One begins here.\n\n“Two ends here.”", ["One begins here. Two ends here."]),
        ("“One never ends.\n\nTwo has no marks.", ["One never ends."]),
    ],
)
def test_marks_pair_and_apostrophes_do_not(text: str, found: list[str]) -> None:
    assert marked(text) == found


def test_narrow_columns_are_one_paragraph() -> None:
    text = (
        "The two ministers sat for an hour and nobody came out of the\n"
        "room. ``We looked at every line of the draft, and there is still\n"
        "a lot of work ahead of us,'' Petra Holm told the press waiting in\n"
        "the yard of the old customs house by the river, where it rained.\n"
    )
    found = quotes(text)
    assert [q.speaker for q in found] == ["Petra Holm"]
    assert found[0].text.startswith("We looked") and found[0].text.endswith("ahead of us,")


def test_attribution_in_the_middle_makes_one_quotation_of_two_parts() -> None:
    text = '"The door is open," Petra Holm said on Monday. "We hope that they will walk through it."'
    (quote,) = quotes(text)
    assert quote.text == "The door is open, We hope that they will walk through it."
    assert [s.of(text) for s in quote.spans] == ["The door is open,", "We hope that they will walk through it."]


def test_two_attributions_make_two_quotations() -> None:
    found = quotes('"The door is open," Petra Holm said. "It was never shut," Omar Said replied.')
    assert [q.speaker for q in found] == ["Petra Holm", "Omar Said"]


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "quiet corridor" runs along the river.',
        'He was "shocked" by the news.',
        'She read from her book, "The Long Way Home".',
        'The song "Winter in Oslo" was played at the border.',
        'She said on "Harbour News Sunday" that Oslo would pay.',
        'It is known as the "thin line" between the two armies.',
    ],
)
def test_single_words_titles_and_names_are_no_quotations(text: str) -> None:
    assert quotes(text) == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"We shall answer in kind," said Petra Holm.', "Petra Holm"),
        ('Petra Holm said: "We shall answer in kind."', "Petra Holm"),
        ('"We shall answer in kind." — Petra Holm, owner of a trawler, to the Harbour Post', "Petra Holm"),
        ('Petra Holm called the offer "an empty shell" on Monday.', "Petra Holm"),
        ('The offer was described as "an empty shell" by Petra Holm.', "Petra Holm"),
        ('According to Petra Holm, the offer is "an empty shell" for both.', "Petra Holm"),
        ('The agency quoted Petra Holm as saying the offer was "an empty shell".', "Petra Holm"),
        ('"We shall answer in kind," Petra Holm was quoted as saying.', "Petra Holm"),
        ('A spokeswoman for the port, Petra Holm, said: "We shall answer in kind."', "Petra Holm"),
        ('Petra Holm arrived on Monday. "We shall answer in kind," Holm said.', "Petra Holm"),
        ('Petra Holm spoke to the press. She said Oslo would "answer in kind" to it.', "Petra Holm"),
        ('"We shall answer in kind," a senior official told reporters.', "senior official"),
    ],
)
def test_speaker_is_the_subject_of_the_word_of_speech(text: str, speaker: str) -> None:
    assert [q.speaker for q in quotes(text)] == [speaker]


def test_speaker_goes_on_over_paragraphs() -> None:
    text = (
        '"The door is open," said Petra Holm.\n\n"We have all the time we need for this."\n\n"They know it," she added.'
    )
    assert [q.speaker for q in quotes(text)] == ["Petra Holm"] * 3


def test_no_speaker_is_made_up() -> None:
    (quote,) = quotes('"Nobody knows who wrote these words on the wall of the harbour."')
    assert (quote.speaker, quote.state, quote.office) == (None, None, None)


def test_spans_give_the_words_back() -> None:
    text = 'Holm said "yes, at last" and left. “Come\n\n“back soon,” he cried.'
    for quote in quotes(text):
        assert " ".join(s.of(text) for s in quote.spans) == quote.text
