"""The days that a draft could have: by its own words, its saying, a clause beside, the report, what is told before.

Each option says how it was found and what kinds of evidence speak for it (`date_signs`); `date_choice` weighs them.
What several ways lead to is one option with the evidence of all of them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from detente.codebook.lexicon import word_list
from detente.coding.apart import (
    is_lasting,
    is_of_its_cause,
    is_of_opinion,
    is_of_speaker,
    is_of_topic,
    is_only_named,
    is_vague,
)
from detente.coding.background import (
    find_background,
    is_anchored,
    is_before,
    is_of_office,
    is_said_now,
    occasion_of,
    stands_off,
)
from detente.coding.date_signs import Signs, is_judged
from detente.coding.draft import AHEAD, Dated, DateOption, Draft, Present, When
from detente.coding.parties import keys
from detente.coding.phrases import has_to, is_verb
from detente.coding.sources import Source
from detente.coding.telling import OVER, tense_form, verb_of, way_to
from detente.coding.written import report_days, written_on
from detente.model import Document, Interval, Sentence, Span, TimeMention, Token

PRESENT, NEAR, THREAD = "the report's present", "same sentence", "told just before"
SPEECH, AWAITED = word_list("types-of-speech"), word_list("types-awaited")
NOT_NOW = frozenset({"ongoing", "planned", "proposed"})
"""Statuses of what did not happen on the report's day: it goes on, or lies ahead."""
REQUITING = frozenset({"COERCE", "CONCEDE", "SANCTION"})
"""Types of what is done for a deed that has a day of its own."""
WEEK, YEAR = 7, 364
OPEN = 400
"""Days within which a report's own must be known to date its news by it, and by the days of its week."""
NEWS_TIMES = frozenset({"today", "weekday", "weekday-part-first", "last-night", "weekend"})
OF_NO_DAY = frozenset({"past", "vague-ago"})
"""What is told of no day that a reader knows: "at the time", "several years ago"."""
OF_THAT_YEAR = frozenset({"day-of-that-year", "month-of-that-year"})
WIDEST = 50 * 366
"""A time of more days says nothing of when a deed was done: "in the 21st century"."""
ANNOUNCING, OBJECTS = word_list("announcing"), frozenset({"dobj", "nsubjpass"})
UNDONE, DONE = frozenset({"postponed", "cancelled"}), frozenset({"occurred", "ongoing"})
TIMES = word_list("time-prepositions")
DUE, LAPSING = word_list("planned-for"), word_list("lapsing")
WAYS, UNITS = word_list("time-ways"), word_list("time-units")
"""How the clause of a time may lie to that of the deed it dates."""


class Calendar:
    """The days of one report, looked up by sentence, and those of the deeds told so far."""

    def __init__(self, document: Document, when: When, present: Present) -> None:
        self.document, self._when, self.present = document, when, present
        self._dated: dict[int, Dated | None] = {}
        self.published = written_on(document)
        self.background = find_background(document)
        self.times: dict[int, list[TimeMention]] = {}
        self.by_span: dict[Span, TimeMention] = {}
        self.vague: set[int] = set()
        """Verbs of what was done "several years ago"."""
        for mention in document.times:
            self.by_span[mention.span] = mention
            if (mention.rule in OF_NO_DAY or _is_of_unknown(mention)) and (
                verb := verb_of(self.head(mention))
            ) is not None:
                self.vague.add(verb.i)
            if mention.interval is not None and mention.kind == "date" and mention.rule != "named-period":
                self.times.setdefault(document.tokens[mention.tokens[0]].sentence.index, []).append(mention)
        self.ranks: dict[int, int] = {}
        rank = 0
        for sentence in document.sentences:
            self.ranks[sentence.index] = rank
            rank += sentence.kind == "body"
        self.told: list[Draft] = []
        """Drafts that have been dated, or left open, in the order of their words."""

    def when(self, token: Token) -> Dated | None:
        """The days of the clause of a token, its words, and how they were found; looked for once."""
        if token.i not in self._dated:
            self._dated[token.i] = self._when(self.document, token.i)
        return self._dated[token.i]

    def of(self, sentence: Sentence) -> list[TimeMention]:
        """The time expressions of a sentence that name days."""
        return self.times.get(sentence.index, [])

    def options(self, draft: Draft, source: Source | None) -> list[DateOption]:
        """All that the report says of a draft's time."""
        return _Search(self, draft, source).find()

    def head(self, mention: TimeMention) -> Token:
        """The topmost token of a time expression."""
        first, last = mention.tokens
        return next(
            (t for t in self.document.tokens[first:last] if not first <= t.head.i < last), self.document.tokens[first]
        )


