"""Words -> mentions, without a date: every name, title and nationality of a report."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.codebook import Codebook
from detente.model import Document, Mention, Party, Sentence, Span, Tenure, Token
from detente.resolving.fold import fold_key
from detente.resolving.lexicon import Lexicon, Person, lexicon_of
from detente.resolving.names import bearers, run_at, surname_forms
from detente.resolving.plain import plain_mentions
from detente.resolving.scan import Mark, find_marks
from detente.resolving.titles import Group, office_of, read_group, states_of


@dataclass(slots=True)
class Named:
    """A person as a report names them: the fullest name, who it can be, and what was said of them."""

    name: str
    people: list[Person]
    states: tuple[str, ...] = ()
    organisation: str | None = None
    office: str | None = None
    former: bool = False


@dataclass(slots=True)
class Finder:
    """The state of one search through one report."""

    document: Document
    lexicon: Lexicon
    marks: dict[int, Mark]
    ends: dict[int, Mark]
    taken: bytearray
    mentions: list[Mention] = field(default_factory=list)
    named: dict[str, list[Named]] = field(default_factory=dict)

    @property
    def tokens(self) -> list[Token]:
        """The report's tokens."""
        return self.document.tokens


def find_mentions(document: Document, codebook: Codebook) -> tuple[Mention, ...]:
    """Every mention of a state, organisation, person or office, in text order, without knowing the date.

    Persons and offices carry one preliminary party (what the words themselves say) and as candidates all terms of
    office that the name or title can mean; `resolve_mentions` settles them as of the report's day.

    Args:
        document: the parsed report.
        codebook: the facts, with the user's own actors laid over them where given.
    """
    if not document.tokens:
        return ()
    lexicon = lexicon_of(codebook)
    marks = find_marks(document, lexicon)
    finder = Finder(document, lexicon, marks, {m.last - 1: m for m in marks.values()}, bytearray(len(document.tokens)))
    for sentence in document.sentences:
        _find_titled(finder, sentence)
    for sentence in document.sentences:
        _find_named(finder, sentence)
    _find_short(finder)
    finder.mentions.extend(plain_mentions(document, marks, finder.taken, lexicon))
    return tuple(sorted(finder.mentions, key=lambda m: m.span))


def _find_titled(finder: Finder, sentence: Sentence) -> None:
    """Titles, each with the name beside it where there is one."""
    for token in sentence.tokens:
        mark = finder.marks.get(token.i)
        if mark is None or finder.taken[token.i] or mark.one("title") is None or mark.one("person", "surname"):
            continue
        group = read_group(finder.tokens, mark, finder.marks, finder.ends, finder.lexicon)
        name = _name_beside(finder, group)
        if name is None:
            _add_office(finder, group)
        else:
            _add_person(finder, *name, group)


def _name_beside(finder: Finder, group: Group) -> tuple[int, int] | None:
    """The name right after a title, after a comma, or before it with a comma between."""
    tokens, sentence = finder.tokens, finder.tokens[group.head].sentence
    end = sentence.tokens[-1].i + 1
    i = group.last
    if group.plural or i >= end and group.first == sentence.tokens[0].i:
        return None
    if i < end:
        last = run_at(tokens, i, finder.marks, finder.lexicon)
        if last > i and _fits(finder, i, last):
            return i, last
        if tokens[i].text == "," and i + 1 < end and (group.definite or group.states or group.organisation):
            last = run_at(tokens, i + 1, finder.marks, finder.lexicon)
            if (
                last > i + 1
                and _fits(finder, i + 1, last)
                and (tokens[last - 1].dep == "appos" or last >= end or tokens[last].text in (",", ".", ";", ")"))
            ):
                return i + 1, last
    return _name_before(finder, group, sentence, end)


def _name_before(finder: Finder, group: Group, sentence: Sentence, end: int) -> tuple[int, int] | None:
    tokens, floor = finder.tokens, sentence.tokens[0].i
    i = group.first - 1
    if i >= floor and tokens[i].lower in ("the", "a", "an", "his", "her", "its", "their"):
        i -= 1
    if i <= floor or tokens[i].text != "," or finder.taken[i - 1]:
        return None
    if tokens[group.head].dep != "appos" and not (group.last >= end or tokens[group.last].text in ",.;):"):
        return None
    first = i - 1
    while first > floor and _part_of_name(finder, first - 1):
        first -= 1
    while first < i and run_at(tokens, first, finder.marks, finder.lexicon) != i:
        first += 1
    return (first, i) if first < i and _fits(finder, first, i) else None


