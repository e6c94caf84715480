"""Who a subject is: the full name the report gives, else a description, with state and office."""

from __future__ import annotations

from dataclasses import dataclass

from detente.coding.quotes.page import Page
from detente.coding.quotes.runs import Runs, spelled, spelled_out, written_out
from detente.coding.quotes.subject import capable, subject_of
from detente.model import Mention, Party, Token

PERSONAL = frozenset({"he", "she", "him", "her", "i", "his"})
HE = frozenset({"he", "she"})
NEUTER = frozenset({"it", "they", "we", "its", "them"})
_LEFT = frozenset({"compound", "amod", "nmod", "poss", "nummod", "punct", "case", "quantmod", "npadvmod"})
_NAMES = frozenset({"metonym", "organisation"})
_REACH = 16
_BACK = 500
_INDEFINITE = frozenset({"a", "an", "one", "another", "any", "some", "no", "every", "each", "former"})


@dataclass(slots=True, frozen=True)
class Voice:
    """A speaker as a quotation records him.

    `person`: "he" can go back to him; `named`: by name, not described; `definite`: described by a noun with "the";
    `at`: index of the subject's head word.
    """

    name: str
    state: str | None
    office: str | None
    person: bool
    at: int
    named: bool = False
    definite: bool = False


class Voices:
    """The names and mentions of a report, to tell who a subject is."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.runs = Runs(page.tokens, page.words)
        self.last: Voice | None = None
        persons = (p.person for m in page.document.mentions if m.kind == "person" for p in m.parties)
        self.persons = [p for p in dict.fromkeys(persons) if p and " " in p]

    def named(self, subject: Token) -> Voice | None:
        """Who a subject is; None for pronouns that point to somebody named before."""
        if subject.pos == "PRON":
            return self._mentioned(subject) if subject.lower not in PERSONAL | NEUTER else None
        voice = self._one(subject)
        partners = [c for c in subject.children if c.dep == "conj" and c.pos == "PROPN"]
        if partners and subject.pos == "PROPN" and voice.person:
            names = [voice.name, *(self._one(p).name for p in partners)]
            return Voice(" and ".join(names), None, None, True, voice.at, named=True)
        return voice

    def resolved(self, pronoun: Token, meant: Voice | None) -> Voice | None:
        """Whom "he" stands for by the resolver, unless it `meant` somebody by name whom the resolver does not know."""
        told = self._mentioned(pronoun) if pronoun.lower in HE else None
        unknown = meant is not None and meant.named and meant.name not in self.persons
        return told if told is not None and told.named and not unknown else meant

    def _one(self, subject: Token) -> Voice:
        mentioned = self._mentioned(subject)
        if mentioned is not None and (mentioned.named or subject.pos == "PROPN"):
            return mentioned
        if subject.pos != "PROPN":
            apposed = self._apposed(subject)
            if apposed is not None:
                return apposed
            if subject.lemma in self.page.words.documents:
                return self._document(subject)
            return mentioned or self._described(subject)
        run = self.runs.at.get(subject.i)
        if run is None:
            return self._described(subject)
        name = self._long(spelled(run.words))
        if name is not None:
            return Voice(name, self._state(subject), None, False, subject.i, named=True)
        return Voice(self._full(spelled(run.words), subject.i), self._state(subject), None, True, subject.i, named=True)

    def _mentioned(self, subject: Token) -> Voice | None:
        mention = self.page.mention_at.get(subject.i)
        if mention is None or mention.kind == "demonym":
            return None
        parties = mention.parties
        if len(parties) > 1 and len({p.spans for p in parties}) == 1:
            # "the presidents of X and Y": one title for several, none of whom is named
            parties = ()
        if len(parties) > 1 and all(p.person for p in parties):
            return Voice(" and ".join(p.person or "" for p in parties), None, None, True, subject.i, named=True)
        party = parties[0] if parties else Party()
        if party.person and (mention.kind != "office" or party.person in self.persons):
            name = self._as_printed(self._full(party.person, subject.i), subject)
            return Voice(name, party.state, party.office, True, subject.i, named=True)
        if mention.kind == "office" and not mention.plural and self._definite(mention):
            holder = self._holder(mention, party)
            if holder is not None:
                return Voice(holder.person or "", holder.state, holder.office, True, subject.i, named=True)
        if mention.kind == "person":
            return None
        return self._described(subject, party, mention)

    def _as_printed(self, name: str, subject: Token) -> str:
        """The name as this report spells it, where it spells it another way than the tables."""
        run = self.runs.at.get(subject.i)
        if run is None or name.split()[-1] in self.page.document.text:
            return name
        return self.runs.full_name(spelled(run.words), subject.i, family_first=False)

    def _full(self, name: str, at: int) -> str:
        """The name in full, as the report's mentions have it; as its capitalised words have it where there are none."""
        if not self.persons:
            return self.runs.full_name(name, at)
        if " " in name:
            return name
        known = next((p for p in self.persons if p.endswith(" " + name) or p.startswith(name + " ")), None)
        return known or self.runs.full_name(name, at, family_first=False)

    def _definite(self, mention: Mention) -> bool:
        first = mention.tokens[0]
        return not first or self.page.tokens[first - 1].lower not in _INDEFINITE

    def _holder(self, mention: Mention, party: Party) -> Party | None:
        """Whom a title alone means: the last speaker, else the nearest person named in the report with that office."""
        last = self.last
        if last and last.named and last.office == party.office and party.state in (None, last.state):
            return Party(state=last.state, person=last.name, office=last.office)
        fits = [
            (m.span.start > mention.span.start, abs(m.span.start - mention.span.start), p)
            for m in self.page.document.mentions
            if m.kind == "person" and not m.former
            for p in m.parties
            if p.office is not None and p.office == party.office and party.state in (None, p.state)
        ]
        return min(fits, key=lambda f: f[:2])[2] if fits else None

    def _apposed(self, subject: Token) -> Voice | None:
        """The name after a description and a comma: "a spokeswoman for the bank, Ann Lee, said"."""
        if not self.page.words.can_speak(subject):
            return None
        tokens = self.page.tokens
        for token in tokens[subject.i + 1 : subject.i + _REACH]:
            if token.sentence is not subject.sentence or self.page.words.says(token):
                return None
            mention = self.page.mention_at.get(token.i)
            if mention is not None and mention.kind == "person" and tokens[mention.tokens[0] - 1].text == ",":
                return self._mentioned(token)
            run = self.runs.at.get(token.i)
            if mention is None and run is not None and len(run.words) > 1 and tokens[run.first - 1].text == ",":
                return Voice(self._full(spelled(run.words), token.i), None, None, True, token.i, named=True)
        return None

    def _described(self, subject: Token, party: Party | None = None, mention: Mention | None = None) -> Voice:
        """The noun phrase itself, without its article."""
        first = subject.i
        for child in subject.children:
            if child.i < first and child.dep in _LEFT:
                first = min(first, *(t.i for t in child.subtree()))
        if mention is not None and mention.kind != "pronoun":
            first = min(first, mention.tokens[0])
        tokens = self.page.tokens
        while first < subject.i and tokens[first].pos in ("DET", "PUNCT", "ADP"):
            first += 1
        named = mention is not None and mention.kind in _NAMES
        last = tokens[mention.tokens[1] - 1] if mention is not None and named else subject
        text = self.page.document.text[tokens[first].start : last.end]  # "Doctors without Borders", "Number 10"
        definite = first > 0 and tokens[first - 1].lower == "the"
        body = subject.lower in self.page.words.ministries
        state = party.state if party and party.state else self._state(subject)
        office = "spokesperson" if body or subject.lower.startswith("spokes") else party.office if party else None
        short = self._long(text)
        listed = self._listed(subject)
        if listed is not None:
            text = self.page.document.text[tokens[first].start : listed.end]
        person = subject.lemma in self.page.words.people and subject.tag != "NNS"
        return Voice(short or text, None if listed else state, office, person, subject.i, definite=definite)

    def _listed(self, subject: Token) -> Token | None:
        """The last of several names that a plural belongs to ("leaders of Norway and Peru"), of no one state."""
        of = next((c for c in subject.children if c.lower == "of"), None) if subject.tag == "NNS" else None
        named = next((c for c in of.children if c.dep == "pobj"), None) if of is not None else None
        if named is None or not any(c.dep == "conj" for c in named.children):
            return None
        inside = [t for t in named.subtree() if t.pos in ("PROPN", "DET", "CCONJ", "PUNCT")]
        return next(t for t in reversed(inside) if t.pos == "PROPN") if named.pos == "PROPN" else None

    def _long(self, short: str) -> str | None:
        """What an abbreviation stands for, as the report writes it out; None for other words."""
        text = self.page.document.text
        return written_out(text, short) or spelled_out(text, short)

    def fuller(self, subject: Token) -> Voice | None:
        """The nearest earlier description with the same noun and more words: "the aide" after "a senior aide"."""
        for token in reversed(self.page.tokens[max(0, subject.i - _BACK) : subject.i]):
            if token.lower == subject.lower and self.page.owner[token.i] < 0:
                voice = self._one(token)
                if voice.named or " " in voice.name:
                    return voice
        return None

    def _document(self, subject: Token) -> Voice:
        """The owner or author of a statement; the statement itself where none is named."""
        for child in subject.children:
            if child.dep == "poss" and child.pos != "PRON":
                return self._one(child)
        for token in self.page.tokens[subject.i + 1 : subject.i + _REACH]:
            if token.dep == "pobj" and token.head.lower in ("from", "by", "of") and token.pos in ("PROPN", "NOUN"):
                return self._one(token)
            if token.text in ",." or self.page.words.says(token):
                break
        issuer = self._issuer(subject)
        return self._one(issuer) if issuer is not None else self._described(subject)

    def _issuer(self, document: Token) -> Token | None:
        """Who issues a statement: the subject of the verb that it is the object of."""
        if document.dep not in ("dobj", "pobj"):
            return None
        verb = next((a for a in document.ancestors() if a.pos == "VERB"), None)
        subject = subject_of(verb) if verb is not None else None
        fits = subject is not None and subject is not document and subject.pos != "PRON" and capable(self.page, subject)
        return subject if fits and subject is not None and subject.lemma not in self.page.words.documents else None

    def _state(self, subject: Token) -> str | None:
        """The state that the noun phrase names."""
        for token in (subject, *subject.children, *(g for c in subject.children for g in c.children)):
            mention = self.page.mention_at.get(token.i)
            if mention is not None and mention.parties and mention.parties[0].state:
                return mention.parties[0].state
        return None
