"""Terms of all sources joined: one person one spelling, one term one row, the better source first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from codebook_build.names import alike, key, loose, plain, shortened
from codebook_build.terms import RANK, SINGLE, Term, absorb, far, overlap, touch, widen

FAMILY_FIRST = frozenset({"CHN", "PRK", "KOR", "TWN", "HKG", "VNM", "SGP", "KHM"})


def join(facts: list[Term], own: list[Term], spellings: dict[str, list[list[str]]]) -> list[Term]:
    """All terms, sorted: ours and the facts' matched by person, doubles absorbed, weak rows cut."""
    terms = _one_spelling(own, facts, spellings)
    ours, theirs = terms[: len(own)], terms[len(own) :]
    complete = {(term.party, term.office) for term in ours if term.whole}
    by_office: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in ours:
        by_office[term.party, term.office].append(term)
    fixed, kept = [t for t in ours if t.fix], [t for t in ours if not t.fix]
    theirs = [t for t in theirs if not any(_same(t, f) and touch(t, f) for f in fixed)]
    theirs = [
        t for t in theirs if (t.party, t.office) not in complete or any(_same(t, o) and touch(t, o) for o in ours)
    ]
    theirs = [t for t in theirs if not any(_contradicts(t, o) for o in by_office[t.party, t.office])]
    merged = _absorbed(sorted([*fixed, *kept, *theirs], key=lambda t: (not t.fix, RANK[t.trust], t.earliest)))
    return sorted(_cut(merged), key=lambda t: (t.party, t.office, t.earliest, t.latest, t.person, t.title))


def _same(a: Term, b: Term) -> bool:
    return a.party == b.party and a.office == b.office and a.person == b.person and _seat(a) == _seat(b)


def _contradicts(theirs: Term, ours: Term) -> bool:
    """Whether a row of the facts has another person than ours in an office of one holder, for six weeks or more."""
    if (
        theirs.office not in SINGLE
        or theirs.person == ours.person
        or not overlap(theirs, ours)
        or "cting" in theirs.title
    ):
        return False
    first = max(theirs.earliest, ours.earliest)
    last = min(theirs.latest, ours.latest)
    return far(first, "2100-01-01" if last.startswith("9999") else last)


def _seat(term: Term) -> str:
    return term.title.split(" to ")[-1].lower() if term.office == "ambassador" and " to " in term.title else ""


def _one_spelling(own: list[Term], facts: list[Term], spellings: dict[str, list[list[str]]]) -> list[Term]:
    """The same person under one name with all aliases; ours gives the name, then the best-trusted row."""
    people = People()
    for party, groups in spellings.items():
        for group in groups:
            people.add(party, group)
    for term in sorted(own, key=lambda t: -len(t.aliases)):
        people.add(_home(term), [term.person, *term.aliases])
    people.settle()
    _recognise(people, own, facts)
    return [people.spelled(term) for term in [*own, *facts]]


def _recognise(people: People, own: list[Term], facts: list[Term]) -> None:
    """Who of the facts is who of ours: by name, by alias, or by a transliteration in the same office at the time."""
    ours: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in own:
        ours[_home(term), ""].append(term)
        ours[term.party, term.office].append(term)
    rows: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in sorted(facts, key=lambda t: RANK[t.trust]):
        rows[_home(term), term.person].append(term)
    for (party, person), terms in rows.items():
        likely = {
            o.person
            for t in terms
            for o in ours[t.party, t.office]
            if (loose(o.person) == loose(person) and touch(o, t))
            or (
                t.office in SINGLE
                and alike(o.person, person)
                and overlap(o, t)
                and not far(o.first or t.first, t.first or o.first)
            )
        }
        likely = likely or {o.person for o in ours[party, ""] if shortened(person, o.person) or _spelt_alike(person, o)}
        names = [person, *(alias for term in terms for alias in term.aliases)]
        meant = people.known(party, person) or (next(iter(likely)) if len(likely) == 1 else people.known(party, *names))
        people.also(party, meant or person, names)


def _spelt_alike(person: str, ours: Term) -> bool:
    """Whether two names of two words sound alike; where family names come first that says too little."""
    two = len(key(person).split()) == len(key(ours.person).split()) == 2
    return two and ours.state not in FAMILY_FIRST and loose(person) == loose(ours.person)


