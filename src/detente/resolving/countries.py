"""Which state "the country", "the regime", "the Gulf nation" is."""

from __future__ import annotations

from detente.model import Mention, Party, Span, Token
from detente.resolving.focus import SUBJECTS, Focus, Seen, row_head

_REACH = 2
"""How many sentences back a state that nothing describes is looked for."""
_FADE = 0.45
_STEP = 0.85
_CLEAR = 1.25
_AGAIN = 0.25
"""What naming a state again adds."""
_WEIGHTS = {"state": 1.0, "capital": 0.8, "demonym": 0.7, "body": 0.8, "metonym": 0.6, "person": 0.5, "office": 0.6,
            "pronoun": 0.4, "organisation": 0.2, "group": 0.1}  # fmt: skip
_DOING = (*SUBJECTS, "poss", "amod", "compound", "nmod")
_DOERS = ("by", "from", "between")
_COUNTING = ("JJS", "JJR", "CD", "RBS", "NNS")
_INSIDE = ("in", "inside", "into", "within", "across", "throughout", "from", "to")
_NAMED, _SPOKEN = 1.4, 0.7
_LEFT = ("amod", "compound", "nmod", "det", "punct", "npadvmod", "advmod")


def country_at(token: Token, focus: Focus) -> Mention | None:
    """ "the country", "the war-torn nation", "the Baltic state": the state in play that the words can describe.

    Args:
        token: the noun.
        focus: what the report has named so far.
    Returns:
        The mention, of kind "state"; None where the noun is none of these or a reader would not be sure.
    """
    words = focus.words
    plain = token.lower in words.country_nouns
    if not (plain or token.lower in words.described_nouns) or token.tag != "NN":
        return None
    if token.dep in ("compound", "amod", "nmod", "attr", "appos") or _is_restricted(token):
        return None
    first = _opening(token, focus)
    if first is None or _is_titled(token, first, focus):
        return None
    described = _described(token, first, focus)
    if described is None and (owner := _owner_beside(token, focus)) is not None:
        span = Span(focus.tokens[first].start, token.end)
        party = Party(owner, spans=(span,), how="focus")
        return Mention(
            span=span, kind="state", tokens=(first, token.i + 1), head=token.i, parties=(party,), how="focus"
        )
    if described is None and not plain:
        return None
    barred = _barred(token, focus)
    if described is not None:
        named = dict.fromkeys(p.state for _, p in focus.parties() if p.state in described)
        state = next(iter(named)) if len(named) == 1 else _salient(token, focus, barred, described)
    else:
        free = words.no_regimes if token.lower == "regime" else frozenset()
        state = _salient(token, focus, barred | free, None)
    if state is None:
        return None
    span = Span(focus.tokens[first].start, token.end)
    party = Party(state, spans=(span,), how="focus")
    return Mention(span=span, kind="state", tokens=(first, token.i + 1), head=token.i, parties=(party,), how="focus")


def half_at(token: Token, focus: Focus) -> Mention | None:
    """ "The North", "the South": the half of a divided nation, in a report that names the other by its full name."""
    half = focus.words.halves.get(token.lower)
    if half is None or not token.text.istitle() or token.dep in ("compound", "amod", "nmod"):
        return None
    before, after = focus.tokens[token.i - 1], focus.tokens[token.i + 1 : token.i + 2]
    named = before.lower == "the" and not any(t.text.istitle() and t.sentence is token.sentence for t in after)
    if not token.i or not named or any(c.lower == "of" for c in token.children):
        return None
    whole = frozenset(focus.words.halves.values())
    if not any(p.state in whole for _, p in focus.parties()):
        return None
    span = Span(before.start, token.end)
    party = Party(half, spans=(span,), how="focus")
    return Mention(span=span, kind="state", tokens=(before.i, token.i + 1), head=token.i, parties=(party,), how="focus")


def salient_state(token: Token, focus: Focus, barred: frozenset[str] = frozenset()) -> str | None:
    """The state that stands out before a noun, those left out that act on it in its own clause."""
    return _salient(token, focus, _barred(token, focus) | barred, None)


def _opening(token: Token, focus: Focus) -> int | None:
    """Where "the country" begins, with its adjectives; None where nothing definite opens it or a word rules it out."""
    i, floor = token.i - 1, token.sentence.tokens[0].i
    while i >= floor and (focus.tokens[i].dep in _LEFT or focus.tokens[i].text == "-"):
        word = focus.tokens[i]
        if word.lower in ("the", "that", "this"):
            return i if i + 1 == token.i or word.lower == "the" else None
        if focus.covered[i] or word.tag in _COUNTING or word.lower in focus.words.other_words:
            return None
        i -= 1
    return None


def _is_titled(token: Token, first: int, focus: Focus) -> bool:
    """Whether the noun ends the name of something: "Face the Nation"."""
    return token.text[0].isupper() and first > token.sentence.tokens[0].i and focus.tokens[first - 1].text.istitle()


