"""Titles and what stands round them: "Britain's former deputy foreign minister for Europe" as one group."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.model import Token
from detente.resolving.fold import fold_key
from detente.resolving.lexicon import NATIONAL, Lexicon
from detente.resolving.scan import Mark

LEADER_TITLES = frozenset({"leader", "ruler", "strongman", "dictator", "interim leader"})
"""Titles that say that someone leads a state, not in which office."""
FACING = frozenset({"counterpart", "opposite number"})
"""Words for somebody in the office of another state."""
_APOSTROPHES = frozenset({"'s", "’s", "`s", "'", "’", "`", "s"})
_PORTFOLIO_TITLES = frozenset({"minister", "secretary", "ministers", "secretaries", "spokesman", "spokeswoman",
                               "spokesperson", "adviser", "advisor", "official", "officials", "chief", "director",
                               "commissioner", "head", "envoy", "negotiator", "ambassador", "chairman", "aide",
                               "diplomat", "leader", "prosecutor", "commander"})  # fmt: skip
_SENT = frozenset(
    {"ambassador", "envoy", "representative", "emissary", "mediator", "commissioner", "negotiator", "consul"}
)
_OF_STATES = ("head_of_state", "head_of_government", "head_of_organisation")
_PORTFOLIO_POS = frozenset({"NOUN", "PROPN", "ADJ"})


@dataclass(slots=True)
class Group:
    """A title with its modifiers: tokens `[first, last)`, `head` its noun."""

    first: int
    last: int
    head: int
    title: str
    plural: bool = False
    states: tuple[str, ...] = ()
    organisation: str | None = None
    portfolio: list[str] = field(default_factory=list)
    deputy: bool = False
    former: bool = False
    coming: bool = False
    national: int | None = None
    """First token of the nationality."""
    nations: list[str] = field(default_factory=list)
    """All states named, for a plural title ("the French and German presidents")."""
    owner: int | None = None
    """Last token of a possessor before the title: a pronoun or a name ("his spokesman", "Obama's adviser")."""
    definite: bool = False
    homed: bool = False
    """Whether the state is only the one where the organisation is at home."""
    part: bool = False
    """Whether the words name a part of the state ("the president of X's bank")."""

    @property
    def state(self) -> str | None:
        """The only state that the words name."""
        return self.states[0] if len(self.states) == 1 else None


def states_of(mark: Mark) -> tuple[str, ...]:
    """The states that a mark can mean."""
    return tuple(dict.fromkeys(entry.state for entry in mark.of(*NATIONAL) if entry.state))


def read_group(
    tokens: list[Token], mark: Mark, marks: dict[int, Mark], ends: dict[int, Mark], lexicon: Lexicon
) -> Group:
    """The title at a mark with all that belongs to it on both sides."""
    entry = mark.one("title")
    assert entry is not None
    group = Group(mark.first, mark.last, _head(tokens, mark), entry.form, plural=entry.office == "plural")
    _extend_left(tokens, group, ends, lexicon)
    _extend_right(tokens, group, marks, lexicon)
    _from_province(tokens, group, lexicon)
    owned = group.owner is not None and tokens[group.owner + 1].tag == "POS"
    if not group.states and group.organisation is None and not owned:
        group.states, group.organisation = (entry.state,) if entry.state else (), entry.organisation
        home = lexicon.codebook.organisation(entry.organisation) if entry.organisation else None
        _at_home(group, home.state if home else None)
    return group


def _head(tokens: list[Token], mark: Mark) -> int:
    for i in range(mark.first, mark.last):
        if tokens[i].lower in ("of", "for", "to"):
            return i - 1
    return mark.last - 1


def _from_province(tokens: list[Token], group: Group, lexicon: Lexicon) -> None:
    """ "Ohio Attorney General X": a title of a land is one of the state that it is in."""
    if group.states or group.organisation or group.owner is not None:
        return
    floor = tokens[group.first].sentence.tokens[0].i
    for first in range(max(floor, group.first - 2), group.first):
        words = tokens[first : group.first]
        land = " ".join(t.lower for t in words)
        home = next((state for state, lands in lexicon.words.provinces.items() if land in lands), None)
        if home is not None and all(t.text[0].isupper() for t in words):
            group.states, group.first = (home,), first
            return


def _extend_left(tokens: list[Token], group: Group, ends: dict[int, Mark], lexicon: Lexicon) -> None:
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
        if mark is not None and _takes(group, mark):
            i = mark.first - 1
            continue
        if group.plural and group.nations and low in ("and", ",", "&") and i - 1 in ends and states_of(ends[i - 1]):
            i -= 1
            continue
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
    return tokens[i].tag in ("JJ", "JJS") and tokens[i].dep == "amod" and tokens[i].head.i == group.head


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
        group.states = states
        group.national = mark.first
        group.nations.extend(states[:1])
    elif organisation is not None and group.organisation is None and not states:
        group.organisation = organisation.organisation
        _at_home(group, organisation.state)
    else:
        return False
    group.first = mark.first
    return True


def _is_sender(tokens: list[Token], group: Group, mark: Mark | None) -> bool:
    """Whether an ambassador's own state comes before the one to which he is sent ("Peru's U.S. ambassador")."""
    sent = tokens[group.head].lower in _SENT and len(group.states) == 1 and not group.plural
    return sent and mark is not None and states_of(mark) not in ((), group.states)


