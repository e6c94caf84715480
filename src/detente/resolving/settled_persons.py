"""A person named, as of the report's day: whose he is, in what office, by terms of office and the words around."""

from __future__ import annotations

from msgspec.structs import replace

from detente.model import Document, Mention, Party, Tenure
from detente.resolving.bearing import may_be
from detente.resolving.choosing import HEADS, is_alias, likely_terms, printed_name, sole_head
from detente.resolving.focus import Focus, is_subject, row_head
from detente.resolving.fold import fold_key
from detente.resolving.incumbents import SINGLE
from detente.resolving.lexicon import KNOWN_OFFICES, Lexicon, is_known
from detente.resolving.tenures import at_home, in_office, office_on

PERSONS = ("person", "pronoun", "office")
_OWNERS = (*PERSONS, "body")
SENT = ("ambassador", "envoy", "special_envoy")
_RANKS_ONLY = frozenset({"general", "official", "judge", "adviser", "party_leader"})
_STATE_ONLY = ("head_of_state", "deputy_head_of_state")
_AT = frozenset({"at", "from", "in", "into", "near", "of", "to"})
_AT_LAW = frozenset({"judge", "prosecutor"})
_OF_OTHERS = ("demonym", "person")
_ROW = 3
"""One more than the words that part two of a row: a comma, "and"."""


def faces_another(mention: Mention, document: Document, lexicon: Lexicon) -> bool:
    """Whether somebody is another's counterpart, and so of another state."""
    words = mention.span.of(document.text).lower()
    return any(title in words for title in lexicon.words.facing_titles)


