"""Which line is what."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.model import Line, Span
from detente.reading import split_lines

_BODY = [
    "Norway's foreign minister flew to Lisbon on Tuesday for two days of talks on fisheries, her office said.",
    "Portugal had asked for the meeting in March, after a trawler was held in the port of Tromso.",
    '"We have put this behind us," the minister told reporters at the airport.',
]


def _kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(line.kind, line.span.of(text)) for line in split_lines(text, title)]


def _of(text: str, kind: str, title: str | None = None) -> list[str]:
    return [words for found, words in _kinds(text, title) if found == kind]


def _page(*before: str, after: tuple[str, ...] = ()) -> str:
    return "\n\n".join([*before, *_BODY, *after])


def test_body_is_what_stands_between_first_and_last_paragraph() -> None:
    assert _of(_page(), "body") == _BODY


def test_headline_and_date_line_stand_above_the_body() -> None:
    text = _page("Norway and Portugal talk about fish", "16:05, 3 March 2015")
    assert _kinds(text)[:2] == [
        ("headline", "Norway and Portugal talk about fish"),
        ("dateline", "16:05, 3 March 2015"),
    ]
    assert _of(text, "body") == _BODY


def test_title_handed_over_names_the_headline() -> None:
    text = _page("Wednesday's weather will be fine", "Norway and Portugal talk about fish")
    assert _of(text, "headline", title="Norway and Portugal talk about fish") == ["Norway and Portugal talk about fish"]


@pytest.mark.parametrize(
    "line",
    ["1. Skip to content", "Home", "Share", "  4. Sign in", "Contact us", "632 0", "* * *", "LISTEN TO ARTICLE 2:10"],
)
def test_menus_are_navigation(line: str) -> None:
    assert (_kinds(_page(line))[0][0], _of(_page(line), "body")) == ("navigation", _BODY)


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "If our work matters to you, please donate so that we can go on reporting for you and readers like you.",
        "Story continues below",
    ],
)
def test_advertising_and_appeals_are_no_body_wherever_they_stand(line: str) -> None:
    text = "\n\n".join([_BODY[0], line, *_BODY[1:], line])
    assert (_of(text, "advert"), _of(text, "body")) == ([line, line], _BODY)


@pytest.mark.parametrize(
    "line",
    [
        "Image copyright Reuters Image caption The two ministers shake hands on the quay in Lisbon.",
        "Media playback is switched off Media caption The ministers arrive",
        "The trawler lies at anchor off the coast. (AP Photo/Ana Silva)",
        "The two met for an hourImage: AP",
    ],
)
def test_captions_and_credits_are_captions(line: str) -> None:
    text = "\n\n".join([line, _BODY[0], line, *_BODY[1:]])
    assert (_of(text, "caption"), _of(text, "body")) == ([line, line], _BODY)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright © 2016 The Daily Fish. All rights reserved.",
        "Read more: Five things to know about cod",
        "If you see a spelling error on this page, tell us",
        "Sign up for our weekly letter",
        "Follow Ann Lee on Twitter @annlee",
        "What do you think of the deal? Write in the comments.",
    ],
)
def test_what_follows_the_body_is_footer(line: str) -> None:
    text = _page(after=(line, "Cod prices fall again in Bergen", "Minister's dog is found"))
    assert _of(text, "body") == _BODY
    assert _of(text, "footer") == [line, "Cod prices fall again in Bergen", "Minister's dog is found"]


def test_bylines_stand_apart_before_and_after() -> None:
    text = _page("Ann Lee and Bo Ek", "DAILY FISH", after=("Author: Ann Lee (dpa)", "Editor: Bo Ek"))
    assert _of(text, "body") == _BODY
    assert _of(text, "byline") == ["Ann Lee and Bo Ek", "Author: Ann Lee (dpa)", "Editor: Bo Ek"]


def test_glued_byline_and_advertisement_are_cut_apart() -> None:
    text = _page(after=("Author: Ann Lee (dpa) Editor: Bo EkAdvertisement",))
    assert _kinds(text)[-3:] == [
        ("byline", "Author: Ann Lee (dpa)"),
        ("byline", "Editor: Bo Ek"),
        ("advert", "Advertisement"),
    ]


def test_gallery_on_one_line_is_cut_into_its_captions() -> None:
    captions = ["The king opens the fair.", "Two ministers taste the cod.", "A boy waves."]
    told = [f"Photos: Cod fair {words} Hide Caption {n} of 3" for n, words in enumerate(captions, 1)]
    text = _page(after=(" ".join(told),))
    assert _of(text, "caption") == [f"{words} Hide Caption {n} of 3" for n, words in enumerate(captions, 1)]
    assert _of(text, "navigation") == ["Photos: Cod fair"] * 3


def test_issue_line_glued_in_front_is_a_date_line() -> None:
    text = "PUBLICATION: Fish Monitor Volume: 7 Issue: 12 " + "\n\n".join(_BODY)
    assert _of(text, "dateline") == ["PUBLICATION: Fish Monitor Volume: 7 Issue: 12"]
    assert _of(text, "body") == _BODY


def test_documents_glued_together_are_cut_at_the_seam() -> None:
    text = f"{_BODY[0]}Norway and Iceland meet again"
    assert [words for _, words in _kinds(text)] == [_BODY[0], "Norway and Iceland meet again"]


def test_subheadings_between_paragraphs_are_sections() -> None:
    text = "\n\n".join([_BODY[0], "Difficult waters", *_BODY[1:]])
    assert (_of(text, "section"), _of(text, "body")) == (["Difficult waters"], _BODY)


def test_short_standfirst_that_the_lead_repeats_is_not_body() -> None:
    standfirst = "Norway's foreign minister is in Lisbon for two days of talks on fisheries."
    text = _page("Minister goes to Lisbon", standfirst)
    assert (_of(text, "standfirst"), _of(text, "body")) == ([standfirst], _BODY)


def test_dateline_glued_to_its_sentence_stays_in_the_body() -> None:
    text = "\n".join(["LISBON (AP) — " + _BODY[0], *_BODY[1:]])
    assert _of(text, "body")[0].startswith("LISBON (AP)")


def test_text_wrapped_at_a_fixed_width_gives_whole_paragraphs() -> None:
    wrapped = (
        "\n\t  Norway's foreign minister flew to Lisbon on Tuesday for two\n"
        "days of talks on fisheries, her office said in a statement that\n"
        "was sent out late at night.\n"
        "\t  Portugal had asked for the meeting in March, after a trawler was\n"
        "held in the port of Tromso for three weeks, to the anger of the\n"
        "fishermen of the north.\n"
    )
    assert [words.count("\n") for words in _of(wrapped, "body")] == [2, 2]


@given(
    st.text(alphabet=st.sampled_from(list("aA b.\n\r\t\"'“”’|-:0$©é\u2028\x85\0")), max_size=300)
    | st.text(max_size=300)
)
@settings(max_examples=300, deadline=None)
def test_lines_are_ordered_passages_of_any_text(text: str) -> None:
    lines = split_lines(text)
    spans = [line.span for line in lines]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert not _left_out(text, lines).replace("\u200b", "").replace("\ufeff", "").strip()


def _left_out(text: str, lines: tuple[Line, ...]) -> str:
    rest, end = [], 0
    for span in [line.span for line in lines] + [Span(len(text), len(text))]:
        rest.append(text[end : span.start])
        end = span.end
    return "".join(rest)


@pytest.mark.parametrize(
    "unit", ["a", "A ", ". ", "\n", "- x ", "Image: ", '"', "word.Word ", "1. a\n", "PUBLICATION: "]
)
def test_junk_takes_time_in_proportion_to_its_length(unit: str) -> None:
    start = time.process_time()
    split_lines(unit * (100_000 // len(unit)))
    middle = time.process_time()
    split_lines(unit * (800_000 // len(unit)))
    assert time.process_time() - middle < 16 * (middle - start) + 1.0


SEEDS = Path(__file__).resolve().parents[2] / "../shared/seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not here")
def test_founding_reports_keep_running_text_only() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text("utf-8")
        bodies = _of(text, "body")
        assert len(bodies) >= 4 and all(len(words) > 40 for words in bodies), path.name
