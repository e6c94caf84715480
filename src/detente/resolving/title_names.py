"""Whose name a title stands beside: right after it, after a comma, before it with a comma between."""

from __future__ import annotations

from detente.model import Sentence, Token
from detente.resolving.finder import Finder
from detente.resolving.fold import fold_key
from detente.resolving.homonyms import province_at
from detente.resolving.names import run_at
from detente.resolving.persons import fits_person
from detente.resolving.shortening import FAMILY_FIRST
from detente.resolving.title_after import past_letters
from detente.resolving.title_group import Group

_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our"})
_STOPS = frozenset({",", ".", ";", ":", ")", "-", "--", "–", "—"})
_RANK = "general"
"""The office code of military ranks, which stand between an office and a name."""
SPOUSES = frozenset({"husband", "wife"})
"""Kin who may be from anywhere."""


def name_beside(finder: Finder, group: Group, sentence: Sentence) -> tuple[int, int] | None:
    """The name right after a title, after a comma, or before it with a comma between."""
    tokens = finder.tokens
    end = sentence.tokens[-1].i + 1
    i = group.last
    if i < end:
        i = _past_rank(finder, _past_institution(finder, past_letters(tokens, i, end), end), end)
        last = _title_run(finder, i)
        if last > i and fits_person(finder, i, last):
            return i, last
        definite = group.definite or group.states or group.organisation
        if tokens[i].text == "," and i + 1 < end and definite and not province_at(tokens, i, finder.lexicon.words):
            first = _past_rank(finder, i + 1, end)
            last = run_at(tokens, first, finder.marks, finder.lexicon)
            closed = last >= end or tokens[last - 1].dep == "appos" or tokens[last].text in _STOPS
            if last > first and fits_person(finder, first, last) and closed:
                return first, last
        if tokens[i].lower in ("in", "at") and definite:
            name = _name_after_place(finder, i, end)
            if name is not None:
                return name
        if tokens[i].pos == "NOUN" and definite and (name := _name_explaining(finder, group, end)) is not None:
            return name
    return _name_before(finder, group, sentence, end)


def whose_kin(finder: Finder, group: Group, name: tuple[int, int]) -> Token | None:
    """Whom a name behind a title means who is somebody of its bearer's: the son of "the son of the president, X".

    None where the name is that of the bearer, as the codebook or the report knows.
    """
    title = finder.tokens[group.head]
    noun, mark = title.head.head, finder.marks.get(name[0])
    if name[0] < group.last or title.dep != "pobj" or title.head.lower not in ("for", "of", "to"):
        return None
    if mark is not None and mark.last == name[1] and mark.one("person"):
        return None
    words = finder.lexicon.words
    person = noun.lemma in words.person_nouns | words.male | words.female | words.owner_nouns
    return noun if person and noun.tag == "NN" and not any(k.office for k in finder.known(*name)) else None


def _name_explaining(finder: Finder, group: Group, end: int) -> tuple[int, int] | None:
    """The name after a comma that explains a title with further words: "Peru's director of public works, Ann Smith"."""
    tokens = finder.tokens
    comma = next((i for i in range(group.last + 1, min(group.last + 4, end - 2)) if tokens[i].text == ","), None)
    if comma is None or any(t.pos not in ("NOUN", "ADJ") for t in tokens[group.last : comma]):
        return None
    last = run_at(tokens, comma + 1, finder.marks, finder.lexicon)
    closed = last >= end or tokens[last].text in _STOPS
    named = last > comma + 2 and closed and tokens[last - 1].dep == "appos" and fits_person(finder, comma + 1, last)
    return (comma + 1, last) if named else None


def _past_rank(finder: Finder, i: int, end: int) -> int:
    """Where a name can begin after ranks and styles ("army chief, Lieutenant General X", "minister Sheikh X")."""
    words, start = finder.lexicon.words, i
    while i < end - 1 and not finder.taken[i]:
        mark = finder.marks.get(i)
        title = mark.one("title") if mark is not None else None
        if mark is None or title is None or title.office == "plural" or mark.one("person"):
            break
        if mark.one("surname") and not _is_before_name(finder, mark.last, end):
            break  # the surname itself: "the spokesman, Major"
        offices = finder.lexicon.offices_of(title.form, None)
        if _RANK not in offices and title.form not in words.honorifics:
            break
        i = mark.last + (mark.last < end - 1 and finder.tokens[mark.last].text == ".")
    return i if i == start or finder.tokens[i].text[0].isupper() else start


def _is_before_name(finder: Finder, i: int, end: int) -> bool:
    """Whether two words of a name follow: "Major Ann Smith"."""
    return i + 1 < end and all(t.pos == "PROPN" and t.text[0].isupper() for t in finder.tokens[i : i + 2])


