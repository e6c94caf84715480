"""Runs of capitalised words that are names of persons, and who of the codebook bears the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import JaroWinkler

from detente.model import Token
from detente.resolving.fold import fold, fold_key
from detente.resolving.lexicon import Lexicon, Person
from detente.resolving.scan import Mark
from detente.resolving.shortening import BY_FIRST_WORD, BY_LAST_WORD, FAMILY_FIRST, surnames_of

_ALIKE = 0.88
_SHORT_TITLE = 3
_VOWELS = re.compile(r"[iyj]+")
_GLUED = re.compile(r"([A-Z][a-z]{2,})([A-Z]\w*)")
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today"})
_MONTHS = frozenset({"january", "february", "march", "april", "june", "july", "august", "september", "october",
                     "november", "december", "feb", "aug", "sept", "oct", "nov", "dec"})  # fmt: skip
_SURNAME_ALIKE = 0.9


def run_at(tokens: list[Token], i: int, marks: dict[int, Mark], lexicon: Lexicon) -> int:
    """End of the run of name words that starts at a token; `i` itself where none does."""
    end = tokens[i].sentence.tokens[-1].i + 1
    mark = marks.get(i)
    if tokens[i].lower in _DAYS | _MONTHS or tokens[i].lower in lexicon.words.page_words:
        return i
    person = mark is not None and mark.one("surname", "person") is not None
    if mark is not None and not person and mark.one("title", "organisation", "state", "demonym", "metonym"):
        return i
    j = mark.last if mark is not None and mark.one("person") else i
    while j < end and not _stops(tokens, i, j, marks, lexicon) and _continues(tokens, i, j, end, lexicon):
        j += 1
    while j > i and (tokens[j - 1].text in ("-", ".") or tokens[j - 1].lower in lexicon.words.particles):
        j -= 1
    return j


def _stops(tokens: list[Token], i: int, j: int, marks: dict[int, Mark], lexicon: Lexicon) -> bool:
    """Whether a title, an institution or a day begins here, so that the name is over."""
    if j > i and (tokens[j].lower in _DAYS or tokens[j].lower in lexicon.words.page_words):
        return True
    mark = marks.get(j)
    if mark is None or mark.one("surname", "person"):
        return False
    short = j > i and mark.last == j + 1 and len(tokens[j].text) <= _SHORT_TITLE
    return mark.one("title", "organisation") is not None and not short


def _continues(tokens: list[Token], i: int, j: int, end: int, lexicon: Lexicon) -> bool:
    token = tokens[j]
    if is_name_word(token):
        return True
    touching = j > i and token.start == tokens[j - 1].end
    if touching and (token.text == "-" or (tokens[j - 1].text == "-" and token.text.isalpha())):
        return j + 1 < end or token.text != "-"
    if token.text == "." and touching and len(tokens[j - 1].text) == 1:
        return True
    if token.lower not in lexicon.words.particles or j + 1 >= end:
        return False
    after = tokens[j + 1]
    return (
        is_name_word(after)
        or after.lower in lexicon.words.particles
        or (after.text == "-" and after.start == token.end)
    )


def is_name_word(token: Token) -> bool:
    """Whether a token can be a word of a person's name: capitalised and not a plain word by its tag."""
    text = token.text
    if not text[0].isupper() or text.lower() in ("i", "the"):
        return text[:3] in ("al-", "el-", "d'A", "bin") and text[3:4].isupper()
    return token.pos in ("PROPN", "X") or (
        token.pos in ("NOUN", "ADJ", "VERB", "INTJ") and token is not token.sentence.tokens[0]
        and token.tag.startswith(("NN", "JJ", "FW", "UH")) and token.sentence.kind != "headline"
    )  # fmt: skip


def bearers(name: str, states: tuple[str, ...], organisation: str | None, lexicon: Lexicon) -> list[Person]:
    """The persons of the codebook who bear a printed name, those of the states or organisation named first of all.

    Exact names first; then other spellings of the same name; a surname alone gives everyone who goes by it.
    """
    key = " ".join(fold(name).split())
    people = _among(lexicon.by_name.get(key, ()), states, organisation)
    if people:
        return people
    words = key.split()
    if len(words) == 1:
        return _among(lexicon.by_surname.get(key, ()), states, organisation)
    return _similar(words, states, organisation, lexicon)


