"""Which drafts of a brief are sure enough to be kept.

The confidence is fitted on whole reports, where a state that is named again and again and a deed that is told again
speak for a draft. A brief has neither: of its drafts fewer are right than the model says, and fewest of those inside
another event's clause ("condemned the attack", "welcomed the talks"), which mostly only say what that is about. The
figures are of paragraphs of the annotated training reports, each coded as a report of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.draft import Draft
from detente.coding.undone import SAID, STOOD

BRIEF = 3
"""Sentences up to which a text is a brief: written because something happened, so that its surest event is kept."""
LEAST = 0.45
"""Confidence that a further event of a brief takes."""
LEAST_INSIDE = 0.6
"""Confidence that it takes inside the clause of another event that is kept."""


def sure_of_brief(drafts: Sequence[Draft], threshold: float) -> list[Draft]:
    """The drafts of a brief that are kept, in order: the surest, and those of the others that are sure enough.

    None of what the brief only says to be ended or denied.

    Args:
        drafts: all of the text, with their weights.
        threshold: the least weight in a whole report; the surest of a brief needs half of it.
    """
    news = [draft for draft in drafts if draft.how.get("status") not in (STOOD, SAID)]  # the end is the news
    best = max((draft.weight for draft in news), default=0.0)
    coded = {draft.hit.word.i for draft in news if draft.weight >= threshold}
    return [d for d in news if d.weight >= (threshold / 2 if d.weight == best else _least(d, coded, threshold))]


def _least(draft: Draft, coded: set[int], threshold: float) -> float:
    inside = any(word.i in coded for word in draft.hit.word.ancestors())
    return max(threshold, LEAST_INSIDE if inside else LEAST)
