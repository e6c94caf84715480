"""Demands, refusals and blame that no word of their own tells: what is said of somebody else's duties and deeds."""

import pytest

from detente.codebook import load_codebook
from detente.codebook.lexicon import load_lexicon
from detente.coding.cast import Cast
from detente.coding.deontic import find_deontic
from detente.coding.parties import keys
from detente.coding.speech import Speakers
from detente.model import Line, Report, Span
from detente.parsing import parse_reports
from detente.run import code_report
from detente.run.pipeline import default_coder, read_document


def _report(text: str) -> Report:
    return Report(id="t", text=text, lines=(Line(Span(0, len(text)), "body"),))


def _asked(text: str) -> list[tuple[set[str], set[str]]]:
    """Who asks whom, for each demand that a sentence tells without a word for it."""
    report, sentences = next(iter(parse_reports([_report(text)])))
    document = read_document(report, sentences, load_codebook())
    cast = Cast(document)
    cast.speakers = Speakers(document, cast)
    hits = [h for t in document.tokens if (h := find_deontic(t, load_lexicon(), cast)) is not None]
    found = []
    for hit in hits:
        hearing = hit.entry.recipient == ("hearer",)
        asked = cast.speakers.hearers(hit.word) if hearing else cast.all_parties(hit.slots.subject)
        found.append((keys(cast.speakers.parties(hit.word)), keys(asked)))
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Norway's foreign minister said Chile must release the crew.",
        "Norway's foreign minister said Chile needed to show more restraint at sea.",
        "The urgent task is for Chile to free the crew, Norway's foreign minister said.",
        "Norway's foreign minister said it was essential that Chile releases the crew.",
        "Norway's foreign minister stressed the need for Chile to release the crew.",
        "Norway's foreign minister underlined the importance of Chile freeing all prisoners.",
        "The need for Chile to release the crew was stressed by Norway's foreign minister.",
        "Norway's foreign minister told Chile that it must release the crew.",
        "Norway's foreign minister said talks would not resume until Chile releases the crew.",
        "Norway's foreign minister said talks would resume only if Chile releases the crew.",
    ],
)
def test_what_another_side_has_to_do_is_asked_of_it(text: str) -> None:
    assert _asked(text) == [({"NOR"}, {"CHL"})]


@pytest.mark.parametrize(
    "text",
    [
        "Norway's foreign minister said Norway must build more ships.",
        "Norway's foreign minister said talks would resume if Chile releases the crew.",
        "Chile must release the crew.",
        "Norway's foreign minister saw no need for Chile to release the crew.",
        "Norway's foreign minister said Chile has yet to release the crew.",
    ],
)
def test_own_duties_and_plain_conditions_ask_nobody(text: str) -> None:
    assert _asked(text) == []


def _types(text: str) -> set[str]:
    return {event.type for event in code_report(_report(text)).events}


def test_an_author_who_is_no_party_is_not_taken_for_one() -> None:
    assert "ACCUSE" not in _types("Activists denounced Chile on Monday. Norway and Chile border no sea together.")


def test_a_day_is_nobody_called_upon() -> None:
    assert "REQUEST" not in _types("Norway's premier called Chile's president on Monday to congratulate him.")
    assert "REQUEST" in _types("Norway's premier called on Chile's president to free the crew.")


def test_a_word_is_read_by_its_negation() -> None:
    assert _types("Norway did not accept Chile's terms.") == {"REJECT"}
    assert _types("Norway is ready for war with Chile.") == {"THREATEN"}


@pytest.mark.parametrize("text", ["The raids must stop", "Its ban should be lifted", "The raids have to end"])
def test_what_has_to_end_is_asked_of_somebody(text: str) -> None:
    assert _asked(f"{text}, Norway's foreign minister said.") == [({"NOR"}, set())]
    assert _asked(f"{text}.") == []


def test_what_is_demanded_may_name_ones_own() -> None:
    report, sentences = next(iter(parse_reports([_report(OWN)])))
    coder = default_coder()
    coder.code_events(read_document(report, sentences, load_codebook()))
    (demand,) = (draft for draft in coder.mentions if draft.type == "REQUEST")
    assert (keys(demand.actors), keys(demand.recipients)) == ({"NOR"}, {"CHL"})


OWN = "Norway and Chile met in May. Norway requested that the talks take place in Oslo."


def test_who_appeals_to_all_the_world_asks_nothing_of_one() -> None:
    text = "Norway and Chile met in May. Norway called on all nations to stop fishing off Chile."
    (demand,) = (event for event in code_report(_report(text)).events if event.type == "REQUEST")
    assert (keys(demand.actors), demand.recipients) == ({"NOR"}, ())


@pytest.mark.parametrize("asked", ["Norway called in May for Chile", "Norway is looking for Chile"])
def test_who_is_to_do_what_is_called_for_is_asked(asked: str) -> None:
    events = code_report(_report(f"{asked} to free the crew of its trawler.")).events
    assert [(e.type, keys(e.actors), keys(e.recipients)) for e in events] == [("REQUEST", {"NOR"}, {"CHL"})]


def test_a_thing_is_to_be_lifted_where_it_is_time_to() -> None:
    assert _asked("Norway's foreign minister said it was time to lift the ban.") == [({"NOR"}, set())]
    assert _asked("Norway's foreign minister said it was time to thank the crew.") == []


def test_a_warning_of_what_may_follow_threatens_and_one_of_what_is_complains() -> None:
    assert "THREATEN" in _types("Norway's foreign minister warned that the ban could end the pact with Chile.")
    assert _types("Norway's foreign minister warned that Chile was stealing its fish.") == {"ACCUSE"}


@pytest.mark.parametrize(
    ("appeal", "asked"),
    [
        ("Norway called on both sides to hold back.", {"TGO", "GHA"}),
        ("Norway urged restraint on Monday.", {"TGO", "GHA"}),
        # one who is asked by name is asked alone
        ("Norway urged Ghana to show restraint.", {"GHA"}),
    ],
)
def test_an_outsiders_appeal_for_calm_is_made_to_both_adversaries(appeal: str, asked: set[str]) -> None:
    told = "Togo seized a Ghanaian ferry. Ghana condemned Togo and expelled two Togolese envoys. "
    (event,) = (e for e in code_report(_report(told + appeal)).events if e.type == "REQUEST")
    assert keys(event.actors) == {"NOR"}
    assert keys(event.recipients) == asked
