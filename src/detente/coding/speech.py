"""Who speaks at a word: the speaker of its quotation, or of the reported clause that it stands in."""

from __future__ import annotations

from bisect import bisect_right

from detente.codebook.lexicon import word_list
from detente.coding.authors import authors_of
from detente.coding.cast import Cast
from detente.coding.complements import prepositions
from detente.coding.parties import sides_only
from detente.coding.phrases import child, is_verb
from detente.coding.slots import verb_slots
from detente.coding.sources import SAYING, Source, read_source
from detente.coding.turns import find_turns
from detente.model import Document, Party, Quote, Sentence, Token

TELLING = SAYING | word_list("saying-within")
FIRST_PERSON = word_list("first-person")
JOINT = word_list("first-person-plural")
REFERRING = word_list("referring")


def _spoken_of(verb: Token) -> list[Token]:
    """Whom words are about by what hangs on their verb of saying: "said of X", "asked about X, he said"."""
    own = prepositions(verb)
    words = [*verb.children, *(t for tokens in own.values() for t in tokens)]
    frames = [prepositions(t) for t in words if t.lemma in REFERRING]
    named = [t for name in ("of", "about") for t in own.get(name, ())]
    return named + [t for frame in frames for name in ("to", "about", "on") for t in frame.get(name, ())]


def _at(part: tuple[int, int, Quote]) -> tuple[int, int]:
    return part[0], part[1]


class Speakers:
    """Speakers of a document's quotations, looked up by token, joined to its parties."""

    def __init__(self, document: Document, cast: Cast) -> None:
        self.cast = cast
        said = [*document.quotes, *find_turns(document)]
        self.parts = sorted(((span.start, span.end, quote) for quote in said for span in quote.spans), key=_at)
        self.starts = [part[0] for part in self.parts]
        self.lines: dict[int, list[Sentence]] = {}
        for sentence in document.sentences:
            self.lines.setdefault(sentence.line, []).append(sentence)
        self.ends = [sentence.span.end for sentence in document.sentences]
        self.known = {p.person: p for m in document.mentions for p in m.parties if p.person and p.key}
        self._sources: dict[int, Source | None] = {}
        self.authors = authors_of(cast, lambda token: self.quote(token) is not None)

    def quote(self, token: Token) -> Quote | None:
        """The quotation that a token stands in."""
        at = bisect_right(self.starts, token.start) - 1
        if at < 0 or token.start >= self.parts[at][1]:
            return None
        return self.parts[at][2]

    def source(self, token: Token) -> Source | None:
        """Who vouches for what is told at a token."""
        if token.i not in self._sources:
            self._sources[token.i] = self._source(token)
        return self._sources[token.i]

    def _source(self, token: Token) -> Source | None:
        quote = self.quote(token)
        if quote is None:
            return read_source(token, self.cast)
        if quote.speaker is None:
            return None
        within = self._within(token, quote)
        if within is not None:
            return within
        if not self.of_quote(quote):
            told = read_source(token, self.cast)
            if told is not None and told.parties and told.verb is not None and self.quote(told.verb) is None:
                return told
        return Source(quote.speaker, quote.spans[0], self.of_quote(quote), self.saying(token))

    def _within(self, token: Token, quote: Quote) -> Source | None:
        """Whose words a quotation reports in its turn ("The minister underlined that ...", a spokesman said)."""
        for verb in token.ancestors():
            if self.quote(verb) is not quote:
                return None
            subject = child(verb, "nsubj") if verb.lemma in TELLING and is_verb(verb) else None
            if subject is None:
                continue
            parties = self.cast.parties(subject) or self._by_first_name(subject)
            persons = tuple(p for p in parties if p.person)
            return Source(persons[0].person or "", subject.span, persons, verb) if len(persons) == 1 else None
        return None

    def _by_first_name(self, token: Token) -> tuple[Party, ...]:
        """The one person of the report who goes by this first name ("Alan underlined that ...")."""
        named = [p for name, p in self.known.items() if token.pos == "PROPN" and name.split()[0] == token.text]
        return tuple(named) if len(named) == 1 else ()

    def saying(self, token: Token) -> Token | None:
        """The verb of saying that goes with the quotation a token stands in: the nearest one outside it."""
        quote = self.quote(token)
        near = [t for s in self.around(token, quote) for t in s.tokens if t.lemma in SAYING and is_verb(t)]
        outside = [t for t in near if self.quote(t) is None]
        return min(outside, key=lambda t: abs(t.i - token.i), default=None)

    def around(self, token: Token, quote: Quote | None) -> list[Sentence]:
        """The sentences of the lines that a quotation runs over, its first and last parts included."""
        sentences = self.cast.document.sentences
        lines = {token.sentence.line}
        for span in quote.spans if quote is not None else ():
            at = bisect_right(self.ends, span.start)
            if at < len(sentences) and sentences[at].span.overlaps(span):
                lines.add(sentences[at].line)
        return [s for line in sorted(lines) for s in self.lines[line]]

    def of_quote(self, quote: Quote) -> tuple[Party, ...]:
        """The speaker of a quotation as a party."""
        if quote.speaker in self.known:
            return (self.known[quote.speaker],)
        if quote.state is None:
            return ()
        return (Party(state=quote.state, office=quote.office, spans=quote.spans[:1], how="speaker"),)

    def parties(self, token: Token) -> tuple[Party, ...]:
        """The parties that speak at a token, in a joint statement those whose it is; or none."""
        source = self.source(token)
        if source is None and self.quote(token) is None:
            return self.authors
        return source.parties if source is not None else ()

    def hearers(self, token: Token) -> tuple[Party, ...]:
        """The parties to whom it is said ("told X that ..."), else of whom ("said of X", "said, referring to X")."""
        source = self.source(token)
        if source is None or source.verb is None:
            return ()
        slots = verb_slots(source.verb)
        told = self.cast.all_parties([*slots.iobj, *slots.object, *slots.preps.get("to", ())])
        return told or self.cast.all_parties(_spoken_of(source.verb))

    def first_person(self, token: Token) -> tuple[Party, ...]:
        """Whom "we", "our", "I" stand for inside a quotation; "we" and "our" in a joint statement."""
        if token.lower not in FIRST_PERSON:
            return ()
        quote = self.quote(token)
        if quote is None:
            return self.authors if token.lower in JOINT else ()
        return sides_only(self.of_quote(quote)) if token.lower in JOINT else self.of_quote(quote)