def _is_restricted(token: Token) -> bool:
    """Whether words after the noun say which one is meant ("the country that hosts the talks", "the state of X")."""
    after = [c for c in token.children if c.i > token.i]
    return any(c.dep == "relcl" and not any(t.text == "," for t in after if t.i < c.i) for c in after) or any(
        c.dep in ("prep", "acl") and (c.lower == "of" or c.dep == "acl") for c in after
    )


def _owner_beside(token: Token, focus: Focus) -> str | None:
    """X of "X's unrest and the country's bid to join": whose the thing beside it is."""
    noun = token.head
    if token.dep != "poss" or noun.dep != "conj":
        return None
    while noun.dep in ("conj", "pobj", "prep") and noun.head is not noun:
        noun = noun.head
        owner = next((c for c in noun.children if c.dep == "poss" and c.i < token.i), None)
        if owner is not None:
            seen = [s for s in focus.within(token.sentence.index, token.i) if s.mention.head == owner.i]
            states = {p.state for s in seen if s.mention.kind == "state" for p in s.mention.parties}
            return next(iter(states)) if len(states) == 1 else None
    return None


def _described(token: Token, first: int, focus: Focus) -> frozenset[str] | None:
    """The states that the adjectives or the noun itself can be said of; None where they say nothing."""
    said = [t.lower for t in focus.tokens[first + 1 : token.i + 1] if t.text != "-"]
    kinds = focus.words.state_kinds
    found = [
        kinds[" ".join(said[n:m])] for n in range(len(said)) for m in range(n + 1, len(said) + 1)
        if " ".join(said[n:m]) in kinds
    ]  # fmt: skip
    return frozenset.intersection(*found) if found else None


def _barred(token: Token, focus: Focus) -> frozenset[str]:
    """The states that act on it in its own clause: "X attacked the country", "the visit by X to the country"."""
    above = [token, *token.ancestors()]
    joined = {t.head.i for t in above if t.dep == "conj"}
    verb = next((n for n, t in enumerate(above) if t.pos in ("VERB", "AUX")), len(above) - 1)
    chain = above[: verb + 1]
    if token.dep in SUBJECTS or (len(chain) > 1 and any(t.dep in SUBJECTS for t in chain)):
        chain = [t for t in chain if t.pos not in ("VERB", "AUX")]
    inside = {token.i}
    found = set()
    for top in chain[1:]:
        for child in top.children if top.i not in joined or top.pos in ("VERB", "AUX") else ():
            if child.i not in inside and child.i < token.i and (child.dep in _DOING or child.lower in _DOERS):
                found.update(_states_under(child, focus))
        inside.add(top.i)
    return frozenset(found)


def _states_under(top: Token, focus: Focus) -> set[str]:
    low, high = top.i, top.i
    for t in top.subtree():
        if t.dep in ("relcl", "advcl", "acl"):
            break
        low, high = min(low, t.i), max(high, t.i)
    return {
        p.state for s in focus.within(top.sentence.index) for p in s.mention.parties
        if p.state and s.mention.tokens[0] <= high and s.mention.tokens[1] > low and s.mention.kind != "pronoun"
    }  # fmt: skip


def _salient(token: Token, focus: Focus, barred: frozenset[str], kind: frozenset[str] | None) -> str | None:
    """The state that stands out in this sentence before a noun, and in the two before."""
    index, inside = token.sentence.index, token.dep == "pobj" and token.head.lower in _INSIDE
    weights: dict[str, float] = {}
    for back in range(_REACH + 1):
        seen = focus.within(index - back, token.i if back == 0 else None)
        step = _FADE**back
        for one in reversed(seen) if kind is None else _by_rows(seen, focus):
            weight = _weight(one, inside) * step
            others = [p for p in one.mention.parties if p.state not in barred]
            for party in others:
                if party.state and (kind is None or party.state in kind):
                    known = weights.get(party.state, 0.0)
                    weights[party.state] = max(known, weight) + _AGAIN * min(known, weight)
            step *= _STEP if others else 1.0
    order = sorted(weights, key=lambda state: -weights[state])
    if not order or (len(order) > 1 and weights[order[0]] < _CLEAR * weights[order[1]]):
        return None
    return order[0]


def _by_rows(seen: list[Seen], focus: Focus) -> list[Seen]:
    """Mentions from the last backwards, but those that "and" joins from the first on: of two kingdoms it leads."""
    return sorted(seen, key=lambda one: (-row_head(focus.tokens[one.mention.head]).i, one.token))


def _weight(one: Seen, inside: bool) -> float:
    weight = _WEIGHTS.get(one.mention.kind, 0.3)
    if inside:
        weight *= _NAMED if one.mention.kind in ("state", "capital") else _SPOKEN
    if one.subject and not inside and one.mention.kind in ("state", "capital", "body"):
        return weight * 1.4
    return weight * 0.8 if one.mention.attributive and one.mention.kind != "demonym" else weight
