"""Whose somebody is by the words beside a name: "Russian spy X", "X, a Russian spy", "X of the UN agency"."""

from __future__ import annotations

import re

from detente.model import Token
from detente.resolving.finder import Finder
from detente.resolving.homonyms import land_at
from detente.resolving.scan import Mark
from detente.resolving.title_before import is_subject_matter
from detente.resolving.title_group import Group, states_of
from detente.resolving.words import Words

_WORKS = ("of", "from", "at", "with")
_PARTY = re.compile(r"(?:,|,? \() ?([A-Z])-[A-Z]")
_BETWEEN = ("amod", "compound", "nmod", "nummod", "poss", "punct", "npadvmod")
_FAR = 7
"""Words within which a description stands before the name."""


def belonging(finder: Finder, last: int) -> tuple[tuple[str, ...], str | None]:
    """The states and the organisation that "of", "from", "at" name right after a name that ends before `last`."""
    tokens = finder.tokens
    end = tokens[last - 1].sentence.tokens[-1].i + 1
    if last + 1 >= end or tokens[last].lower not in _WORKS:
        return (), None
    j = last + 1 + (tokens[last + 1].lower == "the")
    mark = finder.marks.get(j)
    land = land_at(tokens, j, finder.lexicon.words)[0] if mark is None and tokens[last].lower == "of" else None
    if land is not None:
        return (land,), None  # "Senator X of Ohio"
    if mark is None or mark.last > end or mark.one("person", "surname", "title"):
        return (), None
    organisation = mark.one("organisation")
    if organisation is not None and finder.lexicon.acts(organisation.organisation):
        return (organisation.state,) if organisation.state else (), organisation.organisation
    return (states_of(mark), None) if tokens[last].lower == "of" and mark.one("state", "demonym") else ((), None)


def party_home(finder: Finder, last: int) -> str | None:
    """The state whose legislators are named with the letter of their party: "X (D-Ohio)", "X, R-Texas"."""
    mark = _PARTY.match(finder.document.text, finder.tokens[last - 1].end)
    return next((s for s, letters in finder.lexicon.words.party_letters.items() if mark and mark[1] in letters), None)


def past_party(finder: Finder, last: int) -> int:
    """Where the letter of a party behind a name ends ("X, D-Ohio, and Y"); its start where none is."""
    letter = _PARTY.match(finder.document.text, finder.tokens[last - 1].end)
    while letter is not None and last < len(finder.tokens) and finder.tokens[last].start < letter.end():
        last += 1
    return last + (letter is not None and last < len(finder.tokens) and finder.tokens[last].text == ")")


def agency_head(mark: Mark | None, words: Words) -> str | None:
    """The office after which a whole agency is called that stands there ("the High Commissioner for Y")."""
    agency = mark.one("organisation") if mark is not None else None
    return next((o for o in words.agency_heads if agency is not None and o in agency.form.lower()), None)


def nation_before(finder: Finder, first: int, last: int) -> Group | None:
    """ "Russian dissident X", "Jordan's X", "a Czech sailor, X": the nationality before a name, plain nouns between."""
    tokens, words = finder.tokens, finder.lexicon.words
    floor, i = tokens[first].sentence.tokens[0].i, first - 1
    if i > floor and tokens[i].text == ",":
        return _described(finder, first, last)
    while i >= floor and (
        tokens[i].lower in words.person_nouns
        or tokens[i].lemma in words.person_nouns
        or tokens[i].lower in words.modifiers
        or (tokens[i].pos == "NOUN" and tokens[i].dep in ("compound", "nmod") and i < tokens[i].head.i < last)
    ):
        i -= 1
    if i > floor + 1 and i < first - 1 and tokens[i].lower == "the" and tokens[i - 1].text == ",":
        return _described(finder, i, last)
    opposed = any(t.lower in words.opposed_nouns for t in tokens[i + 1 : first])
    owned = i >= floor and tokens[i].tag == "POS" and not opposed
    i -= owned
    mark = finder.ends.get(i) if i >= floor else None
    body = mark.one("organisation") if mark is not None and owned else None
    if mark is not None and i == first - 1 and (office := agency_head(mark, words)) is not None:
        agency = mark.one("organisation")
        return Group(mark.first, first, i, office, organisation=agency.organisation if agency else None)
    if mark is not None and body is not None and not finder.taken[i]:
        home = (body.state,) if body.state else ()
        return Group(mark.first, first, first - 1, "", states=home, organisation=body.organisation, homed=bool(home))
    if mark is None or not mark.one("demonym", "state") or finder.taken[i]:
        return None
    if is_subject_matter(tokens, mark, first - 1, finder.lexicon):
        return None
    if i == first - 1 and mark.one("state") and tokens[i].dep not in ("compound", "nmod", "amod"):
        return None
    start = mark.first - 2 if mark.first - 2 >= floor and tokens[mark.first - 1].text == "-" else mark.first - 1
    former = start >= floor and tokens[start].lower in words.former
    plural = tokens[first - 1].tag in ("NNS", "NNPS")
    return Group(mark.first, first, first - 1, "", states=states_of(mark), former=former, plural=plural)


