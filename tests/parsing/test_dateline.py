"""Datelines are left out of the parse, other lines in capitals are not."""

from __future__ import annotations

import pytest

from detente.model import Line, Report, Span
from detente.parsing import parse_report


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("LIMA: Peru signed a treaty.", "Peru"),
        ("LIMA, Aug. 30 (Fjord Wire) - Peru signed a treaty.", "Peru"),
        ("LIMA, 5 May 2001 (Fjord Wire) — Peru signed a treaty.", "Peru"),
        ("LIMA/LA PAZ, Bolivia (FW) -- Peru signed a treaty.", "Peru"),
        ("PERU SIGNS 'HISTORIC' TREATY: A FIRST IN YEARS", "PERU"),
        ("Lima (CNN) Peru signed a treaty.", "Peru"),
        ("La Paz, Bolivia (CNN) Peru signed a treaty.", "Peru"),
        ("(CNN) Peru signed a treaty.", "Peru"),
        ("LIMA (AP) _ Peru signed a treaty.", "Peru"),
        ("LIMA, May 5 (Xinhua) --Peru signed a treaty.", "Peru"),
        ("MUSCAT, United Arab Emirates (AP) — Peru signed a treaty.", "Peru"),
        ("Associated Press (AP) Peru bureau staff signed a treaty.", "Associated"),
        ("Reuters (Reuters) said Peru signed a treaty.", "Reuters"),
        ("NATO signed a treaty - in haste.", "NATO"),
    ],
)
def test_the_parse_begins_after_the_dateline(text: str, first: str) -> None:
    (token, *_) = parse_report(Report(id="r", text=text, lines=(Line(Span(0, len(text)), "body"),)))[0].tokens
    assert token.text == first
    assert text[token.start : token.end] == first
