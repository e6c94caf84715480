"""Slots: who is subject and object of a word, whatever the syntax."""

import pytest

from detente.coding.match import slots_of
from detente.coding.slots import Slots
from detente.model import Line, Report, Sentence, Span, Token
from detente.parsing import parse_report


def parse(text: str) -> list[Sentence]:
    return parse_report(Report(id="t", text=text, lines=(Line(Span(0, len(text)), "body"),)))


def find(sentences: list[Sentence], word: str) -> Token:
    return next(t for s in sentences for t in s.tokens if t.text == word)


def slots(text: str, word: str, kind: str, light: dict[str, str] | None = None) -> Slots:
    return slots_of(find(parse(text), word), kind, light or {"hold": "subject", "pay": "subject"})


def words(tokens: list[Token]) -> list[str]:
    return [t.text for t in tokens]


@pytest.mark.parametrize(
    ("text", "word", "subject", "obj"),
    [
        ("Norway expelled two diplomats.", "expelled", ["Norway"], ["diplomats"]),
        ("Two diplomats were expelled by Norway.", "expelled", ["Norway"], ["diplomats"]),
        ("Norway, which expelled two diplomats, is calm.", "expelled", ["Norway"], ["diplomats"]),
        ("Norway agreed to expel two diplomats.", "expel", ["Norway"], ["diplomats"]),
        ("Norway recalled its envoy and expelled two diplomats.", "expelled", ["Norway"], ["diplomats"]),
        ("The ship that Norway seized was empty.", "seized", ["Norway"], ["ship"]),
        ("Norway shot down a jet it said had left Chile.", "left", ["jet"], ["Chile"]),
        ("Norway expelled what it called spies.", "expelled", ["Norway"], ["spies"]),
        ("Norway struck what it said was a depot.", "struck", ["Norway"], ["depot"]),
        ("Norway was accused of seizing a ship.", "seizing", ["Norway"], ["ship"]),
        ("The premier, who was accused of seizing a ship, left.", "seizing", ["premier"], ["ship"]),
        ("Norway urged Chile to release the crew.", "release", ["Chile"], ["crew"]),
        ("Norway left after seizing a ship.", "seizing", ["Norway"], ["ship"]),
        ("Norway said Chile could keep the ship but warned Peru.", "warned", ["Norway"], ["Peru"]),
        ("The bridge was destroyed using old mines.", "using", [], ["mines"]),
        ("Norway praised allies such as Chile and Peru.", "praised", ["Norway"], ["allies", "Chile", "Peru"]),
        ("Norway praised neighbours like Chile for the bridge.", "praised", ["Norway"], ["neighbours", "Chile"]),
        ("There are 40 Norwegian engineers currently deployed in Chile.", "deployed", [], ["engineers"]),
        ("Its refusal to release the crew angered Chile.", "release", ["Its"], ["crew"]),
        ("In talks with Chile, U.N. chief Ban Ki-moon condemned the raid.", "condemned", ["moon"], ["raid"]),
        ("He left for Chile, where Norway seized a ship.", "seized", ["Norway"], ["ship"]),
        ("He left for Chile, where Norway will mediate.", "mediate", ["Norway"], []),
        ("This is the port in which Norway landed.", "landed", ["Norway"], []),
        (
            "But Norway and its friends have for more than twenty years accused Chile.",
            "accused",
            ["Norway", "friends"],
            ["Chile"],
        ),
        ("Norway condemned in the strongest possible terms Chile's raid on Peru.", "condemned", ["Norway"], ["raid"]),
    ],
)
def test_verb_slots_follow_the_clause(text: str, word: str, subject: list[str], obj: list[str]) -> None:
    found = slots(text, word, "V")
    assert (words(found.subject), words(found.object)) == (subject, obj)


def test_verb_slots_keep_conjoined_subjects() -> None:
    assert words(slots("Norway and Chile signed a treaty.", "signed", "V").subject) == ["Norway", "Chile"]