def _described(finder: Finder, first: int, last: int) -> Group | None:
    """ "A Czech sailor in the region, X": the nationality of the noun that a comma parts from the name."""
    tokens, words = finder.tokens, finder.lexicon.words
    sentence = tokens[first].sentence.tokens
    noun = tokens[first - 2]
    while noun.lemma not in words.person_nouns and noun.head.i < noun.i and noun.dep in ("pobj", "prep"):
        noun = noun.head
    after = tokens[last] if last <= sentence[-1].i else None
    if after is not None and after.pos not in ("PUNCT", "CCONJ") and after.lower not in ("who", "as"):
        return None
    mark, i = finder.ends.get(noun.i), noun.i
    if mark is None or not mark.one("demonym") or noun.pos == "ADJ":
        if noun.lemma not in words.person_nouns or first - noun.i > _FAR:
            return None
        i -= 1
        while i >= sentence[0].i and i not in finder.ends and _describes(tokens[i], noun):
            i -= 1
        mark = finder.ends.get(i) if i >= sentence[0].i else None
    if mark is None or not mark.one("demonym", "state") or any(finder.taken[mark.first : first]):
        return None
    if is_subject_matter(tokens, mark, noun.i, finder.lexicon):
        return None
    former = mark.first > sentence[0].i and tokens[mark.first - 1].lower in words.former
    plural = noun.tag in ("NNS", "NNPS")
    return Group(mark.first, first, noun.i, "", states=states_of(mark), former=former, plural=plural)


def _describes(token: Token, noun: Token) -> bool:
    """Whether a word stands before a noun as part of its description ("Malta's first lady")."""
    return token.tag == "POS" or (token.head is noun and token.dep in _BETWEEN)


def past_age(tokens: list[Token], i: int, end: int) -> int:
    """Where an age behind a name ends ("X, 45, a sailor"); the token where none stands."""
    aged = i + 2 < end and tokens[i].text == tokens[i + 2].text == "," and tokens[i + 1].text.isdigit()
    return i + 2 if aged else i


def nation_after(finder: Finder, last: int) -> Group | None:
    """ "X, a Russian billionaire", "X, a sailor from Malta", "X, who heads Malta's port": what follows the name."""
    tokens, words = finder.tokens, finder.lexicon.words
    end = tokens[last - 1].sentence.tokens[-1].i + 1
    last = past_age(tokens, last, end)
    i = last + 1
    if i + 1 >= end or tokens[last].text != ",":
        return None
    if tokens[i].lower == "who":
        return _who_heads(finder, last, end)
    if tokens[i].lower in ("from", "of"):
        return _of_unit(finder, last, end)
    if tokens[i].lower not in ("a", "an", "the"):
        return _owned(finder, last, end)
    i += 1
    former = tokens[i].lower in words.former
    i += former
    i = _past_origin(tokens, i, finder.marks)
    if (own := finder.marks.get(i)) is not None and _stands_alone(finder, own, end):
        return Group(last, own.last, own.last - 1, "", states=states_of(own), former=former)
    j = i
    while j < end and (tokens[j].dep in _BETWEEN or tokens[j].tag in ("HYPH", "POS") or j in finder.marks):
        if j in finder.marks and tokens[j].pos == "NOUN" and tokens[j].dep not in _BETWEEN:
            break
        j += 1
    if j >= end or tokens[j].pos != "NOUN" or tokens[j].lower in words.not_names:
        return None
    marks = [m for k in range(i, j) if (m := finder.marks.get(k)) is not None and m.one("demonym", "state")]
    mark = next((m for m in marks if tokens[m.last - 1].head is tokens[j]), None)
    if mark is None and marks:
        mark = marks[0]
        if mark.first > i or tokens[mark.last].text == "-":
            return None
    if mark is None and j + 2 < end and tokens[j + 1].lower in _WORKS:
        return _coming_from(finder, last, j, former)
    if mark is None or finder.taken[mark.first] or is_subject_matter(tokens, mark, j, finder.lexicon):
        return None
    return Group(last, j + 1, j, "", states=states_of(mark), former=former)