def _similar(words: list[str], states: tuple[str, ...], organisation: str | None, lexicon: Lexicon) -> list[Person]:
    pool = list(lexicon.by_word.get(words[-1], ()))
    pool += [p for word in (words[-1], words[0], " ".join(words[-2:])) for p in lexicon.by_surname.get(word, ())]
    if states or organisation:
        pool += [p for party in (*states, organisation or "") for p in lexicon.by_party.get(party, ())]
    return [p for p in dict.fromkeys(_among(pool, states, organisation)) if alike(words, p)]


def alike(words: list[str], person: Person) -> bool:
    """Whether printed words are another spelling of a person's name: each part alike, the surname nearly the same."""
    theirs = fold(person.name).split()
    if len(words) > 1 and len(theirs) > len(words) and words[0] == theirs[0] and set(words) <= set(theirs):
        return True
    if person.state not in FAMILY_FIRST and len(theirs) > 1 and len(words) > 1:
        given, surname = JaroWinkler.similarity(words[0], theirs[0]), JaroWinkler.similarity(words[-1], theirs[-1])
        return words[0][0] == theirs[0][0] and given >= _ALIKE and surname >= _SURNAME_ALIKE
    return JaroWinkler.similarity("".join(words), "".join(theirs)) >= 0.95


def _among(people: Sequence[Person], states: tuple[str, ...], organisation: str | None) -> list[Person]:
    if states:
        return [p for p in people if p.state in states]
    if organisation:
        return [p for p in people if p.organisation == organisation or p.state]
    return list(people)


def same_name(printed: str, name: str) -> bool:
    """Whether two full names differ in initials, hyphens, accents or the spelling of sounds only.

    >>> same_name("Sergey V. Lavrov", "Sergei Lavrov")
    True
    >>> same_name("Andrea Mitchell", "Andrew Mitchell")
    False
    """
    return _sounds(printed) == _sounds(name)


def _sounds(name: str) -> str:
    words = [w for w in fold(name).split() if len(w) > 1 and w not in ("al", "el", "jr")]
    return _VOWELS.sub("i", " ".join(words))


def unglued(name: str, lexicon: Lexicon) -> str:
    """A name without what a page has run onto it ("Marco RubioWhite", "Ann Ray Ann Lee RayMORE").

    Source: pages that print a politician's full name and the next link after it without a blank.
    """
    words = name.split()
    for n, word in enumerate(words):
        glued = _GLUED.fullmatch(word)
        if glued is None or glued[1] in ("Mac", "Fitz", "Van"):
            continue
        front = fold_key(glued[1])
        earlier = [fold_key(w) for w in words[:n]]
        if front in earlier:
            return " ".join(words[: earlier.index(front) + 1])
        if n and front in lexicon.by_surname:
            return " ".join([*words[:n], glued[1]])
    return name


def surname_forms(name: str, people: list[Person], state: str | None = None) -> tuple[str, ...]:
    """The short forms, folded, that a later sentence may use for a name printed in full."""
    words = [w for w in name.split() if fold_key(w) not in ("jr", "sr")]
    forms = {fold_key(words[-1])}
    if len(words) > 2:
        forms.add(fold_key(" ".join(words[-2:])))
    for person in people:
        forms |= {fold_key(s) for s in person.surnames}
    for form in tuple(forms):
        if form.startswith(("al ", "el ")):
            forms.add(form[3:])
    family_first = all(p.state in FAMILY_FIRST for p in people) if people else state in FAMILY_FIRST
    if len(words) > 1 and family_first and (people or words[0] in surnames_of(name, state)):
        if (people[0].state if people else state) not in BY_LAST_WORD:
            forms.discard(fold_key(words[-1]))
        forms.add(fold_key(words[0]))
    if len(words) > 1 and not people and state in BY_FIRST_WORD:
        forms.add(fold_key(words[0]))
    return tuple(sorted(forms))