def _part_of_name(finder: Finder, i: int) -> bool:
    token = finder.tokens[i]
    return token.text[0].isupper() or token.lower in finder.lexicon.words.particles or token.text == "-"


def _fits(finder: Finder, first: int, last: int) -> bool:
    """Whether a run can be a person: not an institution, a place or a day."""
    words = finder.lexicon.words
    tokens = finder.tokens
    mark = finder.marks.get(first)
    if mark is not None and mark.last >= last and not mark.one("person", "surname"):
        return False
    return tokens[last - 1].lower not in words.not_names and tokens[first].lower not in words.honorifics - {"prince"}


def _add_office(finder: Finder, group: Group) -> None:
    """A title alone: a mention of kind "office" where it says enough."""
    lexicon = finder.lexicon
    office = office_of(group, lexicon, group.state)
    party = group.state or group.organisation
    if office is None and (party is None or group.title not in ("leader", "ruler", "strongman")):
        return
    if office in ("official", "adviser", "diplomat", "leader") or (
        party is None and lexicon.codebook.office(office or "") is None
    ):
        if (
            office in ("official", "adviser", "diplomat")
            or party is None
            and office not in ("minister", "spokesperson", "ambassador")
        ):
            return
    parties = (
        Party(group.state, group.organisation, None, office, (_span(finder, group.first, group.last),), "title"),
    )
    finder.mentions.append(
        _mention(
            finder, "office", group.first, group.last, group.head, parties, former=group.former, plural=group.plural
        )
    )
    finder.taken[group.first : group.last] = b"\1" * (group.last - group.first)


def _add_person(finder: Finder, first: int, last: int, group: Group | None) -> None:
    """A name, with its title where one stands beside it, as one mention."""
    tokens, lexicon = finder.tokens, finder.lexicon
    name = finder.document.text[tokens[first].start : tokens[last - 1].end]
    states, organisation = (group.states, group.organisation) if group else ((), None)
    people = bearers(name, states, organisation, lexicon)
    office = office_of(group, lexicon, group.state or _only_state(people)) if group else None
    start, end = (min(first, group.first), max(last, group.last)) if group else (first, last)
    state = group.state if group and group.state else None
    party = Party(state, organisation, name, office, (_span(finder, start, end),), "name")
    known = Named(name, people, states, organisation, office, bool(group and group.former))
    if len(name.split()) > 1 or "-" in name:
        for form in surname_forms(name, people):
            finder.named.setdefault(form, []).append(known)
    finder.mentions.append(
        _mention(finder, "person", start, end, _top(tokens, first, last), (party,), _terms(people), former=known.former)
    )
    finder.taken[start:end] = b"\1" * (end - start)


def _only_state(people: list[Person]) -> str | None:
    states = {p.state for p in people}
    return states.pop() if len(states) == 1 else None


def _terms(people: list[Person]) -> tuple[Tenure, ...]:
    return tuple(term for person in people for term in person.tenures)


def _find_named(finder: Finder, sentence: Sentence) -> None:
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
        if mark is not None and mark.one("person"):
            last = max(last, mark.last) if last > i else mark.last
            _add_named(finder, i, mark.last if last > mark.last + 2 else last)
        elif last - i >= 2 and _is_person_run(finder, i, last):
            _add_named(finder, i, last)
        i = max(last, i + 1)


def _is_person_run(finder: Finder, first: int, last: int) -> bool:
    tokens, words = finder.tokens, finder.lexicon.words
    if not _fits(finder, first, last) or any(finder.taken[i] for i in range(first, last)) or last - first > 5:
        return False
    if tokens[first].lower.strip(".") in words.honorifics:
        return True
    if fold_key(tokens[first].text) in finder.lexicon.given and finder.marks.get(first) is None:
        return True
    before = tokens[first - 1] if first else tokens[first]
    return before.sentence is tokens[first].sentence and before.lower in words.person_nouns


