"""Surnames alone: of whom the report names in full, else of well-known holders of an office."""

from __future__ import annotations

from detente.model import Party, Token
from detente.resolving.choosing import HEADS
from detente.resolving.finder import Finder, Named, terms_of, top
from detente.resolving.fold import fold_key
from detente.resolving.lexicon import Lexicon
from detente.resolving.names import is_name_word
from detente.resolving.persons import JUNIOR, is_junior, merge_named, only_state
from detente.resolving.scan import Mark

_SHORTEST = 4
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_NOT_AFTER = frozenset({"in", "on", "of", "since", "until", "by", "from", "last", "next", "early", "late", "mid",
                        "this", "during", "before", "after", "between", "and", "to", "through"})  # fmt: skip


def find_short(finder: Finder) -> None:
    """Surnames alone: of someone whom the report names in full, else of well-known holders of the codebook."""
    bearers = _by_first_name(finder)
    for token in finder.tokens:
        i = token.i
        if finder.taken[i] or not token.text[0].isupper():
            continue
        mark = finder.marks.get(i)
        last = i + 1
        if mark is not None:
            if mark.one("state", "demonym", "organisation", "capital", "metonym"):
                continue
            last = mark.last
        known = finder.known(i, last)
        if not known and mark is not None and last > i + 1:
            known, last = (finder.known(i, i + 1), i + 1) if not mark.one("surname") else (known, last)
        if not known and (alone := _alone(finder, token, bearers)):
            known, last = alone, i + 1
        if (not known and (mark is None or not mark.one("surname"))) or not (
            _may_be_name(token, bool(known), finder.lexicon) or (mark is not None and _opens(finder, token, mark))
        ):
            continue
        if last < len(finder.tokens) and finder.tokens[last].lower in JUNIOR:
            if juniors := [n for n in known if is_junior(n)]:
                _add_short(finder, i, last + 1, juniors)
            continue
        if _in_longer_name(finder, i, last) or (not known and (_is_date_word(finder, i) or _is_town(finder, i))):
            continue
        _add_short(finder, i, last, _elder(finder, last, known))


def _by_first_name(finder: Finder) -> dict[str, list[Named]]:
    """The persons whom the report names in full by their first names."""
    bearers: dict[str, list[Named]] = {}
    for person in (n for named in finder.named.values() for n in named if " " in n.name):
        bearers.setdefault(person.name.split(" ", 1)[0], []).append(person)
    return bearers


def _alone(finder: Finder, token: Token, bearers: dict[str, list[Named]]) -> list[Named]:
    """Whom a first name alone means: the one person of the report who bears it."""
    found = bearers.get(token.text, [])
    if not found or token.pos != "PROPN" or len(token.text) < _SHORTEST or _is_date_word(finder, token.i):
        return []
    words = token.sentence.tokens
    before = words[max(0, token.i - words[0].i - 1)]
    return found if before.pos != "DET" and len({fold_key(n.name) for n in found}) == 1 else []


def _may_be_name(token: Token, known: bool, lexicon: Lexicon) -> bool:
    """Whether a capitalised word can be a surname here; one that the report has not named must look the part."""
    before = token.sentence.tokens[max(0, token.i - token.sentence.tokens[0].i - 1)]
    if not known and fold_key(token.text) in lexicon.words.risky_surnames:
        return before is not token and before.lower.strip(".") in lexicon.words.honorifics
    if token.lower == "may":
        return _is_may(token)
    if token.pos == "PROPN" or (known and token.pos in ("X", "NOUN", "ADJ", "VERB", "AUX", "INTJ")):
        return known or not (token.text.isupper() and len(token.text) < 4)
    inside = token is not token.sentence.tokens[0]
    if token.pos in ("NOUN", "X", "ADJ"):
        return inside and len(token.text) > 3
    return token.pos in ("VERB", "AUX") and token.tag in ("VB", "VBP") and len(token.text) > 3


def _opens(finder: Finder, token: Token, mark: Mark) -> bool:
    """Whether the surname of somebody who was ever head of a state opens a sentence as its subject ("Trump said")."""
    if token is not token.sentence.tokens[0] or len(token.text) <= _SHORTEST or mark.last > token.i + 1:
        return False
    if fold_key(token.text) in finder.lexicon.words.risky_surnames or token.tag not in ("NN", "JJ"):
        return False
    heads = (e.person for e in mark.of("surname") if e.person is not None)
    if not any(t.office in HEADS for p in heads for t in p.tenures):
        return False
    after = token.sentence.tokens[1] if len(token.sentence.tokens) > 1 else token
    return token.dep in ("nsubj", "nsubjpass", "poss") or after.text in (":", ",") or after.tag in _FINITE


_OF_LEADERS = frozenset(
    {"administration", "ally", "cabinet", "camp", "era", "government", "loyalist", "premiership", "team"}
)
"""Nouns that a leader's name stands before; others after "May" have their month."""


