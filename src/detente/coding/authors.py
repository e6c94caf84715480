"""Whose joint statement a text is: for whom its "we" stands where nobody is quoted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from detente.codebook.lexicon import word_list
from detente.coding.cast import Cast
from detente.coding.parties import keys, sides_only
from detente.coding.phrases import conjuncts, is_verb
from detente.model import Party, Sentence, Token

OPENING = 3
"""Sentences within which a joint statement says whose it is."""
PLEDGING, SINGULAR = word_list("pledging-together"), frozenset({"i", "my"})
OWN_NAMES = word_list("members-names-for-their-own")
SUBJECTS, TIED, NAMING = ("nsubj", "nsubjpass"), ("state", "demonym", "capital"), ("appos", "dep")
OFTEN, ENOUGH = 2, 5
"""How often at least "we" pledge or condemn something, and two are joined, in a joint statement; how often together."""


def authors_of(cast: Cast, quoted: Callable[[Token], bool]) -> tuple[Party, ...]:
    """X and Y of "We, the leaders of X and Y, met today", else the two that such a text joins again and again.

    Args:
        cast: the report's mentions.
        quoted: whether a token stands in a quotation.
    """
    body = [s for s in cast.document.sentences if s.kind == "body"]
    ours = [t for s in body[:OPENING] for t in s.tokens if t.lower == "we" and not quoted(t)]
    found = (cast.all_parties(t for c in we.children if c.dep in NAMING for t in conjuncts(c)) for we in ours)
    told = next((parties for parties in found if keys(parties)), ())
    if told:
        return sides_only(told)  # what a text of many pages says, it says for the states
    pledges = _pledges(body, quoted)
    return (_joined_most(body, cast, quoted, pledges) or _organisation(cast, pledges)) if pledges >= OFTEN else ()


def _pledges(body: list[Sentence], quoted: Callable[[Token], bool]) -> int:
    """How often "we" pledge, welcome or condemn in a text; never where anybody says "I" in it."""
    words = [t for s in body for t in s.tokens if t.lower in ("we", *SINGULAR) and not quoted(t)]
    if any(t.lower in SINGULAR for t in words):
        return 0
    return sum(t.dep in SUBJECTS and is_verb(t.head) and t.head.lemma in PLEDGING for t in words)


def _joined_most(
    body: Iterable[Sentence], cast: Cast, quoted: Callable[[Token], bool], pledges: int
) -> tuple[Party, ...]:
    """The states that such a text joins most often ("X and Y have agreed", "the X-Y alliance")."""
    count: Counter[frozenset[str]] = Counter()
    known: dict[frozenset[str], tuple[Party, ...]] = {}
    for token in (t for s in body for t in s.tokens if not quoted(t)):
        row = conjuncts(token) if token.dep in (*SUBJECTS, "pobj") else [token]
        mention = cast.mention(token)
        tied = mention is not None and mention.kind in TIED and mention.head == token.i
        parties = cast.all_parties(row) if len(row) > 1 else mention.parties if mention is not None and tied else ()
        unit = frozenset(keys(parties))
        if len(unit) > 1:
            count[unit] += 1
            known.setdefault(unit, sides_only(parties))
    top = count.most_common(2)
    if not top or top[0][1] < OFTEN or top[0][1] + pledges < ENOUGH or (len(top) > 1 and top[1][1] == top[0][1]):
        return ()
    return known[top[0][0]]


def _organisation(cast: Cast, pledges: int) -> tuple[Party, ...]:
    """Whose statement it is that speaks again and again of "the Alliance", "the Union", without joining two states."""
    text = cast.document.text
    named = [m for m in cast.document.mentions if m.kind == "organisation" and m.parties]
    own = [m.parties[0] for m in named if m.span.of(text).lower().removeprefix("the ") in OWN_NAMES]
    count = Counter(p.key for p in own)
    if pledges < ENOUGH or len(count) != 1 or count.total() < OFTEN:
        return ()
    return sides_only(own[:1])
