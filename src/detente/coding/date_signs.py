"""What speaks for the days that a draft could have: kinds of evidence, named for the model of `date_choice`.

Tense and clause of the draft, how the words of the time lie to it, where the days lie as seen from the report: never
words or names of a report.
"""

from __future__ import annotations

from detente.codebook.lexicon import word_list
from detente.coding.background import is_said_now
from detente.coding.draft import Draft
from detente.coding.fellows import is_definite
from detente.coding.phrases import is_verb
from detente.coding.sources import SAYING
from detente.coding.telling import place_of, relation, telling, tense_form, verb_of, width
from detente.model import Interval, TimeMention, Token

ANSWERED = word_list("types-answered")
SPEECH = word_list("types-of-speech")
JUDGED, OWNED, JUDGING = word_list("judged-to"), word_list("owning-up"), word_list("judging-deeds")
SPOKEN_OF = frozenset({"for", "of", "over", "about"})
STEPS = (2, 5, 10, 20)


class Signs:
    """The evidence around one draft."""

    def __init__(self, draft: Draft, saying: Token | None, rank: int, published: Interval | None) -> None:
        self.draft, self.saying, self.published = draft, saying, published
        self.word = draft.hit.word
        self.verb = verb_of(self.word)
        self.form = tense_form(self.verb) if self.verb is not None else "none"
        self.told = telling(draft, rank)
        dep = self.verb.dep if self.verb is not None else "none"
        self.told.append(f"entry={draft.hit.entry.id}")
        kind, place = draft.hit.kind, place_of(rank)
        self.pairs = [
            f"type-form={draft.type}-{self.form}",
            f"type-status={draft.type}-{draft.status}",
            f"type-rank={draft.type}-{place}",
            f"form-rank={self.form}-{place}",
            f"kind-form={kind}-{self.form}-{dep}",
            f"entry={draft.hit.entry.id}",
        ]

    def fit(self, days: Interval) -> list[str]:
        """How days suit what is told: where they lie, how wide they are."""
        side, status = relation(days, self.published), self.draft.status
        return [
            f"side={side}",
            f"side-status={side}-{status}",
            f"side-form={side}-{self.form}",
            f"width={width(days)}",
            f"width-status={width(days)}-{status}",
            f"how-read={days.how}",
        ]

    def of(self, days: Interval, mention: TimeMention | None) -> list[str]:
        """What a time expression says, and how its days suit the draft."""
        rule, part = (mention.rule, mention.part) if mention is not None else ("none", "none")
        return [f"rule={rule}", f"part={part}", *self.fit(days), *self._own()]

    def _own(self) -> list[str]:
        draft = self.draft
        return [f"form={self.form}", f"kind={draft.hit.kind}", f"type={draft.type}", f"status={draft.status}"]

    def way(self, way: str, head: Token, mention: TimeMention) -> list[str]:
        """How a time of the same sentence lies to the word."""
        gap = mention.tokens[0] - self.word.i
        far = sum(abs(gap) > step for step in STEPS)
        return [
            f"way={way}",
            f"way-form={way}-{self.form}",
            f"way-kind={way}-{self.draft.hit.kind}",
            f"gap={'after' if gap > 0 else 'before'}-{far}",
            *self._clause(head),
        ]

    def _clause(self, head: Token) -> list[str]:
        """The clause of a time, held against the draft's."""
        its = verb_of(head)
        saying = its is not None and its.lemma in SAYING
        return [
            f"its-saying={saying}",
            f"its-saying-speech={saying}-{self.draft.type in SPEECH}-{self.saying is not None}",
            f"of-noun={not is_verb(head.head) and head.head.pos in ('NOUN', 'PROPN')}",
            f"quoted={self.draft.quoted}",
        ]

    def thread(self, other: Draft) -> list[str]:
        """The draft told before, held against this one."""
        word, its = self.word, other.hit.word
        gap = word.sentence.index - its.sentence.index
        verb = verb_of(its)
        shared = len(other.keys & self.draft.keys)
        kind = next((o.kind for o in other.options if o.days == other.date), "none")
        actor = bool({p.key for p in other.actors} & {p.key for p in self.draft.actors})
        return [
            f"gap={min(gap, 1) if gap <= 1 else 2 if gap <= 3 else 3}",
            f"types={other.type == self.draft.type}-{min(2, shared)}",
            f"lemma={its.lemma == word.lemma}",
            f"definite={is_definite(self.draft)}-{self.draft.hit.kind}",
            f"its={kind}",
            f"its-gap={kind}-{min(gap, 2)}",
            f"actor={actor}-{self.draft.type in SPEECH}-{other.type in SPEECH}",
            f"verb={verb is not None and verb is self.verb}",
            *self._own(),
        ]

    def present(self, *, told: bool, spoken: bool | None, speaks: bool, times: int, known: bool) -> list[str]:
        """How a draft is told in the report's present.

        Args:
            told: whether its clause is told as news.
            spoken: whether its saying is; None where nobody says it.
            speaks: whether the deed is the saying itself.
            times: how many times its sentence names.
            known: whether other days are options.
        """
        saying, published = self.saying, self.published
        said = is_said_now(saying) if saying is not None else None
        report = width(published) if published is not None else "none"
        return [
            *self.told,
            f"verdict={told}",
            f"spoken={spoken}",
            f"verdict-spoken={told}-{spoken}",
            f"verdict-type={told}-{self.draft.type}",
            f"verdict-status={told}-{self.draft.status}",
            f"said-now={said}",
            f"speaks={speaks}",
            f"speaks-said={speaks}-{said}-{self.draft.status}",
            f"dated={known}",
            f"report={report}",
            f"report-verdict={report}-{told or spoken}",
            f"times={min(2, times)}",
        ]

    def answered(self) -> bool:
        """Whether a deed is only what its clause speaks of ("condemned X for the raid", "regrets bombing X")."""
        word, over = self.word, self.word.head
        if self.draft.type not in ANSWERED:
            return is_judged(word) and self.draft.type != "CONSULT"
        if word.dep == "xcomp":
            return over.lower in JUDGED or (word.tag == "VBG" and over.lemma in OWNED)
        if over.lower == "to" and over.head.lemma in ("answer", "reaction", "response"):
            return word.dep == "pobj"
        return word.dep in ("pobj", "pcomp") and over.lower in SPOKEN_OF


def is_judged(word: Token) -> bool:
    """Whether a deed is what somebody judges ("hailed the accord on Monday")."""
    return word.dep in ("dobj", "nsubjpass") and word.head.lemma in JUDGING