def _past_origin(tokens: list[Token], i: int, marks: dict[int, Mark]) -> int:
    """Where a description goes on behind a nationality tied to a participle ("a Maltese-born Russian")."""
    mark = marks.get(i)
    tied = mark is not None and mark.one("demonym", "state", "capital") is not None and tokens[mark.last].text == "-"
    return mark.last + 2 if mark is not None and tied and tokens[mark.last + 1].tag == "VBN" else i


def _owned(finder: Finder, last: int, end: int) -> Group | None:
    """ "X, Malta's richest man", "X, Y's lawyer": whose somebody without an office is."""
    tokens = finder.tokens
    owner = last + 1
    while owner < min(last + _FAR, end - 1) and tokens[owner].text[0].isupper():
        owner += 1
    noun = tokens[owner - 1].head
    if owner == last + 1 or tokens[owner].tag != "POS" or noun.dep != "appos" or not owner < noun.i < end:
        return None
    if noun.lemma not in finder.lexicon.words.person_nouns or noun.tag != "NN" or any(finder.taken[last:owner]):
        return None
    mark = finder.ends.get(owner - 1)
    if mark is not None and mark.one("demonym", "state") and mark.first == last + 1:
        return Group(last, noun.i + 1, noun.i, "", states=states_of(mark))
    return Group(last, last, noun.i, "", owner=owner - 1)


def _of_unit(finder: Finder, last: int, end: int) -> Group | None:
    """ "Colonel X, of a Maltese unit", "X, of the Maltese army", "X, 45, from Malta"."""
    tokens = finder.tokens
    j = last + 2 + (tokens[last + 2].lower in ("a", "an", "the"))
    mark = finder.marks.get(j)
    if mark is None or finder.taken[j] or not mark.one("demonym", "state") or mark.last > end:
        return None
    return Group(last, last, last - 1, "", states=states_of(mark))


def _stands_alone(finder: Finder, mark: Mark, end: int) -> bool:
    """Whether a nationality is all that a name is explained by: "X, a Maltese, was freed", "X, a Maltese of ..."."""
    after = finder.tokens[mark.last] if mark.last < end else None
    closed = after is None or after.text in (",", ".", ")") or after.lower in ("of", "who")
    return closed and bool(mark.one("demonym")) and not finder.taken[mark.first]


def _coming_from(finder: Finder, last: int, noun: int, former: bool) -> Group | None:
    """ "X, a sailor from Malta", "X, a member of the Maltese parliament"."""
    tokens = finder.tokens
    j = noun + 2 + (tokens[noun + 2].lower == "the")
    mark = finder.marks.get(j)
    if mark is None or finder.taken[j]:
        return None
    home = tokens[noun + 1].lower == "from" and mark.one("state", "demonym")
    works = tokens[noun].lemma in finder.lexicon.words.belonging_nouns and mark.one("demonym", "state")
    if not (home or works) or (tokens[mark.last - 1].pos == "ADJ" and not works):
        return None
    return Group(last, noun + 1, noun, "", states=states_of(mark), former=former)


def _who_heads(finder: Finder, last: int, end: int) -> Group | None:
    """ "X, who heads Malta's port": whose what somebody heads is."""
    tokens = finder.tokens
    if last + 6 < end and [t.lower for t in tokens[last + 3 : last + 6]] == ["in", "charge", "of"]:
        j = last + 6
    elif last + 3 >= end or tokens[last + 2].lemma not in finder.lexicon.words.heading_verbs:
        return None
    else:
        j = last + 3
    j += tokens[j].lower == "the"
    mark = finder.marks.get(j)
    if mark is None or finder.taken[j] or not mark.one("demonym", "state"):
        return None
    if tokens[mark.last - 1].dep not in ("poss", "amod", "compound", "nmod"):
        return None
    return Group(last, last + 3, last + 2, "", states=states_of(mark), former=tokens[last + 2].tag == "VBD")
