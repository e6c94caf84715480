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
    for sentences, whole in zip(forms.read(parsed), nlp.pipe(texts), strict=True):
        assert [(word, head, at) for words in sentences for _, head, at, word in words] == [
            ((t.text, t.lemma_.lower(), t.pos_, t.tag_, t.dep_), t.head.i, t.idx) for t in whole if not t.is_space
        ]
        assert [words[0][0] for words in sentences] == [
            next(t.i for t in sent if not t.is_space) for sent in whole.sents if not sent.text.isspace()
        ]


def test_a_subject_that_is_no_verb_of_english_is_a_noun() -> None:
    nlp = load_model()
    forms = WordForms(nlp)
    doc = Doc(nlp.vocab, words=["Airstrikes", "signs"], tags=["VBZ", "VBZ"], deps=["nsubj", "nsubj"], heads=[0, 1])
    assert _told(forms, doc) == {"Airstrikes": ("airstrike", "NOUN", "NNS"), "signs": ("sign", "VERB", "VBZ")}


def test_a_participle_that_describes_is_no_past_tense_and_lemmas_are_mended() -> None:
    nlp = load_model()
    forms = WordForms(nlp)
    text = "There are 40 Norwegian engineers currently deployed in Chile, which hoped for less."
    doc = next(nlp.pipe([text], disable=forms.skipped))
    told = _told(forms, doc)
    assert told["hoped"] == ("hope", "VERB", "VBD")
    assert told["deployed"] == ("deploy", "VERB", "VBN")
    assert told["are"] == ("be", "VERB", "VBP")


def test_a_subject_with_a_capital_is_no_bare_verb() -> None:
    nlp = load_model()
    forms = WordForms(nlp)
    doc = Doc(nlp.vocab, words=["Trump", "trump"], tags=["VB", "VB"], deps=["nsubj", "nsubj"], heads=[0, 1])
    assert _told(forms, doc) == {"Trump": ("trump", "PROPN", "NNP"), "trump": ("trump", "VERB", "VB")}


def _told(forms: WordForms, doc: Doc) -> dict[str, tuple[str, str, str]]:
    """Lemma, part of speech and tag of each word of a doc."""
    return {word[0]: word[1:4] for words in forms.read([doc])[0] for _, _, _, word in words}
