"""Persons by their names: in full, with a nationality and a plain noun, or by a short form given before."""

from __future__ import annotations

from detente.model import Party, Sentence
from detente.resolving.bearing import sovereigns
from detente.resolving.belonging import agency_head, belonging, nation_after, nation_before, party_home
from detente.resolving.finder import Finder, Named, Row, terms_of, top
from detente.resolving.fold import fold_key
from detente.resolving.lexicon import Person
from detente.resolving.names import bearers, run_at, surname_forms, unglued
from detente.resolving.title_group import Group
from detente.resolving.titles import office_of

_LONGEST = 5
_FULL = 2
_WITH_GIVEN = frozenset({"sir", "dame", "lord", "king", "queen", "prince", "princess", "sheikh", "emperor", "emir"})
_ROYAL = frozenset({"king", "queen", "emperor", "empress", "sultan", "emir"})
_LAWMAKERS = frozenset({"senator", "sen", "rep", "congressman", "congresswoman"})
_SECRETARIES = frozenset({"foreign_minister", "defence_minister", "minister"})
_REGNAL = _ROYAL | {"prince", "princess", "pope"}
_SOVEREIGN = _ROYAL - {"sultan"}


_SENIOR = frozenset({"sr", "sr.", "senior"})
JUNIOR = frozenset({"jr", "jr.", "junior", "sr", "sr.", "ii", "iii"})


def is_junior(named: Named) -> bool:
    """Whether a person is told from an elder of the same name ("X Y Jr.")."""
    return named.name.rsplit(" ", 1)[-1].lower() in JUNIOR - _SENIOR


def fits_person(finder: Finder, first: int, last: int) -> bool:
    """Whether a run of name words can be a person: no institution, place or day."""
    words = finder.lexicon.words
    tokens = finder.tokens
    mark = finder.marks.get(first)
    if mark is not None and mark.last >= last:
        if not mark.one("person", "surname"):
            return False
        if mark.one("person") and mark.last > first + 1:
            return True
    ending = finder.ends.get(last - 1)
    if ending is not None and ending.first > first and ending.one("organisation", "metonym"):
        return False
    return tokens[last - 1].lower.strip(".") not in words.not_names


def add_person(finder: Finder, first: int, last: int, group: Group | None) -> None:
    """A name, with the title beside it where there is one, as one mention; remembered for its short forms."""
    start, end = (min(first, group.first), max(last, group.last)) if group else (first, last)
    name_first = _skip_honorifics(finder, first, last)
    place = finder.marks.get(name_first)
    if place is not None and name_first > first and place.last == last and place.one("state", "capital"):
        return
    name = unglued(finder.words(name_first, last), finder.lexicon)
    states, organisation, homed = _whose(finder, group, first, last)
    states = _where_held(finder, group, name, states)
    known = _same_office(finder, finder.known(name_first, last), name, group)
    if not known and finder.tokens[name_first - 1].lower in _WITH_GIVEN and name_first > first:
        known = finder.given.get(fold_key(name), [])
    if not known and last == name_first + 2 and finder.tokens[last - 1].lower in JUNIOR:
        known = finder.known(name_first, last - 1) or finder.given.get(fold_key(finder.tokens[name_first].text), [])
        known = [k for k in known if is_junior(k) is (finder.tokens[last - 1].lower not in _SENIOR)]
    if known and name_first > first and finder.tokens[name_first - 1].lower in _REGNAL:
        known = [k for k in known if fold_key(k.name).split()[0] == fold_key(name).split()[0]]
    style = finder.tokens[first].lower.strip(".") if name_first > first else group.title if group else ""
    known = _so_styled(finder, style, name, known)
    known = [k for k in known if _goes_with(finder, style, k.name)] or known  # "Mrs X" is not her husband
    people = list({id(p): p for k in known for p in k.people if homed or not states or p.state in states}.values())
    reigned: list[Person] | None = None
    if not people and not (known and " " not in name.strip() and not states):
        reigned = reigning(finder, name_first, name, () if homed else states) if name_first > start else None
        people = reigned or []
        if reigned is None:
            people = _bearers(finder, style, name, () if homed else states, organisation)
    if style in _LAWMAKERS:
        people = [p for p in people if p.state == "USA"]
    state = states[0] if len(states) == 1 else None
    faced = group is not None and group.title in finder.lexicon.words.facing_titles
    if group is not None and state is None and organisation is None and not faced:
        state = owner_state(finder, group.owner) if group.owner is not None else _served_state(finder, group)
    state = state or (party_home(finder, last) if organisation is None else None)
    office = None
    if group is not None and group.title:
        office = office_of(group, finder.lexicon, state or organisation or only_state(people))
        office = None if office == "head_of_organisation" and organisation is None else office
        office = "legislator" if _is_of_congress(finder, group, first, state) else office
        office = office or ("head_of_state" if reigned else None)
    name, state, office, organisation = merge_named(known, name, state, office, organisation)
    span = finder.span(start, end)
    person = Named(name, people, state, organisation, office, bool(group and group.former), name_first)
    if not known and group is not None and office and people and " " not in name:
        finder.introduced.setdefault(fold_key(name), []).append(person)
    if len(name.split()) > 1 or "-" in name:
        for form in surname_forms(name, people, state):
            finder.named.setdefault(form, []).append(person)
        finder.given.setdefault(fold_key(name.split()[0]), []).append(person)
    party = Party(state, organisation, name, office, (span,), "name")
    head = top(finder.tokens, name_first, last)
    finder.add("person", start, end, head, (party,), terms_of(people), former=person.former)


