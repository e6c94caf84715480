"""What is over of the wars told as going on, and of what is told as planned: "the war, which ended in 2000"."""

from __future__ import annotations

from detente.codebook import load_codebook
from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.calendar import Calendar
from detente.coding.draft import AHEAD, Draft
from detente.coding.noun_slots import container
from detente.coding.phrases import child, is_verb
from detente.coding.telling import verb_of
from detente.coding.tense import tense_of
from detente.model import Interval, TimeMention, Token

WARLIKE, PAST_ENDS = frozenset({"ASSAULT", "COERCE"}), frozenset({"after", "at", "following", "since"})
LEFT, LOOKING_BACK = word_list("left-of-wars"), word_list("looking-back")
WAR_OVER = "a war that is over"
"""How such a status is read."""
OVER = frozenset({"past", "pluperfect"})
DATED = "its own words date it before the report"
"""How the status of a deed is read that a plan only speaks of."""
DUE, SPOKEN_OF = word_list("planned-for"), word_list("proposing") | word_list("announcing") | word_list("pledging")
HELD = frozenset({"attend", "hold", "host"})
BARE = frozenset({"weekday", "month", "month-day", "day-month", "season", "mod-month"})
"""Rules of times that a plan reads as to come or over."""
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


def settle_bygone(draft: Draft, calendar: Calendar) -> None:
    """What its own words date before the report is done: "wants the ban imposed last year lifted"; before dating."""
    if draft.status not in AHEAD or draft.hit.kind != "N" or draft.turn or calendar.published is None:
        return
    word, first = draft.hit.word, calendar.published.first
    for mention in calendar.of(word.sentence):
        over = mention.interval is not None and mention.interval.last < first
        if over and _is_of_noun(mention, calendar.head(mention), draft):
            draft.status, draft.how["status"] = "occurred", DATED
            return


def _is_of_noun(mention: TimeMention, head: Token, draft: Draft) -> bool:
    """Whether a time names a noun, or says when that was done: "the 2015 deal", "a deal struck in 2015"."""
    noun = draft.hit.word
    if head.i < noun.i:
        return head.head is noun and mention.rule not in BARE
    clause = verb_of(head)
    if clause is None or clause.head is not noun or clause.lemma in SPOKEN_OF or clause.lower in DUE:
        return False
    if draft.type == "CONSULT" and clause.lemma not in HELD:
        return False
    if clause.dep == "acl":
        return clause.tag == "VBN"
    done = clause.dep == "relcl" and tense_of(clause) in OVER
    subject = child(clause, "nsubj")
    return done and (child(clause, "auxpass") is not None or (subject is not None and subject.tag != "WDT"))
