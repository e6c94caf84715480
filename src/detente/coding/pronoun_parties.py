"""Whom "it" and "they" stand for where the resolver left it open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from detente.codebook.lexicon import word_list
from detente.coding.parties import unique
from detente.coding.phrases import conjuncts, is_verb
from detente.coding.subjects import surface_subject
from detente.model import Document, Mention, Party, Token

IT, THEY = word_list("it"), word_list("they")
CAPTIVITY = word_list("verbs-of-captivity")
DONE_TO = frozenset({"dobj", "nsubjpass"})
CAPTIVES, ONE = word_list("captives-told-again"), frozenset({"he", "her", "him", "she"})


class LeftOpen:
    """The parties of pronouns without an antecedent, by the clauses before them."""

    def __init__(self, document: Document, at: Mapping[int, Mention]) -> None:
        self._document = document
        self._at = at

    def meant(self, token: Token) -> tuple[Party, ...]:
        """Whom a pronoun stands for: a state, two named before, captives; nobody where it is another pronoun."""
        if token.lower in IT:
            return self._it(token)
        if found := self.captives(token):
            return found
        return self._they(token) if token.lower in THEY else ()

    def _it(self, token: Token) -> tuple[Party, ...]:
        """The state that "it" stands for: the subject of the clause above, else that of the sentence before."""
        verb = next((a for a in token.ancestors() if is_verb(a)), None)
        while verb is not None and verb.head is not verb:
            verb = next((a for a in verb.ancestors() if is_verb(a)), None)
            if verb is not None and (found := self._subject_state(verb, token)):
                return found
        before = self._document.sentences[token.sentence.index - 1] if token.sentence.index else None
        if before is None or before.kind != token.sentence.kind or not is_verb(before.root):
            return ()
        return self._subject_state(before.root, token) or self._done_to(before.root, token)

    def _done_to(self, verb: Token, pronoun: Token) -> tuple[Party, ...]:
        """The one state that several act on: "X and Y cut ties with Z. They accused it"."""
        row = [c for t in surface_subject(verb) for c in (t, *conjuncts(t))]
        several = {p.key for t in row if (m := self._at.get(t.i)) is not None for p in m.parties}
        if len(several) < 2 or pronoun.dep != "dobj":
            return ()
        named = [p for p in self._named(t for t in verb.subtree() if t.i > verb.i) if p.state and p.key not in several]
        one = len({p.key for p in named}) == 1 and not named[0].person
        return (replace(named[0], spans=(pronoun.span,), how="pronoun"),) if one else ()

    def captives(self, token: Token) -> tuple[Party, ...]:
        """Whose people "he", "the pair" are who were arrested or freed: of whom this was told last, without a name.

        "X freed two Yish sailors. They had been arrested in May."
        """
        if token.dep not in DONE_TO or token.head.lemma not in CAPTIVITY or token.lower not in CAPTIVES:
            return ()
        here = token.sentence.index
        for sentence in reversed(self._document.sentences[max(0, here - 2) : here + 1]):
            told = (t for t in reversed(sentence.tokens) if t.i < token.i and t.dep in DONE_TO)
            for captive in (t for t in told if t.head.lemma in CAPTIVITY and t.pos != "PRON"):
                many = captive.tag in ("NNS", "NNPS")
                found = self._demonyms(captive)
                if found and many == (token.lower not in ONE):
                    return tuple(replace(p, spans=(token.span,), how="pronoun") for p in found)
                return ()
        return ()

    def _demonyms(self, noun: Token) -> tuple[Party, ...]:
        """The land of people without a name: "Xians", "two Xian sailors"."""
        words = [noun, *(c for c in noun.children if c.dep in ("amod", "compound"))]
        mentions = [m for t in words if (m := self._at.get(t.i)) is not None]
        if len(mentions) != 1 or mentions[0].kind != "demonym":
            return ()
        return tuple(p for p in mentions[0].parties if p.key and not p.person)

    def _they(self, token: Token) -> tuple[Party, ...]:
        """The two that "they" stands for, where the words before name just two of different states."""
        last = self._document.sentences[token.sentence.index - 1].tokens if token.sentence.index else []
        for tokens in ([t for t in token.sentence.tokens if t.i < token.i], last):
            named = self._named(tokens)
            if named:
                pair = tuple(p for p in named if p.person) or named
                two = len(pair) == 2 and pair[0].key != pair[1].key
                return tuple(replace(p, spans=(token.span,), how="group") for p in pair) if two else ()
        return ()

    def _named(self, tokens: Iterable[Token]) -> tuple[Party, ...]:
        """Persons, states and organisations that stand for themselves among these tokens."""
        mentions = [m for t in tokens if (m := self._at.get(t.i)) is not None and m.head == t.i and not m.attributive]
        kinds = ("person", "state", "organisation")
        return unique(p for m in mentions if m.kind in kinds for p in m.parties if p.key)

    def _subject_state(self, verb: Token, pronoun: Token) -> tuple[Party, ...]:
        subjects = [t for t in surface_subject(verb) if t is not pronoun and (t.lower not in IT or t.i in self._at)]
        found = [p for t in subjects if (m := self._at.get(t.i)) is not None for p in m.parties]
        if len(found) != 1 or found[0].person or not found[0].key:
            return ()
        return (replace(found[0], spans=(pronoun.span,), how="pronoun"),)
