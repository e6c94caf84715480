"""PLOVER's types, modes and scores, and the crosswalk to CAMEO."""

import pytest

from detente.codebook.ontology import load_ontology
from detente.model import CodebookError

TYPES = 16


def test_there_are_sixteen_types_each_with_a_default_code_of_its_own_type():
    ontology = load_ontology()
    assert len(ontology.types) == TYPES
    for name, entry in ontology.types.items():
        assert ontology.codes[entry.cameo].type == name


def test_scores_agree_in_sign_with_the_quad_class():
    ontology = load_ontology()
    for name, entry in ontology.types.items():
        scores = [entry.score, *(ontology.score(name, mode) for mode in entry.modes)]
        assert all(-10 <= s <= 10 and (s > 0) == ("cooperation" in entry.quad) for s in scores), name


def test_accuse_keeps_its_minus_sign():
    ontology = load_ontology()
    assert ontology.score("ACCUSE") == -2.0
    assert ontology.score("ACCUSE", "allege") == -3.5


@pytest.mark.parametrize(
    ("code", "plover"),
    [
        ("163", ("SANCTION", "discontinue")),
        ("085", ("CONCEDE", None)),
        ("191", ("COERCE", "restrict")),
        ("192", ("COERCE", "seize")),
        ("057", ("SUPPORT", None)),
        ("0841", ("RETREAT", "release")),
        ("0256", ("REQUEST", "yield")),
        ("043", ("CONSULT", "visit")),
        ("19", ("ASSAULT", None)),
        ("012", None),
    ],
)
def test_crosswalk_follows_the_guidelines(code, plover):
    assert load_ontology().plover(code) == plover


def test_every_mode_survives_the_way_to_cameo_in_its_type():
    ontology = load_ontology()
    for name, entry in ontology.types.items():
        for mode in entry.modes:
            row = ontology.code(ontology.cameo(name, mode))
            assert row is not None and row.type in {name, "CONCEDE" if name == "RETREAT" else name}, (name, mode)


def test_contexts_pick_the_closer_code():
    ontology = load_ontology()
    assert ontology.cameo("AID", None, "military") == "072"
    assert ontology.cameo("AID", None, "gender") == "070"


def test_goldstein_falls_back_to_the_broader_code():
    ontology = load_ontology()
    assert ontology.goldstein("0874") == 10
    assert ontology.goldstein("1669") == -7
    assert ontology.goldstein("77") is None


def test_unknown_types_and_modes_are_named():
    ontology = load_ontology()
    with pytest.raises(CodebookError, match="no PLOVER type"):
        ontology.check("INVESTIGATE")
    with pytest.raises(CodebookError, match="no mode of AID"):
        ontology.check("AID", "visit")
