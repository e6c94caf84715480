"""What stands before a title and belongs to it: "Britain's former deputy foreign" minister."""

from __future__ import annotations

from detente.model import Token
from detente.resolving.lexicon import Lexicon
from detente.resolving.scan import Mark
from detente.resolving.title_group import PORTFOLIO_TITLES, SENT, Group, at_home, is_chief, states_of

_APOSTROPHES = frozenset({"'s", "’s", "`s", "'", "’", "`", "s"})
_POPES = ("VAT",)
_PORTFOLIO_POS = frozenset({"NOUN", "PROPN", "ADJ"})


def read_before(tokens: list[Token], group: Group, ends: dict[int, Mark], lexicon: Lexicon) -> None:
    """Take up what modifies a title, word by word to the left."""
    words = lexicon.words
    floor = tokens[group.first].sentence.tokens[0].i
    i = group.first - 1
    while i >= floor:
        token = tokens[i]
        low = token.lower
        mark = ends.get(i)
        if mark is not None and is_subject_matter(tokens, mark, group.head, lexicon):
            group.first = mark.first
            i = mark.first - 1
            continue
        if mark is not None and "-" in token.text and low.rpartition("-")[2] in words.compound_participles:
            group.first = mark.first
            i = mark.first - 1
            continue
        if low == "-" and group.first == i + 1 and tokens[i + 1].tag == "VBN" and _is_origin(ends.get(i - 1)):
            group.first, i = i - 1, i - 2  # "a Maltese-born Russian minister"
            continue
        heads = group.title in words.heading_titles and group.first == i + 1
        if heads and (first := _institution(tokens, i, floor, ends, lexicon)) is not None:
            group.part, group.chamber, group.first = True, low in words.chambers, first
            i = first - 1
            continue
        if mark is not None and _takes(group, mark):
            i = mark.first - 1
            continue
        joined = low in ("and", ",", "&") and i - 1 in ends and states_of(ends[i - 1])
        if group.plural and group.nations and joined and group.organisation is None:
            # not X of "X and Yland's Z rulers", who are of Z
            i -= 1
            continue
        if low in _APOSTROPHES and i > floor and (chief := _chief_of_body(ends, i - 1)) is not None:
            group.organisation, group.definite = chief, True
            break
        if low in _APOSTROPHES and i > floor and _is_sender(tokens, group, ends.get(i - 1)):
            group.states, group.nations = (), []
        elif low in _APOSTROPHES and i > floor and _possessive(group, ends.get(i - 1)):
            pass
        elif low in lexicon.words.sent_bodies and group.first == i + 1 and i - 1 in ends and states_of(ends[i - 1]):
            group.first = i
        elif _is_modifier(tokens, i, floor, group, ends, lexicon):
            group.deputy |= low in words.deputies
            group.former |= low in words.former
            group.coming |= low in words.coming
            group.first = i
        elif _is_portfolio(tokens, i, group, mark):
            group.portfolio.insert(0, low)
            group.first = i
        else:
            _close_left(tokens, i, floor, group)
            break
        i -= 1


def _is_origin(mark: Mark | None) -> bool:
    """Whether a nationality of one word stands there, which a hyphen ties to a participle."""
    return mark is not None and mark.last == mark.first + 1 and mark.one("demonym", "state", "capital") is not None


def _chief_of_body(ends: dict[int, Mark], i: int) -> str | None:
    """The organisation whose secretary-general ends there: "the UN Secretary-General's envoy" is its own."""
    title = ends.get(i)
    mark = ends.get(title.first - 1) if title is not None and is_chief(title) else None
    body = mark.one("organisation") if mark is not None else None
    return body.organisation if body is not None else None


def _institution(tokens: list[Token], i: int, floor: int, ends: dict[int, Mark], lexicon: Lexicon) -> int | None:
    """Start of an institution's name that ends at a token, a nationality before it ("Maltese Supreme Court")."""
    words = lexicon.words
    if tokens[i].lower not in words.chambers | words.institutions:
        return None
    for first in range(i, max(floor, i - 3) - 1, -1):
        if not tokens[first].text[0].isupper() and first < i:
            return None
        before = first - 1 - (first > floor and tokens[first - 1].lower in _APOSTROPHES)
        mark = ends.get(before) if before >= floor else None
        if mark is not None and states_of(mark) and mark.last <= first:
            return first
    return None


