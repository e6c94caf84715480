"""The days that a draft could have: by its own words, its saying, a clause beside, the report, what is told before.

Each option says how it was found and what kinds of evidence speak for it (`date_signs`); `date_choice` weighs them.
What several ways lead to is one option with the evidence of all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from detente.codebook.lexicon import word_list
from detente.coding.announced import is_announced_only, is_of_its_announcement
from detente.coding.apart import (
    LAPSING,
    is_before_what_is_said,
    is_ended_by,
    is_lasting,
    is_of_its_cause,
    is_of_name,
    is_of_opinion,
    is_of_speaker,
    is_of_topic,
    is_only_named,
    is_over_by_then,
    is_vague,
)
from detente.coding.background import (
    is_anchored,
    is_before,
    is_of_office,
    is_said_now,
    occasion_of,
    stands_off,
)
from detente.coding.calendar import Calendar
from detente.coding.date_signs import OWNED, SPOKEN_OF, Signs, is_judged
from detente.coding.draft import AHEAD, DateOption, Draft
from detente.coding.parties import keys
from detente.coding.phrases import is_verb
from detente.coding.sources import Source
from detente.coding.telling import OVER, tense_form, verb_of, way_to
from detente.coding.written import report_days
from detente.model import Interval, Span, TimeMention, Token

PRESENT, NEAR, THREAD = "the report's present", "same sentence", "told just before"
SPEECH = word_list("types-of-speech")
NOT_NOW = frozenset({"ongoing", "planned", "proposed"})
"""Statuses of what did not happen on the report's day: it goes on, or lies ahead."""
REQUITING = frozenset({"COERCE", "CONCEDE", "SANCTION"})
"""Types of what is done for a deed that has a day of its own."""
LONG_DEEDS = frozenset({"AID", "ASSAULT", "COERCE", "COOPERATE", "MOBILIZE", "SANCTION"})
"""Types of what may go on for long, whose day is not that of its end."""
JUDGEMENTS = frozenset({"ACCUSE", "SUPPORT"})
WEEK, YEAR = 7, 364
OPEN = 400
"""Days within which a report's own must be known to date its news by it, and by the days of its week."""
NEWS_TIMES = frozenset({"today", "weekday", "weekday-part-first", "last-night", "weekend"})
WIDEST = 50 * 366
"""A time of more days says nothing of when a deed was done: "in the 21st century"."""
DONE = frozenset({"occurred", "ongoing"})
TIMES = word_list("time-prepositions")
WAYS, UNITS = word_list("time-ways"), word_list("time-units")
"""How the clause of a time may lie to that of the deed it dates."""


def find_options(draft: Draft, source: Source | None, calendar: Calendar) -> list[DateOption]:
    """All that the report says of a draft's time."""
    return _Search(calendar, draft, source).find()


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
            noun or any(is_vague(v) or v.i in self.calendar.vague for v in _tellers(verb))
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
        if (
            days.days > WIDEST
            or self._is_adrift(days, spans)
            or is_of_its_announcement(self.draft, self.calendar, days, kind, spans)
        ):
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
                if name == "saying" and self._is_only_supposed():
                    continue
                if mention is not None and name == "own":
                    if self._is_of_something_else(mention):
                        continue
                    days = self._to_come(days, mention)
                speaks = [f"speaks={is_saying(draft, self.source)}"] if name == "saying" else []
                seen = [f"how={how}", *speaks, *self.signs.of(days, mention)]
                self._add(days, how, (span,) if span else (), name, seen)

    def _is_of_what_is_judged(self, mention: TimeMention) -> bool:
        """Whether a time is of the deed on which a judgement is passed ("was wrong to attack X in 2003")."""
        clauses = [verb for _, verb in self.draft.hit.slots.clauses] if self.draft.hit.kind == "A" else []
        return bool(clauses) and verb_of(self.calendar.head(mention)) in clauses

    def _is_only_supposed(self) -> bool:
        """Whether a deed came before something that is said, by no word of its own: "said he left when X raided Y"."""
        hit = self.draft.hit
        spoken = "speaker" in hit.entry.actor and is_saying(self.draft, self.source)
        word = self.draft.dated_by[-1]
        return is_verb(word) and not spoken and is_before_what_is_said(word)

    def _to_come(self, days: Interval, mention: TimeMention) -> Interval:
        """The next such day, of a weekday that names what lies ahead but was read back: "heads into Friday's talks"."""
        published, word = self.published, self.draft.hit.word
        if published is None or mention.rule != "weekday" or self.draft.status not in AHEAD:
            return days
        named = self.calendar.head(mention) in word.children and mention.tokens[0] < word.i
        back = (published.first - days.last).days
        return days.shift(WEEK) if named and 0 < back < WEEK and published.days == 1 else days

    def _is_of_something_else(self, mention: TimeMention) -> bool:
        """Whether a time is of the end of a deed, or of that for which one blames: "blamed X for a raid last week"."""
        hit, days = self.draft.hit, mention.interval
        if self._lapses(self.calendar.head(mention)):
            return True
        if self.draft.type not in JUDGEMENTS or hit.kind == "A" or days is None or days.days < WEEK:
            return False
        ends = (t for name in SPOKEN_OF for t in hit.slots.preps.get(name, ()))
        return any(mention.tokens[0] > t.i > hit.word.i and t.lemma not in UNITS for t in ends)

    def _near(self) -> None:
        """The other days that its sentence names."""
        calendar, word = self.calendar, self.draft.hit.word
        times = calendar.of(word.sentence)
        known, supposed = bool(self.found), bool(times) and self._is_only_supposed()
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
            if (self.named or supposed) and verb_of(head) is self.saying:
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
        verb, draft = verb_of(head), self.draft
        if draft.hit.kind != "N" or verb is None:
            return False
        return verb.lemma in LAPSING or (draft.type in LONG_DEEDS and is_ended_by(draft.dated_by[0], verb))

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
        if calendar.published is None or draft.status in NOT_NOW or is_announced_only(draft):
            return
        if told_at.sentence.index in calendar.background or (is_anchored(told_at) and not _is_spoken_after(draft)):
            return
        if is_before(told_at) or is_of_speaker(word) or self._is_of_then(told_at):
            return
        if not speaks and self._is_told_aside():
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

    def _is_told_aside(self) -> bool:
        """Whether a deed is only told to say more of a name, or of what is said, or to tell its end."""
        word = self.draft.hit.word
        if self.draft.hit.kind == "N":
            ended = self.draft.type in LONG_DEEDS and is_over_by_then(self.draft.dated_by[0])
            return ended or (word.dep in ("dobj", "nsubjpass") and word.head.lemma in OWNED)
        return is_of_name(word) or is_before_what_is_said(word)

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


def _tellers(verb: Token | None) -> Iterator[Token]:
    """The verb of a deed, and those as whose content it is told: "at the time wanted X to know that Y helped"."""
    while verb is not None:
        yield verb
        verb = verb.head if verb.dep in ("ccomp", "xcomp") and is_verb(verb.head) else None


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


def is_saying(draft: Draft, source: Source | None) -> bool:
    """Whether the deed is the saying itself: a judgement or demand of the speaker, dated by the verb of saying.

    "They have agreed, X said on Saturday": what is told as done before was not done by saying so.
    """
    word = draft.hit.word
    done = word.tag in ("VBD", "VBN") and draft.hit.kind == "V" and "speaker" not in draft.hit.entry.actor
    if done and not draft.hit.slots.passive and word.dep in ("ccomp", "ROOT", "conj"):
        return False
    return source is not None and bool(keys(source.parties) & keys(draft.actors)) and draft.type in SPEECH
