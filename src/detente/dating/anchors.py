"""What known events say about the day of a report that tells of them: it is no older, or so long after."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from datetime import date, timedelta

from detente.dating.attach import distance, mention_head
from detente.dating.candidates import candidates_named
from detente.dating.carriers import carriers
from detente.dating.clauses import clause_tense, clause_verb, is_verb
from detente.dating.counted import counted_told
from detente.dating.days import Days
from detente.dating.holders import OPEN, START, Evidence
from detente.dating.journeys import journeys_told
from detente.dating.landmarks import KEY, WORDS, Told, compiled, folded, landmarks_told, read_days, table, telling
from detente.dating.meetings import NEWS_TIMES, gatherings_told
from detente.dating.occasions import fresh_holders, occasions_told
from detente.dating.solving import solve
from detente.dating.titled import no_longer, titled
from detente.dating.yearless import is_name
from detente.model import Document, Span, TimeMention, Token

_NEWS = 3
"""Sentences of the body that tell the news: an administration named in them is in office."""
_BRIEF = 30
"""Days that a meeting lasts at most whose times are solved."""
_FRESH, _RECENT = 10, 366
"""Days after a landmark in which a lead tells it as the news, and in passing."""
_SENTENCE = 8
"""Words that the lead has at least: less is a by-line."""
_BEFORE = 6
"""Words before a landmark in which it is said to be only thought of."""
_OF_DAYS = frozenset(
    {"weekday", "weekday-direction", "weekday-part-first", "last-night", "month-day", "day-month", "month"}
)
"""Rules for times of one day: such a day is that of a landmark by chance only once in a while."""
_AFTER = re.compile(
    r"\b((?:(?:less|more) than |nearly |almost |over |just |about |barely )?"
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:day|week|month|year)s?) (?:after|since)\b",
    re.IGNORECASE,
)
_SOME = re.compile(r"\b(days|weeks|months) (?:after|since)\b", re.IGNORECASE)
_SOME_DAYS = {"days": (1, 21), "weeks": (7, 92), "months": (28, 550)}
"""Days that can lie between an event and what is told as days, weeks or months after it."""
_CLOSE = 60
"""Characters between "after" and what it names."""
_LOOKS_BACK = re.compile(
    r"\b(?:(?:19|20)\d\d|last year|years? (?:ago|after|before|later|earlier)|decades?|anniversary|since)\b",
    re.IGNORECASE,
)
"""Words of a sentence by which what it tells may be long over."""
_SEASON, _TALK = 92, 366
"""Days between events that are told together, and after them in which reports tell of them so."""
_YEAR_BEFORE = re.compile(r"\b(?:19|20)\d\d,?\s(?:[\w-]+\s){0,3}$")
_PLACED = frozenset(
    {"month", "mod-month", "month-year", "month-direction", "direction-period", "season", "season-direction", "year"}
)
"""Rules for times of a month or more: in such a sentence, what is so long after something is of that time."""
_CLAUSES = frozenset({"ccomp", "relcl", "acl", "advcl", "parataxis"})
_BACK_TO = frozenset({"after", "since", "following", "over", "about", "against", "despite", "before", "until"})


def anchored(document: Document, times: tuple[TimeMention, ...]) -> Iterator[Evidence]:
    """The evidence of what has known days: first by the times told of it, then as limits."""
    told = [*landmarks_told(document), *occasions_told(document)]
    by_sentence: dict[int, list[TimeMention]] = {}
    for mention in times:
        by_sentence.setdefault(document.tokens[mention.tokens[0]].sentence.index, []).append(mention)
    lead = next((s for s in document.sentences if s.kind == "body" and len(s.tokens) >= _SENTENCE), None)
    limits: list[Evidence] = []
    news: list[Evidence] = []
    for journey, limit in journeys_told(document):
        here = by_sentence.get(journey.tokens[0].sentence.index, [])
        yield from _by_times(document, journey, here)
        if limit is not None and all(m.rule in NEWS_TIMES for m in here if m.kind == "date"):
            limits.append(limit)
    for gathering in gatherings_told(document):
        here = by_sentence.get(gathering.tokens[0].sentence.index, [])
        yield from _by_times(document, gathering, here)
    for counted, left in counted_told(document):
        here = by_sentence.get(counted.tokens[0].sentence.index, [])
        if all((last - first).days <= _BRIEF for first, last in counted.days):
            yield from _by_times(document, counted, here)
        if not any(_says_when(counted, m) for m in here):
            limits.append(left)
    for one in told:
        here = by_sentence.get(one.tokens[0].sentence.index, [])
        yield from _by_times(document, one, here)
        yield from _by_distance(document, one, here)
        limits += _limits(one)
        if one.tokens[0].sentence is lead and all(m.rule in NEWS_TIMES for m in here if m.kind == "date"):
            news += _news(one)
    yield from limits
    yield from fresh_holders(document)
    yield from candidates_named(document)
    yield from titled(document)
    yield from eras(document)
    yield from news
    yield from _told_together(document, told)


def _by_times(document: Document, told: Told, times: list[TimeMention]) -> Iterator[Evidence]:
    """Days on which the times that go with something told can have been written."""
    if told.why == "landmark" and _asked_for(told):
        return
    for mention in times:
        if mention.kind != "date" or mention.part not in ("on", "since", "after"):
            continue
        head = mention_head(document, mention)
        if told.why == "landmark" and head.head.lemma in telling("votes"):
            continue  # votes come round: elections.csv knows them all
        words = mention.span.of(document.text)
        near = mention.rule in _OF_DAYS
        if is_name(document, mention):
            continue
        if not any(_dates(head, token, near) or (near and _governs(head, token)) for token in told.tokens):
            continue
        ways = ["future"] if told.foreseen and clause_tense(head) == "future" else ["past"]
        if told.foreseen and clause_tense(head) == "present":
            ways = ["past", "future"]
        if told.foreseen and not is_verb(head.head) and (head.head.dep != "prep" or not is_verb(head.head.head)):
            ways = ["past", "future"]
        days = sorted({run for known in told.days for tense in ways for run in solve(words, tense, known)})
        if days:
            days += [(told.beyond, OPEN)] if told.beyond else []
            yield Evidence(_merged(days), f"{told.why} and time", (told.span, mention.span), firm=False, exact=True)


def _by_distance(document: Document, told: Told, times: list[TimeMention]) -> Iterator[Evidence]:
    """ "Less than a week after the vote", "weeks after": as far from what is told, where the present is told so."""
    sentence = told.tokens[0].sentence
    before = document.text[sentence.span.start : told.span.start]
    matches = sorted((*_AFTER.finditer(before), *_SOME.finditer(before)), key=lambda m: (m.end(), m.start()))
    if not matches or len(before) - matches[-1].end() > _CLOSE:
        return
    match = next(m for m in matches if m.end() == matches[-1].end())
    passage = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
    if any(m.rule in _PLACED and m.span.end <= passage.start for m in times):
        return
    link = next((t for t in sentence.tokens if t.end >= sentence.span.start + match.end()), None)
    verb = clause_verb(link) if link is not None else None
    if verb is None or any(c.lower == "had" for c in verb.children):
        return
    if some := _SOME_DAYS.get(match[1].lower()):
        days = [(first + timedelta(some[0]), last + timedelta(some[1])) for first, last in told.days]
    else:
        days = sorted({run for known in told.days for run in solve(f"{match[1]} ago", "past", known)})
    if days:
        yield Evidence(_merged(days), f"so long after a {told.why}", (told.span, passage), firm=False, exact=True)


def _told_together(document: Document, told: list[Told]) -> Iterator[Evidence]:
    """Events of one season told as known, without their year: the report is of the year after them.

    One may be recalled from long ago; two that lie close together, and none later, are what the report's time talks of.
    """
    recent: dict[date, Span] = {}
    for one in told:
        single = one.why == "landmark" and one.days[0][0].year == one.days[-1][1].year
        looks_back = _LOOKS_BACK.search(one.tokens[0].sentence.span.of(document.text))
        if single and not looks_back and _told_as(one) == "past":
            recent.setdefault(one.days[0][0], one.span)
    days = sorted(recent)
    if len(days) > 1 and (days[-1] - days[-2]).days <= _SEASON:
        spans = (recent[days[-2]], recent[days[-1]])
        yield Evidence(
            ((days[-1], days[-1] + timedelta(_TALK)),), "events told together", spans, firm=False, exact=True
        )


def _says_when(told: Told, mention: TimeMention) -> bool:
    """Whether a time of the sentence states the year of what is told: then it may be long over."""
    interval = mention.interval
    if interval is None or interval.how != "stated" or mention.rule == "named-period":
        return False
    return any(first.year <= interval.last.year and interval.first.year <= last.year for first, last in told.days)


def _dates(head: Token, token: Token, near: bool) -> bool:
    """Whether a time goes with a word of what is told; one of a single day may do so over a verb that tells of it."""
    if token.pos not in ("NOUN", "PROPN") and not is_verb(token):
        return False
    reached = [
        carrier for how, carrier, cost in carriers(token) if how == "own clause" and cost <= (1 if near else 0.5)
    ]
    far = [distance(head, carrier) for carrier in reached]
    return any(way is not None and way <= 2 for way in far)


def _governs(head: Token, token: Token) -> bool:
    """Whether a time hangs on a verb that the word is part of, without a clause or a look back between."""
    verb = clause_verb(head)
    if verb is None or distance(head, verb) is None:
        return False
    word = token
    while word is not verb:
        if word.dep in _CLAUSES or word.lower in _BACK_TO or word.head is word:
            return False
        word = word.head
    return True


def _limits(told: Told) -> Iterator[Evidence]:
    """A report is no older than what it tells as done, and no younger than what it looks ahead to."""
    words = {t.lemma for t in told.tokens}
    if told.why != "landmark" or (words & telling("votes") and not words & telling("over")):
        return
    tense = _told_as(told)
    if tense == "past":
        yield Evidence(((told.days[0][0], OPEN),), told.why, (told.span,), firm=False, exact=True)
    elif tense == "future" and told.foreseen:
        yield Evidence(((START, told.days[-1][1]),), f"{told.why} ahead", (told.span,), firm=False, exact=True)


def _news(told: Told) -> Iterator[Evidence]:
    """The days of a report whose lead tells of a landmark: few where it is the news, a year in passing."""
    if told.why != "landmark" or _told_as(told) != "past":
        return
    most = _FRESH if any(_main_verb(t) for t in told.tokens) else _RECENT
    days = tuple((first, last + timedelta(most)) for first, last in told.days)
    yield Evidence(days, "landmark in the lead", (told.span,), firm=False, exact=True)


def _main_verb(token: Token) -> bool:
    """Whether a word is the verb of a main clause in the plain past or present."""
    if not is_verb(token) or any(c.lower in ("had", "have", "has", "having") for c in token.children):
        return False
    above = token
    while above.dep == "conj" and is_verb(above.head):
        above = above.head
    return above.dep == "ROOT"


def _told_as(told: Told) -> str | None:
    """ "past" for what is told as done, "future" for what lies ahead, None where it is only thought of."""
    if _only_thought(told):
        return None
    tenses = {clause_tense(t) for t in told.tokens if is_verb(t)} or {clause_tense(t) for t in told.tokens}
    if any(t.tag == "VB" and any(c.tag == "TO" for c in t.children) for t in told.tokens):
        return None
    if "future" in tenses:
        return "future" if len(tenses) == 1 and not any(t.lemma in telling("over") for t in told.tokens) else None
    if told.foreseen and "past" not in tenses:
        return None
    return "past"


def _only_thought(told: Told) -> bool:
    """Whether what is told is asked for, feared or thought of: no more can be said of when."""
    sentence = told.tokens[0].sentence
    first = min(t.i for t in told.tokens) - sentence.tokens[0].i
    last = max(t.i for t in told.tokens) - sentence.tokens[0].i
    return any(t.lower in telling("thought") for t in sentence.tokens[max(first - _BEFORE, 0) : last])


def _asked_for(told: Told) -> bool:
    """Whether what is told is the object of wishing, asking or stopping: the time is that of the asking."""
    first = min(told.tokens, key=lambda t: t.i)
    above = list(first.ancestors())[:4]
    return any(t.lower in telling("thought") and t.pos == "VERB" and t.i < first.i for t in above)


def _merged(days: list[Days]) -> tuple[Days, ...]:
    merged: list[Days] = []
    for first, last in days:
        if merged and first <= merged[-1][1] + timedelta(1):
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(merged)


@functools.cache
def _eras() -> dict[str, tuple[tuple[int, str, tuple[Days, ...]], ...]]:
    """The names of eras.csv with their row and days, by the first letters of their first word.

    What comes round has its stretches of days in the place of the first day.
    """
    found: dict[str, list[tuple[int, str, tuple[Days, ...]]]] = {}
    for index, row in enumerate(table("eras")):
        first = date.fromisoformat(row["first"]) if row["first"] and "/" not in row["first"] else START
        last = date.fromisoformat(row["last"]) if row["last"] else OPEN
        days = read_days(row["first"]) if "/" in row["first"] else ((first, last),)
        for name in row["names"].split("|"):
            found.setdefault(WORDS.findall(name.lower())[0][:KEY], []).append((index, name, days))
    return {key: tuple(eras) for key, eras in found.items()}


def eras(document: Document) -> Iterator[Evidence]:
    """Names that stand for something only since, or until, a known day."""
    known = _eras()
    seen: set[int] = set()
    body = [s.span.end for s in document.sentences if s.kind == "body"][:_NEWS]
    lead = body[-1] if body else 0
    text = folded(document.text)
    for word in WORDS.finditer(text):
        for index, name, days in known.get(word[0][:KEY].lower(), ()):
            match = compiled(name).match(text, word.start()) if index not in seen else None
            if match is None or no_longer(text, match.start()) or _of_a_year(text, match.start()):
                continue
            seen.add(index)
            acts = match.start() <= lead and _acts(document, match.end())
            if match[0].lower().endswith("administration") and not acts:
                days = ((days[0][0], OPEN),)
            yield Evidence(days, "name of its time", (Span(*match.span()),), firm=False, exact=True)


def _of_a_year(text: str, start: int) -> bool:
    """Whether a year stands close before a place of a text: what is named there is told of that year."""
    return _YEAR_BEFORE.search(text[max(start - _CLOSE, 0) : start]) is not None


def _acts(document: Document, end: int) -> bool:
    """Whether the word that ends there is the subject of a main clause, which does not look back ("had adopted")."""
    token = next((t for t in document.tokens if t.end >= end), None)
    if token is None or token.dep != "nsubj" or token.head.dep not in ("ROOT", "ccomp", "conj"):
        return False
    return not any(c.lower == "had" for c in token.head.children)


__all__ = ["anchored"]