def is_subject_matter(tokens: list[Token], mark: Mark, noun: int, lexicon: Lexicon) -> bool:
    """Whether a state's name says what somebody is about, not for whom they act ("a Russia adviser", "Iran expert")."""
    words, text = lexicon.words, tokens[mark.first].text
    if tokens[noun].lower not in words.subject_nouns or mark.one("demonym", "capital", "organisation"):
        return False
    if mark.one("state") is None or text.isupper() or "." in text or tokens[mark.last].tag == "POS":
        return False
    return " ".join(token.lower for token in tokens[mark.first : mark.last]) not in words.adjective_states


def _is_modifier(
    tokens: list[Token], i: int, floor: int, group: Group, ends: dict[int, Mark], lexicon: Lexicon
) -> bool:
    words, low = lexicon.words, tokens[i].lower
    if low in words.deputies or low in words.former or low in words.coming or low in words.modifiers:
        return True
    if low == "-":
        before = tokens[i - 1].lower if i > floor and group.first == i + 1 else ""
        return before in words.deputies or before in words.former or (before.isalpha() and i - 1 not in ends)
    if tokens[i + 1].text == "-" and group.first == i + 1 and tokens[i].end == tokens[i + 1].start:
        return low.isalpha()
    if tokens[i].dep == "advmod" and tokens[i].head.i == i + 1 == group.first:
        return tokens[i + 1].tag == "VBN"
    if tokens[i].tag == "VBN" and low in words.compound_participles:
        return False
    return tokens[i].tag in ("JJ", "JJS", "VBN") and tokens[i].dep == "amod" and tokens[i].head.i == group.head


def _close_left(tokens: list[Token], i: int, floor: int, group: Group) -> None:
    """Note what stands before a group: an article, a possessive pronoun, somebody's name with "'s"."""
    low = tokens[i].lower
    if tokens[i].tag == "PRP$":
        group.owner = i
    elif tokens[i].tag == "POS" and i > floor and not group.states:
        group.owner = i - 1
    group.definite = low == "the" or group.owner is not None


def _takes(group: Group, mark: Mark) -> bool:
    """Take a nationality or organisation before a title; say whether it was one."""
    states = states_of(mark)
    organisation = mark.one("organisation")
    if states and (not group.states or group.plural):
        # "the Argentine pope" is not Argentina's
        group.states = _POPES if group.title in ("pope", "pontiff") else states
        group.national = mark.first
        group.nations.extend(states[:1])
    elif organisation is not None and group.organisation is None and not states:
        group.organisation = organisation.organisation
        at_home(group, organisation.state)
    else:
        return False
    group.first = mark.first
    return True


def _is_sender(tokens: list[Token], group: Group, mark: Mark | None) -> bool:
    """Whether an ambassador's own state comes before the one to which he is sent ("Peru's U.S. ambassador")."""
    sent = tokens[group.head].lower in SENT and len(group.states) == 1 and not group.plural
    return sent and mark is not None and states_of(mark) not in ((), group.states)


def _possessive(group: Group, mark: Mark | None) -> bool:
    """Whether an apostrophe follows a state or organisation, so that reading on makes sense."""
    if mark is None or (group.states and not group.plural) or mark.one("person", "surname"):
        return False
    return bool(states_of(mark) or mark.one("organisation"))


def _is_portfolio(tokens: list[Token], i: int, group: Group, mark: Mark | None) -> bool:
    if (mark is not None and not mark.one("title")) or tokens[group.head].lower not in PORTFOLIO_TITLES:
        return False
    token = tokens[i]
    if group.states or group.organisation:
        return False
    if token.lower in ("and", "&") and group.portfolio and token.dep == "cc":
        return tokens[i - 1].pos in _PORTFOLIO_POS and tokens[i - 1].sentence is token.sentence
    return token.pos in _PORTFOLIO_POS and token.dep in ("compound", "amod", "nmod", "conj") and group.first == i + 1
