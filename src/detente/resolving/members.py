"""Whom a group can mean: those whom a row, a pair or a sentence shortly before names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

from detente.model import Party, Token
from detente.resolving.focus import SUBJECTS, Focus, Seen, row_head

FEW, MANY = 0, 6
"""No number at all; how many at most are joined in the sentences before that a bare noun means."""
PAIR_BACK, UNIT_BACK, COUNTED_BACK, ALONE_BACK = 2, 3, 20, 2
"""How many sentences back people may be named for "the pair" to be people; how far back those joined by "and" may
stand; where three or more are counted; where no noun says what."""
_SIDES = frozenset({"supranational", "alliance", "non-state armed group", "national movement"})


def just_met(token: Token, focus: Focus) -> tuple[Party, ...]:
    """ "The leaders" after a sentence that names one person each of two states."""
    seen = focus.within(token.sentence.index - 1)
    named = {s.party.person: s.party for s in seen if s.mention.kind == "person" and s.party.key}
    two = len(named) == 2 and len({p.key for p in named.values()}) == 2
    return tuple(named.values()) if two else ()


def subject_of(name: Token) -> Token | None:
    """The verb of which a name is the subject, or joined to it."""
    while name.dep == "conj" and name.head is not name:
        name = name.head
    return name.head if name.dep in SUBJECTS else None


def unit_near(token: Token, focus: Focus, number: int, persons: bool, most: int | None = None) -> tuple[Party, ...]:
    """Those whom "and" joins in this sentence or shortly before, as many as counted or, without a number, a few."""
    found: list[tuple[Party, ...]] = []
    near = most or (COUNTED_BACK if number > 2 else UNIT_BACK)
    for back in range((COUNTED_BACK if token.lower == "sides" and not persons else near) + 1):
        if back > near and not found:
            break
        seen = focus.within(token.sentence.index - back, token.i if back == 0 else None)
        units = joined(seen, focus)
        fitting = [u for u in units if u and len({p.key for p in u}) == len(u)]
        fitting = [u for u in fitting if not persons or all(p.person for p in u)]
        fitting = [u for u in fitting if len(u) == number or (number == FEW and 2 <= len(u) <= MANY)]
        if fitting and persons:
            return fitting[-1]
        found += fitting[-1:]
    chosen = of_the_report(found, focus) if token.lower == "sides" else found[:1]
    return tuple(Party(p.state, p.organisation if p.state is None else None, spans=p.spans) for u in chosen for p in u)


def of_the_report(units: list[tuple[Party, ...]], focus: Focus) -> list[tuple[Party, ...]]:
    """The nearest of those joined, but for whom the report has named twice as often: it is about them."""
    if len(units) < 2:
        return units
    count = Counter(p.key for _, p in focus.parties())
    least = [min(count[p.key] for p in unit) for unit in units]
    best = max(least)
    return [units[0] if best < 2 * least[0] else units[least.index(best)]]


def only_two(token: Token, focus: Focus, persons: bool) -> tuple[Party, ...]:
    """The only two of whom a sentence has told before the noun, neither of whom acts on them ("X urged both sides")."""
    seen = [s for s in focus.within(token.sentence.index, token.i) if not _is_teller(s, token, focus)]
    acting = [s for s in seen if s.mention.how != "place" and not _is_where(focus.tokens[s.mention.head])]
    if is_those(token):
        # "X speaks for Y with Z after those two countries broke off ties"
        acting = [
            s for s in acting if (above := subject_of(focus.tokens[s.mention.head])) is None or above.dep != "ROOT"
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


def is_those(token: Token) -> bool:
    """ "Those two countries": others than who acts, told of just before."""
    return any(c.lower == "those" for c in token.children)


def _is_teller(seen: Seen, token: Token, focus: Focus) -> bool:
    """Whether somebody only says of others what the clause of a token tells: X of "X said Y and Z had left"."""
    verb = subject_of(focus.tokens[seen.mention.head])
    told = next((c for c in verb.children if c.dep == "ccomp"), None) if verb is not None else None
    if told is None or verb is None or verb.lemma not in focus.words.speech:
        return False
    return token is told or told in token.ancestors()


def _is_where(token: Token) -> bool:
    """Whether a state only says where something is ("in Chile", "Lima, Peru")."""
    return token.dep == "appos" or (token.dep == "pobj" and token.head.lower in ("in", "at", "near"))


def unit_here(token: Token, focus: Focus, number: int, persons: bool) -> tuple[Party, ...]:
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
