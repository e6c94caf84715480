"""All time expressions of a report, each read relative to the report's own day and the tense of its clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from detente.codebook.lexicon import word_list
from detente.dating.attach import AFTER, load_travel, spoken_on
from detente.dating.clauses import clause_tense, clause_verb, hangs_on, is_verb, said_then, verb_tense
from detente.dating.grammar import load_grammar
from detente.dating.phrase import read_phrase, scan
from detente.dating.reading import Reading
from detente.model import Document, Interval, Span, TimeMention, Token

Found = tuple[Reading, TimeMention]
_RANGES = frozenset({"days-of-month", "day-to-day", "month-to-month", "years", "years-short", "weekdays"})


def find_times(document: Document) -> tuple[TimeMention, ...]:
    """Find and read the time expressions in the sentences of a report.

    Args:
        document: with its sentences and, where known, the day it was published.
    Returns:
        Mentions in text order; `interval` is None where the words bound nothing (or the report's day is not known).
    """
    found: list[TimeMention] = []
    previous: Reading | None = None
    told, published = 0, document.published
    for number, (_, group) in enumerate(groupby(document.sentences, key=lambda s: s.line)):
        tokens = [token for sentence in group for token in sentence.tokens]
        if published is not None and published.how == "handed" and _tells_of_yesterday(found, published):
            published = published.read_as("stated")  # so its day is not behind the clock
        for reading, mention in _find_in_line(
            document, tokens, published, previous if number - told <= _LINES else None
        ):
            if mention.interval and mention.kind == "date" and not reading.anaphoric:
                previous, told = reading, number
            found.append(mention)
    return tuple(found)


_LINES = 1
"""Lines after one with a day in which "a week later" counts from that day."""


def _tells_of_yesterday(found: list[TimeMention], published: Interval) -> bool:
    """Whether the first day of the week that a report names is the one before its own."""
    first = next((m for m in found if m.rule == "weekday" and m.interval), None)
    days = first.interval if first is not None else None
    return days is not None and days.days == 1 and (published.first - days.first).days == 1


def _find_in_line(
    document: Document, tokens: list[Token], published: Interval | None, previous: Reading | None
) -> Iterator[Found]:
    """The time expressions of one line; a sentence that the parser cut in two does not cut them."""
    offset, starts = tokens[0].start, [t.start for t in tokens]

    def tense_at(start: int, end: int) -> str | None:
        token = _head(tokens, starts, offset + start, offset + end)
        return _looking(token, clause_tense(token)) if token else None

    text = document.text[offset : tokens[-1].end]
    for reading in scan(text, published, tense_at, previous):
        mention = _mention(reading, tokens, starts, offset)
        if mention and not (mention.rule == "month" and _is_surname(document, mention)):
            yield reading, mention


def _is_surname(document: Document, mention: TimeMention) -> bool:
    """Whether a month is the name of somebody: "apologised to May", but not "in May"."""
    at = mention.tokens[0]
    if document.tokens[at].head.lower in _OF_TIME:
        return False
    return any(m.kind == "person" and m.tokens[0] <= at < m.tokens[1] for m in document.mentions)


_OF_TIME = frozenset({"during", "in", "of", "since", "until"})
"""Prepositions behind which a month is no name."""


_COMINGS = frozenset({"meet", "visit", "arrive", "open", "hold"})
"""Verbs of telling (as the table has them) whose present tense can be a plan."""


def _looking(token: Token, tense: str | None) -> str | None:
    """Where a time points: with its verb, where it hangs on that; a noun of a telling or lasting present looks back.

    "They meet on Monday" looks ahead; "The report says ... the raid on Monday" does not tell.
    """
    verb = clause_verb(token)
    if verb is None:
        return tense
    if (saying := said_then(token)) is not None:
        return verb_tense(saying)
    if spoken_on(token, journeys=False) is not None:
        return "past"
    noun = _noun_of(token)
    if noun is not None and _is_known_over(noun, tense):
        return "past"
    if tense == "future" and _is_due_then(verb):
        return "was-due"
    if tense == "future" and (_is_infinitive(verb) or _was_due(verb)):
        return "near-future"
    if _is_behind(token, AFTER if tense in ("past", "present") else _REGARDLESS):
        return "past"
    if tense == "past" and _is_awaited(token, verb):
        return "near-future"
    if tense == "present" and _is_charged(verb):
        return "past"
    if tense == "past" and _is_told_over(verb, token):
        return "over"
    if not hangs_on(token, verb):
        return "near-past" if tense == "past" else "near-future" if tense == "future" else None
    if tense == "present":
        return (
            None if verb.lemma in load_travel().speech and verb.lemma not in ("meet", "visit", "arrive") else "future"
        )
    return tense


def _noun_of(time: Token) -> Token | None:
    """The noun that a time stays with: "Monday's [attack]", "the [attack] on Monday", "a May [summit]"."""
    noun = time.head.head if time.dep == "pobj" else time.head
    return noun if noun.pos == "NOUN" and noun is not time else None


def _is_known_over(noun: Token, tense: str | None) -> bool:
    """Whether what a noun names is over, whenever the rest is: "vowed to answer the attack", "held a May summit"."""
    travel = load_travel()
    held = noun.dep == "dobj" and tense == "past" and noun.head.lemma in travel.holds
    return held or (noun.lemma in travel.unforeseen and not any(c.lower in _AHEAD for c in noun.children))


_AHEAD = frozenset({"planned", "possible", "future", "imminent", "potential"})


def _was_due(verb: Token) -> bool:
    """Whether something was then planned for a day: "was scheduled for May" may be over."""
    return any(c.tag == "VBD" and c.dep in ("aux", "auxpass") for c in verb.children)


def _is_due_then(verb: Token) -> bool:
    """Whether a deed was then due: "was due to meet X on Monday", "had been expected to sign it on Monday"."""
    above = verb.head
    due = above if is_verb(above) else above.head
    was = due.tag == "VBD" or any(c.tag == "VBD" for c in due.children if c.dep in ("aux", "auxpass"))
    return verb.dep == "xcomp" and was and above.lower in _DUE


_DUE = word_list("planned-for")
"""Words that say of a deed when it is to be."""


def _is_infinitive(verb: Token) -> bool:
    """Whether a verb is what somebody did something to do: "in a bid to seize the port in May" may be over."""
    above = clause_verb(verb.head) if verb.head is not verb else None
    led = any(c.tag == "TO" for c in verb.children) and not any(c.tag == "MD" for c in verb.children)
    return led and above is not None and above is not verb and verb_tense(above) == "past"


def _is_charged(verb: Token) -> bool:
    """Whether a deed is what somebody is blamed or praised for ("blames X for closing the port"): it was done."""
    prep = verb.head
    if verb.dep != "pcomp" or verb.tag != "VBG" or prep.lower not in ("for", "of", "over"):
        return False
    above = prep.head
    return above.lemma in load_travel().charges or (
        is_verb(above) and any(c.dep in ("dobj", "nsubjpass") for c in above.children)
    )


def _is_told_over(verb: Token, time: Token) -> bool:
    """Whether a time follows at once on a participle of what is over: "the quarter ended Oct. 31"."""
    return verb.dep == "acl" and verb.tag == "VBN" and min(t.i for t in time.subtree()) == verb.i + 1


def _is_awaited(time: Token, verb: Token) -> bool:
    """Whether a time is that of what something is done ahead of: "met X ahead of the summit on Saturday"."""
    for word in (time, *time.ancestors()):
        if word is verb:
            return False
        if word.lower == "of" and word.head.lower == "ahead":
            return True
    return False


_REGARDLESS = frozenset({"despite"})
"""Prepositions of what is over whenever the rest is."""


def _is_behind(token: Token, over: frozenset[str]) -> bool:
    """Whether a time stands in what a preposition names as over ("following the raid on Monday")."""
    over |= _REGARDLESS
    for word in token.ancestors():
        if is_verb(word) and word.dep != "prep":
            return any(c.lower in over and c.dep == "prep" and _is_beside(c, token) for c in word.children)
        if word.lower in over and word.dep == "prep" and token.dep != "npadvmod" and token.head is not word:
            return True
    return False


def _is_beside(preposition: Token, token: Token) -> bool:
    """Whether a time follows at once on what a preposition introduces: "after the vote [in May]", read apart."""
    time = token.head if token.head.dep == "prep" else token
    if time.head is not preposition.head or time.i < preposition.i:
        return False
    return max(t.i for t in preposition.subtree()) == min(t.i for t in time.subtree()) - 1


def _head(tokens: list[Token], starts: list[int], start: int, end: int) -> Token | None:
    """The topmost token of a range of characters."""
    first, last = _range(starts, start, end)
    base = tokens[0].i
    return next((t for t in tokens[first:last] if not first <= t.head.i - base < last or t.head is t), None)


def _range(starts: list[int], start: int, end: int) -> tuple[int, int]:
    return max(bisect_right(starts, start) - 1, 0), bisect_left(starts, end)


def _mention(reading: Reading, tokens: list[Token], starts: list[int], offset: int) -> TimeMention | None:
    first, last = _range(starts, offset + reading.start, offset + reading.end)
    words = tokens[first:last]
    if not words or _misread(reading, words):
        return None
    if reading.rule in _OFFSETS and words[-1].lower in ("before", "after") and _governs(words[-1]):
        reading = _as_length(reading, words)
        last -= 1
    if reading.rule == "in-units" and reading.kind == "date" and _is_ranked(tokens, first):
        reading = replace(reading, interval=None, kind="duration")
    if reading.rule == "direction-period" and words[0].lower == "this" and _is_numbered(tokens, first):
        reading = replace(reading, interval=None, kind="duration")
    if reading.rule == "direction-period" and words[-1].lower == "day" and not _is_of_a_stretch(tokens, first):
        reading = replace(reading, interval=None, kind="duration")
    if reading.rule == "same-day" and last < len(tokens) and tokens[last].lower in ("that", "as", "when"):
        reading = replace(reading, interval=None, value=None)
    base = tokens[0].i
    return TimeMention(
        span=Span(offset + reading.start, offset + reading.end),
        interval=reading.interval,
        tokens=(base + first, base + last),
        value=reading.value,
        kind=reading.kind,
        part="on" if reading.rule in _RANGES else _part(tokens, first),
        rule=reading.rule,
    )


_REACH = 16
_ORDER = frozenset({"first", "second", "third", "only"})


def _is_ranked(tokens: Sequence[Token], first: int) -> bool:
    """ "The first to visit X in ten years", "the largest raid in a decade": what was not for so long."""
    before = (t for t in tokens[max(first - _REACH, 0) : first] if t.sentence is tokens[first].sentence)
    return any(t.tag in ("JJS", "RBS") or (t.lower in _ORDER and t.tag == "JJ") for t in before)


_BETWEEN = frozenset({"ADJ", "ADP", "DET", "NOUN", "NUM", "PART", "PROPN"})


def _is_numbered(tokens: Sequence[Token], first: int) -> bool:
    """ "Its third raid on X this year": the day of that raid is another, which the words do not say."""
    ordinals = load_grammar().words["ordinal"]
    for token in reversed(tokens[max(first - _REACH, 0) : first]):
        if token.lower in ordinals and token.tag == "JJ" and token.dep == "amod":
            return True
        if token.pos not in _BETWEEN:
            return False
    return False


def _is_of_a_stretch(tokens: Sequence[Token], first: int) -> bool:
    """ "In the last day": not "on its last day in office", which may be any."""
    return any(t.lower in ("in", "over", "within") for t in tokens[max(first - 2, 0) : first])


_OFFSETS = frozenset({"earlier", "later", "day-before", "day-after"})


def _governs(word: Token) -> bool:
    """Whether "before" or "after" has words of its own ("a day after the vote", "two weeks before he left")."""
    if word.dep == "mark":
        return True
    return any(child.i > word.i for child in word.children) or word.dep == "prep"


def _as_length(reading: Reading, words: list[Token]) -> Reading:
    """The distance from another deed, which says when only together with that deed."""
    end = reading.end - (words[-1].end - words[-2].end)
    value = read_phrase(" ".join(t.text for t in words[:-1]), None)
    return Reading(None, value.value if value else None, "offset", "duration", None, False, reading.start, end)


def _misread(reading: Reading, tokens: list[Token]) -> bool:
    """A verb, a surname, a number: words that look like a date and are none."""
    if reading.rule == "month":
        word = tokens[0]
        if word.lower not in ("may", "march", "august", "april", "june"):
            return False
        if word.pos in ("VERB", "AUX") or word.dep in ("nsubj", "nsubjpass", "compound", "poss", "dobj", "appos"):
            return word.dep != "compound" or word.head.pos == "PROPN" or word.lower == "may"
        return word.lower == "may" and word.dep != "pobj"
    if reading.rule == "year":
        return _counts(tokens[-1]) or _is_hour(tokens[-1])
    if reading.rule in ("today", "direction-period") and _named(tokens):
        return True
    if reading.rule == "day-of-this-month":
        return tokens[-1].head.i > tokens[-1].i or any(t.dep == "amod" for t in tokens)
    if reading.rule == "duration" and tokens[-1].lower == "second":
        return tokens[-1].dep == "amod" or tokens[-1].tag == "JJ"
    if reading.rule == "holiday":
        return (tokens[0].dep == "compound" and tokens[-1].head.i > tokens[-1].i) or _prefixed(tokens[0])
    if reading.rule == "season":
        last = tokens[-1]
        if last.lower == "fall":
            return last.dep not in ("pobj", "npadvmod", "compound")
        return last.pos in ("VERB", "AUX") or (tokens[0] is last and last.dep in ("compound", "nmod", "amod"))
    return False


def _prefixed(word: Token) -> bool:
    """Whether a word is the end of a compound: "a post-Christmas visit", "pre-Easter talks"."""
    index = word.i - word.sentence.tokens[0].i
    return index > 1 and word.sentence.tokens[index - 1].text in ("-", "–") and word.head.i > word.i


def _counts(year: Token) -> bool:
    """Whether four digits count something ("2000 troops"), or stand where hardly a year would ("1100")."""
    index = year.i - year.sentence.tokens[0].i
    before = year.sentence.tokens[index - 1] if index else None
    if before is not None and (before.pos == "ADP" or before.text in "(["):
        return before.lower in ("than", "about", "around") and year.dep == "nummod"
    if not year.text.isdigit() or not 1900 <= int(year.text) <= 2050:
        return year.dep == "nummod" or before is None
    counted = year.dep == "nummod" and year.head.i > year.i and year.head.tag == "NNS"
    return counted and before is not None and (before.pos in ("VERB", "ADV", "NUM", "AUX") or before.lower == "some")


def _is_hour(number: Token) -> bool:
    """Whether four digits are a time of the day: "1130 GMT"."""
    words = number.sentence.tokens
    after = number.i - words[0].i + 1
    return after < len(words) and words[after].lower in load_grammar().words["zone"]


def _named(tokens: list[Token]) -> bool:
    """A newspaper or programme: "USA Today", "This Week With ..."."""
    first, last = tokens[0], tokens[-1]
    if not (first.text[:1].isupper() and last.text[:1].isupper()) or first.sentence.kind == "headline":
        return False
    return first is not first.sentence.tokens[0] and (first.pos == "PROPN" or last.pos == "PROPN" or first is not last)


def _part(tokens: list[Token], first: int) -> str:
    """The sense of the preposition before a time expression."""
    senses = load_grammar().words["preposition"]
    before = [t.lower for t in tokens[max(first - 3, 0) : first]]
    while before and before[-1] in ("the", "about", "around", "early", "late", "mid", "at", "least", "-"):
        before.pop()
    if not before:
        return "on"
    return str(senses.get(" ".join(before[-2:])) or senses.get(before[-1]) or "on")
