#!/usr/bin/env python3
"""Build the tables of `src/detente/codebook/data/` from the facts and our own additions.

    scripts/build_codebook.py [--facts ../shared/facts] [--out src/detente/codebook/data]

Our own additions are in `scripts/codebook_build/own/`; they say "general knowledge" as their source.
"""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from codebook_build.facts_rows import read_facts  # noqa: E402
from codebook_build.holders import join  # noqa: E402
from codebook_build.organisations import build_organisations  # noqa: E402
from codebook_build.states import build_states, read_fields  # noqa: E402
from codebook_build.terms import Term, read_terms  # noqa: E402

OWN = HERE / "codebook_build" / "own"
COLUMNS = [
    "office",
    "state",
    "first",
    "last",
    "person",
    "title",
    "organisation",
    "aliases",
    "open_as_of",
    "trust",
    "source",
]


def main() -> int:
    """Build, write, and print what was built."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--facts", type=Path, default=HERE.parent.parent / "shared" / "facts")
    parser.add_argument("--out", type=Path, default=HERE.parent / "src" / "detente" / "codebook" / "data")
    options = parser.parse_args()
    for name, rows in build(options.facts).items():
        write(options.out / name, rows)
        print(f"{name}: {len(rows)} rows")
    return 0


def build(facts: Path) -> dict[str, list[dict[str, str]]]:
    """All tables, by file name."""
    return {
        "states.csv": build_states(facts / "states.csv", OWN),
        "organisations.csv": build_organisations(facts / "organisations.csv", OWN),
        "holders.csv": [_row(term) for term in build_holders(facts / "office_holders.csv")],
    }


def build_holders(table: Path) -> list[Term]:
    """All terms of office, joined."""
    own = [term for path in sorted((OWN / "tenures").glob("*.txt")) for term in read_terms(path)]
    founded = {
        code: fields["first"] for code, fields in read_fields(OWN / "state_fields.txt").items() if "first" in fields
    }
    dropped = {tuple(line.split(" ", 2)) for line in (OWN / "dropped.txt").read_text(encoding="utf-8").splitlines()}
    return join(list(read_facts(table, founded, dropped)), own, read_spellings(OWN / "spellings.txt"))


def read_spellings(path: Path) -> dict[str, list[list[str]]]:
    """`ISO3 Name; other spelling; ...` lines: spellings of one person, the one to use first."""
    spellings: dict[str, list[list[str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            state, _, names = line.strip().partition(" ")
            spellings.setdefault(state, []).append([name.strip() for name in names.split(";")])
    return spellings


def write(path: Path, rows: list[dict[str, str]]) -> None:
    """Write one table, with the columns of its first row."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _row(term: Term) -> dict[str, str]:
    values = {name: getattr(term, name) for name in COLUMNS}
    return {**values, "aliases": ";".join(term.aliases)}


if __name__ == "__main__":
    sys.exit(main())
