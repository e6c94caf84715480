"""Titles and what stands round them: "Britain's former deputy foreign minister for Europe" as one group."""

from __future__ import annotations

from detente.model import Token
from detente.resolving.lexicon import Lexicon
from detente.resolving.scan import Mark
from detente.resolving.title_after import read_after
from detente.resolving.title_before import read_before
from detente.resolving.title_group import Group, at_home

LEADER_TITLES = frozenset({"leader", "ruler", "strongman", "dictator", "interim leader"})
"""Titles that say that someone leads a state, not in which office."""
HEADS = ("head_of_state", "head_of_government")
_NATIONAL = (
    *HEADS,
    "deputy_head_of_state",
    "deputy_head_of_government",
    "foreign_minister",
    "defence_minister",
    "minister",
)
"""Offices that the part of a state has too, and that are another's there."""
_LONGEST_REGION = 5
ELECTED = frozenset({"candidate", "governor", "legislator"})
_OF_STATES = ("head_of_state", "head_of_government", "head_of_organisation")


def read_group(
    tokens: list[Token], mark: Mark, marks: dict[int, Mark], ends: dict[int, Mark], lexicon: Lexicon
) -> Group:
    """The title at a mark with all that belongs to it on both sides."""
    entry = mark.one("title")
    assert entry is not None
    under = _is_under(tokens, mark)
    form = entry.form.partition(" ")[2] if under else entry.form
    group = Group(mark.first + under, mark.last, _head(tokens, mark), form, plural=entry.office == "plural")
    read_before(tokens, group, ends, lexicon)
    read_after(tokens, group, marks, lexicon)
    group.region = _is_of_region(tokens, group, lexicon)
    _from_province(tokens, group, lexicon)
    _from_party(tokens, group, mark, lexicon)
    owned = group.owner is not None and tokens[group.owner + 1].tag == "POS"
    if not group.states and group.organisation is None and not owned:
        group.states, group.organisation = (entry.state,) if entry.state else (), entry.organisation
        home = lexicon.codebook.organisation(entry.organisation) if entry.organisation else None
        at_home(group, home.state if home else None)
    return group


def _is_under(tokens: list[Token], mark: Mark) -> bool:
    """Whether people serve under somebody: "officials under Secretary of State X", not "Under Secretary X"."""
    return tokens[mark.first].text == "under" and tokens[mark.first + 1].text[0].isupper()


def _head(tokens: list[Token], mark: Mark) -> int:
    for i in range(mark.first, mark.last):
        if tokens[i].lower in ("of", "for", "to"):
            return i - 1
    return mark.last - 1


def _from_province(tokens: list[Token], group: Group, lexicon: Lexicon) -> None:
    """ "Ohio Attorney General X": a title of a land is one of the state that it is in."""
    if group.states or group.organisation or group.owner is not None:
        return
    floor = tokens[group.first].sentence.tokens[0].i
    for first in range(max(floor, group.first - 2), group.first):
        words = tokens[first : group.first]
        land = " ".join(t.lower for t in words)
        home = next((state for state, lands in lexicon.words.provinces.items() if land in lands), None)
        if home is not None and all(t.text[0].isupper() for t in words):
            group.states, group.first, group.region = (home,), first, True
            return


def _from_party(tokens: list[Token], group: Group, mark: Mark, lexicon: Lexicon) -> None:
    """ "GOP Sen. X", "Democratic Rep. Y": somebody elected, called after a party that only one state has."""
    if group.states or group.organisation:
        return
    floor = tokens[group.first].sentence.tokens[0].i
    before = {t.lower for t in tokens[max(floor, group.first - 1) : mark.first] if t.text[0].isupper()}
    home = next((state for state, parties in lexicon.words.party_words.items() if before & parties), None)
    if home is not None and office_of(group, lexicon, home) in ELECTED:
        group.states = (home,)


def _is_of_region(tokens: list[Token], group: Group, lexicon: Lexicon) -> bool:
    """Whether an office is one of a part of a state: "the president of Tatarstan", "the Turkish Cypriot leader"."""
    first = group.national
    if first is None or len(group.states) != 1:
        return False
    words = [t.lower for t in tokens[first : first + _LONGEST_REGION]]
    return any(" ".join(words[:n]) in lexicon.regions for n in range(1, len(words) + 1))


def office_of(group: Group, lexicon: Lexicon, state: str | None) -> str | None:
    """The office code that a group of words stands for; None where the title says too little."""
    words = lexicon.words
    party = group.organisation or state
    portfolio = " ".join(group.portfolio)
    title = f"{portfolio} {group.title}".strip()
    code: str | None = None
    parts = [f"{group.title} {of} {group.part_words}" for of in ("of the", "of")] if group.part_words else []
    of_part = next((codes[0] for words in parts if (codes := lexicon.offices_of(words, party))), None)
    if of_part is not None:
        return of_part
    if group.title in LEADER_TITLES:
        led = group.organisation or group.part or group.region
        return "party_leader" if led and not group.plural else None
    for wording in (title, group.title):
        codes = lexicon.offices_of(wording, party)
        if codes:
            code = codes[0]
            if code == "head_of_organisation" and group.organisation is None and "ambassador" in codes:
                code = "ambassador"
            break
    if group.part and code in _OF_STATES:
        return "legislator" if group.chamber else "official"
    if group.region and code in _NATIONAL:
        return "party_leader" if code in HEADS else "official"
    if code == "minister" and portfolio:
        code = next((c for c, names in words.portfolios.items() if portfolio in names), code)
    if group.deputy and code:
        code = words.deputy_of.get(code, code)
    if group.coming and code in ("head_of_state", "head_of_government"):
        code = f"{code}_elect"
    return code
