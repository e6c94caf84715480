"""Who the words of a slot stand for: from a phrase's head to parties."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from detente.codebook.lexicon import load_lexicon, word_list
from detente.coding.lists import listed_behind, named_after, row_before, torn_list
from detente.coding.parties import HEADS, keys, of_region, sides_only, unique
from detente.coding.person_rows import FACING, Rows
from detente.coding.phrases import agents, antecedents, child, conjuncts, is_against, of_body
from detente.coding.pronoun_parties import LeftOpen
from detente.coding.subjects import surface_subject
from detente.coding.whose import FOLLOWERS, explained, named_behind, partners_of, placed_kin, post_of, served_by
from detente.model import Document, Mention, Party, Sentence, Token

if TYPE_CHECKING:
    from detente.coding.speech import Speakers

MODIFIERS = ("poss", "amod", "compound", "nmod", "appos", "nummod")
PROTESTS = word_list("protests-against")
HOLDING = word_list("holding-participles")
AGREEMENTS = load_lexicon().classes["agreement"]
FORUM = word_list("forum")
BELONGINGS = word_list("belongings")
LEADING = word_list("leading")
KIN = word_list("kin-of-states")
CALLED = KIN | word_list("holders-in-turn")
NAMED_FOR_TOWNS = word_list("named-for-towns")
STATELY = word_list("what-states-are-called")
BROKERED, RULES = word_list("brokered"), word_list("rules")
ADJECTIVES = word_list("states-as-adjectives")
FEW = 3
"""Sentences of a text too short to tell who does nothing in it."""
WHOLE = frozenset({"all", "both", "each", "neither", "none"})
ABOUT, ONE_OF = word_list("called-after-what-they-know"), word_list("one-of-many")
"""Who is called after the state that he knows ("an Iran hawk"), or after the body that he is one of ("a NATO ally")."""


def is_kin_of(name: Token, noun: Token) -> bool:
    """Whether a noun means several others whom a name only places: "US allies", "X's neighbours", not "its ally X"."""
    return noun.lemma in KIN and noun.tag == "NNS" and name.dep in ("compound", "nmod", "poss")


def _is_protested_against(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a name is in "anti-X protesters"."""
    if first < 2 or last >= len(tokens) or tokens[first - 2].lower != "anti":
        return False
    return tokens[last].lemma in PROTESTS