def _add_named(finder: Finder, first: int, last: int) -> None:
    """A full name without a title: its state from the nationality before a plain noun ("Russian dissident X")."""
    tokens, words = finder.tokens, finder.lexicon.words
    while first < last - 1 and tokens[first].lower.strip(".") in words.honorifics:
        first += 1
    floor, i = tokens[first].sentence.tokens[0].i, first - 1
    while i >= floor and (tokens[i].lower in words.person_nouns or tokens[i].lower in words.modifiers):
        i -= 1
    mark = finder.ends.get(i) if i < first - 1 else None
    states = states_of(mark) if mark is not None and mark.one("demonym", "state") else ()
    group = Group(mark.first, first, first - 1, "", states=states) if mark is not None and states else None
    if group is not None and i - 1 >= floor:
        group.former = tokens[mark.first - 1].lower in words.former if mark else False
    _add_person(finder, first, last, group)


def _find_short(finder: Finder) -> None:
    """Surnames alone: of someone whom the report names in full, else of well-known holders of the codebook."""
    tokens, lexicon = finder.tokens, finder.lexicon
    for token in tokens:
        i = token.i
        if (
            finder.taken[i]
            or not token.text[0].isupper()
            or (token.pos not in ("PROPN", "NOUN", "X") and token.text[1:2].islower() and token.pos != "ADJ")
        ):
            continue
        last = i + 1
        mark = finder.marks.get(i)
        if mark is not None:
            if mark.one("state", "demonym", "organisation", "capital", "metonym"):
                continue
            last = mark.last
        form = fold_key(finder.document.text[token.start : tokens[last - 1].end])
        known = finder.named.get(form)
        if known is None and (mark is None or not mark.one("surname")):
            continue
        if _in_longer_name(finder, i, last):
            continue
        _add_short(finder, i, last, known, [e.person for e in mark.of("surname") if e.person] if mark else [])


def _in_longer_name(finder: Finder, first: int, last: int) -> bool:
    """Whether a surname is part of some other name ("Cameron Diaz", "Clinton Foundation")."""
    tokens = finder.tokens
    token = tokens[last - 1]
    after = tokens[last] if last < len(tokens) and tokens[last].sentence is token.sentence else None
    if (
        after is not None
        and token.dep == "compound"
        and after.pos == "PROPN"
        and token.head.i >= last
        and finder.marks.get(last) is None
    ):
        return tokens[first].sentence.kind != "headline"
    before = tokens[first - 1] if first and tokens[first - 1].sentence is token.sentence else None
    return bool(
        before is not None
        and before.pos == "PROPN"
        and before.dep == "compound"
        and before.head is token
        and finder.ends.get(first - 1) is None
        and before.lower.strip(".") not in finder.lexicon.words.honorifics
    )


def _add_short(finder: Finder, first: int, last: int, known: list[Named] | None, people: list[Person]) -> None:
    span = _span(finder, first, last)
    parties: tuple[Party, ...] = ()
    former = False
    if known:
        names = {fold_key(n.name) for n in known}
        people = list(dict.fromkeys(p for n in known for p in n.people))
        if len(names) == 1 or len({p.name for p in people}) == 1:
            best = next((n for n in known if n.office), known[0])
            states = next((n.states for n in known if n.states), ())
            state = states[0] if len(states) == 1 else None
            parties = (Party(state, best.organisation, best.name, best.office, (span,), "name"),)
            former = best.former
    finder.mentions.append(
        _mention(
            finder, "person", first, last, _top(finder.tokens, first, last), parties, _terms(people), former=former
        )
    )
    finder.taken[first:last] = b"\1" * (last - first)


def _span(finder: Finder, first: int, last: int) -> Span:
    return Span(finder.tokens[first].start, finder.tokens[last - 1].end)


def _top(tokens: list[Token], first: int, last: int) -> int:
    """The token of a range whose head stands outside it; the last one where several do."""
    for i in range(last - 1, first - 1, -1):
        head = tokens[i].head
        if head is tokens[i] or not first <= head.i < last:
            return i
    return last - 1


def _mention(
    finder: Finder,
    kind: str,
    first: int,
    last: int,
    head: int,
    parties: tuple[Party, ...],
    candidates: tuple[Tenure, ...] = (),
    *,
    former: bool = False,
    plural: bool = False,
) -> Mention:
    return Mention(
        span=_span(finder, first, last),
        kind=kind,
        tokens=(first, last),
        head=head,
        parties=parties,
        candidates=candidates,
        former=former,
        plural=plural,
        how="name" if kind == "person" else "title",
    )
