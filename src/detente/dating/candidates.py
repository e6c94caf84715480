"""Candidates for an office: who is called one is so only in the months of a campaign."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from datetime import timedelta

from detente.dating.days import Days
from detente.dating.holders import Evidence
from detente.dating.landmarks import folded, read_days, table
from detente.model import Document, Span

_EARLY = 20
"""Days before a campaign is announced in which somebody is called a candidate."""
_TOLD = 10
"""Sentences of the body that tell the news."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LOWER = re.compile(r"candidate|hopeful|nominee|contender|front")
_PAST = re.compile(
    r"\b(?:[Ff]ormer|failed|ex|then|onetime|one-time|defeated|losing|erstwhile|"
    r"likely|possible|potential|prospective|\d{4})"
    r"\W{1,2}(?:\w+ )?$"
)
"""Words before a candidate that say that he is one no more, or not yet."""


@functools.cache
def _known() -> tuple[re.Pattern[str], dict[str, tuple[Days, ...]]]:
    """The words for a presidential candidate with a name of candidates.csv, and the campaigns of each name."""
    days = {
        row["name"]: tuple((first - timedelta(_EARLY), last) for first, last in read_days(row["days"]))
        for row in table("candidates")
    }
    names = "|".join(re.escape(name) for name in days)
    return re.compile(
        r"\b(?:(?:Democratic|Republican|GOP|White House) )?(?:(?:vice[- ])?presidential |White House )?"
        rf"(?:candidate|hopeful|nominee|contender|front-?runner),? (?:Sen\. |Gov\. |Senator )?({names})\b"
    ), days


def candidates_named(document: Document) -> Iterator[Evidence]:
    """Candidates for president: the months of their campaigns; who was one, or ran for something else, is left out."""
    pattern, known = _known()
    seen: set[str] = set()
    for sentence in [s for s in document.sentences if s.kind == "body"][:_TOLD]:
        text = folded(sentence.span.of(document.text))
        match = pattern.search(text)
        if match is None or _YEAR.search(text) or match[1] in seen or _LOWER.match(match[0]):
            continue
        if not _PAST.search(text[max(match.start() - 25, 0) : match.start()]):
            seen.add(match[1])
            start = sentence.span.start
            span = Span(start + match.start(), start + match.end())
            yield Evidence(known[match[1]], "candidate", (span,), firm=False, exact=True)


__all__ = ["candidates_named"]
