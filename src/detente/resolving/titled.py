"""Titles, each with the name beside it where there is one, as mentions of persons and offices."""

from __future__ import annotations

from detente.model import Party, Sentence
from detente.resolving.belonging import past_party
from detente.resolving.finder import Finder
from detente.resolving.homonyms import land_at
from detente.resolving.names import run_at
from detente.resolving.persons import add_person, fits_person, owner_state, reigning
from detente.resolving.scan import Mark
from detente.resolving.title_group import Group
from detente.resolving.title_names import SPOUSES, name_beside, whose_kin
from detente.resolving.titles import LEADER_TITLES, office_of, read_group

_BARE = frozenset({"deputy", "chair", "aide", "head", "chief", "director", "member"})
POINTING = frozenset({"official", "diplomat", "envoy", "adviser", "legislator", "governor", "general"})
"""Vague offices that can stand for somebody whom the report has told of before ("the official added")."""
_DOING = frozenset({"VB", "VBP", "VBD"})
"""Tags of a title's first word that is none: "will head for the border"."""
VAGUE = frozenset({"official", "adviser", "diplomat", "envoy", "general", "head_of_organisation", "judge", "candidate",
                   "opposition_leader", "legislator", "governor", "mayor"})  # fmt: skip
"""Offices of which a state has many: a title alone names nobody unless a nationality makes it an act of the state."""


def find_titled(finder: Finder, sentence: Sentence) -> None:
    """Add the titles of a sentence, with names before or after them, as mentions."""
    last: Group | None = None
    for token in sentence.tokens:
        mark = finder.marks.get(token.i)
        if mark is None or finder.taken[token.i]:
            continue
        entry = mark.one("title")
        if entry is None or entry.form in finder.lexicon.words.bodies or token.tag in _DOING:
            continue
        if token.lower == "premier" and _is_league(finder, mark.last):
            continue
        if mark.one("person", "surname") and not (_is_of_state(finder, mark) or _is_before_sovereign(finder, mark)):
            continue
        group = read_group(finder.tokens, mark, finder.marks, finder.ends, finder.lexicon)
        if any(finder.taken[group.first : group.last]) or _is_from_home(finder, group):
            continue
        before, earlier = _joined_to(finder, group, last), last
        last = group
        if group.plural:
            _add_plural(finder, group)
            continue
        name = name_beside(finder, group, sentence)
        if name is None:
            _add_office(finder, group)
        elif (kin := whose_kin(finder, group, name)) is not None:
            _add_office(finder, group)
            states = group.states if kin.lemma not in SPOUSES else ()
            whose = Group(*name, name[1] - 1, kin.lemma, states=states, organisation=group.organisation)
            add_person(finder, *name, whose)
        else:
            if before is not None and name[0] >= group.last:
                _absorb(finder, before, group)
            elif earlier is not None and name[0] >= group.last:
                _explain(finder, earlier, group, name)
            add_person(finder, *name, group)


def _is_league(finder: Finder, i: int) -> bool:
    """ "The Premier League", "the Premier Division"."""
    return i < len(finder.tokens) and finder.tokens[i].text in ("Division", "League")


def _is_from_home(finder: Finder, group: Group) -> bool:
    """Whether a colleague may be one of his own land ("his colleague"), unlike "his Peruvian colleague"."""
    if group.title != "colleague":
        return False
    nation = finder.marks.get(group.national) if group.national is not None else None
    return nation is None or nation.one("demonym", "state") is None or group.former


def _is_of_state(finder: Finder, mark: Mark) -> bool:
    """Whether a title that is a surname too says of which state it is: "the King of Norway", not "Ann King of Ohio"."""
    tokens = finder.tokens
    i = mark.last + 1
    if i >= len(tokens) or tokens[mark.last].lower != "of" or (mark.first and tokens[mark.first - 1].pos == "PROPN"):
        return False
    following = finder.marks.get(i) or (finder.marks.get(i + 1) if tokens[i].lower == "the" else None)
    return following is not None and following.one("state") is not None


def _is_before_sovereign(finder: Finder, mark: Mark) -> bool:
    """Whether a title that is a surname too stands before the name of one who reigned with it ("King Felipe")."""
    tokens, last = finder.tokens, mark.last
    if last >= len(tokens) or tokens[last].sentence is not tokens[mark.first].sentence:
        return False
    i = mark.first - 1
    given = i >= tokens[last].sentence.tokens[0].i and tokens[i].pos == "PROPN" and i not in finder.marks
    return not given and bool(reigning(finder, last, tokens[last].text, ()))


def _joined_to(finder: Finder, group: Group, before: Group | None) -> Group | None:
    """The title of a state that "and" joins to this one, which lends it its state; None where there is none.

    Both are one person's only where neither has an article ("Dutch Finance Minister and Deputy Prime Minister X").
    """
    if before is None or group.states or group.organisation or group.plural or group.owner or group.definite:
        return None
    tokens = finder.tokens
    if before.last != group.first - 1 or tokens[before.last].lower != "and" or not before.states:
        return None
    group.states, group.nations = before.states, list(before.nations)
    titled = all(tokens[g.head].text[0].isupper() for g in (before, group))
    free = finder.mentions and finder.mentions[-1].kind == "office" and finder.mentions[-1].tokens[0] == before.first
    return before if titled and free and not before.definite else None


