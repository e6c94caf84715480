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


ATTRIBUTES = ("ORTH", "TAG", "DEP", "HEAD", "SENT_START", "IDX", "IS_SPACE")
"""What spaCy is asked of all tokens of a doc at once, as numbers: token by token it takes several times as long."""
_WRAP = 1 << 64
"""Numbers are without a sign: a head so many words before is this less so many."""
Row = list[int]


Word = tuple[str, str, str, str, str]
"""A word as tagged: text, lemma, part of speech, tag, dependency."""
Placed = tuple[int, int, int, Word]
"""Where a word stands: its number and its head's in the doc, and the character at which it begins; the word."""


class WordForms:
    """What the pipes say of each word as tagged; made for one pipeline."""

    def __init__(self, nlp: Any) -> None:
        self.skipped = [name for name in PIPES if name in nlp.pipe_names]
        self._nlp = nlp
        self._known: dict[tuple[int, ...], Word] = {}
        """By the numbers of word, tag and dependency."""
        self._leaning: set[tuple[int, ...]] = set()
        """Of these the ones that may be something else by what stands beside them."""
        self._forms: dict[Key, Form] = {}
        """By word, tag, and the dependency where it matters."""
        index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index", {})
        for kind in index:
            index[kind] = frozenset(index[kind])  # a list, which the lemmatizer searches from the front
        self._verbs, self._nouns = (index.get(kind, frozenset()) for kind in ("verb", "noun"))
        self._expletive, *finite = map(nlp.vocab.strings.add, ("expl", *sorted(_OF_FINITE)))
        self._of_finite = frozenset(finite)

    def read(self, docs: Sequence[Any]) -> list[list[list[Placed]]]:
        """The words of each doc, without blanks, by sentences; what is new among them is asked of the pipes first."""
        every: list[list[Row]] = [doc.to_array(ATTRIBUTES).tolist() for doc in docs]
        self._learn({tuple(row[:3]) for rows in every for row in rows})
        return [self._sentences(rows) for rows in every]

    def _sentences(self, rows: list[Row]) -> list[list[Placed]]:
        found: list[list[Placed]] = []
        known, leaning = self._known, self._leaning
        for i, (orth, tag, dep, head, begins, start, is_space) in enumerate(rows):
            if begins == 1 or not found:
                found.append([])
            if not is_space:
                key = orth, tag, dep
                word = self._beside(known[key], rows, i) if key in leaning else known[key]
                found[-1].append((i, (i + head) % _WRAP, start, word))
        return [words for words in found if words]

    def _beside(self, word: Word, rows: list[Row], i: int) -> Word:
        """ "Is" behind "there" is a verb; a past tense that tells of a noun and has nothing finite is a participle."""
        text, lemma, pos, tag, dep = word
        if i and text.lower() in _BE and rows[i - 1][2] == self._expletive:
            return text, lemma, "VERB", tag, dep
        if tag != "VBD" or dep != "acl":
            return word
        below = (row[2] for k, row in enumerate(rows) if (k + row[3]) % _WRAP == i)
        # "troops currently deployed in X"
        return word if any(label in self._of_finite for label in below) else (text, lemma, pos, "VBN", dep)

    def _learn(self, met: set[tuple[int, ...]]) -> None:
        """Have the pipes say what is new among the numbers of these words."""
        strings = self._nlp.vocab.strings
        new = {row: tuple(strings[number] for number in row) for row in met if row not in self._known}
        self._ask({key for word in new.values() if (key := _key(*word)) not in self._forms})
        for row, (text, tag, dep) in new.items():
            self._known[row] = self._as_it_stands(text, tag, dep)
            if text.lower() in _BE or (tag == "VBD" and dep == "acl"):
                self._leaning.add(row)

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

    def _as_it_stands(self, text: str, tag: str, dep: str) -> Word:
        """A word in its dependency: what cannot be a verb there is a noun or a name."""
        pos, lemma = self._forms[_key(text, tag, dep)]
        if tag == "VBZ" and dep in _NOMINAL and lemma not in self._verbs:
            return text, lemma, "NOUN", "NNS", dep
        if tag in _BARE and dep in _NAMED and text[:1].isupper():
            return text, text.lower(), "PROPN", "NNP", dep
        return text, lemma, pos, tag, dep


def _key(word: str, tag: str, dep: str) -> Key:
    matters = not tag.startswith(_OPEN) or dep in _AUXILIARY or word.lower() in _OFTEN_AUXILIARY
    return word, tag, dep if matters else "dep"
