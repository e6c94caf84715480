"""Contexts: what the words of a passage are about."""

from detente.codebook.ontology import load_ontology
from detente.coding.contexts import context_words, find_contexts
from detente.model import Document, Line, Report, Span
from detente.parsing import parse_report


def contexts(text: str, passage: str | None = None) -> tuple[str, ...]:
    report = Report(id="t", text=text, lines=(Line(Span(0, len(text)), "body"),))
    sentences = parse_report(report)
    document = Document(report, sentences, [t for s in sentences for t in s.tokens])
    at = text.index(passage or text)
    return find_contexts(document, Span(at, at + len(passage or text)))


def test_every_context_of_the_table_is_one_of_plover() -> None:
    assert {context for rows in context_words().values() for _, context in rows} <= set(load_ontology().contexts)


def test_the_context_with_most_words_comes_first() -> None:
    assert contexts("The troops and tanks of both armies crossed the river.")[0] == "military"


def test_phrases_count_as_wholes() -> None:
    assert "human_rights" in contexts("Oslo raised human rights with its guest.")
    assert "human_rights" not in contexts("The human body rights itself.")


def test_the_passage_goes_before_its_sentence() -> None:
    text = "Oslo lowered its tariffs while the generals met."
    assert contexts(text, "Oslo lowered its tariffs") == ("economic",)
    assert contexts("Oslo did so while the generals met.", "Oslo did so") == ("military",)


def test_no_word_no_context() -> None:
    assert contexts("Nobody came.") == ()
