"""The grammar of time, built from its tables: words to classes, classes to characters, rules to regular expressions.

A sentence becomes a string with one character a word; each character stands for the set of classes that the word
belongs to ("second" is an ordinal and a unit). The rules are regular expressions over that string, so that a rule
reads like the phrase it describes and most words, being of no class at all, cost nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from detente.model import CodebookError

OTHER = "."
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader, in C where it is built: a tenth of the time."""
_NUMBERS = ("int", "dayint", "monthint", "hour", "minute", "yy", "year")
_ITEM = re.compile(r"<(\w+)>|(\w+)=\(|\$(\w+)|'(.?)'|([a-z]+)|([()|?])|([-:/,&.])|(\s+)")
_WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of rules.yaml, compiled."""

    name: str
    read: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All tables of `codebook/dating`, ready to use."""

    words: dict[str, dict[str, Any]]
    holidays: dict[str, str | None]
    periods: dict[str, tuple[str, str]]
    rules: tuple[Rule, ...]
    chars: dict[str, str]
    number_chars: dict[frozenset[str], str]
    doubtful: frozenset[str]
    """Spellings that are dates only beside a number."""
    leads: frozenset[str]
    """Words that may stand before a month of doubtful name ("in May")."""
    starters: re.Pattern[str]
    abbreviations: frozenset[str]

    def lex(self, text: str) -> tuple[list[str], str]:
        """Split a text into words, runs of digits and marks; with its class string, one character each."""
        chars, number_chars = self.chars, self.number_chars
        words = _WORD.findall(text)
        signs = [
            chars.get(word) or (number_chars[number_classes(word)] if word[0] <= "9" and word.isdigit() else OTHER)
            for word in words
        ]
        for i, word in enumerate(words):
            if word in self.doubtful and not self._stands(words, i):
                signs[i] = OTHER
        return words, "".join(signs)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where the words of `lex` stand."""
        return [m.span() for m in _WORD.finditer(text)]

    def _stands(self, words: list[str], i: int) -> bool:
        """Whether an abbreviation, or a month without its capital, is used as a date: a number stands beside it."""
        before = words[i - 1] if i else ""
        if words[i] == "May":
            year = any(word[:1].isdigit() for word in (before, *[w for w in words[i + 1 : i + 3] if w != "."]))
            return year or before.lower() in self.leads or len(words) == 1
        after = [*words[i + 1 : i + 4], "", "", ""]
        if before[:1].isdigit() or after[0][:1].isdigit():
            return True
        months = self.words["month"]
        if after[0] in {".", ","} and (after[1][:1].isdigit() or after[1].lower() in months):
            return True
        return after[0] == "." and words[i].lower() in months and words[i][:1].isupper()


@functools.lru_cache(maxsize=20_000)
def number_classes(word: str) -> frozenset[str]:
    """What a run of ASCII digits can be.

    >>> sorted(number_classes("2009"))
    ['int', 'year']
    """
    if not word.isascii() or len(word) > 4:
        return frozenset()
    value, found = int(word), {"int"}
    if len(word) == 4 and 1000 <= value <= 2199:
        found.add("year")
    else:
        found.add("count")
    if len(word) <= 2:
        if 1 <= value <= 31:
            found.add("dayint")
        if 1 <= value <= 12:
            found.add("monthint")
        if value <= 24:
            found.add("hour")
        if len(word) == 2:
            found.add("yy")
            if value <= 59:
                found.add("minute")
    return frozenset(found)


@functools.cache
def load_grammar() -> Grammar:
    """The grammar, built once a process.

    Raises: CodebookError where a table of codebook/dating is wrong.
    """
    tables = {name: load_table(name) for name in ("words", "holidays", "periods", "rules")}
    words = tables["words"]
    capital, beside, leads = (frozenset(words.pop(name)) for name in ("capital", "beside", "leads"))
    names = {"HOLIDAYS": tables["holidays"], "PERIODS": tables["periods"]}
    macros = {k: _alternatives(v) for k, v in names.items()} | tables["rules"]["macros"]
    rows = [(row["name"], row["read"], _expand(row["pattern"], macros)) for row in tables["rules"]["rules"]]
    classes = _classes(
        {k: v for k, v in words.items() if k not in ("aspect", "moving", "preposition")},
        [pattern for _, _, pattern in rows],
    )
    signs = _signs(classes)
    by_class: dict[str, str] = {}
    for members, sign in signs.items():
        for member in members:
            by_class[member] = by_class.get(member, "") + sign
    rules = tuple(Rule(name, read, _compile(name, pattern, by_class)) for name, read, pattern in rows)
    return Grammar(
        words,
        tables["holidays"],
        tables["periods"],
        rules,
        _spellings({word: signs[members] for word, members in classes.items()}),
        {kind: signs.get(kind, OTHER) for kind in _number_kinds()} | {frozenset(): OTHER},
        capital | {"May"} | {spelling for word in beside for spelling in (word, word.capitalize(), word.upper())},
        leads,
        re.compile("[^" + re.escape(OTHER) + "]+"),
        beside | {"m"},
    )


def load_table(name: str) -> dict[str, Any]:
    """A table of codebook/dating.

    Raises: CodebookError where it cannot be read.
    """
    table = _read(name)
    if not isinstance(table, dict):
        raise CodebookError(f"codebook/dating/{name}.yaml: want a mapping")
    return table


def load_rows(name: str) -> list[dict[str, Any]]:
    """A table of codebook/dating that is a list of rows.

    Raises: CodebookError where it cannot be read.
    """
    rows = _read(name)
    if not isinstance(rows, list):
        raise CodebookError(f"codebook/dating/{name}.yaml: want a list")
    return rows


def _read(name: str) -> Any:
    path = resources.files("detente.codebook") / "dating" / f"{name}.yaml"
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except (OSError, yaml.YAMLError) as error:
        raise CodebookError(f"codebook/dating/{name}.yaml cannot be read: {error}") from error


@functools.cache
def _number_kinds() -> frozenset[frozenset[str]]:
    """All that a run of up to four digits can be."""
    spelled = [str(n) for n in range(10000)] + [f"{n:0{width}}" for width in (2, 3, 4) for n in range(100)]
    return frozenset(kind for word in spelled if (kind := number_classes(word)))


def _alternatives(names: dict[str, Any]) -> str:
    """Names of several words as a pattern, longest first."""
    spelled = [" ".join(_quote(w) for w in _WORD.findall(name)) for name in sorted(names, key=len, reverse=True)]
    return "(" + "|".join(spelled) + ")"


def _quote(word: str) -> str:
    return word if word.isalpha() else ("''" if word == "'" else f"'{word}'")


def _expand(pattern: str, macros: dict[str, str]) -> str:
    while "$" in pattern:
        pattern = re.sub(r"\$([A-Z]+)", lambda m: macros[m.group(1)], pattern)
    return pattern


def _items(pattern: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(pattern):
        match = _ITEM.match(pattern, at)
        if not match:
            raise CodebookError(f"codebook/dating/rules.yaml: cannot read {pattern[at:]!r} in {pattern!r}")
        yield match
        at = match.end()


def _literal(match: re.Match[str]) -> str | None:
    """The word or mark that stands for itself in a pattern."""
    _, _, _, mark, word, _, bare, _ = match.groups()
    if mark is not None:
        return mark or "'"
    return word or bare


def _classes(words: dict[str, dict[str, Any]], patterns: list[str]) -> dict[str, frozenset[str]]:
    """Each word of the grammar with its classes; a literal is a class of its own."""
    found: dict[str, set[str]] = {}
    for name, members in words.items():
        for word in members:
            found.setdefault(str(word), set()).add(name)
    for pattern in patterns:
        for match in _items(pattern):
            literal = _literal(match)
            if literal is not None:
                found.setdefault(literal, set()).add("=" + literal)
    return {word: frozenset(classes) for word, classes in found.items()}


def _signs(classes: dict[str, frozenset[str]]) -> dict[frozenset[str], str]:
    kinds = sorted({*classes.values(), *_number_kinds()}, key=sorted)
    return {members: chr(0x4E00 + i) for i, members in enumerate(kinds)}


def _spellings(signs: dict[str, str]) -> dict[str, str]:
    """A lookup that needs no lower-casing: each word in its three usual spellings."""
    found: dict[str, str] = {}
    for word, sign in signs.items():
        found |= {word: sign, word.capitalize(): sign, word.upper(): sign}
    return found


def _compile(name: str, pattern: str, by_class: dict[str, str]) -> re.Pattern[str]:
    out: list[str] = []
    for match in _items(pattern):
        kind, group, _, _, _, operator, _, space = match.groups()
        literal = _literal(match)
        if space:
            continue
        if kind:
            chars = by_class.get(kind)
            if not chars:
                raise CodebookError(f"codebook/dating/rules.yaml: rule {name!r} names no known class {kind!r}")
            out.append(f"[{chars}]")
        elif group:
            out.append(f"(?P<{group}>")
        elif literal is not None:
            out.append(f"[{by_class['=' + literal]}]")
        else:
            out.append("(?:" if operator == "(" else operator)
    try:
        return re.compile("".join(out))
    except re.error as error:
        raise CodebookError(f"codebook/dating/rules.yaml: rule {name!r}: {error}") from error
