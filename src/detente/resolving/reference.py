"""What points back, and the walk through a report that settles every mention in order."""

from __future__ import annotations

from msgspec.structs import replace

from detente.codebook import Codebook
from detente.model import Document, Mention, Party, Sentence, Token
from detente.resolving.bodies import body_at
from detente.resolving.clues import quoted_spans
from detente.resolving.countries import country_at, half_at
from detente.resolving.eras import as_of
from detente.resolving.focus import Focus
from detente.resolving.fold import fold_key
from detente.resolving.groups import group_at
from detente.resolving.kin import with_kin
from detente.resolving.lexicon import lexicon_of
from detente.resolving.membership import plural_at
from detente.resolving.pronouns import PRONOUNS, named_noun_at, person_of, pronoun_at, subject_ahead
from detente.resolving.recalling import somebody_at
from detente.resolving.settle import Settler

_LONGEST = 12
"""Tokens that a title and a name may run over."""


def resolve_mentions(document: Document, codebook: Codebook) -> tuple[Mention, ...]:
    """Every mention as of the report's day, with what points back: pronouns, bare titles, "the two leaders".

    Only what a reader would be sure of gets parties; the others keep their candidates or stay empty.

    Args:
        document: with mentions found, and with the day it was published where that is known.
        codebook: the same that the mentions were found with.
    Returns:
        The mentions found before, settled, and those that point back, in text order.
    Raises: nothing for bad data.
    """
    if not document.tokens:
        return ()
    walk = _Walk(document, codebook)
    settled = [m for s in document.sentences for m in walk.sentence(s)]
    settled = with_kin(_spelt_alike(settled), document)
    settled = as_of(_shared(settled), document.published, walk.focus.words)
    return tuple(sorted(settled, key=lambda m: m.span))


def _spelt_alike(mentions: list[Mention]) -> list[Mention]:
    """Let a person whom a report prints with accents and without be one, spelt with them."""
    named = {p.person: fold_key(p.person) for m in mentions for p in m.parties if p.person}
    if all(name.isascii() for name in named):
        return mentions
    spelt: dict[str, str] = {}
    for name, folded in sorted(named.items(), key=lambda item: item[0].isascii()):
        spelt.setdefault(folded, name)
    other = {name for name, folded in named.items() if spelt[folded] != name}
    if not other:
        return mentions
    return [
        replace(
            m, parties=tuple(replace(p, person=spelt[named[p.person]]) if p.person in other else p for p in m.parties)
        )
        for m in mentions
    ]


def _shared(mentions: list[Mention]) -> list[Mention]:
    """Let all mentions of a person know the state and office that any of them gives, where they agree."""
    states: dict[str, set[str]] = {}
    offices: dict[str, set[str]] = {}
    for mention in mentions:
        for party in mention.parties:
            if party.person and party.state:
                states.setdefault(party.person, set()).add(party.state)
            if party.person and party.office and not mention.former:
                offices.setdefault(party.person, set()).add(party.office)
    return [
        replace(m, parties=tuple(_filled(p, m.former, states, offices) for p in m.parties)) if m.parties else m
        for m in mentions
    ]


def _filled(party: Party, former: bool, states: dict[str, set[str]], offices: dict[str, set[str]]) -> Party:
    name = party.person
    if name is None or (party.state and party.office):
        return party
    homes, held = states.get(name, set()), offices.get(name, set())
    state = party.state or (next(iter(homes)) if len(homes) == 1 and not party.organisation else None)
    office = party.office or (next(iter(held)) if len(held) == 1 and not former else None)
    return party if (state, office) == (party.state, party.office) else replace(party, state=state, office=office)


class _Walk:
    def __init__(self, document: Document, codebook: Codebook) -> None:
        lexicon = lexicon_of(codebook)
        self.document = document
        self.taken = bytearray(len(document.tokens))
        self.focus = Focus(document.tokens, lexicon.words, lexicon.kinds, self.taken, document.published is not None)
        self.settler = Settler(document, lexicon, self.focus)
        self.focus.quotes = quoted_spans(document)
        self.at: dict[int, Mention] = {}
        for mention in document.mentions:
            self.at[mention.tokens[0]] = mention
            self.taken[mention.tokens[0] : mention.tokens[1]] = b"\1" * (mention.tokens[1] - mention.tokens[0])

    def sentence(self, sentence: Sentence) -> list[Mention]:
        """The mentions of a sentence, settled in order."""
        found = []
        self.focus.enter(sentence)
        for token in sentence.tokens:
            mention = self.at.get(token.i)
            if mention is not None:
                mention = self.settler.settle(mention)
            elif self.taken[token.i]:
                continue
            elif token.lower in PRONOUNS:
                quoted = self.focus.in_quotes(token.span)
                mention = self._ahead(token, quoted) or pronoun_at(token, self.focus, quoted)
            else:
                mention = self._pointing(token)
            if mention is not None:
                if token.i not in self.at:
                    self.taken[mention.tokens[0] : mention.tokens[1]] = b"\1" * (mention.tokens[1] - mention.tokens[0])
                self.focus.note(mention)
                found.append(mention)
        return found

    def _pointing(self, token: Token) -> Mention | None:
        """What a noun that belongs to no mention points back to."""
        if token.pos not in ("NOUN", "PROPN", "NUM", "DET", "PRON", "CCONJ"):
            return plural_at(token, self.focus) if token.pos == "ADJ" else None
        return (
            group_at(token, self.focus)
            or plural_at(token, self.focus)
            or body_at(token, self.focus, self.at)
            or named_noun_at(token, self.focus)
            or country_at(token, self.focus)
            or half_at(token, self.focus)
            or somebody_at(token, self.focus)
        )

    def _ahead(self, token: Token, quoted: bool) -> Mention | None:
        """ "During his visit, X said": the pronoun of an opening phrase stands for the subject that comes after it."""
        subject = subject_ahead(token)
        if subject is None or quoted or self.focus.within(token.sentence.index, token.i):
            return None
        named = next((m for i in range(subject.i, max(subject.i - _LONGEST, -1), -1) if (m := self.at.get(i))), None)
        if (
            named is None
            or named.kind not in ("person", "office")
            or named.plural
            or not named.tokens[0] <= subject.i < named.tokens[1]
        ):
            return None
        return person_of(token, self.settler.settle(named), self.focus)
