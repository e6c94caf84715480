"""What tells lines apart: the word lists of the codebook, ready for looking up."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml

from detente.model import CodebookError, LineKind

KINDS: tuple[LineKind, ...] = ("caption", "advert", "footer", "byline", "navigation")
"""The kinds a line shows by its own words; the first that fits is taken."""
LOOK = 300
"""Characters at either end of a line that are looked at: what a line is shows there, and it keeps reading linear."""
_BRIEF = 70
_ENUMERATED = re.compile(r"\(?\d{1,3}[.)] +")
_EDGE = " \t\xa0\u200b\ufeff*•·-–—_|:;.,!?[]()\"'“”‘’>»…⦁●▪■►▶→"


@dataclass(frozen=True)
class Signs:
    """The signs of one kind of line."""

    whole: frozenset[str]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    holds: tuple[str, ...]
    labels: tuple[str, ...]
    brief: tuple[str, ...]
    cased: tuple[str, ...]

    def match(self, bare: str, raw: str, text: str, sentence: bool) -> bool:
        """Whether a line is of this kind: its `text`, the same in lower case (`raw`), and without marks (`bare`)."""
        return (
            bare in self.whole
            or _begins(bare, self.starts)
            or _begins(raw, self.starts)
            or bare.endswith(self.ends)
            or text.startswith(self.cased)
            or any(sign in raw for sign in self.holds)
            or (len(raw) < _BRIEF and any(sign in raw for sign in self.brief))
            or _begins(bare, self.labels, None if not sentence else ":")
        )


@dataclass(frozen=True)
class LineSigns:
    """All that `codebook/reading/lines.yaml` knows."""

    kinds: dict[LineKind, Signs]
    openers: frozenset[str]
    blocks: dict[LineKind, tuple[str, ...]]
    reader: frozenset[str]
    asks: frozenset[str]
    helps: frozenset[str]
    months: frozenset[str]
    date_words: frozenset[str]
    agencies: frozenset[str]


@functools.cache
def line_signs() -> LineSigns:
    """The signs of the codebook, read once a process.

    Raises: CodebookError where the file is not of its form.
    """
    table = _load("lines.yaml")
    try:
        kinds = {kind: _signs(table[kind]) for kind in KINDS}
        return LineSigns(
            kinds=kinds,
            openers=frozenset(table["openers"]),
            blocks={kind: tuple(words) for kind, words in table["blocks"].items()},
            reader=frozenset(table["appeal"]["reader"]),
            asks=frozenset(table["appeal"]["asks"]),
            helps=frozenset(table["appeal"]["helps"]),
            months=frozenset(table["months"]),
            date_words=frozenset(table["months"]) | frozenset(table["weekdays"]) | frozenset(table["date_words"]),
            agencies=frozenset(table["agencies"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise CodebookError(f"codebook/reading/lines.yaml: {error!r}") from error


@functools.cache
def english_words() -> frozenset[str]:
    """The commonest words of English."""
    return frozenset(_load("english.yaml")["words"])


@functools.cache
def foreign_words() -> frozenset[str]:
    """The commonest words of other languages, without those that are English too."""
    return frozenset(_load("english.yaml")["others"]) - english_words()


def bare(text: str) -> str:
    """A line in lower case, quotes straightened, blanks joined, without the marks around it.

    >>> bare("• Read  More: ")
    'read more'
    """
    plain = raw(text).strip(_EDGE)
    number = _ENUMERATED.match(plain)
    return plain[number.end() :] if number else plain


def raw(text: str) -> str:
    """The ends of a line in lower case, apostrophes straightened, blanks joined."""
    if len(text) > 2 * LOOK:
        text = f"{text[:LOOK]} \x1f {text[-LOOK:]}"
    return " ".join(text.lower().replace("’", "'").replace("`", "'").split())


def _signs(table: dict[str, list[str]]) -> Signs:
    names = ("whole", "starts", "ends", "holds", "labels", "brief", "cased")
    parts = {name: tuple(str(word) for word in table.get(name, ())) for name in names}
    whole = frozenset(parts.pop("whole"))
    return Signs(whole, **parts)


def _begins(text: str, starts: tuple[str, ...], mark: str | None = None) -> bool:
    """Whether the text begins with one of these at a word's edge (followed by `mark`, where given)."""
    if not text.startswith(starts):
        return False
    for start in starts:
        if text.startswith(start):
            after = text[len(start) : len(start) + 1]
            if after == mark if mark else not (after.isalnum() and start[-1].isalnum()):
                return True
    return False


def _load(name: str) -> dict[str, Any]:
    try:
        table = yaml.safe_load((files("detente.codebook") / "reading" / name).read_text("utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise CodebookError(f"codebook/reading/{name}: {error}") from error
    if not isinstance(table, dict):
        raise CodebookError(f"codebook/reading/{name}: not a table")
    return table
