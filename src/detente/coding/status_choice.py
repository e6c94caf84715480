"""Did it happen, weighed: a model of the status, fitted on annotated reports, over what the rules say and the telling.

`codebook/status.json` holds the fit; `scripts/train_status.py` makes it. What words say outright (postponed, cancelled,
denied) stays as the rules read it. Where the model differs from the rules, `how` says so.
"""

from __future__ import annotations

import math

import msgspec

from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.bygone import WAR_OVER
from detente.coding.date_options import PRESENT
from detente.coding.draft import AHEAD, Draft
from detente.coding.event_nouns import WAYS, is_weighed
from detente.coding.known_deeds import ALLEGED
from detente.coding.mood import listed
from detente.coding.phrases import AUXILIARY
from detente.coding.status_signs import WORDS, status_signs
from detente.coding.status_verb import MEANT
from detente.coding.telling import verb_of
from detente.coding.tense import auxiliaries
from detente.model import Document, Status, Token

WEIGHED: tuple[Status, ...] = ("occurred", "ongoing", "planned", "proposed", "alleged")
"""Statuses between which tense, clause and kind decide."""
OPEN = frozenset({"occurred", "planned", "proposed"})
"""Statuses of the rules that another may replace: words of doubt and of what goes on are read better than weighed."""
ELIGIBLE: tuple[Status, ...] = ("occurred", "ongoing", "planned", "proposed")
"""What may replace them."""
UNWEIGHED = word_list("types-unweighed")
OUTRIGHT = ("modifiers", "carriers", "predicates", "governors")
"""Tables of the words of status that say it outright."""
ASKED = ("WP", "WRB")
"""Tags of "how" and "what": nobody has done what he only asks how to do."""
AUTHORISED = "authorise-own"


class StatusWeights(msgspec.Struct, frozen=True):
    """Log-odds of each status for each sign, and how much likelier than the rules' a status must be to replace it."""

    weights: dict[str, dict[str, float]]
    margin: float = 0.0

    def judge(self, signs: tuple[str, ...]) -> dict[Status, float]:
        """Probability of each status."""
        sums = dict.fromkeys(WEIGHED, 0.0)
        for sign in signs:
            for status, weight in self.weights.get(sign, {}).items():
                sums[status] += weight  # type: ignore[index]
        top = max(sums.values())
        powers = {status: math.exp(value - top) for status, value in sums.items()}
        whole = sum(powers.values())
        return {status: power / whole for status, power in powers.items()}


def is_told(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether more than tense and auxiliaries gave a status: "planned", "is possible", "accused of", a refusal."""
    if draft.type in UNWEIGHED or draft.how.get("parties") == "accused" or draft.turn == AUTHORISED:
        return True
    if draft.how.get("author") == ALLEGED or draft.how.get("status") == WAR_OVER:
        return True
    if draft.hit.kind == "N" and is_weighed(draft.hit.word, lexicon):
        return True
    if draft.hit.entry.status == draft.status and not draft.turn:
        return True
    if draft.hit.kind == "N" and draft.status == "planned" and _is_called_planned(draft.hit.word, lexicon):
        return True
    if not draft.how.get("status", "").startswith(WORDS):
        return False
    cues = draft.spans.get("status", ())
    words = [t for t in draft.hit.word.sentence.tokens if t.span in cues and t.dep not in AUXILIARY]
    doubted = draft.status == "proposed" and any(t.lower in lexicon.status["doubting"] for t in words)
    let_in = draft.status == "proposed" and any(t.lemma in WAYS for t in words)
    meant = draft.hit.kind == "V" and draft.status == "proposed"
    let_in = let_in or (meant and any(t.lemma in MEANT or t.tag in ASKED for t in words))
    return doubted or let_in or any(listed(t, lexicon, table) == draft.status for t in words for table in OUTRIGHT)


def _is_called_planned(noun: Token, lexicon: Lexicon) -> bool:
    """ "The planned talks"."""
    return any(c.dep == "amod" and listed(c, lexicon, "modifiers") == "planned" for c in noun.children)


def chosen(rule: Status, shares: dict[Status, float], margin: float) -> Status:
    """The status that is likelier than the rules' by a margin, else the rules'."""
    if rule not in OPEN:
        return rule
    best = max(ELIGIBLE, key=lambda status: shares[status])
    return best if shares[best] - shares[rule] >= margin else rule


def choose_status(draft: Draft, document: Document, lexicon: Lexicon, model: StatusWeights) -> None:
    """Give a draft the status that most speaks for; where words say it outright, it stays.

    Args:
        draft: with the status that the rules gave; changed in place, with the words of its clause as evidence.
        document: its report.
        lexicon: its words of status.
        model: the fit.
    """
    if draft.status not in OPEN or is_told(draft, lexicon):
        return
    shares = model.judge(status_signs(draft, document, lexicon))
    best = chosen(draft.status, shares, model.margin)
    if best == draft.status:
        return
    draft.how["status"] = f"weighed: {shares[best]:.2f}, words alone: {draft.status}"
    draft.status = best
    if best in AHEAD and draft.how.get("date") == PRESENT:
        draft.undate()
    verb = verb_of(draft.hit.word)
    told = [draft.hit.word] if verb is None else [*auxiliaries(verb), verb]
    draft.spans["status"] = tuple(sorted(t.span for t in told))