def _is_of_unknown(mention: TimeMention) -> bool:
    """Whether a time counts from one that is not told: "in July of that year"."""
    return mention.interval is None and mention.rule in OF_THAT_YEAR


class _Search:
    """The search for the days of one draft."""

    def __init__(self, calendar: Calendar, draft: Draft, source: Source | None) -> None:
        self.calendar, self.draft, self.source = calendar, draft, source
        self.saying = source.verb if source is not None else None
        self.published = calendar.published
        self.signs = Signs(draft, self.saying, calendar.ranks[draft.hit.word.sentence.index], self.published)
        self.found: dict[tuple[date, date], DateOption] = {}
        self.named = False
        """Whether somebody only names the deed in speaking of something else."""

    def find(self) -> list[DateOption]:
        """The options, those of its own words first; of what was done "recently" only these."""
        verb = verb_of(self.draft.hit.word)
        noun = self.draft.hit.kind == "N" and any(c.lower == "recent" for c in self.draft.hit.word.children)
        vague = self.draft.status not in AHEAD and (
            noun or (verb is not None and (is_vague(verb) or verb.i in self.calendar.vague))
        )
        saying = self.saying
        if saying is not None and not is_saying(self.draft, self.source):
            self.named = is_only_named(self.draft.dated_by[-1], saying)
        self._own(spoken=not vague)
        if not vague:
            self._near()
        if not vague and not self.signs.answered():
            self._present()
            self._thread()
        beside = "+".join(sorted({option.kind for option in self.found.values()}))
        return [
            replace(option, features=(*option.features, f"{option.kind} beside={len(self.found)}-{beside}"))
            for option in self.found.values()
        ]

    def _add(self, days: Interval, how: str, spans: tuple[Span, ...], kind: str, seen: list[str]) -> None:
        if days.days > WIDEST or self._is_adrift(days, spans) or self._is_of_its_announcement(days, kind, spans):
            return
        days = self._lived(days)
        named = (f"{kind} bias", *(f"{kind} {name}" for name in dict.fromkeys((*seen, *self.signs.pairs))))
        key = (days.first, days.last)
        first = self.found.get(key)
        if first is None:
            shared = (f"any {name}" for name in (*self.signs.told, *self.signs.fit(days)))
            self.found[key] = DateOption(days, how, spans, kind, (*shared, *named))
        elif named[0] not in first.features:
            self.found[key] = DateOption(first.days, first.how, first.spans, first.kind, (*first.features, *named))

    def _is_adrift(self, days: Interval, spans: tuple[Span, ...]) -> bool:
        """Whether days are those of the news of a report that may be of any day of some years."""
        if days.days <= OPEN or self.published is None or self.published.days <= OPEN:
            return False
        mention = self.calendar.by_span.get(spans[0]) if spans else None
        return mention is None or mention.rule in NEWS_TIMES

    def _lived(self, days: Interval) -> Interval:
        """Of days that hold the report's own, those in which the deed can lie: till then if it is done."""
        published, status = self.published, self.draft.status
        if published is None or published.days > WEEK or not days.overlaps(published):
            return days
        if status == "occurred" and days.last > published.last:
            return Interval(days.first, published.last, days.how)
        if status in AHEAD and days.first < published.first < days.last:
            return Interval(published.first, days.last, days.how)
        return days

    def _is_of_its_announcement(self, days: Interval, kind: str, spans: tuple[Span, ...]) -> bool:
        """Whether days are those on which one spoke of what lies ahead: over, or, of a meeting, of saying so.

        A meeting called off has no day but that on which it was to be.
        """
        draft, published = self.draft, self.published
        if kind in ("own", "near") and spans and self._is_of_announcing(spans[0]):
            return True
        if draft.status in UNDONE and draft.type == "CONSULT":
            return not spans or (self._is_of_its_end(spans[0]) and not self._was_to_be(spans[0]))
        if draft.status not in AHEAD or published is None:
            return False
        if kind == "near" and spans:
            verb = verb_of(self.calendar.head(self.calendar.by_span[spans[0]]))
            told = verb is not None and verb.tag in ("VBD", "VBG")
        else:
            told = kind == "saying"
        over = days.last < published.first and not (kind == "own" and spans and self._was_to_be(spans[0]))
        return over or (draft.type in AWAITED and told and days.last <= published.last)

    def _was_to_be(self, span: Span) -> bool:
        """Whether a time is that of a deed which then lay ahead: "was to meet X last month"."""
        mention, verb = self.calendar.by_span.get(span), verb_of(self.draft.hit.word)
        head = self.calendar.head(mention) if mention is not None else None
        if head is None or verb is None or not {verb, verb.head} & {head.head, head.head.head}:
            return False
        over = verb.head
        past = "VBD" in (over.tag, over.head.tag, *(c.tag for c in over.children if c.dep == "auxpass"))
        return verb.dep == "xcomp" and past and (over.lower in DUE or over.lemma == "be") and has_to(verb)

    def _is_of_announcing(self, span: Span) -> bool:
        """Whether a time is that of the announcement: "the summit was announced on Monday" is later."""
        mention, verb = self.calendar.by_span.get(span), self.draft.hit.word.head
        return _is_announced(self.draft) and mention is not None and verb_of(self.calendar.head(mention)) is verb

    def _is_of_its_end(self, span: Span) -> bool:
        """Whether a time that is not to come is said of what calls a meeting off, not of the meeting itself."""
        mention, published = self.calendar.by_span.get(span), self.published
        if mention is None:
            return True
        days, head = mention.interval, self.calendar.head(mention)
        if self.draft.dated_by[-1] in head.ancestors():
            return False
        return days is None or (days.days <= WEEK and (published is None or days.last <= published.last))

    def _own(self, spoken: bool) -> None:
        calendar, draft = self.calendar, self.draft
        saying = self.saying if spoken and not is_of_opinion(draft.hit.word) else None
        saying = None if self.named else saying
        dated_by = draft.dated_by[:1] if is_judged(draft.dated_by[0]) else draft.dated_by
        for name, token in [*(("own", t) for t in dated_by), ("saying", saying)]:
            dated = calendar.when(token) if token is not None else None
            if dated is not None:
                days, span, how = dated
                mention = calendar.by_span.get(span) if span is not None else None
                if mention is not None and self._is_of_what_is_judged(mention):
                    continue
                speaks = [f"speaks={is_saying(draft, self.source)}"] if name == "saying" else []
                seen = [f"how={how}", *speaks, *self.signs.of(days, mention)]
                self._add(days, how, (span,) if span else (), name, seen)

    def _is_of_what_is_judged(self, mention: TimeMention) -> bool:
        """Whether a time is of the deed on which a judgement is passed ("was wrong to attack X in 2003")."""
        clauses = [verb for _, verb in self.draft.hit.slots.clauses] if self.draft.hit.kind == "A" else []
        return bool(clauses) and verb_of(self.calendar.head(mention)) in clauses

    def _near(self) -> None:
        """The other days that its sentence names."""
        calendar, word = self.calendar, self.draft.hit.word
        times = calendar.of(word.sentence)
        known = bool(self.found)
        closest = min(times, key=lambda m: abs(m.tokens[0] - word.i), default=None)
        for mention in times:
            days, head = mention.interval, calendar.head(mention)
            way = way_to(head, word)
            if days is None or mention.part != "on" or way not in WAYS or stands_off(head, word):
                continue
            if (way == "same" and (self._lapses(head) or is_of_speaker(word))) or is_of_opinion(word):
                continue
            if self._is_answered(way) and not self._is_long_over(mention):
                continue
            if self.draft.type != "CONSULT" and is_of_topic(word):
                continue
            if self.named and verb_of(head) is self.saying:
                continue  # "said on Monday that the raid was wrong"
            if self.draft.type in REQUITING and is_of_its_cause(head, word):
                continue  # "jailed him for the raid in May"
            if way == "below-dobj" and self.draft.hit.kind == "V" and self.draft.type in SPEECH:
                continue  # "praised the accord signed in 1990"
            seen = [
                f"others={min(2, len(times) - 1)}",
                f"known={known}",
                f"closest={mention is closest}",
                *self.signs.way(way, head, mention),
                *self.signs.of(days, mention),
            ]
            self._add(days, NEAR, (mention.span,), "near", seen)

    def _lapses(self, head: Token) -> bool:
        """Whether a time is that of the end of what a noun names: "X's sanctions on Y expire in July"."""
        verb = verb_of(head)
        return self.draft.hit.kind == "N" and verb is not None and verb.lemma in LAPSING

    def _is_answered(self, way: str) -> bool:
        """Whether a time of its clause, or of one above, is that of what is said or done about the deed."""
        if not self.signs.answered():
            return False
        about = self.draft.hit.word.head.lower != "of" and self.draft.status in DONE
        return way == "same" or (about and way.startswith("above"))

    def _is_long_over(self, mention: TimeMention) -> bool:
        """Whether a time behind what is judged is long past: "lauded the accord in Accra last year"."""
        days, word = mention.interval, self.draft.hit.word
        long_over = days is not None and self.published is not None and (self.published.first - days.last).days > WEEK
        return long_over and is_judged(word) and mention.tokens[0] > word.i

    def _present(self) -> None:
        """The report's own day, for what is told as having happened, and not as background."""
        calendar, draft, word, saying = self.calendar, self.draft, self.draft.hit.word, self.saying
        speaks = is_saying(draft, self.source)
        told_at = saying if saying is not None and speaks else word
        if calendar.published is None or draft.status in NOT_NOW or _is_announced(draft):
            return
        if told_at.sentence.index in calendar.background or (is_anchored(told_at) and not _is_spoken_after(draft)):
            return
        if is_before(told_at) or is_of_speaker(word) or self._is_of_then(told_at):
            return
        if not speaks and (verb := verb_of(word)) is not None and is_lasting(verb):
            return
        document = calendar.document
        seen = self.signs.present(
            told=calendar.present(document, word) is not None,
            spoken=calendar.present(document, saying) is not None if saying is not None else None,
            speaks=speaks,
            times=len(calendar.of(word.sentence)),
            known=bool(self.found),
        )
        self._add(report_days(calendar.published), PRESENT, (), "present", seen)

    def _is_of_then(self, told_at: Token) -> bool:
        """Whether what is told in the past hangs on a clause long over: "In 2012 X asked Y to come, but Y refused"."""
        verb = verb_of(told_at)
        if verb is None or self.published is None or tense_form(verb) not in OVER:
            return False
        for above in verb.ancestors():
            dated = self.calendar.when(above) if is_verb(above) else None
            if dated is not None:
                return (self.published.first - dated[0].last).days > WEEK
        return False

    def _thread(self) -> None:
        """The days of what was told just before; never of a clause that lies before or after what it hangs on."""
        other = self.calendar.told[-1] if self.calendar.told else None
        verb = verb_of(self.draft.hit.word)
        marked = verb is not None and any(_parts(c, other) for c in verb.children)
        apart = marked or (verb is not None and is_of_office(verb))
        apart = apart or (self.named and self._is_told_beside(other))
        if other is None or other.date is None or apart or self._is_called_by(other):
            return
        ahead = self.published is not None and other.date.first > self.published.last
        if not (ahead and self.draft.status in DONE):
            seen = [f"known={bool(self.found)}", *self.signs.thread(other), *self.signs.fit(other.date)]
            self._add(other.date.read_as("inferred"), THREAD, other.spans.get("date", ()), "thread", seen)

    def _is_told_beside(self, other: Draft | None) -> bool:
        """Whether what was told before stands in the same sentence, and no clause of it holds the deed."""
        word, its = self.draft.hit.word, other.hit.word if other is not None else None
        return its is not None and its.sentence is word.sentence and its not in word.ancestors()

    def _is_called_by(self, other: Draft) -> bool:
        """Whether what was told beside only bears the name of its year: "the 1984 raid"; not "a May call"."""
        word, deed = other.hit.word, self.draft.hit.word
        spans = other.spans.get("date", ()) if word.sentence is deed.sentence else ()
        mention = self.calendar.by_span.get(spans[0]) if spans and other.hit.kind == "N" else None
        of_year = mention is not None and mention.interval is not None and mention.interval.days > YEAR
        head = self.calendar.head(mention) if mention is not None and of_year else None
        if head is None or head.i > word.i or head.head is not word or word in deed.ancestors():
            return False
        return not any(c.lower == "when" for c in deed.children)


