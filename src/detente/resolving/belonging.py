"""Whose somebody is by the words beside a name: "Russian spy X", "X, a Russian spy", "X of the UN agency"."""

from __future__ import annotations

from detente.resolving.finder import Finder
from detente.resolving.titles import Group, is_subject_matter, states_of

_WORKS = ("of", "from", "at", "with")


def belonging(finder: Finder, last: int) -> tuple[tuple[str, ...], str | None]:
    """The states and the organisation that "of", "from", "at" name right after a name that ends before `last`."""
    tokens = finder.tokens
    end = tokens[last - 1].sentence.tokens[-1].i + 1
    if last + 1 >= end or tokens[last].lower not in _WORKS:
        return (), None
    j = last + 1 + (tokens[last + 1].lower == "the")
    mark = finder.marks.get(j)
    if mark is None or mark.last > end or mark.one("person", "surname", "title"):
        return (), None
    organisation = mark.one("organisation")
    if organisation is not None:
        return (organisation.state,) if organisation.state else (), organisation.organisation
    return (states_of(mark), None) if tokens[last].lower == "of" and mark.one("state", "demonym") else ((), None)


def nation_before(finder: Finder, first: int) -> Group | None:
    """ "Russian dissident X", "Jordan's X": the nationality before a name, with plain nouns between."""
    tokens, words = finder.tokens, finder.lexicon.words
    floor, i = tokens[first].sentence.tokens[0].i, first - 1
    while i >= floor and (
        tokens[i].lower in words.person_nouns
        or tokens[i].lower in words.modifiers
        or (tokens[i].pos == "NOUN" and tokens[i].dep in ("compound", "nmod") and tokens[i].head.i >= first)
    ):
        i -= 1
    owned = i == first - 1 and i >= floor and tokens[i].tag == "POS"
    i -= owned
    mark = finder.ends.get(i) if i >= floor else None
    body = mark.one("organisation") if mark is not None and owned else None
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
    return Group(mark.first, first, first - 1, "", states=states_of(mark), former=former)


def nation_after(finder: Finder, last: int) -> Group | None:
    """ "X, a Russian billionaire": the nationality of a noun in apposition."""
    tokens, words = finder.tokens, finder.lexicon.words
    end = tokens[last - 1].sentence.tokens[-1].i + 1
    i = last + 1
    if i + 1 >= end or tokens[last].text != "," or tokens[i].lower not in ("a", "an", "the"):
        return None
    i += 1
    former = tokens[i].lower in words.former
    i += former
    mark = finder.marks.get(i)
    if mark is None or not mark.one("demonym", "state") or finder.taken[i]:
        return None
    j = mark.last
    while (
        j < end and tokens[j].pos in ("NOUN", "ADJ", "PROPN", "PART") and tokens[j].dep in ("compound", "amod", "nmod")
    ):
        j += 1
    if j >= end or tokens[j].pos != "NOUN" or tokens[j].lower in words.not_names:
        return None
    if is_subject_matter(tokens, mark, j, finder.lexicon):
        return None
    return Group(last, j + 1, j, "", states=states_of(mark), former=former)
