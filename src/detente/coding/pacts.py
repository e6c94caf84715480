"""Whose an agreement is that readers know by a name, or that "the deal" goes back to."""

from __future__ import annotations

from collections.abc import Iterator

from detente.codebook.lexicon import load_lexicon, word_list
from detente.codebook.pacts import Pact, load_pacts
from detente.coding.cast import Cast
from detente.coding.draft import Draft
from detente.coding.focus import Focus
from detente.coding.parties import keys, sides_only
from detente.model import Party, Token

AGREEMENTS = load_lexicon().classes["agreement"]
LINKS, DEFINITE = word_list("pact-prepositions"), word_list("definite")
BEFORE = frozenset({"amod", "compound", "nmod", "nummod", "poss", "npadvmod"})
GUESSED = frozenset({"focus", "dyad", "company"})
"""How parties were found that the words of an agreement do not name."""
PACT = "pact"


class Pacts:
    """The agreements of general fame that a report names, and the last agreement whose parties it tells."""

    def __init__(self, cast: Cast, focus: Focus) -> None:
        self.cast = cast
        self.focus = focus
        self.last: Pact | None = None
        self.told: tuple[Party, ...] = ()

    def settle(self, found: list[Draft]) -> None:
        """Give the agreements of a sentence the parties of the one that is meant, where its words name nobody else.

        `how["parties"]` says "pact" for who was filled in.
        """
        for draft in found:
            self._members(draft)
            if draft.hit.entry.id == "known-war" and (war := self._named(draft.hit.word, of_war=True)) is not None:
                self._fill(draft, war)
                continue
            noun = agreement_of(draft)
            if noun is None:
                continue
            bare, said = is_bare(noun), draft.how.get("parties") is None
            pact = self._named(noun)
            if pact is not None:
                self.last = pact
            elif bare and self.last is not None and (not said or draft.keys <= set(self.last.parties)):
                pact = self.last
            if pact is not None:
                self._fill(draft, pact)
            elif said and len(draft.keys) > 1:
                self.last, self.told = None, (*draft.actors, *draft.recipients)
            elif self.told and bare and keys(_not_guessed(draft)) <= keys(self.told):
                draft.actors, draft.recipients, draft.how["parties"] = sides_only(self.told, PACT), (), PACT
            elif not draft.keys and not draft.closed and _restores(draft):
                draft.actors, draft.how["parties"] = sides_only(self.focus.partners, "dyad"), "pair"

    def _fill(self, draft: Draft, pact: Pact) -> None:
        bound = pact.bound(self.cast.named)
        said = draft.how.get("parties") is None
        if len(bound) < 2 or (said and not draft.keys <= set(pact.parties)):
            return
        draft.pact = pact.id
        if said and len(draft.keys) > 1:
            return
        kept = [p for p in _not_guessed(draft) if p.key in bound]
        others = [party for key in bound if key not in keys(kept) and (party := self._party(key)) is not None]
        draft.actors, draft.recipients, draft.how["parties"] = (*kept, *others), (), PACT

    def _members(self, draft: Draft) -> None:
        """Those bound by an agreement in place of its name: "threatened to quit X" is said to the others in it."""
        named = draft.keys
        pact = next((p for p in load_pacts() if p.body in named), None)
        if pact is None:
            return
        for mine, others in (("recipients", draft.actors), ("actors", draft.recipients)):
            side, facing = getattr(draft, mine), keys(others)
            if pact.body not in keys(side) or not facing <= set(pact.parties):
                continue
            kept = [p for p in side if p.key != pact.body]
            told = facing | keys(kept)
            new = [p for key in pact.bound(self.cast.named) if key not in told and (p := self._party(key))]
            if new:
                setattr(draft, mine, (*kept, *new))

    def _party(self, key: str) -> Party | None:
        """A state or organisation, at the words that name it first."""
        named = (p for m in self.cast.document.mentions for p in m.parties if p.key == key)
        return next(iter(sides_only(named, PACT)), None)

    def _named(self, noun: Token, of_war: bool = False) -> Pact | None:
        """The agreement, or the war, that the words of a phrase mean."""
        words, parties = self._phrase(noun)
        pacts = [pact for pact in load_pacts() if pact.war == of_war]
        for pact in pacts:
            if any(words.issuperset(name.split()) for name in pact.names):
                return pact
        for pact in pacts:
            loosely = any(words.issuperset(name.split()) for name in pact.loose) and not words & set(pact.never)
            if loosely and parties <= set(pact.parties) and self.cast.named.issuperset(pact.leading):
                return pact
        return None

    def _phrase(self, noun: Token) -> tuple[set[str], set[str]]:
        """The words of an agreement's phrase, "@" and its key for each party, and the parties."""
        tokens = [noun, *_beside(noun)]
        found = {p.key for t in tokens if (m := self.cast.mention(t)) is not None for p in m.parties if p.key}
        return {w for t in tokens for w in (t.lower, t.lemma.lower())} | {f"@{key}" for key in found}, found


def agreement_of(draft: Draft) -> Token | None:
    """The agreement that a draft is about: its noun, or the object of the verb that concludes it."""
    if draft.type != "SUPPORT" or not draft.hit.entry.both:
        return None
    if draft.hit.kind == "N":
        return draft.hit.word
    return next((t for t in draft.hit.slots.object if t.lemma in AGREEMENTS), None)


def _restores(draft: Draft) -> bool:
    """Whether relations are opened, restored or improved, and nobody says whose."""
    return any(load_lexicon().is_in(t.lemma, ("@relation",)) for t in draft.hit.slots.object)


def _not_guessed(draft: Draft) -> list[Party]:
    return [p for p in (*draft.actors, *draft.recipients) if p.how not in GUESSED]


def _beside(noun: Token) -> Iterator[Token]:
    """The words before a noun that say which it is, and those of its prepositions."""
    for c in noun.children:
        if c.dep in BEFORE and c.i < noun.i:
            yield from c.subtree()
        elif c.dep == "prep" and c.lower in LINKS:
            for o in c.children:
                if o.dep == "pobj":
                    yield o
                    yield from (t for k in o.children if k.dep in BEFORE for t in k.subtree())


def is_bare(noun: Token) -> bool:
    """Whether it is "the deal", without a word for which."""
    definite = any(c.dep in ("det", "poss") and c.lower in DEFINITE for c in noun.children)
    return definite and not any(c.dep in BEFORE and c.lower not in DEFINITE for c in noun.children)
