"""Parts of speech and lemmas, worked out once for each word as tagged, not again at each place it stands.

spaCy's `attribute_ruler` and `lemmatizer` look at each token by itself (but for "there is" and a few contractions),
and take a third of the time of the parse. What they say of a (word, tag, dependency) is remembered.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from detente.parsing.lemmas import mended_lemma

PIPES = ("attribute_ruler", "lemmatizer")
_OPEN = ("CD", "JJ", "NN", "RB", "VB")
"""How the tags of words begin that the pipes take alike in whatever dependency, but for auxiliaries."""
_AUXILIARY = frozenset({"aux", "auxpass"})
_OFTEN_AUXILIARY = frozenset({"do", "does", "did", "'d", "have", "has", "had"})
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
"""What no finite verb is: a word that stands there and that the lemmatizer does not know as a verb is a noun."""
_BARE, _NAMED = frozenset({"VB", "VBP"}), frozenset({"nsubj", "nsubjpass", "pobj", "poss"})
"""Tags of bare verbs, and where none stands: what has a capital there ("Trump on Tuesday left") is a name."""
_OF_FINITE = frozenset({"nsubj", "nsubjpass", "mark", "aux"})
_BE = frozenset({"is", "are", "was", "were", "'s", "'re"})
Form = tuple[str, str]
"""Part of speech and lemma."""
Key = tuple[str, str, str]


class WordForms:
    """What the pipes say of each word as tagged; made for one pipeline."""

    def __init__(self, nlp: Any) -> None:
        self.skipped = [name for name in PIPES if name in nlp.pipe_names]
        self._nlp = nlp
        self._known: dict[tuple[int, int, int], Form] = {}
        """By the numbers of word, tag and dependency."""
        self._forms: dict[Key, Form] = {}
        """By word, tag, and the dependency where it matters."""
        index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index", {})
        for kind in index:
            index[kind] = frozenset(index[kind])  # a list, which the lemmatizer searches from the front
        self._verbs, self._nouns = (index.get(kind, frozenset()) for kind in ("verb", "noun"))

    def learn(self, docs: Sequence[Any]) -> None:
        """Have the pipes say what is new in these parsed docs."""
        met = {tuple(row) for doc in docs for row in doc.to_array(["ORTH", "TAG", "DEP"]).tolist()}
        strings = self._nlp.vocab.strings
        new = {row: _key(*(strings[number] for number in row)) for row in met if row not in self._known}
        self._ask({key for key in new.values() if key not in self._forms})
        self._known.update((row, self._forms[key]) for row, key in new.items())

    def _ask(self, keys: set[Key]) -> None:
        """Have the pipes say what these words are."""
        if not keys:
            return
        from spacy.tokens import Doc

        new = sorted(keys, key=lambda key: (key[2] == "expl", key))
        words, tags, deps = (list(part) for part in zip(*new, strict=True))
        doc = Doc(self._nlp.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(new))))
        for name in self.skipped:
            doc = self._nlp.get_pipe(name)(doc)
        for key, token in zip(new, doc, strict=True):
            lemma = mended_lemma(key[0].lower(), key[1], token.lemma_.lower(), self._verbs, self._nouns)
            self._forms[key] = token.pos_, lemma

    def of(self, token: Any) -> tuple[str, str, str]:
        """Part of speech, tag and lemma, in lower case, of a token of a doc that was learnt."""
        pos, lemma = self._known[token.orth, token.tag, token.dep]
        if token.i and token.lower_ in _BE and token.nbor(-1).dep_ == "expl":
            return "VERB", token.tag_, lemma
        if token.tag_ == "VBZ" and token.dep_ in _NOMINAL and lemma not in self._verbs:
            return "NOUN", "NNS", lemma
        if token.tag_ in _BARE and token.dep_ in _NAMED and token.text[:1].isupper():
            return "PROPN", "NNP", token.lower_
        if token.tag_ == "VBD" and token.dep_ == "acl" and not any(c.dep_ in _OF_FINITE for c in token.children):
            # "troops currently deployed in X"
            return pos, "VBN", lemma
        return pos, token.tag_, lemma


def _key(word: str, tag: str, dep: str) -> Key:
    matters = not tag.startswith(_OPEN) or dep in _AUXILIARY or word.lower() in _OFTEN_AUXILIARY
    return word, tag, dep if matters else "dep"