def _past_institution(finder: Finder, i: int, end: int) -> int:
    """Where a name can begin after a title that runs on: "General Secretary of the party Central Committee X Y"."""
    names = finder.lexicon.words.not_names
    for j in range(i, min(i + 3, end - 1)):
        if not finder.tokens[j].text[:1].isupper():
            break
        if j > i and finder.tokens[j].lower in names and finder.tokens[j + 1].text[:1].isupper():
            return j + 1
    return i


def _title_run(finder: Finder, i: int) -> int:
    """End of the name after a title; a known surname with somebody's full name run onto it by a page ends there."""
    last = run_at(finder.tokens, i, finder.marks, finder.lexicon)
    mark = finder.marks.get(i)
    if mark is None or last - i < 3 or mark.one("person"):
        return last
    heads = [e.person for e in mark.of("surname") if e.person and e.person.state not in FAMILY_FIRST]
    after = fold_key(finder.tokens[mark.last].text) if mark.last < last else ""
    is_given = fold_key(finder.tokens[i].text) in finder.lexicon.given
    return mark.last if heads and not is_given and after in finder.lexicon.given else last


def _name_after_place(finder: Finder, i: int, end: int) -> tuple[int, int] | None:
    """ "the ambassador in Geneva, X,", "the ambassador in Geneva X": a name with a place before it."""
    tokens = finder.tokens
    j = i + 1
    place = finder.marks.get(j)
    if place is not None and place.one("capital", "state") and place.last < end and tokens[i].lower == "in":
        last = run_at(tokens, place.last, finder.marks, finder.lexicon)
        if last > place.last + 1 and fits_person(finder, place.last, last):
            return place.last, last
    while j < end and j < i + 4 and (tokens[j].text[:1].isupper() or (j == i + 1 and tokens[j].lower == "the")):
        j += 1
    if j == i + 2 and tokens[i + 1].lower == "the" and tokens[j].lower in finder.lexicon.words.country_nouns:
        j += 1
    if not i + 1 < j < end - 1 or tokens[j].text != ",":
        return None
    last = run_at(tokens, j + 1, finder.marks, finder.lexicon)
    closed = last >= end or tokens[last].text in _STOPS
    return (j + 1, last) if last > j + 1 and closed and fits_person(finder, j + 1, last) else None


def _name_before(finder: Finder, group: Group, sentence: Sentence, end: int) -> tuple[int, int] | None:
    tokens, floor = finder.tokens, sentence.tokens[0].i
    i = _past_owner(tokens, group, floor)
    if i >= floor and tokens[i].lower in _DETERMINERS:
        i -= 1
    joined = tokens[i].lower == "and" and tokens[group.head].dep == "conj"
    if i <= floor or not (joined or tokens[i].text == ","):
        return None
    if i - 2 > floor and tokens[i - 1].text.isdigit() and tokens[i - 2].text == ",":
        i -= 2  # "X, 45, a minister"
    closed = group.last >= end or tokens[group.last].text in _STOPS or tokens[group.last].lower in ("who", "and")
    if tokens[group.head].dep != "appos" and not closed:
        return None
    if finder.taken[i - 1]:
        return _name_of_rank(finder, group, i)
    if joined:
        return None
    first = i - 1
    while first > floor and _part_of_name(finder, first - 1):
        first -= 1
    while first < i and run_at(tokens, first, finder.marks, finder.lexicon) != i:
        first += 1
    if first >= i or not fits_person(finder, first, i):
        return None
    alone = i - first == 1 and finder.marks.get(first) is None and not finder.known(first, i)
    return None if alone else (first, i)


def _past_owner(tokens: list[Token], group: Group, floor: int) -> int:
    """The word before a title and before whoever it belongs to: the comma of "Ann Smith, President X's spokeswoman"."""
    i = group.first - 1
    if group.owner is None or group.owner != i - 1 or tokens[i].tag != "POS":
        return i
    i = group.owner
    while i >= floor and tokens[i].text[0].isupper():
        i -= 1
    return i


def _name_of_rank(finder: Finder, group: Group, end: int) -> tuple[int, int] | None:
    """The name, told with a rank alone, that a fuller title explains: "General X, Malta's army chief"."""
    last = finder.mentions[-1] if finder.mentions else None
    if last is None or last.kind != "person" or last.tokens[1] != end or not (group.states or group.organisation):
        return None
    party = last.parties[0]
    if party.key or party.office not in (None, _RANK):
        return None
    known = [k for people in finder.named.values() for k in people if last.tokens[0] <= k.at < end]
    if not known:
        return None
    finder.forget(last, known)
    first = known[0].at
    return first, run_at(finder.tokens, first, finder.marks, finder.lexicon)


def _part_of_name(finder: Finder, i: int) -> bool:
    token = finder.tokens[i]
    return token.text[0].isupper() or token.lower in finder.lexicon.words.particles or token.text == "-"
