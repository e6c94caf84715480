"""Which words are place names: the longest names of the table, less those that name persons, papers, governments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from detente.model import Document, Span, Token
from detente.placing.around import (
    ends_lower,
    follows_area,
    is_acronym,
    is_acting,
    is_capital,
    is_large,
    is_led,
    is_overcome,
    names_people,
    names_state,
    well_written,
)
from detente.placing.gazetteer import Entry, Gazetteer, fold
from detente.placing.words import PlaceWords, first_names, place_words, surnames

_LONGEST = 6
_AREAS = frozenset({"Province", "Region", "Oblast", "Governorate", "District", "Prefecture", "Krai"})
_WAYS = frozenset(("street", "avenue", "road", "drive", "boulevard", "lane", "highway", "parkway", "county", "river"))
_GIVING = frozenset({"from", "to", "off", "between", "over", "through"})
_LISTING = frozenset({",", "and", "or", "/", "&", "-", "–"})
_DATELINE_WORD = re.compile(r"[^\W\d_][\w.'’ -]*")


Found = tuple[int, str, tuple[Entry, ...]]
"""Where a name ends in its sentence, how it is looked up, and what it can mean."""


class Spot(NamedTuple):
    """Words that may be a place: their tokens `[first, last)`, what they can mean, and how sure it is a place.

    `sure`: 2 stands as a place, 1 can be taken as one, 0 only where the same name is a place elsewhere in the report.
    `within`: the folded region or country that follows ("Moscow, Idaho"), its entries. `acts`: as a capital it would
    stand for its government ("Washington suspended contacts").
    """

    span: Span
    first: int
    last: int
    key: str
    entries: tuple[Entry, ...]
    sure: int
    within: tuple[Entry, ...] = ()
    acts: bool = False


def find_spots(document: Document, gazetteer: Gazetteer) -> list[Spot]:
    """All words of a document that may be places, in text order, never overlapping."""
    finder = _Finder(document, gazetteer)
    found = [spot for sentence in document.sentences for spot in finder.in_sentence(sentence.tokens)]
    return finder.datelines() + found if not found else sorted(finder.datelines() + found, key=lambda s: s.span)


_PARTS = frozenset({"amod", "compound", "nmod", "nsubj", "nsubjpass", "poss"})


def _begins_clause(tokens: Sequence[Token], end: int) -> bool:
    """Whether the name that ends here is no region told after a place: "In Paris, US officials", "In Rome, X said"."""
    last = tokens[end - 1]
    if end < len(tokens) and tokens[end].text in (",", ")", "."):
        return False
    return last.dep in _PARTS and last.head.i > last.i


class _Finder:
    """Carries what the whole document tells: who is a person, what is a name of something else."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self.document = document
        self.text = document.text
        self.gazetteer = gazetteer
        self.words: PlaceWords = place_words()
        self.first_names = first_names()
        self.persons: set[int] = set()
        self.taken: set[int] = set()
        self.governments: set[int] = set()
        self.people: set[str] = set()
        self._read_mentions(document)
        for sentence in document.sentences:
            self._read_people(sentence.tokens)

    def _read_mentions(self, document: Document) -> None:
        for mention in document.mentions:
            tokens = range(*mention.tokens)
            if mention.kind == "person":
                named = {word for party in mention.parties for word in (party.person or "").split()}
                self.persons.update(i for i in tokens if not named or document.tokens[i].text in named)
                self.people.add(document.tokens[tokens[-1]].text if tokens else "")
            elif mention.kind in ("organisation", "body"):
                self.taken.update(i for i in tokens if not names_state(document, i))
            elif (
                mention.kind == "capital"
                and mention.how != "place"
                and is_acting(document.tokens[mention.head], self.words)
            ):
                self.governments.update(tokens)

    def in_sentence(self, tokens: Sequence[Token]) -> Iterator[Spot]:
        """The spots of a sentence."""
        names = [is_capital(token) for token in tokens]
        after, listed = 0, False
        for k, token in enumerate(tokens):
            if k < after or not names[k]:
                continue
            found = self._longest(tokens, names, k)
            if found is None:
                if unknown := self._unknown(tokens, names, k):
                    yield unknown
                    after = unknown.last - tokens[0].i
                continue
            end, key, entries = found
            within = self._within(tokens, names, end)
            sure = self._judge(tokens, names, k, found, bool(within))
            if sure is None:
                continue
            if not sure and listed and k == after + 1 and tokens[k - 1].lower in _LISTING:
                sure = 1
            acts = token.i in self.governments and not is_led(tokens, k, self.words)
            end, span = self._extended(tokens, k, end, entries)
            yield Spot(span, token.i, tokens[end - 1].i + 1, key, entries, 2 if within else sure, within, acts)
            after, listed = end, sure > 0

    def _longest(self, tokens: Sequence[Token], names: Sequence[bool], k: int) -> Found | None:
        """The longest name of the table that begins at a token."""
        word = fold(tokens[k].text)
        if word == "people" and k + 1 < len(tokens) and tokens[k + 1].text in ("'s", "’s"):
            word = "peoples"
        table = self.gazetteer.starting(word.split(" ", 1)[0]) if word else {}
        if not table:
            return None
        for end in range(min(len(tokens), k + _LONGEST), k, -1):
            if not names[end - 1] and not (end - 1 > k and tokens[end - 1].text[:1].isalpha()):
                continue
            words = self.text[tokens[k].start : tokens[end - 1].end]
            key = fold(words)
            entries = table.get(key)
            if entries and key.endswith(" city") and end < len(tokens) and names[end] and key[:-5] in table:
                continue
            if entries and (names[end - 1] or ends_lower(words, entries)) and well_written(words, key, entries):
                return end, key, entries
        return None

    def _judge(self, tokens: Sequence[Token], names: Sequence[bool], k: int, found: Found, told: bool) -> int | None:
        """How sure these words are a place; None: they are something else.

        Args:
            tokens, names: the sentence and which of its words are written as names.
            k, found: where the words begin; where they end, and what they can mean.
            told: whether their region or country follows.
        """
        end, key, entries = found
        first, words = tokens[k], self.words
        of_area = follows_area(tokens, k, words)
        led = of_area or is_led(tokens, k, words) or is_overcome(first, words)
        nation = any(entry.kind in "CN" or (entry.kind == "S" and entry.gid) for entry in entries)
        if self._named_otherwise(tokens, names, k, found, nation, led):
            return None
        world = any(entry.kind in "CNRW" for entry in entries)
        large = any(is_large(entry, key) for entry in entries)
        if key in words.plain_words and not world:
            return 1 if told or (large and led) else None
        single = end - k == 1 and not told
        if single and not world and not nation and is_acronym(tokens, k):
            return None
        if world or nation or large or any(e.kind == "V" or (e.kind == "D" and " " in key) for e in entries):
            return 2
        if single and not (of_area and tokens[k - 2].text != ",") and (key in surnames() or first.text in self.people):
            return None
        owner = end < len(tokens) and tokens[end].tag == "POS" and tokens[k - 1].lower in _GIVING
        return 1 if led and not (single and owner) else 0

    def _named_otherwise(
        self, tokens: Sequence[Token], names: Sequence[bool], k: int, found: Found, nation: bool, led: bool
    ) -> bool:
        """Whether the words are, or are part of, the name of something else: a person, a paper, a street."""
        end, key, entries = found
        first, words = tokens[k], self.words
        before = tokens[k - 1] if k else None
        after = tokens[end] if end < len(tokens) else None
        if key in words.never or (after is not None and fold(after.text) in _WAYS):
            return True
        if first.i in self.taken and not nation:
            return True
        if first.i in self.persons and not (nation and after is not None and fold(after.text) in words.roles):
            return True
        if self._joined_before(before, first, nation, k, names):
            return True
        county = any(entry.kind == "D" and " " in key for entry in entries)
        if not county and self._joined_after(tokens, names, end, key, nation):
            return True
        if end - k == 1 and first.text in self.people and not led and not names_people(entries):
            return True
        return not nation and k >= 2 and tokens[k - 1].lower == "of" and tokens[k - 2].lower in words.titles

    def _joined_before(self, before: Token | None, first: Token, nation: bool, k: int, names: Sequence[bool]) -> bool:
        """Whether the word before makes this the rest of another name ("George Washington", "President Jackson")."""
        if before is None or not names[k - 1] or before.end + 1 < first.start:
            return False
        word = fold(before.text)
        if word in self.words.modifiers or before.text.endswith("-"):
            return False
        if word in self.words.titles or word in self.first_names:
            return not nation
        if k == 1 and before.pos != "PROPN":
            return False
        return before.pos == "PROPN" and not nation and not self.gazetteer.lookup(before.text)

    def _joined_after(self, tokens: Sequence[Token], names: Sequence[bool], end: int, key: str, nation: bool) -> bool:
        """Whether the words after make this the start of another name ("Washington Post", "Paris Hilton")."""
        words = self.words
        k = end
        while k < len(tokens) and names[k] and k < end + 4 and tokens[k].start <= tokens[k - 1].end + 1:
            if fold(tokens[k].text) in words.name_heads and not (nation and tokens[k].pos == "NOUN"):
                return True
            k += 1
        if k == end or (nation and key not in self.first_names):
            return False
        word = fold(tokens[end].text)
        if word in words.roles or tokens[end].pos not in ("PROPN", "NOUN", "ADJ"):
            return False
        if self.gazetteer.lookup(tokens[end].text) and key not in self.first_names:
            return False
        return tokens[end].pos == "PROPN"

    def _unknown(self, tokens: Sequence[Token], names: Sequence[bool], k: int) -> Spot | None:
        """A name that is not in the table, but which the text puts in a place: "in Zell am See, Austria"."""
        if not is_led(tokens, k, self.words) or tokens[k].pos != "PROPN" or tokens[k].i in self.persons | self.taken:
            return None
        end = k + 1
        while end < len(tokens) and end < k + 3 and names[end] and tokens[end].pos == "PROPN":
            end += 1
        within = self._within(tokens, names, end)
        if not within or tokens[end].text != "," or tokens[end - 1].text in self.people:
            return None
        span = Span(tokens[k].start, tokens[end - 1].end)
        name, inside = span.of(self.text), within[0]
        plain = [word for word in fold(name).split() if len(word) < 3 or word in self.words.never]
        if plain or not fold(name).replace(" ", "").isalpha() or name.isupper():
            return None
        entry = Entry(name, "U", None, inside.state, inside.region, None, None, 0)
        return Spot(span, tokens[k].i, tokens[end - 1].i + 1, fold(name), (entry,), 2, within)

    def _extended(self, tokens: Sequence[Token], k: int, end: int, entries: tuple[Entry, ...]) -> tuple[int, Span]:
        """The whole of a name: with the full stop of "Ky." and the second word of "Fars Province"."""
        stop = tokens[end - 1].end
        short = stop - tokens[k].start < len(entries[0].name) and self.text[stop - 1] != "."
        if entries[0].kind == "S" and short and self.text[stop : stop + 1] == ".":
            stop += 1
        elif end < len(tokens) and tokens[end].text in _AREAS and any(entry.kind in "SD" for entry in entries):
            end, stop = end + 1, tokens[end].end
        return end, Span(tokens[k].start, stop)

    def _within(self, tokens: Sequence[Token], names: Sequence[bool], end: int) -> tuple[Entry, ...]:
        """The region or country that follows a name after a comma or in brackets."""
        if end + 1 >= len(tokens) or tokens[end].text not in (",", "(") or not names[end + 1]:
            return ()
        found = self._longest(tokens, names, end + 1)
        if found is None or _begins_clause(tokens, found[0]):
            return ()
        return tuple(entry for entry in found[2] if entry.kind in "CS" and (entry.kind == "C" or entry.region))

    def _read_people(self, tokens: Sequence[Token]) -> None:
        """Remember the words of the names of persons: what follows a first name or a title, and the first name."""
        for k, token in enumerate(tokens[:-1]):
            if token.pos != "PROPN" or tokens[k + 1].pos != "PROPN" or not tokens[k + 1].text[0].isupper():
                continue
            word = fold(token.text)
            named = word in self.first_names
            if not named and word not in self.words.titles:
                continue
            last = k + 1
            while last + 1 < len(tokens) and last < k + 3 and tokens[last + 1].pos == "PROPN":
                last += 1
            follower = tokens[last].text
            if follower[0].isupper() and fold(follower) not in self.words.name_heads | self.words.roles | _WAYS:
                self.people.add(follower)
                if named:
                    self.people.add(token.text)

    def datelines(self) -> list[Spot]:
        """The places of datelines, which are no tokens: "GENEVA (AP) -- ", "LONDON: "."""
        found = []
        for sentence in self.document.sentences:
            lines = self.document.report.lines
            line = lines[sentence.line] if sentence.line < len(lines) else None
            if line is None or not sentence.tokens or sentence.span.start - line.span.start < 3:
                continue
            head = self.text[line.span.start : sentence.tokens[0].start]
            if sentence.tokens[0].i and self.document.tokens[sentence.tokens[0].i - 1].start >= line.span.start:
                continue
            for part in _DATELINE_WORD.finditer(head[:80].split("(")[0]):
                words = part.group().rstrip(" -'’")
                entries = self.gazetteer.lookup(words)
                if entries:
                    start = line.span.start + part.start()
                    at = sentence.tokens[0].i
                    found.append(Spot(Span(start, start + len(words)), at, at, fold(words), entries, 2))
        return found
