"""The rows of the facts, in our form: office codes, plain titles, names without ornaments, known errors mended."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from codebook_build.names import is_name, key, plain, tidy
from codebook_build.terms import Term

OFFICES = {
    "other:ambassador": "ambassador",
    "other:permanent_representative": "ambassador",
    "other:deputy_head_of_government": "deputy_head_of_government",
    "other:vice_president": "deputy_head_of_state",
    "other:junior_foreign_minister": "junior_minister",
    "other:junior_defence_minister": "junior_minister",
    "other:governor_general": "governor_general",
    "other:national_security_adviser": "national_security_adviser",
    "other:intelligence_chief": "head_of_intelligence",
    "other:national_security_council": "official",
    "other:party_leader": "party_leader",
    "other:foreign_secretary_civil_servant": "official",
    "other:un_secretary_general": "secretary_general",
    "other:un_deputy_secretary_general": "deputy_secretary_general",
}
STATES = {"KSV": "XKX"}
INTERNATIONAL = (
    (r"Director-General of the World Trade Organization", "World Trade Organization", "head_of_organisation"),
    (r"President of the International Court of Justice", "International Court of Justice", "head_of_organisation"),
    (r"president of the Parliamentary Assembly", "Council of Europe", "legislator"),
    (r"OSCE High Commissioner", "Organization for Security and Co-operation in Europe", "special_envoy"),
    (r"Under-Secretary-General", "United Nations", "deputy_secretary_general"),
    (r"Deputy Secretary-General", "United Nations", "deputy_secretary_general"),
    (r"Secretary-General of the United Nations", "United Nations", "secretary_general"),
)
NOT_THE_OFFICE = (
    (r"Defen[cs]e (Industry|Production|Procurement)|Legal Defense|Cooperation$", "minister"),
    (r"^Head of the Office of", "chief_of_staff"),
)
TITLES = (
    (r"^Prime ministers?\b.*", "Prime Minister"),
    (r"^Presidents?\b(?! of the (International|Parl)).*", "President"),
    (r"^Kings?$", "King"),
    (r"^Governors-general.*", "Governor-General"),
    (r"^Permanent Representative to the UN\b.*", "Permanent Representative to the United Nations"),
    (r"^Min\. ", "Minister "),
    (r"(?i)^ambassador to the (US|United States of America)\b.*", "Ambassador to the United States"),
    (r"^ambassador", "Ambassador"),
    (r"General secretaries of the communist party", "General Secretary of the Communist Party"),
    (r"Chairmen of the council of people's commissars", "Chairman of the Council of Ministers"),
    (r"Chairm[ae]n of the supreme soviet", "President"),
    (r"^Kings \(.*", "King"),
    (r"^Chairmen", "Chairman"),
    (r"^Heads", "Head"),
    (r"^Emirs.*", "Emir"),
    (r"^Sultans.*", "Sultan"),
    (r"^Monarchs?$", "Monarch"),
    (r"(?i) the Russian Federation$", " Russia"),
    (r"(?i) the Islamic Republic of Iran$", " Iran"),
    (r"(?i) the Republic of Korea$", " South Korea"),
    (r"(?i) the People's Republic of China$", " China"),
)


def read_facts(path: Path, founded: dict[str, str], dropped: set[tuple[str, ...]]) -> Iterator[Term]:
    """Usable rows of `office_holders.csv`.

    Left out: effective leaders by surname (D), rows whose source ends too early (X), terms from before the state was
    founded (they belong to its predecessor), and `dropped` (party, office, person): wrong in the source.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["trust"] in "DX" or not (row["from"] or row["to"]):
                continue
            term = _term(row)
            if term is None or not _sound(term) or (term.party, term.office, term.person) in dropped:
                continue
            if not term.last or term.last > founded.get(term.state, ""):
                yield term


def _term(row: dict[str, str]) -> Term | None:
    person = tidy(row["person"])
    state, organisation, office = _where(row)
    if not office or (not is_name(person) and not (office == "head_of_state" and is_name(f"{person} I"))):
        return None
    aliases = tuple(dict.fromkeys(tidy(a) for a in row["aliases"].split(";") if is_name(tidy(a))))
    return Term(
        person=person,
        aliases=tuple(a for a in aliases if key(a) != key(person)),
        state=state,
        organisation=organisation,
        office=office,
        title=_title(row["title"]),
        first=row["from"],
        last=row["to"],
        open_as_of="" if row["to"] else row["open_as_of"],
        source=_source(row["source"]),
        trust=row["trust"],
    )


def _where(row: dict[str, str]) -> tuple[str, str, str]:
    if row["country_iso3"] == "UN":
        for pattern, organisation, office in INTERNATIONAL:
            if re.match(pattern, row["title"]):
                return "", organisation, office
        return "", "", ""
    office = OFFICES.get(row["office"], row["office"])
    for pattern, other in NOT_THE_OFFICE:
        if re.search(pattern, row["title"]):
            office = other
    return STATES.get(row["country_iso3"], row["country_iso3"]), "", "" if ":" in office else office


def _title(title: str) -> str:
    for pattern, title_of_ours in TITLES:
        title = re.sub(pattern, title_of_ours, title)
    title = " ".join(re.split("[,;]", plain(title))[0].rstrip("_ ").split()[:8])
    return title[:1].upper() + title[1:]


def _source(source: str) -> str:
    short = re.sub(
        r"CountryInfo/|every-politician-scrapers/\S+ \((?=Wikidata)| 4\.1| 2021-03| Liste der.*?\)|(?<=Wikidata)\)",
        "",
        source,
    )
    parts = dict.fromkeys(part.strip() for part in short.split(" + ") if "Phoenix" not in part)
    return " + ".join(parts) or "Phoenix"


def _sound(term: Term) -> bool:
    dates = [date for date in (term.first, term.last) if date]
    readable = all(re.fullmatch(r"[12]\d{3}(-[01]\d(-[0-3]\d)?)?", date) for date in dates)
    return readable and (len(dates) < 2 or term.first <= term.latest)
