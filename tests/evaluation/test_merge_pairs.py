"""The judged pairs of merging, and how they are scored."""

import sys
from pathlib import Path

import pytest

from detente.evaluation.merge_pairs import Pair, load_pairs, match_passage, score_pairs
from detente.evaluation.merge_records import Passage, judged_evidence, load_passages, load_texts
from detente.evaluation.shared import shared_folder
from detente.model import Event, Evidence, Span

sys.path.insert(0, str(Path(__file__).parents[1] / "register"))
from register_builders import event


def piece(deed: Event) -> Evidence:
    return Evidence(
        id=f"{deed.type}-{deed.evidence[0].start}", report="r", event=deed, words="", coder="test", story="s/r"
    )


def test_joined_pairs_are_counted_against_the_judgement_and_lost_ones_as_not_joined() -> None:
    pairs = [
        Pair("a", "b", True, "tune"),
        Pair("a", "c", False, "tune"),
        Pair("a", "d", True, "tune"),
        Pair("a", "e", True, "tune"),
    ]
    group = {"a": 1, "b": 1, "c": 1, "d": 2}
    figures = score_pairs(pairs, lambda id_: id_ if id_ in group else None, group)
    assert figures == {"precision": 0.5, "recall": 0.3333, "recall_of_found": 0.5, "pairs": 4, "lost": 1}


def test_a_passage_is_the_evidence_with_its_words_and_parties_best_of_its_type() -> None:
    passage = Passage("p", "s", "r", "d", event(span=Span(10, 50)), None)
    told = [event("ACCUSE", span=Span(10, 40)), event(span=Span(20, 60)), event(span=Span(48, 90))]
    pieces = [piece(deed) for deed in told]
    assert match_passage(passage, {"s/r": pieces}) == pieces[1].id
    assert match_passage(passage, {"s/r": pieces[:1]}) == pieces[0].id
    assert match_passage(passage, {"s/r": pieces[2:]}) is None
    assert match_passage(passage, {"s/r": [piece(event(actors="SWE", recipients="FIN", span=Span(20, 60)))]}) is None


def test_the_judged_pairs_are_of_both_kinds_and_parts_and_none_is_there_twice() -> None:
    pairs, passages = load_pairs(), load_passages()
    assert len({frozenset((pair.one, pair.other)) for pair in pairs}) == len(pairs)
    assert all(passages[pair.one].report != passages[pair.other].report for pair in pairs)
    assert all(pair.same == (passages[pair.one].deed == passages[pair.other].deed) for pair in pairs)
    for part, least in (("tune", 100), ("held", 50)):
        for same in (True, False):
            assert sum(pair.part == part and pair.same is same for pair in pairs) >= least


def test_no_deed_is_in_both_parts() -> None:
    passages = load_passages()
    deeds = {
        part: {passages[id_].deed for pair in load_pairs() if pair.part == part for id_ in (pair.one, pair.other)}
        for part in ("tune", "held")
    }
    assert not deeds["tune"] & deeds["held"]


def test_the_passages_lie_within_the_shared_texts() -> None:
    if not (shared_folder() / "news").is_dir():
        pytest.skip(f"the shared texts are not at {shared_folder()}")
    passages = list(load_passages().values())
    texts = load_texts(shared_folder(), {(passage.set, passage.report) for passage in passages})
    assert all(
        words == words.strip() and len(words) > 3 for words in (p.words for p in judged_evidence(passages, texts))
    )
