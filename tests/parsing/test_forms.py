"""Word forms remembered are those of the whole pipeline."""

from __future__ import annotations

from pathlib import Path

from spacy.tokens import Doc

from detente.parsing import load_model
from detente.parsing.forms import WordForms

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"


def test_remembered_forms_are_those_of_the_pipeline() -> None:
    nlp = load_model()
    texts = [path.read_text(encoding="utf-8") for path in sorted(REPORTS.glob("*.txt"))]
    texts.append("There is a treaty. There's been no war; they have done it, and it doesn't do to say so.")
    forms = WordForms(nlp)
    parsed = list(nlp.pipe(texts, disable=forms.skipped))
    forms.learn(parsed)
    for doc, whole in zip(parsed, nlp.pipe(texts), strict=True):
        assert [(t.text, *forms.of(t)) for t in doc if not t.is_space] == [
            (t.text, t.pos_, t.tag_, t.lemma_.lower()) for t in whole if not t.is_space
        ]


def test_a_subject_that_is_no_verb_of_english_is_a_noun() -> None:
    nlp = load_model()
    forms = WordForms(nlp)
    doc = Doc(nlp.vocab, words=["Airstrikes", "signs"], tags=["VBZ", "VBZ"], deps=["nsubj", "nsubj"], heads=[0, 1])
    forms.learn([doc])
    assert forms.of(doc[0]) == ("NOUN", "NNS", "airstrike")
    assert forms.of(doc[1]) == ("VERB", "VBZ", "sign")


def test_a_participle_that_describes_is_no_past_tense_and_lemmas_are_mended() -> None:
    nlp = load_model()
    forms = WordForms(nlp)
    text = "There are 40 Norwegian engineers currently deployed in Chile, which hoped for less."
    doc = next(nlp.pipe([text], disable=forms.skipped))
    forms.learn([doc])
    told = {t.text: forms.of(t) for t in doc}
    assert told["hoped"] == ("VERB", "VBD", "hope")
    assert told["deployed"] == ("VERB", "VBN", "deploy")


def test_a_subject_with_a_capital_is_no_bare_verb() -> None:
    nlp = load_model()
    forms = WordForms(nlp)
    doc = Doc(nlp.vocab, words=["Trump", "trump"], tags=["VB", "VB"], deps=["nsubj", "nsubj"], heads=[0, 1])
    forms.learn([doc])
    assert forms.of(doc[0]) == ("PROPN", "NNP", "trump")
    assert forms.of(doc[1]) == ("VERB", "VB", "trump")