def _possessive(group: Group, mark: Mark | None) -> bool:
    """Whether an apostrophe follows a state or organisation, so that reading on makes sense."""
    if mark is None or (group.states and not group.plural) or mark.one("person", "surname"):
        return False
    return bool(states_of(mark) or mark.one("organisation"))


def _is_portfolio(tokens: list[Token], i: int, group: Group, mark: Mark | None) -> bool:
    if (mark is not None and not mark.one("title")) or tokens[group.head].lower not in _PORTFOLIO_TITLES:
        return False
    token = tokens[i]
    if group.states or group.organisation:
        return False
    if token.lower in ("and", "&") and group.portfolio and token.dep == "cc":
        return tokens[i - 1].pos in _PORTFOLIO_POS and tokens[i - 1].sentence is token.sentence
    return token.pos in _PORTFOLIO_POS and token.dep in ("compound", "amod", "nmod", "conj") and group.first == i + 1


def _extend_right(tokens: list[Token], group: Group, marks: dict[int, Mark], lexicon: Lexicon) -> None:
    end = tokens[group.first].sentence.tokens[-1].i + 1
    i = group.last
    if i + 1 < end and tokens[i].text == "-" and tokens[i + 1].lower in ("elect", "designate"):
        group.coming = True
        i = group.last = i + 2
    if " " in group.title and tokens[i - 1].lower in lexicon.words.portfolio_words and group.head < i - 1:
        group.portfolio.append(tokens[i - 1].lower)
        i = group.last = _portfolio_right(tokens, group, i, end, lexicon)
        group.portfolio.clear()
    if not group.states and group.organisation is None:
        _at_embassy(tokens, group, i, end, marks, lexicon)
    target = tokens[group.head].lower.rstrip("s") in _SENT
    while i + 1 < end and tokens[i].lower in ("of", "for", "to"):
        word = tokens[i].lower
        if word == "to" and not target:
            return
        j = i + 1
        if tokens[j].lower == "the" and j + 1 < end and j not in marks:
            j = _past_adjectives(tokens, j + 1, end, marks) if word == "of" else j + 1
        mark = marks.get(j)
        if mark is not None and (states_of(mark) or mark.one("organisation")):
            if _begins_title(marks.get(mark.last)):
                if not target and not group.states:
                    group.states = states_of(mark)
                return
            owner = word == "of" or (word == "for" and not target)
            if owner and not _owns(group, mark):
                return
            last = _phrase_end(tokens, mark, end) if _may_go_on(tokens, group, word) else mark.last
            if last == mark.last < end and tokens[mark.last].tag == "POS":
                return
            if not owner and not _name_follows(tokens, mark.last, end):
                # Where an envoy is sent to is a party of its own ("recalled its ambassador to X").
                return
            group.part = last > mark.last and tokens[last - 1].lower not in lexicon.words.bodies
            group.last = i = last
        elif word != "to" and tokens[group.head].lower in _PORTFOLIO_TITLES and _is_subject(tokens[j], lexicon):
            i = _portfolio_right(tokens, group, j, end, lexicon)
            if i == j:
                return
            group.last = i
        else:
            return


def _at_embassy(tokens: list[Token], group: Group, i: int, end: int, marks: dict[int, Mark], lexicon: Lexicon) -> None:
    """ "A minister at the Danish embassy": whose envoy somebody is, by where he serves."""
    j = i + 1 + (i + 1 < end and tokens[i + 1].lower == "the")
    mark = marks.get(j) if i < end and tokens[i].lower in ("at", "of", "with") else None
    if mark is not None and mark.last < end and tokens[mark.last].lower in lexicon.words.sent_bodies:
        group.states, group.last = states_of(mark), mark.last + 1


