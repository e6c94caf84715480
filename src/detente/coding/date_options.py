"""The days that a draft could have: by its own words, its saying, the report's present.

Each option says how it was found and what kinds of evidence speak for it; `date_choice` weighs them.
"""

from __future__ import annotations

from datetime import timedelta

from detente.codebook.lexicon import word_list
from detente.coding.background import find_background, is_anchored, is_said_now, stands_off
from detente.coding.cast import keys
from detente.coding.draft import DateOption, Draft, Present, When
from detente.coding.sources import Source
from detente.coding.telling import relation, telling, way_to, width
from detente.model import Document, Interval, Sentence, Span, TimeMention, Token

PRESENT = "the report's present"
SPEECH = word_list("types-of-speech")
NOT_NOW = frozenset({"ongoing", "planned", "proposed"})
"""Statuses of what did not happen on the report's day: it goes on, or lies ahead."""
AHEAD = frozenset({"planned", "proposed"})
ANSWERED = word_list("types-answered")
SPOKEN_OF = frozenset({"for", "of", "over", "about"})
WAYS = word_list("time-ways")
"""How the clause of a time may lie to that of the deed it dates."""
_OWN = ("form=", "kind=", "type=", "status=", "over=")


class Calendar:
    """The days of one report, looked up by sentence."""

    def __init__(self, document: Document, when: When, present: Present) -> None:
        self.document, self.when, self.present = document, when, present
        self.published = document.published
        self.background = find_background(document)
        self.times: dict[int, list[TimeMention]] = {}
        self.by_span: dict[Span, TimeMention] = {}
        for mention in document.times:
            self.by_span[mention.span] = mention
            if mention.interval is not None and mention.kind == "date" and mention.rule != "named-period":
                self.times.setdefault(document.tokens[mention.tokens[0]].sentence.index, []).append(mention)
        self.ranks: dict[int, int] = {}
        rank = 0
        for sentence in document.sentences:
            self.ranks[sentence.index] = rank
            rank += sentence.kind == "body"

    def of(self, sentence: Sentence) -> list[TimeMention]:
        """The time expressions of a sentence that name days."""
        return self.times.get(sentence.index, [])

    def options(self, draft: Draft, source: Source | None) -> list[DateOption]:
        """All that the report says of a draft's time."""
        told = telling(draft, self.ranks[draft.hit.word.sentence.index])
        saying = source.verb if source is not None else None
        own = self._own(draft, saying, told)
        found = [*own, *self._near(draft, {option.days for option in own}, told)]
        told_at = saying if saying is not None and is_saying(draft, source) else draft.hit.word
        if self.published is not None and draft.status not in NOT_NOW and not self._looks_back(told_at):
            found.append(self._present(draft, saying, told, self.published, bool(found)))
        return found

    def _own(self, draft: Draft, saying: Token | None, told: list[str]) -> list[DateOption]:
        found: dict[Interval, DateOption] = {}
        for name, token in [*(("own", t) for t in draft.dated_by), ("saying", saying)]:
            dated = self.when(self.document, token.i) if token is not None else None
            if dated is None or dated[0] in found or self._too_early(dated[0], draft):
                continue
            days, span, how = dated
            mention = self.by_span.get(span) if span is not None else None
            seen = [
                f"how={how}",
                f"rule={mention.rule if mention else 'none'}",
                f"part={mention.part if mention else 'none'}",
                *_fit(days, self.published, draft),
                *(t for t in told if t.startswith(_OWN)),
            ]
            found[days] = DateOption(days, how, (span,) if span else (), name, _named(name, seen))
        return list(found.values())

    def _near(self, draft: Draft, known: set[Interval], told: list[str]) -> list[DateOption]:
        """The other days that its sentence names: of a clause beside, above or below."""
        times, found = self.of(draft.hit.word.sentence), {}
        for mention in times:
            days = mention.interval
            way = way_to(self._head(mention), draft.hit.word)
            if days is None or days in known or days in found or mention.part != "on" or way not in WAYS:
                continue
            if stands_off(self._head(mention), draft.hit.word):
                continue
            if self._too_early(days, draft) or (way == "same" and _answered(draft)):
                continue
            seen = [
                f"way={way}",
                f"rule={mention.rule}",
                f"others={min(2, len(times) - 1)}",
                f"known={bool(known)}",
                *_fit(days, self.published, draft),
                *(t for t in told if t.startswith(_OWN)),
            ]
            found[days] = DateOption(days, "same sentence", (mention.span,), "near", _named("near", seen))
        return list(found.values())

    def _head(self, mention: TimeMention) -> Token:
        """The topmost token of a time expression."""
        first, last = mention.tokens
        return next(
            (t for t in self.document.tokens[first:last] if not first <= t.head.i < last), self.document.tokens[first]
        )

    def _too_early(self, days: Interval, draft: Draft) -> bool:
        """Whether days are over though the deed lies ahead: they are those of its announcement."""
        return draft.status in AHEAD and self.published is not None and days.last < self.published.first

    def _looks_back(self, token: Token) -> bool:
        """Whether a word is told as background, or timed by another deed."""
        return token.sentence.index in self.background or is_anchored(token)

    def _present(
        self, draft: Draft, saying: Token | None, told: list[str], published: Interval, dated: bool
    ) -> DateOption:
        word = draft.hit.word
        verdict = self.present(self.document, word) is not None
        spoken = self.present(self.document, saying) is not None if saying is not None else None
        seen = [
            *told,
            f"verdict={verdict}",
            f"spoken={spoken}",
            f"verdict-spoken={verdict}-{spoken}",
            f"said-now={is_said_now(saying) if saying is not None else None}",
            f"dated={dated}",
            f"report={width(published)}",
            f"report-verdict={width(published)}-{verdict or spoken}",
            f"times={min(2, len(self.of(word.sentence)))}",
        ]
        return DateOption(_report_days(published), PRESENT, (), "present", _named("present", seen))


def _answered(draft: Draft) -> bool:
    """Whether a deed is only what its clause speaks of ("condemned X on Monday for the raid")."""
    word = draft.hit.word
    return draft.type in ANSWERED and word.dep == "pobj" and word.head.lower in SPOKEN_OF


def _report_days(published: Interval) -> Interval:
    """The report's day and the one before; its own days where they are several."""
    first = published.first - timedelta(1) if published.days == 1 else published.first
    return Interval(first, published.last, "inferred")


def _fit(days: Interval, published: Interval | None, draft: Draft) -> list[str]:
    """How days suit what a draft tells."""
    side = relation(days, published)
    return [f"side={side}", f"side-status={side}-{draft.status}", f"width={width(days)}", f"how-read={days.how}"]


def _named(kind: str, seen: list[str]) -> tuple[str, ...]:
    return (f"{kind} bias", *(f"{kind} {name}" for name in dict.fromkeys(seen)))


def is_saying(draft: Draft, source: Source | None) -> bool:
    """Whether the deed is the saying itself: a judgement or demand of the speaker, dated by the verb of saying.

    "They have agreed, X said on Saturday": what is told as done before was not done by saying so.
    """
    word = draft.hit.word
    done = word.tag in ("VBD", "VBN") and draft.hit.kind == "V" and "speaker" not in draft.hit.entry.actor
    if done and not draft.hit.slots.passive and word.dep in ("ccomp", "ROOT", "conj"):
        return False
    return source is not None and bool(keys(source.parties) & keys(draft.actors)) and draft.type in SPEECH
