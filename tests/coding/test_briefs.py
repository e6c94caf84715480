"""What a brief keeps: its surest event, and further ones that are sure enough where they stand."""

import pytest

from detente.codebook import load_codebook
from detente.coding.briefs import sure_at_home, sure_of_brief
from detente.coding.draft import Draft
from detente.model import Line, Report, Span
from detente.parsing import parse_report
from detente.run.pipeline import default_coder, read_document

THRESHOLD = 0.4
INSIDE = "Norway condemned the sanctions that Chile imposed on Peru."
ENDED = "Norway lifted the sanctions on Chile."
BESIDE = "Norway and Kenya held talks in Oslo. Chile accused Peru of spying."


def drafts(text: str, *weights: float) -> list[Draft]:
    """The drafts of a text, in order, with these weights."""
    report = Report(id="t", text=text, lines=(Line(Span(0, len(text)), "body"),))
    coder = default_coder()
    coder.model = None
    coder.code_events(read_document(report, parse_report(report), load_codebook()))
    for draft, weight in zip(coder.drafts, weights, strict=True):
        draft.weight = weight
    return coder.drafts


@pytest.mark.parametrize(
    ("text", "weights", "kept"),
    [
        (INSIDE, (0.8, 0.7), ["ACCUSE", "SANCTION"]),
        (INSIDE, (0.8, 0.55), ["ACCUSE"]),  # it mostly only says what another event is about
        (INSIDE, (0.3, 0.55), ["SANCTION"]),  # inside what is not kept it is the surest
        (BESIDE, (0.8, 0.55), ["CONSULT", "ACCUSE"]),
        (BESIDE, (0.8, 0.42), ["CONSULT"]),
        (BESIDE, (0.25, 0.22), ["CONSULT"]),  # the surest of a brief needs half as much
        (ENDED, (0.8, 0.9), ["CONCEDE"]),  # what is only ended was there, but is not the news
        (BESIDE, (0.15, 0.1), []),
    ],
)
def test_further_events_of_a_brief_need_more_the_more_so_inside_another(
    text: str, weights: tuple[float, ...], kept: list[str]
) -> None:
    assert [draft.type for draft in sure_of_brief(drafts(text, *weights), THRESHOLD)] == kept


HOME = "A gunman wounded three Norwegians. Chile tested a missile."
BETWEEN = HOME + " Chile accused Peru of spying."


@pytest.mark.parametrize(
    ("text", "weights", "kept"),
    [
        (HOME, (0.55, 0.45), ["MOBILIZE"]),  # tests need nobody else
        (HOME, (0.7, 0.45), ["ASSAULT", "MOBILIZE"]),
        (BETWEEN, (0.45, 0.45, 0.45), ["ASSAULT", "MOBILIZE", "ACCUSE"]),
    ],
)
def test_a_report_of_home_affairs_keeps_what_is_surer(text: str, weights: tuple[float, ...], kept: list[str]) -> None:
    assert [draft.type for draft in sure_at_home(drafts(text, *weights), between=0.5)] == kept


@pytest.mark.parametrize(("between", "kept"), [(0.05, ["MOBILIZE"]), (0.3, ["ASSAULT", "MOBILIZE", "ACCUSE"])])
def test_where_the_world_abroad_is_named_in_passing_events_take_more(between: float, kept: list[str]) -> None:
    told = drafts(BETWEEN, 0.5, 0.6, 0.5)
    assert [draft.type for draft in sure_at_home(told, between)] == kept