def _is_of_congress(finder: Finder, group: Group, first: int, state: str | None) -> bool:
    """Whether "Representative X" is a legislator: no "special representative X", none of another state."""
    if group.title != "representative" or first < group.last or group.organisation or state not in (None, "USA"):
        return False
    alone = group.head == group.first or group.head - 1 in finder.ends
    return alone and finder.tokens[group.head].text[0].isupper()


def reigning(finder: Finder, first: int, name: str, states: tuple[str, ...]) -> list[Person] | None:
    """Those whom a title of those who reign before a name can mean ("King Hussein"); None without such a title."""
    title = finder.tokens[first - 1].lower
    return sovereigns(title, fold_key(name), states, finder.lexicon) if title in _SOVEREIGN else None


def _whose(finder: Finder, group: Group | None, first: int, last: int) -> tuple[tuple[str, ...], str | None, bool]:
    """States and organisation of somebody named, by the words beside the name; whether the state is only a home."""
    if group is not None and (group.states or group.organisation or group.owner is not None):
        return group.states, group.organisation if group.homed or not group.states else None, group.homed
    states, organisation = belonging(finder, last)
    if group is None or states or organisation:
        return states, organisation, organisation is not None
    beside = nation_after(finder, last) or (nation_before(finder, first, last) if group.first >= last else None)
    return beside.states if beside is not None else (), None, False


def _where_held(finder: Finder, group: Group | None, name: str, states: tuple[str, ...]) -> tuple[str, ...]:
    """The state of a titled person known by name: in some papers all are "defence secretary", whosever they are."""
    by_title = group is not None and len(states) == 1 and not group.nations and not group.organisation
    if group is None or not by_title or group.owner is not None or " " not in name.strip():
        return states
    if bearers(name, states, None, finder.lexicon):
        return states
    office = office_of(group, finder.lexicon, states[0])
    held = {p.state for p in bearers(name, (), None, finder.lexicon) if any(t.office == office for t in p.tenures)}
    only = held.pop() if len(held) == 1 else None
    return (only,) if only else states


def _same_office(finder: Finder, known: list[Named], name: str, group: Group | None) -> list[Named]:
    """Those named before whom a title and surname can mean: not a namesake of a holder of that office.

    "President Trump" is not the Melania Trump whom the report names too.
    """
    if not known or group is None or not group.title or " " in name.strip():
        return known
    office = office_of(group, finder.lexicon, group.state or group.organisation)
    holders = [
        p for p in bearers(name, group.states, None, finder.lexicon) if any(t.office == office for t in p.tenures)
    ]
    if not holders:
        return known
    return [k for k in known if k.office == office or any(p in holders for p in k.people)]


