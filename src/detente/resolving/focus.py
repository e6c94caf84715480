"""Who is in play: the parties seen so far in a report, how prominent, how long ago."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from detente.model import Mention, Party, Sentence, Span, Token
from detente.resolving.words import Words

SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "csubj"})
_START = attrgetter("start")
_FADE = 0.75
_REACH = 8
_CLEAR = 0.6


@dataclass(slots=True)
class Seen:
    """A mention that stood for parties: where, whether as a subject, and whether in somebody's quoted words."""

    token: int
    sentence: int
    mention: Mention
    subject: bool
    quoted: bool = False

    @property
    def party(self) -> Party:
        """The first party."""
        return self.mention.parties[0]


@dataclass(slots=True)
class Focus:
    """The discourse so far."""

    tokens: list[Token]
    words: Words
    kinds: dict[str, str] = field(default_factory=dict)
    covered: bytearray = field(default_factory=bytearray)
    dated: bool = True
    seen: list[Seen] = field(default_factory=list)
    gender: dict[str, str] = field(default_factory=dict)
    quotes: list[Span] = field(default_factory=list)
    spoken: set[int] = field(default_factory=set)
    """Sentences that are somebody's quoted words from first to last."""

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence."""
        first = self._quote(sentence.tokens[0].span)
        if first is not None and first is self._quote(sentence.tokens[-1].span):
            self.spoken.add(sentence.index)

    def in_quotes(self, span: Span) -> bool:
        """Whether words stand in a quotation."""
        return self._quote(span) is not None

    def _quote(self, span: Span) -> Span | None:
        n = bisect_right(self.quotes, span.start, key=_START)
        return self.quotes[n - 1] if n > 0 and span.start < self.quotes[n - 1].end else None

    def note(self, mention: Mention) -> None:
        """Add a mention that has parties."""
        if not mention.parties:
            return
        token = self.tokens[mention.head]
        quoted = self.in_quotes(mention.span)
        self.seen.append(Seen(mention.tokens[0], token.sentence.index, mention, is_subject(token), quoted))
        person = mention.parties[0].person
        if person and mention.kind in ("person", "office") and person not in self.gender:
            gender = self._gender_of(mention, person)
            if gender:
                self.gender[person] = gender
        elif person and mention.kind == "pronoun" and token.lower in ("she", "her", "herself"):
            self.gender.setdefault(person, "f")

    def kind_of(self, organisation: str) -> str:
        """The kind of an organisation by the codebook."""
        return self.kinds.get(organisation, "")

    def unknown_subject(self, sentence: int) -> Token | None:
        """The subject of a sentence that nobody knows, with a capital or a person: "he" may well be that one."""
        for token in reversed(self.tokens[: self._end_of(sentence)]):
            if token.sentence.index != sentence:
                return None
            if (
                token.dep in SUBJECTS
                and not self.covered[token.i]
                and (token.pos == "PROPN" or self.is_somebody(token))
            ):
                return token
        return None

    def is_somebody(self, noun: Token) -> bool:
        """Whether a noun is one person without a name: "the witness", "his wife"."""
        return noun.tag == "NN" and noun.lemma in self.words.person_nouns

    def _end_of(self, sentence: int) -> int:
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].sentence.index <= sentence:
                low = middle + 1
            else:
                high = middle
        return low

    def _gender_of(self, mention: Mention, person: str) -> str | None:
        first, last = mention.tokens
        words = {self.tokens[i].lower.strip(".") for i in range(first, last)}
        if first and self.tokens[first - 1].lower.strip(".") in self.words.honorifics:
            words.add(self.tokens[first - 1].lower.strip("."))
        if words & self.words.female:
            return "f"
        if words & self.words.male:
            return "m"
        given = person.split()[0].lower() if " " in person else ""
        if given in self.words.female_names and given not in self.words.male_names:
            return "f"
        return "m" if given in self.words.male_names else None

    def within(self, sentence: int, before: int | None = None) -> list[Seen]:
        """What a sentence has mentioned, up to a token."""
        found = []
        for seen in reversed(self.seen):
            if seen.sentence < sentence:
                break
            if seen.sentence == sentence and (before is None or seen.token < before):
                found.append(seen)
        return found[::-1]

    def persons(self, seen: Iterable[Seen], gender: str | None = None) -> dict[str, list[Seen]]:
        """The single persons among mentions, by name, those left out who are of the other gender."""
        found: dict[str, list[Seen]] = {}
        for one in seen:
            party = one.party
            if len(one.mention.parties) > 1 or one.mention.kind not in ("person", "office", "pronoun"):
                continue
            if one.mention.plural:
                continue
            if self._any_one(one):
                continue
            name = party.person or (f"{party.state}:{party.office}" if one.mention.kind == "office" else None)
            if name is None or (gender and self.gender.get(name, gender) != gender):
                continue
            found.setdefault(name, []).append(one)
        return found

    def _any_one(self, one: Seen) -> bool:
        """Whether a mention speaks of anybody of a kind ("the first visit by a British leader"), not of one person."""
        first = one.mention.tokens[0]
        bare = not one.party.person and not one.party.office
        return bare and first > 0 and self.tokens[first - 1].lower in ("a", "an", "any", "no")

    def state_at(self, token: Token, fits: Callable[[str], bool] = bool) -> str | None:
        """The one state that a reader supplies before a bare title or ministry: of this sentence, else of the last.

        Args:
            token: the title's first word.
            fits: which states can be meant.
        """
        for index, before in ((token.sentence.index, token.i), (token.sentence.index - 1, None)):
            seen = [s for s in self.within(index, before) if s.mention.how != "place" and len(s.mention.parties) == 1]
            seen = [s for s in seen if s.party.state is None or fits(s.party.state)]
            states = dict.fromkeys(s.party.state for s in seen if s.party.state)
            if len(states) == 1:
                return next(iter(states))
            subjects = dict.fromkeys(s.party.state for s in seen if s.subject and s.party.state)
            if len(subjects) == 1:
                return next(iter(subjects))
            if states:
                return None
        return None

    def ranked(self, sentence: int, before: int, parties: Iterable[tuple[str, Seen, Party]]) -> list[Party]:
        """Parties by prominence: weight fades with the sentences between, subjects count more."""
        weights: dict[str, float] = {}
        best: dict[str, tuple[float, Party]] = {}
        for key, seen, party in parties:
            distance = sentence - seen.sentence
            if distance > _REACH or (distance == 0 and seen.token >= before):
                continue
            weight = _FADE**distance * (1.5 if seen.subject else 1.0)
            weights[key] = weights.get(key, 0.0) + weight
            if key not in best or weight >= best[key][0]:
                best[key] = (weight, party)
        order = sorted(weights, key=lambda key: -weights[key])
        return (
            [best[key][1] for key in order if weights[key] >= 0.05]
            if len(order) < 3
            else self._clear(order, weights, best)
        )

    @staticmethod
    def _clear(order: list[str], weights: dict[str, float], best: dict[str, tuple[float, Party]]) -> list[Party]:
        """The most prominent parties; a third one counts where it comes near the second."""
        second = weights[order[1]]
        return [best[key][1] for n, key in enumerate(order) if n < 2 or weights[key] >= _CLEAR * second]

    def owner(self, first: int, kinds: tuple[str, ...]) -> Party | None:
        """The party before a title at a token: meant by "his", "her", "its" or a name or noun with "'s"."""
        token = self.tokens[first - 1] if first else None
        if token is None or token.tag not in ("PRP$", "POS"):
            return None
        last = first if token.tag == "PRP$" else first - 1
        for seen in reversed(self.seen[-4:]):
            if seen.mention.tokens[1] == last and seen.mention.kind in kinds:
                return seen.party
        return None

    def parties(self) -> Iterator[tuple[Seen, Party]]:
        """Every party of every mention that is not merely a place."""
        for seen in self.seen:
            if seen.mention.how != "place":
                for party in seen.mention.parties:
                    yield seen, party


def row_head(token: Token) -> Token:
    """The first of the row that "and" joins a token to: X of "X and Y"; the token itself where none does."""
    while token.dep == "conj" and token.head is not token:
        token = token.head
    return token


def is_subject(token: Token) -> bool:
    """Whether a token is a subject, or joined to one by "and"."""
    return row_head(token).dep in SUBJECTS