class PersonSettler:
    """Settles the persons named in one report."""

    def __init__(self, document: Document, lexicon: Lexicon, focus: Focus, states: frozenset[str]) -> None:
        self.document = document
        self.lexicon = lexicon
        self.focus = focus
        self.when = document.published
        self.states = states

    def settle(self, mention: Mention) -> Mention:
        """The person named, as of the report's day: whose he is, and in what office."""
        party = mention.parties[0] if mention.parties else None
        terms = self._terms(mention, party)
        if party is None:
            if len({(t.person, t.state or t.organisation) for t in terms}) != 1:
                return mention
            party = Party(spans=(mention.span,), how="name")
        terms = [t for t in terms if self._plausible(party, t, mention)]
        homes = {t.state for t in terms if t.state}
        organs = {t.organisation for t in terms if t.organisation and not t.state}
        state, organisation = party.state, party.organisation
        if state is None and organisation is None:
            state = homes.pop() if len(homes) == 1 else None
            organisation = organs.pop() if state is None and len(organs) == 1 else None
        own = [t for t in terms if t.state == state or (organisation and t.organisation == organisation)]
        office = self._office_of(mention, party, own)
        if state is None and organisation is None and not terms:
            state, office = self._by_the_words(mention, office)
        office = office or (self._facing(mention) if not terms else None)
        name = printed_name(party.person, {t.person for t in terms}, mention.span.of(self.document.text), self.lexicon)
        settled = replace(party, state=state, organisation=organisation, person=name, office=office)
        return replace(mention, parties=(settled,), candidates=tuple(terms) or mention.candidates)

    def _facing(self, mention: Mention) -> str | None:
        """The office of X of "her counterpart, X": hers, but for those who govern, as some states are reigned over."""
        owner = self.focus.owner(mention.tokens[0], PERSONS)
        if owner is None or owner.office in HEADS or not faces_another(mention, self.document, self.lexicon):
            return None
        return owner.office

    def _by_the_words(self, mention: Mention, office: str | None) -> tuple[str | None, str | None]:
        """State and office of somebody whom no table knows: by whose he is, his title, or who is told of before."""
        state: str | None = None
        owner = self.focus.owner(mention.tokens[0], _OWNERS)
        common = self._common_state(mention, office) if office in _STATE_ONLY else None
        if common is not None and owner is None:
            return common, None
        if owner is not None and not faces_another(mention, self.document, self.lexicon):
            state = owner.state
            deputy = self.document.tokens[mention.tokens[0]].lower == "deputy"
            office = self.lexicon.words.deputy_of.get(owner.office or "") if deputy else office
        elif owner is None and office is not None:
            state = self._beside(mention, office) or self._among(mention) or self._home(mention, office)
        elif owner is None and mention.tokens[1] - mention.tokens[0] > 1:
            state, office = self._explaining(mention) or self._announced(mention)
        return state, None if office in _STATE_ONLY and state is None else office

    def _common_state(self, mention: Mention, office: str | None) -> str | None:
        """The state of all whom a title and surname can mean, where it is one in play ("President Bush")."""
        states = {t.state for t in mention.candidates if t.office == office}
        return next(iter(states)) if len(states) == 1 and states & (self.states | self.lexicon.words.great) else None

    def _plausible(self, party: Party, term: Tenure, mention: Mention) -> bool:
        """Whether a term may be meant though its state is not named: only of the very name of somebody known."""
        if party.office == "spokesperson" and " " not in (party.person or "").strip():
            return term.office == party.office  # "Bush, a spokesman for the army"
        if term.state is None or party.state == term.state or term.state in self.states:
            return True
        if not mention.parties and term in self._sole(mention):
            return True
        printed = fold_key(party.person or "")
        if party.office == term.office and term.state in self.lexicon.words.great and term.office in SINGLE:
            return True
        if not is_known(term) or not (term.office in HEADS or term.state in self.lexicon.words.great):
            return False
        if " " not in printed:
            written = fold_key(mention.span.of(self.document.text))  # "Pope Francis"
            return (
                (written != printed and is_alias(written, term.person, self.lexicon))
                or term.state in self.lexicon.words.great
                or party.office == term.office
            )
        return printed == fold_key(term.person) or is_alias(printed, term.person, self.lexicon)

    def _sole(self, mention: Mention) -> list[Tenure]:
        """Whom a surname alone means that only one head of state or government bears, where it can be no place."""
        token = self.document.tokens[mention.head]
        if token.dep == "pobj" and token.head.lower in _AT:
            return []
        return sole_head(mention.candidates, self.when, mention.span.of(self.document.text), self.lexicon)

    def _beside(self, mention: Mention, office: str) -> str | None:
        """The state of Y of "Dutch Premier X, Finance Minister Y": that of who holds another office right before."""
        first = mention.tokens[0]
        mate = self.focus.seen[-1] if self.focus.seen else None
        if mate is None or mate.mention.kind != "person" or mate.party.office is None or office in SENT:
            return None
        between = self.document.tokens[mate.mention.tokens[1] : first]
        if mate.sentence != self.document.tokens[first].sentence.index or not 0 < len(between) < _ROW:
            return None
        peers = mate.party.office == office in SINGLE or {mate.party.office, office} <= set(HEADS)
        joined = all(t.text == "," or t.lower == "and" for t in between)
        return mate.party.state if joined and not peers else None

    def _among(self, mention: Mention) -> str | None:
        """The state of X of "Maltese officials, including Minister X", "the Maltese government of Premier X"."""
        token = row_head(self.document.tokens[mention.head])
        if token.dep != "pobj" or token.head.lower not in ("including", "of"):
            return None
        noun, near = token.head.head, self.focus.within(token.sentence.index)
        if token.head.lower == "of":
            return next((s.party.state for s in near if s.mention.kind == "body" and s.mention.head == noun.i), None)
        owners = (s for s in near if self.document.tokens[s.mention.head].head is noun)
        return next((s.party.state for s in owners if s.mention.attributive), None)

    def _home(self, mention: Mention, office: str) -> str | None:
        """The state of somebody with a title but no nationality: the one of the sentence that no peer has taken.

        Judges and prosecutors have to do with others' affairs as well as with their own.
        """
        if office in _AT_LAW:
            return None
        token = self.document.tokens[mention.head]
        if self._is_styled_american(mention):
            return "USA"
        states: dict[str, bool] = {}
        for other in self.document.mentions:
            if other.tokens[0] < token.sentence.tokens[0].i:
                continue
            if other.tokens[0] > token.sentence.tokens[-1].i:
                break
            place = other.how == "place" or self._in_place(other)
            if other is mention or (not place and (other.attributive or other.plural or other.kind in _OF_OTHERS)):
                continue  # "Xian leaders met adviser Y", "Z told adviser Y"
            for party in other.parties:
                if party.state:
                    states[party.state] = states.get(party.state, False) or place
        for seen in self.focus.seen:
            if seen.mention.kind == "person" and (seen.party.office == office or seen.sentence == token.sentence.index):
                states.pop(seen.party.state or "", None)
        if office in SENT and any(states.values()):
            return None
        if is_subject(token):
            states = {state: place for state, place in states.items() if place}
        return next(iter(states)) if len(states) == 1 else None

    def _is_styled_american(self, mention: Mention) -> bool:
        """Whether a short style stands before a name as in American papers: "Gov. X", "Sens. X", not "Cork Gov. X"."""
        first, styles = mention.tokens[0], self.lexicon.words.american_styles
        if first and self.document.tokens[first - 1].lower.strip(".") in styles:
            first -= 1  # "Sens. X and Y" are two mentions
        if self.document.tokens[first].lower.strip(".") not in styles or "USA" not in self.states:
            return False
        return not (first and self.document.tokens[first - 1].dep == "compound")

    def _in_place(self, mention: Mention) -> bool:
        token = self.document.tokens[mention.head]
        return token.dep == "pobj" and token.head.lower == "in" and mention.kind == "state"

    def _explaining(self, mention: Mention) -> tuple[str | None, str | None] | None:
        """X of "the spokesman for Malta's leader, X": the office that a name behind it explains."""
        token = self.document.tokens[mention.head]
        if token.dep != "appos":
            return None
        offices = (s for s in reversed(self.focus.within(token.sentence.index)) if s.mention.head == token.head.i)
        told = next((s.party for s in offices if s.mention.kind == "office" and not s.mention.plural), None)
        return (told.state, told.office) if told is not None and told.state and not told.person else None

    def _announced(self, mention: Mention) -> tuple[str | None, str | None]:
        """A full name right after a sentence about an office without a name: "the Polish minister said. Jan X told"."""
        token = self.document.tokens[mention.head]
        before = self.focus.within(token.sentence.index - 1)
        offices = [s for s in before if s.mention.kind == "office" and s.subject and s.party.state]
        if len(offices) != 1 or not is_subject(token) or offices[0].party.person:
            return None, None
        return offices[0].party.state, offices[0].party.office

    def _terms(self, mention: Mention, party: Party | None) -> list[Tenure]:
        """The candidate terms of one person only where the report lets one be told from the others."""
        terms = at_home([t for t in mention.candidates if party is None or may_be(party, t)], self.when)
        if party is not None and len({(t.person, t.state or t.organisation) for t in terms}) <= 1:
            alone = " " not in (party.person or "").strip() and party.office is None
            return [] if alone and party.person and not any(is_known(t) for t in terms) else terms
        likely = likely_terms(terms, self.when, self.states, self.lexicon.words.great)
        if party is None and not likely:
            likely = self._sole(mention)
        titled = [t for t in in_office(terms, self.when) if party and t.office == party.office and t.office in SINGLE]
        if self.when and len({t.person for t in titled}) == 1:
            likely = [t for t in likely if t in titled] or titled  # of a crown of several states the one in play
        if party is not None and party.office is not None:
            likely = [t for t in likely if t.office == party.office] or likely
        people = {(t.person, t.state or t.organisation) for t in likely}
        if len(people) != 1:
            return self._namesakes_home(terms, party) if party is not None else likely
        return [t for t in terms if (t.person, t.state or t.organisation) in people]

    def _namesakes_home(self, terms: list[Tenure], party: Party) -> list[Tenure]:
        """Of those who bear a full name the one whose state the report names, where there is only one."""
        if " " not in (party.person or "").strip():
            return []
        near = [t for t in terms if t.state in self.states]
        return near if len({(t.person, t.state) for t in near}) == 1 else []

    def _office_of(self, mention: Mention, party: Party, terms: list[Tenure]) -> str | None:
        office = party.office
        if office is None or mention.former:
            return office_on(terms, self.when)
        if office in _RANKS_ONLY:
            held = office_on(terms, self.when)
            return held if held in KNOWN_OFFICES else office
        if office == "head_of_organisation":
            return office_on([t for t in terms if t.organisation], self.when) or office
        return office
