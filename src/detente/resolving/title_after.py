"""What follows a title and belongs to it: foreign minister "of the United Kingdom", minister "for Europe"."""

from __future__ import annotations

from detente.model import Token
from detente.resolving.fold import fold_key
from detente.resolving.lexicon import Lexicon
from detente.resolving.scan import Mark
from detente.resolving.title_group import PORTFOLIO_TITLES, SENT, Group, at_home, is_chief, states_of

_LONG_TASK = 7


def read_after(tokens: list[Token], group: Group, marks: dict[int, Mark], lexicon: Lexicon) -> None:
    """Take up whose office it is and what it is for, word by word to the right."""
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
    target = tokens[group.head].lower.rstrip("s") in SENT
    if target and (last := _past_task(tokens, i, end, marks, lexicon)):
        group.last = i = last
    while i + 1 < end and tokens[i].lower in ("of", "for", "to"):
        word = tokens[i].lower
        if word == "to" and not target:
            return
        j = i + 1
        if tokens[j].lower == "the" and j + 1 < end and j not in marks:
            j = _past_adjectives(tokens, j + 1, end, marks) if word == "of" else j + 1
        mark = marks.get(j)
        if mark is not None and (states_of(mark) or mark.one("organisation")):
            last = _past_party(tokens, group, mark, word, end, marks, lexicon)
            if last is None:
                return
            group.last = i = last
        elif mark is not None and mark.one("title") and _speaks(tokens[group.head]):
            return  # "a spokesman for President X"
        elif word != "to" and tokens[group.head].lower in PORTFOLIO_TITLES and _is_subject(tokens[j], lexicon):
            i = _portfolio_right(tokens, group, j, end, lexicon)
            if i == j:
                return
            group.last = i
        else:
            return


def _speaks(title: Token) -> bool:
    """Whether somebody speaks for another."""
    return title.lower.startswith("spokes")


def _past_party(
    tokens: list[Token], group: Group, mark: Mark, word: str, end: int, marks: dict[int, Mark], lexicon: Lexicon
) -> int | None:
    """End of the state or organisation behind "of", "for" or "to", and of a part of it; None where the title ends."""
    target = tokens[group.head].lower.rstrip("s") in SENT
    title, body = marks.get(mark.last), mark.one("organisation")
    if target and body is not None and title is not None and is_chief(title):
        # "the envoy of the UN Secretary-General"
        group.organisation = body.organisation
        return title.last
    if _begins_title(title):
        if not target and not group.states:
            group.states = states_of(mark)
        return None
    owner = word == "of" or (word == "for" and not target)
    if owner and not _owns(group, mark):
        if word == "for" and group.states and _name_follows(tokens, mark.last, end):
            group.last = mark.last
        return None
    last = _phrase_end(tokens, mark, end) if _may_go_on(tokens, group, word) else mark.last
    owning = mark.last < end and tokens[mark.last].tag == "POS"
    if owning and (last == mark.last or _is_told_of(tokens, group, lexicon)):
        return None
    if not owner and not _name_follows(tokens, _past_seat(tokens, mark.last, end), end):
        # Where an envoy is sent to is a party of its own ("recalled its ambassador to X").
        return None
    group.part = last > mark.last and tokens[last - 1].lower not in lexicon.words.bodies
    owned = tokens[mark.last].tag == "POS" if last > mark.last else False
    group.part_words = " ".join(t.lower for t in tokens[mark.last + owned : last])
    return _past_peers(tokens, group, mark, end, marks) if last == mark.last else last


def _is_told_of(tokens: list[Token], group: Group, lexicon: Lexicon) -> bool:
    """Whether "of" says what somebody with a title is told: "assured the president of X's support"."""
    title = tokens[group.head]
    return title.dep == "dobj" and title.head.lemma in lexicon.words.telling_of


