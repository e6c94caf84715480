"""Surnames alone: of whom the report names in full, else of well-known holders of an office."""

from __future__ import annotations

from detente.model import Party, Token
from detente.resolving.finder import Finder, Named, terms_of, top
from detente.resolving.fold import fold_key
from detente.resolving.lexicon import Lexicon
from detente.resolving.persons import merge_named, only_state

_NOT_AFTER = frozenset({"in", "on", "of", "since", "until", "by", "from", "last", "next", "early", "late", "mid",
                        "this", "during", "before", "after", "between", "and", "to", "through"})  # fmt: skip


def find_short(finder: Finder) -> None:
    """Surnames alone: of someone whom the report names in full, else of well-known holders of the codebook."""
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
        if (not known and (mark is None or not mark.one("surname"))) or not _may_be_name(
            token, bool(known), finder.lexicon
        ):
            continue
        if _in_longer_name(finder, i, last) or (not known and _is_date_word(finder, i)):
            continue
        _add_short(finder, i, last, known)


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


def _is_may(token: Token) -> bool:
    """Whether "May" is a person: a finite verb or "'s" follows, or it stands inside a sentence and no verb follows."""
    words = token.sentence.tokens
    n = token.i - words[0].i
    after = words[n + 1] if n + 1 < len(words) else None
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
