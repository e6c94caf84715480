"""Several at once: "the two leaders", "both sides", "the pair", names joined by "and"."""

from __future__ import annotations

from detente.model import Mention, Party, Span, Token
from detente.resolving.focus import Focus
from detente.resolving.members import (
    ALONE_BACK,
    FEW,
    PAIR_BACK,
    is_those,
    just_met,
    of_the_report,
    only_two,
    pair_of_persons,
    pair_of_states,
    subject_of,
    unit_here,
    unit_near,
)

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_ALONE = {"three": 3, "trio": 3, "four": 4, "quartet": 4, "five": 5}
"""Numbers that mean the names joined just before where they stand alone and act: "the four accused it"."""
_BARE = frozenset({"sides", "leaders", "presidents"})
_PLAIN = frozenset({"neighbours", "neighbors", "rivals", "foes", "countries", "nations", "governments"})
"""Nouns that mean those told of just before where only "the" stands before them, the second without an adjective."""
_ASKING = frozenset({"appeal", "ask", "beg", "call", "exhort", "implore", "press", "tell", "urge", "warn"})
_DEFINITE = frozenset({"the", "these", "those", "our", "their"})
_EACH = frozenset({"side", "country", "nation", "government", "party", "state"})
_NEUTRAL = frozenset({"neighboring", "neighbouring", "foreign", "rival", "allied", "nuclear", "world"})
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
    near = range(token.sentence.index - PAIR_BACK, token.sentence.index + 1)
    return token.lower in ("pair", "couple") and any(
        s.mention.kind == "person" for n in near for s in focus.within(n, token.i if n == near[-1] else None)
    )


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
    parties = unit_here(token, focus, number or 2, not of_states)
    if not parties and number > 2:
        parties = unit_near(token, focus, number, not of_states)
    parties = () if _asks(token, parties, focus) else parties
    if not parties and number in (FEW, 2):
        parties = only_two(token, focus, not of_states)
    if parties:
        pass
    elif of_states:
        parties = pair_of_states(token, focus, number or 2) if not is_those(token) else ()
    else:
        parties = pair_of_persons(token, focus, _OFFICES.get(low), number or 2)
        if not parties and number == FEW:
            parties = just_met(token, focus)
        elif not parties and kind is not None and not _are_people(token, focus):
            states = pair_of_states(token, focus, number or 2)
            parties = pair_of_persons(token, focus, _OFFICES.get(low), number or 2, {p.key for p in states}) or states
    if len(parties) < 2:
        parties = unit_near(token, focus, number, not of_states)
    elif low == "sides" and number == 2 and not unit_here(token, focus, 2, False):
        near = unit_near(token, focus, 2, False)
        parties = of_the_report([parties, near] if near else [parties], focus)[0]
    if len(parties) < 2 or _asks(token, parties, focus) or _are_others(token, parties, focus):
        return None
    return _group(first, token, parties, focus)


def _counted_alone(token: Token, focus: Focus) -> Mention | None:
    """ "The four" that act: as many persons, or states, as "and" joins in the two sentences before."""
    number, before = _ALONE[token.lower], focus.tokens[token.i - 1].lower if token.i else ""
    if before != "the" or not (token.dep in ("nsubj", "nsubjpass") or _is_asked(token)):
        return None
    for persons in (True, False):
        parties = unit_near(token, focus, number, persons, ALONE_BACK)
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
    subjects = [s for s in seen if subject_of(focus.tokens[s.mention.head]) is above]
    return bool({p.key for s in subjects for p in s.mention.parties} & {p.key for p in parties})


def _is_each(token: Token, focus: Focus) -> bool:
    """ "Each side accused the other": the two told of."""
    before = focus.tokens[token.i - 1].lower if token.i else ""
    return before == "each" and token.lower in _EACH and token.dep in ("nsubj", "nsubjpass")


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
        return i, FEW
    if before == "the" and low in _PLAIN and not between and not _is_restricted(token):
        return i, FEW
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
