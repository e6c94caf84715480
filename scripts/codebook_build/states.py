"""States: codes and names of the facts with our own names, demonyms, capitals, metonyms and regions."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from codebook_build.names import plain

REFERENTS = {
    "head_of_state": "head_of_state",
    "head_of_government": "head_of_government",
    "head_of_government_residence": "head_of_government",
    "head_of_state_residence": "head_of_state",
    "foreign_ministry": "/foreign_ministry",
    "defence_ministry": "/defence_ministry",
    "legislature": "/legislature",
    "intelligence": "/intelligence",
    "government": "",
    "military": "/military",
    "finance_ministry": "/ministry",
    "interior_ministry": "/ministry",
}


def build_states(facts: Path, own: Path) -> list[dict[str, str]]:
    """All states, by code; names, demonyms, capitals and regions are ours where `own/states.txt` has the state."""
    texts, fields = _texts(own / "states.txt"), read_fields(own / "state_fields.txt")
    metonyms = {code: rest[0] for code, rest in _lines(own / "metonyms.txt", 2)}
    with facts.open(encoding="utf-8", newline="") as lines:
        rows = {row["iso3"]: row for row in csv.DictReader(lines)}
    return [_state(rows[iso3], texts.get(iso3), fields.get(iso3, {}), metonyms.get(iso3, "")) for iso3 in sorted(rows)]


def _lines(path: Path, count: int) -> Iterator[tuple[str, list[str]]]:
    """Lines `ISO3 | cell | cell`."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        code, *cells = (cell.strip() for cell in line.split("|"))
        if len(cells) != count - 1 or not re.fullmatch("[A-Z]{3}", code):
            raise SystemExit(f"{path.name}:{number}: want {count} cells: {line}")
        yield code, cells


def _texts(path: Path) -> dict[str, dict[str, str]]:
    columns = ("names", "demonyms", "capitals", "regions")
    return {code: dict(zip(columns, cells, strict=True)) for code, cells in _lines(path, 5)}


def read_fields(path: Path) -> dict[str, dict[str, str]]:
    """Lines `ISO3 field: value`."""
    fields: dict[str, dict[str, str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            head, _, value = line.partition(": ")
            code, field = head.split()
            fields.setdefault(code, {})[field] = value.strip()
    return fields


def _state(row: dict[str, str], ours: dict[str, str] | None, fields: dict[str, str], metonyms: str) -> dict[str, str]:
    first, _, last = row["valid"].partition("-")
    cow = fields.get("cow", row["cow_numeric"])
    known = ours or {"names": row["name"], "demonyms": row["demonyms"], "capitals": "", "regions": ""}
    names = _latin([*known["names"].split(";"), row["name"], fields.get("official_name", row["official_name"])])
    return {
        "iso3": row["iso3"],
        "name": names[0],
        "official_name": fields.get("official_name", row["official_name"] or row["name"]),
        "names": ";".join(dict.fromkeys(name for each in names for name in (each, plain(each)))),
        "demonyms": known["demonyms"],
        "capitals": known["capitals"],
        "metonyms": _metonyms(
            row["metonyms"], metonyms, [*names, *row["capital"].split(";"), *known["capitals"].split(";")]
        ),
        "regions": known["regions"],
        "iso2": row["iso2"],
        "cow_alpha": fields.get("cow_alpha", row["cow_alpha"]),
        "cow": cow,
        "gw": fields.get("gw", cow),
        "first": fields.get("first", first),
        "last": fields.get("last", last),
        "crown": fields.get("crown", ""),
        "un_member": row["un_member"] or "0",
        "trust": "A",
        "source": " + ".join(filter(None, ["facts", "general knowledge" if ours else ""])),
    }


def _metonyms(facts: str, own: str, capitals: list[str]) -> str:
    found: dict[str, str] = {}
    for text in facts.split(";"):
        name, _, referent = text.partition("=")
        if referent in REFERENTS and name and plain(name) not in {plain(capital) for capital in capitals}:
            found[name] = REFERENTS[referent]
    for text in filter(None, own.split(";")):
        name, _, office = text.partition("=")
        if name.startswith("-"):
            found.pop(name[1:], None)
        else:
            found[name] = office
    return ";".join(
        f"{name}={office}" if office else name
        for name, office in sorted(found.items(), key=lambda pair: (pair[1], pair[0]))
    )


def _latin(names: list[str]) -> list[str]:
    return [name.strip() for name in names if re.fullmatch(r"[A-Za-z0-9 .,'’()&\-]+", plain(name.strip()))]
