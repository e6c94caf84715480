"""What a reader of rules is given, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.dating.days import Days
from detente.dating.grammar import Grammar
from detente.model import Interval

DAY, WEEK, MONTH, YEAR = 1, 7, 31, 366
"""Grains: roughly how many days wide an expression is."""
WIDE = 500
"""Days from which on a report's day is too uncertain to count days, weeks or months from."""


@dataclass(frozen=True, slots=True)
class Found:
    """Days (None: nothing bounds them), TIMEX3 value, kind, grain; `absolute`: no report's day was needed."""

    days: Days | None
    value: str | None
    kind: str = "date"
    grain: int = DAY
    absolute: bool = False
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A phrase, read: its days, TIMEX3 value, the rule that read it and its kind (date, duration, set)."""

    interval: Interval | None
    value: str | None
    rule: str
    kind: str
    mod: str | None = None
    anaphoric: bool = False
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Words:
    """The kept words of a match, with the day that the reader counts from."""

    kept: dict[str, list[str]]
    grammar: Grammar
    day: date | None
    tense: str | None
    handed: bool = False
    """Whether the day was handed over with the report, and not read from its text."""

    @property
    def looks_ahead(self) -> bool:
        """Whether the clause speaks of what is to come ("near-": by a noun that hangs on such a verb)."""
        return self.tense in ("future", "near-future", "was-due")

    @property
    def looks_back(self) -> bool:
        """Whether the clause speaks of what has been."""
        return self.tense in ("past", "near-past", "over")

    def __contains__(self, name: str) -> bool:
        return name in self.kept

    def text(self, name: str) -> str:
        """The words kept under a name, joined; "" for none."""
        return " ".join(self.kept.get(name, ()))

    def look(self, name: str, table: str | None = None) -> int | str | None:
        """The first kept word that the class (by default of the same name) knows."""
        members = self.grammar.words[table or name]
        return next((members[w] for w in self.kept.get(name, ()) if w in members), None)

    def integer(self, name: str) -> int | None:
        """The first run of digits kept under a name."""
        return next((int(w) for w in self.kept.get(name, ()) if w.isdigit()), None)

    def month(self, name: str = "month") -> int | None:
        """A month's number, from its name or from digits."""
        value = self.look(name, "month")
        return int(value) if value is not None else self.integer(name)

    def ordinal(self, name: str = "ord") -> int | None:
        """ "third", "twenty-first", "21st"."""
        if (value := self.integer(name)) is not None:
            return value
        tens, ordinal = self.look(name, "tens"), self.look(name, "ordinal")
        return None if ordinal is None else int(ordinal) + int(tens or 0)

    def count(self, name: str = "n") -> float | None:
        """ "two", "twenty-five", "a couple of", "2 1/2", "a dozen", "half"."""
        words = self.kept.get(name, [])
        digits = [int(w) for w in words if w.isdigit()]
        table = self.grammar.words
        scale = {"couple": 2, "dozen": 12, "score": 20}
        value: float = next((scale[w] for w in words if w in scale), 0)
        if value:
            return value / 2 if "half" in words else value
        if len(digits) == 3:
            value = digits[0] + digits[1] / max(digits[2], 1)
        elif len(digits) == 2:
            value = float(f"{digits[0]}.{digits[1]}")
        elif digits:
            value = digits[0]
        else:
            value = sum(table["tens"].get(w, 0) for w in words)
            value += next((table["number"][w] for w in reversed(words) if w in table["number"] and w != "a"), 0)
            value = value or ("a" in words)
        return value + 0.5 * ("half" in words) + 0.25 * ("quarter" in words)