class Cast:
    """The mentions of a document, looked up by token."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.speakers: Speakers | None = None
        self._words: dict[int, frozenset[str]] = {}
        self._known: dict[tuple[int, bool], tuple[Party, ...]] = {}
        """What `parties` has answered since the speakers are known, for whom "we" stands."""
        self.at: dict[int, Mention] = {}
        self.towns: set[int] = set()
        """Words that only say where an agreement was made."""
        self.targets: dict[int, Mention] = {}
        """Whom people protest against, by the word of "anti-X protests"."""
        for mention in document.mentions:
            if mention.kind == "capital" and _is_where_made(document.tokens[mention.head], mention):
                self.towns.add(mention.head)
                continue
            if _is_protested_against(document.tokens, *mention.tokens):
                self.targets[mention.head] = mention
                continue
            for i in range(*mention.tokens):
                known = self.at.get(i)
                if known is None or _width(mention) > _width(known):
                    self.at[i] = mention

        self._rows = Rows(document, self.at)
        self._left_open = LeftOpen(document, self.at)
        self.states_at = {
            i: place.place.state
            for place in document.places
            if place.kind == "name" and place.place.state is not None
            for i in range(*place.tokens)
        }
        """States in which the places named lie, by token."""
        self.named = {p.key for m in document.mentions if m.how != "place" for p in m.parties}
        """Whoever the report names as a party, not only as a place."""
        self.represented = {p.key for m in document.mentions for p in m.parties if p.person or p.office}
        """Whose people the report names, by name or office."""
        doing = {p.key for m in document.mentions if _does(document.tokens[m.head]) for p in m.parties}
        self.acting = self.represented | doing if len(document.sentences) > FEW else self.named
        """Who does anything in the report, or whose people it names: not only a place or a topic."""

    def words(self, sentence: Sentence) -> frozenset[str]:
        """The words of a sentence and their lemmas; "by" always, as the agent of a passive is filed under it."""
        if sentence.index not in self._words:
            lemmas = (t.lemma for t in sentence.tokens)
            self._words[sentence.index] = frozenset(("by", *lemmas, *(t.lower for t in sentence.tokens)))
        return self._words[sentence.index]

    def mention(self, token: Token) -> Mention | None:
        """The mention that the token belongs to."""
        return self.at.get(token.i)

    def parties(self, token: Token, deep: bool = True) -> tuple[Party, ...]:
        """Parties that a phrase head stands for: itself, else what modifies it ("Iranian envoys", "troops of X").

        `deep` also looks behind the prepositions of the phrase.
        """
        found = self._known.get((token.i, deep))
        if found is None:
            found = self._of_phrase(token, deep)
            if self.speakers is not None:
                self._known[token.i, deep] = found
        return found

    def _of_phrase(self, token: Token, deep: bool) -> tuple[Party, ...]:
        found = self._of_head(token, deep)
        if self.speakers is not None and self.speakers.authors and any(p.how == "group" for p in found):
            return sides_only(found, "group")  # "the two leaders" of a joint statement speak for their states
        if not found or any(p.person for p in found) or token.pos not in ("NOUN", "PROPN"):
            return found
        return unique([*found, *self._members(token, found)])

    def _members(self, noun: Token, found: tuple[Party, ...]) -> list[Party]:
        """The persons named as members of a group: "officials including X", "a group led by X"."""
        links = [noun, *(o for c in noun.children if c.dep == "prep" for o in c.children if o.dep == "pobj")]
        ends = [
            o
            for link in links
            for c in link.children
            if c.lower == "including" or (c.dep == "acl" and c.lemma in LEADING)
            for o in (agents(c) if c.dep == "acl" else c.children)
        ]
        ends += [c for c in noun.children if c.dep == "appos" and noun.tag in ("NNS", "NNPS")]
        persons = [p for end in ends for t in conjuncts(end) for p in self._of_head(t, False) if p.person]
        group = found[0]
        if len(found) == 1:  # "a delegation of X led by Y", of whom nothing else says whose he is
            home = {"state": group.state, "organisation": group.organisation}
            persons = [p if p.key else msgspec.structs.replace(p, **home) for p in persons]
        return [p for p in persons if p.key in keys(found)]

    def _of_head(self, token: Token, deep: bool) -> tuple[Party, ...]:
        if token.pos == "PRON" and (named := self._in_brackets(token)):
            return named
        if token.tag in ("NNS", "NNPS") and len(listed := torn_list(self, token)) > 1:
            return unique(listed)
        if token.lemma in RULES and (led := self._led(token)):
            return led
        mention = self.at.get(token.i)
        if (mention is None or mention.how == "group") and (held := self._left_open.captives(token)):
            return held
        owner = child(token, "poss") if mention is not None and mention.how in ("focus", "metonym") else None
        if owner is not None and (theirs := self.modifier(owner)):
            return sides_only(theirs) if token.lemma in BELONGINGS else theirs
        if mention is not None and any(p.key for p in mention.parties):
            return post_of(self, token, mention) or self._of_mention(token, mention)
        if token.pos == "VERB" and token.dep == "pcomp":
            return self.all_parties(surface_subject(token))
        if token.pos == "PRON":
            return self._pronoun(token) or self._all_of(token)
        if west := of_region(token):
            return west
        if named := named_after(self, token):
            return named
        bare = token.lemma in FACING and not any(c.dep != "poss" and c.dep in MODIFIERS for c in token.children)
        if bare and (theirs := named_behind(self, token)):
            return theirs
        if token.lemma in CALLED and (called := [c for c in token.children if c.dep == "appos" and self.mention(c)]):
            return self.all_parties(t for c in called for t in conjuncts(c))
        if token.lemma in KIN and token.dep == "appos" and (whose := self.at.get(token.head.i)) is not None:
            return whose.parties  # "X, a Yian ally facing war"
        of_land = [c for c in token.children if c.dep == "amod" and (m := self.mention(c)) and m.kind == "demonym"]
        if token.lemma in KIN and child(token, "poss") is not None and of_land:
            # "our Xian partners"
            return unique(p for c in of_land for p in self.modifier(c))
        if (token.lemma in KIN and child(token, "poss") is not None) or is_against(token):
            # "X's neighbours", "critics of X" are others than X; "X's European allies" are the Union
            west = next((found for c in token.children if c.dep == "amod" and (found := of_region(c))), ())
            return west or placed_kin(self, token)
        if token.pos == "PROPN" and (found := explained(self, token)):
            return found
        for c in token.children:
            if c.dep in MODIFIERS or (c.dep == "npadvmod" and token.lower in HOLDING):
                found = () if self.only_calls(c, token) else self.modifier(c)
                if found:
                    others = token.lemma in FOLLOWERS | BELONGINGS and c.dep in ("poss", "compound", "nmod")
                    found = unique([*(sides_only(found) if others else found), *row_before(self, token)])
                    return unique([*found, *partners_of(self, token)]) if c.dep == "poss" else found
        deep = deep and (token.lemma not in FORUM or of_body(token))
        if deep and not any(c.tag == "PRP$" for c in token.children) and (found := named_behind(self, token)):
            return found
        if token.dep == "appos" and token.lemma in STATELY:
            return self.parties(token.head)  # "X, a country which fought Y"
        return mention.parties if mention is not None else ()

    def _of_mention(self, token: Token, mention: Mention) -> tuple[Party, ...]:
        """Whom a name, an office or a body stands for, and who stands in a row with it though the parse hides it."""
        if mention.kind == "body":
            return unique([*row_before(self, self.document.tokens[mention.head]), *mention.parties])
        if mention.kind == "person" and (token.dep in ("pobj", "dobj") or token.tag in ("NNS", "NNPS")):
            return unique([*mention.parties, *self._rows.series(mention), *self._rows.tied(token, mention)])
        if mention.kind == "person" and token.dep in ("nsubj", "nsubjpass"):
            return unique([*mention.parties, *self._rows.series(mention, True), *self._rows.tied(token, mention)])
        if mention.kind in ("state", "organisation"):
            return unique([*mention.parties, *torn_list(self, token)])
        if mention.kind == "office" and (named := served_by(self, token) or self._explained(token, mention)):
            return named
        return unique([*mention.parties, *listed_behind(self, mention)]) if mention.plural else mention.parties

    def _led(self, rule: Token) -> tuple[Party, ...]:
        """X of "the Maltese government of President X"."""
        ends = [o for c in rule.children if c.lower == "of" for o in c.children if o.dep == "pobj"]
        heads = [m for o in ends if (m := self.at.get(o.i)) is not None and m.kind == "person"]
        return tuple(p for m in heads for p in m.parties if p.person and p.key and p.office in HEADS)

    def _explained(self, token: Token, office: Mention) -> tuple[Party, ...]:
        """X of "the spokesman for Malta's leader, X"."""
        if office.plural or any(p.person for p in office.parties):
            return ()
        named = [m for c in token.children if c.dep == "appos" and (m := self.at.get(c.i)) is not None]
        held = {(p.key, p.office) for p in office.parties}
        return tuple(p for m in named if m.kind == "person" for p in m.parties if (p.key, p.office) in held)

    def only_calls(self, name: Token, noun: Token) -> bool:
        """Whether a name before a noun is not whom it stands for: "an Iran hawk", "its NATO ally", "US allies"."""
        if noun.lemma in AGREEMENTS and self._is_brokered(name):
            return True
        if is_kin_of(name, noun):
            return (mention := self.mention(name)) is not None and mention.kind == "state"
        if name.dep not in ("compound", "nmod") or not (
            noun.lemma in ABOUT or (noun.lemma in ONE_OF and noun.tag == "NN")
        ):
            return False
        kind = "state" if noun.lemma in ABOUT else "organisation"
        return (mention := self.mention(name)) is not None and mention.kind == kind and name.lower not in ADJECTIVES

    def _is_brokered(self, name: Token) -> bool:
        """Whether somebody only stands behind what others agree on: "a UN-backed deal"."""
        mention = self.mention(name)
        after = self.document.tokens[mention.tokens[1] : mention.tokens[1] + 2] if mention is not None else []
        return len(after) == 2 and after[0].text in "-\u2010\u2011" and after[1].lower in BROKERED

    def _in_brackets(self, pronoun: Token) -> tuple[Party, ...]:
        """X of "he [X] said"."""
        after = self.document.tokens[pronoun.i + 1 : pronoun.i + 4]
        if not after or after[0].text not in ("[", "("):
            return ()
        named = next((m for t in after[1:] if (m := self.at.get(t.i)) is not None), None)
        closed = self.document.tokens[named.tokens[1]].text in ("]", ")") if named is not None else False
        return named.parties if named is not None and closed else ()

    def _pronoun(self, token: Token) -> tuple[Party, ...]:
        """Whom a pronoun stands for that the resolver left open: a quotation's speaker, a state, two named before."""
        if self.speakers is not None and (spoken := self.speakers.first_person(token)):
            return spoken
        return self._left_open.meant(token)

    def _all_of(self, token: Token) -> tuple[Party, ...]:
        """They of "all of them", "both of them"."""
        whole = [o for c in token.children if c.lower == "of" for o in c.children] if token.lower in WHOLE else []
        return self.all_parties(o for o in whole if o.dep == "pobj" and o.pos == "PRON")

    def modifier(self, token: Token) -> tuple[Party, ...]:
        found = self.at.get(token.i)
        if found is None and token.lower == "whose":
            return self.all_parties(t for t in antecedents([token]) if t is not token)
        if found is None and token.pos == "PRON":
            return self._pronoun(token)
        if found is not None and found.parties:
            joined = [c for c in token.children if c.dep == "conj" or (c.dep == "amod" and found.kind == "demonym")]
            return unique([*found.parties, *(p for c in joined for p in self.modifier(c))])
        if west := of_region(token):
            return west
        for c in token.children:
            if c.dep in MODIFIERS or c.dep == "conj" or (c.dep == "npadvmod" and token.lower in HOLDING):
                inner = self.modifier(c)
                if inner:
                    return inner
        return ()

    def all_parties(self, tokens: Iterable[Token]) -> tuple[Party, ...]:
        """Parties of several phrase heads, each once."""
        return unique(p for token in tokens for p in self.parties(token))

    def is_party(self, token: Token) -> bool:
        """Whether the token itself names a party (not only a modifier of it)."""
        mention = self.at.get(token.i)
        return mention is not None and bool(mention.parties)


def _does(name: Token) -> bool:
    """Whether a name is the subject of a clause, or stands before its noun ("Xian officials said")."""
    noun = name.head if name.dep in MODIFIERS else name
    return noun.dep in ("nsubj", "nsubjpass") or (noun.dep == "pobj" and noun.head.dep == "agent")


def _is_where_made(town: Token, mention: Mention) -> bool:
    """Whether a capital only says where an agreement was made ("the Cork accord"): its state has no part in it."""
    if mention.how == "place" and town.dep == "pobj" and town.head.lower in ("in", "at"):
        above = town.head.head
        made = above.head if above.dep in ("acl", "relcl") else above  # "a treaty signed in Cork"
        return made.lemma in AGREEMENTS
    return town.dep in ("compound", "nmod", "amod") and town.head.lemma.lower() in NAMED_FOR_TOWNS


def _width(mention: Mention) -> int:
    return mention.tokens[1] - mention.tokens[0]
