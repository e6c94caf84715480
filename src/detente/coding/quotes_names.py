"""Who a subject is: the full name the report gives, else a description, with state and office."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from detente.coding.quotes_page import Page
from detente.model import Mention, Party, Token

_HE = frozenset({"he", "she", "him", "her", "i", "his"})
_IT = frozenset({"it", "they", "we", "its"})
_LEFT = frozenset({"compound", "amod", "nmod", "poss", "nummod", "punct", "case", "quantmod"})
_NAMELIKE = frozenset({"PROPN"})
_SEAT = re.compile(r"(?:Department|Ministry|Office|Council|Committee|Party|Guard|Agency|Union|Nations|Bank|House|Times)$")


@dataclass(slots=True, frozen=True)
class Voice:
    """A speaker as a quotation records him. `at`: index of the subject's head word."""

    name: str
    state: str | None
    office: str | None
    person: bool
    at: int


@dataclass(slots=True)
class Voices:
    """The names and mentions of a report, to tell who a subject is."""

    page: Page
    by_token: dict[int, Mention] = field(default_factory=dict)
    runs: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    by_last: dict[str, list[tuple[int, tuple[str, ...]]]] = field(default_factory=dict)

    @classmethod
    def of(cls, page: Page) -> Voices:
        """Index a report's mentions by their tokens and its names by their last word."""
        voices = cls(page)
        for mention in page.document.mentions:
            for i in range(*mention.tokens):
                held = voices.by_token.get(i)
                if held is None or (mention.kind == "person" and held.kind != "person"):
                    voices.by_token[i] = mention
        voices._find_runs()
        return voices

    def _find_runs(self) -> None:
        titles, particles = self.page.words.titles, self.page.words.particles
        tokens = self.page.tokens
        i = 0
        while i < len(tokens):
            if tokens[i].pos not in _NAMELIKE or not tokens[i].text[:1].isupper():
                i += 1
                continue
            first = i
            while i < len(tokens) and self._joins(tokens, first, i, particles):
                i += 1
            words = [t.text for t in tokens[first:i]]
            while words and words[-1] in ("-", "'s", "’s", "'", "."):
                words.pop()
            cut = max((k + 1 for k, w in enumerate(words[:-1]) if w.lower().strip(".") in titles), default=0)
            if _SEAT.search(words[-1] if words else ""):
                cut = 0
            words = words[cut:]
            if words:
                name = (first + cut, tuple(words))
                self.runs.append(name)
                self.by_last.setdefault(words[-1].lower(), []).append(name)

    @staticmethod
    def _joins(tokens: list[Token], first: int, i: int, particles: frozenset[str]) -> bool:
        token = tokens[i]
        if i > first and token.sentence is not tokens[first].sentence:
            return False
        if token.pos == "PROPN" and token.text[:1].isalnum():
            return token.text[:1].isupper() or token.lower in particles
        nearby = i + 1 < len(tokens) and tokens[i + 1].pos == "PROPN"
        return nearby and (token.lower in particles or (token.text == "-" and token.start == tokens[i - 1].end))

    def full_name(self, words: tuple[str, ...], at: int) -> str:
        """The longest form of a name that the report has: earlier first, else later."""
        longer = [n for n in self.runs if len(words) < len(n[1]) <= 5]
        fits = [n for n in longer if n[1][-len(words) :] == words] or [
            n for n in longer if n[1][: len(words)] == words and not _SEAT.search(n[1][-1])
        ]
        earlier = [n for n in fits if n[0] <= at]
        chosen = earlier[-1] if earlier else fits[0] if fits else (at, words)
        return _spelled(chosen[1])

    def named(self, subject: Token) -> Voice | None:
        """Who a subject is, unless it is a pronoun."""
        if subject.pos == "PRON":
            return self._from_mention(subject) if subject.lower not in _HE | _IT else None
        partners = [c for c in subject.children if c.dep == "conj" and c.pos == "PROPN"]
        voice = self._one(subject)
        if voice and partners and subject.pos == "PROPN":
            others = [v for v in (self._one(p) for p in partners) if v]
            return Voice(" and ".join([voice.name, *(o.name for o in others)]), None, None, True, voice.at)
        return voice

    def _one(self, subject: Token) -> Voice:
        voice = self._from_mention(subject)
        if voice is not None:
            return voice
        if subject.pos != "PROPN":
            apposed = next((c for c in subject.children if c.dep == "appos" and c.pos == "PROPN"), None)
            if apposed is not None and len(self._run_at(apposed) or ()) >= 2:
                return self._one(apposed)
            if subject.lemma in self.page.words.documents:
                return self._document(subject)
            return self._described(subject)
        words = self._run_at(subject)
        if words is None:
            return self._described(subject)
        return Voice(self.full_name(words, subject.i), self._state(subject), None, True, subject.i)

    def _run_at(self, token: Token) -> tuple[str, ...] | None:
        for first, words in self.by_last.get(token.lower, ()):
            if first <= token.i < first + len(words) + 1:
                return words
        return next((w for f, w in self.runs if f <= token.i < f + len(w)), None)

    def _from_mention(self, subject: Token) -> Voice | None:
        mention = self.by_token.get(subject.i)
        if mention is None or not mention.parties or mention.kind in ("demonym",):
            return None
        party = mention.parties[0]
        if mention.plural and len(mention.parties) > 1 and all(p.person for p in mention.parties):
            return Voice(" and ".join(p.person or "" for p in mention.parties), None, None, True, subject.i)
        if party.person:
            return Voice(party.person, party.state, party.office, True, subject.i)
        if mention.kind == "person":
            return None
        return self._described(subject, party, mention)

    def _described(self, subject: Token, party: Party | None = None, mention: Mention | None = None) -> Voice:
        """The noun phrase itself, without its article."""
        first = subject.i
        for child in subject.children:
            if child.i < first and child.dep in _LEFT and child.sentence is subject.sentence:
                first = min(first, min(t.i for t in child.subtree()))
        words = self.page.tokens[first : subject.i + 1]
        text = self.page.document.text[words[0].start : words[-1].end]
        lower = subject.lower
        seat = lower in self.page.words.bodies or (mention is not None and mention.kind == "body")
        spokesman = lower.startswith("spokes") or seat
        state = party.state if party else self._state(subject)
        return Voice(text, state, "spokesperson" if spokesman else party.office if party else None, False, subject.i)

    def _document(self, subject: Token) -> Voice:
        """The owner or author of a statement; the statement itself where none is named."""
        for child in subject.children:
            if child.dep == "poss" and child.pos != "PRON":
                return self._one(child)
            if child.dep == "prep" and child.lower in ("from", "by", "of"):
                author = next((c for c in child.children if c.dep == "pobj"), None)
                if author is not None:
                    return self._one(author)
        return self._described(subject)

    def _state(self, subject: Token) -> str | None:
        """The state that the words before or within the noun phrase name."""
        for token in (subject, *subject.children, *(g for c in subject.children for g in c.children)):
            mention = self.by_token.get(token.i)
            if mention is not None and mention.parties and mention.parties[0].state:
                return mention.parties[0].state
        return None


def _spelled(words: tuple[str, ...]) -> str:
    return " ".join(words).replace(" - ", "-").replace(" -", "-").replace("- ", "-")