def _home(term: Term) -> str:
    return term.state or term.organisation


class People:
    """Who is who by party: names that mean one person, and the spelling to use."""

    def __init__(self) -> None:
        self.person: dict[tuple[str, str], str] = {}
        self.aliases: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        self.claims: dict[tuple[str, str], set[str]] = defaultdict(set)

    def add(self, party: str, names: list[str]) -> None:
        """Names of one person as we write them; the first names them."""
        person = self.person.setdefault((party, key(names[0])), names[0])
        for name in names[1:]:
            self.claims[party, key(name)].add(person)
            self.aliases[party, person].setdefault(plain(name).lower(), name)

    def settle(self) -> None:
        """Aliases that one person alone claims lead to them; who stands under such an alias is that person."""
        for (party, alias), claimed in self.claims.items():
            if len(claimed) != 1:
                continue
            (person,) = claimed
            other = self.person.setdefault((party, alias), person)
            if other != person and self.person[party, key(person)] == person:
                self._merge(party, other, person)

    def _merge(self, party: str, other: str, person: str) -> None:
        for known, name in self.person.items():
            if known[0] == party and name == other:
                self.person[known] = person
        self.aliases[party, person] |= {plain(other).lower(): other, **self.aliases.pop((party, other), {})}

    def known(self, party: str, *names: str) -> str | None:
        """The person of the first of these names that is known."""
        return next((self.person[party, key(name)] for name in names if (party, key(name)) in self.person), None)

    def also(self, party: str, person: str, names: list[str]) -> None:
        """More names of a person, from the sources; names that are another's stay theirs."""
        for name in names:
            owner = self.person.setdefault((party, key(name)), person)
            if owner == person and len(self.claims.get((party, key(name)), ())) < 2:
                self.aliases[party, person].setdefault(plain(name).lower(), name)

    def spelled(self, term: Term) -> Term:
        """The term under its person's usual name, with all other spellings."""
        party = _home(term)
        person = self.person[party, key(term.person)]
        others = {name for name in self.aliases[party, person].values() if plain(name) != plain(person)}
        return replace(term, person=person, aliases=tuple(sorted(others, key=lambda name: (len(name), name))))


def _absorbed(terms: list[Term]) -> list[Term]:
    """Doubles joined; `terms` come best first."""
    kept: dict[tuple[str, str, str], list[Term]] = defaultdict(list)
    for term in terms:
        rows = kept[term.party, term.office, term.person]
        for index, row in enumerate(rows):
            if _one_term(row, term):
                rows[index] = row if row.fix else absorb(row, term)
                break
        else:
            rows.append(term)
    return [term for rows in kept.values() for term in rows]


def _one_term(row: Term, term: Term) -> bool:
    """Whether two readings mean one term; in offices of many seats they must begin or end together."""
    if not _same(row, term) or not (overlap(row, term) or (touch(row, term) and term.trust == "C")):
        return False
    apart = [far(a, b) for a, b in ((row.first, term.first), (row.last, term.last)) if a and b]
    return row.office in SINGLE or len(apart) < 2 or not all(apart)


def _cut(terms: list[Term]) -> list[Term]:
    """Weak rows (month lists) of single-holder offices narrowed or dropped where better rows stand."""
    strong: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in terms:
        if term.trust != "C" and term.office in SINGLE:
            strong[term.party, term.office].append(term)
    result = []
    for term in terms:
        if term.trust == "C" and term.office in SINGLE:
            cut = _narrowed(term, strong[term.party, term.office])
            if cut is None:
                continue
            term = cut
        result.append(term)
    return result


def _narrowed(term: Term, better: list[Term]) -> Term | None:
    for other in better:
        if not overlap(term, other):
            continue
        end = other.last or other.open_as_of
        if term.earliest < other.earliest and not (term.open_as_of and not end):
            term = replace(term, last=other.first, open_as_of="")
        elif term.last and end and widen(end)[0] < widen(term.last)[0] and term.first:
            term = replace(term, first=end)
        else:
            return None
    return term if term.first or term.last else None
