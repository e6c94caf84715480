"""Organisations: the facts' rows with our own additions, one row a name."""

from __future__ import annotations

import csv
import re
from pathlib import Path

COLUMNS = ["name", "abbrev", "kind", "aliases", "seat", "cameo", "state", "members", "first", "last", "source"]
NOT_NAMES = re.compile(
    r"(?i)^(fund|brussels|eu leaders|world body|.*\bpresident\b.*"
    r"|the (27|28|twelve|fifteen|bloc|council|commission))$"
)


def build_organisations(facts: Path, own: Path) -> list[dict[str, str]]:
    """All organisations; a row of ours adds to the facts' row of the same name, or stands alone."""
    rows: dict[str, dict[str, str]] = {}
    with facts.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            rows[row["name"]] = _ours(row)
    with (own / "organisations.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            rows[row["name"]] = _joined(rows.get(row["name"]), row)
    for row in rows.values():
        row["aliases"] = ";".join(sorted(row["aliases"].split(";"), key=lambda alias: (len(alias), alias)))
    return [rows[name] for name in sorted(rows)]


def _ours(row: dict[str, str]) -> dict[str, str]:
    last = re.search(r"\(.*?(\d{4})\)", row["type"])
    aliases = [a.strip() for a in row["aliases"].split(";") if a.strip() and not NOT_NAMES.match(a.strip())]
    return dict.fromkeys(COLUMNS, "") | {
        "name": row["name"],
        "abbrev": row["abbrev"],
        "kind": re.sub(r"\(.*", "", row["type"]),
        "aliases": ";".join(aliases),
        "seat": row["seat_or_metonym"].split(";")[0],
        "cameo": row["cameo_code"],
        "last": last.group(1) if last else "",
        "source": "facts",
    }


def _joined(known: dict[str, str] | None, row: dict[str, str]) -> dict[str, str]:
    if known is None:
        return {**{column: row.get(column) or "" for column in COLUMNS}, "source": "general knowledge"}
    drop = {a[1:] for a in row["aliases"].split(";") if a.startswith("-")}
    add = [a for a in row["aliases"].split(";") if a and not a.startswith("-")]
    aliases = dict.fromkeys([*known["aliases"].split(";"), *add])
    changed = {column: row[column] for column in COLUMNS if row.get(column)}
    kept = ";".join(a for a in aliases if a and a not in drop)
    changed = {column: "" if value == "-" else value for column, value in changed.items()}
    return {**known, **changed, "aliases": kept, "source": known["source"] + " + general knowledge"}