def test_a_light_verb_is_read_with_its_adverb() -> None:
    found = slots("Norway will go ahead with tariffs on Chile.", "tariffs", "N", {"go ahead with": "subject"})
    assert (words(found.subject), words(found.object)) == (["Norway"], ["Chile"])


def test_noun_slots_read_possessor_and_of() -> None:
    found = slots("Norway's expulsion of two envoys angered Chile.", "expulsion", "N")
    assert (words(found.subject), words(found.object)) == (["Norway"], ["envoys"])


def test_light_verb_hands_subject_and_obliques_to_its_noun() -> None:
    found = slots("Norway held talks with Chile on Friday.", "talks", "N")
    assert words(found.subject) == ["Norway"]
    assert words(found.preps["with"]) == ["Chile"]


def test_between_gives_both_parties() -> None:
    assert words(slots("Talks between Norway and Chile failed.", "Talks", "N").preps["between"]) == ["Norway", "Chile"]


def test_adjective_takes_the_subject_of_its_copula() -> None:
    assert words(slots("Norway is critical of Chile.", "critical", "A").subject) == ["Norway"]


def test_participle_hands_on_its_agent_wherever_the_noun_stands() -> None:
    found = slots("Despite sanctions imposed on Chile by Norway, trade grew.", "sanctions", "N", {"impose": "subject"})
    assert (words(found.subject), words(found.preps["on"])) == (["Norway"], ["Chile"])


def test_a_round_of_talks_is_talks() -> None:
    assert words(slots("Norway held a new round of talks with Chile.", "talks", "N").subject) == ["Norway"]


def test_an_adverb_hands_on_its_preposition() -> None:
    assert words(slots("The tanks stood close to the border.", "stood", "V").preps["to"]) == ["border"]


def test_who_was_the_first_to_do_it_did_it() -> None:
    found = slots("Ada Holm of Norway was the first minister to visit Chile.", "visit", "V")
    assert (words(found.subject)[:1], words(found.object)) == (["Holm"], ["Chile"])


def test_what_a_visit_does_is_not_who_brings_it_about() -> None:
    light = {"be on": "subject", "lead": "subject"}
    assert words(slots("Holm is on a visit to Chile leading bankers.", "visit", "N", light).subject) == ["Holm"]


def test_who_says_so_is_not_spoken_to() -> None:
    assert "to" not in slots("Norway vowed an answer, according to papers in Chile.", "vowed", "V").preps


@pytest.mark.parametrize(
    ("text", "word", "named", "name"),
    [
        ("Norway called Chile's raid a disgrace.", "called", "raid", "disgrace"),
        ("They kept the pact with Chile that Norway labeled a disaster.", "labeled", "pact", "disaster"),
        (
            'Norway has called the seizing of the tanker Aurora an "illegal act."',
            "called",
            "seizing",
            "act",
        ),
    ],
)
def test_what_a_verb_of_naming_calls_its_object(text: str, word: str, named: str, name: str) -> None:
    found = slots(text, word, "V")
    assert words(found.object)[:1] == [named]
    assert name in words(found.preps["@complement"])


def test_a_phrase_behind_a_comma_is_no_name() -> None:
    assert "@complement" not in slots("Norway called Chile's envoy, a friend of Peru.", "called", "V").preps


def test_what_a_finding_is_about_does_not_make_it() -> None:
    found = slots("Norway's finding that Chile paid the rebels was read out.", "finding", "N", {"pay": "subject"})
    assert words(found.subject) == ["Norway"]


def test_the_words_in_quotation_marks_of_what_is_said() -> None:
    found = slots('Norway said Chile had "wrecked the truce".', "said", "V")
    assert words(found.preps["@verdict"]) == ["wrecked", "truce"]
    assert "@verdict" not in slots('Norway said Chile must end its "absurd" raids.', "said", "V").preps


def test_what_a_ship_carries_is_sent_with_it() -> None:
    found = slots("Norway sent a plane carrying tents to Chile.", "sent", "V").preps
    assert words(found["with"]) == ["tents"] and words(found["to"]) == ["Chile"]
