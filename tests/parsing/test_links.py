"""Headlines of other pages that are glued into a sentence are left out of the parse; the text stays as it was."""

from __future__ import annotations

from detente.model import Line, Report, Span
from detente.parsing import parse_report

GLUED = (
    "Senator Ida Moss Ida Lee MossMoss walks out of budget talks 'Rain all week' for the coast MORE (Lima) said on "
    "Monday that Peru had signed the treaty."
)
WHOLE = "Senator Ida Moss said that MORE was needed, and that Ida Lee MossMoss is a misprint of her name."


def words(text: str) -> list[str]:
    sentences = parse_report(Report(id="r", text=text, lines=(Line(Span(0, len(text)), "body"),)))
    assert all(text[t.start : t.end] == t.text for s in sentences for t in s.tokens)
    return [t.text for s in sentences for t in s.tokens]


def test_links_to_other_pages_are_left_out() -> None:
    found = words(GLUED)
    assert found[:4] == ["Senator", "Ida", "Moss", "("]
    assert "budget" not in found


def test_a_sentence_without_links_is_kept() -> None:
    assert "MORE" in words(WHOLE)