def _so_styled(finder: Finder, style: str, name: str, known: list[Named]) -> list[Named]:
    """Those named before whom "Secretary X" can mean: not a namesake of somebody who was ever a minister."""
    if style != "secretary" or not known:
        return known
    ministers = [p for p in bearers(name, (), None, finder.lexicon) if _was_minister(p)]
    return [k for k in known if not ministers or not k.people or any(p in ministers for p in k.people)]


def _goes_with(finder: Finder, style: str, name: str) -> bool:
    """Whether somebody's first name can go with a style as "Mrs" or "Mr"."""
    words, given = finder.lexicon.words, name.split()[0].lower()
    theirs, others = words.female_names, words.male_names
    if style in words.male:
        theirs, others = others, theirs
    return style not in words.male | words.female or given in theirs or given not in others


def _bearers(finder: Finder, style: str, name: str, states: tuple[str, ...], organisation: str | None) -> list[Person]:
    """Whom the codebook knows by a name; of "Secretary X" those who were ever ministers, if any was."""
    found = bearers(name, states, organisation, finder.lexicon)
    return [p for p in found if style == "secretary" and _was_minister(p)] or found


def _was_minister(person: Person) -> bool:
    return any(t.office in _SECRETARIES for t in person.tenures)


def merge_named(
    known: list[Named], name: str, state: str | None, office: str | None, organisation: str | None
) -> tuple[str, str | None, str | None, str | None]:
    """Fill what this mention of a person leaves out from earlier ones, where they agree on who it is."""
    same = [k for k in known if not (state and k.state and k.state != state)]
    if not same or len({fold_key(k.name) for k in same}) != 1:
        return name, state, office, organisation
    state = state or next((k.state for k in same if k.state), None)
    organisation = organisation or next((k.organisation for k in same if k.organisation), None)
    office = office or next((k.office for k in same if k.office), None)
    return same[0].name, state, office, organisation


def _skip_honorifics(finder: Finder, first: int, last: int) -> int:
    honorifics = finder.lexicon.words.honorifics | _ROYAL | {"secretary"}
    while first < last - 1 and finder.tokens[first].lower.strip(".") in honorifics:
        first += 1
        if finder.tokens[first].text == "." and first < last - 1:
            first += 1
    return first


def owner_state(finder: Finder, owner: int) -> str | None:
    """The state of the person whose name ends at a token, before "'s" or behind "for" ("Putin's spokesman")."""
    mark = finder.ends.get(owner)
    people = [k.state or only_state(k.people) for k in finder.known(owner, owner + 1)]
    if mark is not None:
        people += [e.person.state for e in mark.of("person", "surname") if e.person]
    states = {state for state in people if state}
    return states.pop() if len(states) == 1 else None


def _served_state(finder: Finder, group: Group) -> str | None:
    """The state of the person after "to" ("an adviser to President X")."""
    i, tokens = group.last, finder.tokens
    if i + 1 >= len(tokens) or tokens[i].lower not in ("to", "for") or tokens[i].sentence is not tokens[i - 1].sentence:
        return None
    for j in range(i + 1, min(i + 5, len(tokens))):
        state = owner_state(finder, j)
        if state or not tokens[j].text[0].isupper():
            return state
    return None


def only_state(people: list[Person]) -> str | None:
    states = {p.state for p in people}
    return states.pop() if len(states) == 1 else None


def find_named(finder: Finder, sentence: Sentence) -> None:
    """Full names without a title: those of the codebook, and runs that begin like a person's name."""
    tokens, lexicon = finder.tokens, finder.lexicon
    i, end = sentence.tokens[0].i, sentence.tokens[-1].i + 1
    while i < end:
        token = tokens[i]
        if finder.taken[i] or not token.text[0].isupper():
            i += 1
            continue
        mark = finder.marks.get(i)
        last = run_at(tokens, i, finder.marks, lexicon)
        if mark is not None and mark.one("person") and not mark.one("organisation"):
            last = mark.last if last < mark.last or last > mark.last + 2 else last
            if last > mark.last and tokens[last - 1].pos != "PROPN":
                last = mark.last
            if not _is_named_for(finder, i, last):
                _add_named(finder, i, last)
        elif not _is_named_for(finder, i, last) and last - i >= 2 and _is_person(finder, i, last):
            _add_named(finder, i, last)
        i = max(last, mark.last if mark is not None and agency_head(mark, lexicon.words) else i + 1)


