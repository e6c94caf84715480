"""Which drafts of a brief, and of a report of affairs at home, are sure enough to be kept.

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
SELDOM_BETWEEN, LEAST_IN_PASSING = 0.1, 0.55
"""Share of sentences that name two parties, under which a report tells of the world abroad in passing; what an event
takes there. By eye, of events of such reports that are less sure, one in four is right."""
LEAST_AT_HOME, LEAST_BESIDE = 0.6, 0.5
"""Confidence that an event of one party takes in a report that tells of nothing, or little, between two of them."""
FEW_BETWEEN = 1 / 3
"""Share of a report's events up to which it tells little between two parties."""
BY_WORDS = frozenset({None, "focus", "fellow"})
"""How the second party of an event was found, where it is named near by."""


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


def sure_at_home(kept: Sequence[Draft], between: float) -> list[Draft]:
    """Of a report whose words tell little or nothing between two parties, less of what is guessed or of one party.

    Such a report tells of affairs at home. Weapons tested need nobody beside whose they are.

    Args:
        kept: the drafts that are sure enough in a report on relations between states.
        between: the share of the report's sentences that name two parties.
    """
    if between < SELDOM_BETWEEN:
        kept = [draft for draft in kept if draft.weight >= LEAST_IN_PASSING]
    told = {id(d) for d in kept if len(d.keys) > 1 and d.how.get("parties") in BY_WORDS}
    if len(told) >= len(kept) * FEW_BETWEEN:
        return list(kept)
    least = LEAST_BESIDE if told else LEAST_AT_HOME
    return [d for d in kept if id(d) in told or d.type == "MOBILIZE" or d.weight >= least]


def _least(draft: Draft, coded: set[int], threshold: float) -> float:
    inside = any(word.i in coded for word in draft.hit.word.ancestors())
    return max(threshold, LEAST_INSIDE if inside else LEAST)