def _parts(mark: Token, other: Draft | None) -> bool:
    """Whether a word sets a clause apart from what was told before: "before X came", "a month after [the meeting]"."""
    if mark.lower not in TIMES:
        return False
    measured = any(c.dep == "npadvmod" and c.lemma in UNITS for c in mark.children)
    return mark.dep == "mark" or (measured and other is not None and other.hit.word in mark.subtree())


def _is_spoken_after(draft: Draft) -> bool:
    """Whether a meeting is that after which somebody spoke for the report: "told reporters after talks with X"."""
    over = occasion_of(draft.hit.word) if draft.type == "CONSULT" and draft.hit.kind == "N" else None
    return over is not None and is_said_now(over)


def _is_announced(draft: Draft) -> bool:
    """Whether a meeting is only told to have been announced."""
    word = draft.hit.word
    return draft.type == "CONSULT" and word.dep in OBJECTS and word.head.lemma in ANNOUNCING


def is_saying(draft: Draft, source: Source | None) -> bool:
    """Whether the deed is the saying itself: a judgement or demand of the speaker, dated by the verb of saying.

    "They have agreed, X said on Saturday": what is told as done before was not done by saying so.
    """
    word = draft.hit.word
    done = word.tag in ("VBD", "VBN") and draft.hit.kind == "V" and "speaker" not in draft.hit.entry.actor
    if done and not draft.hit.slots.passive and word.dep in ("ccomp", "ROOT", "conj"):
        return False
    return source is not None and bool(keys(source.parties) & keys(draft.actors)) and draft.type in SPEECH