def _at_embassy(tokens: list[Token], group: Group, i: int, end: int, marks: dict[int, Mark], lexicon: Lexicon) -> None:
    """ "A minister at the Danish embassy": whose envoy somebody is, by where he serves."""
    j = i + 1 + (i + 1 < end and tokens[i + 1].lower == "the")
    mark = marks.get(j) if i < end and tokens[i].lower in ("at", "of", "with") else None
    if mark is not None and mark.last < end and tokens[mark.last].lower in lexicon.words.sent_bodies:
        group.states, group.last = states_of(mark), mark.last + 1


def _past_task(tokens: list[Token], i: int, end: int, marks: dict[int, Mark], lexicon: Lexicon) -> int | None:
    """End of what an envoy is sent for or to that is no party, a name behind it ("envoy on X affairs, Jane Doe")."""
    if i + 2 >= end or tokens[i].lower not in ("on", "for", "to"):
        return None
    first = i + 1 + (tokens[i + 1].lower == "the")
    for last in range(min(first + 4, end), first, -1):
        words = " ".join(t.lower for t in tokens[first:last])
        if words in lexicon.words.regions and _name_follows(tokens, last, end):
            return last
    if tokens[i].lower == "to" or (noun := _object(tokens[i])) is None or noun.i in marks:
        return None
    last = noun.i + 1
    comma = last + 1 < end and tokens[last].text == ","
    return last if comma and _name_follows(tokens, last, end) and last - i < _LONG_TASK else None


def _object(preposition: Token) -> Token | None:
    """The object of a preposition."""
    return next((c for c in preposition.children if c.dep == "pobj"), None)


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
    return head in PORTFOLIO_TITLES and head not in SENT if word == "for" else word == "of"


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


def _past_seat(tokens: list[Token], i: int, end: int) -> int:
    """Where a name can stand behind the town in which an envoy serves ("the envoy to the UN in Geneva, Jane Doe")."""
    seated = i + 2 < end and tokens[i].lower in ("in", "at") and tokens[i + 1].pos == "PROPN"
    return i + 2 if seated and tokens[i + 2].text == "," else i


def _name_follows(tokens: list[Token], i: int, end: int) -> bool:
    """Whether a name stands there, behind a comma, letters in brackets or nothing ("the envoy to X, Jane Doe")."""
    i = past_letters(tokens, i, end)
    if i < end and tokens[i].text == ",":
        i += 1
    return i < end and tokens[i].pos == "PROPN"


def past_letters(tokens: list[Token], i: int, end: int) -> int:
    """Where a name can begin after the short form of a title in brackets: "Special Envoy for X (SEX) A B"."""
    short = i + 3 < end and tokens[i].text == "(" and tokens[i + 2].text == ")" and tokens[i + 1].text.isupper()
    return i + 3 if short else i


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
        at_home(group, organisation.state)
    else:
        return False
    return True


def _past_peers(tokens: list[Token], group: Group, mark: Mark, end: int, marks: dict[int, Mark]) -> int:
    """End of the list of states whose several officials somebody names ("the presidents of X, Y and the Z")."""
    last, joined = mark.last, ""
    states: list[str] = []
    while group.plural and mark.one("state") and joined != "and" and last < end and tokens[last].lower in (",", "and"):
        i, joined = last + 1, tokens[last].lower
        if joined == "," and i < end and tokens[i].lower == "and":
            i, joined = i + 1, "and"
        following = marks.get(i) or (marks.get(i + 1) if i < end and tokens[i].lower == "the" else None)
        if following is None or following.one("state") is None or not _ends_there(tokens, following.last, end):
            break
        states += states_of(following)[:1]
        last = following.last
    if joined != "and" or not states:
        return mark.last
    group.states = ()
    group.nations[:0] = states[::-1]
    return last


def _ends_there(tokens: list[Token], i: int, end: int) -> bool:
    """Whether a name that ends there stands for itself, and neither owns nor describes what follows."""
    return i >= end or (tokens[i].tag != "POS" and tokens[i - 1].dep not in ("compound", "amod", "nmod", "poss"))


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