def _explain(finder: Finder, before: Group, group: Group, name: tuple[int, int]) -> None:
    """Let "Mali's chief negotiator, deputy foreign minister X" be one person, under the second office."""
    tokens = finder.tokens
    mention = finder.mentions[-1] if finder.mentions else None
    if mention is None or mention.kind != "office" or mention.tokens != (before.first, before.last):
        return
    if before.last != group.first - 1 or tokens[before.last].text != "," or group.definite or not before.states:
        return
    ends = tokens[name[0] : name[1]]
    if group.states or group.organisation or not any(t.dep == "appos" and t.head.i == before.head for t in ends):
        return
    finder.mentions.pop()
    finder.taken[before.first : before.last] = bytes(before.last - before.first)
    group.first, group.states, group.nations = before.first, before.states, list(before.nations)


def _absorb(finder: Finder, before: Group, group: Group) -> None:
    """Make two titles of one person one group, under the office of the first."""
    finder.mentions.pop()
    finder.taken[before.first : before.last] = bytes(before.last - before.first)
    group.first, group.head, group.title = before.first, before.head, before.title
    group.portfolio, group.deputy = before.portfolio, before.deputy


def _add_office(finder: Finder, group: Group) -> None:
    """A title alone: a mention of kind "office" where it says enough to be somebody."""
    lexicon = finder.lexicon
    office = office_of(group, lexicon, group.state)
    party = group.state or group.organisation
    if office is None and party is None and group.definite and not group.portfolio and not group.deputy:
        office, _ = lexicon.homes_of(group.title)
    rank = group.title in lexicon.words.honorifics and office not in ("head_of_state", "legislator")
    if rank or (group.title in _BARE and party is None):
        return
    if (
        office is None
        and not (party and group.title in LEADER_TITLES)
        and group.title not in lexicon.words.facing_titles
    ):
        return
    alone = party is None and not group.portfolio and group.last - group.first == 1
    points_back = group.definite and (group.title == "secretary" or (alone and office in POINTING))
    if office in VAGUE and not points_back and (party is None or finder.tokens[group.head].dep in ("compound", "nmod")):
        return
    span = finder.span(group.first, group.last)
    organisation = None if group.state and office == "ambassador" else group.organisation
    served = party is None and group.last > group.head + 2 and finder.tokens[group.head + 1].lower in ("for", "to")
    state = owner_state(finder, group.last - 1) if served else group.state  # "a spokesman for X"
    finder.add(
        "office",
        group.first,
        group.last,
        group.head,
        (Party(state, organisation, None, office, (span,), "title"),),
        former=group.former,
    )


def _add_plural(finder: Finder, group: Group) -> None:
    """ "Presidents A and B" as persons; "the French and German ministers" as one mention of several parties."""
    tokens = finder.tokens
    office = office_of(group, finder.lexicon, group.nations[0] if group.nations else None)
    end = tokens[group.head].sentence.tokens[-1].i + 1
    last = run_at(tokens, group.last, finder.marks, finder.lexicon) if group.last < end else group.last
    if last > group.last and fits_person(finder, group.last, last) and office is not None:
        _add_listed(finder, group, last, end)
        return
    faced = group.title in finder.lexicon.words.facing_titles and bool(group.nations)
    if office in VAGUE or (office is None and not faced and group.title not in LEADER_TITLES):
        return
    span = finder.span(group.first, group.last)
    parties = tuple(
        Party(state, None, None, office, (span,), "title") for state in dict.fromkeys(reversed(group.nations))
    )
    home = group.state if group.homed else None  # "Taliban leaders"
    parties = parties or (Party(home, group.organisation, None, office, (span,), "title"),)
    finder.add("office", group.first, group.last, group.head, parties, former=group.former, plural=True)


def _add_listed(finder: Finder, group: Group, last: int, end: int) -> None:
    """The names that follow a plural title, each with the office; and its own state, or of many holders the same."""
    tokens = finder.tokens
    first = group.last
    shared = len(group.nations) == 1 and office_of(group, finder.lexicon, group.nations[0]) in VAGUE
    states = tuple(group.nations) if shared else ()
    group.states, group.nations = (), []
    while last > first and fits_person(finder, first, last):
        of_land = last + 1 < end and tokens[last].lower == "of"
        land, past = land_at(tokens, last + 1, finder.lexicon.words) if of_land else (None, last)
        homes = (land,) if land is not None and not states else states  # "Senators X of Ohio and Y of Iowa"
        own = Group(first, last, group.head, group.title, states=homes, former=group.former, portfolio=group.portfolio)
        add_person(finder, first, last, own)
        first = past if land is not None else past_party(finder, last)
        while first < end and tokens[first].lower in ("and", ",", "of"):
            first += 1
            mark = finder.marks.get(first)
            if mark is not None and mark.one("state") and tokens[first - 1].lower == "of":
                first = mark.last
        last = run_at(tokens, first, finder.marks, finder.lexicon) if first < end else first
