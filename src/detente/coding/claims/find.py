"""Claims: sentences that rank an event or relations in history."""

from __future__ import annotations

import re

import msgspec

from detente.coding.claims.around import Rank
from detente.coding.claims.frame import about, between_states, clause_of, level_of, phrase_of, since_of, states_of
from detente.coding.claims.rank import find_ranks
from detente.coding.claims.words import claim_words
from detente.model import Claim, Document, Span

_HINT = re.compile(
    r"\b(?:first|last|low|only|sole|unprecedented|record|ever|most|worst|best|never|nadir|ebb|longest|maiden|inaugural|"
    r"high|bottom|before|than|since|\w{3,}est)\b|strained",
    re.I,
)
_WITH_LEVEL = frozenset({"contact", "visit", "call", "talks"})


def find_claims(document: Document) -> tuple[Claim, ...]:
    """All claims of a report, in text order, one a clause and kind.

    Args:
        document: sentences and tokens; mentions give the states, times the day since when.
    Returns:
        Claims whose `span` slices to their text; `since` is None where the text does not bound it.
    Raises: nothing for bad data.
    """
    found: list[tuple[Rank, Claim]] = []
    for sentence in document.sentences:
        if not _HINT.search(document.text, sentence.span.start, sentence.span.end):
            continue
        for rank in find_ranks(sentence, claim_words()):
            claim = _claim(document, rank)
            if claim is not None:
                claim = _apart(document, rank, claim, found)
            if claim is not None:
                found.append((rank, claim))
    return tuple(claim for _, claim in found)


def _apart(document: Document, rank: Rank, claim: Claim, found: list[tuple[Rank, Claim]]) -> Claim | None:
    """The claim, cut to its noun phrase where the clause is claimed already for another ranking; None: said before."""
    for earlier, other in found:
        if other.kind != claim.kind or not other.span.overlaps(claim.span):
            continue
        if rank.target is None:
            return None
        span = phrase_of(rank.target)
        if span.contains(earlier.word.span) or earlier.target is rank.target:
            return None
        claim = msgspec.structs.replace(claim, text=span.of(document.text), span=span)
    return claim


def _claim(document: Document, rank: Rank) -> Claim | None:
    words, sentence = claim_words(), rank.word.sentence.span
    span: Span = clause_of(document.text, rank)
    topic = about(rank, span, words)
    if not between_states(document, sentence, topic):
        return None
    since, event = since_of(document, rank, span)
    return Claim(
        text=span.of(document.text),
        kind=rank.kind,
        about=topic,
        states=states_of(document, span, sentence),
        level=level_of(document, rank, span, words) if topic in _WITH_LEVEL else None,
        since=since,
        since_event=event,
        span=span,
    )
