"""Persons and offices as of the report's day: who held it, what a named person was."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from detente.model import Document, Interval, Mention, Party, Tenure
from detente.resolving.bearing import bears, has_crown, homes_of, is_reigned, may_be, office_there
from detente.resolving.choosing import HEADS, is_alias, likely_terms, printed_name, sole_head
from detente.resolving.focus import Focus, is_subject
from detente.resolving.fold import fold_key, without_accents
from detente.resolving.groups import group_at
from detente.resolving.incumbents import SINGLE, foremost, last_named, named_later
from detente.resolving.lexicon import KNOWN_OFFICES, Lexicon, is_known
from detente.resolving.membership import plural_at, with_members
from detente.resolving.recalling import ENVOYS, envoy_named, envoy_told_of, host_of, recalled
from detente.resolving.serving import who_served
from detente.resolving.speaking import speaker_state
from detente.resolving.succession import ELECT, former_named, next_holder
from detente.resolving.tenures import at_home, in_office, office_on, shown, tenure_of
from detente.resolving.titled import POINTING
from detente.resolving.titles import LEADER_TITLES

_UNION = "European Union"
_PERSONS = ("person", "pronoun", "office")
_OWNERS = (*_PERSONS, "state")
_RANKS_ONLY = frozenset({"general", "official", "judge", "adviser", "party_leader"})
_STATE_ONLY = ("head_of_state", "deputy_head_of_state")
_AT = frozenset({"at", "from", "in", "into", "near", "of", "to"})
_AT_LAW = frozenset({"judge", "prosecutor"})
_OF_OTHERS = ("demonym", "person")
_SERVING = frozenset({"adviser", "chief_of_staff", "spokesperson"})
_SENT = ("ambassador", "envoy", "special_envoy")


class Settler:
    """Settles the mentions of one report, in order."""

    def __init__(self, document: Document, lexicon: Lexicon, focus: Focus) -> None:
        self.document = document
        self.lexicon = lexicon
        self.focus = focus
        self.when = document.published
        self.states = frozenset(p.state for m in document.mentions for p in m.parties if p.state)

    def settle(self, mention: Mention) -> Mention:
        """The mention as of the report's day, with what the sentences before it say."""
        if mention.kind == "person":
            return self._person(mention)
        if mention.kind == "office":
            return self._offices(mention) if mention.plural else self._office(mention)
        if mention.kind == "organisation":
            words = mention.span.of(self.document.text)
            head = self.document.tokens[mention.head]
            return with_members(mention, words, head, self.states, self.when, self.lexicon)
        if mention.kind == "capital" and mention.how == "capital" and self._is_union(mention):
            return replace(mention, parties=(Party(organisation=_UNION, spans=(mention.span,), how="capital"),))
        if mention.kind == "demonym" and self._is_bosnian(mention):
            return replace(mention, parties=(Party("BIH", spans=(mention.span,), how="demonym"),))
        if mention.kind in ("capital", "metonym", "demonym", "body") and self.when is not None and mention.parties:
            return self._era(mention, self.when)
        if mention.kind == "metonym" and not mention.parties:
            return self._shared(mention)
        return mention

    def _is_bosnian(self, mention: Mention) -> bool:
        """Whether "the Serbs" are those of Bosnia: the report names Bosnian ones."""
        people = self.document.tokens[mention.head].lower.removesuffix("s")
        if people not in ("serb", "croat"):
            return False
        words = self.document.text.lower()
        return f"bosnian {people}" in words

    def _is_union(self, mention: Mention) -> bool:
        """Whether "Brussels" stands for the European Union: the report names it more than Belgium."""
        if mention.span.of(self.document.text).lower() != "brussels":
            return False
        parties = [p for m in self.document.mentions if m.kind != "capital" for p in m.parties]
        union = sum(p.organisation == _UNION for p in parties)
        return union > sum(p.state == "BEL" for p in parties)

    def _era(self, mention: Mention, when: Interval) -> Mention:
        if len(mention.parties) > 1:
            return mention
        then = self.lexicon.state_then(mention.span.of(self.document.text), when.last.isoformat())
        return replace(mention, parties=(replace(mention.parties[0], state=then),)) if then else mention

    def _shared(self, mention: Mention) -> Mention:
        """A metonym of several states ("Foreign Office"): the one that the report is about."""
        words = mention.span.of(self.document.text)
        states = self.lexicon.states_for(words) & self.states
        if len(states) != 1:
            return mention
        return replace(mention, parties=(Party(next(iter(states)), spans=(mention.span,), how="metonym"),))

    def _person(self, mention: Mention) -> Mention:
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
            owner = self.focus.owner(mention.tokens[0], _PERSONS)
            common = self._common_state(mention, office) if office in _STATE_ONLY else None
            if common is not None and owner is None:
                office, state = None, common
            elif owner is not None and self._faces(mention):
                state = None
            elif owner is not None:
                state = owner.state
                deputy = self.document.tokens[mention.tokens[0]].lower == "deputy"
                office = self.lexicon.words.deputy_of.get(owner.office or "") if deputy else office
            elif office is not None:
                state = self._home(mention, office)
            elif mention.tokens[1] - mention.tokens[0] > 1:
                state, office = self._announced(mention)
            if office in _STATE_ONLY and state is None:
                office = None
        name = printed_name(party.person, {t.person for t in terms}, mention.span.of(self.document.text), self.lexicon)
        settled = replace(party, state=state, organisation=organisation, person=name, office=office)
        return replace(mention, parties=(settled,), candidates=tuple(terms) or mention.candidates)

    def _faces(self, mention: Mention) -> bool:
        """Whether somebody is another's counterpart, and so of another state."""
        words = mention.span.of(self.document.text).lower()
        return any(title in words for title in self.lexicon.words.facing_titles)

    def _common_state(self, mention: Mention, office: str | None) -> str | None:
        """The state of all whom a title and surname can mean, where it is one in play ("President Bush")."""
        states = {t.state for t in mention.candidates if t.office == office}
        return next(iter(states)) if len(states) == 1 and states & (self.states | self.lexicon.words.great) else None

    def _plausible(self, party: Party, term: Tenure, mention: Mention) -> bool:
        """Whether a term may be meant though its state is not named: only of the very name of somebody known."""
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
        if office in _SENT and any(states.values()):
            return None
        if is_subject(token):
            states = {state: place for state, place in states.items() if place}
        return next(iter(states)) if len(states) == 1 else None

    def _is_styled_american(self, mention: Mention) -> bool:
        """Whether a short style stands before a name as in American papers: "Gov. X", "Sen. X", not "Cork Gov. X"."""
        first = mention.tokens[0]
        style = self.document.tokens[first]
        if style.lower.strip(".") not in self.lexicon.words.american_styles or "USA" not in self.states:
            return False
        return not (first and self.document.tokens[first - 1].dep == "compound")

    def _in_place(self, mention: Mention) -> bool:
        token = self.document.tokens[mention.head]
        return token.dep == "pobj" and token.head.lower == "in" and mention.kind == "state"

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

    def _office(self, mention: Mention) -> Mention:
        """A title alone: the person whom the report names in that office, else its holder on the day."""
        party = mention.parties[0]
        words = fold_key(mention.span.of(self.document.text))
        title = words.split()[-1]
        if title == "number" or title in self.lexicon.words.facing_titles:
            return self._counterpart(mention, party)
        if mention.former and self._definite(mention) and not self._role(mention):
            named = former_named(party, title, self.focus.seen, self.when)
            return replace(mention, parties=(replace(named, spans=(mention.span,), how="title"),)) if named else mention
        served = who_served(mention, words, self.focus, self.lexicon)
        if served is not None:
            return replace(mention, parties=(served,))
        if mention.former or self._role(mention):
            return mention
        if party.office in POINTING and not party.key and title == words != "secretary":
            return recalled(mention, title, self.focus)
        if title in LEADER_TITLES and party.state and party.office is None:
            coming = ELECT if self.lexicon.words.coming & set(words.split()) else ""
            party = replace(party, office=self._leading(party.state) + coming)
            if coming:
                return self._held(mention, party)
        if party.key or self._definite(mention):
            fits = partial(bears, title=words, lexicon=self.lexicon, when=self.when)
            named = foremost(party, last_named(party, title, self.focus, fits), self.focus, fits)
            if self._serves_another(mention, named):
                named = None
            home = self._speakers_home(party, words, mention) if not party.key else None
            if home is not None and (named is None or named.state != home):
                party = replace(party, state=home)
                named = foremost(party, last_named(party, title, self.focus, fits), self.focus, fits)
            named = named or named_later(party, self.document)
            if named is None and title in ENVOYS and self._definite(mention):
                named = envoy_named(party, self.focus)
            if named is not None and fits(named):
                return replace(mention, parties=(replace(named, spans=(mention.span,), how="title"),))
        owner = None if party.key else self.focus.owner(mention.tokens[0], _OWNERS)
        if owner is not None and owner.state:
            there = (
                party.office
                if self._has_office(owner.state, party.office)
                else office_there(words, owner.state, self.lexicon)
            )
            if there is not None:
                party = replace(party, state=owner.state, office=there)
            if owner.person and owner.office is None:
                # "Carter's secretary of state", who went with him
                return replace(mention, parties=(party,))
        elif not party.key and self._definite(mention):
            party = self._in_play(party, words, mention)
        return self._held(mention, party)

    def _serves_another(self, mention: Mention, named: Party | None) -> bool:
        """Whether "his spokesman" cannot be the spokesman named before, who is of no state or of another's."""
        owner = (
            self.focus.owner(mention.tokens[0], _PERSONS) if named is not None and named.office in _SERVING else None
        )
        return owner is not None and named is not None and (named.state is None or named.state != owner.state)

    def _speakers_home(self, party: Party, words: str, mention: Mention) -> str | None:
        """The state of whoever says "the president" in quotation marks, where it has one: his own state's is meant."""
        head = self.document.tokens[mention.head]
        if party.office not in HEADS or head.dep in ("attr", "oprd") or not self.focus.in_quotes(mention.span):
            return None
        if self.focus.owner(mention.tokens[0], _OWNERS) or not self._definite(mention):
            return None
        home = speaker_state(head, self.focus, self.document, self.settle)
        homes = homes_of(words, self.lexicon)
        if home is None or not self._may_have(home, homes, party.office, frozenset()):
            return None
        return None if is_reigned(home, words, self.lexicon, self.when) else home

    def _in_play(self, party: Party, words: str, mention: Mention) -> Party:
        """An office without a state with the state that a reader supplies, where it has such an office or title."""
        homes, office = homes_of(words, self.lexicon), party.office
        token, abroad = self.document.tokens[mention.tokens[0]], frozenset[str]()
        if office in _SENT:
            abroad = host_of(self.document.tokens[mention.head], self.focus)
            if (told_of := envoy_told_of(self.focus, abroad)) is not None:
                return replace(party, state=told_of.state)
        fits = partial(self._may_have, homes=homes, office=office, abroad=abroad)
        state = self.focus.state_at(token, fits)
        if state is not None and is_reigned(state, words, self.lexicon, self.when):
            return party
        there = office_there(words, state, self.lexicon) if homes and state else None
        return replace(party, state=state, office=there or office)

    def _may_have(self, state: str, homes: tuple[str, ...], office: str | None, abroad: frozenset[str]) -> bool:
        """Whether somebody of this title can be a state's: an envoy is not his host's."""
        return state not in abroad and (state in homes if homes else self._has_office(state, office))

    def _held(self, mention: Mention, party: Party) -> Mention:
        person, held = self.holder(party, fold_key(mention.span.of(self.document.text)))
        person = without_accents(person) if person and self.document.text.isascii() else person
        return replace(mention, parties=(replace(party, person=person),), candidates=held)

    def holder(self, party: Party, title: str = "") -> tuple[str | None, tuple[Tenure, ...]]:
        """Who held an office on the report's day, where that is one person, and all who can have.

        Of two who hold it together the one whose title is printed ("the Iranian president", "the supreme leader").
        """
        if not party.key or party.office is None:
            return None, ()
        coming = next_holder(self.lexicon.codebook, party, self.when)
        if coming is not None:
            return coming, ()
        holders = self.lexicon.codebook.held(party.key, party.office)
        terms = {h: tenure_of(h, holders) for h in holders}
        held = [h for h in holders if in_office((terms[h],), self.when)]
        if len({h.person for h in held}) > 1:
            held = [h for h in held if h.title and fold_key(h.title) in title] or held
        people = {h.person for h in held}
        sure = self.when is not None and len(people) == 1 and party.office in SINGLE
        sure = sure and all(shown(h, self.when) for h in held if self.when)
        return (people.pop() if sure else None), tuple(terms[h] for h in held)

    def _has_office(self, state: str, office: str | None) -> bool:
        """Whether a state has an office of one holder at all ("prime minister" of the United States)."""
        return office not in KNOWN_OFFICES or bool(self.lexicon.codebook.held(state, office))

    def _role(self, mention: Mention) -> bool:
        """Whether a title says what somebody is, was or may be ("served as foreign minister", "a British minister")."""
        first = mention.tokens[0]
        before = self.document.tokens[first - 1] if first else None
        inside = self.document.tokens[first]
        if before is None or before.sentence is not inside.sentence:
            return False
        head = self.document.tokens[mention.head]
        named = head.dep in ("attr", "oprd")
        unknown = head.is_ranked and any(c.dep == "nsubj" and c.pos == "PRON" for c in head.head.children)
        return before.lower in ("as", "a", "an", "any", "every") or (named and (before.lower != "the" or unknown))

    def _definite(self, mention: Mention) -> bool:
        first = mention.tokens[0]
        before = self.document.tokens[first - 1] if first else None
        inside = self.document.tokens[first]
        if (
            before is not None
            and before.sentence is inside.sentence
            and before.lower in ("the", "his", "her", "its", "their")
        ):
            return True
        return inside.text[0].isupper() and self.document.tokens[mention.head].dep in ("nsubj", "nsubjpass")

    def _counterpart(self, mention: Mention, party: Party) -> Mention:
        owner = self.focus.owner(mention.tokens[0], _PERSONS)
        if owner is None or owner.office is None or not party.key or party.state == owner.state:
            return mention
        party = replace(party, office=self._facing(owner, party.state or ""))
        named = last_named(party, "", self.focus)
        if named is not None:
            return replace(mention, parties=(replace(named, spans=(mention.span,), how="title"),))
        return self._held(mention, party)

    def _facing(self, owner: Party, state: str) -> str | None:
        """The office of a counterpart: who governs meets a president who governs, where a state's head reigns."""
        if owner.office != "head_of_state" or not owner.state:
            return owner.office
        if has_crown(owner.state, self.lexicon, self.when) or not has_crown(state, self.lexicon, self.when):
            return owner.office
        return self._leading(state)

    def _offices(self, mention: Mention) -> Mention:
        """A title in the plural with nationalities: the holders; without: those in play, where it says how many."""
        if mention.former:
            return mention
        if self._names_follow(mention):
            return replace(mention, parties=tuple(replace(p, office=None) for p in mention.parties))
        parties = []
        faced = self.focus.owner(mention.tokens[0], _PERSONS) if self._faces(mention) else None
        for party in mention.parties:
            if not party.state:
                return self._bare(mention)
            if faced is not None and faced.state != party.state:
                party = replace(party, office=self._facing(faced, party.state))
            if len(mention.parties) == 1 and faced is None:
                # "Chinese leaders" need not be the one who leads China
                return mention
            named = last_named(party, "leader" if party.office is None else "", self.focus)
            leads = party.office is None and party.state is not None and not self._faces(mention)
            office = named.office if named else self._leading(party.state or "") if leads else party.office
            person, _ = (named.person, ()) if named else self.holder(replace(party, office=office))
            parties.append(replace(party, person=person, office=office))
        return replace(mention, parties=tuple(parties), kind="group" if len(parties) > 1 else mention.kind)

    def _names_follow(self, mention: Mention) -> bool:
        """Whether those in office are named right behind: "the premiers of X and Y, A and B"."""
        tokens, after = self.document.tokens, mention.tokens[1]
        named = [m for m in self.document.mentions if m.kind == "person" and m.tokens[0] in range(after + 1, after + 3)]
        return bool(named) and tokens[after].text in (",", "(", "-", ":") and len(mention.parties) > 1

    def _leading(self, state: str) -> str:
        """The office of a state's leader."""
        return "head_of_government" if state in self.lexicon.words.led_by_government else "head_of_state"

    def _bare(self, mention: Mention) -> Mention:
        head = self.document.tokens[mention.head]
        named = (plural_at(c, self.focus) for c in head.children if c.dep == "amod")  # "the two Korean leaders"
        group = group_at(head, self.focus) or next((m for m in named if m is not None), None)
        if group is None:
            return replace(mention, parties=tuple(p for p in mention.parties if p.key))
        return group