def _past_adjectives(tokens: list[Token], j: int, end: int, marks: dict[int, Mark]) -> int:
    """Where a nationality stands behind adjectives ("of the ruling Danish X party"); the start where none does."""
    i = j
    while i < min(j + 2, end - 1) and i not in marks and tokens[i].text.islower() and tokens[i].dep == "amod":
        i += 1
    mark = marks.get(i)
    return i if mark is not None and states_of(mark) else j


def _may_go_on(tokens: list[Token], group: Group, word: str) -> bool:
    """Whether "of X", "for X" can go on to a part of X: somebody's spokesman or head, not the president of a state."""
    head = tokens[group.head].lower
    return head in _PORTFOLIO_TITLES and head not in _SENT if word == "for" else word == "of"


def _phrase_end(tokens: list[Token], mark: Mark, end: int) -> int:
    """End of the noun phrase that a nationality opens ("X's general staff", "the X army"); its own end if it is all."""
    name = tokens[mark.last - 1]
    owns = mark.last < end and tokens[mark.last].tag == "POS"
    noun = name.head.head if name.head.dep == "poss" else name.head
    if not (owns or name.dep in ("amod", "compound", "nmod")) or not mark.last <= noun.i < min(end, mark.last + 6):
        return mark.last
    between = tokens[mark.last + owns : noun.i + 1]
    plain = all(t.pos in ("NOUN", "PROPN", "ADJ") or t.tag == "POS" for t in between)
    closed = noun.dep == "pobj" or (noun.i + 1 < end and tokens[noun.i + 1].text == ",")
    return noun.i + 1 if plain and between and closed else mark.last


def _name_follows(tokens: list[Token], i: int, end: int) -> bool:
    """Whether a name stands there, a comma before it or not ("the ambassador to X, Jane Doe")."""
    if i < end and tokens[i].text == ",":
        i += 1
    return i < end and tokens[i].pos == "PROPN"


def _begins_title(mark: Mark | None) -> bool:
    """Whether a nationality belongs to another title after it ("a spokesman for Norwegian Prime Minister X")."""
    return mark is not None and mark.one("title") is not None


def _owns(group: Group, mark: Mark) -> bool:
    states, organisation = states_of(mark), mark.one("organisation")
    if states and not group.states:
        group.states, group.national = states, mark.first
        group.nations.extend(states[:1])
    elif organisation is not None and group.organisation is None:
        group.organisation = organisation.organisation
        _at_home(group, organisation.state)
    else:
        return False
    return True


def _at_home(group: Group, state: str | None) -> None:
    if state and not group.states:
        group.states, group.homed = (state,), True


def _is_subject(token: Token, lexicon: Lexicon) -> bool:
    return token.text[:1].isupper() or token.lower in lexicon.words.portfolio_words


def _portfolio_right(tokens: list[Token], group: Group, j: int, end: int, lexicon: Lexicon) -> int:
    """End of a minister's subjects from a token on ("Trade, Industry and Consumer Affairs"); the token where none."""
    words = lexicon.words.portfolio_words
    while j < end:
        token = tokens[j]
        if token.lower in ("and", "&", ",") and group.portfolio and j + 1 < end and tokens[j + 1].lower in words:
            j += 1
        elif token.lower in words:
            group.portfolio.append(token.lower)
            j += 1
        elif _is_plain_subject(token, group, lexicon):
            group.portfolio.append(token.lower)
            j += 1
            if token.dep == "pobj":
                break
        else:
            break
    return j


def _is_plain_subject(token: Token, group: Group, lexicon: Lexicon) -> bool:
    """Whether a capitalised word that is no usual subject is one by its syntax, and no name."""
    if not token.text[:1].isupper() or token.dep not in ("compound", "amod", "nmod", "conj", "pobj"):
        return False
    known = any(word in lexicon.words.portfolio_words for word in group.portfolio)
    return not known and not (group.portfolio and fold_key(token.text) in lexicon.given)


def office_of(group: Group, lexicon: Lexicon, state: str | None) -> str | None:
    """The office code that a group of words stands for; None where the title says too little."""
    words = lexicon.words
    party = group.organisation or state
    portfolio = " ".join(group.portfolio)
    title = f"{portfolio} {group.title}".strip()
    code: str | None = None
    if group.title in LEADER_TITLES:
        return "party_leader" if (group.organisation or group.part) and not group.plural else None
    for wording in (title, group.title):
        codes = lexicon.offices_of(wording, party)
        if codes:
            code = codes[0]
            break
    if group.part and code in _OF_STATES:
        return "official"
    if code == "minister" and portfolio:
        code = next((c for c, names in words.portfolios.items() if portfolio in names), code)
    if group.deputy and code:
        code = words.deputy_of.get(code, code)
    if group.coming and code in ("head_of_state", "head_of_government"):
        code = f"{code}_elect"
    return code
