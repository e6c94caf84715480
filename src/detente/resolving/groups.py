"""Several at once: "the two leaders", "both sides", "the pair", names joined by "and"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

from detente.model import Mention, Party, Span, Token
from detente.resolving.focus import SUBJECTS, Focus, Seen, row_head

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_ALONE = {"three": 3, "trio": 3, "four": 4, "quartet": 4, "five": 5}
"""Numbers that mean the names joined just before where they stand alone and act: "the four accused it"."""
_BARE = frozenset({"sides", "leaders", "presidents"})
_PLAIN = frozenset({"neighbours", "neighbors", "rivals", "foes", "countries", "nations", "governments"})
"""Nouns that mean those told of just before where only "the" stands before them, the second without an adjective."""
_ASKING = frozenset({"appeal", "ask", "beg", "call", "exhort", "implore", "press", "tell", "urge", "warn"})
_DEFINITE = frozenset({"the", "these", "those", "our", "their"})
_EACH = frozenset({"side", "country", "nation", "government", "party", "state"})
_FEW, _MANY = 0, 6
"""No number at all; how many at most are joined in the sentences before that a bare noun means."""
_PAIR_BACK, _UNIT_BACK, _COUNTED_BACK, _ALONE_BACK = 2, 3, 20, 2
"""How many sentences back people may be named for "the pair" to be people; how far back those joined by "and" may
stand; where three or more are counted; where no noun says what."""
_NEUTRAL = frozenset({"neighboring", "neighbouring", "foreign", "rival", "allied", "nuclear", "world"})
_SIDES = frozenset({"supranational", "alliance", "non-state armed group", "national movement"})
_HEADS = frozenset({"head_of_state", "head_of_government", "head_of_state_elect", "head_of_government_elect"})
_DIPLOMATIC = frozenset({"foreign_minister", "junior_minister", "ambassador", "envoy", "special_envoy"})
_OFFICES = {
    "presidents": frozenset({"head_of_state"}),
    "prime ministers": frozenset({"head_of_government"}),
    "premiers": frozenset({"head_of_government"}),
    "foreign ministers": frozenset({"foreign_minister"}),
    "defence ministers": frozenset({"defence_minister"}),
    "defense ministers": frozenset({"defence_minister"}),
    "ministers": frozenset({"foreign_minister", "defence_minister", "minister", "junior_minister"}),
    "leaders": _HEADS,
    "heads": _HEADS,
    "rulers": _HEADS,
    "statesmen": _HEADS,
    "diplomats": _DIPLOMATIC,
    "envoys": _DIPLOMATIC,
    "politicians": None,
}


def _are_others(people: Token, parties: tuple[Party, ...], focus: Focus) -> bool:
    """Whether "the two men" who are held or killed are others than the leaders and ministers named before."""
    if people.lower not in ("men", "women") or people.dep not in ("nsubjpass", "dobj"):
        return False
    return people.head.lemma in focus.words.befalling and any(p.office for p in parties)


def _are_people(token: Token, focus: Focus) -> bool:
    """Whether "the two men", and "the pair" after people by name, can be no states."""
    if token.lower in ("men", "women"):
        return True
    near = range(token.sentence.index - _PAIR_BACK, token.sentence.index + 1)
    return token.lower in ("pair", "couple") and any(
        s.mention.kind == "person" for n in near for s in focus.within(n, token.i if n == near[-1] else None)
    )


def _just_met(token: Token, focus: Focus) -> tuple[Party, ...]:
    """ "The leaders" after a sentence that names one person each of two states."""
    seen = focus.within(token.sentence.index - 1)
    named = {s.party.person: s.party for s in seen if s.mention.kind == "person" and s.party.key}
    two = len(named) == 2 and len({p.key for p in named.values()}) == 2
    return tuple(named.values()) if two else ()


def group_at(token: Token, focus: Focus) -> Mention | None:
    """The group whose noun (or number, standing alone) is at a token, with its parties; None where it is no group."""
    low = token.lower
    groups = focus.words.groups
    kind = next((k for k, nouns in groups.items() if low in nouns), None)
    each = _is_each(token, focus)
    if kind is None and low in _ALONE:
        return _counted_alone(token, focus)
    if kind is None and not each and low not in ("both", "two"):
        return None
    first, number = (token.i - 1, 2) if each else _opening(token, focus)
    if number is None or (kind is None and not each and token.dep not in ("nsubj", "nsubjpass", "pobj", "appos")):
        return None
    if _is_place(token, focus):
        return None
    if low == "parties" and (focus.tokens[token.i - 1].lower not in _NUMBERS or _is_of_politicians(token)):
        return None
    of_states = each or kind == "states" or (kind is None and token.dep == "pobj")
    parties = _unit_here(token, focus, number or 2, not of_states)
    if not parties and number > 2:
        parties = _unit_near(token, focus, number, not of_states)
    parties = () if _asks(token, parties, focus) else parties
    if not parties and number in (_FEW, 2):
        parties = _only_two(token, focus, not of_states)
    if parties:
        pass
    elif of_states:
        parties = pair_of_states(token, focus, number or 2) if not _is_those(token) else ()
    else:
        parties = pair_of_persons(token, focus, _OFFICES.get(low), number or 2)
        if not parties and number == _FEW:
            parties = _just_met(token, focus)
        elif not parties and kind is not None and not _are_people(token, focus):
            states = pair_of_states(token, focus, number or 2)
            parties = pair_of_persons(token, focus, _OFFICES.get(low), number or 2, {p.key for p in states}) or states
    if len(parties) < 2:
        parties = _unit_near(token, focus, number, not of_states)
    elif low == "sides" and number == 2 and not _unit_here(token, focus, 2, False):
        near = _unit_near(token, focus, 2, False)
        parties = _of_the_report([parties, near] if near else [parties], focus)[0]
    if len(parties) < 2 or _asks(token, parties, focus) or _are_others(token, parties, focus):
        return None
    return _group(first, token, parties, focus)


def _counted_alone(token: Token, focus: Focus) -> Mention | None:
    """ "The four" that act: as many persons, or states, as "and" joins in the two sentences before."""
    number, before = _ALONE[token.lower], focus.tokens[token.i - 1].lower if token.i else ""
    if before != "the" or not (token.dep in ("nsubj", "nsubjpass") or _is_asked(token)):
        return None
    for persons in (True, False):
        parties = _unit_near(token, focus, number, persons, _ALONE_BACK)
        if parties:
            return _group(token.i - 1, token, parties, focus)
    return None


def _group(first: int, token: Token, parties: tuple[Party, ...], focus: Focus) -> Mention:
    span = Span(focus.tokens[first].start, token.end)
    return Mention(
        span=span,
        kind="group",
        tokens=(first, token.i + 1),
        head=token.i,
        parties=tuple(
            Party(p.state, p.organisation, p.person, p.office, (span, *p.spans[:1]), "group") for p in parties
        ),
        plural=True,
        how="group",
    )


def _is_asked(token: Token) -> bool:
    """ "Called on both sides to", "urged the two countries to": whom the verb above asks, who are not its subject."""
    above = token.head.head if token.dep == "pobj" and token.head.lower in ("on", "upon", "to") else token.head
    return token.dep in ("dobj", "pobj", "dative") and above.lemma in _ASKING


def _asks(token: Token, parties: tuple[Party, ...], focus: Focus) -> bool:
    """Whether those whom a group is read as ask something of it themselves."""
    if not _is_asked(token):
        return False
    above = token.head.head if token.dep == "pobj" else token.head
    seen = focus.within(token.sentence.index, token.i)
    subjects = [s for s in seen if _subject_of(focus.tokens[s.mention.head]) is above]
    return bool({p.key for s in subjects for p in s.mention.parties} & {p.key for p in parties})


def _subject_of(name: Token) -> Token | None:
    """The verb of which a name is the subject, or joined to it."""
    while name.dep == "conj" and name.head is not name:
        name = name.head
    return name.head if name.dep in SUBJECTS else None


def _is_each(token: Token, focus: Focus) -> bool:
    """ "Each side accused the other": the two told of."""
    before = focus.tokens[token.i - 1].lower if token.i else ""
    return before == "each" and token.lower in _EACH and token.dep in ("nsubj", "nsubjpass")


def _unit_near(token: Token, focus: Focus, number: int, persons: bool, most: int | None = None) -> tuple[Party, ...]:
    """Those whom "and" joins in this sentence or shortly before, as many as counted or, without a number, a few."""
    found: list[tuple[Party, ...]] = []
    near = most or (_COUNTED_BACK if number > 2 else _UNIT_BACK)
    for back in range((_COUNTED_BACK if token.lower == "sides" and not persons else near) + 1):
        if back > near and not found:
            break
        seen = focus.within(token.sentence.index - back, token.i if back == 0 else None)
        units = joined(seen, focus)
        fitting = [u for u in units if u and len({p.key for p in u}) == len(u)]
        fitting = [u for u in fitting if not persons or all(p.person for p in u)]
        fitting = [u for u in fitting if len(u) == number or (number == _FEW and 2 <= len(u) <= _MANY)]
        if fitting and persons:
            return fitting[-1]
        found += fitting[-1:]
    chosen = _of_the_report(found, focus) if token.lower == "sides" else found[:1]
    return tuple(Party(p.state, p.organisation if p.state is None else None, spans=p.spans) for u in chosen for p in u)


def _of_the_report(units: list[tuple[Party, ...]], focus: Focus) -> list[tuple[Party, ...]]:
    """The nearest of those joined, but for whom the report has named twice as often: it is about them."""
    if len(units) < 2:
        return units
    count = Counter(p.key for _, p in focus.parties())
    least = [min(count[p.key] for p in unit) for unit in units]
    best = max(least)
    return [units[0] if best < 2 * least[0] else units[least.index(best)]]


def _only_two(token: Token, focus: Focus, persons: bool) -> tuple[Party, ...]:
    """The only two of whom a sentence has told before the noun, neither of whom acts on them ("X urged both sides")."""
    seen = [s for s in focus.within(token.sentence.index, token.i) if not _is_teller(s, token, focus)]
    acting = [s for s in seen if s.mention.how != "place" and not _is_where(focus.tokens[s.mention.head])]
    if _is_those(token):
        # "X speaks for Y with Z after those two countries broke off ties"
        acting = [
            s for s in acting if (above := _subject_of(focus.tokens[s.mention.head])) is None or above.dep != "ROOT"
        ]
    verb = next((t for t in token.ancestors() if t.pos == "VERB"), None)
    if token.dep not in SUBJECTS and any(s.subject and focus.tokens[s.mention.head].head is verb for s in acting):
        return ()
    told = [p for s in acting for p in s.mention.parties if p.state]
    if len({p.state for p in told}) != 2:
        return ()
    named = {p.state: p for p in told if p.person}
    if persons and len(named) == 2:
        return tuple(named.values())
    return () if persons else tuple({p.state: Party(p.state, spans=p.spans) for p in told}.values())


def _is_those(token: Token) -> bool:
    """ "Those two countries": others than who acts, told of just before."""
    return any(c.lower == "those" for c in token.children)


def _is_teller(seen: Seen, token: Token, focus: Focus) -> bool:
    """Whether somebody only says of others what the clause of a token tells: X of "X said Y and Z had left"."""
    verb = _subject_of(focus.tokens[seen.mention.head])
    told = next((c for c in verb.children if c.dep == "ccomp"), None) if verb is not None else None
    if told is None or verb is None or verb.lemma not in focus.words.speech:
        return False
    return token is told or told in token.ancestors()


def _is_where(token: Token) -> bool:
    """Whether a state only says where something is ("in Chile", "Lima, Peru")."""
    return token.dep == "appos" or (token.dep == "pobj" and token.head.lower in ("in", "at", "near"))


def _unit_here(token: Token, focus: Focus, number: int, persons: bool) -> tuple[Party, ...]:
    """Those whom "and" joins in the sentence before the noun, where they are as many as counted."""
    units = joined(focus.within(token.sentence.index, token.i), focus)
    fitting = [
        unit
        for unit in units
        if len(unit) == number and len({p.key for p in unit}) == number and (not persons or all(p.person for p in unit))
    ]
    if not fitting or persons:
        return fitting[-1] if fitting else ()
    return tuple(Party(p.state, p.organisation if p.state is None else None, spans=p.spans) for p in fitting[-1])


def _is_place(token: Token, focus: Focus) -> bool:
    """Whether the sides are those of a border or a sea ("on both sides of the river")."""
    of = next((c for c in token.children if c.dep == "prep" and c.lower == "of"), None)
    ends = [c.lower for c in of.children if c.dep == "pobj"] if of is not None else []
    return any(end in focus.words.dividing for end in ends)


def _is_of_politicians(parties: Token) -> bool:
    """ "Senators in both parties", "lawmakers from both parties": at home."""
    prep = parties.head
    return parties.dep == "pobj" and prep.lower in ("from", "in") and prep.head.tag in ("NNS", "NNPS")


def _opening(token: Token, focus: Focus) -> tuple[int, int | None]:
    """Where a group begins and how many it counts: "both X", "the two X", "the X"; None where it is no group."""
    floor = token.sentence.tokens[0].i
    low = token.lower
    i = token.i - 1
    before = focus.tokens[i].lower if i >= floor else ""
    if low in ("both", "two", "pair"):
        if low == "both":
            plain = token.dep in ("nsubj", "nsubjpass")
            return token.i, 2 if plain else None
        if before != "the" or (
            token.i + 1 < len(focus.tokens) and low == "two" and token.head.i > token.i and token.dep == "nummod"
        ):
            return token.i, None
        return i, 2
    while i > floor and _describes(focus.tokens[i], token, focus):
        i -= 1
        before = focus.tokens[i].lower
    if before in _NUMBERS:
        number = _NUMBERS[before]
        lead = focus.tokens[i - 1].lower if i > floor else ""
        return (i - 1, number) if lead in _DEFINITE else (i, number if before == "both" else None)
    between = {focus.tokens[n].lower for n in range(i + 1, token.i)}
    if before == "the" and low in _BARE and between <= _NEUTRAL and not _is_restricted(token):
        return i, _FEW
    if before == "the" and low in _PLAIN and not between and not _is_restricted(token):
        return i, _FEW
    return token.i, None


def _is_restricted(token: Token) -> bool:
    """Whether words after the noun say which are meant ("the countries that signed", "the leaders of Asia")."""
    after = [c for c in token.children if c.i > token.i]
    whose = [o for c in after if c.lower == "of" for o in c.children]
    named = any(o.pos == "PROPN" or (o.pos == "NOUN" and token.lower != "sides") for o in whose)
    if named or token.lower in _BARE:
        return named and not any(t.lower in _NUMBERS for o in whose for t in o.children)
    return any(c.dep in ("relcl", "acl") or c.lower == "of" for c in after)


def _describes(word: Token, token: Token, focus: Focus) -> bool:
    """Whether a word before a group's noun only describes it ("the two oil-rich countries")."""
    plain = word.dep in ("amod", "compound", "nmod", "npadvmod", "punct", "advmod") and word.tag not in ("JJR", "JJS")
    return plain and word.lower not in _NUMBERS and word.text not in (",", '"') and not focus.covered[word.i]


