"""The forms that a name or a title takes: surnames, by-names, plurals."""

from __future__ import annotations

from detente.resolving.fold import fold_key
from detente.resolving.words import load_words

FAMILY_FIRST = frozenset({"CHN", "PRK", "KOR", "TWN", "HKG", "VNM", "SGP", "KHM"})
"""States where the family name comes first."""
BY_LAST_WORD = frozenset({"VNM"})
"""Of these, those whose people are called by the last word nonetheless ("Nguyen Phu Trong": "Trong")."""

BY_FIRST_WORD = frozenset({"THA", "LAO", "MYS", "ETH", "ERI", "ISL"})
"""States whose people are called by their given name, which stands first ("Thaksin Shinawatra": "Thaksin")."""


_NUMERALS = frozenset({"I", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XII", "XIV", "XV", "XVI"})


def surnames_of(name: str, state: str | None) -> tuple[str, ...]:
    """The short forms by which the press calls a person after the full name.

    >>> surnames_of("Enrique Pena Nieto", "MEX")
    ('Nieto', 'Pena Nieto')
    >>> surnames_of("Hu Jintao", "CHN")
    ('Hu',)
    >>> surnames_of("Harald V", "NOR")
    ('Harald',)
    """
    words = [w for w in name.replace(",", " ").split() if w.lower().strip(".") not in ("jr", "sr", "ii", "iii")]
    if len(words) > 1 and words[-1] in _NUMERALS:
        words = words[:-1]
    if state in BY_LAST_WORD:
        return (words[-1],)
    if state in FAMILY_FIRST and not _western(words):
        return (words[0],)
    if len(words) == 1:
        return (words[0],)
    last = words[-1]
    forms = [] if _is_fathers(words) else [last]
    if state in BY_FIRST_WORD and words[0].lower() not in load_words().common_given:
        forms.append(words[0])
    for prefix in ("al-", "el-", "Al-", "El-"):
        if last.startswith(prefix):
            forms.append(last[len(prefix) :])
    particles = load_words().particles
    start = len(words) - 1
    while start > 1 and words[start - 1].lower().strip(".") in particles:
        start -= 1
    if start < len(words) - 1:
        forms.append(" ".join(words[start:]))
    elif len(words) >= 3 and not words[-2].endswith("."):
        forms.append(" ".join(words[-2:]))
    return tuple(forms)


def _is_fathers(words: list[str]) -> bool:
    """Whether a name ends in the father's ("Mohammed bin Salman", "Salman bin Abdul Aziz"), which alone is nobody's."""
    before = words[-3:-1] if words[-2].lower() == "abdul" else words[-2:-1]
    return before[:1] != [] and before[0].lower() in ("bin", "bint", "ibn")


def by_name_of(alias: str) -> str:
    """The first word of an alias, the article with the word after it."""
    words = alias.split()
    return alias if words[0].lower().strip("-") in load_words().particles or "-" in words[0] else words[0]


def ends_name(name: str, alias: str) -> bool:
    """Whether an alias is the end of the full name, so that its first word is a by-name ("Lula da Silva")."""
    return len(alias) < len(name) and fold_key(name).endswith(f" {fold_key(alias)}")


def _western(words: list[str]) -> bool:
    """Whether an East Asian name is written with a western given name first ("Joseph Wu")."""
    names = load_words()
    given = words[0].lower() in names.western_names
    return given and len(words) == 2


def is_name(alias: str) -> bool:
    """Whether an alias is a name of a person and not a description ("The Iron Lady")."""
    words = alias.split()
    particles = load_words().particles
    return (
        words[0] not in ("The", "President", "King", "Queen")
        and words[-1] not in ("Administration", "Government")
        and all(not w[0].islower() or w.lower().strip("-") in particles or w[:3] in ("al-", "el-") for w in words)
    )


def plural_of(title: str) -> str:
    """A title in the plural.

    >>> plural_of("head of state"), plural_of("spokesman"), plural_of("sen.")
    ('heads of state', 'spokesmen', 'sens.')
    """
    if title.endswith("."):
        return plural_of(title[:-1]) + "."
    head, of, rest = next((p for p in map(title.partition, (" of ", " for ", " to ", " in ")) if p[1]), (title, "", ""))
    plural = head[:-1] + "ies" if head.endswith("y") and head[-2] not in "aeiou" else head + "s"
    plural = plural.replace("mans", "men") if plural.endswith("mans") else plural
    return plural + of + rest
