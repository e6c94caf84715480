"""Persons and offices as of the report's day: who held it, what a named person was."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from detente.model import Document, Mention, Party, Tenure
from detente.resolving.bearing import bears, has_crown, homes_of, is_reigned, office_there
from detente.resolving.choosing import HEADS
from detente.resolving.focus import Focus
from detente.resolving.fold import fold_key, without_accents
from detente.resolving.groups import group_at
from detente.resolving.incumbents import SINGLE, foremost, last_named, named_later
from detente.resolving.lexicon import KNOWN_OFFICES, Lexicon
from detente.resolving.membership import plural_at, with_members
from detente.resolving.recalling import ENVOYS, countryman, envoy_named, envoy_told_of, host_of, recalled
from detente.resolving.serving import who_served
from detente.resolving.settled_names import settle_name
from detente.resolving.settled_persons import PERSONS, SENT, PersonSettler, faces_another
from detente.resolving.speaking import speaker_state
from detente.resolving.succession import ELECT, former_named, next_holder
from detente.resolving.tenures import in_office, shown, tenure_of
from detente.resolving.titled import POINTING
from detente.resolving.titles import LEADER_TITLES

_OWNERS = (*PERSONS, "state")
_SERVING = frozenset({"adviser", "chief_of_staff", "spokesperson"})


class Settler:
    """Settles the mentions of one report, in order."""

    def __init__(self, document: Document, lexicon: Lexicon, focus: Focus) -> None:
        self.document = document
        self.lexicon = lexicon
        self.focus = focus
        self.when = document.published
        self.states = frozenset(p.state for m in document.mentions for p in m.parties if p.state)
        self._persons = PersonSettler(document, lexicon, focus, self.states)

    def settle(self, mention: Mention) -> Mention:
        """The mention as of the report's day, with what the sentences before it say."""
        if mention.kind == "person":
            return self._persons.settle(mention)
        if mention.kind == "office":
            return self._offices(mention) if mention.plural else self._office(mention)
        if mention.kind == "organisation":
            words = mention.span.of(self.document.text)
            head = self.document.tokens[mention.head]
            return with_members(mention, words, head, self.states, self.when, self.lexicon)
        if mention.kind == "demonym" and mention.parties and not mention.attributive:
            mention = countryman(mention, self.focus)
        return settle_name(mention, self.document, self.states, self.lexicon)

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
            named, party = self._named(mention, party, words, title)
            if named is not None:
                return replace(mention, parties=(replace(named, spans=(mention.span,), how="title"),))
        return self._owned(mention, party, words)

    def _named(self, mention: Mention, party: Party, words: str, title: str) -> tuple[Party | None, Party]:
        """Whom the report names in an office, and the office with the state of whoever speaks of it."""
        fits = partial(bears, title=words, lexicon=self.lexicon, when=self.when)
        named = foremost(party, last_named(party, title, self.focus, fits), self.focus, fits)
        if self._serves_another(mention, named):
            named = None
        home = self._speakers_home(party, words, mention) if not party.key else None
        if home is not None and (named is None or named.state != home):
            party = replace(party, state=home)
            named = foremost(party, last_named(party, title, self.focus, fits), self.focus, fits)
        named = named or named_later(party, self.document)
        if named is None and not party.key and words in self.lexicon.words.commanding:
            commander = replace(party, office="head_of_state")
            return foremost(commander, last_named(commander, "", self.focus), self.focus, lambda _: True), party
        if named is None and title in ENVOYS and self._definite(mention):
            named = envoy_named(party, self.focus)
        return (named if named is not None and fits(named) else None), party

    def _owned(self, mention: Mention, party: Party, words: str) -> Mention:
        """An office of whoever "his" or "X's" before it names, else of the state that a reader supplies."""
        owner = None if party.key else self.focus.owner(mention.tokens[0], _OWNERS)
        if owner is None or not owner.state:
            supplied = not party.key and self._definite(mention)
            return self._held(mention, self._in_play(party, words, mention) if supplied else party)
        has = self._has_office(owner.state, party.office)
        office = party.office if has else office_there(words, owner.state, self.lexicon)
        if office is not None:
            party = replace(party, state=owner.state, office=office)
        if owner.person and owner.office is None:
            # "Carter's secretary of state", who went with him
            return replace(mention, parties=(party,))
        return self._held(mention, party)

    def _serves_another(self, mention: Mention, named: Party | None) -> bool:
        """Whether "his spokesman" cannot be the spokesman named before, who is of no state or of another's."""
        owner = self.focus.owner(mention.tokens[0], PERSONS) if named is not None and named.office in _SERVING else None
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
        if office in SENT:
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
        owner = self.focus.owner(mention.tokens[0], PERSONS)
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
        faced = (
            self.focus.owner(mention.tokens[0], PERSONS)
            if faces_another(mention, self.document, self.lexicon)
            else None
        )
        for party in mention.parties:
            if not party.state:
                return self._bare(mention)
            if faced is not None and faced.state != party.state:
                party = replace(party, office=self._facing(faced, party.state))
            if len(mention.parties) == 1 and faced is None:
                # "Chinese leaders" need not be the one who leads China
                return mention
            named = last_named(party, "leader" if party.office is None else "", self.focus)
            leads = (
                party.office is None
                and party.state is not None
                and not faces_another(mention, self.document, self.lexicon)
            )
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
