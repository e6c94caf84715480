"""States: codes and names of the facts with our own names, demonyms, capitals, metonyms and regions."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from codebook_build.names import plain

COLUMNS = (
    "iso3 name official_name names demonyms capitals metonyms regions iso2 cow_alpha cow gw first last un_member trust source"
).split()
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
    """All states, by code; what `own/states.txt` says stands before the facts."""
    additions = read_additions(own / "states.txt")
    rows = {}
    with facts.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            rows[row["iso3"]] = _state(row, additions.pop(row["iso3"], {}))
    for iso3, extra in additions.items():
        rows[iso3] = _state({"iso3": iso3, "name": extra["names"].split(";")[0]}, extra)
    return [rows[iso3] for iso3 in sorted(rows)]


def read_additions(path: Path) -> dict[str, dict[str, str]]:
    """Lines `ISO3 field: a;b;c`; `names: ...` and the like replace or add as `_state` says."""
    additions: dict[str, dict[str, str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        match = re.fullmatch(r"([A-Z]{3}) (\w+): (.+)", line.strip())
        if match is None:
            raise SystemExit(f"{path.name}: cannot be read: {line}")
        iso3, field, value = match.groups()
        additions.setdefault(iso3, {})[field] = value
    return additions


def _state(row: dict[str, str], extra: dict[str, str]) -> dict[str, str]:
    get = lambda column: row.get(column) or ""  # noqa: E731
    years = get("valid").split("-") if get("valid") else ["", ""]
    cow = extra.get("cow", get("cow_numeric"))
    return {
        "iso3": row["iso3"],
        "name": extra.get("name", get("name")),
        "official_name": extra.get("official_name", get("official_name") or get("name")),
        "names": _names(row, extra),
        "demonyms": _demonyms(get("demonyms"), extra.get("demonyms", "")),
        "capitals": extra.get("capitals", ";".join(_latin(get("capital").split(";")))),
        "metonyms": _metonyms(get("metonyms"), extra.get("metonyms", ""), get("capital").split(";")),
        "regions": extra.get("regions", ""),
        "iso2": get("iso2"),
        "cow_alpha": extra.get("cow_alpha", get("cow_alpha")),
        "cow": cow,
        "gw": extra.get("gw", cow),
        "first": extra.get("first", years[0]),
        "last": extra.get("last", years[1]),
        "un_member": extra.get("un_member", get("un_member")) or "0",
        "trust": "A" if get("iso3") and get("source") else "K",
        "source": " + ".join(filter(None, ["facts" if get("source") else "", "general knowledge" if extra else ""])),
    }


def _names(row: dict[str, str], extra: dict[str, str]) -> str:
    found = [extra.get("name", row["name"]), row["name"], row.get("official_name") or ""]
    if "names" in extra:
        found += extra["names"].split(";")
    else:
        found += [name for name in (row.get("alt_names") or "").split(";") if "," not in name]
    found += [plain(name) for name in found]
    drop = set(extra.get("not", "").split(";"))
    return ";".join(dict.fromkeys(name for name in _latin(found) if name and name not in drop))


def _demonyms(facts: str, own: str) -> str:
    words = own.split(";") if own else facts.split(";")
    plurals = [word + "s" for word in words if re.search(r"(an|i|ian|ot|er|ar|o|k|ene)$", word) and not own]
    return ";".join(dict.fromkeys(word for word in [*words, *plurals] if word))


def _metonyms(facts: str, own: str, capitals: list[str]) -> str:
    found: dict[str, str] = {}
    for text in facts.split(";"):
        name, _, referent = text.partition("=")
        if referent in REFERENTS and name and name not in capitals:
            found[name] = REFERENTS[referent]
    for text in filter(None, own.split(";")):
        name, _, office = text.partition("=")
        if name.startswith("-"):
            found.pop(name[1:], None)
        else:
            found[name] = office
    return ";".join(f"{name}={office}" if office else name for name, office in found.items())


def _latin(names: list[str]) -> list[str]:
    return [name.strip() for name in names if re.fullmatch(r"[A-Za-z0-9 .,'’()&\-]+", plain(name.strip()))]
