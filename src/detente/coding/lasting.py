"""What goes on as the report is written, and what of it is over: stays, wars, measures; how far its day lies off."""

from __future__ import annotations

import math
import re

from detente.codebook.lexicon import Lexicon, word_list
from detente.coding.date_options import NEAR
from detente.coding.draft import Draft
from detente.coding.telling import verb_of
from detente.coding.tense import tense_of
from detente.model import Document, Span, Token

SPEECH = word_list("types-of-speech")
ENDING, THIS_DAY = word_list("ending"), word_list("this-day")
WEEK, MONTH = 7, 31
_LENGTH = re.compile(r"P(T?)(\d+)([HDW])")
_DAYS = {"H": 1 / 24, "D": 1.0, "W": 7.0}


def cues_of(draft: Draft) -> list[Token]:
    """The words that gave a draft its status: of its clause, else the phase word over it."""
    cues = draft.spans.get("status") or draft.spans.get("type", ())[1:]
    return [t for t in draft.hit.word.sentence.tokens if t.span in cues]


def days_to(draft: Draft, document: Document) -> int:
    """Days from the report to the deed, 0 where they overlap or either is not known."""
    published = document.published
    if draft.date is None or published is None or draft.date.overlaps(published):
        return 0
    ahead = draft.date.first > published.last
    return (draft.date.first - published.last if ahead else draft.date.last - published.first).days


def is_over(draft: Draft, document: Document) -> bool:
    """Whether what would go on is dated before the report: "its war with X last year"."""
    published = document.published
    word = draft.hit.word
    if draft.hit.kind == "V" and tense_of(word) == "present" and _is_of_chronology(draft, document):
        return True
    if draft.hit.kind == "V" and tense_of(word) in ("present", "progressive", "perfect-progressive"):
        return False
    if any(c.lower == "since" for t in (word, word.head) for c in t.children if c.dep == "mark"):
        return False
    return draft.date is not None and published is not None and draft.date.last < published.first


def is_told_beside(draft: Draft) -> bool:
    """Whether the day of what goes on is that of something beside it: "on Monday he stressed X's arms sales to Y"."""
    if draft.date is None or draft.date.days > MONTH or draft.type == "CONSULT":
        return False
    said = draft.type not in SPEECH and any(o.kind == "saying" for o in draft.options if o.days == draft.date)
    return said or draft.how.get("date") in (NEAR, "governing clause")


def is_kept_up(draft: Draft, lexicon: Lexicon) -> bool:
    """ "Will continue its aid", "will keep arming X": it is there already."""
    return any(t.dep == "aux" and t.head.lemma in lexicon.status["keeping"] for t in cues_of(draft))


def _is_of_chronology(draft: Draft, document: Document) -> bool:
    """Whether the present tense tells of one day weeks before: "May 4, 2003: X recalls its envoy"."""
    if draft.date is None or draft.date.days > 2 or days_to(draft, document) >= -WEEK:
        return False
    return any(document.text[: span.start].rstrip(" ")[-1:] in ("", "\n") for span in draft.spans.get("date", ()))


def went_on(draft: Draft, document: Document, lexicon: Lexicon) -> bool:
    """Whether it went on when it was last heard of: "the shelling continued on Monday", told on Wednesday."""
    on = any(t.lemma in lexicon.status["going_on"] for t in cues_of(draft))
    return on and draft.date is not None and draft.date.days <= WEEK and days_to(draft, document) >= -WEEK


def stay_of(draft: Draft, document: Document) -> Span | None:
    """The words of how long a visit lasts ("on a three-day visit") that may not be over as the report is written."""
    word, published = draft.hit.word, document.published
    verb = verb_of(word.head)
    if draft.type != "CONSULT" or draft.hit.kind != "N" or (verb is not None and tense_of(verb) == "pluperfect"):
        return None
    if is_ended(word):
        return None
    for mention in document.times:
        length = _LENGTH.fullmatch(mention.value or "") if mention.kind == "duration" else None
        if length is None or document.tokens[mention.tokens[1] - 1].head is not word:
            continue
        days = math.ceil(int(length[2]) * _DAYS[length[3]])
        begun = draft.date.first if draft.date is not None and draft.date.days <= days else None
        if draft.date is not None and begun is None:
            return None
        if begun is None or published is None or (published.last - begun).days < days:
            return mention.span
    return None


def is_ended(word: Token) -> bool:
    """Whether the words over a stay say that it is over: "at the end of a visit", "wrapped up talks"."""
    verb = verb_of(word.head)
    back = word.dep == "pobj" and word.head.lower == "from"  # "flew home from a visit"
    return back or any(t.lemma in ENDING for t in (word.head, word.head.head, *((verb,) if verb is not None else ())))


def is_under_way(draft: Draft, document: Document, lexicon: Lexicon) -> bool:
    """Whether a guest has just come: "arrived on Monday", told that day; "for a three-day visit", the next too."""
    published = document.published
    if draft.type != "CONSULT" or draft.hit.kind != "V" or draft.date is None or published is None:
        return False
    if draft.kind == "body" and tense_of(draft.hit.word) == "present":
        today = any(c.lower in THIS_DAY for c in draft.hit.word.children)
        return today and draft.date.overlaps(published) and not draft.hit.slots.passive
    sentence = draft.hit.word.sentence
    lasts = any(m.kind == "duration" and document.tokens[m.tokens[0]].sentence is sentence for m in document.times)
    just = draft.date.days <= 2 and published.days <= 2 and days_to(draft, document) >= (-1 if lasts else 0)
    return just and draft.hit.word.lemma in lexicon.status["arriving"] and draft.hit.word.dep != "relcl"
