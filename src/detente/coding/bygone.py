"""What of the wars and occupations that are told as going on is over: "the war, which ended in 2000"."""

from __future__ import annotations

from detente.codebook import load_codebook
from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.draft import Draft
from detente.coding.noun_slots import container
from detente.coding.phrases import is_verb
from detente.coding.tense import tense_of
from detente.model import Interval, Token

WARLIKE, PAST_ENDS = frozenset({"ASSAULT", "COERCE"}), frozenset({"after", "at", "following", "since"})
LEFT, LOOKING_BACK = word_list("left-of-wars"), word_list("looking-back")
WAR_OVER = "a war that is over"
"""How such a status is read."""
OVER = frozenset({"past", "pluperfect"})
REACH = 6
"""Words up from a war that are looked at."""


def is_bygone(draft: Draft, published: Interval | None, lexicon: Lexicon) -> bool:
    """Whether a war or an occupation is over, by its own words, by who waged it, or as others look back on it.

    Args:
        draft: of force, by a noun.
        published: the report's day.
        lexicon: its words for what is over.
    """
    if draft.type not in WARLIKE or draft.hit.kind != "N":
        return False
    word = draft.hit.word
    return _is_of_former(draft, published) or _has_ended(word, lexicon) or _is_looked_back_on(word)


def _is_of_former(draft: Draft, published: Interval | None) -> bool:
    """Whether a state waged or suffered it that was no more when the report was written."""
    states = (load_codebook().state(p.state) for p in (*draft.actors, *draft.recipients) if p.state)
    lasts = [s.last for s in states if s is not None and s.last]
    return published is not None and any(int(last[:4]) < published.first.year for last in lasts)


def _has_ended(war: Token, lexicon: Lexicon) -> bool:
    """ "The war, which ended in May", "the occupation lasted a decade"."""
    verbs = [c for t in war.subtree() for c in t.children if c.dep == "relcl"]
    verbs += [war.head] if war.dep == "nsubj" and is_verb(war.head) else []
    verbs += [c for v in verbs for c in v.children if c.dep == "conj"]
    ends = (*lexicon.status["over"], "end")
    return any(v.lemma in ends and tense_of(v) in OVER for v in verbs)


def _is_looked_back_on(war: Token) -> bool:
    """ "The veterans of the war", "since the end of the occupation", "has never recovered from the invasion"."""
    above = [a for _, a in zip(range(REACH), war.ancestors(), strict=False)]
    nearest = next((i for i, a in enumerate(above) if is_verb(a)), len(above))
    nouns, verb = above[:nearest], above[nearest : nearest + 1]
    if any(a.lemma in LEFT or (a.lemma == "end" and a.head.lower in PAST_ENDS) for a in nouns):
        return True
    behind = container(war).dep in ("dobj", "nsubjpass") or (war.dep == "pobj" and war.head.lower == "from")
    return behind and any(v.lemma in LOOKING_BACK for v in verb)