def pair_of_states(token: Token, focus: Focus, number: int) -> tuple[Party, ...]:
    """The states in play, unions and armed groups with them, where there are just as many as counted."""
    found = []
    for seen, party in focus.parties():
        acts = party.state is None and focus.kind_of(party.organisation or "") in _SIDES
        if party.state or acts:
            found.append((party.key, seen, Party(party.state, party.organisation, spans=party.spans)))
    ranked = focus.ranked(token.sentence.index, token.i, found)
    return tuple(ranked) if len(ranked) == number else ()


def pair_of_persons(
    token: Token, focus: Focus, offices: frozenset[str] | None, number: int, among: Set[str] | None = None
) -> tuple[Party, ...]:
    """The persons in play of different states (of `among`, where given), where there are just as many as counted."""
    found = []
    for seen, party in focus.parties():
        if party.person is None or not party.key or (among is not None and party.key not in among):
            continue
        undated = party.office is None and not focus.dated and seen.mention.candidates
        if offices is not None and party.office not in offices and not undated:
            continue
        found.append((party.key, seen, party))
    ranked = focus.ranked(token.sentence.index, token.i, found)
    return tuple(ranked) if len(ranked) == number else ()


def joined(seen: list[Seen], focus: Focus) -> list[tuple[Party, ...]]:
    """The parties that "and" joins in a sentence, and those of groups, in text order."""
    units: dict[int, list[Party]] = {}
    for one in seen:
        units.setdefault(row_head(focus.tokens[one.mention.head]).i, []).extend(one.mention.parties)
    found = []
    for parties in units.values():
        distinct = {p.person or p.key: p for p in parties if p.key}
        found.append(tuple(distinct.values()))
    return found
