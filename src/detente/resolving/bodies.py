"""Whose "the government", "the foreign ministry", "the embassy" is where no nationality is printed."""

from __future__ import annotations

from detente.model import Mention, Party, Token
from detente.resolving.countries import salient_state
from detente.resolving.focus import Focus

_BESIDE = ("compound", "amod", "nmod")
_PLACES = ("capital", "state")


def body_at(token: Token, focus: Focus, at: dict[int, Mention]) -> Mention | None:
    """ "the foreign ministry", "the government": a body of the state in play, or of the capital named beside it.

    Args:
        token: the noun.
        focus: what the report has named so far.
        at: the mentions found, by their first token.
    Returns:
        The mention, of kind "body"; None where the noun is none or a reader would not be sure.
    """
    low = token.lower
    if low not in focus.words.bare_bodies or token.dep in _BESIDE:
        return None
    after = focus.tokens[token.i + 1] if token.i + 1 < len(focus.tokens) else token
    if after.text == "-" and after.start == token.end:
        return None  # "the army-backed government"
    first = token.i
    floor = token.sentence.tokens[0].i
    while first > floor and focus.tokens[first - 1].dep in _BESIDE and focus.tokens[first - 1].head is token:
        first -= 1
    if not floor < first or focus.tokens[first - 1].lower not in ("the", "its"):
        return None
    there = at.get(first)  # "the Lima embassy"
    state = _state_of(token, focus, at, _of_place(there))
    if state is None:
        return None
    first = token.i if there is not None else first
    span = type(token.span)(focus.tokens[first].start, token.end)
    return Mention(
        span=span,
        kind="body",
        tokens=(first, token.i + 1),
        head=token.i,
        parties=(Party(state, spans=(span,), how="focus"),),
        how="focus",
    )


def _state_of(token: Token, focus: Focus, at: dict[int, Mention], there: str | None) -> str | None:
    place = _place_after(token, focus, at) or there
    same = _same_body(token, focus)
    if token.lower in focus.words.sent_bodies:
        if same is not None and same != place:
            return same
        return focus.state_at(token, lambda s: s != place) or salient_state(token, focus, frozenset({place or ""}))
    home = focus.words.home_bodies.get(token.lower)
    if place is None and home is not None and any(p.state == home for _, p in focus.parties()):
        return home
    return place or _place_before(token, at) or same or focus.state_at(token) or salient_state(token, focus)


def _same_body(token: Token, focus: Focus) -> str | None:
    """The state of the last body of this name ("the ministry" after "Russia's foreign ministry")."""
    for seen in reversed(focus.seen):
        if seen.mention.kind == "body" and focus.tokens[seen.mention.tokens[1] - 1].lower == token.lower:
            return seen.party.state
    return None


def _place_after(token: Token, focus: Focus, at: dict[int, Mention]) -> str | None:
    i = token.i + 1
    if i + 1 < len(focus.tokens) and focus.tokens[i].lower in ("in", "of"):
        return _of_place(at.get(i + 1) or at.get(i + 2))
    return None


def _place_before(token: Token, at: dict[int, Mention]) -> str | None:
    """The state of the town that opens the sentence ("In Lima, the government")."""
    words = token.sentence.tokens
    if words[0].lower != "in" or len(words) < 3:
        return None
    mention = at.get(words[1].i)
    return _of_place(mention) if mention is not None and mention.tokens[1] < token.i else None


def _of_place(mention: Mention | None) -> str | None:
    return mention.parties[0].state if mention is not None and mention.kind in _PLACES and mention.parties else None
