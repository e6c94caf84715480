"""Floors under the figures: they may only rise, and only by a commit that anyone can read."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from detente.evaluation.shared import Measured

FLOORS = Path(__file__).with_name("floors.toml")


def load_floors(path: Path = FLOORS) -> dict[str, Any]:
    """The floors by set: `at_least` and `at_most` tables of figures, and the corpus digest they were measured on."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def breaches(measured: Measured, floors: dict[str, Any]) -> list[str]:
    """One line for each figure of this set that is worse than its floor, or that is not there.

    >>> breaches(Measured(name="x", figures={"f1": 0.4}), {"x": {"at_least": {"f1": 0.5}}})
    ['x: f1 is 0.4, its floor is 0.5']
    """
    wanted = floors.get(measured.name, {})
    found = []
    for word, sign in (("at_least", 1), ("at_most", -1)):
        for figure, floor in wanted.get(word, {}).items():
            value = measured.figures.get(figure)
            if value is None or (value - floor) * sign < 0:
                limit = "floor" if sign > 0 else "ceiling"
                found.append(f"{measured.name}: {figure} is {value}, its {limit} is {floor}")
    return found


def corpus_note(measured: Measured, floors: dict[str, Any]) -> str | None:
    """A warning where the corpus is not the one the floors were measured on."""
    known = floors.get(measured.name, {}).get("digest")
    if known and measured.digest and known != measured.digest:
        return f"{measured.name}: corpus {measured.digest} is not the one of the floors ({known})"
    return None


def raised(floors: dict[str, Any], measured: Measured) -> dict[str, Any]:
    """The floors with those of this set brought up (ceilings down) to what is reached; none is ever relaxed.

    >>> raised({"x": {"at_least": {"f1": 0.5, "r": 0.9}}}, Measured(name="x", figures={"f1": 0.61239, "r": 0.8}))["x"]
    {'digest': None, 'at_least': {'f1': 0.612, 'r': 0.9}}
    """
    mine = floors.get(measured.name)
    if mine is None:
        return floors
    found = {"digest": measured.digest or mine.get("digest")}
    for word, better in (("at_least", max), ("at_most", min)):
        if word in mine:
            figures = {name: better(old, _cut(measured.figures.get(name), old)) for name, old in mine[word].items()}
            found[word] = figures
    return {**floors, measured.name: found}


def write_floors(floors: dict[str, Any], path: Path = FLOORS) -> None:
    """Write the floors, the comment at the head of the file kept."""
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    parts = ["\n".join(head)]
    for name, mine in floors.items():
        lines = [f"[{name}]"] + ([f'digest = "{mine["digest"]}"'] if mine.get("digest") else [])
        for word in ("at_least", "at_most"):
            if word in mine:
                lines += ["", f"[{name}.{word}]", *(f'"{key}" = {value}' for key, value in mine[word].items())]
        parts.append("\n".join(lines))
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _cut(value: float | int | None, old: float | int) -> float | int:
    """Thousandths, rounded down; the old floor where there is no figure."""
    if value is None:
        return old
    return value if isinstance(value, int) else int(value * 1000) / 1000
