"""Which states a report is about, sentence by sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from detente.codebook.lexicon import word_list
from detente.coding.cast import FEW, Cast
from detente.coding.draft import Draft
from detente.coding.parties import keys, ordered_keys, unique
from detente.coding.unmet import told_aside
from detente.model import Party, Sentence, Token

DOMESTIC, OFTEN = 0.25, 4
LITTLE_BETWEEN = 0.3
"""Share of sentences that name two parties, under which a report tells little between them."""
AIMED = word_list("types-aimed")
"""Verbal and economic conflict, which in one report is mostly aimed at one party."""


class Focus:
    """The parties in play: those of the sentence, the dyad of the report, whom its accusations are aimed at."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.sentence: tuple[Party, ...] = ()
        self.aside: frozenset[str] = frozenset()
        self.count: Counter[str] = Counter()
        self.known: dict[str, Party] = {}
        self.targets: Counter[str] = Counter()
        self.strikers: set[str] = set()
        self.victims: set[str] = set()
        self.told = 0
        self.told_between = 0
        """Sentences of the body, and those of them that name two parties."""

    def enter(self, sentence: Sentence) -> None:
        """Take in the parties of a sentence."""
        self.sentence = _parties(sentence.tokens, self.cast)
        self.aside = told_aside(sentence, self.cast)
        named = ordered_keys(self.sentence)
        self.count.update(named)
        if sentence.kind == "body":
            self.told += 1
            self.told_between += len(named) > 1
        for party in self.sentence:
            whole = self.known.get(party.key)
            if party.key and not (whole is not None and party.organisation and not whole.organisation):
                self.known[party.key] = Party(state=party.state, organisation=party.organisation, spans=party.spans[:1])

    def leave(self, drafts: Iterable[Draft]) -> None:
        """Remember at whom what was coded in it is aimed."""
        for draft in drafts:
            if draft.type in AIMED and draft.how.get("parties") is None:
                self.targets.update(ordered_keys(draft.recipients))
            if draft.type == "ASSAULT":
                self.strikers |= keys(draft.actors)
                self.victims |= keys(draft.recipients)

    def partner(self, known: set[str]) -> Party | None:
        """The other state of the report's dyad, where just one of the two is among `known`."""
        others = [key for key in self.dyad if key not in known]
        return self.known[others[0]] if len(others) == 1 else None

    @property
    def pair(self) -> tuple[Party, ...]:
        """The two parties of the sentence, where there are just two; else those of the report's dyad."""
        here = {p.key: p for p in self.sentence if p.key}
        return tuple(here.values()) if len(here) == 2 else self.partners

    @property
    def partners(self) -> tuple[Party, ...]:
        """The two parties of the report's dyad."""
        return tuple(self.known[key] for key in self.dyad)

    def target(self, known: set[str]) -> Party | None:
        """Whom the report's accusations and demands are aimed at, where one stands out and is not among `known`."""
        top = self.targets.most_common(2)
        if not top or top[0][0] in known or (len(top) == 2 and top[0][1] == top[1][1]):
            return None
        return self.known.get(top[0][0])

    @property
    def leading(self) -> Party | None:
        """Whom the report names most."""
        return next((self.known.get(key) for key, _ in self.count.most_common(1)), None)

    @property
    def domestic(self) -> bool:
        """Whether the report is about one state: named several times or alone, no other party a quarter as often."""
        top = self.count.most_common(2)
        if len(top) == 1 and len(self.cast.document.sentences) > FEW:
            return True
        if not top or top[0][1] < OFTEN:
            return False
        return len(top) < 2 or top[1][1] < DOMESTIC * top[0][1]

    @property
    def between(self) -> float:
        """The share of the report's sentences that name two parties, in [0, 1]."""
        return self.told_between / max(1, self.told)

    @property
    def is_brief(self) -> bool:
        """Whether the text is too short to tell what it is about."""
        return len(self.cast.document.sentences) <= FEW

    @property
    def tells_little_between(self) -> bool:
        """Whether a report of more than a few sentences tells little between two parties."""
        return not self.is_brief and self.between < LITTLE_BETWEEN

    def share(self, others: Iterable[str]) -> float:
        """How often the report names the most named of these, to the state that it names most."""
        top = max(self.count.values(), default=1)
        return max((self.count[key] for key in others), default=0) / top

    def is_named_often(self, known: Iterable[str]) -> bool:
        """Whether the report names one of these several times."""
        return any(self.count[key] >= OFTEN for key in known)

    def named_in(self, sentence: Sentence) -> set[str]:
        """Whom a sentence names as a party."""
        return keys(_parties(sentence.tokens, self.cast))

    @property
    def dyad(self) -> tuple[str, ...]:
        """The two states that the report names most, where they stand out."""
        top = self.count.most_common(3)
        if len(top) < 2 or (len(top) == 3 and top[1][1] == top[2][1]):
            return ()
        return top[0][0], top[1][0]


def _parties(tokens: Iterable[Token], cast: Cast) -> tuple[Party, ...]:
    mentions = [m for t in tokens if (m := cast.mention(t)) is not None and m.how != "place"]
    return unique(p for m in mentions for p in m.parties)
