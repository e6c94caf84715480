"""Claims: sentences that rank an event or relations in history."""

from __future__ import annotations

import re

from detente.coding.claims_frame import about, clause_of, level_of, since_of, states_of
from detente.coding.claims_rank import Rank, find_ranks
from detente.coding.claims_words import claim_words
from detente.model import Claim, Document, Span

_HINT = re.compile(
    r"first|last|\blow|highest|high-|longest|\bonly\b|unprecedented|record|\bever\b|\bmost\b|worst|best\b|est\b"
    r"|never|nadir|\bebb\b|strained|most recently",
    re.I,
)


def find_claims(document: Document) -> tuple[Claim, ...]:
    """All claims of a report, in text order, one a clause and kind.

    Args:
        document: sentences and tokens; mentions give the states, times the day since when.
    Returns:
        Claims whose `span` slices to their text; `since` is None where the text does not bound it.
    Raises: nothing for bad data.
    """
    found: dict[tuple[int, int, str], Claim] = {}
    for sentence in document.sentences:
        if not _HINT.search(document.text, sentence.span.start, sentence.span.end):
            continue
        for rank in find_ranks(sentence, claim_words()):
            claim = _claim(document, rank)
            if not any(_same(claim, other) for other in found.values()):
                found[claim.span.start, claim.span.end, claim.kind] = claim
    return tuple(found.values())


def _same(one: Claim, other: Claim) -> bool:
    return one.kind == other.kind and one.span.overlaps(other.span)


def _claim(document: Document, rank: Rank) -> Claim:
    span: Span = clause_of(document.text, rank)
    since, event = since_of(document, rank, span)
    return Claim(
        text=span.of(document.text),
        kind=rank.kind,
        about=about(rank, claim_words()),
        states=states_of(document, span, rank.word.sentence.span),
        level=level_of(span.of(document.text), claim_words()),
        since=since,
        since_event=event,
        span=span,
    )