def _is_named_for(finder: Finder, first: int, last: int) -> bool:
    """Whether a thing bears the full name before it: "the John Smith airport"."""
    return (
        last - first >= _FULL
        and last < len(finder.tokens)
        and finder.tokens[last].lower in finder.lexicon.words.named_for
    )


def _is_person(finder: Finder, first: int, last: int) -> bool:
    tokens, words = finder.tokens, finder.lexicon.words
    if any(finder.taken[first:last]) or last - first > _LONGEST or not fits_person(finder, first, last):
        return False
    if tokens[first].lower.strip(".") in words.honorifics:
        return True
    given = fold_key(tokens[first].text)
    if given in finder.lexicon.given and finder.marks.get(first) is None:
        return True
    if given in words.female_names or given in words.male_names:
        return True
    before = tokens[first - 1] if first else tokens[first]
    if before.sentence is tokens[first].sentence and (before.lower in words.person_nouns or _joined(finder, first)):
        return True
    return _acts_like_person(finder, first, last)


def _joined(finder: Finder, first: int) -> bool:
    """Whether "and" joins a run of name words to the full name of a person right before it."""
    last = finder.mentions[-1] if finder.mentions else None
    joined = first > 1 and finder.tokens[first - 1].lower == "and" and last is not None and last.kind == "person"
    return bool(joined and last and last.tokens[1] == first - 1 and last.tokens[1] - last.tokens[0] >= _FULL)


def _acts_like_person(finder: Finder, first: int, last: int) -> bool:
    """Whether a run of unknown name words speaks, or is explained as a person ("X, 43,", "X, who", "X, a teacher")."""
    tokens, words = finder.tokens, finder.lexicon.words
    if any(tokens[i].pos != "PROPN" or i in finder.marks for i in range(first, last) if tokens[i].text != "-"):
        return False
    head = tokens[top(tokens, first, last)]
    if head.dep == "nsubj" and head.head.lemma in words.speech and tokens[first].sentence.kind != "headline":
        return tokens[first - 1].lower != "the" if first else True
    end = tokens[first].sentence.tokens[-1].i + 1
    if last + 1 >= end or tokens[last].text != ",":
        return False
    after = tokens[last + 1]
    return after.lower in ("who", "whose") or (after.pos == "NUM" and after.text.isdigit() and len(after.text) == 2)


def _add_named(finder: Finder, first: int, last: int) -> None:
    """A full name without a title: its state from the nationality beside it ("Russian spy X", "X, a Russian spy")."""
    row = finder.row
    if row is not None and row.last == first - 1 and finder.tokens[first - 1].lower in (",", "and"):
        group: Group | None = Group(first, last, last - 1, "", states=row.states)
        plural = True
    else:
        group = nation_before(finder, first, last) or nation_after(finder, last)
        plural = group is not None and group.plural
    if group is not None and _is_of_others(finder, first, last, group.states):
        group, plural = None, False
    if group is not None and group.first >= last:
        group = Group(first, group.last, group.head, "", states=group.states, former=group.former, owner=group.owner)
    finder.row = Row(last, group.states) if group is not None and plural else None
    add_person(finder, first, last, group)


def _is_of_others(finder: Finder, first: int, last: int, states: tuple[str, ...]) -> bool:
    """Whether all who are known by a full name belong elsewhere ("Maltese officials, John Kerry and ...")."""
    if not states or last - first < _FULL:
        return False
    known = [k.state for k in finder.known(first, last)] + [
        p.state for p in bearers(finder.words(first, last), (), None, finder.lexicon)
    ]
    return bool(known) and not set(known) & set(states)