def _is_may(token: Token) -> bool:
    """Whether "May" is a person: a finite verb or "'s" follows, or it stands inside a sentence and no verb follows."""
    words = token.sentence.tokens
    n = token.i - words[0].i
    after = words[n + 1] if n + 1 < len(words) else None
    if token.dep == "compound" and after is not None and after is token.head and after.pos == "NOUN":
        return after.lower in _OF_LEADERS  # "the May summit"
    finite = after is not None and after.tag in ("VBD", "VBZ", "POS")
    return finite or (n > 0 and token.pos == "PROPN")


def _is_date_word(finder: Finder, i: int) -> bool:
    """Whether "May" is the month."""
    token = finder.tokens[i]
    if token.lower not in ("may", "march", "june", "august"):
        return False
    around = [t for t in (finder.tokens[i - 1 : i] + finder.tokens[i + 1 : i + 2]) if t.sentence is token.sentence]
    return any(t.text[:1].isdigit() or t.lower in _NOT_AFTER for t in around) or token.dep in (
        "npadvmod",
        "pobj",
        "aux",
    )


def _is_town(finder: Finder, i: int) -> bool:
    """Whether a name is that of a place: "the town of Selma"."""
    tokens = finder.tokens
    return i > 1 and tokens[i - 1].lower == "of" and tokens[i - 2].lemma in finder.lexicon.words.towns


def _in_longer_name(finder: Finder, first: int, last: int) -> bool:
    """Whether a surname is part of some other name ("Cameron Diaz", "Clinton Foundation")."""
    tokens = finder.tokens
    token = tokens[last - 1]
    after = tokens[last] if last < len(tokens) and tokens[last].sentence is token.sentence else None
    if after is not None and token.dep == "compound" and after.pos == "PROPN" and after.text[0].isupper():
        return tokens[first].sentence.kind != "headline" and finder.marks.get(last) is None
    before = tokens[first - 1] if first and tokens[first - 1].sentence is token.sentence else None
    return bool(
        before is not None
        and before.pos == "PROPN"
        and before.dep == "compound"
        and before.head is token
        and finder.ends.get(first - 1) is None
        and before.text[0].isupper()
        and before.lower.strip(".") not in finder.lexicon.words.honorifics
    )


def _add_short(finder: Finder, first: int, last: int, known: list[Named]) -> None:
    span = finder.span(first, last)
    mark = finder.marks.get(first)
    people = [e.person for e in mark.of("surname") if e.person] if mark and not known else []
    parties: tuple[Party, ...] = ()
    former = False
    known = _meant(finder, first, last, known)
    if known:
        people = list(dict.fromkeys(p for n in known for p in n.people))
        if len({fold_key(n.name) for n in known}) == 1 or len({p.name for p in people}) == 1:
            name, state, office, organisation = merge_named(known, known[0].name, None, None, None)
            parties = (Party(state, organisation, name, office, (span,), "name"),)
            former = known[0].former
    body = _administration(finder, last)
    if body:
        state = parties[0].state if parties and parties[0].state else only_state(people)
        finder.add("body", first, last + 1, last, (Party(state, spans=(span,), how="metonym"),) if state else ())
        return
    finder.add("person", first, last, top(finder.tokens, first, last), parties, terms_of(people), former=former)


def _elder(finder: Finder, last: int, known: list[Named]) -> list[Named]:
    """Whom a surname alone means where the report says "Jr." of the younger: the elder, whether it names him or not."""
    if not any(is_junior(n) for n in known):
        return known
    elders = [n for n in known if not is_junior(n)]
    return elders if elders or _is_told_apart(finder, finder.tokens[last - 1]) else known


def _is_told_apart(finder: Finder, surname: Token) -> bool:
    """Whether the report writes the surname with "Jr." and no first name, as it does where it speaks of both."""
    tokens = finder.tokens
    juniors = (t for t in tokens[1:] if t.lower in JUNIOR and tokens[t.i - 1].lower == surname.lower)
    return any(t.i < 2 or not is_name_word(tokens[t.i - 2]) for t in juniors)


def _meant(finder: Finder, first: int, last: int, known: list[Named]) -> list[Named]:
    """Of several bearers of a surname the one whom the report names first, as the press does: the others it tells
    apart by their full names."""
    every = known + finder.introduced.get(fold_key(finder.words(first, last)), [])
    if not known or len({fold_key(n.name) for n in every}) < 2:
        return known
    before = [n for n in every if n.at < first] or every
    one = min(before, key=lambda n: n.at)
    return [n for n in every if fold_key(n.name) == fold_key(one.name)]


def _administration(finder: Finder, last: int) -> bool:
    """Whether "administration", "government" follow the name of a leader: the state, not the person."""
    tokens = finder.tokens
    return last < len(tokens) and tokens[last].lower in (
        "administration",
        "government",
        "regime",
        "presidency",
        "cabinet",
    )
