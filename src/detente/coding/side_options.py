"""Who could be a party to an event: whoever is named near its word, and how each stands to it.

The traits are kinds of evidence (syntax, distance, salience), never names; `side_choice` weighs them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.codebook.lexicon import word_list
from detente.coding.cast import Cast
from detente.coding.phrases import is_verb
from detente.coding.subjects import surface_subject
from detente.model import Mention, Party, Sentence, Token

FAR = 4
"""Links of the parse beyond which a path is only far."""
CLAUSES = 4
"""Verbs above a word whose subjects and objects are looked at, its own first."""
BETWEEN = word_list("telling-words-between")
MODIFIERS = frozenset({"poss", "amod", "compound", "nmod"})
OBJECTS = frozenset({"dobj", "iobj"})
SALIENT = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could be a party: how words near by name them, and the traits of how they stand to the event."""

    party: Party
    traits: tuple[str, ...]


class Scene:
    """Who is named in which sentence of a report, looked up by event word."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.named = [self._named(sentence) for sentence in cast.document.sentences]
        self._leads: dict[int, set[str]] = {}
        count = Counter({key: 0 for row in self.named for key in row})
        for row in self.named:
            count.update({key: len(found) for key, found in row.items()})
        ranked = [key for key, _ in count.most_common()]
        self.rank = {key: min(4, place) for place, key in enumerate(ranked)}
        self.salient = ranked[:SALIENT]
        self.known: dict[str, Party] = {}
        for row in self.named:
            for key, found in row.items():
                self.known.setdefault(key, _of(found[0][1], key))

    def _named(self, sentence: Sentence) -> dict[str, list[tuple[Token, Mention]]]:
        """Each party of a sentence with the words that name it."""
        named: dict[str, list[tuple[Token, Mention]]] = {}
        for token in sentence.tokens:
            mention = self.cast.mention(token)
            if mention is None or mention.how == "place" or mention.head != token.i:
                continue
            for party in mention.parties:
                if party.key:
                    named.setdefault(party.key, []).append((token, mention))
        return named

    def _lead(self, at: int) -> set[str]:
        """The subject of a sentence, by its number."""
        if at not in self._leads:
            root = self.cast.document.sentences[at].root
            found = self._parties(surface_subject(root)) if is_verb(root) else []
            self._leads[at] = {party.key for party in found}
        return self._leads[at]

    def _parties(self, tokens: Iterable[Token]) -> list[Party]:
        return [p for t in tokens for p in self.cast.parties(t) if p.key]

    def candidates(self, word: Token) -> dict[str, Candidate]:
        """Whoever is named in the sentence of an event word or the one before, speaks there, or is named most."""
        at = word.sentence.index
        here, before = self.named[at], self.named[at - 1] if at else {}
        earlier = self.named[at - 2] if at > 1 else {}
        roles: dict[str, list[str]] = {}
        related: dict[str, Party] = {}
        for party, role in self._roles(word):
            roles.setdefault(party.key, []).append(role)
            related.setdefault(party.key, party)
        said = self.cast.speakers.parties(word) if self.cast.speakers is not None else ()
        speakers = {p.key: p for p in said if p.key}
        pool = dict.fromkeys([*here, *roles, *before, *speakers, *self.salient])
        order, found = list(here), {}
        for key in pool:
            traits = self._stands(word, key, order) if key in here else ["away"]
            traits += roles.get(key, ())
            traits += self._around(key, at, before, earlier)
            if key in speakers:
                traits += ["speaker", "speaker-here" if key in here else "speaker-away"]
            traits += [f"rank={self.rank.get(key, 4)}", f"nhere={min(4, len(here))}"]
            if key in here and len(here) == 2:
                traits.append("of-two")
            near = self._nearest(word, here[key], key) if key in here else None
            found[key] = Candidate(near or speakers.get(key) or related.get(key) or self.known[key], tuple(traits))
        return found

    def _around(self, key: str, at: int, before: Iterable[str], earlier: Iterable[str]) -> Iterator[str]:
        """Where else near by somebody is named."""
        if at and key in self._lead(at - 1):
            yield "prevsub"
        if key in self._lead(at):
            yield "rootsub"
        if key in before:
            yield "prev"
        if key in earlier:
            yield "prev2"

    def _stands(self, word: Token, key: str, order: list[str]) -> list[str]:
        """How the nearest words that name somebody in the sentence stand to the event word."""
        found = self.named[word.sentence.index][key]
        paths = [(path, token, mention) for token, mention in found if (path := _path(word, token)) is not None]
        traits = ["here", f"nth={min(3, order.index(key))}"]
        if not paths:
            return traits
        (up, down), token, mention = min(paths, key=lambda row: len(row[0][0]) + len(row[0][1]))
        length = len(up) + len(down)
        side = "L" if token.i < word.i else "R" if token.i > word.i else "S"
        traits += [
            f"len={min(length, 7)}",
            f"path={'^'.join(up)}v{'v'.join(down)}" if length <= FAR else "path=far",
            f"end={down[-1] if down else 'top'}",
            f"start={up[0] if up else 'self'}",
            f"side={side}",
            f"dist={min(6, abs(token.i - word.i).bit_length())}",
            f"mk={mention.kind}",
            f"mh={mention.how}",
            f"md={token.dep}",
            f"side-mk={side}{mention.kind}",
        ]
        first, last = min(token.i, word.i), max(token.i, word.i)
        inside = {t.lower for t in word.sentence.tokens if first < t.i < last}
        return traits + [f"btw-{w}-{side}" for w in sorted(inside & BETWEEN)]

    def _nearest(self, word: Token, found: list[tuple[Token, Mention]], key: str) -> Party:
        return _of(min(found, key=lambda row: abs(row[0].i - word.i))[1], key)

    def _roles(self, word: Token) -> Iterator[tuple[Party, str]]:
        """Who is subject, object or oblique of the verbs above an event word, and who stands before the nouns above."""
        verbs = [t for t in (word, *word.ancestors()) if is_verb(t)][:CLAUSES]
        for n, verb in enumerate(verbs):
            yield from ((p, f"sub{n}") for p in self._parties(surface_subject(verb)))
            for child in verb.children:
                if child.dep in OBJECTS and child is not word:
                    yield from ((p, f"obj{n}") for p in self._parties([child]))
                elif child.dep == "prep":
                    ends = [o for o in child.children if o.dep == "pobj" and o is not word]
                    yield from ((p, f"obl{n}-{child.lower}") for p in self._parties(ends))
        for noun in () if is_verb(word) else list(word.ancestors())[:3]:
            if is_verb(noun):
                break
            inner = [c for c in noun.children if c.dep in MODIFIERS and c is not word]
            yield from ((p, "mod-of-head") for p in self._parties(inner))


def _of(mention: Mention, key: str) -> Party:
    """The party of a mention that acts for a state or organisation."""
    return next(p for p in mention.parties if p.key == key)


def _path(word: Token, other: Token) -> tuple[list[str], list[str]] | None:
    """Labels of the parse from one word up to what both hang on, and down to the other."""
    chain = [word, *word.ancestors()]
    height = {token.i: n for n, token in enumerate(chain)}
    down = []
    while other.i not in height:
        if other.head is other:
            return None
        down.append(_label(other))
        other = other.head
    return [_label(t) for t in chain[: height[other.i]]], down[::-1]


def _label(token: Token) -> str:
    return f"prep:{token.lower}" if token.dep == "prep" else token.dep
